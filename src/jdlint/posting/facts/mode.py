"""Remote, hybrid or on site: what the posting says of this job, and what else it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdlint.posting.facts.patterns import Gated, joined, norms_of, sentence_around
from jdlint.posting.facts.scan import field_values, header_parts, in_slot, inline_labels, label_values, mentions, prose, trimmed
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Block, Excerpt, WorkMode
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

Mode = Literal["remote", "hybrid", "onsite"]


class Said(NamedTuple):
    """Words about the mode: 4 is a stated value, 3 a plain statement, 2 said in passing, 1 only allowed."""

    start: int
    end: int
    mode: Mode
    weight: int


_STATED, _PLAIN, _PASSING, _ALLOWED = 4, 3, 2, 1

_JOB = "(?:position|role|job|post|opportunity|vacancy|opening|work|internship|contract|team|employees?|candidates?)"
_NUMBER = r"(?:\d|one|two|three|four|five)(?:\s?(?:-|–|to|or)\s?(?:\d|two|three|four|five))?"
_OFFICE = r"(?:in|at|from|to) (?:the |our |an |a )?(?:\w+ ){0,2}office"
_HERE = r"on[- ]?site"

# In a field, after a label or in a title the bare word states the mode.
_VALUE = lazy(
    joined(rf"""
    (?P<not_remote>\bnot? (?:\w+ )?remote|\bremote:? (?:no|false)\b)
    |(?P<hybrid>\bhybrid\b|\bpart(?:ial)?ly remote|\bsemi-?remote|\bflexible (?:location|remote)
    |\bremote (?:and|&) (?:{_HERE}|(?:in[ -])?office)|\b(?:{_HERE}|(?:in[ -])?office) (?:and|&) remote)
    |(?P<remote>\b(?:fully |100% )?remote(?:ly)?\b(?! (?:sensing|desktop|areas?|during|until|for now))
    |\bwork(?:ing)? from (?:home|anywhere)
    |\bwfh\b|\btelecommut\w+|\btelework\w*|\bhome[ -]?(?:based|office)|\banywhere\b|\bdistributed\b|\bvirtual\b|\bworldwide\b
    |\bhomeoffice|\btélétravail|\bteletrabajo)
    |(?P<onsite>\b{_HERE}\b|\bin[ -](?:office|person)\b|\boffice[ -]based|\bon[ -]location\b|\bwfo\b|\bwork(?:ing)? from office|\bvor ort)
    """),
    re.IGNORECASE,
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
        |no remote (?:work|working|option|candidates)|remote (?:work|working|candidates|applicants)(?: \w+){0,3} (?:is|are|will) not\b
        |cannot be (?:done|performed) remotely|must (?:be able to )?work (?:on-?site|in the office))
        """,
    ),
    "days": Gated(
        "day days",
        rf"""
        \b(?:{_NUMBER} (?:full )?days?(?: (?:per|a|each|every) (?:week|month)| weekly|/week)?,?
        (?: (?:of )?(?:work(?:ing)? )?(?:(?:is|are) )?(?:required |expected |spent )?)(?:{_OFFICE}|{_HERE}|in[- ](?:person
        |office)|from home
        |remote(?:ly)?|wfh|at home|working from)
        |{_OFFICE},? (?:for |at least |a minimum of |around |about |up to )*{_NUMBER} days?
        |(?:remotely|from home|{_HERE}) (?:for |at least |up to |a minimum of )*{_NUMBER} days? (?:per|a|each) week)
        """,
    ),
    "mix": Gated(
        "remote remotely home office",
        rf"""
        \b(?:(?:mix|combination|blend|balance|split) (?:of|between|your time between) (?:\w+[- ]){{0,2}}
        (?:remote|home|office|in-person|{_HERE}|in-office|working from)|part(?:ly|ially)?[ -](?:remote|from home)
        |split (?:your|their) time between (?:home|the office|remote|working from)|both (?:remotely|from home|remote) and (?:in|on|at)
        |(?:remote|remotely|from home) and (?:in (?:the|our) office|in-office|{_HERE}|in-person))
        """,
    ),
    "hybrid": Gated(
        "hybrid",
        rf"""
        \b(?:hybrid[ -](?:remote |working |work |office |basis)?(?:{_JOB}|working|model|schedule|remote|arrangement|environment
        |basis|policy
        |setup|set-up|pattern|office|work ?place|work ?week|flexib\w+|on-?site|approach|format|way)\b
        |(?:is|be|works?|working) (?:an? )?hybrid\b(?! (?:cloud|app|mobile|vehicle|car|event|it|infra|solution|multi)))
        """,
    ),
    "remote": Gated(
        "remote remotely home anywhere based telework virtual telecommuting telecommute any",
        rf"""
        \b(?:(?:fully|100 ?%|completely|entirely|primarily|permanently|mostly|totally|all)[ -]remote(?:ly)?
        |remote(?: (?:full-time|part-time|work|contract|first|freelance|nursing|teaching))?[ -]{_JOB}s?\b(?! (?:of|that you|support))
        |remote[ -](?:first|only|ok|eligible|working|based|native)|remote (?:basis|in the|within the|from (?:anywhere|within|the
        |home)|anywhere|\()
        |work(?:s|ing)?(?: (?!\d|days)\w+){{0,2}} remotely|work(?:ing)? from (?:home|anywhere|any location|wherever)
        |from (?:anywhere|home) in\b
        |(?:is|are|be|as) (?:an? )?(?:(?:fully|currently|primarily|completely|entirely) )*(?:remote|home-based|telework|virtual)
        (?=[ ](?:and|with|but|or|so|within|from|in|across|for|work|\()|[.,;!:)\n]|$)
        |telecommut(?:e|ing) (?:position|role|job)|home[- ]based (?:position|role|job|working|work)|virtual (?:position|role|job)
        |location:? (?:remote|anywhere)|can be (?:located|based|done|performed|worked)(?: from)? (?:anywhere|remotely)
        |(?:based|live|located|work|reside) (?:from )?anywhere|performed remotely|remote, (?:full|part|us|uk|anywhere|with))
        """,
    ),
    "onsite": Gated(
        "site onsite person office",
        rf"""
        \b(?:(?:fully |100% )?{_HERE} (?:{_JOB}|only|full[ -]time|at our|in our|presence|attendance|5 days|five days|requirement)\b
        |in[- ]person {_JOB}\b|office[- ]based\b|(?:is|be|work|working|works) (?:fully |100% |a |an |entirely |primarily )*
        (?:{_HERE}|in[- ]person|in[- ]office)\b(?! (?:gym|parking|visit|interview|or|and remote|meet|event
        |for (?:at least |up to )?(?:\d|one|two|three|four))))
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
_ANCHORS = frozenset().union(*(g.words for g in _STATEMENTS.values()))
_ALLOWING = lazy(
    r"\b(?:may|possib\w*|option\w*|occasional\w*|some|eligible|temporar\w*|covid|pandemic|situational|ad[ -]hoc|sometimes|considered"
    r"|negotiable)\b",
    re.IGNORECASE,
)
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
_IN_REMOTE_TEAM = Gated(
    "remote distributed virtual",
    r"""
    \b(?:work\w*|part of|member of|collaborat\w+|comfort\w*)\b[^.;\n]{0,40}
    \b(?:remote|distributed|virtual) (?:\w+ )?(?:teams?|environment|company|organi[sz]ation)\b
    """,
)
_MODE_LABEL = lazy(r"\bmode\b|\bwork(?:ing|place)? (?:arrangements?|model|set-?up|type)\b|\bremote\b", re.IGNORECASE)
_REST = 4  # characters that may stand beside the mode in a short line: "(fully) remote"
_YES = lazy(r"(?:(?P<yes>yes|true|y\b)|no\b|false|n\b)", re.IGNORECASE)
_CLAUSE = lazy(r"[;:,(]")
_WHOLE_WEEK = lazy(r"\b(?:5|five)\b")
_AWAY = lazy(r"remote|home|wfh|month", re.IGNORECASE)
_MARKED = lazy(r"[(\[,|–—-]")
_ADJECTIVES = frozenset({"distributed", "virtual", "hybrid"})  # in a title also of things: "Virtual Reality Artist"
_PERKS = frozenset({"benefits", "company", "equal_opportunity", "process"})
_SKILLS = frozenset({"requirements", "preferred", "responsibilities", "success"})


def in_value(text: str) -> Iterator[Said]:
    """Modes that a field, a label's value or a title names."""
    for match in _VALUE.finditer(text):
        kind = str(match.lastgroup)
        mode: Mode = "onsite" if kind in ("onsite", "not_remote") else "hybrid" if kind == "hybrid" else "remote"
        yield Said(match.start(), match.end(), mode, _STATED)


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
    if kind == "no":
        return "onsite", _PLAIN
    if kind == "days":
        whole = _WHOLE_WEEK.search(match.group()) and not _AWAY.search(match.group())
        return "onsite" if whole else "hybrid", _PLAIN
    if kind in ("mix", "hybrid"):
        return "hybrid", _PASSING if section in _SKILLS else _PLAIN
    if kind == "onsite":
        return "onsite", _ALLOWED if section in _SKILLS | _PERKS else _PASSING
    return "remote", _remote_weight(kind, match, section)


def _remote_weight(kind: str, match: re.Match[str], section: str) -> int:
    text = match.string
    start, stop = sentence_around(text, match.start(), match.end())
    sentence = text[start:stop]
    if section in _SKILLS and _SKILLED.search(sentence):
        return _ALLOWED if kind == "remote" or _WORK.search(sentence) else 0
    if kind == "remote":
        after = _CLAUSE.search(sentence, match.end() - start)
        clause = _CLAUSE.split(sentence[: after.start() if after else None])[-1]
        return _ALLOWED if _ALLOWING.search(clause) else _PASSING if section in _PERKS else _PLAIN
    if not _WORK.search(sentence):
        return 0
    return _ALLOWED if _LOOSE.search(sentence) else _PASSING


def _answers(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """A yes or no to "remote" or "hybrid": `remote: true`, "Remote position: No"."""
    stated = [(f.key, trimmed(f.block)) for f in fields_of(posting, "work_mode")]
    stated += [(b.text[: b.label_end], trimmed(b, b.label_end)) for b in posting.blocks if b.label_end]
    for key, value in stated:
        yes = _YES.match(value.text)
        asked = next(in_value(key.replace("_", " ").replace(".", " ")), None) if yes else None
        if asked is None and yes and "remote" in key.casefold():
            asked = Said(0, 0, "remote", _STATED)
        if asked is not None and yes is not None:
            mode: Mode | None = asked.mode if yes["yes"] else "onsite" if asked.mode == "remote" else None
            if mode is not None:
                yield value.block, Said(value.start, value.end, mode, _STATED)


def _labelled(posting: Posting) -> Iterator[Excerpt]:
    """Values of labels that ask for the mode, whatever section they count to."""
    yield from (trimmed(b, b.label_end) for b in posting.blocks if b.label_end and _MODE_LABEL.search(b.text, 0, b.label_end))
    yield from (value for label, value in inline_labels(posting) if _MODE_LABEL.search(label))


def _evidence(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """Everything said, what states it first."""
    answered = set()
    for block, said in _answers(posting):
        answered.add(block)
        yield block, said
    for value in (*field_values(posting, "work_mode", "location"), *label_values(posting, "location", "employment")):
        for said in in_value(value.text):
            yield value.block, said._replace(start=value.start + said.start, end=value.start + said.end)
    for part in (*_labelled(posting), *header_parts(posting)):
        for said in in_value(part.text):
            if part.block not in answered and (part.block.label_end or said.end - said.start >= len(part.text) - _REST):
                yield part.block, said._replace(start=part.start + said.start, end=part.start + said.end)
    title = posting.title
    if title is not None:
        for said in in_value(title.text):
            if title.text[said.start : said.end].casefold() not in _ADJECTIVES or _MARKED.search(title.text):
                yield title.block, said._replace(start=title.start + said.start, end=title.start + said.end)
    for block in prose(posting):
        if block not in answered and mentions(posting, block, _ANCHORS):
            section = posting.section_of(block)
            for said in in_prose(block.text, section.kind if section is not None else "", posting.norms(block)):
                yield block, said


def says_remote(posting: Posting) -> bool:
    """Whether the posting calls the job remote outright, which its places depend on."""
    modes = {s.mode for _, s in _evidence(posting) if s.weight >= _PLAIN}
    return "remote" in modes and "hybrid" not in modes


def find_work_mode(posting: Posting) -> WorkMode | None:
    """The mode that weighs most; a place of work with no word on the mode means on site."""
    firm = [(b, s) for b, s in _evidence(posting) if s.weight >= _PASSING]
    if not firm:
        return _implied(posting)
    block, said = _weightiest(firm)
    both = said.mode == "hybrid" and said.weight == _PLAIN  # sentences that speak of home and of the office agree with it
    others = [(b, s) for b, s in firm if s.mode != said.mode and s.weight >= _PLAIN and b is not block and not both]
    return WorkMode(said.mode, Excerpt(block, said.start, said.end), tuple(Excerpt(b, s.start, s.end) for b, s in others))


def _weightiest(firm: list[tuple[Block, Said]]) -> tuple[Block, Said]:
    """Of equal statements the first, but hybrid before others: days in the office make a remote job hybrid."""
    weight = max(s.weight for _, s in firm)
    top = [(b, s) for b, s in firm if s.weight == weight]
    hybrid = next(((b, s) for b, s in top if s.mode == "hybrid"), None)
    return hybrid or top[0]


def _implied(posting: Posting) -> WorkMode | None:
    """Without a word on it: on site where a place is given, remote where only a time zone or a remote team is."""
    places = posting.places
    if places:
        zone = all(p.country is None and p.city is None for p in places)
        return WorkMode("remote" if zone else "onsite", places[0].at)
    for block in prose(posting):
        match = _IN_REMOTE_TEAM.search(block.text, posting.norms(block))
        if match is not None:
            return WorkMode("remote", Excerpt(block, *match.span()))
    return None
