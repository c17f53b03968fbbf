"""Employment types stated of the job, and the same words about others."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.employment import in_prose, in_title, in_value
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def values(text: str) -> set[str]:
    return {e.value for e in Posting(read(text.encode(), "cook.md"), Reading(as_of=date(2026, 1, 15))).employment}


SENTENCES = [
    ("Harbour Finance is seeking two account clerks for full-time positions in the north office.", {"full_time"}),
    ("This is a full-time position.", {"full_time"}),
    ("The job is part time, mornings only.", {"part_time"}),
    ("We are looking for a full-time nurse.", {"full_time"}),
    ("Full or part time, as you like.", {"full_time", "part_time"}),
    ("Full- and part-time roles are open.", {"full_time", "part_time"}),
    ("This is a permanent post.", {"permanent"}),
    ("A permanent, full-time role in our kitchen.", {"permanent", "full_time"}),
    ("The position is temporary.", {"temporary"}),
    ("This is a seasonal position until October.", {"temporary"}),
    ("A casual position in our café.", {"temporary"}),
    ("12-month fixed-term contract.", {"fixed_term"}),
    ("This is a term position of two years.", {"fixed_term"}),
    ("This is a one-year annually renewable appointment.", {"fixed_term"}),
    ("The post is initially for 2 years.", {"fixed_term"}),
    ("A role for a period of 4 years in our bakery.", {"fixed_term"}),
    ("Maternity cover until spring.", {"fixed_term"}),
    ("A secondment opportunity for midwives.", {"fixed_term"}),
    ("The position ends on 30 June 2027.", {"fixed_term"}),
    ("An appointed post with an ending date of May 31, 2028.", {"fixed_term"}),
    ("A one-year paid fellowship for writers.", {"fixed_term"}),
    ("It is a year-long placement on the ward.", {"fixed_term"}),
    ("We offer this as a 6-month contract.", {"contract"}),
    ("You will be engaged as an independent contractor.", {"contract"}),
    ("This is a contract position.", {"contract"}),
    ("The work is on a freelance basis.", {"contract"}),
    ("Contract-to-hire.", {"contract"}),
    ("A long-term contract.", {"contract"}),
    ("We are looking for a sound contractor to record our choir.", {"contract"}),
    ("We need a freelance baker for two weddings.", {"contract"}),
    ("The museum is seeking a contractor.", {"contract"}),
    ("We want a contract translator for one leaflet.", {"contract"}),
    ("The contractor will draw six maps.", {"contract"}),
    ("The selected contractor is expected to visit twice.", {"contract"}),
    ("This internship lasts three months.", {"internship"}),
    ("We offer a paid internship.", {"internship"}),
    ("You join as an editorial intern.", {"internship"}),
    ("This is a volunteer role.", {"volunteer"}),
    ("The position is unpaid.", {"volunteer"}),
    ("This is a per diem position.", {"per_diem"}),
    ("A zero-hours contract.", {"per_diem"}),
    ("You will work 37.5 hours per week.", {"full_time"}),
    ("You will work thirty-seven hours a week.", {"full_time"}),
    ("The clerk works sixteen hours per week in the vestry.", {"part_time"}),
    ("The post is nine hours a week, over two days.", {"part_time"}),
    ("The post is 20 hours a week.", {"part_time"}),
    ("The role is a 0.6 FTE.", {"part_time"}),
    ("This post is 1.0 FTE.", {"full_time"}),
    ("The post is 32 hours a week.", set()),
    ("You will work 20 to 40 hours a week.", set()),
    ("You manage 12.5 FTE and their rota.", set()),
    ("We want to hire a full-time team member.", {"full_time"}),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_a_sentence_states_the_type(text: str, wanted: set[str]) -> None:
    assert {value for _, _, value in in_prose(text)} == wanted


LOOKALIKES = [
    "The posting for this position ends June 30.",
    "The job ends with a clean kitchen.",
    "You have held a three-year position elsewhere.",
    "You lead a full-time staff of 12.",
    "You are responsible for contract management.",
    "You negotiate contracts with suppliers.",
    "Permanent residents may apply.",
    "You put up temporary structures.",
    "Our part-time students need help.",
    "Full-time employees receive dental insurance.",
    "Two years of full-time experience.",
    "You manage our internal volunteers.",
    "You supervise the interns.",
    "Coordinate volunteers at events.",
    "You read fixed-term deposits and bonds.",
    "You plan seasonal menus.",
    "The dress code is casual.",
    "The term of the loan is yours to set.",
    "The committee meets 2 hours per week.",
    "Staff who work more than 40 hours a week are paid extra.",
    "You hold a full-time degree.",
    "Help customers with their phone contract.",
    "We work with regular customers.",
    "A per diem is paid for travel.",
    "International trade is our field.",
    "Over 30 full-time colleagues rely on you.",
    "A team of 12.5 FTE.",
    "The fellowship may lead to a permanent position.",
    "You draft the terms of sale.",
    "You manage contractors on site.",
    "An electrical contractor seeks an apprentice.",
    "We are an electrical contractor looking for a driver.",
    "We are hiring a clerk for a general contractor.",
    "The general contractor will set the dates with you.",
    "The contractor will be supervised by you.",
    "You make sure that the contractor will finish in time.",
    "We are looking for a contractor relations clerk.",
    "We need a contract manager.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_states_none(text: str) -> None:
    assert not list(in_prose(text))


VALUES = [
    ("Contract type: Seasonal", {"temporary"}),
    ("Full-Time Regular", {"full_time", "permanent"}),
    ("FULL_TIME", {"full_time"}),
    ("full time / part time", {"full_time", "part_time"}),
    ("Permanent", {"permanent"}),
    ("Temp", {"temporary"}),
    ("Permanent Wholetime", {"permanent", "full_time"}),
    ("Contract", {"contract"}),
    ("Contractor", {"contract"}),
    ("Internship", {"internship"}),
    ("Volunteer", {"volunteer"}),
    ("Per diem", {"per_diem"}),
    ("PRN", {"per_diem"}),
    ("Fixed-term contract", {"fixed_term"}),
    ("Permanent contract", {"permanent"}),
    ("37.5 hours per week", {"full_time"}),
    ("0.5 FTE", {"part_time"}),
    ("OTHER", set()),
    ("Monday to Friday", set()),
]


@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_a_value_names_the_type(text: str, wanted: set[str]) -> None:
    assert {value for _, _, value in in_value(text)} == wanted


TITLES = [
    ("Designer (contract)", {"contract"}),
    ("Barista, part-time", {"part_time"}),
    ("Marketing Intern", {"internship"}),
    ("Election Temp", {"temporary"}),
    ("Lecturer (fixed-term)", {"fixed_term"}),
    ("Volunteer Gardener", {"volunteer"}),
    ("Outreach Assistant (co-op)", {"internship"}),
    ("Contract Manager", set()),
    ("Volunteer Coordinator", set()),
    ("Internship Programme Manager", set()),
    ("Internal Auditor", set()),
    ("Nurse", set()),
]


@pytest.mark.parametrize(("text", "wanted"), TITLES)
def test_a_title_names_the_type(text: str, wanted: set[str]) -> None:
    assert {value for _, _, value in in_title(text)} == wanted


def test_fields_labels_and_title_count() -> None:
    text = "---\ntitle: Cook (temporary)\njob_type: part_time\n---\n\n**Contract type:** Fixed term\n\nYou run the grill."
    assert values(text) == {"temporary", "part_time", "fixed_term"}


def test_a_line_under_the_title_counts() -> None:
    assert values("# Baker\n\nLeeds · Part-time · Permanent\n\nYou bake.") == {"part_time", "permanent"}


def test_benefits_for_others_do_not_count() -> None:
    assert values("# Cook\n\n## Benefits\n\n- Part-time staff: two weeks of leave\n- Dental plan for full-time work") == set()


def test_a_slot_states_nothing() -> None:
    assert values("# Cook\n\n**Job type:** [Full-time, part-time or contract]") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The contract is for one year.", {"fixed_term"}),
        ("The post is for 18 months.", {"fixed_term"}),
        ("A contract of two years.", {"fixed_term"}),
        ("Duration: two years, full-time", {"fixed_term", "full_time"}),
        ("Contract length: 6 months", {"fixed_term"}),
        ("Hours: 24 a week", {"part_time"}),
        ("## Full and part-time jobs available\n\nCall us.", {"full_time", "part_time"}),
        ("## Benefits for full-time staff\n\nA pension.", set()),
        ("Hours: 38 per week", {"full_time"}),
        ("## Requirements\n\n- A knife\n\n| Full-Time |", {"full_time"}),
        ("## Requirements\n\n- A knife\n\nPart-time", {"part_time"}),
    ],
)
def test_the_type_in_other_words(text: str, wanted: set[str]) -> None:
    assert values(f"# Cook\n\n{text}") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The supply contract is with one bakery.",
        "Six years of practice.",
        "The oven runs for two years.",
        "Opening hours: 24 a day",
        "Experience: two years",
    ],
)
def test_other_words_that_state_no_type(text: str) -> None:
    assert values(f"# Cook\n\n{text}") == set()
