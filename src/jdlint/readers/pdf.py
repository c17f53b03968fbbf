"""PDF files that hold text: headings by size and weight, lists by their bullets, wrapped lines joined, in a text of one line a line.

What is a heading or a paragraph is nowhere said in a PDF, only where each letter stands: this is read from sizes, gaps and margins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdlint.hints import Literal
from jdlint.posting.model import Block, BlockKind, Document
from jdlint.readers.errors import InputError
from jdlint.readers.inline import Inline
from jdlint.readers.pdflines import Line, lines, linked
from jdlint.readers.pdfwords import Page, words
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass
from jdlint.text.source import Source

_BULLET = lazy(
    r"(?P<glyph>[•●▪‣◦○■□➢➤✓✔·\uf0b7\uf0a7](?=\s*\S)|[*+–—§o-](?=\s\S))\s*"
    r"|(?P<number>\(?(?:\d{1,2}|[a-zA-Z])\)|\d{1,2}\.)\s+(?=\S)"
)  # fmt: skip
_LARGER = 1.12  # times the usual size: a heading
_ALIKE = 0.08  # of the size: so far apart two sizes are one
_HEADING_WORDS = 16
_LEVELS = 4
_SLACK = 1.25  # times the usual pitch: still the same paragraph
_USUAL_PITCH = 1.35  # of the size, where nothing tells
_WIDEST_PITCH = 2.6
_TIGHT = 1.4  # sizes: so near, two lines are one heading
_HYPHENS = 3  # so many words broken at a line's end, and the text is one that breaks them
_MOST_LINKS = 500  # on a page
_ENDED = (".", ":", ";", "!", "?")
_NEAR_ROWS = 4  # rows that may lie between two of a table


def read_bytes(data: bytes, path: str) -> Document:
    """The document of a PDF. InputError where it can't be read or holds no text, LackingError without the library."""
    pages = words(data)
    found = lines(pages)
    if not any(found):
        scan = any(page.pictures for page in pages)
        raise InputError("holds no text: its pages are pictures, as a scan makes them; export it as text, or check the original" if scan
                         else "is empty")  # fmt: skip
    reader = _Reader(pages, [line for page in found for line in page])
    return reader.run(path)


@dataclass(slots=True, eq=False)
class _Open:
    """A block that is being read: its text so far, and its last line. `hyphen` is where one waits for the next line, -1 for none."""

    kind: BlockKind
    last: Line
    inline: Inline
    left: float  # of its text
    level: int = 0
    group: int = 0
    row: int = 0
    column: int = 0
    ordered: bool = False
    lines: int = 1
    hyphen: int = -1
    end: int = 0  # of its text in the source


class _Reader:
    """Goes through the lines once."""

    def __init__(self, pages: Sequence[Page], found: Sequence[Line]) -> None:
        self._pages = pages
        self._lines = found
        self._body = _usual_size(found)
        self._pitch = _usual_pitch(found)
        self._margins = _margins(found)
        self._levels = self._heading_levels()
        self._broken = _breaks_words(found)
        self._known = frozenset(word for line in found for word in line.text.casefold().split()) if self._broken else frozenset[str]()
        self._text: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._blocks: list[tuple[int, Block]] = []
        self._open: list[_Open] = []  # a block, or the cells of a row
        self._lists: list[tuple[float, int]] = []  # the left end of each open list's bullets, and its number
        self._groups = 0
        self._row = 0

    def run(self, path: str) -> Document:
        """The document."""
        before: Line | None = None
        for at, line in enumerate(self._lines):
            self._turn(line.page)
            beside = before is not None and (before.page, before.row, before.column) == (line.page, line.row, line.column)
            self._put("\t" if beside else "\n" if before is not None and before.page == line.page else "")
            if line.cells > 1 and self._in_table(at):
                self._cell(line, new=not beside)
            elif not (line.cells == 1 and self._goes_on_in_cell(line)):
                self._single(line)
            before = line
        self._close()
        self._turn(len(self._pages) - 1)
        self._put("\n")
        source = Source(path, "".join(self._text), extracted=True, pages=tuple(self._starts))
        unread = tuple(n + 1 for n, page in enumerate(self._pages) if page.pictures and not page.words)
        return Document(source, "pdf", tuple(block for _, block in sorted(self._blocks, key=lambda row: row[0])), unread=unread)

    def _turn(self, page: int) -> None:
        """Begin the pages up to one."""
        while len(self._starts) <= page:
            if self._starts:
                self._put("\n")
            self._starts.append(self._length)

    def _put(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    # --- lines

    def _single(self, line: Line) -> None:
        text = line.text
        bullet = _BULLET.match(text)
        level = self._levels.get(_rounded(line.size), 0) if len(text.split()) <= _HEADING_WORDS and any(map(str.isalpha, text)) else 0
        now = self._open[0] if len(self._open) == 1 and self._open[0].kind != "cell" else None
        if bullet is None and now is not None and self._joins(now, line, level):
            self._add(now, line, 0)
            return
        self._close()
        if bullet and bullet.end() < len(text) and not level:
            self._item(line, bullet.end(), ordered=bool(bullet["number"]))
            return
        if level or not self._lists or line.left <= self._lists[-1][0]:
            self._lists = []
        self._begin(_Open("heading" if level else "paragraph", line, Inline(), line.left, level), line, 0)

    def _item(self, line: Line, skip: int, *, ordered: bool) -> None:
        while self._lists and line.left < self._lists[-1][0] - line.size / 2:
            self._lists.pop()
        if not self._lists or line.left > self._lists[-1][0] + line.size / 2:
            self._groups += 1
            self._lists.append((line.left, self._groups))
        self._begin(_Open("item", line, Inline(), _text_left(line), len(self._lists), self._lists[-1][1], ordered=ordered), line, skip)

    def _joins(self, now: _Open, line: Line, level: int) -> bool:
        """Whether a line goes on with the block before it."""
        last = now.last
        if (now.kind == "heading") != bool(level) or abs(line.size - last.size) > _ALIKE * last.size or line.bold != last.bold:
            return False
        lower = line.text[:1].islower()
        same = (line.page, line.column) == (last.page, last.column)
        aligned = abs(line.left - last.left) < 1 or self._centred(line, last)
        if level and same and aligned and 0 < last.base - line.base <= _TIGHT * line.size:
            return True
        if not same:
            return lower and not last.text.endswith(_ENDED)
        drop = last.base - line.base
        if not 0 < drop <= self._pitch * _SLACK * max(line.size, last.size):
            return False
        first = line.words[0]
        full = last.right + (first.right - first.left) + last.size / 4 > self._margins[line.page, line.column]
        if now.kind == "item":
            hangs = line.left >= now.left - line.size
            return hangs and (full or lower or abs(line.left - now.left) < line.size / 2)
        shifted = abs(line.left - last.left) > 1.5 * line.size and not (now.lines == 1 and line.left < last.left)
        return (full or (lower and not last.text.endswith(_ENDED))) and not (shifted and not self._centred(line, last))

    @staticmethod
    def _centred(line: Line, last: Line) -> bool:
        return abs((line.left + line.right) - (last.left + last.right)) < line.size

    # --- tables

    def _in_table(self, at: int) -> bool:
        """Whether a row of parts stands over or under another whose parts begin at the same places."""
        line = self._lines[at]
        low, high = max(0, at - 8), min(len(self._lines), at + 8)
        mine = {round(x.left / 3) for x in self._lines[low:high] if x.row == line.row and x.page == line.page and x.cell}
        return any(
            x.cell and x.page == line.page and x.row != line.row and abs(x.row - line.row) <= _NEAR_ROWS
            and not mine.isdisjoint((round(x.left / 3) - 1, round(x.left / 3), round(x.left / 3) + 1))
            for x in self._lines[low:high]
        )  # fmt: skip

    def _cell(self, line: Line, *, new: bool) -> None:
        if new or not self._open or self._open[0].kind != "cell":
            inside = bool(self._open) and self._open[0].kind == "cell"
            self._close()
            self._lists = []
            if not inside:
                self._groups += 1
                self._row = -1
            self._row += 1
        self._begin(_Open("cell", line, Inline(), line.left, group=self._groups, row=self._row, column=line.cell), line, 0)

    def _goes_on_in_cell(self, line: Line) -> bool:
        """Put a line that stands under a cell's text into that cell, if it does."""
        for cell in self._open:
            drop = cell.last.base - line.base
            near = 0 < drop <= self._pitch * _SLACK * line.size and abs(cell.left - line.left) < line.size / 2
            if cell.kind == "cell" and near and line.page == cell.last.page and not _BULLET.match(line.text):
                self._add(cell, line, 0)
                return True
        return False

    # --- blocks

    def _begin(self, block: _Open, line: Line, skip: int) -> None:
        self._open.append(block)
        self._write(block, line, skip)

    def _add(self, block: _Open, line: Line, skip: int) -> None:
        """Put one more line to a block. A word broken at the end of the one before it is made whole again."""
        at = self._length
        if block.hyphen >= 0:
            if not self._is_one_word(block, line):
                block.inline.add("-", block.hyphen, block.hyphen + 1)
                block.inline.newline(block.end, at)
            block.hyphen = -1
        else:
            block.inline.newline(block.end, at)
        block.last = line
        block.lines += 1
        self._write(block, line, skip)

    def _is_one_word(self, block: _Open, line: Line) -> bool:
        first = line.words[0].text
        return first[:1].islower() and f"{block.last.words[-1].text}{first}".casefold().strip(".,;:()") not in self._known

    def _write(self, block: _Open, line: Line, skip: int) -> None:
        """Write a line's words to the text, and to the block those after the first `skip` characters."""
        page = self._pages[line.page]
        inline, at, bold = block.inline, 0, False
        for number, word in enumerate(line.words):
            text = f" {word.text}" if number and word.spaced else word.text
            shown = text[max(0, skip - at) :]
            if word.bold != bold and shown.strip():
                (inline.open_bold if word.bold else inline.close_bold)()
                bold = word.bold
            link = linked(page, word) if page.links and len(page.links) <= _MOST_LINKS else None
            last = number == len(line.words) - 1
            held = last and self._broken and len(shown) > 1 and shown.endswith("-") and shown[-2].isalpha()
            if link and shown.strip():
                inline.add(shown[: len(shown) - len(shown.lstrip())], self._length, self._length + len(shown) - len(shown.lstrip()))
                inline.open_link(link.href)
                inline.add(shown.lstrip(), self._length + len(text) - len(shown.lstrip()), self._length + len(text))
                inline.close_link()
            elif shown:
                visible = shown[:-1] if held else shown
                inline.add(visible, self._length + len(text) - len(shown), self._length + len(text) - len(shown) + len(visible))
                block.hyphen = self._length + len(text) - 1 if held else -1
            at += len(text)
            self._put(text)
        if bold:
            inline.close_bold()
        block.end = self._length

    def _close(self) -> None:
        for block in self._open:
            if block.hyphen >= 0:
                block.inline.add("-", block.hyphen, block.hyphen + 1)
            run = block.inline.finish()
            if run is not None:
                marked: Literal["", "markup"] = "markup" if block.kind == "heading" else ""
                made = Block(
                    block.kind, run.mapped, block.level, marked, run.links, run.bold,
                    group=block.group, row=block.row, column=block.column, ordered=block.ordered,
                )  # fmt: skip
                self._blocks.append((made.span.start, made))
        self._open = []

    def _heading_levels(self) -> dict[float, int]:
        """The level of each size that is larger than the usual one, the largest first."""
        sizes = sorted({_rounded(line.size) for line in self._lines if line.size >= self._body * _LARGER}, reverse=True)
        return {size: min(level, _LEVELS) for level, size in enumerate(sizes, 1)}


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _usual_size(found: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in found:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _usual_pitch(found: Sequence[Line]) -> float:
    """How far apart lines of a paragraph stand, in sizes: the smallest distance that is common."""
    drops = Counter(round(drop, 1) for drop in _drops(found))
    most = max(drops.values(), default=0)
    return min((drop for drop, times in drops.items() if times >= max(2, most / 4)), default=_USUAL_PITCH)


def _drops(found: Sequence[Line]) -> Iterator[float]:
    for above, below in pairwise(found):
        if above.page == below.page and above.column == below.column and below.size and above.cells == below.cells == 1:
            drop = (above.base - below.base) / below.size
            if 0.9 < drop < _WIDEST_PITCH:  # noqa: PLR2004  # letters do not overlap
                yield drop


def _margins(found: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Where the lines of each page and column end."""
    margins: dict[tuple[int, int], float] = {}
    for line in found:
        key = (line.page, line.column)
        margins[key] = max(margins.get(key, 0.0), line.right)
    return margins


def _breaks_words(found: Sequence[Line]) -> bool:
    """Whether words are broken at the ends of lines, which the hyphen of a few compounds does not tell."""
    return sum(
        1 for above, below in pairwise(found) if above.text.endswith("-") and above.text[-2:-1].isalpha() and below.text[:1].islower()
    ) >= max(_HYPHENS, len(found) // 50)


def _text_left(line: Line) -> float:
    """Where an item's text begins, after its bullet."""
    return line.words[1].left if len(line.words) > 1 else line.left
