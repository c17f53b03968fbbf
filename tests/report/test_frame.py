"""Carets stand under the exact characters, whatever the characters are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.engine.finding import Finding
from jdlint.report.frame import WIDTH, frame, safe, width
from jdlint.report.style import PLAIN
from jdlint.text.source import Source
from jdlint.text.spans import Span

At = Callable[[Source, str], Finding]


@pytest.fixture
def at() -> At:
    def at(source: Source, words: str) -> Finding:
        start = source.text.index(words)
        end = start + len(words)
        (line, column), (end_line, end_column) = source.position(start), source.position(end)
        return Finding("X", "x", "error", "high", "m", "x.md", Span(start, end), line, column, end_line, end_column, words, None, "", "")

    return at


@pytest.mark.parametrize(
    ("line", "words", "before", "carets"),
    [
        ("plain words here", "words", 6, 5),
        ("\ttab first", "tab", 4, 3),
        ("a\tb", "\t", 1, 4),
        ("厨师长 wanted", "wanted", 7, 6),
        ("厨师长 wanted", "师", 2, 2),
        ("cafe\u0301 fan", "fan", 5, 3),
        ("cafe\u0301 fan", "e\u0301", 3, 1),
        ("bell\x07 rings", "rings", 9, 5),
        ("zero\u200bwidth", "width", 10, 5),
        ("end", "", 0, 1),
    ],
)
def test_carets(at: At, line: str, words: str, before: int, carets: int) -> None:
    source = Source("x.md", line + "\n")
    _, marks = frame(source, at(source, words), PLAIN)
    assert marks == "    | " + " " * before + "^" * carets


@pytest.mark.parametrize("place", [0, 150, 390])
def test_a_long_line_is_cut_around_the_words(at: At, place: int) -> None:
    line = f"{'a' * place} words {'b' * (400 - place)}"
    source = Source("x.md", line)
    text, marks = frame(source, at(source, "words"), PLAIN)
    assert "words" in text
    assert len(text) <= WIDTH + len("  1 | ") + 2
    assert text[marks.index("^") : marks.rindex("^") + 1] == "words"
    assert ("…" in text[:8], text.endswith("…")) == (place > 0, place < 390)


def test_a_span_longer_than_the_window_is_cut_as_well(at: At) -> None:
    source = Source("x.md", f"x {'ab ' * 100}y")
    text, marks = frame(source, at(source, "ab " * 100), PLAIN)
    assert len(marks) <= len(text)


def test_a_span_over_lines_shows_the_first_three(at: At) -> None:
    source = Source("x.md", "one\n  two\n\nfour\nfive\n")
    rows = frame(source, at(source, "ne\n  two\n\nfour"), PLAIN)
    assert rows == ["  1 | one", "    |  ^^", "  2 |   two", "    |   ^^^", "    | …"]


def test_a_place_without_a_line_shows_nothing(at: At) -> None:
    assert frame(Source("x.md", ""), at(Source("x.md", "x"), ""), PLAIN) == []


def test_what_could_trick_a_terminal_is_shown_as_an_escape() -> None:
    assert safe("a\x1b[31mb\x9b\u202ec\u2028") == "a\\x1b[31mb\\x9b\\u202ec\\u2028"
    assert safe("naïve 厨 cafe\u0301 👩‍🍳") == "naïve 厨 cafe\u0301 👩‍🍳"
    assert width("厨a\u0301") == 3
