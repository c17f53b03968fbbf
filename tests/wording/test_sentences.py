"""Sentences by authors who had not seen the rules: problems with the words an editor would mark, and legitimate uses.

The rules have been widened since with what these sentences showed, so the bounds guard against a step back; they are no estimate of
how well new sentences fare. At their first run the suites stood at 0.72, 0.80, 0.84, 0.81, 0.65, 0.60 and 0.71 recall,
with 8, 5, 5, 7, 4, 0 and 7 % false alarms.
The eighth, of deliberately far-fetched turns of phrase by an author who knew the rules, stood at 0.26 and 5 %;
the ninth, by the same author in the plain voice of postings, at 0.89 and 0 %;
The tenth holds what a reading of some five hundred findings in real postings taught.
"innocents" (tempting words in good use alone) at 11 %;
"bodies" (physical demands in office jobs, vague duties, forms for two sexes) stood at 0.04 and 0 %.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import jdlint

HERE = Path(__file__).parent
WORDING = ("INC", "CUL", "LNG004", "REQ003", "REQ007", "REQ014", "RSP004", "TTL001", "TTL002", "PAY002", "PAY009")
SHAPES = {
    "title": "# {text}\n\n## About the role\n\nYou serve guests.\n",
    "sentence": "# {job}\n\n## About the role\n\n{text}\n",
    "requirement": "# {job}\n\n## Requirements\n\n- {text}\n",
    "duty": "# {job}\n\n## Responsibilities\n\n- {text}\n",
}


def findings(row: dict[str, str]) -> tuple[int, list[jdlint.Finding]]:
    """Where the sentence starts, and what is found in it."""
    text = SHAPES[row["context"]].format(**row)
    start = text.index(row["text"], 2 if row["context"] == "title" else len(row["job"]) + 2)
    found = jdlint.lint_text(text, as_of=date(2026, 1, 15)).findings
    end = start + len(row["text"])
    return start, [f for f in found if f.code.startswith(WORDING) and f.match and f.span.start < end and f.span.end > start]


def is_marked(row: dict[str, str]) -> bool:
    start, found = findings(row)
    mark = re.search(rf"(?<!\w){re.escape(row['mark'])}(?!\w)", row["text"])
    assert mark, row
    low, high = start + mark.start(), start + mark.end()
    return any(f.span.start < high and f.span.end > low for f in found)


MISSED = {"eighth": 0.2}  # of the problems; elsewhere one in twenty


@pytest.mark.parametrize(
    "name", ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "bodies", "innocents"]
)
def test_sentences(name: str) -> None:
    rows: list[dict[str, Any]] = [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    problems = [row for row in rows if "mark" in row]
    fine = [row for row in rows if "mark" not in row]
    missed = [(row["text"], row["mark"]) for row in problems if not is_marked(row)]
    alarms = [(row["text"], found) for row in fine if (found := [(f.code, f.match) for f in findings(row)[1]])]
    assert len(missed) <= MISSED.get(name, 0.05) * len(problems), missed
    assert len(alarms) <= 0.01 * len(fine), alarms
