"""Short postings with the findings that the law of their place calls for: one file a part of the world."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.engine.finding import Finding
from jdlint.engine.lint import lint
from jdlint.law.store import entries
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.index import shipped_rules
from jdlint.rules.ruleset import RuleSet, assemble
from jdlint.rules.select import Selection, select

_TODAY = date(2026, 11, 21)
_LEAST = 3  # cases a jurisdiction
_KEYS = {
    "id", "place", "title", "front", "text", "as-of", "employees", "jurisdictions", "provided", "expect", "says", "not-says", "from",
}  # fmt: skip
CASES: list[dict[str, Any]] = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
]


@cache
def rules(provided: tuple[str, ...]) -> RuleSet:
    return assemble([e.build() for e in select(Selection(select=("LAW",)), shipped_rules())], shipped_rules(), provided=provided)


def posting(case: dict[str, Any]) -> Posting:
    front = f"---\n{case['front']}\n---\n" if "front" in case else ""
    place = f"**Location:** {case['place']}\n\n" if "place" in case else ""
    text = f"{front}# {case.get('title', 'Baker')}\n\n{place}{case['text']}\n"
    chosen = case.get("jurisdictions")
    reading = Reading(
        as_of=case.get("as-of", _TODAY),
        jurisdictions=None if chosen is None else tuple(chosen),
        employees=case.get("employees"),
    )
    return Posting(read(text.encode(), "job.md"), reading)


def findings(case: dict[str, Any]) -> list[Finding]:
    return lint(posting(case), rules(tuple(case.get("provided", ())))).findings


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert case.keys() <= _KEYS
    found = findings(case)
    assert {f.code: f.severity for f in found} == case["expect"], [f.message for f in found]
    told = " | ".join(f.message for f in found)
    for text in case.get("says", ()):
        assert text in told
    for text in case.get("not-says", ()):
        assert text not in told
    assert all("no legal advice" in f.message for f in found)


def test_there_are_enough_of_each() -> None:
    from jdlint.law.places import ids

    assert len(CASES) >= 150
    assert len({c["id"] for c in CASES}) == len(CASES)
    seen = [code for case in CASES for code in ids(posting(case))]
    assert {code: seen.count(code) for code in entries() if seen.count(code) < _LEAST} == {}
