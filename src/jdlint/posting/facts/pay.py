"""Pay for this job: figures of fields and of the body, and pay grades."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.figures import Figure, find_figures
from jdlint.posting.facts.money import (
    CURRENCIES,
    DOLLAR_LANDS,
    Period,
    Sum,
    code_of,
    find_sums,
    land_currency,
    likely_period,
    named_lands,
    period_of,
)
from jdlint.posting.facts.patterns import listed, sentence_around
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.kept import once
from jdlint.posting.model import Block, Excerpt, Field, Pay
from jdlint.text.lazy import lazy
from jdlint.text.record import replace

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_ANNOUNCES = lazy(r"\b(?:salary|pay|wages?|compensation|rate|remuneration|stipend)\b", re.IGNORECASE)
_ANNOUNCEMENT = 90  # characters: a longer line announces nothing
_DIGIT = lazy(r"\d")
_SIGN = lazy(r"[$£€₹¥₪₺₦₱₩]|R(?<![A-Za-z\d]R)[ \u00a0]?\d{1,3}[ ,\u00a0]?\d{3}(?!\d)")  # "R18 000" is in rands
_WORDS = listed(
    "salary salaries pay paid pays wage wages compensation rate stipend ote ctc remuneration hourly lpa lakh lakhs lac lacs crore k"
    " euro euros dollars pounds rupees rs kr zł kč rm ksh"
) | frozenset(CURRENCIES)
_SUPER = lazy(r"\bsuper(?:annuation)?\b", re.IGNORECASE)  # Australia's pension, named beside the pay
_BESIDE = 400  # characters
# A cap that is spoken of with such words is for the whole of the work, and not for a month of it.
_WHOLE_JOB = lazy(
    r"\b(?:billable|billed|invoic\w+|fees?|lump\s+sum|flat|project|assignment|commission(?:ed)?|deliverables?|in\s+total|honorarium)\b",
    re.IGNORECASE,
)
_GOES_ON = lazy(r"\s*(?:-|–|—|\bto)\s*$", re.IGNORECASE)
_GRADES = lazy(
    r"\b(?:GS[- ]?\d{1,2}(?:[/-]\d{1,2})?|WG-\d{1,2}|(?:NHS\s+|AfC\s+)?Band\s+\d[a-d]?"
    r"|(?:[Pp]ay\s+|[Ss]alary\s+)?Grade:?\s+(?:[A-Z]{0,3}[- ]?\d{1,3}|[A-Z])\b|(?:PAY|SALARY)\s+GRADE:?\s+[A-Z]{0,3}[- ]?\d{1,3}"
    r"|(?:NJC\s+)?SCP\s*\d{1,2}(?:\s?[-–]\s?\d{1,2})?|NJC\s+(?:Scale\s+)?(?:Points?\s+)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
    r"|Spine\s+[Pp]oints?\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?|(?:IS|IT|AS|EC|PM|CS|EX|CR|PE|EL|APS)-?\s?0?\d{1,2}\b|(?:MPS|UPS|TLR)\s?\d?\b)"
)
_BOUND = lazy(
    r"\b(?:(?P<min>min(?:imum)?|from|low(?:est)?|start(?:ing)?|entry)|(?P<max>max(?:imum)?|to|high(?:est)?|top))\b", re.IGNORECASE
)
_PARTS = (
    ("currency", frozenset({"currency"})),
    ("period", frozenset({"period", "unit", "interval", "frequency", "per"})),
    ("min", frozenset({"min", "minimum", "from", "low", "lower", "start", "minvalue"})),
    ("max", frozenset({"max", "maximum", "to", "high", "upper", "end", "maxvalue"})),
    ("other", frozenset({"bonus", "equity", "benefits", "perks", "tips", "stock", "note", "notes", "grade"})),
)


@once
def _lands(posting: Posting) -> frozenset[str]:
    """The countries of the posting's places."""
    return frozenset([p.country for p in posting.places if p.country])


@once
def _dollar_lands(posting: Posting) -> frozenset[str]:
    """The same, or where none of them has dollars of its own, or several have, the one with dollars that the text names."""
    lands = _lands(posting)
    return lands if len(lands.intersection(DOLLAR_LANDS)) == 1 else named_lands(posting.whole) or lands


def _make(posting: Posting, block: Block, figure: Figure, grade: str | None = None) -> Pay:
    one = figure.sum
    currency = one.currency
    if currency is None:
        lands = _dollar_lands(posting) if one.mark == "$" else _lands(posting)
        near = max(0, one.start - _BESIDE), one.end + _BESIDE
        currency = "AUD" if one.mark == "$" and not lands and _SUPER.search(block.text, *near) else land_currency(one.mark, lands)
    period = one.period or _period_of(block, one, currency)
    at = Excerpt(block, one.start, one.end)
    stated = one.currency is not None
    return Pay(at, one.min, one.max, currency, period, one.period_stated, stated, grade, figure.market, figure.confidence)


def _period_of(block: Block, one: Sum, currency: str | None) -> Period | None:
    """The period of a sum that states none."""
    likely = likely_period(one.value, currency)
    capped = likely in (None, "month") and one.min is None and one.max is not None
    return "once" if capped and _WHOLE_JOB.search(block.text, *sentence_around(block.text, one.start)) else likely


def _grade_near(text: str, one: Sum) -> str | None:
    match = _GRADES.search(text, max(0, one.start - 60), min(len(text), one.end + 40))
    return match.group() if match else None


def _read(posting: Posting, block: Block, expected: bool) -> Iterator[Pay]:
    for figure in find_figures(block.text, expected):
        yield _make(posting, block, figure, _grade_near(block.text, figure.sum))


def _part(field: Field) -> str:
    """Which part of a pay record a field holds: min, max, currency, period, other, or "" for the pay itself."""
    words = {w for part in key_words(field.key) for w in part.split()}
    return next((part for part, names in _PARTS if names & words), "")


def _from_fields(posting: Posting) -> Iterator[Pay]:
    """Pay in front matter or a record, where the bounds, the currency and the period may each have a key."""
    parts: dict[str, Field] = {}
    for field in fields_of(posting, "pay"):
        part = _part(field)
        if part:
            parts.setdefault(part, field)
        else:
            yield from _read(posting, field.block, expected=True)
    if "min" in parts or "max" in parts:
        yield from _from_parts(posting, parts)
    for field in posting.visible_fields:  # a title or a summary may name it
        if posting.field_kinds[field] != "pay" and _may_hold_pay(posting, field.block):
            yield from _read(posting, field.block, expected=False)


def _from_parts(posting: Posting, parts: dict[str, Field]) -> Iterator[Pay]:
    values: dict[str, Sum] = {}
    for name in ("min", "max"):
        sums = find_sums(parts[name].block.text) if name in parts else []
        if sums and sums[0].value > 0:
            values[name] = sums[0]
    if not values:
        return
    low, high = values.get("min"), values.get("max")
    first = low or values["max"]
    currency = (code_of(parts["currency"].block.text) if "currency" in parts else None) or first.currency
    period = (period_of(parts["period"].block.text) if "period" in parts else None) or first.period
    block = parts["min" if low else "max"].block
    whole = replace(
        first,
        start=0,
        end=len(block.text),
        min=low.value if low else None,
        max=high.value if high else None,
        currency=currency,
        period=period,
        period_stated=period is not None,
    )
    yield _make(posting, block, Figure(whole))


def _is_expected(posting: Posting, block: Block, previous: Block | None) -> bool:
    """Whether a block stands in a section about pay, or right below a line that announces it."""
    section = posting.section_of(block)
    if section is not None and section.kind == "pay":
        return True
    if previous is None or len(previous.text) > _ANNOUNCEMENT:
        return False
    announces = previous.kind == "heading" or previous.text.rstrip().endswith((":", "-"))
    return announces and _ANNOUNCES.search(previous.text) is not None


def _may_hold_pay(posting: Posting, block: Block) -> bool:
    """A cheap test: a currency, a word for pay, or thousands written as `45k`."""
    if _SIGN.search(block.text):
        return True
    norms = posting.norms(block)
    return not _WORDS.isdisjoint(norms) or any([n[-1] in "kal" and n[0].isdigit() and n.endswith(("k", "lpa", "l")) for n in norms])  # noqa: C419


def _from_body(posting: Posting) -> Iterator[Pay]:
    blocks = [b for b in posting.blocks if b.kind not in ("code", "quote")]
    for i, block in enumerate(blocks):
        if not _DIGIT.search(block.text):
            continue
        expected = _is_expected(posting, block, blocks[i - 1] if i else None)
        if not (expected or _may_hold_pay(posting, block)):
            continue
        found = list(_read(posting, block, expected))
        if found and i + 1 < len(blocks) and _GOES_ON.fullmatch(block.text[found[-1].at.end :]):
            rest = next(_read(posting, blocks[i + 1], expected=True), None)
            if rest is not None and rest.at.start == 0:  # a range over two lines or cells
                found[-1] = replace(found[-1], max=rest.max, period=rest.period, period_stated=rest.period_stated)
        yield from found


@once
def _minima(posting: Posting) -> frozenset[tuple[int, int]]:
    """The columns whose heads name the lower bound, each with its table's number before its own."""
    heads = ((b, _BOUND.search(b.text)) for b in posting.blocks if b.kind == "cell" and b.row == 0)
    return frozenset([(b.group, b.column) for b, match in heads if match is not None and match["min"]])


def _joined(posting: Posting, pays: list[Pay]) -> Iterator[Pay]:
    """The pays, with the lower and the upper bound of a table's row made one."""
    i = 0
    while i < len(pays):
        one, other = pays[i], pays[i + 1] if i + 1 < len(pays) else None
        i += 1
        if other is not None and one.min is not None and _is_row(one, other) and _is_minimum(posting, one.at.block):
            yield replace(one, max=other.max, period=one.period or other.period)
            i += 1
        else:
            yield one


def _is_minimum(posting: Posting, cell: Block) -> bool:
    return (cell.group, cell.column) in _minima(posting)


def _is_row(one: Pay, other: Pay) -> bool:
    a, b = one.at.block, other.at.block
    beside = a.kind == b.kind == "cell" and (a.group, a.row, a.column + 1) == (b.group, b.row, b.column)
    return beside and one.min == one.max and other.min == other.max and one.currency == other.currency


@once
def _all(posting: Posting) -> tuple[Pay, ...]:
    """All pay figures, those of fields first; a figure repeated, or a bound named again, counts once."""
    found: list[Pay] = []
    seen: set[tuple[float | None, float | None]] = set()
    bounds: set[float] = set()
    for pay in (*_from_fields(posting), *_joined(posting, list(_from_body(posting)))):
        key = (pay.min, pay.max)
        single = pay.min is None or pay.max is None or pay.min == pay.max
        if key in seen or (single and (pay.max or pay.min) in bounds):
            continue
        seen.add(key)
        bounds.update(v for v in key if v is not None)
        found.append(pay)
    return tuple(found)


def find_pay(posting: Posting) -> tuple[Pay, ...]:
    """The pay figures for this job."""
    return tuple(p for p in _all(posting) if not p.market)


def find_market_pay(posting: Posting) -> tuple[Pay, ...]:
    """Figures that say what such jobs pay in general."""
    return tuple(p for p in _all(posting) if p.market)


def find_grades(posting: Posting) -> tuple[Excerpt, ...]:
    """Pay grades named anywhere, with or without figures: `GS-13`, `Band 6`, `SCP 12-17`."""
    blocks = (*(f.block for f in fields_of(posting, "pay")), *(b for b in posting.blocks if b.kind not in ("code", "quote")))
    return tuple(Excerpt(b, m.start(), m.end()) for b in blocks for m in _GRADES.finditer(b.text))
