"""What a posting that states no place suggests of it, and how LOC001 asks about what is weak."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks.location import missing
from jdlint.posting.facts.place_guesses import WEAK
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

APPLY = "You greet guests.\n\n## How to apply\n\n"
DUTY = "\n\nYou keep the books and answer the telephone.\n"


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "clerk.md"), Reading(as_of=date(2026, 1, 15)))


def test_a_service_of_a_firm_is_no_customer() -> None:
    found = posting("# Clerk\n\nHarrow Payment Services in Lisbon keeps the books of forty shops." + DUTY).places
    assert [p.at.text for p in found] == ["Lisbon"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Whitianga Kindergarten\n\n## Teacher\n\nYou teach.", ["Whitianga"]),
        ("The Girvan Hotel – COOKS\n\nYou cook for sixty guests.", ["Girvan"]),
        ("# Nurse\n\nBand 5, Leeds General Infirmary\n\nYou nurse.", ["Leeds"]),
        ("# Nurse\n\nLeeds Teaching Hospitals NHS Trust\n\nYou nurse.", ["Leeds"]),
        ("# Clerk\n\nCity of Leeds\n\nYou count.", ["Leeds"]),
        ("# Teacher\n\nSunlight Kindergarten\n\nYou teach.", []),
        ("# Guide\n\nYou show guests of the museum around, on foot or by bus, from the Girvan Hotel to the old harbour and back.", []),
    ],
)
def test_a_house_named_after_its_town(text: str, wanted: list[str]) -> None:
    assert [p.at.text for p in posting(text + DUTY).places] == wanted


WEAK_ONES = [
    (
        "You greet guests.\n\n## How to apply\n\nWrite to:\n\nThe Secretary\nAsh House, Elmstead, Leeds LS1 4AB",
        "Ash House, Elmstead, Leeds LS1 4AB",
    ),
    (f"{APPLY}Write to the Secretary, 12 Elm Street, Boise, ID 83702.", "Boise, ID 83702"),
    ("Ash Lane Primary School is committed to the safety of its children.", "Ash Lane Primary School"),
    ("The governors of St Anne's Infant School are looking for help.", "St Anne's Infant School"),
    ("The Elm County Clerk keeps the registers.", "Elm County"),
    ("You help the chemists of the University of Glasgow.", "Glasgow"),
    ("You need the right to work in Ireland.", "Ireland"),
]


@pytest.mark.parametrize(("text", "wanted"), WEAK_ONES)
def test_what_is_weak_is_read_and_asked_about(text: str, wanted: str) -> None:
    found = posting(f"# Clerk\n\n{text}\n")
    assert [(p.at.text, p.confidence) for p in found.places] == [(wanted, WEAK)]
    assert found.work_mode is not None
    assert found.work_mode.value == "onsite"
    (hit,) = missing(found, {})
    assert (hit.at and hit.at.text, hit.variant) == (wanted, "hint")


@pytest.mark.parametrize("text", [text for text, _ in WEAK_ONES])
def test_what_is_weak_gives_way_to_what_is_stated(text: str) -> None:
    found = posting(f"# Clerk\n\nLocation: Galway\n\n{text}{DUTY}")
    assert [p.at.text for p in found.places] == ["Galway"]
    assert not list(missing(found, {}))


@pytest.mark.parametrize(
    "text",
    [
        "We act for Elm County Council in court.",
        "You went to a good primary school.",
        "Our school is small.",
        "You hold a degree from the University of Glasgow.",
        "This is a remote job. You need the right to work in Ireland.",
    ],
)
def test_what_suggests_nothing(text: str) -> None:
    assert posting(f"# Clerk\n\n{text}{DUTY}").places == ()


def test_a_british_code_moves_a_town_home() -> None:
    (place,) = posting("# Clerk\n\nLocation: Newmarket CB8 7AB" + DUTY).places
    assert (place.country, place.at.text) == ("GB", "Newmarket CB8 7AB")


@pytest.mark.parametrize(
    ("country", "text", "wanted"),
    [
        ("United Kingdom", "You help the chemists of the University of Glasgow.", ["United Kingdom", "Glasgow"]),
        ("Canada", "You help the chemists of the University of Glasgow.", ["Canada"]),
        ("United Kingdom", "You need the right to work in Ireland.", ["United Kingdom"]),
    ],
)
def test_a_town_is_guessed_within_the_country_that_is_stated(country: str, text: str, wanted: list[str]) -> None:
    assert [p.at.text for p in posting(f"---\ncountry: {country}\n---\n# Clerk\n\n{text}{DUTY}").places] == wanted
