"""What the lines of a posting say, where no heading tells: cheap cues from opening words and known phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice
from operator import itemgetter

from jdlint.hints import Any
from jdlint.posting.facts.dates import MONTH
from jdlint.posting.model import Block, SectionKind
from jdlint.resources import lexicon
from jdlint.resources.assembled import assembled
from jdlint.text.lazy import lazy
from jdlint.text.phrases import PhraseIndex
from jdlint.text.record import NamedTuple
from jdlint.text.words import fold

_WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")
# A sum, a date or hours at the start of a line: what the job pays or when it is, and no number of years asked for
_OF_THE_JOB = lazy(
    rf"""(?xi) [^\w£€$¥₹]*+ (?: [£€$¥₹] | (?:USD|GBP|EUR|AUD|CAD|NZD|SGD|ZAR|INR|Rs)\b | \d[\d.,:/–-]*+ \s?+ (?: k\b | [ap]m\b
    | p\.?[ ]?[ahw]\b | (?:per|an?|hours?|hrs?|days?|weeks?|shifts?)\b(?![ ](?:of[ ])?(?:[a-z]+[ ]){{0,3}}(?:experience|training)\b)
    | (?:st|nd|rd|th)?\s?(?:of[ ])?{MONTH} ) )"""
)
_SHARE = lazy(r"\W*\d{1,3}\s?%\W*(?:of (?:the |your )?)?(?:time\b\W*)?", re.IGNORECASE)  # "30% time: teach": how much of the job it is
_MOSTLY = 0.5
_ON_A_SUBJECT = frozenset(("about", "regarding", "concerning"))
_QUALIFYING = frozenset(("ideally", "preferably"))
_OF_A_DEMAND = frozenset(("with", "some", "using", "in", "within", "from", "on", "at", "for", "by", "need", "as"))
_WHEN = frozenset(("within", "need"))  # "preferably within the last five years"; all else after the word is a wish
_ARTICLES = frozenset(("the", "a", "our", "your", "their", "its"))
# What somebody works at and no employer is: beside "our product", "our platform"
_OBJECTS_OF_WORK = frozenset(
    (
        "vision", "roadmap", "roadmaps", "strategy", "strategies", "backlog", "backlogs", "documentation", "features",
        "requirements", "specifications",
        "releases", "launches", "launch", "pricing", "schedule", "schedules", "records", "files", "queue", "data",
    )
)  # fmt: skip
# What is offered to customers, or is praise and no benefit
_OFFERED_OTHERS = frozenset(
    (
        "opportunity",
        "chance",
        "services",
        "service",
        "solutions",
        "products",
        "customers",
        "clients",
        "guests",
        "courses",
        "classes",
        "patients",
    )
)
_REACH = 6  # words
_SHARE_WITHIN = 6  # characters of a line
_SOUGHT = frozenset(("looking", "seeking", "seek", "seeks", "hiring", "recruiting", "wanted"))
_DONE_TO_APPLICANTS = frozenset(
    (
        "contacted",
        "invited",
        "notified",
        "interviewed",
        "informed",
        "called",
        "asked",
        "shortlisted",
        "emailed",
        "phoned",
        "offered",
        "tested",
    )
)
_AUDIENCE = frozenset(
    (
        "internal", "external", "stakeholders", "stakeholder", "clients", "customers", "donors", "funders", "authorities", "regulators",
        "partners", "medical", "parents", "investors", "police", "agencies",
    )
)  # fmt: skip
_LEARNING = frozenset(
    ("maintain", "maintains", "maintaining", "keep", "keeps", "share", "shares", "sharing", "gain", "gains", "build", "builds", "building",
     "expand", "expands", "deepen", "acquire", "acquires", "increase", "improve", "update", "updates", "spread", "our", "their")
)  # fmt: skip
_STATES = frozenset(("open", "closed", "filled", "subject", "not", "now", "currently"))
_ON_WHAT = frozenset(("on", "about", "any", "immediately"))
_CARE_GIVEN = frozenset(
    (
        "provide", "provides", "providing", "deliver", "delivers", "delivering", "public", "community", "primary", "quality", "nursing",
        "services", "service", "provider", "providers", "professional", "professionals", "worker", "workers", "assistant", "assistants",
        "system", "systems", "facility", "facilities", "organisation", "organization", "team", "teams", "setting", "settings", "industry",
    )
)  # fmt: skip
_WHERE_WISHED = frozenset(("where", "as", "if", "when", "ensure", "achieve"))
_EXTENTS = frozenset(("degree", "level", "outcome", "outcomes", "result", "results", "effect", "state", "quality", "standard", "standards"))
_DONE_TO_PAPERS = frozenset(
    (
        "postmarked", "received", "filed", "submitted", "supported", "performed", "completed", "returned", "sent", "made", "emailed",
        "mailed", "uploaded", "typed", "signed", "attached", "addressed", "delivered", "read", "included", "accompanied",
    )
)  # fmt: skip
_CHANCES = frozenset(("opportunity", "chance", "opportunities", "freedom", "option", "access"))
_NO_GROUP = frozenset(("interested", "part", "job", "experience", "looking", "qualified", "experienced"))
_SUPERVISED_THINGS = frozenset(
    (
        "activities", "activity", "children", "pupils", "students", "play", "schedules", "preparation", "operations", "operation",
        "distribution", "maintenance", "construction", "lessons", "exams", "meals", "patients", "residents", "swimmers", "installation",
    )
)  # fmt: skip
_NAMED_IN_PASSING = frozenset(
    ("mission", "vision", "values", "purpose", "guests", "students", "patients", "residents", "community", "people", "work")
)
_IN_PASSING = frozenset(
    (
        "about", "of", "out", "advance", "advancing", "support", "supporting", "share", "shares", "delight", "delights", "delighting",
        "greet", "serve", "serving", "help", "helping", "to", "for", "with", "drive", "driving", "further", "in", "into", "on", "align",
        "deliver", "welcome", "welcoming", "assist", "assisting", "care", "teach", "engage", "among", "between", "as",
    )
)  # fmt: skip
_LIKING = frozenset(("like", "love", "prefer", "enjoy", "rather"))
_HOW_WORKED = frozenset(("remotely", "from", "onsite", "hybrid", "full", "part", "nights", "weekends", "evenings", "shifts", "days"))
_OF_PERSONS = frozenset(("have", "hold", "bring", "need"))  # "who will" do so is asked for it
NO_DUTIES = frozenset(
    ("be", "become", "find", "receive", "join", "meet", "learn", "grow", "understand", "use", "care", "keep", "share", "report")
)
_DRAWN = {"are": "we're", "will": "you'll"}


class Cues(NamedTuple):
    """The lexicon: `plain` verbs of duties, all their forms (`duty`), openers of demands, phrases, and what names no employer."""

    plain: frozenset[str]
    duty: frozenset[str]
    employers: frozenset[str]
    demand: frozenset[str]
    phrases: PhraseIndex[str]
    jobs: frozenset[str]
    no_names: frozenset[str]


def forms(verb: str) -> Iterable[str]:
    """A verb as duties write it: assist, assists, assisting."""
    yield verb
    yield (
        f"{verb[:-1]}ies"
        if verb.endswith("y") and verb[-2] not in "aeo"
        else f"{verb}es"
        if verb.endswith(("s", "sh", "ch", "x"))
        else f"{verb}s"
    )
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "be")) else verb
    yield f"{stem}ing"
    if len(verb) > 2 and verb[-1] in "bdgmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":  # noqa: PLR2004
        yield f"{verb}{verb[-1]}ing"


def _contracted(phrase: str) -> Iterable[str]:
    """A phrase, and with its pronoun and verb drawn together: "are hiring" is "we're hiring", too."""
    yield phrase
    first, _, rest = phrase.partition(" ")
    if first in _DRAWN and rest:
        yield f"{_DRAWN[first]} {rest}"
    for whole, short in (("you will ", "you'll "), ("you are ", "you're "), ("we are ", "we're "), ("you have ", "you've ")):
        if phrase.startswith(whole):
            yield short + phrase[len(whole) :]


@cache
def cues() -> Cues:
    """The lexicon, read once."""
    plain, duty, employers, demand, phrases, jobs, no_names = assembled("cues", assemble)
    return Cues(plain, duty, employers, demand, PhraseIndex.of_plain(phrases), jobs, no_names)


def assemble() -> tuple[Any, ...]:
    """What `cues` is made of, as plain values."""
    data = lexicon("cues")
    phrases = ((form, kind) for kind, text in data["phrases"].items() for phrase in text.split(", ") for form in _contracted(phrase))
    return (
        frozenset(data["verbs"].split(", ")),
        frozenset(form for verb in data["verbs"].split(", ") for form in forms(verb)),
        frozenset(data["employers"].split(", ")),
        frozenset(fold(w) for w in data["demands"].split(", ")),
        PhraseIndex(phrases).plain(),
        frozenset(data["jobs"].split(", ")),
        frozenset(data["no_names"].split(", ")),
    )


@cache
def speaking_words() -> AbstractSet[str]:
    """Words of which one stands in each text that `spoken_of` finds anything in."""
    return {"will", "you'll"} | cues().phrases.anchors


def spoken_of(tokens: Sequence[str]) -> dict[str, int]:
    """The section kinds that phrases among the folded words speak of, with the index of the first such word."""
    found: dict[str, int] = {}
    for kind, start, stop in cues().phrases.find(tokens):
        if kind == "preferred" and start and tokens[start - 1] in _ARTICLES:
            continue  # "our preferred supplier"
        if kind == "preferred" and _qualifies(tokens, start, stop):
            continue
        if _means_other(kind, tokens, start, stop):
            continue
        if kind == "company" and start and tokens[start - 1] == "join" and tokens[stop - 1] == "community":
            continue  # "to join our community of welders"
        if kind == "summary" and start and tokens[start - 1] in _ON_A_SUBJECT:
            continue  # "questions about this position"
        if kind == "company" and tokens[start] == "our" and stop < len(tokens) and tokens[stop] in _OBJECTS_OF_WORK:
            continue  # "our product vision"
        if kind == "benefits" and tokens[stop - 1] == "offer" and not _OFFERED_OTHERS.isdisjoint(tokens[stop : stop + _REACH]):
            continue  # "we offer courses to", "we offer the opportunity of a lifetime"
        if kind == "requirements" and _tells_of_work(tokens, stop):
            continue
        if kind == "responsibilities" and tokens[start] in ("you", "will", "you'll") and _tells_no_duty(tokens, stop):
            continue
        if kind == "responsibilities" and tokens[start] == "will" and _done_by_others(tokens, start, stop):
            continue
        found.setdefault(kind, start)
    if "responsibilities" not in found and ("will" in tokens or "you'll" in tokens):
        duty = next((at for at in range(len(tokens) - 1) if _promises(tokens, at)), None)
        if duty is not None:
            found["responsibilities"] = duty
    return found


def _qualifies(tokens: Sequence[str], start: int, stop: int) -> bool:
    """Whether a wish belongs to a demand, "knowledge of a language, ideally with some Welsh", and not to whoever is sought."""
    if not start or tokens[start] not in _QUALIFYING or stop >= len(tokens) or tokens[stop] not in _OF_A_DEMAND:
        return False
    if tokens[start] == "preferably" and tokens[stop] not in _WHEN:
        return False
    return _SOUGHT.isdisjoint(tokens[:start])


def _means_other(kind: str, tokens: Sequence[str], start: int, stop: int) -> bool:
    """Whether a phrase speaks of something else by what stands beside it."""
    after = tokens[stop : stop + _REACH]
    if kind == "summary" and "is" in (tokens[stop - 1], *after[:1]) and not _STATES.isdisjoint(after[:2]):
        return True  # "the position is open until filled"
    if kind == "summary" and "is" in (tokens[stop - 1], *after[:1]) and any(w.isdigit() for w in after[:2]):
        return True  # "this position is 25 hours a week"
    if kind == "preferred" and tokens[start] in ("desirable", "desired"):
        return (start > 0 and tokens[start - 1] in _WHERE_WISHED) or not _EXTENTS.isdisjoint(after[:1])
    if kind == "requirements" and tuple(tokens[start:stop]) == ("must", "be"):
        return not _DONE_TO_PAPERS.isdisjoint(after[:1])  # "applications must be received by"
    if kind == "requirements" and tokens[stop - 1] == "have" and not _CHANCES.isdisjoint(after[:2]):
        return True  # "you will have the opportunity to"
    if kind == "company":
        return _is_no_statement(tokens, start, stop)
    if kind == "equal_opportunity" and tokens[start] == "welcome":
        return not _NO_GROUP.isdisjoint(tokens[stop : stop + _REACH])
    if kind == "reporting" and tokens[stop - 1].startswith("supervis") and tokens[stop - 1] not in ("supervisory", "supervised"):
        return not _SUPERVISED_THINGS.isdisjoint(after[:3])
    if kind == "process" and tokens[start] == "successful":
        return not after or after[0] not in _DONE_TO_APPLICANTS  # "successful applicants will be responsible for"
    if kind == "reporting" and tuple(tokens[start:stop]) == ("reporting", "to"):
        return not _AUDIENCE.isdisjoint(after[:2]) or not _ON_WHAT.isdisjoint(after)  # "reporting to donors on progress"
    if kind == "requirements" and tokens[start] == "knowledge" and start:
        return tokens[start - 1] in _LEARNING  # "maintains knowledge of the trade"
    if kind == "benefits" and tokens[stop - 1] == "leave":
        return "cover" in after[:3]  # "annual leave cover"
    if kind == "benefits" and tuple(tokens[start:stop]) == ("health", "care"):
        return not _CARE_GIVEN.isdisjoint(
            (*tokens[max(0, start - 2) : start], *after[:1])
        )  # "we provide health care", "health care workers"
    return False


def _is_no_statement(tokens: Sequence[str], start: int, stop: int) -> bool:
    """Whether words for the employer stand there in passing: "excited about our mission", "delight our guests", "ensure the team is"."""
    before = tokens[start - 1] if start else ""
    if tokens[start] == "our" and tokens[stop - 1] in _NAMED_IN_PASSING:
        return before in _IN_PASSING
    if tuple(tokens[start:stop]) == ("the", "team", "is"):
        return before in ("that", "ensure", "ensuring", "sure", "when", "if")
    return tuple(tokens[start:stop]) == ("work", "environment", "is") and tokens[max(0, start - 2) : start] == ["in", "the"]


def _tells_no_duty(tokens: Sequence[str], stop: int) -> bool:
    """Whether what follows "you would" or "you will work" is no duty: "you would like to", "you will work remotely"."""
    if tokens[stop - 1] == "would":
        return not _LIKING.isdisjoint(tokens[stop : stop + 1])
    at = stop if tokens[stop - 1] == "work" else stop + 1
    return tokens[at - 1 : at] == ["work"] and not _HOW_WORKED.isdisjoint(tokens[at : at + 1])


def _tells_of_work(tokens: Sequence[str], at: int) -> bool:
    """Whether a clause with "who" that ends before this word goes on with what the person will do: "someone who will run the shop"."""
    if at + 1 >= len(tokens) or tokens[at - 1] != "who" or tokens[at] != "will":
        return False
    return tokens[at + 1] not in _OF_PERSONS


def _done_by_others(tokens: Sequence[str], start: int, stop: int) -> bool:
    """Whether somebody else does what "will" announces: "we will work with your timetable", "the office will support you"."""
    return (start > 0 and tokens[start - 1] == "we") or (stop < len(tokens) and tokens[stop] == "you")


def _promises(tokens: Sequence[str], at: int) -> bool:
    """Whether "you'll" or "you will" stands here before the verb of a duty."""
    if tokens[at] != "you'll" and (tokens[at] != "will" or not at or tokens[at - 1] != "you"):
        return False
    if tokens[at + 1] == "work" and not _HOW_WORKED.isdisjoint(tokens[at + 2 : at + 3]):
        return False
    return tokens[at + 1] in cues().duty and tokens[at + 1] not in NO_DUTIES


def opening(text: str) -> SectionKind | None:
    """Whether a list item opens like a duty or like a demand."""
    data = cues()
    share = _SHARE.match(text) if "%" in text[:_SHARE_WITHIN] else None
    for word in islice(_WORD.finditer(text, share.end() if share else 0), 2):
        norm = fold(word.group())
        if norm.isdigit() or norm in data.demand:
            return None if _OF_THE_JOB.match(text) else "requirements"
        if norm in data.duty:
            return "responsibilities"
        if not norm.endswith("ly"):
            return None
    return None


def listed_kind(blocks: Sequence[Block]) -> SectionKind | None:
    """What most of the items (or short paragraphs) under a heading are: duties or demands."""
    lines = [b for b in blocks if b.kind == "item"] or [b for b in blocks if b.kind == "paragraph"]
    if not lines or (len(lines) == 1 and lines[0].kind == "paragraph"):
        return None
    counted = Counter(opening(b.text) for b in lines)
    kind, number = max(counted.items(), key=itemgetter(1))  # most_common would import heapq
    return kind if kind is not None and number > len(lines) * _MOSTLY else None
