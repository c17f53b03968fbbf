"""GitLab's Code Quality report, shown in merge requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import safe
from jdlint.report.json import dump
from jdlint.report.place import placed
from jdlint.report.text import one_line

_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """A list of findings, a line each."""
    del tally, look
    yield "["
    comma = ""
    for result in results:
        for finding in result.findings:
            yield f"{comma}\n{dump(_issue(finding))}"
            comma = ","
    yield "\n]\n"


def _issue(finding: Finding) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": f"{finding.code} {finding.name}: {one_line(finding.message)}",
        "categories": ["Clarity"],
        "severity": _SEVERITY[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": safe(placed(finding.path, in_repository=True)),
            "lines": {"begin": max(1, finding.line), "end": max(1, finding.end_line)},
        },
    }
