"""The setting `languagetool`: whether it runs, where it is, and what it is asked."""

from __future__ import annotations

import re
from pathlib import Path

from jdlint.config.decode import is_number, refuse_others, text_of
from jdlint.config.errors import ConfigError
from jdlint.config.tree import Node
from jdlint.hints import Any
from jdlint.posting.model import LanguageTool
from jdlint.rules.errors import nearest
from jdlint.text.lazy import lazy

LANGUAGES = ("auto", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA")
_ADDRESS = lazy(r"(?:https?://)?[^\s/:@]+(?::\d+)?(?:/\S*)?\Z", re.IGNORECASE)
_RULE_ID = lazy(r"[A-Z0-9_-]+\Z")
KEYS = ("enabled", "server", "jars", "java", "timeout", "language", "disabled-rules", "disabled-categories")


def languagetool(node: Node) -> LanguageTool:
    """The setting's value. ConfigError names the first thing that can't be used."""
    if not isinstance(node.value, dict):
        raise ConfigError(node.at, "expected settings of LanguageTool, such as `enabled: true`")
    found: dict[str, Any] = {}
    refuse_others(node, KEYS, "languagetool has no")
    for key, value in node.value.items():
        if value.value is not None:
            found[key.replace("-", "_")] = _value(key, value)
    return LanguageTool(**found)


def _value(key: str, node: Node) -> Any:  # noqa: ANN401  # of the key's own type
    value = node.value
    if key == "enabled":
        if isinstance(value, bool):
            return value
        raise ConfigError(node.at, "expected true or false")
    if key == "timeout":
        if is_number(value) and value > 0:
            return float(value)
        raise ConfigError(node.at, "expected a number of seconds above 0")
    if key.startswith("disabled-"):
        return _ids(node)
    value = text_of(node)
    if key == "language" and value not in LANGUAGES:
        raise ConfigError(node.at, f'unknown language "{value}"{nearest(value, LANGUAGES)} (one of {", ".join(LANGUAGES)})')
    if key == "server" and not _ADDRESS.match(value):
        raise ConfigError(node.at, f'"{value}" is no address of a server; write it as http://localhost:8081')
    if key == "jars" or (key == "java" and "/" in value):
        return str(Path(node.at.path).parent / Path(value).expanduser())
    return value


def _ids(node: Node) -> tuple[str, ...]:
    items = node.value if isinstance(node.value, list) else [node]
    for item in items:
        if not isinstance(item.value, str) or not _RULE_ID.match(item.value):
            raise ConfigError(item.at, "expected an id of LanguageTool's, such as COMMA_COMPOUND_SENTENCE (findings carry it as `term`)")
    return tuple(item.value for item in items)
