"""The fields of YAML with the exact place of each value, from the parser's events (no recursion, one pass)."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from jdlint.hints import Any
from jdlint.posting.model import Block, Field
from jdlint.readers.errors import InputError
from jdlint.text.lazy import lazy
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span, TextBuilder
from jdlint.text.yamltree import DEEPEST, LOADER, is_endless, told

_FOLD = r"(?:(?<![ \t])[ \t]++)?(?:\r\n|\n|\r)\s*"
_PLAIN_TOKEN = lazy(_FOLD)
_SINGLE_TOKEN = lazy(rf"''|{_FOLD}")
_DOUBLE_TOKEN = lazy(rf"\\(?:r\\n|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|(?:\r\n|\n|\r)[ \t]*|.)|{_FOLD}")
_BREAK = lazy(r"\r\n|\n|\r")
_TOKENS = {"": _PLAIN_TOKEN, "'": _SINGLE_TOKEN, '"': _DOUBLE_TOKEN}
_ESCAPES = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
_SPACE = lazy(r"[ \t\n]*")
_RAW_LINE = lazy(r"[^\r\n]+")


class NotAMapping(Exception):  # noqa: N818  # an answer, not a failure
    """The YAML holds no mapping at its top."""


def yaml_fields(source: Source, start: int, end: int) -> tuple[Field, ...]:
    """The fields of the YAML mapping in the source range. Raises NotAMapping, or InputError with the line where it breaks."""
    try:
        return tuple(_fields(source, start, source.text[start:end]))
    except yaml.MarkedYAMLError as error:
        said, mark = told(error)
        line = source.position(min(start + mark.index, end))[0] if mark else source.position(start)[0]
        raise InputError(f"has broken front matter: {said}", line) from None
    except yaml.reader.ReaderError as error:
        line = source.position(start + min(error.position, end - start))[0]
        raise InputError("has broken front matter: a character that YAML does not allow", line) from None


class _Level:
    """An open mapping or sequence: the keys down to it and, in a mapping, the key whose value comes next."""

    __slots__ = ("key", "key_span", "mapping", "prefix", "start")

    def __init__(self, mapping: bool, prefix: str, key_span: Span, start: int) -> None:
        self.mapping = mapping
        self.prefix = prefix
        self.key: str | None = None
        self.key_span = key_span
        self.start = start


def _fields(source: Source, offset: int, text: str) -> Iterator[Field]:
    levels: list[_Level] = []
    anchors: dict[str, yaml.ScalarEvent] = {}
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(levels) == DEEPEST:
                mark: Any = event.start_mark
                raise InputError("has broken front matter: it is nested too deeply", source.position(offset + mark.index)[0])
            _open(levels, event, offset)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            levels.pop()
            if levels and levels[-1].mapping:
                levels[-1].key = None
        elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            if not levels:
                raise NotAMapping
            if isinstance(event, yaml.ScalarEvent) and event.anchor:
                anchors[event.anchor] = event
            yield from _scalar(source, offset, levels[-1], event, anchors)
        elif isinstance(event, yaml.DocumentEndEvent):
            return


def _open(levels: list[_Level], event: Any, offset: int) -> None:  # noqa: ANN401  # two event classes that yaml leaves untyped
    mapping = isinstance(event, yaml.MappingStartEvent)
    if not levels:
        if not mapping:
            raise NotAMapping
        levels.append(_Level(mapping, "", Span(offset, offset), offset))
        return
    outer = levels[-1]
    if outer.mapping and outer.key is None:  # a collection as a key: rare, and no name for anything
        outer.key, outer.key_span = "?", Span(offset + event.start_mark.index, offset + event.end_mark.index)
    levels.append(_Level(mapping, _dotted(outer), outer.key_span, event.start_mark.index))


def _dotted(level: _Level) -> str:
    if not level.mapping:
        return level.prefix
    return f"{level.prefix}.{level.key}" if level.prefix else str(level.key)


def _scalar(source: Source, offset: int, level: _Level, event: Any, anchors: dict[str, yaml.ScalarEvent]) -> Iterator[Field]:  # noqa: ANN401
    start, end = offset + event.start_mark.index, offset + event.end_mark.index
    if level.mapping and level.key is None:
        level.key = event.value if isinstance(event, yaml.ScalarEvent) else event.anchor or ""
        level.key_span = Span(start, end)
        return
    if isinstance(event, yaml.AliasEvent):
        known = anchors.get(event.anchor or "")
        value = _value(known) if known is not None else None
        mapped = MappedText.direct(source.text, start, end)
    else:
        value = _value(event)
        mapped = map_scalar(source.text, start, end, event.style or "", event.value)
    key = _dotted(level)
    yield Field(key, value, Block("field", mapped, key=key), level.key_span)
    if level.mapping:
        level.key = None


# What the constructors raise over a scalar that its tag or its looks promise too much of, such as `!!timestamp ""`.
NO_SUCH_VALUE = (yaml.YAMLError, ValueError, OverflowError, LookupError, AttributeError, TypeError)
_RESOLVER: Any = yaml.resolver.Resolver()
_CONSTRUCTOR = yaml.constructor.SafeConstructor()


def _value(event: yaml.ScalarEvent) -> Any:  # noqa: ANN401  # whatever YAML makes of it
    tag = event.tag
    if tag is None or tag == "!":
        if not event.implicit[0]:
            return event.value
        tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)
    node = yaml.ScalarNode(tag, event.value)
    if tag == "tag:yaml.org,2002:str" or is_endless(node):
        return event.value
    try:
        return _CONSTRUCTOR.construct_object(node)
    except NO_SUCH_VALUE:
        return event.value  # such as 2026-02-31: no date, but what the author wrote


def map_scalar(text: str, start: int, end: int, style: str, value: str) -> MappedText:
    """The value of a scalar mapped to its source; where it can't be followed exactly, as one whole."""
    if style in ("|", ">"):
        mapped = _map_block(text, start, end, value)
    else:
        quotes = len(style)
        mapped = MappedText.decoded(text, start + quotes, end - quotes, _TOKENS[style], _meaning)
    if mapped.plain.strip() != value.replace("\r\n", "\n").strip():
        return _whole(text, start, end, value.strip())
    return mapped.stripped()


def _whole(text: str, start: int, end: int, value: str) -> MappedText:
    builder = TextBuilder()
    if len(value) == end - start and text[start:end] != value:
        end -= 1  # equal lengths would promise a match character by character
    builder.add(value, start, end)
    return builder.build()


def _meaning(sign: str) -> str:
    """What an escape, a doubled quote or a folded line end stands for."""
    if sign == "''":
        return "'"
    if sign[0] != "\\":
        breaks = len(_BREAK.findall(sign))
        return " " if breaks == 1 else "\n" * (breaks - 1)
    kind = sign[1]
    if sign == "\\r\\n":
        return "\n"
    if kind in "xuU" and len(sign) > 2:  # noqa: PLR2004  # the escape has digits
        return chr(min(int(f"0x{sign[2:]}", base=0), 0x10FFFF))
    return "" if kind in "\r\n" else _ESCAPES.get(kind, kind)


def _map_block(text: str, start: int, end: int, value: str) -> MappedText:
    """Literal and folded scalars: each line's text is a copy; the white space between two is what the value has there."""
    builder = TextBuilder()
    header = _BREAK.search(text, start, end)
    if header is None:
        return builder.build()
    at, cursor = header.end(), 0
    for line in _RAW_LINE.finditer(text, header.end(), end):
        words = line.group().lstrip(" \t")
        if not words:
            continue
        words_start = line.end() - len(words)
        gap = _SPACE.match(value, cursor)
        if gap and gap.end() > cursor:
            builder.add(gap.group(), at, words_start)
            cursor = gap.end()
        words = words.rstrip()
        builder.add(words, words_start, words_start + len(words))
        cursor += len(words)
        at = words_start + len(words)
    return builder.build()
