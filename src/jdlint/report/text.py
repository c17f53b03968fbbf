"""Text of postings on its way into a report, where it may mean nothing but itself."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from jdlint.report.frame import safe
from jdlint.text.lazy import lazy

_QUOTED = lazy(r"`([^`]+)`")


WIDTH = 96  # of prose on a terminal


def wrapped(text: str, indent: str, hanging: str = "") -> list[str]:
    """Prose in lines that are indented, those after the first by as much more as `hanging` says; no word is cut."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + hanging, break_long_words=False, break_on_hyphens=False
    )


def one_line(text: str) -> str:
    """The text in one line, with characters that could hide or reorder words as visible escapes."""
    return safe(" ".join(text.split()))


def quoting(message: str) -> Iterator[tuple[str, bool]]:
    """The parts of a message in one line, and whether each is quoted (between backticks, which are left out)."""
    for number, part in enumerate(_QUOTED.split(one_line(message))):
        yield part, bool(number % 2)
