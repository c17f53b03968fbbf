"""What a jurisdiction file may hold: every key and its type, with errors that name the place."""

from __future__ import annotations

from datetime import date

from jdlint.hints import Any, get_args
from jdlint.law.model import Ask, OpenEnded
from jdlint.posting.trades import trait_names
from jdlint.rules.document import RuleDocument, Trail
from jdlint.rules.errors import nearest
from jdlint.rules.model import SEVERITIES
from jdlint.rules.patterns import PatternError, compile_pattern
from jdlint.text.lazy import lazy
from jdlint.text.words import words

ASKS: tuple[str, ...] = get_args(Ask)
OPEN_ENDED: tuple[str, ...] = get_args(OpenEnded)
EXEMPT = ("commission-only", "internal")
_TOP = ("id", "name", "place", "within", "aliases", "checked-on", "notes", "laws")
_PLACE = ("country", "countries", "region", "cities", "counties", "wide")
_LAW = (
    "name", "cite", "from", "until", "status", "confidence", "employees", "counted", "remote", "asks", "or-else", "open-ended", "link",
    "width", "exempt", "pay-history", "bars", "sources", "notes",
)  # fmt: skip
_WIDTH = ("most", "currency", "free-above", "ratio")
_BAR = ("id", "code", "says", "severity", "pattern", "anchors", "use", "unless-sentence", "unless-trade", "bad", "ok")
_SOURCE = ("title", "url", "seen")
_ID = lazy(r"[a-z]{2}(?:-[a-z]+)*\Z")


def check(doc: RuleDocument) -> dict[str, Any]:
    """The content of a valid jurisdiction file; RuleError names the first thing that is wrong with it, and where."""
    return _Checker(doc).run()


class _Checker:
    """One pass over one file."""

    def __init__(self, doc: RuleDocument) -> None:
        self._doc = doc

    def run(self) -> dict[str, Any]:
        data = self._keys((), self._doc.data, _TOP, "a jurisdiction", needed=("id", "name", "place", "checked-on", "laws"))
        if not _ID.match(self._text(("id",), data["id"])):
            raise self._doc.error(("id",), "expected something like us-co or us-ny-nyc")
        if data["id"] != self._doc.path.stem:
            raise self._doc.error(("id",), f'the file is called "{self._doc.path.name}"; id and file name are the same')
        self._text(("name",), data["name"])
        self._date(("checked-on",), data["checked-on"])
        for key in ("aliases", "notes"):
            self._texts((key,), data.get(key, []))
        if "within" in data and not (doc := self._doc.path.with_name(f"{self._text(('within',), data['within'])}.yaml")).is_file():
            raise self._doc.error(("within",), f'there is no jurisdiction "{doc.stem}"')
        self._place(data["place"])
        if not isinstance(data["laws"], list) or not data["laws"]:
            raise self._doc.error(("laws",), "expected a list of laws")
        for i, law in enumerate(data["laws"]):
            self._law(("laws", i), law)
        return data

    def _keys(self, trail: Trail, value: object, known: tuple[str, ...], what: str, needed: tuple[str, ...] = ()) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._doc.error(trail, f"expected {what} with keys such as `{known[0]}:`")
        for key in value:
            if key not in known:
                raise self._doc.error((*trail, key), f'{what} has no key "{key}"{nearest(str(key), known)}', key=True)
        for key in needed:
            if key not in value:
                raise self._doc.error(trail, f'{what} lacks "{key}:"')
        return value

    def _text(self, trail: Trail, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._doc.error(trail, "expected a text")
        return value

    def _texts(self, trail: Trail, value: object) -> list[str]:
        if not isinstance(value, list):
            raise self._doc.error(trail, "expected a list of texts, such as [one, two]")
        return [self._text((*trail, i), item) for i, item in enumerate(value)]

    def _choice(self, trail: Trail, value: object, known: tuple[str, ...]) -> None:
        if value not in known:
            raise self._doc.error(trail, f'unknown value "{value}"{nearest(str(value), known)} (one of {", ".join(known)})')

    def _date(self, trail: Trail, value: object) -> date:
        if not isinstance(value, date):
            raise self._doc.error(trail, "expected a date such as 2026-01-15")
        return value

    def _number(self, trail: Trail, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self._doc.error(trail, "expected a number above 0")

    def _flag(self, trail: Trail, value: object) -> None:
        if not isinstance(value, bool):
            raise self._doc.error(trail, "expected true or false")

    def _place(self, value: object) -> None:
        place = self._keys(("place",), value, _PLACE, "a place")
        if ("country" in place) == ("countries" in place):
            raise self._doc.error(("place",), "a place has either `country:` or `countries:`")
        for key in ("country", "region"):
            if key in place:
                self._text(("place", key), place[key])
        for key in ("countries", "cities", "counties", "wide"):
            self._texts(("place", key), place.get(key, []))

    def _law(self, trail: Trail, value: object) -> None:
        law = self._keys(trail, value, _LAW, "a law", needed=("name", "cite", "from", "employees", "sources"))
        for key in ("name", "cite", "counted", "or-else"):
            if key in law:
                self._text((*trail, key), law[key])
        start = self._date((*trail, "from"), law["from"])
        if law.get("until") is not None and self._date((*trail, "until"), law["until"]) < start:
            raise self._doc.error((*trail, "until"), "the last day is before the first")
        self._choice((*trail, "status"), law.get("status", "law"), ("law", "draft"))
        self._choice((*trail, "confidence"), law.get("confidence", "high"), ("high", "medium", "low"))
        self._choice((*trail, "open-ended"), law.get("open-ended", "unstated"), OPEN_ENDED)
        self._number((*trail, "employees"), law["employees"])
        for key in ("remote", "link", "pay-history"):
            self._flag((*trail, key), law.get(key, False))
        for ask, severity in self._keys((*trail, "asks"), law.get("asks", {}), ASKS, "what a law asks for").items():
            self._choice((*trail, "asks", ask), severity, SEVERITIES)
        for i, exempt in enumerate(self._texts((*trail, "exempt"), law.get("exempt", []))):
            self._choice((*trail, "exempt", i), exempt, EXEMPT)
        self._texts((*trail, "notes"), law.get("notes", []))
        self._width((*trail, "width"), law.get("width"))
        for i, bar in enumerate(self._list((*trail, "bars"), law.get("bars", []))):
            self._bar((*trail, "bars", i), bar)
        self._sources((*trail, "sources"), law["sources"])

    def _list(self, trail: Trail, value: object) -> list[Any]:
        if not isinstance(value, list):
            raise self._doc.error(trail, "expected a list")
        return value

    def _width(self, trail: Trail, value: object) -> None:
        if value is None:
            return
        width = self._keys(trail, value, _WIDTH, "a width")
        if ("most" in width) == ("ratio" in width) or ("most" in width and "currency" not in width):
            raise self._doc.error(trail, "a width has either `ratio:`, or `most:` with its `currency:`")
        for key in ("most", "free-above", "ratio"):
            if key in width:
                self._number((*trail, key), width[key])

    def _bar(self, trail: Trail, value: object) -> None:
        if isinstance(value, dict) and "shared" in value:
            self._keys(trail, value, ("shared",), "a shared phrase")
            self._choice((*trail, "shared"), value["shared"], tuple(shared_bars()))
            return
        bar = self._keys(trail, value, _BAR, "a barred phrase", needed=("id", "says", "severity", "pattern", "anchors", "bad", "ok"))
        check_bar(self._doc, trail, bar)
        self._choice((*trail, "severity"), bar["severity"], SEVERITIES)
        for key in ("anchors", "use", "unless-sentence", "unless-trade", "bad", "ok"):
            self._texts((*trail, key), bar.get(key, []))

    def _sources(self, trail: Trail, value: object) -> None:
        rows = self._list(trail, value)
        if not rows:
            raise self._doc.error(trail, "a law needs a source")
        for i, row in enumerate(rows):
            source = self._keys((*trail, i), row, _SOURCE, "a source", needed=("title", "url"))
            for key in ("title", "url"):
                self._text((*trail, i, key), source[key])
            self._flag((*trail, i, "seen"), source.get("seen", True))


def check_bar(doc: RuleDocument, trail: Trail, bar: dict[str, Any]) -> None:
    """The patterns and names of a barred phrase; RuleError where one can't be used."""
    for key in ("pattern", "unless-sentence"):
        found = bar.get(key, [])
        for pattern in [found] if isinstance(found, str) else found:
            try:
                compile_pattern(pattern.removeprefix("/").removesuffix("/"), trusted=True)
            except PatternError as error:
                raise doc.error((*trail, key), str(error)) from error
    for name in bar.get("unless-trade", ()):
        if name.removeprefix("~") not in trait_names():
            raise doc.error((*trail, "unless-trade"), f'unknown trait "{name}"{nearest(name, trait_names())}')
    if not bar["anchors"] or not all(words(a) for a in bar["anchors"]):
        raise doc.error((*trail, "anchors"), "a barred phrase needs words of which one must occur")
    if bar.get("code", "LAW010") not in ("LAW007", "LAW010"):
        raise doc.error((*trail, "code"), "a barred phrase is LAW007 or LAW010")


def shared_bars() -> dict[str, dict[str, Any]]:
    """The barred phrases that several jurisdictions share, by id."""
    from jdlint.resources import lexicon

    return {bar["id"]: bar for bar in lexicon("barred-phrases")["bars"]}
