"""Pay figures for this job, told apart from all other money that a posting speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jdlint.posting.facts.money import Sum, find_sums, land_currency, likely_period
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.model import Block, Excerpt, Field, Pay
from jdlint.text.words import sentences

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|pays|paying|compensation|wages?|remuneration|ote|ctc|hourly|day\s+rate|rate|rates|base|package|stipend|honorarium|per\s+annum|income|hiring\s+range"
    r"|pay\s*scale|gehalt|gross|you\s+(?:will|can|could|['’]ll)?\s*earn|earnings|tips)\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:bonus(?:es)?|sign[- ]?on|signing|joining|allowances?|vouchers?|reimburs\w+|tuition|401\s?\(?k\)?|403\s?\(?b\)?|match(?:es|ed|ing)?|budgets?|revenues?|funding|funded|raised|raises?|raising|arr|mrr|gmv"
    r"|valuation|valued|turnover|grants?|donat\w+|insurance|insured|liability|deductible|relocation|referrals?|refer|equity|stock|shares|options|rsus?|portfolios?|assets|aum|customers?|clients?|users?|quotas?"
    r"|sales|targets?|fees?|fines?|costs?|prices?|priced|discounts?|sav(?:e|es|ed|ing|ings)|contribut\w+|perks?|coverage|credits?|industry|economy|spend(?:s|ing)?|worth|invest\w*|funds?|backed|series|seed"
    r"|endowment|education|learning|training|development|wellness|wellbeing|fitness|gym|home[- ]office|office|equipment|laptop|internet|connectivity|phone|travel|commut\w+|meals?|lunch|tickets?|bills?|loans?|propert\w+"
    r"|estates?|deals?|prizes?|purchas\w+|differential|overtime|premium|variable|commission|incentive|charit\w+|projects?|programs?|programmes?|contracts?|acquisitions?|transactions?|orders?|subscription|retention|attendance|longevity|uniform|shoes?|boots?|childcare|parking|mileage|per\s+mile|accounts?|life\s+insurance|dues|deposit|tax(?:es)?|market\s+cap|benefits?\s+(?:of|up|worth|valued)|billion|million)\b",
    re.IGNORECASE,
)
_LOOSE = frozenset(
    ("stipend", "package", "paid", "pay", "rate", "rates", "tips", "income", "base")
)  # "home office stipend", "relocation package"
_BOUGHT = re.compile(rf"{_NOT_PAY.pattern}\W{{0,3}}$", re.IGNORECASE)
_MARKET = re.compile(
    r"\baverage\s+(?:base\s+|annual\s+|national\s+|yearly\s+|starting\s+)*(?:salar|pay\b|wage|compensation|income|earnings)|\b(?:median|national\s+average|market\s+average|industry\s+average)\b"
    r"|\baccording\s+to\s+(?:glassdoor|payscale|indeed|linkedin|salary\.com|the\s+bureau|bls)|\btypical\s+(?:annual\s+)?salar|\bsalar(?:y|ies)\s+(?:for|of)\s+(?:an?\s+)?(?:[\w-]+\s+){1,4}(?:typically|generally|usually|varies|vary)"
    r"|\b(?:salary|pay|wage)s?\b[^.;]{0,30}\bin\s+(?:the|this)\s+(?:industry|field|market|profession)\b",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"[;&\n]|,(?!\s*(?:sign|plus))|\.\s|\s\+\s?|\b(?:and|plus|with|depending|based|commensurate|doe)\b", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[;\n]|\.\s|(?<=\w)\s\+\s|\bplus\b", re.IGNORECASE)
_BARE_LEAD = re.compile(
    r"\b(?:salary|pay|wages?|compensation|rate|hourly|stipend|ote|ctc|remuneration)\b(?:\s+(?:range|rate|scale|band|is|of|from|between|up|to|starts?|starting|at|per|hour|annum|month|year))*\s*[:=–-]?\s*$",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(
    r"\s*(?:$|[,.;)(+\n/–-]|(?:per|an?|based|doe|depend\w*|plus|gross|net|brutto|hourly|annual\w*|yearly|monthly|weekly|daily|p\.?a|negotiable|commensurate|or|and|with|ctc|fixed|pro)\b)",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\b(?:salary|pay|wages?|compensation|rate|remuneration|stipend)\b", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:band|grade|level|step|tier|scp|njc|spine|points?|no|number|section|page|class|pg|code)\b\s?[-.:]?\s?|[A-Za-z]-?|[#§])$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"\s?(?:%|°|hours?\b(?!\s*rate)|hrs?\b|days?\b|weeks?\b|months?\b|years?\b|people|employees|st\b|nd\b|rd\b|th\b|(?:am|pm)\b|:|/\s?\d|x\b|lbs?\b|kg\b|miles|minutes|percent|employees|\(k\)|k\s?\(|\+?\s+years)",
    re.IGNORECASE,
)
_GRADES = re.compile(
    r"\b(?:GS[- ]?\d{1,2}(?:[/-]\d{1,2})?|(?:NHS\s+|AfC\s+)?Band\s+\d[a-d]?|(?:Pay\s+)?Grade:?\s+(?:[A-Z]{0,3}[- ]?\d{1,3}|[A-Z])\b|(?:NJC\s+)?SCP\s*\d{1,2}(?:\s?[-–]\s?\d{1,2})?|NJC\s+(?:Scale\s+)?(?:Points?\s+)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
    r"|(?:IS|IT|AS|EC|PM|CS|EX|CR|PE|EL|APS|EO|HEO|SEO)[- ]?\d{1,2}\b|Spine\s+Points?\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?|(?:MPS|UPS|TLR)\s?\d?\b|WG-\d{1,2}|Step\s+\d{1,2})"
)
_SHORT = 90  # a line of its own, such as a title with the pay in it
_HUGE_YEAR = 2_000_000
_DASH_END = re.compile(r"\s*(?:-|–|—|\bto)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PayFigure:
    """A sum that is pay, and whether it is what such jobs pay in general."""

    sum: Sum
    market: bool = False
    confidence: float = 1.0


def _cue(text: str) -> bool | None:
    """What the last telling word says: True pay, False other money, None nothing."""
    good = max(
        (m.start() for m in _PAY.finditer(text) if not _BOUGHT.search(text[: m.start()]) or m.group().casefold() not in _LOOSE), default=-1
    )
    bad = max((m.start() for m in _NOT_PAY.finditer(text)), default=-1)
    return None if good == bad else good > bad


def _is_plausible(one: Sum) -> bool:
    """Whether a sum could be what a person earns in its period."""
    likely = likely_period(one.value, one.currency)
    if one.period is None:
        return likely == "year" and one.min is not None and one.max is not None and one.min < one.max
    return one.period == likely or (one.period in ("day", "week") and likely is None)


def _judge(text: str, low: int, high: int, one: Sum, previous: Sum | None, following: int, expected: bool) -> float | None:
    """How sure it is that a sum is this job's pay; 0 where it is other money, None where its words don't tell."""
    if one.huge or one.value > _HUGE_YEAR * (100 if one.currency and one.currency != "USD" else 1):
        return 0.0
    after = _PHRASE_END.split(text[one.end : min(high, following, one.end + 60)], maxsplit=1)[0]
    first = min(((m.start(), good) for pattern, good in ((_PAY, True), (_NOT_PAY, False)) if (m := pattern.search(after))), default=None)
    if first is not None and not first[1]:
        noun = _NOT_PAY.search(after)
        if noun and len(after[: noun.start()].split()) <= 3:
            return 0.0
    last = _CLAUSE_START.split(text[max(low, previous.end if previous else low) : one.start])[-1]
    before = _cue(last)
    if before is not None:
        return float(before)
    if first is not None and first[1]:
        return 0.9
    return 0.9 if expected else None


def _is_money(text: str, one: Sum, expected: bool) -> bool:
    """Whether a figure is a sum at all: bare numbers count only where pay is expected."""
    if one.mark:
        return True
    before, after = text[max(0, one.start - 40) : one.start], text[one.end : one.end + 14]
    if _OTHER_NUMBER.search(before) or _UNIT_AFTER.match(after):
        return False
    if one.scaled:
        return True
    number = text[one.start : one.end]
    if (1900 <= one.value <= 2100 and "," not in number) or one.value < 5 or re.search(r"\d\s+h(?:ou)?rs?\b", number):
        return False
    led = _BARE_LEAD.search(before) is not None or (expected and not re.search(r"\w", text[: one.start].rpartition("\n")[2].rpartition(":")[2]))
    return led and _BARE_AFTER.match(text, one.end) is not None


def find_figures(text: str, expected: bool = False, field: bool = False) -> list[PayFigure]:
    """The pay figures in a plain text. `expected`: it stands in a pay section; `field`: it is the value of a pay field."""
    if not any(c.isdigit() for c in text):
        return []
    found: list[PayFigure] = []
    sums = [s for s in find_sums(text) if _is_money(text, s, expected=field or expected)]
    if not sums:
        return []
    bounds = sentences(text)
    judged: dict[int, float] = {}
    for i, one in enumerate(sums):
        low, high = next(((a, b) for a, b in bounds if a <= one.start < b), (0, len(text)))
        previous = sums[i - 1] if i and sums[i - 1].end > low else None
        following = sums[i + 1].start if i + 1 < len(sums) else len(text)
        sure = _judge(text, low, high, one, previous, following, expected or field)
        if sure is None and previous and judged.get(i - 1) and _goes_on(text[previous.end : one.start], previous, one):
            sure = judged[i - 1]
        if sure is None:
            alone = (
                not one.bare and _is_plausible(one) and _cue(text[low : one.start]) is None and (one.period_stated or len(text) < _SHORT)
            )
            sure = 0.6 if alone else 0.0
        judged[i] = sure
        if sure:
            found.append(PayFigure(one, _MARKET.search(text, low, high) is not None, sure))
    return found


def _goes_on(gap: str, previous: Sum, one: Sum) -> bool:
    """Whether a sum stands beside pay: "$52,000 ($25 an hour)", "Servers $5, hosts $10"."""
    if re.fullmatch(r"\W*(?:or|and|/|\()?\W*", gap, re.IGNORECASE):
        return True
    alike = likely_period(one.value, one.currency) == likely_period(previous.value, previous.currency)
    return alike and not one.huge and _NOT_PAY.search(gap) is None and len(gap) < 60


def _countries(posting: Posting) -> set[str]:
    return {p.country for p in posting.places if p.country}


def _make(posting: Posting, block: Block, figure: PayFigure, grade: str | None = None) -> Pay:
    one = figure.sum
    currency, stated = one.currency, one.currency is not None
    if currency is None and one.mark:
        currency = land_currency(one.mark, _countries(posting))
    period = one.period or likely_period(one.value, currency)
    return Pay(
        Excerpt(block, one.start, one.end),
        one.min,
        one.max,
        currency,
        period,
        one.period_stated,
        stated,
        grade,
        figure.market,
        figure.confidence,
    )


def _part(field: Field) -> str:
    """Which part of a pay record a field holds: min, max, currency, period or "" for the pay itself."""
    words = " ".join(key_words(field.key)).split()
    for part, names in (
        ("currency", {"currency"}),
        ("period", {"period", "unit", "interval", "frequency", "per"}),
        ("min", {"min", "minimum", "from", "low", "lower", "start", "minvalue"}),
        ("max", {"max", "maximum", "to", "high", "upper", "end", "maxvalue"}),
        ("other", {"bonus", "equity", "benefits", "perks", "tips", "stock", "note", "notes"}),
    ):
        if names & set(words):
            return part
    return ""


def _from_fields(posting: Posting) -> Iterator[Pay]:
    """Pay in front matter or a record, where the bounds, the currency and the period may each have a key."""
    parts: dict[str, Field] = {}
    for field in fields_of(posting, "pay"):
        part = _part(field)
        if part in ("min", "max", "currency", "period") and part not in parts:
            parts[part] = field
        elif part == "":
            for figure in find_figures(field.block.text, field=True):
                yield _make(posting, field.block, figure, _grade_near(field.block.text, figure.sum))
    if "min" in parts or "max" in parts:
        yield from _from_parts(posting, parts)


def _from_parts(posting: Posting, parts: dict[str, Field]) -> Iterator[Pay]:
    values: dict[str, Sum] = {}
    for name in ("min", "max"):
        sums = find_sums(parts[name].block.text) if name in parts else []
        if sums and sums[0].value > 0:
            values[name] = sums[0]
    if not values:
        return
    low, high = values.get("min"), values.get("max")
    one = low or high
    assert one is not None  # noqa: S101  # one of the two is there
    currency = one.currency
    if "currency" in parts:
        code = parts["currency"].block.text.strip()
        named = [s.currency for s in find_sums(f"{code} 1")] if code else []
        currency = (named[0] if named else None) or currency
    period = one.period
    if "period" in parts:
        stated = [
            s.period
            for s in find_sums(
                f"$1 per {parts['period'].block.text.strip().casefold().removesuffix('ly').replace('annual', 'year').replace('dai', 'day')}"
            )
        ]
        period = stated[0] if stated and stated[0] else period
    block = parts["min" if low else "max"].block
    whole = replace(
        one,
        start=0,
        end=len(block.text),
        min=low.value if low else None,
        max=high.value if high else None,
        currency=currency,
        period=period,
        period_stated=period is not None,
    )
    yield _make(posting, block, PayFigure(whole))


def _grade_near(text: str, one: Sum) -> str | None:
    match = None
    for match in _GRADES.finditer(text, max(0, one.start - 60), min(len(text), one.end + 40)):
        break
    return match.group() if match else None


def _expected(posting: Posting, block: Block, previous: Block | None) -> bool:
    """Whether a block stands in a section about pay, or right below a line that announces it."""
    section = posting.section_of(block)
    if section is not None and section.kind == "pay":
        return True
    if previous is None or len(previous.text) > _SHORT or not (previous.kind == "heading" or previous.text.rstrip().endswith((":", "-"))):
        return False
    return _ANNOUNCES.search(previous.text) is not None


def _from_body(posting: Posting) -> Iterator[Pay]:
    blocks = [b for b in posting.blocks if b.kind not in ("code", "quote")]
    title = posting.title.block if posting.title else None
    for i, block in enumerate(blocks):
        if not any(c.isdigit() for c in block.text):
            continue
        figures = find_figures(block.text, expected=_expected(posting, block, blocks[i - 1] if i else None))
        if block is title and not figures:
            continue
        if figures and i + 1 < len(blocks) and _DASH_END.fullmatch(block.text[figures[-1].sum.end :]):
            rest = find_figures(blocks[i + 1].text, expected=True)
            if rest and rest[0].sum.start == 0:
                last = figures[-1]
                figures[-1] = replace(last, sum=replace(last.sum, max=rest[0].sum.max, period=rest[0].sum.period or last.sum.period))
        for figure in figures:
            yield _make(posting, block, figure, _grade_near(block.text, figure.sum))


def _all(posting: Posting) -> Iterator[Pay]:
    seen: set[tuple[float | None, float | None]] = set()
    ends: set[float] = set()
    for pay in (*_from_fields(posting), *_from_body(posting)):
        key = (pay.min, pay.max)
        single = pay.min is None or pay.max is None or pay.min == pay.max
        if key in seen or (single and (pay.max or pay.min) in ends):
            continue
        seen.add(key)
        ends.update(v for v in key if v is not None)
        yield pay


def find_pay(posting: Posting) -> tuple[Pay, ...]:
    """The pay figures for this job, those of fields first; a figure repeated, or a bound named again, counts once."""
    return tuple(p for p in _all(posting) if not p.market)


def find_market_pay(posting: Posting) -> tuple[Pay, ...]:
    """Figures that say what such jobs pay in general."""
    return tuple(p for p in _all(posting) if p.market)


def find_grades(posting: Posting) -> tuple[Excerpt, ...]:
    """Pay grades named anywhere, with or without figures: `GS-13`, `Band 6`, `SCP 12-17`."""
    blocks = (*(f.block for f in fields_of(posting, "pay")), *(b for b in posting.blocks if b.kind not in ("code", "quote")))
    return tuple(Excerpt(b, m.start(), m.end()) for b in blocks for m in _GRADES.finditer(b.text))
