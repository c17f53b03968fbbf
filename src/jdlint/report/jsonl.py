"""One finding a line as JSON, for programs that read lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.json import dump, finding_data


def jsonl(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """The findings of the contract `jdlint/1`, each with its path."""
    del tally, look
    for result in results:
        for finding in result.findings:
            yield f"{dump({'path': finding.path} | finding_data(finding, result.source))}\n"
