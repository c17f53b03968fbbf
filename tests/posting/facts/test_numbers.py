"""Numbers as people of many countries write them."""

from __future__ import annotations

import pytest

from jdlint.posting.facts.numbers import amount


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("42,500.50", 42_500.5), ("3.200", 3_200), ("90'000", 90_000), ("1 200", 1_200), ("8,00,000", 800_000), ("15.50", 15.5), ("7", 7),
        ("1,23,4", None), ("12 34", None), (",", None), ("", None), ("ten", None),
    ],
)  # fmt: skip
def test_the_value_of_an_amount(text: str, value: float | None) -> None:
    assert amount(text) == value
