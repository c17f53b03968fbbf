"""Many phrases looked up in one pass over the words of a text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import itemgetter

from jdlint.hints import Any, Generic, TypeVar
from jdlint.text.lazy import lazy
from jdlint.text.words import words

K = TypeVar("K", bound=Hashable)

Plain = tuple[dict[str, list[Any]], dict[tuple[str, str], list[tuple[tuple[str, ...], Any]]]]
_START = itemgetter(1)
_PLAIN = lazy(r"[a-z0-9 -]+\Z")


def plain_words(phrase: str) -> tuple[str, ...] | None:
    """The words of a phrase that is written in plain small letters, as by far the most are, found the fast way; else None."""
    if phrase.isalnum() and phrase.isascii() and phrase.islower():
        return (phrase,)
    return tuple(phrase.replace("-", " ").split()) if _PLAIN.match(phrase) else None


def folded(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    plain = plain_words(phrase)
    return tuple(w.norm for w in words(phrase)) if plain is None else plain


class PhraseIndex(Generic[K]):
    """Phrases by their first two words; two dictionary look-ups a word of text, whatever the number of phrases.

    Phrases and texts are compared word by word after folding, so hyphen, slash, line end and space are alike.
    """

    __slots__ = ("_alone", "_anchors", "_longer")

    def __init__(self, phrases: Iterable[tuple[str, K]] = ()) -> None:
        self._alone: dict[str, list[K]] = {}  # phrases of one word
        self._longer: dict[tuple[str, str], list[tuple[tuple[str, ...], K]]] = {}  # by the first two words the rest of longer ones
        self._anchors: AbstractSet[str] | None = None
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
        if len(parts) == 1:
            self._alone.setdefault(parts[0], []).append(key)
        else:
            self._longer.setdefault((parts[0], parts[1]), []).append((parts[2:], key))

    def plain(self) -> Plain:
        """All of it as plain values, for `of_plain`, if the keys are."""
        return self._alone, self._longer

    @classmethod
    def of_plain(cls, state: Plain) -> PhraseIndex[Any]:
        """The index that told `plain` of itself."""
        found: PhraseIndex[Any] = cls()
        found._alone, found._longer = state
        return found

    @property
    def anchors(self) -> AbstractSet[str]:
        """Of each phrase the longest word, which is mostly the rarest: where none of them stands, no phrase does."""
        if self._anchors is None:
            longest = {max((*pair, *rest), key=len) for pair, entries in self._longer.items() for rest, _ in entries}
            self._anchors = longest.union(self._alone)
        return self._anchors

    def find(self, tokens: Sequence[str]) -> list[tuple[K, int, int]]:
        """Every phrase in the folded words, as (key, index of its first word, index after its last), in order of their start."""
        found = []
        longer, alone = self._longer, self._alone
        if not longer.keys().isdisjoint(pairwise(tokens)):  # three times as fast as the walk, which few texts need
            for at, entries in enumerate(map(longer.get, pairwise(tokens))):
                if entries is not None:
                    for rest, key in entries:
                        stop = at + 2 + len(rest)
                        if not rest or tuple(tokens[at + 2 : stop]) == rest:
                            found.append((key, at, stop))
        if alone.keys().isdisjoint(tokens):
            return found
        found += [(key, at, at + 1) for at, keys in enumerate(map(alone.get, tokens)) if keys is not None for key in keys]
        found.sort(key=_START)
        return found
