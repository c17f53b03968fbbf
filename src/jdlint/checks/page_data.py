"""The check that a page and its structured data say the same of title, pay, place, mode, type and dates.

What is written in two ways is no conflict ("Full-time" and FULL_TIME, $30 an hour and HOUR 30, "Denver, CO" and a locality Denver):
each comparison speaks only where both sides are plain and can't both be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from jdlint.checks.pay import own_pay
from jdlint.checks.structured import Range, day_of, is_given, is_remote
from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.geography import recognise
from jdlint.posting.facts.mode_cues import PLAIN
from jdlint.posting.facts.title import without_site
from jdlint.posting.facts.title_core import looks_like_title
from jdlint.posting.fields import key_words
from jdlint.posting.model import Excerpt, Pay, Place
from jdlint.posting.posting import Posting
from jdlint.readers.templates import FILLER
from jdlint.rules.model import Hit
from jdlint.text.lazy import lazy
from jdlint.text.words import tokens

if TYPE_CHECKING:
    from jdlint.posting.tree import Node

_BRACKETS = lazy(r"[(\[][^)\]]*[)\]]")
_LEVELS = {
    **dict.fromkeys(("intern", "internship", "trainee", "apprentice"), "intern"),
    **dict.fromkeys(("junior", "jr", "graduate", "entry"), "junior"),
    **dict.fromkeys(("senior", "sr"), "senior"),
    **dict.fromkeys(("principal", "chief", "director", "vp", "head"), "executive"),
}
_SMALL = frozenset("a an and at for i ii iii in iv of on or the to with".split())  # noqa: SIM905  # a list to read
_SAME_PAY = 0.01
_CODE = 2  # letters of a country's code
_HOURS = (1600, 2600)  # worked in a year, between which pay by the hour and pay by the year may be one
_PER_YEAR = {"DAY": (200, 365), "WEEK": (40, 53), "MONTH": (11, 15), "YEAR": (1, 1)}
_UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
_POSTED = (("posted",), ("date posted",), ("posted on",), ("posted at",), ("posted date",))
_SLACK = 1  # days: midnight in one time zone is the day before in another


def conflicts(posting: Posting, job: Node) -> Iterator[Hit]:
    """Facts that differ between the page and the one JobPosting in its data."""
    for compare in (_title, _pay, _place, _mode, _type, _dates):
        yield from compare(posting, job)


def _hit(posting: Posting, node: Node, other: Excerpt, variant: str = "") -> Hit:
    told = " ".join(other.text.split())
    return Hit(node.at(posting.source.text), {"other": told}, variant=variant, related=((other, "against this"),))


# --- title


def _title(posting: Posting, job: Node) -> Iterator[Hit]:
    """Titles without a word in common, or of two levels."""
    node, told = job.get("title"), posting.title
    if node is None or told is None or not node.text or FILLER in node.text or not looks_like_title(told.text):
        return
    ours, theirs = _title_words(node.text), _title_words(without_site(told.text))
    if not ours or not theirs:
        return
    levels = {_LEVELS[w] for w in ours if w in _LEVELS}, {_LEVELS[w] for w in theirs if w in _LEVELS}
    apart = bool(levels[0] and levels[1]) and levels[0].isdisjoint(levels[1])
    if apart or not any(_alike(a, b) for a in ours for b in theirs):
        yield _hit(posting, node, told, "title")


def _title_words(text: str) -> set[str]:
    bare = _BRACKETS.sub(" ", text)
    return {w for w in tokens(bare) if w not in _SMALL} or set(tokens(text))


def _alike(a: str, b: str) -> bool:
    """Whether two words have one stem, or one is the other's short form, as far as letters tell."""
    short, long = sorted((a, b), key=len)
    if a == b or len(short) == 1 or short[0] != long[0]:
        return a == b
    return long.startswith(short[: max(3, len(short) - 3)]) or _abbreviates(short, long)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of the short word stand in the long one, in order: mgr, dev, engr."""
    rest = iter(long)
    return all(char in rest for char in short)


# --- pay


def _pay(posting: Posting, job: Node) -> Iterator[Hit]:
    """Figures, none of which on the page agrees with those in the data."""
    salary = job.get("baseSalary")
    if salary is None or not isinstance(salary.value, dict):
        return
    pay = Range(salary)
    told = [p for p in own_pay(posting) if p.period != "once"]
    if not told or pay.low is None or pay.high is None or pay.low > pay.high or not pay.high:
        return
    if any(_may_agree(pay, one) for one in told):
        return
    lows, highs = [p.min for p in told if p.min is not None], [p.max for p in told if p.max is not None]
    spans = len(told) > 1 and lows and highs and min(lows) * (1 - _SAME_PAY) <= pay.low and pay.high <= max(highs) * (1 + _SAME_PAY)
    if not spans:  # several levels or places
        yield _hit(posting, pay.at, told[0].at, "pay")


def _may_agree(pay: Range, told: Pay) -> bool:
    """Whether a figure of the page can be the pay in the data."""
    low, high = told.min if told.min is not None else told.max, told.max if told.max is not None else told.min
    if low is None or high is None or pay.low is None or pay.high is None:
        return True
    if told.currency and told.currency_stated and pay.currency and told.currency != pay.currency:
        return False
    unit = _UNITS.get(told.period or "", "")
    if not unit or not pay.unit or (not told.period_stated and unit != pay.unit):
        return _near(pay.low, low) or _near(pay.high, high) or (pay.low <= high and low <= pay.high)
    if unit != pay.unit:
        return _converts(pay, unit, low, high)
    if told.min is None or told.max is None:  # "from", "up to": one end is told
        return pay.low <= high * (1 + _SAME_PAY) if told.min is None else pay.high >= low * (1 - _SAME_PAY)
    single = low == high or pay.low == pay.high
    if single:
        return pay.low <= high * (1 + _SAME_PAY) and low <= pay.high * (1 + _SAME_PAY)
    return _near(pay.low, low) and _near(pay.high, high)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= _SAME_PAY * max(abs(a), abs(b))


def _converts(pay: Range, unit: str, low: float, high: float) -> bool:
    """Whether pay for one unit of time can be pay for the other; figures that are the same for both can't."""
    if pay.unit not in (*_PER_YEAR, "HOUR"):
        return True
    factors = {**_PER_YEAR, "HOUR": _HOURS}
    ours, theirs = factors[pay.unit], factors[unit]
    least, most = (pay.low or 0) * ours[0] * (1 - _SAME_PAY), (pay.high or 0) * ours[1] * (1 + _SAME_PAY)
    return least <= high * theirs[1] and low * theirs[0] <= most


# --- place and mode


def _place(posting: Posting, job: Node) -> Iterator[Hit]:
    """A country or state that the page does not name, while it names another."""
    if is_remote(job):
        return
    places = job.each("jobLocation")
    told = [p for p in posting.places if p.country is not None]
    sure = [p for p in told if p.confidence == 1.0]
    found = [(node, spot) for node in places if (spot := _spot(node)) is not None]
    if not sure or not found or len(found) != len(places):
        return
    text = set(tokens(posting.source.text[: job.span.start])) | set(tokens(posting.source.text[job.span.end :]))
    for _, (country, region, city) in found:
        if any(_meet(p, country, region) for p in told) or (city is not None and set(tokens(city.text)) <= text):
            return
    shown = found[0][1][2] or found[0][0]
    yield _hit(posting, shown, sure[0].at, "place")


def _meet(place: Place, country: str, region: str | None) -> bool:
    return place.country == country and (region is None or place.region is None or region == place.region)


def _spot(place: Node) -> tuple[str, str | None, Node | None] | None:
    """The country and state of an address, where the map knows them, and the node of its town."""
    address = place.get("address") or place
    if not isinstance(address.value, dict):
        return None
    country = address.get("addressCountry")
    if country is not None and isinstance(country.value, dict):
        country = country.get("name")
    parts = [node for name in ("addressLocality", "addressRegion") if (node := address.get(name)) is not None and node.text]
    if any(FILLER in node.text for node in (*parts, *([country] if country is not None else ()))):
        return None
    land = _land(country.text) if country is not None else None
    spots = [s for s in recognise(", ".join(node.text for node in parts)) if s.country]
    spot = spots[0] if len(spots) == 1 and land in (None, spots[0].country) else None
    land = land or (spot.country if spot is not None else None)
    return None if land is None else (land, spot.region if spot is not None else None, address.get("addressLocality"))


def _land(text: str) -> str | None:
    """The ISO 3166 code of a country's name or code."""
    if len(text) == _CODE:
        return {"UK": "GB"}.get(text.upper(), text.upper())
    return next((s.country for s in recognise(text) if s.region is None), None)


def _mode(posting: Posting, job: Node) -> Iterator[Hit]:
    """Fully remote in the data, and at a place on the page; or the other way round."""
    mode = posting.work_mode
    if mode is None or mode.at is None or mode.conflicts or not any(said.weight >= PLAIN for _, said in posting.said_of_mode):
        return
    kind, places = job.get("jobLocationType"), job.get("jobLocation")
    if is_remote(job):
        if mode.value != "remote" and kind is not None:
            yield _hit(posting, kind.items[0] if kind.items else kind, mode.at, "not-remote")
    elif mode.value == "remote" and kind is None and places is not None and is_given(places) and _only_remote(posting):
        yield _hit(posting, places, mode.at, "remote")


def _only_remote(posting: Posting) -> bool:
    """Whether nothing on the page, however weak, speaks of work at a place."""
    return all(said.mode == "remote" for _, said in posting.said_of_mode)


# --- type and dates


def _type(posting: Posting, job: Node) -> Iterator[Hit]:
    """Full time here and part time there; permanent here and for a time there."""
    node = job.get("employmentType")
    if node is None or not is_given(node):
        return
    ours = {n.text.rpartition("/")[2] for n in node.items}
    told = {e.value: e.at for e in posting.employment}
    first = node.items[0]
    if "FULL_TIME" in ours and "PART_TIME" not in ours and "part_time" in told and "full_time" not in told:
        yield _hit(posting, first, told["part_time"])
    elif "PART_TIME" in ours and "FULL_TIME" not in ours and "full_time" in told and "part_time" not in told:
        yield _hit(posting, first, told["full_time"])
    elif ours <= {"TEMPORARY", "CONTRACTOR"} and "permanent" in told and not {"temporary", "fixed_term", "contract"} & told.keys():
        yield _hit(posting, first, told["permanent"])


def _dates(posting: Posting, job: Node) -> Iterator[Hit]:
    """A closing date, or a date of posting, that differs by more than a day."""
    deadline, until = posting.deadline, job.get("validThrough")
    day = day_of(until)
    if until is not None and day is not None and deadline is not None and not deadline.ambiguous:
        told = date.fromisoformat(deadline.date) if deadline.date is not None else day
        if abs((told - day).days) > _SLACK:
            yield _hit(posting, until, deadline.at)
    posted = job.get("datePosted")
    day = day_of(posted)
    field = next((f for f in posting.fields if isinstance(f.value, date) and key_words(f.key)[-1:] in _POSTED), None)
    if posted is None or day is None or field is None:
        return
    told = field.value.date() if isinstance(field.value, datetime) else field.value
    if abs((told - day).days) > _SLACK:
        yield _hit(posting, posted, Excerpt.whole(field.block))
