"""Linting files: paths in, results out, one by one."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from jdlint.config.model import FAIL_ON, Pick, Settings
from jdlint.engine.beside import Beside
from jdlint.engine.files import Files, Opened, Raw, fault
from jdlint.engine.finding import CRASH, LATE, UNREADABLE, Finding, order
from jdlint.engine.result import ENGLISH_ONLY, Judged, Result, Skipped
from jdlint.engine.score import rate
from jdlint.hints import TYPE_CHECKING
from jdlint.text.record import NamedTuple, dataclass, field, replace

if TYPE_CHECKING:
    from jdlint.engine.baseline import Baselines
    from jdlint.engine.cache import Caches, Place
    from jdlint.engine.changes import Changes
    from jdlint.engine.view import View
    from jdlint.rules.ruleset import RuleSet
    from jdlint.text.source import Source

_ENOUGH = 40  # postings judged anew, after which further processes are worth their start


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


class Answer(NamedTuple):
    """What judging a file came to, whatever the run is about: what was found in its text, or the fault for which nothing was.

    Neither: the file is passed over, since it is empty or for the fault without a code.
    """

    found: Judged | None = None
    source: Source | None = None
    code: str = ""
    fault: str = ""
    line: int | None = None


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
    together: Beside = field(default_factory=Beside)

    def run(self, paths: Iterable[str], jobs: int | None = 1) -> Iterator[Result]:
        """A result for every file behind the paths, in order. ConfigError where settings can't be used.

        `jobs` is the number of processes; None: what the settings of the first file say, which is, unless they say otherwise, as many
        as there are processors, once there is enough for them to do.
        """
        return self.results(self.files.found(paths), jobs)

    def results(self, raws: Iterable[Raw], jobs: int | None = 1) -> Iterator[Result]:
        """A result for every file that was found, with `jobs` as above."""
        raws = iter(raws)
        if jobs is None:
            head = list(islice(raws, 1))
            jobs = next((raw.settings.jobs for raw in head if raw.settings.jobs != "auto"), None)
            raws = chain(head, raws)
        if self.changes is not None or self.views:  # they are made from the posting itself, which stays in the process that read it
            jobs = 1
        if jobs in (1, None):
            fresh = 0
            for raw in raws:
                known = self.known(raw)
                fresh += known is None
                yield self.answered(raw, known) if known else self._fresh(raw)
                if jobs is None and fresh == _ENOUGH and processors() > 1 and raw.settings.grammar is None:
                    break
            else:
                return
        from jdlint.engine.pool import judged

        yield from judged(self, raws, jobs or processors())

    def known(self, raw: Raw) -> Answer | None:
        """What judging a file came to in an earlier run; None for one that is to be judged."""
        place = self._place(raw)
        found = place and place.read()
        if not found:
            return None
        if self.baselines is not None:
            self.baselines.of(raw.settings)  # one that can't be used stops the run
        return Answer(*found)

    def judge(self, opened: Opened) -> Result:
        """The result of a file that was opened."""
        self.check(opened)
        return self._guarded(opened, self._answer(opened))

    def check(self, file: Raw | Opened) -> None:
        """Raise ConfigError where the settings that hold for a file can't be used."""
        self._rulesets.of(file.settings, file.path)
        if self.baselines is not None:
            self.baselines.of(file.settings)

    def answer(self, raw: Raw) -> Answer:
        """What judging a file comes to; kept for later runs where it can be."""
        return self._kept(raw, self.files.parse(raw))

    def answered(self, file: Raw | Opened, answer: Answer) -> Result:
        """The result of a file of which the answer is known. To be asked in the order of the files: each is held against those before."""
        if answer.found is not None and answer.source is not None:
            return self._result(file, answer.found, answer.source)
        if answer.code:
            return _failed(file, answer)
        return Result(file.path, "passed-over", reason=answer.fault or "it is empty", lacking=bool(answer.fault))

    def bare(self) -> Linter:
        """This linter as other processes get it: all that answers depend on, and nothing else."""
        return Linter(replace(self.files, stdin=None, wanted=None), caches=self.caches and self.caches.bare())

    def _fresh(self, raw: Raw) -> Result:
        self.check(raw)
        opened = self.files.parse(raw)
        return self._guarded(opened, self._kept(raw, opened))

    def _guarded(self, opened: Opened, answer: Answer) -> Result:
        try:
            return self.answered(opened, answer)
        except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their results
            return self.answered(opened, Answer(code=CRASH, fault=fault(error)))

    def _kept(self, raw: Raw, opened: Opened) -> Answer:
        answer = self._answer(opened)
        place = self._place(raw)
        if place and answer.found and opened.posting is not None:
            place.write(answer.found, opened.posting)
        return answer

    def _place(self, raw: Raw) -> Place | None:
        """Where what is found in a file is kept."""
        if self.caches is None or self.changes is not None or self.views or raw.data is None or raw.stdin:
            return None
        return self.caches.place(raw, whether=self._whether(raw))

    def _answer(self, opened: Opened) -> Answer:
        if opened.empty:
            return Answer(fault=opened.problem)
        if opened.posting is None:
            return Answer(code=LATE if opened.late else UNREADABLE, fault=opened.problem, line=opened.line)
        from jdlint.engine.judging import judged
        from jdlint.engine.timing import OutOfTimeError, at_most

        try:
            ruleset = self._rulesets.of(opened.settings, opened.path)
            with at_most(opened.settings.limits.seconds):
                return Answer(judged(opened.posting, ruleset, opened.settings, whether=self._whether(opened)), opened.posting.source)
        except OutOfTimeError as error:
            return Answer(code=LATE, fault=str(error))
        except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their results
            return Answer(code=CRASH, fault=fault(error))

    def _whether(self, file: Raw | Opened) -> bool:
        """Whether a file is passed over where it is no posting."""
        return not file.named or self.files.force_exclude

    def _result(self, file: Raw | Opened, found: Judged, source: Source) -> Result:
        """What a run says of a posting: what was found in it, less what is accepted, known or unchanged."""
        if found.passed_over:
            return Result(file.path, "passed-over", reason=found.passed_over, part=file.part)
        settings, skipped = file.settings, found.skipped
        together = self.together.findings(file.path, found.apart, source.row)
        said = tuple(sorted((*found.findings, *together), key=order)) if together else found.findings
        findings: Collection[Finding] = _unaccepted(said, file.path, settings)
        broken = any(f.code == CRASH for f in findings) or any(s.fatal for s in skipped)
        baselined: Collection[Finding] = ()
        if self.baselines is not None and self.baselines.of(settings) is not None:
            ran = self._rulesets.of(settings, file.path).by_code.keys() - unable(found.findings, skipped)
            further = file.part is not None and file.part.number > 0
            findings, baselined = self.baselines.part(file.path, findings, settings, ran, further=further)
        rating = None if any(s.reason.startswith(ENGLISH_ONLY) for s in skipped) else rate(findings)
        below = settings.min_score if rating and settings.min_score is not None and rating.points < settings.min_score else None
        if self.changes is not None and isinstance(file, Opened) and file.posting is not None:
            findings = self.changes.part(file.path, findings, file.posting)
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
            view=self._view(file, shown) if self.views and isinstance(file, Opened) else None,
            part=file.part,
        )

    def _view(self, opened: Opened, findings: tuple[Finding, ...]) -> View | None:
        """The posting to look at; None where it could not be read to its end."""
        if opened.posting is None or any(f.code == CRASH for f in findings):
            return None
        from jdlint.engine.view import view  # only a report that shows postings pays for it

        return view(opened.posting, findings, self._rulesets.of(opened.settings, opened.path).provided)


def processors() -> int:
    """How many processes can run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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


def _failed(file: Raw | Opened, answer: Answer) -> Result:
    """A file without a verdict: a line on standard error, and a finding for the tools that read only those.

    It breaks the run where it was named, took too long or the fault is ours; one met in a folder is an error like others.
    """
    from jdlint.engine.judging import failure

    found = failure(file.path, answer.code, answer.fault, answer.line or 1)
    row = file.part.row if file.part is not None else None
    broken = (file.named and row is None) or answer.code in {CRASH, LATE}  # a broken row is a finding in a table that can be read
    found = replace(found, row=row)
    failed = _fails(found, file.settings)
    return Result(file.path, "unreadable", (found,), reason=answer.fault, failed=failed, broken=broken, part=file.part)
