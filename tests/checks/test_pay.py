"""The checks of pay figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.pay import conflict, implausible, market, missing, missing_unit, open_ended, wide
from jdlint.rules.model import Hit


def test_what_stands_instead_of_a_figure_is_named(hits: Callable[..., list[Hit]]) -> None:
    (bare,) = hits(missing, "# Cook\n\nYou run the cold kitchen.\n")
    assert (bare.at, bare.variant) == (None, "")
    assert not hits(missing, "# Cook\n\nWe offer a competitive salary.\n")  # PAY002 speaks at the words
    (grade,) = hits(missing, "# Nurse\n\n**Salary:** Band 5\n")
    assert grade.variant == "grade"


def test_a_figure_a_market_figure_or_voluntary_work_is_enough(matches: Callable[..., list[str]]) -> None:
    assert matches(missing, "# Cook\n\nPay: £13 an hour\n") == []
    assert matches(missing, "# Cook\n\nThe average salary for a cook is $40,000 per year.\n") == []
    assert matches(missing, "# Befriender\n\n**Type:** Volunteer\n\nYou visit older people.\n") == []


def test_one_end_is_hit_with_the_words_that_make_it_one(hits: Callable[..., list[Hit]]) -> None:
    (top,) = hits(open_ended, "# Cook\n\nPay: up to £15 an hour\n")
    assert (top.at.text, top.variant) == ("up to £15 an hour", "no-bottom")
    (bottom,) = hits(open_ended, "# Cook\n\nSalary: from $45,000 a year\n")
    assert (bottom.at.text, bottom.variant) == ("from $45,000 a year", "no-top")


def test_beside_a_range_a_single_end_is_a_cap(matches: Callable[..., list[str]]) -> None:
    assert matches(open_ended, "# Cook\n\nSalary: $45,000 to $52,000 a year\n\nSalaries can't go above $90,000 a year.\n") == []


@pytest.mark.parametrize(
    ("pay", "variant"),
    [
        ("$75–$100 a year", "too-little"),
        ("£48,000–£42,000 a year", "upside-down"),
        ("$50,000 per hour", "too-much"),
        ("€3 a month", "too-little"),
    ],
)
def test_impossible_pay(hits: Callable[..., list[Hit]], pay: str, variant: str) -> None:
    assert [h.variant for h in hits(implausible, f"# Cook\n\nSalary: {pay}\n")] == [variant]


@pytest.mark.parametrize(
    "pay", ["$15–$18 an hour", "₹900,000 a year", "¥4,500,000 a year", "£650 a day", "$2.13 an hour plus tips", "€450 a month"]
)
def test_possible_pay(matches: Callable[..., list[str]], pay: str) -> None:
    assert matches(implausible, f"# Cook\n\nSalary: {pay}\n") == []


def test_units_are_missed_only_where_they_are_not_plain(hits: Callable[..., list[Hit]]) -> None:
    assert [h.variant for h in hits(missing_unit, "# Cook, Remote\n\n**Pay:** 4500 per month\n")] == ["currency"]
    assert [h.variant for h in hits(missing_unit, "# Tutor\n\nPay: €450\n")] == ["period"]
    assert hits(missing_unit, "# Cook\n\nLocation: Denver, CO\n\nSalary: $62,000–$70,000\n") == []


def test_an_average_is_hit_at_the_figure(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(market, "# Cook\n\nCooks can expect to earn an average salary of $38,000-$44,000 per year\n")
    assert "38,000" in hit.at.text


def test_pay_in_fields_and_text(matches: Callable[..., list[str]]) -> None:
    page = "---\ntitle: Cook\nsalary: £30,000 - £34,000 a year\n---\n{}"
    assert matches(conflict, page.format("Salary: £28,000 to £31,000 a year")) == ["£28,000 to £31,000 a year"]
    assert matches(conflict, page.format("Salary: £30,000 to £34,000 a year")) == []
    assert matches(conflict, page.format("The salary is £30,500 a year.")) == []
    assert matches(conflict, page.format("Salary: £28,000 to £31,000 a year. In London: £33,000 to £36,000 a year.")) == []
    assert matches(conflict, page.format("Pay: £15 to £17 an hour")) == []


def test_the_widest_range_is_an_option(matches: Callable[..., list[str]]) -> None:
    assert matches(wide, "# Cook\n\nSalary: £30,000 to £48,000 a year", ratio=1.5) == ["£30,000 to £48,000 a year"]
    assert matches(wide, "# Cook\n\nSalary: £30,000 to £48,000 a year", ratio=1.6) == []
