"""Named parts of regular expressions: `(?&name)` in a pattern or guard stands for a part of the rule, or of the shared lexicon "frames"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jdlint.hints import Any
from jdlint.resources import lexicon
from jdlint.rules.document import RuleDocument, Trail
from jdlint.rules.errors import nearest
from jdlint.text.lazy import lazy

_CALL = lazy(r"\(\?&([a-z-]+)\)")
_DEEPEST = 4


def expanded(doc: RuleDocument, data: Mapping[str, Any]) -> dict[str, Any]:
    """The rule's content with every part put in its place; RuleError where a part is unknown or calls itself."""
    own = data.get("parts", {})
    if not isinstance(own, dict) or not all(isinstance(v, str) for v in own.values()):
        raise doc.error(("parts",), "expected expressions by name")
    found = {k: v for k, v in data.items() if k != "parts"}
    found["patterns"] = _walk(doc, ("patterns",), data.get("patterns"), own)
    return found


def _walk(doc: RuleDocument, trail: Trail, value: Any, own: Mapping[str, str]) -> Any:  # noqa: ANN401  # YAML of any shape
    if isinstance(value, list):
        return [_walk(doc, (*trail, i), item, own) for i, item in enumerate(value)]
    if isinstance(value, dict):
        return {k: _walk(doc, (*trail, k), v, own) for k, v in value.items()}
    return _expand(doc, trail, value, own) if isinstance(value, str) and "(?&" in value else value


def _expand(doc: RuleDocument, trail: Trail, text: str, own: Mapping[str, str]) -> str:
    def part(match: re.Match[str]) -> str:
        name = match.group(1)
        shared: dict[str, str] = lexicon("frames")
        if name not in own and name not in shared:
            raise doc.error(trail, f'there is no part "{name}"{nearest(name, [*own, *shared])}')
        return f"(?:{own.get(name) or shared[name]})"

    for _ in range(_DEEPEST):
        if not _CALL.search(text):
            return text
        text = _CALL.sub(part, text)
    raise doc.error(trail, "its parts call one another without an end")
