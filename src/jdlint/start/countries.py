"""What a posting says of pay and benefits in its country (`data/countries.yaml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from jdlint.hints import Any
from jdlint.rules.errors import nearest
from jdlint.text.record import dataclass

_FILE = Path(__file__).parent / "data" / "countries.yaml"
PERIODS = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month", "year": "a year"}


@dataclass(frozen=True, slots=True)
class Country:
    """A country's usage. `sign` stands before an amount; `period` is one of `PERIODS`; `after` follows the amounts.

    `resume` is what applicants send, `change` what is arranged for a disability; `leave`, `benefits` and `process` are lines
    with slots to fill in.
    """

    code: str
    name: str
    also: tuple[str, ...]
    sign: str
    period: str
    gross: bool
    after: str
    resume: str
    change: str
    leave: str
    benefits: tuple[str, ...]
    process: tuple[str, ...]

    def pay(self, low: str, high: str, period: str | None = None) -> str:
        """A range from one amount to another, as postings of the country write it."""
        parts = [f"{self.sign}{low} to {self.sign}{high} {PERIODS[period or self.period]}", "gross" if self.gross else "", self.after]
        return " ".join(p for p in parts if p)


def _country(code: str, row: dict[str, Any]) -> Country:
    return Country(
        code=code, name=row["name"], also=tuple(row.get("also", ())), sign=row["sign"], period=row["period"],
        gross=row.get("gross", False), after=row.get("after", ""), resume=row["resume"], change=row["change"], leave=row["leave"],
        benefits=tuple(row["benefits"]), process=tuple(row.get("process", ())),
    )  # fmt: skip


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    usual = rows.pop("default")
    return {code: _country(code, usual | row) for code, row in rows.items()}


def country(text: str) -> Country:
    """The country of a code or name. LookupError, with the nearest name, where there is none."""
    wanted = text.strip().casefold()
    names = {name.casefold(): c for c in countries().values() for name in (c.code, c.name, *c.also)}
    if wanted not in names:
        near = nearest(text.strip().title(), [c.name for c in countries().values()])
        raise LookupError(f'unknown country "{text}"{near} (known codes: {", ".join(countries())})')
    return names[wanted]
