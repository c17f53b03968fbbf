"""LNG001: what is told, and what is left alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.checks.readability import reading_grade
from jdlint.rules.model import Hit

EASY = "You cook lunch for our guests. You order the food. You keep the kitchen clean. Two cooks help you every day. "
HARD = "The implementation of organisational methodologies necessitates interdisciplinary communication with administrative authorities. "
ALL: dict[str, float] = {"note_from": 14, "warn_from": 17, "min_words": 10, "min_sentences": 1}
Hits = Callable[..., list[Hit]]


def test_the_grade_with_what_makes_it(hits: Hits) -> None:
    (hit,) = hits(reading_grade, EASY * 2 + HARD * 2, **ALL | {"note_from": 8})
    assert hit.at is None
    assert hit.severity is None
    assert float(str(hit.values["grade"])) > 8
    told = [(at.text, why) for at, why in hit.related]
    assert told[0] == (HARD.strip(), "long words: interdisciplinary, organisational, implementation")
    assert len({text for text, _ in told}) == 3


def test_from_the_second_limit_on_it_is_a_warning(hits: Hits) -> None:
    (hit,) = hits(reading_grade, HARD, **ALL)
    assert hit.severity == "warning"


def test_sections_are_compared(hits: Hits) -> None:
    text = f"# Cook\n\n## About us\n\n{EASY * 3}\n\n## Duties\n\n{HARD * 6}\n"
    (hit,) = hits(reading_grade, text, **ALL | {"note_from": 8})
    assert hit.variant == "sections"
    assert (hit.values["hard"], hit.values["easy"]) == ("responsibilities", "the part about the company")


@pytest.mark.parametrize("text", [EASY * 3, "# Cook"])
def test_what_reads_well_is_left_alone(hits: Hits, text: str) -> None:
    assert hits(reading_grade, text, **ALL) == []


def test_short_texts_are_left_alone(hits: Hits) -> None:
    assert hits(reading_grade, HARD, **ALL | {"min_words": 100}) == []
    assert hits(reading_grade, HARD, **ALL | {"min_sentences": 2}) == []


def test_where_the_guess_is_clear_textstat_sleeps(tmp_path: Path) -> None:
    code = f"""
import sys
from jdlint.api import lint_text
result = lint_text({"# Cook" + chr(10) * 2 + EASY * 6!r}, select=["LNG001"])
print(result.findings, result.skipped, [m for m in ("textstat", "nltk") if m in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "() () []"


def test_where_the_closer_guess_is_clear_textstat_sleeps_too(tmp_path: Path) -> None:
    silent = "We have made a scale name plate; take care, place some home tape here, file some safe note, use nice fine rope there now. "
    code = f"""
import sys
from jdlint.analysis.readability import at_most, close_above
from jdlint.api import lint_text
from jdlint.posting.posting import Posting
from jdlint.readers import read
text = {"# Cook" + chr(10) * 2 + silent * 6!r}
one = Posting(read(text.encode(), "a.md"))
print(at_most(one) > 14 > close_above(one), lint_text(text, select=["LNG001"]).findings, "textstat" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "True () False"


def test_without_textstat_the_rule_is_skipped_and_the_others_go_on() -> None:
    code = f"""
import sys
sys.modules["textstat"] = None
from jdlint.api import lint_text
result = lint_text({HARD * 10 + "Clean,, wash and cook."!r}, select=["LNG001", "LNG015"])
print([f.code for f in result.findings], [s.code for s in result.skipped], result.skipped[0].reason)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("['LNG015'] ['LNG001'] it needs textstat (pip install textstat)")
