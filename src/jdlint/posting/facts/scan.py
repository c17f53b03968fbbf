"""What several facts share: where the stated values stand, which blocks are prose, and cheap tests before costly ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.fields import field_kind, fields_of
from jdlint.posting.model import PROSE, Block, Excerpt, Section
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_SLOT = lazy(r"\[[^\[\]]*\]\.?")  # "[Full-time or part-time]": a template's slot states nothing
_BAR = lazy(r"[·•|\n]|(?<=\s)[–—-](?=\s)")
_NEXT_LABEL = lazy(r"(?:\s+[|·•]|\n|(?P<stop>[.;,]))\s*(?P<label>[A-Z][A-Za-z ]{2,20}):")  # "Location: Leeds | Type: Full-time"
_SLOT_LENGTH = 300
_HEADER_BLOCKS, _HEADER_WORDS = 8, 14
_GAP = 3  # characters between a value and the label behind it
_VALUE_WORDS = 30  # a label's value is short; more is prose under a heading


def trimmed(block: Block, start: int = 0, end: int | None = None) -> Excerpt:
    """The characters [start, end) of a block without white space at the ends."""
    part = block.text[start:end]
    start += len(part) - len(part.lstrip())
    return Excerpt(block, start, start + len(part.strip()))


def field_values(posting: Posting, *kinds: str) -> Iterator[Excerpt]:
    """The values of front-matter or record fields of a kind."""
    return (trimmed(f.block) for f in fields_of(posting, *kinds))


def find_header_parts(posting: Posting) -> Iterator[Excerpt]:
    """The parts of the short lines above the text ("Leeds · Full-time · On-site"), of which each states one fact."""
    for block in posting.blocks[:_HEADER_BLOCKS]:
        if block.kind not in PROSE or block.label_end:
            continue
        start = 0
        for line in block.text.split("\n"):
            if sum(1 for part in line.split() if part not in "|·•–—-") > _HEADER_WORDS:
                return
            if not line.rstrip().endswith((".", "!", "?")):
                yield from _split(block, start, start + len(line), _BAR)
            start += len(line) + 1


def _split(block: Block, start: int, end: int, mark: re.Pattern[str]) -> Iterator[Excerpt]:
    """The parts of a block's range between marks, empty ones left out."""
    for found in (*mark.finditer(block.text, start, end), None):
        part = trimmed(block, start, found.start() if found else end)
        if part.text:
            yield part
        start = found.end() if found else end


def _labels_in(posting: Posting, block: Block) -> list[tuple[int, int, str]]:
    """The labels behind a block's first one, each with where the value before it ends and where its own value starts.

    Bars and line ends part them, bold print does, and a stop does before the name of a known field.
    """
    text, first = block.text, block.label_end
    bold: list[tuple[int, int, str]] = []
    taken: list[tuple[int, int]] = []  # what is bold, and the mark before it
    for start, end in block.bold:
        label = text[start:end].rstrip()
        if start >= first and (label.endswith(":") or text[end : end + 1] == ":"):
            if bold and bold[-1][0] >= start - _GAP:
                bold.pop()
            bold.append((start, max(end, text.find(":", start) + 1), label.rstrip(": ")))
            taken.append((start - _GAP, end))

    def is_free(at: int) -> bool:
        near = bisect_right(taken, at, key=itemgetter(0)) - 1
        return near < 0 or taken[near][1] < at

    plain = [
        (m.start(), m.end(), m["label"])
        for m in _NEXT_LABEL.finditer(text, first)
        if is_free(m.start()) and (not m["stop"] or field_kind(m["label"], posting.reading))
    ]
    return sorted((*plain, *bold))


def find_inline_labels(posting: Posting) -> Iterator[tuple[str, Excerpt]]:
    """Labels that follow a first one in the same line, with their values: "Location: Leeds | Mode: hybrid"."""
    for block in posting.blocks:
        if not block.label_end:
            continue
        labels = _labels_in(posting, block)
        for one, following in zip(labels, (*labels[1:], None), strict=False):
            value = _value(block, one[1], following[0] if following else None)
            if value.text:
                yield one[2], value


def _value(block: Block, start: int, end: int | None) -> Excerpt:
    """A label's value, without the stop before the next label."""
    value = trimmed(block, start, end)
    return value if end is None else Excerpt(block, value.start, value.start + len(value.text.rstrip(" .;,")))


def label_values(posting: Posting, *kinds: str) -> Iterator[Excerpt]:
    """The short values under headings and labels of a kind ("Location: Leeds", or Leeds under the heading Location)."""
    for section in posting.sections:
        if section.source not in ("heading", "label") or not _is_of_kind(posting, section, kinds):
            continue
        head = section.heading.block if section.heading is not None else None
        blocks = section.blocks if head is None or head in section.blocks or not head.label_end else (head, *section.blocks)
        for block in blocks:
            if block.kind in ("code", "heading") and not block.label_end:
                continue
            labels = _labels_in(posting, block) if block.label_end else []
            value = _value(block, block.label_end, labels[0][0] if labels else None)
            if value.text and not _SLOT.fullmatch(value.text) and len(posting.tokens(block)) <= _VALUE_WORDS:
                yield value
    yield from _inline_values(posting, kinds)


def _inline_values(posting: Posting, kinds: tuple[str, ...]) -> Iterator[Excerpt]:
    return (value for label, value in posting.inline_labels if field_kind(label, posting.reading) in kinds)


def _is_of_kind(posting: Posting, section: Section, kinds: tuple[str, ...]) -> bool:
    """Whether a section is of one of the kinds, or its label is the name of a field of such a kind ("Town: Ballina")."""
    if section.kind in kinds:
        return True
    return (
        section.kind == "other"
        and section.source == "label"
        and section.heading is not None
        and field_kind(section.heading.text.strip(" :*"), posting.reading) in kinds
    )


def in_slot(text: str, at: int) -> bool:
    """Whether an offset stands between square brackets, where templates keep what is to be filled in."""
    low = max(0, at - _SLOT_LENGTH)
    return text.rfind("[", low, at) > text.rfind("]", low, at)


def mentions(posting: Posting, block: Block, anchors: frozenset[str]) -> bool:
    """Whether one of the words stands in the block: the cheap test before a regex."""
    return not anchors.isdisjoint(posting.norms(block))
