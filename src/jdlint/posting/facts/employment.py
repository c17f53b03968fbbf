"""Employment types: full time, contract, internship and the like, as stated of this job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.employment_cues import ANCHORS, LEADS_OTHERS, SPAN, Found, by_hours, in_prose, in_title, in_value
from jdlint.posting.facts.scan import field_values, label_values, mentions
from jdlint.posting.model import Employment, Excerpt
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_BARE = 30
_VALUE_WORDS = 12  # a longer value is a sentence, where the bare word says less
_FOR_A_TERM = lazy(
    rf"(?:up to |initially |about )?{SPAN} ?[- ]?(?:years?|months?)(?: contract| initially| fixed)?"
    r"(?=$|[,;.(]| with\b| and\b| starting\b| from\b)",
    re.IGNORECASE,
)
_KEPT = lazy(r"(?:ongoing|continuing)$", re.IGNORECASE)
_TIMES = frozenset({"full_time", "part_time"})
_ASIDE = lazy(r"\s*(?:[,;)]|$)")  # what follows a type that stands beside the pay, and not "full-time equivalent"
_OF_POST = lazy(
    r"\W*(?:(?:job|position|post|employee|employment|work|staff) )?"
    r"(?:classification|category|status|basis|type|appointment|tenure|duration|term|contract)\s*:",
    re.IGNORECASE,
)  # "Classification: temporary", not "Car user status: casual"
_ASIDES = lazy(r"\s*\([^()]*\)\W*$")  # "Seasonal (May to September)"
_TOLD = 60  # characters: a longer field holds sentences
_HEADED = frozenset({"employment", "other"})
_GUARDED = frozenset({"benefits", "requirements", "preferred", "company", "equal_opportunity", "pay"})
_REST = 12  # characters that may stand beside the type in a short line: "Full-time (days)"


def _stated(posting: Posting) -> Iterator[tuple[Excerpt, Iterator[Found]]]:
    for value in (*field_values(posting, "employment"), *label_values(posting, "employment")):
        short = len(value.text.split()) <= _VALUE_WORDS
        yield value, in_value(value.text) if short else in_prose(value.text)
        if not short:  # "Hours of work: nine hours a week, by arrangement …"
            yield value, (f for f in by_hours(value.text, cue=False) if not f[0])
        if _KEPT.match(value.text):
            yield value, iter([(0, len(value.text), "permanent")])
        term = _FOR_A_TERM.match(value.text)
        if term is not None:
            yield value, iter([(*term.span(), "fixed_term")])
    for value in (*field_values(posting, "pay"), *label_values(posting, "pay")):  # "$35,000 (part-time)"
        yield value, (f for f in in_value(value.text) if f[2] in _TIMES and _ASIDE.match(value.text, f[1]))
    for line in posting.header_parts:
        yield line, (f for f in in_value(line.text) if f[1] - f[0] >= len(line.text) - _REST)
    if posting.title is not None:
        yield posting.title, in_title(posting.title.text)
    for part in posting.sections:  # "Full and part-time positions available", as a heading
        head = part.heading.block if part.heading is not None and part.kind in _HEADED else None
        if head is not None and head.kind == "heading" and mentions(posting, head, ANCHORS):
            yield Excerpt.whole(head), in_prose(head.text, posting.norms(head))
    for field in posting.visible_fields:  # such as a page's description, or what is to be delivered
        if len(field.block.text) > _TOLD and mentions(posting, field.block, ANCHORS):
            guarded = posting.field_kinds.get(field) in _GUARDED
            yield Excerpt.whole(field.block), in_prose(field.block.text, posting.norms(field.block), guarded=guarded)
    for block in posting.prose_holding(ANCHORS):
        named = not block.label_end or _OF_POST.match(block.text)
        bare = _ASIDES.sub("", block.text[block.label_end :]).strip(" |.*") if named else ""
        if 0 < len(bare) <= _BARE:  # "| Full-time |" under the list of demands
            spots = () if LEADS_OTHERS.search(bare) else in_value(block.text)  # "Volunteer management" over a list
            yield Excerpt.whole(block), (f for f in spots if f[0] >= block.label_end and f[1] - f[0] >= len(bare) - _REST)
        section = posting.section_of(block)
        headed = section is not None and (section.source != "inferred" or section.kind == "benefits")
        guarded = headed and section is not None and section.kind in _GUARDED
        yield Excerpt.whole(block), in_prose(block.text, posting.norms(block), guarded=guarded)


def find_employment(posting: Posting) -> tuple[Employment, ...]:
    """The employment types stated, each once a block, in the order of their weight: fields, labels, title, sentences."""
    found: dict[tuple[object, str], Employment] = {}
    for at, values in _stated(posting):
        for start, end, value in values:
            excerpt = Excerpt(at.block, at.start + start, at.start + end)
            found.setdefault((at.block, value), Employment(excerpt, value))
    return tuple(found.values())
