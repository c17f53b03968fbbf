"""The reading grade of a posting, with the sentences that make it so."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.analysis.readability import Hard, Readability, at_most, close_above, readability, size
from jdlint.analysis.readability import reading_grade as reading_grade_of
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options, Severity

_LONG = 25  # words
_APART = 2  # grades between two sections that are worth telling
_NAMES = {
    "summary": "the summary",
    "company": "the part about the company",
    "equal_opportunity": "equal opportunity",
    "preferred": "what is nice to have",
    "process": "the hiring process",
    "application": "how to apply",
    "other": "the part without a known heading",
}


def reading_grade(posting: Posting, options: Options) -> Iterator[Hit]:
    """One hit where the text's grade reaches the option `note-from`; the hardest sentences are its related places.

    A grade that can't reach it is told from a guess, and from a closer one, so that textstat wakes only for the others.
    """
    count, words = size(posting)
    limit = options.number("note-from")
    if words < options.integer("min-words") or count < options.integer("min-sentences") or not _may_reach(posting, limit):
        return
    whole = reading_grade_of(posting)
    found = readability(posting) if whole is not None and whole >= limit else None  # its parts cost far more than the whole
    if found is None:
        return
    severity: Severity | None = "warning" if round(found.grade, 1) >= options.number("warn-from") else None
    related = tuple((hard.at, _why(hard)) for hard in found.hardest)
    apart = _apart(found)
    values = {"grade": f"{found.grade:.1f}", "words": round(words / count), **apart}
    yield Hit(None, values, variant="sections" if apart else "", severity=severity, related=related, term="reading-grade")


def _may_reach(posting: Posting, limit: float) -> bool:
    return all((bound := guess(posting)) is not None and bound >= limit for guess in (at_most, close_above))


def _apart(found: Readability) -> dict[str, str]:
    """The hardest and the easiest section with their grades, where they are far apart."""
    rows = sorted(found.sections, key=lambda row: row[1])
    if not rows or rows[-1][1] < found.grade or rows[-1][1] - rows[0][1] < _APART:
        return {}
    (easy, low), (hard, high) = rows[0], rows[-1]
    return {"hard": _NAMES.get(hard, hard), "high": f"{high:.1f}", "easy": _NAMES.get(easy, easy), "low": f"{low:.1f}"}


def _why(hard: Hard) -> str:
    """What makes a sentence hard."""
    reasons = [f"{hard.words} words"] if hard.words > _LONG or not hard.long_words else []
    if hard.long_words:
        reasons.append(f"long words: {', '.join(hard.long_words)}")
    return "; ".join(reasons)
