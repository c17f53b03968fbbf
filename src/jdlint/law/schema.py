"""What a jurisdiction file may hold: every key and its type, with errors that name the place."""

from __future__ import annotations

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
        data = self._doc.keys((), self._doc.data, _TOP, "a jurisdiction", needed=("id", "name", "place", "checked-on", "laws"))
        if not _ID.match(self._doc.text(("id",), data["id"])):
            raise self._doc.error(("id",), "expected something like us-co or us-ny-nyc")
        if data["id"] != self._doc.path.stem:
            raise self._doc.error(("id",), f'the file is called "{self._doc.path.name}"; id and file name are the same')
        self._doc.text(("name",), data["name"])
        self._doc.day(("checked-on",), data["checked-on"])
        for key in ("aliases", "notes"):
            self._doc.texts((key,), data.get(key, []))
        if "within" in data and not (doc := self._doc.path.with_name(f"{self._doc.text(('within',), data['within'])}.yaml")).is_file():
            raise self._doc.error(("within",), f'there is no jurisdiction "{doc.stem}"')
        self._place(data["place"])
        if not isinstance(data["laws"], list) or not data["laws"]:
            raise self._doc.error(("laws",), "expected a list of laws")
        for i, law in enumerate(data["laws"]):
            self._law(("laws", i), law)
        return data

    def _number(self, trail: Trail, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self._doc.error(trail, "expected a number above 0")

    def _place(self, value: object) -> None:
        place = self._doc.keys(("place",), value, _PLACE, "a place")
        if ("country" in place) == ("countries" in place):
            raise self._doc.error(("place",), "a place has either `country:` or `countries:`")
        for key in ("country", "region"):
            if key in place:
                self._doc.text(("place", key), place[key])
        for key in ("countries", "cities", "counties", "wide"):
            self._doc.texts(("place", key), place.get(key, []))

    def _law(self, trail: Trail, value: object) -> None:
        law = self._doc.keys(trail, value, _LAW, "a law", needed=("name", "cite", "from", "employees", "sources"))
        for key in ("name", "cite", "counted", "or-else"):
            if key in law:
                self._doc.text((*trail, key), law[key])
        start = self._doc.day((*trail, "from"), law["from"])
        if law.get("until") is not None and self._doc.day((*trail, "until"), law["until"]) < start:
            raise self._doc.error((*trail, "until"), "the last day is before the first")
        self._doc.choice((*trail, "status"), law.get("status", "law"), ("law", "draft"))
        self._doc.choice((*trail, "confidence"), law.get("confidence", "high"), ("high", "medium", "low"))
        self._doc.choice((*trail, "open-ended"), law.get("open-ended", "unstated"), OPEN_ENDED)
        self._number((*trail, "employees"), law["employees"])
        for key in ("remote", "link", "pay-history"):
            self._doc.flag((*trail, key), law.get(key, False))
        for ask, severity in self._doc.keys((*trail, "asks"), law.get("asks", {}), ASKS, "what a law asks for").items():
            self._doc.choice((*trail, "asks", ask), severity, SEVERITIES)
        for i, exempt in enumerate(self._doc.texts((*trail, "exempt"), law.get("exempt", []))):
            self._doc.choice((*trail, "exempt", i), exempt, EXEMPT)
        self._doc.texts((*trail, "notes"), law.get("notes", []))
        self._width((*trail, "width"), law.get("width"))
        for i, bar in enumerate(self._doc.rows((*trail, "bars"), law.get("bars", []))):
            self._bar((*trail, "bars", i), bar)
        self._sources((*trail, "sources"), law["sources"])

    def _width(self, trail: Trail, value: object) -> None:
        if value is None:
            return
        width = self._doc.keys(trail, value, _WIDTH, "a width")
        if ("most" in width) == ("ratio" in width) or ("most" in width and "currency" not in width):
            raise self._doc.error(trail, "a width has either `ratio:`, or `most:` with its `currency:`")
        for key in ("most", "free-above", "ratio"):
            if key in width:
                self._number((*trail, key), width[key])

    def _bar(self, trail: Trail, value: object) -> None:
        if isinstance(value, dict) and "shared" in value:
            self._doc.keys(trail, value, ("shared",), "a shared phrase")
            self._doc.choice((*trail, "shared"), value["shared"], tuple(shared_bars()))
            return
        bar = self._doc.keys(trail, value, _BAR, "a barred phrase", needed=("id", "says", "severity", "pattern", "anchors", "bad", "ok"))
        check_bar(self._doc, trail, bar)
        self._doc.choice((*trail, "severity"), bar["severity"], SEVERITIES)
        for key in ("anchors", "use", "unless-sentence", "unless-trade", "bad", "ok"):
            self._doc.texts((*trail, key), bar.get(key, []))

    def _sources(self, trail: Trail, value: object) -> None:
        rows = self._doc.rows(trail, value)
        if not rows:
            raise self._doc.error(trail, "a law needs a source")
        for i, row in enumerate(rows):
            source = self._doc.keys((*trail, i), row, _SOURCE, "a source", needed=("title", "url"))
            for key in ("title", "url"):
                self._doc.text((*trail, i, key), source[key])
            self._doc.flag((*trail, i, "seen"), source.get("seen", True))


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
