"""Dates in written and numeric forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.facts.dates import parse_dates

TOLD = [
    ("3 June 2026", "2026-06-03"),
    ("3rd June 2026", "2026-06-03"),
    ("3rd of June, 2026", "2026-06-03"),
    ("June 3rd, 2026", "2026-06-03"),
    ("June 3 2026", "2026-06-03"),
    ("Jun. 3, 2026", "2026-06-03"),
    ("3 Jun 2026", "2026-06-03"),
    ("3-Jun-2026", "2026-06-03"),
    ("3.6.2026", "2026-06-03"),
    ("03.06.26", "2026-06-03"),
    ("2026-06-03", "2026-06-03"),
    ("2026-06-03T12:00:00Z", "2026-06-03"),
    ("06/23/2026", "2026-06-23"),
    ("23/06/2026", "2026-06-23"),
    ("05/05/2026", "2026-05-05"),
    ("2/15/2029 11:59:00 PM", "2029-02-15"),
    ("Friday, 5 May 2026", "2026-05-05"),
    ("Friday, May 5, 2026 at 17:00", "2026-05-05"),
    ("by the 31st of December 2026", "2026-12-31"),
    ("SEPTEMBER 9, 2026", "2026-09-09"),
    ("Sept 9, 2026", "2026-09-09"),
    ("29 February 2028", "2028-02-29"),
    ("(1 March 2027)", "2027-03-01"),
    ("12/31/26", "2026-12-31"),
]
OPEN = ["Friday 5 May", "May 5th", "5 May, noon", "June 2026", "31 Feb"]
NONE = [
    "1/2",
    "24/7",
    "9-5",
    "you may 5 times",
    "version 2.10.3",
    "10.0.0.1",
    "555-123-4567",
    "401(k)",
    "3.5 years",
    "GS-13-2210",
    "march 10 miles",
    "1998",
    "99/99/2026",
    "Room 12.4",
    "12:30",
    "$1,200.50",
    "may 2 people lift it",
    "the 5th floor",
    "Augustine 5",
    "10-12-14 mesh",
    "release 4.12.1",
    "3/4 of the shift",
    "+44 20 7946 0958",
    "a ratio of 1:12",
    "section 5.3.1",
    "2-3-2 rota",
    "ISO 9001:2015",
    "extension 20.26",
]


@pytest.mark.parametrize(("text", "iso"), TOLD)
def test_reads_a_whole_date(text: str, iso: str) -> None:
    (span,) = parse_dates(text)
    assert (span.iso, span.ambiguous) == (iso, False)


@pytest.mark.parametrize("text", OPEN[:4])
def test_a_date_without_a_day_or_a_year_has_no_iso_form(text: str) -> None:
    (span,) = parse_dates(text)
    assert (span.iso, span.ambiguous) == (None, False)


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert parse_dates(text) == []


def test_day_and_month_that_could_be_swapped_are_told_by_the_country() -> None:
    text = "06/03/2026"
    assert parse_dates(text) == [(0, 10, None, True)]
    assert parse_dates(text, day_first=True) == [(0, 10, "2026-03-06", False)]
    assert parse_dates(text, day_first=False) == [(0, 10, "2026-06-03", False)]


def test_several_dates_come_in_order() -> None:
    text = "Opens 1 May 2026, closes June 3, 2026; start in July 2026."
    assert [(text[d.start : d.end], d.iso) for d in parse_dates(text)] == [
        ("1 May 2026", "2026-05-01"),
        ("June 3, 2026", "2026-06-03"),
        ("July 2026", None),
    ]


@given(st.text(max_size=80))
def test_never_fails_and_stays_inside_the_text(text: str) -> None:
    for span in parse_dates(text):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", ["31 February 2026", "February 30, 2026", "June 31"])
def test_days_that_no_month_has(text: str) -> None:
    assert [span.iso for span in parse_dates(text)] in ([], [None])
