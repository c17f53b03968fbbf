"""Several levels of seniority in one posting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems

_TRADE = r"(?:engineer|developer|designer|scientist|architect|analyst|$|/)"
_LEVELS = (
    ("intern", lazy(r"\bintern(?:s|ship)?\b", re.IGNORECASE)),
    ("junior", lazy(r"\b(?:junior|jr|entry[- ]level|graduate)\b", re.IGNORECASE)),
    ("mid", lazy(r"\b(?:mid(?:dle)?(?:[- ]?(?:level|weight))?|intermediate)\b(?!\s+(?:school|east|office))", re.IGNORECASE)),
    (
        "senior",
        lazy(r"\b(?:senior|sr|snr)\b(?!\s+(?:living|care|citizens?|housing|services?|cent(?:er|re)|school))", re.IGNORECASE),
    ),
    ("lead", lazy(rf"\b(?:lead|principal|staff)(?=[\s/,]*(?:\w+\s)?{_TRADE})", re.IGNORECASE)),
)
_STEMS = Stems("senior", "level")  # one of which stands in whatever speaks of levels
_ARE = r"(?:are|will|can|may|have|perform)"
_JUNIORS = lazy(rf"\b(?:juniors|interns|beginners|entry[- ]level (?:\w+ ){{1,2}}?{_ARE})\b", re.IGNORECASE)
_SENIORS = lazy(rf"\b(?:seniors|senior (?:specialists|developers|engineers|nurses|analysts|staff) {_ARE})\b", re.IGNORECASE)
_ANY_LEVEL = lazy(
    r"\b(?:specialists?|developers?|engineers?|nurses|analysts?|professionals?|candidates|positions?|roles?|openings?|vacanc(?:y|ies))\s+(?:\w+\s){0,3}?"
    r"(?P<at>(?:of|at|for|on) (?:any|all|every) (?:skill |experience |seniority )?levels?\b(?! of (?:government|management|staff|the)))",
    re.IGNORECASE,
)


def several_levels(posting: Posting, options: Options) -> Iterator[Hit]:
    """Levels far apart in the title, or one text for juniors and seniors alike; one hit a posting."""
    hit = _in_title(posting.title) if posting.title is not None else None
    if hit is None:
        hit = next((found for block in posting.holding(_STEMS) if (found := _in_block(block)) is not None), None)
    if hit is not None:
        yield hit


def _in_title(title: Excerpt) -> Hit | None:
    """Three levels, or a junior and a senior one; two neighbours ("mid-level to senior") are an open choice."""
    found = {name: m for name, pattern in _LEVELS if (m := pattern.search(title.text))}
    if len(found) <= 2 and not found.keys() >= {"junior", "senior"}:  # noqa: PLR2004
        return None
    start, end = min(m.start() for m in found.values()), max(m.end() for m in found.values())
    return Hit(Excerpt(title.block, title.start + start, title.start + end), variant="title")


def _in_block(block: Block) -> Hit | None:
    text = block.text.casefold()
    if "senior" in text:
        low, high = _JUNIORS.search(block.text), _SENIORS.search(block.text)
        if low and high:
            return Hit(Excerpt(block, low.start(), low.end()), related=((Excerpt(block, high.start(), high.end()), "and another level"),))
    anyone = _ANY_LEVEL.search(block.text) if any(f"{word} " in text and "level" in text for word in ("any", "all", "every")) else None
    return Hit(Excerpt(block, anyone.start("at"), anyone.end("at"))) if anyone else None
