"""The closing lines of the reports for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.engine.result import Result, Tally
from jdlint.engine.score import MOST
from jdlint.report import Look
from jdlint.report.frame import safe

_NOUN = {"error": "error", "warning": "warning", "info": "note"}
_IS = {False: "is no posting", True: "are no postings"}
_NAMED = 3


def plural(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def statistics(tally: Tally, look: Look) -> Iterator[str]:
    """Findings counted by rule, the most frequent first."""
    if not tally.codes:
        return
    rows = sorted(tally.codes.items(), key=lambda row: (-row[1], row[0]))
    size = len(str(rows[0][1]))
    for code, number in rows:
        yield f"{number:>{size}}  {look.style.paint(code, 'bold')}  {tally.names[code]}\n"
    yield "\n"


def closing(tally: Tally, look: Look) -> Iterator[str]:
    """What stands at the end of a report for people, as far as it is asked for."""
    if look.statistics:
        yield from statistics(tally, look)
    if not look.quiet:
        yield from summary(tally, look)


def summary(tally: Tally, look: Look) -> Iterator[str]:
    """One line on the findings, one on each thing that was left out."""
    counts = tally.by_severity
    counts["error"] -= len(tally.unreadable)  # they have lines of their own on standard error
    total = sum(counts.values())
    checked = f"in {plural(tally.files, 'posting')}"
    if total:
        parts = [look.style.severity(plural(n, _NOUN[s]), s) if n else plural(n, _NOUN[s]) for s, n in counts.items()]
        yield f"{plural(total, 'finding')} {checked}: {', '.join(parts)}.\n"
    elif tally.files:
        yield f"{look.style.paint('No findings', 'green')} {checked}.\n"
    yield from _scores(tally, look)
    yield from _fixable(tally)
    if tally.suppressed:
        yield f"Hidden by comments in the postings: {plural(tally.suppressed, 'finding')}.\n"
    if tally.baselined:
        yield f"Hidden by the baseline: {plural(tally.baselined, 'finding')}.\n"
    if tally.stale:
        yield f"No longer found, though in the baseline: {plural(tally.stale, 'finding')} (`jdlint baseline prune` drops them).\n"
    if tally.unreadable:
        yield f"{look.style.paint('Not checked', 'red')}: {plural(len(tally.unreadable), 'file')} that could not be read.\n"
    over = [r for r in tally.passed_over if not r.lacking]
    if over:
        yield f"Passed over {plural(len(over), 'file')} that {_IS[len(over) > 1]}: {_paths(over)}.\n"
    lacking = [r for r in tally.passed_over if r.lacking]
    if lacking:
        each = "each" if len(lacking) > 1 else "it"
        yield f"{look.style.paint('Not checked', 'red')}: {_paths(lacking)}; {each} {safe(lacking[0].reason)}\n"
    for reason, codes in _by_reason(tally).items():
        rules = ", ".join(codes) if len(codes) <= _NAMED else f"{len(codes)} rules"
        yield f"Skipped {rules}: {safe(reason)}.\n"


def _paths(results: Sequence[Result]) -> str:
    more = f" and {len(results) - _NAMED} more" if len(results) > _NAMED else ""
    return f"{', '.join(safe(r.path) for r in results[:_NAMED])}{more}"


def scored(result: Result) -> str:
    """A posting's score with its parts, in one line; "" for one that has none."""
    rating = result.rating
    if rating is None:
        return ""
    below = "" if result.below is None else f", below the minimum of {result.below}"
    parts = ", ".join(f"{part.title.lower()} {part.points}/{part.of}" for part in rating.parts)
    return f"score {rating.points} of {MOST} ({rating.grade}){below}: {parts}"


def score_line(result: Result, look: Look) -> Iterator[str]:
    """The score where it is asked for, or is what makes the run fail."""
    if result.rating is not None and (look.score or result.below is not None):
        yield f"{look.style.paint(safe(result.path), 'bold')}: {scored(result)}\n"


def _scores(tally: Tally, look: Look) -> Iterator[str]:
    if look.score and len(tally.scores) > 1:
        average = round(sum(tally.scores) / len(tally.scores))
        yield f"Scores from {min(tally.scores)} to {max(tally.scores)} of {MOST}, {average} on average.\n"
    if tally.below:
        yield f"{look.style.paint('Below the minimum score', 'red')}: {plural(tally.below, 'posting')}.\n"


def _fixable(tally: Tally) -> Iterator[str]:
    """What could be mended without a person."""
    safe_ones, unsafe = tally.fixable[True], tally.fixable[False]
    if safe_ones:
        more = f", {unsafe} more with --unsafe-fixes" if unsafe else ""
        yield f"{plural(safe_ones, 'finding')} can be fixed with --fix{more}.\n"
    elif unsafe:
        yield f"{plural(unsafe, 'finding')} can be fixed with --fix --unsafe-fixes, which may change the meaning.\n"


def _by_reason(tally: Tally) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for skipped in sorted(tally.skipped):
        found.setdefault(skipped.reason, []).append(skipped.code)
    return found
