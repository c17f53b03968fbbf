"""Front matter: YAML between ---, TOML between +++, or a JSON object, before the text."""

from __future__ import annotations

import re

from jdlint.posting.model import Field
from jdlint.readers.errors import InputError
from jdlint.readers.flatfields import flat_fields
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple, replace
from jdlint.text.source import Source

_YAML_OPEN = lazy(r"\s*?^---[ \t]*(?:\r\n|\n|\r)", re.MULTILINE)
_YAML_CLOSE = lazy(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_TOML_OPEN = lazy(r"\s*?^\+\+\+[ \t]*(?:\r\n|\n|\r)", re.MULTILINE)
_TOML_CLOSE = lazy(r"^\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_JSON_OPEN = lazy(r'\s*\{\s*"')
_LOOKS_LIKE_KEY = lazy(r"(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n])*+[\"']?[A-Za-z_][\w .-]{0,40}[\"']?:(?:[ \t]|[\r\n]|\Z)")


class FrontMatter(NamedTuple):
    """The fields and the offset where the text after them starts."""

    fields: tuple[Field, ...]
    end: int


_NONE = FrontMatter((), 0)


def front_matter(source: Source) -> FrontMatter:
    """The file's front matter; none at all gives no fields and the offset 0. Broken one raises InputError with its line.

    Values go into pages, so an HTML entity in one ("&pound;13 an hour") is the character that it stands for.
    """
    found = _read(source)
    if "&" not in source.text[: found.end]:
        return found
    return FrontMatter(tuple(map(_decoded, found.fields)), found.end)


def _decoded(field: Field) -> Field:
    from jdlint.readers.htmltokens import unescape, without_entities

    mapped = without_entities(field.block.mapped)
    if mapped is field.block.mapped:
        return field
    value = unescape(field.value) if isinstance(field.value, str) else field.value
    return replace(field, value=value, block=replace(field.block, mapped=mapped))


def _read(source: Source) -> FrontMatter:
    text = source.text
    if opened := _YAML_OPEN.match(text):
        return _yaml(source, opened.end())
    if opened := _TOML_OPEN.match(text):
        closed = _TOML_CLOSE.search(text, opened.end())
        if closed is None:
            return _NONE
        from jdlint.readers.tomlfields import toml_fields

        return FrontMatter(toml_fields(source, opened.end(), closed.start()), closed.end())
    if opened := _JSON_OPEN.match(text):
        return _json(source, text.index("{"))
    return _NONE


def _yaml(source: Source, start: int) -> FrontMatter:
    closed = _YAML_CLOSE.search(source.text, start)
    if closed is None:
        return _NONE
    if not source.text[start : closed.start()].strip():
        return FrontMatter((), closed.end())
    if fields := flat_fields(source, start, closed.start()):
        return FrontMatter(fields, closed.end())
    from jdlint.readers.yamlfields import NotAMapping, yaml_fields

    try:
        return FrontMatter(yaml_fields(source, start, closed.start()), closed.end())
    except NotAMapping:
        return _NONE
    except InputError:
        if _LOOKS_LIKE_KEY.match(source.text, start, closed.start()):
            raise
        return _NONE  # text between two thematic breaks


def _json(source: Source, start: int) -> FrontMatter:
    import json

    try:
        _, end = json.JSONDecoder().raw_decode(source.text, start)
    except (ValueError, RecursionError):
        return _NONE
    from jdlint.readers.yamlfields import yaml_fields

    return FrontMatter(yaml_fields(source, start, end), end)  # JSON is YAML, and YAML's events have positions
