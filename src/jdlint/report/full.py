"""The report for people: every finding with the words it is about, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import frame, safe
from jdlint.report.style import Style
from jdlint.report.summary import statistics, summary
from jdlint.text.source import Source


def full(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """Findings file by file, then the summary. Each rule's help is named once."""
    told: set[str] = set()
    for result in results:
        for finding in result.findings if result.state == "linted" else ():  # what can't be read is told on standard error
            lines = list(_finding(finding, result.source, look.style))
            if finding.code not in told:
                lines.append(f"  {look.style.paint(f'help: jdlint rule {finding.code}', 'dim')}")
                told.add(finding.code)
            yield "\n".join([*lines, "", ""])
    if look.statistics:
        yield from statistics(tally, look)
    if not look.quiet:
        yield from summary(tally, look)


def _finding(finding: Finding, source: Source | None, style: Style) -> Iterator[str]:
    place = style.paint(f"{safe(finding.path)}:{finding.line}:{finding.column}", "bold")
    yield f"{place}: {style.severity(finding.severity, finding.severity)} {style.paint(finding.code, 'bold')} {finding.name}"
    yield f"  {safe(finding.message)}"
    if source is not None and finding.match:  # what is absent has no words to show
        yield from frame(source, finding, style)
    written = _written(finding, source)
    if written is not None:
        yield f"  {style.paint('write instead:', 'green')} {safe(written)}"
    for related in finding.related:
        yield f"  {style.paint(f'see line {related.line}:', 'cyan')} {safe(related.message)}"


def _written(finding: Finding, source: Source | None) -> str | None:
    """The marked text as the fix would leave it; None where there is no fix or it edits elsewhere."""
    if finding.fix is None or source is None:
        return None
    start, end = finding.span
    edits = sorted(finding.fix.edits, key=lambda edit: edit.span)
    if not edits or edits[0].span.start < start or max(e.span.end for e in edits) > end:
        return None
    parts, at = [], start
    for edit in edits:
        parts += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return " ".join("".join([*parts, source.text[at:end]]).split()) or None
