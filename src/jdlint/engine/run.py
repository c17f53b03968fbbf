"""Linting files: paths in, results out, one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from jdlint.config.model import FAIL_ON, Pick, Settings
from jdlint.engine.files import Files, Opened, Raw, fault
from jdlint.engine.finding import Finding
from jdlint.engine.result import CRASH, ENGLISH_ONLY, Judged, Result, Skipped
from jdlint.engine.score import rate
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from jdlint.engine.baseline import Baselines
    from jdlint.engine.cache import Caches
    from jdlint.engine.changes import Changes
    from jdlint.engine.view import View
    from jdlint.posting.posting import Posting
    from jdlint.rules.ruleset import RuleSet
    from jdlint.text.source import Source


@dataclass(frozen=True, slots=True)
class RuleSets:
    """Rule sets by settings, each built once."""

    # Settings hold mappings, so they are known by identity; kept beside the rules, none can lose its identity to another.
    _built: dict[tuple[int, tuple[Pick, ...]], tuple[Settings, RuleSet]] = field(default_factory=dict)

    def of(self, settings: Settings, path: str) -> RuleSet:
        """The rules for one file, those that `per-file-ignores` takes away left out."""
        from jdlint.engine.rulesets import build, ignored_in  # a run that finds all its postings unchanged needs no rules

        ignored = ignored_in(settings, path)
        key = (id(settings), ignored)
        found = self._built.get(key)
        if found is None:
            found = self._built[key] = (settings, build(settings, ignored))
        return found[1]


@dataclass(frozen=True, slots=True)
class Linter:
    """Lints files with the settings that hold for each. A file that can't be read or judged costs no other its result.

    With `caches`, what an earlier run found in a file is taken from there, if nothing changed that it depends on.
    `views`: each result carries the posting as a reader sees it, which takes the posting itself: nothing is taken from `caches`.
    """

    files: Files = field(default_factory=Files)
    _rulesets: RuleSets = field(default_factory=RuleSets)
    baselines: Baselines | None = None
    changes: Changes | None = None
    caches: Caches | None = None
    views: bool = False

    def run(self, paths: Iterable[str]) -> Iterator[Result]:
        """A result for every file behind the paths, in order. ConfigError where settings can't be used."""
        return map(self.look, self.files.found(paths))

    def look(self, raw: Raw) -> Result:
        """The result of a file that was found."""
        if self.caches is None or self.views or self.changes is not None or raw.data is None or raw.stdin:
            return self.judge(self.files.parse(raw))
        place = self.caches.place(raw, whether=self._whether(raw))
        known = place and place.read()
        if known:
            if self.baselines is not None:
                self.baselines.of(raw.settings)  # one that can't be used stops the run
            return self._result(raw, *known)
        opened = self.files.parse(raw)
        result, found = self._judged(opened)
        if place and found and opened.posting is not None:
            place.write(found, opened.posting)
        return result

    def judge(self, opened: Opened) -> Result:
        """The result of a file that was opened."""
        return self._judged(opened)[0]

    def _judged(self, opened: Opened) -> tuple[Result, Judged | None]:
        ruleset = self._rulesets.of(opened.settings, opened.path)
        if self.baselines is not None:
            self.baselines.of(opened.settings)  # as above
        if opened.empty:
            return Result(opened.path, "passed-over", reason="it is empty"), None
        from jdlint.engine.judging import UNREADABLE, judged

        posting = opened.posting
        if posting is None:
            return _failed(opened, UNREADABLE, opened.problem), None
        try:
            found = judged(posting, ruleset, opened.settings, whether=self._whether(opened))
            return self._result(opened, found, posting.source, posting), found
        except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their results
            return _failed(opened, CRASH, fault(error)), None

    def _whether(self, file: Raw | Opened) -> bool:
        """Whether a file is passed over where it is no posting."""
        return not file.named or self.files.force_exclude

    def _result(self, file: Raw | Opened, found: Judged, source: Source, posting: Posting | None = None) -> Result:
        """What a run says of a posting: what was found in it, less what is accepted, known or unchanged."""
        if found.passed_over:
            return Result(file.path, "passed-over", reason=found.passed_over)
        settings, skipped = file.settings, found.skipped
        findings: Collection[Finding] = _unaccepted(found.findings, file.path, settings)
        broken = any(f.code == CRASH for f in findings) or any(s.fatal for s in skipped)
        baselined: Collection[Finding] = ()
        if self.baselines is not None and self.baselines.of(settings) is not None:
            ran = self._rulesets.of(settings, file.path).by_code.keys() - unable(found.findings, skipped)
            findings, baselined = self.baselines.part(file.path, findings, settings, ran)
        rating = None if any(s.reason.startswith(ENGLISH_ONLY) for s in skipped) else rate(findings)
        below = settings.min_score if rating and settings.min_score is not None and rating.points < settings.min_score else None
        if self.changes is not None and posting is not None:
            findings = self.changes.part(file.path, findings, posting)
        shown = tuple(findings)
        return Result(
            file.path,
            findings=shown,
            skipped=skipped,
            failed=any(_fails(f, settings) for f in findings),
            broken=broken,
            source=source,
            suppressed=found.hidden,
            baselined=tuple(baselined),
            rating=rating,
            below=below,
            view=_view(posting, shown, self._rulesets.of(settings, file.path)) if self.views and posting is not None else None,
        )


def _view(posting: Posting, findings: tuple[Finding, ...], ruleset: RuleSet) -> View | None:
    """The posting to look at; None where it could not be read to its end."""
    from jdlint.engine.view import view  # only a report that shows postings pays for it

    return None if any(f.code == CRASH for f in findings) else view(posting, findings, ruleset.provided)


def _unaccepted(found: tuple[Finding, ...], path: str, settings: Settings) -> Collection[Finding]:
    """The findings that the settings don't accept by their fingerprints."""
    if not settings.ignore_findings:
        return found
    from jdlint.engine.accepted import unaccepted

    return unaccepted(found, path, settings)


def unable(findings: Iterable[Finding], skipped: Iterable[Skipped]) -> set[str]:
    """The codes of the rules that could not run to their end on a posting."""
    return {s.code for s in skipped} | {f.term for f in findings if f.code == CRASH}


def _fails(finding: Finding, settings: Settings) -> bool:
    return settings.fail_on != "never" and FAIL_ON.index(finding.severity) <= FAIL_ON.index(settings.fail_on)


def _failed(opened: Opened, code: str, problem: str) -> Result:
    """A file without a verdict: a line on standard error, and a finding for the tools that read only those.

    It breaks the run where it was named or the fault is ours; one met in a folder is an error like others.
    """
    from jdlint.engine.judging import failure

    found = failure(opened, code, problem)
    broken = opened.named or code == CRASH
    return Result(opened.path, "unreadable", (found,), reason=problem, failed=_fails(found, opened.settings), broken=broken)
