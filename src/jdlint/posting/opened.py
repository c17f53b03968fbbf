"""A section while it is gathered, and the kinds that it has by its heading, by the section above it and by what stands in it."""

from __future__ import annotations

import re
from itertools import takewhile

from jdlint.hints import cast
from jdlint.posting.cues import cues, listed_kind, opening
from jdlint.posting.employer import describes_employer
from jdlint.posting.headings import Meaning
from jdlint.posting.model import Block, Excerpt, SectionKind, SectionSource
from jdlint.text.lazy import lazy
from jdlint.text.words import fold

MARKUP_RANK = {"markup": 0, "underline": 2, "caps": 7, "bold": 8, "plain": 8, "colon": 9, "": 10}
LISTS = frozenset(("responsibilities", "requirements", "preferred", "benefits", "success", "process", "company"))
_MARKUP = 6  # the deepest level of markup headings
_TOLD_BLOCKS = 2  # more under a heading of own words tell more than one thing
_TOLD_AT_LENGTH = 6  # paragraphs, of which two in three speak of the employer
_FACT_WORDS = 15
_WORK_LINES = 4
_MANAGING = frozenset(("staff management", "people management", "team management"))
_HAD = frozenset(("be", "have", "hold", "possess", "already"))  # what follows is somebody's, and not done at work
_SHOWN = _HAD | frozenset((
    "bring", "demonstrate", "display", "show", "enjoy", "love", "share", "value", "understand", "know", "thrive", "need", "want",
))  # fmt: skip
_LIST = 2  # fewer items do not outweigh the heading above
_HOUSING = lazy(
    r"\b(?:live[- ]?in|shared|rooms?|cabins?|full board|lodging|rent(?:ed|al)?|staff (?:house|flat|block|quarters)"
    r"|houses?|flats?|apartments?|dormitor(?:y|ies)|bedrooms?|housing"
    r"|free of charge|provided (?:on|at|free|for)|included|per week|deduct\w*|not provided)\b",
    re.IGNORECASE,
)
_ADDRESS = lazy(r"\S@\w|\bhttps?://|\b(?:apply|send|e-?mail|submit)\b[^.\n]{0,60}\b(?:cv|resume|résumé|application|us|me)\b", re.IGNORECASE)
_STEP = lazy(
    r"\binterview|\bassess|\btests?\b|\btrial\b|shortlist|short-list|\bscreen|\bcall with|\bpanel\b|references? check", re.IGNORECASE
)
_LEVEL_WORDS = 4
_GOAL = frozenset(("goal", "job goal", "position goal", "objective", "job objective", "overall goal"))
_ASKED = lazy(r"\b(?:candidates?|applicants?)\b|\bmust\b|\bfree from\b", re.IGNORECASE)
_ADJUSTED = lazy(r"\b(?:reasonable|disabilit\w+|adjustments?|interview|application|applicants?|candidates?|request)\b", re.IGNORECASE)

# A label's value that says by itself what it is: "Range: $40,000 - $46,000", "Classification: Part-time", "Dates: Closing date 3 May".
_MONEY = lazy(
    r"(?:up to |from |between )?(?:[£€$₹¥]|R(?=\d)|(?:USD|CAD|AUD|NZD|GBP|EUR|INR|ZAR|Rs\.?)[ ]?(?=\d))\s?\d[\d.,  ]*k?\s?(?:p/?h|p\.?a\.?"
    r"|(?:-|–|to|and)\s?[£€$₹]?\s?\d|(?:per|an?|/)\s?(?:hour|hr|day|week|month|year|annum)\b)",
    re.IGNORECASE,
)
_TYPE = lazy(
    r"(?:(?:permanent|temporary|fixed[- ]term|seasonal|casual|regular|perm|temp|non-exempt|exempt),?[ /]*)*"
    r"(?:full[- ]?time|part[- ]?time|permanent|temporary|fixed[- ]term|seasonal|per diem|zero hours?)\b(?![ -](?:to|residen))[^.:;]{0,60}$",
    re.IGNORECASE,
)
_CLOSES = lazy(r"(?:closing|close|closes|deadline|apply by|applications? close)\b", re.IGNORECASE)
_LED_TO = (("responsibilities",), ("requirements",))
_ASKED_UNDER = (("requirements",), ("preferred",))
_APART = (*_LED_TO, ("company",))
_BACKGROUND = frozenset(("background", "the background", "project background", "background information"))
_LEADS_ON = lazy(
    r"(?:the |an? )?(?:abilit(?:y|ies)|able|knowledge|experiences?|skills?|understanding|familiarity|proficiency) (?:to|of|in|with|on|at):",
    re.IGNORECASE,
)
_DEMANDED = lazy(r"\b(?:requir\w+|minimum|essential|must|mandatory|necessary|needed)\b", re.IGNORECASE)
# A heading that names the document and no part of it
_UMBRELLA = lazy(
    r"[\W_]*(?:the )?(?:(?:full |general )?(?:job|position|role|post|vacancy) (?:descriptions?|specification|profile|posting)"
    r"|description|vacanc(?:y|ies)|jobs)[\W_]*",
    re.IGNORECASE,
)


def valued(value: str) -> Meaning | None:
    """What a value after a label of no known kind says; None where it says nothing for certain."""
    for kind, pattern in (("pay", _MONEY), ("employment", _TYPE), ("application", _CLOSES)):
        if pattern.match(value):
            return Meaning((cast("SectionKind", kind),), exact=True)
    return None


class Open:
    """A section while its blocks are gathered."""

    __slots__ = ("above", "blocks", "heading", "meaning", "rank", "source")

    def __init__(self, heading: Excerpt | None, source: SectionSource, meaning: Meaning, rank: int, above: Open | None = None) -> None:
        self.above = above
        self.heading = heading
        self.source = source
        self.meaning = meaning
        self.rank = rank
        self.blocks: list[Block] = []

    @property
    def goes_on(self) -> bool:
        """Whether what follows a label inside the section still belongs to it: a list under a bare heading is over by then."""
        return self.source == "heading" and (self.rank <= _MARKUP or not any(b.kind == "item" for b in self.blocks))

    @property
    def is_spent(self) -> bool:
        """Whether the list that a line with a colon led to has stood: "Your day:", and its items."""
        return self.rank == MARKUP_RANK["colon"] and any(b.kind == "item" for b in self.blocks)


def resolved(opened: Open, parent: tuple[SectionKind, ...], following: Open | None) -> tuple[SectionKind, ...]:
    """The kinds of a section: by its heading, else by the section above it, and by what stands in it.

    `following` is the section right after the heading where nothing stands between.
    """
    kinds = _by_heading(opened, parent, following)
    if kinds == ("other",) and opened.meaning.weak and _tells_background(opened):
        return ("company", "summary")
    if parent[:1] in _ASKED_UNDER and opened.meaning.weak and kinds == ("other",) and opened.source == "heading":
        return parent[:1]  # "Languages", "Tools"
    return parent[:1] if parent[:1] == ("preferred",) and kinds == ("requirements",) and _is_subject(opened) else kinds


def goes_on(opened: Open) -> bool:
    """Whether a heading only leads to the rest of a list of demands or wishes: "Ability to:"."""
    return opened.heading is not None and opened.source == "heading" and _LEADS_ON.fullmatch(opened.heading.text.strip(" *_")) is not None


def is_part(opened: Open, over: tuple[SectionKind, ...]) -> bool:
    """Whether a heading of own words goes on with the parts of a section of the kinds `over`: "Serving", after "Duties" and "Cooking"."""
    if opened.meaning.kinds or not over or over[0] not in LISTS or not opened.blocks:
        return False
    return any(b.kind == "item" for b in opened.blocks) or opening(opened.blocks[0].text) == over[0]


def _tells_background(opened: Open) -> bool:
    """Whether "Background" stands over words on who the employer is."""
    if opened.heading is None or not opened.blocks or opened.heading.text.casefold().strip(" *:") not in _BACKGROUND:
        return False
    return opened.blocks[0].kind == "paragraph" and describes_employer(opened.blocks[0].text)


def _is_subject(opened: Open) -> bool:
    """Whether a heading names what demands and wishes are about alike, "Education", and not that something is demanded."""
    if opened.heading is None or (opened.source == "label" and opened.heading.block.kind != "item"):
        return False
    return _DEMANDED.search(opened.heading.text) is None


def _by_heading(opened: Open, parent: tuple[SectionKind, ...], following: Open | None) -> tuple[SectionKind, ...]:
    meaning = opened.meaning
    below = following.meaning.kinds if following is not None else ()
    told = _under_umbrella(opened, following, below) or _by_contents(opened)
    if told:
        return told
    if opened.source == "label" and meaning.kinds[:1] == ("employment",) and parent[:1] == ("application",) and _is_of_office(opened):
        return parent[:1]
    if meaning.kinds and not meaning.weak:
        return meaning.kinds
    if meaning.kinds and below and below[0] in ("responsibilities", "requirements"):
        return below[:1]
    if opened.source == "label" and meaning.kinds in ((), ("other",)) and parent and parent[0] in LISTS and _tells_at_length(opened):
        return parent[:1]
    listed = listed_kind(opened.blocks) if opened.source == "heading" else None
    if meaning.weak and meaning.kinds == ("summary",) and listed is None and _is_list_of_work(opened):
        return ("responsibilities",)
    if meaning.kinds:
        return (listed,) if listed is not None and meaning.kinds[0] in ("summary", "requirements", "responsibilities") else meaning.kinds
    if opened.source == "heading" and parent and parent[0] in LISTS and (listed in (None, parent[0]) or len(opened.blocks) < _LIST):
        return parent[:1]
    if listed is None and opened.source == "heading" and _tells_of_employer(opened):
        return ("company",)
    return (listed or "other",)


def _under_umbrella(opened: Open, following: Open | None, below: tuple[SectionKind, ...]) -> tuple[SectionKind, ...]:
    """The kinds of what stands under a heading that names the document, "Job description"; none where nothing tells."""
    if opened.meaning.kinds != ("summary",) or opened.source != "heading" or opened.heading is None:
        return ()
    if not _UMBRELLA.fullmatch(opened.heading.text):
        return ()
    if following is not None and (following.source == "label" or below[:1] in _APART):
        return below[:1] if following.rank == MARKUP_RANK["colon"] and below[:1] in _LED_TO else ("other",)
    if opened.blocks and opened.blocks[0].kind == "paragraph" and describes_employer(opened.blocks[0].text):
        return ("company",) if all(describes_employer(b.text) for b in opened.blocks) else ("company", "summary")
    return ()


def _by_contents(opened: Open) -> tuple[SectionKind, ...]:
    """The kinds of a section whose heading announces something else than stands under it, or half of it; none of all others."""
    meaning = opened.meaning
    if meaning.kinds == ("equal_opportunity",) and _is_of_housing(opened):
        return ("benefits",)
    if meaning.kinds == ("benefits",) and _is_of_health(opened):
        return ("requirements",)
    if meaning.kinds in (("success",), ("responsibilities",)) and _names_purpose(opened):
        return ("summary",)
    if meaning.kinds == ("requirements",) and _names_a_level(opened):
        return ("other",)
    if meaning.kinds == ("requirements",) and _named(opened).endswith(" will"):
        return _of_the_sought(opened)
    if meaning.kinds == ("process",) and _says_where_to_write(opened):
        return ("application", "process")
    if meaning.kinds == ("preferred",) and not meaning.exact and _named(opened).endswith("advantages"):
        return ("benefits",)  # "The Elm House advantages"
    if meaning.kinds == ("reporting",) and _named(opened) in _MANAGING and listed_kind(opened.blocks) == "responsibilities":
        return ("responsibilities",)
    if meaning.kinds == ("summary",) and not meaning.weak and _lists_duties(opened):
        return ("summary", "responsibilities")
    return ()


def _named(opened: Open) -> str:
    return "" if opened.heading is None else opened.heading.text.casefold().strip(" *:")


def _is_of_housing(opened: Open) -> bool:
    """Whether "Accommodation" is where to live: "Accommodation: a single room in the staff house"."""
    named = _named(opened).endswith(("accommodation", "accommodations", "accomodation"))
    return named and any(_HOUSING.search(b.text) and not _ADJUSTED.search(b.text) for b in opened.blocks[:_TOLD_BLOCKS])


def _is_of_health(opened: Open) -> bool:
    """Whether "Health" is what is asked of candidates: "Health: Candidates must be fit for the duties"."""
    return _named(opened) == "health" and any(_ASKED.search(b.text) for b in opened.blocks[:_TOLD_BLOCKS])


def _names_purpose(opened: Open) -> bool:
    """Whether one "Goal" stands over a text, which says what the job is there for, and not over a list of goals."""
    return _named(opened) in _GOAL and bool(opened.blocks) and all(b.kind == "paragraph" for b in opened.blocks)


def _names_a_level(opened: Open) -> bool:
    """Whether "Experience level" states a rank on a board's scale, "Mid-senior", and nothing that is asked."""
    named = _named(opened).endswith(("experience level", "level of experience"))
    said = " ".join(b.text[b.label_end :] for b in opened.blocks)
    return named and len(said.split()) <= _LEVEL_WORDS and not any(c.isdigit() for c in said)


def _of_the_sought(opened: Open) -> tuple[SectionKind, ...]:
    """What stands under "The successful candidate will:": duties, with or without demands among them; none for mere demands."""
    going_on = list(takewhile(lambda b: b.text[:1].islower(), opened.blocks))  # lines that end the sentence of the heading
    shown = [b for b in opened.blocks if b.kind == "item"] or going_on or opened.blocks[:1]
    lines = [line for b in shown for line in b.text.split("\n") if any(c.isalnum() for c in line)]
    firsts = [line.strip(" -•*").split(maxsplit=1)[0].casefold() for line in lines]
    done = sum(first not in _SHOWN and opening(line) == "responsibilities" for first, line in zip(firsts, lines, strict=True))
    if done * 2 <= len(lines):
        return ()
    return ("responsibilities", "requirements") if not _HAD.isdisjoint(firsts) else ("responsibilities",)


def _says_where_to_write(opened: Open) -> bool:
    """Whether "Next steps" stands over where to send an application, and no step of a selection."""
    if opened.heading is None or "next" not in opened.heading.text.casefold():
        return False
    said = "\n".join(b.text for b in opened.blocks if b.kind != "code")
    return _ADDRESS.search(said) is not None and not _STEP.search(said)


def _is_of_office(opened: Open) -> bool:
    """Whether a label gives the hours at which an office can be reached."""
    return opened.heading is not None and opened.heading.text.casefold().startswith(("office", "opening"))


def _tells_at_length(opened: Open) -> bool:
    """Whether a label stands before a text and not before a fact."""
    block = opened.blocks[0] if opened.blocks else None
    return block is not None and len(block.text[block.label_end :].split()) > _FACT_WORDS


def _tells_of_employer(opened: Open) -> bool:
    """Whether under a heading of own words, "Bread for the town", the first paragraph says who the employer is."""
    first = opened.blocks[0] if opened.blocks else None
    if first is None or opened.heading is None or first.kind != "paragraph":
        return False
    named = (fold(w.strip(".,:()").removesuffix("s")) for w in opened.heading.text.split())
    if not cues().jobs.isdisjoint(named):
        return False
    if len(opened.blocks) <= _TOLD_BLOCKS:
        return describes_employer(first.text)
    return len(opened.blocks) <= _TOLD_AT_LENGTH and sum(describes_employer(b.text) for b in opened.blocks) * 3 >= len(opened.blocks) * 2


def _is_list_of_work(opened: Open) -> bool:
    """Whether "The role" stands right over a list of some length, whose lines mostly open like no demand: "Meal support", "Cleaning"."""
    items = [b for b in opened.blocks if b.kind == "item"]
    if len(items) < _WORK_LINES or opened.blocks[0].kind != "item":
        return False
    return sum(opening(b.text) == "requirements" for b in items) * 4 <= len(items)


def _lists_duties(opened: Open) -> bool:
    """Whether "Job description" stands over a list of duties."""
    items = [b for b in opened.blocks if b.kind == "item"]
    return len(items) > _LIST and listed_kind(items) == "responsibilities"
