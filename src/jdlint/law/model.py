"""What a jurisdiction, its laws and the phrases that they bar are. `law.store` fills these from rules/jurisdictions/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jdlint.hints import Literal
from jdlint.posting.model import Excerpt
from jdlint.rules.model import Severity
from jdlint.text.record import NamedTuple

Ask = Literal[
    "pay", "benefits", "other-compensation", "deadline", "vacancy-status", "ai-disclosure", "ai-notice", "neutral-title",
]  # fmt: skip
# What a law says of one end of a range: a regulator names it as wrong, or the law's words leave no room for it, or it is unclear
# whether they do, or nothing is said, or one end is enough.
OpenEnded = Literal["named", "definition", "unclear", "unstated", "allowed"]
Standing = Literal["in force", "coming", "draft", "ended"]


class Width(NamedTuple):
    """How wide a range may be: `most` in `currency` a year, save where its top passes `free_above`, or a share of the minimum."""

    most: float | None = None
    currency: str | None = None
    free_above: float | None = None
    ratio: float | None = None


class Bar(NamedTuple):
    """Words that a law bars. `says` is what it bars, `code` the rule that reports it, `use` what to write instead."""

    id: str
    says: str
    severity: Severity
    pattern: str
    anchors: tuple[str, ...]
    use: tuple[str, ...]
    code: str = "LAW010"
    unless_sentence: tuple[str, ...] = ()
    unless_trade: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    ok: tuple[str, ...] = ()


class Source(NamedTuple):
    """Where a statement comes from; `seen`: its text was read."""

    title: str
    url: str
    seen: bool = True


class Law(NamedTuple):
    """One law as it holds for a span of time; a law that changed stands here once for each version.

    `start` and `end` are the first and the last day. It binds employers of `employees` people or more, `counted` says where.
    `remote`: work that may be done from anywhere in the country can fall under it. `or_else` is another way to tell the pay.
    """

    name: str
    cite: str
    start: date
    end: date | None = None
    draft: bool = False
    confidence: Literal["high", "medium", "low"] = "high"
    employees: int = 1
    counted: str = ""
    remote: bool = True
    asks: Mapping[Ask, Severity] = {}
    or_else: str = ""
    open_ended: OpenEnded = "unstated"
    link: bool = False
    width: Width | None = None
    exempt: tuple[str, ...] = ()
    pay_history: bool = False
    bars: tuple[Bar, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()

    def standing(self, day: date) -> Standing:
        """How the law stands on a day."""
        if self.end is not None and self.end < day:
            return "ended"
        if self.draft:
            return "draft"
        return "coming" if day < self.start else "in force"

    def binds(self, employees: int | None) -> bool | None:
        """Whether it binds an employer of so many people; None where the number isn't known and decides it."""
        if self.employees <= 1:
            return True
        return None if employees is None else employees >= self.employees


class Jurisdiction(NamedTuple):
    """A place with its laws. `id` is such as `us-co` or `us-ny-nyc`; `within` the larger one around it."""

    id: str
    name: str
    checked_on: date
    laws: tuple[Law, ...]
    within: str = ""
    notes: tuple[str, ...] = ()


class Entry(NamedTuple):
    """What tells whether a jurisdiction is meant, without its laws: names are folded."""

    id: str
    name: str
    countries: tuple[str, ...]
    region: str = ""
    cities: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    within: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether it is a city's or a county's."""
        return bool(self.cities or self.counties)


class Applied(NamedTuple):
    """A law that holds for a posting, or will.

    `sure`: the posting names the place; otherwise it only follows, as a state does from "remote in the US". `at` are the words
    behind it, None where the settings name the jurisdiction.
    """

    jurisdiction: Jurisdiction
    law: Law
    standing: Standing
    sure: bool
    at: Excerpt | None = None
