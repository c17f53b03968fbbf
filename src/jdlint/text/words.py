"""Words and sentences of a plain text: what phrase rules, counts and guards stand on."""

from __future__ import annotations

from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

# Letters and digits with inner apostrophes; C++ and C# keep their sign. Hyphens, slashes, dots and spaces part words alike.
_WORD = lazy(r"[^\W_]+(?:['’ʼ][^\W_]+)*(?:\+\+|#(?!\w))?")
# Only the first mark of a run begins an end, or a long run would be looked at from each of its marks.
_MAYBE_END = lazy(r"""[.!?…](?<![.!?…].)[.!?…]*["'”’)\]]*\s+(?=["'“‘(\[]?[A-Z0-9])""")
_RECUT = ("ʼ", "\u0345")  # what is part of a word, or none, only until it is folded
_LAST_WORD = lazy(r"[\w.]*$")
_ABBREVIATIONS = frozenset(
    {"e.g", "i.e", "etc", "vs", "cf", "mr", "mrs", "ms", "dr", "st", "no", "inc", "ltd", "co", "corp", "jr", "sr", "approx", "incl"}
    | {"dept", "prof", "ext", "ca", "u.s", "u.k"}
)


class Word(NamedTuple):
    """A word folded for comparison, and its range in the plain text."""

    norm: str
    start: int
    end: int


def fold(text: str) -> str:
    """Casefold a text and make its apostrophes straight, so that `Don’t` and `don't` compare equal."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("’", "'").replace("ʼ", "'")


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    folded = fold(text)
    if len(folded) != len(text):  # a character such as `ß` became two
        return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
    make = tuple.__new__  # a third of the time of Word(...), and this is where most of a run's time goes
    return [make(Word, (folded[start:end], start, end)) for start, end in [m.span() for m in _WORD.finditer(text)]]


def tokens(text: str) -> list[str]:
    """The folded words of a text in order: `words` without their places."""
    if text.isascii():  # what folds to small letters, character by character
        return _WORD.findall(text.lower())
    folded = fold(text)
    if len(folded) == len(text) and not any([odd in text for odd in _RECUT]):  # noqa: C419  # a generator takes twice as long
        return _WORD.findall(folded)
    return [word[0] for word in words(text)]


def count_words(text: str, start: int, end: int) -> int:
    """The number of words in the part [start, end) of a text."""
    return len(_WORD.findall(text, start, end))


def _is_abbreviation(text: str, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation or an initial and not to a sentence."""
    if text[dot] != ".":
        return False
    match = _LAST_WORD.search(text, max(0, dot - 12), dot)
    last = match.group() if match else ""
    return last.casefold() in _ABBREVIATIONS or (len(last) == 1 and last.isupper())


def sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences in a text, without the white space between them."""
    found, start = [], 0
    for mark in _MAYBE_END.finditer(text):
        if _is_abbreviation(text, mark.start()):
            continue
        end = mark.start() + len(mark.group().rstrip())
        found.append((start, end))
        start = mark.end()
    if text[start:].strip():
        lead = len(text[start:]) - len(text[start:].lstrip())
        found.append((start + lead, len(text.rstrip())))
    return found
