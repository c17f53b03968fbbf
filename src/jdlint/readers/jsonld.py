"""JSON-LD in the scripts of a page: the JobPosting objects, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.posting.model import Block, Excerpt, Structured
from jdlint.posting.tree import Node
from jdlint.readers.jsontree import BrokenError, parse
from jdlint.readers.templates import FILLER
from jdlint.text.lazy import lazy
from jdlint.text.spans import MappedText

_OPENING = lazy(r"\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)?\s*")
_CLOSING = lazy(r"\s*(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|(?://)?\s*-->)?\s*\Z")
_TYPE = "JobPosting"


def structured(text: str, ranges: Iterable[tuple[int, int]]) -> Structured:
    """The JobPosting objects in the scripts at these ranges of a page's text, in which template code is masked.

    A script that can't be read counts as broken if it speaks of a JobPosting and no template code is at fault.
    """
    found: list[Node] = []
    broken: list[tuple[Excerpt, str]] = []
    for start, end in ranges:
        opening, closing = _OPENING.match(text, start, end), _CLOSING.search(text, start, end)
        low, high = opening.end() if opening else start, closing.start() if closing else end
        try:
            found += job_postings(parse(text, low, max(low, high)))
        except BrokenError as error:
            if _TYPE in text[low:high] and FILLER not in text[low:high]:
                broken.append((_spot(text, error.at, low, high), error.message))
    return Structured(tuple(found), tuple(broken))


def job_postings(top: Node) -> Iterator[Node]:
    """The objects that are a JobPosting, in order: the top itself, or what lies below it in lists, `@graph` or other objects."""
    return (node for node in top.walk() if is_job_posting(node))


def is_job_posting(node: Node) -> bool:
    """Whether an object says that it is a JobPosting."""
    kind = node.get("@type")
    return kind is not None and any(name.text.rpartition("/")[2].rpartition(":")[2] == _TYPE for name in kind.items)


def _spot(text: str, at: int, low: int, high: int) -> Excerpt:
    """The character at which reading failed, or the last one there is."""
    at = min(at, high - 1)
    while at > low and text[at].isspace():
        at -= 1
    return Excerpt.whole(Block("field", MappedText.direct(text, at, at + 1)))
