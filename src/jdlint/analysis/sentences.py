"""The sentences of a posting that are read as such: no headings, lists of skills, addresses, links, nor what lawyers wrote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from jdlint.posting.kept import once
from jdlint.posting.legal import is_boilerplate, is_legal
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import tokens as folded

# Where a sentence ends without a mark that says so: a colon's line, a list mark, a tab that parts cells, a full stop that lost its space.
BREAK = lazy(
    r"(?<=[:;])[ \t]*\n\s*|\n(?=\s*[-*•·–])|(?<![a-z,])\t+|\t+(?![a-z])|(?<=[\w)][a-z\d)%][.!?])[\sÂ]*(?=[A-Z][a-z])|(?<=:\))\s*(?=[A-Z])"
)
_CLOSING = "'\"”’)]"  # what may follow the mark at a sentence's end
_DASHED = lazy(r"\s+[-–•·*]\s+(?=[A-Z])")  # items of a list whose line ends were lost
_SEPARATOR = lazy(r"[,;•·|/()]|\s[-–—]\s")
_SIGNS = ",;•·|/()-–—"  # of which each separator has one
_ADDRESS = lazy(
    r"\S*(?:://|www\.|\S@\S)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|co|edu|gov|jobs|eu|uk|us|ca|au|ie|in|de|fr)\b(?:/\S*)?"
)
# Cheap signs, without which a text has neither such an end nor an address; the engine leaps to their first characters.
_GAP = lazy(r"[\n\t.!?:•·*–-](?:(?<=[\n\t])|(?<=[\w)][a-z\d)%][.!?])[\sÂ]*[A-Z][a-z]|(?<=:)\)|(?<=\s[-–•·*])\s)")
_AT_NAME = lazy(r"[@:.](?:(?<=@)|(?<=:)//|(?<=\.)\w\w|(?<=www\.))")
_PROSE = ("paragraph", "item", "quote", "cell", "field")
_FEWEST = 4  # words: less is a label or a call
_FEWEST_OPEN = 8  # words of a line that ends without a full stop and is a sentence all the same
_START = attrgetter("start")
_MOST_OPEN = 45  # words, beyond which such a line is a list that lost its line ends
_LIST_PACE = 3  # words or fewer between two separators make a list


class Sentence(NamedTuple):
    """A sentence, its folded words, and the kind of the section that it stands in ("" for none)."""

    at: Excerpt
    words: tuple[str, ...]
    section: str


@once
def sentences(posting: Posting) -> tuple[Sentence, ...]:
    """The posting's sentences in order."""
    return tuple(found for block in posting.texts for found in _in_block(posting, block))


def parted(posting: Posting, block: Block) -> Iterator[tuple[int, int]]:
    """The ranges of a block's sentences, also once they are parted where no mark says so."""
    for start, end in posting.sentences(block):
        if not _GAP.search(block.text, start, end):
            yield start, end
            continue
        at = start
        gaps = [gap.span() for form in (BREAK, _DASHED) for gap in form.finditer(block.text, start, end)]
        for low, high in (*sorted(gaps), (end, end)):
            if low > at:
                yield at, low
            at = max(at, high)


def _in_block(posting: Posting, block: Block) -> Iterator[Sentence]:
    if block.kind not in _PROSE or len(posting.tokens(block)) < _FEWEST or is_legal(posting, block):
        return
    section = posting.section_of(block)
    kind = section.kind if section is not None else ""
    addresses = [m.span() for m in _ADDRESS.finditer(block.text)] if _AT_NAME.search(block.text) else []
    ranges = list(parted(posting, block))
    for (start, end), words in zip(ranges, _words(posting, block, ranges, addresses), strict=True):
        text = block.text[start:end]
        count = len(words)
        whole = count >= _FEWEST if stops(text) else _FEWEST_OPEN <= count <= _MOST_OPEN
        if whole and not _is_list(_ADDRESS.sub("", text) if addresses else text, count) and not is_boilerplate(text):
            yield Sentence(Excerpt(block, start, end), words, kind)


def stops(text: str) -> bool:
    """Whether a sentence ends with a mark that says so."""
    return text.removesuffix("\n").rstrip(_CLOSING).endswith((".", "!", "?"))


def _words(posting: Posting, block: Block, ranges: list[tuple[int, int]], addresses: list[tuple[int, int]]) -> list[tuple[str, ...]]:
    """The folded words of each of the ranges of a block, those of addresses left out."""
    text = block.text
    if not addresses:
        if len(ranges) == 1 and not text[: ranges[0][0]].strip() and not text[ranges[0][1] :].strip():
            return [tuple(posting.tokens(block))]
        if text.isascii():  # so that no range ends inside a word
            return [tuple(folded(text[start:end])) for start, end in ranges]
    plain = [w for w in posting.words(block) if not any(low <= w.start < high for low, high in addresses)]
    places = [(bisect_left(plain, start, key=_START), bisect_left(plain, end, key=_START)) for start, end in ranges]
    return [tuple(w.norm for w in plain[first:stop]) for first, stop in places]


def _is_list(text: str, count: int) -> bool:
    """Whether a text is a list of names or skills in disguise."""
    at_most = sum(map(text.count, _SIGNS))  # most sentences have far fewer
    return at_most * _LIST_PACE >= count and len(_SEPARATOR.findall(text)) * _LIST_PACE >= count
