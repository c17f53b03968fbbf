"""Lists that somebody typed with bullets or numbers of their own into a paragraph: as a reader sees them, they are lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.posting.model import Block, Link
from jdlint.text.lazy import lazy
from jdlint.text.record import replace

_SIGN = lazy(
    r"^[ \t]*(?:(?P<sure>[•●▪‣◦○■□➢➤✓✔✅·\uf0b7\uf0a7]\ufe0f?\s*)|(?P<dash>[-–—*]\s+)|(?P<number>\(?(?:\d{1,2}|[a-z])[.)]\s+))(?=\S)",
    re.MULTILINE,
)


def with_typed_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with typed lists made items.

    A bullet character is enough; dashes and numbers count where at least two lines in a row start with them.
    """
    found: list[Block] = []
    run: list[tuple[Block, list[re.Match[str]]]] = []
    group = 1 + max((b.group for b in blocks), default=0)
    for block in blocks:
        signs = _signs(block)
        if run and (not signs or not _goes_on(run[-1], block, signs)):
            found += _items(run, group)
            group += 1
            run = []
        if signs:
            run.append((block, signs))
        else:
            found.append(block)
    found += _items(run, group)
    return tuple(found)


def _signs(block: Block) -> list[re.Match[str]]:
    """Where the lines of a paragraph start with a sign of a list."""
    if block.kind not in ("paragraph", "quote") or not block.text:
        return []
    text = block.text
    if text[0].isalpha() and "\n" not in text and text[1:2] not in (".", ")"):
        return []  # the common case, told cheaply
    signs = list(_SIGN.finditer(text))
    whole_bold = block.bold == ((0, len(text)),)
    return [] if whole_bold and len(signs) < 2 else signs  # noqa: PLR2004  # one numbered bold line is a heading


def _goes_on(last: tuple[Block, list[re.Match[str]]], block: Block, signs: list[re.Match[str]]) -> bool:
    """Whether a paragraph is the next item of the same list."""
    return not block.text[: signs[0].start()].strip() and last[0].kind == block.kind and last[1][-1].lastgroup == signs[0].lastgroup


def _items(run: list[tuple[Block, list[re.Match[str]]]], group: int) -> Iterator[Block]:
    signs = [sign for _, found in run for sign in found]
    if len(signs) < 2 and not any(sign.group("sure") for sign in signs):  # noqa: PLR2004
        yield from (block for block, _ in run)
        return
    for block, found in run:
        ends = [sign.start() for sign in found[1:]] + [len(block.text)]
        if lead := part(block, 0, found[0].start()):
            yield lead
        for sign, end in zip(found, ends, strict=True):
            if item := part(block, sign.end(), end):
                yield replace(item, kind="item", level=1, group=group, ordered=bool(sign.group("number")))


def part(block: Block, start: int, end: int) -> Block | None:
    """The plain range of a block as a block of its own, without white space around it; None where nothing is left."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    if start >= end:
        return None
    links = (Link(max(k.start, start) - start, min(k.end, end) - start, k.href) for k in block.links if k.end > start and k.start < end)
    bold = ((max(low, start) - start, min(high, end) - start) for low, high in block.bold if high > start and low < end)
    return replace(block, mapped=block.mapped.slice(start, end), links=tuple(links), bold=tuple(bold))
