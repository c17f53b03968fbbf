"""Checks of how to apply, whom to ask and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jdlint.posting.facts.dates import spelled
from jdlint.posting.fields import fields_of
from jdlint.posting.kept import once
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options, Severity
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems

_HERE = lazy(
    r"\b(?:below|above|button|this (?:page|form|site|link|website|portal)|click|form|web ?site|online|portal|in person"
    r"|careers? (?:page|site)|walk in|drop in|intranet|jobs? board|app)\b",
    re.IGNORECASE,
)
# A house that readers can find, or an address: "return the form to the school office", "hand it in at reception", "LS1 4AP".
_COUNTER = lazy(
    r"\b(?:to|at|in|from|by) (?:the |our )?(?:\w+ ){0,2}(?:offices?|reception|shop|store|counter|restaurant|front desk|branch"
    r"|(?:city|town) hall)\b|\b(?-i:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b",
    re.IGNORECASE,
)
# A key that names the application system: the site builds the way to apply from the number behind it.
_SYSTEM = lazy(
    r"lever|greenhouse|workable|ashby|smart-?_?recruiters|bamboo-?_?hr|breezy|teamtailor|recruitee|personio|jobvite|icims", re.IGNORECASE
)
_SEND = lazy(r"\b(?:send|e-?mail|submit|forward|post|mail)\b", re.IGNORECASE)
_WHEN = (
    r"\b(?:for (?:any )?(?:more|further|additional) (?:information|details)|(?:any|with|have|further) (?:questions|queries)"
    r"|for an? informal (?:chat|discussion|conversation)|(?:informal )?(?:enquiries|inquiries)"
    r"|(?:need|require|request)s? (?:an? |any )?(?:reasonable )?(?:accommodations?|adjustments?))\b"
)
_QUESTIONS = lazy(
    rf"{_WHEN}[^.!?]{{0,80}}?"
    r"(?P<at>\bplease (?:contact|call|reach out|get in touch|e-?mail|speak (?:to|with)|ask)\b"
    r"|(?<=, )(?:contact|call|reach out to|get in touch with)\b"
    r"|\b(?:(?:e-?mail|call|contact|ask) (?:us|our|me|the (?:hiring|hr|ward|human))|get in touch with (?:us|our|the)"
    r"|let (?:us|the \w+|our \w+) know)\b)"
    r"(?P<whom>[^.!?;]{0,60})",
    re.IGNORECASE,
)
_CONTACT_FIRST = lazy(
    r"(?P<at>\bplease (?:contact|call|reach out to|get in touch with|e-?mail|speak (?:to|with)|ask)\b)"
    rf"(?P<whom>[^.!?;]{{0,60}}?)(?={_WHEN})",
    re.IGNORECASE,
)
_ASKING = ("question", "quer", "information", "details", "informal", "enquir", "inquir", "accommodation", "adjustment")
_ASKING_STEMS = Stems(*_ASKING)
_REACHING = ("contact", "call", "touch", "mail", "speak", "ask ", "know", "reach")
_REACHABLE = lazy(r"[\w.+%-]{1,64}@\S|\w\s?[\[(]at[\])]\s?\w|(?:\+|\b0|\()\d[\d\s().-]{6,}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b", re.IGNORECASE)
_DUTIES = frozenset({"responsibilities", "requirements", "preferred", "success"})
_ADDRESSES = ("mailto:", "tel:", "https://wa.me", "sms:")
_NUMERIC_DATE = lazy(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2((?:20)?\d{2})(?![\w/-])")
_SLASHED = lazy(r"[/-](?<=\d.)\d{1,2}[/-]\d\d")  # what every numeric date holds
_MONTHS = 12
_DAYS = 31
_CLOSED_WORDS = frozenset(
    {"closed", "filled", "expired", "archived", "inactive", "draft", "unpublished", "cancelled", "withdrawn", "on hold", "paused"}
)
_CLOSED_TEXT = lazy(
    r"\b(?:applications? (?:are|is|have) (?:now |been )?closed|no longer accepting applications|position status:? (?:closed|filled)"
    r"|this (?:job|position|role|vacancy|posting|opening) (?:is|has been|has) (?:now )?(?:closed|filled|expired))\b",
    re.IGNORECASE,
)
_CLOSED_GATE = frozenset({"closed", "longer", "filled", "expired"})
_OPEN_KEYS = frozenset({"open", "active", "published", "live", "is_open", "isopen", "is_active", "enabled", "publish"})
_CLOSED_KEYS = frozenset({"closed", "filled", "expired", "archived", "inactive", "draft", "hidden", "is_closed", "unlisted", "disabled"})


@once
def is_live(posting: Posting) -> bool:
    """Whether nothing says that the posting is a draft or closed."""
    code = (block for block in posting.blocks if block.kind == "code")
    if any(_CLOSED_TEXT.search(block.text) for block in (*posting.body_holding(_CLOSED_GATE), *code)):
        return False
    stated = fields_of(posting, "draft", "status")
    for field in posting.fields:
        text = field.block.text.strip().casefold()
        key = field.key.rpartition(".")[2].casefold()
        truth = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(text)
        if (field in stated and text in _CLOSED_WORDS) or (truth is True and key in _CLOSED_KEYS) or (truth is False and key in _OPEN_KEYS):
            return False
    return True


def waits(posting: Posting, *words: str) -> bool:
    """Whether a slot of a template waits for something, known by a part of its words; STR014 reports it."""
    return any(word in slot.text.casefold() for slot in posting.placeholders for word in words)


def missing_deadline(posting: Posting, options: Options) -> Iterator[Hit]:
    """Neither a closing date nor a word that applications are taken all the time."""
    if posting.deadline is None and not waits(posting, "clos", "deadline", "apply by"):
        yield Hit(None)


def how_to_apply(posting: Posting, options: Options) -> Iterator[Hit]:
    """No instruction to apply, or one that leaves out where."""
    found = posting.application
    if any(_SYSTEM.search(field.key) for field in posting.fields):
        return
    if found is None:
        yield Hit(None)
    elif found.destination is None:
        sentence = posting.sentence_at(found.at).text
        if _HERE.search(sentence) or _COUNTER.search(sentence):
            return
        section = posting.section_of(found.at.block)
        if section is not None and "application" in section.kinds and section.source != "inferred":
            at = Excerpt(found.at.block, found.at.start, found.at.start + len(found.at.text.rstrip(" ,:;")))
            yield Hit(at, variant="send" if _SEND.search(sentence) else "nowhere")
        else:
            yield Hit(None)  # words in passing are no instruction


def no_contact(posting: Posting, options: Options) -> Iterator[Hit]:
    """Readers are told to get in touch, but nothing in the posting says how."""
    asked = next(_asked(posting), None)
    if asked is None:
        return
    for block in posting.texts:
        if _REACHABLE.search(block.text) or any(link.href.lower().startswith(_ADDRESSES) for link in block.links):
            return
    yield Hit(asked)


def _asked(posting: Posting) -> Iterator[Excerpt]:
    """Invitations to ask that have no link in their block."""
    for block in posting.holding(_ASKING_STEMS):
        text = block.text.casefold()
        if not (any(word in text for word in _ASKING) and any(word in text for word in _REACHING)):
            continue
        match = _QUESTIONS.search(block.text) or _CONTACT_FIRST.search(block.text)
        section = posting.section_of(block)
        if block.kind == "item" and section is not None and section.kind in _DUTIES:
            continue
        if match is None or block.links or _HERE.search(match["whom"]):
            continue
        yield Excerpt(block, match.start("at"), match.start("at") + len((match["at"] + match["whom"]).rstrip(" ,")))


def expired_deadline(posting: Posting, options: Options) -> Iterator[Hit]:
    """A closing date before the day of the check, in a posting that is neither a draft nor closed."""
    deadline = posting.deadline
    if deadline is None:
        return
    if deadline.ambiguous:
        readings = [day for match in _NUMERIC_DATE.finditer(deadline.at.text) for day in _readings(match)]
        if readings and max(readings) < posting.as_of and is_live(posting):
            yield Hit(deadline.at, {"today": posting.as_of.isoformat()}, variant="either")
        return
    if deadline.date is None:
        return
    day = date.fromisoformat(deadline.date)
    if day < posting.as_of and is_live(posting):
        yield Hit(deadline.at, {"date": spelled(day), "today": posting.as_of.isoformat()})


def ambiguous_date(posting: Posting, options: Options) -> Iterator[Hit]:
    """Dates such as 04/05/2026, which are April in one country and May in another."""
    if not (_SLASHED.search(posting.source.text) and _NUMERIC_DATE.search(posting.source.text)):
        return
    if any(map(_tells_order, _NUMERIC_DATE.finditer(posting.source.text))):
        return  # 12/17/2026 beside it tells how 12/02/2026 is meant
    countries = {place.country for place in posting.places}
    severity: Severity | None = "info" if len(countries) == 1 and None not in countries else None  # readers of one country agree
    for block in posting.texts:
        if block.kind != "code" and ("/" in block.text or "-" in block.text):
            yield from _ambiguous_in(block, severity)


def _ambiguous_in(block: Block, severity: Severity | None) -> Iterator[Hit]:
    for match in _NUMERIC_DATE.finditer(block.text):
        readings = _readings(match)
        if not readings or _in_link(block, match.start()):
            continue
        use = tuple(spelled(day) for day in readings)
        yield Hit(Excerpt(block, match.start(), match.end()), use=use, severity=severity)


def _tells_order(match: re.Match[str]) -> bool:
    """Whether a numeric date can be read in one order alone."""
    first, second = sorted((int(match[1]), int(match[3])))
    return 1 <= first <= _MONTHS < second <= _DAYS


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    """The two days that a numeric date can be, the American reading first; none where there is but one."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if not (1 <= first <= _MONTHS and 1 <= second <= _MONTHS) or first == second:
        return ()
    year += 2000 if year < 100 else 0  # noqa: PLR2004  # a year of two digits
    return date(year, first, second), date(year, second, first)


def _in_link(block: Block, at: int) -> bool:
    """Whether the text there is the address of a link."""
    return any(link.start <= at < link.end and "/" in link.href and block.text[link.start : link.end] in link.href for link in block.links)
