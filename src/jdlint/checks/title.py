"""Checks of the job title's form: length, clutter, capitals, and whether its level fits what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Excerpt, Experience
from jdlint.posting.posting import Posting
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.words import Word, words

_PERIOD = r"(?:\s?(?:/|per |an? |p\.?)\s?(?:hr|hour|h|day|week|wk|month|year|yr|annum|a)\b)?"
_FIGURE = r"(?:[$£€₹]\s?\d[\d,.]*\s?(?:k\b|m\b)?|\b\d{2,3}\s?k\b)"
_PAY = rf"(?:\b(?:up to|from|starting at)\s)?{_FIGURE}(?:\s?(?:-|–|—|to)\s?[$£€₹]?\s?\d[\d,.]*\s?k?\b)?\+?{_PERIOD}"
_LURE = (
    rf"(?:{_FIGURE}\s)?\b(?:(?:sign[- ]?on|signing|joining|welcome) bonus|"
    r"(?:great|competitive|excellent|top|good|high) (?:pay|salary|benefits|perks)"
    r"|(?:great|amazing|exciting|fantastic|incredible|unique|excellent) opportunity)\b"
)
_URGENCY = (
    r"\burgent(?:ly)? (?:hiring|needed|required|requirement|opening|vacancy|hire|recruitment)\b|^urgent(?=\s*[:!\-–—|])"
    r"|(?<=[-–—|:(\[])\s*urgent(?=[)\]!\s]*(?:$|[-–—|]))|\bimmediate (?:start|joiners?|hire|hiring|openings?|vacancy|interviews?)\b"
    r"|\b(?:(?:needed|wanted|required) (?:urgently|immediately|asap)|now hiring|hiring (?:now|immediately|asap|today)"
    r"|apply (?:now|today|here)"
    r"|we(?:['’]re| are) (?:now )?(?:hiring|looking for|recruiting)|starts? (?:immediately|asap|now|today)|join (?:us|our team|the team)"
    r"|don['’]t miss(?: out)?|limited time|act now|asap)\b"
    r"|^(?:hiring|wanted|help wanted|vacancy|job opening|job vacancy)(?=\s*[:!–—-])|\b(?:wanted|needed)(?=\s*!*$)"
)
_CODE = (
    r"#\s?\d{3,}\b|\b(?:req(?:uisition)?|job|ref(?:erence)?|vacancy|posting)\s?(?:(?:id|no|ref|code|number)\b\.?)?\s?[:#-]?\s?"
    r"[a-z]{0,3}-?\d{3,}[\w-]*|(?<=[(\[])[a-z]{1,4}-?\d{4,}(?=[)\]])"
)
_CLUTTER = {
    "lure": _LURE,
    "pay": _PAY,
    "urgency": _URGENCY,
    "code": _CODE,
    "date": r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d{2}\b|\b20\d\d-\d\d-\d\d\b",
    "marks": r"!+|\*{2,}|[~=]{2,}|\?{2,}|\${2,}",
    "emoji": "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d]+",
}
_CLUTTER_RE = lazy("|".join(f"(?P<{name}>{pattern})" for name, pattern in _CLUTTER.items()), re.IGNORECASE)

_TITLE_WORDS = 14  # a line of more is prose
_LONGEST_ACRONYM = 6
_LOUD_WORD = 5  # letters: shorter words in capitals may be acronyms (ICU, NHS, NCLEX is rare)
_KEPT = frozenset({"nclex", "hvac", "osha", "cissp", "fmcg", "stem", "bcba"})
_ACRONYMS = frozenset(
    ("icu", "itu", "hr", "it", "ai", "ui", "ux", "qa", "ceo", "cto", "cfo", "coo", "cna", "emt", "ed", "uk", "eu", "us", "usa", "ii",
     "iii", "iv", "iso", "api")
)  # fmt: skip
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})

_LOW = lazy(r"\b(?:junior|jr|jnr|graduate|trainee|apprentice(?:ship)?|intern(?:ship)?|entry[- ]level)\b", re.IGNORECASE)
_HIGH = lazy(r"\b(?:senior|sr|snr|lead|principal|staff|head|director|chief)\b", re.IGNORECASE)
_GRADED = lazy(r"\b(?:speciali[sz]ed experience|equivalent to|grade|GS-?\d|next lower|level of)\b", re.IGNORECASE)
_LEADS = lazy(
    r"^\W*(?:you(?:['’]ll| will)? )?(?:lead|manage|supervise|line[- ]manage|oversee|direct|leading|managing|supervising|overseeing)\s"
    r"(?:and \w+ )?(?:a|an|the|our|your)?\s?(?:\w+[- ]){0,3}?"
    r"(?:team|staff|department|engineers|developers|nurses|colleagues|direct reports)\b",
    re.IGNORECASE,
)


def too_long(posting: Posting, options: Options) -> Iterator[Hit]:
    """A title of more characters than the option allows."""
    title = posting.title
    if title is not None and (length := len(" ".join(title.text.split()))) > options.integer("max-characters"):
        yield Hit(title, {"length": length, "max": options.integer("max-characters")})


def clutter(posting: Posting, options: Options) -> Iterator[Hit]:
    """Pay, urgency, lures, codes, dates, exclamation marks and emoji in the title; each piece is one hit."""
    if posting.title is None:
        return
    line = _line_of(posting.title)
    for match in _CLUTTER_RE.finditer(line.text):
        piece = match.group()
        start = line.start + match.start() + len(piece) - len(piece.lstrip())
        yield Hit(Excerpt(line.block, start, line.start + match.end()), variant=match.lastgroup or "", term=match.lastgroup or "")


def _line_of(title: Excerpt) -> Excerpt:
    """The heading or short line that a title stands in: what announces the job is no part of its name, but readers see it there."""
    text = title.block.text
    start, stop = text.rfind("\n", 0, title.start) + 1, text.find("\n", title.end)
    line = Excerpt(title.block, start, len(text) if stop < 0 else stop)
    return line if title.block.kind == "heading" or len(line.text.split()) <= _TITLE_WORDS else title


def _is_loud(tokens: list[Word], text: str) -> bool:
    """Whether a title of more than one word stands in capitals and at least one of its words is no acronym."""
    letters = [c for c in text if c.isalpha()]
    if len(tokens) < 2 or not all(c.isupper() for c in letters):  # noqa: PLR2004  # one word may be an acronym or a logo
        return False
    return any(len(t.norm) >= _LOUD_WORD and t.norm.isalpha() and t.norm not in _KEPT and any(v in t.norm for v in "aeiou") for t in tokens)


def _names_in_capitals(posting: Posting, tokens: list[Word]) -> frozenset[str]:
    """The title's words (folded) that the sentences of the posting write in capitals, too, and in no other way: "the OBIS network"."""
    short = {t.norm for t in tokens if t.norm.isalpha() and len(t.norm) <= _LONGEST_ACRONYM}
    seen: dict[str, bool] = {}
    for block in posting.holding(frozenset(short)) if short else ():
        if block.kind not in ("paragraph", "item") or block.text.isupper():
            continue
        for token in posting.words(block):
            if token.norm in short:
                written = block.text[token.start : token.end]
                seen[token.norm] = seen.get(token.norm, True) and written.isupper()
    return frozenset(norm for norm, always in seen.items() if always)


def _calm(tokens: list[Word], text: str, names: frozenset[str]) -> str:
    """The title with capitals at the start of words only; names in capitals and short words without a vowel stay as they are."""
    parts, last = [], 0
    for number, token in enumerate(tokens):
        word = text[token.start : token.end]
        if token.norm in _SMALL:
            joined = text[token.start - 1 : token.start] == " " and text[token.end : token.end + 1] == " "
            calm = word.lower() if number and joined else word.capitalize()
        else:
            acronym = token.norm in names or token.norm in _KEPT or token.norm in _ACRONYMS or not any(v in token.norm for v in "aeiouy")
            calm = word if acronym else word.capitalize()
        parts += [text[last : token.start], calm]
        last = token.end
    return "".join([*parts, text[last:]])


def shouting(posting: Posting, options: Options) -> Iterator[Hit]:
    """A whole title in capitals."""
    title = posting.title
    if title is None:
        return
    tokens = words(title.text)
    if _is_loud(tokens, title.text):
        calm = _calm(tokens, title.text, _names_in_capitals(posting, tokens))
        yield Hit(title, use=(calm,), edits=(Edit(title, calm),))


def _demanded(posting: Posting) -> list[Experience]:
    """Years asked for; wishes are left out, and years at a grade, which tell little of all the years before it."""
    found = []
    for one in posting.experience:
        section = posting.section_of(one.at.block)
        if one.min is None or (section is not None and section.kind == "preferred"):
            continue
        if not _GRADED.search(posting.sentence_at(one.at).text):
            found.append(one)
    return found


def _years(value: float) -> str:
    if value < 1:
        return f"{value * 12:.0f} months"
    return "1 year" if value == 1 else f"{value:g} years"


def level_mismatch(posting: Posting, options: Options) -> Iterator[Hit]:
    """A junior title with a senior's years or team, or a senior title with a beginner's years."""
    title = posting.title
    if title is None:
        return
    low, high = _LOW.search(title.text), _HIGH.search(title.text)
    demanded = _demanded(posting)
    if low and not high and posting.seniority in ("intern", "junior"):
        most = max(demanded, key=lambda e: e.min or 0, default=None)
        told = "entry" in low.group().lower()  # of years in an entry-level job, REQ010 speaks at the years
        if not told and most is not None and (most.min or 0) >= options.number("junior-years"):
            values = {"level": low.group().lower(), "years": _years(most.min or 0)}
            yield Hit(title.part(low), values, "junior-years", related=((most.at, "asked for here"),))
        elif (led := _team_led(posting)) is not None:
            yield Hit(title.part(low), {"level": low.group().lower()}, "junior-leads", related=((led, "leads here"),))
    elif high and not low and posting.seniority in ("senior", "lead", "executive") and demanded:
        most = max(demanded, key=lambda e: e.max or e.min or 0)
        if (most.max or most.min or 0) <= options.number("senior-years"):
            values = {"level": high.group().lower(), "years": _years(most.max or most.min or 0)}
            yield Hit(title.part(high), values, "senior-years", related=((most.at, "asked for here"),))


def _team_led(posting: Posting) -> Excerpt | None:
    """The first duty to lead a team."""
    for section in posting.sections_of_kind("responsibilities"):
        for block in section.items:
            if _LEADS.match(block.text):
                return Excerpt.whole(block)
    return None
