"""How hard a posting is to read: the Flesch-Kincaid grade of its sentences, of its sections, and the hardest sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from jdlint.analysis.sentences import Sentence, sentences
from jdlint.analysis.syllables import counted, guessed
from jdlint.posting.facts.patterns import listed
from jdlint.posting.kept import once
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.text.record import dataclass

_HARDEST = 3
_SYLLABLES = 4  # of a long word
_NAMED = 3  # long words that are told
_NEAR = 0.1  # grades that leave no doubt, and more than a rounded number hides
_EVERYDAY = listed(  # long words that everybody reads as quickly as short ones
    """
    experience experienced community information education university opportunity opportunities individual individuals available
    responsible responsibility responsibilities security technology understanding development organization organisation
    organizations organisations interested variety regularly necessary ability environment appropriate everybody anybody
    """
)
_FEWEST = 3  # sentences of a section that are enough to compare it
_FEWEST_WORDS = 40
_ERROR = 4  # grades by which the closer guess may be wrong for a single word; of more words, the errors even out


@dataclass(frozen=True, slots=True)
class Hard:
    """A sentence with its own grade, the number of its words, and its long words that are no names."""

    at: Excerpt
    grade: float
    words: int
    long_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readability:
    """The grade of the whole, the grades of the sections that are long enough, by kind, and the hardest sentences, hardest first."""

    grade: float
    sections: tuple[tuple[str, float], ...]
    hardest: tuple[Hard, ...]


def size(posting: Posting) -> tuple[int, int]:
    """How many sentences are judged, and how many words they have."""
    found = sentences(posting)
    return len(found), sum(len(s.words) for s in found)


def at_most(posting: Posting) -> float | None:
    """A grade that `readability` doesn't go beyond, from a guess that costs nothing; None without a sentence.

    The guess takes every run of vowels for a syllable. In a text of a hundred words or more, the silent ones that it counts
    outnumber those that it misses by far.
    """
    count, words = size(posting)
    if not count:
        return None
    return _formula(count, words, sum(sum(map(guessed, s.words)) for s in sentences(posting)))


def close_above(posting: Posting) -> float | None:
    """A closer one, for the postings that the first leaves open: from the dictionary, still without textstat.

    Words that the dictionary lacks are guessed, and textstat goes by its own rules for some with an apostrophe. Over passages of 100
    words and more of real postings, such a grade was at most 0.3 below textstat's, and less the longer they were.
    """
    count, words = size(posting)
    if not count:
        return None
    return _formula(count, words, sum(sum(map(counted, s.words)) for s in sentences(posting))) + _ERROR / sqrt(words)


def _formula(count: int, words: int, syllables: int) -> float:
    return 0.39 * words / count + 11.8 * syllables / words - 15.59


@once
def grade(posting: Posting) -> float | None:
    """The grade of the whole; None without an English sentence. MissingError where textstat can't be used."""
    found = sentences(posting)
    return _grade(found) if found and posting.language == "en" else None


@once
def readability(posting: Posting) -> Readability | None:
    """How hard the posting reads; None without an English sentence. MissingError where textstat can't be used."""
    found, whole = sentences(posting), grade(posting)
    if whole is None:
        return None
    by_section: dict[str, list[Sentence]] = {}
    for sentence in found:
        by_section.setdefault(sentence.section, []).append(sentence)
    return Readability(
        whole,
        tuple((kind, _grade(rows)) for kind, rows in by_section.items() if kind and _is_enough(rows)),
        tuple(_hard(s) for s in _hardest(found)),
    )


def reading_grade(posting: Posting) -> float | None:
    """The grade of the whole, to one decimal."""
    found = grade(posting)
    return None if found is None else round(found, 1)


def _is_enough(rows: Sequence[Sentence]) -> bool:
    return len(rows) >= _FEWEST and sum(len(s.words) for s in rows) >= _FEWEST_WORDS


def _grade(rows: Iterable[Sentence]) -> float:
    from jdlint.analysis.textstats import flesch_kincaid

    return flesch_kincaid(as_text(rows))


def as_text(rows: Iterable[Sentence]) -> str:
    """The sentences as textstat is to read them: words and full stops, and no other mark that it may take for an end."""
    return " ".join(f"{' '.join(s.words)}." for s in rows)


def _hardest(found: Sequence[Sentence]) -> list[Sentence]:
    different = {s.words: s for s in reversed(found)}  # of what is said twice, the first
    rows = [(s, _likely(s)) for s in found if different[s.words] is s]
    least = sorted((likely for _, likely in rows if likely is not None), reverse=True)[:_HARDEST][-1:]
    near = (s for s, likely in rows if likely is None or likely >= least[0] - _NEAR)
    return sorted(near, key=lambda s: -_grade((s,)))[:_HARDEST]


def _likely(sentence: Sentence) -> float | None:
    """The grade of a sentence of plain words from textstat's count for each of them; None where a sign may make a difference.

    It only tells which sentences are worth textstat's look at the whole: each word is counted once in a run.
    """
    from jdlint.analysis.textstats import syllables

    if not all(map(str.isalnum, sentence.words)):
        return None
    return _formula(1, len(sentence.words), sum(map(syllables, sentence.words)))


def _hard(sentence: Sentence) -> Hard:
    from jdlint.analysis.textstats import syllables

    text = sentence.at.text
    # A name has a capital, so that its folded form is not there.
    found = [(syllables(w), w) for w in dict.fromkeys(sentence.words) if w not in _EVERYDAY and w in text]
    long_words = sorted((row for row in found if row[0] >= _SYLLABLES), key=lambda row: (-row[0], -len(row[1])))
    return Hard(sentence.at, _grade((sentence,)), len(sentence.words), tuple(word for _, word in long_words[:_NAMED]))
