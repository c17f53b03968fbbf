"""Benefits that are praised and not named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks import offers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Cook\n\nYou get great benefits and a nice team.", ["great benefits"]),
        ("# Cook\n\nWe offer full benefits!\n\nExcellent perks are waiting.", ["full benefits", "Excellent perks"]),
        ("# Cook\n\nYou get great benefits.\n\nYou have 28 days of holidays.", []),
        ("# Cook\n\nFor our [great benefits](https://crumb.example/benefits) see there.", []),
        ("# Cook\n\n## Requirements\n\n- You can explain our excellent benefits package", []),
    ],
)
def test_praised_benefits(matches: Callable[..., list[str]], text: str, wanted: list[str]) -> None:
    assert matches(offers.vague, text) == wanted
