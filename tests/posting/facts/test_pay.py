"""Pay figures, and all the money in postings that is none."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts import pay
from jdlint.posting.facts.figures import find_figures
from jdlint.posting.facts.money import find_sums
from jdlint.posting.facts.pay import find_grades, find_market_pay
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

# text, lower bound, upper bound, currency as written ("" where a bare mark or none stands), period as written
PAY = [
    ("Stipend: R6 250.50 per month", 6250.5, 6250.5, "ZAR", "month"),
    ("Salary: R 310 000 - R 345 000 per annum", 310000, 345000, "ZAR", "year"),
    ("Pay as per scale (Step 4) - 21.40 - $25.10 an hour", 21.4, 25.1, None, "hour"),
    ("Salary: £42,000–£48,500 pro rata", 42000, 48500, "GBP", None),
    ("Pay range: USD 95k - 120k + equity", 95000, 120000, "USD", None),
    ("Rate: $17.50/hr DOE", 17.5, 17.5, None, "hour"),
    ("Pay: £13 - £15 an hour (dependent on training and experience)", 13, 15, "GBP", "hour"),
    ("Salary: € 3.200 brutto per month", 3200, 3200, "EUR", "month"),
    ("Pay: GS-13, $103,409 to $134,435", 103409, 134435, None, None),
    ("Salary up to 55k", None, 55000, None, None),
    ("Pay from £28k", 28000, None, "GBP", None),
    ("Compensation: $90k+", 90000, None, None, None),
    ("Salary: CHF 90'000", 90000, 90000, "CHF", None),
    ("CTC: 12 LPA", 1200000, 1200000, "INR", "year"),
    ("Salary: 8-12 lakh", 800000, 1200000, "INR", None),
    ("OTE £60k", 60000, 60000, "GBP", "year"),
    ("We pay $22-$26 an hour plus tips.", 22, 26, None, "hour"),
    ("Wage: $31.275 per hour", 31.275, 31.275, None, "hour"),
    ("Base salary: $140,000.00 - $180,000.00/year", 140000, 180000, None, "year"),
    ("Band 6 (£35,392 to £42,618) per annum", 35392, 42618, "GBP", "year"),
    ("Pay: £11.44ph", 11.44, 11.44, "GBP", "hour"),
    ("Salary A$85,000 plus super", 85000, 85000, "AUD", None),
    ("Salary: CA$70k to CA$82k", 70000, 82000, "CAD", None),
    ("Salary NZ$72,000", 72000, 72000, "NZD", None),
    ("Salary S$5,500 a month", 5500, 5500, "SGD", "month"),
    ("Salary: ₹8,00,000 - ₹12,00,000 per annum", 800000, 1200000, "INR", "year"),
    ("Salary: 45 000 kr per month", 45000, 45000, None, "month"),
    ("Wage: 12 000 - 15 000 zł monthly", 12000, 15000, "PLN", "month"),
    ("Salary: AED 15,000 per month", 15000, 15000, "AED", "month"),
    ("The salary is between $50,000 and $60,000 a year.", 50000, 60000, None, "year"),
    ("Salary: $45-55k", 45000, 55000, None, None),
    ("Salary: $66,500.50 to\n$100,160.25", 66500.5, 100160.25, None, None),
    ("Pay: $25/hr - $30/hr", 25, 30, None, "hour"),
    ("Salary min: $50,000, max: $62,000", 50000, 62000, None, None),
    ("You will earn £14.20 an hour.", 14.2, 14.2, "GBP", "hour"),
    ("Hourly rate: $31.75", 31.75, 31.75, None, "hour"),
    ("Annual salary: 64,000 EUR", 64000, 64000, "EUR", "year"),
    ("Day rate £450", 450, 450, "GBP", "day"),
    ("We offer a wage of €14 per hour.", 14, 14, "EUR", "hour"),
    ("Starting at $19.25 per hour, paid weekly", 19.25, None, None, "hour"),
    ("Minimum salary of £24,500 per annum", 24500, None, "GBP", "year"),
    ("Maximum salary: £31,000", None, 31000, "GBP", None),
    ("Salary: $80,000 or more", 80000, None, None, None),
    ("Compensation: 5k - 8k fixed fee", 5000, 8000, None, "once"),
    ("Salary: 61,000", 61000, 61000, None, None),
    ("Stipend of $600 per week", 600, 600, None, "week"),
    ("Pay: R450 000 per annum", 450000, 450000, "ZAR", "year"),
    ("Night cook - $18-20/hr", 18, 20, None, "hour"),
    ("Our budgeted salary range for this role is $95,000 to $115,000.", 95000, 115000, None, None),
    ("£27,300 p.a. pro rata", 27300, 27300, "GBP", "year"),
    ("Salary: 55.000 € brutto jährlich", 55000, 55000, "EUR", "year"),
    ("Salary: €38.000,00", 38000, 38000, "EUR", None),
    ("Pay: $1,250 - $1,400 per week", 1250, 1400, None, "week"),
    ("Remuneration: Rs. 40,000 per month", 40000, 40000, "INR", "month"),
    ("Max salary: up to $83,000 (subject to education and training)", None, 83000, None, None),
    ("$1,000 sign-on bonus! $18.50 per hour", 18.5, 18.5, None, "hour"),
    ("Pay starts at $15/hour and goes up to $18/hour", 15, 18, None, "hour"),
    ("The annual salary for the 24 hour week is £16,500.", 16500, 16500, "GBP", "year"),
    ("Circa £35,000", 35000, 35000, "GBP", None),
    ("$110k + super", 110000, 110000, None, None),
    ("Salary: $60,000\nHours: 40 a week", 60000, 60000, None, None),
    ("Salary $60,000. Hours flexible.", 60000, 60000, None, None),
    ("Paid monthly, salary $60,000", 60000, 60000, None, None),
    ("The salary for the 24 hour week is £16,500.", 16500, 16500, "GBP", None),
    ("$65,000 CAD", 65000, 65000, "CAD", None),
    ("$19-$22/hr + tips ($3-5/hr)", 19, 22, None, "hour"),
    ("$6.50/hour + tips and up", 6.5, None, None, "hour"),
    ("Hiring range: $2,842 - $3,552 per month", 2842, 3552, None, "month"),
]

NOT_PAY = [
    "We raised $10 million in our last round.",
    "You will manage a budget of £200,000.",
    "Overtime is paid at £20 an hour.",
    "Nights out are paid at £25 a night.",
    "A $5,000 signing bonus after ninety days.",
    "There is a sign-on bonus of $3,000.",
    "401(k) with a match of up to $4,000 a year.",
    "Home office stipend of $1,500.",
    "Learning stipend: $1,200 per year",
    "Relocation package up to $8,000.",
    "Referral reward: $500 for every friend you bring.",
    "Annual revenue of $250,000,000.",
    "Life insurance of $50,000 at no cost.",
    "We offer tuition reimbursement of up to $5,250 per year.",
    "Our 3,500 employees serve 40,000 customers.",
    "Founded in 1998, we have 200 people in 12 offices.",
    "Call 555 123 4567 before 5 pm.",
    "The course lasts 12 weeks and costs £950.",
    "You will close deals of $50,000 to $100,000.",
    "Travel allowance: £2,400 a year.",
    "A gym credit of $75 per month.",
    "We gave away $30,000 in grants last year.",
    "Our customers save $400 a year on energy.",
    "The clinic sees 60-80 patients a day.",
    "Meal vouchers worth €8 per day.",
    "Carry quota of $1,200,000.",
    "Uniform allowance of $150 per year",
    "You get 25 days of paid leave.",
    "Paid holidays: 11",
    "We have paid 12 weeks of leave since 2019.",
    "Pay grade: 41",
    "Salary grade: GN11",
    "Salary reviews take place in 2026.",
    "The fund manages assets of £900m.",
    "A backlog of 10-15 tickets an hour at peak.",
    "Work 37.5 hours per week.",
    "The application fee is $25.",
    "Tickets cost between $15 and $40.",
    "Shifts of 8-12 hours",
    "Handle cash drawers of $200.",
    "Overtime premium of $5 per hour.",
    "Members pay $20 per month.",
    "We pay 100% of premiums and up to $600 per month for a family.",
    "An additional $1.50 per hour for nights",
    "We paid out $12,000 to volunteers.",
    "Health insurance (we pay $400 per month)",
    "The property sells for $450,000.",
]


@pytest.mark.parametrize(("text", "low", "high", "currency", "period"), PAY)
def test_reads_a_pay_figure(text: str, low: float | None, high: float | None, currency: str | None, period: str | None) -> None:
    (figure,) = find_figures(text)
    assert (figure.sum.min, figure.sum.max, figure.sum.currency, figure.sum.period) == (low, high, currency, period)
    assert not figure.market


@pytest.mark.parametrize("text", NOT_PAY)
def test_other_money_is_no_pay(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A cook can expect an average salary of $35,000-$45,000.",
        "The median salary is £32,000.",
        "According to Glassdoor, the pay is $80,000 a year.",
    ],
)
def test_what_such_jobs_pay_in_general_is_told_apart(text: str) -> None:
    assert [f.market for f in find_figures(text)] == [True]


def test_annual_and_hourly_pay_are_two_figures() -> None:
    figures = find_figures("Hourly: $24.12 - $31.35 | Annually: $50,169.60 - $65,208.00")
    assert [(f.sum.min, f.sum.period) for f in figures] == [(24.12, "hour"), (50169.6, "year")]


def test_a_bare_number_is_pay_only_where_pay_is_expected() -> None:
    assert find_figures("18.50 per hour") == []
    assert [f.sum.min for f in find_figures("18.50 per hour", expected=True)] == [18.5]
    assert find_figures("15 vacation days and 12 holidays", expected=True) == []


def _posting(text: str, name: str = "job.md") -> Posting:
    return Posting(read(text.encode(), name), Reading(as_of=date(2026, 1, 15)))


FIELDS = [
    ("salary: £24,000 - £26,000", (24000, 26000, "GBP", "year")),
    ("salary_min: 42000\nsalary_max: 48000\ncurrency: GBP\nsalary_period: year", (42000, 48000, "GBP", "year")),
    ("baseSalary:\n  currency: EUR\n  value:\n    minValue: 20\n    maxValue: 25\n    unitText: HOUR", (20, 25, "EUR", "hour")),
    ("salary:\n  from: 40k\n  to: 50k", (40000, 50000, None, "year")),
    ("compensation: 45000", (45000, 45000, None, "year")),
    ("salary_min: 30000\nsalary_currency: usd", (30000, None, "USD", "year")),
]


@pytest.mark.parametrize(("front", "wanted"), FIELDS)
def test_reads_pay_from_fields(front: str, wanted: tuple[float | None, float | None, str | None, str | None]) -> None:
    (pay,) = _posting(f"---\ntitle: Cook\n{front}\n---\nYou cook.\n").pay
    assert (pay.min, pay.max, pay.currency, pay.period) == wanted


def test_a_title_may_name_the_pay() -> None:
    (pay,) = _posting("---\ntitle: Night cook - $18-20/hr\n---\nYou cook.\n").pay
    assert (pay.min, pay.max, pay.period) == (18, 20, "hour")


@pytest.mark.parametrize("front", ["salary: Competitive", "salary: 0", "salary:", "bonus: $5,000"])
def test_a_field_without_a_figure_is_no_pay(front: str) -> None:
    assert _posting(f"---\ntitle: Cook\n{front}\n---\nYou cook.\n").pay == ()


def test_a_bare_dollar_is_that_of_the_place() -> None:
    for place, currency in (("Toronto, ON, Canada", "CAD"), ("Sydney, Australia", "AUD"), ("Austin, TX", "USD")):
        (pay,) = _posting(f"# Cook\n\nLocation: {place}\n\nPay: $20 - $24 an hour\n").pay
        assert (pay.currency, pay.currency_stated) == (currency, False)


def test_a_range_may_be_split_by_markup_lines_and_cells() -> None:
    for text, name in (
        ("# Cook\n\nPay: **$40,000** – **$45,000**\n", "job.md"),
        ("<h1>Cook</h1><p>Pay: <b>$40,000</b>&nbsp;&ndash;&nbsp;<b>$45,000</b></p>", "job.html"),
        ("Cook\n\nSALARY:\n$40,000 to\n$45,000\n\nDUTIES:\nYou cook.\n", "job.txt"),
        ("# Cook\n\n| | Minimum | Maximum |\n|---|---|---|\n| Salary | $40,000 | $45,000 |\n", "job.md"),
        ("# Cook\n\nPay range\n\n$40,000—$45,000 USD\n", "job.md"),
    ):
        (pay,) = _posting(text, name).pay
        assert (pay.min, pay.max, pay.period) == (40000, 45000, "year"), text
        assert not pay.period_stated


def test_several_places_or_levels_have_several_figures() -> None:
    pays = _posting("# Cook\n\n## Salary\n\n- Lyon: €28,000 - €31,000\n- Paris: €32,000 - €36,000\n").pay
    assert [(p.min, p.max) for p in pays] == [(28000, 31000), (32000, 36000)]


def test_a_figure_said_again_counts_once() -> None:
    assert len(_posting("---\nsalary: $22.50/hour\n---\n# Cook\n\nThe pay for this post is $22.50/hour.\n").pay) == 1


def test_market_figures_are_no_pay_of_this_job() -> None:
    posting = _posting("# Cook\n\nA cook can expect an average salary of $35,000-$45,000.\n")
    assert posting.pay == ()
    assert [p.max for p in find_market_pay(posting)] == [45000]


def test_grades_stand_beside_figures_or_alone() -> None:
    posting = _posting("# Nurse\n\nBand 6 (£35,392 to £42,618) a year\n")
    assert [p.grade for p in posting.pay] == ["Band 6"]
    alone = _posting("# Clerk\n\nPay: GS-9, step 1\n")
    assert alone.pay == ()
    assert [e.text for e in find_grades(alone)] == ["GS-9"]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("Pay: 2.13+tips", 2.13, 2.13, None),
        ("Pay: 2.13/hr + tips", 2.13, 2.13, None),
        ("Compensation: $3.50 + tips", 3.5, 3.5, "USD"),
        ("Wage: 8.25+gratuities", 8.25, 8.25, None),
        ("Pay: 25/hour USD", 25, 25, "USD"),
        ("Pay: 30 per hour CAD", 30, 30, "CAD"),
        ("Leeds. Full-time, exempt, $48,000.", 48000, 48000, "USD"),
        ("Earn up to $80K!", None, 80000, "USD"),
    ],
)
def test_short_pay(text: str, low: float | None, high: float | None, currency: str | None) -> None:
    found = _posting(f"# Server\n\n{text}").pay
    assert [(p.min, p.max, p.currency) for p in found] == [(low, high, currency)]


@pytest.mark.parametrize("text", ["Pay: 2 shifts", "Rate: 1.5", "Pays 4 visits", "Full-time, exempt, $4 lunch", "Version 2.13 + patches"])
def test_small_numbers_are_no_pay(text: str) -> None:
    assert _posting(f"# Server\n\n{text}").pay == ()


def test_a_range_to_nothing_is_two_sums() -> None:
    assert [p.max for p in _posting("# Server\n\nPay: $50,000 - $0 a year").pay][:1] == [50000]


@pytest.mark.parametrize(
    ("text", "bound", "period"),
    [
        ("Billable hours paid up to 1 800€, with meetings.", 1800, "once"),
        ("A fee of up to 1,900 EUR", 1900, "once"),
        ("We pay up to £2,400 for the whole project.", 2400, "once"),
        ("Pay up to £2,400", 2400, "month"),
        ("On this project we pay up to £2,400 a month.", 2400, "month"),
        ("Billable hours are paid up to $90.", 90, "hour"),
        ("Paid up to $85,000, no flat hierarchy.", 85000, "year"),
    ],
)
def test_a_cap_on_the_work_as_a_whole_is_for_no_month(text: str, bound: float, period: str) -> None:
    (pay,) = _posting(f"---\ntitle: Potter\ncompensation: {text}\n---\n\nYou turn pots.").pay
    assert (pay.min, pay.max, pay.period) == (None, bound, period)


def test_a_fee_is_pay_only_under_a_key_for_pay() -> None:
    assert [p.max for p in _posting("---\ntitle: Potter\ncompensation: Flat fee of €900\n---\n\nYou turn pots.").pay] == [900]
    assert _posting("---\ntitle: Potter\ncompensation: Licence fee of €900\n---\n\nYou turn pots.").pay == ()
    assert _posting("# Potter\n\nA fee of up to €900 is due for the kiln.").pay == ()


@pytest.mark.parametrize(
    ("place", "currency"),
    [("Denver, CO", "USD"), ("Leeds, UK", "GBP"), ("Cork, Ireland", "EUR"), ("Lund, Sweden", "SEK"), ("Leeds or Lyon", None)],
)
def test_a_figure_without_a_sign_has_the_money_of_the_one_country(place: str, currency: str | None) -> None:
    found = _posting(f"---\ntitle: Cook\nlocation: {place}\nsalary: 45,000\n---\nYou cook.").pay
    assert [p.currency for p in found] == [currency]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Salary scale: €31,000 - €32,500 - €33,900 - €35,400", [(31000, 35400)]),
        (
            "Salary: £24,100, £24,900, £25,700, £26,500, £27,300 per annum",
            [(24100, 24100), (24900, 24900), (25700, 25700), (26500, 26500), (27300, 27300)],
        ),
        ("Salary: £24,000 - £26,000 - £52,000", [(24000, 26000), (52000, 52000)]),
    ],
)
def test_the_points_of_a_scale_are_one_range(text: str, wanted: list[tuple[int, int]]) -> None:
    found = [(f.sum.min, f.sum.max) for f in find_figures(text, expected=True)]
    assert found[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("said", "currency"),
    [
        ("You may work in New Zealand.", "NZD"),
        ("The Ontario code on rights applies.", "CAD"),
        ("Write to 1 Elm St, Elmsea P7A 1B2.", "CAD"),
        ("We ship to Canada and Australia.", "USD"),
        ("We are near the lake.", "USD"),
    ],
)
def test_a_dollar_without_a_place_is_that_of_the_country_spoken_of(said: str, currency: str) -> None:
    found = _posting(f"# Cook\n\n{said} You cook for the guests.\n\nSalary: $61,000 a year\n").pay
    assert [p.currency for p in found] == [currency]


SUMS = [
    ("We match 401k plans and pay $30 an hour", [(30, 30, None)]),
    ("€40-50k a year", [(40_000, 50_000, "EUR")]),
    ("€40k-50 a year", [(40_000, 50_000, "EUR")]),
    ("₹8-10 lakh a year", [(800_000, 1_000_000, "INR")]),
    ("$65,000 CAD", [(65_000, 65_000, "CAD")]),
    ("96,566 US $ a year", [(96_566, 96_566, "USD")]),
    ("£30,000 - €35,000", [(30_000, 30_000, "GBP"), (35_000, 35_000, "EUR")]),
    ("$20 - $900,000", [(20, 20, None), (900_000, 900_000, None)]),
    ("$20 and $30", [(20, 20, None), (30, 30, None)]),
    ("between $20 and $30", [(20, 30, None)]),
    ("$20 $30", [(20, 30, None)]),
    ("$30 $20", [(30, 30, None), (20, 20, None)]),
    ("We sold 20 L of soup for £5", [(5, 5, "GBP")]),
]


@pytest.mark.parametrize(("text", "wanted"), SUMS)
def test_sums_and_ranges(text: str, wanted: list[tuple[float, float, str | None]]) -> None:
    assert [(s.min, s.max, s.currency) for s in find_sums(text)] == wanted


def test_what_does_not_depend_on_the_figure_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def named(text: str) -> frozenset[str]:
        asked.append(text)
        return frozenset({"CA"})

    monkeypatch.setattr(pay, "named_lands", named)
    figures = "".join(f"- ${40_000 + n} a year\n" for n in range(50))
    made = _posting(f"# Cook\n\n## Pay\n\n{figures}\n")
    assert {p.currency for p in made.pay} == {"CAD"}
    assert len(made.pay) == 50
    assert not find_market_pay(made)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Starting salary: $41,000 a year", 41000, 41000),
        ("Starting pay is $20.50 per hour", 20.5, 20.5),
        ("The starting rate of pay is $14 an hour", 14, 14),
        ("The starting wage is from $14 an hour", 14, None),
        ("Pay starts at $15 an hour", 15, None),
        ("A range starting at $40,000 a year", 40000, None),
    ],
)
def test_a_starting_pay_is_a_figure_and_no_bound(text: str, low: float, high: float | None) -> None:
    found = Posting(read(f"# Cook\n\n{text}".encode(), "cook.md"), Reading(as_of=date(2026, 1, 15))).pay
    assert [(p.min, p.max) for p in found] == [(low, high)]


def test_of_two_lands_with_dollars_the_one_that_the_text_names() -> None:
    places = "Location: Cannon Hill, QLD\n\nOur second surgery is in Chapel Hill, NC."
    text = f"# Doctor\n\n{places}\n\nPay: $140 an hour\n\nYou must live in Australia.\n"
    assert [p.currency for p in Posting(read(text.encode(), "post.md"), Reading(as_of=date(2026, 1, 15))).pay] == ["AUD"]
