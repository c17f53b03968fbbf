"""Pay figures in a plain text, told apart from all other money that a posting speaks of."""

from __future__ import annotations

import re

from jdlint.posting.facts.money import Sum, find_sums, likely_period, worth
from jdlint.posting.facts.wraps import unwrap
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass
from jdlint.text.words import sentences

# Words that make a sum pay ...
_PAY = lazy(
    r"\b(?:salar(?:y|ies)|pay|paid|pays|paying|compensation|wages?|remuneration|ote|ctc|hourly|day\s+rate|rates?|base|package|stipend"
    r"|honorarium|per\s+annum|income|(?:hiring|recruitment)\s+range|gehalt|gross|fte|pro[- ]?rata|you(?:['’]ll|\s+(?:will|can"
    r"|could))?\s+earn|earnings)\b",
    re.IGNORECASE,
)
# ... and words that make it something else: what is given besides, what the employer earns, handles, sells or spends.
_BESIDES = (
    r"bonus(?:es)?|sign[- ]?on|signing|joining|allowances?|vouchers?|reimburs\w+|tuition|40[13]\s?\(?[kb]\)?|match(?:es|ed|ing)?"
    r"|insurance|insured"
    r"|relocation|referrals?|refer|equity|stock|shares|options|rsus?|contribut\w+|perks?|coverage|credits?|education|learning|training"
    r"|development"
    r"|wellness|wellbeing|fitness|gym|home[- ]office|office|equipment|laptop|internet|connectivity|phone|travel|commut\w+|meals?|lunch"
    r"|differential"
    r"|overtime|nights?\s+(?:out|away)|subsistence|call-?outs?|sleep-?ins?|premium|variable|commission|incentive|retention|attendance|longevity|uniform|shoes?|boots?|childcare|parking|mileage"
    r"|per\s+mile"
    r"|benefits?\s+(?:of|up|worth|valued)|additional|extra|deductible"
)
_BUSINESS = (
    r"budgets?|revenues?|funding|funded|raised|raises?|raising|arr|mrr|gmv|valuation|valued|turnover|grants?|donat\w+|liability"
    r"|portfolios?|assets|aum"
    r"|customers?|clients?|users?|quotas?|sales|sells?|sold|targets?|fees?|fines?|costs?|prices?|priced|discounts?|sav(?:e|es|ed|ing"
    r"|ings)|industry"
    r"|economy|spend(?:s|ing)?|worth|invest\w*|funds?|backed|series|seed|endowment|tickets?|bills?|loans?|propert\w+|estates?|deals?"
    r"|prizes?"
    r"|purchas\w+|charit\w+|projects?|programs?|programmes?|contracts?|acquisitions?|transactions?|orders?|subscription|accounts?|dues"
    r"|deposit"
    r"|rent(?:s|al|als|ed|ing)?|apartments?\s+(?:can|are|cost|from|for)|tax(?:es)?|market\s+cap|billion|million|(?:paid|pay|paying)\s+out|(?:members|customers|clients|patients|users|students|families"
    r"|parents"
    r"|tenants|visitors)\s+pay"
)
_NOT_PAY = lazy(rf"\b(?:{_BESIDES}|{_BUSINESS})\b", re.IGNORECASE)
# Under a key for pay, a fee is what the person gets: "A fee of up to 900".
_FEE = lazy(
    r"^\W*(?:(?:an?|the|our|your|flat|fixed|total|one-off|project|artist['’]?s?|freelance)\s+)*fee\b:?\s*"
    r"(?:(?:is|of|up|to|about|around)\s+)*\W*$",
    re.IGNORECASE,
)
_LOOSE = frozenset(("stipend", "package", "paid", "pay", "rate", "rates", "income", "base"))  # "home office stipend", "relocation package"
_BOUGHT = lazy(rf"\b(?:{_BESIDES}|{_BUSINESS})\W{{0,3}}(?:\b(?:is|are) )?$", re.IGNORECASE)  # "overtime is paid at"
_INSURED = lazy(r"\b(?:insurance|premiums?|coverage|tuition|401\s?\(?k)\b[^.;]{0,60}$|\bpay\s+\d+\s?%[^.;]{0,60}$", re.IGNORECASE)
_TIPS = lazy(r"\b(?:tips|gratuities)\b\W{0,4}$", re.IGNORECASE)  # "plus tips ($3-5/hr)"
_MARKET = lazy(
    r"\baverage\s+(?:base\s+|annual\s+|national\s+|yearly\s+|starting\s+)*(?:salar|pay\b|wage|compensation|income|earnings)"
    r"|\b(?:median|national\s+average|market\s+average|industry\s+average)\b|\baccording\s+to\s+(?:glassdoor|payscale|indeed|linkedin"
    r"|salary\.com|the\s+bureau|bls)"
    r"|\btypical\s+(?:annual\s+)?salar|\bsalar(?:y|ies)\s+(?:for|of)\s+(?:an?\s+)?(?:[\w-]+\s+){1,4}(?:typically|generally|usually"
    r"|varies|vary)"
    r"|\b(?:salary|pay|wage)s?\b[^.;]{0,30}\bin\s+(?:the|this)\s+(?:industry|field|market|profession)\b",
    re.IGNORECASE,
)
_PHRASE_END = lazy(
    r"[;&\n]|\(?\bsubject\s+to\b|,(?!\s*(?:sign|plus))|\.\s|\s\+\s?|\b(?:and|plus|with|depend\w+|according|reflecting|based|commensurate|doe)\b",
    re.IGNORECASE,
)
_CLAUSE_START = lazy(r"[;\n]|[.!?]\s|(?<=\w)\s\+\s|\bplus\b", re.IGNORECASE)
_JUST_AFTER = 3  # words between a sum and the noun that it belongs to
_BEHIND = 60
_AHEAD = 300  # how much of a long sentence is looked at

# A number without a currency is pay only straight after a word for pay, or first where pay is expected.
_BARE_LEAD = lazy(
    r"\b(?:salary|pay|wages?|compensation|rate|hourly|stipend|ote|ctc|remuneration)\b"
    r"(?:\s+(?:range|rate|scale|band|is|of|from|between|up|to|starts?|starting|at|per|hour|annum|month|year|circa|c\.|about"
    r"|around))*\s*[:=–-]?\s*$",
    re.IGNORECASE,
)
_BARE_AFTER = lazy(
    r"\s*(?:$|[,.;)(+\n/–-]|(?:per|an?|based|doe|depend\w*|plus|gross|net|brutto|hourly|annual\w*|yearly|monthly|weekly|daily|p\.?a"
    r"|negotiable"
    r"|commensurate|or|and|with|ctc|fixed|pro)\b)",
    re.IGNORECASE,
)
_OTHER_NUMBER = lazy(
    r"(?:\b(?:band|grade|level|step|tier|scp|njc|spine|points?|no|number|section|page|class|pg|code)\b\s?[-.:]?\s?|[A-Za-z]-?|[#§])$",
    re.IGNORECASE,
)
_UNIT_AFTER = lazy(
    r"\s?(?:%|°|(?:hours?|hrs?|days?|weeks?|months?|years?|people|employees|st|nd|rd|th|am|pm|x|lbs?|kg|miles|minutes|percent)\b|:"
    r"|/\s?\d|\(k\)|\+?\s+years)",
    re.IGNORECASE,
)
_HOURS = lazy(r"\d\s+h(?:ou)?rs?\b", re.IGNORECASE)
_LEAST_BARE, _LEAST_WITH_CENTS = 5, 2
_CENTS = lazy(r"\d[.,]\d\d\b")
# "full-time, exempt, $48,000"
_TYPED = lazy(r"\b(?:(?:full|part)[- ]time|exempt|salaried|permanent)[^.;\n]{0,12}[,|·–-]\s*$", re.IGNORECASE)
_YEARS = (1900, 2100)

# What a person may earn in a period, in about dollars.
_EARNED = {"hour": (2, 300), "day": (40, 3000), "week": (100, 8000), "month": (400, 40000), "year": (5000, 900000), "once": (20, 50000)}
_MOST = 2_000_000
_OPENS = lazy(r"(?:^|[:;(|–—-])\s*$")
_BESIDE = lazy(r"\W*(?:or|and|/|\()?\W*", re.IGNORECASE)
_WIDE = 2.2  # a range without a word for pay is pay only if it is narrower
_LINE = 40  # characters: a line with hardly more than the sum
_SHORT = 90  # a line of its own, such as a title with the pay in it
_GAP = 60


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum that is pay; `market`: what such jobs pay in general. `confidence` is lower where no word says so."""

    sum: Sum
    market: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class _Around:
    """A sum's sentence, and the sums before and after it in that sentence."""

    text: str
    low: int
    high: int
    previous: Sum | None
    following: int

    def before(self, one: Sum) -> str:
        return self.text[max(self.low, one.start - _AHEAD, self.previous.end if self.previous else 0) : one.start]

    def after(self, one: Sum) -> str:
        return self.text[one.end : min(self.high, self.following, one.end + _BEHIND)]


def _cue(text: str) -> bool | None:
    """What the last telling word says: True pay, False other money, None nothing.

    Loose words such as "pay" or "stipend" say nothing of a benefit: "home office stipend", "insurance (we pay ...)".
    """
    if _TIPS.search(text):
        return False
    insured = _INSURED.search(text) is not None
    good = bad = (-1, 0)
    for word in _PAY.finditer(text):
        if word.group().casefold() not in _LOOSE or not (insured or _BOUGHT.search(text[: word.start()])):
            good = (word.end(), -word.start())
    for word in _NOT_PAY.finditer(text):
        bad = (word.end(), -word.start())
    if good == bad:
        return False if insured else None
    return good > bad


def _last_clause(text: str) -> str:
    """The clause that a figure after the text belongs to; it may stand on the line below its words."""
    if text.rstrip(" \t").endswith("\n"):
        text = text.rstrip()
    return _CLAUSE_START.split(text)[-1]


def _next_word(text: str) -> bool | None:
    """What the noun right after a sum says: "$5,000 signing bonus", "£60k OTE"."""
    phrase = _PHRASE_END.split(text, maxsplit=1)[0]
    bad, good = _NOT_PAY.search(phrase), _PAY.search(phrase)
    if bad and (good is None or bad.start() < good.start()):
        return False if len(phrase[: bad.start()].split()) <= _JUST_AFTER else None
    return True if good else None


def _is_plausible(text: str, one: Sum) -> bool:
    """Whether a sum that no word explains could be what a person earns: by its period, as a range, or alone on its line."""
    if one.period is not None:
        low, high = _EARNED[one.period]
        return low <= worth(one.value, one.currency) <= high and (one.period_stated or len(text) < _SHORT)
    likely = likely_period(one.value, one.currency)
    if likely != "year" and not (likely == "month" and len(text) < _LINE):
        return False
    if one.min is not None and one.max is not None and one.min < one.max:
        return len(text) < _SHORT or (one.max / one.min < _WIDE and _OPENS.search(text[max(0, one.start - 4) : one.start]) is not None)
    return likely == "year" and len(text) < _LINE


def _goes_on(gap: str, previous: Sum, one: Sum) -> bool:
    """Whether a sum stands beside pay: "$52,000 ($25 an hour)", "Servers $5, hosts $10"."""
    if _BESIDE.fullmatch(gap):
        return True
    alike = likely_period(one.value, one.currency) == likely_period(previous.value, previous.currency) or _is_plausible(gap, one)
    return alike and _NOT_PAY.search(gap) is None and len(gap) < _GAP


def _judge(around: _Around, one: Sum, expected: bool, goes_on: bool) -> float:
    """How sure it is that a sum is this job's pay; 0 where it is not."""
    if one.huge or worth(one.value, one.currency) > _MOST:
        return 0.0
    after = _next_word(around.after(one))
    if after is False:
        return 0.0
    before = _cue(_last_clause(around.before(one)))
    if before is False and expected and _FEE.match(_last_clause(around.before(one))):
        return 0.9
    if before is not None:
        return float(before)
    if after or expected or goes_on:
        return 0.9
    if one.mark and _is_plausible("", one) and _TYPED.search(around.before(one)):
        return 0.8
    if (
        not one.bare
        and _cue(_last_clause(around.text[max(around.low, one.start - _AHEAD) : one.start])) is not False
        and _is_plausible(around.text, one)
    ):
        return 0.6
    return 0.0


def _is_money(text: str, one: Sum, expected: bool) -> bool:
    """Whether a figure is a sum at all."""
    if one.mark:
        return True
    before, after = text[max(0, one.start - _GAP) : one.start], text[one.end : one.end + 14]
    if _OTHER_NUMBER.search(before) or _UNIT_AFTER.match(after):
        return False
    if one.scaled:
        return True
    number = text[one.start : one.end]
    is_year = _YEARS[0] <= one.value <= _YEARS[1] and "," not in number
    least = _LEAST_WITH_CENTS if _CENTS.search(number) else _LEAST_BARE
    if is_year or one.value < least or _HOURS.search(number) or not _BARE_AFTER.match(text, one.end):
        return False
    first = not re.search(r"\w", text[max(0, one.start - _AHEAD) : one.start].rpartition("\n")[2].rpartition(":")[2])
    return (expected and first) or _BARE_LEAD.search(before) is not None


def find_figures(text: str, expected: bool = False) -> list[Figure]:
    """The pay figures in a plain text; `expected` where it stands in a pay section or is the value of a pay field."""
    text = unwrap(text)
    sums = [s for s in find_sums(text) if _is_money(text, s, expected)]
    if not sums:
        return []
    bounds = sentences(text)
    found: list[Figure] = []
    last: Sum | None = None  # the last sum, if it was pay
    at = 0
    for i, one in enumerate(sums):
        while at + 1 < len(bounds) and bounds[at][1] <= one.start:
            at += 1
        low, high = bounds[at]
        previous = sums[i - 1] if i and sums[i - 1].end > low else None
        around = _Around(text, low, high, previous, sums[i + 1].start if i + 1 < len(sums) else len(text))
        goes_on = last is not None and last is previous and _goes_on(text[last.end : one.start], last, one)
        sure = _judge(around, one, expected, goes_on)
        last = one if sure else None
        if sure:
            found.append(Figure(one, _MARKET.search(text, max(low, one.start - _AHEAD), min(high, one.end + _AHEAD)) is not None, sure))
    return found
