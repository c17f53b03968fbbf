"""How far a suppression reaches: a block, a row, a section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jdlint.posting.model import Block, Directive
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy
from jdlint.text.spans import Span

_COMMENT = lazy(r"<!--.*?-->|\{/\*.*?\*/\}", 16)  # 16: the dot takes line ends
_OPENING = lazy(r"<[A-Za-z]")
_BREAK = lazy(r"[\r\n]")
_DEEPEST = 7  # below all headings with a level


@dataclass(frozen=True, slots=True)
class Reach:
    """Ranges of the source, and whether what is absent counts as in them."""

    spans: tuple[Span, ...] = ()
    absent: bool = False

    def holds(self, span: Span, *, absent: bool) -> bool:
        """Whether a finding's place is in reach."""
        return (absent and self.absent) or any(s.start <= span.start < s.end or s == span for s in self.spans)


def reach(directive: Directive, posting: Posting) -> Reach:
    """What an `ignore` covers: the block it stands in or after, else the next one; on a heading, its section.

    On the title or the first block it covers what is absent too, but no section: the title's would be the whole file.
    """
    blocks = posting.blocks
    at, alone = _target(directive, blocks, posting.source.text)
    if at < 0:
        return Reach()
    block = blocks[at]
    if block.kind == "cell":
        same = [b for b in blocks if b.kind == "cell" and b.group == block.group and (alone or b.row == block.row)]
        return Reach(tuple(b.span for b in same), absent=at == 0)
    title = posting.title
    is_title = title is not None and block.span.start <= title.span.start < block.span.end
    absent = is_title or at == 0
    if block.kind == "heading" and not is_title and not (at == 0 and block.level == 1):
        return Reach((Span(block.span.start, _section_end(blocks, at, len(posting.source.text))),), absent)
    return Reach((block.span,), absent)


def _target(directive: Directive, blocks: Sequence[Block], text: str) -> tuple[int, bool]:
    """The index of the block that a directive is about, or -1; and whether it stands alone before that block."""
    start, end = directive.span
    before = after = -1
    for at, block in enumerate(blocks):
        span = block.span
        if span.start <= start and end <= span.end:
            return at, False
        if span.end <= start:
            before = at
        elif span.start >= end:
            after = at
            break
    if directive.form == "comment" and before >= 0 and not _alone(start, end, text) and _attached(text[blocks[before].span.end : start]):
        return before, False
    return after, True


def _alone(start: int, end: int, text: str) -> bool:
    """Whether there is nothing on a comment's lines but comments."""
    low = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    stop = _BREAK.search(text, end)
    return not _COMMENT.sub("", text[low : stop.start() if stop else len(text)]).strip()


def _attached(gap: str) -> bool:
    """Whether a comment belongs to the block before it, by what stands between the two."""
    gap = _COMMENT.sub("", gap)
    return not _OPENING.search(gap) and (not _BREAK.search(gap) or "</" in gap)


def _section_end(blocks: Sequence[Block], at: int, end: int) -> int:
    """Where the next heading stands that is not below this one."""
    level = blocks[at].level or _DEEPEST
    return next((b.span.start for b in blocks[at + 1 :] if b.kind == "heading" and (b.level or _DEEPEST) <= level), end)
