"""JUnit XML: a suite a file, a failed test a finding, one passed test for a file without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import safe
from jdlint.report.place import placed
from jdlint.report.text import one_line
from jdlint.text.lazy import lazy

_NO_XML = lazy("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """A test a finding; what could not be read is an error, everything else a failure."""
    del tally, look
    suites = [r for r in results if r.state != "passed-over"]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="jdlint" {_counts(suites)}>\n'
    for result in suites:
        path = safe(placed(result.path))
        yield f"  <testsuite name={_quoted(path)} {_counts([result])}>\n"
        for finding in result.findings:
            yield from _failed(finding, path, "failure" if result.state == "linted" else "error")
        if not result.findings:
            yield f'    <testcase name="no findings" classname={_quoted(path)} file={_quoted(path)}/>\n'
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counts(suites: list[Result]) -> str:
    failures = sum(len(r.findings) for r in suites if r.state == "linted")
    errors = sum(len(r.findings) for r in suites if r.state != "linted")
    tests = failures + errors + sum(not r.findings for r in suites)
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="0"'


def _failed(finding: Finding, path: str, outcome: str) -> Iterator[str]:
    place = f"{finding.line}:{finding.column}"
    message = one_line(finding.message)
    name = _quoted(f"{finding.code} {finding.name} ({place})")
    yield f'    <testcase name={name} classname={_quoted(path)} file={_quoted(path)} line="{finding.line}">\n'
    told = f"{path}:{place}: {finding.severity} {finding.code} {finding.name}: {message}\n{finding.url}"
    yield f'      <{outcome} type="{finding.severity}" message={_quoted(message)}>{escape(_valid(told))}</{outcome}>\n'
    yield "    </testcase>\n"


def _quoted(text: str) -> str:
    return quoteattr(_valid(text))


def _valid(text: str) -> str:
    """The text without characters that XML 1.0 knows no way to write."""
    return _NO_XML.sub("\ufffd", text)
