"""How many syllables words have, as the CMU Pronouncing Dictionary says, and a guess for all words that costs nothing.

The table is made by tools/make_syllables.py; the dictionary's licence stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from jdlint.text.lazy import lazy

_VOWELS = lazy(r"[aeiouy]+")
Phones = tuple[tuple[str, ...], ...]


@cache
def pronunciations() -> Mapping[str, Phones]:
    """Words with one pronunciation each, of which only the vowels are told: as many phones as there are syllables.

    This is the shape of NLTK's dictionary, in which a phone that ends in a digit is a vowel.
    """
    import zlib
    from importlib.resources import files

    data = files("jdlint.analysis").joinpath("data", "syllables.z").read_bytes()
    found: dict[str, Phones] = {}
    for line in zlib.decompress(data).decode("ascii").split("\n"):
        count, *words = line.split(" ")
        found.update(dict.fromkeys(words, (("V1",) * int(count),)))
    return found


@lru_cache(maxsize=10_000)  # words recur
def guessed(word: str) -> int:
    """Syllables by runs of vowels. Silent e counts, too, so that of ordinary text it guesses more than there are."""
    return len(_VOWELS.findall(word)) or (len(word) if word.isalpha() else 1)
