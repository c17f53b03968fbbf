# ruff: noqa: E501  # one case a line
"""Titles."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.title import labelled_title, without_site
from jdlint.posting.facts.title_core import is_generic, looks_like_title
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, path: str = "cook.md") -> Posting:
    return Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15)))


def title(text: str, path: str = "cook.md") -> str | None:
    found = posting(text, path).title
    return found.text if found else None


DOCUMENTS = [
    (
        "Wanted: experienced tiler, Elm Valley. Must have own tools. Ring Pat any evening after six, or come by and see us.\n",
        "cook.txt",
        "experienced tiler",
    ),
    ("Wanted: a home for our old oven. Ring Pat any evening after six, or come by and see us at the yard.\n", "cook.txt", None),
    ("# Office of Works: Chief Engineer\n\nYou build.", "cook.md", "Office of Works: Chief Engineer"),
    ("POST OF SENIOR LIBRARY ASSISTANT\n\nYou lend books.\n", "cook.txt", "SENIOR LIBRARY ASSISTANT"),
    ("# We're hiring a Barista! ☕\n\nYou pour.", "cook.md", "Barista"),
    ("# Post Office Clerk\n\nYou sell stamps.", "cook.md", "Post Office Clerk"),
    ("# Urgent requirement for Housekeeping Supervisor\n\nYou plan.", "cook.md", "Housekeeping Supervisor"),
    (
        "Job Specification\n\nJob Title and Grade / Staff Nurse, Stroke Unit\n\nClosing Date / 12 March 2026\n",
        "cook.txt",
        "Staff Nurse, Stroke Unit",
    ),
    ("# Senior Analyst - Larkspur Surgical\n\n**Team:** Data\n\nAbout Larkspur Surgical\n\nRobots.", "cook.md", "Senior Analyst"),
    ("# Parish Secretary – Job Description\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Parish Secretary (Role Profile)\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Position Description: Parish Secretary\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Job Description Writer\n\nYou write them.", "cook.md", "Job Description Writer"),
    ("# Vacancy for a Parish Secretary\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Parish Secretary Vacancy\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Call for applications: Parish Secretary\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Appointment of Parish Secretary\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Appointment Clerk\n\nYou book them.", "cook.md", "Appointment Clerk"),
    ("# Vacancy Coordinator\n\nYou fill them.", "cook.md", "Vacancy Coordinator"),
    ("# Parish Secretary (Ref: 1234)\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("parish secretary, Ref No. AB 34/2026\n\nYou write letters.\n", "cook.txt", "parish secretary"),
    ("# Parish Secretary - Job ID 1234\n\nYou write letters.", "cook.md", "Parish Secretary"),
    ("# Reference Librarian 2\n\nYou answer.", "cook.md", "Reference Librarian 2"),
    ("---\ntitle: 'Job title: Parish Secretary'\n---\n\nYou write.", "cook.md", "Parish Secretary"),
    ("Vacancies at the Works Department\n\nPOST 03/81: Artisan Grade A\n\nRef No: 12\n\nYou mend pumps.\n", "cook.txt", "Artisan Grade A"),
    ("# Software Engineer — Larkspur™\n\nYou write code.", "cook.md", "Software Engineer"),
    ("# Software Engineer | Larkspur Ltd\n\nYou write code.", "cook.md", "Software Engineer"),
    ("# Software Engineer - Larkspur\n\nAt Larkspur, we build gates.", "cook.md", "Software Engineer"),
    ("# Software Engineer - Payments\n\nAt Larkspur, we build gates.", "cook.md", "Software Engineer - Payments"),
    ("# The Bay Hotel – Night Porter\n\nYou keep the door.", "cook.md", "Night Porter"),
    ("# Theatre – Staff Nurse\n\nYou assist.", "cook.md", "Theatre – Staff Nurse"),
    ("Warehouse Operative\n\nYou pack boxes and load the vans of our shop every day.\n", "cook.txt", "Warehouse Operative"),
    ("PGT Physics\n\nYou teach the upper classes of our school in the valley every day.\n", "cook.txt", "PGT Physics"),
    ("---\ntitle: Recruiting a Night Nurse\n---\n\nYou look after the ward.", "cook.md", "Night Nurse"),
    ("---\ntitle: Night Nurse\n---\n\nYou look after the ward.", "cook.md", "Night Nurse"),
    ("---\njob_title: Line Cook\ntitle: Line Cook\n---\n\n# About us\n\nWe cook.", "cook.md", "Line Cook"),
    ("---\nposition: Bus Driver\n---\n\nYou drive.", "cook.md", "Bus Driver"),
    ("+++\ntitle = 'Graphic Designer'\n+++\n\nYou draw.", "cook.md", "Graphic Designer"),
    ("# Payroll Clerk\n\nYou pay.", "cook.md", "Payroll Clerk"),
    ("Payroll Clerk\n=============\n\nYou pay.", "cook.md", "Payroll Clerk"),
    ("# About us\n\nWe bake.\n\n# Baker\n\nYou bake.", "cook.md", "Baker"),
    ("# Job description\n\n**Job title:** Caretaker\n\n## Duties\n\n- Mend", "cook.md", "Caretaker"),
    ("# Careers\n\nPosition: Lab Technician\n\nYou test.", "cook.md", "Lab Technician"),
    ("=== JOB DETAILS ===\n\nTitle: Field Coordinator\nSalary: $20 an hour\n\nDuties\n\nPlan routes.\n", "cook.txt", "Field Coordinator"),
    ("ELECTRICIAN II\nDepartment: Works\n\nYou wire houses.\n", "cook.txt", "ELECTRICIAN II"),
    ("Dog Groomer\n\nWe need somebody who loves dogs and knows how to trim them well.\n", "cook.txt", "Dog Groomer"),
    ("Join our family\n\nDog Groomer\n\nYou trim dogs all day long in our shop.\n", "cook.txt", "Dog Groomer"),
    (
        "<html><head><title>Head Gardener | Hill Park Trust</title></head><body><p>You garden.</p></body></html>",
        "cook.html",
        "Head Gardener",
    ),
    ("<html><body><h1>Careers</h1><h2>Truck Mechanic</h2><p>You mend trucks.</p></body></html>", "cook.html", "Truck Mechanic"),
    ("---\ntitle: The River Project\n---\n\n# Field Biologist\n\nYou count fish.", "cook.md", "Field Biologist"),
    ("# Backend Developer Job Description\n\n## Duties\n\n- Code", "cook.md", "Backend Developer"),
    ("Mill Cleaner Job Posting\n\nYou sweep.", "cook.txt", "Mill Cleaner"),
    ("Employment Opportunities | Kennel Keeper\n\nYou feed dogs.", "cook.txt", "Kennel Keeper"),
    ("Job Description\n\nTitle of Post: Verger\n\nResponsible to: The Dean", "cook.txt", "Verger"),
    ("**URL:** https://jobs.hexham.example/senior-engineer\n\nYou build looms for a mill by the river.", "cook.md", None),
    ("# Job Description for the Position of Caretaker\n\n**Baptist Chapel, Elmstead**\n\nYou ring the bell.", "cook.md", "Caretaker"),
    (
        "Salary: £13 an hour\nGrade: 3\nPost no: 12\nDept: Parks\nDivision: 4\nOpened: May\nNOTE: part-time.\nPark Keeper II\nDo you love trees?\n",
        "cook.txt",
        "Park Keeper II",
    ),
    ("# Search Engineer\n\nYou search.", "cook.md", "Search Engineer"),
    ("# Print Designer\n\nYou print.", "cook.md", "Print Designer"),
    ("# Back-of-house Porter\n\nYou carry.", "cook.md", "Back-of-house Porter"),
    ("# Locations Manager\n\nYou scout.", "cook.md", "Locations Manager"),
    ("# Chef de Partie |\n\nYou cook.", "cook.md", "Chef de Partie"),
    ("# Shared Services Analyst\n\nYou count.", "cook.md", "Shared Services Analyst"),
    ("---\ntitle: Now hiring ALL kitchen positions!\n---\n\nYou cook.", "cook.md", "Now hiring ALL kitchen positions!"),
    ("# We're hiring bar staff!\n\nYou serve.", "cook.md", "We're hiring bar staff!"),
    ("# We're hiring!\n\nYou serve the guests of our inn.", "cook.md", None),
    ("We build the future of tea\n\nYou will help us sell tea to the world from our old mill.\n", "cook.txt", None),
    ("As a family firm we have baked since 1901. We sell bread in nine shops and look for people who rise early.\n", "cook.txt", None),
]


@pytest.mark.parametrize(("text", "path", "wanted"), DOCUMENTS)
def test_the_title_of_a_document(text: str, path: str, wanted: str | None) -> None:
    assert title(text, path) == wanted


@pytest.mark.parametrize(
    "text",
    ["About us", "Careers", "Job description", "=== JOB DETAILS ===", "Overview", "Join our team", "Open positions", "We're hiring!", "How to apply",
     "Responsibilities", "The role", "Salary", "Location:", "Welcome", "Job Postings", "What you will do", "Contact us", "Help wanted", "Apply now"],
)  # fmt: skip
def test_generic_lines(text: str) -> None:
    assert is_generic(text)


@pytest.mark.parametrize(
    "text",
    ["Backend Developer", "Search Engineer", "Salary Analyst", "Share Plans Officer", "Welcome Desk Clerk", "Location Scout", "Print Operator", "Head of Careers Advice"],
)  # fmt: skip
def test_titles_are_not_generic(text: str) -> None:
    assert not is_generic(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Job Title: Nurse", "Nurse"), ("Position: Truck driver", "Truck driver"), ("Title: Registrar II", "Registrar II"), ("Role: Night porter", "Night porter")],
)  # fmt: skip
def test_a_label_names_the_title(text: str, wanted: str) -> None:
    found = labelled_title(text)
    assert found is not None
    assert text[found[0] : found[1]] == wanted


@pytest.mark.parametrize(
    "text", ["Position: Full-time", "Role: you will help us", "Title: About us", "The position: see below", "Position Status: Open"]
)
def test_labels_that_name_none(text: str) -> None:
    assert labelled_title(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nurse | Hill Hospital", "Nurse"),
        ("Hill Hospital | Night Nurse", "Night Nurse"),
        ("Cook - Careers at The Inn", "Cook"),
        ("Nurse", "Nurse"),
        ("Cook – Head Chef", "Cook – Head Chef"),
    ],
)
def test_the_name_of_the_site_is_cut(text: str, wanted: str) -> None:
    assert without_site(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["Site Reliability Engineer", "Sous chef, grill cook", "Head of Nursing", "Physiotherapist", "UX designer (contract)", "Zookeeper"],
)
def test_lines_that_name_a_job(text: str) -> None:
    assert looks_like_title(text)


@pytest.mark.parametrize(
    "text", ["Approximate annual salary", "Our values", "The ultimate guide", "Climate data", "Benefits", "Hill Hospital"]
)
def test_lines_that_name_no_job(text: str) -> None:
    assert not looks_like_title(text)


CALLS = [
    ("Line Cook: up to $19/hr", "Line Cook"),
    ("Now hiring: night porter", "night porter"),
    ("NOW HIRING - Barista", "Barista"),
    ("We're hiring a Ward Clerk", "Ward Clerk"),
    ("We are looking for: Bus Driver", "Bus Driver"),
    ("Wanted: dishwasher", "dishwasher"),
    ("Vacancy: School Caretaker", "School Caretaker"),
    ("Job opening - Payroll Officer", "Payroll Officer"),
    ("Plumber wanted!", "Plumber"),
    ("Care assistant needed urgently", "Care assistant"),
    ("Forklift Driver - Bury - £14 per hour - nights - start now", "Forklift Driver"),
    ("Line Cook | $19/hr | full time", "Line Cook"),
    ("Salesman", "Salesman"),
    ("Botanist", "Botanist"),
    ("Park Ranger", "Park Ranger"),
    ("Office Coordinator |", "Office Coordinator"),
]


@pytest.mark.parametrize(("line", "wanted"), CALLS)
@pytest.mark.parametrize("mark", ["", "# "])
def test_a_line_that_announces_the_job(line: str, wanted: str, mark: str) -> None:
    assert title(f"{mark}{line}\n\nThe shop opens at six.", "post.md" if mark else "post.txt") == wanted


@pytest.mark.parametrize(
    "line",
    [
        "We are looking for a baker to join our bakery.",
        "We're hiring people who like bread",
        "Now hiring",
        "Vacancies",
        "Our checklist",
        "Wanted: your ideas",
        "The twist",
    ],
)
def test_a_line_that_announces_no_job(line: str) -> None:
    assert title(f"{line}\n\nThe shop opens at six.", "post.txt") is None


def test_the_first_line_outdoes_a_loose_label() -> None:
    assert title("Senior Cook\n\nThe canteen opens at six.\n\nRole: Kitchen Worker", "post.txt") == "Senior Cook"
    assert title("Senior Cook\n\nThe canteen opens at six.\n\nJob title: Kitchen Worker", "post.txt") == "Kitchen Worker"
    below = "\n\n".join(f"Oven {n} is lit at six." for n in range(20))
    assert title(f"Senior Cook\n\n{below}\n\nJob title: Kitchen Worker", "post.txt") == "Senior Cook"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\ntitle: Map Librarian - Elm College\n---\n\nElm College stands on a hill.", "Map Librarian"),
        ("---\ntitle: Elm Museum - Night Guard\n---\n\nA guard of the Elm Museum walks its halls.", "Night Guard"),
        ("---\ntitle: Baker - Crumb & Co\ncompany: Crumb & Co\n---\n\nYou bake.", "Baker"),
        ("---\ntitle: Archivist - ELMPD\n---\n\nThe ELMPD's film unit keeps old reels.", "Archivist"),
        (
            "---\ntitle: Staff Nurse – Emergency Department\n---\n\nThe Emergency Department never closes.",
            "Staff Nurse – Emergency Department",
        ),
        ("---\ntitle: Librarian - High School\n---\n\nOur High School has a library.", "Librarian - High School"),
        ("---\ntitle: Nursing Assistant - STNA\n---\n\nEvery STNA works two nights.", "Nursing Assistant - STNA"),
        ("---\ntitle: Lecturer - School of Nursing\n---\n\nThe School of Nursing is in York.", "Lecturer - School of Nursing"),
        ("---\ntitle: Cook - Elm College\n---\n\nYou cook.", "Cook - Elm College"),
    ],
)
def test_the_employer_at_an_end_of_the_title_is_cut(text: str, wanted: str) -> None:
    assert title(text) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Shop Manager (REF24117)", "Shop Manager"),
        ("Shop Manager (Job ref: HR/24-117)", "Shop Manager"),
        ("Shop Manager (2026)", "Shop Manager (2026)"),
        ("Shop Manager (York)", "Shop Manager (York)"),
        ("Gardener $20/hr (weekdays)", "Gardener"),
        ("Bus Driver $900 Bonus", "Bus Driver"),
        ("Elm House is looking for a Head Gardener", "Head Gardener"),
        ("The Elm Trust is hiring a Night Nurse", "Night Nurse"),
        ("Crew Call: Stage Manager", "Stage Manager"),
    ],
)
def test_what_else_stands_around_the_job(line: str, wanted: str) -> None:
    assert title(f"# {line}\n\nThe shop opens at six.", "post.md") == wanted
    assert title(f"{line}\n\nThe shop opens at six.", "post.txt") == wanted
