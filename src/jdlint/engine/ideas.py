"""One finding an idea: of findings that say the same, one stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from jdlint.engine.finding import Finding
from jdlint.rules.model import SEVERITIES, Rule
from jdlint.text.record import NamedTuple
from jdlint.text.spans import Span


class Found(NamedTuple):
    """A finding on its way, with the rule behind it and the words around it."""

    finding: Finding
    rule: Rule
    context: str

    @property
    def of_wording(self) -> bool:
        """Whether the finding is about the words that it marks."""
        return self.rule.wording and bool(self.finding.match)


def order(found: Finding) -> tuple[int, int, str, str]:
    """The order of findings: by place."""
    return found.span.start, found.span.end, found.code, found.message


def one_per_idea(rows: Iterable[Found]) -> list[Found]:
    """Without the findings that another one already makes, in order.

    Those are of the same rule on overlapping words, or of a rule that the other one supersedes, or both about wording: of
    findings about wording that share words, the gravest stays, of equals the one with the longer match, then the first.
    """
    found = sorted(rows, key=lambda r: order(r.finding))
    found = _without_superseded([*_without_twins(r for r in found if not r.of_wording), *(r for r in found if r.of_wording)])
    return sorted([*(r for r in found if not r.of_wording), *_apart(r for r in found if r.of_wording)], key=lambda r: order(r.finding))


def _overlap(a: Span, b: Span) -> bool:
    return a == b or (a.start < b.end and b.start < a.end)


def _rank(row: Found) -> tuple[int, int, tuple[int, int, str, str]]:
    """The gravest first, then the longest match, then the first in the text."""
    return SEVERITIES.index(row.finding.severity), -len(row.finding.match), order(row.finding)


def _without_twins(rows: Iterable[Found]) -> list[Found]:
    """Of the findings of one rule that say the same, the one that ranks first."""
    by_code: dict[str, list[Found]] = {}
    for row in rows:
        mine = by_code.setdefault(row.finding.code, [])
        twin = next((i for i, k in enumerate(mine) if _same_idea(k.finding, row.finding)), None)
        if twin is None:
            mine.append(row)
        else:
            mine[twin] = min(mine[twin], row, key=_rank)
    return [row for mine in by_code.values() for row in mine]


def _same_idea(a: Finding, b: Finding) -> bool:
    """Whether two findings of one rule say the same."""
    if not a.match or not b.match:  # several things can be absent at one place
        return a.match == b.match and a.message == b.message
    return _overlap(a.span, b.span)


def _without_superseded(rows: list[Found]) -> list[Found]:
    """Without what another finding says better."""
    beaten = [(code, row) for row in rows for code in row.rule.supersedes]
    return [r for r in rows if not any(r.finding.code == code and _supersedes(winner, r.finding) for code, winner in beaten)]


def _supersedes(winner: Found, other: Finding) -> bool:
    """Whether a finding takes the other's place; one that is milder than its rule (a law to come) leaves today's graver advice."""
    rank = SEVERITIES.index
    milder = rank(winner.finding.severity) > max(rank(winner.rule.severity), rank(other.severity))
    return not milder and _overlap(winner.finding.span, other.span)


def _apart(rows: Iterable[Found]) -> list[Found]:
    """The findings that rank first, no two of which share words."""
    kept: list[Found] = []
    spans: list[Span] = []  # of those kept, in order; they never overlap
    for row in sorted(rows, key=_rank):
        span = row.finding.span
        at = bisect_left(spans, span)
        if not any(_overlap(span, other) for other in spans[max(0, at - 1) : at + 1]):
            spans.insert(at, span)
            kept.append(row)
    return kept
