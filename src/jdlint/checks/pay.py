"""Checks of the pay figures: there at all, closed, with currency and period, possible, and this job's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Excerpt, Pay
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

# Units of a currency to one US dollar, roughly: only to tell $75 a year from ₹75,000 a year, so an old figure does no harm.
_PER_DOLLAR = {
    "USD": 1, "EUR": 1, "GBP": 1, "CHF": 1, "CAD": 1.4, "AUD": 1.5, "NZD": 1.7, "SGD": 1.35, "ILS": 3.6, "PLN": 4, "AED": 3.7, "SAR": 3.8,
    "QAR": 3.6, "MYR": 4.4, "BRL": 5.5, "DKK": 7, "CNY": 7.2, "HKD": 7.8, "SEK": 10, "NOK": 10, "MXN": 18, "ZAR": 18, "CZK": 23, "TWD": 32,
    "THB": 34, "TRY": 35, "UAH": 41, "PHP": 57, "INR": 85, "RUB": 90, "BDT": 120, "KES": 130, "JPY": 150, "PKR": 280, "LKR": 300,
    "HUF": 370, "CLP": 950, "KRW": 1350, "NGN": 1500, "COP": 4200, "IDR": 16000, "VND": 25000,
}  # fmt: skip
# What no job pays, in dollars: below the first figure a "k" or a digit was lost, above the second the period is wrong.
_BOUNDS = {"hour": (0.5, 1500), "day": (4, 15_000), "week": (15, 60_000), "month": (40, 250_000), "year": (500, 20_000_000)}
_LEAD = lazy(
    r"\b(?:(?:starts?|starting|start|begins?|beginning|salary|wages?|pay) )?(?:up to|from|at|as (?:much|high) as|at least|over|more than"
    r"|above|below|upwards? of|(?:a )?(?:min(?:imum)?|max(?:imum)?)(?: of)?)\s(?:(?:an? )?(?:salary|pay) of\s)?$",
    re.IGNORECASE,
)
_CAP = lazy(r"\b(?:cap(?:s|ped)?|exceed\w*|limit(?:s|ed)?|pay (?:system|scale))\b", re.IGNORECASE)  # what a law or a scale allows
# Words beside a figure that is not the pay of the whole job, or not of everybody in it.
_PART_OF_PAY = lazy(
    r"\b(?:after|once|bonus\w*|commission\w*|ote|on[- ]target|total|equity|senior|junior|experienced|level|grade|band|zone|region\w*"
    r"|weighting|allowance|pro[- ]?rata|fte|full[- ]time equivalent|starting|training|probation\w*|overtime|weekends?|nights?|shifts?"
    r"|previous\w*|last year|average|typical\w*|other|second|first year|remote|outside|inside|based in|if you)\b",
    re.IGNORECASE,
)
_GUIDE = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month", "year": "a year"}


def own_pay(posting: Posting) -> list[Pay]:
    """Figures for this job that have a bound at all."""
    return [p for p in posting.pay if p.min is not None or p.max is not None]


def market_pay(posting: Posting) -> tuple[Pay, ...]:
    """Figures that say what such jobs pay in general."""
    from jdlint.posting.facts.pay import find_market_pay

    return find_market_pay(posting)


def missing(posting: Posting, options: Options) -> Iterator[Hit]:
    """No figure for this job; the message says what little there is."""
    if own_pay(posting) or market_pay(posting) or posting.vague_pay or any(e.value == "volunteer" for e in posting.employment):
        return  # of an average of the market PAY007 speaks, at the figure; of "competitive pay" PAY002, at the words
    from jdlint.posting.facts.pay import find_grades

    grades = find_grades(posting)
    if grades:
        yield Hit(None, {"words": _quote(grades[0])}, variant="grade")
    else:
        yield Hit(None)


def _quote(at: Excerpt) -> str:
    return " ".join(at.text.split())


_RANGES = {  # a range as people of the country would write it: a year's or month's, and an hour's
    "GB": ("“£31,000–£36,000 a year”", "“£12.80–£14.50 an hour”"),
    "IE": ("“€46,000–€58,000 a year”", "“€15–€18 an hour”"),
    "CA": ("“$52,000–$61,000 a year”", "“$21.50–$24.00 an hour”"),
    "IN": ("“₹9–12 lakh a year”", "“₹180–₹220 an hour”"),
    "ZA": ("“R210 000–R245 000 a year”", "“R45–R55 an hour”"),
    "AU": ("“$72,000–$81,000 a year”", "“$31–$34 an hour”"),
    "EU": ("“€3,100–€3,600 a month”", "“€15–€18 an hour”"),
    "US": ("“$52,000–$61,000 a year”", "“$19–$22 an hour”"),
}
_EURO = frozenset(("AT", "BE", "DE", "ES", "FI", "FR", "GR", "IT", "LU", "NL", "PT"))
_HOME = {"GBP": "GB", "INR": "IN", "ZAR": "ZA", "AUD": "AU", "CAD": "CA", "EUR": "EU", "USD": "US"}


def example_range(posting: Posting, pay: Pay | None = None) -> str:
    """A range to write instead, in quotes: in the figure's currency and unit, else as in the posting's country."""
    country = next((p.country for p in posting.places if p.country), None) or "US"
    country = "EU" if country in _EURO else country
    home = _HOME.get(pay.currency or "") if pay is not None else None
    if home is not None and (home, country) != ("EU", "IE"):
        country = home
    return _RANGES.get(country, _RANGES["US"])[pay is not None and pay.period == "hour"]


def open_ended(posting: Posting, options: Options) -> Iterator[Hit]:
    """A figure with one end: "up to $60,000", "from $18 an hour", "$90,000+"."""
    figures = own_pay(posting)
    if any(p.min is not None and p.max is not None for p in figures):
        return  # the range stands; "up to" beside it is a cap, a bonus or a special case
    for pay in figures:
        if (pay.min is None) != (pay.max is None) and not _CAP.search(posting.sentence_at(pay.at).text):
            lead = _LEAD.search(pay.at.block.text[max(0, pay.at.start - 40) : pay.at.start])
            at = Excerpt(pay.at.block, pay.at.start - (len(lead.group()) if lead else 0), pay.at.end)
            yield Hit(at, {"instead": example_range(posting, pay)}, variant="no-bottom" if pay.min is None else "no-top")


def missing_unit(posting: Posting, options: Options) -> Iterator[Hit]:
    """A figure whose currency or period is neither said nor plain from the amount and the place."""
    for pay in own_pay(posting):
        if pay.currency is None and pay.period is None:
            yield Hit(pay.at)
        elif pay.currency is None:
            yield Hit(pay.at, variant="currency")
        elif pay.period is None:
            yield Hit(pay.at, variant="period")


def implausible(posting: Posting, options: Options) -> Iterator[Hit]:
    """A bottom above the top, or an amount that no job pays in that period."""
    for pay in own_pay(posting):
        if pay.min is not None and pay.max is not None and pay.min > pay.max:
            yield Hit(pay.at, {"min": f"{pay.min:,g}", "max": f"{pay.max:,g}"}, variant="upside-down")
            continue
        bottom, top = pay.min or pay.max or 0, pay.max or pay.min or 0
        if beyond := out_of_bounds(bottom, top, pay.currency or "", pay.period or ""):
            yield Hit(pay.at, {"period": _GUIDE[pay.period or ""]}, variant=beyond)


def out_of_bounds(bottom: float, top: float, currency: str, period: str) -> str:
    """Whether no job pays such an amount in the period: "too-little" or "too-much"; "" where it is possible, or can't be told."""
    rate = _PER_DOLLAR.get(currency)
    if rate is None or period not in _BOUNDS:
        return ""
    least, most = (bound * rate for bound in _BOUNDS[period])
    return "too-little" if bottom < least else "too-much" if top > most else ""


def market(posting: Posting, options: Options) -> Iterator[Hit]:
    """What such jobs pay in general, given in place of what this one pays."""
    for pay in market_pay(posting):
        yield Hit(pay.at)


def wide(posting: Posting, options: Options) -> Iterator[Hit]:
    """A range whose top is far above its bottom."""
    most = options.number("ratio")
    for pay in own_pay(posting):
        if pay.min and pay.max and pay.max > pay.min * most:
            yield Hit(pay.at, {"ratio": f"{pay.max / pay.min:.1f}"})


def conflict(posting: Posting, options: Options) -> Iterator[Hit]:
    """One range in a field of the page and another one in its text, both for the whole job."""
    stated = [p for p in own_pay(posting) if p.min is not None and p.max is not None and p.period not in (None, "once")]
    fields = [p for p in stated if p.at.block.kind == "field"]
    told = [p for p in stated if p.at.block.kind != "field"]
    if len(fields) != 1 or len(told) != 1:
        return  # several figures are for several levels or places
    field, text = fields[0], told[0]
    if (field.currency, field.period) != (text.currency, text.period) or (field.min, field.max) == (text.min, text.max):
        return
    within = text.min == text.max and (field.min or 0) <= (text.min or 0) <= (field.max or 0)  # what a beginner gets, say
    if not within and not _PART_OF_PAY.search(posting.sentence_at(text.at).text):
        yield Hit(text.at, {"other": " ".join(field.at.text.split())}, related=((field.at, "against this"),))
