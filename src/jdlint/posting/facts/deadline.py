"""The closing date for applications."""

from __future__ import annotations

import re
from itertools import pairwise

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.dates import parse_dates
from jdlint.posting.facts.patterns import Stemmed, listed
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Block, Deadline, Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import sentences

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_GATE = listed(
    "apply deadline closing closes close closed application applications due received filled rolling write send email mail call ring"
    " phone contact reply respond including filing expires expire submit until resume resumes résumé cv stop bewerbungsfrist ongoing"
    " consideration last expiry period window posting posted cut cutoff cvs form forms interest eoi eois"
)
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"  # in other languages, too
_DATED = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH_NAME}(?![a-z])(?!\s+(?:accounts?|books?|year))|{_MONTH_NAME}\s+\d{{1,2}}(?!\d))"
# Words that announce a closing date.
_CUE = lazy(
    r"\bappl(?:y|ying)\b[^.]{0,60}?\b(?:by|before|until|till|no\s+later\s+than|through)\b"
    r"|\bappl(?:y\s+by|ications?\s+(?:are\s+|is\s+|must\s+be\s+|should\s+be\s+|will\s+be\s+)?(?:due|received|submitted|closed?s?"
    r"|accepted|deadline|period|window|end))\b"
    r"|\bapplications?\b[^.]{0,40}\b(?:by|before|until|no\s+later\s+than)\b|\bend\s+of\s+application|\bdead[- ]?line\b|\bbewerbungsfrist\b"
    rf"|\bclos(?:ing\s+(?:date|on|time)|ing\s+(?:[a-z]+day,?\s+)?(?:$|(?={_DATED}))|es|e\s+(?:on|date|at)|ed\s+on|ing:)|\bfiling\s+(?:deadline|date|period)"
    r"|\b(?:posting|position|job|vacancy|advert\w*|announcement|recruitment|competition|ad)\s+(?:will\s+)?(?:clos|expir|end)\w*"
    r"|\bvalid\s+through|\bexpiry(?:\s+date)?\b|^\W*expires?\b|\b(?:posting|job|advert\w*|vacancy)\s+end\s+date\b"
    r"|\bcut[- ]?off\s*(?:date|for|:)"
    r"|\b(?:expressions?\s+of\s+interest|eois?)\s+(?:by|clos\w+|due)\b|\bforms\b[^.;\n]{0,80}\b(?:by|before|no[t]?\s+later\s+than)\b"
    r"|\b(?:the|this|our|application|online|attached|linked|completed)\s+form\b(?:[^.;\n]|\.(?=\S)){0,120}?\b(?:by|before|no\s+later\s+than)\b"
    r"|\b(?:posted|advertised|open)\s+(?:through|thru)\b"
    r"|\b(?:cvs?|resum\w+|résum\w+|cover\s+letter|expressions?\s+of\s+interest|portfolio|application)\b[^;\n]{0,140}\b(?:by|before"
    r"|no\s+later\s+than)\b"
    r"|\b(?:full|best|first|priority)\s+consideration\b[^.;]{0,160}?\b(?:by|before|no\s+later\s+than|prior\s+to)\b"
    r"|\blast\s+da(?:te|y)\s+(?:to\s+apply|(?:for|of)\s+(?:the\s+)?(?:\w+\s+(?:of\s+)?(?:the\s+)?)?applications?)|\b(?:open|posted|advertised|live)\s+until\b|\breceived\s+by\b"
    r"|\b(?:write|e-?mail|send|call|ring|phone|contact|reply|respond)\b[^\n;]{0,60}?(?:\S+@\S+|\+?\(?\d[\d ()x-]{6,})\s+"
    r"(?:\w+\s+){0,3}?(?:by|before|no\s+later\s+than)\b|\bup\s+(?:to|until)(?:\s+and)?\s+including\b"
    r"|\bopen(?:ing)?\s+(?:&|and)\s+clos\w+\s+dates?|\bstop\s+accepting\b|\baccept\w*\s+(?:\w+\s+){0,3}(?:until|through|till)\b",
    re.IGNORECASE,
)
_ROLLING = Stemmed(
    "until rolling ongoing continuous close",
    r"\b(?:open|remain\w*\s+open|accept\w*(?:\s+applications?)?|advertis\w+|posted)\b[^.;\n]{0,60}"
    r"\buntil\s+(?:(?:the\s+)?(?:position|role|post|vacancy|job|it)\s+(?:is|has\s+been)\s+)?filled"
    r"|\buntil\s+(?:the\s+)?(?:position|role|post|vacancy|job)\s+(?:is|has\s+been)\s+filled|\buntil\s+filled\b"
    r"|\bapplications?\b[^.;\n]{0,60}\b(?:rolling|ongoing|continuous)\s+(?:basis|review)|\brolling\s+(?:basis|deadline|applications?"
    r"|review|admissions?)\b"
    r"|\b(?:recruitment|posting|position|announcement)\s+may\s+close\s+at\s+any\s+time",
)
_DIGIT = lazy(r"\d")
_REVIEW = lazy(
    r"\b(?:begin|start)\w*\s+(?:\w+\s+)?review\w*|\breview\w*\s+(?:\w+\s+){0,4}(?:begin|start|after|from)\w*"
    r"|\bnot\s+be\s+reviewed\s+until|\bfirst\s+review\b",
    re.IGNORECASE,
)
# What a date is for when it is not the closing date.
_OTHER = lazy(
    r"\b(?:start(?:s|ing)?\s+(?:date|on|in)|starts?:|interviews?\s+(?:will|are|take|on|date)|posted\s+(?!until)|published"
    r"|date\s+of\s+birth|updated|effective"
    r"|available\s+from|(?:office|shop|store|clinic|school|restaurant|library|kitchen)\s+(?:is|are|will\s+be|remains)\s+clos\w+(?:\s+on)?|first\s+day|begins?\s+on|created|opens?\s+on|opening\s+date|(?:office|shop|store|clinic|school|restaurant"
    r"|library)\s+clos\w+)\b",
    re.IGNORECASE,
)
_DUTY = lazy(r"\b(?:meet\w*|keep\w*\s+to|tight|manag\w+|project|reporting|tax)\s+(?:\w+\s+){0,3}dead[- ]?lines?\b", re.IGNORECASE)
_US_TIME = lazy(
    r"\W+(?:at\s+)?\d{1,2}(?::\d\d){0,2}\s*[ap]\.?m\.?[\s(,]*(?:eastern|central|mountain|pacific|arizona|e[sd]?t|c[sd]t|m[sd]t|p[sd]t"
    r"|hawaii|alaska)\b",
    re.IGNORECASE,
)
_DAY_FIRST_LANDS = frozenset(
    (
        "GB",
        "IE",
        "AU",
        "NZ",
        "IN",
        "FR",
        "DE",
        "ES",
        "IT",
        "NL",
        "BE",
        "AT",
        "CH",
        "SE",
        "NO",
        "DK",
        "FI",
        "PT",
        "PL",
        "ZA",
        "SG",
        "KE",
        "NG",
        "BR",
        "MX",
        "AE",
    )
)
_SHORT = lazy(r"\b(?:by|before|until|on)\s+(?P<day>(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9]))(?![\d/])", re.IGNORECASE)  # "apply by 5/15"
_MONTHS = 12
_TELLING = lazy(r"(?<!\d)(?=(?:1[3-9]|2\d|3[01])/|\d{1,2}/(?:1[3-9]|2\d|3[01])/)(\d{1,2})/\d{1,2}/\d{4}")  # a date that shows its order
_LABEL = lazy(
    r"\b(?:dead[- ]?line|clos(?:ing|es|e)(?:\s+dates?)?|apply\s+by|applications?\s+(?:close|due|deadline)|last\s+date|valid\s+through"
    r"|filing|(?:full|best|first|priority)\s+consideration|priority\s+(?:date|application\s+date))\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
_WINDOW = lazy(
    r"\b(?:(?:posting|filing|application|recruitment|advert\w*|vacancy|bidding|nomination)\s+(?:period|window|dates?))\b", re.IGNORECASE
)
_TILL = lazy(r"\s*(?:-|–|—|to|until|till|through|thru)\s*(?:\w+day,?\s*)?", re.IGNORECASE)
_NO_DATE = lazy(r"(?:[^:\n]{0,40}:)?\W*(?P<words>ongoing|rolling|continuous|open(?:\s+until\s+filled)?|until\s+filled)\b", re.IGNORECASE)
_PAGE_KEYS = ("expir", "unpublish")


class Closing(NamedTuple):
    """A closing date in a text: its range, ISO date or None, and whether day and month could be swapped."""

    start: int
    end: int
    date: str | None
    ambiguous: bool


def find_closing(text: str, expected: bool = False) -> Closing | None:
    """The closing date in a plain text, or words such as "until filled"; `expected` where a label announces it."""
    rolling = _ROLLING.search(text)
    if _DIGIT.search(text) and not (rolling and _REVIEW.search(text)):  # else the date is when reading starts, which closes nothing
        for low, high in sentences(text):
            closing = _dated(text, low, high, expected)
            if closing:
                return closing
    if rolling:
        return Closing(rolling.start(), rolling.end(), None, ambiguous=False)
    bare = _NO_DATE.match(text) if expected else None
    return Closing(*bare.span("words"), None, ambiguous=False) if bare else None


def _dated(text: str, low: int, high: int, expected: bool) -> Closing | None:
    """The closing date in one sentence: the first date after words that announce it, and not after words for another."""
    if _DIGIT.search(text, low, high) is None:  # no date
        return None
    sentence = text[low:high]
    if not (expected or _CUE.search(sentence) or _WINDOW.search(sentence)) or _DUTY.search(sentence):
        return None
    spans = parse_dates(sentence)
    for span, last in pairwise(spans):  # "Posting period: 1 February to 13 March 2026"
        if _WINDOW.search(sentence, 0, span.start) and _TILL.fullmatch(sentence, span.end, last.start):
            return Closing(low + last.start, low + last.end, last.iso, last.ambiguous)
    for span in spans:
        lead = sentence[: span.start]
        cue = max((m.end() for m in _CUE.finditer(lead)), default=0 if expected else -1)
        if cue < 0 or max((m.end() for m in _OTHER.finditer(lead)), default=-1) >= cue:
            continue
        told = span
        if span.ambiguous and _US_TIME.match(sentence, span.end):
            told = parse_dates(sentence[span.start : span.end], day_first=False)[0]
        return Closing(low + span.start, low + span.end, told.iso, told.ambiguous)
    short = _SHORT.search(sentence) if not expected else None
    if short and _CUE.search(sentence[: short.start("day")]):
        return Closing(low + short.start("day"), low + short.end("day"), None, ambiguous=False)
    return None


def _is_day_first(posting: Posting) -> bool | None:
    """How the job's country writes dates: the day first, the month first (the United States), or unknown."""
    lands = {p.country for p in posting.places if p.country}
    if lands == {"US"}:
        return False
    if lands and lands <= _DAY_FIRST_LANDS:
        return True
    ways = {int(m[1]) > _MONTHS for b in posting.blocks if "/" in b.text for m in _TELLING.finditer(b.text)}
    return ways.pop() if len(ways) == 1 else None


def _fact(posting: Posting, block: Block, closing: Closing) -> Deadline:
    if closing.ambiguous:
        told = parse_dates(block.text[closing.start : closing.end], _is_day_first(posting))[0]
        closing = closing._replace(date=told.iso, ambiguous=told.ambiguous)
    return Deadline(Excerpt(block, closing.start, closing.end), closing.date, closing.ambiguous)


def _from_fields(posting: Posting) -> Deadline | None:
    for field in fields_of(posting, "deadline"):
        text = field.block.text
        if not any(c.isalnum() for c in text):
            continue
        return _fact(posting, field.block, find_closing(text, expected=True) or Closing(0, len(text), None, ambiguous=False))
    return None


def find_deadline(posting: Posting) -> Deadline | None:
    """The closing date for applications: from its field, else from the body; words such as "until filled" where no date is given."""
    stated = _from_fields(posting)
    found = stated if stated is not None and not _of_page(stated) else _from_body(posting)
    return found if stated is None or (found is not None and found.date is not None) else stated


def _of_page(deadline: Deadline) -> bool:
    """Whether a key tells when the page is taken down, which the text may outdo: "expiry-date"."""
    return deadline.at.block.key.casefold().startswith(_PAGE_KEYS)


def _from_body(posting: Posting) -> Deadline | None:
    """The first closing date of the body, else the first words in place of one."""
    label, words = "", None
    dated: Deadline | None = None  # a date without its year, which a later line may repeat with it
    for block in posting.blocks:
        if block.kind in ("code", "quote"):
            continue
        named = f"{label}|{block.text[: block.label_end]}" if label or block.label_end else ""
        expected = bool(named) and _LABEL.search(named) is not None
        label = block.text if block.kind in ("heading", "cell") and len(block.text) < _LONGEST_LABEL else ""
        if not expected and _GATE.isdisjoint(posting.norms(block)):
            continue
        closing = find_closing(block.text, expected)
        if closing and any(c.isdigit() for c in block.text[closing.start : closing.end]):
            fact = _fact(posting, block, closing)
            if dated is None and fact.date is not None:
                return fact
            dated = dated or fact
            if fact.date is not None and fact.at.text.casefold().startswith(dated.at.text.casefold()):
                return fact
        elif closing and words is None:
            words = _fact(posting, block, closing)
    return dated or words
