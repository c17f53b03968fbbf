"""A posting as schema.org's JobPosting: what it says, in the form that search engines read, and a word on what it lacks.

Nothing is made up: what the posting, the settings and the options don't say is left out, or told as lacking where Google requires it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from html import escape
from itertools import groupby

from jdlint.checks.application import is_live
from jdlint.checks.pay import out_of_bounds, own_pay
from jdlint.hints import Any
from jdlint.posting.company import company_names
from jdlint.posting.facts.gazetteer import country_name
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.model import Block, Place
from jdlint.posting.posting import Posting
from jdlint.text.record import NamedTuple

_TYPES = {
    "full_time": "FULL_TIME", "part_time": "PART_TIME", "contract": "CONTRACTOR", "temporary": "TEMPORARY", "fixed_term": "TEMPORARY",
    "internship": "INTERN", "volunteer": "VOLUNTEER", "per_diem": "PER_DIEM",
}  # fmt: skip
_UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
_POSTED = frozenset(
    ("date", "posted", "date posted", "published", "published at", "publish date", "date published", "publishdate", "pubdate", "pub date",
     "posted at", "posted on", "posted date", "created", "created at", "date created")
)  # fmt: skip
_IDS = frozenset(("job id", "requisition id", "req id", "job number", "reference", "requisition", "identifier"))


class Exported(NamedTuple):
    """The data; what Google requires and nothing says; and what was left out for a reason."""

    data: dict[str, Any]
    lacking: tuple[str, ...]
    notes: tuple[str, ...]


def job_posting(posting: Posting, given: Mapping[str, str]) -> Exported:
    """The JobPosting of a posting. `given` may hold `organization`, `url` (the employer's site) and `date-posted`."""
    return _Export(posting, given).run()


class _Export:
    def __init__(self, posting: Posting, given: Mapping[str, str]) -> None:
        self._posting = posting
        self._given = given
        self._lacking: list[str] = []
        self._notes: list[str] = []

    def run(self) -> Exported:
        posting = self._posting
        title = " ".join(posting.title.text.split()) if posting.title is not None else ""
        description = "\n".join(_html(self._blocks()))
        parts = {
            "@context": "https://schema.org", "@type": "JobPosting",
            "title": title or self._lacks("title: the posting names no job"),
            "description": description or self._lacks("description: the posting has no text"),
            "identifier": self._identifier(),
            "datePosted": self._posted(),
            "validThrough": self._until(),
            "employmentType": self._types(),
            "hiringOrganization": self._employer(),
            **self._place(),
            "baseSalary": self._pay(),
        }  # fmt: skip
        return Exported({key: value for key, value in parts.items() if value}, tuple(self._lacking), tuple(self._notes))

    def _lacks(self, what: str) -> str:
        """Note what is not there; nothing stands in its place."""
        self._lacking.append(what)
        return ""

    def _blocks(self) -> list[Block]:
        title = self._posting.title.block if self._posting.title is not None else None
        blocks = [b for b in self._posting.blocks if b is not title]
        return blocks or [f.block for f in fields_of(self._posting, "summary", "responsibilities", "requirements", "benefits")]

    def _identifier(self) -> dict[str, Any] | None:
        for field in self._posting.fields:
            if (key_words(field.key) or ("",))[-1] in _IDS and field.block.text.strip():
                name = self._name()
                return {"@type": "PropertyValue", **({"name": name} if name else {}), "value": field.block.text.strip()}
        return None

    def _posted(self) -> str | None:
        told = self._given.get("date-posted")
        if told:
            return told
        for field in fields_of(self._posting, "posted"):
            if key_words(field.key)[-1] in _POSTED:
                value = field.value.date() if isinstance(field.value, datetime) else field.value
                day = value if isinstance(value, date) else _day(field.block.text)
                if day is not None:
                    return day.isoformat()
        return self._lacks("datePosted: say when it was posted, in the front matter (`date: 2026-01-31`) or by --date-posted")

    def _until(self) -> str | None:
        deadline = self._posting.deadline
        if deadline is None or deadline.date is None or deadline.ambiguous:
            return None
        if deadline.date < self._posting.as_of.isoformat() or not is_live(self._posting):
            self._lacking.append(
                f"a closing date that is still to come: {deadline.date} has gone by, and Google wants no data of a closed job"
            )
        return deadline.date

    def _types(self) -> str | list[str] | None:
        found = list(dict.fromkeys(_TYPES[e.value] for e in self._posting.employment if e.value in _TYPES))
        return found[0] if len(found) == 1 else found or None

    def _name(self) -> str:
        """The employer's name, as given or as the posting says it."""
        if self._given.get("organization"):
            return self._given["organization"]
        stated = [f.block.text.strip() for f in fields_of(self._posting, "employer") if "url" not in f.key and "logo" not in f.key]
        names = {name for name in stated if name and "://" not in name} or set(company_names(self._posting))
        return next(iter(names)) if len(names) == 1 else ""

    def _employer(self) -> dict[str, str] | str:
        name = self._name()
        if not name:
            return self._lacks("hiringOrganization: name the employer by --organization, or in the settings (`export: {organization: …}`)")
        url = self._given.get("url")
        return {"@type": "Organization", "name": name, **({"sameAs": url} if url else {})}

    def _place(self) -> dict[str, Any]:
        mode = self._posting.work_mode
        known = [p for p in self._posting.places if p.country is not None]
        best = max((p.confidence for p in known), default=0)
        places = _distinct([p for p in known if p.confidence == best])
        if mode is not None and mode.value == "remote" and not mode.conflicts:
            if not places:
                self._lacks("applicantLocationRequirements: say in which country or state remote workers may live")
            limits = [_area(p) for p in places]
            return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _one(limits)}
        if not places:
            self._lacks("jobLocation: say where the work is, with the country")
        return {"jobLocation": _one([_location(p) for p in places])}

    def _pay(self) -> dict[str, Any] | None:
        figures = own_pay(self._posting)
        if not figures:
            return None
        pay = figures[0]
        unit = _UNITS.get(pay.period or "")
        low, high = pay.min, pay.max
        sound = low is not None and high is not None and low <= high and not out_of_bounds(low, high, pay.currency or "", pay.period or "")
        if len(figures) > 1 or not unit or not pay.currency or not sound:
            self._notes.append("baseSalary is left out: it takes one range with both ends, a currency and a period")
            return None
        bounds = {"value": _number(low)} if low == high else {"minValue": _number(low), "maxValue": _number(high)}
        value = {"@type": "QuantitativeValue", **bounds, "unitText": unit}
        return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) else value


def _distinct(places: list[Place]) -> list[Place]:
    """The places, each once; a country or state beside a town in it adds nothing."""
    found: dict[tuple[str | None, str | None, str | None], Place] = {}
    for place in places:
        wider = place.city is None and any(
            p.country == place.country and (p.city or p.region) and place.region in (None, p.region) and p is not place for p in places
        )
        if not wider:
            found.setdefault((place.country, place.region, (place.city or "").casefold() or None), place)
    return list(found.values())


def _location(place: Place) -> dict[str, Any]:
    parts = {"addressLocality": place.city, "addressRegion": place.region, "addressCountry": place.country}
    address = {"@type": "PostalAddress", **{key: " ".join(value.split()) for key, value in parts.items() if value}}
    return {"@type": "Place", "address": address}


def _area(place: Place) -> dict[str, str]:
    land = country_name(place.country or "") or place.country or ""
    if place.region:
        return {"@type": "State", "name": f"{place.region}, {land}"}
    return {"@type": "Country", "name": land}


def _one(rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401  # one row, a list of several, or nothing
    return rows[0] if len(rows) == 1 else rows


def _html(blocks: list[Block]) -> Iterator[str]:
    """Blocks as the paragraphs and lists that Google reads; a table's row is a line."""
    for kind, group in groupby(blocks, lambda b: (b.kind, b.group if b.kind in ("item", "cell") else 0)):
        rows = list(group)
        if kind[0] == "item":
            yield "<ul>" + "".join(f"<li>{_text(b)}</li>" for b in rows) + "</ul>"
        elif kind[0] == "cell":
            for _, cells in groupby(rows, lambda b: b.row):
                yield f"<p>{': '.join(_text(b) for b in cells)}</p>"
        else:
            yield from (f"<p>{_text(b)}</p>" for b in rows)


def _text(block: Block) -> str:
    return escape(" ".join(block.text.split()), quote=False)
