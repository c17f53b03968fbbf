"""Checks of a JobPosting (schema.org) in a page's data, by what Google asks of it: what is there, in which form, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jdlint.checks.application import is_live
from jdlint.checks.pay import out_of_bounds
from jdlint.hints import TYPE_CHECKING
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.readers.templates import FILLER
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.words import series

if TYPE_CHECKING:
    from jdlint.posting.tree import Node

EMPLOYMENT_TYPES = ("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER")
UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
# Ways to write the values, by their letters and digits, for which it is plain what is meant.
_MEANT = {
    "employmentType": {
        "fulltime": "FULL_TIME", "parttime": "PART_TIME", "contract": "CONTRACTOR", "contractor": "CONTRACTOR", "freelance": "CONTRACTOR",
        "temporary": "TEMPORARY", "temp": "TEMPORARY", "seasonal": "TEMPORARY", "fixedterm": "TEMPORARY", "intern": "INTERN",
        "internship": "INTERN", "volunteer": "VOLUNTEER", "perdiem": "PER_DIEM", "other": "OTHER", "permanent": "FULL_TIME or PART_TIME",
    },
    "unitText": {
        "hour": "HOUR", "hourly": "HOUR", "perhour": "HOUR", "hr": "HOUR", "day": "DAY", "daily": "DAY", "perday": "DAY", "week": "WEEK",
        "weekly": "WEEK", "month": "MONTH", "monthly": "MONTH", "permonth": "MONTH", "year": "YEAR", "yearly": "YEAR", "annual": "YEAR",
        "annually": "YEAR", "peryear": "YEAR", "annum": "YEAR", "perannum": "YEAR", "pa": "YEAR", "yr": "YEAR", "hours": "HOUR",
        "days": "DAY", "weeks": "WEEK", "months": "MONTH", "years": "YEAR",
    },
}  # fmt: skip
_NOT_PLAIN = lazy(r"[^a-z0-9]+")
# ISO 4217, with the codes that were in use within the last years.
_CURRENCIES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP
    CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS
    INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS
    SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF
    YER ZAR ZMW ZWL ZWG
    """.split()  # noqa: SIM905  # a list to read and to add to
)
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "EURO": "EUR", "EUROS": "EUR", "£": "GBP", "₹": "INR", "RS": "INR", "DOLLARS": "USD"}
_DATE = lazy(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{8})"
    r"(?:T(?:[01]\d|2[0-4])(?::?[0-5]\d(?::?[0-6]\d(?:[.,]\d+)?)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_NUMBER = lazy(r"-?\d+(?:\.\d+)?")


def is_given(node: Node | None) -> bool:
    """Whether a property has a value: no empty text, list or object, and no null."""
    if node is None or node.value is None:
        return False
    if isinstance(node.value, str):
        return bool(node.text)
    if isinstance(node.value, dict):
        return any(key[:1] != "@" or key == "@id" for key, below in node.value.items() if is_given(below))
    return any(map(is_given, node.value)) if isinstance(node.value, list) else True


def _is_slot(node: Node) -> bool:
    return isinstance(node.value, str) and FILLER in node.value


def _is_reference(node: Node) -> bool:
    """Whether an object only points at one that stands elsewhere in the data."""
    return node.get("@id") is not None and all(key in ("@id", "@type") for key in node.value)


def _kind(posting: Posting, job: Node) -> Excerpt:
    return next(iter(job.each("@type")), job).at(posting.source.text)


def _quoted(names: list[str]) -> str:
    return series([f"`{name}`" for name in names], "and")


# --- what is there


def missing(posting: Posting, options: Options) -> Iterator[Hit]:
    """What Google asks of every JobPosting and is not there, or is there in part."""
    for job in posting.document.structured.postings:
        lacking = [name for name in ("title", "description", "datePosted", "hiringOrganization") if not is_given(job.get(name))]
        if not is_given(job.get("jobLocation")):
            if not is_remote(job):
                lacking.append("jobLocation")
            elif not is_given(job.get("applicantLocationRequirements")):
                lacking.append("applicantLocationRequirements")
        if lacking:
            yield Hit(_kind(posting, job), {"missing": _quoted(lacking)}, term=", ".join(lacking))
        yield from _incomplete(posting, job)


def _incomplete(posting: Posting, job: Node) -> Iterator[Hit]:
    employer = job.get("hiringOrganization")
    for node in employer.items if employer is not None and is_given(employer) else ():
        if isinstance(node.value, dict) and not _is_reference(node) and not is_given(node.get("name")):
            yield Hit(_of(posting, node, employer), {"missing": "`name`"}, variant="part")
    places = job.get("jobLocation")
    for node in places.items if places is not None and is_given(places) else ():
        if not isinstance(node.value, dict) or _is_reference(node):
            continue
        address = node.get("address") or node
        if not is_given(address):
            yield Hit(_of(posting, node, places), {"missing": "`address` with `addressCountry`"}, variant="part")
        for one in address.items:
            known = not isinstance(one.value, dict) or _is_reference(one) or is_given(one.get("addressCountry"))
            if is_given(one) and not known:
                yield Hit(_of(posting, one, places), {"missing": "`addressCountry`"}, variant="part")


def _of(posting: Posting, node: Node, owner: Node | None) -> Excerpt:
    """The words that stand for an object: the key it stands under, else its owner's."""
    return (node if node.key_span is not None or owner is None else owner).at(posting.source.text)


def is_remote(job: Node) -> bool:
    """Whether the data say that the work is fully remote."""
    return any(node.text.upper() == "TELECOMMUTE" for node in job.each("jobLocationType"))


def not_recommended(posting: Posting, options: Options) -> Iterator[Hit]:
    """What Google recommends and is not there."""
    for job in posting.document.structured.postings:
        lacking = [name for name in options.strings("properties") if not is_given(job.get(name))]
        if lacking:
            yield Hit(_kind(posting, job), {"missing": _quoted(lacking)}, term=", ".join(lacking))


# --- its form


def invalid(posting: Posting, options: Options) -> Iterator[Hit]:
    """Values that job sites can't read, or that can't be true."""
    for spot, reason in posting.document.structured.broken:
        yield Hit(spot, {"reason": reason}, variant="broken")
    for job in posting.document.structured.postings:
        yield from (*_words(posting, job), *_dates(posting, job), *_pay(posting, job), *_text(posting, job))


def _bad(posting: Posting, node: Node, name: str, use: str, variant: str = "") -> Hit:
    return Hit(node.at(posting.source.text), {"name": name, "write": use}, variant=variant, term=name)


def _words(posting: Posting, job: Node) -> Iterator[Hit]:
    """Properties whose value is one of a few words."""
    for name, known in (("employmentType", EMPLOYMENT_TYPES), ("jobLocationType", ("TELECOMMUTE",))):
        for node in job.each(name):
            value = node.text.rpartition("/")[2]
            if is_given(node) and not _is_slot(node) and value not in known:
                yield _bad(posting, node, name, _meant(name, value) or f"one of {', '.join(known)}" if len(known) > 1 else known[0])
    direct = job.get("directApply")
    truth = direct is None or isinstance(direct.value, bool) or direct.text.casefold() in ("true", "false")
    if direct is not None and not truth and is_given(direct) and not _is_slot(direct):
        yield _bad(posting, direct, "directApply", "true or false")
    months = job.get("experienceRequirements", "monthsOfExperience")
    if months is not None and is_given(months) and not _is_slot(months) and _number(months) is None:
        yield _bad(posting, months, "monthsOfExperience", "the number of months, such as 24")


def _meant(name: str, value: str) -> str:
    return _MEANT.get(name, {}).get(_NOT_PLAIN.sub("", value.casefold()), "")


def _dates(posting: Posting, job: Node) -> Iterator[Hit]:
    days: dict[str, date] = {}
    for name in ("datePosted", "validThrough"):
        node = job.get(name)
        if node is None or not is_given(node) or _is_slot(node):
            continue
        day = day_of(node)
        if day is None:
            yield _bad(posting, node, name, "a date such as 2026-03-31 or 2026-03-31T23:59:00+01:00")
        else:
            days[name] = day
    if len(days) > 1 and days["validThrough"] < days["datePosted"]:
        until = job.get("validThrough")
        if until is not None:
            yield Hit(until.at(posting.source.text), {"posted": days["datePosted"].isoformat()}, variant="order")


def day_of(node: Node | None) -> date | None:
    """The day of a date or time as ISO 8601 writes it; None for all else."""
    match = _DATE.fullmatch(node.text) if node is not None else None
    try:
        return date.fromisoformat(match["day"]) if match else None
    except ValueError:
        return None


def _number(node: Node | None) -> float | None:
    if node is None or isinstance(node.value, bool):
        return None
    if isinstance(node.value, int | float):
        return float(node.value)
    return float(node.text) if _NUMBER.fullmatch(node.text) else None


class Range:
    """What `baseSalary` says: bounds (None where there is none), currency and unit as written, and the node to point at."""

    __slots__ = ("at", "currency", "high", "low", "unit")

    def __init__(self, salary: Node) -> None:
        value = salary.get("value")
        inner = value if value is not None and isinstance(value.value, dict) else salary
        single = inner.get("value") if inner is not salary else value
        low, high = inner.get("minValue"), inner.get("maxValue")
        self.low, self.high = _number(low or single), _number(high or single)
        self.at = next((n for n in (low, single, high) if n is not None and n.is_leaf and is_given(n)), salary)
        unit, currency = inner.get("unitText") or salary.get("unitText"), salary.get("currency") or inner.get("currency")
        self.unit = unit.text if unit is not None else ""
        self.currency = currency.text if currency is not None else ""


def _pay(posting: Posting, job: Node) -> Iterator[Hit]:
    salary = job.get("baseSalary")
    for one in salary.items if salary is not None and is_given(salary) else ():
        if _is_slot(one) or (isinstance(one.value, dict) and _is_reference(one)):
            continue
        if not isinstance(one.value, dict):
            yield _bad(posting, one, "baseSalary", "an object with `currency` and `value`", "pay-form")
            continue
        yield from _pay_words(posting, one)
        yield from _pay_figures(posting, one)


def _pay_words(posting: Posting, salary: Node) -> Iterator[Hit]:
    value = salary.get("value")
    currency = salary.get("currency") or (value.get("currency") if value is not None else None)
    unit = (value.get("unitText") if value is not None else None) or salary.get("unitText")
    if currency is None or not is_given(currency):
        yield Hit(salary.at(posting.source.text), {"missing": "`currency`"}, variant="pay-part", term="currency")
    elif not _is_slot(currency) and currency.text not in _CURRENCIES:
        upper = currency.text.upper()
        use = upper if upper in _CURRENCIES else _SIGNS.get(upper, "")
        yield _bad(posting, currency, "currency", use or "the code of three letters, such as USD or EUR")
    if unit is None or not is_given(unit):
        if value is not None and is_given(value):
            yield Hit(salary.at(posting.source.text), {"missing": "`unitText`"}, variant="pay-part", term="unitText")
    elif not _is_slot(unit) and unit.text not in UNITS:
        yield _bad(posting, unit, "unitText", _meant("unitText", unit.text) or f"one of {', '.join(UNITS)}")


def _pay_figures(posting: Posting, salary: Node) -> Iterator[Hit]:
    value = salary.get("value")
    inner = value if value is not None and isinstance(value.value, dict) else salary
    figures = [(name, inner.get(name)) for name in ("value", "minValue", "maxValue")]
    given = [(name, node) for name, node in figures if node is not None and is_given(node) and not _is_slot(node)]
    for name, node in given:
        if _number(node) is None:
            yield _bad(posting, node, name, "the bare number, such as 45000")
    if not any(node is not None and is_given(node) for _, node in figures):
        yield Hit(salary.at(posting.source.text), {"missing": "`value`, or `minValue` and `maxValue`"}, variant="pay-part", term="value")
    pay = Range(salary)
    if pay.low is None or pay.high is None or posting.document.structured.whole:  # of the pay of a record PAY006 speaks
        return
    if pay.low > pay.high:
        yield Hit(pay.at.at(posting.source.text), {"low": f"{pay.low:,g}", "high": f"{pay.high:,g}"}, variant="upside-down")
    elif pay.high > 0 and out_of_bounds(pay.low or pay.high, pay.high, pay.currency, pay.unit.casefold()):
        yield Hit(pay.at.at(posting.source.text), {"unit": pay.unit}, variant="unit-size")


def _text(posting: Posting, job: Node) -> Iterator[Hit]:
    title, description = job.get("title"), job.get("description")
    if title is not None and description is not None and title.text and " ".join(description.text.split()) == " ".join(title.text.split()):
        yield Hit(description.at(posting.source.text), variant="only-title")


# --- whether the page says the same


def conflict(posting: Posting, options: Options) -> Iterator[Hit]:
    """Facts that differ between the page and the one JobPosting in its data."""
    data = posting.document.structured
    if len(data.postings) == 1 and not data.whole:  # of several jobs, none is known to be the page's
        from jdlint.checks.page_data import conflicts  # few pages have such data

        yield from conflicts(posting, data.postings[0])


# --- how long it holds


def expired(posting: Posting, options: Options) -> Iterator[Hit]:
    """A day until which the posting is valid that has gone by."""
    for job in posting.document.structured.postings:
        node = job.get("validThrough")
        day = day_of(node)
        if node is None or day is None or day >= posting.as_of or not is_live(posting):
            continue
        told = posting.deadline is not None and posting.deadline.date is not None
        if not told or len(posting.document.structured.postings) > 1:  # else APP002 speaks of the page's own date, or SDA005 of the two
            yield Hit(node.at(posting.source.text), {"date": day.isoformat(), "today": posting.as_of.isoformat()})
