"""One line a finding, for editors and scripts that read lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import safe
from jdlint.report.summary import closing, score_line


def concise(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """`path:line:column: severity CODE name: message`, then the summary."""
    for result in results:
        for finding in result.findings if result.state == "linted" else ():  # what can't be read is told on standard error
            place = look.style.paint(f"{safe(finding.path)}:{finding.line}:{finding.column}", "bold")
            severity = look.style.severity(finding.severity, finding.severity)
            yield f"{place}: {severity} {finding.code} {finding.name}: {safe(finding.message)}\n"
        yield from score_line(result, look)
    yield from closing(tally, look)
