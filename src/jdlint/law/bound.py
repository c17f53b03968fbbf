"""The laws that hold for one posting on the day of the check, and those that will."""

from __future__ import annotations

import re

from jdlint.law.model import Applied, Ask
from jdlint.law.places import Derived, derive, expand
from jdlint.law.store import jurisdiction
from jdlint.posting.kept import once
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy

_COMMISSION_ONLY = lazy(
    r"\bcommission[- ]only\b|\b(?:100 ?%|purely|solely|entirely|only|all|straight|pure)[ -](?:(?:paid )?(?:by|on) )?commission\b"
    r"|\bcommission (?:alone|is the only)|\bpaid (?:only|solely|entirely|exclusively) (?:by|on|in|through) commission",
    re.IGNORECASE,
)
_INTERNAL = lazy(
    r"\b(?:internal (?:applicants?|candidates?|staff|employees) only|internal (?:vacancy|posting|only)"
    r"|(?:open|available|restricted|limited)(?: only)? to (?:our )?(?:current|existing|internal)"
    r" (?:staff|employees|team members|candidates))\b",
    re.IGNORECASE,
)
_COMMISSION = frozenset({"commission"})
_INTERNAL_WORDS = frozenset({"internal", "current", "existing"})

# Signs that the national government itself is the employer, whom the law of a state or province doesn't bind.
_FEDERAL = {
    "us": lazy(
        r"\bGS ?[-–] ?\d{1,2}\b|\bgeneral schedule\b|\busajobs\b|\b(?:competitive|excepted) service\b"
        r"|\bfederal employees? (?:health|retirement|benefits)\b|\bFEHB\b",
        re.IGNORECASE,
    ),
    "ca": lazy(
        r"\bTreasury Board\b|\bPublic Service (?:Employment Act|Commission of Canada)\b|\bcore public administration\b"
        r"|\b(?:IT|CS|AS|EC|PM|CR|FI|PG|SP|EX)-0\d\b"
    ),
}
_FEDERAL_WORDS = {
    "us": frozenset({"gs", "schedule", "usajobs", "competitive", "excepted", "federal", "fehb"}),
    "ca": frozenset({"treasury", "public", "it", "cs", "as", "ec", "pm", "cr", "fi", "pg", "sp", "ex"}),
}


@once  # a dozen rules ask
def applied(posting: Posting) -> tuple[Applied, ...]:
    """The laws in force and to come for a live posting's places; none for a draft, a closed posting or a volunteer's work."""
    chosen = posting.reading.jurisdictions
    if chosen is None and not posting.places:
        return ()
    places = derive(posting) if chosen is None else tuple(Derived(code, sure=True) for code in expand(chosen))
    found = [row for one in places for row in _laws(posting, one)]
    if not found or any(e.value == "volunteer" for e in posting.employment):
        return ()
    away = exemptions(posting)
    nations = {row.jurisdiction.id[:2] for row in found if "-" in row.jurisdiction.id}
    federal = {nation for nation in nations if is_federal(posting, nation)}
    return tuple(r for r in found if away.isdisjoint(r.law.exempt) and not ("-" in r.jurisdiction.id and r.jurisdiction.id[:2] in federal))


def _laws(posting: Posting, one: Derived) -> list[Applied]:
    place = jurisdiction(one.id)
    rows = []
    for law in place.laws:
        standing = law.standing(posting.as_of)
        if standing != "ended" and law.binds(posting.reading.employees) is not False and (one.sure or law.remote):
            rows.append(Applied(place, law, standing, one.sure, one.at))
    return rows


def exemptions(posting: Posting) -> frozenset[str]:
    """Which of the exceptions that laws make this posting says of itself."""
    found = set()
    if any(_COMMISSION_ONLY.search(block.text) for block in posting.holding(_COMMISSION)):
        found.add("commission-only")
    if any(_INTERNAL.search(block.text) for block in posting.holding(_INTERNAL_WORDS)):
        found.add("internal")
    return frozenset(found)


def is_federal(posting: Posting, nation: str) -> bool:
    """Whether the posting says that it is the national government's own ("us", "ca")."""
    gate, pattern = _FEDERAL_WORDS.get(nation), _FEDERAL.get(nation)
    if gate is None or pattern is None:
        return False
    return any(pattern.search(block.text) for block in posting.holding(gate))


def asking(posting: Posting, ask: Ask) -> tuple[Applied, ...]:
    """The laws that ask for something in the posting."""
    return tuple(row for row in applied(posting) if ask in row.law.asks)
