"""Abbreviations that are spelled out, known, or neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.acronyms import certifications, undefined
from jdlint.posting.trades import trait_names
from jdlint.resources import lexicon


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Fill in the QBX and the DGV sheets.", "QBX, DGV"),
        ("Fill in the quality baking index (QBX) sheet, then the QBX.", ""),
        ("Fill in the QBX (quality baking index) sheet.", ""),
        ("The Quality Baking Index, or QBI.", ""),
        ("The Ministry of Bread and Rolls pays; MBR decides.", ""),
        ("Two QBXs and a QBX-2 sheet.", "QBX"),
        ("Call HR, IT and the NHS; write HTML.", ""),
        ("YOU must NOT bake.", ""),
        ("BRING QBX SHEETS.", ""),
        ("Mail QBX@bakery.example or read #QBX and www.QBX.com.", ""),
        ("Be in MI or PA by 6 PM.", ""),
    ],
)
def test_undefined(hits: Callable[..., list[object]], text: str, listed: str) -> None:
    found = hits(undefined, f"# Baker\n\n{text}\n", accept=())
    assert [hit.values["listed"] for hit in found] == ([listed] if listed else [])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Staff nurse", "CSCS, EBITDA, OSPF, EYFS"),
        ("Site manager", "SBAR, HACCP, EBITDA, OSPF, EYFS"),
        ("Sous chef", "SBAR, CSCS, EBITDA, OSPF, EYFS"),
        ("Primary school teacher", "SBAR, HACCP, CSCS, EBITDA, OSPF"),
        ("Software developer", "SBAR, HACCP, CSCS, EYFS"),  # offices share their abbreviations
        ("Accountant", "SBAR, HACCP, CSCS, EYFS"),
        ("HR adviser", "SBAR, HACCP, CSCS, EYFS"),
        ("Federal grants officer", "SBAR, HACCP, CSCS, EYFS"),
        ("Helper", ""),  # a trade that can't be told: all pass
    ],
)
def test_what_a_trade_knows(hits: Callable[..., list[object]], title: str, listed: str) -> None:
    text = f"# {title}\n\nYou write of SBAR, look at the HACCP folder, see a CSCS card, hear of EBITDA, know OSPF and of the EYFS.\n"
    if "nurse" in title:
        text = text.replace("look at the HACCP folder, ", "")
    found = hits(undefined, text, accept=())
    assert [hit.values["listed"] for hit in found] == ([listed] if listed else [])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("You call on Nestor Mills, Weaver, QBX, Hartmann and others.", ""),
        ("You call on bakers, Weaver and QBX, Hartmann and others.", "QBX"),
        ("You know Excel, QBX, and Word.", "QBX"),
        ("You hold $QBX tokens.", ""),
    ],
)
def test_letters_among_names_are_a_name(hits: Callable[..., list[object]], text: str, listed: str) -> None:
    found = hits(undefined, f"# Baker\n\n{text}\n", accept=())
    assert [hit.values["listed"] for hit in found] == ([listed] if listed else [])  # type: ignore[attr-defined]


def test_the_employers_letters_are_its_name(matches: Callable[..., list[str]]) -> None:
    assert matches(undefined, "# Baker at QBX\n\nAt QBX you bake.\n", accept=()) == []
    assert matches(undefined, "---\ncompany: QBX\n---\n# Baker\n\nAt QBX you bake.\n", accept=()) == []


def test_a_house_may_accept_letters(matches: Callable[..., list[str]]) -> None:
    assert matches(undefined, "# Baker\n\nFill in the QBX.\n", accept=("QBX",)) == []


def test_certificates_only_among_requirements(matches: Callable[..., list[str]]) -> None:
    text = "# Nurse\n\nWe train you for ACLS.\n\n## Requirements\n\n- ACLS or PALS\n- PALS card\n"
    assert matches(certifications, text) == ["ACLS", "PALS"]


def test_certificates_are_known_and_spelled_out() -> None:
    data = lexicon("acronyms")
    assert not set(data["known"].split()) & set(data["certifications"])
    assert all(" " in full for full in data["certifications"].values())


def test_trades_are_traits_that_can_be_told() -> None:
    data = lexicon("acronyms")
    assert {*data["trades"], *data["together"]} <= set(trait_names())
    everyone = set(data["known"].split())
    assert {trade: sorted(everyone & set(words.split())) for trade, words in data["trades"].items()} == {
        trade: [] for trade in data["trades"]
    }
