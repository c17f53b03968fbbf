"""Where the job is done, or where those who do it remotely must live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jdlint.posting.facts.geography import CODES, Spot, of_organisation, recognise
from jdlint.posting.facts.scan import field_values, label_values, prose
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.model import Block, Excerpt, Place
from jdlint.text.words import Word, fold

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_MODE = re.compile(
    r"\b(?:fully |100% )?(?:remote(?:ly)?|hybrid|on-?site|in[ -]office|work(?:ing)? from home|wfh|tele(?:work|commut)\w*|anywhere|worldwide|virtual|distributed|home[- ]based)\b",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(
    r"^(?:(?:multiple|various|several|many|all|any|different) \w+|flexible|negotiable|tb[dc]|n/?a|none|unspecified|global|international|nationwide|worldwide|office|our office|headquarters|hq|yes|no|true|false|null|undefined|see (?:below|above|description)|other|see .*|depends.*|varies.*|field|travel.*|-+)\W*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:\n|;|\||•|\s/\s|\bor\b|\s&\s|(?<=[a-z]) and (?=[A-Z\d]))\s*")
_ADDRESS = re.compile(r"\d|\b(?:street|st|road|rd|avenue|ave|lane|square|drive|floor|suite|building|area|district)\b", re.IGNORECASE)
_PREFERENCE = re.compile(r"\b(?:prefer\w*|ideally|currently distributed|members? (?:\w+ )?(?:across|in)|overlap\w*)\b", re.IGNORECASE)
_SKIPPED_KEYS = frozenset(
    {
        "street",
        "zip",
        "zip code",
        "zipcode",
        "postal code",
        "postcode",
        "country",
        "country code",
        "lat",
        "lng",
        "latitude",
        "longitude",
        "geography",
        "map",
        "street address",
        "timezone",
    }
)
_VALUE_WORDS = 14
_BARE_CODES = frozenset(code.casefold() for code in CODES)

_FILL = r"(?:(?:the|our|downtown|greater|central|beautiful|historic|sunny|either|north|south|east|west|northern|southern|eastern|western|city|state|of|office|offices?|any|both|heart|suburban|rural|vibrant|lovely|metro|mainland|province|region|area|town|county|new|contiguous|continental|one|locations|in|following)[\s,:]+){0,6}$"
_JOB = r"(?:position|role|job|post|internship|opportunit(?:y|ies)|vacanc(?:y|ies)|opening|fellowship|candidates?|you|incumbent|employees?|applicants?|contract|appointment|placement|person|hire)"
_AT = r"(?:out of|in|at|near|from|within|around|inside)"
_STRONG = re.compile(
    rf"(?:\b{_JOB}\b[^.;!?]{{0,70}}\b(?:based|located|situated|live|living|reside|residing|residents?|stationed|assigned|be|work|working|is|available|report)\s+(?:\w+ly\s+)?(?:{_AT}|of)"
    rf"|\b(?:remote(?:ly)?|anywhere|commut\w+(?: distance)?|must (?:live|be|reside|be based)|live and work|willing to relocate|relocate|this|work|working|telework|residing|residents?|time ?zones?|location is|location:|duty station\w*)\s*[(,:]?\s*(?:{_AT}|to|of|is|at)|anywhere {_AT})\s+" + _FILL,
    re.IGNORECASE,
)  # fmt: skip
_HIRING = re.compile(
    rf"\b(?:hiring|applications for|seeking|looking for|join\w*|recruiting|needs|wanted|opening|opportunity|position|vacancy|available)\b[^.;!?]{{0,90}}\b(?:{_AT}|for)\s+"
    + _FILL,
    re.IGNORECASE,
)
_SEAT = re.compile(
    rf"(?:\b(?:based|located|situated)\s+(?:\w+ly )?{_AT}|\b(?:offices?|facility|facilities|clinics?|stores?|shops?|restaurants?|farm|dairy|campus|studio|warehouse|plant|hospital|labs?|laboratory|cent(?:er|re)|bakery|caf[eé]|brewery|hotel|site|school|workshop|kitchen|branch|headquarters|hub|location)s?\s+"
    rf"(?:is |are |, )?(?:located |based )?(?:{_AT}|of))\s+" + _FILL,
    re.IGNORECASE,
)  # fmt: skip
_OUR = re.compile(r"\b(?:our|the|an?|in|at)\s+(?:\w+ )?$", re.IGNORECASE)
_SITE_AFTER = re.compile(
    r"-based (?:position|role|job|team|office)|[- ](?:offices?|location|site|campus|clinic|store|shop|facility|hub|studio|area|metro|metropolitan|branch|plant|warehouse|school|restaurant)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:clients?|customers?|partners?|founded|born|degree|graduat\w*|licen[cs]\w*|laws?|speak\w*|citizen\w*|authori[sz]\w*|eligib\w+|right to work|legal\w*|permits?|visas?|travel\w*|trips?|communit\w+|projects?|programs?|elections?|colleagues|conferences?|events?|students|"
    r"families|people across|organizations|companies|patients|residents of|serv\w+|voters?|registered|accredited|school in|campaigns?|registration|market\w*|sales|(?<!levels of )experience|headquart\w+|members|employees|users|work(?:s|ing)? with|jurisdictions|universit\w+|college)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:prefer\w*|overlap\w*|currently|operating hours|coverage|business hours|working hours|ideally|core hours|team members)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:,? (?:and|or|&) |, ?(?:and |or )?|/| / |; )(?:the |in )?$")
_REPEAT_BEFORE = re.compile(
    r"\b(?:in|at|near|our|around|from|the|downtown|(?:district|heart|outskirts|part|area|centre|center|suburb) of)\s+$", re.IGNORECASE
)
_NO_PLACES = frozenset({"equal_opportunity", "application", "process", "preferred", "reporting"})
_FEW_PLACES = frozenset({"benefits", "pay"})  # only what is said outright counts there
_TITLE_PART = re.compile(r"(?:[(\[]|\s[-–—|@]\s|,\s|\sin\s|\bat\s)\s*")


def in_value(text: str) -> Iterator[tuple[int, int, Spot | None]]:
    """The places that a location field or label names; an unknown one is taken at its word."""
    wish = _PREFERENCE.search(text)
    text = text[: wish.start()] if wish else text
    start = 0
    for part_end, next_start in [*(m.span() for m in _PARTS.finditer(text)), (len(text), len(text))]:
        part = text[start:part_end]
        if part.strip():
            yield from ((start + a, start + b, s and s._replace(start=start + s.start, end=start + s.end)) for a, b, s in _in_part(part))
        start = next_start


def _in_part(part: str) -> Iterator[tuple[int, int, Spot | None]]:
    spots = recognise(part)
    mode = _MODE.search(part)
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip(" ."))
    code = part.strip(" .")
    if code in CODES:
        yield left, right, Spot(left, right, CODES[code], code, None, 2, fold(code))
        return
    alone = len(spots) <= 1 and mode is None and len(part.split()) <= _VALUE_WORDS
    if alone and (spots or _looks_like_place(part.strip())):
        yield left, max(right, spots[-1].end if spots else 0), spots[0] if spots else None
    elif len(spots) > 1 and mode is None and _ADDRESS.match(part.strip()) and len(part.split()) <= _VALUE_WORDS:
        yield left, right, spots[-1]
    else:
        yield from ((s.start, s.end, s) for s in spots)


def _looks_like_place(part: str) -> bool:
    if _NOT_PLACE.match(part) or part[:1] in "[{<" or "@" in part or "://" in part:
        return False
    return bool(_ADDRESS.search(part)) or (part[:1].isupper() and len(part.split()) <= 6)  # noqa: PLR2004


def in_title(text: str, towns: frozenset[str] = frozenset()) -> Iterator[Spot]:
    """Places at the end of a title, after a dash, a comma, a bracket or "in"; `towns` are known from elsewhere."""
    for mark in _TITLE_PART.finditer(text):
        rest = text[mark.end() :]
        for spot in recognise(rest)[:3]:
            if spot.start == 0 or _LIST.search(rest[: spot.start]):
                yield spot._replace(start=mark.end() + spot.start, end=mark.end() + spot.end)
        for town in towns:
            if fold(rest).startswith(town) and not recognise(rest):
                yield Spot(mark.end(), mark.end() + len(town), None, None, rest[: len(town)], 0, town)


def in_prose(
    text: str, *, remote: bool, towns: frozenset[str] = frozenset(), tokens: list[Word] | None = None
) -> Iterator[tuple[Spot, float]]:
    """Places that sentences give for this job, with how sure it is."""
    previous: tuple[Spot, float] | None = None
    for spot in _with_towns(text, towns, tokens):
        sure = _certainty(text, spot, remote=remote, towns=towns)
        if not sure and previous is not None and _LIST.fullmatch(text[previous[0].end : spot.start]):
            sure = previous[1]
        if sure and not (spot.level <= 2 and of_organisation(text, spot) and spot.name not in towns):  # noqa: PLR2004
            previous = spot, sure
            yield previous
        else:
            previous = None


def _with_towns(text: str, towns: frozenset[str], tokens: list[Word] | None) -> list[Spot]:
    """Places of the table, and small towns that the posting's fields name."""
    spots = recognise(text, tokens)
    if not towns:
        return spots
    low = fold(text)
    for town in towns:
        at = low.find(town)
        while at >= 0:
            end = at + len(town)
            bare = not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum()
            if bare and text[at].isupper() and all(end <= s.start or at >= s.end for s in spots):
                spots.append(Spot(at, end, None, None, text[at:end], 0, town))
            at = low.find(town, end)
    return sorted(spots)


def _certainty(text: str, spot: Spot, *, remote: bool, towns: frozenset[str]) -> float:
    start = max(0, text.rfind(". ", 0, spot.start) + 1, text.rfind("\n", 0, spot.start) + 1, spot.start - 160)
    strong = _STRONG.search(text, start, spot.start)
    elsewhere = _ELSEWHERE.search(text, start, spot.start)
    if strong and not elsewhere:
        return 0.9
    if elsewhere or (remote and spot.level != 4):  # noqa: PLR2004
        return 0.0
    if spot.name in towns and _REPEAT_BEFORE.search(text, start, spot.start):
        return 0.8
    if spot.level == 4:  # noqa: PLR2004  # a time zone, if it is more than a wish
        wish = _WISH.search(text, start)
        if wish and "location" not in text[start : spot.start].casefold():
            return 0.0
        return 0.6 if "zone" in spot.name or spot.name[:3] in ("utc", "gmt") else 0.0
    if spot.level == 3:  # noqa: PLR2004  # a country is a job's place only where the sentence says so
        return 0.0
    if _HIRING.search(text, start, spot.start) or (_OUR.search(text, start, spot.start) and _SITE_AFTER.match(text, spot.end)):
        return 0.7
    return 0.5 if _SEAT.search(text, start, spot.start) else 0.0


def _place(block: Block, offset: int, start: int, end: int, spot: Spot | None, sure: float) -> Place:
    at = Excerpt(block, offset + start, offset + end)
    return Place(at, spot.country, spot.region, spot.city, sure) if spot else Place(at, None, None, at.text, sure * 0.9)


def _values(posting: Posting) -> Iterator[Excerpt]:
    fields = fields_of(posting, "location")
    for value, field in zip(field_values(posting, "location"), fields, strict=True):
        parts = key_words(field.key)
        if not (len(fields) > 1 and parts and parts[-1] in _SKIPPED_KEYS):
            yield value
    yield from label_values(posting, "location")


def _stated(posting: Posting) -> list[Place]:
    found: list[Place] = []
    for value in _values(posting):
        if len(value.text.split()) > _VALUE_WORDS:
            for spot, sure in in_prose(value.text, remote=_is_remote(posting)):
                found.append(_place(value.block, value.start, spot.start, spot.end, spot, sure))
            continue
        for start, end, spot in in_value(value.text):
            found.append(_place(value.block, value.start, start, end, spot, 1.0))
    found = _with_siblings(posting, found)
    title = posting.title
    if title is not None:
        for spot in in_title(title.text, _towns(found)):
            found.append(_place(title.block, title.start, spot.start, spot.end, spot, 0.9))
    return found


def _with_siblings(posting: Posting, places: list[Place]) -> list[Place]:
    """A city in one key gets the state or country that stands in the key beside it ("location.city", "location.state")."""
    around: dict[str, Place] = {}
    for place in places:
        if place.country and place.city is None and place.at.block.kind == "field":
            around.setdefault(place.at.block.key.rpartition(".")[0], place)
    filled = []
    for place in places:
        near = around.get(place.at.block.key.rpartition(".")[0]) if place.at.block.kind == "field" and place.city else None
        same = near is not None and near.at.block is not place.at.block and (place.country is None or near.country != place.country)
        filled.append(replace(place, country=near.country, region=near.region) if near is not None and same else place)
    return filled


def _towns(places: list[Place]) -> frozenset[str]:
    """Names of the towns stated, as folded text."""
    names = (fold((p.city or p.at.text).strip(" .")) for p in places if p.city or p.region is None)
    return frozenset(n for n in names if n not in _BARE_CODES and len(n) > 3 and len(n.split()) <= 3 and n[0].isalpha())  # noqa: PLR2004


def _is_remote(posting: Posting) -> bool:
    from jdlint.posting.facts.mode import says_remote

    return says_remote(posting)


def find_places(posting: Posting) -> tuple[Place, ...]:
    """The places stated in fields, under labels and in the title, then those that sentences give."""
    found = _stated(posting)
    towns, remote = _towns(found), _is_remote(posting)
    told: list[Place] = []
    taken = {p.at.block for p in found}
    for block in prose(posting):
        section = posting.section_of(block)
        if block in taken or (section is not None and section.kind in _NO_PLACES):
            continue
        least = 0.8 if section is not None and section.kind in _FEW_PLACES else 0.0
        for spot, sure in in_prose(block.text, remote=remote, towns=towns, tokens=posting.words(block)):
            if sure < least:
                continue
            told.append(_place(block, 0, spot.start, spot.end, spot, sure))
    if found:  # where the place is stated, the seat of the firm adds nothing
        told = [p for p in told if p.confidence > 0.5]  # noqa: PLR2004
    return (*found, *told)


def jurisdictions(posting: Posting) -> tuple[str, ...]:
    """The codes of the laws' places ("us-co", "gb", "ca-on"), in order, each once; cities with laws of their own follow their state."""
    codes: dict[str, None] = {}
    for place in posting.places:
        if place.country is None:
            continue
        country = place.country.casefold()
        codes[f"{country}-{place.region.casefold()}" if place.region else country] = None
    return tuple(codes)
