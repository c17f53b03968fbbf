"""The report for people: every finding with the words it is about, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.engine.edits import rewritten
from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import frame, safe
from jdlint.report.groups import alike
from jdlint.report.style import Style
from jdlint.report.summary import closing, score_line
from jdlint.text.source import Source

_PLACES = 10  # of a repeated phrase


def full(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """Findings file by file, each repeated phrase once with its further places, then the summary. Each rule's help is named once."""
    told: set[str] = set()
    for result in results:
        findings = result.findings if result.state == "linted" else ()  # what can't be read is told on standard error
        for finding, *again in ([findings[n] for n in group] for group in alike(findings)):
            lines = list(_finding(finding, result.source, look.style))
            if again:
                lines.append(f"  {look.style.paint('also at', 'cyan')} {_places(again)}")
            if finding.code not in told:
                lines.append(f"  {look.style.paint(f'help: jdlint rule {finding.code}', 'dim')}")
                told.add(finding.code)
            yield "\n".join([*lines, "", ""])
        for line in score_line(result, look):
            yield f"{line}\n"
    yield from closing(tally, look)


def _places(findings: Sequence[Finding]) -> str:
    shown = ", ".join(f"{f.line}:{f.column}" for f in findings[:_PLACES])
    return f"{shown} and {len(findings) - _PLACES} more" if len(findings) > _PLACES else shown


def _finding(finding: Finding, source: Source | None, style: Style) -> Iterator[str]:
    place = style.file(style.paint(f"{safe(finding.path)}:{finding.line}:{finding.column}", "bold"), finding.path)
    code = style.link(style.paint(finding.code, "bold"), finding.url)
    page = "" if finding.page is None else f" (page {finding.page})"
    yield f"{place}{page}: {style.severity(finding.severity, finding.severity)} {code} {finding.name}"
    yield f"  {safe(finding.message)}"
    if source is not None and finding.match:  # what is absent has no words to show
        yield from frame(source, finding, style)
    written = rewritten(finding, source) if source is not None else None
    if written:
        yield f"  {style.paint('write instead:', 'green')} {safe(written)}"
    for related in finding.related:
        where = f"see {safe(related.path)}:{related.line}:" if related.path else f"see line {related.line}:"
        yield f"  {style.paint(where, 'cyan')} {safe(related.message)}"
