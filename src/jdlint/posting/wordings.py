"""Wordings with gaps: `what|things you will? do *` over the words of a heading, many of them tried in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdlint.hints import Any, Generic, TypeVar
from jdlint.text.record import NamedTuple

K = TypeVar("K")
_GAP = 6  # words that a `*` inside a wording may stand for; at the end it stands for any number

Plain = tuple[list[Any], list[Any], dict[str, list[int]], list[int]]
Part = tuple[frozenset[str], bool] | None  # the words of which one stands here and whether it may be left out; None is a gap


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a wording: `a|b` either word, `x?` may be left out, `*` a gap."""
    return tuple(None if part == "*" else (frozenset(part.rstrip("?").split("|")), part.endswith("?")) for part in text.split())


def fits(parts: Sequence[Part], tokens: Sequence[str], at: int = 0, to: int = 0) -> bool:
    """Whether the wording from part `at` on fits the words from `to` on, to the end."""
    if at == len(parts):
        return to == len(tokens)
    part = parts[at]
    if part is None:
        if at + 1 == len(parts):
            return True
        return any(fits(parts, tokens, at + 1, i) for i in range(to, min(len(tokens), to + _GAP) + 1))
    options, optional = part
    if to < len(tokens) and tokens[to] in options and fits(parts, tokens, at + 1, to + 1):
        return True
    return optional and fits(parts, tokens, at + 1, to)


class _Entry(NamedTuple):
    parts: tuple[Part, ...]
    veto: frozenset[str]
    needed: frozenset[str]  # one of these words stands in every text of the wording


class Wordings(Generic[K]):
    """Wordings in order, each with a key and the words that rule it out; only those that may open a text are tried."""

    __slots__ = ("_anywhere", "_by_first", "_entries", "_keys")

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._keys: list[K] = []
        self._by_first: dict[str, list[int]] = {}
        self._anywhere: list[int] = []

    def add(self, parts: tuple[Part, ...], veto: frozenset[str], key: K) -> None:
        """Add a wording after those before it."""
        number = len(self._entries)
        needed = next((p[0] for p in parts if p is not None and not p[1]), frozenset[str]())
        self._entries.append(_Entry(parts, veto, needed))
        self._keys.append(key)
        first: set[str] = set()
        for part in parts:
            if part is None:
                self._anywhere.append(number)
                return
            first |= part[0]
            if not part[1]:
                break
        for word in sorted(first):  # the same order in every run
            self._by_first.setdefault(word, []).append(number)

    def plain(self) -> Plain:
        """All of it as plain values, for `of_plain`; so the keys must be."""
        return [tuple(entry) for entry in self._entries], self._keys, self._by_first, self._anywhere

    @classmethod
    def of_plain(cls, state: Plain, key: Callable[[Any], K]) -> Wordings[K]:
        """What `plain` was told of, each key made from its plain values."""
        found: Wordings[K] = cls()
        entries, keys, found._by_first, found._anywhere = state
        found._entries = [_Entry(*row) for row in entries]
        found._keys = [key(one) for one in keys]
        return found

    def find(self, tokens: Sequence[str]) -> K | None:
        """The key of the first wording that the words are of."""
        if not tokens:
            return None
        there = frozenset(tokens)
        numbers: list[int] = sorted([*self._by_first.get(tokens[0], []), *self._anywhere])
        for number in numbers:
            entry = self._entries[number]
            if entry.needed.isdisjoint(there) or not entry.veto.isdisjoint(there):
                continue
            if fits(entry.parts, tokens):
                return self._keys[number]
        return None
