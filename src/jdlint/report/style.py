"""Colours of the terminal."""

from __future__ import annotations

import os
from typing import IO

from jdlint.text.record import dataclass

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
_BY_SEVERITY = {"error": "red", "warning": "yellow", "info": "blue"}


@dataclass(frozen=True, slots=True)
class Style:
    """Wraps text in colours, or leaves it as it is."""

    colored: bool

    def paint(self, text: str, *names: str) -> str:
        """The text in the named colours."""
        if not self.colored or not text:
            return text
        return f"\x1b[{';'.join(_CODES[n] for n in names)}m{text}\x1b[0m"

    def severity(self, text: str, severity: str) -> str:
        """The text in the colour of a severity."""
        return self.paint(text, "bold", _BY_SEVERITY[severity])


PLAIN = Style(colored=False)


def choose_style(color: str, stream: IO[str]) -> Style:
    """The style for `--color` auto, always or never: auto looks at NO_COLOR, FORCE_COLOR and whether a terminal reads."""
    if color != "auto":
        return Style(color == "always")
    if os.environ.get("NO_COLOR"):
        return PLAIN
    if os.environ.get("FORCE_COLOR"):
        return Style(colored=True)
    return Style(stream.isatty() and os.environ.get("TERM") != "dumb")
