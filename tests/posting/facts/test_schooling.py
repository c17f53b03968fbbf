"""Schooling asked for under other names than a degree's, and the same words about others."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.degrees import find_degree_spans
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

ASKED = [
    ("A doctoral qualification in accounting", "doctoral qualification"),
    ("Grade D in five subjects in the Leaving Certificate Examination", "Leaving Certificate Examination"),
    ("Education: Secondary (high) school graduation certificate", "Secondary (high) school graduation certificate"),
    ("ASN from an accredited school", "ASN"),
    ("Graduation from an accredited four-year college or university", "Graduation from an accredited four-year college or university"),
    ("Graduate from an accredited nursing program", "Graduate from an accredited nursing program"),
    ("Graduation from high school", "Graduation from high school"),
    ("Graduation in any stream", "Graduation in any"),
    ("Graduation with History", "Graduation"),
    ("High school graduate or equivalent", "High school graduate"),
    ("High school education", "High school education"),
    ("You have completed high school.", "completed high school"),
    ("HSD/GED required", "HSD/GED"),
    ("Grade 10 or equivalent", "Grade 10"),
    ("Minimum Grade 12 certificate", "Grade 12"),
    ("Matric or NQF 4", "Matric"),
    ("REQUIREMENTS : Grade 12 certificate", "Grade 12"),
    ("Senior Certificate with mathematics passed", "Senior Certificate"),
    ("Leaving Certificate or equivalent", "Leaving Certificate"),
    ("12th pass or above", "12th pass"),
    ("A post-graduate qualification in education", "post-graduate qualification"),
    ("A relevant third-level qualification", "third-level qualification"),
    ("College background in plant biology", "College background"),
    ("Some college preferred", "Some college"),
    ("Culinary school graduate", "Culinary school graduate"),
    ("University educated", "University educated"),
    ("A National Diploma (NQF 6) in finance", "National Diploma (NQF 6"),
    ("MBBS, registered with the council", "MBBS"),
    ("PGCE or equivalent", "PGCE"),
    ("HND in civil engineering", "HND"),
    ("MLIS from an accredited school", "MLIS"),
    ("Master of Divinity", "Master of Divinity"),
    ("B Com (Hons) in accounting", "B Com (Hons)"),
]


@pytest.mark.parametrize(("text", "words"), ASKED)
def test_schooling_counts(text: str, words: str) -> None:
    (degree,) = find_degree_spans(text)
    assert text[degree.start : degree.end] == words


OTHERS = [
    "Expected graduation from an accredited college",
    "We prepare pupils for the Leaving Certificate.",
    "You teach Grade 12 certificate courses.",
    "Help tenants complete their high school education.",
    "Our high school graduate programme",
    "Improve high school graduation rates.",
    "Plan the graduation ceremony.",
    "Salary: Grade 10, point 27",
    "Grade 12, £30,000",
    "Matriculation of new students",
    "Classes in English, GED and job training",
    "GED classes in the evening",
    "BDS lectures",
    "Certificate in first aid",
    "Level 2 certificate in food hygiene",
    "We offer ten university places a year.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_same_words_about_others_do_not(text: str) -> None:
    assert find_degree_spans(text) == []


def _degrees(text: str) -> list[tuple[str, bool, bool]]:
    return [
        (d.at.text, d.required, d.equivalent_ok) for d in Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15))).degrees
    ]


def test_a_bare_grade_counts_where_it_is_asked_for() -> None:
    assert _degrees("# Clerk\n\nGrade 12\n\nYou file letters.\n\n## Requirements\n\n- Clear handwriting\n") == []
    assert _degrees("# Clerk\n\n## Requirements\n\n- Grade 12\n- Clear handwriting\n") == [("Grade 12", True, False)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A tertiary qualification is an added advantage", [(False, False)]),
        ("Must have a degree in law, with Latin an advantage", [(True, False)]),
        ("Degree or certification in logistics", [(True, True)]),
        ("A degree in logistics. An equivalent mix of schooling and work is welcome.", [(True, True)]),
        ("An associate degree or a two-year course in catering", [(True, True)]),
        ("A two (2) year certificate or diploma in catering", [(True, False)]),
        ("DVM or an equivalent veterinary degree", [(True, False)]),
        ("Bachelor's and five years; or Master's and three years", [(True, False), (True, False)]),
    ],
)
def test_what_else_will_do(text: str, wanted: list[tuple[bool, bool]]) -> None:
    assert [(d.required, d.equivalent_ok) for d in find_degree_spans(text)] == wanted


def test_the_answers_of_a_questionnaire_are_none() -> None:
    answers = "\n".join(f"- {a}" for a in ("GED", "High school", "At least 1 year of college", "Associate degree", "None of the above"))
    assert _degrees(f"# Clerk\n\n## Questions\n\nWhich is your highest level of education?\n\n{answers}\n") == []


def test_one_wish_in_a_paragraph_makes_no_wish_of_all() -> None:
    assert _degrees("# Clerk\n\nYou hold a PhD in ecology. Experience with bees is desirable.\n") == [("PhD", True, False)]
