"""Suppressions: which findings the posting's own comments hide, and what is wrong with the comments."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from jdlint.engine.assemble import absent_span, fill, fingerprint
from jdlint.engine.finding import Finding, Fix, FixEdit
from jdlint.engine.reach import Blocks, Reach
from jdlint.engine.removal import removal
from jdlint.posting.model import Directive
from jdlint.posting.posting import Posting
from jdlint.rules.errors import UnknownRuleError
from jdlint.rules.model import RULE_PAGES, Rule
from jdlint.rules.ruleset import RuleSet
from jdlint.text.record import NamedTuple, dataclass, field, replace
from jdlint.text.spans import Span
from jdlint.text.words import shortened

UNCLEAR, UNKNOWN, UNUSED = "LNT101", "LNT102", "LNT103"
_SHOWN = 60  # characters of a comment that a message shows


class Suppression(NamedTuple):
    """The findings that stay, those that are hidden, and those about the suppressions themselves."""

    kept: list[Finding]
    hidden: list[Finding]
    own: list[Finding]


class Names(NamedTuple):
    """What the names in suppressions mean: the rules behind one (UnknownRuleError where there is none), and the names of many."""

    resolve: Callable[[str], frozenset[str]]
    everything: Collection[str]


@dataclass(slots=True, eq=False)
class _Pick:
    """One rule, prefix or name in a directive. `used`: there is a finding that it hides, or an `enable` that it answers."""

    directive: Directive
    at: int  # which of the directive's codes
    codes: frozenset[str]
    used: bool = False

    @property
    def text(self) -> str:
        return self.directive.codes[self.at][0]

    @property
    def span(self) -> Span:
        return self.directive.codes[self.at][1]


@dataclass(slots=True)
class _Cover:
    """The places at which a pick hides the findings of a rule, and whether it hides those about what is absent."""

    pick: _Pick
    reach: Reach = field(default_factory=Reach)


class _Covers:
    """All covers of one rule, looked up by place. Ends are kept as their maximum so far, so that a look back can stop."""

    def __init__(self, covers: Sequence[_Cover]) -> None:
        rows = sorted((span, n) for n, cover in enumerate(covers) for span in cover.reach.spans)
        self._rows = [(span, covers[n].pick) for span, n in rows]
        self._ends = list(accumulate((span.end for span, _ in self._rows), max))
        self._absent = [c.pick for c in covers if c.reach.absent]

    def over(self, span: Span, *, absent: bool) -> list[_Pick]:
        """The picks that hide a finding at a place."""
        found = list(self._absent) if absent else []
        at = bisect_right(self._rows, span.start, key=lambda row: row[0].start) - 1
        while at >= 0 and self._ends[at] >= span.start:
            row, pick = self._rows[at]
            if span.start < row.end or span == row:
                found.append(pick)
            at -= 1
        return found


def suppress(findings: Sequence[Finding], posting: Posting, ruleset: RuleSet, names: Names, skipped: Collection[str] = ()) -> Suppression:
    """Part the findings by the posting's directives. `skipped` are rules that did not run on it."""
    writer = _Writer(posting, ruleset)
    internal = {r.code for r in ruleset.rules if r.kind == "internal"}
    picks = [pick for directive in posting.document.directives for pick in _picks(directive, names, internal, writer)]
    covers = {code: _Covers(rows) for code, rows in _covers(picks, posting).items()}
    absent = absent_span(posting)
    kept: list[Finding] = []
    hidden: list[Finding] = []
    for found in findings:
        near = covers.get(found.code) if found.code not in internal else None
        mine = near.over(found.span, absent=not found.match and found.span == absent) if near else []
        for pick in mine:
            pick.used = True
        (hidden if mine else kept).append(found)
    ran = {r.code for r in ruleset.rules if r.provided_by not in ruleset.provided}.difference(skipped)
    for pick in picks:
        if not pick.used and pick.codes <= ran:
            writer.unused(pick)
    return Suppression(kept, hidden, writer.findings)


def _picks(directive: Directive, names: Names, internal: Collection[str], writer: _Writer) -> Iterator[_Pick]:
    """The rules that a directive names; what it says wrongly goes to the writer."""
    if not directive.kind or not directive.codes:
        writer.add(UNCLEAR, directive.span, "" if directive.kind else "unknown")
        return
    for at, (text, span) in enumerate(directive.codes):
        if text in names.everything:
            writer.add(UNCLEAR, span, "everything", match=text)
            continue
        try:
            pick = _Pick(directive, at, names.resolve(text))
        except UnknownRuleError as error:
            writer.add(UNKNOWN, span, problem=str(error))
            continue
        if pick.codes <= frozenset(internal):
            writer.add(UNKNOWN, span, problem=f"`{text}` tells of the linter's own work, which no comment can hide")
        else:
            yield pick


def _covers(picks: Sequence[_Pick], posting: Posting) -> dict[str, list[_Cover]]:
    """What is hidden, by the rule's code."""
    found: dict[str, list[_Cover]] = {}
    off: dict[str, _Cover] = {}  # what `disable` has switched off so far
    end = len(posting.source.text) + 1
    blocks = Blocks(posting)
    for pick in picks:
        kind, start = pick.directive.kind, pick.directive.span.start
        if kind == "enable":
            for code in pick.codes & off.keys():
                cover = off.pop(code)
                cover.reach = Reach((Span(cover.reach.spans[0].start, start),))
                pick.used = True
        elif kind == "disable":
            for code in pick.codes - off.keys():
                off[code] = _Cover(pick, Reach((Span(start, end),)))
                found.setdefault(code, []).append(off[code])
        else:
            cover = _Cover(pick, Reach((Span(0, end),)) if kind == "ignore-file" else blocks.reach(pick.directive))
            for code in pick.codes:
                found.setdefault(code, []).append(cover)
    return found


class _Writer:
    """Makes the findings about suppressions."""

    def __init__(self, posting: Posting, ruleset: RuleSet) -> None:
        self.findings: list[Finding] = []
        self._posting = posting
        self._rules: Mapping[str, Rule] = ruleset.by_code
        self._severity = ruleset.severity
        self._seen: Counter[tuple[str, str]] = Counter()

    def unused(self, pick: _Pick) -> None:
        """A name that hides nothing."""
        source = self._posting.source
        edits = None if source.data else removal(pick.directive, pick.at, source.text)
        fix = Fix((FixEdit(*edits),), safe=self._rules[UNUSED].fix == "safe") if edits and UNUSED in self._rules else None
        self.add(UNUSED, pick.span, "enable" if pick.directive.kind == "enable" else "", fix=fix, match=pick.text)

    def add(self, code: str, span: Span, variant: str = "", fix: Fix | None = None, **values: str) -> None:
        """A finding of one of our own rules. `match`: what its message shows, where that is not the text at the place."""
        rule = self._rules.get(code)
        if rule is None:
            return
        source = self._posting.source
        line, column, end_line, end_column = source.corners(span)
        match = " ".join(source.text[slice(*span)].split())
        message = fill(rule.messages[variant] if variant else rule.message, {"match": shortened(match, _SHOWN), **values})
        made = Finding(
            code=code, name=rule.name, severity=self._severity.get(code) or rule.severity, confidence=rule.confidence,
            message=message, path=source.path, span=span, line=line, column=column, end_line=end_line, end_column=end_column,
            match=match, section=None, fingerprint="", url=f"{RULE_PAGES}{code}", fix=fix,
            page=source.page(span.start), row=source.row,
        )  # fmt: skip
        self._seen[code, match] += 1
        self.findings.append(replace(made, fingerprint=fingerprint(made, match, self._seen[code, match] - 1)))
