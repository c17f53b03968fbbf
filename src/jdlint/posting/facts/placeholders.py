"""Template slots that nobody filled: [Company Name], {{ salary }}, <insert town>, TODO, lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.posting.facts.scan import mentions
from jdlint.posting.model import Block, Excerpt

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

# Words that name what a template leaves to be filled in.
_SLOT_WORDS = (
    r"company|organi[sz]ation|employer|business|name|city|state|country|location|region|address|town|office|salary|compensation|pay|wage|amount|range|rate|"
    r"currency|number|years?|months?|date|deadline|title|position|role|job|department|team|manager|supervisor|link|url|website|e-?mail|phone|contact|"
    r"industry|sector|product|service|benefits?|degree|field|skills?|tools?|technolog(?:y|ies)|software|languages?|requirements?|responsibilit(?:y|ies)|"
    r"duties|dut(?:y)|task|client|project|mission|values?|description|summary|details?|list|specify|insert|enter|add|fill|describe|include|provide|"
    r"mention|state|example|full-time|part-time|hours|contract|text|your|placeholder|template|x+|n"
)
_BRACKET = re.compile(r"\[(?P<in>[^\[\]\n]{1,300})\](?![(\[:])")
_LEAD = re.compile(r"^\s*(?:please |briefly )?(?:insert|enter|add|fill|describe|specify|include|provide|mention|list|your|give|company|state|name|e\.g|i\.e|for example|example|link)\b", re.IGNORECASE)
_SLOT = re.compile(rf"\b(?:{_SLOT_WORDS})\b", re.IGNORECASE)
_NO_SLOT = re.compile(
    r"^\s*(?:sic|x| |\d[\d ,–-]*|[ivx]+|note|edit(?:ed)?|update[d]?|remote|hybrid|on-?site|closed|open|filled|new|urgent|wfh|m/f\S*|f/m\S*|[mwfdx](?:/[mwfdx])+|"
    r"all genders|ref\W.*|optional|required|preferred|redacted|email protected|at|dot|hide|show|top|back|pdf|here|link to .*|see .*|more|\.\.\.|…)\s*$",
    re.IGNORECASE,
)
_BRACES = re.compile(r"\{\{[^{}\n]{1,80}\}\}|(?<![\w{$])\{(?P<one>[A-Za-z][\w ]{1,40})\}(?!\})|\$\{[A-Za-z][\w.]{0,40}\}|\{%[^%\n]{1,200}%\}|%%[A-Za-z_]{2,40}%%|<%=[^%\n]{1,80}%>")
_ANGLE = re.compile(r"<(?P<in>(?:insert|enter|add|your|company|name|city|location|salary|link|date|job|role|position|title|amount|number|team|manager)\b[^<>\n=\"/]{0,80})>|«[^»\n]{2,60}»(?=\W|$)", re.IGNORECASE)
_MARKS = re.compile(
    r"\bTODO\b|\bFIXME\b|\bTKTK\b|\bXXX+\b(?![-.@])|\bX{2,}(?=[ ]?(?:years?|hours?|days?|months?|weeks?|%|people|employees|k\b))|(?<=[$€£])\s?[Xx]{2,}[Kk]?(?:,[Xx]{3})*(?:\.[Xx]{2})?\b"
    r"|\blorem ipsum\b|\bdolor sit amet\b|\bundefined\b|\b(?:INSERT|ENTER|ADD) (?:[A-Z]{2,} ){1,5}HERE\b|\[?\b(?:insert|add|enter) (?:\w+ ){1,4}here\b\]?|\bTBD\b|\bTBC\b|\bPLACEHOLDER\b|_{4,}"
    r"|https?://\S*?(?:\.\.\.|…)(?=$|[\s)\"'>])|\b(?:https?://)?(?:www\.)?(?:example|yourcompany|company-?name|yourdomain)\.(?:com|org|net)\b\S*|\blink here\b",
    re.IGNORECASE,
)  # fmt: skip
_UPPER_ONLY = frozenset({"todo", "fixme", "tktk", "tbd", "tbc", "placeholder"})
_MASK = re.compile(r"[\w.+-]*@|\d{3}[-.\s]|x{3}-x{3}|\(x{2,}\)", re.IGNORECASE)
_SIGNS = ("[", "{", "<", "«", "%%", "$X", "$x", "€X", "€x", "£X", "£x", "____", "...", "…", "://")
_ANCHORS = frozenset("todo fixme tktk lorem dolor undefined insert add enter tbd tbc placeholder example yourcompany yourdomain companyname link".split())


def _slot(inside: str) -> bool:
    """Whether the words between brackets ask to be replaced."""
    if _NO_SLOT.match(inside) or not any(c.isalpha() for c in inside):
        return False
    if _LEAD.match(inside):
        return True
    count = len(inside.split())
    if inside.isupper() and len(inside) > 3 and _SLOT.search(inside):  # noqa: PLR2004
        return True
    if not _SLOT.search(inside):
        return False
    starts_upper = inside.strip()[:1].isupper()
    return starts_upper or count <= 3 or inside.strip()[:1] in "$€£#X"  # noqa: PLR2004


def slots_in(text: str, *, links: tuple[tuple[int, int], ...] = ()) -> Iterator[tuple[int, int]]:
    """Ranges of the unfilled slots in a text; what is a link's own text is none."""
    for match in _BRACKET.finditer(text):
        if _slot(match["in"]) and not any(a <= match.start() < b or a == match.start() + 1 for a, b in links):
            yield match.span()
    yield from (m.span() for m in _BRACES.finditer(text) if m["one"] is None or _SLOT.search(m["one"].replace("_", " ")))
    yield from (m.span() for m in _ANGLE.finditer(text))
    yield from _marks(text)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    for match in _MARKS.finditer(text):
        word = match.group()
        low = word.casefold()
        if low in _UPPER_ONLY and not word.isupper():
            continue
        if low in ("tbd", "tbc") and not _plainly_open(text, match.start(), match.end()):
            continue
        if low == "undefined" and text.strip().casefold() != "undefined":
            continue
        if low.strip("x") == "" and (not word.isupper() or _masked(text, match.start(), match.end())):
            continue
        yield match.span()


def _plainly_open(text: str, start: int, end: int) -> bool:
    """Whether TBD is all that a label or a line says."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[line_start:start].rstrip()
    after = text[end : line_end if line_end >= 0 else len(text)].strip(" .)")
    dated = re.search(r"\b(?:start\w*|date|when|interview|schedule|time)\b", before, re.IGNORECASE)
    return not after and (not before or before[-1] in ":|-–(") and not dated


def _masked(text: str, start: int, end: int) -> bool:
    """Whether a run of x stands for the digits or letters of somebody's address or number."""
    around = text[max(0, start - 6) : end + 6]
    return "@" in around or bool(_MASK.search(around))


def _candidate(posting: Posting, block: Block) -> bool:
    text = block.text
    return any(sign in text for sign in _SIGNS) or mentions(posting, block, _ANCHORS) or "XX" in text


def _seen_twice(found: list[Excerpt], block: Block, start: int, end: int) -> bool:
    return any(f.block is block and f.start < end and start < f.end for f in found)


def find_placeholders(posting: Posting) -> tuple[Excerpt, ...]:
    """All slots in the texts that a reader of the page sees, in order; of overlapping ones the first counts."""
    found: list[Excerpt] = []
    for block in posting.texts:
        if not _candidate(posting, block):
            continue
        links = tuple((link.start, link.end) for link in block.links)
        for start, end in sorted(slots_in(block.text, links=links)):
            if not _seen_twice(found, block, start, end):
                found.append(Excerpt(block, start, end))
    return tuple(found)
