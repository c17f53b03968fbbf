"""One fixed posting with fixed results, which every report shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.engine.finding import Finding, Fix, FixEdit, Related
from jdlint.engine.result import Result, Skipped
from jdlint.engine.score import rate
from jdlint.text.source import Source
from jdlint.text.spans import Span

TEXT = """\
# Head chef and kitchen porter wanted

We want a salesman.\tPay: tba.
- 厨师长 wanted, naïve cafe\u0301 fan
- A line that goes on {dots}and says salesman at last and then goes on {dots}for ever
"""


def make(source: Source, code: str, words: str, severity: str = "warning", *, use: str = "", related: tuple[Related, ...] = ()) -> Finding:
    start = source.text.index(words) if words else min(2, len(source.text))
    end = start + len(words)
    (line, column), (end_line, end_column) = source.position(start), source.position(end)
    return Finding(
        code=code, name=f"name-of-{code.lower()}", severity=severity, confidence="high", message=f"about `{words}`", path=source.path,
        span=Span(start, end), line=line, column=column, end_line=end_line, end_column=end_column, match=words, section="other",
        fingerprint=f"f-{code}", url=f"https://example.org/{code}", fix=Fix((FixEdit(Span(start, end), use),), safe=True) if use else None,
        term="term" if use else "", related=related,
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.fixture
def source() -> Source:
    return Source("jobs/chef.md", TEXT.format(dots="and on " * 20))


@pytest.fixture
def finding(source: Source) -> Callable[..., Finding]:
    return lambda *args, **more: make(source, *args, **more)


@pytest.fixture
def results(source: Source) -> list[Result]:
    found = (
        make(source, "STR001", "", "error"),
        make(source, "INC102", "salesman", use="salesperson", related=(Related(5, 1, 5, 2, "A", "and here"),)),
        make(source, "PAY002", "tba", "info"),
        make(source, "LNG014", "wanted, naïve cafe\u0301", "info"),
    )
    unread = Source("old.md", "")
    return [
        Result(
            "jobs/chef.md",
            findings=found,
            rating=rate(found),
            skipped=(Skipped("LNG021", "needs LanguageTool"),),
            failed=True,
            source=source,
        ),
        Result("README.md", "passed-over", reason="no duties, no pay"),
        Result("jobs/good.md", rating=rate(()), source=Source("jobs/good.md", "# Cook\n")),
        Result("old.md", "unreadable", (make(unread, "LNT001", "", "error"),), reason="is no text", failed=True, broken=True),
    ]
