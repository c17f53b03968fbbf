"""Wordings with gaps, looked up in order."""

from __future__ import annotations

import pytest

from jdlint.posting.wordings import Wordings, fits, parts_of


@pytest.mark.parametrize(
    ("wording", "text", "fit"),
    [
        ("what you will? do", "what you do", True),
        ("what you will? do", "what you will do", True),
        ("what you will? do", "what you will", False),
        ("what|things you * do", "things you and we all do", True),
        ("what *", "what", True),
        ("what *", "what a long text of many more words than a gap in the middle may hold", True),
        ("what * do", "what one two three four five six seven do", False),
        ("* do", "do", True),
        ("what", "what now", False),
    ],
)
def test_fits(wording: str, text: str, fit: bool) -> None:
    assert fits(parts_of(wording), text.split()) is fit


def test_the_first_wording_wins_and_vetoes_rule_out() -> None:
    found: Wordings[str] = Wordings()
    found.add(parts_of("so? what we *"), frozenset({"need"}), "company")
    found.add(parts_of("* we need *"), frozenset(), "needs")
    found.add(parts_of("what we *"), frozenset(), "last")
    assert found.find(["what", "we", "do"]) == "company"
    assert found.find(["so", "what", "we", "do"]) == "company"
    assert found.find(["what", "we", "need"]) == "needs"
    assert found.find(["what", "we", "want"]) == "company"
    assert found.find(["we", "want"]) is None
    assert found.find([]) is None
