"""One rule file as a whole: the rule, and the documentation that only a reader of it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from jdlint.hints import TYPE_CHECKING, Any
from jdlint.readers import TEXT_FORMATS
from jdlint.resources import rules_root
from jdlint.resources.entries import Entries, plain, prebuild, prebuilt
from jdlint.rules.build import build_rule
from jdlint.rules.index import Entry, shipped_rules
from jdlint.rules.model import Rule
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass, replace
from jdlint.text.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.rules.document import RuleDocument, Trail

_NAME = "documentation"  # of the set that comes with a built package
EXAMPLE_KEYS = ("bad", "good", "ok", "todo", "posting", "as-of", "options", "format")
AS_OF = date(2026, 1, 15)  # the day of a check where an example names none
VERDICTS = ("bad", "ok", "todo")
SOURCE_KEYS = ("title", "url", "year", "supports")

_MARKED = lazy(r">>(?!>)(.*?)<<", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule's claim comes from."""

    title: str
    url: str = ""
    year: int | None = None
    supports: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule file. `verdict` says what `text` is: bad, ok or todo; `line` is its place in the rule file."""

    verdict: str
    text: str
    line: int
    good: str | None = None
    posting: bool = False
    as_of: date = AS_OF
    options: Mapping[str, Any] | None = None
    format: str = "md"
    spacy_model: str = ""


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule with its documentation."""

    rule: Rule
    path: Path
    why: str
    sources: tuple[Source, ...]
    examples: tuple[Example, ...]


def unmark(text: str) -> tuple[str, list[Span]]:
    """A text without its marks `>>` and `<<`, and the ranges between them."""
    parts, spans, length, at = [], [], 0, 0
    for mark in _MARKED.finditer(text):
        before, inside = text[at : mark.start()], mark[1]
        start = length + len(before)
        spans.append(Span(start, start + len(inside)))
        parts += [before, inside]
        length, at = start + len(inside), mark.end()
    return "".join([*parts, text[at:]]), spans


def documented(entry: Entry) -> RuleDoc:
    """A known rule with its documentation; RuleError for a file that is wrong. A built package needs no YAML for its own rules."""
    kept = _kept() if entry.trusted else None
    if kept is None or entry.code not in kept:
        return load_file(entry.path, trusted=entry.trusted)
    why, sources, examples = kept.get(entry.code)
    told = tuple(replace(Example(*row), as_of=date.fromisoformat(day)) for day, row in examples)
    return RuleDoc(entry.build(), entry.path, why, tuple(Source(*row) for row in sources), told)


@cache
def _kept() -> Entries | None:
    return prebuilt(rules_root(), _NAME)


def prebuild_documentation(folder: Path) -> None:
    """Store the documentation of the shipped rules in a folder, for the package that is being built. RuleError where one is wrong."""
    found = {}
    for entry in shipped_rules().entries.values():
        doc = load_file(entry.path)
        sources = [[getattr(source, name) for name in Source.__match_args__] for source in doc.sources]
        examples = [(e.as_of.isoformat(), [getattr(e, name) for name in Example.__match_args__]) for e in doc.examples]
        found[entry.code] = (doc.why, sources, plain(examples))
    prebuild(folder, _NAME, found)


def load_file(path: Path, *, trusted: bool = True) -> RuleDoc:
    """A rule file with all that it holds; RuleError names what is wrong with it, and where."""
    from jdlint.rules.document import RuleDocument  # these bring YAML with them
    from jdlint.rules.schema import check

    doc = RuleDocument(path)
    raw = check(doc, trusted=trusted)
    why = raw.get("why", "")
    if not isinstance(why, str):
        raise doc.error(("why",), "expected a text")
    sources = tuple(_source(doc, ("sources", i), row) for i, row in enumerate(doc.rows(("sources",), raw.get("sources"))))
    examples = tuple(_example(doc, ("examples", i), row) for i, row in enumerate(doc.rows(("examples",), raw.get("examples"))))
    return RuleDoc(build_rule(raw, trusted=trusted), path, why.strip(), sources, examples)


def _text(doc: RuleDocument, trail: Trail, value: object) -> str:
    if not isinstance(value, str):
        raise doc.error(trail, "expected a text")
    return value


def _source(doc: RuleDocument, trail: Trail, row: object) -> Source:
    found = doc.keys(trail, row, SOURCE_KEYS, "a source", needed=("title",))
    year = found.get("year")
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise doc.error((*trail, "year"), "expected a year")
    texts = {k: _text(doc, (*trail, k), found[k]) for k in ("title", "url", "supports") if k in found}
    return Source(**texts, year=year)


def _example(doc: RuleDocument, trail: Trail, row: object) -> Example:
    found = doc.keys(trail, row, EXAMPLE_KEYS, "an example")
    verdicts = [k for k in VERDICTS if k in found]
    if len(verdicts) != 1:
        raise doc.error(trail, "an example is one of `bad:`, `ok:` and `todo:`")
    verdict = verdicts[0]
    if "good" in found and verdict != "bad":
        raise doc.error((*trail, "good"), "`good:` stands beside `bad:`")
    as_of = doc.day((*trail, "as-of"), found.get("as-of", AS_OF))
    form = found.get("format", "md")
    doc.choice((*trail, "format"), form, TEXT_FORMATS)
    options = found.get("options")
    if options is not None and not isinstance(options, dict):
        raise doc.error((*trail, "options"), "expected options by name")
    posting = doc.flag((*trail, "posting"), found.get("posting", False))
    good = found.get("good")
    return Example(
        verdict=verdict,
        text=_text(doc, (*trail, verdict), found[verdict]),
        line=doc.error((*trail, verdict), "").line,
        good=None if good is None else _text(doc, (*trail, "good"), good),
        posting=posting,
        as_of=as_of,
        options=options,
        format=form,
    )
