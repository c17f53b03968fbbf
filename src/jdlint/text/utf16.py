"""Offsets in UTF-16 code units, as Java, JavaScript and editors count them, and in code points, as everything here does."""

from __future__ import annotations

from bisect import bisect_left

_BMP_END = 0xFFFF


class Utf16:
    """The way between the two counts for one text. Only characters beyond the first 65,536 take two units."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [at for at, char in enumerate(text) if ord(char) > _BMP_END]
        self._points = wide
        self._units = [at + before for before, at in enumerate(wide)]

    def units(self, points: int) -> int:
        """The offset in code units of an offset in code points."""
        return points + bisect_left(self._points, points)

    def points(self, units: int) -> int:
        """The offset in code points of an offset in code units; one in the middle of a character is that character's start."""
        return units - bisect_left(self._units, units)
