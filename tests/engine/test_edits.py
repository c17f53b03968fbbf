"""Edits on a text, and what they make of a finding's words."""

from __future__ import annotations

import pytest

from jdlint.engine.edits import apply, rewritten
from jdlint.engine.finding import Finding, Fix, FixEdit
from jdlint.text.record import replace
from jdlint.text.source import Source
from jdlint.text.spans import Span

TEXT = "You know nodejs  and\nmore."
WORDS = Span(9, 20)  # nodejs  and


def finding(*edits: tuple[int, int, str]) -> Finding:
    return Finding(
        code="LNG010", name="a", severity="info", confidence="high", message="", path="a.md", span=WORDS, line=1, column=10, end_line=1,
        end_column=21, match="nodejs and", section=None, fingerprint="", url="",
        fix=Fix(tuple(FixEdit(Span(start, end), text) for start, end, text in edits), safe=True) if edits else None,
    )  # fmt: skip


def test_edits_are_made_in_order() -> None:
    edits = [FixEdit(Span(0, 3), "We"), FixEdit(Span(9, 9), "> "), FixEdit(Span(15, 17), " ")]
    assert apply(TEXT, edits) == "We know > nodejs and\nmore."
    assert apply(TEXT, []) == TEXT


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], None),
        ([(9, 15, "Node.js")], "Node.js and"),  # white space as a reader sees it
        ([(17, 20, "or"), (9, 15, "Node.js")], "Node.js or"),  # in whatever order, up to the last character
        ([(9, 20, "")], ""),
        ([(8, 15, "Node.js")], None),  # begins before the words
        ([(9, 15, "Node.js"), (17, 21, "or")], None),  # ends behind them
    ],
)
def test_the_words_as_the_fix_leaves_them(edits: list[tuple[int, int, str]], expected: str | None) -> None:
    assert rewritten(finding(*edits), Source("a.md", TEXT)) == expected


def test_a_fix_without_edits_says_nothing() -> None:
    assert rewritten(replace(finding(), fix=Fix((), safe=True)), Source("a.md", TEXT)) is None
