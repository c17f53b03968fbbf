"""From the UTF-8 byte offsets that parsers give to the code points that sources count in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from jdlint.text.lazy import lazy

_NON_ASCII = lazy(r"[^\x00-\x7f]")


def code_points(text: str, shift: int) -> Callable[[int], int]:
    """The function from UTF-8 byte offsets of a text to its offsets in code points, moved by `shift`."""
    if text.isascii():
        return lambda at: at + shift if shift else at
    places = [m.start() for m in _NON_ASCII.finditer(text)]
    extra = [1 if text[p] < "\u0800" else 2 if text[p] < "\U00010000" else 3 for p in places]
    surplus = [0, *accumulate(extra)]
    in_bytes = [p + before for p, before in zip(places, surplus, strict=False)]  # where each non-ASCII character starts
    return lambda at: at - surplus[bisect_right(in_bytes, at - 1)] + shift
