"""Plain text: paragraphs, lists and headings told apart by what a typist does to show them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.hints import Literal
from jdlint.posting.model import Block, Document
from jdlint.readers.directives import is_directive
from jdlint.readers.frontmatter import front_matter
from jdlint.readers.inline import Inline, Run
from jdlint.readers.textlines import Line, numbered_lines, wrap_width
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass
from jdlint.text.source import Source
from jdlint.text.stated import is_stated

_BULLET = lazy(
    r"(?P<glyph>[•●▪‣◦○■□➢➤✓✔\uf0b7\uf0a7](?=\s*\w)|[·*+–—§o-](?=\s)|-(?=[A-Za-z]))\s*"
    r"|(?P<number>\(?(?:\d{1,2}|[a-zA-Z])\)|\d{1,2}\.)\s+"
)  # fmt: skip
_LONE_GLYPHS = frozenset("•●▪‣◦○■□➢➤·*-–\uf0b7\uf0a7")  # with their text on the next line
_SECOND_GLYPHS = frozenset("o◦○▪-–")
_RULE = lazy(r"([=\-_~*#+])(?:[ \t]*\1){2,}\s*$")  # "***", "* * *", "+++ +++"
_FRAMED = lazy(r"(?:[=~*#+\-]{2,})\s*(\S.*?\S)\s*(?:[=~*#+\-]{2,})$")
_HASHES = lazy(r"(#{1,6})\s+(\S.*?)\s*#*$")
_LABEL = lazy(r"[A-Z0-9][\w/&'’().,-]*(?: [\w/&'’().,#-]+){0,5}\s?:(?:\s|$)")
_LONGEST_HEADING = 80
_FEWEST_CAPITALS = 4


def read(source: Source) -> Document:
    """The document of a text file, front matter included."""
    front = front_matter(source)
    return Document(source, "txt", tuple(read_range(source, front.end, len(source.text))), front.fields)


def read_range(source: Source, start: int, end: int) -> list[Block]:
    """The blocks of a range of plain text."""
    lines = [line for line in numbered_lines(source.text, start, end) if not is_directive(line.text)]
    return _Reader(lines).run()


@dataclass(slots=True)
class _Depth:
    """A level of the list that is being read."""

    indent: int
    glyph: str
    group: int


class _Reader:
    """Goes through the lines once; `_at` is the line that comes next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._width = wrap_width(lines)
        self._blocks: list[Block] = []
        self._at = 0
        self._list: list[_Depth] = []
        self._groups = 0

    def run(self) -> list[Block]:
        """All blocks."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text:
                self._at += 1
            elif not (self._heading(line) or self._table(line) or self._item(line)):
                self._paragraph()
        return self._blocks

    def _peek(self, ahead: int = 0) -> Line | None:
        at = self._at + ahead
        return self._lines[at] if at < len(self._lines) else None

    # --- headings

    def _heading(self, line: Line) -> bool:
        text = line.text
        if _RULE.match(text):
            self._at += 1  # a rule under no text
            return True
        if len(text) > _LONGEST_HEADING:
            return False
        if (framed := _FRAMED.match(text)) and text[0] == text[-1] and text[0] != "*":
            return self._add_heading(line, framed.start(1), framed.end(1), 1, 1)
        if hashes := _HASHES.match(text):
            return self._add_heading(line, hashes.start(2), hashes.end(2), len(hashes.group(1)), 1, markup=True)
        below = self._peek(1)
        if below and (rule := _RULE.match(below.text)) and rule.group(1) in "=-~_" and self._is_underlined(line, below):
            return self._add_heading(line, 0, len(text), 1 if rule.group(1) == "=" else 2, 2)
        if is_capitals(text) and self._stands_out(line):
            return self._add_heading(line, 0, len(text), 2, 1, capitals=True)
        return False

    def _is_underlined(self, line: Line, below: Line) -> bool:
        """A row of dashes under a whole paragraph is a rule between two paragraphs, not an underline."""
        above = self._lines[self._at - 1] if self._at else None
        alone = above is None or not above.text or bool(self._blocks and self._blocks[-1].kind == "heading")
        return len(line.text) <= _LONGEST_HEADING and not _BULLET.match(line.text) and (alone or len(below.text) <= len(line.text) + 4)

    def _stands_out(self, line: Line) -> bool:
        """Whether capitals are a heading and not part of a paragraph that shouts."""
        after, before = self._peek(1), self._lines[self._at - 1] if self._at else None
        return not any(
            other is not None and len(other.text) > _LONGEST_HEADING // 2 and is_capitals(other.text, longest=1000)
            for other in (after, before)
        ) and not (before is not None and before.text and self._joins(before, line))

    def _add_heading(  # noqa: PLR0913  # a heading has that many sides
        self, line: Line, low: int, high: int, level: int, lines: int, *, markup: bool = False, capitals: bool = False
    ) -> bool:
        inline = Inline()
        inline.add(line.text[low:high], line.start + low, line.start + high)
        run = inline.finish()
        self._at += lines
        self._list = []
        if run is not None:
            marked: Literal["markup", "caps", "underline"] = "markup" if markup else "caps" if capitals else "underline"
            self._blocks.append(Block("heading", run.mapped, level, marked, run.links))
        return True

    # --- tables

    def _table(self, line: Line) -> bool:
        """Rows between pipes, as text tools write them; a cell may go on over lines up to a pipe that stands alone."""
        if not (line.text.startswith("|") and line.text.count("|") > 1):
            return False
        self._list = []
        self._groups += 1
        row, header_row = 0, len(self._blocks)
        while (now := self._peek()) is not None and now.text.startswith("|"):
            self._at += 1
            if not now.text.strip("|-: \t"):
                for at in range(header_row, len(self._blocks)):
                    cell = self._blocks[at]
                    self._blocks[at] = Block(
                        "cell", cell.mapped, links=cell.links, group=cell.group, row=cell.row, column=cell.column, header=cell.row == 0
                    )
                continue
            self._row(now, row)
            row += 1
        return True

    def _row(self, line: Line, row: int) -> None:
        column, at = 0, 1
        while at < len(line.text):
            stop = line.text.find("|", at)
            stop = len(line.text) if stop < 0 else stop
            self._cell([(line.start + at, line.text[at:stop])], row, column)
            column, at = column + 1, stop + 1
        if column == 1:
            ahead = next((n for n in range(1, 4) if (found := self._peek(n)) and found.text == "|"), 0)
            if ahead:
                inside = self._lines[self._at : self._at + ahead]
                self._cell([(part.start, part.text) for part in inside], row, 1)
                self._at += ahead + 1

    def _cell(self, parts: list[tuple[int, str]], row: int, column: int) -> None:
        inline, last = Inline(), 0
        for start, text in parts:
            if not inline.blank:
                inline.newline(last, start)
            inline.add(text, start, start + len(text))
            last = start + len(text)
        if run := inline.finish():
            self._blocks.append(Block("cell", run.mapped, links=run.links, group=self._groups, row=row, column=column))

    # --- items

    def _item(self, line: Line) -> bool:
        below = self._peek(1)
        if line.text in _LONE_GLYPHS and below and below.text and not _BULLET.match(below.text):
            self._at += 1
            return self._add_item(self._level(line.indent, line.text), 0, line.indent)
        bullet = _BULLET.match(line.text)
        if bullet is None or bullet.end() == len(line.text):
            return False
        number = bullet.group("number") or ""
        glyph = bullet.group("glyph") or re.sub(r"\w+", "1" if number.strip("().").isdigit() else "a", number)
        return self._add_item(self._level(line.indent, glyph), bullet.end(), line.indent, ordered=bool(number))

    def _add_item(self, level: _Depth, skip: int, indent: int, *, ordered: bool = False) -> bool:
        run = self._gather(skip, hanging=indent)
        if run is not None:
            self._blocks.append(Block("item", run.mapped, len(self._list), "", run.links, group=level.group, ordered=ordered))
        return True

    def _level(self, indent: int, glyph: str) -> _Depth:
        levels = self._list
        while levels and indent < levels[-1].indent:
            levels.pop()
        known = next((n for n, level in enumerate(levels) if level.indent == indent and level.glyph == glyph), None)
        if known is not None:
            del levels[known + 1 :]
            return levels[-1]
        if levels and indent == levels[-1].indent and not (glyph in _SECOND_GLYPHS and levels[-1].glyph not in _SECOND_GLYPHS):
            levels.pop()
        self._groups += 1
        levels.append(_Depth(indent, glyph, self._groups))
        return levels[-1]

    # --- paragraphs

    def _paragraph(self) -> None:
        line = self._lines[self._at]
        hanging = bool(self._list) and line.indent > self._list[-1].indent
        if not hanging:
            self._list = []
        run = self._gather(0, hanging=-1)
        if run is not None:
            self._blocks.append(Block("paragraph", run.mapped, links=run.links))

    def _gather(self, skip: int, hanging: int) -> Run | None:
        """The text of the next line from `skip` on, with the lines that go on with it."""
        line = self._lines[self._at]
        inline = Inline()
        inline.add(line.text[skip:], line.start + skip, line.end)
        self._at += 1
        while (after := self._peek()) is not None and self._continues(line, after, hanging):
            inline.newline(line.end, after.start)
            inline.add(after.text, after.start, after.end)
            line = after
            self._at += 1
        return inline.finish()

    def _continues(self, line: Line, after: Line, hanging: int) -> bool:
        """Whether a line goes on with the one before it."""
        if not after.text or after.text[0] == "|" or after.text in _LONE_GLYPHS or _RULE.match(after.text) or _is_marked(after.text):
            return False
        if _BULLET.match(after.text) or (is_capitals(after.text) and not is_capitals(line.text, longest=1000)):
            return False
        if 0 <= hanging < after.indent and not _LABEL.match(after.text):
            return True
        return self._joins(line, after)

    def _joins(self, line: Line, after: Line) -> bool:
        if _LABEL.match(after.text) or "\t" in line.text or "\t" in after.text or line.text.endswith(":"):
            return False
        first_word = after.text.split(None, 1)[0] if after.text else ""
        if self._width and len(line.text) + line.indent + 1 + len(first_word) > self._width:
            return True
        return after.text[:1].islower() and len(line.text) > _LONGEST_HEADING // 2 and line.text[-1] not in ".:!?;"


def _is_marked(text: str) -> bool:
    """Whether a line shows by its signs that it is a heading."""
    return len(text) <= _LONGEST_HEADING and bool(_FRAMED.match(text) or _HASHES.match(text))


def is_capitals(text: str, longest: int = _LONGEST_HEADING) -> bool:
    """Whether a line is all in capitals: a heading, if it stands alone. A label with a value after its colon is none."""
    if len(text) > longest or not text.isupper() or text[-1] in ".,;!" or (text[0] == "#" and " " not in text):  # "#HIRING" is a tag
        return False
    colon = text.find(":")
    if 0 <= colon < len(text) - 1 or is_stated(text):
        return False
    return sum(map(str.isalpha, text)) >= max(_FEWEST_CAPITALS, len(text) // 2)
