"""What a candidate needs to know, and whether the posting says it: there, said vaguely, or missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from jdlint.hints import Literal
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.text.record import NamedTuple
from jdlint.text.words import shortened

State = Literal["there", "vague", "missing", "provided"]
_SHOWN = 80  # characters of the words that tell something


class Check(NamedTuple):
    """One thing to know. `text` are the words that tell it, `line` and `place` where they stand (the number of a shown block).

    "provided": the settings say that the site around the posting adds it.
    """

    label: str
    state: State
    text: str = ""
    line: int = 0
    place: int | None = None


class _Fact(NamedTuple):
    """What was found of a thing: the words, and whether they leave it open."""

    at: Excerpt | None
    there: bool
    vague: bool = False


class _Item(NamedTuple):
    """One line of the list: how it is called, the rules that find it vague, the part that a site may add, and how it is read."""

    label: str
    vague: frozenset[str]
    provided: str
    read: Callable[[Posting], _Fact]


def checklist(
    posting: Posting, codes: Collection[str], provided: Collection[str] = (), places: Mapping[Block, int] | None = None
) -> tuple[Check, ...]:
    """The list for a posting. `codes` are the rules with a finding in it, `places` the numbers of the blocks that are shown."""
    return tuple(_check(item, posting, codes, provided, places or {}) for item in _ITEMS)


def _check(item: _Item, posting: Posting, codes: Collection[str], provided: Collection[str], places: Mapping[Block, int]) -> Check:
    fact = item.read(posting)
    if not (fact.there or fact.vague):
        return Check(item.label, "provided" if item.provided in provided else "missing")
    state: State = "vague" if fact.vague or not item.vague.isdisjoint(codes) else "there"
    if fact.at is None:
        return Check(item.label, state)
    shown = shortened(" ".join(fact.at.text.split()), _SHOWN)
    return Check(item.label, state, shown, posting.source.position(fact.at.span.start)[0], places.get(fact.at.block))


def _title(posting: Posting) -> _Fact:
    return _Fact(posting.title, posting.title is not None)


def _part(kind: str) -> Callable[[Posting], _Fact]:
    """How a section is read: its heading, else its first words."""

    def read(posting: Posting) -> _Fact:
        section = next(iter(posting.sections_of_kind(kind)), None)
        at = None if section is None else section.heading or (Excerpt.whole(section.blocks[0]) if section.blocks else None)
        return _Fact(at, posting.has[kind])

    return read


def _pay(posting: Posting) -> _Fact:
    stated = [pay for pay in posting.pay if not pay.market]
    if stated:
        return _Fact(stated[0].at, there=True, vague=stated[0].min is None or stated[0].max is None)
    loose = [*(pay.at for pay in posting.pay), *posting.vague_pay]
    return _Fact(loose[0] if loose else None, there=False, vague=bool(loose))


def _benefits(posting: Posting) -> _Fact:
    fact = _part("benefits")(posting)
    return _Fact(fact.at or posting.benefits, fact.there)


def _place(posting: Posting) -> _Fact:
    mode, places = posting.work_mode, posting.places
    if places:
        return _Fact(places[0].at, there=True)
    return _Fact(mode.at if mode else None, there=False, vague=mode is not None)


def _employment(posting: Posting) -> _Fact:
    types = posting.employment
    return _Fact(types[0].at if types else None, bool(types))


def _application(posting: Posting) -> _Fact:
    found = posting.application
    if found is None:
        return _Fact(None, posting.has["application"])
    return _Fact(posting.sentence_at(found.at), there=True, vague=found.destination is None)


def _equal_opportunity(posting: Posting) -> _Fact:
    return _Fact(posting.equal_opportunity, posting.equal_opportunity is not None or posting.has["equal_opportunity"])


_NONE: frozenset[str] = frozenset()
_ITEMS = (
    _Item("Job title", frozenset(("TTL001",)), "", _title),
    _Item("What the job is about", frozenset(("STR024",)), "", _part("summary")),
    _Item("Who the employer is", _NONE, "company", _part("company")),
    _Item("What the work is", frozenset(("RSP001",)), "", _part("responsibilities")),
    _Item("What you need to bring", _NONE, "", _part("requirements")),
    _Item("What it pays", frozenset(("PAY003", "PAY005", "PAY006", "PAY011")), "pay", _pay),
    _Item("What else is offered", frozenset(("PAY010",)), "benefits", _benefits),
    _Item("Where the work is done", frozenset(("LOC002", "LOC003", "LOC004", "LOC007")), "location", _place),
    _Item("Kind of employment", _NONE, "employment", _employment),
    _Item("How to apply", frozenset(("APP001",)), "application", _application),
    _Item("That everyone is welcome", _NONE, "equal_opportunity", _equal_opportunity),
)
