"""The Reviewdog Diagnostic Format, from which reviewdog writes review comments and suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.edits import apply, place
from jdlint.engine.finding import Finding, Fix, Related
from jdlint.engine.result import Result, Tally
from jdlint.hints import Any
from jdlint.report import Look
from jdlint.report.frame import safe
from jdlint.report.json import dump
from jdlint.report.place import placed
from jdlint.report.text import one_line
from jdlint.rules.model import SITE
from jdlint.text.source import Source

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def rdjson(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """One `DiagnosticResult`, a line a finding."""
    del tally, look
    yield f'{{"source": {dump({"name": "jdlint", "url": SITE})}, "diagnostics": ['
    comma = ""
    for result in results:
        for finding in result.findings:
            yield f"{comma}\n{dump(_diagnostic(finding, result.source))}"
            comma = ","
    yield "\n]}\n"


def _diagnostic(finding: Finding, source: Source | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "message": one_line(finding.message),
        "location": _location(finding.path, finding, source),
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.code, "url": finding.url},
    }
    if finding.fix is not None and source is not None:
        data["suggestions"] = [_suggestion(finding.fix, source)]
    if finding.related:
        data["relatedLocations"] = [
            {"message": one_line(r.message), "location": _location(r.path or finding.path, r, None if r.path else source)}
            for r in finding.related
        ]
    return data


def _suggestion(fix: Fix, source: Source) -> dict[str, Any]:
    """The fix as one edit, from its first place to its last: the format knows no more."""
    edits = sorted(fix.edits, key=place)
    first, last = edits[0].span.start, edits[-1].span.end
    start, end = _position(*source.position(first), source), _position(*source.position(last), source)
    return {"range": {"start": start, "end": end}, "text": apply(source.text[:last], edits)[first:]}


def _location(path: str, at: Finding | Related, source: Source | None) -> dict[str, Any]:
    start, end = _position(at.line, at.column, source), _position(at.end_line, at.end_column, source)
    return {"path": safe(placed(path)), "range": {"start": start, "end": end}}


def _position(line: int, column: int, source: Source | None) -> dict[str, int]:
    """The format counts columns in bytes of UTF-8."""
    before = source.line_text(line)[: column - 1] if source is not None else ""
    return {"line": max(1, line), "column": len(before.encode("utf-8", "surrogatepass")) + 1}
