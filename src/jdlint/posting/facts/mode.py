"""Remote, hybrid or on site: what the posting says of this job, and what else it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdlint.posting.facts.scan import field_values, in_slot, label_values, mentions, prose, trimmed
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Block, Excerpt, WorkMode

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

Mode = Literal["remote", "hybrid", "onsite"]


class Said(NamedTuple):
    """Words about the mode: 3 states it, 2 says it in passing, 1 allows for it."""

    start: int
    end: int
    mode: Mode
    weight: int


_JOB = r"(?:position|role|job|post|opportunity|vacancy|opening|work|internship|contract|team|employees?|candidates?)"
_NUMBER = r"(?:\d|one|two|three|four|five)(?:\s?(?:-|–|to|or)\s?(?:\d|two|three|four|five))?"
_OFFICE = r"(?:in|at|from|to) (?:the |our |an |a )?(?:\w+ ){0,2}office"
_VALUE = re.compile(
    r"(?P<not_remote>\bnot? (?:\w+ )?remote|\bremote:? (?:no|false)\b|no remote)"
    r"|(?P<hybrid>\bhybrid\b|part(?:ial)?ly remote|semi-?remote|flexible (?:location|remote)|remote (?:and|&) (?:on-?site|(?:in[ -])?office)|(?:on-?site|(?:in[ -])?office) (?:and|&) remote)"
    r"|(?P<remote>\b(?:fully |100% )?remote(?:ly)?\b(?! (?:sensing|desktop|areas?|during|until|for now))|work(?:ing)? from (?:home|anywhere)|\bwfh\b|telecommut\w+|telework\w*|home[ -]?(?:based|office)|\banywhere\b|\bdistributed\b|\bvirtual\b|\bworldwide\b"
    r"|homeoffice|télétravail|teletrabajo)"
    r"|(?P<onsite>\bon[ -]?site\b|\bin[ -](?:office|person)\b|office[ -]based|\bon[ -]location\b|vor ort)",
    re.IGNORECASE,
)  # fmt: skip
_NOT_THINGS = (
    r"(?:sensing|desktops?|areas?|communit\w+|locations?|sites?|monitoring|access|control\w*|systems?|servers?|users?|patients?|customers?|clients?|villages?|clinics?|regions?|devices?|support\b(?! (?:role|position|job|engineer))"
    r"|management|procedure|code|code execution|repositor\w+|branch|offices|sessions?|stations?|places|meetings|usability|testing|research|data|hands|learning|teaching|instruction|login|connect\w*|assistance|troubleshoot\w*|diagnos\w+|workers|teams?|colleagues|staff|viewing|interpret\w+|islands?|terrain|parts|schools?|hospitals?|polling|voting|villages)"
)
_PROSE = re.compile(
    r"(?P<no>\b(?:not (?:be )?(?:eligible for|open to|a|available for|suitable for|able to (?:offer|support)|offer\w*|currently offer\w*|considering|remote)(?: \w+){0,2} ?(?:fully )?(?:remote\w*|telework\w*|telecommut\w*|work(?:ing)? from home)|no remote (?:work|working|option|candidates)"
    r"|remote (?:work|working|candidates|applicants)(?: \w+){0,3} (?:is|are|will) not\b|cannot be (?:done|performed) remotely|not a remote|must (?:be able to )?work (?:on-?site|in the office)|this is not (?:a )?remote))"
    rf"|(?P<hybrid>\bhybrid[ -](?:remote |working |work |office |basis)?(?:{_JOB}|working|model|schedule|remote|arrangement|environment|basis|policy|setup|set-up|pattern|office|work ?place|work ?week|flexib\w+|on-?site|approach|format|way)\b|\b(?:is|be|:|works?|working) (?:an? )?hybrid\b(?! (?:cloud|app|mobile|vehicle|car|event|it|infra|solution|multi)))"
    rf"|(?P<hybrid_days>\b{_NUMBER} (?:full )?days?(?: (?:per|a|each|every) (?:week|month)| weekly|/week)?,? (?:(?:of )?(?:work(?:ing)? )?(?:(?:is|are) )?(?:required |expected |spent )?)?(?:{_OFFICE}|on[- ]?site|in[- ](?:person|office)|from home|remote(?:ly)?|wfh|at home|working from)"
    rf"|{_OFFICE},? (?:for |at least |a minimum of |around |about |up to )*{_NUMBER} days?|(?:remotely|from home|on[ -]?site) (?:for |at least |up to |a minimum of )*{_NUMBER} days? (?:per|a|each) week"
    r"|(?:mix|combination|blend|balance|split) (?:of|between|your time between) (?:\w+[- ]){0,2}(?:remote|home|office|in-person|on-?site|in-office|working from)|part(?:ial|ial)?ly (?:remote|from home)|part(?:ly|ially)[ -]remote|split (?:your|their) time between (?:home|the office|remote|working from)"
    r"|both (?:remotely|from home|remote) and (?:in|on|at)|(?:remote|remotely|from home) and (?:in (?:the|our) office|in-office|on-?site|in-person))"
    rf"|(?P<remote>\b(?:(?:fully|100 ?%|completely|entirely|primarily|permanently|mostly|totally|all)[ -]remote(?:ly)?|remote(?: (?:full-time|part-time|work|contract|first|freelance|nursing|teaching))?[ -](?:{_JOB}s?)\b(?! (?:of|that you|support))|remote[ -](?:first|only|ok|eligible|working|based|native)|remote (?:basis|in the|within the|from (?:anywhere|within|the|home)|anywhere|\()"
    r"|work(?:s|ing)?(?: (?!\d|days)\w+){0,2} remotely|work(?:ing)? from (?:home|anywhere|any location|wherever)|from (?:anywhere|home) in\b|(?:is|are|be|as) (?:an? )?(?:(?:fully|currently|primarily|completely|entirely) )*(?:remote|home-based|telework|virtual)(?= (?:and|with|but|or|so|within|from|in|across|for|work|\()|[.,;!:)\n]|$)"
    r"|telecommut(?:e|ing) (?:position|role|job)|home[- ]based (?:position|role|job|working|work)|position is home[- ]based|virtual (?:position|role|job)|location:? (?:remote|anywhere)|can be (?:located|based|done|performed|worked)(?: from)? (?:anywhere|remotely)|(?:based|live|located|work|reside) (?:from )?anywhere|performed remotely|remote, (?:full|part|us|uk|anywhere|with)))"
    rf"|(?P<maybe>\btelework\w*|\btelecommut\w*|\bwork(?:ing)?[- ]from[- ]home\b|\bremote(?:ly)?\b(?!-control)(?! {_NOT_THINGS})(?! (?:or|and) (?:rural|isolated|underserved))|\b(?:globally |fully |geographically )?distributed[ -](?:team|company|organi[sz]ation|workforce|work|group|first|across|around)\w*|\bwork distributed\w*)"
    rf"|(?P<onsite>\b(?:fully |100% )?on[ -]?site (?:{_JOB}|only|full[ -]time|at our|in our|presence|attendance|5 days|five days|requirement)\b|\bin[- ]person (?:{_JOB})\b|\boffice[- ]based\b|(?:is|be|work|working|works) (?:fully |100% |a |an |entirely |primarily )*(?:on[- ]?site|in[- ]person|in[- ]office)\b(?! (?:gym|parking|visit|interview|or|and remote|meet|event|for (?:at least |up to )?(?:\d|one|two|three|four))))",
    re.IGNORECASE,
)  # fmt: skip
_ANCHORS = frozenset(
    "remote remotely telework teleworking teleworkable telecommute telecommuting telecommuters wfh home hybrid distributed distributedly anywhere virtual onsite site office person homeoffice".split()
)
_OCCASIONAL = re.compile(
    r"\b(?:occasional\w*|may|possib\w*|option\w*|some|up to|eligible|flexib\w+|allow\w*|permit\w*|opportunit\w+|negotiable|consider\w*|partial\w*|temporar\w*|covid|pandemic|currently|situational|ad[ -]hoc|sometimes|if needed)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:may|possib\w*|option\w*|occasional\w*|some|eligible|temporar\w*|covid|pandemic|situational|ad[ -]hoc|sometimes|considered|negotiable)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:position|role|job|you|we|our team|team members|candidates?|employees?|work|working|based|location|opportunity|environment|company|staff)\b",
    re.IGNORECASE,
)
_IN_REMOTE_TEAM = re.compile(
    r"\b(?:work\w*|part of|member of|collaborat\w+|comfort\w*)\b[^.;\n]{0,40}\b(?:remote|distributed|virtual) (?:\w+ )?(?:teams?|environment|company|organi[sz]ation)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"(?:(?P<yes>yes|true|y\b)|no\b|false|n\b)", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:,(]")
_FIVE_DAYS = re.compile(r"\b(?:5|five)\b")
_LIKE_BENEFIT = frozenset({"benefits", "company", "equal_opportunity", "process"})
_SKILL = frozenset({"requirements", "preferred", "responsibilities", "success"})
_SKILLED = re.compile(
    r"\b(?:experience|comfort\w*|ability|able|proven|skills?|track record|familiar\w*|history|capab\w+|self-direct\w+|thrive|independen\w+|effective\w*|communicat\w+|supervis\w+|manag\w+|lead\w*|support\w*|coordinat\w+|facilitat\w+|collaborat\w+)\b",
    re.IGNORECASE,
)


def in_value(text: str) -> Iterator[Said]:
    """Modes that a field, a label's value or a title names."""
    for match in _VALUE.finditer(text):
        kind = str(match.lastgroup)
        mode: Mode = "onsite" if kind in ("onsite", "not_remote") else "hybrid" if kind == "hybrid" else "remote"
        yield Said(match.start(), match.end(), mode, 3)


def in_prose(text: str, section: str = "") -> Iterator[Said]:
    """Modes that sentences state of this job; what skills, customers or perks need weighs less."""
    for match in _PROSE.finditer(text):
        if in_slot(text, match.start()):
            continue
        kind = str(match.lastgroup)
        start = max(text.rfind(". ", 0, match.start()) + 1, text.rfind("\n", 0, match.start()) + 1)
        stop = text.find(". ", match.end())
        sentence = text[start : stop if stop >= 0 else len(text)]
        if kind == "no":
            yield Said(match.start(), match.end(), "onsite", 3)
        elif kind == "hybrid_days":
            five = _FIVE_DAYS.search(match.group()) and not re.search(r"remote|home|month", match.group(), re.IGNORECASE)
            yield Said(match.start(), match.end(), "onsite" if five else "hybrid", 3)
        elif kind == "hybrid":
            yield Said(match.start(), match.end(), "hybrid", 2 if section in _SKILL else 3)
        elif kind == "onsite":
            yield Said(match.start(), match.end(), "onsite", 1 if section in _SKILL | _LIKE_BENEFIT else 2)
        else:
            weight = _remote_weight(kind, sentence, _CLAUSE.split(text[start : match.end()])[-1], section)
            if weight:
                yield Said(match.start(), match.end(), "remote", weight)


def _remote_weight(kind: str, sentence: str, clause: str, section: str) -> int:
    if kind == "remote":
        if section in _SKILL and _SKILLED.search(sentence):
            return 1
        return 1 if _ALLOWED.search(clause) else 2 if section in _LIKE_BENEFIT else 3
    if not _WORK.search(sentence):
        return 0
    if section in _SKILL and _SKILLED.search(sentence):
        return 1
    return 1 if _OCCASIONAL.search(sentence) else 2


def _answers(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """A yes or no to "remote" or "hybrid": `remote: true`, "Remote position: No"."""
    stated = [(f.key, trimmed(f.block)) for f in fields_of(posting, "work_mode")]
    stated += [(b.text[: b.label_end], trimmed(b, b.label_end)) for b in posting.blocks if b.label_end]
    for key, value in stated:
        yes = _YES.match(value.text)
        asked = next(in_value(key.replace("_", " ").replace(".", " ")), None) if yes else None
        if asked is None and yes and "remote" in key.casefold():
            asked = Said(0, 0, "remote", 3)
        if asked is not None and yes is not None:
            mode: Mode | None = asked.mode if yes["yes"] else "onsite" if asked.mode == "remote" else None
            if mode is not None:
                yield value.block, Said(value.start, value.end, mode, 4)


def _evidence(posting: Posting) -> Iterator[tuple[Block, Said]]:
    """Everything said, what states it first."""
    answered = set()
    for block, said in _answers(posting):
        answered.add(block)
        yield block, said
    for value in (*field_values(posting, "work_mode", "location"), *label_values(posting, "location", "employment")):
        for said in in_value(value.text):
            yield value.block, Said(value.start + said.start, value.start + said.end, said.mode, 4)
    title = posting.title
    if title is not None:
        for said in in_value(title.text):
            if title.text[said.start : said.end].casefold() not in ("distributed", "virtual", "hybrid") or re.search(
                r"[(\[,|–—-]", title.text
            ):
                yield title.block, Said(title.start + said.start, title.start + said.end, said.mode, 4)
    for block in prose(posting):
        if block not in answered and mentions(posting, block, _ANCHORS):
            section = posting.section_of(block)
            for said in in_prose(block.text, section.kind if section is not None else ""):
                yield block, said


def says_remote(posting: Posting) -> bool:
    """Whether the posting calls the job remote outright, which its places depend on."""
    said = [s for _, s in _evidence(posting) if s.weight >= 3]  # noqa: PLR2004
    return any(s.mode == "remote" for s in said) and not any(s.mode == "hybrid" for s in said)


def find_work_mode(posting: Posting) -> WorkMode | None:
    """The mode that weighs most; a place of work with no word on the mode means on site."""
    evidence = list(_evidence(posting))
    firm = [(b, s) for b, s in evidence if s.weight >= 2]  # noqa: PLR2004
    if not firm:
        if posting.places and all(p.country is None and p.city is None for p in posting.places):
            return WorkMode("remote", posting.places[0].at)  # only a time zone or a part of the world is asked for
        if posting.places:
            return WorkMode("onsite", posting.places[0].at)
        return _implied(posting)
    top = max(s.weight for _, s in firm)
    block, said = _weightiest([(b, s) for b, s in firm if s.weight == top], firm)
    others = tuple(Excerpt(b, s.start, s.end) for b, s in firm if s.mode != said.mode and s.weight >= 3)  # noqa: PLR2004
    return WorkMode(said.mode, Excerpt(block, said.start, said.end), others)


def _implied(posting: Posting) -> WorkMode | None:
    """Remote where nothing is said of a place, and the work is done in a remote or distributed team."""
    for block in prose(posting):
        match = _IN_REMOTE_TEAM.search(block.text) if mentions(posting, block, _ANCHORS) else None
        if match is not None:
            return WorkMode("remote", Excerpt(block, *match.span()))
    return None


def _weightiest(top: list[tuple[Block, Said]], firm: list[tuple[Block, Said]]) -> tuple[Block, Said]:
    """Of equal statements: days in the office make a remote job hybrid, else the first one counts."""
    modes = {s.mode for _, s in top}
    if len(modes) == 1 and top[0][1].mode == "remote":
        hybrid = [(b, s) for b, s in firm if s.mode == "hybrid" and s.weight >= 3]  # noqa: PLR2004
        if hybrid and top[0][1].weight < 4:  # noqa: PLR2004
            return hybrid[0]
    if "hybrid" in modes:
        return next((b, s) for b, s in top if s.mode == "hybrid")
    return top[0]
