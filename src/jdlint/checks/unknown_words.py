"""Which of the words that LanguageTool does not know are slips, and which are names, abbreviations or words of a trade."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from jdlint.posting.facts.gazetteer import fold_place, gazetteer
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.text.lazy import lazy
from jdlint.text.words import fold

_PLAIN = lazy(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\Z")  # letters, with hyphens and apostrophes inside
_POSSESSIVE = lazy(r"['’]s?\Z")
_STARTS = lazy(r"(?:^|[.!?:;•·|/–—\n(\[]|\s-|\d[.)])\s*[\"'“‘(\[]*\Z")  # what stands before the first word of a sentence or of a part
_WORD = lazy(r"[^\W\d_][^\W\d_'’-]*")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")
_TINY, _LONG = 3, 8  # letters
_NAME_LIKE = 6  # a shorter capitalised word that is not known is a name, unless two of its letters changed places
_HEADING = 7
_DAY = 6


@cache
def _trade_words() -> frozenset[str]:
    """The words of the shipped dictionary, those of technologies' names and of abbreviations among them, folded."""
    data = lexicon("trade-words")
    found = set(" ".join((*data["groups"].values(), data["people"])).split())
    for entry in lexicon("technologies")["technologies"]:
        found.update(_parts(entry["name"], *entry.get("forms", ())))
    for entry in lexicon("spellings")["spellings"]:
        found.update(_parts(entry["name"], *entry.get("also", ())))
    acronyms = lexicon("acronyms")
    found.update(fold(word) for words in (acronyms["known"], *acronyms["trades"].values()) for word in words.split())
    return frozenset(found)


@cache
def _list(name: str) -> frozenset[str]:
    """A list of words about LanguageTool's findings."""
    return frozenset(lexicon("languagetool")[name].split())


def _parts(*names: str) -> Iterable[str]:
    return (fold(part) for name in names for part in name.replace("/", " ").split())


def is_trade_word(word: str) -> bool:
    """Whether the dictionary has a word, or what is left of it without a simple ending."""
    known = _trade_words()
    folded = fold(_POSSESSIVE.sub("", word))
    if folded in known:
        return True
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and (stem in known or f"{stem}e" in known or (stem[-1:] == stem[-2:-1] and stem[:-1] in known)):
            return True
    return "-" in folded and any(part in known for part in folded.split("-"))


def distance(a: str, b: str) -> int:
    """How many letters are missing, superfluous, wrong or swapped with their neighbours (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def near(word: str, replacements: Iterable[str]) -> list[str]:
    """The replacements that a slip of the pen may have made the word of, nearest first."""
    folded = fold(word)
    most = 1 if len(folded) < _LONG else 2
    ranked: list[tuple[int, str]] = []
    for replacement in replacements:
        other = fold(replacement)
        if " " in other:
            left, _, right = other.partition(" ")
            if left + right == folded and not _list("lost-space").isdisjoint((left, right)) and min(len(left), len(right)) > 1:
                ranked.append((1, replacement))
            continue
        far = distance(folded, other)
        if far == 0:
            if folded in _list("capitals"):
                ranked.append((0, replacement))
        elif far <= most and (len(folded) > _TINY or sorted(folded) == sorted(other)):
            ranked.append((far, replacement))
    ranked.sort(key=lambda row: row[0])
    return [replacement for _, replacement in ranked]


def is_sure(word: str, found: list[str]) -> bool:
    """Whether, of replacements in order of their distance, the first is the nearest alone."""
    return len(found) == 1 or (len(found) > 1 and distance(fold(word), fold(found[0])) < distance(fold(word), fold(found[1])))


_DAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip


def is_near_day(word: str) -> bool:
    """Whether a word is a weekday's or a month's name but for one letter; shorter words may be people's names."""
    folded = fold(word)
    return len(folded) >= _DAY and folded not in _DAYS and any(distance(folded, day) == 1 for day in _DAYS)


class Names:
    """The words that a posting itself shows to be names: those of its employer, and those with a capital inside its sentences."""

    def __init__(self, posting: Posting) -> None:
        self._posting = posting
        self._known = {fold(part) for name in posting.company_names for part in _WORD.findall(name)}
        for block in posting.texts:
            if not in_title_case(posting, Excerpt.whole(block)):
                self._known.update(self._inside(block))

    @staticmethod
    def _inside(block: Block) -> Iterable[str]:
        text = block.text
        for match in _WORD.finditer(text):
            if match.group()[0].isupper() and not starts_sentence(text, match.start()):
                yield fold(match.group())

    def has(self, at: Excerpt) -> bool:
        """Whether an excerpt is such a name, a place, or the first of several capitalised words."""
        parts = _WORD.findall(at.text)
        if any(fold(part) in self._known for part in parts):
            return True
        places = gazetteer().names
        rest = at.block.text[at.end : at.end + 40]
        following = _WORD.match(rest.lstrip()) if rest[:1] == " " else None
        if fold_place(at.text) in places or (following and fold_place(f"{at.text} {following.group()}") in places):
            return True
        return following is not None and following.group()[0].isupper() and not in_title_case(self._posting, at)


def starts_sentence(text: str, start: int) -> bool:
    """Whether a capital at an offset may be due to the place alone: the start of a sentence, a line or a part."""
    return _STARTS.search(text[max(0, start - 40) : start]) is not None if start else True


def in_title_case(posting: Posting, at: Excerpt) -> bool:
    """Whether capitals tell nothing: in a title or heading, or a short part all of whose longer words have one."""
    block = at.block
    if block.kind == "heading" or (posting.title is not None and posting.title.block is block):
        return True
    line_start = block.text.rfind("\n", 0, at.start) + 1
    line_end = block.text.find("\n", at.end)
    line = block.text[line_start : line_end if line_end >= 0 else len(block.text)]
    words = [w for w in _WORD.findall(line) if w[0].isupper() or fold(w) not in _list("title-small")]
    return len(words) > 1 and all(w[0].isupper() for w in words)


def may_be_slip(posting: Posting, at: Excerpt) -> bool:
    """Whether the form of a word leaves it open that it is a slip: no sign, figure or capital inside, no abbreviation, no name.

    A word with a capital that its place explains may still be a name; see `is_plain`.
    """
    word = _POSSESSIVE.sub("", at.text)
    if not _PLAIN.match(word) or not word.isascii() or is_trade_word(word):
        return False
    if word.islower():
        return len(word) >= _TINY
    if word.isupper():
        return len(word) >= _HEADING and in_title_case(posting, at)
    if not (word[0].isupper() and all(part[1:].islower() or len(part) == 1 for part in word.split("-"))):
        return False
    if in_title_case(posting, at):
        return len(word) >= _HEADING
    return starts_sentence(at.block.text, at.start) or is_near_day(word)


def is_plain(word: str, replacements: Iterable[str]) -> bool:
    """Whether a word, once its capital is taken away, is near an ordinary one; a name is near names only, or near nothing."""
    lower = word.lower()
    found = [r for r in near(lower, replacements) if r.islower()]
    return any((len(lower) >= _NAME_LIKE and distance(lower, r) == 1) or sorted(lower) == sorted(r) for r in found)
