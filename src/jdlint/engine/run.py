"""Linting files: paths in, results out, one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from jdlint.config.model import FAIL_ON, Settings
from jdlint.engine.assemble import fingerprint
from jdlint.engine.files import Files, Opened, fault
from jdlint.engine.finding import Finding
from jdlint.engine.lint import CRASH, ENGLISH_ONLY, lint
from jdlint.engine.result import Result, Skipped
from jdlint.engine.rulesets import RuleSets, rule_index
from jdlint.engine.score import rate
from jdlint.posting.posting import Posting
from jdlint.rules.model import RULE_PAGES
from jdlint.rules.ruleset import RuleSet
from jdlint.rules.select import codes
from jdlint.text.record import dataclass, field, replace
from jdlint.text.spans import Span

if TYPE_CHECKING:
    from jdlint.engine.baseline import Baselines
    from jdlint.engine.changes import Changes

UNREADABLE = "LNT001"


@dataclass(frozen=True, slots=True)
class Linter:
    """Lints files with the settings that hold for each. A file that can't be read or judged costs no other its result."""

    files: Files = field(default_factory=Files)
    _rulesets: RuleSets = field(default_factory=RuleSets)
    baselines: Baselines | None = None
    changes: Changes | None = None

    def run(self, paths: Iterable[str]) -> Iterator[Result]:
        """A result for every file behind the paths, in order. ConfigError where settings can't be used."""
        for opened in self.files.open(paths):
            yield self.judge(opened)

    def judge(self, opened: Opened) -> Result:
        """The result of a file that was opened."""
        ruleset = self._rulesets.of(opened.settings, opened.path)
        if self.baselines is not None:
            self.baselines.of(opened.settings)  # one that can't be used stops the run
        if opened.empty:
            return Result(opened.path, "passed-over", reason="it is empty")
        if opened.posting is None:
            return _failed(opened, UNREADABLE, opened.problem)
        try:
            return self._lint(opened, opened.posting, ruleset)
        except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their results
            return _failed(opened, CRASH, fault(error))

    def _lint(self, opened: Opened, posting: Posting, ruleset: RuleSet) -> Result:
        settings = opened.settings
        if not opened.named or self.files.force_exclude:
            verdict = posting.verdict
            if not verdict.is_posting:
                return Result(opened.path, "passed-over", reason=verdict.reason)
        found, skipped = lint(posting, ruleset, settings.vocabulary)
        found, hidden = _unsuppressed(found, posting, ruleset, settings, skipped)
        findings: Collection[Finding] = _unaccepted(found, opened.path, settings)
        broken = any(f.code == CRASH for f in findings) or any(s.fatal for s in skipped)
        baselined: Collection[Finding] = ()
        if self.baselines is not None:
            ran = ruleset.by_code.keys() - unable(found, skipped)
            findings, baselined = self.baselines.part(opened.path, findings, settings, ran)
        rating = None if any(s.reason.startswith(ENGLISH_ONLY) for s in skipped) else rate(findings)
        below = settings.min_score if rating and settings.min_score is not None and rating.points < settings.min_score else None
        if self.changes is not None:
            findings = self.changes.part(opened.path, findings, posting)
        return Result(
            opened.path,
            findings=tuple(findings),
            skipped=tuple(skipped),
            failed=any(_fails(f, settings) for f in findings),
            broken=broken,
            source=posting.source,
            suppressed=tuple(hidden),
            baselined=tuple(baselined),
            rating=rating,
            below=below,
        )


def _unaccepted(found: list[Finding], path: str, settings: Settings) -> list[Finding]:
    """The findings that the settings don't accept by their fingerprints."""
    if not settings.ignore_findings:
        return found
    from jdlint.engine.accepted import unaccepted

    return unaccepted(found, path, settings)


def unable(findings: Iterable[Finding], skipped: Iterable[Skipped]) -> set[str]:
    """The codes of the rules that could not run to their end on a posting."""
    return {s.code for s in skipped} | {f.term for f in findings if f.code == CRASH}


def _unsuppressed(
    found: list[Finding], posting: Posting, ruleset: RuleSet, settings: Settings, skipped: list[Skipped]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, with those about the suppressions, and the findings that are hidden."""
    if not posting.document.directives:
        return found, []
    from jdlint.engine.suppress import Names, suppress

    index = rule_index(settings)
    names = Names(cache(lambda text: codes(text, index)), frozenset(("ALL", *index.profiles)))
    parted = suppress(found, posting, ruleset, names, {s.code for s in skipped})
    return sorted([*parted.kept, *parted.own], key=lambda f: (f.span, f.code, f.message)), parted.hidden


def _fails(finding: Finding, settings: Settings) -> bool:
    return settings.fail_on != "never" and FAIL_ON.index(finding.severity) <= FAIL_ON.index(settings.fail_on)


_NAMES = {UNREADABLE: "unreadable-input", CRASH: "rule-crash"}


def _failed(opened: Opened, code: str, problem: str) -> Result:
    """A file without a verdict: a line on standard error, and a finding for the tools that read only those.

    It breaks the run where it was named or the fault is ours; one met in a folder is an error like others.
    """
    line = opened.line or 1
    bare = Finding(
        code=code, name=_NAMES[code], severity="error", confidence="high", message=problem, path=opened.path, span=Span(0, 0),
        line=line, column=1, end_line=line, end_column=1, match="", section=None, fingerprint="", url=f"{RULE_PAGES}{code}",
    )  # fmt: skip
    found = replace(bare, fingerprint=fingerprint(bare, "", 0))
    broken = opened.named or code == CRASH
    return Result(opened.path, "unreadable", (found,), reason=problem, failed=_fails(found, opened.settings), broken=broken)
