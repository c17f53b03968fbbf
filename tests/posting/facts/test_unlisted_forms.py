"""Facts put in ways that lists of usual forms leave out: towns of no table, addresses, bosses' titles, alternatives, questionnaires."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, name: str = "post.md") -> Posting:
    return Posting(read(text.encode(), name), Reading(as_of=date(2026, 1, 15)))


def places(text: str, name: str = "post.md") -> list[str]:
    return [p.at.text for p in posting(text, name).places]


def mode(text: str) -> str | None:
    found = posting(text).work_mode
    return found.value if found else None


def types(text: str) -> set[str]:
    return {e.value for e in posting(text).employment}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Clerk\n\nWork will be conducted on-site in Elmstead, California.", ["Elmstead, California"]),
        ("# Nurse\n\nThis role is based in Upper Ferry, Ontario.", ["Upper Ferry, Ontario"]),
        ("# Nurse\n\nOur clinic in Little Marsh, Wales, is looking for a nurse.", ["Little Marsh, Wales"]),
        ("# Porter\n\nLocation: Elmstead, Oregon", ["Elmstead, Oregon"]),
        ("# Cook\n\n#### Tacoma, WA\n\nYou cook soup.", ["Tacoma, WA"]),
        ("# Cook\n\n#### Apply, WA style\n\nYou cook soup.", []),
        ("# Cook\n\n## Location\n\n- Leeds\n- Flexible working hours; we share shifts", ["Leeds"]),
        ("# Cook\n\nYou must have a licence of the Board, Oregon.", []),
        ("# Cook\n\nLocation: Minneapolis / St. Paul MN metro area, USA", ["Minneapolis / St. Paul MN metro area, USA"]),
        ("# Cook\n\nLocation: Dallas/Fort Worth metro region", ["Dallas/Fort Worth metro region"]),
        ("# Cook\n\nLocation: Leeds / Bradford", ["Leeds", "Bradford"]),
        ("# Tester\n\n## Must be located within the United States\n\nText and more text.", ["United States"]),
        ("# Tester\n\n## Applicants must live in Canada\n\nText and more text.", ["Canada"]),
        ("# Clerk\n\nThe Pine County Registrar's Office is looking to fill two posts.", ["Pine County"]),
        ("# Deputy\n\nElm County seeks a deputy.\n", ["Elm County"]),
        ("# Librarian\n\nOak County Library is hiring a librarian.", ["Oak County"]),
        ("# Clerk\n\nThe City of Leeds is hiring a clerk.", ["Leeds"]),
        ("# Clerk\n\nThe Town of Bradford Police Department invites applications.", ["Bradford"]),
        ("# Clerk\n\nOur client, the City of Leeds, is an old one; they are hiring.", []),
        ("# Lawyer\n\nWe represent Pine County in court and are looking for a lawyer.", []),
        ("# Clerk\n\n## A smoke-free workplace\n\nPowered by Elm\n\nCopyright 2024 Elm House. All rights reserved", []),
    ],
)
def test_places(text: str, wanted: list[str]) -> None:
    assert places(text) == wanted


def test_a_footer_under_a_heading_on_the_place_names_none() -> None:
    links = "Privacy Notice\n\nDiversity Services\n\nSite Map\n\nVeterans\n\nPress Office"
    assert places(f"# Clerk\n\nYou file.\n\n## Work arrangement\n\n{links}\n") == []
    assert places("# Clerk\n\nYou file.\n\n## Locations\n\n- Elm House\n- Oak House\n- Ash House\n") == [
        "Elm House",
        "Oak House",
        "Ash House",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Clerk\n\nWork will be performed on-site in Leeds.", "onsite"),
        ("# Clerk\n\nThe work is carried out on site at our depot.", "onsite"),
        ("# Trainer\n\nThe course will be held completely online.", "remote"),
        ("# Tutor\n\nAll lessons are taught online, so this job can be done from home.", "remote"),
        ("# Tutor\n\nLessons are fully online.", "remote"),
        ("# Shop Manager\n\nOur shop is fully online, and we sell all over the world.", None),
        ("# Clerk\n\nApplications are accepted completely online.", None),
        ("# Clerk\n\nOnline banking is entirely online at our bank.", None),
    ],
)
def test_modes(text: str, wanted: str | None) -> None:
    assert mode(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "# Cook\n\n## Working with us\n\nThis is a full-time role. We are open to discussing part-time arrangements.",
            {"full_time", "part_time"},
        ),
        ("# Cook\n\n## Benefits\n\n- Full-time position; part-time can be considered", {"full_time", "part_time"}),
        ("# Cook\n\n## Benefits\n\n- Part-time staff get a share of the pension", set()),
        ("# Clerk\n\nJob Type: Limited Duration: Regular Schedule", {"fixed_term"}),
        ("# Clerk\n\nJob Type: Full-Time Regular", {"full_time", "permanent"}),
        ("# Clerk\n\nHours: regular business hours", set()),
    ],
)
def test_employment(text: str, wanted: set[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You work under the supervision of the Records Manager, who manages the staff of the office.", None),
        ("You report to the Head Gardener, who is in the greenhouse from seven.", None),
        ("At the direction of the Elections Supervisor, you will file forms.", None),
        ("The Night Supervisor is in charge of the hotel after ten.", "lead"),
        ("We are seeking a Sales Director for the north.", "executive"),
        ("---\ntitle: Legislative Fellow\njob_type: Paid Internship\n---\nYou write letters.", "intern"),
        ("---\ntitle: Reading Room Helper\njob_type: internship\n---\nYou shelve books.", "intern"),
        ("---\ntitle: Finance Manager\n---\nYou close the books each month.", None),
        ("---\ntitle: Payroll Manager\n---\nYou run the payroll of the mill.", None),
        ("---\ntitle: Finance Manager\n---\nYou lead a team of four accountants.", "lead"),
        ("---\ntitle: Budget Analyst\n---\nSupervisory status: Supervisory\n\nYou plan.", "lead"),
        ("---\ntitle: Budget Analyst\n---\nSupervisory status: Non-Supervisory\n\nYou plan.", None),
        ("---\ntitle: Warehouse Manager\n---\nYou run the depot.", "lead"),
    ],
)
def test_levels(text: str, wanted: str | None) -> None:
    assert posting(text, "post.md").seniority == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Select the software with which you have at least 2 years of work experience.",
        "Indicate how many years of experience you have in an office; 3 years of experience count double.",
        "Do you have at least 5 years of experience as a nurse?",
        "Please specify where you gained your 3 years of experience.",
    ],
)
def test_a_question_to_applicants_demands_no_years(text: str) -> None:
    assert posting(f"# Clerk\n\nYou file forms.\n\n{text}\n").experience == ()


def test_pay_under_a_hiring_range() -> None:
    for text in (
        "Hiring Range: $16.73 - $25.90 an hour",
        "Recruitment range: $42,780 - $58,000 a year",
        "## Hiring range\n\n$20 - $25 an hour",
    ):
        assert [p.kind for p in posting(f"# Analyst\n\n{text}\n").sections if p.heading] == ["pay"]


def test_a_promise_of_benefits_counts_below_the_duties() -> None:
    for told in (
        "This role is in our office and includes good pay and full benefits!",
        "The position offers a pension and paid holidays.",
        "Our package includes health insurance.",
    ):
        assert posting(f"# Clerk\n\n## Responsibilities\n\n- File\n- Type\n\n{told}\n").benefits is not None
    for told in ("You explain to staff what full benefits mean.", "Process claims for health insurance that the county includes."):
        assert posting(f"# Clerk\n\n## Responsibilities\n\n- File\n- Type\n\n{told}\n").benefits is None


def test_a_link_to_the_benefits_names_them() -> None:
    for told in (
        "Learn more about the [benefits of working at Elm House](https://elm.example/work).",
        "Read more about [our benefits](https://elm.example/work) and our team.",
        "See [the full list of staff benefits](https://elm.example/work).",
        "More on our family and health benefits is [here](https://elm.example/work).",
    ):
        assert posting(f"# Baker\n\nElm House bakes.\n\n{told}\n").benefits is not None
    for told in (
        "Learn more about the benefits of working at Elm House.",
        "Learn more about the [benefits of rye](https://elm.example/rye).",
        "Find out how people claim [government benefits](https://elm.example/claim).",
        "[Elm House](https://elm.example) helps people to see the benefits to their health.",
    ):
        assert posting(f"# Baker\n\nElm House bakes.\n\n{told}\n").benefits is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Total Compensation: $35,000 (part-time, 20 hrs/week)", {"part_time"}),
        ("Salary: £24,000 pro rata, part-time", {"part_time"}),
        ("Salary: £24,000 (full-time)", {"full_time"}),
        ("Salary: £24,000 (full-time equivalent)", set()),
        ("Salary: £24,000 for full-time staff", set()),
    ],
)
def test_the_type_beside_the_pay(text: str, wanted: set[str]) -> None:
    assert types(f"# Clerk\n\n{text}\n\nYou file forms.") == wanted


def test_types_in_a_field_that_holds_sentences() -> None:
    told = "You propose a logo and a type for the new site. This is a time-limited contract, from July to the end of August."
    assert types(f"---\ntitle: Designer\ndeliverables: {told}\n---\nCome and see us.") == {"fixed_term"}
    assert types("# Designer\n\nElm House is looking to contract a designer for its new site.") == {"contract"}


@pytest.mark.parametrize("sum_", ["96,566 US $", "96,566 US$", "96 566 US $", "US$ 96,566", "96,566 US dollars"])
def test_a_currency_behind_the_figure(sum_: str) -> None:
    found = posting(f"# Coordinator\n\nThe annual starting salary for this post is about {sum_}.\n").pay
    assert [(p.currency, p.period) for p in found] == [("USD", "year")]


def test_several_paragraphs_of_the_employer_under_a_heading_of_own_words() -> None:
    told = "We're the bridge between the mills and the shops.\n\nWe help bakers to buy flour.\n\nOur mill has ground rye since 1920.\n"
    mixed = "We're the bridge between the mills and the shops.\n\nYou weigh flour.\n\nYou mind the ovens.\n"
    assert posting(f"# Baker\n\nBread.\n\n## Our part of town\n\n{told}").sections[-1].kind == "company"
    assert posting(f"# Baker\n\nBread.\n\n## Flour power\n\n{mixed}").sections[-1].kind != "company"
