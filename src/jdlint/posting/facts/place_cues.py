"""Which of the places that sentences name are where this job is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.posting.facts.geography import CITY, COUNTRY, COUNTY, REGION, WIDE, Spot, coverage, of_organisation, recognise
from jdlint.posting.facts.patterns import joined, listed, sentence_around
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word, fold

SAID, REPEATED, HIRED, ZONE, SEAT, EMPLOYER, GUESSED = 0.9, 0.8, 0.7, 0.6, 0.5, 0.45, 0.4  # how sure each kind of cue makes a place

_FILL = joined(r"""
    (?:(?:the|our|downtown|greater|central|beautiful|historic|sunny|either|north|south|east|west|northern|southern|eastern|western
    |city|state|of|office|offices?|any|both|heart|suburban|rural|vibrant|lovely|metro|mainland|province|region|area|town|county|new
    |contiguous|continental|one|locations|in|following|around|\d+[\w/-]* (?:[a-z][\w’'.-]+ ){1,3}?(?:street|st|road|rd|avenue|ave|lane
    |drive|square|way|boulevard|blvd|terrace|place|quay|hill)\.?)[\s,:]+){0,6}$
""")
_JOB = joined(r"""
    (?:position|role|job|post|internship|opportunit(?:y|ies)|vacanc(?:y|ies)|opening|fellowship|candidates?|you|incumbent|employees?
    |applicants?|contract|appointment|placement|person|hire)
""")
_AT = (
    r"(?:out of|in|at|near|from|around|inside|outside|close to"
    r"|within(?: (?:an?|\d+|easy|commuting|reasonable|driving) (?:[\w’'-]+ )?(?:\w+ )?(?:of|from))?"
    r"|in (?:easy |close )?(?:reach|commuting distance|driving distance|travelling distance) of)"
)
_SAID = lazy(
    joined(rf"""
    (?:\b{_JOB}\b[^.;!?]{{0,70}}\b(?:based|located|situated|live|living|reside|residing|residents?|stationed|assigned|be|work|working|is
    |available|report)\s+(?:\w+ly\s+|either\s+)?(?:{_AT}|of)
    |\b(?:will|would|shall|must) be (?:\w+ly )?(?:based|stationed)\s+(?:{_AT}|of)
    |\b(?:remote(?:ly)?|anywhere|commut\w+(?: distance)?|must (?:live|be|reside|be (?:based|located
    |living|residing))|live and work|willing to relocate|relocate|this
    |work|working|telework|residing|residency|residents?|time ?zones?|location (?:is
    |will be)|location:|duty station\w*)\s*[(,:]?\s*(?:{_AT}|to|of|is
    |at)
    |anywhere {_AT}|(?:located|based|live|living) (?:anywhere )?between|anywhere between
    |join(?:ing)? (?:us|our (?:[\w-]+ ){{0,3}}(?:team|staff|crew|office)) (?:here )?(?:in|at|near)
    |\b(?:employ|hire|hiring|open to|accept|consider)\b[^.;!?]{{0,60}}\b(?:live|living|reside|residing|located|based
    |residents?) (?:in|of))\s+{_FILL}
    """),
    re.IGNORECASE,
)
_HIRED = lazy(
    joined(rf"""
    \b(?:hiring|applications for|seeking|looking for|join\w*|recruiting|needs|wanted|opening|opportunity|position|vacancy|available)\b
    [^.;!?]{{0,90}}\b(?:{_AT}|for)\s+{_FILL}
    """),
    re.IGNORECASE,
)
_SEAT = lazy(
    joined(rf"""
    (?:\b(?:based|located|situated)\s+(?:\w+ly )?{_AT}|\b(?:offices?|facility|facilities|clinics?|stores?|shops?|restaurants?|farm|dairy
    |greenhouse|garage|dealership
    |theat(?:er|re)|gallery|museum|library|church|depot|mill|vineyard|winery|orchard|shelter|gym|distillery|distributor|manufacturer
    |campus|studio|warehouse|plant|hospital|labs?|laboratory|cent(?:er|re)|bakery|caf[eé]|brewery|hotel|site|school|workshop|kitchen|branch
    |headquarters|hub|location|business|company|charity|salon|practice|surgery|nursery|pub|inn|firm|agency
    |council|trust|home)s?\s+(?:is |are |, )?(?:located |based )?(?:on (?:\w+ ){{1,4}})?(?:{_AT}|of|covering))\s+{_FILL}
    """),
    re.IGNORECASE,
)
# "We equally value candidates in other parts of Canada": whoever lives there may do the job too.
_ALSO = lazy(
    joined(r"""
    \b(?:candidates?|applicants?|people|talent|live|living|located|based|remote(?:ly)?|work|hire|hiring|appl(?:y|ications)|welcome|consider)\b
    [^.;!?]{0,40}\b(?:(?:in|from) (?:any )?(?:other|different) (?:parts?|regions?|areas|provinces|states|cities) (?:of|in)
    |(?:from )?(?:anywhere )?else(?:where)? in)\s+(?:the )?$
    """),
    re.IGNORECASE,
)
_OUR = lazy(r"\b(?:our|the|an?|in|at)\s+(?:\w+ )?$|\w['’]s\s+$", re.IGNORECASE)
_SITE_AFTER = lazy(
    joined(r"""
    (?:(?:, |,? and |,? or | & | / ?)[A-Z][\w’'-]+){0,3}(?:-based (?:position|role|job|team|office)|[- ](?:offices?|locations?|sites?|campus
    |campuses|clinics?|stores?|shops?|facility|hubs?|studios?|area|metro|metropolitan|branch|branches|plants?|warehouses?|schools?
    |depots?|restaurants?)\b)
    """),
    re.IGNORECASE,
)
_RESIDENCY = lazy(
    r"(?:\s+(?:residency|residents? (?:only|required|preferred)|domicile)\b|"
    r"[- ]based (?:\w+ )?(?:candidates|applicants|people|hires) only\b|[- ](?:based )?only(?=[.,;!)\]]|$))",
    re.IGNORECASE,
)
# "A bakery in Leeds is looking for", "outside Leeds, and need": whoever is there seeks somebody.
_SEEKS = lazy(
    joined(r"""
    ,? (?:(?:is|are) (?:now |currently |actively )?(?:looking|seeking|hiring|recruiting|searching)|(?:and |we )?(?:now |urgently )?(?:seeks?
    |needs?|wants?|requires?) (?:an?\b|another|our|some|more|two|three|\w+ers?\b)|has (?:an? )?(?:\w+ )?(?:opening|vacancy))
    """),
    re.IGNORECASE,
)
# "Pine County Library is hiring": the authority of a place seeks people for it.
_AUTHORITY = lazy(
    r"(?:['’]s)?(?:,? (?:[A-Z][\w'’&-]*|of|and|the|for|&)){0,7},?"
    r" (?:(?:is|are) (?:now |currently |actively )?(?:looking|seeking|hiring|recruiting)|seeks|invites applications"
    r"|has (?:an? )?(?:\w+ )?(?:opening|vacancy))"
)
_CITY_OF = lazy(r"(?:City|Town|County|Borough|Township|Village) of $")
_OPENING = lazy(r"(?:^|[.!?:\n]\s*)(?:[Tt]he )?$")
_INSIDE = lazy(r"(?:\b(?:in|at|near|outside|around|of|from) |, )$", re.IGNORECASE)
_OUR_CLIENT = lazy(r"\bour clients?\b", re.IGNORECASE)
# Beginnings of the words that tie a place to somebody or something else than this job.
_ELSEWHERE = (
    "client", "customer", "partner", "founded", "born", "degree", "graduat", "licens", "licenc", "law", "speak", "citizen", "authori",
    "eligib", "legal", "permit", "visa", "travel", "trip", "communit", "project", "program", "election", "colleague", "conference", "event",
    "student", "famil", "organization", "organisation", "companies", "patient", "serv", "voter", "registered", "registration", "accredited",
    "campaign", "market", "sales", "sell", "headquart", "member", "employee", "user", "jurisdiction", "universit", "college", "experience",
)  # fmt: skip
_CONDITIONS = frozenset({"if", "not", "without"})
_ELSEWHERE_PHRASE = lazy(r"\b(?:right to (?:live and )?work|people across|school in|work(?:s|ing)? with)\b", re.IGNORECASE)
# "reports to the director, who lives in": where somebody else is.
_WHO = lazy(
    r"\b(?:director|manager|supervisor|lead|head|chief|boss|founders?|ceo|cto|owner)\b,? ?\(?who"
    r" (?:is|are|lives?|works?|sits?)\b[^.;)]{0,30}$",
    re.IGNORECASE,
)
_HARMLESS = lazy(
    r"levels of experience|experienced|family[- ](?:run|owned|firm|business|practice|friendly)"
    r"|(?:requires?|all|its|new) (?:of )?(?:its |our |new |city |county |state )?(?:employees|members of staff)"
    r" (?:to |must |should |have to )?(?:reside|live|be)\b"
)
_LETTERS = lazy(r"[a-z]+")
_STOP = lazy(r"[.;]")
_NEARBY = 60  # characters before a place in which such a word counts
_FARTHEST = 160  # characters before a place in which a cue counts
_WISH = lazy(
    r"\b(?:prefer\w*|overlap\w*|currently|operating hours|coverage|business hours|working hours|ideally|core hours|team members)\b",
    re.IGNORECASE,
)
LIST_GAP = lazy(
    r"(?:,? (?:and|or|&) |, ?(?:and |or )?|/| / |; )(?:(?:any |all )?(?:other |different |the )?"
    r"(?:parts|areas|regions|cities|towns|places|provinces|states|counties|rest) "
    r"(?:of|in|across) |elsewhere in |anywhere (?:else )?in )?(?:the |in )?$"
)
_REPEAT_BEFORE = lazy(
    r"\b(?:in|at|near|our|around|from|the|downtown|(?:district|heart|outskirts|part|area|centre|center|suburb) of)\s+$", re.IGNORECASE
)


# "We are at the corner of Pine and 3rd": a place that no table knows.
_CORNER = lazy(
    r"\b(?:[Ww]e(?:['’]re| are)|[Ll]ocated|[Ss]ituated|[Ff]ind us|(?:restaurant|shop|store|caf[eé]|bar|clinic|salon|kitchen) is)"
    r"(?: located)?,? (?:at|on) "
    r"(?P<at>(?:the |a )?(?:[NSEW]{1,2} |(?:north|south)-?(?:east|west)?(?:ern)? )?corner of [A-Z\d][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
    r" (?:and|&) [A-Z\d][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
)


# "The work location for this role will be Harbour College": at its word.
_WORKPLACE = lazy(
    r"\b(?:[Ww]ork(?:ing)?|[Jj]ob|[Dd]uty) location(?: (?:for|of) (?:this|the) [\w-]+)?,? (?:is|will be|shall be)"
    r"(?: located)?(?: at| in)? (?:the )?(?P<at>[A-Z][\w’'&-]*(?: (?:(?:of|at|the|and|&) )?[A-Z][\w’'&-]*){1,6})"
)


class Told(NamedTuple):
    """A place that a sentence gives for this job, and how sure that is."""

    spot: Spot
    sure: float


def in_prose(text: str, *, remote: bool, towns: frozenset[str] = frozenset(), known: Sequence[Word] | None = None) -> Iterator[Told]:
    """Places that sentences give for this job; `towns` (folded) are known from fields, labels or the title. `known`: see `recognise`."""
    previous: Told | None = None
    corner = _CORNER.search(text) if "corner of" in text else None
    if corner is not None:
        yield Told(Spot(*corner.span("at"), None, None, None, CITY, fold(corner["at"])), HIRED)
    site = _WORKPLACE.search(text) if "location " in text else None
    if site is not None and not recognise(site["at"]):
        yield Told(Spot(*site.span("at"), None, None, None, CITY, fold(site["at"])), SAID)
    for spot in _with_towns(text, towns, known):
        sure = _certainty(text, spot, remote=remote, towns=towns)
        if not sure and previous is not None and LIST_GAP.fullmatch(text[previous.spot.end : spot.start]):
            sure = previous.sure
        previous = None
        if sure and (sure == EMPLOYER or not (spot.level <= REGION and of_organisation(text, spot))):
            previous = Told(spot, sure)
            yield previous


def may_name(text: str, towns: frozenset[str]) -> bool:
    """Whether a text can name a place that is in no table: a cheap test before `in_prose`."""
    if "corner of" in text or "location " in text:
        return True
    low = fold(text) if towns else ""
    return any(town in low for town in towns)


def _with_towns(text: str, towns: frozenset[str], known: Sequence[Word] | None) -> list[Spot]:
    """Places of the table, and small towns that the posting itself names elsewhere."""
    spots = recognise(text, known)
    if not towns:
        return spots
    low = fold(text)
    covered = coverage(text, spots)
    for town in towns:
        at = low.find(town) if len(low) == len(text) else -1
        while at >= 0:
            end = at + len(town)
            bare = not low[max(0, at - 1) : at].isalnum() and not low[end : end + 1].isalnum()
            if bare and text[at].isupper() and not any(covered[at:end]):
                spots.append(Spot(at, end, None, None, text[at:end], CITY, town))
            at = low.find(town, end)
    return sorted(spots, key=lambda s: s.start)


def _is_elsewhere(before: str) -> bool:
    """Whether the words before a place speak of customers, studies, laws or travel."""
    clause = _HARMLESS.sub("", _STOP.split(before)[-1].casefold())
    tied = any(word in _CONDITIONS or word.startswith(_ELSEWHERE) for word in _LETTERS.findall(clause))
    return tied or bool(_ELSEWHERE_PHRASE.search(clause))


def _certainty(text: str, spot: Spot, *, remote: bool, towns: frozenset[str]) -> float:
    start = max(sentence_around(text, spot.start)[0], spot.start - _FARTHEST)
    if _RESIDENCY.match(text, spot.end):
        return SAID
    before = text[max(start, spot.start - _NEARBY) : spot.start]
    seeks = not remote and spot.level <= REGION and _SEEKS.match(text, spot.end) and _INSIDE.search(before)
    if seeks and not _is_elsewhere(_OUR_CLIENT.sub("", before)):
        return HIRED
    if spot.level <= COUNTY and not remote and _AUTHORITY.match(text, spot.end) and _is_authority(text, start, spot):
        return EMPLOYER
    if _is_elsewhere(before) or _WHO.search(before):
        return 0.0
    if _SAID.search(text, start, spot.start) or _ALSO.search(text, start, spot.start):
        return SAID
    if spot.level == WIDE:
        return _zone(text, start, spot)
    if remote:
        return 0.0
    if spot.name in towns and _REPEAT_BEFORE.search(text, start, spot.start):
        return REPEATED
    if spot.level == COUNTRY:  # the place of a job only where the sentence says so
        return 0.0
    if _HIRED.search(text, start, spot.start) or (_OUR.search(text, start, spot.start) and _SITE_AFTER.match(text, spot.end)):
        return HIRED
    return SEAT if _SEAT.search(text, start, spot.start) else 0.0


def _is_authority(text: str, start: int, spot: Spot) -> bool:
    """Whether a place at the start of a sentence is that of an authority: "Pine County", "the City of Elm"."""
    city = _CITY_OF.search(text, start, spot.start) if spot.level == CITY else None
    return (city is not None or spot.level == COUNTY) and bool(_OPENING.search(text, start, city.start() if city else spot.start))


def _zone(text: str, start: int, spot: Spot) -> float:
    """A time zone counts where it is more than a wish."""
    wish = _WISH.search(text, start, sentence_around(text, spot.end)[1])
    if wish and "location" not in text[start : spot.start].casefold():
        return 0.0
    return ZONE if "zone" in spot.name or spot.name.startswith(("utc", "gmt")) else 0.0


_PREPOSED = lazy(r"\b(?:in|at|near|outside|around|from) (?:\w+ )?$", re.IGNORECASE)
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
    r"\b(?:sell\w*|sold|ship\w*|export\w*|products?|stud(?:y|ied|ies)|made|makes|bought|buys?|from|news\w*|article|story|history|meet\w*)\b",
    re.IGNORECASE,
)


def guessed(text: str) -> list[Told]:
    """The first town of an introduction and those listed with it, where nothing says plainly that the work is done there."""
    found: list[Told] = []
    for spot in recognise(text):
        if found and not LIST_GAP.fullmatch(text[found[-1].spot.end : spot.start]):
            break
        if found:
            found.append(Told(spot, GUESSED))
            continue
        start = max(sentence_around(text, spot.start)[0], spot.start - _FARTHEST)
        named = (spot.region is not None and "," in text[spot.start : spot.end]) or _PREPOSED.search(text, start, spot.start)
        tied = _is_elsewhere(text[start : spot.start]) or _NOT_HERE.search(text, start, spot.start) or of_organisation(text, spot)
        if spot.level == CITY and named and not tied:
            found.append(Told(spot, GUESSED))
    if found:
        return found
    match = _TOWN.search(text) or _BASED.search(text)
    if match is None or fold(match["town"]) in _NO_TOWNS:
        return []
    start, end = match.span("town")
    if _is_elsewhere(text[max(sentence_around(text, match.start())[0], match.start() - _NEARBY) : match.start()]):
        return []
    return [Told(Spot(start, end, None, None, match["town"], CITY, fold(match["town"])), GUESSED)]
