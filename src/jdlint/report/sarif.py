"""SARIF 2.1.0, for code scanning and for viewers of findings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from urllib.parse import quote

import jdlint
from jdlint.engine.edits import place
from jdlint.engine.finding import Finding, Fix, Related
from jdlint.engine.result import EXIT_ERROR, Result, Tally
from jdlint.hints import Any
from jdlint.report import Look
from jdlint.report.json import dump
from jdlint.report.place import placed
from jdlint.report.sarif_rules import LEVEL, descriptor
from jdlint.report.text import one_line
from jdlint.rules.model import SITE
from jdlint.text.lazy import lazy
from jdlint.text.source import Source

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_FINGERPRINT = "jdlint/v1"
_PLACEHOLDER = lazy(r"\{(\d+)\}")
_NO_BYTE = lazy("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that stand for no byte of a file's name
_LINK = lazy(r"\](?=\()")

Data = dict[str, Any]


def sarif(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """One log with one run: the rules that found something, what they found, and what could not be done."""
    files = list(results)
    rules: dict[str, Data] = {}
    index: dict[str, int] = {}
    found = []
    for result in files:
        for finding in result.findings:
            if finding.code not in rules:
                index[finding.code] = len(rules)
                rules[finding.code] = descriptor(finding, look.document(finding))
            found.append(_result(finding, index[finding.code], result.source))
    driver = {
        "name": "jdlint",
        "version": jdlint.__version__,
        "semanticVersion": jdlint.__version__,
        "informationUri": SITE,
        "rules": list(rules.values()),
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The top of the repository, or the folder that jdlint ran in."}}},
        "invocations": [_invocation(files, tally)],
        "results": found,
    }
    yield dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _invocation(files: list[Result], tally: Tally) -> Data:
    unread = [(r, r.findings[0] if r.findings else None) for r in files if r.state == "unreadable"]
    return {
        "executionSuccessful": tally.exit_code != EXIT_ERROR,
        "exitCode": tally.exit_code,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": _message(r.reason),
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(r.path)}}],
                **({"descriptor": {"id": finding.code}} if finding else {}),
            }
            for r, finding in unread
        ],
        "toolConfigurationNotifications": [
            {"level": "warning", "message": _message(f"Skipped {s.code}: {s.reason}"), "associatedRule": {"id": s.code}}
            for s in sorted(tally.skipped)
        ],
    }


def _result(finding: Finding, index: int, source: Source | None) -> Data:
    more = {"confidence": finding.confidence, "section": finding.section, "term": finding.term or None}
    places = {"match": one_line(finding.match) or None, "row": finding.row, "page": finding.page}
    data: Data = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVEL[finding.severity],
        "message": _message(finding.message),
        "locations": [_location(finding, finding.path, source) | _logical(finding, source)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {name: value for name, value in (more | places).items() if value is not None},
    }
    if finding.fix is not None and source is not None:
        data["fixes"] = [_fix(finding.fix, finding.path, source)]
    if finding.related:
        related = enumerate(finding.related, 1)
        data["relatedLocations"] = [
            {"id": n, "message": _message(r.message)} | _location(r, r.path or finding.path, None if r.path else source) for n, r in related
        ]
    return data


def _location(place: Finding | Related, path: str, source: Source | None) -> Data:
    """A place in a file; in a document, which has no lines that a viewer could show, the file as a whole."""
    region = _region(place.line, place.column, place.end_line, place.end_column)
    lines = place.line and not (source and source.extracted)
    return {"physicalLocation": {"artifactLocation": _artifact(path), **({"region": region} if lines else {})}}


def _logical(finding: Finding, source: Source | None) -> Data:
    """Where in a record: the JSON pointer of the value. Where in a document: the page, and the line of its text."""
    if source is not None and source.extracted and finding.pointer is None:
        page = "" if finding.page is None else f"page {finding.page}, "
        return {"logicalLocations": [{"fullyQualifiedName": f"{page}line {finding.line}"}]}
    return {} if finding.pointer is None else {"logicalLocations": [{"fullyQualifiedName": finding.pointer, "kind": "value"}]}


def _region(line: int, column: int, end_line: int, end_column: int) -> Data:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> Data:
    """A path as an address: a relative one belongs to the base, save for one that leads out of it."""
    shown = placed(path, in_repository=True)
    if PurePath(shown).is_absolute():
        return {"uri": PurePath(shown).as_uri()}
    uri = quote(os.fsencode(_NO_BYTE.sub("\ufffd", shown)))
    return {"uri": uri} if uri.startswith("../") else {"uri": uri, "uriBaseId": _BASE}


def _fix(fix: Fix, path: str, source: Source) -> Data:
    replacements = [
        {"deletedRegion": _region(*source.corners(e.span)), "insertedContent": {"text": e.text}} for e in sorted(fix.edits, key=place)
    ]
    told = "Safe: the meaning stays." if fix.safe else "Read it before you take it: the meaning may change."
    return {
        "description": {"text": told},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _message(text: str) -> Data:
    """A message of plain text: what SARIF would read in it as a placeholder or a link is written so that it is none."""
    plain = _PLACEHOLDER.sub(r"{{\1}}", one_line(text))
    return {"text": _LINK.sub(_unlinked, plain)}


def _unlinked(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
