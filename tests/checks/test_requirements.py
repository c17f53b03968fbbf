"""Wishes, degrees and years."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks import requirements
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Options


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))


@pytest.mark.parametrize(
    "text",
    ["Spanish is a plus", "Spanish a big plus", "Butchery preferred", "Rigging desirable",
     "Nice to have: pastry", "Ideally, a year abroad", "Pastry would be great",
     "A licence is desirable.", "Baking (preferred)", "Bonus: you ski", "French is helpful but not required", "Baking (a big plus)"],
)  # fmt: skip
def test_wishes(text: str) -> None:
    assert requirements.is_wish(text)


@pytest.mark.parametrize(
    "text",
    ["Two years on the cloud (AWS or Azure preferred)",
     "Reach the desired outcome", "Scripting, ideally with Bash", "A clean driving licence",
     "Surplus stock", "Your English is great", "You prefer mornings"],
)  # fmt: skip
def test_demands(text: str) -> None:
    assert not requirements.is_wish(text)


@pytest.mark.parametrize(
    ("title", "line", "fires"),
    [
        ("Warehouse Manager", "Bachelor's degree in logistics", True),
        ("Warehouse Manager", "Bachelor's degree in logistics or a trade certificate", False),
        ("Warehouse Manager", "Bachelor's degree in logistics or five years in a warehouse", False),
        ("Warehouse Manager", "Bachelor's degree preferred", False),
        ("Registered Nurse", "Bachelor's degree", False),
        ("Solicitor", "Law degree", False),
        ("Warehouse Manager", "High school degree", False),
        ("School Receptionist", "Bachelor's degree in English", True),
        ("Medical Billing Clerk", "Bachelor's degree in English", True),
        ("Data Scientist", "Master's degree in statistics", True),
        ("Speech-Language Pathologist", "Master's degree", False),
        ("Civil Engineer", "Bachelor's degree in civil engineering and PE registration", False),
        ("Ward Clerk", "Bachelor's degree in nursing", False),
    ],
)
def test_degree_only(title: str, line: str, fires: bool) -> None:
    found = list(requirements.degree_only(posting(f"# {title}\n\n## Requirements\n\n- Clear English\n- {line}\n"), Options({})))
    assert bool(found) is fires


def test_an_alternative_elsewhere_opens_the_door() -> None:
    text = (
        "# Clerk\n\n## Requirements\n\n- Bachelor's degree in history\n- Clear English\n\nYears of work may be substituted for the degree: "
    )
    assert not list(requirements.degree_only(posting(text + "experience in lieu of study counts."), Options({})))


def test_one_degree_among_several_that_is_open_opens_the_door() -> None:
    text = "# Warehouse Manager\n\n## Requirements\n\n- Bachelor's degree in logistics\n- Master's degree in trade{}\n"
    assert len(list(requirements.degree_only(posting(text.format("")), Options({})))) == 1
    assert list(requirements.degree_only(posting(text.format(" or a trade certificate")), Options({}))) == []


def test_wishes_at_the_end_are_split_in_fact() -> None:
    text = "# Cook\n\n## Requirements\n\n- Knives\n- Stock\n- Early shifts\n- Pastry is a plus\n- Butchery preferred\n"
    assert not list(requirements.unsplit(posting(text), Options({"min-items": 4})))


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        (("Expert in bread", "Outstanding writing"), True),
        (("Expert in bread", "Writing", "A licence"), False),
        (("Bread", "Writing"), False),
    ],
)
def test_demanding(lines: tuple[str, ...], fires: bool) -> None:
    text = "# Cook\n\n## Requirements\n\n" + "".join(f"- {line}\n" for line in lines)
    assert bool(list(requirements.demanding(posting(text), Options({"min-words": 2})))) is fires
