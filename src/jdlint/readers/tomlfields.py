"""The fields of TOML front matter with the exact place of each value: tomllib tells what it means, tree-sitter where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from jdlint.hints import Any
from jdlint.posting.model import Block, Field
from jdlint.readers.bytemap import code_points
from jdlint.readers.errors import InputError
from jdlint.text.lazy import lazy
from jdlint.text.opening import is_endless
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span

_PARSER = Parser(Language(tree_sitter_toml.language()))
_AT_LINE = lazy(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_ESCAPE = lazy(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*(?:\r\n|\n|\r)\s*|.)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_KEYS = ("bare_key", "quoted_key", "dotted_key")


def toml_fields(source: Source, start: int, end: int) -> tuple[Field, ...]:
    """The fields of the TOML in the source range; raises InputError with the line where it breaks."""
    text = source.text[start:end]
    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        where = _AT_LINE.search(str(error))
        first = source.position(start)[0]
        line = first + int(where.group(1)) - 1 if where and where.group(1) else first
        what = "it is nested too deeply" if isinstance(error, RecursionError) else _AT_LINE.sub("", str(error)).split(";")[0]
        raise InputError(f"has broken front matter: {what}", line) from None
    return tuple(_Walk(source.text, text, start).fields(_PARSER.parse(text.encode()).root_node))


class _Walk:
    """One pass over the syntax tree of the TOML that begins at an offset of a text."""

    def __init__(self, text: str, toml: str, offset: int) -> None:
        self._text = text
        self._at = code_points(toml, offset)

    def _span(self, node: Node) -> Span:
        """The node's range in the text, in code points."""
        return Span(self._at(node.start_byte), self._at(node.end_byte))

    def _name(self, node: Node) -> tuple[str, Span]:
        span = self._span(node)
        raw = self._text[slice(*span)]
        keys: list[str] = []
        level: Any = tomllib.loads(f"{raw} = 0")
        while isinstance(level, dict):
            key, level = next(iter(level.items()))
            keys.append(key)
        return ".".join(keys), span

    def fields(self, root: Node) -> Iterator[Field]:
        """All values below the root, in source order."""
        todo: list[tuple[Node, str, Span | None]] = [(root, "", None)]
        while todo:
            node, prefix, key_span = todo.pop()
            if node.type in ("table", "table_array_element"):
                keys = [child for child in node.children if child.type in _KEYS]
                prefix = self._name(keys[0])[0] if keys else prefix
            elif node.type == "pair":
                keys = [child for child in node.children if child.type in _KEYS]
                name, key_span = self._name(keys[0])
                todo.append((node.children[-1], f"{prefix}.{name}" if prefix else name, key_span))
                continue
            elif node.type in ("string", "integer", "float", "boolean") or node.type.endswith(("_date_time", "_date", "_time")):
                if key_span is not None:
                    yield self._field(node, prefix, key_span)
                continue
            todo.extend((child, prefix, key_span) for child in reversed(node.children) if child.type not in _KEYS)

    def _field(self, node: Node, key: str, key_span: Span) -> Field:
        span = self._span(node)
        raw = self._text[slice(*span)]
        value = tomllib.loads("x = " + raw.replace("\r\n", "\n"))["x"]
        if is_endless(value):
            value = raw
        mapped = _string(self._text, span) if node.type == "string" else MappedText.direct(self._text, *span)
        return Field(key, value, Block("field", mapped, key=key), key_span)


def _string(text: str, span: Span) -> MappedText:
    """The text of a string literal, without white space around it; escapes map as a whole."""
    mark = text[span.start]
    quotes = 3 if text.startswith(mark * 3, *span) else 1
    low, high = span.start + quotes, span.end - quotes
    if mark == "'":
        return MappedText.direct(text, low, high).stripped()
    return MappedText.decoded(text, low, high, _ESCAPE, _meaning).stripped()


def _meaning(escape: str) -> str:
    if escape[1] in "uU":
        return chr(int(f"0x{escape[2:]}", base=0))
    return _ESCAPES.get(escape[1], "")
