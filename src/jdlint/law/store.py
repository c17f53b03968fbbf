"""The shipped jurisdictions: an index of all of them, and the laws of one, read only when a posting's place needs it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from jdlint.hints import TYPE_CHECKING, Any
from jdlint.law.model import Bar, Entry, Jurisdiction, Law, Source, Width
from jdlint.resources import rules_dir, rules_root
from jdlint.resources.entries import Entries, plain, prebuild, prebuilt
from jdlint.rules.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.resources.store import Store

_FORM = "1"  # of the compiled entries; raise it when they, or the checks of law.schema, change
_INDEX = "index"
_NAME = "jurisdictions"


def prebuild_jurisdictions(folder: Path) -> None:
    """Compile the shipped jurisdictions into a folder, for the package that is being built. RuleError where one is wrong."""
    prebuild(folder, _NAME, plain(_compile()))


@cache
def _store() -> Store | Entries:
    if built := prebuilt(rules_root(), _NAME):
        return built
    from jdlint.resources.store import cached, scan, stamp

    root = rules_dir()
    rows = (*scan(root / _NAME), *scan(root / "lexicons"))
    return cached(_NAME, stamp(((str(p), s) for p, s in rows), _FORM), lambda: (_compile(), True))


def _compile() -> dict[str, Any]:
    """Every jurisdiction by id, and the index; RuleError for a file that is wrong."""
    from jdlint.law.schema import check, shared_bars
    from jdlint.resources.store import scan
    from jdlint.rules.document import RuleDocument

    found: dict[str, Any] = {}
    index: list[dict[str, Any]] = []
    for path, _ in scan(rules_dir() / _NAME):
        data = check(RuleDocument(path))
        for law in data["laws"]:
            law["bars"] = [shared_bars()[b["shared"]] if "shared" in b else b for b in law.get("bars", ())]
        found[data["id"]] = data
        index.append({k: data[k] for k in ("id", "name", "place", "within", "aliases") if k in data})
    return {_INDEX: sorted(index, key=lambda row: str(row["id"])), **found}


@cache
def entries() -> Mapping[str, Entry]:
    """What tells which jurisdiction a place is in, by id, in order of the ids. RuleError where a file is wrong."""
    return {row["id"]: _entry(row) for row in _store().get(_INDEX)}


def _entry(row: Mapping[str, Any]) -> Entry:
    from jdlint.posting.facts.gazetteer import fold_place

    place = row["place"]
    named = {key: frozenset(fold_place(n) for n in place.get(key, ())) for key in ("cities", "counties", "wide")}
    countries = (place["country"],) if "country" in place else tuple(place["countries"])
    aliases = tuple(row.get("aliases", ()))
    return Entry(row["id"], row["name"], countries, place.get("region", ""), **named, within=row.get("within", ""), aliases=aliases)


@cache
def jurisdiction(code: str) -> Jurisdiction:
    """The jurisdiction of an id that `entries` knows."""
    if code not in entries():
        raise RuleError(f'no jurisdiction "{code}"', str(rules_dir() / _NAME))
    raw = _store().get(code)
    return Jurisdiction(
        raw["id"],
        raw["name"],
        date.fromisoformat(raw["checked-on"]),
        tuple(_law(law) for law in raw["laws"]),
        raw.get("within", ""),
        tuple(raw.get("notes", ())),
    )


def _law(raw: Mapping[str, Any]) -> Law:
    width = raw.get("width")
    until = raw.get("until")
    return Law(
        name=raw["name"],
        cite=raw["cite"],
        start=date.fromisoformat(raw["from"]),
        end=date.fromisoformat(until) if until else None,
        draft=raw.get("status") == "draft",
        confidence=raw.get("confidence", "high"),
        employees=raw["employees"],
        counted=raw.get("counted", ""),
        remote=raw.get("remote", True),
        asks=raw.get("asks", {}),
        or_else=raw.get("or-else", ""),
        open_ended=raw.get("open-ended", "unstated"),
        link=raw.get("link", False),
        width=Width(width.get("most"), width.get("currency"), width.get("free-above"), width.get("ratio")) if width else None,
        exempt=tuple(raw.get("exempt", ())),
        pay_history=raw.get("pay-history", False),
        bars=tuple(_bar(b) for b in raw.get("bars", ())),
        sources=tuple(Source(s["title"], s["url"], s.get("seen", True)) for s in raw["sources"]),
        notes=tuple(raw.get("notes", ())),
    )


def _bar(raw: Mapping[str, Any]) -> Bar:
    lists = {key: tuple(raw.get(key.replace("_", "-"), ())) for key in ("anchors", "use", "unless_sentence", "unless_trade", "bad", "ok")}
    return Bar(raw["id"], raw["says"], raw["severity"], raw["pattern"], code=raw.get("code", "LAW010"), **lists)
