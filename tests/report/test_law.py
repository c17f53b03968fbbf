"""The page of a place's laws: all that is asked for and barred stands on it, with whom it binds."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.law.model import Law
from jdlint.law.store import entries, jurisdiction
from jdlint.report.law import ASKS, law_data, law_list, law_page
from jdlint.report.style import Style
from jdlint.rules.errors import RuleError

DAY = date(2026, 11, 21)


def page(code: str, employees: int | None = None, day: date = DAY, *, named: bool = True) -> str:
    """The page in one line, since it breaks its lines."""
    return " ".join(law_page([(jurisdiction(code), named)], day, employees, Style(colored=False)).split())


def binding(code: str) -> list[Law]:
    return [law for law in jurisdiction(code).laws if law.standing(DAY) != "ended"]


@pytest.mark.parametrize("code", list(entries()))
def test_all_that_a_law_says_is_told(code: str) -> None:
    told = page(code)
    for law in binding(code):
        assert f"{law.name} ({law.cite})" in told
        for ask in law.asks:
            assert f"- {ASKS[ask]}" in told
        for bar in law.bars:
            assert f"({bar.says})" in told
            assert all(f"“{' '.join(text.rpartition(chr(10))[2].removeprefix('- ').split())}”" in told for text in bar.bad)
        assert ("- no question on what applicants earn or earned" in told) >= law.pay_history
        for source in law.sources:
            assert source.url in told


def test_how_wide_a_range_may_be() -> None:
    assert "- a range no wider than CAD 50,000 a year, unless the top passes 200,000" in page("ca-on")
    assert "- a range no wider than 60% of its bottom" in page("us-nj")


def test_whom_a_law_binds() -> None:
    assert "Binds employers of any size" in page("us-co", 3)
    (law,) = [law for law in binding("us-hi") if law.asks]
    least = f"employers of {law.employees:.0f} people or more"
    assert f"{least}; yours may be one" in page("us-hi").replace(f" ({law.counted})", "")
    assert f"{least}; with your number, you are one" in page("us-hi", int(law.employees)).replace(f" ({law.counted})", "")
    assert f"{least}; with your number, you are none" in page("us-hi", int(law.employees) - 1).replace(f" ({law.counted})", "")
    assert "Not for postings inside the firm." in page("us-hi")


def test_a_law_that_binds_no_remote_work_is_left_out_where_the_place_is_only_inferred() -> None:
    told = page("us-co", named=False)
    assert "(us-co), if the work can be done there;" in told
    for law in binding("us-co"):
        assert (f"{law.name} ({law.cite})" in told) is law.remote


def test_what_is_to_come_is_told_with_its_day() -> None:
    places = [jurisdiction(code) for code in entries()]
    (row,) = [line for line in law_list(places, DAY, Style(colored=False)).splitlines() if line.startswith("us-co ")]
    assert "ai notice (from 2027-01-01)" in row
    (row,) = [line for line in law_list(places, date(2027, 1, 1), Style(colored=False)).splitlines() if line.startswith("us-co ")]
    assert "ai notice," in f"{row},"


def test_the_data_hold_the_same() -> None:
    (place,) = law_data([(jurisdiction("us-nj"), True)], "Newark, NJ", DAY, 4)["jurisdictions"]
    assert [law["width"]["ratio"] for law in place["laws"] if law["width"]] == [0.6]
    assert [law["binds"]["you"] for law in place["laws"]] == [law.binds(4) for law in jurisdiction("us-nj").laws]


def test_an_unknown_jurisdiction_is_an_error() -> None:
    with pytest.raises(RuleError, match='no jurisdiction "us-zz"'):
        jurisdiction("us-zz")
