"""Years gone by in the title, in the text's own date and in its start date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.dates import MONTH
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_HEADLINE = 100  # characters
_OWN_YEAR = r"(?P<year>20[0-3]\d)"
_TITLE_YEAR = lazy(r"(?<![\d$£€#/.-])(?P<first>20[0-3]\d)(?:\s?[-–—/]\s?(?P<last>20[0-3]\d|\d{2}))?(?![\d%/-])")
_DATE_LINE = lazy(
    r"^\W*(?:(?:last )?(?:updated|revised|reviewed|modified|published|posted)(?: on| in| for)?:?\s*)?(?:[a-z]{6,9},? )?"
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+|{MONTH},?\s+){_OWN_YEAR}\W*$",
    re.IGNORECASE,
)
_UPDATED = lazy(
    rf"\b(?:updated|revised)(?: for| in| on)?:? (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH} )?(?:\d{{1,2}},? )?{_OWN_YEAR}\b", re.IGNORECASE
)
_BRACKETED = lazy(
    rf"[\[(](?:[^\])\n]{{0,20}} )?{_OWN_YEAR}(?: (?:template|edition|update|guide|version|sample)[^\])\n]{{0,15}})?[\])]", re.IGNORECASE
)
_NUMBERED = lazy(r"\b(?:ref(?:erence)?|number|no|vacancy|competition|requisition|job|post) ?(?:id|no|number|code)?\b ?[.:#]", re.IGNORECASE)
# What else begins on a day than the job.
_OTHER_START = lazy(
    r"\b(?:interviews?|reviews?|reviewed|reviewing|screening|shortlist\w*|assessments?|recruitment|applications?|hiring|selection)\b"
    r"[^.;:]{0,80}$",
    re.IGNORECASE,
)
_STARTS = lazy(
    r"\b(?:start(?:s|ing)?(?: date)?|begin(?:s|ning)?|commenc\w+)\b(?:\s?[:–-]|\s(?:in|on|from|date|is|of|as of))?\s"
    rf"(?:(?:early|mid|late|the|spring|summer|autumn|fall|winter|of|\d{{1,2}}(?:st|nd|rd|th)?|{MONTH})[\s,]*){{0,3}}{_OWN_YEAR}\b(?!\s?[-–/])",
    re.IGNORECASE,
)


def _last_year(match: re.Match[str]) -> int:
    """The later year of "2025" or "2025/26"."""
    first, last = match["first"], match["last"] or match["first"]
    return int(first[: len(first) - len(last)] + last)


def _patterns(block: Block) -> Iterator[tuple[re.Pattern[str], str]]:
    if block.kind in ("heading", "paragraph"):
        yield _DATE_LINE, ""
    if len(block.text) <= _HEADLINE and not _NUMBERED.search(block.text):
        yield _BRACKETED, ""
    yield _UPDATED, ""
    yield _STARTS, "start"


def stale_year(posting: Posting, options: Options) -> Iterator[Hit]:
    """A year before this one in the title, in the text's own date or in its start date."""
    title = posting.title  # and the day only where there is a year: who asks for it is asked again tomorrow
    if title is not None:
        for match in _TITLE_YEAR.finditer(title.text):
            if _last_year(match) < (now := posting.as_of.year):
                yield Hit(title.part(match), {"year": match.group(), "now": now}, "title")
    for block in posting.blocks:
        if "20" not in block.text or block.kind == "code" or (title is not None and block is title.block):
            continue
        for pattern, variant in _patterns(block):
            found = pattern.search(block.text)
            if found and int(found["year"]) < (now := posting.as_of.year):
                said = "" if variant and _OTHER_START.search(block.text, 0, found.start()) else variant
                yield Hit(Excerpt(block, found.start("year"), found.end("year")), {"year": found["year"], "now": now}, said)
                break
