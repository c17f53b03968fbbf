"""Several levels in one posting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.levels import several_levels


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("# Junior/Mid/Senior Data Engineer\n", "Junior/Mid/Senior"),
        ("# Junior or Senior Developer\n", "Junior or Senior"),
        ("# Electrician\n\nJuniors lay cables; seniors plan whole buildings.\n", "Juniors"),
        ("# Analyst\n\nThe text suits specialists of any level.\n", "of any level"),
    ],
)
def test_levels_far_apart(matches: Callable[..., list[str]], text: str, match: str) -> None:
    assert matches(several_levels, text) == [match]


@pytest.mark.parametrize(
    "text",
    [
        "# Mid-level to Senior Data Engineer\n",
        "# Senior/Lead Engineer\n",
        "# Senior Electrician\n\nYou train our juniors.\n",
        "# Carer\n\nOur seniors live in eight flats.\n",
        "# Analyst\n\nYou talk with people at all levels of management.\n",
        "# Intern, Senior Services\n",
        "# Teacher, Junior School\n\nYou teach graduates and senior school pupils.\n",
    ],
)
def test_one_level(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(several_levels, text) == []
