"""What an application asks of people, and whether its links can work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.patterns import listed
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.words import series

_ANCHORS = listed(
    """
    photo photograph photos picture headshot birth dob age marital religion cv resume application apply send references
    referees certificates transcripts letter reference transcript
    """
)
_PERSONAL = lazy(
    r"\b(?:(?:recent |passport[- ]sized? |passport |clear |colou?r |professional )*(?:photo(?:graph)?s?|headshots?|picture of yourself)"
    r"|(?:your )?date of birth|your age|(?:your )?marital status|your religion)\b",
    re.IGNORECASE,
)
_SENDING = lazy(
    r"\b(?:send|submit|attach|include|enclose|upload|provide|state|along with|together with|with (?:a "
    r"|your )?(?:recent |passport)|(?:cv|resume|application|apply)\b.{0,40}\bwith)",
    re.IGNORECASE,
)
_NOT_ASKED = lazy(
    r"\b(?:no|not|don['’]?t|never|without|leave out|refrain|omit|rather than|need not"
    r"|photo(?:graph)? (?:id|identification|editing|shoots?)|edit|shoot|take|taking"
    r"|race|colou?r|creed|discriminat\w+|regardless|basis of|captions?|portfolio|products?|samples? of|driver|interview|offer|hired"
    r"|first day|onboarding)\b",
    re.IGNORECASE,
)
_PAPERS = {
    "a cover letter": lazy(r"\b(?:cover(?:ing)? letter|motivation letter|letter of (?:motivation|interest|application))\b", re.IGNORECASE),
    "references": lazy(
        r"\b(?:(?:two|three|four|2|3|4|names? of|contact details of|letters? of)[ \w()]{0,30}(?:references?"
        r"|referees|recommendation)|reference letters?)\b", re.IGNORECASE),
    "certificates or transcripts": lazy(
        r"\b(?:transcripts?|cop(?:y|ies) of (?:your )?(?:certificates|diplomas?|degrees?|qualifications)"
        r"|certificates and)\b", re.IGNORECASE),
    "a statement or an essay": lazy(
        r"\b(?:(?:personal|supporting|research|teaching|diversity) statement|statement of (?:purpose|interest"
        r"|teaching|research)|essay|selection criteria)\b", re.IGNORECASE),
    "samples of work": lazy(r"\b(?:writing samples?|work samples?|portfolio|sample of (?:your )?(?:work|writing))\b", re.IGNORECASE),
    "a form": lazy(r"\b(?:application form|complete the form|fill (?:in|out) (?:the|our) (?:application )?form)\b", re.IGNORECASE),
}  # fmt: skip
_HELP = lazy(
    r"\b(?:accommodations?|adjustments?|accessib\w+|access needs|access requirements|adaptations?"
    r"|assistance|alternative format|arranged differently"
    r"|need anything (?:arranged|changed)|special needs|support (?:you|during|with|through)|barrier)\b",
    re.IGNORECASE,
)
_BROKEN = lazy(r"(?:https?:?/?/?){2}|https?:/[^/]|https?//|https?;//|htt?p?s?:(?!//)|ht{1,3}p?s?:\\\\|^(?:mailto:)?[^@\s]+@\s*$|\s")
_WRONG_MAIL = lazy(r"mailto:(?!\s*$)(?![^@\s?]+@[^@\s?.]+(?:\.[^@\s?.]+)+(?:\?|$))(?!\?)")
_OPEN_TO_ALL = lazy(r"http://(?!localhost|127\.)[^/\s]+")
_APPLYING = lazy(r"\b(?:apply|application|submit|upload|(?:our|the|this) form)\b", re.IGNORECASE)
_FORM = lazy(r"/(?:[\w-]*apply|application|forms?)\b", re.IGNORECASE)


def heavy(posting: Posting, options: Options) -> Iterator[Hit]:
    """Papers in numbers before anyone has talked; a photo or a date of birth at all."""
    first: Excerpt | None = None
    asked: dict[str, None] = {}
    for block in posting.body_holding(_ANCHORS):
        applying = _is_about_applying(posting, block)
        for start, end in posting.sentences(block):
            sentence = block.text[start:end]
            if _NOT_ASKED.search(sentence):
                continue
            personal = _PERSONAL.search(sentence)
            if personal and (applying or _SENDING.search(sentence)) and _SENDING.search(sentence):
                yield Hit(Excerpt(block, start + personal.start(), start + personal.end()), variant="personal", severity="error")
            for name, pattern in _PAPERS.items() if applying or _SENDING.search(sentence) else ():
                if pattern.search(sentence):
                    first = first or Excerpt(block, start, end)
                    asked[name] = None
    if first is not None and len(asked) >= options.integer("most-papers"):
        yield Hit(first, values={"papers": series(list(asked), "and")})


def _is_about_applying(posting: Posting, block: Block) -> bool:
    section = posting.section_of(block)
    return section is not None and not {"application", "process"}.isdisjoint(section.kinds)


def no_help(posting: Posting, options: Options) -> Iterator[Hit]:
    """A way to apply, and no word on whom to ask for an adjustment to it."""
    if posting.application is not None and not any(_HELP.search(block.text) for block in posting.blocks):
        yield Hit(None)


def links(posting: Posting, options: Options) -> Iterator[Hit]:
    """Links that can't lead anywhere as they are written, and a way to apply that anyone on the way can read."""
    for block in posting.texts:
        for link in block.links:
            href = link.href.strip()
            at = Excerpt(block, link.start, link.end)
            if "{" in href or "<" in href or "[" in href:
                continue  # a slot of a template
            if _BROKEN.match(href) or _WRONG_MAIL.match(href):
                yield Hit(at, values={"href": href}, variant="broken")
            elif (found := _OPEN_TO_ALL.match(href)) and (_APPLYING.search(at.text) or _FORM.search(href)):
                yield Hit(at, values={"href": f"https://{found.group()[7:]}"})
