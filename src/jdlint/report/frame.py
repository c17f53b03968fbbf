"""The lines of a file that a finding points at, with carets under its characters."""

from __future__ import annotations

import unicodedata

from jdlint.hints import TYPE_CHECKING
from jdlint.report.style import Style
from jdlint.text.source import Source

if TYPE_CHECKING:
    from jdlint.engine.finding import Finding

TAB = 4
WIDTH = 100  # a longer line is cut around the span
LINES = 3  # a longer span is shown by its first lines


def cell_width(char: str) -> int:
    """How many terminal columns a character takes."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


_KEPT = "\u00ad\u200c\u200d"  # soft hyphens, and what joins letters and emoji


def safe(text: str) -> str:
    """The text with control characters, which could move the cursor or hide words, and with invisible ones as visible escapes."""
    return "".join(_shown(c) for c in text)


def _shown(char: str) -> str:
    if char == "\t":
        return " " * TAB
    category = unicodedata.category(char)
    if (
        category in ("Cc", "Cs")
        or char in "\u2028\u2029"
        or (category == "Cf" and char not in _KEPT and unicodedata.bidirectional(char) != "AN")
    ):
        code = ord(char)
        return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004  # one byte
    return char


def width(text: str) -> int:
    """The terminal columns of a text made safe."""
    return sum(cell_width(c) for c in text)


def _window(line: str, start: int, end: int) -> tuple[int, int]:
    """The part of a long line to show: all of the span that fits, with what stands around it."""
    if len(line) <= WIDTH:
        return 0, len(line)
    room = max(0, WIDTH - (end - start))
    low = max(0, min(start - room // 2, len(line) - WIDTH))
    return low, min(len(line), low + WIDTH)


def _marked(line: str, start: int, end: int) -> tuple[str, str]:
    """A line's text and the carets under its characters [start, end), both made safe and cut to the window."""
    low, high = _window(line, start, end)
    before, marked, after = (safe(line[a:b]) for a, b in ((low, start), (start, min(end, high)), (min(end, high), high)))
    left, right = "…" if low else "", "…" if high < len(line) else ""
    carets = " " * (len(left) + width(before)) + "^" * max(1, width(marked))
    return f"{left}{before}{marked}{after}{right}", carets


def frame(source: Source, finding: Finding, style: Style) -> list[str]:
    """The lines to show for a finding; none where it points at nothing in particular."""
    if finding.line < 1 or not source.line_text(finding.line).strip():
        return []
    last = min(finding.end_line, finding.line + LINES - 1)
    gutter = len(str(last))
    rows = []
    for number in range(finding.line, last + 1):
        line = source.line_text(number)
        start = finding.column - 1 if number == finding.line else len(line) - len(line.lstrip())
        end = finding.end_column - 1 if number == finding.end_line else len(line.rstrip())
        if number > finding.line and end <= start:
            continue
        text, carets = _marked(line, start, max(start, end))
        rows.append(f"  {style.paint(f'{number:>{gutter}} |', 'dim')} {text}")
        rows.append(f"  {style.paint(' ' * gutter + ' |', 'dim')} {style.severity(carets, finding.severity)}")
    if finding.end_line > last:
        rows.append(f"  {style.paint(' ' * gutter + ' |', 'dim')} …")
    return rows
