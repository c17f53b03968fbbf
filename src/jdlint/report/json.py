"""The report for programs: one JSON object, by the contract `jdlint/1`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import jdlint
from jdlint.engine.finding import Finding, Fix
from jdlint.engine.result import Result, Tally
from jdlint.engine.score import Score
from jdlint.hints import Any
from jdlint.readers.parts import Part
from jdlint.report import Look
from jdlint.text.lazy import lazy
from jdlint.text.source import Source

SCHEMA = "jdlint/1"


def finding_data(finding: Finding, source: Source | None) -> dict[str, Any]:
    """A finding by the contract; `pointer`, `row` and `page` only where the file has no lines."""
    data: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "match": finding.match,
        "section": finding.section,
        "term": finding.term or None,
        "fix": _fix(finding.fix, source),
        "related": [
            {"line": r.line, "column": r.column, "end_line": r.end_line, "end_column": r.end_column, "text": r.text, "message": r.message}
            | ({"path": r.path} if r.path else {})
            for r in finding.related
        ],
        "fingerprint": finding.fingerprint,
        "url": finding.url,
    }
    places = {"pointer": finding.pointer, "row": finding.row, "page": finding.page}
    return data | {key: value for key, value in places.items() if value is not None}


def _fix(fix: Fix | None, source: Source | None) -> dict[str, Any] | None:
    if fix is None or source is None:
        return None
    edits = []
    for edit in fix.edits:
        line, column, end_line, end_column = source.corners(edit.span)
        edits.append({"line": line, "column": column, "end_line": end_line, "end_column": end_column, "text": edit.text})
    return {"safe": fix.safe, "edits": edits}


def report_json(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """The whole object, a line a file, in the order of the run; files passed over stand only in the summary."""
    del look
    yield f'{{"schema": {dump(SCHEMA)}, "version": {dump(jdlint.__version__)}, "files": ['
    comma = ""
    for result in results:
        if result.state != "passed-over":
            findings = [finding_data(f, result.source) for f in result.findings]
            yield f"{comma}\n{dump({'path': result.path, **part_data(result.part), **_score(result.rating), 'findings': findings})}"
            comma = ","
    summary = {
        "files": tally.files,
        "findings": tally.by_severity,
        "by_code": dict(sorted(tally.codes.items())),
        "passed_over": len(tally.passed_over),
        "passed_over_files": [{"path": r.path, "reason": r.reason} for r in tally.passed_over],
        "suppressed": tally.suppressed,
        "baselined": tally.baselined,
        "stale": tally.stale,
        "fixed": tally.fixed,
        "below_min_score": tally.below,
        "skipped": [{"code": s.code, "reason": s.reason, "files": n} for s, n in sorted(tally.skipped.items())],
        "exit": tally.exit_code,
    }
    yield f'\n], "summary": {dump(summary)}}}\n'


def part_data(part: Part | None) -> dict[str, Any]:
    """Which posting of its file a result is about."""
    if part is None:
        return {}
    return {"pointer": part.pointer} if part.row is None else {"row": part.row}


def _score(rating: Score | None) -> dict[str, Any]:
    if rating is None:
        return {"score": None, "grade": None, "score_parts": []}
    parts = [{"part": part.name, "points": part.points, "of": part.of} for part in rating.parts]
    return {"score": rating.points, "grade": rating.grade, "score_parts": parts}


_TRICKS = lazy(  # controls beyond ASCII, other line ends, directions of writing, and what is not seen at all
    "[\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


def dump(data: object, indent: int | None = None) -> str:
    """JSON text, in one line if no indent is given.

    What could trick a terminal that shows it is escaped. A path may hold bytes that are no text; then everything beyond ASCII is.
    """
    text = _TRICKS.sub(lambda sign: json.dumps(sign[0])[1:-1], json.dumps(data, ensure_ascii=False, indent=indent))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, indent=indent)
    return text
