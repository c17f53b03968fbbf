"""Reports: a small file per output format, made from results alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from jdlint.hints import TYPE_CHECKING, cast
from jdlint.report.style import PLAIN, Style
from jdlint.text.record import dataclass

if TYPE_CHECKING:
    from jdlint.engine.finding import Finding
    from jdlint.engine.result import Result, Tally
    from jdlint.rules.load import RuleDoc

    Report = Callable[[Iterable[Result], Tally, "Look"], Iterator[str]]


def _undocumented(finding: Finding) -> RuleDoc | None:
    """No rule's documentation, where nobody says how to find it."""
    del finding
    return None


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look: its colours, what the options ask for, and where the rule behind a finding is documented."""

    style: Style = PLAIN
    quiet: bool = False
    statistics: bool = False
    score: bool = False
    document: Callable[[Finding], RuleDoc | None] = _undocumented


# Format -> module and function; imported when asked for. A report yields its text part by part, each with its line ends.
FORMATS = {
    "full": "jdlint.report.full:full",
    "concise": "jdlint.report.concise:concise",
    "json": "jdlint.report.json:report_json",
    "jsonl": "jdlint.report.jsonl:jsonl",
    "github": "jdlint.report.github:github",
    "gitlab": "jdlint.report.gitlab:gitlab",
    "sarif": "jdlint.report.sarif:sarif",
    "junit": "jdlint.report.junit:junit",
    "rdjson": "jdlint.report.rdjson:rdjson",
    "markdown": "jdlint.report.markdown:markdown",
    "html": "jdlint.report.html:html",
}
SHOWING = frozenset(("html",))  # formats that show the postings themselves, and so need the results' views


def report(name: str) -> Report:
    """The report of a format's name."""
    module, _, function = FORMATS[name].partition(":")
    return cast("Report", getattr(import_module(module), function))
