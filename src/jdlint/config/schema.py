"""The JSON Schema of settings files, for editors: made from what `config.decode` reads and from the rules at hand."""

from __future__ import annotations

from jdlint.config import languagetool
from jdlint.config.decode import ADDED_KEYS, EXPORT_KEYS, FACT_KINDS, KEYS, LAW_KEYS, LIMIT_KEYS, RECORD_KEYS, SECTION_KINDS
from jdlint.config.model import FAIL_ON, MOST_BYTES, MOST_JOBS, MOST_SCORE, MOST_SECONDS
from jdlint.hints import Any
from jdlint.law.places import known_codes
from jdlint.rules.fileschema import DRAFT, TEXT, Schema, closed, described, one_of
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.model import SEVERITIES
from jdlint.rules.wording import KEYS as WORDING_KEYS
from jdlint.rules.wording import KINDS


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _lists_of(items: Schema) -> Schema:
    """A list, or one item alone."""
    return {"anyOf": [items, {"type": "array", "items": items}]}


def _by_name(kinds: tuple[str, ...]) -> Schema:
    return closed(kinds, dict.fromkeys(kinds, _ref("texts")))


_PICKS = _ref("selectors")
_LANGUAGETOOL: dict[str, Schema] = {
    "enabled": described({"type": "boolean"}, "Check spelling and grammar."),
    "server": described(TEXT, "The address of a server; without one, jdlint starts its own."),
    "jars": described(TEXT, "The folder of LanguageTool's jars, for a server of jdlint's own."),
    "java": described(TEXT, "The Java (17 or later) to run it with."),
    "timeout": described({"type": "number", "exclusiveMinimum": 0}, "Seconds for its start and for each answer."),
    "language": described(one_of(languagetool.LANGUAGES), "The English to expect; auto: that of the posting's country."),
    "disabled-rules": described(_ref("texts"), "Rules of LanguageTool's to leave out, by their ids."),
    "disabled-categories": described(_ref("texts"), "Categories of LanguageTool's to leave out, by their ids."),
}
_LIMITS: dict[str, Schema] = {
    "size": described(
        {"anyOf": [TEXT, {"type": "integer", "minimum": 1, "maximum": MOST_BYTES}, {"type": "null"}]}, "Of a file: 20MB, 500kB."
    ),
    "seconds": described(
        {"type": ["number", "null"], "exclusiveMinimum": 0, "maximum": MOST_SECONDS}, "Of processor time, to read a file and to judge it."
    ),
}
_SHAPES: dict[str, Schema] = {
    "extends": _lists_of({"anyOf": [_ref("profile"), TEXT]}),
    "select": _PICKS,
    "extend-select": _PICKS,
    "ignore": _PICKS,
    "severity": {"type": "object", "additionalProperties": one_of(SEVERITIES)},
    "fail-on": one_of(FAIL_ON),
    "min-score": {"type": "integer", "minimum": 0, "maximum": MOST_SCORE},
    "per-file-ignores": {"type": "object", "additionalProperties": _PICKS},
    "include": _ref("texts"),
    "exclude": _ref("texts"),
    "sections": _by_name(SECTION_KINDS),
    "fields": _by_name((*FACT_KINDS, *SECTION_KINDS)),
    "records": closed(RECORD_KEYS, dict.fromkeys(RECORD_KEYS, TEXT), "title"),
    "export": closed(EXPORT_KEYS, dict.fromkeys(EXPORT_KEYS, TEXT)),
    "provided": _lists_of(_ref("part")),
    "vocabulary": _ref("texts"),
    "ignore-findings": _ref("texts"),
    "baseline": TEXT,
    "spacy-model": TEXT,
    "jurisdictions": _lists_of(_ref("jurisdiction")),
    "law": closed(LAW_KEYS, {"employees": {"type": ["integer", "null"], "minimum": 1}}),
    "rule-paths": _ref("texts"),
    "plugins": _ref("texts"),
    "cache": {"anyOf": [TEXT, {"type": "boolean"}]},
    "jobs": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST_JOBS}, {"const": "auto"}]},
    "rules": {"$ref": "#/definitions/options"},
    "limits": closed(LIMIT_KEYS, _LIMITS),
    "languagetool": closed(languagetool.KEYS, {key: {"anyOf": [shape, {"type": "null"}]} for key, shape in _LANGUAGETOOL.items()}),
}
ABOUT = {
    "extends": "Profiles to start from, and settings files to build on.",
    "select": "Run only these rules: codes, prefixes, names, profiles or ALL.",
    "extend-select": "Run these rules too.",
    "ignore": "Leave these rules out.",
    "severity": "How grave the findings of rules are.",
    "fail-on": "The least severity that makes the exit code 1.",
    "min-score": "The exit code is 1 if a posting scores less, of 100.",
    "per-file-ignores": "Rules to leave out in files that fit a pattern.",
    "include": "Patterns of the files to check in folders.",
    "exclude": "Patterns of the files to leave out in folders.",
    "sections": "Headings of the house, by the section that they open.",
    "fields": "Keys of front matter or records, by the fact that they hold.",
    "records": "What the keys of records and the columns of tables hold: a fact, and the key, column or JSON pointer that holds it.",
    "export": "What `jdlint export` says of the employer where a posting does not.",
    "provided": "Parts that the site's template adds to every posting.",
    "vocabulary": "Phrases of the house that are no findings.",
    "ignore-findings": "Single findings to accept, by their fingerprint.",
    "baseline": "The file that names the findings to leave alone.",
    "spacy-model": "A trained pipeline of spaCy for the rules that need one: the name of its package, or its folder.",
    "jurisdictions": "Whose pay and advertising laws hold: `jdlint law` lists them; auto: those of each posting's places.",
    "law": "What laws depend on, such as the number of employees.",
    "rule-paths": "Rule files of the house, or folders of them.",
    "plugins": "Installed packages of rules, by the name of their entry point.",
    "cache": "The folder in which findings are kept between runs, or false for none.",
    "jobs": "How many processes judge postings; auto: as many as there are processors, where there is enough for them to do.",
    "rules": "Options of rules, and what the house says of their phrases.",
    "languagetool": "Spelling and grammar, by LanguageTool on this machine.",
    "limits": "How large a file may be, and how long it may take; beyond that it is given up.",
}
_TYPES: dict[str, Schema] = {
    "number": {"type": "number"}, "integer": {"type": "integer"}, "flag": {"type": "boolean"}, "text": {"type": "string"},
    "strings": {"type": "array", "items": {"type": "string"}},
}  # fmt: skip
_ADDED = closed(ADDED_KEYS, {"forms": _ref("texts"), "use": _ref("texts"), "severity": one_of(SEVERITIES)}, "forms")
_WORDING: Schema = {
    "accept": described({"anyOf": [_ref("texts"), {"type": "null"}]}, "Phrases and terms of the rule that the house is fine with."),
    "add": described({"anyOf": [*_lists_of(_ref("added"))["anyOf"], {"type": "null"}]}, "Further phrases for the rule to find."),
    "term-severity": described(
        {"type": ["object", "null"], "additionalProperties": one_of(SEVERITIES)}, "How grave single terms of the rule are."
    ),
}


def settings_schema(index: RuleIndex) -> Schema:
    """The schema of a settings file. What it rejects, jdlint rejects as well; jdlint also looks at what a schema can't tell.

    Where any code or name may stand, those of the index are offered. A setting of which no shape is known may hold anything.
    """
    return {
        "$schema": DRAFT,
        "title": "Settings of jdlint (.jdlint.yaml, or [tool.jdlint] in pyproject.toml)",
        **closed(KEYS, {key: _setting(key) for key in KEYS}),
        "definitions": _definitions(index),
    }


def _setting(key: str) -> Schema:
    """A setting without a value counts as left out."""
    found: Schema = {"anyOf": [_SHAPES[key], {"type": "null"}]} if key in _SHAPES else {}
    return described(found, ABOUT[key]) if key in ABOUT else found


def _definitions(index: RuleIndex) -> Schema:
    entries = [index.entries[code] for code in sorted(index.entries)]
    prefixes = sorted({entry.code[:3] for entry in entries})
    known = ("ALL", *sorted(index.profiles), *prefixes, *(e.code for e in entries), *(e.name for e in entries))
    return {
        "texts": _lists_of(TEXT),
        "selector": {"anyOf": [one_of(known), TEXT]},
        "selectors": _lists_of(_ref("selector")),
        "profile": one_of(tuple(sorted(index.profiles))),
        "part": one_of(tuple(sorted({part for e in entries if (part := e.raw.get("provided-by"))}))),
        "jurisdiction": one_of(("auto", *sorted(known_codes()))),
        "added": {"anyOf": [TEXT, _ADDED]},
        "rule": {entry.code: described(_options(entry), f"{entry.name}: {entry.raw['summary']}") for entry in entries},
        "options": _by_rule(entries),
    }


def _by_rule(entries: list[Entry]) -> Schema:
    """What can be set of each rule, by its code or its name."""
    rows = [(key, entry.code) for entry in entries for key in (entry.code, entry.name)]
    return {"type": "object", "properties": {key: _ref(f"rule/{code}") for key, code in rows}, "additionalProperties": {"type": "object"}}


def _options(entry: Entry) -> Schema:
    shapes = {name: _option(raw) for name, raw in entry.raw.get("options", {}).items()}
    if entry.kind in KINDS:
        shapes |= {key: _WORDING[key] for key in WORDING_KEYS}
    elif "accept" in shapes:  # read as the `accept` of other rules is
        shapes["accept"] = {**_WORDING["accept"], "description": shapes["accept"]["description"]}
    return closed(tuple(shapes), shapes)


def _option(raw: dict[str, Any]) -> Schema:
    bounds: Schema = {key: raw[key] for key in ("minimum", "maximum") if key in raw}
    return {"description": raw["help"], "default": raw["default"], **_TYPES[raw["type"]], **bounds}
