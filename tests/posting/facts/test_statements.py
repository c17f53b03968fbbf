"""Benefits and equal-opportunity statements."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.statements import benefit_in, equal_opportunity_in
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "cook.md"), Reading(as_of=date(2026, 1, 15)))


@pytest.mark.parametrize(
    "text",
    [
        "We offer health insurance.",
        "Medical, dental and vision cover from day one.",
        "28 days of annual leave plus bank holidays",
        "Paid time off and sick leave",
        "A workplace pension with 8% from us",
        "401(k) with matching",
        "Free meals on shift",
        "Superannuation is paid on top.",
        "Tuition reimbursement up to $3,000",
        "Flexible working hours",
        "Cycle to work scheme",
        "Generous benefits package",
        "Staff discount in all our shops",
        "Four weeks of paid vacation",
        "Paid parental leave for all parents",
        "RRSP contributions",
        "Provident fund and gratuity",
        "Relocation assistance is available.",
    ],
)
def test_a_benefit(text: str) -> None:
    assert benefit_in(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Administer health insurance for members.",
        "You sell life insurance.",
        "Explain pension plans to customers.",
        "A holiday town by the sea",
        "You process benefits programs of the county.",
        "Users benefit from clear text.",
        "You take care of medical equipment.",
        "Leave the kitchen clean.",
    ],
)
def test_no_benefit(text: str) -> None:
    assert benefit_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We are an equal opportunity employer.",
        "Applications are considered without regard to race, age or religion.",
        "We hire regardless of gender or background.",
        "We do not discriminate.",
        "Reasonable accommodations are made for people with disabilities.",
        "If you need adjustments during the interview, tell us.",
        "We welcome applications from people of all backgrounds.",
        "We especially encourage women and members of minorities to apply: people from underrepresented groups are encouraged to apply.",
        "EOE",
        "We celebrate diversity.",
        "We are committed to building a diverse team.",
        "A Disability Confident employer",
        "We are committed to employment equity.",
    ],
)
def test_an_equal_opportunity_statement(text: str) -> None:
    assert equal_opportunity_in(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Develop diversity, equity and inclusion training for schools.",
        "We welcome and serve people of all backgrounds.",
        "A diverse menu with local fish",
        "You book accommodation for guests.",
        "Make adjustments to the machine.",
        "Opportunities to learn each week",
        "You welcome guests at the door.",
    ],
)
def test_no_equal_opportunity_statement(text: str) -> None:
    assert equal_opportunity_in(text) is None


def test_a_benefit_of_the_work_is_not_ours() -> None:
    assert posting("# Clerk\n\n## Duties\n\n- Keep records of sick leave and pensions").benefits is None


def test_an_offer_counts_wherever_it_stands() -> None:
    found = posting("# Clerk\n\n## Requirements\n\n- Driving licence\n\nWe offer a full benefits package.").benefits
    assert found is not None
    assert found.text == "full benefits package"


def test_a_field_of_benefits() -> None:
    found = posting("---\ntitle: Clerk\nbenefits:\n  - Free parking\n---\n\nYou file letters.").benefits
    assert found is not None
    assert found.text == "Free parking"


def test_a_statement_under_its_heading() -> None:
    found = posting("# Clerk\n\n## Equal opportunity\n\nEverybody is welcome at our school.").equal_opportunity
    assert found is not None
    assert found.text == "Everybody is welcome at our school."


def test_silence() -> None:
    found = posting("# Clerk\n\nYou file letters.")
    assert (found.benefits, found.equal_opportunity) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Aboriginal and Torres Strait Islander people are encouraged to apply.",
        "Immigrants and refugees are urged to apply.",
        "Disabled people are especially welcome.",
        "We invite everybody to react.",
        "Everyone is welcome here.",
        "We welcome applicants of all faiths and none.",
        "We welcome applications from people of every age and culture.",
        "We especially want to hear from you if you don't look like the typical baker.",
        "If most of this fits, send us a note. We are committed to diversity and ask you to try.",
        "Our bakery champions diversity.",
        "Elm House is a team that values inclusion.",
    ],
)
def test_an_equal_opportunity_statement_in_other_words(text: str) -> None:
    assert equal_opportunity_in(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Champion diversity and inclusion on the ward.",
        "Uphold the values of the service. Foster an inclusive culture among volunteers.",
        "Promote equity in the classroom.",
        "Celebrate the diversity of our pupils' languages in lessons.",
        "Qualified bakers are encouraged to apply.",
        "We want to hear from you soon.",
        "Everyone is welcome at the summer party.",
        "Parents are invited to the open day.",
        "Plan the year's staffing. Ensure that equal employment opportunity rules are kept when people are taken on.",
        "Meet partners each week. Contributes to a team that values diversity and inclusion.",
        "Treat all residents in a non-discriminatory manner.",
    ],
)
def test_words_that_only_sound_like_such_a_statement(text: str) -> None:
    assert equal_opportunity_in(text) is None


def test_the_statement_counts_in_a_later_sentence_behind_a_list() -> None:
    text = (
        "# Cook\n\n## What you need\n\n- A knife\n- A licence\n\n"
        "If you have most of these, apply. We are committed to diversity and urge people of color to write."
    )
    assert posting(text).equal_opportunity is not None
    assert posting("# Cook\n\n## Duties\n\n- Uphold our values. Champion diversity and equity.").equal_opportunity is None


@pytest.mark.parametrize(
    "text",
    [
        "Moor Health Insurance Partners is hiring a clerk.",
        "North Pension Fund Services seeks an actuary.",
        "Valley Health Insurance (VHI) is currently seeking a nurse.",
        "Oak Employee Benefits, Ltd. has a vacancy.",
    ],
)
def test_the_employers_own_name_promises_nothing(text: str) -> None:
    assert benefit_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We offer Health Insurance. Hill Bakery is hiring.",
        "Health Insurance and Dental are provided.",
        "Moor Pension Partners is hiring a clerk, with paid vacation.",
        "Health insurance, and more: Hill Bakery seeks a cook.",
    ],
)
def test_a_benefit_beside_a_name_counts(text: str) -> None:
    assert benefit_in(text) is not None
