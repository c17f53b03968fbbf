"""Many phrases looked up in one pass over the words of a text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from jdlint.text.lazy import lazy
from jdlint.text.words import Word, words

K = TypeVar("K", bound=Hashable)

_PLAIN = lazy(r"[a-z0-9 -]+\Z")


def plain_words(phrase: str) -> tuple[str, ...] | None:
    """The words of a phrase that is written in plain small letters, as by far the most are, found the fast way; else None."""
    return tuple(phrase.replace("-", " ").split()) if _PLAIN.match(phrase) else None


def folded(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    plain = plain_words(phrase)
    return tuple(w.norm for w in words(phrase)) if plain is None else plain


class PhraseIndex(Generic[K]):
    """Phrases by their first two words; one or two dictionary look-ups a word of text, whatever the number of phrases.

    Phrases and texts are compared word by word after folding, so hyphen, slash, line end and space are alike.
    """

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[str, K]] = ()) -> None:
        # first word -> keys of one-word phrases, and by the second word the rest of longer ones
        self._by_first: dict[str, tuple[list[K], dict[str, list[tuple[tuple[str, ...], K]]]]] = {}
        for phrase, key in phrases:
            self.add(phrase, key)

    def add(self, phrase: str, key: K) -> None:
        """Add a phrase; one without a word raises ValueError."""
        self.add_words(folded(phrase), key, phrase)

    def add_words(self, parts: tuple[str, ...], key: K, phrase: str = "") -> None:
        """Add a phrase that is already parted into folded words."""
        if not parts:
            message = f"the phrase {phrase!r} has no word"
            raise ValueError(message)
        alone, longer = self._by_first.setdefault(parts[0], ([], {}))
        if len(parts) == 1:
            alone.append(key)
        else:
            longer.setdefault(parts[1], []).append((parts[2:], key))

    def find(self, tokens: Sequence[Word]) -> Iterator[tuple[K, int, int]]:
        """Every phrase in the words, as (key, index of its first word, index after its last), in order of their start."""
        lookup = self._by_first.get
        size = len(tokens)
        for at, entries in enumerate(map(lookup, [word[0] for word in tokens])):  # where a run spends most of its time
            if entries is None:
                continue
            alone, longer = entries
            if longer and at + 1 < size:
                for rest, key in longer.get(tokens[at + 1][0], ()):
                    stop = at + 2 + len(rest)
                    if stop <= size and (not rest or all(tokens[at + 2 + i][0] == part for i, part in enumerate(rest))):
                        yield key, at, stop
            for key in alone:
                yield key, at, at + 1
