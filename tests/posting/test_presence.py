"""Whether content is there at all, however it is told."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def has(text: str, name: str = "post.md") -> set[str]:
    found = Posting(read(text.encode(), name), Reading(as_of=date(2026, 1, 15))).has
    return {kind for kind, there in found.items() if there}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Baker\n\nWe are looking for a baker to join our team.", "summary"),
        ("# Nurse\n\nThe role of the nurse is at the heart of our ward.", "summary"),
        ("# Baker\n\nYou will weigh flour and feed the town.\n\n## Duties\n\n- Bake bread\n- Clean", "summary"),
        ("# Baker\n\n## Job duties\n\nWe are looking for a baker to lead our night team.\n\n- Bake bread\n- Clean\n", "summary"),
        ("# Baker\n\nElm House is a small bakery in Leeds.", "company"),
        ("# Baker\n\nFounded in 1920, we sell bread.", "company"),
        ("# Baker\n\nYou will work with two other bakers.", "responsibilities"),
        ("# Baker\n\n- Bake bread each morning\n- Clean the oven\n", "responsibilities"),
        ("# Baker\n\nYou must have a driving licence.", "requirements"),
        ("# Baker\n\nA pastry course would be a bonus; a driving licence is a plus.", "preferred"),
        ("# Baker\n\nShortlisted bakers are invited for an interview and a trial shift.", "process"),
        ("# Baker\n\nBakers who fit are asked to attend an interview in May.", "process"),
        ("# Carter\n\nWe are looking for licensed carters for our dray.", "requirements"),
        ("# Carter\n\nWe are looking for carters, preferably with their own boots.", "preferred"),
        ("# Cook\n\nA room in the attic: accommodation available.", "benefits"),
        ("# Baker\n\nElm House in Leeds bakes and sells bread.", "company"),
        ("# Cook\n\nThis spring we need experienced grill cooks.", "summary"),
        ("# Baker\n\n## Requirements\n\n- Bakes bread. More languages are a major plus.", "preferred"),
        ("# Baker\n\nYou may be asked to complete a test assignment after that.", "process"),
        ("# Baker\n\nYou report to the head baker.", "reporting"),
        ("# Baker\n\nSupervisor: the head baker", "reporting"),
        ("# Baker\n\nReporting to the head baker, you will:\n\n- Bake bread\n- Clean", "reporting"),
        ("# Baker\n\nWhat success looks like: full shelves at seven.", "success"),
        ("# Baker\n\nWe offer a pension and paid holidays.", "benefits"),
        ("# Baker\n\nWe are an equal opportunity employer.", "equal_opportunity"),
        ("# Baker\n\n## Flour power\n\nText.\n\n## Nice to have\n\n- Rye", "preferred"),
        ("# Bar Back\n\nBar Back - must run food, bus tables and clean the floor.", "responsibilities"),
        ("---\ntitle: Server\ndescription: Greet tables, take orders, carry plates.\n---\nundefined", "responsibilities"),
        ("# Researcher\n\nResearchers might be tasked with cleaning data.", "responsibilities"),
        ("# Baker\n\nElm House sells bread. The Baker is primarily responsible for the ovens.", "summary"),
        ("# Baker\n\nOur bakery has fed the town since 1920.", "company"),
        ("# Baker\n\nServing fresh bread out of our stone bakery.", "company"),
        ("# Clerk\n\nThe Supervisor of Markets administers all stalls in the county.", "company"),
        ("# Baker\n\n## Duties\n\n- Bake\n\nIdeally you would be at ease with rye.", "preferred"),
        ("# Clerk\n\nServes at the will of the Mayor.", "reporting"),
        ("# Clerk\n\n## About us\n\nWe bake.\n\nInvitations to interview will rest on the letters.", "process"),
        ("# Clerk\n\n- Managing the 30+ employees of the yard\n- Filing\n", "reporting"),
        ("# Baker\n\n## How to apply\n\nThe process includes a test task and two interviews of 60 minutes.", "process"),
        ("# Baker\n\n## How to apply\n\n- A call with Lea (30 minutes)\n- A paid trial morning\n- An offer\n", "process"),
        ("---\ntitle: Baker\nduties:\n  - Bake\n---\nBread.", "responsibilities"),
        ("---\ntitle: Baker\nperks: Bread\n---\nBread.", "benefits"),
        ("---\ntitle: Baker\nsalary: £13 an hour\n---\nBread.", "pay"),
        ("---\ntitle: Baker\nlocation: Leeds\n---\nBread.", "location"),
        ("---\ntitle: Baker\njob_type: Full-time\n---\nBread.", "employment"),
        ("---\ntitle: Baker\napply_url: https://example.org/jobs/3\n---\nBread.", "application"),
    ],
)
def test_content_is_found(text: str, kind: str) -> None:
    assert kind in has(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Clerk\n\n## Duties\n\n- Sort the post as required.\n- File letters when needed.", "requirements"),
        ("# Clerk\n\n## Duties\n\n- Keep the books, reporting to donors on spending", "reporting"),
        ("# Clerk\n\n- Maintains knowledge of parish law\n- Files letters", "requirements"),
        ("# Picker\n\nSuccessful applicants will be responsible for pruning.", "process"),
        ("# Aide\n\nHospital staff bring health care services to the valley.", "benefits"),
        ("# Aide\n\nYou give annual leave and sickness cover on two wards.", "benefits"),
        ("# Clerk\n\nPoint 3 of 4: diploma or experience required.", "summary"),
        ("# Clerk\n\nThe position is open until filled.", "summary"),
        ("# Baker\n\n## Benefits\n\n## Duties\n\n- Bake bread\n- Clean", "benefits"),
        ("# Baker\n\n## Nice to have\n", "preferred"),
        ("# Baker\n\n## Reports to\n\n## Duties\n\n- Bake bread", "reporting"),
        ("# Recruiter\n\n## Duties\n\n- Lead the interview panel and invite people for an interview\n- Order bread", "process"),
        ("# Adviser\n\n## Duties\n\n- Explain the benefits package to staff\n- Order bread", "benefits"),
        ("# Baker\n\n## Duties\n\n- Define KPIs for the bakery\n- Bake bread", "success"),
        ("# Writer\n\n## Duties\n\n- Write texts on what our company is a leading maker of\n- Bake bread", "company"),
        ("# Baker\n\n## How to apply\n\nIdeally send a letter by post to Elm House.", "preferred"),
        ("# Baker\n\n## General process information\n\nYou'll join the night team, which bakes.", "process"),
        ("# Baker\n\nWe'll look at these skills during the selection process:\n\n- Rye\n- Wheat\n\nBread.", "process"),
        ("# Baker\n\nLearn more about the [benefits of sourdough](https://elm.example/bread).", "benefits"),
        ("# Baker\n\n## Duties\n\n- Work with our staff and with the Bakers Network, a network of mills\n- Bake", "company"),
        ("# Baker\n\nWe'll assess you against these skills during the selection process\n\n- Rye\n- Wheat\n\nBread.", "process"),
        ("# Baker\n\nOur leadership team of bakers wants you to bake.", "reporting"),
        ("# Baker\n\nWe offer the rare opportunity to open a new shop.", "benefits"),
        ("# Baker\n\nWe offer evening classes on rye to guests.", "benefits"),
        ("# Baker\n\nYou must have a driving licence and a degree.", "responsibilities"),
        ("# Baker\n\nThis job is open to applicants in Canada.", "summary"),
        ("---\ntitle: Baker\ndegree_required: No degree required\n---\nBread.", "requirements"),
        ("---\ntitle: Baker\nsalary:\n---\nBread.", "pay"),
    ],
)
def test_words_that_say_something_else_do_not_count(text: str, kind: str) -> None:
    assert kind not in has(text)


def test_every_kind_but_other_is_answered() -> None:
    found = Posting(read(b"# Baker\n\nBread.", "post.md"), Reading(as_of=date(2026, 1, 15))).has
    assert set(found) == {
        "summary", "company", "responsibilities", "requirements", "preferred", "pay", "benefits", "location", "employment",
        "application", "process", "equal_opportunity", "reporting", "success",
    }  # fmt: skip
    assert not any(found.values())


def test_a_part_still_to_be_written_says_nothing() -> None:
    assert "success" not in has("# Cook\n\n## Duties\n\n- Cook soup\n\n## Performance expectations\n\n- [TBD]\n")
    assert "success" in has("# Cook\n\n## Duties\n\n- Cook soup\n\n## Performance expectations\n\n- Soup is hot\n")


def test_a_name_and_an_address_tell_nothing_of_the_employer() -> None:
    assert "company" not in has("# Cook\n\n## Company information\n\nElm Library | 100 Mill Lane | York | YO1 7HT | www.elm.example\n")
    assert "company" in has("# Cook\n\n## Company information\n\nElm Library lends books to the whole valley.\n")
