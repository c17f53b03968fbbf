"""From the words of a page to its lines in reading order: rows by their baselines, columns one after the other, no running headers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jdlint.readers.pdfbeside import Piece, beside
from jdlint.readers.pdfwords import Link, Page, Word
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass, replace

_SAME_ROW = 0.4  # of the size: so far apart two baselines still are one
_APART = 0.15  # of the size: a space
_WIDE = 1.8  # of the size: a gap that parts cells or columns
_MARGIN = 0.09  # of the page's height, where running headers and footers stand
_COLUMN_ROWS = 5  # so many rows on either side make columns
_SIDE_BY_SIDE = 0.6  # of the rows: level with a short one on the left they are a table
_SHORT = 4  # words of a label
_DIGITS = lazy(r"\d+")
_NUMBER = lazy(r"\W*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*\Z")
_GLYPH = lazy(r"[^\w\s]$|o$|\uf0b7|\uf0a7")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Words that stand side by side: a line of a paragraph or a cell. `row` counts the page's rows from the top; `cell` its parts."""

    page: int
    words: tuple[Word, ...]
    row: int
    cell: int = 0
    cells: int = 1
    column: int = 0  # of text, beside others on the page

    @property
    def text(self) -> str:
        """The words with the spaces between them."""
        return "".join(f" {w.text}" if n and w.spaced else w.text for n, w in enumerate(self.words))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(w.right for w in self.words)

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, a bullet aside."""
        return all(w.bold or not any(map(str.isalnum, w.text)) for w in self.words)


def lines(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page in reading order, without what runs through all pages at their top and foot."""
    rows = [_rows(page) for page in pages]
    running = _running(pages, rows)
    return [list(_page(number, rows[number], running)) for number in range(len(pages))]


def _rows(page: Page) -> list[list[Word]]:
    """The words by their baselines from the top down, each row from left to right; what stands outside of the page is left out."""
    inside = [w for w in page.words if -1 <= w.left <= page.width + 1 and -1 <= w.base <= page.height + 1]
    rows: list[list[Word]] = []
    for word in sorted(inside, key=lambda w: -w.base):
        near = rows[-1] if rows else None
        if near and near[0].base - word.base <= _SAME_ROW * min(near[0].size, word.size):
            near.append(word)
        else:
            rows.append([word])
    return [_told_once(sorted(row, key=lambda w: w.left)) for row in rows]


def _told_once(row: list[Word]) -> list[Word]:
    """A row without words that are drawn twice in the same place, to look bold."""
    found: list[Word] = []
    for word in row:
        twin = found and found[-1].text == word.text and abs(found[-1].left - word.left) < 0.2 * word.size  # a hair
        if not twin:
            apart = bool(found) and word.left - found[-1].right > _APART * word.size
            found.append(word._replace(spaced=True) if apart and not word.spaced else word)
    return found


def _sign(row: Sequence[Word]) -> str:
    """A row's text, whatever the page's number is."""
    return _DIGITS.sub("0", " ".join(w.text for w in row)).casefold()


def _running(pages: Sequence[Page], rows: Sequence[list[list[Word]]]) -> frozenset[int]:
    """Rows, by their identity, that stand alike at the top or foot of several pages, and numbers of pages."""
    found: dict[tuple[str, int], list[list[Word]]] = {}
    numbers: list[list[Word]] = []
    for page, here in zip(pages, rows, strict=True):
        for row in here:
            if page.height * _MARGIN < row[0].base < page.height * (1 - _MARGIN):
                continue
            if _NUMBER.match(" ".join(w.text for w in row).casefold()):
                numbers.append(row)
            found.setdefault((_sign(row), round(row[0].base / 8)), []).append(row)
    often = [row for same in found.values() if len(same) > 1 and len(same) >= len(pages) // 2 for row in same]
    return frozenset(map(id, [*numbers, *often]))


def _page(number: int, rows: Sequence[list[Word]], running: frozenset[int]) -> Iterator[Line]:
    kept = [row for row in rows if id(row) not in running]
    cut = [_parts(row) for row in kept]
    at = 0
    while at < len(kept):
        stop, pairs = beside(cut, at)
        if pairs:
            yield from _form(number, pairs)
            at = stop
            continue
        stop, gutter = _columns(cut, at)
        if gutter is None:
            for row in range(at, stop):
                yield from _line(number, row, cut[row])
            at = stop
            continue
        for column, side in enumerate((False, True)):
            for row in range(at, stop):
                if mine := [part for part in cut[row] if (part[0].left > gutter) is side]:
                    yield from (replace(line, column=column) for line in _line(number, row, mine))
        at = stop


def _form(number: int, pairs: Sequence[tuple[Piece | None, Piece | None]]) -> Iterator[Line]:
    """The labels of a form, each before its text; a label and a text of one line are a row of two cells."""
    for label, text in pairs:
        if label is not None and text is not None and len(label.parts) == len(text.parts) == 1:
            yield from _line(number, label.rows[0], [[*label.parts[0]], [*text.parts[0]]])
            continue
        for column, piece in enumerate((label, text)):
            for row, part in zip(piece.rows, piece.parts, strict=True) if piece is not None else ():
                yield Line(number, tuple(part), row, column=column)


def _line(number: int, row: int, parts: list[list[Word]]) -> Iterator[Line]:
    for cell, part in enumerate(parts):
        yield Line(number, tuple(part), row, cell, len(parts))


def _parts(row: list[Word]) -> list[list[Word]]:
    """A row cut at wide gaps; a bullet stays with its words."""
    parts: list[list[Word]] = []
    for word in row:
        last = parts[-1] if parts else None
        wide = last is not None and word.left - last[-1].right > _WIDE * max(word.size, last[-1].size)
        if last is None or (wide and not (len(last) == 1 and _is_bullet(last[0].text))):
            parts.append([word])
        else:
            last.append(word)
    return parts


def _is_bullet(text: str) -> bool:
    return bool(_GLYPH.match(text)) or (len(text) <= 3 and text[:-1].isalnum() and text[-1] in ".)")  # noqa: PLR2004  # "12."


def _columns(rows: Sequence[list[list[Word]]], start: int) -> tuple[int, float | None]:
    """Where columns of text that begin with a row end, and the place between them; None where the rows up to there are none.

    Rows whose left part is short and level with their right part are labels with their values, and no columns.
    """
    if len(rows[start]) < 2:  # noqa: PLR2004
        return start + 1, None
    gutter = rows[start][1][0].left - rows[start][1][0].size / 2
    stop = start
    left: list[int] = []
    right = level = 0
    while stop < len(rows):
        sides = [(part[0].left > gutter, part) for part in rows[stop]]
        if any(not side and part[-1].right > gutter for side, part in sides):
            break
        mine = [part for side, part in sides if not side]
        left += [sum(map(len, mine))] if mine else []
        right += any(side for side, _ in sides)
        level += bool(mine) and len(mine) < len(sides)
        stop += 1
    if len(left) < _COLUMN_ROWS or right < _COLUMN_ROWS:
        return start + 1, None
    short = sorted(left)[len(left) // 2] <= _SHORT
    return stop, None if short and level >= _SIDE_BY_SIDE * min(len(left), right) else gutter


def linked(page: Page, word: Word) -> Link | None:
    """The link that a word stands in."""
    middle = (word.left + word.right) / 2
    height = word.base + word.size / 3
    return next((k for k in page.links if k.left <= middle <= k.right and k.bottom <= height <= k.top), None)
