"""Words and sentences of a plain text: what phrase rules, counts and guards stand on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

# Letters and digits with inner apostrophes; C++ and C# keep their sign. Hyphens, slashes, dots and spaces part words alike.
_WORD = lazy(r"[^\W_]+(?:['’ʼ][^\W_]+)*(?:\+\+|#(?!\w))?")
# Only the first mark of a run begins an end, or a long run would be looked at from each of its marks.
_MAYBE_END = lazy(r"""[.!?…](?<![.!?…].)[.!?…]*["'”’)\]]*\s+(?=["'“‘(\[]?[A-Z0-9])""")
_JOINING = "'’"  # between letters
_LOOSE = ("''", "' ", " '")  # that join nothing
_MARKS = (".", "!", "?", "…")  # that may end a sentence
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


def series(parts: Sequence[str], word: str) -> str:
    """Things as a sentence has them: `a, b or c`."""
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, the last of which tells where more followed."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def fold(text: str) -> str:
    """Casefold a text and make its apostrophes straight, so that `Don’t` and `don't` compare equal."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("’", "'").replace("ʼ", "'")


@cache
def _letters() -> bytes:
    """For each character of Windows-1252, in which by far the most texts can be written, what it is in a folded word.

    What parts words is a space; characters that the table can't tell of are a star, and signs that may belong to a word a plus.
    """
    table = bytearray(b" " * 256)
    for number in range(256):
        letter = bytes((number,)).decode("cp1252", "ignore")
        folded = fold(letter)
        try:
            if letter in _JOINING or letter.isalnum():
                (table[number],) = folded.encode("cp1252")
        except ValueError:  # it becomes two, or another one
            table[number] = ord("*")
    table[ord("+")] = table[ord("#")] = ord("+")
    return bytes(table)


def _parted(text: str) -> str | None:
    """A text in which spaces stand for all that is no part of a word, character by character; None for one that needs a closer look.

    A byte table takes an eighth of the time of the expression.
    """
    if text.isascii():
        parted = text.encode().translate(_letters()).decode()
    else:
        try:
            parted = text.encode("cp1252").translate(_letters()).decode("cp1252")
        except UnicodeEncodeError:
            return None
    if "*" in parted:
        return None
    if "+" in parted:
        if "++" in parted or "#" in text:  # C++ and C#
            return None
        parted = parted.replace("+", " ")
    return _without_loose(parted) if "'" in parted else parted


def _without_loose(parted: str) -> str:
    """The text with spaces for the apostrophes that stand between no two letters."""
    parted = f" {parted} "
    for loose in _LOOSE:
        if loose in parted:
            parted = parted.replace(loose, "  ")
    return parted[1:-1]


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    make = tuple.__new__  # a third of the time of Word(...), and this is where most of a run's time goes
    parted = _parted(text)
    if parted is not None:
        found, end, find = [], 0, parted.find
        for norm in parted.split():
            start = find(norm, end)
            end = start + len(norm)
            found.append(make(Word, (norm, start, end)))
        return found
    folded = fold(text)
    if len(folded) != len(text):  # a character such as `ß` became two
        return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
    return [make(Word, (folded[start:end], start, end)) for start, end in [m.span() for m in _WORD.finditer(text)]]


def tokens(text: str) -> list[str]:
    """The folded words of a text in order: `words` without their places."""
    parted = _parted(text)
    return [word[0] for word in words(text)] if parted is None else parted.split()


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
    inside = any([text.find(mark, 0, -2) >= 0 for mark in _MARKS])  # noqa: C419  # most lines are one sentence
    for mark in _MAYBE_END.finditer(text) if inside else ():
        if _is_abbreviation(text, mark.start()):
            continue
        end = mark.start() + len(mark.group().rstrip())
        found.append((start, end))
        start = mark.end()
    rest = text[start:].lstrip()
    if rest:
        found.append((len(text) - len(rest), len(text.rstrip())))
    return found
