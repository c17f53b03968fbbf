"""The offline tables of places, read on first use: countries, regions and larger cities by folded name, and names of small towns."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from jdlint.hints import Any
from jdlint.resources.assembled import assembled
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}  # as the names of small towns are written


class Known(NamedTuple):
    """A place of the table: its country, region and whether it is a city."""

    country: str
    region: str | None
    city: bool


class Gazetteer(NamedTuple):
    """Places by folded name, and regions by country and code."""

    names: dict[str, Known]
    others: dict[str, tuple[Known, ...]]  # lesser places of the same name
    codes: dict[str, frozenset[str]]
    longest: dict[str, int]  # words of the longest name that starts with a word


def fold_place(name: str) -> str:
    """A name as the table writes it: no accents, lower case, words joined by one space."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(name.casefold()))


@cache
def gazetteer() -> Gazetteer:
    """The table, read once."""
    rows, names, others, codes, longest = assembled("places", assemble)
    known = [Known(*row) for row in rows]
    return Gazetteer(
        {name: known[number] for name, number in names.items()},
        {name: tuple([known[number] for number in numbers]) for name, numbers in others.items()},
        codes,
        longest,
    )


def assemble() -> tuple[Any, ...]:
    """What `gazetteer` is made of, as plain values: the places, names and others by their numbers, codes, longest names."""
    table = _read()
    numbers = {known: number for number, known in enumerate(dict.fromkeys((*table.names.values(), *chain(*table.others.values()))))}
    return (
        [tuple(known) for known in numbers],
        {name: numbers[known] for name, known in table.names.items()},
        {name: [numbers[known] for known in found] for name, found in table.others.items()},
        table.codes,
        table.longest,
    )


def _read() -> Gazetteer:
    names: dict[str, Known] = {}
    others: dict[str, tuple[Known, ...]] = {}
    codes: dict[str, set[str]] = {}
    cities: list[tuple[Known, list[str]]] = []
    from pathlib import Path

    table = (Path(__file__).parent / "data" / "places.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        mark = line[0]
        if mark == "#":
            continue
        if mark == "=":
            country, _, listed = line[1:].partition(" ")
            names.update(dict.fromkeys(listed.split(";"), Known(country, None, city=False)))
            continue
        country, region, listed = line.lstrip("+").split(" ", 2)
        known = Known(country, None if region == "-" else region, city=mark != "+")
        if known.city:
            cities.append((known, listed.split(";")))
            continue
        codes.setdefault(country, set()).add(region)
        for name in listed.split(";"):
            names.setdefault(name, known)
    for known, listed_cities in cities:
        group = dict.fromkeys(listed_cities, known)
        if names.keys().isdisjoint(group) and not any(name[0] == "~" for name in group):
            names.update(group)  # as for most groups
            continue
        for name in listed_cities:
            if name[0] == "~":
                others[name[1:]] = (*others.get(name[1:], ()), known)
            elif name in names:
                others[name] = (*others.get(name, ()), known)
            else:
                names[name] = known
    frozen = {country: frozenset(regions) for country, regions in codes.items()}
    return Gazetteer(names, others, frozen, _longest(names))


def _longest(names: Iterable[str]) -> dict[str, int]:
    """How many words the longest name has that a word opens."""
    found = dict.fromkeys(names, 1)  # right for names of one word, and nobody asks for the others
    for name in names:
        if " " in name:
            first, _, rest = name.partition(" ")
            found[first] = max(found.get(first, 0), rest.count(" ") + 2)
    return found


@cache
def _towns() -> list[str]:
    from pathlib import Path

    return (Path(__file__).parent / "data" / "towns.txt").read_text(encoding="utf-8").splitlines()


@lru_cache(maxsize=20_000)  # names recur
def is_town(name: str) -> bool:
    """Whether a folded name is that of a small town and of nothing else that is known.

    To be asked only where the words around a name speak of a place: nobody knows all surnames and products.
    """
    first, _, rest = name.partition(" ")
    written = f"{_SHORT[first]} {rest}" if rest and first in _SHORT else name
    towns = _towns()
    at = bisect_left(towns, written, 1)  # the first line tells where the names are from
    return at < len(towns) and towns[at] == written


@cache
def _country_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, known in gazetteer().names.items():
        if known.region is None and not known.city:
            found.setdefault(known.country, name)
    return found


def country_name(code: str) -> str | None:
    """The name of the country with an ISO 3166 code of two capitals; None where there is none. For "CA" and "DE" are states as well."""
    name = _country_names().get({"UK": "GB"}.get(code, code))
    return None if name is None else " ".join(w if w in ("and", "of", "the") else w.capitalize() for w in name.split())
