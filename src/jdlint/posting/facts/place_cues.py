"""Which of the places that sentences name are where this job is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.posting.facts.gazetteer import fold_place, is_town
from jdlint.posting.facts.geography import CITY, COUNTRY, COUNTY, REGION, WIDE, Spot, coverage, recognise
from jdlint.posting.facts.organisations import of_organisation
from jdlint.posting.facts.patterns import joined, sentence_around
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word, fold

SAID, REPEATED, HIRED, ZONE, SEAT, EMPLOYER = 0.9, 0.8, 0.7, 0.6, 0.5, 0.45  # how sure each kind of cue makes a place

_FILL = joined(r"""
    (?:(?:the|our|downtown|greater|central|beautiful|historic|sunny|either|north|south|east|west|northern|southern|eastern|western
    |city|state|of|office|offices?|any|both|heart|suburban|rural|vibrant|lovely|metro|mainland|province|region|area|town|county|new
    |contiguous|continental|one|locations|in|following|around|villages?|suburbs?|market|coastal|seaside|island|outskirts|bustling|leafy
    |\d+[\w/-]* (?:[a-z][\w’'.-]+ ){1,3}?(?:street|st|road|rd|avenue|ave|lane
    |drive|square|way|boulevard|blvd|terrace|place|quay|hill)\.?)[\s,:]+){0,6}
    (?:(?:[\w’'.-]+ ){1,5}(?:house|hospital|school|cent(?:re|er)|hall|park|court|campus|college
    |library|building|surgery|clinic|academy|hotel|farm|works|mill|airport|station|estate)(?:, | in ))?$
""")
_JOB = joined(r"""
    (?:position|role|job|post|internship|opportunit(?:y|ies)|vacanc(?:y|ies)|opening|fellowship|candidates?|you|incumbent|employees?
    |applicants?|contract|appointment|placement|person|hire)
""")
_AT = (
    r"(?:out of|in or (?:near|around)|in|at|near|from|around|inside|outside|close to"
    r"|within(?: (?:an?|\d+|easy|commuting|reasonable|driving) (?:[\w’'-]+ )?(?:\w+ )?(?:of|from))?"
    r"|in (?:easy |close )?(?:reach|commuting distance|driving distance|travelling distance) of)"
)
_SAID = lazy(
    joined(rf"""
    (?:\b{_JOB}\b[^.;!?]{{0,70}}\b(?:based|located|situated|live|living|reside|residing|residents?|stationed|assigned|be|work|working|is
    |available|report)\s+(?:\w+ly\s+|either\s+)?(?:{_AT}|of)
    |\b(?:will|would|shall|must) be (?:\w+ly )?(?:based|stationed|performed)\s+(?:{_AT}|of)
    |\b(?:remote(?:ly)?|anywhere|commut\w+(?: distance)?|must (?:live|be|reside|be (?:based|located
    |living|residing))|live and work|willing to relocate|relocate|this
    |work|working|telework|residing|residency|residents?|time ?zones?|location (?:is
    |will be)|location:|duty station\w*)\s*[(,:]?\s*(?:mostly |mainly |primarily |largely |chiefly )?(?:{_AT}|to|of|is
    |at)
    |anywhere {_AT}|(?:located|based|live|living) (?:anywhere )?between|anywhere between
    |work(?:ing)? with us (?:here )?(?:in|at|near)
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
_OUR = lazy(r"\b(?:our|the|an?|in|at)\s+(?:\w+ )?$|\bour (?:\w+ ){2,3}$|\w['’]s\s+$|\w [–—-] $", re.IGNORECASE)
_SITE_AFTER = lazy(
    joined(r"""
    (?:(?:, |,? and |,? or | & | ?/ ?)[A-Z][\w’'-]+){0,3}(?:-based (?:position|role|job|team|office)|(?:[- ]|, ?)
    (?:offices?|locations?|sites?|campus
    |campuses|clinics?|stores?|shops?|facility|hubs?|studios?|area|metro|metropolitan|branch|branches|plants?|warehouses?|schools?|practices?|surgery|nursery
    |depots?|restaurants?)\b)
    """),
    re.IGNORECASE,
)
# "A leading Leeds law firm seeks a clerk"
_FIRM_AFTER = lazy(
    joined(r"""
    (?: city cent(?:re|er))?(?: [a-z-]+){0,2} (?:restaurant|pub|bar|hotel|caf[eé]|bakery|firm|practice|clinic|surgery|school|nursery|salon
    |shop|store|garage|charity|start-?up|company|agency|farm|gym|garden centre|care home|kitchen|brewery|dealership|manufacturer)
    (?: (?:is|are) (?:now |currently |actively )?(?:looking|seeking|hiring|recruiting)| (?:seeks?|needs?|requires?|wants?))\b
    """)
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
    "campaign", "market", "sales", "sell", "headquart",
    "member", "kid", "children", "employee", "user", "jurisdiction", "universit", "college", "experience",
)  # fmt: skip
_CONDITIONS = frozenset({"if", "not", "without"})
# A word within a clause that starts with a capital is part of a name ("our Customer Service team in Leeds"), but for these.
_IN_NAMES = lazy(
    r"(?<=[\w,&] )(?!Universit|College|Licen[sc]|Law|Citizen|Authori|Campaign|Election|Voter|Degree|Communit|Headquart)"
    r"[A-Z][\w’'&-]*"
)
_ELSEWHERE_PHRASE = lazy(
    r"\b(?:right to (?:live and )?work|people across|school in|work(?:s|ing)? with(?! us\b)|parent (?:company|firm|group)|sister \w+"
    r"|holding company|head office (?:positions|roles|jobs|staff)"
    r"|(?:produced|grown|made|brewed|sold) (?:locally )?in)\b",
    re.IGNORECASE,
)
# "reports to the director, who lives in": where somebody else is.
_WHO = lazy(
    r"\b(?:director|manager|supervisor|lead|head|chief|boss|founders?|ceo|cto|owner)\b,? ?\(?who"
    r" (?:is|are|lives?|works?|sits?)\b[^.;)]{0,30}$",
    re.IGNORECASE,
)
_HARMLESS = lazy(
    r"levels of experience|experienced|family[- ](?:run|owned|firm|business|practice|friendly|bakery|farm"
    r"|restaurant|shop|hotel|dairy|winery|vineyard|company|butchers?)"
    r"|(?:requires?|all|its|new) (?:of )?(?:its |our |new |city |county |state )?(?:employees|members of staff)"
    r" (?:to |must |should |have to )?(?:reside|live|be)\b"
)
_LETTERS = lazy(r"[a-z]+")
_STOP = lazy(r"[.;]")
NEARBY = 60  # characters before a place in which such a word counts
FARTHEST = 160  # characters before a place in which a cue counts
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


_NAME = r"(?:St\.? )?[A-Z][\w’'&-]*(?:,? (?:(?:of|at|the|and|&) )?(?:St\.? )?[A-Z][\w’'&-]*){1,6}"
# "The work location for this role will be Harbour College": at its word.
_WORKPLACE = lazy(
    r"\b(?:[Ww]ork(?:ing)?|[Jj]ob|[Dd]uty) location(?: (?:for|of) (?:this|the) [\w-]+)?,? (?:is|will be|shall be)"
    rf"(?: located)?(?: at| in)? (?:the )?(?P<at>{_NAME})"
)
# "You will be based at Harbour House", "to work at St Anne's, Elm": at its word where that is a site's name.
_SITE = lazy(
    r"\b(?:(?:required|expected|asked|needed) to (?:be based|work)|(?:will|to|must|shall) be (?:based|located)"
    rf"|(?:role|post|position|job|vacancy) is (?:based|located)) (?:at|in|from) (?:the |our )?(?P<at>{_NAME})"
)
_SITE_TOO = lazy(rf",? (?:and|or) (?:\w+ly |also |sometimes )?(?:at|in) (?:the |our )?(?P<at>{_NAME})")
SITE_NAME = lazy(
    r"\b(?:House|Hospital|Infirmary|Hospice|School|Academy|Nursery|Kindergarten|College|Campus|Cent(?:re|er)|Library|Church|Hall|Court|Park"
    r"|Yards?|Depot|Station|Farm|Hotel|Inn|Theatre|Theater|Museum|Gallery|Clinic|Surgery|Health|Airport|Barracks|Castle|Road|Street|Lane)\b"
    r"|, [A-Z]|’s\b|'s\b"
)
_UNIT_NAME = lazy(r"\b(?:Department|Teams?|Division|Directorate|Services?|Unit|Faculty|School of|Ltd|Limited|Inc|LLC|Group|Office)\b")
_SITE_SIGNS = ("location ", "be based", "is based", "be located", "is located", "to work at", "to work in")


def _is_site(name: str) -> bool:
    owner = name.endswith(("'s", "’s")) and "," not in name and not name.startswith("St")
    return not owner and bool(SITE_NAME.search(name)) and not _UNIT_NAME.search(name) and not recognise(name)


def at_word(match: re.Match[str]) -> Spot:
    """The place that a pattern's group "at" names and no table knows."""
    return Spot(*match.span("at"), None, None, match["at"], CITY, fold(match["at"]))


def _sites(text: str) -> Iterator[Told]:
    """Names of sites, which no table knows, that a text gives as the place of work."""
    if not any([sign in text for sign in _SITE_SIGNS]):  # noqa: C419  # a generator takes twice as long
        return
    site = _WORKPLACE.search(text)
    named = _SITE.search(text) if site is None else None
    while named is not None and _is_site(named["at"]):
        yield Told(at_word(named), SAID)
        named = _SITE_TOO.match(text, named.end())
    if site is not None and not recognise(site["at"]):
        yield Told(at_word(site), SAID)


# Where a town that only the lesser table knows may be called: "in Elmstead", "Ash or Elmstead", "our Elmstead shop".
_CALLED = lazy(
    r"(?:(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|from|of|[Oo]ur|[Tt]he|or|and|around|outside|between|to)|,|/|&|[–—-])\s+|/)"
    r"(?P<town>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|on|upon|under|le|by|the|de|la)){0,3})"
)
# What may follow a town in the name of a site: not "Elmstead Consulting", whose seat may be anywhere.
_SITE_REST = lazy(
    r"(?:^|\s)(?:Offices?|Campus|Hospital|Infirmary|School|Depot|Yards?|Station|Plant|Airport|Branch|Store|Stores|Clinic|Warehouse|Hotel|Library|Practice|Surgery"
    r"|(?:and|of|in|the|by)) $"
)


def small_towns(text: str) -> Iterator[Spot]:
    """Names of the lesser table where a text may call a town by its name."""
    for match in _CALLED.finditer(text):
        name = match["town"]
        rest = ""
        while name:
            folded = fold_place(name)
            if is_town(folded) and name[-1] not in "-'’" and (not rest or _SITE_REST.search(rest)):
                start = match.start("town")
                yield Spot(start, start + len(name), None, None, name, CITY, folded)
                break
            name, _, last = name.rpartition(" ")
            rest = f"{last} {rest}"


class Told(NamedTuple):
    """A place that a sentence gives for this job, and how sure that is."""

    spot: Spot
    sure: float


def in_prose(
    text: str, *, remote: bool, towns: frozenset[str] = frozenset(), known: Sequence[Word] | None = None, small: bool = False
) -> Iterator[Told]:
    """Places that sentences give for this job; `towns` (folded) are known from fields, labels or the title. `known`: see `recognise`.

    `small`: whether to look for those of the lesser table, too.
    """
    previous: Told | None = None
    corner = _CORNER.search(text) if "corner of" in text else None
    if corner is not None:
        yield Told(at_word(corner), HIRED)
    sites = list(_sites(text))
    yield from sites
    for spot in _with_towns(text, towns, known, small=small):
        if any(told.spot.start <= spot.start < told.spot.end for told in sites):
            continue
        sure = _certainty(text, spot, remote=remote, towns=towns)
        if not sure and previous is not None and LIST_GAP.fullmatch(text[previous.spot.end : spot.start]):
            sure = previous.sure
        previous = None
        if sure and (sure == EMPLOYER or not (spot.level <= REGION and of_organisation(text, spot))):
            previous = Told(spot, sure)
            yield previous


def may_name(text: str, towns: frozenset[str]) -> bool:
    """Whether a text can name a place that is in no table: a cheap test before `in_prose`."""
    if "corner of" in text or any([sign in text for sign in _SITE_SIGNS]):  # noqa: C419
        return True
    low = fold(text) if towns else ""
    return any(town in low for town in towns)


def _with_towns(text: str, towns: frozenset[str], known: Sequence[Word] | None, *, small: bool) -> list[Spot]:
    """Places of the table, small towns that the posting itself names elsewhere, and those of the lesser table."""
    spots = recognise(text, known)
    if not towns and not small:
        return spots
    covered = coverage(text, spots)
    if small:
        spots += [s for s in small_towns(text) if not any(covered[s.start : s.end])]
        covered = coverage(text, spots)
    low = fold(text) if towns else ""
    for town in towns:
        at = low.find(town) if len(low) == len(text) else -1
        while at >= 0:
            end = at + len(town)
            bare = not low[max(0, at - 1) : at].isalnum() and not low[end : end + 1].isalnum()
            if bare and text[at].isupper() and not any(covered[at:end]):
                spots.append(Spot(at, end, None, None, text[at:end], CITY, town))
            at = low.find(town, end)
    return sorted(spots, key=lambda s: s.start)


def is_elsewhere(before: str) -> bool:
    """Whether the words before a place speak of customers, studies, laws or travel."""
    clause = _HARMLESS.sub("", _IN_NAMES.sub("", _STOP.split(before)[-1]).casefold())
    tied = any(word in _CONDITIONS or word.startswith(_ELSEWHERE) for word in _LETTERS.findall(clause))
    return tied or bool(_ELSEWHERE_PHRASE.search(clause))


# So plain that nothing before it matters: "the Customer Service Associate will be based in".
_PLAINLY = lazy(
    joined(r"""
    \b(?:(?:will|would|shall|must|to) be (?:\w+ly )?(?:based|located|situated|stationed)
    |\b(?:position|role|job|post|vacancy|opportunity) (?:is|will be) (?:\w+ly )?(?:based|located|situated))
    (?: on-?site| full[- ]time)? (?:in|at|near|out of) (?:the |our |downtown |central )*$
    """),
    re.IGNORECASE,
)


def _certainty(text: str, spot: Spot, *, remote: bool, towns: frozenset[str]) -> float:
    start = max(sentence_around(text, spot.start)[0], spot.start - FARTHEST)
    plainly = _PLAINLY.search(text, start, spot.start) and not _WHO.search(text, start, spot.start)
    if _RESIDENCY.match(text, spot.end) or (plainly and not _ELSEWHERE_PHRASE.search(text, start, spot.start)):
        return SAID
    before = text[max(start, spot.start - NEARBY) : spot.start]
    seeks = not remote and spot.level <= REGION and _SEEKS.match(text, spot.end) and _INSIDE.search(before)
    if seeks and not is_elsewhere(_OUR_CLIENT.sub("", before)):
        return HIRED
    if spot.level <= COUNTY and not remote and _AUTHORITY.match(text, spot.end) and _is_authority(text, start, spot):
        return EMPLOYER
    if is_elsewhere(before) or _WHO.search(before):
        return 0.0
    if _SAID.search(text, start, spot.start) or _ALSO.search(text, start, spot.start):
        return SAID
    if spot.level == WIDE:
        return _zone(text, start, spot)
    if remote:
        return 0.0
    repeated = _REPEAT_BEFORE.search(text, start, spot.start) if spot.name in towns else None
    if repeated and (spot.country or " " not in spot.name or repeated.group().casefold().strip() != "the"):  # "the Elm Theatre" is a name
        return REPEATED
    if spot.level == CITY and _FIRM_AFTER.match(text, spot.end):
        return HIRED
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
