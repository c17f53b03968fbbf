"""Spans in the source and the map from a block's plain text to the source it was read from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from jdlint.text.record import NamedTuple


class Span(NamedTuple):
    """A half-open range of source offsets, in code points."""

    start: int
    end: int


class Piece(NamedTuple):
    """`length` plain characters from `plain` on, read from the source range [`start`, `end`).

    Where the two are of equal length they correspond character by character; else (an entity, an escape, a folded
    line end) the plain characters stand for the source range as a whole.
    """

    plain: int
    length: int
    start: int
    end: int


class MappedText:
    """Plain text with the place in the source of every character.

    Pieces are in order and cover the whole plain text; source ranges between them (markup) belong to no character.
    """

    __slots__ = ("_starts", "pieces", "plain")

    def __init__(self, plain: str, pieces: Iterable[Piece]) -> None:
        self.plain = plain
        self.pieces = tuple(pieces)
        self._starts = [p.plain for p in self.pieces]

    @classmethod
    def direct(cls, source: str, start: int, end: int) -> MappedText:
        """The source range [start, end) as it stands."""
        return cls(source[start:end], [Piece(0, end - start, start, end)] if end > start else [])

    def _piece(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The source range that the plain characters [start, end) were read from.

        An empty range gives an empty span at the place of its character. Markup inside the range is part of the span.
        """
        if not self.pieces:
            return Span(0, 0)
        if start >= end:
            at = self._before(start) if start >= len(self.plain) else self._first(start)
            return Span(at, at)
        return Span(self._first(start), self._before(end))

    def _first(self, offset: int) -> int:
        piece = self._piece(offset)
        direct = piece.length == piece.end - piece.start
        return piece.start + (offset - piece.plain if direct else 0)

    def _before(self, offset: int) -> int:
        """Source end of the character that ends at plain `offset`, which is above 0."""
        piece = self._piece(offset - 1)
        direct = piece.length == piece.end - piece.start
        return piece.start + offset - piece.plain if direct else piece.end

    def plain_range(self, span: Span) -> tuple[int, int] | None:
        """The plain characters that were read from a source range, in whole or in part; None where there are none."""
        first = last = None
        for piece in self.pieces:
            if piece.end <= span.start:
                continue
            if piece.start >= span.end:
                break
            direct = piece.length == piece.end - piece.start
            start = piece.plain + (max(0, span.start - piece.start) if direct else 0)
            last = piece.plain + (min(piece.length, span.end - piece.start) if direct else piece.length)
            first = start if first is None else first
        return None if first is None or last is None or first >= last else (first, last)

    def slice(self, start: int, end: int) -> MappedText:
        """The part [start, end) of the plain text, with its map."""
        start, end = max(0, start), min(end, len(self.plain))
        if start == 0 and end == len(self.plain):
            return self
        pieces = []
        for piece in self.pieces[max(0, bisect_right(self._starts, start) - 1) : bisect_left(self._starts, end)]:
            low, high = max(piece.plain, start), min(piece.plain + piece.length, end)
            if low >= high:
                continue
            if piece.length == piece.end - piece.start:
                shift = piece.start - piece.plain
                pieces.append(Piece(low - start, high - low, low + shift, high + shift))
            else:
                pieces.append(Piece(low - start, high - low, piece.start, piece.end))
        return MappedText(self.plain[start:end], pieces)

    def stripped(self) -> MappedText:
        """The text without white space around it."""
        return self.slice(len(self.plain) - len(self.plain.lstrip()), len(self.plain.rstrip()))

    @classmethod
    def decoded(cls, source: str, start: int, end: int, sign: re.Pattern[str], meaning: Callable[[str], str]) -> MappedText:
        """The source range [start, end) with each sign in it (an escape, an entity) as what it stands for; a sign maps as a whole."""
        builder = TextBuilder()
        at = start
        for match in sign.finditer(source, start, end):
            builder.add(source[at : match.start()], at, match.start())
            builder.add(meaning(match.group()), *match.span())
            at = match.end()
        builder.add(source[at:end], at, end)
        return builder.build()

    def through(self, outer: MappedText) -> MappedText:
        """The text with the places that `outer` gives: this one was read from `outer.plain`, and its own places are offsets there."""
        builder = TextBuilder()
        for piece in self.pieces:
            plain = self.plain[piece.plain : piece.plain + piece.length]
            if piece.length != piece.end - piece.start:
                start, end = outer.span(piece.start, piece.end)
                builder.add(plain, start, end - (len(plain) == end - start))  # equal lengths would promise more than is known
                continue
            for part in outer.slice(piece.start, piece.end).pieces:
                builder.add(plain[part.plain : part.plain + part.length], part.start, part.end)
        return builder.build()


class TextBuilder:
    """Collects plain text and its map piece by piece, for readers."""

    __slots__ = ("_length", "_parts", "_pieces")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, plain: str, start: int, end: int) -> None:
        """Append plain text that was read from the source range [start, end)."""
        if not plain:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.end == start and last.length == last.end - last.start and len(plain) == end - start:
            self._pieces[-1] = Piece(last.plain, last.length + len(plain), last.start, end)
        else:
            self._pieces.append(Piece(self._length, len(plain), start, end))
        self._parts.append(plain)
        self._length += len(plain)

    def build(self) -> MappedText:
        """The text collected so far."""
        return MappedText("".join(self._parts), self._pieces)
