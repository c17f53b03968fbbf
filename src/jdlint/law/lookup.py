"""From a place as somebody types it to jurisdictions."""

from __future__ import annotations

from datetime import date

from jdlint.law.places import Derived, derive, expand, known_codes
from jdlint.law.store import entries
from jdlint.posting.facts.gazetteer import fold_place
from jdlint.posting.facts.places import jurisdictions as place_codes
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.errors import nearest


class UnknownPlaceError(ValueError):
    """A place that is neither a jurisdiction nor on the map."""


def find_place(text: str) -> tuple[Derived, ...]:
    """The jurisdictions of a place: an id (`us-co`), a name ("Colorado"), a town ("Denver, CO"), "remote US".

    Empty for a place that is known but whose law is not; UnknownPlaceError for one that nobody knows.
    """
    wanted = fold_place(text)
    code = text.strip().casefold()
    if code in known_codes():
        return tuple(Derived(one, sure=code in entries()) for one in expand((code,)))
    for entry in entries().values():
        if wanted and wanted in {fold_place(name) for name in (entry.name, *entry.aliases)}:
            return tuple(Derived(one, sure=True) for one in expand((entry.id,)))
    location = " ".join(text.replace("\n", " ").split())
    posting = Posting(read(f"# Cook\n\n**Location:** {location}\n".encode(), "place.md"), Reading(as_of=date.min))
    found = derive(posting)
    if not found and not place_codes(posting):
        names = [name for e in entries().values() for name in (e.id, e.name, *e.aliases)]
        raise UnknownPlaceError(f'unknown place "{text}"{nearest(text, names)} (`jdlint law` lists the places)')
    return found
