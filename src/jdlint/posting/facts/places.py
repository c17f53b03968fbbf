"""Where the job is done, or where those who do it remotely must live."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.gazetteer import fold_place
from jdlint.posting.facts.geography import CITY, WIDE, WIDE_WORDS, Spot, alike, names_in, recognise
from jdlint.posting.facts.mode import says_remote
from jdlint.posting.facts.place_cues import REPEATED, SAID, SEAT, ZONE, in_prose, may_name, small_towns
from jdlint.posting.facts.place_values import in_title, in_value, is_all, of_header
from jdlint.posting.facts.scan import field_values, label_values, trimmed
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.kept import once
from jdlint.posting.model import Excerpt, Place, Section
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.stems import Stems
from jdlint.text.words import fold

if TYPE_CHECKING:
    from jdlint.posting.model import Block
    from jdlint.posting.posting import Posting

# Before a label that nobody knows, and before a sentence.
_END = lazy(r"\.\s+(?=[A-Z][A-Za-z ]{2,24}:|(?:There|This|The|You|We|It|Please|Some|Other|Candidates?|Applicants?) [a-z])")
# Where colleagues sit, in the bracket of a wish to work when they do: the only region that the value gives.
_ZONES = lazy(
    r"(?:utc|gmt) ?[+±−–-] ?\d{1,2}(?::\d\d)? ?(?:to|through|until|and|-|–|/) ?(?:utc|gmt)? ?[+±−–-] ?\d{1,2}(?::\d\d)?(?!\d)",
    re.IGNORECASE,
)
_SLASHED = lazy(
    r"(?:^|\n)(?:Location|Place of work|Work ?place|Base|Site)(?: of (?:the )?(?:Post|Position|Role|Job))? / (?P<value>[^\n]+)",
    re.IGNORECASE,
)
_ANY_LABEL = lazy(r"(?P<label>[A-Z][A-Za-z /-]{2,24}):\s*(?P<value>[^:\n]{3,60})")
# Labels of other things that places stand for.
_OTHERS = lazy(
    r"\b(?:employer|company|clients?|customers?|contact|head ?quarters?|hq|head office|report\w*|manager|languages?|nationality"
    r"|citizen\w*|department|agency|organi[sz]ation|author|from|market\w*|territor\w+|travel\w*|sales|name|about|licen[cs]e"
    r"|experience|education|university|jurisdiction)\b",
    re.IGNORECASE,
)
_LINE = 90  # characters of a line with a label at most
_ANYWHERE = lazy(r"\b(?:anywhere|worldwide)\b", re.IGNORECASE)
_SKIPPED_KEYS = frozenset(
    {"street", "street address", "zip", "zip code", "zipcode", "postal code", "postcode", "country", "country code", "lat", "lng",
     "latitude", "longitude", "geography", "map", "timezone"}
)  # fmt: skip
_VALUE_WORDS = 14  # a longer value is a sentence
_NAME_WORDS = 6  # an unknown name of a place has no more
_SHORT = 3
_HEADING_WORDS = 5  # a longer heading on the place is a sentence
_CROWD = 3  # so many lines without a known place are no list of places
_RESIDING = frozenset({"located", "live", "living", "reside", "residing", "based", "residents"})
_UNKNOWN = 0.9  # how much surer a place of the table is
_NEXT_LINE = 6  # characters between one line and the next

_ALLOWED = lazy(r"\b(?:right|authori[sz]\w+|eligib\w+|entitled|permi\w+|allowed)\b[^.;]{0,30}\bwork in (?:the )?", re.IGNORECASE)
_RIGHTS = Stems("right", "authori", "eligib", "entitl", "permi", "allow")
_NEAR = 30  # characters
_INTRODUCTION = 12  # blocks
_NEVER_PLACES = frozenset({"equal_opportunity", "application"})
_NO_PLACES = frozenset({"process", "preferred", "reporting"})
_FEW_PLACES = frozenset({"benefits", "pay"})  # only a town that is known from elsewhere counts there


def _place(value: Excerpt, start: int, end: int, spot: Spot | None, sure: float) -> Place:
    """The place at [start, end) of a value."""
    at = Excerpt(value.block, value.start + start, value.start + end)
    return Place(at, spot.country, spot.region, spot.city, sure) if spot else Place(at, None, None, at.text, sure * _UNKNOWN)


def _values(posting: Posting) -> Iterator[Excerpt]:
    fields = fields_of(posting, "location")
    for value, field in zip(field_values(posting, "location"), fields, strict=True):
        parts = key_words(field.key)
        if not (len(fields) > 1 and parts and parts[-1] in _SKIPPED_KEYS):
            yield value
    taken = set()
    for value in label_values(posting, "location"):
        taken.add(value.block)
        if not _in_crowd(posting, value):
            yield value
    for block in posting.prose:
        if ":" in block.text and len(block.text) <= _LINE and block not in taken:
            yield from _after_label(posting, block)
        if " / " in block.text and block not in taken:  # the cells of a table that lost its lines
            yield from (Excerpt(block, *m.span("value")) for m in _SLASHED.finditer(block.text))
    for section in posting.sections:
        if section.heading is not None and "commut" in section.heading.text.casefold():
            for block in section.blocks:
                yield from (Excerpt(block, s.start, s.end) for s in recognise(block.text) if s.known)


def _after_label(posting: Posting, block: Block) -> Iterator[Excerpt]:
    """A known place that is all of a short line behind a label which nobody knows: "Branch: Leeds"."""
    match = _ANY_LABEL.fullmatch(block.text.strip())
    section = posting.section_of(block) if match is not None else None
    kind = section.kind if section is not None else "other"
    if match is None or _OTHERS.search(match["label"]) or kind in _NEVER_PLACES or kind in _NO_PLACES or kind == "location":
        return
    start = block.text.find(match["value"], match.start("value"))
    yield from (Excerpt(block, start + s.start, start + s.end) for s in recognise(match["value"]) if is_all(match["value"], s))


def _in_crowd(posting: Posting, value: Excerpt) -> bool:
    """Whether a value without a known place is no place either: one of many lines under a heading, or below a sentence of one."""
    section = posting.section_of(value.block)
    if section is None or section.source != "heading" or section.heading is None or value.text.endswith(":"):
        return value.text.endswith(":")
    return section in _crowded(posting) and not recognise(value.text)


@once
def _crowded(posting: Posting) -> frozenset[Section]:
    """The sections with more paragraphs than a list of places has, and those under a sentence."""
    return frozenset([
        s for s in posting.sections
        if sum([b.kind == "paragraph" for b in s.blocks]) > _CROWD
        or (s.heading is not None and len(s.heading.text.split()) > _HEADING_WORDS)
    ])  # fmt: skip


def _headings(posting: Posting) -> Iterator[Place]:
    """The places that sentences in headings give: "Must be located within the United States"."""
    for block in posting.body_holding(_RESIDING):
        if block.kind == "heading":
            for spot, sure in in_prose(block.text, remote=True):
                yield _place(Excerpt.whole(block), spot.start, spot.end, spot, sure)


def _subtitles(posting: Posting) -> Iterator[Place]:
    """A town with its state or country that is a whole heading near the top: "#### Los Angeles, CA"."""
    for block in posting.blocks[:_INTRODUCTION]:
        if block.kind == "heading" and "," in block.text:
            spots = recognise(block.text)
            if len(spots) == 1 and spots[0].level == CITY and spots[0].region and is_all(block.text, spots[0]):
                yield _place(Excerpt.whole(block), spots[0].start, spots[0].end, spots[0], SAID)


def _stated(posting: Posting) -> list[Place]:
    found: list[Place] = []
    for whole in _values(posting):
        end = _END.search(whole.text)
        value = Excerpt(whole.block, whole.start, whole.start + end.start()) if end is not None else whole
        if len(value.text.split()) > _VALUE_WORDS:
            told = list(in_prose(value.text, remote=says_remote(posting)))
            found.extend(_place(value, t.spot.start, t.spot.end, t.spot, t.sure) for t in told)
            if not told:
                found.extend(_zones(value))
            continue
        places = [_place(value, start, end, spot, 1.0) for start, end, spot in in_value(value.text)] or list(_zones(value))
        if found and places and places[0].region and _is_street(found[-1]) and _follows(found[-1], places[0]):
            found.pop()  # the line above a town is its street
        found.extend(places)
    found.extend(list(_headers(posting, found)))
    if not found:
        found = list(_subtitles(posting))
    found = _with_siblings(found)
    title = posting.title
    if title is not None:
        found.extend(_place(title, s.start, s.end, s, SAID) for s in in_title(title.text, _towns(found)))
    return found


def _headers(posting: Posting, found: list[Place]) -> Iterator[Place]:
    """The places that lines above the text name; beside those `found` elsewhere only what is whole: "Ottawa, Ontario"."""
    taken = {place.at.block for place in found}
    for part in posting.header_parts:
        spots = [s for s in of_header(part.text) if not found or (s.level == CITY and "," in part.text)]
        section = posting.section_of(part.block) if spots and part.block not in taken else None
        if spots and part.block not in taken and (section is None or section.kind not in _NEVER_PLACES):
            yield from (_place(part, s.start, s.end, s, SAID if found else 1.0) for s in spots)


def _zones(value: Excerpt) -> Iterator[Place]:
    """The time zones that a value gives which names no place: "ideally in a European time zone"."""
    spots = [s for s in recognise(value.text) if "zone" in s.name] if not _ANYWHERE.search(value.text) else []
    spots += [Spot(*m.span(), None, None, None, WIDE, fold(m.group())) for m in _ZONES.finditer(value.text)]
    yield from (_place(value, s.start, s.end, s, ZONE) for s in spots[:1])


def _is_street(place: Place) -> bool:
    return place.country is None and place.at.text[:1].isdigit()


def _follows(upper: Place, lower: Place) -> bool:
    """Whether two places stand in neighbouring paragraphs of the body."""
    return upper.at.block.kind == lower.at.block.kind != "field" and 0 <= lower.at.span.start - upper.at.span.end <= _NEXT_LINE


def _with_siblings(places: list[Place]) -> list[Place]:
    """A city in one key gets the state or country that stands in the key beside it ("location.city", "location.state")."""
    around: dict[str, Place] = {}
    for place in places:
        if place.country and place.city is None and place.at.block.kind == "field":
            around.setdefault(place.at.block.key.rpartition(".")[0], place)
    filled = []
    for place in places:
        near = around.get(place.at.block.key.rpartition(".")[0]) if place.at.block.kind == "field" and place.city else None
        if near is not None and near.at.block is not place.at.block and near.country != place.country:
            filled.append(replace(place, country=near.country, region=near.region))
        else:
            filled.append(place)
    return filled


def _towns(places: list[Place]) -> frozenset[str]:
    """Names of the towns stated, as folded text."""
    names = (fold((p.city or p.at.text).strip(" .")) for p in places if p.city or p.region is None)
    return frozenset(n for n in names if len(n) > _SHORT and n[0].isalpha() and n.count(" ") < _SHORT)


def find_places(posting: Posting) -> tuple[Place, ...]:
    """The places stated in fields, under labels and in the title, then those that sentences give."""
    found = _stated(posting)
    towns, remote = _towns(found), says_remote(posting)
    told: list[Place] = list(_headings(posting))
    taken = {p.at.block for p in found}
    names, wide = names_in(posting.whole), set(posting.prose_holding(WIDE_WORDS))
    small = {spot.city for spot in small_towns(posting.whole) if spot.city}
    for block in posting.prose:
        text = block.text
        named = block in wide or any([name in text for name in names])  # noqa: C419  # a generator takes twice as long
        lesser = any([town in text for town in small])  # noqa: C419
        if not (named or lesser or may_name(text, towns)):
            continue
        section = posting.section_of(block)
        kind = section.kind if section is not None else ""
        headed = section is not None and section.source != "inferred"
        if block in taken or (headed and kind in (*_NEVER_PLACES, *_NO_PLACES)):
            continue
        for spot, sure in in_prose(text, remote=remote, towns=towns, known=posting.words(block), small=lesser):
            few = headed and kind in _FEW_PLACES and sure != REPEATED and not _says_where(text, spot, sure)
            if few or (kind in _NEVER_PLACES and sure < SAID):
                continue
            told.append(_place(Excerpt.whole(block), spot.start, spot.end, spot, sure))
    for field in fields_of(posting, "summary"):  # such as a page's description
        at = trimmed(field.block)
        spots = in_prose(at.text, remote=remote, towns=towns) if len(at.text.split()) > _NAME_WORDS else ()
        told.extend(_place(at, t.spot.start, t.spot.end, t.spot, t.sure) for t in spots)
    if any(p.city for p in found):  # where the place is stated, the seat of the firm adds nothing
        told = [p for p in told if p.confidence > SEAT]
    if not remote and not any(p.city or p.region for p in (*found, *told)):
        from jdlint.posting.facts.place_guesses import guesses  # most postings state a place

        land = next((p.country for p in (*found, *told) if p.country), None)
        guessed = [(b, t) for b, t in guesses(posting) if not (found or told) or (t.spot.city and t.spot.country == land)]
        told.extend(_place(Excerpt.whole(b), t.spot.start, t.spot.end, t.spot, t.sure) for b, t in guessed)
    return tuple(_at_home(posting, (*found, *told)))


def _says_where(text: str, spot: Spot, sure: float) -> bool:
    """Whether a benefit is to work remotely from a place: "100% remote within Europe"."""
    return sure == SAID and "remote" in text[max(0, spot.start - _NEAR) : spot.start].casefold()


def _at_home(posting: Posting, places: tuple[Place, ...]) -> Iterator[Place]:
    """The places, with towns of a name that several countries have moved to the one country that the posting names.

    A country in which one must be allowed to work outdoes the table's guess, too, unless another place lies there.
    """
    allowed = _allowed(posting) if any(p.city for p in places) else set()
    outright = allowed or {p.country for p in places if p.city is None and p.region is None and p.country}
    home = next(iter(outright)) if len(outright) == 1 else None
    cities: dict[str | None, set[str | None]] = {}
    for place in places:
        cities.setdefault(place.country, set()).add(place.city)
    for place in places:
        if home is None or place.city is None or place.country == home or fold(place.at.text) != fold(place.city):
            yield place
            continue
        known = next((k for k in alike(fold_place(place.city)) if k.city and k.country == home), None)
        alone = len(cities[place.country]) == 1
        if known is not None or (allowed and alone):
            yield replace(place, country=home, region=known and known.region)
        else:
            yield place


def _allowed(posting: Posting) -> set[str | None]:
    """The countries in which the posting wants people to be allowed to work."""
    found: set[str | None] = set()
    for block in posting.prose_holding(_RIGHTS):
        for match in _ALLOWED.finditer(block.text):
            spots = recognise(block.text[match.end() : match.end() + _NEAR])
            if spots and spots[0].start == 0 and spots[0].city is None:
                found.add(spots[0].country)
    return found


def jurisdictions(posting: Posting) -> tuple[str, ...]:
    """The codes of the places whose laws may apply ("us-co", "gb-eng", "ie"), in order, each once."""
    codes: dict[str, None] = {}
    for place in posting.places:
        if place.country is not None:
            codes["-".join(part.casefold() for part in (place.country, place.region) if part)] = None
    return tuple(codes)
