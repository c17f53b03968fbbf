"""A table a file in Markdown, for job summaries, wikis and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.report import Look
from jdlint.report.frame import safe
from jdlint.report.place import placed, placed_sums
from jdlint.report.summary import scored, summary
from jdlint.report.text import quoting
from jdlint.text.lazy import lazy

_MARKUP = lazy(r"[&<>|\\`*_~\[\]#$@]|(?<=[Ww]{3})\.|:(?=/)")  # what may be markup, and what makes a link of an address


def markdown(results: Iterable[Result], tally: Tally, look: Look) -> Iterator[str]:
    """The sums, then a table for each file that has findings."""
    files = [result for result in results if result.findings or result.below is not None]
    yield "## Job postings\n\n"
    for line in summary(placed_sums(tally), Look(statistics=look.statistics)):
        yield f"{escaped(line.strip())}\n\n"
    if look.statistics and tally.codes:
        yield from _statistics(tally)
    for result in files:
        yield f"### {code(placed(result.path))}\n\n"
        if result.rating is not None:
            yield f"{escaped(scored(result).replace('score', 'Score', 1))}\n\n"
        if result.findings:
            yield "| Place | Severity | Rule | Finding |\n| ---: | --- | --- | --- |\n"
        for finding in result.findings:
            yield f"| {finding.line}:{finding.column} | {finding.severity} | {_rule(finding)} | {_message(finding)} |\n"
        yield "\n"


def _statistics(tally: Tally) -> Iterator[str]:
    yield "| Findings | Rule |\n| ---: | --- |\n"
    for name, number in sorted(tally.codes.items(), key=lambda row: (-row[1], row[0])):
        yield f"| {number} | {escaped(f'{name} {tally.names[name]}')} |\n"
    yield "\n"


def _rule(finding: Finding) -> str:
    name = escaped(f"{finding.code} {finding.name}")
    return f"[{name}]({finding.url})" if finding.url else name


def _message(finding: Finding) -> str:
    """The message, what it quotes between backticks as code."""
    return "".join(code(part) if quoted else escaped(part) for part, quoted in quoting(finding.message))


def code(text: str) -> str:
    """The text as code. Markdown's own way would end at a backtick in the text."""
    return f"<code>{escaped(safe(text))}</code>"


def escaped(text: str) -> str:
    """The text with every sign that Markdown or HTML could take for markup as a character reference."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", text)
