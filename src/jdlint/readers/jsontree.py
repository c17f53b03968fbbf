"""JSON with the place of every value. The strings are read by the standard library's own scanner, so they mean what `json` says.

`json` itself gives no places, and tree-sitter's grammar takes no line ends inside strings, which the descriptions in the structured
data of many pages have and which `strict=False` allows, as the readers of job sites do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # not in the type stubs

from jdlint.hints import Any
from jdlint.posting.tree import Node, escaped
from jdlint.text.lazy import lazy
from jdlint.text.spans import MappedText, Span

_SPACE = lazy(r"[ \t\n\r]*")
_SCALAR = lazy(r"(?P<number>-?(?:0|[1-9]\d*)(?P<part>\.\d+)?(?P<power>[eE][+-]?\d+)?)(?![\w.])|(?P<word>true|false|null)(?!\w)")
_ESCAPE = lazy(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_LONE = lazy(r"[\ud800-\udfff]")  # half of a pair, which is no character
_UNKNOWN = "\ufffd"
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}
_WORDS = {"true": True, "false": False, "null": None}
_DEEPEST = 200
MOST_VALUES = 1_000_000  # of a text: with its place, each takes about half a kilobyte
_MOST_DIGITS = 400  # Python refuses to read whole numbers of more than 4300


class BrokenError(ValueError):
    """What is wrong with the JSON, in plain words; `at` is the offset in the text."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


def parse(text: str, start: int = 0, end: int | None = None, pointer: str = "") -> Node:
    """The one value in the range of the text; raises BrokenError. `pointer` is that of the value itself."""
    reader = Reader(text, len(text) if end is None else end)
    node, at = reader.value(reader.space(start), pointer, None, 0)
    at = reader.space(at)
    if at < reader.end:
        raise BrokenError("more text follows where the data should end", at)
    return node


class Reader:
    """Reads values at offsets of a text."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self._left = MOST_VALUES

    def space(self, at: int) -> int:
        """Where the white space at an offset ends."""
        match = _SPACE.match(self.text, at, self.end)
        return match.end() if match else at

    def _char(self, at: int) -> str:
        return self.text[at] if at < self.end else ""

    def string(self, at: int) -> tuple[str, int]:
        """The string whose opening quote stands at an offset, and where it ends."""
        try:
            value, stop = scanstring(self.text, at + 1, False)
        except JSONDecodeError as error:
            what = "a text has no closing quote" if error.msg.startswith("Unterminated") else "a backslash is followed by what is no escape"
            raise BrokenError(what, min(error.pos, self.end)) from None
        if stop > self.end:
            raise BrokenError("a text has no closing quote", at)
        return value if value.isascii() else _LONE.sub(_UNKNOWN, value), stop

    def value(self, at: int, pointer: str, key: Span | None, depth: int) -> tuple[Node, int]:
        """The value at an offset, and where it ends."""
        self._left -= 1
        if self._left < 0:
            raise BrokenError(f"it holds more than {MOST_VALUES:,} values", at)
        char = self._char(at)
        if char == '"':
            value, stop = self.string(at)
            return Node(value, Span(at, stop), pointer, key, partial(map_string, self.text, at, stop)), stop
        if char in ("{", "[") and char:
            if depth == _DEEPEST:
                raise BrokenError("it is nested too deeply", at)
            return (self._object if char == "{" else self._array)(at, pointer, key, depth)
        match = _SCALAR.match(self.text, at, self.end)
        if match is None:
            raise BrokenError(_expected(char, "a value"), at)
        stop = match.end()
        made: Callable[[], MappedText] = partial(MappedText.direct, self.text, at, stop)
        return Node(_scalar(match), Span(at, stop), pointer, key, made), stop

    def _object(self, at: int, pointer: str, key: Span | None, depth: int) -> tuple[Node, int]:
        found: dict[str, Node] = {}
        start, at = at, self.space(at + 1)
        while self._char(at) != "}":
            if self._char(at) != '"':
                raise BrokenError(_expected(self._char(at), "a key in double quotes" if found or self._char(at) else "a key or `}`"), at)
            name, stop = self.string(at)
            colon = self.space(stop)
            if self._char(colon) != ":":
                raise BrokenError(_expected(self._char(colon), "a colon"), colon)
            below = f"{pointer}/{escaped(name)}"
            found[name], at = self.value(self.space(colon + 1), below, Span(at + 1, stop - 1), depth + 1)
            at = self._next(at, "}")
        return self._made(found, start, at + 1, pointer, key), at + 1

    def _array(self, at: int, pointer: str, key: Span | None, depth: int) -> tuple[Node, int]:
        found: list[Node] = []
        start, at = at, self.space(at + 1)
        while self._char(at) != "]":
            node, at = self.value(at, f"{pointer}/{len(found)}", None, depth + 1)
            found.append(node)
            at = self._next(at, "]")
        return self._made(found, start, at + 1, pointer, key), at + 1

    def _made(self, value: Any, start: int, stop: int, pointer: str, key: Span | None) -> Node:  # noqa: ANN401  # a dict or a list
        return Node(value, Span(start, stop), pointer, key, partial(MappedText.direct, self.text, start, stop))

    def _next(self, at: int, closing: str) -> int:
        """The offset of what follows a member: the closing bracket, or the next member after a comma."""
        at = self.space(at)
        char = self._char(at)
        if char == closing:
            return at
        if char != ",":
            raise BrokenError(_expected(char, f"a comma or `{closing}`"), at)
        following = self.space(at + 1)
        if self._char(following) == closing:
            raise BrokenError(f"a comma stands before `{closing}`", at)
        return following


def _expected(char: str, what: str) -> str:
    return f"{what} is missing here" if char else f"it ends where {what} should follow"


def _scalar(match: re.Match[str]) -> int | float | bool | None:
    if match["word"]:
        return _WORDS[match["word"]]
    whole = not (match["part"] or match["power"]) and len(match["number"]) < _MOST_DIGITS
    return int(match["number"]) if whole else float(match["number"])


def map_string(text: str, start: int, end: int) -> MappedText:
    """The text of a string literal in the range, quotes included, without white space around it; escapes map as a whole."""
    return MappedText.decoded(text, start + 1, end - 1, _ESCAPE, _meaning).stripped()


def _meaning(escape: str) -> str:
    kind = escape[1]
    if kind != "u":
        return _ESCAPES.get(kind, kind)
    if len(escape) == len(r"\uD83D\uDE00"):
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return _LONE.sub(_UNKNOWN, chr(int(escape[2:], 16)))  # noqa: FURB166  # the sign before it is no part of the number
