"""What `jdlint inspect` prints keeps the contract's keys, whatever the posting."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.analysis import readability
from jdlint.analysis.needs import MissingError
from jdlint.engine.inspection import inspect
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

KEYS = {
    "path", "format", "is_posting", "reason", "title", "seniority", "work_mode", "locations", "employment_types", "pay", "vague_pay",
    "benefits", "language", "sections", "has", "experience", "degrees", "application", "deadline", "equal_opportunity", "placeholders",
    "jurisdictions", "metrics",
}  # fmt: skip
FULL = """\
# Head chef

Location: Denver, CO

Pay: $60,000 to $65,000 a year

## What you will do

- Plan the menus
- Order the food

## What you need

- 3 years of experience in a kitchen
- Bachelor's degree or equivalent experience

## How to apply

Apply by 1 March 2026: write to kitchen@oaklane.example. Our [Company Name] is an equal opportunity employer.
"""


def entry(text: str) -> dict[str, object]:
    return inspect(Posting(read(text.encode(), "a.md"), Reading(date(2026, 1, 15))), "a.md")


@pytest.mark.parametrize("text", [FULL, "# Notes\n", "word"])
def test_every_key_is_there(text: str) -> None:
    assert set(entry(text)) == KEYS


def test_the_reading_grade_is_that_of_the_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# Cook\n\nYou cook lunch for our guests. Considerable familiarity with administrative methodologies is necessary."
    grade = entry(text)["metrics"]["reading_grade"]  # type: ignore[index]
    assert isinstance(grade, float)
    assert 10 < grade < 25
    assert entry("# Cook")["metrics"]["reading_grade"] is None  # type: ignore[index]

    def missing(_: object) -> float:
        message = "it needs textstat"
        raise MissingError(message)

    monkeypatch.setattr(readability, "_grade", missing)
    assert entry(text)["metrics"]["reading_grade"] is None  # type: ignore[index]


def test_facts_have_their_words_and_lines() -> None:
    found = entry(FULL)
    assert found["title"] == {"text": "Head chef", "line": 1, "column": 3}
    (pay,) = found["pay"]  # type: ignore[misc]
    assert {k: pay[k] for k in ("line", "min", "max", "currency", "period")} == {
        "line": 5, "min": 60000, "max": 65000, "currency": "USD", "period": "year",
    }  # fmt: skip
    assert [(p["text"], p["line"], p["country"], p["region"]) for p in found["locations"]] == [("Denver, CO", 3, "US", "CO")]  # type: ignore[attr-defined]
    assert [(d["line"], d["equivalent_ok"]) for d in found["degrees"]] == [(15, True)]  # type: ignore[attr-defined]
    assert found["deadline"] == {"text": found["deadline"]["text"], "line": 19, "date": "2026-03-01"}  # type: ignore[index]
    sections = {s["kind"]: (s["heading"], s["source"], s["line"], s["end_line"], s["items"]) for s in found["sections"]}  # type: ignore[attr-defined]
    assert sections["responsibilities"] == ("What you will do", "heading", 7, 10, 2)
