"""Checks of where the work is done: a place, the region of remote workers, the days of a hybrid week, and no contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.geography import recognise
from jdlint.posting.model import Excerpt, Place, WorkMode
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

# A region, a time zone or a plain "anywhere": each tells remote workers whether they may apply.
_REGION = lazy(
    r"\btime[- ]?zones?\b|\b(?:UTC|GMT|CET|CEST|EET|BST|IST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|AEST|AEDT|JST|SGT)\b"
    r"|(?i:\b(?:eastern|central|mountain|pacific|european) (?:standard |daylight )?(?:time|hours)\b)"
    r"|(?i:\b(?:anywhere|worldwide|globally|global (?:remote|distributed)|world[- ]wide|wherever you|no matter where"
    r"|any (?:country|location)|(?:around|across) the (?:world|globe))\b)"
    r"|\b(?:EMEA|APAC|LATAM|EU|EEA|DACH|Americas|North America|Europe|Asia|Africa|Latin America|US|USA|U\.S\.|UK|U\.K\.)(?!\w)"
)
_NUMBER = r"(?:\d(?:\.\d)?|one|two|three|four|five)"
_DAYS = lazy(
    rf"\b{_NUMBER}(?:\s?(?:-|–|to|or)\s?{_NUMBER})?\s?(?:\+\s?)?"
    r"(?:(?:fixed|set|full|office|on-?site|in[- ]office|remote|anchor|core|work(?:ing|ed)?) )?"
    r"(?:days?|x|times)\b(?!\s+(?:of|notice|ago|old))"
    r"|\b(?:once|twice)\s(?:an?|per|every|each)\s(?:week|month|fortnight|quarter)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri)days?\b|\b\d{1,3}\s?(?:%|per\s?cent|percent)|\b\d\s?/\s?\d\b"
    r"|\b(?:every other|alternate|half (?:of )?(?:the|your)) (?:day|week)"
    r"|\bdays? (?:of|at) your (?:choice|choosing)|\byou (?:choose|decide|pick)\b"
    r"|\b(?:weekly|monthly|quarterly|fortnightly) (?:in[- ](?:person|office)|on-?site|office|team) ",
    re.IGNORECASE,
)
_MODE = lazy(
    r"\b(?:hybrid|office|on[- ]?site|in[- ]person|(?:fully |100% )?remote(?:ly)?|from home|home[- ]?work\w*|wfh|telework\w*)\b",
    re.IGNORECASE,
)


_WEAK = 0.3  # a place that a posting only suggests, as in the address that applications go to, is to be asked about
_HEAD = 5  # blocks, with the line that names the employer and the town
_HEADLINE = 12  # words
_COUNTY = lazy(r"\b(?:City|County|Town|Borough) of [A-Z]\w+|\b(?:[A-Z]\w+ ){1,2}County\b")
# A house that stands somewhere, though the gazetteer can't tell where: "Mill Lane Primary School", "the Harbour Hotel".
_HOUSE = lazy(
    r"(?:\bSt\.? )?\b(?P<name>(?!The\b)[A-Z][\w'’-]+(?: (?:(?:of|and|the|&) )?[A-Z][\w'’-]+){0,5}) (?:School|Academy|College|Hospital"
    r"|Hospice|Infirmary|Kindergarten|Preschool|Nursery|Hotel|Inn|Library|Church|Museum|Campus|Depot|Airport|Centre|Center|Care Home"
    r"|Nursing Home)\b(?! [A-Z])"
)
_ANY_HOUSE = frozenset({
    "a", "after", "all", "an", "any", "before", "business", "call", "care", "child", "clinical", "community", "contact", "customer", "data",
    "day", "driving", "early", "elementary", "general", "graduate", "grammar", "head", "health", "high", "independent", "infant", "junior",
    "law", "local", "main", "medical", "middle", "nursing", "our", "post", "primary", "public", "regional", "secondary", "senior",
    "service", "special", "sunday", "support", "technical", "the", "this", "trade", "training", "upper", "vocational", "your",
})  # fmt: skip
_ASKED_OR_OFFERED = frozenset({"requirements", "preferred", "benefits", "pay", "process", "equal_opportunity"})
_OF_PEOPLE = frozenset({"application", "reporting"})
_LOOSE = frozenset({"benefits", "company", "equal_opportunity", "process"})
_ONSITE = lazy(
    r"\b(?:on[- ]?site|in[- ](?:person|office)|office[- ]based|(?:in|at|from) (?:the|our) (?:\w+ )?office"
    r"|(?:five|5) (?:full )?days|mondays? ?(?:to|through|[-–]) ?fridays?"
    r"|not?\b.{0,30}\b(?:remote|telework|from home)"
    r"|remote.{0,30}\bnot|cannot)\b",
    re.IGNORECASE,
)
_REMOTE = lazy(r"\b(?:remote(?:ly)?|from (?:home|anywhere)|home[- ]based|telecommut\w*|telework\w*|wfh|anywhere)\b", re.IGNORECASE)
_MOVE = lazy(
    r"\b(?:visas?|sponsor\w*|relocat\w+|right to work|work permits?|work (?:authori[sz]ation|eligibility)|authori[sz]ed to work"
    r"|eligible to work|legally (?:entitled|able|authori[sz]ed) to work|move (?:here|to))\b",
    re.IGNORECASE,
)
_FULLY = lazy(r"\b(?:fully|100\s?%|entirely|completely|all[- ]remote|permanently)", re.IGNORECASE)


def _is_slot(posting: Posting, at: Excerpt | None) -> bool:
    """Whether words stand in a template's slot that nobody filled."""
    return at is not None and any(s.block is at.block and s.start <= at.start < s.end for s in posting.placeholders)


def _named(mode: WorkMode) -> Excerpt | None:
    """The word that names the mode, out of "This is a hybrid role"."""
    at = mode.at
    match = _MODE.search(at.text) if at is not None else None
    return at.part(match) if at is not None and match else at


def _sentences_with(posting: Posting, pattern: re.Pattern[str]) -> Iterator[str]:
    for block in posting.texts:
        if pattern.search(block.text):
            for start, end in posting.sentences(block):
                sentence = block.text[start:end]
                if pattern.search(sentence):
                    yield sentence


def missing(posting: Posting, options: Options) -> Iterator[Hit]:
    """Neither a place of work nor a word that the work is remote."""
    if any(p.confidence > _WEAK for p in posting.places):
        return
    if posting.places:
        yield Hit(posting.places[0].at, variant="hint", severity="warning")
        return
    mode = posting.work_mode
    if mode is None:
        yield _hint(posting) or Hit(None)
    elif mode.value != "remote":
        yield Hit(_named(mode), variant=mode.value)


def _hint(posting: Posting) -> Hit | None:
    """A town or county that the text names without saying that the work is there: a milder finding, at the name."""
    for number, block in enumerate(posting.texts):
        headline = number < _HEAD and block.kind != "item" and len(posting.tokens(block)) <= _HEADLINE
        spots = [(s.start, s.end) for s in recognise(block.text) if s.city and (headline or "," in block.text[s.start : s.end])]
        section = posting.section_of(block)
        if block.label_end and section is not None and section.kind in _OF_PEOPLE:
            continue  # "Informal enquiries: Florence Roe"
        county = _COUNTY.search(block.text)
        if spots or county is not None:
            start, end = spots[-1] if spots or county is None else county.span()
            return Hit(Excerpt(block, start, end), variant="hint", severity="warning")
    return _house(posting)


def _house(posting: Posting) -> Hit | None:
    """A school, a hotel or the like by name: whoever knows it knows where the work is done."""
    for block in posting.texts:
        section = posting.section_of(block)
        if block.kind == "field" or (section is not None and section.kind in _ASKED_OR_OFFERED):
            continue
        for match in _HOUSE.finditer(block.text):
            words = match["name"].casefold().split()
            if not _ANY_HOUSE.issuperset(words):
                return Hit(Excerpt(block, match.start(), match.end()), variant="house", severity="warning")
    return None


def remote_without_region(posting: Posting, options: Options) -> Iterator[Hit]:
    """Remote work with no word on the country, state or time zone that it can be done from."""
    mode = posting.work_mode
    if mode is None or mode.value != "remote" or posting.places or _is_slot(posting, mode.at):
        return
    if any(_contradicts(posting, mode, other) for other in mode.conflicts):
        return  # first it has to be remote
    if not any(_REGION.search(block.text) for block in posting.texts):
        yield Hit(_named(mode))


def hybrid_without_days(posting: Posting, options: Options) -> Iterator[Hit]:
    """A hybrid job that doesn't say how many days are spent in the office."""
    mode = posting.work_mode
    if mode is None or mode.value != "hybrid" or _is_slot(posting, mode.at):
        return
    if not any(_DAYS.search(sentence) for sentence in _sentences_with(posting, _MODE)):
        yield Hit(_named(mode))


def conflicting_modes(posting: Posting, options: Options) -> Iterator[Hit]:
    """Words on the place of work that can't both be true."""
    mode = posting.work_mode
    if mode is None or not mode.conflicts:
        return
    found = [c for c in mode.conflicts if _contradicts(posting, mode, c)]
    if found:
        stated = " ".join(mode.at.text.split()) if mode.at is not None else mode.value
        others = ([mode.at] if mode.at is not None else []) + found[1:]
        yield Hit(found[0], {"mode": mode.value, "other": stated}, related=tuple((other, "against this") for other in others))


def _contradicts(posting: Posting, mode: WorkMode, other: Excerpt) -> bool:
    """Whether words exclude the mode; "remote" beside "hybrid" is loose talk, save where it says fully or not at all."""
    section = posting.section_of(other.block)
    if section is not None and section.kind in _LOOSE:
        return False
    onsite, remote = _ONSITE.search(other.text), _REMOTE.search(other.text)
    if mode.value == "remote":
        return onsite is not None
    return remote is not None and onsite is None and (mode.value == "onsite" or _FULLY.search(other.text) is not None)


def place_conflict(posting: Posting, options: Options) -> Iterator[Hit]:
    """A place in a field of the page and quite another one under a label in its text."""
    stated = [p for p in posting.places if p.confidence == 1.0 and p.country is not None]
    fields = [p for p in stated if p.at.block.kind == "field"]
    told = [p for p in stated if p.at.block.kind != "field"]
    if not fields or not told or any(_meet(a, b) for a in fields for b in told):
        return
    other = " ".join(fields[0].at.text.split())
    yield Hit(told[0].at, {"other": other}, related=((fields[0].at, "against this"),))


def _meet(a: Place, b: Place) -> bool:
    """Whether two places can be one, as far as country and region tell."""
    return a.country == b.country and (a.region is None or b.region is None or a.region == b.region)


def move_untold(posting: Posting, options: Options) -> Iterator[Hit]:
    """Work at a place without a word on relocation, visa or the right to work there."""
    mode = posting.work_mode
    if not posting.places or (mode is not None and mode.value == "remote"):
        return
    if not any(_MOVE.search(block.text) for block in posting.texts):
        yield Hit(None)
