"""Remote, hybrid, on site: what states it, and what only sounds like it."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.mode_cues import in_prose, in_value
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


ANSWERS = [
    ("**Remote position:** Yes", "remote"),
    ("**Remote position:** No", "onsite"),
    ("**Hybrid:** Yes", "hybrid"),
    ("**Hybrid:** No", None),
]


@pytest.mark.parametrize(("line", "wanted"), ANSWERS)
def test_a_yes_or_no_to_a_mode(line: str, wanted: str | None) -> None:
    found = posting(f"# Editor\n\n{line}\n\nYou edit our books.\n").work_mode
    assert (found.value if found else None) == wanted


@pytest.mark.parametrize(("answer", "wanted"), [("Yes", "hybrid"), ("Yes, as the agency decides", "hybrid"), ("No", None)])
def test_telework_may_be_done_now_and_then(answer: str, wanted: str | None) -> None:
    found = posting(f"# Editor\n\nTelework eligible\n\n{answer}\n\nYou edit our books.\n").work_mode
    assert (found.value if found else None) == wanted


def test_a_remote_team_alone_means_remote() -> None:
    found = posting("# Editor\n\nYou join our fully remote team of nine editors.\n").work_mode
    assert found is not None
    assert found.value == "remote"


def test_labels_and_lines_of_their_own() -> None:
    assert mode("# Clerk\n\n**Work mode:** WFO (5 days)\n\nYou file letters.") == "onsite"
    assert mode("# Clerk\n\n- Leeds\n- Hybrid\n\nYou file letters.") == "hybrid"


def test_a_title_names_the_mode() -> None:
    assert mode("# Maths Tutor (online)\n\nYou teach fractions.") == "remote"
    assert mode("# Online Marketing Clerk\n\nYou sell hats.") is None
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


IN_OTHER_WORDS = [
    ("We welcome applicants anywhere in the world.", "remote"),
    ("Flexible work location (we take on people anywhere in the world).", "remote"),
    ("Ours is a team that works from different places around the world.", "remote"),
    ("The work is location-independent.", "remote"),
    ("Our team is spread over the globe and we meet over video.", "remote"),
    ("Work from wherever you are.", "remote"),
    ("Everyone works from wherever they live.", "remote"),
    ("You can do this job from your kitchen table.", "remote"),
    ("We have no office; we all work from home.", "remote"),
    ("We are a distributed team of nine.", "remote"),
    ("Our colleagues live in eleven countries and meet by video.", "remote"),
    ("There is no office to come to.", "remote"),
    ("You choose where you work from.", "remote"),
    ("You'll work from home and set your own hours.", "remote"),
    ("Location is up to you.", "remote"),
    ("We don't mind where you live.", "remote"),
    ("You'll work in our office.", "onsite"),
    ("You will work from our Chicago office.", "onsite"),
    ("You'll be working out of either our Austin or Denver office.", "onsite"),
    ("You work from either our Leeds or our York studio, at a desk inside a theatre.", "onsite"),
    ("The work is done at our workshop.", "onsite"),
    ("Based at our head office.", "onsite"),
    ("You will be based in our Leeds studio.", "onsite"),
    ("You must come to the office every day.", "onsite"),
    ("We work from our Chicago office Tuesday through Thursday and from home on the other days.", "hybrid"),
    ("You are in the office on Mondays and Thursdays.", "hybrid"),
    ("Two days a week you may work at home.", "hybrid"),
    ("Home office up to three days per week.", "hybrid"),
    ("Mobile working for two days a week.", "hybrid"),
    ("Fridays are worked from home.", "hybrid"),
    ("Expect to be in our Cork office Tuesdays and Wednesdays.", "hybrid"),
    ("Work at home and in the office as suits you both.", "hybrid"),
    ("You'll be in the office Monday to Friday.", "onsite"),
]


@pytest.mark.parametrize(("text", "wanted"), IN_OTHER_WORDS)
def test_the_mode_in_other_words(text: str, wanted: str) -> None:
    assert mode(f"# Payroll clerk\n\n{text}") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "You will sell to customers anywhere in the world.",
        "Our customers live all over the globe.",
        "Visit families wherever they live.",
        "Our books are read around the world.",
        "You care for people in their homes.",
        "You coordinate volunteers spread over the country.",
        "The office is open Monday to Friday.",
        "Answer letters from home owners.",
        "Clean our offices at night.",
        "You manage the shop's stock.",
        "Work in an office environment.",
        "You'll work with our office staff.",
        "You will make home visits on Mondays.",
        "Drive to schools and clinics.",
        "Build distributed systems.",
        "Location-independent code runs anywhere.",
        "You may eat wherever you like.",
        "Work closely with the head office.",
        "Experience working in a hospital.",
    ],
)
def test_other_words_that_say_nothing_of_the_mode(text: str) -> None:
    found = posting(f"# Payroll clerk\n\n{text}").work_mode
    assert found is None


def test_remote_and_on_site_every_day_contradict() -> None:
    found = posting("# Clerk\n\nFully remote, in our Truro shop five days a week.").work_mode
    assert found is not None
    assert found.value == "remote"
    assert [c.text for c in found.conflicts] == ["in our Truro shop five days a week"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Working style: Hybrid", "hybrid"),
        ("Arrangement: Hybrid", "hybrid"),
        ("Setting: In person", "onsite"),
        ("Location type: Remote", "remote"),
        ("Truro, NS (Hybrid)", "hybrid"),
        ("Remote job\n\nNo", "onsite"),
        ("Remote job\n\nYes", "remote"),
        ("Telework eligible\n\nYes, two days a week", "hybrid"),
        ("Telework eligible: Yes", "hybrid"),
        ("Remote? No", "onsite"),
        ("Remote work: not available", "onsite"),
        ("Remote or Leeds", "remote"),
        ("Leeds / Remote", "remote"),
        ("Remote-friendly", "remote"),
        ("Hybrid – Leeds", "hybrid"),
        ("Remote - UK", "remote"),
        ("Homeworking", "remote"),
        ("Blended working", "hybrid"),
    ],
)
def test_lines_that_state_the_mode(text: str, wanted: str) -> None:
    assert mode(f"# Clerk\n\n{text}\n\nYou will keep the books.") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Remote sensing\n\nNo",
        "Style: Virtual",
        "Telework: No",
        "Remote control – Model 5",
        "Truro (Hybrid vehicles)",
    ],
)
def test_lines_that_state_no_mode(text: str) -> None:
    assert mode(f"# Clerk\n\n{text}\n\nYou will keep the books.") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At least 60% of your time in the office.", "hybrid"),
        ("We ask for 40% office attendance.", "hybrid"),
        ("Our in-office expectation: 3 days a week.", "hybrid"),
        ("At least three days a week on campus.", "hybrid"),
        ("You help with on-campus housing.", None),
        ("We have a blended working policy for this role.", "hybrid"),
        ("This position is not remote, and we mean it.", "onsite"),
        ("You spend 20% of your time in the kitchen.", None),
        ("The hoist is not remote controlled.", None),
        ("10% travel to our office parties abroad.", None),
    ],
)
def test_shares_of_the_week(text: str, wanted: str | None) -> None:
    assert mode(f"# Clerk\n\nYou keep the books. {text}") == wanted


def test_a_county_is_no_time_zone() -> None:
    assert mode("# Clerk\n\nJob location: Harlan County Courthouse\n\nYou file pleadings.") == "onsite"


def test_a_job_that_is_held_online_is_remote_among_the_demands_too() -> None:
    assert mode("# Trainer\n\n## Requirements\n\n- The course is held completely online, so you need a camera.") == "remote"
    assert mode("# Trainer\n\n## Requirements\n\n- Experience with classes that are taught entirely online.") is None


def test_some_days_at_home_are_a_hybrid_job() -> None:
    assert mode("Location: Leeds (three days a week), home-based (2 days a week)") == "hybrid"
    assert mode("Work location: Remote, 2-3 days a week") == "hybrid"
    assert mode("Work location: Remote, 5 days a week") == "remote"


def test_blended_working_is_hybrid() -> None:
    assert mode("The office is in Sligo. A blended working pattern may be agreed.") == "hybrid"
    assert mode("You design blended learning for adults.") is None
