"""The text of one file and the way from offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from jdlint.hints import TYPE_CHECKING
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass

if TYPE_CHECKING:
    from jdlint.text.spans import Span

_LINE_END = lazy(r"\r\n|\n|\r")


@dataclass(frozen=True, eq=False)
class Source:
    """A decoded file.

    `text` keeps its line ends as they are and carries no byte-order mark (`bom` remembers one). Offsets count Unicode code
    points of `text`; lines end only at LF, CR LF or CR, as the JSON contract says. `extracted`: the file is a document that has no
    lines, and the text was taken out of it; `pages` are the offsets at which its pages begin, where it has any.
    Of a file that holds many postings the text is that of one: it begins at `first_line` and `first_column`, `row` is its row in a
    table, and `part` tells it from the others ("" in a file of one posting).
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    extracted: bool = False
    pages: tuple[int, ...] = ()
    first_line: int = 1
    first_column: int = 1
    row: int | None = None
    part: str = ""
    data: bool = False  # what programs write: nothing is mended in it

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line's first character; the last entry may be the end of the text."""
        if "\r" in self.text:
            return [0, *[m.end() for m in _LINE_END.finditer(self.text)]]
        return [0, *accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]])]

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        column = offset - self.line_starts[line - 1] + (self.first_column if line == 1 else 1)
        return line + self.first_line - 1, column

    def corners(self, span: Span) -> tuple[int, int, int, int]:
        """The 1-based line and column at which a range begins, and those at which it has ended."""
        return *self.position(span.start), *self.position(span.end)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a 1-based line and column; that of the nearest line that there is."""
        local = min(max(line - self.first_line, 0), len(self.line_starts) - 1)
        return max(0, self.line_starts[local] + column - (self.first_column if local == 0 else 1))

    @property
    def writable(self) -> bool:
        """Whether the file is text that people write, so that it can be changed."""
        return not (self.extracted or self.data)

    def page(self, offset: int) -> int | None:
        """The 1-based page of an offset; None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None

    def line_text(self, line: int) -> str:
        """The 1-based line without its line end; "" past the last line. What stands before the posting on its line is blank."""
        starts = self.line_starts
        line -= self.first_line - 1
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return " " * (self.first_column - 1 if line == 1 else 0) + self.text[starts[line - 1] : end].rstrip("\r\n")
