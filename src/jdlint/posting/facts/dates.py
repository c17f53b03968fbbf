"""Dates in written and numeric forms."""

from __future__ import annotations

import re
from datetime import date

from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

_ISO = lazy(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d/])")
_DAY_FIRST = lazy(rf"(?<![\d.,/-]){_DAY}(?:\s+of)?[\s-]+(?P<month>{MONTH})(?:,?[\s-]+{_YEAR})?", re.IGNORECASE)
_MONTH_FIRST = lazy(rf"\b(?P<month>{MONTH})\s+{_DAY}(?![\d:%])(?:,?\s+{_YEAR})?", re.IGNORECASE)
_MONTH_YEAR = lazy(rf"\b(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_NUMERIC = lazy(r"(?<![\d./-])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)")


_CENTURY, _MONTHS_A_YEAR, _DAYS_A_MONTH = 100, 12, 31


_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spelled(day: date) -> str:
    """A day as English writes it, whatever the language of the system: `31 March 2026`."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"


class DateSpan(NamedTuple):
    """A date in a text: its range, its ISO form (None where a part can't be told), and whether day and month could be swapped."""

    start: int
    end: int
    iso: str | None
    ambiguous: bool


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _numeric(match: re.Match[str], day_first: bool | None) -> DateSpan | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if year < _CENTURY:
        if match["mark"] == "-":
            return None
        year += 2000
    if not (1 <= min(a, b) <= _MONTHS_A_YEAR and max(a, b) <= _DAYS_A_MONTH):
        return None
    if match["mark"] == "." and day_first is None:
        day_first = True  # nobody writes the month first with full stops
    ambiguous = max(a, b) <= _MONTHS_A_YEAR and a != b and day_first is None
    month_first = b > _MONTHS_A_YEAR or (a <= _MONTHS_A_YEAR and not day_first)
    month, day = (a, b) if month_first else (b, a)
    return DateSpan(match.start(), match.end(), None if ambiguous else _iso(year, month, day), ambiguous)


def _written(match: re.Match[str]) -> DateSpan | None:
    month, day = _MONTHS[match["month"].rstrip(".").casefold()], int(match["day"])
    if _iso(2000, month, day) is None:
        return None
    if match["year"]:
        return DateSpan(match.start(), match.end(), _iso(int(match["year"]), month, day), ambiguous=False)
    return DateSpan(match.start(), match.start() + len(match.group().rstrip(".")), None, ambiguous=False)


def _is_verb(match: re.Match[str]) -> bool:
    """Whether the month's name is a word of the sentence: "may 5 people", "march 10"."""
    return match["month"].islower() and match["month"] in ("may", "march", "mar", "sep", "dec") and not match.groupdict().get("year")


def parse_dates(text: str, day_first: bool | None = None) -> list[DateSpan]:
    """The dates in a text in order. `day_first` is the country's way with `06/03/2026`; None leaves such a date ambiguous."""
    found: list[DateSpan] = []
    if not any(c.isdigit() for c in text):
        return found
    taken = bytearray(len(text))

    def keep(span: DateSpan | None) -> None:
        if span is not None and not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            found.append(span)

    for match in _ISO.finditer(text):
        iso = _iso(int(match["year"]), int(match["month"]), int(match["day"]))
        keep(DateSpan(match.start(), match.end(), iso, ambiguous=False) if iso else None)
    for match in _NUMERIC.finditer(text):
        keep(_numeric(match, day_first))
    # With a year first: in "3 June 2026" the day belongs before the month, in "June 3, 2026" after it.
    written = [m for pattern in (_DAY_FIRST, _MONTH_FIRST) for m in pattern.finditer(text) if not _is_verb(m)]
    for match in sorted(written, key=lambda m: (m["year"] is None, m.start())):
        keep(_written(match))
    for match in _MONTH_YEAR.finditer(text):
        keep(DateSpan(match.start(), match.end(), None, ambiguous=False))
    return sorted(found)
