"""From markup to blocks: lists, items, quotes, tables and runs of text, whatever the markup's language."""

from __future__ import annotations

from jdlint.hints import Literal
from jdlint.posting.model import Block
from jdlint.readers.inline import Inline
from jdlint.readers.typedlists import part, with_typed_lists
from jdlint.text.lazy import lazy
from jdlint.text.record import replace

FrameKind = Literal["root", "list", "item", "quote", "table", "cell", "heading", "code"]


_BLANK_LINE = lazy(r"\n\s*\n")


class Frame:
    """An open container of text. What it inherits from those around it is kept here, so no walk up is needed."""

    __slots__ = ("column", "depth", "group", "header", "kind", "level", "open", "ordered", "quoted", "row", "start", "used", "wide")

    def __init__(self, kind: FrameKind, outer: Frame | None) -> None:
        self.kind = kind
        self.open = True
        self.depth: int = outer.depth if outer else 0  # of lists
        self.quoted: bool = outer.quoted if outer else False
        self.group = 0
        self.level = 0
        self.ordered = False
        self.used = False  # the item's own text has been written
        self.row = -1
        self.column = -1
        self.header = False
        self.wide = False  # a table of more than one column
        self.start = 0  # number of blocks before a table


class Composer:
    """Collects blocks in source order. Readers open and close frames and add text to `inline`."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.inline = Inline()
        self._frames = [Frame("root", None)]
        self._groups = 0

    @property
    def top(self) -> Frame:
        """The innermost open frame."""
        return self._frames[-1]

    def new_group(self) -> int:
        """A number for a list or table."""
        self._groups += 1
        return self._groups

    def _open(self, kind: FrameKind) -> Frame:
        self.flush()
        frame = Frame(kind, self._frames[-1])
        self._frames.append(frame)
        return frame

    def open_list(self, *, ordered: bool) -> Frame:
        """A list; its items are one deeper than those around it."""
        frame = self._open("list")
        frame.depth += 1
        frame.group = self.new_group()
        frame.ordered = ordered
        return frame

    def open_item(self) -> Frame:
        """An item of the list around it, or of a list of its own where there is none."""
        self.flush()
        outer = self._frames[-1]
        frame = self._open("item")
        if outer.kind == "list":
            frame.group, frame.ordered = outer.group, outer.ordered
        else:
            frame.group = self.new_group()
            frame.depth += 1
        return frame

    def open_quote(self) -> Frame:
        """A quotation."""
        frame = self._open("quote")
        frame.quoted = True
        return frame

    def open_heading(self, level: int) -> Frame:
        """A heading."""
        frame = self._open("heading")
        frame.level = level
        return frame

    def open_code(self) -> Frame:
        """A code block."""
        return self._open("code")

    def open_table(self) -> Frame:
        """A table; rows and cells count from 0."""
        frame = self._open("table")
        frame.group = self.new_group()
        frame.start = len(self.blocks)
        return frame

    def next_row(self, table: Frame) -> None:
        """The table's next row."""
        self.flush()
        table.row += 1
        table.column = -1

    def open_cell(self, table: Frame, *, header: bool = False, width: int = 1) -> Frame:
        """The next cell of the table's row."""
        frame = self._open("cell")
        table.row = max(table.row, 0)
        frame.group, frame.row, frame.column, frame.header = table.group, table.row, table.column + 1, header
        table.column += width
        table.wide = table.wide or table.column > 0
        return frame

    def close(self, frame: Frame) -> None:
        """Close a frame and all that is still open inside it. Closing twice does nothing."""
        if not frame.open:
            return
        self.flush()
        while True:
            last = self._frames.pop()
            last.open = False
            if last.kind == "table" and not last.wide:
                self._unfold(last)
            if last is frame:
                return

    def _unfold(self, table: Frame) -> None:
        """A table of one column is there for its looks: its cells are paragraphs."""
        cells, self.blocks[table.start :] = self.blocks[table.start :], []
        for block in cells:
            if block.kind != "cell" or block.group != table.group:
                self.blocks.append(block)
                continue
            ends = [*(gap.start() for gap in _BLANK_LINE.finditer(block.text)), len(block.text)]
            for start, end in zip([0, *ends], ends, strict=False):
                if inside := part(block, start, end):
                    self.blocks.append(
                        replace(inside, kind="quote" if block.quoted else "paragraph", group=0, row=0, column=0, header=False)
                    )

    def line_break(self, start: int, end: int) -> None:
        """A `<br>`; two in a row part paragraphs, except where a heading or a cell holds them together."""
        if self.inline.breaks and self._frames[-1].kind not in ("heading", "cell", "code"):
            self.flush()
        else:
            self.inline.forced_break(start, end)

    def flush(self) -> None:
        """Make a block of the text collected since the last one."""
        inline = self.inline
        if inline.blank and not inline.last:
            return
        run = inline.finish()
        self.inline = Inline()
        if run is None:
            self.inline.carry(inline)
            return
        frame = self._frames[-1]
        quoted = frame.quoted
        if frame.kind == "heading":
            block = Block("heading", run.mapped, frame.level, "markup", run.links, run.bold, quoted=quoted)
        elif frame.kind == "item" and not frame.used:
            frame.used = True
            block = Block("item", run.mapped, frame.depth, "", run.links, run.bold, group=frame.group, ordered=frame.ordered, quoted=quoted)
        elif frame.kind == "cell":
            block = Block(
                "cell", run.mapped, links=run.links, bold=run.bold, group=frame.group, row=frame.row, column=frame.column,
                header=frame.header, quoted=quoted,
            )  # fmt: skip
        elif frame.kind == "code":
            block = Block("code", run.mapped, quoted=quoted)
        else:
            block = Block("quote" if quoted else "paragraph", run.mapped, links=run.links, bold=run.bold, quoted=quoted)
        self.blocks.append(block)

    def finish(self) -> tuple[Block, ...]:
        """Close everything; the blocks."""
        self.close(self._frames[0])
        return with_typed_lists(self.blocks)
