"""The score: what weighs how much, and what does not count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint import lint_text
from jdlint.engine.baseline import Baselines
from jdlint.engine.files import Files
from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.engine.run import Linter
from jdlint.engine.score import GRADES, MOST, PARTS, PAY_MISSING, WEIGHTS, part_of, rate
from jdlint.rules.index import shipped_rules
from jdlint.rules.model import SEVERITIES
from jdlint.text.spans import Span

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AS_OF = date(2026, 1, 15)


def found(code: str, severity: str = "warning") -> Finding:
    return Finding(code, "a-rule", severity, "high", "m", "a.md", Span(0, 0), 1, 1, 1, 1, "", None, "f", "")  # type: ignore[arg-type]


def points(*findings: Finding) -> int:
    rating = rate(findings)
    assert rating is not None
    return rating.points


FINDINGS = st.lists(st.builds(found, st.sampled_from(sorted(shipped_rules().entries)), st.sampled_from(SEVERITIES)), max_size=40)


@given(FINDINGS, FINDINGS)
def test_more_findings_never_raise_it_and_order_does_not_matter(some: list[Finding], more: list[Finding]) -> None:
    some = [f for f in some if f.code != "LNT900"]
    more = [f for f in more if f.code != "LNT900"]
    assert 0 <= points(*some, *more) <= points(*some) <= MOST
    assert rate(some) == rate(some[::-1])


@given(FINDINGS)
def test_the_parts_explain_it(findings: list[Finding]) -> None:
    rating = rate(f for f in findings if f.code != "LNT900")
    assert rating is not None
    assert rating.points == sum(part.points for part in rating.parts)
    for part in rating.parts:
        assert 0 <= part.points <= part.of
        assert bool(part.losses) == (part.points < part.of)


def test_nothing_found_is_all_points() -> None:
    rating = rate(())
    assert rating is not None
    assert (rating.points, rating.grade, MOST) == (100, "A", 100)


@pytest.mark.parametrize("code", ["STR004", "LOC001", "TTL002", "APP002"])
def test_an_error_costs_the_best_grade(code: str) -> None:
    rating = rate([found(code, "error")])
    assert rating is not None
    assert rating.grade == "B"


def test_missing_pay_costs_the_best_grade_unless_the_house_makes_little_of_it() -> None:
    assert points(found("PAY001")) < 90 <= points(found("PAY001", "info"))


def test_repeats_weigh_less_than_two() -> None:
    assert points(*[found("LNG002")] * 60) >= 100 - 2 * 3
    assert points(*[found("LNG002")] * 60) < points(found("LNG002"))


def test_notes_weigh_little() -> None:
    assert points(*[found(code, "info") for code in ("CUL003", "LNG004", "REQ008", "STR009", "RSP004")]) >= 95


def test_the_gravest_finding_of_a_rule_counts_in_full() -> None:
    rows = [*[found("INC301", "info")] * 3, found("INC301", "error")]
    assert points(*rows) <= 100 - 12


def test_the_linters_own_findings_weigh_nothing_and_a_crash_leaves_no_score() -> None:
    assert points(found("LNT103")) == 100
    assert rate([found("LNT900", "error")]) is None


def test_every_shipped_rule_counts_where_it_belongs() -> None:
    named = {code for part in PARTS for code in part.codes if len(code) > 3}
    known = set(shipped_rules().entries)
    assert named <= known
    assert part_of("LAW001").name == "pay-and-place"
    assert part_of("LAW010").name == "open-to-all"
    assert part_of("HOUSE01").name == "reads-well"


@pytest.mark.parametrize("path", sorted(p.name for p in (EXAMPLES / "good").iterdir()))
def test_good_and_bad_examples_stand_apart(path: str) -> None:
    good, bad = (lint_text((EXAMPLES / side / path).read_bytes(), path=path, as_of=AS_OF) for side in ("good", "bad"))
    assert good.score is not None
    assert bad.score is not None
    assert good.score >= 95
    assert bad.score <= good.score - 15
    if path.endswith((".md", ".txt")):  # spoilt in every respect; those in other formats show what the format brings
        assert bad.score < 40


def test_hardly_anything_is_hardly_any_points() -> None:
    result = lint_text("# Cook\n\nYou make soup for our guests and clean the kitchen.\n", as_of=AS_OF)
    assert result.score is not None
    assert result.score < 50


def test_what_is_hidden_does_not_count(tmp_path: Path) -> None:
    text = (EXAMPLES / "good" / "staff-nurse.md").read_text(encoding="utf-8")
    hidden = lint_text(f"{text}\n<!-- jdlint: ignore[INC102] a title -->\nYou play the Salesman.\n", as_of=AS_OF)
    assert [f.code for f in hidden.suppressed] == ["INC102"]
    assert hidden.score == 100
    linter = Linter(Files(as_of=AS_OF), baselines=Baselines(None))
    assert linter.judge(linter.files.open_bytes(text.encode(), str(tmp_path / "a.md"))).score == 100


def test_what_was_not_judged_has_no_score() -> None:
    spanish = "# Cocinero\n\nBuscamos una persona para la cocina de nuestro restaurante. "
    spanish += "Usted prepara las comidas y limpia la cocina con el equipo.\n"
    assert lint_text(spanish).score is None
    assert lint_text(b"\xff\xfe\x00", path="a.md").score is None


def test_the_tally_counts_postings_below_the_minimum() -> None:
    tally = Tally()
    low = Result("a.md", rating=rate([found("PAY001")]), below=95)
    list(tally.count([low, replace(low, path="b.md", below=None)]))
    assert (tally.below, tally.failed, tally.exit_code, tally.scores) == (1, True, 1, [89, 89])


def test_the_page_tells_what_the_code_does() -> None:
    page = (EXAMPLES.parent / "docs" / "score.md").read_text(encoding="utf-8")
    for part in PARTS:
        assert f"| {part.title} | {part.of} |" in page
    for grade in GRADES:
        assert f"| {grade[1]} | {grade[0]} |" in page
    for words, weight in (("an error", WEIGHTS["error"]), ("a warning", WEIGHTS["warning"]), ("a note (`info`)", WEIGHTS["info"])):
        assert f"| {words} | {weight:g} |" in page
    assert f"| that the pay is missing | {PAY_MISSING:g}" in page


def test_on_changed_lines_only_the_score_is_still_that_of_the_whole_posting() -> None:
    class Nothing:
        def part(self, *_: object) -> list[Finding]:
            return []

    text = (EXAMPLES / "bad" / "staff-nurse.md").read_bytes()
    whole, part = (Linter(Files(as_of=AS_OF), changes=changes) for changes in (None, Nothing()))  # type: ignore[arg-type]
    results = [linter.judge(linter.files.open_bytes(text, "a.md")) for linter in (whole, part)]
    assert [len(r.findings) > 0 for r in results] == [True, False]
    assert results[0].rating == results[1].rating
