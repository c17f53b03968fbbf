"""Slips of punctuation."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks.punctuation import broken
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Options


def hits(text: str) -> list[tuple[str, str]]:
    posting = Posting(read(f"# Baker\n\n{text}\n".encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))
    return [(hit.at.text, hit.use[0]) for hit in broken(posting, Options({})) if hit.at]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bread.. Rolls", [("..", ".")]),
        ("Bread,, rolls;; cake,. Tea", [(",,", ","), (";;", ";"), (",.", ".")]),
        ("Bread , rolls .", [(" ,", ","), (" .", ".")]),
        ("We bake bread.You sell rolls.", [("bread.You", "bread. You")]),
        ("We bake bread,rolls and cake.", [("bread,rolls", "bread, rolls")]),
        ("Is it bread?Yes it is.", [("bread?Yes", "bread? Yes")]),
        ("What is bread**,** and why?", [("**,**", ",")]),
        ("You are someone who..\n\n- bakes", []),
        ("Wait... Bread etc., rolls, b.s., and U.S., we bake.", []),
        ("Ask Booking.com, Vue.Js, index.html or Monday.com.", []),
        ("Write to anna@bakery.example . Thanks", []),
        ("See [us](https://bakery.example/a.Bread) for 1,000 rolls at 3.5 each.", []),
        ("`bread.You`", []),
        ("Tags: bread,rolls,cake and more", []),
    ],
)
def test_broken(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(text) == found
