"""Template slots that nobody filled: [Company Name], {{ salary }}, <insert town>, TODO, lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import joined, listed
from jdlint.posting.facts.scan import mentions
from jdlint.posting.model import Block, Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.words import words

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

# What a template leaves to be filled in.
_SLOT_WORDS = listed(
    """
    company companies organization organisation employer business name city state country location region address town office
    salary compensation pay wage amount range rate currency number year years month months date deadline title position role job
    department division directorate area programme program team manager supervisor link url website email e mail phone contact
    industry sector product service benefit benefits degree field skill skills tool tools technology technologies software
    language languages requirement requirements responsibility responsibilities duties duty task client project mission value
    values description summary detail details insert enter fill describe full time part hours contract your placeholder
    stack tech framework frameworks database platform audience metric metrics kpi kpis goal goals org competitor competitors
    """
)
_ORDER = lazy(
    joined(r"""
    \s*(?:please |briefly |optional:? )?(?:insert|enter|add|fill|describe|specify|include|provide|mention|list|your|give|state|e\.g
    |i\.e|for example|example|link)\b
    """),
    re.IGNORECASE,
)
_SENTENCE = lazy(r"\b(?:is|are|was|were|will|has|have|had|must|may|can|should|we|our|you|not)\b", re.IGNORECASE)
_TAG = lazy(
    joined(r"""
    \s*(?:sic|x| |[\d ,–-]+|[ivx]+|(?:note|nb|edit(?:ed)?|updated?|see|ref|source|re|fn)\b.*|(?:(?:fully )?remote|hybrid|on-?site
    |wfh|full[- ]time|part[- ]time|contract|freelance|intern(?:ship)?|permanent|temporary|paid|volunteer|jobs?|position|role|hiring
    |open|closed|filled|new|urgent)(?:[ ,/|&-]+(?:remote|hybrid|on-?site|full[- ]time|part[- ]time|contract|role|position|job
    |only))*|[mwfdx](?:/[mwfdx])+.*|all genders|optional|required|preferred|essential|desirable|redacted|email protected|at|dot|hide
    |show|top|back|pdf|here|more|\.\.\.|…)\s*
    """),
    re.IGNORECASE,
)  # fmt: skip
_BRACKET = lazy(r"\[(?P<in>[^\[\]\n]{1,300})\](?![(\[:])")
_BRACES = lazy(r"\{\{[^{}\n]{1,80}\}\}|(?<![\w{$])\{(?P<one>[A-Za-z][\w ]{1,40})\}(?!\})|\$\{[A-Za-z][\w.]{0,40}\}|%%[A-Za-z_]{2,40}%%")
_ANGLE = lazy(
    joined(r"""
    <(?:insert|enter|add|your|company|name|city|location|salary|link|date|job|role|position|title|amount|number|team
    |manager)\b[^<>\n=\"/]{0,80}>|«(?:insert|your|company|name|city|location|salary|date|job|title)\b[^»\n]{0,60}»
    """),
    re.IGNORECASE,
)
_MARKS = lazy(
    joined(r"""
    \[(?-i:X{1,2})\](?=\+? ?(?:years?|months?|weeks?|days?|hours?|people|%))
    |\b(?P<upper>TODO|FIXME|TKTK|PLACEHOLDER)\b|\b(?P<open>TB[DC])\b|\b(?P<xs>X{3,})\b(?![-.@])|\bX{2,}(?= ?(?:years?|hours?|days?
    |months?|weeks?|%|people|employees|k\b))|(?<=[$€£])\s?[Xx]{2,}[Kk]?(?:,[Xx]{3})*(?:\.[Xx]{2})?(?!\w)
    |\blorem ipsum(?: dolor(?: sit amet)?)?\b
    |\bdolor sit amet\b|\b(?P<undefined>undefined)\b|\b(?:insert|add|enter) (?:\w+ ){0,4}here\b|(?P<blank>_{4,})|\bXX/XX(?:/\d{2,4}|/XX+)?\b
    |https?://[\w.-]+/(?:\.\.\.|…)(?!\w)|\b(?:https?://)?(?:www\.)?(?:yourcompany|your-company|companyname|company-name|yourdomain
    |yoursite)\.(?:com|org|net)\b[^\s<>]*
    """),
    re.IGNORECASE,
)
_FILLING = lazy(r"\b(?:start\w*|begin\w*|dates?|when|interviews?|schedule|time|shifts?)\b", re.IGNORECASE)
_NAME_BEFORE = lazy(r"\b[A-Z][\w’'-]+ $")
# A part of somebody's number or address: what stands before and after a run of x.
_MASKED_BEFORE = lazy(r"@\w*$|\d{2,}[-.) ]+$|x{2,}[-.)] ?$", re.IGNORECASE)
_MASKED_AFTER = lazy(r"\w*@|[-.)] ?[\dx]{2,}", re.IGNORECASE)
_SIGN = lazy(r"[\[{<«$€£%_/X](?:(?<=[\[{<«$€£])|(?<=%)%|(?<=_)___|(?<=/)(?:\.\.\.|…)|(?<=X)X)")
# What every match of the marks holds, in small letters.
_MARK_SIGN = lazy(
    r"[xtfpldu_/ych](?:(?<=x)[x\]]|(?<=t)(?:odo|ktk|b[dc])|(?<=f)ixme|(?<=p)laceholder|(?<=l)orem|(?<=d)olor|(?<=u)ndefined"
    r"|(?<=_)___|(?<=/)(?:\.\.\.|…)|(?<=y)our-?(?:company|domain|site)|(?<=c)ompany-?name|(?<=\bh)ere\b)"
)
_ANCHORS = listed(
    """
    todo fixme tktk tbd tbc placeholder lorem dolor undefined insert add enter yourcompany your companyname company yourdomain
    yoursite
    """
)
# What a form says of a key, left in place of its value: "(optional)", "(required) # Link to the form".
_HINT = lazy(r"\(\s*(?:optional|required|if (?:any|applicable))\s*\)(?:\s*#[^\n]*)?", re.IGNORECASE)
_LEFT_OPEN = frozenset(("TBD", "TBC", "TBA", "TODO", "TK", "TKTK"))
_FEW, _SHORT = 3, 8
_LINE = 200  # so much of a line is looked at to each side of a mark


def _names_slot(text: str) -> bool:
    """Whether a word names something that a template leaves open."""
    return any(w.norm in _SLOT_WORDS or not w.norm.strip("x") for w in words(text))


def _is_slot(inside: str) -> bool:
    """Whether the words between brackets ask to be replaced; a tag, a remark or a sentence does not."""
    if inside.strip() in _LEFT_OPEN:
        return True
    if _TAG.fullmatch(inside) or not any(c.isalpha() for c in inside):
        return False
    if _ORDER.match(inside):
        return True
    if not _names_slot(inside) or _SENTENCE.search(inside):
        return False
    count, first = len(inside.split()), inside.strip()[0]
    return count <= _FEW or ((first in "$€£#" or first.isupper()) and (count <= _SHORT or "," in inside))


def slots_in(text: str, links: tuple[tuple[int, int], ...] = ()) -> Iterator[tuple[int, int]]:
    """Ranges of the unfilled slots in a text; what is a link's own text is none."""
    for match in _BRACKET.finditer(text) if "[" in text else ():
        if _is_slot(match["in"]) and not any(a <= match.start() + 1 < b for a, b in links):
            yield match.span()
    if "{" in text or "%%" in text:
        yield from (m.span() for m in _BRACES.finditer(text) if m["one"] is None or _names_slot(m["one"].replace("_", " ")))
    if "<" in text or "«" in text:
        yield from (m.span() for m in _ANGLE.finditer(text))
    if _MARK_SIGN.search(text.casefold()):
        yield from (m.span() for m in _MARKS.finditer(text) if _holds(text, m))


def _holds(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark is what it seems: no word in lower case, no Roman numeral, no masked number, no open start date."""
    kind, word = mark.lastgroup, mark.group()
    if kind in ("upper", "open", "xs") and not word.isupper():
        return False
    if kind == "open":
        return _plainly_open(text, *mark.span())
    if kind == "undefined":
        return text.strip().casefold() == word.casefold()
    if kind == "blank":
        return any(c.isalpha() for c in _line(text, *mark.span()))
    if kind == "xs":
        masked = _MASKED_BEFORE.search(text[max(0, mark.start() - 6) : mark.start()]) or _MASKED_AFTER.match(text, mark.end())
        return not masked and not (len(word) == _FEW and _NAME_BEFORE.search(text, max(0, mark.start() - 40), mark.start()))
    return True


def _line(text: str, start: int, end: int) -> str:
    low, high = max(0, start - _LINE), min(len(text), end + _LINE)
    stop = text.find("\n", end, high)
    return text[max(low, text.rfind("\n", low, start) + 1) : stop if stop >= 0 else high]


def _plainly_open(text: str, start: int, end: int) -> bool:
    """Whether TBD is all that a label or a line says, and not the date on which the work starts."""
    line = _line(text, start, end)
    before, _, after = line.partition(text[start:end])
    before = before.rstrip()
    return not after.strip(" .)") and (not before or before[-1] in ":|-–(") and not _FILLING.search(before)


def _candidates(posting: Posting) -> Iterator[Block]:
    """The texts that a reader of the page sees, and addresses in fields that lead him on."""
    seen = set(posting.texts)
    for field in posting.fields:
        if field.block not in seen and isinstance(field.value, str) and posting.field_kinds[field] != "meta":
            yield field.block
    yield from posting.texts


def find_placeholders(posting: Posting) -> tuple[Excerpt, ...]:
    """All slots in source order; of overlapping ones the first counts."""
    found: list[Excerpt] = []
    told = set(posting.holding(_ANCHORS))
    for block in _candidates(posting):
        if block.kind == "field" and block.text.startswith("(") and _HINT.fullmatch(block.text.strip()):
            found.append(Excerpt.whole(block))
            continue
        if not (block in told or _SIGN.search(block.text) or (block.kind == "field" and mentions(posting, block, _ANCHORS))):
            continue
        done = 0
        for start, end in sorted(slots_in(block.text, tuple((k.start, k.end) for k in block.links))):
            if start >= done:
                found.append(Excerpt(block, start, end))
                done = end
    return tuple(sorted(found, key=lambda e: e.span))
