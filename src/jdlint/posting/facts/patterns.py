"""Patterns over many lines of source, compiled at their first use and tried only where one of their words stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from jdlint.text.lazy import lazy
from jdlint.text.small import is_small, lowered
from jdlint.text.words import words


def joined(pattern: str) -> str:
    """A pattern written over several lines: line ends and indentation are not part of it."""
    return "".join(line.strip(" ") for line in pattern.splitlines())


class Gated:
    """A case-insensitive pattern and the folded words of which a text must hold one for the pattern to be tried.

    Most texts hold none, and a pattern that is never tried is never compiled.
    """

    __slots__ = ("_pattern", "_small", "regex", "words")

    def __init__(self, words: str, pattern: str) -> None:
        self.words = listed(words)
        self._pattern = joined(pattern)
        self.regex = lazy(self._pattern, re.IGNORECASE)
        self._small: re.Pattern[str] | None = None

    def finditer(self, text: str, norms: AbstractSet[str]) -> Iterable[re.Match[str]]:
        """Matches in a text whose folded words are `norms`."""
        return () if self.words.isdisjoint(norms) else self.regex.finditer(text)

    def spans(self, text: str, norms: AbstractSet[str]) -> list[tuple[int, int]]:
        """The ranges of the matches, for which the text in small letters is enough."""
        if self.words.isdisjoint(norms):
            return []
        if self._small is None:
            self._small = lazy(self._pattern) if is_small(self._pattern) else self.regex
        low = lowered(text)
        return [m.span() for m in (self.regex.finditer(text) if low is None else self._small.finditer(low))]

    def search(self, text: str, norms: AbstractSet[str]) -> re.Match[str] | None:
        """The first match."""
        return None if self.words.isdisjoint(norms) else self.regex.search(text)


class Stemmed:
    """A case-insensitive pattern and the parts of words, in small letters, of which one is part of each of its matches.

    For texts that belong to no block: to look for a few short texts costs a tenth of trying the pattern.
    """

    __slots__ = ("regex", "stems")

    def __init__(self, stems: str, pattern: str) -> None:
        self.stems = tuple(stems.split())
        self.regex = lazy(joined(pattern), re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.regex.search(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All matches."""
        return self.regex.finditer(text) if self._may_match(text) else ()

    def _may_match(self, text: str) -> bool:
        low = lowered(text)  # None: with letters that may match others than their capitals
        return low is None or any([stem in low for stem in self.stems])  # noqa: C419  # a generator takes twice as long


_REACH = 400  # a sentence is looked for so far to each side, so that a text without stops costs no more than others
_STOPS = (". ", "\n", "! ", "? ")


def sentence_around(text: str, at: int, end: int | None = None) -> tuple[int, int]:
    """Rough bounds of the sentence that holds [at, end)."""
    low, high = max(0, at - _REACH), min(len(text), (at if end is None else end) + _REACH)
    start = max(low, *(text.rfind(stop, low, at) + 1 for stop in _STOPS))
    ends = [i for stop in _STOPS if (i := text.find(stop, at if end is None else end, high)) >= 0]
    return start, min(ends, default=high)


def norms_of(text: str) -> frozenset[str]:
    """The folded words of a text that belongs to no block."""
    return frozenset(w.norm for w in words(text))


def listed(text: str) -> frozenset[str]:
    """The words of a text as a set: how word lists are written here."""
    return frozenset(text.split())
