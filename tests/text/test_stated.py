"""Words that state a value and head nothing."""

from __future__ import annotations

import pytest

from jdlint.text.stated import is_stated


@pytest.mark.parametrize(
    "line",
    [
        "ASAP",
        "A.S.A.P.",
        "TBC",
        "NEGOTIABLE",
        "N/A",
        "FULL TIME",
        "FULL-TIME, PERMANENT",
        "PART TIME OR FULL TIME",
        "DEPENDING ON EXPERIENCE",
    ],
)
def test_what_stands_beside_a_label(line: str) -> None:
    assert is_stated(line)


@pytest.mark.parametrize("line", ["DUTIES", "TEMPORARY COOK", "OPEN POSITIONS", "NEW STARTERS", "FULL TIME DUTIES", "NONE OF US", ""])
def test_what_may_head_a_part(line: str) -> None:
    assert not is_stated(line)
