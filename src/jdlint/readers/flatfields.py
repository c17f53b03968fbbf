"""YAML that is nothing but lines of `key: text`, as most front matter is. To import the parser takes longer than all other reading.

Whatever could mean anything else to YAML than these lines say is left to it.
"""

from __future__ import annotations

import re
from contextlib import suppress

from jdlint.posting.model import Block, Field
from jdlint.text.lazy import lazy
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span

_LINE = lazy(
    r"""(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,60}):[ ]+
    (?:"(?P<double>[^"\\\r\n]*)"|'(?P<single>[^'\r\n]*)'|(?P<plain>[^\W_][^\r\n]*?|[$£€(][^\r\n]*?))[ ]*(?:\r?\n|\Z)
    |(?P<comment>\#[^\r\n]*)?\r?\n""",
    re.VERBOSE,
)
_NUMERIC = frozenset("0123456789abcdefABCDEFxoXO_.:+-tTzZ ")  # of such characters alone are numbers and dates
_INTEGER = lazy(r"0|[1-9][0-9]{0,17}")
_DAY = lazy(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER = object()
_TRUTH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False, "null": None}
_WORDS = {form: value for word, value in _TRUTH.items() for form in (word, word.title(), word.upper())}


def flat_fields(source: Source, start: int, end: int) -> tuple[Field, ...] | None:
    """The fields of the source range as YAML would give them; None where YAML is to be asked."""
    found: list[Field] = []
    at = start
    while at < end:
        line = _LINE.match(source.text, at, end)
        if line is None:
            return None
        if line["key"]:
            part = line.lastgroup or ""
            text = line[part]
            value = _value(text) if part == "plain" else text
            if value is _OTHER or not text.isprintable() or text != text.strip():  # some white space is a line end to YAML
                return None
            key = line["key"]
            mapped = MappedText.direct(source.text, *line.span(part))
            found.append(Field(key, value, Block("field", mapped, key=key), Span(*line.span("key"))))
        elif not (line["comment"] or "").isprintable():
            return None
        at = line.end()
    return tuple(found)


def _value(text: str) -> object:
    """What an unquoted text stands for; `_OTHER` where YAML is to be asked."""
    if ": " in text or " #" in text or text[-1] == ":":
        return _OTHER
    if not _NUMERIC.issuperset(text):
        return _WORDS.get(text, text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        from datetime import date

        with suppress(ValueError):
            return date.fromisoformat(text)
        return text
    return _OTHER
