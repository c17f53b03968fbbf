"""Where a rule looks (`where`) and in which context a hit is no finding (`unless`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from operator import attrgetter, itemgetter

from jdlint.hints import TypeVar
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Guard
from jdlint.rules.patterns import compile_pattern, flat
from jdlint.text.lazy import lazy
from jdlint.text.words import Word, words

T = TypeVar("T")
# Before quotation marks: the words inside are spoken of, not used.
_SPOKEN_OF = lazy(
    r"\b(?:words?|terms?|phrases?|labels?|called|labell?ed|titled|entitled|named|dubbed|expressions?)(?: (?:such|like|as|of))*"
    r"(?: [\"“][^\"”]{1,30}[\"”],?(?: (?:or|and))?)* *$"
)
_WORD_BEFORE = lazy(r"\bthe (?:word|term|phrase) $")
_FIRST, _LAST = itemgetter(0), itemgetter(1)
_WORD_START, _WORD_END = attrgetter("start"), attrgetter("end")
_BLOCK_KINDS = frozenset(("heading", "item", "paragraph", "cell", "field"))


def longest(rows: Sequence[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Of ranges that overlap, the longest (of those, the first); the rest in order."""
    if len(rows) == 1:
        return list(rows)
    kept: list[tuple[int, int, T]] = []  # in order, and none touches another
    for row in sorted(rows, key=lambda r: (r[0] - r[1], r[0])):
        at = bisect_left(kept, row[0], key=_FIRST)
        if (at == 0 or kept[at - 1][1] <= row[0]) and (at == len(kept) or kept[at][0] >= row[1]):
            kept.insert(at, row)
    return kept


def in_scope(where: Sequence[str], posting: Posting, at: Excerpt) -> bool:
    """Whether an excerpt stands where a rule looks: in any of the places named, and in none of those with `~`."""
    wanted = False
    positive = False
    for name in where:
        if name[0] == "~":
            if _stands_in(name[1:], posting, at):
                return False
        else:
            positive = True
            wanted = wanted or _stands_in(name, posting, at)
    return wanted or not positive


def may_hold(where: Sequence[str], posting: Posting, block: Block) -> bool:
    """Whether some part of a block can be where a rule looks: a cheap question to ask before the block is searched."""
    return in_scope(_but_titles(tuple(where)), posting, Excerpt.whole(block))


@cache
def _but_titles(where: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in where if name != "~title")


def _stands_in(name: str, posting: Posting, at: Excerpt) -> bool:
    block = at.block
    if name in _BLOCK_KINDS:
        return block.kind == name
    if name == "quote":
        return block.quoted or block.kind == "quote"
    if name == "body":
        return block.kind != "field"
    if name == "title":
        return _in_title(posting, at)
    section = posting.section_of(block)
    return section is not None and name in section.kinds


def _in_title(posting: Posting, at: Excerpt) -> bool:
    """Whether an excerpt is part of the title, or of the page's top heading that says it once more."""
    title, block = posting.title, at.block
    if title is None:
        return False
    if title.block is block:
        return at.start < title.end and at.end > title.start
    return block.level == 1 and next((b for b in posting.blocks if b.kind == "heading"), None) is block


def silenced(guards: Iterable[Guard], posting: Posting, at: Excerpt, *, trusted: bool) -> bool:
    """Whether one of the guards explains the hit away, or the words are a name or are only spoken of."""
    return _is_named(posting, at) or _is_mentioned(at) or any(_explains(guard, posting, at, trusted) for guard in guards)


def _is_named(posting: Posting, at: Excerpt) -> bool:
    """Whether the excerpt is part of the employer's name."""
    text = at.block.text
    for name in posting.company_names:
        found = text.find(name, max(0, at.start - len(name)), at.end + len(name))
        if found >= 0 and found <= at.start and at.end <= found + len(name) and len(name) > at.end - at.start:
            return True
    return False


def _is_mentioned(at: Excerpt) -> bool:
    """Whether the excerpt stands in quotation marks as a word that is spoken of: words like "guys"."""
    text = at.block.text
    if _WORD_BEFORE.search(text, max(0, at.start - 12), at.start):
        return True
    opening = max(text.rfind(mark, max(0, at.start - 60), at.start) for mark in '"“')
    closed = '"' in text[at.end : at.end + 60].replace("”", '"')
    return opening >= 0 and closed and _SPOKEN_OF.search(text, max(0, opening - 60), opening) is not None


def _explains(guard: Guard, posting: Posting, at: Excerpt, trusted: bool) -> bool:
    if guard.reach == "trade":
        trait = guard.phrase.removeprefix("~")
        return (trait in posting.traits) != guard.phrase.startswith("~")
    if guard.reach == "block":
        at = Excerpt.whole(at.block)
    elif guard.reach == "sentence":
        at = posting.sentence_at(at)
    if not guard.pattern:
        return _says(guard.phrase, at, posting.words(at.block))
    found = _by_pattern(guard.pattern, at.block, trusted)
    first = bisect_right(found, at.start, key=_LAST)
    return first < len(found) and found[first][0] < at.end


@lru_cache(maxsize=256)  # many hits can stand in one block
def _by_pattern(pattern: str, block: Block, trusted: bool) -> list[tuple[int, int]]:
    return list(compile_pattern(pattern, trusted=trusted).spans(flat(block.text)))


@cache
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(w.norm for w in words(phrase))


def _says(phrase: str, at: Excerpt, tokens: Sequence[Word]) -> bool:
    """Whether a phrase overlaps an excerpt."""
    parts = _parts(phrase)
    size = len(parts)
    first = max(0, bisect_right(tokens, at.start, key=_WORD_END) - size + 1)
    stop = min(bisect_left(tokens, at.end, key=_WORD_START), len(tokens) - size + 1)
    return any(tokens[i].norm == parts[0] and all(tokens[i + k].norm == parts[k] for k in range(1, size)) for i in range(first, stop))
