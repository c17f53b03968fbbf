"""What a run tells about each file, and the sums over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jdlint.engine.finding import Finding
from jdlint.engine.score import Score
from jdlint.hints import TYPE_CHECKING, Literal
from jdlint.rules.model import SEVERITIES
from jdlint.text.record import NamedTuple, dataclass, field

if TYPE_CHECKING:
    from jdlint.engine.view import View
    from jdlint.readers.parts import Part
    from jdlint.text.source import Source

EXIT_CLEAN, EXIT_FINDINGS, EXIT_ERROR = 0, 1, 2
ENGLISH_ONLY = "reads English only"  # how the reason begins for which a rule leaves out a posting in another language


class Skipped(NamedTuple):
    """A rule that could not run, and why. `fatal`: it needs what the settings ask for and is not to be had."""

    code: str
    reason: str
    fatal: bool = False


class Judged(NamedTuple):
    """What rules found in a posting, what its own comments hide, and the rules that could not run; or why it was passed over.

    `apart` is what other postings of the run may make findings of.
    """

    findings: tuple[Finding, ...] = ()
    hidden: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    passed_over: str = ""
    apart: tuple[Finding, ...] = ()


class Fixed(NamedTuple):
    """A finding that was mended, and the text that it was found in."""

    finding: Finding
    source: Source


@dataclass(frozen=True, slots=True)
class Result:
    """One file's outcome.

    `state` is "linted"; "passed-over" for a text that is no posting, met while searching a folder; "unreadable" for one that
    is missing or can't be read. `reason` says why it was not linted. `failed`: a finding reaches the settings' `fail-on`.
    `broken`: the outcome makes the whole run exit with 2 (a named input that can't be read, a rule that
    crashed, or one that lacks what the settings ask for).
    `suppressed` are the findings that the posting's own comments hide, `baselined` those that the baseline
    hides, `fixed` those that were mended. `rating` explains the `score`; `below` is the `min-score` that it does not reach.
    `lacking`: passed over because a package is not installed.
    `view` is the posting as a reader sees it, where a report that shows it is asked for (`Linter.views`).
    """

    path: str
    state: Literal["linted", "passed-over", "unreadable"] = "linted"
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    reason: str = ""
    failed: bool = False
    broken: bool = False
    source: Source | None = None
    rating: Score | None = None
    suppressed: tuple[Finding, ...] = ()
    fixed: tuple[Fixed, ...] = ()
    baselined: tuple[Finding, ...] = ()
    below: int | None = None
    view: View | None = None
    lacking: bool = False
    part: Part | None = None  # of a file that holds many postings, which of them it is

    @property
    def score(self) -> int | None:
        """From 0 to 100; None where the posting could not be judged as a whole."""
        return None if self.rating is None else self.rating.points


@dataclass(slots=True)
class Tally:
    """The sums of a run, complete once all results went through `count`."""

    exit_zero: bool = False
    files: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    passed_over: list[Result] = field(default_factory=list)
    unreadable: list[Result] = field(default_factory=list)
    skipped: dict[Skipped, int] = field(default_factory=dict)
    failed: bool = False
    broken: bool = False
    suppressed: int = 0
    baselined: int = 0
    stale: int = 0  # entries of the baseline that are found no more
    fixed: int = 0
    scores: list[int] = field(default_factory=list)
    below: int = 0  # postings that do not reach the settings' `min-score`
    fixable: Counter[bool] = field(default_factory=Counter)  # findings with a fix, by whether it is safe

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Pass the results on, adding each up."""
        for result in results:
            self._add(result)
            yield result

    def _add(self, result: Result) -> None:
        self.failed |= result.failed or result.below is not None
        self.below += result.below is not None
        if result.score is not None:
            self.scores.append(result.score)
        self.broken |= result.broken
        self.suppressed += len(result.suppressed)
        self.baselined += len(result.baselined)
        self.fixed += len(result.fixed)
        if result.state == "linted":
            self.files += 1
        else:
            (self.passed_over if result.state == "passed-over" else self.unreadable).append(result)
        for finding in result.findings:
            self.severities[finding.severity] += 1
            self.codes[finding.code] += 1
            self.names[finding.code] = finding.name
            if finding.fix is not None:
                self.fixable[finding.fix.safe] += 1
        for skipped in result.skipped:
            self.skipped[skipped] = self.skipped.get(skipped, 0) + 1

    @property
    def by_severity(self) -> dict[str, int]:
        """The number of findings by severity, gravest first, zeros included."""
        return {severity: self.severities[severity] for severity in SEVERITIES}

    @property
    def exit_code(self) -> int:
        """What the run exits with."""
        if self.broken:
            return EXIT_ERROR
        return EXIT_FINDINGS if self.failed and not self.exit_zero else EXIT_CLEAN
