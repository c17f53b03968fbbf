"""The text of one file and the way from offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass

_LINE_END = lazy(r"\r\n|\n|\r")


@dataclass(frozen=True, eq=False)
class Source:
    """A decoded file.

    `text` keeps its line ends as they are and carries no byte-order mark (`bom` remembers one). Offsets count Unicode code
    points of `text`; lines end only at LF, CR LF or CR, as the JSON contract says. `extracted`: the file is a document that has no
    lines, and the text was taken out of it; `pages` are the offsets at which its pages begin, where it has any.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    extracted: bool = False
    pages: tuple[int, ...] = ()

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line's first character; the last entry may be the end of the text."""
        return [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def page(self, offset: int) -> int | None:
        """The 1-based page of an offset; None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None

    def line_text(self, line: int) -> str:
        """The 1-based line without its line end; "" past the last line."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")
