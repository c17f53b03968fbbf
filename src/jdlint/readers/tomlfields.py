"""The fields of TOML front matter with the exact place of each value: tomllib tells what it means, tree-sitter where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from jdlint.posting.model import Block, Field
from jdlint.readers.bytemap import code_points
from jdlint.readers.errors import InputError
from jdlint.text.lazy import lazy
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span, TextBuilder

_PARSER = Parser(Language(tree_sitter_toml.language()))
_AT_LINE = lazy(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_ESCAPE = lazy(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*(?:\r\n|\n|\r)\s*|.)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_LARGEST = 10**18
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
    return tuple(_Walk(text, start).fields(_PARSER.parse(text.encode()).root_node))


class _Walk:
    """One pass over the syntax tree."""

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset
        self._at = code_points(text, 0)

    def _span(self, node: Node) -> tuple[int, int]:
        """The node's range in the text, in code points."""
        return self._at(node.start_byte), self._at(node.end_byte)

    def _name(self, node: Node) -> tuple[str, Span]:
        start, end = self._span(node)
        raw = self._text[start:end]
        keys: list[str] = []
        level: Any = tomllib.loads(f"{raw} = 0")
        while isinstance(level, dict):
            key, level = next(iter(level.items()))
            keys.append(key)
        return ".".join(keys), Span(start + self._offset, end + self._offset)

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
        start, end = self._span(node)
        raw = self._text[start:end]
        value = tomllib.loads("x = " + raw.replace("\r\n", "\n"))["x"]
        if isinstance(value, int) and abs(value) >= _LARGEST:
            value = raw  # Python could not write it
        mapped = self._string(raw, start + self._offset) if node.type == "string" else _direct(raw, start + self._offset)
        return Field(key, value, Block("field", mapped, key=key), key_span)

    @staticmethod
    def _string(raw: str, start: int) -> MappedText:
        quotes = 3 if raw[:3] in ('"""', "'''") else 1
        low, high = quotes, len(raw) - quotes
        builder = TextBuilder()
        at = low
        for match in _ESCAPE.finditer(raw, low, high) if raw[0] == '"' else ():
            builder.add(raw[at : match.start()], start + at, start + match.start())
            builder.add(_meaning(match.group()), start + match.start(), start + match.end())
            at = match.end()
        if at < high:
            builder.add(raw[at:high], start + at, start + high)
        mapped = builder.build()
        lead = len(mapped.plain) - len(mapped.plain.lstrip())
        return mapped.slice(lead, len(mapped.plain.rstrip()))


def _direct(raw: str, start: int) -> MappedText:
    builder = TextBuilder()
    builder.add(raw, start, start + len(raw))
    return builder.build()


def _meaning(escape: str) -> str:
    if escape[1] in "uU":
        return chr(int(f"0x{escape[2:]}", base=0))
    return _ESCAPES.get(escape[1], "")
