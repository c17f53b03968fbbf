"""The places that a field, a label or a title names; what no table knows is taken at its word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.gazetteer import fold_place, is_town
from jdlint.posting.facts.geography import CITY, CODES, REGION, Spot, filed, recognise
from jdlint.posting.facts.money import CURRENCIES
from jdlint.posting.facts.organisations import of_organisation
from jdlint.posting.facts.patterns import joined
from jdlint.posting.facts.place_cues import LIST_GAP, SITE_NAME, at_word
from jdlint.text.lazy import lazy
from jdlint.text.words import fold

_MODE = lazy(
    joined(r"""
    \b(?:fully |100% )?(?:remote(?:ly)?|hybrid|on[- ]?site|in[ -]office|work(?:ing)? from home|wfh|tele(?:work|commut)\w*|anywhere
    |worldwide|virtual|distributed|home[- ]based|in[ -]person|wfo)\b
    """),
    re.IGNORECASE,
)
_NOT_PLACE = lazy(
    joined(r"""
    ^(?:(?:multiple|various|several|many|all|any|different) \w+
    |flexible(?: (?:working|work|hours|schedule|shifts?)\b.*)?|negotiable|tb[adc]|n/?a|none|unspecified
    |not (?:specified|stated|given|known|applicable|disclosed)|unknown
    |apply(?: now| here| online| today)?|(?:get )?directions|(?:view |see )?(?:on )?(?:the )?map|contact us|learn more|share|back
    |(?:[\w&-]+ ){1,4}(?:department|division|directorate|team|unit)
    |to be (?:confirmed|decided|announced|agreed|determined)|global
    |international|nationwide|worldwide|office|our office|headquarters|hq|yes|no|true|false|null|undefined|see (?:below|above
    |description)|other|see .*
    |(?:\d+|one|two|three|four) (?:days?|hours?|weeks?|months?|shifts?|posts?|positions?|vacanc(?:y|ies))\b.*
    |(?:you|we|it|they|this|there|please|must|candidates?|applicants?)\s.*|depends.*|varies.*|field|travel.*|-+)\W*$
    """),
    re.IGNORECASE,
)
_TOWN = lazy(r"[A-Z][a-zà-ÿ’'-]+(?: (?:[A-Z][a-zà-ÿ’'-]+|on|upon|under|le|by)){0,2}")
_TOWNS = lazy(rf"{_TOWN.pattern}(?:, {_TOWN.pattern}){{2,}}")  # three or more towns, of which no table knows any
_REMARKED = lazy(rf"{_TOWN.pattern}(?=,? (?:and|with|but|close to|near|plus|within|including|then) [a-z])")  # "Elmsea, and wider if needed"
_MONEY = lazy(rf"(?:[$€£₹¥]|\b(?:{'|'.join(CURRENCIES)}|R)) ?\d", re.IGNORECASE)
_PARTS = lazy(r"\s*(?:\n|;|\||•|\s/\s|(?<=\)), (?=[A-Z])|\bor\b|\s&\s|(?<=[a-z]) and (?=[A-Z\d]))\s*")
_CORNER = lazy(
    r"\b(?:corner|cnr|intersection|junction) of\b|"
    r"^(?:[nsew]{1,2}\.? )?\d+(?:st|nd|rd|th)(?: (?:st|street|ave|avenue))?\.? (?:&|and|at) [a-z]",
    re.IGNORECASE,
)
_BEHIND_TOWN = lazy(rf"(?P<town>{_TOWN.pattern}(?:, [A-Z]{{2}})?) ?[-–—:] (?P<streets>{_TOWN.pattern} (?:and|&|/|at) {_TOWN.pattern})")
_SEVERAL = lazy(
    r"\s*(?:(?:multiple|various|several|two|three|many)(?: (?:locations|sites|offices|places)\b| ?(?=\())"
    r"|(?:\d+|one|few|many|some) vacanc(?:y|ies) in (?:the )?(?:following )?locations?\s*:?)",
    re.IGNORECASE,
)
_TYPE = lazy(r"(?:full|part)[ -]?time|contract|permanent|temporary|internship|casual|freelance|days|nights", re.IGNORECASE)
_ADDRESS = lazy(r"\d|\b(?:street|st|road|rd|avenue|ave|lane|square|drive|floor|suite|building|area|district)\b", re.IGNORECASE)
_PREFERENCE = lazy(
    r"\b(?:prefer\w*|ideally|travel\w*|currently distributed|members? (?:\w+ )?(?:across|in)|overlap\w*"
    r"|with (?:up to |about )?\d+(?= ?(?:%|percent))|with (?:an? |\w+ ){0,3}(?:team|office|visits?|meet\w*|days?|away|trips?))\b",
    re.IGNORECASE,
)
_SAINTLY = 3  # characters: "St " opens a saint's name
_TRAIL_MARK = lazy(r"\s(?:--|>|›|»)\s")
_STATE = lazy(rf"\b(?:{'|'.join(CODES)})\b")
_STATES = lazy(rf"{_STATE.pattern}(?:(?:,? (?:or|and|&) |, ?| ?/ ?){_STATE.pattern})+")  # "Remote (OR, WA or CA)"
_CODED_TOWN = lazy(rf"\d|[a-z]{{3}}\.?, ?{_STATE.pattern}")  # "Salem, OR, or Remote"
# Before a wish or a word on travel.
_LOOSE_END = lazy(
    r"(?:,? (?:with|and|plus|but|some|occasional|regular|frequent|no|limited|(?:inter)?national|extensive|domestic|overseas|based))+\s*$",
    re.IGNORECASE,
)
_VALUE_WORDS = 14  # a longer value is a sentence
_NAME_WORDS = 6  # an unknown name of a place has no more
_SITE_WORDS = 12  # of the name of a site, or of two
_MANY_PARTS = 3
_TITLE_PART = lazy(r"(?:[(\[]|\s[-–—|@]\s|,\s|\sin\s|\bat\s)\s*")
_MARK = lazy(r"[/|,(–—-]")
_BETWEEN = lazy(r"\s*[/|,(–—-]\s*")


def in_value(text: str) -> Iterator[tuple[int, int, Spot | None]]:
    """The places that a location field or label names; an unknown one is taken at its word."""
    wish = _PREFERENCE.search(text)
    text = _LOOSE_END.sub("", text[: wish.start()]) if wish is not None else text
    if text.islower() and len(text.split()) <= _NAME_WORDS:  # "province: western cape"
        shown = text.title()
        known = [(s.start, s.end, s) for s in recognise(shown) if s.known and len(shown) == len(text)]
        if known:
            return iter(known)
    states = _STATES.search(text)
    if states is not None and _CODED_TOWN.search(text) is None:
        coded = (m for m in _STATE.finditer(text, *states.span()))
        return iter([(*m.span(), Spot(*m.span(), CODES[m.group()], m.group(), None, REGION, fold(m.group()))) for m in coded])
    whole = filed(text.strip()) or _trail(text.strip())
    if whole is not None:
        start = text.index(text.strip())
        return iter([(start, start + whole.end, whole)])
    start = parts = 0
    found: list[tuple[int, int, Spot | None]] = []
    corner = _CORNER.search(text) or _crosses(text)  # of two streets: one place
    area = next((s for s in recognise(text) if "/" in text[s.start : s.end]), None) if "/" in text else None  # of two towns: one place
    marks = (
        m.span()
        for m in _PARTS.finditer(text)
        if not (m.group().strip() in ("and", "&") and (corner or _is_one_name(text[: m.start()])))
        and not (area and area.start < m.start() < area.end)
    )
    for end, following in [*marks, (len(text), len(text))]:
        if text[start:end].strip():
            parts += 1
            found.extend((start + a, start + b, spot) for a, b, spot in _in_part(text[start:end]))
        start = following
    sure = [one for one in found if one[2] is not None or _ADDRESS.search(text, one[0], one[1])]
    return iter(sure if sure and parts >= _MANY_PARTS else found)  # "Leeds / Care / Nights": the rest is something else


def _trail(text: str) -> Spot | None:
    """The place at the end of a trail from the country down: "South Africa -- Cape Town -- Waterfront"."""
    spots = recognise(text) if len(_TRAIL_MARK.findall(text)) > 1 else []
    inner = next((s for s in reversed(spots) if s.country == spots[0].country), None)
    return inner._replace(start=0, end=len(text)) if inner is not None and spots[0].start == 0 and spots[0].level >= REGION else None


def _is_one_name(left: str) -> bool:
    """Whether what stands before an "and" is no place of its own: "Elm Pavilion and Palace Theatre, Leeds" is one."""
    piece = left.rpartition(";")[2].rpartition("\n")[2].strip()
    listed = "," in piece and not SITE_NAME.search(piece.rpartition(",")[2])
    return len(piece.split()) > 1 and not listed and not recognise(piece) and not _ADDRESS.search(piece, _SAINTLY)


def _in_part(part: str) -> Iterator[tuple[int, int, Spot | None]]:
    left, right = len(part) - len(part.lstrip()), len(part.rstrip(" ."))
    code = part.strip(" .")
    if code in CODES:
        yield left, right, Spot(left, right, CODES[code], code, None, REGION, fold(code))
        return
    spots = recognise(part)
    several = _SEVERAL.match(part)
    if several and spots:
        spots = [s for s in spots if s.start >= several.end()]
        yield from ((s.start, s.end, s) for s in spots)
        return
    spots = _one_address(part, spots)
    short = len(part.split()) <= _VALUE_WORDS and not _MODE.search(part)
    if short and (_CORNER.search(part) or _crosses(part)):
        yield left, right, (spots[0] if _crosses(part) else spots[-1]) if spots else None
        return
    if short and not spots and _TOWNS.fullmatch(part.strip(" .")):
        yield from ((m.start(), m.end(), None) for m in _TOWN.finditer(part))
    elif short and not spots and (named := _REMARKED.match(part, left)):
        yield *named.span(), None
    elif spots and part.strip()[:1].islower():  # "our lab in Leeds"
        yield from ((s.start, s.end, s) for s in spots)
    elif short and len(spots) <= 1 and (spots or _looks_like_place(part.strip())):
        yield left, max(right, spots[0].end if spots else 0), spots[0] if spots else None
    elif short and spots and _ADDRESS.match(part.strip()):
        yield left, right, spots[-1]
    else:
        yield from ((s.start, s.end, s) for s in spots)


def _one_address(part: str, spots: list[Spot]) -> list[Spot]:
    """Places of which one town's name opens and closes an address are one: "US-CO-Boulder-49 Elm Circle Boulder 80301"."""
    joined_up: list[Spot] = []
    for spot in spots:
        last = joined_up[-1] if joined_up else None
        gap = part[last.end : spot.start] if last is not None else ""
        if last is not None and last.city and last.city == spot.city and any(c.isdigit() for c in gap) and ";" not in gap:
            joined_up[-1] = last._replace(end=spot.end)
        else:
            joined_up.append(spot)
    return joined_up


def _crosses(text: str) -> bool:
    """Whether two streets stand behind a town: "Toronto - Elm and Adelaide"."""
    match = _BEHIND_TOWN.fullmatch(text.strip(" ."))
    if match is None:
        return False
    town, others = recognise(match["town"]), recognise(match["streets"])
    return len(town) == 1 and town[0].level == CITY and all(s.country != town[0].country for s in others)


def _looks_like_place(part: str) -> bool:
    if _NOT_PLACE.match(part) or _MONEY.match(part) or _TYPE.fullmatch(part) or part[:1] in "[{<" or "@" in part or "://" in part:
        return False
    words = _SITE_WORDS if SITE_NAME.search(part) else _NAME_WORDS
    return bool(_ADDRESS.search(part) or _CORNER.search(part)) or (part[:1].isupper() and len(part.split()) <= words)


# A church or school of a saint's name with its town, at the end of a title: "Administrator – St Anne's, Elmstead".
_SAINT = lazy(
    r"(?P<at>St\.? [A-Z][\w-]+(?:['’]s)?(?: (?:Church|School|Parish|Hospital|Academy|Primary)){0,2}, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\W*$"
)
_TITLE_TOWN = lazy(rf"{_TOWN.pattern}(?=\s*(?:$|[)\],|/&–—-]|and\b))")
_LISTED = lazy(r"\s*(?:/|&|,|and)\s*")


def in_title(text: str, towns: frozenset[str] = frozenset()) -> Iterator[Spot]:
    """Places at the end of a title, after a dash, a comma, a bracket or "in"; `towns` are known from elsewhere."""
    done = 0
    for mark in _TITLE_PART.finditer(text):
        rest = text[mark.end() :]
        spots = recognise(rest)
        spots = sorted((*spots, *_small(rest, spots)), key=lambda s: s.start)
        for spot in spots[:3]:
            if mark.end() + spot.start >= done and (spot.start == 0 or LIST_GAP.search(rest[: spot.start])):
                done = mark.end() + spot.end
                yield spot._replace(start=mark.end() + spot.start, end=mark.end() + spot.end)
        for town in towns if not spots else ():
            if fold(rest).startswith(town):
                yield Spot(mark.end(), mark.end() + len(town), None, None, rest[: len(town)], CITY, town)
        saint = _SAINT.match(rest) if not spots else None
        if saint is not None:
            yield at_word(saint)._replace(start=mark.end(), end=mark.end() + saint.end("at"))
            return


def _small(rest: str, known: list[Spot]) -> Iterator[Spot]:
    """Small towns at the start of a title's part, or listed with what stands there: "Leeds / Elmstead"."""
    at = 0
    while at < len(rest):
        spot = next((s for s in known if s.start == at), None)
        town = _TITLE_TOWN.match(rest, at) if spot is None else None
        if town is not None and is_town(name := fold_place(town.group())):
            yield Spot(*town.span(), None, None, town.group(), CITY, name)
        elif spot is None:
            return
        gap = _LISTED.match(rest, town.end() if town else spot.end if spot else at)
        if gap is None:
            return
        at = gap.end()


# What stands beside a place in a line of facts: "Elmstead, NSW Full time $80,000", "Remote / Elmstead, FL".
_FACT = lazy(r"\b(?:(?:full|part)[ -]time|permanent|contract|temporary|casual|remote|hybrid|on[- ]?site)\b|[$£€]\s?\d", re.IGNORECASE)
_FACTS_WORDS = 14
_LAST = lazy(rf"(?:[A-Z][^,\n]*, )?(?P<town>{_TOWN.pattern})")  # "Elm Care Home, Elmstead"
_ONLY_MODE = lazy(
    r"[^\w$£€]*(?:(?:multiple|various|several) (?:locations|sites|places)\b[^\w$£€]*(?:across|in|within|throughout)?[^\w$£€]*)?"
    r"(?:(?:fully |100% )?"
    r"(?:remote|hybrid|on[- ]?site|telecommut(?:e|ing)|tele-?work|in[- ]office|home[- ]based|work(?:ing)? from home|wfh)"
    r"[^\w$£€]*(?:(?:in|within)\b)?[^\w$£€]*)?",
    re.IGNORECASE,
)
_JOINERS = lazy(r"\b(?:or|and|the)\b|[,/&+]")
_FACT_BEHIND = lazy(r"(?:,| [·•–—-]) .{0,40}$")
_STREET = lazy(
    r"\d+[\w/-]* (?:[A-Z][\w’'-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Way|Boulevard|Terrace|Place|Quay|Hill)\b"
)
_QUARTERS = lazy(r" (?:[Cc]ity )?(?:[Cc]ent(?:re|er)|CBD|[Cc]ity|[Rr]egion|[Aa]rea)\b")


def of_header(text: str) -> Iterator[Spot]:
    """The place that a line above the text names, and nothing else or a few facts beside it."""
    whole = filed(text)
    if whole is not None:
        yield whole
        return
    spots = [s for s in recognise(text) if s.start == 0 or not of_organisation(text, s)]
    if spots and _ONLY_MODE.fullmatch(_JOINERS.sub(" ", _without(text, spots))):  # "Remote (UK or Ireland)"
        yield from spots
        return
    for spot in spots:
        if is_all(text, spot) or (len(spots) == 1 and _has_facts_beside(text, spot)):
            yield spot
    named_last = _LAST.fullmatch(text) if not spots and len(text.split()) <= _NAME_WORDS else None
    if named_last is not None and is_town(name := fold_place(named_last["town"])):
        yield Spot(*named_last.span("town"), None, None, named_last["town"], CITY, name)


def _without(text: str, spots: list[Spot]) -> str:
    for spot in reversed(spots):
        text = f"{text[: spot.start]} {text[_end_of(text, spot) :]}"
    return text


def _has_facts_beside(text: str, spot: Spot) -> bool:
    if spot.level != CITY or len(text.split()) > _FACTS_WORDS or not _FACT.search(text):
        return False
    whole = spot.region is not None and "," in text[spot.start : spot.end]
    return whole or (spot.start == 0 and _FACT_BEHIND.fullmatch(text, _end_of(text, spot)) is not None)


def _end_of(text: str, spot: Spot) -> int:
    """The end of a place with what names a part of it: "Leeds city centre"."""
    part = _QUARTERS.match(text, spot.end) if spot.level <= REGION else None
    return part.end() if part is not None else spot.end


def is_all(text: str, spot: Spot) -> bool:
    """Whether a line is the name of a place and no more, but for a remark in brackets."""
    short = len(text.split()) <= _NAME_WORDS or _STREET.search(text, 0, spot.start)
    opens = spot.start == 0 or (text[: spot.start].endswith(", ") and short)
    return bool(spot.known and opens and not text[_end_of(text, spot) :].partition("(")[0].strip(" .,"))


def beside_place(text: str, start: int, end: int) -> bool:
    """Whether the words [start, end) of a line stand beside a place, parted by a mark: "Remote / Elmstead, FL"."""
    return any(
        _BETWEEN.fullmatch(text, end, spot.start) or _BETWEEN.fullmatch(text, spot.end, start)
        for spot in (recognise(text) if _MARK.search(text) else ())
    )
