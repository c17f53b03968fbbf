"""The title's length, clutter, capitals and level."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.title import clutter, level_mismatch, shouting, too_long
from jdlint.rules.model import Hit

YEARS = {"junior_years": 4, "senior_years": 1}


def test_length_counts_the_title_without_runs_of_spaces(hits: Callable[..., list[Hit]]) -> None:
    assert hits(too_long, "# Line    Cook\n", max_characters=9) == []
    (hit,) = hits(too_long, "# Line Cook\n", max_characters=8)
    assert hit.values == {"length": 9, "max": 8}


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Line Cook $22/hr", ["pay"]),
        ("Accountant £45k", ["pay"]),
        ("Welder - up to €3,200 per month", ["pay"]),
        ("Driver (urgent)", ["urgency"]),
        ("Driver - immediate start!", ["urgency", "marks"]),
        ("Nurse, great benefits", ["lure"]),
        ("Driver, $5,000 sign-on bonus", ["lure"]),
        ("Analyst #4821", ["code"]),
        ("Analyst (Job ID: 4821)", ["code"]),
        ("Cook 12/01/2026", ["date"]),
        ("Manager ✨", ["emoji"]),
        ("Driver - Urgent - $$$", ["urgency", "marks"]),
        ("Manager *** Leeds ***", ["marks", "marks"]),
    ],
)
def test_clutter_by_kind(hits: Callable[..., list[Hit]], title: str, kinds: list[str]) -> None:
    assert [h.variant for h in hits(clutter, f"---\ntitle: '{title}'\n---\nText.\n")] == kinds


@pytest.mark.parametrize(
    "title",
    [
        "Urgent Care Nurse", "Nurse, Urgent Treatment Centre", "Staff Nurse (Band 5)", "Level 3 Nursery Teacher", "ISO 27001 Auditor",
        "AS9100 Quality Engineer", "Account Manager (Remote)", "Koch (m/w/d)", "Part-time Cook, 20 hours", "C# Developer", "Hiring Manager",
        "Night Shift Nurse, 7pm-7am", "Teacher, 2025/26", "Cook, Denver, CO", "Wanted Persons Analyst",
    ],
)  # fmt: skip
def test_what_a_title_may_hold(matches: Callable[..., list[str]], title: str) -> None:
    assert matches(clutter, f"---\ntitle: '{title}'\n---\nText.\n") == []


@pytest.mark.parametrize(
    ("title", "calm"),
    [
        ("STAFF NURSE", "Staff Nurse"),
        ("DIRECTOR OF NURSING, ICU", "Director of Nursing, ICU"),
        ("HVAC TECHNICIAN II", "HVAC Technician II"),
        ("BAR MANAGER", "Bar Manager"),
        ("ELECTRICIAN (A-GRADE)", "Electrician (A-Grade)"),
    ],
)
def test_a_shouted_title_is_calmed(hits: Callable[..., list[Hit]], title: str, calm: str) -> None:
    (hit,) = hits(shouting, f"# {title}\n")
    assert hit.use == (calm,)
    assert hit.edits[0].text == calm


@pytest.mark.parametrize("title", ["RN ICU", "HR", "NURSE", "NHS HCA", "Staff NURSE", "CNC"])
def test_acronyms_and_single_words_are_no_shouting(matches: Callable[..., list[str]], title: str) -> None:
    assert matches(shouting, f"---\ntitle: {title}\n---\nText.\n") == []


def test_levels_and_years(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(level_mismatch, "# Junior Accountant\n\n## Requirements\n\n- At least 5 years of experience in accounting\n", **YEARS)
    assert (hit.at.text, hit.variant, hit.values["years"]) == ("Junior", "junior-years", "5 years")
    (hit,) = hits(level_mismatch, "# Senior Analyst\n\n## Requirements\n\n- 1 year of experience in analysis\n", **YEARS)
    assert (hit.at.text, hit.variant, hit.values["years"]) == ("Senior", "senior-years", "1 year")
    (hit,) = hits(level_mismatch, "# Senior Analyst\n\n## Requirements\n\n- 6 months of experience in analysis\n", **YEARS)
    assert hit.values["years"] == "6 months"


@pytest.mark.parametrize(
    "text",
    [
        "# Junior Accountant\n\n## Nice to have\n\n- 5 years of experience in accounting\n",
        "# Senior Analyst\n\n## Requirements\n\n- One year of specialized experience equivalent to GS-12\n",
        "# Junior to Senior Analyst\n\n## Requirements\n\n- 5 years of experience in analysis\n",
        "# Analyst\n\n## Requirements\n\n- 9 years of experience in analysis\n",
        "# Senior Analyst\n\nYou analyse.\n",
    ],
)
def test_levels_that_fit(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(level_mismatch, text, **YEARS) == []
