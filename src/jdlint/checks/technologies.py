"""Checks of technologies: how they are written, how old they can be, and how many are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from jdlint.checks.requirements import demands, is_wish
from jdlint.posting.model import Excerpt, Experience
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.phrases import PhraseIndex
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word


class Technology(NamedTuple):
    """A technology and the year since when anyone could use it."""

    name: str
    since: int
    exact: bool


class Mention(NamedTuple):
    """A technology named by the words [first, stop) of a block."""

    technology: Technology
    first: int
    stop: int


@cache
def _index() -> PhraseIndex[Technology]:
    found: PhraseIndex[Technology] = PhraseIndex()
    for entry in lexicon("technologies")["technologies"]:
        technology = Technology(entry["name"], entry["since"], entry.get("exact", False))
        for form in (entry["name"], *entry.get("forms", ())):
            found.add(form, technology)
    return found


def mentions(text: str, tokens: Sequence[Word]) -> list[Mention]:
    """The technologies named in a text, the longest name at each place."""
    found: list[Mention] = []
    for technology, first, stop in _index().find([word.norm for word in tokens]):
        if technology.exact and not text[tokens[first].start].isupper() and technology.name[0].isupper():
            continue
        if found and first < found[-1].stop:
            if stop - first > found[-1].stop - found[-1].first:
                found[-1] = Mention(technology, first, stop)
            continue
        found.append(Mention(technology, first, stop))
    return found


_YEARS = lazy(r"\b(?:years?|yrs?)\b\.?['’]?", re.IGNORECASE)
_BETWEEN = lazy(
    r"of|in|with|using|experience|exp|s|working|work|hands|on|professional|practical|solid|commercial|relevant|production|proven"
    r"|strong|direct|deep"
    r"|demonstrated|developing|development|building|programming|coding|writing|the"
)
_BEFORE = lazy(
    r"(?:experience|development|programming|skills)?\s*[:(–—-]\s*\(?(?:at least|min(?:imum)?\.?(?: of)?|over"
    r"|more than)?\s*$",
    re.IGNORECASE,
)


_PAIR = 2  # "Python and LangChain" asks for both; in a longer list the years may be of the whole


def impossible_experience(posting: Posting, options: Options) -> Iterator[Hit]:
    """More years demanded of a technology than it has existed on the day of the check."""
    for demand in posting.experience:
        if demand.min is None:
            continue
        named = _demanded(posting, demand)
        young = [m for m in named if demand.min > _age(m.technology.since, posting.as_of)]
        if young and (young[0] is named[0] or len(named) == _PAIR):
            yield _impossible(posting, demand, young[0])


def _impossible(posting: Posting, demand: Experience, mention: Mention) -> Hit:
    block, tokens = demand.at.block, posting.words(demand.at.block)
    start = min(demand.at.start, tokens[mention.first].start)
    end = max(demand.at.end, tokens[mention.stop - 1].end)
    since = mention.technology.since
    age = int(_age(since, posting.as_of))
    return Hit(Excerpt(block, start, end), {"technology": mention.technology.name, "since": since, "age": age, "years": f"{demand.min:g}"})


def _age(since: int, day: date) -> float:
    return (day - date(since, 1, 1)).days / 365.25


def _demanded(posting: Posting, demand: Experience) -> list[Mention]:
    """The technologies that the years are asked of; none where the years are of something wider or there is a choice."""
    block = demand.at.block
    tokens, text = posting.words(block), block.text
    found = mentions(text, tokens)
    if not found:
        return []
    sentence = posting.sentence_at(demand.at)
    years = _YEARS.search(text, demand.at.start, sentence.end)
    if years is None:
        return []
    at = next((i for i, word in enumerate(tokens) if word.start >= years.end()), len(tokens))
    while at < len(tokens) and _BETWEEN.fullmatch(tokens[at].norm) and tokens[at].end <= sentence.end and not _starts(found, at):
        at += 1
    listed = _listed(text, tokens, found, at)
    if listed is not None:
        return listed
    before = [m for m in found if tokens[m.stop - 1].end <= demand.at.start]
    if before and before[-1].first == 0 and _BEFORE.fullmatch(text[tokens[before[-1].stop - 1].end : demand.at.start].lstrip()):
        return before[-1:]
    return []


def _starts(found: list[Mention], at: int) -> Mention | None:
    return next((m for m in found if m.first == at), None)


_OR = lazy(r"\bor\b")
_NEAR = 60  # characters in which a list ends in "or similar"


def _listed(text: str, tokens: Sequence[Word], found: list[Mention], at: int) -> list[Mention] | None:
    """The list "A, B and C" of technologies from a word on; None where none starts there, empty where it offers a choice."""
    mention = _starts(found, at)
    if mention is None:
        return None
    listed = [mention]
    while True:
        at = mention.stop
        if at >= len(tokens):
            return listed
        gap = text[tokens[at - 1].end : tokens[at].start]
        if "/" in gap or tokens[at].norm in ("or", "and/or"):
            return []
        if tokens[at].norm in ("and", "plus") or gap.strip() in (",", "&", "+"):
            following = _starts(found, at) or _starts(found, at + 1)
            if following is None:
                return [] if _OR.search(text, tokens[at].start, tokens[at].start + _NEAR) else listed
            mention = following
            listed.append(mention)
            continue
        return listed


def too_many_technologies(posting: Posting, options: Options) -> Iterator[Hit]:
    """A heap of technologies among the must-haves."""
    limit = options.integer("max-technologies")
    named: dict[str, Excerpt] = {}
    for items in demands(posting):
        for item in items:
            if is_wish(item.text):
                continue
            tokens = posting.words(item)
            for m in mentions(item.text, tokens):
                named.setdefault(m.technology.name, Excerpt(item, tokens[m.first].start, tokens[m.stop - 1].end))
    if len(named) > limit:
        yield Hit(next(iter(named.values())), {"count": len(named), "limit": limit, "names": ", ".join(named)})


_LEVEL = lazy(
    r"\d|\b(?:basic|basics|advanced|expert|proficien\w+|fluen\w+|familiar\w*|working|deep|strong|solid|good|hands-on|production"
    r"|daily|to|for"
    r"|professional|in-depth|extensive|intermediate|confident|comfortable|exposure|ability|able"
    r"|understanding|can|at least|years?|level|mastery|excellent)\b",
    re.IGNORECASE,
)


def without_level(posting: Posting, options: Options) -> Iterator[Hit]:
    """Tools demanded with no years, level or use: one hit a posting."""
    bare: list[Excerpt] = []
    for items in demands(posting):
        for item in items:
            tokens = posting.words(item)
            if len(tokens) <= options.integer("max-words") and not _LEVEL.search(item.text) and mentions(item.text, tokens):
                bare.append(Excerpt.whole(item))
    if bare:
        yield Hit(bare[0], {"count": len(bare)}, related=tuple((at, "no level or use either") for at in bare[1:]))
