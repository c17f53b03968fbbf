"""Annotations of GitHub Actions: a workflow command a finding, then the summary for the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import safe
from jdlint.report.place import placed, placed_sums
from jdlint.report.summary import closing, scored
from jdlint.report.text import one_line

_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}
MOST_SUMMARY = 1_000_000  # bytes: GitHub takes no job summary above 1 MiB


def github(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """`::error file=…,line=…::message`. The message names the place again, for the log shows nothing else."""
    for result in results:
        for finding in result.findings:
            yield _annotation(finding)
        if result.below is not None:
            path = safe(placed(result.path, in_repository=True))
            yield f"::error file={_property(path)},title=score::{_data(f'{path}: {scored(result)}')}\n"
    for line in closing(placed_sums(tally, in_repository=True), look):
        yield line.replace("##[", "## [")  # the old form of a command, known anywhere in a line


def _annotation(finding: Finding) -> str:
    path = safe(placed(finding.path, in_repository=True))
    fields = {"file": path, "line": max(1, finding.line), "endLine": max(1, finding.end_line)}
    if finding.line == finding.end_line:  # columns count within one line
        fields |= {"col": finding.column, "endColumn": finding.end_column}
    fields["title"] = f"{finding.code} {finding.name}"
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    place = f"{path}:{finding.line}:{finding.column}"
    return f"::{_COMMAND[finding.severity]} {shown}::{_data(f'{place}: {finding.code} {one_line(finding.message)}')}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(parts: Iterable[str], most: int = MOST_SUMMARY) -> str:
    """The parts of a Markdown report, as many as a job summary takes."""
    text: list[str] = []
    size = 0
    for part in parts:
        size += len(part.encode("utf-8", "replace"))
        if size > most:
            return "".join([*text, "\n\nThere is more than a job summary can hold; the log has it all.\n"])
        text.append(part)
    return "".join(text)
