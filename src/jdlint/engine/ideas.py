"""One finding an idea: of findings that say the same, one stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from jdlint.engine.finding import Finding, order
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


def _place(row: Found) -> tuple[Span, str, str]:
    return order(row.finding)


def one_per_idea(rows: Iterable[Found]) -> list[Found]:
    """Without the findings that another one already makes, in order.

    Those are of the same rule on overlapping words, or of a rule that the other one supersedes, or both about wording: of
    findings about wording that share words, the gravest stays, of equals the one with the longer match, then the first.
    """
    found = sorted(rows, key=_place)
    left = _without_superseded([*_without_twins(r for r in found if not r.of_wording), *(r for r in found if r.of_wording)])
    return sorted([*(r for r in left if not r.of_wording), *_apart([r for r in left if r.of_wording])], key=_place)


def _overlap(a: Span, b: Span) -> bool:
    return a == b or (a.start < b.end and b.start < a.end)


def _rank(row: Found) -> tuple[int, int, tuple[Span, str, str]]:
    """The gravest first, then the longest match, then the first in the text."""
    return SEVERITIES.index(row.finding.severity), -len(row.finding.match), order(row.finding)


def _without_twins(rows: Iterable[Found]) -> list[Found]:
    """Of the findings of one rule that say the same, the one that ranks first; the rows come in order.

    Of those about what is absent, several of which can stand at one place, the same message says the same; of others, overlapping
    words do. What overlaps neither a row nor the last one kept overlaps none before it.
    """
    by_code: dict[str, list[Found]] = {}
    seen: dict[tuple[str, str], int] = {}  # by code and message where what is absent stands in its list
    last: dict[str, int] = {}  # by code where the last one about words stands
    for row in rows:
        finding = row.finding
        mine = by_code.setdefault(finding.code, [])
        key = (finding.code, finding.message)
        twin = last.get(finding.code) if finding.match else seen.get(key)
        if twin is not None and (not finding.match or _overlap(mine[twin].finding.span, finding.span)):
            mine[twin] = min(mine[twin], row, key=_rank)
            continue
        if finding.match:
            last[finding.code] = len(mine)
        else:
            seen[key] = len(mine)
        mine.append(row)
    return [row for mine in by_code.values() for row in mine]


class _Spans:
    """Spans, asked whether one of them overlaps another."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = frozenset(spans)
        spans.sort()
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))  # the farthest end so far

    def touch(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return (before > 0 and self._reach[before - 1] > span.start) or span in self._spans


def _without_superseded(rows: list[Found]) -> list[Found]:
    """Without what another finding says better.

    A finding that is milder than its rule (a law to come) leaves graver advice of today.
    """
    rank = SEVERITIES.index
    beaten: dict[str, dict[int, list[Span]]] = {}  # by code and the gravest rank that gives way
    for row in rows:
        own = rank(row.finding.severity)
        least = own if own > rank(row.rule.severity) else 0
        for code in row.rule.supersedes:
            beaten.setdefault(code, {}).setdefault(least, []).append(row.finding.span)
    places = {
        code: {least: _Spans(spans) for least, spans in beaten[code].items()} for code in {r.finding.code for r in rows} & beaten.keys()
    }
    return [r for r in rows if not _gives_way(r.finding, places.get(r.finding.code, {}))] if places else rows


def _gives_way(finding: Finding, places: dict[int, _Spans]) -> bool:
    return any(least <= SEVERITIES.index(finding.severity) and spans.touch(finding.span) for least, spans in places.items())


def _apart(rows: list[Found]) -> list[Found]:
    """The findings that rank first, no two of which share words."""
    if len(rows) <= 1:
        return rows
    kept: list[Found] = []
    spans: list[Span] = []  # of those kept, in order; they never overlap
    for row in sorted(rows, key=_rank):
        span = row.finding.span
        at = bisect_left(spans, span)
        if not any(_overlap(span, other) for other in spans[max(0, at - 1) : at + 1]):
            spans.insert(at, span)
            kept.append(row)
    return kept
