"""Forms that postings give their parts beside the usual ones: remarks in brackets, run-in labels in a row, headings about a name."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.headings import classify
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, name: str = "post.md") -> Posting:
    return Posting(read(text.encode(), name), Reading(as_of=date(2026, 1, 15)))


def headed(text: str, name: str = "post.md") -> list[tuple[str, str]]:
    """Kind and heading of each section that has one."""
    return [(s.kind, s.heading.text) for s in posting(text, name).sections if s.heading is not None]


def has(text: str) -> set[str]:
    return {kind for kind, there in posting(text).has.items() if there}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nice to haves (if you lack them, we will teach you on the job):", "preferred"),
        ("Skills (you can have learnt them anywhere):", "requirements"),
        ("Duties (they change a little with the seasons)", "responsibilities"),
        ("Core competencies (these are asked of all staff here):", "requirements"),
        ("What we offer (from the first day, for everybody)", "benefits"),
        ("Skills (not required, but nice to have)", "preferred"),
        ("These skills come in handy:", "preferred"),
        ("Experience that will come in handy", "preferred"),
        ("What else can you expect from us?", "benefits"),
        ("Primary purpose of the department", "company"),
        ("Purpose of the Division", "company"),
        ("Mission of the unit", "company"),
        ("A smoke-free workplace", "other"),
        ("Drug free and fully vaccinated workplace", "other"),
        ("Workplace", "location"),
        ("Purpose of the role", "summary"),
        ("Here's what our night team does:", "responsibilities"),
        ("Here is what the crew does", "responsibilities"),
        ("What our team does", "company"),
        ("Things we will teach you, should they be new to you:", "preferred"),
        ("Skills we can teach you here:", "preferred"),
        ("Skills you will need", "requirements"),
        ("Deferred compensation plan", "benefits"),
        ("By post or in person:", "application"),
        ("By email only", "application"),
        ("Accommodations for people with disabilities", "equal_opportunity"),
        ("Accommodation for those covered by the Act:", "equal_opportunity"),
        ("Full and part-time positions available", "employment"),
        ("Part-time or full-time hours possible", "employment"),
    ],
)
def test_headings(text: str, kind: str) -> None:
    assert classify(text).kinds[:1] == (kind,)


def test_a_remark_in_brackets_does_not_hide_a_heading() -> None:
    for remark in ("if you lack them, we will teach you on the job", "each of them can be learnt here, from us, in your first two months"):
        assert headed(f"# Baker\n\nElm House.\n\nExtra skills, nice to have ({remark}):\n\n- Rye\n- Wheat\n")[-1][0] == "preferred"
    assert headed("Baker\n\nCore Competencies (they are asked of all staff here):\nPatience\nCare\nCalm\n", "p.txt")[0][0] == "requirements"


def test_a_bold_line_that_leads_to_a_list_may_be_long() -> None:
    text = (
        "# Baker\n\nElm House.\n\n**Preferred skills, training in, taste for, or work with any one of the following:**\n\n- Rye\n- Wheat\n"
    )
    assert headed(text)[-1][0] == "preferred"
    prose = "# Baker\n\nElm House.\n\n**Skills in baking, mixing and kneading are what we most like in our people and in you:**\n\nText.\n"
    assert headed(prose) == []


LONG = "The county pays a part of the premium for each employee, and families can be added at the employee's own expense."
LABELS = f"""Court Clerk

BENEFITS
Staff are members of the union from their first day.

Dental Insurance: {LONG}
Health Plan of the County: {LONG}
Vacation: {LONG}
School Activities: {LONG}

HOW TO APPLY
Send a letter to the county.
"""


def test_run_in_labels_in_a_row_open_sections_of_the_kind_around_them() -> None:
    found = headed(LABELS, "clerk.txt")
    named = ("Dental Insurance", "Health Plan of the County", "Vacation", "School Activities")
    assert [one for one in found if one[1] in named] == [("benefits", name) for name in named]


def test_a_long_text_behind_one_colon_is_no_label() -> None:
    for line in (f"Please Note: {LONG}", f"One Thing: {LONG}", f"we believe this: {LONG}"):
        text = f"Court Clerk\n\nBENEFITS\nStaff are members of the union.\n\n{line}\n\nAnd there is cake.\n"
        assert [kind for kind, _ in headed(text, "clerk.txt")] == ["benefits"]


def test_a_sentence_with_a_dash_has_no_label() -> None:
    for line in (
        "Experience is preferred but not required - we train you",
        "Salary will be paid weekly - no delays",
        "Uniforms are provided - bring black shoes",
        "Interviews are held on Fridays - come early",
    ):
        assert headed(f"# Baker\n\nElm House bakes.\n\n{line}\n\nCome and see us.\n") == []
    assert headed("# Baker\n\nSalary - £13 an hour\n") == [("pay", "Salary")]


def test_a_long_text_in_heading_markup_is_no_heading() -> None:
    told = "The night team bakes all the bread that our shops sell in the morning. As a baker you will feed the dough, and mind the ovens."
    assert headed(f"# Baker\n\n## About the team\n\n### {told}\n\n- Bake\n") == [("company", "About the team")]
    assert [h for _, h in headed("# Baker\n\n## What you will do in your first year with us here at Elm House\n\n- Bake\n")] != []


def test_a_question_about_the_employer_opens_the_part_on_it() -> None:
    for heading in ("What is Larkspur?", "What's Larkspur?", "Larkspur in a nutshell", "What Larkspur does"):
        text = f"---\ntitle: Baker\ncompany: Larkspur\n---\n\n## {heading}\n\nThe ovens are hot and the bread is good.\n"
        assert ("company", heading) in headed(text)
    text = "---\ntitle: Baker\ncompany: Larkspur\n---\n\n## What is the role?\n\nThe ovens are hot and the bread is good.\n"
    assert ("summary", "What is the role?") in headed(text)


def test_a_link_that_leads_elsewhere_is_no_heading() -> None:
    for text in (
        "See more about our teams here",
        "Read more about our company",
        "Learn more about our benefits",
        "Find out about our school",
    ):
        assert headed(f"# Baker\n\nElm House.\n\n**[{text}](https://elm.example/about)**\n\nWe bake.\n") == []
    assert headed("# Baker\n\nElm House.\n\n**[Our benefits](https://elm.example/about)**\n\n- Bread\n") == [("benefits", "Our benefits")]


def test_office_hours_belong_to_how_to_apply_where_they_stand_there() -> None:
    text = "Clerk\n\nHOW TO APPLY\nBy mail: Town Hall, Elm Street\n\nOffice hours: Monday to Friday, 8 to 5\n\nPhone: 555 0100\n"
    assert ("application", "Office hours") in headed(text, "p.txt")
    assert ("employment", "Office hours") in headed("Clerk\n\nSalary: £20,000\n\nOffice hours: Monday to Friday, 8 to 5\n", "p.txt")


@pytest.mark.parametrize("text", ["By land and sea", "Things we bake", "Part of the full range of shifts", "We help you learn to bake"])
def test_lines_that_head_nothing(text: str) -> None:
    assert classify(text).kinds in ((), ("other",)) or not classify(text).exact


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Server\n\nThe positions will rotate between the window, the grill and dish washing.", "responsibilities"),
        ("# Trainer\n\nWe're looking for a trainer that could conduct a workshop in May.", "responsibilities"),
        ("# Baker\n\nWe seek a baker who can open the shop and run the ovens.", "responsibilities"),
        ("# Manager\n\nYou will lead an experienced six-person team.", "reporting"),
        ("# Head Cook\n\nYou lead a 12-person brigade.", "reporting"),
        ("# Clerk\n\n## Requirements\n\n- Typing\n\nInterviews will be held by video for the time being.", "process"),
        ("# Clerk\n\n## Requirements\n\n- Typing\n\nAll interviews will be conducted by telephone.", "process"),
        ("# Tester\n\n## Requirements\n\n- Testing\n- Ideally, some Bash", "preferred"),
        ("# Tester\n\n## Requirements\n\n- Testing\n- Ideally with a van of your own", "preferred"),
        ("# Clerk\n\nInvitations to interview will be based on education and experience.", "process"),
        ("# Clerk\n\nFinal candidates will be asked for a background check.", "process"),
        ("# Baker\n\nMaybe it's you. Here's what the night team does:\n\n- We are first in\n- We keep the ovens going", "responsibilities"),
        ("# Clerk\n\nWhat our records department does:\n\n- We answer letters\n- We find deeds", "responsibilities"),
        ("# Nurse\n\nThis is what your crew is doing:\n\n- We visit people at home\n- We teach", "responsibilities"),
    ],
)
def test_content_told_in_other_words(text: str, kind: str) -> None:
    assert kind in has(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Server\n\nWe are a small crew. We will work with school timetables.", "responsibilities"),
        ("# Server\n\nOur office will support you when you move here.", "responsibilities"),
        ("# Baker\n\n## Why join the night team?\n\nYou will feed the dough and mind the ovens.\n\n## Duties\n\n- Bake", "benefits"),
        ("# Manager\n\nWe are a six-person team.", "reporting"),
        ("# Tester\n\n## Requirements\n\n- Scripting, ideally with Bash or Python\n- Testing", "preferred"),
        ("# Nurse\n\n## Requirements\n\n- A year on a ward, preferably within the last five", "preferred"),
        ("# Welder\n\nWe are looking for a welder to join our community of metal workers.", "company"),
        ("# Reporter\n\n## Requirements\n\n- Able to conduct interviews by telephone", "process"),
        ("# Reporter\n\n## Duties\n\nYour interviews will be printed on Sundays.\n\n- Write", "process"),
        ("# Baker\n\nWhat our guests say of the team:\n\n- We love the rye\n- We come back", "responsibilities"),
        ("# Baker\n\nWhat our team does for its own people:\n\nThere is cake.", "responsibilities"),
    ],
)
def test_words_of_others_do_not_count(text: str, kind: str) -> None:
    assert kind not in has(text)
