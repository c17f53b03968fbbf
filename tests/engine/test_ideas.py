"""Of findings that say the same, one stays."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.engine.finding import Finding
from jdlint.engine.ideas import Found, one_per_idea
from jdlint.rules.model import SEVERITIES, Rule, Severity
from jdlint.text.record import replace
from jdlint.text.spans import Span


def found(code: str, start: int, end: int, severity: Severity = "info", *, wording: bool = True, supersedes: tuple[str, ...] = ()) -> Found:
    finding = Finding(
        code=code, name=code.lower(), severity=severity, confidence="high", message=code, path="x.md", span=Span(start, end), line=1,
        column=start + 1, end_line=1, end_column=end + 1, match="x" * (end - start), section=None, fingerprint="", url="",
    )  # fmt: skip
    rule = Rule(code=code, name=code.lower(), kind="python", severity="info", message="", wording=wording, supersedes=supersedes)
    return Found(finding, rule, "")


def left(*rows: Found) -> list[tuple[str, int, int]]:
    return [(r.finding.code, *r.finding.span) for r in one_per_idea(rows)]


def test_the_graver_of_two_wordings_stays() -> None:
    assert left(found("AAA001", 0, 20), found("AAA002", 5, 10, "error")) == [("AAA002", 5, 10)]


def test_of_equals_the_longer_stays_then_the_first() -> None:
    assert left(found("AAA001", 0, 5), found("AAA002", 2, 10)) == [("AAA002", 2, 10)]
    assert left(found("AAA002", 0, 5), found("AAA001", 0, 5)) == [("AAA001", 0, 5)]
    assert left(found("AAA002", 0, 5), found("AAA001", 3, 8)) == [("AAA002", 0, 5)]


def test_neighbours_are_two_ideas() -> None:
    assert left(found("AAA001", 0, 5), found("AAA002", 5, 9, "error")) == [("AAA001", 0, 5), ("AAA002", 5, 9)]


def test_structure_is_judged_beside_wording() -> None:
    rows = [found("STR001", 0, 90, "warning", wording=False), found("AAA001", 3, 9, "error"), found("RSP001", 0, 0, wording=False)]
    assert len(left(*rows)) == 3


def test_a_finding_milder_than_its_rule_takes_nothing_graver_away() -> None:
    law = found("LAW001", 0, 0, "info", wording=False, supersedes=("PAY001",))
    law = law._replace(rule=replace(law.rule, severity="error"))
    assert left(law, found("PAY001", 0, 0, "warning", wording=False)) == [("LAW001", 0, 0), ("PAY001", 0, 0)]
    assert left(law, found("PAY001", 0, 0, "info", wording=False)) == [("LAW001", 0, 0)]


def test_what_is_superseded_gives_way_whatever_it_weighs() -> None:
    assert left(found("AAA001", 0, 9, "error"), found("AAA002", 4, 6, supersedes=("AAA001",))) == [("AAA002", 4, 6)]
    assert left(found("STR001", 0, 9, wording=False), found("AAA002", 4, 6, supersedes=("STR001",))) == [("AAA002", 4, 6)]


def some(number: int, start: int, size: int, severity: Severity, wording: bool) -> Found:
    return found(f"{'AAA' if wording else 'STR'}00{number}", start, start + size, severity, wording=wording)


def plainly(rows: list[Found]) -> set[tuple[str, str, int, int]]:
    """What stays of findings that are not about wording, every pair of them looked at."""
    mine = sorted(rows, key=lambda r: (r.finding.span, r.finding.code, r.finding.message))
    kept: list[Found] = []
    for row in mine:
        twin = next((i for i, k in enumerate(kept) if k.finding.code == row.finding.code and alike(k.finding, row.finding)), None)
        if twin is None:
            kept.append(row)
        else:
            kept[twin] = min(kept[twin], row, key=lambda r: (SEVERITIES.index(r.finding.severity), -len(r.finding.match)))
    beaten = [(code, r.finding.span) for r in kept for code in r.rule.supersedes]
    return {
        (r.finding.code, r.finding.message, *r.finding.span)
        for r in kept
        if not any(code == r.finding.code and (s == r.finding.span or touching(s, r.finding.span)) for code, s in beaten)
    }


def alike(a: Finding, b: Finding) -> bool:
    if not a.match or not b.match:
        return a.match == b.match and a.message == b.message
    return a.span == b.span or touching(a.span, b.span)


def touching(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


PLAIN = st.builds(
    lambda number, start, size, severity, over: found(
        f"STR00{number}", start, start + size, severity, wording=False, supersedes=("STR001",) if over else ()
    ),
    st.integers(1, 3), st.integers(0, 30), st.integers(0, 9), st.sampled_from(SEVERITIES), st.booleans(),
)  # fmt: skip


@given(st.lists(PLAIN, max_size=25))
def test_one_look_at_each_finding_tells_as_much_as_all_pairs(rows: list[Found]) -> None:
    assert {(r.finding.code, r.finding.message, *r.finding.span) for r in one_per_idea(rows)} == plainly(rows)


ROW = st.builds(some, st.integers(1, 9), st.integers(0, 40), st.integers(0, 12), st.sampled_from(SEVERITIES), st.booleans())
ROWS = st.lists(ROW, max_size=30)


def overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


@given(ROWS)
def test_no_two_wordings_left_share_words_and_what_went_is_covered(rows: list[Found]) -> None:
    stay = one_per_idea(rows)
    worded = [r.finding for r in stay if r.of_wording]
    for i, a in enumerate(worded):
        assert not any(overlap(a.span, b.span) for b in worded[i + 1 :])
    for gone in (r.finding for r in rows if r.of_wording and r not in stay):
        grave = SEVERITIES.index(gone.severity)
        assert any(overlap(gone.span, k.span) and SEVERITIES.index(k.severity) <= grave for k in worded)
    assert all(r in rows for r in stay)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_finding_does_not_matter(rows: list[Found], chance: random.Random) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    assert one_per_idea(mixed) == one_per_idea(rows)


@given(ROWS)
def test_what_stays_stays(rows: list[Found]) -> None:
    worded = [r for r in rows if r.of_wording]
    assert one_per_idea(one_per_idea(worded)) == one_per_idea(worded)
    alone = {r.finding.code: r for r in rows if not r.of_wording}.values()
    assert {r.finding.code for r in one_per_idea([*alone, *worded])} >= {r.finding.code for r in alone}


def test_many_findings_cost_little() -> None:
    rows = [found(f"AAA{i % 900:03}", i * 3, i * 3 + 7, SEVERITIES[i % 3]) for i in range(20_000)]
    assert 20_000 / 3 < len(one_per_idea(rows)) < 20_000 / 1.5


@pytest.mark.parametrize("code", ["INC101", "PAY002", "CUL003", "TTL002"])
def test_these_rules_judge_words(code: str) -> None:
    from jdlint.rules.index import shipped_rules

    assert shipped_rules().entries[code].build().wording
    assert not shipped_rules().entries["STR015"].build().wording
