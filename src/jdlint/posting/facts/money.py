"""Sums of money in a plain text: single figures and ranges, with their currency and period, whatever they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import Literal
from jdlint.posting.facts.numbers import amount
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass, replace

Period = Literal["hour", "day", "week", "month", "year", "once"]

# None: the mark is that of several countries.
_MARKS: dict[str, str | None] = {
    "us$": "USD", "usd$": "USD", "ca$": "CAD", "c$": "CAD", "cad$": "CAD", "cdn$": "CAD", "au$": "AUD", "a$": "AUD", "aud$": "AUD",
    "nz$": "NZD", "nzd$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "mx$": "MXN", "r$": "BRL", "$": None, "£": "GBP", "€": "EUR",
    "₹": "INR", "¥": "JPY", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "₩": "KRW", "zł": "PLN", "zloty": "PLN", "kč": "CZK",
    "rs.": "INR", "rs": "INR", "rupees": "INR", "kr.": None, "kr": None, "euros": "EUR", "euro": "EUR", "pounds": "GBP", "dollars": None,
    "rm": "MYR", "ksh": "KES",
}  # fmt: skip
CURRENCIES = (
    "usd", "eur", "gbp", "cad", "aud", "nzd", "sgd", "hkd", "chf", "sek", "nok", "dkk", "pln", "czk", "huf", "ron",
    "bgn", "inr", "jpy", "cny", "krw", "brl", "mxn", "zar", "aed", "sar", "qar", "kwd", "omr", "bhd", "ils", "try",
    "php", "myr", "idr", "thb", "vnd", "ngn", "kes", "egp", "pkr", "lkr", "bdt", "uah", "ars", "clp", "cop",
)  # fmt: skip
_DECADE = lazy(r"s\b", re.IGNORECASE)  # "in the mid-$50s": no sum
_TIME_AFTER = lazy(r"\s*(?:hours|hrs|days|weeks|months|years)\b|\s*%", re.IGNORECASE)  # "$26 per hour - 32 hours"
_SCALES = {"k": 1e3, "lpa": 1e5, "l": 1e5, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7}
DOLLAR_LANDS = {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
_KRONE_LANDS = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}
_OWN_MONEY = {
    **DOLLAR_LANDS, **_KRONE_LANDS, "GB": "GBP", "CH": "CHF", "IN": "INR", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "ZA": "ZAR",
    "JP": "JPY", "MX": "MXN", "BR": "BRL", "IL": "ILS", "AE": "AED", "PH": "PHP", "KE": "KES", "NG": "NGN", "PK": "PKR", "TR": "TRY",
    "UA": "UAH",
    **dict.fromkeys(("AT", "BE", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE"), "EUR"),
    **dict.fromkeys(("IT", "LT", "LU", "LV", "MT", "NL", "PT", "SI", "SK"), "EUR"),
}  # fmt: skip
_DOLLAR_NAMES = {
    "new zealand": "NZ", "aotearoa": "NZ", "australia": "AU", "australian": "AU", "canada": "CA", "canadian": "CA", "singapore": "SG",
    "hong kong": "HK", "united states": "US", "u.s.": "US", "usa": "US", "ontario": "CA", "alberta": "CA", "british columbia": "CA",
    "saskatchewan": "CA", "manitoba": "CA", "nova scotia": "CA", "new brunswick": "CA",
}  # fmt: skip
_CANADAS_CODE = lazy(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d\b")  # "P7A 1B2"
_DOLLAR_NAME = lazy(rf"\b(?:{'|'.join(n.replace('.', '[.]').replace(' ', ' +') for n in _DOLLAR_NAMES)})(?!\w)", re.IGNORECASE)
# What about a dollar buys, to tell an hour's pay from a year's.
_WORTH = {
    "INR": 12, "JPY": 110, "KRW": 1100, "HUF": 300, "CZK": 20, "SEK": 9, "NOK": 9, "DKK": 6, "PHP": 35, "MXN": 15, "ZAR": 11, "NGN": 500,
    "IDR": 13000, "THB": 25, "PKR": 120, "KES": 90, "TRY": 20, "PLN": 3, "LKR": 150, "BDT": 70, "EGP": 15, "VND": 20000, "COP": 3500,
    "CLP": 700, "UAH": 20,
}  # fmt: skip

_THOUSAND, _LAKH, _MILLION = 1e3, 1e5, 1e6  # _SCALES knows no millions: all else is
_PENSION = 401  # "401k"
_HOURLY, _UNSURE, _MONTHLY = 200, 1200, 12000  # a sum below is an hour's, a day's or a week's, a month's
_STEEPEST, _FALLING = 12, 3  # no range rises, or falls, by more
_STEP = lazy(r"\s*[-–—,/;]\s*")  # between the points of a scale
_HIGHEST_STEP = 1.3  # times the point before
_CHEAP = 100  # millions of a currency of which a dollar buys so much are a salary
_PREFIXES = [s for s in sorted(_MARKS, key=len, reverse=True) if not s[-1].isalpha() or s in ("rs", "kr", "zł", "rm", "ksh")]
_MARK = "|".join(map(re.escape, _PREFIXES))
_CODE = "|".join(CURRENCIES)
_DIGIT = lazy(r"\d")
_SIGN_LENGTH = 12  # characters: no currency before a number is longer
_SUM = lazy(
    rf"(?:(?:(?<![a-z])(?P<code>{_CODE})[\s\u00a0:]?(?:[$£€₹]\s?)?|(?:(?<![a-z])(?P<mark>{_MARK})|(?P<sign>[$£€₹¥]))[\s\u00a0]?"
    rf"|(?P<rand>(?<![a-z\d])R[\s\u00a0]?)(?=\d{{1,3}}[ ,\u00a0]\d{{3}}(?!\d)|\d{{5,7}}(?!\d))))?"
    r"(?<![\d.,_#])(?P<number>\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d+(?:[.,]\d{1,2})?(?!\d))"
    r"(?:[\s\u00a0]?(?P<scale>k|l|lpa|lakhs?|lacs?|crores?|cr|millions?|billions?|trillions?|mn|bn|mm|m|b)(?![a-z]))?"
    rf"(?:[\s\u00a0]?(?P<after>{_CODE}|us[\s\u00a0]?\$|euros?|(?:us\s+)?dollars?|pounds|rupees|zloty|zł|kč|kr(?![a-z])\.?|[€£₹$])(?![a-z]|\d))?"
    r"(?P<open>\+(?!\s*(?:tips|gratuit|comm|bonus|benefit|equity|super))"
    r"|\s\+(?=\s*(?:$|[,.;)])))?(?:/-)?",  # "90k+" is open, "90k + equity" is not
    re.IGNORECASE,
)
_HOUR = r"(?:per|an|a|/|each|p)\s?(?:hours?|hrs?|h)|p\.?h|p/h|hourly|hour|hr|(?:pro|par|por|/)\s?(?:stunde|std|heure|hora)"
_DAY = r"(?:per|a|/|each|p)\s?(?:days?|d)|p\.?d|per\s+diem|daily"
_WEEK = r"(?:per|a|/|each|p)\s?(?:weeks?|wk)|p\.?w|weekly|p/w"
_MONTH = (
    r"(?:per|a|/|each|p|every)\s?(?:months?|mo|mth)|p\.?c\.?m|p\.?m|p/m|monthly|month"
    r"|(?:pro|im|par|por|al|/)\s?(?:monat|mois|mes|mese)"
)
_YEAR = (
    r"(?:per|a|/|each|p)\s?(?:years?|yrs?|annum|anum|y|pa)|p\.?\s?a|p/a|annually|yearly|annual|year|yr|lpa"
    r"|(?:pro|im|par|por|/)\s?(?:jahr|an|año)|jährlich"
)
_ONCE = (
    r"fixed[- ](?:bid|fee|price)|one[- ](?:time|off)|flat\s+(?:fee|rate)|lump\s+sum|in\s+total"
    r"|(?:per|a|/)\s?(?:project|assignment|article|gig|commission)|for\s+the\s+(?:whole\s+)?project"
)
_PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", _HOUR), ("day", _DAY), ("week", _WEEK), ("month", _MONTH), ("year", _YEAR), ("once", _ONCE),
)  # fmt: skip
_ONE_PERIOD = "|".join(f"(?P<{name}>{words})" for name, words in _PERIODS)
_WORDS_BETWEEN = (
    r"(?:(?:[ \t\u00a0,()\[\]–-]|\b(?:gross|brutto|bruto|net|netto|base|doe|ctc|salary|fixed|pro[- ]?rata|fte|total|before\s+tax|basic|paid"
    r"|(?:and|or)\s+up)\b|usd|eur|gbp|cad|aud|[$£€])*)"
)
_PERIOD_AFTER = lazy(rf"{_WORDS_BETWEEN}(?:{_ONE_PERIOD})(?![a-z])\.?", re.IGNORECASE)
_PERIOD_BEFORE = lazy(
    r"\b(?:(?P<hour>hourly|per\s+hour)|(?P<day>daily|day\s+rate|per\s+day)|(?P<week>weekly|per\s+week)|(?P<month>monthly"
    r"|per\s+month)|(?P<year>annual(?:ly|i[sz]ed)?|yearly|per\s+annum|p\.a|ctc|year\s+pay|ote))\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)
_JOIN = (
    r"(?:-|–|—|−|‑|‐|~|\bto\b|\bthrough\b|\bthru\b|\bup\s+to\b|\btill\b|\bbis\b|à"
    r"|\band\s+(?:goes\s+|going\s+|rising\s+)?(?:up\s+)?to\b|\band\b)"
)
_BETWEEN = lazy(
    rf"{_WORDS_BETWEEN}(?:(?:{_ONE_PERIOD})(?![a-z])\.?)?[\s\u00a0]*(?:(?P<join>{_JOIN})(?:\s+up\s+to\b)?|[\"'’”,;"
    rf"|/]*\s*\bmax(?:imum)?\b\.?\s*\w{{0,6}}\s*[:=]?)[\s\u00a0\"'“]*",
    re.IGNORECASE,
)
_AT_MOST = lazy(
    r"\b(?:up\s+to|as\s+much\s+as|limited\s+to|capped\s+at|(?:to\s+)?a\s+maximum(?:\s+of)?|max(?:imum)?\.?(?:\s+of)?|no\s+more\s+than"
    r"|max(?:imum)?\.?\s+(?:\w+\s+)?(?:salary|pay|wage|compensation|rate)\b[^.;$£€\d]{0,60})\s*[:=]?\s*$",
    re.IGNORECASE,
)
_AT_LEAST = lazy(
    r"\b(?:from|start(?:s|ing)?\s*(?:(?:\w+\s+){0,3}(?:at|from)|of|is|:)|min(?:imum)?\.?(?:\s+(?:of|salary|pay|wage|rate))*|at\s+least|upwards\s+of|no\s+less\s+than|over|more\s+than"
    r"|base[ds]?\s+from)\s*[:=]?\s*$",
    re.IGNORECASE,
)
_CODE_AFTER = lazy(rf"\s?\(?(?P<code>{_CODE})(?![a-z])", re.IGNORECASE)
_MILLS = lazy(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")  # "$38.547 an hour": no thousands
_OPEN_AFTER = lazy(r"\s*(?:and|or)\s+(?:up|more|above|upwards)\b", re.IGNORECASE)
_OPEN_PERIOD = lazy(
    r"(?:\s*(?:\+|plus|and)\s*(?:tips|gratuities|commission|bonus(?:es)?))?\s+(?:(?:and|or)\s+(?:up|above|upwards|higher)|or\s+more)\b(?!\s+to\b)|\+(?=\s*(?:$|[,.;)]))",
    re.IGNORECASE,
)  # "$20 an hour and up"


@dataclass(frozen=True, slots=True)
class Sum:
    """Money in a text: its range, bounds (None: open), currency and period as far as the text tells.

    `scaled`: thousands or lakhs are spelled out ("95k"). `huge`: millions and more. `bare`: neither currency nor scale stands at it.
    """

    start: int
    end: int
    min: float | None
    max: float | None
    currency: str | None
    mark: str = ""
    period: Period | None = None
    period_stated: bool = False
    scaled: bool = False
    huge: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is no more than a number."""
        return not (self.mark or self.scaled)

    @property
    def value(self) -> float:
        """The greater bound."""
        return max(v for v in (self.min, self.max) if v is not None)


def _read(match: re.Match[str]) -> Sum | None:
    number = amount(match["number"])
    if number is None or (number < _THOUSAND and _DECADE.match(match.string, match.end())):
        return None
    scale = (match["scale"] or "").casefold()
    mark = (match["code"] or match["mark"] or match["sign"] or match["rand"] or match["after"] or "").strip().casefold()
    if number == _PENSION and scale == "k":
        return None
    if mark == "$" and match["after"] and match["after"].casefold() in CURRENCIES:
        mark = match["after"].casefold()  # "$65,000 CAD"
    if mark.startswith("us") and mark.endswith("$"):
        mark = "us$"  # "96,566 US $"
    known = mark.upper() if mark in CURRENCIES else {"r": "ZAR", "dollar": None}.get(mark, _MARKS.get(mark))
    if scale in ("lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "cr"):
        known = "INR"
    if scale == "l" and known != "INR":
        return None
    factor = _SCALES.get(scale, _MILLION if scale else 1)
    value = round(number * factor, 2)
    return Sum(
        match.start(),
        match.end(),
        value,
        None if match["open"] else value,
        known,
        mark,
        "year" if scale == "lpa" else None,
        scale == "lpa",
        bool(scale),
        factor == _MILLION and _WORTH.get(known or "", 1) < _CHEAP,
    )


def _merge(a: Sum, b: Sum) -> Sum | None:
    """The range from one sum to another; None where they are no range."""
    low, high = a.min or 0.0, b.min or 0.0
    step = _LAKH if "INR" in (a.currency, b.currency) else _THOUSAND
    if b.scaled and not a.scaled and low < _THOUSAND:  # "$45-55k"
        low *= step
    elif a.scaled and not b.scaled and high < _THOUSAND:
        high *= step
    if a.mark and b.mark and a.currency and b.currency and a.currency != b.currency:
        return None
    if not low or not high or high / low > _STEEPEST or low / high > _FALLING:
        return None
    mark = a.mark or b.mark
    return Sum(
        a.start,
        b.end,
        low,
        high,
        a.currency or b.currency,
        mark,
        a.period or b.period,
        a.period_stated or b.period_stated,
        a.scaled or b.scaled,
        a.huge or b.huge,
    )


def _period(match: re.Match[str] | None) -> Period | None:
    return next((name for name, _ in _PERIODS if match.groupdict().get(name)), None) if match else None


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number with its currency; looked for near digits alone, since the pattern would try each character."""
    at = 0
    while (digit := _DIGIT.search(text, at)) is not None:
        match = _SUM.search(text, max(at, digit.start() - _SIGN_LENGTH))
        if match is None:
            return
        yield match
        at = match.end()


def find_sums(text: str) -> list[Sum]:
    """Every sum of money, and every bare number that could be one, in order; ranges are one."""
    singles = [s for m in _numbers(text) if (s := _read(m))]
    found: list[Sum] = []
    i = behind = 0
    while i < len(singles):
        one = singles[i]
        both = _joined(text, one, singles[i + 1]) if i + 1 < len(singles) else None
        i += 2 if both else 1
        stop = singles[i].start if i < len(singles) else len(text)
        found.append(_finish(text, both or one, behind, stop))
        behind = behind if found[-1].bare else found[-1].end
    return _scales(text, found)


def _scales(text: str, sums: list[Sum]) -> list[Sum]:
    """The sums, with the rising points of a pay scale made one range: "€31,000 - €32,500 - €33,900 - €35,400"."""
    found: list[Sum] = []
    for one in sums:
        last = found[-1] if found else None
        if last is not None and last.max and one.min and one.max and not last.bare and last.currency == one.currency:
            gap = text[last.end : one.start]
            if one.bare and _TIME_AFTER.match(text, one.end):
                found.append(one)
                continue
            stepped = last.min != last.max or one.min != one.max  # two figures alone were told apart before
            if stepped and _STEP.fullmatch(gap) and last.max < one.min < last.max * _HIGHEST_STEP:
                found[-1] = replace(last, end=one.end, max=one.max, period=one.period, period_stated=one.period_stated)
                continue
        found.append(one)
    return found


def _joined(text: str, one: Sum, other: Sum) -> Sum | None:
    """The range from one sum to the next; None where what stands between them makes none."""
    gap, before = text[one.end : other.start], text[max(0, one.start - 30) : one.start]
    if gap.isspace() and one.mark == other.mark != "" and not before.strip() and not text[other.end : other.end + 30].strip():
        return _merge(one, other) if one.value < other.value else None  # two bounds and no other word
    join = _BETWEEN.fullmatch(gap)
    if join is None or not (join["join"] or re.search(r"\bmin", before, re.IGNORECASE)):
        return None
    if other.bare and not one.bare and _TIME_AFTER.match(text, other.end):
        return None
    if one.bare and gap.count(")") > gap.count("("):
        return None  # "(level 5) - 22.98": the first stands in a bracket of its own
    if join["join"] and join["join"].casefold() == "and" and not re.search(r"\bbetween\b\W*$", before, re.IGNORECASE):
        return None
    both, period = _merge(one, other), _period(join)
    return replace(both, period=both.period or period, period_stated=both.period_stated or period is not None) if both else None


def _finish(text: str, one: Sum, low: int, high: int) -> Sum:
    """Add what stands around a sum: "up to", "from", "a year"."""
    before, after = text[max(low, one.start - 90) : one.start], text[one.end : min(high, one.end + 40)]
    single = one.min == one.max
    if single and _AT_MOST.search(before):
        one = replace(one, min=None)
    elif single and (_OPEN_AFTER.match(after) or _AT_LEAST.search(before)):
        one = replace(one, max=None)
    if one.period is None:
        match = _PERIOD_AFTER.match(after)
        period = _period(match)
        if match and period:
            whole = not {"(", ")"} & set(match.group())
            end = one.end + match.end() - (re.search(r"[a-z]{3}\.$", match.group(), re.IGNORECASE) is not None)
            one = replace(one, period=period, period_stated=True, end=end if whole else one.end)
            if single and one.min == one.max and _OPEN_PERIOD.match(text, one.end, min(high, one.end + 40)):
                one = replace(one, max=None)
        else:
            period = _period(_PERIOD_BEFORE.search(before))
            if period != "year" and likely_period(one.value, one.currency) == "year":
                period = None  # "paid monthly, $60,000": no month's pay
            one = replace(one, period=period, period_stated=period is not None)
    elif not single and (match := _PERIOD_AFTER.match(after)) is not None and _period(match) == one.period and ")" not in match.group():
        one = replace(one, end=one.end + match.end())  # "$19/hour - $27/hour"
    if one.period == "hour" and one.value >= _THOUSAND and _MILLS.search(text, one.start, one.end):
        low_rate, high_rate = (v / _THOUSAND if v is not None and v >= _THOUSAND else v for v in (one.min, one.max))
        one = replace(one, min=low_rate, max=high_rate)
    code = _CODE_AFTER.match(text, one.end, high) if one.period and not one.mark else None
    if code is not None:  # "25/hour USD"
        one = replace(one, currency=code["code"].upper(), mark=code["code"].casefold(), end=code.end())
    return one


def worth(value: float, currency: str | None) -> float:
    """About so many dollars."""
    return value / _WORTH.get(currency or "", 1)


def likely_period(value: float, currency: str | None) -> Period | None:
    """The period that a figure of this size is for, or None where it could be several."""
    size = worth(value, currency)
    if size < _HOURLY:
        return "hour"
    if size < _UNSURE:
        return None
    return "month" if size < _MONTHLY else "year"


def named_lands(text: str) -> frozenset[str]:
    """The one country with dollars that a text speaks of, where the job's place isn't known; empty where there are two or none."""
    lands = {_DOLLAR_NAMES[" ".join(m.group().casefold().split())] for m in _DOLLAR_NAME.finditer(text)}
    if _CANADAS_CODE.search(text):
        lands.add("CA")
    return frozenset(lands) if len(lands) == 1 else frozenset()


def land_currency(mark: str, countries: frozenset[str]) -> str | None:
    """The currency of a mark that several countries use, by the job's country; without a mark, that of the one country, if it is one."""
    if not mark:
        return _OWN_MONEY.get(next(iter(countries))) if len(countries) == 1 else None
    lands = _KRONE_LANDS if mark.startswith("kr") else DOLLAR_LANDS
    fit = {lands[c] for c in countries if c in lands}
    if len(fit) == 1:
        return fit.pop()
    return "SEK" if mark.startswith("kr") else "USD"


def code_of(text: str) -> str | None:
    """The ISO code that a currency's code or sign stands for; None for an unknown one."""
    mark = text.strip().casefold()
    return mark.upper() if mark in CURRENCIES else _MARKS.get(mark)


def period_of(text: str) -> Period | None:
    """The period that a word such as `YEAR`, `hourly` or `per month` stands for."""
    return _period(_PERIOD_AFTER.fullmatch(text.strip().casefold()))
