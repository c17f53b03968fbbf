"""Employment types stated of the job, and the same words about others."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.employment_cues import in_prose, in_title, in_value
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
    ("Maximum term contract until June 2027.", {"fixed_term"}),
    ("Maximum term contract until Dec 2027.", {"fixed_term"}),
    ("Specified purpose contract to cover a colleague's leave.", {"fixed_term"}),
    ("The post is grant-funded until March 2027.", {"fixed_term"}),
    ("A nine-month appointment.", {"fixed_term"}),
    ("Contract of indefinite duration.", {"permanent"}),
    ("An ongoing, full-time role.", {"permanent", "full_time"}),
    ("This is a full-time ongoing position.", {"permanent", "full_time"}),
    ("Apply for permanent welding vacancies in our yard.", {"permanent"}),
    ("Three seasonal orchard positions.", {"temporary"}),
    ("The anaesthetist is a full-time, annual faculty position.", {"full_time"}),
    ("Tell us whether a freelance or full-time position would suit you.", {"contract", "full_time"}),
    ("This is a bank position without fixed hours.", {"per_diem"}),
    ("Work is offered on an as and when required basis.", {"per_diem"}),
    ("You work 22.5 hrs p/w, a role for early birds.", {"part_time"}),
    ("The employment is wholetime, permanent and pensionable.", {"full_time", "permanent"}),
    ("There is currently one permanent whole-time vacancy.", {"full_time", "permanent"}),
    ("An ongoing temp to perm role.", {"temporary"}),
    ("This is a season position from May.", {"temporary"}),
    ("A part-time role that may grow into a full-time one.", {"part_time"}),
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
    "With the years the post may expand to a full-time role.",
    "You can become a full-time baker here.",
    "The school pays for a 10-month position of last year.",
    "The continuing education of nurses is your field.",
    "Permanent staff who work nights get a bonus.",
    "Help out in the kitchen as and when required by the chef.",
    "Bank holidays are paid double.",
    "Lift bales of up to 4 ft.",
    "Your whole time is spent with people.",
    "Permanent and seasonal colour on the terrace.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_states_none(text: str) -> None:
    assert not list(in_prose(text))


VALUES = [
    ("Maternity contract, 12 months", {"fixed_term"}),
    ("Full Time, 0.9 FTE", {"full_time"}),
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
    ("F/T", {"full_time"}),
    ("P/T or F/T", {"part_time", "full_time"}),
    ("1099", {"contract"}),
    ("Temporary contract", {"temporary"}),
    ("Contract of indefinite duration", {"permanent"}),
    ("Specified purpose, wholetime", {"fixed_term", "full_time"}),
    ("Full time, continuing", {"full_time", "permanent"}),
    ("As and when required", {"per_diem"}),
    ("Term-time only", set()),
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


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Contract: Permanent", {"permanent"}),
        ("Contract: 12 months with a chance of more", {"fixed_term"}),
        ("Position type: Ongoing", {"permanent"}),
        ("Closing date: Ongoing", set()),
        ("Classification: Temporary", {"temporary"}),
        ("Car user status: Casual", set()),
        ("Seasonal (late May to September)", {"temporary"}),
        ("Hours of work: Nine hours a week, spread over two or three mornings, as we agree with each other", {"part_time"}),
    ],
)
def test_a_line_of_its_own_names_the_type(line: str, wanted: set[str]) -> None:
    assert values(f"# Baker\n\n{line}\n\nWe bake bread in the valley.\n\n## Duties\n\n- Bake\n- Sell\n") == wanted


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Contract end date: 30 September 2028", {"fixed_term"}),
        ("The fellowship is for one year.", {"fixed_term"}),
        ("The contract will be open-ended.", {"permanent"}),
        ("This is an open-ended post.", {"permanent"}),
        ("You lead a staff of one full-time baker.", set()),
        ("The end of a supplier's contract is noted.", set()),
        ("We ask open-ended questions.", set()),
    ],
)
def test_terms_and_teams(text: str, wanted: set[str]) -> None:
    assert values(f"# Baker\n\n{text}") == wanted


def test_a_heading_on_volunteers_states_no_type() -> None:
    assert values("# Host\n\nDuties:\n\nVolunteer Management\n\n- Plan the rota of the ushers\n- Thank them\n") == set()
