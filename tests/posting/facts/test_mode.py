"""Remote, hybrid, on site: what states it, and what only sounds like it."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.mode import in_prose, in_value
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, path: str = "nurse.md") -> Posting:
    return Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15)))


def mode(text: str) -> str | None:
    found = posting(text).work_mode
    return found.value if found else None


SENTENCES = [
    ("This is a fully remote position.", "remote"),
    ("The role is 100% remote.", "remote"),
    ("You will work from home in your own hours.", "remote"),
    ("This job can be done from anywhere in Canada.", "remote"),
    ("We are a remote-first charity.", "remote"),
    ("All of us work remotely.", "remote"),
    ("This remote role is open to people in Ireland.", "remote"),
    ("The position is home-based.", "remote"),
    ("You may live and work anywhere; the post is remote.", "remote"),
    ("It is a permanently remote job.", "remote"),
    ("This work is performed remotely.", "remote"),
    ("We offer remote working for this post.", "remote"),
    ("You'll join a globally distributed team.", "remote"),
    ("Our team is fully distributed and this position is remote.", "remote"),
    ("This is a hybrid role.", "hybrid"),
    ("The post follows our hybrid working model.", "hybrid"),
    ("You will be in the office three days a week.", "hybrid"),
    ("We expect 2 days per week in our Leeds office.", "hybrid"),
    ("Two to three days a week from home are fine.", "hybrid"),
    ("Work 2 days remotely and the rest with us.", "hybrid"),
    ("You will have a mix of home and office working.", "hybrid"),
    ("The job is partly remote.", "hybrid"),
    ("Expect to be on site for 2 days each week.", "hybrid"),
    ("You can split your time between home and the ward office.", "hybrid"),
    ("This is not a remote position.", "onsite"),
    ("The role is not eligible for remote work.", "onsite"),
    ("No remote work, please.", "onsite"),
    ("This position is fully on-site.", "onsite"),
    ("The work cannot be done remotely.", "onsite"),
    ("You will be in the office five days a week.", "onsite"),
    ("It is an office-based role.", "onsite"),
    ("The job is in-person at our clinic.", "onsite"),
    ("Remote work is not available for this job.", "onsite"),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_a_sentence_states_the_mode(text: str, wanted: str) -> None:
    assert mode(f"# Payroll clerk\n\n{text}") == wanted


LOOKALIKES = [
    "Experience with hybrid cloud platforms.",
    "Knowledge of remote sensing and GIS.",
    "You support remote teams in the field with spare parts.",
    "You visit patients in remote areas of the county.",
    "Provide remote desktop support to customers.",
    "Maintain the hybrid vehicles of our fleet.",
    "Run hybrid events for our members.",
    "Monitor remote sites by camera.",
    "Set up remote access for suppliers.",
    "You repair remote controls and televisions.",
    "Build hybrid mobile apps.",
    "Serve remote communities along the coast.",
    "Use remote patient monitoring devices.",
    "Teach remote learning sessions for pupils who are ill.",
    "We have an on-site gym and free parking.",
    "The final stage is an onsite interview.",
    "You install virtual machines and distributed databases.",
    "Distribute post within the office.",
    "Our customers sit all over the world.",
    "Office supplies are ordered each Monday.",
    "You answer telephone calls from home owners.",
    "On-site childcare is available.",
    "Operate remotely piloted aircraft.",
    "Work with hybrid seed varieties.",
    "You visit building sites to check the work.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_states_none(text: str) -> None:
    assert mode(f"# Payroll clerk\n\n## Duties\n\n- {text}") is None


VALUES = [
    ("Remote", "remote"),
    ("Fully remote", "remote"),
    ("Remote (US only)", "remote"),
    ("Anywhere", "remote"),
    ("Work from home", "remote"),
    ("Home-based", "remote"),
    ("Telework", "remote"),
    ("Hybrid - Bristol", "hybrid"),
    ("London (hybrid)", "hybrid"),
    ("On-site, Denver", "onsite"),
    ("In office", "onsite"),
    ("In-person", "onsite"),
    ("Not remote", "onsite"),
]


@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_a_value_names_the_mode(text: str, wanted: str) -> None:
    assert next(in_value(text)).mode == wanted


@pytest.mark.parametrize("text", ["Denver, CO", "Remote sensing lab, Boulder", "Ward 4", ""])
def test_a_value_without_a_mode(text: str) -> None:
    assert not list(in_value(text))


def test_a_place_alone_means_on_site() -> None:
    found = posting("---\ntitle: Cook\nlocation: Austin, TX\n---\nYou run the grill.").work_mode
    assert found is not None
    assert (found.value, found.at and found.at.text) == ("onsite", "Austin, TX")


def test_neither_place_nor_mode() -> None:
    assert mode("# Cook\n\nYou run the grill.") is None


def test_a_field_answers_yes_or_no() -> None:
    assert mode("---\ntitle: Clerk\nremote: true\nlocation: Leeds\n---\nYou file letters.") == "remote"
    assert mode("---\ntitle: Clerk\nremote: false\nlocation: Leeds\n---\nYou file letters.") == "onsite"


def test_a_label_answers_no() -> None:
    assert mode("# Clerk\n\n**Remote position:** No\n\n**Location:** Leeds") == "onsite"


def test_labels_and_lines_of_their_own() -> None:
    assert mode("# Clerk\n\n**Work mode:** WFO (5 days)\n\nYou file letters.") == "onsite"
    assert mode("# Clerk\n\n- Leeds\n- Hybrid\n\nYou file letters.") == "hybrid"


def test_a_title_names_the_mode() -> None:
    assert mode("# Recruiter (remote)\n\nYou hire nurses.") == "remote"


def test_contradicting_statements_are_kept() -> None:
    found = posting("---\ntitle: Clerk\nlocation: Remote\n---\n\nYou will be in the office three days a week.").work_mode
    assert found is not None
    assert found.value == "remote"
    assert [c.text for c in found.conflicts] == ["in the office three days"]


def test_hybrid_agrees_with_days_at_home_and_in_the_office() -> None:
    found = posting("# Clerk\n\n**Work mode:** Hybrid (3 days WFO)\n\nYou file letters.").work_mode
    assert found is not None
    assert (found.value, found.conflicts) == ("hybrid", ())


def test_a_remote_job_with_office_days_is_hybrid() -> None:
    assert mode("# Clerk\n\nThis is a remote role. You are in our office two days a week.") == "hybrid"


def test_only_a_time_zone_asked_for_means_remote() -> None:
    assert mode("# Editor\n\nYou must be within two hours of the UTC+1 time zone.") == "remote"


def test_a_perk_says_less_than_a_statement() -> None:
    said = list(in_prose("You may telework occasionally.", "benefits"))
    assert [s.weight for s in said] == [1]


def test_template_slots_say_nothing() -> None:
    assert mode("# Clerk\n\nWork mode [describe: the role is remote or hybrid]") is None
