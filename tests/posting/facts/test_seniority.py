"""The level of a job: by its title, by a field, by what a sentence says, by whom it manages."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.seniority import level_of_title, level_said
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def level(text: str, path: str = "cook.md") -> str | None:
    return Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15))).seniority


LEVELS = [
    ("Marketing Intern", "intern"),
    ("Trainee Manager", "intern"),
    ("Trainee Programme Manager", None),
    ("Deck Cadet", "intern"),
    ("Snr Developer", "senior"),
    ("Senior Care Assistant", "senior"),
    ("Senior Care Coordinator", None),
    ("Expert Baker", "senior"),
    ("Skincare Expert", None),
    ("Secretary to the Principal", None),
    ("Principal", "lead"),
    ("High School Principal", "lead"),
    ("Head Lifeguard", "lead"),
    ("Head Waiter", "lead"),
    ("Head Start Teacher", None),
    ("Headhunter", None),
    ("Care Home Manager", "lead"),
    ("Summer Internship, Design", "intern"),
    ("Trainee Electrician", "intern"),
    ("Outreach Assistant (co-op)", "intern"),
    ("Junior Cook", "junior"),
    ("Jr. Developer", "junior"),
    ("Graduate Engineer", "junior"),
    ("Entry-level Clerk", "junior"),
    ("Mid-level Designer", "mid"),
    ("UX Designer (Mid-Level to Sr.)", "senior"),
    ("Junior or Senior Editor", "senior"),
    ("Senior Nurse", "senior"),
    ("Data Engineer (Sr.)", "senior"),
    ("Principal Engineer", "senior"),
    ("Staff Software Engineer", "senior"),
    ("Lead Teacher", "lead"),
    ("Team Leader, Night Shift", "lead"),
    ("Head of Nursing", "lead"),
    ("Head Chef", "lead"),
    ("Senior Policy Lead", "lead"),
    ("Shift Supervisor", "lead"),
    ("Restaurant Manager", "lead"),
    ("Director of Studies", "executive"),
    ("Chief Executive", "executive"),
    ("CFO", "executive"),
    ("VP of Sales", "executive"),
    ("Associate Software Engineer", "junior"),
    ("Assistant Psychologist", "junior"),
    ("Assistant Product Manager", "junior"),
    ("Associate Director", "executive"),
    ("Associate Professor", None),
    ("Teaching Assistant", None),
    ("Research Associate", None),
    ("Nurse", None),
    ("Engineer II", None),
    ("Account Manager", None),
    ("Box Office Manager", None),
    ("Office and Ward Manager", None),
    ("Ward Manager", "lead"),
    ("Manager, Donor Campaigns", None),
    ("Manager, Social Media (Leeds)", None),
    ("Manager, Volunteer Outreach – Night Shift", None),
    ("Manager, Night Kitchen", "lead"),
    ("Manager, Restaurant", "lead"),
    ("Manager, County Childhood Literacy Network", "lead"),
    ("Project Manager", None),
    ("Customer Success Manager", None),
    ("Lead Generation Clerk", None),
    ("Senior Services Driver", None),
    ("Senior Living Cook", None),
    ("Internship Coordinator", None),
    ("Junior High Teacher", None),
    ("Staff Nurse", None),
    ("Account Executive", None),
    ("Executive Assistant to the Director", None),
    ("Graduate Admissions Clerk", None),
    ("Internal Auditor", None),
]


@pytest.mark.parametrize(("text", "wanted"), LEVELS)
def test_the_level_of_a_title(text: str, wanted: str | None) -> None:
    assert level_of_title(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("This is an entry-level position.", "junior"),
        ("We are looking for a senior designer.", "senior"),
        ("We seek a mid-level to senior person: we are looking for a mid-level to senior designer.", "mid"),
        ("You report to the senior manager.", None),
        ("You talk to senior leaders each week.", None),
        ("You lead the generation of ideas.", None),
        ("Work with junior colleagues.", None),
        ("We have two entry-level positions.", "junior"),
        ("This is an intermediate role.", "mid"),
        ("We are hiring a lead in our bakery.", "lead"),
        ("This is a supervisory role.", "lead"),
        ("You will be the lead instructor at our school.", "lead"),
        ("This is a supervisory or managerial position.", "lead"),
        ("This is not a supervisory or managerial position.", None),
        ("This is an executive-level post.", "executive"),
    ],
)
def test_the_level_a_sentence_states(text: str, wanted: str | None) -> None:
    assert level_said(text) == wanted


def test_the_title_outranks_the_text() -> None:
    assert level("# Junior Cook\n\nWe are looking for a senior cook.") == "junior"


def test_a_manager_who_manages_people_leads() -> None:
    text = "# Project Manager\n\n## Duties\n\n- {}\n"
    assert level(text.format("Supervise a team of six planners")) == "lead"
    assert level(text.format("Keep the plan up to date")) is None


FIELDS = [
    ("seniority: Senior", "senior"),
    ("level: entry-level", "junior"),
    ("experience_level: mid_career", "mid"),
    ("job_level: Manager", "lead"),
    ("career_level: Director or above", "executive"),
    ("level: Internship", "intern"),
    ("level: '4'", None),
]


@pytest.mark.parametrize(("field", "wanted"), FIELDS)
def test_a_field_gives_the_level(field: str, wanted: str | None) -> None:
    assert level(f"---\ntitle: Archivist\n{field}\n---\n\nYou keep our papers.\n") == wanted


LABELS = [
    ("Level: Senior", "senior"),
    ("Seniority: Mid level", "mid"),
    ("Career level: Entry", "junior"),
    ("Supervisory status: Supervisory", "lead"),
    ("Supervisory status: non-supervisory", None),
    ("Job level: 4", None),
    ("The level of the water is our concern.", None),
]


@pytest.mark.parametrize(("line", "wanted"), LABELS)
def test_a_label_gives_the_level(line: str, wanted: str | None) -> None:
    assert level(f"# Archivist\n\n{line}\n\nYou keep our papers.\n") == wanted


def test_the_title_outranks_a_field_and_a_field_what_is_said() -> None:
    text = "---\ntitle: {}\nlevel: Senior\n---\n\nThis is an entry-level position.\n"
    assert level(text.format("Junior Archivist")) == "junior"
    assert level(text.format("Archivist")) == "senior"


def test_an_internship_that_no_title_names() -> None:
    assert level("# Archive\n\nThis internship lasts three months.\n") == "intern"


UNTITLED = [
    ("We are seeking a Sales Director to open our second shop.", "executive"),
    ("The Junior Gardener will plant the beds.", "junior"),
    ("The Shift Planner is at home in our depot.\n\n- Supervise a team of six people", "lead"),
    ("The Shift Planner is at home in our depot.", None),
    ("You work under the direction of the Sales Director who is often away.", None),
    ("- Supervise a team of six people", "lead"),
    ("- Plan the week", None),
]


@pytest.mark.parametrize(("text", "wanted"), UNTITLED)
def test_without_a_title_the_job_that_the_text_names(text: str, wanted: str | None) -> None:
    assert level(f"About the work\n\n{text}\n") == wanted


TEAMS = [
    ("## Duties\n\n- Manage a team of four bakers", "lead"),
    ("## Duties\n\n- Mentor and manage our staff", "lead"),
    ("## Duties\n\n- You have no direct reports", None),
    ("## Duties\n\n- Work under the supervision of the dean who manages our staff", None),
    ("## Benefits\n\n- Managers who lead their teams with patience", None),
    ("## Duties\n\n| Manage a team of four | yes |\n|---|---|\n| a | b |", None),
]


@pytest.mark.parametrize(("text", "wanted"), TEAMS)
def test_who_manages_people_and_who_does_not(text: str, wanted: str | None) -> None:
    assert level(f"# Project Manager\n\n{text}\n") == wanted


RUNS = "Directs the daily operations of the Parks Department and supervises its staff."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"# Park Registrar\n\n## Duties\n\n{RUNS}", "lead"),
        ("# Park Registrar\n\n## Duties\n\nDirects the daily operations of the Parks Department.", None),
        (f"# Park Registrar\n\nYou report to the keeper.\n\n## Requirements\n\n- You have a boss who said: {RUNS}", None),
        ("# Program Manager\n\nYou are a member of our leadership team.", "lead"),
        ("# Program Analyst\n\nYou are a member of our leadership team.", None),
        ("# Program Manager\n\nYou write reports for the leadership team.", None),
    ],
)
def test_who_runs_a_unit_leads_whatever_the_title(text: str, wanted: str | None) -> None:
    assert level(text) == wanted
