"""How far a suppression reaches: a block, a row, a section."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from jdlint.posting.model import Block, Directive
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass
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


class Blocks:
    """A posting's blocks by their place in the source."""

    def __init__(self, posting: Posting) -> None:
        self.posting = posting
        self.all = sorted(posting.blocks, key=lambda b: b.span)
        self._spans = [b.span for b in self.all]
        self._rows: dict[int, list[Block]] = {}
        for block in self.all:
            if block.kind == "cell":
                self._rows.setdefault(block.group, []).append(block)

    def before(self, offset: int) -> int:
        """The number of the last block that starts at an offset or before it; -1 where there is none."""
        return bisect_right(self._spans, offset, key=lambda s: s.start) - 1

    def at(self, offset: int) -> Block | None:
        """The block that an offset stands in."""
        number = self.before(offset)
        return self.all[number] if number >= 0 and offset < self._spans[number].end else None

    def reach(self, directive: Directive) -> Reach:
        """What an `ignore` covers: the block it stands in or after, else the next one; on a heading, its section.

        On the title or the first block it covers what is absent too, but no section: the title's would be the whole file.
        """
        at, alone = self._target(directive)
        if at < 0:
            return Reach()
        if directive.form == "aside" and (below := self._spans[at + 1 : self.before(directive.span.end - 1) + 1]):
            return Reach((self._spans[at], *below), absent=at == 0)  # anchored to more than one
        block, span = self.all[at], self._spans[at]
        if block.kind == "cell":
            same = [b for b in self._rows[block.group] if alone or b.row == block.row]
            return Reach(tuple(b.span for b in same), absent=at == 0)
        title = self.posting.title
        is_title = title is not None and span.start <= title.span.start < span.end
        absent = is_title or at == 0
        if block.kind == "heading" and not is_title and not (at == 0 and block.level == 1):
            return Reach((Span(span.start, self._section_end(at)),), absent)
        return Reach((span,), absent)

    def _target(self, directive: Directive) -> tuple[int, bool]:
        """The number of the block that a directive is about, or -1; and whether it stands alone before that block."""
        start, end = directive.span
        before = self.before(start)
        if before >= 0 and end <= self._spans[before].end:
            return before, False
        if directive.form == "aside" and before >= 0 and start < self._spans[before].end:
            return before, False
        text = self.posting.source.text
        if (
            directive.form == "comment"
            and before >= 0
            and not _alone(start, end, text)
            and _attached(text[self._spans[before].end : start])
        ):
            return before, False
        return (before + 1 if before + 1 < len(self.all) else -1), True

    def _section_end(self, at: int) -> int:
        """Where the next heading stands that is not below this one."""
        level = self.all[at].level or _DEEPEST
        for block in islice(self.all, at + 1, None):
            if block.kind == "heading" and (block.level or _DEEPEST) <= level:
                return block.span.start
        return len(self.posting.source.text)


def _alone(start: int, end: int, text: str) -> bool:
    """Whether there is nothing on a comment's lines but comments."""
    low = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    stop = _BREAK.search(text, end)
    return not _COMMENT.sub("", text[low : stop.start() if stop else len(text)]).strip()


def _attached(gap: str) -> bool:
    """Whether a comment belongs to the block before it, by what stands between the two."""
    gap = _COMMENT.sub("", gap)
    return not _OPENING.search(gap) and (not _BREAK.search(gap) or "</" in gap)
