"""Which jurisdictions a posting falls under: those of its places, or of the country that it can be done from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jdlint.law.model import Entry
from jdlint.law.store import entries
from jdlint.posting.facts.gazetteer import fold_place
from jdlint.posting.facts.geography import CODES, REGION, recognise
from jdlint.posting.facts.places import jurisdictions as place_codes
from jdlint.posting.model import Excerpt, Place
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

_SURE = 0.7  # how sure a place must be; below, the posting only names where the firm has its seat
_DOLLAR_LANDS = frozenset({"US", "CA"})
_DOLLARS = frozenset({"USD", "CAD", None})
_AMBIGUOUS = frozenset({"washington"})  # a state and a city, each with its own law
_EXCEPT = lazy(
    r"(?:\b(?:except(?:ing|ion of|ions? (?:of|are)|ions?)?(?: for| in)?|exclud(?:ing|es?|ed)|other than|but not|apart from|outside(?: of)?"
    r"|with the exception of)\b|(?:\bnot|n['’]t|\bunable to|\bcannot|\bno)\b[^.;!?]{0,40}?\b(?:open|availab\w+|eligible|employ|hire|hiring"
    r"|accept\w*|consider\w*|applicants?|applications?|candidates?|residents?)\b[^.;!?]{0,40}?"
    r"\b(?:in|from|of|to)\b(?=\W*(?:the )?(?-i:[A-Z])))[\s:]*",
    re.IGNORECASE,
)
_EXCEPT_WORDS = frozenset({
    "except", "excepting", "exception", "exceptions", "exclude", "excludes", "excluded", "excluding", "other", "but", "apart", "outside",
    "not", "unable", "cannot", "no", "can't", "don't", "can’t", "don’t", "isn't", "aren't",
})  # fmt: skip
_LIST_GAP = lazy(r"\s*(?:,|;|/|&|\band\b|\bor\b|\bnor\b|the\b|states? of\b|:|\(|[-–])*(?:\s*(?:and|or|nor|the)\b)*\s*", re.IGNORECASE)
_CODE = lazy(r"[A-Z]{2,3}\b")


class Derived(NamedTuple):
    """A jurisdiction that a posting falls under; `sure` and `at` as in `law.model.Applied`."""

    id: str
    sure: bool
    at: Excerpt | None = None


def derive(posting: Posting) -> tuple[Derived, ...]:
    """The jurisdictions with a file that the posting's places bring, the surest mention of each, in order of first mention."""
    if not posting.places:
        return ()
    remote = posting.work_mode is not None and posting.work_mode.value == "remote"
    found: dict[str, Derived] = {}
    elsewhere = _paid_elsewhere(posting)
    for place in posting.places:
        if elsewhere and place.country in _DOLLAR_LANDS:
            continue  # "Boston" beside pounds is the one in Lincolnshire
        for one in _of_place(place, remote=remote):
            known = found.get(one.id)
            if known is None or (one.sure and not known.sure):
                found[one.id] = one
    if remote and any(not one.sure for one in found.values()):
        out = excluded(posting)
        found = {key: one for key, one in found.items() if one.sure or key not in out}
    return tuple(found.values())


def _paid_elsewhere(posting: Posting) -> bool:
    """Whether the pay stands in the money of another land than those of the dollar, and only in that."""
    stated = {pay.currency for pay in posting.pay if pay.currency_stated}
    return bool(stated) and stated.isdisjoint(_DOLLARS)


def ids(posting: Posting) -> tuple[str, ...]:
    """The codes for `inspect`: the jurisdictions with a file, and the codes of places that have none, such as `us-tx`."""
    chosen = posting.reading.jurisdictions
    if chosen is not None:
        return expand(chosen)
    derived = [one.id for one in derive(posting)]
    bare = [c for c in place_codes(posting) if c.partition("-")[0] not in derived and not any(d.startswith(f"{c}-") for d in derived)]
    return tuple(dict.fromkeys([*derived, *bare]))


def expand(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of the settings as those of jurisdictions: a country without a file of its own stands for all that lie in it."""
    known = entries()
    found: dict[str, None] = {}
    for code in codes:
        if code in known:
            around = known[code].within
            found.update(dict.fromkeys((code, around) if around else (code,)))
        else:
            found.update(dict.fromkeys(one.id for one in known.values() if one.countries == (code.upper(),) and not one.local))
    return tuple(found)


def known_codes() -> tuple[str, ...]:
    """The codes that the settings may name: the jurisdictions, and the countries whose parts have files."""
    known = entries()
    return (*known, *sorted({one.countries[0].lower() for one in known.values() if one.region} - set(known)))


@cache
def _within(country: str | None) -> tuple[Entry, ...]:
    """The jurisdictions of a country; for None those that a wide region such as the EU names."""
    return tuple(e for e in entries().values() if (bool(e.wide) if country is None else country in e.countries))


def _of_place(place: Place, *, remote: bool) -> Iterator[Derived]:
    name = fold_place(place.at.text)
    city = fold_place(place.city) if place.city else ""
    sure = place.confidence >= _SURE and not (name in _AMBIGUOUS and place.city is None)
    for entry in _within(place.country):
        if place.country is None:
            if name in entry.wide and remote:
                yield Derived(entry.id, sure=False, at=place.at)
        elif not entry.region or (place.region == entry.region and (not entry.local or _is_local(entry, name, city))):
            yield Derived(entry.id, sure, place.at)
        elif place.region is None and place.city is None and remote and not entry.local:
            yield Derived(entry.id, sure=False, at=place.at)


def _is_local(entry: Entry, name: str, city: str) -> bool:
    """Whether a place of a folded name and city is in the city or county of an entry."""
    return city in entry.cities or name in entry.cities - {"new york"} or any(name.startswith(f"{c} county") for c in entry.counties)


def excluded(posting: Posting) -> frozenset[str]:
    """The states and provinces that a posting for remote work leaves out by name."""
    found: set[str] = set()
    for block in posting.texts:
        if _EXCEPT_WORDS.isdisjoint(posting.norms(block)):
            continue
        for start, end in posting.sentences(block):
            sentence = block.text[start:end]
            match = _EXCEPT.search(sentence)
            while match:
                stop, codes = _listed(sentence, match.end())
                found |= codes
                match = _EXCEPT.search(sentence, max(stop, match.end()))
    return frozenset(found)


def _listed(text: str, start: int) -> tuple[int, set[str]]:
    """The regions, by name or code, of a list that begins at a place in a text, and where the list ends."""
    spots = {start + s.start: s for s in recognise(text[start:]) if s.level == REGION and s.country is not None}
    at, codes = start, set()
    while gap := _LIST_GAP.match(text, at):
        spot, code = spots.get(gap.end()), _CODE.match(text, gap.end())
        if spot is not None:
            codes.add(f"{spot.country}-{spot.region}".lower())
            at = start + spot.end
        elif code is not None and code.group() in CODES:
            codes.add(f"{CODES[code.group()]}-{code.group()}".lower())
            at = code.end()
        else:
            break
    return at, codes
