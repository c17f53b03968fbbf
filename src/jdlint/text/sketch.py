"""What a text is like, in a few bytes: the set of its runs of words as numbers, to be held against that of another text."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from zlib import crc32

_BINS = 64
_BAND = 4  # bins that must be alike for two texts to be held against each other
_SHIFT = 26  # of 32 bits: the first 6 choose the bin


def shingles(texts: Iterable[Sequence[str]], length: int) -> array[int]:
    """The runs of so many words in each text, as numbers in order, each once."""
    found: set[int] = set()
    for words in texts:
        line = " ".join([*words, ""]).encode("utf-8", "surrogatepass")  # each run is a part of it, with the space behind it
        if len(words) < length:
            found.add(crc32(line))
            continue
        starts = [0, *accumulate([len(word) + 1 for word in line.split(b" ")])]
        found.update([crc32(line[start:end]) for start, end in zip(starts, starts[length:-1], strict=False)])
    return array("I", sorted(found))


def packed(numbers: array[int]) -> str:
    """The numbers as a text."""
    return numbers.tobytes().hex()


def unpacked(text: str) -> array[int]:
    """The numbers in a text that `packed` made. ValueError for another."""
    found = array("I")
    found.frombytes(bytes.fromhex(text))
    return found


def alike(a: array[int], b: array[int]) -> float:
    """The share of their numbers that two sets have in common: 1 for equal ones, 0 for strangers."""
    both = len(set(a).intersection(b))
    either = len(a) + len(b) - both
    return both / either if either else 0.0


def bands(numbers: array[int]) -> Iterator[tuple[int, ...]]:
    """Keys of which two sets that are alike share one, almost surely: the least numbers of a few bins (one-permutation MinHash)."""
    least = [0] * _BINS
    for number in reversed(numbers):
        least[number >> _SHIFT] = number
    for start in range(0, _BINS, _BAND):
        if any(key := least[start : start + _BAND]):
            yield (start, *key)
