"""Where the work is done in a posting that doesn't say so: what its introduction, its addresses and its names suggest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.gazetteer import fold_place, is_town
from jdlint.posting.facts.geography import CITY, COUNTRY, COUNTY, Spot, alike, recognise
from jdlint.posting.facts.organisations import of_organisation
from jdlint.posting.facts.patterns import listed, sentence_around
from jdlint.posting.facts.place_cues import FARTHEST, LIST_GAP, NEARBY, Told, at_word, is_elsewhere, small_towns
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems
from jdlint.text.words import fold

if TYPE_CHECKING:
    from jdlint.posting.model import Block
    from jdlint.posting.posting import Posting

GUESSED, WEAK = 0.4, 0.3  # how sure it is; of what is weak one had better ask
_INTRODUCTION = 12  # blocks
_NAME_WORDS = 10  # of a line that may be the name of a site
_INTRODUCING = frozenset({"summary", "company", "other", "responsibilities", "employment"})
_PREPOSED = lazy(r"\b(?:in|at|near|outside|around|from) (?:\w+ )?$|\($", re.IGNORECASE)
# A site of the employer's in a town that the table lacks; its name starts with a capital and ends the phrase.
_TOWN = lazy(
    r"\b(?:[Oo]ur|[Tt]he|[Aa]n?)\s+(?:[\w’'-]+\s+){0,3}(?:offices?|facility|clinic|store|shop|restaurant|farm|dairy|greenhouse|garage|studio"
    r"|warehouse|plant|hospital|laboratory|lab|bakery|caf[eé]|brewery|hotel|school|workshop|kitchen|practice|surgery|nursery|pub|inn|depot|centre|center|charity|company"
    r"|firm|hospice|library|museum|church|college|salon|home)"
    r"\s+(?:is\s+)?in\s+(?:the\s+(?:heart|centre|center|middle|outskirts|suburbs|north|south|east|west)\s+of\s+)?"
    r"(?P<town>[A-Z][a-zà-ÿ]{3,}(?:[ -][A-Z][a-zà-ÿ]+)?)(?=[.,;!?)\n]|$| (?:is|are|and|needs|seeks|has)\b)"
)
# "An Elmstead-based charity"
_BASED = lazy(
    r"\b(?:[Aa]n?|[Oo]ur|[Tt]he)\s+(?:[a-z’'-]+\s+){0,2}(?P<town>[A-Z][a-zà-ÿ]{3,}(?:[ -][A-Z][a-zà-ÿ]+)?)[ -]based\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?i:charity|company|firm|business|organi[sz]ation|agency|start-?up|studio|practice|school|trust|team|non-?profit|restaurant|bakery"
    r"|manufacturer|retailer|consultancy|co-?operative|publisher)\b"
)
_NO_TOWNS = listed(
    "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday"
    " sunday spring summer autumn winter english french spanish german"
)


_NOT_HERE = lazy(
    r"\b(?:sell\w*|sold|ship\w*|export\w*|products?|stud(?:y|ied|ies)|made|makes|bought|buys?|from|news\w*|article|story|history|meet\w*"
    r"|attend\w*|interviews?|induction|training (?=takes|is|will|in|at))\b",
    re.IGNORECASE,
)
# "The Elmstead Hotel", "Elmstead Primary School": named after the town that it stands in.
_SITE_OF = lazy(
    r"(?:^|(?<=[Tt]he )|(?<=[Aa]t )|(?<=[–—|-] )|(?<=, ))(?!The )(?P<town>[A-Z][a-z’'-]{2,}(?: [A-Z][a-z’'-]+)??) "
    r"(?:(?:Primary|Infants?|Junior|High|Secondary|Grammar|Elementary|Middle|Community|District|General|Public|Family|Medical|Health"
    r"|Veterinary|Animal|Teaching|University|City|Borough|Town|County) ){0,2}"
    r"(?:School|Kindergarten|Nursery|Preschool|Hotel|Inn|Hospital|Infirmary|Hospice|Library|Museum|Theatre|Golf Club"
    r"|(?:Medical|Health) Cent(?:re|er)|Surgery"
    r"|Airport|Brewery|Bakery|Dental|Clinic|Church|Parish|Council|Hospitals|NHS)\b"
    r"|^(?:City|Town|Borough|Village|Township) of (?P<of>[A-Z][a-z’'-]{2,}(?: [A-Z][a-z’'-]+)?)$"
)
_OWN = lazy(r"Universit\w+|Institute|Technology", re.IGNORECASE)


def guessed(text: str) -> list[Told]:
    """The first town of an introduction and those listed with it, where nothing says plainly that the work is done there."""
    found: list[Told] = []
    known = recognise(text)
    lesser = [s for s in small_towns(text) if not any(k.start <= s.start < k.end for k in known)]
    for spot in sorted((*known, *lesser), key=lambda s: s.start):
        if found and not LIST_GAP.fullmatch(text[found[-1].spot.end : spot.start]):
            break
        if found:
            found.append(Told(spot, GUESSED))
            continue
        start = max(sentence_around(text, spot.start)[0], spot.start - FARTHEST)
        named = ((spot.region or spot.country) is not None and "," in text[spot.start : spot.end]) or _PREPOSED.search(
            text, start, spot.start
        )
        tied = is_elsewhere(text[start : spot.start]) or _NOT_HERE.search(text, start, spot.start) or of_organisation(text, spot)
        if spot.level == CITY and named and not tied:
            found.append(Told(spot, GUESSED))
    if found:
        return found
    match = _TOWN.search(text) or _BASED.search(text)
    if match is None or fold(match["town"]) in _NO_TOWNS:
        return []
    start, end = match.span("town")
    if is_elsewhere(text[max(sentence_around(text, match.start())[0], match.start() - NEARBY) : match.start()]):
        return []
    return [Told(Spot(start, end, None, None, match["town"], CITY, fold(match["town"])), GUESSED)]


def guesses(posting: Posting) -> list[tuple[Block, Told]]:
    """What suggests the place best: a town of the introduction, else what is weak.

    That is the postal address that applications go to, the school or hospital that seeks somebody, the county whose office it
    is, the university of a town, or the country in which people must be allowed to work.
    """
    for find in (_introduced, _universities, _addresses, _sites, _authorities, _allowed):
        found = list(find(posting))
        if found:
            return found
    return []


def _opening(posting: Posting, *kinds: str) -> Iterator[Block]:
    for block in posting.blocks[:_INTRODUCTION]:
        section = posting.section_of(block)
        if block.kind in kinds and (section is None or section.kind in _INTRODUCING):
            yield block


def _introduced(posting: Posting) -> Iterator[tuple[Block, Told]]:
    """The town that the first paragraphs name, or the name of a site in one of the first lines: "Elmstead Kindergarten"."""
    for block in _opening(posting, "paragraph"):
        told = guessed(block.text)
        yield from ((block, t) for t in told)
        if told:
            return
    for block in _opening(posting, "paragraph", "heading"):
        match = _SITE_OF.search(block.text) if len(block.text.split()) <= _NAME_WORDS else None
        group = "of" if match is not None and match["of"] else "town"
        if match is not None and (is_town(name := fold_place(match[group])) or any(k.city for k in alike(name))):
            yield block, Told(Spot(*match.span(group), None, None, match[group], CITY, name), GUESSED)
            return


_POST_CODE = lazy(
    r"\b\d{5}(?:-\d{4})?$|\b[A-Z]\d[A-Z] ?\d[A-Z]\d$|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|\b(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT),? \d{4}$"
)
_DIGIT = lazy(r"\d")
_UK_CODE = lazy(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$")
_ADDRESS_WORDS = 12


def _addresses(posting: Posting) -> Iterator[tuple[Block, Told]]:
    """The first line that is an address with a town and its postal code."""
    for block in posting.prose:
        if not _DIGIT.search(block.text):
            continue
        for spot in recognise(block.text):
            if spot.level == CITY and _POST_CODE.search(block.text, spot.start, spot.end):
                line = block.text.rfind("\n", 0, spot.start) + 1
                opening = block.text[line : spot.start]
                whole = (
                    _UK_CODE.search(block.text, spot.start, spot.end) and opening.endswith(", ") and len(opening.split()) <= _ADDRESS_WORDS
                )
                yield block, Told(spot._replace(start=line) if whole else spot, WEAK)
                return


# A place to work by its nature, as the one who seeks or cares: "Ash Lane Primary School is", "The governors of St Anne's School are".
_SITE_SEEKS = lazy(
    r"(?:^|(?<=[.!?] )|(?<=\n)|(?<= of )|(?<= at )|(?<=[Tt]he ))(?!(?:The|Governors?|Governing|Board|Trustees|Head|Friends) )"
    r"(?P<at>(?:St\.? )?[A-Z][\w.’'&-]*(?:,? (?:(?:and|of|the|&) )?[A-Z][\w.’'&-]*){0,7} "
    r"(?:School|Academy|Kindergarten|Nursery|Preschool|Hospital|Hospice|Infirmary))"
    r"(?= (?:is|are|seeks?|has|needs?|wish(?:es)?|invites?|requires?)\b)"
)
_SITE_WORDS = Stems("school", "academ", "kindergart", "nurser", "preschool", "hospital", "hospice", "infirmar")


def _sites(posting: Posting) -> Iterator[tuple[Block, Told]]:
    for block in posting.prose_holding(_SITE_WORDS):
        match = _SITE_SEEKS.search(block.text)
        if match is not None:
            yield block, Told(at_word(match), WEAK)
            return


_OFFICE = lazy(
    r"(?: [A-Z][\w’'&-]+){0,3}? (?:Government|Office|Departments?|Council|Board|Library|Schools?|Sheriff|Clerk|Commission|District"
    r"|Administration)\b"
)


_CLIENT = lazy(r"\b(?:act|represent|consult|contract|suppl|visit)\w*(?: for| with| to)?(?: the)? $", re.IGNORECASE)


def _authorities(posting: Posting) -> Iterator[tuple[Block, Told]]:
    """The county whose office the introduction speaks of: "the Elm County Clerk's office counts the votes"."""
    for block in posting.blocks[:_INTRODUCTION]:
        for spot in recognise(block.text) if block.kind == "paragraph" else ():
            before = block.text[: spot.start]
            office = spot.level == COUNTY and _OFFICE.match(block.text, spot.end)
            if office and not (is_elsewhere(before) or _CLIENT.search(before) or _NOT_HERE.search(before)):
                yield block, Told(spot, WEAK)
                return


_UNIVERSITY = lazy(r"\b(?:University|Institute of Technology|Polytechnic|Hospitals?) (?:of |at )?$")
_STUDIED = lazy(
    r"\b(?:degree|graduat\w*|stud(?:y|ied|ents?)|research\w*|partner\w*|affiliat\w*|alumni|founde[dr]\w*|bachelor\S*|master\S*|phd)\b",
    re.IGNORECASE,
)


def _universities(posting: Posting) -> Iterator[tuple[Block, Told]]:
    """The town whose university seeks somebody: "at the University of Glasgow"."""
    for block in posting.blocks[:_INTRODUCTION]:
        for spot in recognise(block.text) if block.kind in ("paragraph", "field") and "ni" in block.text else ():
            before = block.text[max(0, spot.start - FARTHEST) : spot.start].rpartition(":")[2]
            if spot.level == CITY and _UNIVERSITY.search(before) and not _STUDIED.search(before) and not is_elsewhere(_OWN.sub("", before)):
                yield block, Told(spot, WEAK)
                return


_RIGHT = lazy(
    r"\b(?:right|authori[sz]\w+|eligib\w+|entitled|permi\w+|allowed)\b[^.;\n]{0,30}\b(?:work|in|for)(?: with)?(?:in)? (?:the )?$",
    re.IGNORECASE,
)
_RIGHTS = Stems("right", "authori", "eligib", "entitl", "permi", "allow")


def _allowed(posting: Posting) -> Iterator[tuple[Block, Told]]:
    """The country in which people must be allowed to work: "the right to work in the UK"."""
    for block in posting.prose_holding(_RIGHTS):
        for spot in recognise(block.text):
            if spot.level == COUNTRY and _RIGHT.search(block.text, max(0, spot.start - FARTHEST), spot.start) and "work" in block.text:
                yield block, Told(spot, WEAK)
                return
