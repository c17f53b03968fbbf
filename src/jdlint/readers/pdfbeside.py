"""Pages of a form whose labels stand beside the middle of their text: each label is read before what it labels."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.readers.pdfwords import Word
from jdlint.text.record import dataclass

_PITCH = 1.75  # of the size: lines so near are one text
_TALL = 3  # lines: a text in whose middle a label can stand
_LABEL_WORDS = 8
_AHEAD = 40  # rows in which a form shows where its texts begin

Row = Sequence[Sequence[Word]]  # the parts of a row, from left to right


@dataclass(slots=True, eq=False)
class Piece:
    """Parts that stand under each other, with the rows that they stand in."""

    rows: list[int]
    parts: list[Sequence[Word]]

    @property
    def left(self) -> float:
        """Where its first line begins."""
        return self.parts[0][0].left

    @property
    def top(self) -> float:
        """The baseline of its first line."""
        return self.parts[0][0].base

    @property
    def bottom(self) -> float:
        """The baseline of its last line."""
        return self.parts[-1][0].base


def beside(rows: Sequence[Row], start: int) -> tuple[int, list[tuple[Piece | None, Piece | None]]]:
    """Where a form that begins with a row ends, and its labels with their texts in order; none where its labels stand at the top.

    A label without a text, and a text without a label, stand alone.
    """
    gutter = _gutter(rows, start)
    if gutter is None:
        return start + 1, []
    stop = start
    while stop < len(rows) and _keeps_apart(rows[stop], gutter):
        stop += 1
    sides: list[list[Piece]] = [[], []]
    for number in range(start, stop):
        for part in rows[number]:
            _add(sides[part[0].left > gutter], number, part)
    labels, texts = sides
    if any(len(part) > _LABEL_WORDS for label in labels for part in label.parts):
        return start + 1, []
    of: dict[int, Piece] = {}
    for label in sorted(labels, key=lambda piece: -piece.left):  # of two in a row, the one nearer to the text
        text = next((text for text in texts if _stands_in(label, text) and text not in of.values()), None)
        if text is not None:
            of[id(label)] = text
    found: list[tuple[Piece | None, Piece | None]] = [(label, of.get(id(label))) for label in labels]
    if not any(label and text and len(text.parts) >= _TALL and label.rows[0] > text.rows[0] for label, text in found):
        return start + 1, []
    found += [(None, text) for text in texts if text not in of.values()]
    return stop, sorted(found, key=_height, reverse=True)


def _gutter(rows: Sequence[Row], start: int) -> float | None:
    """The place between labels and texts, told by the first row that has both."""
    for number in range(start, min(len(rows), start + _AHEAD)):
        if len(rows[number]) > 1:
            first = rows[number][-1][0]
            gutter = first.left - first.size / 2
            return gutter if all(_keeps_apart(row, gutter) for row in rows[start:number]) else None
    return None


def _keeps_apart(row: Row, gutter: float) -> bool:
    return all(part[0].left > gutter or part[-1].right <= gutter for part in row)


def _height(pair: tuple[Piece | None, Piece | None]) -> float:
    return max(piece.top for piece in pair if piece is not None)


def _add(pieces: list[Piece], number: int, part: Sequence[Word]) -> None:
    """Put a part to the piece that it goes on with, or begin another."""
    size = part[0].size
    for last in pieces[-2:]:  # in a row there may be two
        above = last.parts[-1]
        near = 0 < above[0].base - part[0].base <= _PITCH * max(size, above[0].size)
        aligned = abs(above[0].left - part[0].left) < size or abs(above[-1].right - part[-1].right) < size or _centred(above, part)
        if near and aligned:
            last.rows.append(number)
            last.parts.append(part)
            return
    pieces.append(Piece([number], [part]))


def _centred(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return abs(one[0].left + one[-1].right - other[0].left - other[-1].right) < one[0].size


def _stands_in(label: Piece, text: Piece) -> bool:
    """Whether the middle of the one is level with the other."""
    slack = label.parts[0][0].size / 2
    return any(other.bottom - slack <= (one.top + one.bottom) / 2 <= other.top + slack for one, other in ((label, text), (text, label)))
