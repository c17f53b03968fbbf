"""What the words of a field or of a sentence say of the mode: patterns, and how much each weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from jdlint.hints import Literal
from jdlint.posting.facts.patterns import Gated, Stemmed, joined, norms_of, sentence_around
from jdlint.posting.facts.scan import in_slot
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

Mode = Literal["remote", "hybrid", "onsite"]


class Said(NamedTuple):
    """Words about the mode: 4 is a stated value, 3 a plain statement, 2 said in passing, 1 only allowed."""

    start: int
    end: int
    mode: Mode
    weight: int


STATED, PLAIN, PASSING, ALLOWED = 4, 3, 2, 1

_JOB = "(?:position|role|job|post|opportunity|vacancy|opening|work|internship|contract|team|employees?|candidates?)"
_NUMBER = r"(?:\d|one|two|three|four|five)(?:\s?(?:-|–|to|or)\s?(?:\d|two|three|four|five))?"
_OFFICE = r"(?:in|at|from|to|inside) (?:the |our |an |a |one of our )?(?:\w+[, ]+){0,3}offices?"
_SITES = (
    r"(?:offices?|studio|workshop|shop|store|warehouse|labs?|laborator(?:y|ies)|clinic|hospital|headquarters|hq|campus|site|plant|school)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri)days?"
_HERE = r"on[- ]?(?:site|campus)"

# In a field, after a label or in a title the bare word states the mode.
_VALUE = Stemmed(
    "remote hybrid blended online site office home tele télé virtual person anywhere wherever worldwide distributed location wfh wfo vor",
    rf"""
    (?P<not_remote>\bnot? (?:\w+ )?remote|\bremote:? (?:no|false)\b)
    |(?P<hybrid>\bhybrid\b|\bblended work\w*|\bpart(?:ial)?ly remote|\bsemi-?remote|\bflexible (?:location|remote)
    |\bremote (?:and|&) (?:{_HERE}|(?:in[ -])?office)|\b(?:{_HERE}|(?:in[ -])?office) (?:and|&) remote)
    |(?P<remote>\b(?:fully |100% )?remote(?:ly)?\b(?! (?:sensing|desktop|areas?|during|until|for now))
    |\bwork(?:ing)? from (?:home|anywhere)
    |\bwfh\b|\btelecommut\w+|\btelework\w*|\bhome[ -]?(?:based|office|working\b)|\banywhere\b|\bdistributed\b|\bvirtual\b|\bworldwide\b
    |\bhomeoffice|\btélétravail|\bteletrabajo|\blocation[ -](?:independent|agnostic)|\bwherever\b|(?<=[(\[])online(?=[)\]]))
    |(?P<onsite>\b{_HERE}\b|\bin[ -](?:office|person)\b|\boffice[ -]based|\bon[ -]location\b|\bwfo\b
    |\bwork(?:ing)? from (?:the )?office|\bvor ort)
    """,
)

# What can be remote without the job being so.
_NOT_THINGS = joined(r"""
    (?:sensing|desktops?|areas?|communit\w+|locations?|sites?|monitoring|access|control\w*|systems?|servers?|users?|patients?|customers?
    |clients?|villages?|clinics?|regions?|devices?|support\b(?! (?:role|position|job|engineer))|management|procedure|code|repositor\w+
    |branch|offices|sessions?|stations?|places|meetings|usability|testing|research|data|hands|learning|teaching|instruction|login
    |connect\w*|assistance|troubleshoot\w*|diagnos\w+|workers|teams?|colleagues|staff|viewing|interpret\w+|islands?|terrain|parts
    |schools?|hospitals?|polling|voting)
""")

# Statements in sentences, those that outweigh others first; a later one inside an earlier one says nothing of its own.
_STATEMENTS = {
    "no": Gated(
        "remote remotely telework telecommute telecommuting home site onsite office",
        r"""
        \b(?:not (?:be )?(?:eligible for|open to|a|available for|suitable for|able to (?:offer|support)|offer\w*|currently offer\w*
        |considering|remote)(?: \w+){0,2} ?(?:fully )?(?:remote\w*|telework\w*|telecommut\w*|work(?:ing)? from home)
        |(?<!if )(?:is|are) not (?:an? )?(?:remote|telework|work[- ]from[- ]home)(?: (?:position|role|job|opportunity|post))?
        (?=\W*$|[.,;] | and )
        |no remote (?:work|working|option|candidates)|remote (?:work|working|candidates|applicants)(?: \w+){0,3} (?:is|are|will) not\b
        |cannot be (?:done|performed) remotely|must (?:be able to )?work (?:on-?site|in the office))
        """,
    ),
    "whole": Gated(
        "five 5",
        rf"""
        \b(?:in|at|from) (?:the|our|one of our) (?:[\w’'-]+ ){{0,3}}{_SITES},? (?:for )?(?:five|5)
        [ ](?:full )?days(?: (?:a|per|each|every) week)?\b
        """,
    ),
    "days": Gated(
        "day days",
        rf"""
        \b(?:{_NUMBER} (?:full )?days?(?: (?:per|a|each|every) (?:week|month)| weekly|/week)?,?
        (?: (?:of )?(?:work(?:ing)? )?(?:(?:is|are) )?(?:(?:required|expected|spent) )?(?:you (?:can|may|will|could) )?(?:work )?)
        (?:{_OFFICE}|{_HERE}|in[- ](?:person
        |office)|from home
        |remote(?:ly)?|wfh|at home|working from)
        |{_OFFICE},? (?:for |at least |a minimum of |around |about |up to )*{_NUMBER} days?
        |(?:remotely|(?:from|at) home|home[ -]office|remote work(?:ing)?|mobile work(?:ing)?|telework\w*|wfh|{_HERE}),? (?:for |at least
        [ ]|up to |a minimum of |about |around |on )*{_NUMBER} days?(?: (?:per|a|each|every) week|/week| weekly)
        |(?:in[- ]office|office|{_HERE}) (?:expectation|requirement|attendance|presence)s?\b[^.;\n]{{0,25}}?
        \b{_NUMBER} days? (?:per|a|each|every) week)
        """,
    ),
    "share": Gated(
        "office site home remote remotely person campus",
        rf"""
        (?<!\d)(?!100)\d{{2}} ?%,? (?:(?:of (?:your |the |their |our )?)?(?:working |work )?(?:time|week|hours),? )?
        (?:(?:is |are )?(?:spent )?(?:{_OFFICE}|in[- ]office|from home|at home|remotely|{_HERE}|in[- ]person|on campus)\b
        |(?:office|in[- ]office|{_HERE}|in[- ]person) (?:attendance|presence|work(?:ing)?))
        """,
    ),
    "mix": Gated(
        "remote remotely home office",
        rf"""
        \b(?:(?:mix|combination|blend|balance|split) (?:of|between|your time between) (?:\w+[- ]){{0,2}}
        (?:remote|home|office|in-person|{_HERE}|in-office|working from)|part(?:ly|ially)?[ -](?:remote|from home)
        |split (?:your|their) time between (?:home|the office|remote|working from)|both (?:remotely|from home|remote) and (?:in|on|at)
        |(?:remote|remotely|from home|at home) and (?:in (?:the|our) office|in-office|{_HERE}|in-person)
        |(?:{_OFFICE}|{_HERE}|in[- ]person)[^.;!?\n]{{0,60}}[ ,;](?:and|the rest|otherwise|with)\b[^.;!?\n]{{0,30}}
        (?:from|at) home\b(?! visits?))
        """,
    ),
    "weekdays": Gated(
        "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays",
        rf"""
        \b(?:(?:{_OFFICE}|{_HERE}|in[- ]person|from home|at home|remote(?:ly)?)[ ,]*(?:only |each |every |on )*{_WEEKDAY}
        (?:(?:,? (?:and|to|through|or) |, ?| ?[-–] ?){_WEEKDAY})*
        |{_WEEKDAY}(?:(?:,? (?:and|to|through|or) |, ?| ?[-–] ?){_WEEKDAY})*,? (?:(?:is|are) )?(?:spent |worked )?
        (?:{_OFFICE}|{_HERE}|in[- ]person|from home|at home|remote(?:ly)?))\b
        """,
    ),
    "hybrid": Gated(
        "hybrid blended",
        rf"""
        \b(?:blended[ -]work(?:ing)?\b|hybrid[ -](?:remote |working |work |office |basis)?(?:{_JOB}|working|model|schedule|remote
        |arrangement|environment
        |basis|policy
        |setup|set-up|pattern|office|work ?place|work ?week|flexib\w+|on-?site|approach|format|way)\b
        |(?:is|be|works?|working) (?:an? )?hybrid\b(?! (?:cloud|app|mobile|vehicle|car|event|it|infra|solution|multi)))
        """,
    ),
    "wide": Gated(
        "anywhere wherever world globe planet earth countries continents independent agnostic regardless home kitchen sofa spare living"
        " where office offices location cities timezones zones",
        r"""
        \b(?:anywhere (?:in the world|on (?:earth|the planet)|you (?:like|want|choose|are)|with (?:an? |good |reliable |stable |decent )*
        (?:internet|wi-?fi|connection))|(?:work|working|works|done|be|sit)(?: from)? anywhere(?! (?:near|else))
        |wherever (?:they|you|we|she|he) (?:are|live|like|want|choose|call home|happen to be|feel|work best|please)\b
        |location[- ](?:independent|agnostic)|location is (?:up to you|your (?:own )?choice|not important|irrelevant)|regardless of location
        |(?:from|at) your (?:own )?(?:kitchen(?: table)?|sofa|spare room|living room|home office)\b
        |(?:we|team|staff|colleagues|everyone|everybody) (?:all )?works? from home
        |(?:(?:works?|working|are|is|based|live|lives|sits?|spread|scattered|dispersed|located|distributed) (?:out )?(?:from )?(?:\w+ ){0,3}
        |(?:colleagues|people|members|employees|staff) )(?:around|across|over|all over|throughout|on|in|between) (?:\w+ ){0,3}(?:the
        [ ](?:world|globe|planet)|countries|continents|time ?zones|cities)
        |(?:don['’]t|do not) (?:mind|care) where you (?:live|are|work|sit)|where you (?:live|work|sit)(?: from)? is (?:up to you|your)
        |(?:choose|decide|pick) where (?:you|they|to) work|no (?:central |physical |main |fixed )*offices?\b(?! (?:hours|politics
        |experience|manager|duties|visits)))
        """,
    ),
    "online": Gated(
        "online",
        r"""
        \b(?:(?:is|are|be|held|taught|given|run|delivered|conducted|takes? place) (?:held |taught |given |run |delivered |conducted )?
        (?:fully|completely|entirely|wholly|100% ) ?online
        |(?:lessons?|class(?:es)?|courses?|workshops?|sessions?|training|tutoring|tuition|seminars?) (?:is|are|will be)
        [ ](?:(?:held|taught|given|run|delivered) )?online|(?:role|position|job|internship|post) (?:is|will be) online)\b
        """,
    ),
    "remote": Gated(
        "remote remotely home anywhere based telework virtual telecommuting telecommute any",
        rf"""
        \b(?:(?:fully|100 ?%|completely|entirely|primarily|permanently|mostly|totally|all)[ -]remote(?:ly)?
        |remote(?: (?:full-time|part-time|work|contract|first|freelance|nursing|teaching))?[ -]{_JOB}s?\b(?! (?:of|that you|support))
        |remote[ -](?:first|only|ok|eligible|working|based|native)|remote (?:basis|in the|within the|from (?:anywhere|within|the
        |home)|anywhere|\()
        |work(?:s|ing)?(?: (?!\d|days)\w+){{0,2}} remotely|(?<!who )work(?:ing)? from (?:home|anywhere|any location|wherever)
        |from (?:anywhere|home) in\b
        |(?:is|are|be|as) (?:an? )?(?:(?:fully|currently|primarily|completely|entirely) )*(?:remote|home-based|telework|virtual)
        (?=[ ](?:and|with|but|or|so|within|from|in|across|for|work|\()|[.,;!:)\n]|$)
        |telecommut(?:e|ing) (?:position|role|job)|home[- ]based (?:position|role|job|working|work)|virtual (?:position|role|job)
        |location:? (?:remote|anywhere)|can be (?:located|based|done|performed|worked)(?: from)? (?:anywhere|remotely)
        |(?:based|live|located|work|reside) (?:from )?anywhere|performed remotely|remote, (?:full|part|us|uk|anywhere|with))
        """,
    ),
    "onsite": Gated(
        "site onsite campus person office",
        rf"""
        \b(?:(?:fully |100% )?{_HERE} (?:{_JOB}|only|full[ -]time|at our|in our|presence|attendance|5 days|five days|requirement)\b
        |in[- ]person {_JOB}\b|office[- ]based\b|(?:is|be|work|working|works) (?:fully |100% |a |an |entirely |primarily )*
        (?:{_HERE}|in[- ]person|in[- ]office)\b(?! (?:gym|parking|visit|interview|or|and remote|meet|event
        |for (?:at least |up to )?(?:\d|one|two|three|four))))
        """,
    ),
    "house": Gated(
        "office offices studio workshop shop store warehouse lab labs laboratory laboratories clinic hospital headquarters hq campus plant"
        " school site sit",
        rf"""
        \b(?:(?:work|working|be|based|located|sit|works|sits|done|carried out|performed|takes? place|happens|come|coming|commute|report)
        [ ](?:full[- ]time |mainly |mostly |primarily |physically |daily |out |in |every day )*(?:either )?(?:from|of|in|at|inside|to)
        [ ](?:either )?(?:the |our |one of our |your local )(?!home\b|client|customer)(?:[\w’'.-]+,? ){{0,5}}?{_SITES}\b
        (?! (?:staff|team|work|manage|systems?|cleaning|hours|culture|environment|function|equipment|part[- ]time))
        |all sit (?:together|in one))
        """,
    ),
    "maybe": Gated(
        "remote remotely telework teleworking teleworkable telecommute telecommuting telecommuters home distributed distributedly",
        rf"""
        \b(?:telework\w*|telecommut\w*|work(?:ing)?[- ]from[- ]home\b
        |remote(?:ly)?\b(?!-control)(?! {_NOT_THINGS})(?! (?:or|and) (?:rural|isolated|underserved))
        |(?:globally |fully |geographically )?distributed[ -](?:team|company|organi[sz]ation|workforce|work|group|first|across|around)\w*
        |work distributed\w*)
        """,
    ),
}
ANCHORS = frozenset().union(*(g.words for g in _STATEMENTS.values()))
_ALLOWING = lazy(
    r"\b(?:may|possib\w*|option\w*|occasional\w*|some|eligible|temporar\w*|covid|pandemic|situational|ad[ -]hoc|sometimes|considered"
    r"|negotiable)\b",
    re.IGNORECASE,
)
_SOME_DAYS = lazy(rf"[\s:,(–—-]*(?:for |up to |at least |around )?{_NUMBER} (?:full )?days?\b", re.IGNORECASE)
_LOOSE = lazy(
    joined(r"""
    \b(?:occasional\w*|may|possib\w*|option\w*|some|up to|eligible|flexib\w+|allow\w*|permit\w*|opportunit\w+|negotiable
    |consider\w*|partial\w*
    |temporar\w*|covid|pandemic|currently|situational|ad[ -]hoc|sometimes|if needed)\b
    """),
    re.IGNORECASE,
)
_WORK = lazy(
    joined(r"""
    \b(?:position|role|job|you|we|our team|team members|candidates?|employees?|work|working|based|location|opportunity
    |environment|company|staff)\b
    """),
    re.IGNORECASE,
)
_SKILLED = lazy(
    joined(r"""
    \b(?:experience|comfort\w*|ability|able|proven|skills?|track record|familiar\w*|history|capab\w+|self-direct\w+|thrive|independen\w+
    |effective\w*|communicat\w+|supervis\w+|manag\w+|lead\w*|support\w*|coordinat\w+|facilitat\w+|collaborat\w+)\b
    """),
    re.IGNORECASE,
)
_OURS = lazy(
    r"\b(?:we|we['’](?:re|ve)|our|us|ours|you|you['’](?:ll|re)|your|applicants?|candidates?|job|position|role|post|work|team|location"
    r"|everyone|everybody|there is)\b",
    re.IGNORECASE,
)
_LIVES = lazy(
    r"\b(?:work\w*|live\w*|sit|team|colleagues|staff|people|members|applicants?|candidates?|hire|hiring|welcome|job|position|role|location"
    r"|based|office|company|everyone|everybody)\b",
    re.IGNORECASE,
)
_THEIRS = lazy(
    joined(r"""
    \b(?:customers?|clients?|users?|readers?|visitors?|famil(?:y|ies)|patients?|students?|guests?|donors?|suppliers?|partners?|sell|sold
    |ship\w*|deliver\w*|travel\w*|read|serv(?:e|es|ed|ing)|market\w*|communit(?:y|ies)|volunteers?|children|pupils|subscribers?
    |members who|projects in|programs? in|runs|event\w*|offices (?:in|across|around|throughout)|eat|code)\b
    """),
    re.IGNORECASE,
)
_OPENING = lazy(r"\b(?:open|opens|opening|closed|hours are|visits?|meet\w*|class\w*|clients?|customers?|patients?)\b", re.IGNORECASE)
ALL_WEEK = lazy(r"\bmondays? ?(?:to|through|[-–]) ?fridays?", re.IGNORECASE)
_CLAUSE = lazy(r"[;:,(]")
WHOLE_WEEK = lazy(r"\b(?:5|five)\b")
_AWAY = lazy(r"remote|home|wfh|month", re.IGNORECASE)
_SOLD = lazy(
    r"\b(?:appl(?:y|ications?)|interviews?|shops?|stores?|forms?|bank\w*|business|compan\w+|sell\w*|sold|sales|onboarding|tests?)\b",
    re.IGNORECASE,
)
_PERKS = frozenset({"benefits", "company", "equal_opportunity", "process"})
_SKILLS = frozenset({"requirements", "preferred", "responsibilities", "success"})


def in_value(text: str) -> Iterator[Said]:
    """Modes that a field, a label's value or a title names."""
    for match in _VALUE.finditer(text):
        kind = str(match.lastgroup)
        mode: Mode = "onsite" if kind in ("onsite", "not_remote") else "hybrid" if kind == "hybrid" else "remote"
        if kind == "remote" and (days := _SOME_DAYS.match(text, match.end())) and not WHOLE_WEEK.search(days.group()):
            mode = "hybrid"  # "Home-based (two days a week)"
        yield Said(match.start(), match.end(), mode, STATED)


def in_prose(text: str, section: str = "", norms: AbstractSet[str] | None = None) -> Iterator[Said]:
    """Modes that sentences state of this job; what skills, customers or perks need weighs less."""
    norms = norms_of(text) if norms is None else norms
    taken = bytearray(len(text))
    found: list[Said] = []
    for kind, pattern in _STATEMENTS.items():
        for match in pattern.finditer(text, norms):
            start, end = match.span()
            if in_slot(text, start) or any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            mode, weight = _weighed(kind, match, section)
            if weight:
                found.append(Said(start, end, mode, weight))
    return iter(sorted(found))


def _weighed(kind: str, match: re.Match[str], section: str) -> tuple[Mode, int]:
    if kind in ("no", "whole"):
        return "onsite", PLAIN
    if kind == "house":
        start, stop = sentence_around(match.string, match.start(), match.end())
        tied = section in _PERKS or _SKILLED.search(match.string, start, match.start()) or _THEIRS.search(match.string, start, stop)
        return "onsite", ALLOWED if tied else PASSING
    if kind == "days":
        whole = WHOLE_WEEK.search(match.group()) and not _AWAY.search(match.group())
        return "onsite" if whole else "hybrid", PLAIN
    if kind == "weekdays":
        text = match.string
        if _OPENING.search(text, *sentence_around(text, match.start(), match.end())) or section in _PERKS:
            return "hybrid", 0
        return ("onsite" if ALL_WEEK.search(match.group()) and not _AWAY.search(match.group()) else "hybrid"), PLAIN
    if kind == "wide":
        return "remote", _wide_weight(match, section)
    if kind == "online":
        start, stop = sentence_around(match.string, match.start(), match.end())
        told = section in _SKILLS and _SKILLED.search(match.string, start, stop)
        return "remote", 0 if told or section in _PERKS or _SOLD.search(match.string, start, stop) else PASSING
    if kind in ("mix", "hybrid", "share"):
        return "hybrid", PASSING if section in _SKILLS else PLAIN
    if kind == "onsite":
        return "onsite", ALLOWED if section in _SKILLS | _PERKS else PASSING
    return "remote", _remote_weight(kind, match, section)


def _wide_weight(match: re.Match[str], section: str) -> int:
    """What says in other words that people work where they like, of us or of you and not of customers, readers or goods."""
    text = match.string
    start, stop = sentence_around(text, match.start(), match.end())
    if not _OURS.search(text, start, stop) or _THEIRS.search(text, start, stop) or not _LIVES.search(text, start, stop):
        return 0
    if section in _SKILLS and _SKILLED.search(text, start, stop):
        return ALLOWED
    return ALLOWED if _ALLOWING.search(text, start, match.start()) else PLAIN if section not in _PERKS else PASSING


def _remote_weight(kind: str, match: re.Match[str], section: str) -> int:
    text = match.string
    start, stop = sentence_around(text, match.start(), match.end())
    sentence = text[start:stop]
    if section in _SKILLS and _SKILLED.search(sentence):
        return ALLOWED if kind == "remote" or _WORK.search(sentence) else 0
    if kind == "remote":
        after = _CLAUSE.search(sentence, match.end() - start)
        clause = _CLAUSE.split(sentence[: after.start() if after else None])[-1]
        return ALLOWED if _ALLOWING.search(clause) else PASSING if section in _PERKS else PLAIN
    if not _WORK.search(sentence):
        return 0
    return ALLOWED if _LOOSE.search(sentence) else PASSING
