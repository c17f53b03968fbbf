"""When reports are coloured, and when they hold links."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from jdlint.report.style import PLAIN, Style, choose_style


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "stream", "env", "colored"),
    [
        ("auto", Terminal(), {}, True),
        ("auto", io.StringIO(), {}, False),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("auto", Terminal(), {"NO_COLOR": "1"}, False),
        ("auto", Terminal(), {"NO_COLOR": ""}, True),
        ("auto", io.StringIO(), {"FORCE_COLOR": "1"}, True),
        ("auto", io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
        ("never", Terminal(), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_choice(monkeypatch: pytest.MonkeyPatch, color: str, stream: io.StringIO, env: dict[str, str], colored: bool) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert choose_style(color, stream).colored is colored


@pytest.mark.parametrize(
    ("hyperlinks", "stream", "env", "linked"),
    [
        ("auto", Terminal(), {"TERM_PROGRAM": "WezTerm"}, True),
        ("auto", Terminal(), {"VTE_VERSION": "7003"}, True),
        ("auto", Terminal(), {"VTE_VERSION": "4600"}, False),
        ("auto", Terminal(), {"TERM": "xterm-kitty"}, True),
        ("auto", Terminal(), {"WT_SESSION": "x"}, True),
        ("auto", Terminal(), {"WT_SESSION": "x", "NO_COLOR": "1"}, True),
        ("auto", Terminal(), {"TERM": "xterm-256color"}, False),
        ("auto", Terminal(), {"TERM": "tmux-256color", "WT_SESSION": "x"}, False),
        ("auto", Terminal(), {"TERM": "dumb", "VTE_VERSION": "7003"}, False),
        ("auto", io.StringIO(), {"TERM_PROGRAM": "WezTerm"}, False),
        ("always", io.StringIO(), {}, True),
        ("never", Terminal(), {"TERM_PROGRAM": "WezTerm"}, False),
    ],
)
def test_links(monkeypatch: pytest.MonkeyPatch, hyperlinks: str, stream: io.StringIO, env: dict[str, str], linked: bool) -> None:
    for name in ("TERM", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert choose_style("never", stream, hyperlinks).linked is linked


def test_a_link_stands_around_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a b.md").write_text("", encoding="utf-8")
    style = Style(colored=False, linked=True)
    assert style.link("PAY001", "https://x.example/PAY001") == "\x1b]8;;https://x.example/PAY001\x1b\\PAY001\x1b]8;;\x1b\\"
    assert style.link("PAY001", "") == "PAY001"
    assert style.file("a b.md:1:2", "a b.md") == style.link("a b.md:1:2", (tmp_path / "a b.md").as_uri())
    assert " " not in style.file("x", "a b.md")
    assert style.file("-", "-") == "-"
    assert PLAIN.link("PAY001", "https://x.example") == PLAIN.file("PAY001", "a b.md") == "PAY001"
    assert os.sep not in style.file("x", "gone.md")
