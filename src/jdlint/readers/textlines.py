"""The lines of a plain text, with their places, and the width at which its paragraphs were broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

_LINE = lazy(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_TAB = 4
_WIDEST = 120
_NARROWEST = 40
_FEW = 0.05


class Line(NamedTuple):
    """A line without white space around it; `indent` counts the columns before it."""

    text: str
    start: int
    end: int
    indent: int


def numbered_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of the range [start, end)."""
    for match in _LINE.finditer(text, start, end):
        first, stop = match.span(1)
        raw = text[first:stop]
        words = raw.strip()
        if match.end() == first:  # behind the last line end
            return
        indent = 0
        if raw[:1].isspace():
            lead = raw[: len(raw) - len(raw.lstrip())]
            first += len(lead)
            indent = len(lead) + (_TAB - 1) * lead.count("\t")
        yield Line(words, first, first + len(words), indent)


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a typist or a mail program broke the lines; 0 where each paragraph is one line."""
    widths = sorted(line.indent + len(line.text) for line in lines if line.text)
    if not widths:
        return 0
    wide = sum(1 for width in widths if width > _WIDEST)
    if wide > _FEW * len(widths):
        return 0
    widest = widths[len(widths) - wide - 1]
    return widest if widest >= _NARROWEST else 0
