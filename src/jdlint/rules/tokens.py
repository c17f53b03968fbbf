"""Patterns over spaCy's tokens as rule files hold them: what they may say. To check them takes no spaCy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.rules.document import RuleDocument, Trail
from jdlint.rules.errors import nearest
from jdlint.rules.literals import required
from jdlint.text.lazy import lazy

PEOPLE = ("candidate", "employer", "served", "particular", "superior")
_TEXTS = ("ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "PREFIX", "SUFFIX")
_FLAGS = (
    "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_SENT_START",
    "IS_BRACKET", "IS_QUOTE", "IS_CURRENCY", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "SPACY",
)  # fmt: skip
_TRAINED = {"TAG": "pos", "POS": "pos", "MORPH": "pos", "LEMMA": "pos", "DEP": "pos", "ENT_TYPE": "entities", "ENT_IOB": "entities"}
_OWN = ("PERSON", "AT", "OP", "LENGTH")
ATTRIBUTES = (*_TEXTS, *_FLAGS, *_TRAINED, *_OWN)
_SETS = ("IN", "NOT_IN")
_COMPARED = ("==", "!=", ">=", "<=", ">", "<")
_OPERATOR = lazy(r"[?*+!]|\{\d+\}|\{\d+,\d*\}|\{,\d+\}")


def check_tokens(doc: RuleDocument, trail: Trail, tokens: object, needs: Sequence[str], *, trusted: bool) -> None:
    """Raise RuleError for what spaCy's Matcher could not use, at its place. Rules that aren't trusted bring no expressions."""
    if not isinstance(tokens, list) or not tokens:
        raise doc.error(trail, 'expected a list of tokens, such as [{LOWER: make}, {LOWER: a, OP: "?"}, {LOWER: decision}]')
    for i, token in enumerate(tokens):
        at = (*trail, i)
        if not isinstance(token, dict):
            raise doc.error(at, "expected a token: {LOWER: word}, or {} for any")
        for name, value in token.items():
            if name not in ATTRIBUTES:
                raise doc.error((*at, name), f'a token has no attribute "{name}"{nearest(str(name).upper(), ATTRIBUTES)}', key=True)
            need = _TRAINED.get(name)
            if need is not None and need not in needs:
                raise doc.error((*at, name), f"{name} comes from a trained pipeline: say `needs: [{need}]`", key=True)
            _check_value(doc, (*at, name), name, value)
            if not trusted and isinstance(value, dict) and "REGEX" in value:
                raise doc.error((*at, name, "REGEX"), "spaCy runs expressions in unbounded time; list the words with IN", key=True)
    if all(not required(token) for token in tokens):
        raise doc.error(trail, "at least one token must not be optional")


def _check_value(doc: RuleDocument, trail: Trail, name: str, value: object) -> None:
    if name == "OP":
        if not isinstance(value, str) or not _OPERATOR.fullmatch(value):
            raise doc.error(trail, f'unknown operator "{value}" (one of ! ? + * {{n}} {{n,m}})')
    elif name in _FLAGS or name == "AT":
        if not isinstance(value, bool):
            raise doc.error(trail, "expected true or false")
    elif name == "PERSON":
        for person in value if isinstance(value, list) else [value]:
            if person not in PEOPLE:
                raise doc.error(trail, f'nobody is called "{person}"{nearest(str(person), PEOPLE)} (one of {", ".join(PEOPLE)})')
    elif name == "LENGTH":
        numbers = list(value.values()) if isinstance(value, dict) else [value]
        known = not isinstance(value, dict) or set(value) <= set(_COMPARED)
        if not known or not numbers or not all(isinstance(n, int) and not isinstance(n, bool) for n in numbers):
            raise doc.error(trail, 'expected a number, or a comparison such as {">=": 4}')
    else:
        _check_text(doc, trail, value)


def _check_text(doc: RuleDocument, trail: Trail, value: object) -> None:
    if isinstance(value, str) and value:
        return
    if not isinstance(value, dict) or len(value) != 1:
        raise doc.error(trail, "expected a text, {IN: [...]}, {NOT_IN: [...]} or {REGEX: ...}")
    ((name, inner),) = value.items()
    if name in _SETS:
        if not isinstance(inner, list) or not inner or not all(isinstance(t, str) and t for t in inner):
            raise doc.error((*trail, name), "expected a list of texts, such as [one, two]")
    elif name == "REGEX":
        try:
            re.compile(inner)
        except (re.error, TypeError, OverflowError, RecursionError) as error:  # what is nested too deeply, too
            raise doc.error((*trail, name), f"not a valid regular expression: {error}") from error
    else:
        raise doc.error((*trail, name), f'unknown condition "{name}"{nearest(str(name), (*_SETS, "REGEX"))}', key=True)
