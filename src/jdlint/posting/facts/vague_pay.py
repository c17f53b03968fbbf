"""Words about pay that name no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.posting.fields import fields_of, visible_fields
from jdlint.posting.model import Block, Excerpt

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_GATE = frozenset(
    "varies vary competitive competitively attractive excellent generous commensurate negotiable doe dependent dependant depending depends based market determined"
    " discussed tbd tba tbc fair lucrative great good confirmed agreed".split()
)
_MONEY = r"(?:salar(?:y|ies)|pay|wages?|compensation|remuneration|rates?|earnings)"
_PRAISE = r"(?:(?:highly|very|really|extremely)\s+)?(?:competitive|attractive|generous|lucrative|fair|great|good|excellent|above[- ]average|top|industry[- ]leading|market[- ]leading)"
_DEPENDS = r"(?:(?:commensurate|commensurable|in\s+line)\s+with|depend(?:ent|ant|s|ing)\s+(?:up)?on|based\s+(?:up)?on|according\s+to|determined\s+(?:by|based\s+on)|varies\s+(?:with|by|based\s+on))"
_MERIT = r"(?:(?:your|the|their|candidate['’]?s?|relevant|individual|applicant['’]?s?|work|level\s+of|years\s+of|personal|skills?,?|qualifications?,?|needs|education,?|experience,?|location,?|and|or|&|/|prior|previous|role|job|knowledge,?|position)\s*)*(?:experience|skills?|qualifications?|abilit(?:y|ies)|seniority|background|expertise)"
_PATTERNS = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b{_PRAISE}\s+(?:(?:and|,|&)\s+\w+\s+)?(?:(?:base|annual|starting|hourly|total|market|non-profit|nonprofit|benefits?\s+and|monthly|financial|industry|daily|local)\s+){{0,3}}{_MONEY}(?:\s+packages?)?\b",
        rf"\b{_PRAISE}\s+(?:salary|pay|compensation|remuneration)\s*(?:and|&|\+|/)\s*benefits?(?:\s+packages?)?\b",
        rf"\b{_MONEY}(?:\s+(?:range|level|package))?(?:\s+(?:is|are|will\s+be|shall\s+be|to\s+be|would\s+be))*\s*[:–-]?\s*(?:{_PRAISE}\b(?!\s+\w+ly\b)|negotiable\b|tb[dac]\b|to\s+be\s+(?:discussed|confirmed|agreed|determined|negotiated)|(?:will\s+be\s+)?(?:discussed|determined|agreed|negotiated)\b[^.;\n]{{0,40}})",
        rf"\b(?:(?:is|are|will\s+be)\s+)?{_DEPENDS}\s+{_MERIT}",
        r"(?-i:\bD\.?O\.?E\b\.?)",
        rf"\b{_MONEY}\b[^.;\n]{{0,60}}?\b(?:will\s+be|is\s+to\s+be|to\s+be|is|are|be)\s+(?:determined|discussed|decided|agreed(?:\s+up)?)\b(?:\s+(?:up)?on|\s+at|\s+by|\s+during|\s+with)?[^.;,\n]{{0,30}}",
        r"\bpay(?:s|ing)?\s+(?:very\s+)?competitively\b",
        r"\b(?:at|above|near|around)?\s*(?:or\s+above\s+)?(?:the\s+)?market\s+rates?\b",
        r"\bnegotiable\s+(?:salary|pay|rate|compensation)\b|\bwe\s+pay\s+(?:well|fairly)\b",
    )
)
_ABOUT_PAY = re.compile(rf"\b(?:{_MONEY}|paid|package|stipend|offer(?:ed)?|hourly)\b|[$£€₹]\s?\d", re.IGNORECASE)
_NOT = re.compile(
    r"\bnon[- ]?negotiable\b|\bmarket\s+rates?\s+(?:analysis|research|data|survey)|\b(?:set|monitor|analy[sz]e|review|benchmark|develop|ensure|manage|negotiat\w+)\w*\s+(?:\w+\s+){0,3}(?:competitive|market)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"\W*(?:{_PRAISE}|negotiable|doe|tb[dac]|to\s+be\s+(?:discussed|determined|confirmed|agreed)|{_DEPENDS}[^.\n]{{0,60}}|market\s+rates?|paid|unspecified|open|flexible)\b.{{0,40}}",
    re.IGNORECASE,
)


def find_phrases(text: str, about_pay: bool = False) -> list[tuple[int, int]]:
    """Ranges of the words about pay that name no figure; `about_pay` where the whole text is known to speak of pay."""
    spans: list[tuple[int, int]] = []
    for i, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            start, end = match.span()
            while text[start].isspace():
                start += 1
            line = text[text.rfind("\n", 0, start) + 1 :]
            sentence = re.split(r"[.;\n](?:\s|$)", line, maxsplit=1)[0] if i in (3, 4, 7) else ""
            if (
                i in (3, 4, 7)
                and not about_pay
                and not _ABOUT_PAY.search(sentence)
                and not _ABOUT_PAY.search(text[max(0, start - 80) : start])
            ):
                continue
            if _NOT.search(text[max(0, start - 40) : end + 20]):
                continue
            spans.append((start, end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _in_block(posting: Posting, block: Block, about_pay: bool) -> Iterator[Excerpt]:
    if any(w.norm in _GATE for w in posting.words(block)) or (about_pay and block.kind == "field"):
        found = find_phrases(block.text, about_pay)
        if not found and about_pay and block.kind == "field" and not any(c.isdigit() for c in block.text) and _WHOLE.fullmatch(block.text):
            found = [(0, len(block.text))]
        yield from (Excerpt(block, start, end) for start, end in found)


def find_vague_pay(posting: Posting) -> tuple[Excerpt, ...]:
    """Words about pay that name no figure, in fields first, then in the body."""
    found: list[Excerpt] = []
    pay = fields_of(posting, "pay")
    for field in pay:
        found += _in_block(posting, field.block, about_pay=True)
    for field in visible_fields(posting):
        if field not in pay:
            found += _in_block(posting, field.block, about_pay=False)
    for block in posting.blocks:
        if block.kind in ("code", "quote"):
            continue
        section = posting.section_of(block)
        found += _in_block(posting, block, about_pay=section is not None and section.kind == "pay")
    return tuple(found)
