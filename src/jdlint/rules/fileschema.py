"""The JSON Schema of rule files, for editors: made from the keys and values that `rules.schema` and `rules.load` check."""

from __future__ import annotations

from jdlint.hints import Any
from jdlint.posting.trades import trait_names
from jdlint.readers import TEXT_FORMATS
from jdlint.rules.load import EXAMPLE_KEYS, SOURCE_KEYS, VERDICTS
from jdlint.rules.schema import (
    BODY_KEYS,
    CHOICES,
    COMMON_KEYS,
    CONTENTS,
    KINDS,
    NEEDED,
    NEEDS,
    OPTION_KEYS,
    OPTION_TYPES,
    PATTERN_KEYS,
    SCOPES,
    SECTIONS,
    TERM_KEYS,
    TOKEN_KEYS,
)
from jdlint.rules.tokens import ATTRIBUTES, PEOPLE

DRAFT = "http://json-schema.org/draft-07/schema#"  # the one that editors know best
Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "pattern": r"\S"}
TEXTS: Schema = {"type": "array", "items": TEXT}
_FLAG: Schema = {"type": "boolean"}
_NUMBER: Schema = {"type": "number"}
_CODE: Schema = {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"}


def described(shape: Schema, text: str) -> Schema:
    """A shape with words for the reader of the file."""
    return {"description": text, **shape}


def one_of(values: tuple[str, ...]) -> Schema:
    """One of these texts."""
    return {"enum": list(values)}


def closed(keys: tuple[str, ...], shapes: Schema, *needed: str) -> Schema:
    """A mapping with these keys and no others. A key of which no shape is known may hold anything."""
    found: Schema = {"type": "object", "additionalProperties": False, "properties": {key: shapes.get(key, {}) for key in keys}}
    return {**found, "required": list(needed)} if needed else found


def _either_way(values: tuple[str, ...]) -> Schema:
    """A list of these names, each perhaps with a `~` before it."""
    return {"type": "array", "items": one_of((*values, *(f"~{value}" for value in values)))}


_PLAIN: Schema = {
    "id": described(TEXT, "What settings and reports call it."),
    "use": described(TEXTS, "What to write instead; the first one becomes the fix."),
    "message": described(TEXT, "What the finding says; of a term, the name of one of the rule's messages."),
    "where": described(_either_way(SCOPES), "Where it looks; ~ excludes."),
    "unless": described(TEXTS, "A phrase or /regular expression/ that explains a hit away where it overlaps it."),
    "unless-sentence": described(TEXTS, "As unless, anywhere in the sentence."),
    "unless-block": described(TEXTS, "As unless, anywhere in the paragraph or item."),
    "unless-trade": described(_either_way(tuple(trait_names())), "A trait of the work in which a hit is no finding."),
    "forms": described({**TEXTS, "minItems": 1}, "The ways it is written, all of them."),
    "case": described(_FLAG, "Whether capitals must stand as in the form."),
    "pattern": described(TEXT, "A regular expression."),
    "anchors": described(TEXTS, "Words of which one must occur for the pattern to be tried; [] tries it everywhere."),
    "severity": one_of(CHOICES["severity"]),
}
_TERM = closed(TERM_KEYS, _PLAIN, "forms")
_PATTERN = closed(PATTERN_KEYS, _PLAIN, "pattern", "anchors")
_TOKENS = closed(
    TOKEN_KEYS,
    {
        **_PLAIN,
        "tokens": described(
            {"type": "array", "minItems": 1, "items": {"type": "object", "propertyNames": one_of(ATTRIBUTES)}},
            "A token each, as spaCy's Matcher takes them; AT: true marks what is reported, PERSON says of whom a word speaks.",
        ),
        "phrases": described({**TEXTS, "minItems": 1}, "Phrases that spaCy looks up."),
        "attribute": described(one_of(("LOWER", "ORTH")), "Whether capitals count in phrases (ORTH)."),
        "needs": described({"type": "array", "items": one_of(NEEDS)}, "Without these, this one pattern is left out."),
        "speaks-of": described({"type": "array", "items": one_of(PEOPLE)}, "Of whom the sentence must speak."),
        "costly": described(_FLAG, "Whether spaCy may read every sentence, since no word must occur."),
    },
)
_OPTION = closed(
    OPTION_KEYS,
    {"type": one_of(OPTION_TYPES), "help": described(TEXT, "One line on what it does."), "minimum": _NUMBER, "maximum": _NUMBER},
    "type",
    "default",
    "help",
)
_SOURCE = closed(
    SOURCE_KEYS,
    {"title": {"type": "string"}, "url": {"type": "string"}, "supports": {"type": "string"}, "year": {"type": ["integer", "null"]}},
    "title",
)
_EXAMPLE: Schema = {
    **closed(
        EXAMPLE_KEYS,
        {
            "bad": described({"type": "string"}, "Must be hit exactly at the marks: We want a >>salesman<<."),
            "good": described({"type": ["string", "null"]}, "What the fix makes of it."),
            "ok": described({"type": "string"}, "Must be silent, though the rule without its guards would hit it."),
            "todo": described({"type": "string"}, "A known gap: fails once it is closed."),
            "posting": described(_FLAG, "A whole posting, for rules that mark nothing."),
            "as-of": described({"type": "string", "format": "date"}, "The day of the check."),
            "options": {"type": ["object", "null"]},
            "format": one_of(TEXT_FORMATS),
        },
    ),
    "oneOf": [{"required": [verdict]} for verdict in VERDICTS],
}
_SHAPES: Schema = {
    **_PLAIN,
    **{key: one_of(values) for key, values in CHOICES.items()},
    "code": described(_CODE, "Three capitals and three digits, never used again for another rule."),
    "name": described({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, "Lower-case words joined by hyphens."),
    "kind": described(one_of(KINDS), "How it looks. Rules of kind python come only with jdlint itself."),
    "since": {"anyOf": [TEXT, {"type": "null"}]},
    "summary": described(TEXT, "What it is about, in one sentence."),
    "message": described(TEXT, "What the finding says; {match} and {use} are filled in."),
    "messages": described({"type": "object", "additionalProperties": TEXT}, "Further messages by name, for terms that need their own."),
    "provided-by": described({"anyOf": [TEXT, {"type": "null"}]}, "The part that a site's template may add (setting `provided`)."),
    "supersedes": described({"type": "array", "items": _CODE}, "Codes that give way where both speak of one place."),
    "options": described({"type": "object", "additionalProperties": _OPTION}, "What settings may change, by name."),
    "needs": described({"type": "array", "items": one_of(NEEDS)}, "What must be there for the rule to run; else it is skipped."),
    "why": described({"type": "string"}, "Who it helps and how, in two or three plain sentences."),
    "sources": described({"type": ["array", "null"], "items": _SOURCE}, "What the claim rests on."),
    "examples": described({"type": ["array", "null"], "items": _EXAMPLE}, "Its tests: `jdlint rule test FILE` runs them."),
    "terms": {"type": "array", "minItems": 1, "items": _TERM},
    "lexicon": described({"type": "string", "pattern": "^[a-z-]+$"}, "A word list that several rules share."),
    "patterns": {"type": "array", "minItems": 1, "items": {"anyOf": [_PATTERN, _TOKENS]}},
    "parts": described({"type": "object", "additionalProperties": {"type": "string"}}, "Expressions that (?&name) stands for."),
    "requires": described(one_of(CONTENTS), "The section that a posting needs."),
    "absent": described(TEXT, "The fact that a posting needs, such as pay."),
    "unless-any": described(TEXTS, "Facts of which any one is enough."),
    "unless-has": described({"type": "array", "items": one_of(CONTENTS)}, "Sections of which any one is enough."),
    "metric": TEXT,
    "above": described(TEXT, "The option that holds the upper bound."),
    "below": described(TEXT, "The option that holds the lower bound."),
    "of": described(one_of(SECTIONS), "The section that is measured."),
    "note-within": described({"type": "number", "minimum": 0, "maximum": 1}, "The share of the bound within which a finding is a note."),
    "check": {"type": "string", "pattern": "^[a-z_]+:[a-z_]+$"},
    "wording": _FLAG,
}


def rule_file_schema() -> Schema:
    """The schema of a rule file. What it rejects, jdlint rejects as well; jdlint also looks at what a schema can't tell."""
    keys = dict.fromkeys((*COMMON_KEYS, *(key for body in BODY_KEYS.values() for key in body)))
    return {
        "$schema": DRAFT,
        "title": "A rule of jdlint",
        **closed(tuple(keys), _SHAPES, "code", "name", "kind", "severity", "summary"),
        "allOf": [_of_kind(kind) for kind in KINDS],
    }


def _of_kind(kind: str) -> Schema:
    """What a rule of a kind may hold, and must."""
    then: Schema = {"propertyNames": one_of((*COMMON_KEYS, *BODY_KEYS[kind]))}
    if kind != "internal":
        then["required"] = ["message"]
        then["anyOf"] = [{"required": [key]} for key in (NEEDED[kind], "lexicon") if key in BODY_KEYS[kind]]
    if kind == "metric":
        then["oneOf"] = [{"required": ["above"]}, {"required": ["below"]}]
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}
