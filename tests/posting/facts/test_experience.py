"""Years of experience, and all other lengths of time."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.years import find_years
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

ASKED = [
    ("Experience: 1 year to less than 2 years", [(1, 2)]),
    ("Entry level to 3 years of experience", [(0, 3)]),
    ("Ten years' experience in kitchens, 3 of which as a head chef", [(10, None), (3, None)]),
    ("10 years' experience, of which at least 4 at senior level", [(10, None), (4, None)]),
    ("3+ yrs of Python", [(3, None)]),
    ("Two to four years of retail experience", [(2, 4)]),
    ("A minimum of five (5) years in nursing", [(5, None)]),
    ("5 years' experience in payroll and 2 in audit", [(5, None), (2, None)]),
    ("2-4 years of professional backend development experience", [(2, 4)]),
    ("At least 18 months' post-qualification experience", [(1.5, None)]),
    ("You have over 10 years in nursing.", [(10, None)]),
    ("1+ year of sales experience", [(1, None)]),
    ("Minimum of 2 to 5 years experience", [(2, 5)]),
    ("Total experience of 6+yrs and 2+yrs leading a team", [(6, None), (2, None)]),
    ("5+Years of Experience as a recruiter.", [(5, None)]),
    ("Experience: 3-5 years", [(3, 5)]),
    ("Experience required: minimum 4 years", [(4, None)]),
    ("You have worked 5 years as a chef.", [(5, None)]),
    ("6 months to 1 year experience", [(0.5, 1)]),
    ("Five or more years of experience", [(5, None)]),
    ("Between 3 and 5 years of experience with children", [(3, 5)]),
    ("0-3 years of relevant experience", [(0, 3)]),
    ("No more than 5 years of experience", [(None, 5)]),
    ("Up to two years of experience", [(None, 2)]),
    ("3 years PQE", [(3, None)]),
    ("We are looking for someone with 7 years of teaching experience.", [(7, None)]),
    ("Three years' hands-on experience of welding, with at least one year in a shipyard", [(3, None), (1, None)]),
    ("8–10 years of progressively responsible experience", [(8, 10)]),
    ("1-year experience in full service restaurants", [(1, None)]),
    ("Candidates must have 2 years of supervisory experience.", [(2, None)]),
    ("You bring at least three years in a similar role.", [(3, None)]),
    ("Ideally 4+ years in hospital pharmacy", [(4, None)]),
    ("Experience of driving vans for at least 2 years", [(2, None)]),
    ("Ten years of experience managing budgets", [(10, None)]),
    ("Years of experience: 5+", [(5, None)]),
    ("At least a year's experience in a school", [(1, None)]),
    ("5yrs+ post-trade experience", [(5, None)]),
    ("Keen on bread and have 3+ years experience at an oven? Come.", [(3, None)]),
    ("A nurse with three years' experience in paediatrics", [(3, None)]),
    ("Minimum one year post-registration experience", [(1, None)]),
    ("7+ years in software engineering; 2+ in management", [(7, None), (2, None)]),
]

NONE = [
    "The post is initially for 2 years and may go on.",
    "It is funded for three years in the first instance.",
    "The role is guaranteed for 2 years.",
    "Founded 10 years ago, we make bread.",
    "For over 20 years we have served the county.",
    "This is a 2-year contract.",
    "We have 3 years' funding.",
    "Help us write the five-year plan.",
    "You must be 18 years of age.",
    "4 year degree",
    "Care for children aged 3 to 5 years.",
    "After 5 years of growth we are hiring.",
    "Options vest over four years with a one-year cliff.",
    "The boiler carries a 7-year warranty.",
    "We have over 20 years of experience in roofing.",
    "Our team has 50 years of combined experience.",
    "A three year-old company",
    "Named best employer six years in a row",
    "Obtain the certificate within two (2) years of employment.",
    "Appointment for a fixed term of 3 years",
    "A fellowship of two years",
    "Reviewed every two years",
    "In the past 2 months we opened three shops.",
    "A paid sabbatical after 4 years",
    "Less than 6 months old",
    "You will join a five-year research project.",
    "Probation lasts six months.",
    "The position is funded for 18 months.",
    "A grant for the next 3 years",
    "Maternity cover for 12 months",
    "You must have lived in the UK for 5 years.",
    "Employees get four weeks of leave in the first 2 years.",
    "With more than 30 years of experience, Acme leads the trade.",
    "You report to the head baker, who has 20 years of experience.",
    "One year of work is equal to 2080 hours.",
    "5 years of address history",
    "How many years of experience do you have?",
    "Do you have 3 years of experience?",
    "It is the first new bridge in more than 30 years.",
]


@pytest.mark.parametrize(("text", "bounds"), ASKED)
def test_reads_years_of_experience(text: str, bounds: list[tuple[float | None, float | None]]) -> None:
    assert [(y.min, y.max) for y in find_years(text)] == bounds


@pytest.mark.parametrize("text", NONE)
def test_other_times_are_no_experience(text: str) -> None:
    assert find_years(text) == []


@pytest.mark.parametrize(
    "text", ["2 years clerical", "3 years in a kitchen", "One year using a till", "2 years of Kubernetes", "Bachelor's degree plus 2 years"]
)
def test_among_requirements_a_bare_time_is_enough(text: str) -> None:
    assert len(find_years(text, expected=True)) == 1


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("3+ years of experience with React", "React"),
        ("5 years of backend development experience", "backend development"),
        ("At least 2 years' experience as a phlebotomist", "phlebotomist"),
        ("4 years of relevant experience", ""),
        ("10+ years of Swift", "Swift"),
    ],
)
def test_says_what_the_experience_is_in(text: str, subject: str) -> None:
    (years,) = find_years(text)
    assert years.subject == subject


def _posting(text: str) -> Posting:
    return Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15)))


def test_reads_demands_of_fields_and_body() -> None:
    posting = _posting("---\ntitle: Cook\nmin_experience: 3\n---\n# Cook\n\n## Requirements\n\n- 2 years clerical\n- 5+ years as a cook\n")
    assert [(e.min, e.max) for e in posting.experience] == [(3, None), (2, None), (5, None)]


@pytest.mark.parametrize(("value", "bounds"), [("3-5", (3, 5)), ("5+", (5, None)), ("2 to 4", (2, 4)), ("4", (4, None))])
def test_a_field_of_years_needs_no_unit(value: str, bounds: tuple[float, float | None]) -> None:
    (demand,) = _posting(f'---\ntitle: Cook\nyears_of_experience: "{value}"\n---\nYou cook.\n').experience
    assert (demand.min, demand.max) == bounds


def test_words_about_the_employer_are_none() -> None:
    text = "# Cook\n\n## About us\n\nWith more than 30 years of experience, we bake for all.\n\n## Benefits\n\nA watch after 5 years.\n"
    assert _posting(text).experience == ()


def test_the_answers_of_a_questionnaire_are_none() -> None:
    answers = "\n".join(f"- {n} years of experience" for n in ("Less than 2", "2 to 4", "5 or more"))
    assert _posting(f"# Cook\n\n## Questions\n\nHow long have you cooked?\n\n{answers}\n").experience == ()


def test_the_excerpt_holds_the_words() -> None:
    (demand,) = _posting("# Cook\n\n## Requirements\n\n- You have **at least 3 years** of kitchen experience in hotels\n").experience
    assert demand.at.text == "at least 3 years of kitchen experience"
    assert demand.subject == "kitchen hotels"


@pytest.mark.parametrize("text", ["5 years clean driving record", "Two years accident-free", "A diploma and two years of college"])
def test_among_requirements_a_record_is_no_experience(text: str) -> None:
    assert find_years(text, expected=True) == []


def test_a_raised_limit_of_age_is_no_experience() -> None:
    text = "# Fellow\n\n## Requirements\n\n- 5 years for SC/ST candidates\n- 3 years of relaxation for others\n- 2 years in a laboratory\n"
    found = Posting(read(text.encode(), "post.md"), Reading(as_of=date(2026, 1, 15))).experience
    assert [e.min for e in found] == [2]
