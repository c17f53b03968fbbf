"""Years gone by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.years import stale_year
from jdlint.rules.model import Hit


@pytest.mark.parametrize(
    ("text", "match", "variant"),
    [
        ("# Summer Internship 2025\n", "2025", "title"),
        ("# Teacher, 2024/25\n", "2024/25", "title"),
        ("# Cook\n\nUpdated for 2023.\n", "2023", ""),
        ("# Cook\n\n## Duties [2024 Template]\n\n- Cook.\n", "2024", ""),
        ("# Cook\n\nSeptember 27, 2025\n\nYou cook.\n", "2025", ""),
        ("# Cook\n\nPosted: 3 March 2024\n\nYou cook.\n", "2024", ""),
        ("# Cook\n\nStart date: 1 September 2025\n", "2025", "start"),
        ("# Cook\n\nThe job starts in autumn 2025.\n", "2025", "start"),
        ("# Cook\n\nInterviews are held in the week beginning the 12th May 2025.\n", "2025", ""),
        ("# Cook\n\nLetters are read in batches, the first review beginning on May 12, 2025.\n", "2025", ""),
    ],
)
def test_years_gone_by(hits: Callable[..., list[Hit]], text: str, match: str, variant: str) -> None:
    (hit,) = hits(stale_year, text)
    assert (hit.at.text, hit.variant) == (match, variant)


@pytest.mark.parametrize(
    "text",
    [
        "# Summer Internship 2026\n",
        "# Teacher, 2025/26\n",
        "# Teacher, 2025-2026\n",
        "# Cook\n\nWe have cooked since 2004, and the kitchen was built in 2019.\n",
        "# Lawyer\n\nYou advise on the Equality Act 2010.\n",
        "# Cook\n\nStarting salary of $2020 a month.\n",
        "# Cook\n\nStart date: September 2026\n",
        "# Cook\n\nReference No: 14.207 (2025)\n",
        "# ISO 2022 Consultant\n\nCall 020 2024 2023.\n",
    ],
)
def test_years_that_may_stand(matches: Callable[..., list[str]], text: str) -> None:
    expected = ["2022"] if "ISO 2022" in text else []
    assert matches(stale_year, text) == expected
