"""How many syllables words have, as the CMU Pronouncing Dictionary says, and a guess for all words that costs nothing.

The table is made by tools/make_syllables.py; the dictionary's licence stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from jdlint.text.lazy import lazy

_VOWELS = lazy(r"[aeiouy]+")
Phones = tuple[tuple[str, ...], ...]


class Pronunciations(Mapping[str, Phones]):
    """Words with one pronunciation each, of which only the vowels are told: as many phones as there are syllables.

    This is the shape of NLTK's dictionary, in which a phone that ends in a digit is a vowel. A word is looked up in the text of the
    table by halving: a posting has some hundred different words, and a dict of all would take longer to make than they to find.
    """

    def __init__(self, table: str) -> None:
        """Of lines in order, `word number`."""
        self._table = table
        self._known: dict[str, Phones | None] = {}

    def __getitem__(self, word: str) -> Phones:
        try:
            phones = self._known[word]
        except KeyError:
            count = self._find(word)
            phones = self._known[word] = None if count is None else (("V1",) * count,)
        if phones is None:
            raise KeyError(word)
        return phones

    def __iter__(self) -> Iterator[str]:
        return (line.partition(" ")[0] for line in self._table.split("\n"))

    def __len__(self) -> int:
        return self._table.count("\n") + 1

    def _find(self, word: str) -> int | None:
        low, high = 0, len(self._table)  # starts of lines, or the end
        while low < high:
            middle = (low + high) // 2
            start = self._table.rfind("\n", low, middle) + 1 or low
            end = self._table.find("\n", middle, high)
            end = high if end < 0 else end
            found, _, count = self._table[start:end].partition(" ")
            if found == word:
                return int(count)
            if found < word:
                low = end + 1
            else:
                high = max(start - 1, low)
        return None


@cache
def pronunciations() -> Pronunciations:
    """The words of the CMU Pronouncing Dictionary."""
    import zlib
    from importlib.resources import files

    data = files("jdlint.analysis").joinpath("data", "syllables.z").read_bytes()
    return Pronunciations(zlib.decompress(data).decode("ascii"))


# Vowels side by side that are often syllables of their own, and consonants in a row, as letters that are spelt have them.
_APART = lazy(r"(?<![tscxg])i[aeou]|e[aio]|u[aeio](?<!q..)|y[aeiou]|[bcdfghjklmnpqrstvwxz]{4}")


@lru_cache(maxsize=10_000)
def counted(word: str) -> int:
    """Syllables by the dictionary, with its other form where it has a word with and without the apostrophe; else a generous guess."""
    table = pronunciations()
    known = [len(phones[0]) for form in (word, word.replace("'", "")) if (phones := table.get(form))]
    return max(known) if known else guessed(word) + (_APART.search(word) is not None) + ("'" in word)


@lru_cache(maxsize=10_000)  # words recur
def guessed(word: str) -> int:
    """Syllables by runs of vowels. Silent e counts, too, so that of ordinary text it guesses more than there are."""
    return len(_VOWELS.findall(word)) or (len(word) if word.isalpha() else 1)
