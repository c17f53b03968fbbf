"""Colours and links of the terminal."""

from __future__ import annotations

import os

from jdlint.hints import IO
from jdlint.text.record import dataclass

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
_BY_SEVERITY = {"error": "red", "warning": "yellow", "info": "blue"}


@dataclass(frozen=True, slots=True)
class Style:
    """Wraps text in colours and links, or leaves it as it is."""

    colored: bool
    linked: bool = False

    def paint(self, text: str, *names: str) -> str:
        """The text in the named colours."""
        if not self.colored or not text:
            return text
        return f"\x1b[{';'.join(_CODES[n] for n in names)}m{text}\x1b[0m"

    def severity(self, text: str, severity: str) -> str:
        """The text in the colour of a severity."""
        return self.paint(text, "bold", _BY_SEVERITY[severity])

    def link(self, text: str, url: str) -> str:
        """The text as a link, by the terminals' convention (OSC 8)."""
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.linked and url else text

    def file(self, text: str, path: str) -> str:
        """The text as a link to a file; as it is, where there is no such file (what standard input brings is called as you like)."""
        if not self.linked or not os.path.isfile(path):  # noqa: PTH113  # pathlib is not needed for anything else here
            return text
        from pathlib import Path

        return self.link(text, Path(os.path.abspath(path)).as_uri())  # noqa: PTH100  # symbolic links stay


PLAIN = Style(colored=False)


def choose_style(color: str, stream: IO[str], hyperlinks: str = "never") -> Style:
    """The style for `--color` and `--hyperlinks` auto, always or never.

    For colours, auto looks at NO_COLOR, FORCE_COLOR and whether a terminal reads; for links, at what is known of the terminal.
    """
    linked = hyperlinks == "always" or (hyperlinks == "auto" and stream.isatty() and _shows_links())
    return Style(_colored(color, stream), linked)


def _colored(color: str, stream: IO[str]) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


_VTE = 5000  # the first version of that library that shows links, as its variable has it
_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"})
_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
_OWN_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID")


def _shows_links() -> bool:
    """Whether the terminal is one that is known to show links. Others might print their addresses between the words."""
    env = os.environ
    term = env.get("TERM", "")
    if term == "dumb" or term.startswith(("screen", "tmux")):  # what shows the screen may not be the terminal that started it
        return False
    vte = env.get("VTE_VERSION", "")
    if vte.isdigit() and int(vte) >= _VTE:
        return True
    return env.get("TERM_PROGRAM") in _PROGRAMS or term.startswith(_TERMS) or any(env.get(name) for name in _OWN_VARIABLES)
