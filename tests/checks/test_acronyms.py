"""Abbreviations that are spelled out, known, or neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.acronyms import certifications, undefined
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
        ("Call HR, IT and the NHS; write SQL and HTML.", ""),
        ("YOU must NOT bake.", ""),
        ("BRING QBX SHEETS.", ""),
        ("Mail QBX@bakery.example or read #QBX and www.QBX.com.", ""),
        ("Be in MI or PA by 6 PM.", ""),
    ],
)
def test_undefined(hits: Callable[..., list[object]], text: str, listed: str) -> None:
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
