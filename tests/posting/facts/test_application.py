"""Ways to apply, and sentences that only use the word."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.application import way_in
from jdlint.posting.model import Application, Link, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def application(text: str) -> Application | None:
    return Posting(read(text.encode(), "cook.md"), Reading(as_of=date(2026, 1, 15))).application


WAYS = [
    ("Send your CV to jobs@bakery.example by Friday.", "jobs@bakery.example"),
    ("Please email your resume to hr@clinic.example.", "hr@clinic.example"),
    ("To apply, write to mary@farm.example.", "mary@farm.example"),
    ("Apply at https://school.example/jobs/17", "https://school.example/jobs/17"),
    ("Applications should be sent to office@ward.example.", "office@ward.example"),
    ("Interested candidates should contact xxxx@shop.example.", "xxxx@shop.example"),
    ("Submit your application through https://portal.example/apply.", "https://portal.example/apply"),
    ("Interested? Call us on 555-010-2233.", "555-010-2233"),
    ("If you are interested, drop a line to cook@inn.example.", "cook@inn.example"),
    ("Text Sam on 07700 900123.", "07700 900123"),
    ("Drop us a line at jobs@mill.example.", "jobs@mill.example"),
    ("Apply through USAJOBS.", None),
    ("Hand your CV in at the shop.", None),
    ("Apply in person at the restaurant.", None),
    ("Stop by our store to apply.", None),
    ("Apply online.", None),
    ("Please apply via our website.", None),
    ("Fill in the online application form.", None),
    ("Apply directly on LinkedIn.", None),
    ("Apply by post.", None),
    ("Please send your application to the Manor School, Mill Lane, Leeds LS9 9ZZ.", None),
    ("Transcripts can be scanned or mailed to: Registrar Search, 30 Science Hall, Elmstead, OH 44000", None),
    ("Drop off your resume at 12 Main Street.", "12 Main Street"),
    ("Applications are returned to PO Box 12, Cork.", "PO Box 12"),
    ("Click the button below to apply.", None),
    ("Send a cover letter and your portfolio to art@studio.example", "art@studio.example"),
    ("Forward your résumé to jobs (at) mill.example", "jobs (at) mill.example"),
    ("Expressions of interest to dean@college.example.", "dean@college.example"),
    ("To be considered, complete the form at www.trust.example/form", "www.trust.example/form"),
    ("Applicants must apply using our portal.", None),
    ("Please apply here: https://x.example/r/4", "https://x.example/r/4"),
    ("Submit the application by mail to our HR department.", None),
]


@pytest.mark.parametrize(("text", "wanted"), WAYS)
def test_a_way_to_apply(text: str, wanted: str | None) -> None:
    way = way_in(text)
    assert way is not None
    assert way.destination == wanted


LOOKALIKES = [
    "Invoices are mailed to 12 Main Street each week.",
    "Forms are delivered to the ward by hand.",
    "You apply your skills to new dishes.",
    "Company policies apply.",
    "Terms and conditions apply to all staff.",
    "Apply paint to walls and doors.",
    "You process loan applications from customers.",
    "Apply for grants with our help.",
    "Develop web applications for the ward.",
    "You know how to apply data methods.",
    "We encourage you to apply even if you lack some of this.",
    "The role is applied research.",
    "Send invoices to customers on time.",
    "Women are encouraged to apply.",
    "Reply to letters from the public.",
    "Apply make-up and care for wigs.",
    "You review resumes and cover letters.",
    "Our website has more about the farm.",
    "Contact suppliers by telephone.",
    "Only people who can work in Canada may apply.",
    "Apply anyway!",
    "Discounts may apply at our shops.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_way(text: str) -> None:
    assert way_in(text) is None


def test_a_link_that_says_apply() -> None:
    text = "Ready? Apply here."
    way = way_in(text, (Link(7, 17, "https://jobs.example/9"),))
    assert way is not None
    assert (text[way.start : way.end], way.destination) == ("Apply here", "https://jobs.example/9")


def test_a_link_about_the_policy_is_none() -> None:
    text = "Read our application privacy policy."
    assert way_in(text, (Link(9, 35, "https://jobs.example/privacy"),)) is None


def test_an_address_alone_counts_under_its_heading() -> None:
    found = application("# Cook\n\n## How to apply\n\nMary Byrne, mary@inn.example")
    assert found is not None
    assert found.destination == "mary@inn.example"
    assert application("# Cook\n\n## About us\n\nMary Byrne, mary@inn.example") is None


def test_an_address_for_questions_is_none() -> None:
    assert application("# Cook\n\nFor accommodation requests in a job search call 555-010-2233 or write to help@inn.example.") is None


def test_a_contact_for_questions_counts_where_nothing_else_is_told() -> None:
    contact = "## Questions?\n\nAna Byrne, ana@inn.example\n"
    alone = application(f"# Cook\n\nYou run the grill.\n\n{contact}")
    assert alone is not None
    assert alone.destination == "ana@inn.example"
    beside = application(f"# Cook\n\nCandidates must submit an application through the town's application system.\n\n{contact}")
    assert beside is not None
    assert beside.destination is None


def test_a_field_counts() -> None:
    found = application("---\ntitle: Cook\napply_url: https://inn.example/jobs/cook\n---\n\nYou run the grill.")
    assert found is not None
    assert found.destination == "https://inn.example/jobs/cook"


def test_a_field_with_the_instruction_outdoes_a_contact() -> None:
    found = application("---\nposter_email: ann@inn.example\nhow_to_apply: Visit inn.example/jobs\n---\n# Cook\n\nYou run the grill.")
    assert found is not None
    assert found.at.text == "Visit inn.example/jobs"


def test_a_contact_gives_the_address_that_the_instruction_lacks() -> None:
    found = application("---\nposter_email: ann@inn.example\nhow_to_apply: Stop by in the afternoon.\n---\n# Cook\n\nYou run the grill.")
    assert found is not None
    assert found.destination == "ann@inn.example"


def test_a_markdown_link_counts() -> None:
    found = application("# Cook\n\n[Apply now](mailto:jobs@inn.example)")
    assert found is not None
    assert found.destination == "jobs@inn.example"


def test_nothing_said() -> None:
    assert application("# Cook\n\nYou run the grill.") is None


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Apply through HR Jobs.", None),
        ("Mail marleen@rye.example with a photo.", "marleen@rye.example"),
        ("Ping us: design@rye.example", "design@rye.example"),
        ("Call Dai: 07700 900 412", "07700 900 412"),
        ("Come by with a resume any day before four.", None),
        ("Stop in and ask for Mara.", None),
        ("Drop off your resume at the bar.", None),
        ("Send two writing samples to hello@rye.example.", "hello@rye.example"),
        ("Email a photo of your best loaf to bake@rye.example.", "bake@rye.example"),
        ("Applications may be picked up at City Hall.", None),
        ("You can apply via the button.", None),
        ("Apply: rye.example/careers/41", "rye.example/careers/41"),
        ("Apply now with your resume: jobs@rye.example", "jobs@rye.example"),
    ],
)
def test_ways_to_apply_in_other_words(text: str, to: str | None) -> None:
    found = application(f"# Cook\n\nYou cook lunch.\n\n{text}")
    assert found is not None
    assert found.destination == to


@pytest.mark.parametrize(
    "text",
    [
        "You apply glaze and paint.",
        "Send parcels to customers.",
        "Residents come by in the evening and ask for tea.",
        "You find the forms in the drawer.",
        "Push the button to stop the belt.",
    ],
)
def test_other_words_that_tell_no_way(text: str) -> None:
    assert application(f"# Cook\n\nYou cook lunch.\n\n{text}") is None


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("You teach. Resumes: Elm Schools, Attn HR-7, 1860 Lincoln St., Elm, CO 80203", "1860 Lincoln St"),
        ("Mail your resume to: Harbour Inn, P.O. Box 77, Elm", "P.O. Box 77"),
    ],
)
def test_a_postal_address_is_a_destination(text: str, to: str) -> None:
    found = way_in(text)
    assert found is not None
    assert found.destination == to


def test_resumes_alone_are_no_way_in() -> None:
    assert way_in("You read resumes: forty a week, at 1860 desks.") is None
