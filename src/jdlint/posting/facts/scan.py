"""What several facts share: where the stated values stand, which blocks are prose, and cheap tests before costly ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.posting.fields import fields_of
from jdlint.posting.model import Block, Excerpt

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_PROSE = frozenset({"paragraph", "item", "cell", "quote"})
_SLOT = re.compile(r"\[[^\[\]]*\]\.?")  # "[Full-time or part-time]": a template's slot states nothing
_VALUE_WORDS = 30  # a label's value is short; more is prose under a heading


def trimmed(block: Block, start: int = 0, end: int | None = None) -> Excerpt:
    """The characters [start, end) of a block without white space at the ends."""
    part = block.text[start:end]
    start += len(part) - len(part.lstrip())
    return Excerpt(block, start, start + len(part.strip()))


def field_values(posting: Posting, *kinds: str) -> Iterator[Excerpt]:
    """The values of front-matter or record fields of a kind."""
    return (trimmed(f.block) for f in fields_of(posting, *kinds))


def label_values(posting: Posting, *kinds: str) -> Iterator[Excerpt]:
    """The short values under headings and labels of a kind ("Location: Leeds", or Leeds under the heading Location)."""
    for section in posting.sections_of_kind(*kinds):
        if section.source not in ("heading", "label") or section.kind not in kinds:
            continue
        head = section.heading.block if section.heading is not None else None
        blocks = section.blocks if head is None or head in section.blocks or not head.label_end else (head, *section.blocks)
        for block in blocks:
            value = trimmed(block, block.label_end)
            if block.kind in ("code", "heading") and not block.label_end:
                continue
            if value.text and not _SLOT.fullmatch(value.text) and len(posting.words(block)) <= _VALUE_WORDS:
                yield value


def in_slot(text: str, at: int) -> bool:
    """Whether an offset stands between square brackets, where templates keep what is to be filled in."""
    return text.rfind("[", 0, at) > text.rfind("]", 0, at)


def prose(posting: Posting) -> Iterator[Block]:
    """The body's blocks that hold sentences."""
    return (b for b in posting.blocks if b.kind in _PROSE)


def mentions(posting: Posting, block: Block, anchors: frozenset[str]) -> bool:
    """Whether one of the words stands in the block: the cheap test before a regex."""
    return not anchors.isdisjoint(posting.norms(block))
