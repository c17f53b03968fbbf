"""Regular expressions of rules: `re` for the shipped ones, linear-time RE2 for those of other people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from jdlint.hints import Any, Protocol
from jdlint.text.compiled import compiled
from jdlint.text.small import is_small, lowered

_BEYOND = {
    "(?=": "look-ahead", "(?!": "look-ahead", "(?<": "look-behind", "(?>": "atomic groups", "(?(": "conditions",
    "\\1": "back-references", "\\2": "back-references", "(?P=": "back-references",
}  # fmt: skip
# Wrapped lines, no-break spaces and typographic apostrophes are matched as their plain forms. Each is one character for one.
_FLAT = str.maketrans("\n\r\t\u00a0\u202f\u2009’ʼ‘‐‑", "      '''--")


MOST_PATTERN = 5_000  # characters of an expression that isn't shipped
_ASCII_ONLY = re.compile(r"(?<!\\)(?:\\\\)*(\\[bBwW])")


class PatternError(ValueError):
    """A regular expression that can't be used."""


class Regex(Protocol):
    """The part of a compiled expression that rules use."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Ranges of the matches, or of their group `at`; empty ones are left out."""


@lru_cache(maxsize=8)  # several rules look at one block, one after the other
def flat(text: str) -> str:
    """The text as expressions see it, of the same length."""
    if text.isascii() and not ("\n" in text or "\r" in text or "\t" in text):
        return text
    return text.translate(_FLAT)


class _Compiled:
    """A compiled expression of either engine; RE2's matches know groups by number only."""

    __slots__ = ("_find", "_group")

    def __init__(self, compiled: Any) -> None:  # noqa: ANN401  # re2 has no types
        self._find = compiled.finditer
        self._group = compiled.groupindex.get("at", 0)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Ranges of the matches, or of their group `at`; empty ones are left out."""
        for match in self._find(text):
            yield from self._range(match)

    def _range(self, match: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401  # as above
        start, end = match.span(self._group)
        if start < 0:  # another branch matched, one without the group
            start, end = match.span()
        if end > start:
            yield start, end


class _Worded(_Compiled):
    r"""An RE2 expression. Its `\b` knows the letters of ASCII alone: a hit that begins or ends with one inside of a word is none."""

    __slots__ = ("_first", "_last")

    def __init__(self, compiled: Any, pattern: str) -> None:  # noqa: ANN401  # as above
        super().__init__(compiled)
        self._first, self._last = pattern.startswith(r"\b"), pattern.endswith(r"\b") and not pattern.endswith(r"\\b")

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Ranges as above."""
        for match in self._find(text):
            start, end = match.span()
            if not ((self._first and _inside(text, start)) or (self._last and _inside(text, end))):
                yield from self._range(match)


def _inside(text: str, at: int) -> bool:
    """Whether a place is between two characters of one word."""
    return 0 < at < len(text) and _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(char: str) -> bool:
    return char == "_" or char.isalnum()


class _Small:
    """An expression in small letters: tried on the text in small letters, with case told apart, which `re` does far faster."""

    __slots__ = ("_any_case", "_pattern", "_small")

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._small = _Compiled(_shipped(pattern, 0))
        self._any_case: _Compiled | None = None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Ranges of the matches, or of their group `at`; empty ones are left out."""
        low = lowered(text)
        if low is None:
            if self._any_case is None:
                self._any_case = _Compiled(_shipped(self._pattern, re.IGNORECASE))
            return self._any_case.spans(text)
        return self._small.spans(low)


@cache
def compile_pattern(pattern: str, *, trusted: bool) -> Regex:
    """The expression, case-insensitive. One that isn't trusted runs in linear time, or is refused."""
    if not trusted:
        return _Worded(_linear(pattern), pattern)
    return _Small(pattern) if is_small(pattern) else _Compiled(_shipped(pattern, re.IGNORECASE))


def _shipped(pattern: str, flags: int) -> re.Pattern[str]:
    try:
        return compiled(pattern, flags)
    except re.error as error:
        place = "" if error.pos is None else f" at its character {error.pos + 1}"
        raise PatternError(f"not a valid regular expression{place}: {error.msg}") from error


def _linear(pattern: str) -> Any:  # noqa: ANN401  # re2 has no types
    try:
        import re2  # type: ignore[import-untyped]
    except ImportError as error:
        raise PatternError('regular expressions in your own rules need google-re2: pip install "jdlint[regex]"') from error
    if len(pattern) > MOST_PATTERN:
        raise PatternError(f"not a usable regular expression: it is longer than {MOST_PATTERN:,} characters")
    if not pattern.isascii() and (sign := _ASCII_ONLY.search(pattern)):
        told = f"`{sign[1]}` knows English letters only, and this expression holds others; leave it out"
        raise PatternError(f"not a usable regular expression: {told}")
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    options.max_mem = 8 << 20
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        detail = error.args[0]
        detail = detail.decode("utf-8", "replace") if isinstance(detail, bytes) else str(detail)
        beyond = next((what for sign, what in _BEYOND.items() if sign in detail), None)
        if beyond:
            detail = f"{beyond} (`{detail.rpartition(': ')[2]}`) can't be expressed in linear time; use `unless:` guards instead"
        raise PatternError(f"not a usable regular expression: {detail}") from error
