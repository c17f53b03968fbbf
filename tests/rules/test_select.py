"""Explicit beats implicit, then the longest prefix wins."""

from __future__ import annotations

import pytest

from jdlint.rules.errors import UnknownRuleError
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.select import Selection, codes, select


def entry(code: str, name: str, status: str = "stable", kind: str = "terms", *, trusted: bool = True) -> Entry:
    return Entry(code, name, kind, status, f"{code}-{name}.yaml", dict, trusted)


ENTRIES = [
    entry("PAY001", "missing-pay"), entry("PAY002", "vague-pay"), entry("PAY101", "wide-range"), entry("LOC001", "missing-location"),
    entry("LOC002", "preview-rule", "preview"), entry("LNT900", "rule-crash", kind="internal"), entry("HSE001", "house", trusted=False),
]  # fmt: skip
INDEX = RuleIndex({e.code: e for e in ENTRIES}, {"recommended": ("PAY001", "LOC001"), "strict": ("ALL",)})


def chosen(**said: tuple[str, ...]) -> str:
    found = select(Selection(**said), INDEX)
    return " ".join(e.code for e in found if e.kind != "internal")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "HSE001 LOC001 PAY001"),  # the profile, and the rules of one's own folder
        ({"select": ("PAY",)}, "PAY001 PAY002 PAY101"),
        ({"select": ("PAY0",)}, "PAY001 PAY002"),
        ({"select": ("pay0",)}, "PAY001 PAY002"),
        ({"select": ("missing-pay",)}, "PAY001"),
        ({"select": ("ALL",)}, "HSE001 LOC001 PAY001 PAY002 PAY101"),
        ({"select": ("strict",)}, "HSE001 LOC001 PAY001 PAY002 PAY101"),
        ({"select": ()}, ""),
        ({"default": ("PAY002",)}, "PAY002"),
        ({"extend_select": ("PAY101",)}, "HSE001 LOC001 PAY001 PAY101"),
        ({"ignore": ("PAY",)}, "HSE001 LOC001"),  # explicit, so it beats the profile's whole codes
        ({"ignore": ("missing-pay",)}, "HSE001 LOC001"),
        ({"ignore": ("recommended",)}, ""),
        ({"select": ("PAY",), "ignore": ("PAY0",)}, "PAY101"),
        ({"select": ("PAY001",), "ignore": ("PAY",)}, "PAY001"),
        ({"select": ("vague-pay",), "ignore": ("PAY",)}, "PAY002"),
        ({"select": ("PAY",), "ignore": ("PAY",)}, ""),  # as long: ignore wins
        ({"select": ("PAY0", "PAY001"), "ignore": ("PAY00",)}, "PAY001"),
        ({"select": ("ALL",), "ignore": ("PAY", "house")}, "LOC001"),
        ({"select": ("recommended",), "ignore": ("PAY",)}, "HSE001 LOC001"),
        ({"ignore": ("ALL",), "extend_select": ("PAY",)}, "PAY001 PAY002 PAY101"),
        ({"select": ("LOC",)}, "LOC001"),  # a preview rule must be asked for by its own code
        ({"select": ("LOC002",)}, "LOC002"),
        ({"select": ("preview-rule",)}, "LOC002"),
        ({"select": ("LOC002",), "ignore": ("LOC",)}, "LOC002"),
        ({"select": ("LOC002",), "ignore": ("LOC002",)}, ""),
        ({"select": ("LOC002",), "ignore": ("preview-rule",)}, ""),
        ({"extend_select": ("LOC002",)}, "HSE001 LOC001 LOC002 PAY001"),
        ({"select": ("P",), "ignore": ("ALL",)}, "PAY001 PAY002 PAY101"),  # one letter says more than all
        ({"select": ("P",), "ignore": ("recommended",)}, "PAY001 PAY002 PAY101"),  # and than a profile
        ({"select": ("H",), "ignore": ("recommended",)}, "HSE001"),
        ({"select": ("Missing-Pay",)}, "PAY001"),
        (
            {"select": ("missing-pay", "ALL"), "ignore": ("PAY00",)},
            "HSE001 LOC001 PAY001 PAY101",
        ),  # the greater weight counts
        ({"select": ("ALL", "missing-pay"), "ignore": ("PAY00",)}, "HSE001 LOC001 PAY001 PAY101"),
    ],
)
def test_the_decision(said: dict[str, tuple[str, ...]], expected: str) -> None:
    assert chosen(**said) == expected


def test_the_linters_own_rules_always_run() -> None:
    assert [e.code for e in select(Selection(select=(), ignore=("LNT900",)), INDEX)] == ["LNT900"]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("LNT9000", '; did you mean "LNT900"?'), ("mising-pay", '; did you mean "missing-pay"?'), ("recomended", '"recommended"'),
        ("PYA", '"PAY"'), ("pya", '"PAY"'), ("PAY003", '"PAY00'), ("all", '"ALL"'), ("ALLE", '"ALL"'), ("Mising-Pay", '"missing-pay"'),
    ],
)  # fmt: skip
def test_unknown_selectors_name_the_nearest(text: str, nearest: str) -> None:
    with pytest.raises(UnknownRuleError, match=f'no rule, prefix or profile "{text}"') as caught:
        codes(text, INDEX)
    assert nearest in str(caught.value)


@pytest.mark.parametrize("text", ["PAY001 PAY002", "PAY, INC", "PAY;INC"])
def test_several_selectors_in_one_are_told(text: str) -> None:
    with pytest.raises(UnknownRuleError, match=r"several are a list: ") as caught:
        codes(text, INDEX)
    assert str(caught.value) == (
        f'no rule, prefix or profile "{text}"; several are a list: [PAY, INC] in the settings, PAY,INC on the command line'
    )


@pytest.mark.parametrize("text", ["", "nothing-like-it", "XQ"])
def test_unknown_selectors_that_nothing_is_near(text: str) -> None:
    with pytest.raises(UnknownRuleError, match=f'no rule, prefix or profile "{text}"$'):
        codes(text, INDEX)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PAY001", {"PAY001"}), ("pay001", {"PAY001"}), ("missing-pay", {"PAY001"}), ("PAY0", {"PAY001", "PAY002"}),
        ("recommended", {"PAY001", "LOC001", "HSE001"}), ("ALL", {e.code for e in ENTRIES}), ("strict", {e.code for e in ENTRIES}),
    ],
)  # fmt: skip
def test_what_a_selector_names(text: str, expected: set[str]) -> None:
    assert codes(text, INDEX) == expected
