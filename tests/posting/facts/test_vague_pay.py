"""Words about pay that name no figure, and the same words about other things."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.vague_pay import find_phrases
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

VAGUE = [
    ("£12 an hour depending on age and experience", "depending on age and experience"),
    ("Salary: £28,500, subject to experience", "subject to experience"),
    ("The appointment grade is commensurate with achievements and experience.", "is commensurate with achievements and experience"),
    ("We offer a competitive salary.", "competitive salary"),
    ("Competitive pay and paid leave", "Competitive pay"),
    ("Highly competitive compensation package", "Highly competitive compensation package"),
    ("Attractive remuneration", "Attractive remuneration"),
    ("A generous base salary", "generous base salary"),
    ("Salary negotiable", "Salary negotiable"),
    ("Pay depends on training and experience", "depends on training and experience"),
    ("The hourly rate is set by the harbour board each spring.", "set by the harbour board"),
    ("Salary as determined by the personnel committee", "as determined by the personnel committee"),
    ("We pay generously.", "pay generously"),
    ("We pay at the top of the market.", "pay at the top of the market"),
    ("Salary: negotiable", "Salary: negotiable"),
    ("Salary is competitive", "Salary is competitive"),
    ("Salary TBD", "Salary TBD"),
    ("Pay is commensurate with experience.", "is commensurate with experience"),
    ("Salary depends on experience.", "depends on experience"),
    ("Salary based on experience", "based on experience"),
    ("Rate: $20/hr DOE", "DOE"),
    ("Up to £34,000 d.o.e. and a van", "d.o.e."),
    ("£13 an hour (doe)", "doe"),
    ("$60k, depending on skills and experience", "depending on skills and experience"),
    ("We pay competitively.", "pay competitively"),
    ("Pay at market rate", "at market rate"),
    ("The salary will be determined at interview.", "salary will be determined at interview"),
    ("Compensation to be discussed", "Compensation to be discussed"),
    ("Salaries vary by experience and location", "vary by experience and location"),
    ("Competitive salary and benefits", "Competitive salary and benefits"),
    ("Excellent wages for night work", "Excellent wages"),
    ("A top salary", "top salary"),
    ("Pay dependent on qualifications", "dependent on qualifications"),
    ("Wage commensurate with your skills", "commensurate with your skills"),
    ("Market-leading pay", "Market-leading pay"),
    ("Salary will not be a constraint.", "Salary will not be a constraint"),
    ("Salary: no bar for the right person", "Salary: no bar"),
    ("Hourly plus tips", "Hourly plus tips"),
    ("Servers: hourly pay + cash tips out", "hourly pay + cash tips out"),
    ("We are paying well above market average.", "paying well above market average"),
    ("We pay better than the industry standard.", "pay better than the industry standard"),
    ("Friendly kitchen, great $$$.", "great $$$"),
    ("A budget is available, set per article.", "budget is available"),
]
OTHER = [
    "Salary negotiable up to £41,000",
    "Salary is negotiable within the range £30k to £35k",
    "The offer and the pay are subject to references.",
    "Carry out competitive analysis of rivals.",
    "You keep to the standards set by the council.",
    "A competitive exam takes place in May.",
    "You thrive in a competitive environment.",
    "Strong negotiation skills",
    "Contracts are negotiable for our clients.",
    "Start date negotiable",
    "Hours depend on the season.",
    "Your rota depends on experience with dogs.",
    "The team is based on Main Street.",
    "We choose people based on experience, not on schools.",
    "Duties commensurate with the grade",
    "Set competitive pay for our staff.",
    "Survey market rates for rented homes.",
    "This salary is not negotiable.",
    "The salary is non-negotiable.",
    "An attractive place to work",
    "Generous leave",
    "Great pay-it-forward culture",
    "A fair and open process",
    "John Doe keeps the records.",
    "Competitive swimmers train here.",
    "Excellent rates of recovery",
    "Training will be determined by your manager.",
    "Publish our pay gap report.",
    "Good rate of response to letters",
    "Hourly plus tips: $9 and up",
    "We pay in full when you retire, depending on your grade.",
    "The bar pays its staff on Fridays.",
    "We pay more than average attention to hygiene.",
    "Great $$ 40 for the toolkit",
    "Training budget is available, see page 4",
]


@pytest.mark.parametrize(("text", "phrase"), VAGUE)
def test_finds_vague_words_about_pay(text: str, phrase: str) -> None:
    assert [text[start:end] for start, end in find_phrases(text)] == [phrase]


@pytest.mark.parametrize("text", OTHER)
def test_leaves_the_same_words_about_other_things(text: str) -> None:
    assert find_phrases(text) == []


def test_where_the_whole_text_is_about_pay_the_words_need_no_pay_beside_them() -> None:
    assert find_phrases("Depending on experience", about_pay=True) == [(0, 23)]
    assert find_phrases("Depending on experience") == []
    assert find_phrases("$15 and up, depending on position", about_pay=True) == [(12, 33)]


def _vague(text: str) -> list[str]:
    return [e.text for e in Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15))).vague_pay]


def test_a_pay_field_without_a_figure_is_vague_as_a_whole() -> None:
    assert _vague("---\ntitle: Cook\nsalary: Competitive\n---\nYou cook.\n") == ["Competitive"]
    assert _vague("---\ntitle: Cook\nsalary: $40,000 DOE\n---\nYou cook.\n") == ["DOE"]
    assert _vague("---\ntitle: Waiter\nsalary: Hourly plus tips\n---\nYou wait.\n") == ["Hourly plus tips"]
    assert _vague("---\ntitle: Seller\ncompensation: Salary + commission, bonus\n---\nYou sell.\n") == ["Salary + commission, bonus"]
    assert _vague("---\ntitle: Waiter\nsalary: Hourly\n---\nYou wait for $12 an hour.\n") == []
    assert _vague("---\ntitle: Helper\nsalary: Unpaid\n---\nYou help.\n") == []
    assert _vague("---\ntitle: Cook\nsalary: $40,000\n---\nYou cook.\n") == []


def test_reads_prose_of_fields_and_the_pay_section() -> None:
    assert _vague("---\ndescription: Cook lunch for a competitive salary and meals.\n---\n# Cook\n") == ["competitive salary"]
    assert _vague("# Cook\n\n## Salary\n\nDepending on experience\n") == ["Depending on experience"]
    assert _vague("# Cook\n\n## Duties\n\nYour tasks vary, depending on experience.\n") == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Compensation: Per Bargaining Unit Agreement", "Per Bargaining Unit Agreement"),
        ("Salary: as per the teachers' salary schedule", "as per the teachers' salary schedule"),
        ("Above award wages for good cooks.", "Above award wages"),
        ("The fellow gets a modest stipend.", "modest stipend"),
        ("Annual income: market related", "market related"),
    ],
)
def test_pay_by_a_rule_or_a_word(text: str, phrase: str) -> None:
    assert [text[a:b] for a, b in find_phrases(text)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "We pay twice per contract.",
        "A modest stipend of $300 a week.",
        "Shifts are planned per the duty schedule.",
        "It is a market-related study.",
    ],
)
def test_rules_about_something_else(text: str) -> None:
    assert find_phrases(text) == []
