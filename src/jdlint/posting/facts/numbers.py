"""Numbers as postings write them: digits, thousands marks and words."""

from __future__ import annotations

import re

from jdlint.text.lazy import lazy

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WORDS = {word: i for i, word in enumerate(_UNITS)} | _TENS

# A small count: "3", "2.5", "three", "five (5)", "3 (three)".
_ONE = r"(?:\d{1,3}(?:[.,]\d)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
COUNT = rf"(?:{_ONE}(?:\s?\(\s?{_ONE}\s?\))?)"
_FIRST = lazy(_ONE, re.IGNORECASE)

_GROUPED = lazy(r"\d{1,3}(?:[.,'’\s]\d{2,3})*[.,'’\s]\d{3}")
_MARKS = lazy(r"[.,'’\s]")
_DECIMAL_END = lazy(r"[.,](\d{1,2})$")


def count(text: str) -> float | None:
    """The value of a small count such as `5`, `five` or `five (5)`; None where there is none."""
    match = _FIRST.search(text)
    if match is None:
        return None
    word = match.group().casefold()
    return float(_WORDS[word]) if word in _WORDS else float(word.replace(",", "."))


def amount(text: str) -> float | None:
    """The value of a number with thousands marks of any country: `42,500.50`, `3.200`, `90'000`, `1 200`, `8,00,000`."""
    digits = text.strip()
    cents = ""
    tail = _DECIMAL_END.search(digits)
    if tail:
        digits, cents = digits[: tail.start()], tail.group(1)
    whole = _MARKS.sub("", digits)
    if not whole.isdigit():
        return None
    if _GROUPED.fullmatch(digits) is None and len(whole) != len(digits):
        return None
    return float(f"{whole}.{cents}" if cents else whole)
