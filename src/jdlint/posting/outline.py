"""The body recut: headings and labels recognised however they are marked, and lines told apart where they stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from jdlint.posting.headings import classify
from jdlint.posting.lines import (
    SLASHED,
    Label,
    Neighbours,
    cut,
    heading_mark,
    is_bold,
    is_conjunction,
    is_mode,
    is_plain_text,
    line_ranges,
    run_in_label,
    slashed_label,
)
from jdlint.posting.model import Block, BlockKind, Document, Reading
from jdlint.text.record import replace

_MOST_PAIRS = 1_000_000  # of a table, so that each has a number of its own
_CELL_LABEL_WORDS = 6
_NUMBERED = 2  # so many numbered lines that name parts of a posting are its headings
_STEPS = frozenset(("application", "process", "other"))
_BARE_LIST = 3  # so many bare words under each other are a list
_BARE_WORDS = 2
_PARTS = frozenset(("summary", "responsibilities", "requirements"))
_EMPTY_LINE = 2  # line ends
_ONE_LINE = frozenset(("pay", "location", "employment", "application", "reporting", "other"))  # one word may be their value
_VALUE_WORDS = 15
_TOLD_WORDS = 20
_LISTED = frozenset(("responsibilities", "requirements", "preferred", "benefits"))  # kinds that lists stand under
_ROW = (-2, -1, 1, 2)  # lines around a label that make a row with it
_ROWS = 4  # so many lines such as "Closing date / 3 June" were a table
_HEADER_LABELS = 2  # so many known labels side by side make a row of column heads


def outline(document: Document, reading: Reading) -> tuple[Block, ...]:
    """The body's blocks in order; lines that are headings or labelled values are blocks of their own."""
    blocks = document.blocks
    found: list[_Piece] = []
    numbered = _numbered(blocks, reading)
    lines = (line for b in blocks if b.kind == "paragraph" and " / " in b.text for line in b.text.split("\n"))
    rows = sum(SLASHED.match(line) is not None for line in lines) >= _ROWS
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind == "paragraph":
            found.extend(_paragraph(block, following, reading, rows))
        elif block in numbered:
            found.append(_Piece(replace(block, kind="heading", level=0, marked="bold")))
        elif block.kind == "item":
            found.append(_item(block, following, reading))
        elif block.kind == "heading" and block.marked in ("", "markup") and _is_told(block.text):
            found.extend(_paragraph(replace(block, kind="paragraph", level=0, marked=""), following, reading))
        elif block.kind == "heading" and is_conjunction(block.text):
            found.append(_Piece(replace(block, kind="paragraph", level=0, marked="")))
        elif block.kind == "heading" and block.marked in ("", "markup"):
            found.append(_Piece(_heading(block, reading)))
        elif block.kind != "cell":
            found.append(_Piece(block))
        else:
            found.append(_Piece(block, run_in_label(block, reading)))
    return tuple(_tables(_settle(_with_parts(_without_lists(found, document.source.text, reading), reading)), reading))


def _numbered(blocks: Sequence[Block], reading: Reading) -> frozenset[Block]:
    """The headings of a text whose parts are numbered: "1. Purpose of the post", a paragraph, "2. Main duties", a list.

    Each stands alone between other blocks. Steps of an application are numbered, too, so two of them must name other parts.
    """
    ordered = [b.kind == "item" and b.ordered for b in blocks]
    alone = [
        block
        for at, block in enumerate(blocks)
        if ordered[at] and at + 1 < len(blocks) and not ordered[at + 1] and not (at and ordered[at - 1]) and _is_name(block.text)
    ]
    kinds: set[str] = set()
    for block in alone if len(alone) >= _NUMBERED else ():
        meaning = classify(block.text, reading)
        kinds.update(meaning.kinds[:1] if meaning.exact else ())
    return frozenset(alone if len(kinds - _STEPS) >= _NUMBERED else ())


def _is_name(text: str) -> bool:
    """Whether an item is a few words that could stand over something."""
    line = text.strip()
    return (
        "\n" not in line and line[:1].isupper() and not line.endswith((".", ",", ";", "!", "?")) and len(line.split()) <= _CELL_LABEL_WORDS
    )


def _is_told(text: str) -> bool:
    """Whether sentences stand in the markup of a heading, which is none then."""
    return text.rstrip().endswith(".") and len(text.split()) > _TOLD_WORDS


def _heading(block: Block, reading: Reading) -> Block:
    """A heading in markup; one that is a label with its value, "### Location: Leeds", has the label marked."""
    label = run_in_label(block, reading)
    value = 0
    if label is not None and label.meaning.kinds and _ONE_LINE.issuperset(label.meaning.kinds):
        value = label.value if ":" in block.text[label.end : label.value] else 0
    return replace(block, marked="markup", label_end=value)


class _Piece:
    """A block and the label that it may start with."""

    __slots__ = ("block", "label")

    def __init__(self, block: Block, label: Label | None = None) -> None:
        self.block = block
        self.label = label

    @property
    def known(self) -> bool:
        return self.label is not None and bool(self.label.meaning.kinds) and not self.label.long


def _paragraph(block: Block, following: Block | None, reading: Reading, rows: bool = False) -> Iterator[_Piece]:
    """A paragraph, cut where one of its lines is a heading or starts with a label; `rows`: lines were rows of a table once."""
    text = block.text
    ranges = line_ranges(text)
    if not ranges:
        yield _Piece(block)
        return
    start = 0  # of the text not yet handed on
    last = len(ranges) - 1
    for at, (low, high) in enumerate(ranges):
        if low < start:
            continue  # the value of the label on the line before
        around = Neighbours(
            text[slice(*ranges[at - 1])] if at else "",
            text[slice(*ranges[at + 1])] if at < last else "",
            "paragraph" if at < last else _kind(following),
            own_block=last == 0,
            following="" if following is None else following.text,
            rows=rows,
        )
        if last and (is_plain_text(block, low, high) or _goes_on_in_bold(block, low, around.before)):
            continue
        line = cut(block, low, high)
        label = _line_label(line, around, reading)
        mark = "" if _holds_value(line, label) else heading_mark(line, around, reading)
        label = None if mark else label
        if not mark and label is None:
            continue
        if text[start:low].strip():
            yield _Piece(_trimmed(block, start, low))
        start = high
        if mark == "bold" and at < last and _is_value(block, line, ranges[at + 1 : at + 3], reading):
            start = ranges[at + 1][1]
            value = ranges[at + 1][0] - low
            yield _Piece(cut(block, low, start), Label(high - low, value, classify(line.text, reading)))
        else:
            yield _Piece(replace(line, kind="heading", marked=mark)) if mark else _Piece(line, label)
    if text[start:].strip():
        yield _Piece(_trimmed(block, start, len(text)))


def _goes_on_in_bold(block: Block, start: int, before: str) -> bool:
    """Whether a line is the rest of a sentence in bold that began on a line before."""
    return len(before.split()) > _CELL_LABEL_WORDS and any(a < start < b for a, b in block.bold)


def _holds_value(line: Block, label: Label | None) -> bool:
    """Whether a line is a known label with its value, which even in bold is no heading: "**Pay: £13**"."""
    if label is None or not label.meaning.kinds:
        return False
    return _ONE_LINE.issuperset(label.meaning.kinds) or not is_bold(line)


def _is_value(block: Block, label: Block, below: list[tuple[int, int]], reading: Reading) -> bool:
    """Whether the line under a bold one is the value of a label: "Location", then "Leeds", and no more or a bold line again."""
    kinds = classify(label.text, reading).kinds
    value = cut(block, *below[0])
    if not kinds or not _ONE_LINE.issuperset(kinds) or is_bold(value) or len(value.text.split()) > _VALUE_WORDS:
        return False
    return len(below) == 1 or is_bold(cut(block, *below[1]))


def _line_label(line: Block, around: Neighbours, reading: Reading) -> Label | None:
    """The run-in label of a line; an unknown one in the middle of a paragraph needs a line before it that is complete."""
    label = run_in_label(line, reading)
    if label is None and around.rows:
        return slashed_label(line, reading)
    if label is None or around.own_block or label.meaning.kinds:
        return label
    before = around.before.rstrip()
    return None if len(before.split()) > _CELL_LABEL_WORDS and before[-1] not in ".:;!?" else label


def _trimmed(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end]
    lead = len(text) - len(text.lstrip())
    return cut(block, start + lead, start + len(text.rstrip()))


def _kind(block: Block | None) -> BlockKind | None:
    return None if block is None else block.kind


def _item(block: Block, following: Block | None, reading: Reading) -> _Piece:
    """A list item; one that only names a section above a list of its own is that list's heading."""
    if following is not None and following.kind == "item" and following.level > block.level and "\n" not in block.text.strip():
        meaning = classify(block.text, reading)
        names = len(block.text.split()) <= _VALUE_WORDS and not block.text.rstrip().endswith(".")
        if names and meaning.exact and meaning.kinds and not meaning.weak:
            return _Piece(replace(block, kind="heading", level=0, marked="bold" if block.bold else "colon"))
    if following is not None and following.kind == "paragraph" and _is_dashed(block.text.strip()):
        return _Piece(replace(block, kind="heading", level=0, marked="colon"))
    return _Piece(block, run_in_label(block, reading))


def _is_dashed(text: str) -> bool:
    """Whether a few words end with a dash, as those do that stand over what follows: "Offers -"."""
    return text.endswith((" -", " –", " —")) and text[:1].isupper() and len(text.split()) <= _CELL_LABEL_WORDS


def _without_lists(pieces: list[_Piece], source: str, reading: Reading) -> list[_Piece]:
    """Takes back plain headings that are entries of a bare list: "Integrity", "Inclusivity", "Accountability" under each other."""
    run: list[_Piece] = []
    for piece in (*pieces, None):
        if piece is not None and _is_bare_word(piece.block):
            run.append(piece)
            continue
        for entries in _lists_of(run, source):
            if len(entries) >= _BARE_LIST and not all(p.block.kind == "heading" for p in entries):
                spaced = source.count("\n", entries[0].block.span.end, entries[1].block.span.start) >= _EMPTY_LINE
                for entry in entries:
                    if spaced and _names_part(entry.block.text, reading):
                        continue
                    if entry.block.kind == "heading" and not _ONE_LINE.intersection(classify(entry.block.text, reading).kinds):
                        entry.block = replace(entry.block, kind="paragraph", marked="")
        run = []
    return pieces


def _with_parts(pieces: list[_Piece], reading: Reading) -> list[_Piece]:
    """Marks the numbered lines that part the list under a heading, each over bullets of its own: "1. Class work" under "Duties"."""
    listed = False  # whether a heading that lists are expected under stands above
    numbered = sum(_is_numbered_part(pieces, at) for at in range(len(pieces))) >= _NUMBERED
    for at, piece in enumerate(pieces):
        block = piece.block
        if block.kind == "heading":
            meaning = classify(block.text, reading)
            listed = _LISTED.issuperset(meaning.kinds[:1]) and (bool(meaning.kinds) or listed)
        elif listed and numbered and _is_numbered_part(pieces, at):
            piece.block = replace(block, kind="heading", level=0, marked="colon")
            piece.label = None
    return pieces


def _is_numbered_part(pieces: list[_Piece], at: int) -> bool:
    """Whether a numbered entry stands alone over a list with bullets."""
    block = pieces[at].block
    if block.kind != "item" or not block.ordered or at + 1 >= len(pieces) or not _is_name(block.text):
        return False
    above, below = pieces[at - 1].block, pieces[at + 1].block
    return below.kind == "item" and not below.ordered and not (at and above.kind == "item" and above.ordered)


def _names_part(text: str, reading: Reading) -> bool:
    """Whether two words name a part of a posting as no entry of a list would: "Job description", "Key responsibilities"."""
    meaning = classify(text, reading)
    return len(text.split()) == _BARE_WORDS and meaning.exact and not meaning.weak and _PARTS.issuperset(meaning.kinds[:1])


def _lists_of(run: list[_Piece], source: str) -> list[list[_Piece]]:
    """Bare words parted where an empty line stands, if some of them stand right under each other: a word alone may head those below."""
    near = [source.count("\n", a.block.span.end, b.block.span.start) < _EMPTY_LINE for a, b in pairwise(run)]
    if not any(near):
        return [run]
    parts = [run[:1]]
    for piece, close in zip(run[1:], near, strict=True):
        if close:
            parts[-1].append(piece)
        else:
            parts.append([piece])
    return parts


def _is_bare_word(block: Block) -> bool:
    """Whether a block is a word or two that only their meaning could make a heading."""
    if block.kind != "paragraph" and block.marked != "plain":
        return False
    return len(block.text.split()) <= _BARE_WORDS and block.text.strip().replace(" ", "").isalpha()


def _settle(pieces: Sequence[_Piece]) -> Iterator[Block]:
    """Blocks with their labels marked; an unknown label counts only beside another label, and not in a list."""
    sure = [p.known for p in pieces]
    for at, piece in enumerate(pieces):
        label = piece.label
        if label is None:
            yield piece.block
            continue
        if label.long:
            if sum(0 <= at + i < len(pieces) and pieces[at + i].label is not None for i in _ROW) < _HEADER_LABELS:
                yield piece.block
            else:
                yield replace(piece.block, label_end=label.value)
            continue
        beside = any(0 <= i < len(pieces) and sure[i] for i in (at - 1, at + 1))
        if sure[at] or (beside and piece.block.kind == "paragraph"):
            sure[at] = True
            yield replace(piece.block, label_end=label.value)
        else:
            yield piece.block


def _tables(blocks: Iterable[Block], reading: Reading) -> Iterator[Block]:
    """Tables with the cells that label another cell marked: their `label_end` is the cell's end."""
    for (is_cell, _), run in groupby(blocks, key=lambda b: (b.kind == "cell", b.group)):
        blocks_of_run = list(run)
        if is_cell and _is_stacked(blocks_of_run, reading):
            yield from _stacked(blocks_of_run)
        else:
            yield from _table(blocks_of_run, reading) if is_cell else blocks_of_run


def _is_stacked(cells: list[Block], reading: Reading) -> bool:
    """Whether rows of labels and rows of their values take turns: "Department | Location" over "Parks | Leeds", and so on."""
    top = cells[0].row
    kinds = {
        (c.row, c.column): classify(c.text, reading).kinds for c in cells if c.text.replace(" ", "").isalpha() and _is_label(c, reading)
    }
    at = {(c.row, c.column) for c in cells}
    # The value of a label is of its kind: "Salary" beside "Competitive salary".
    over = any(col > 0 and (row + 1, col) in at and kinds.get((row, 0), kind) != kind for (row, col), kind in kinds.items())
    return over and any(row > top for row, _ in kinds) and all((row - top) % 2 == 0 for row, _ in kinds)


def _stacked(cells: list[Block]) -> Iterator[Block]:
    """The cells of such a table, each row of labels with its values as a table of its own."""
    top, last = cells[0].row, cells[-1].row
    for cell in cells:
        pair, below = divmod(cell.row - top, 2)
        label = not below and cell.row < last and len(cell.text.split()) <= _CELL_LABEL_WORDS
        apart = replace(cell, group=-(cell.group * _MOST_PAIRS + pair + 1), row=below)
        yield replace(apart, label_end=len(cell.text)) if label else apart


def _table(cells: list[Block], reading: Reading) -> Iterator[Block]:
    labels = [_is_label(c, reading) for c in cells]
    heads = [c.row == cells[0].row and known for c, known in zip(cells, labels, strict=True)]
    below = any(known and c.row > cells[0].row and c.column == 0 for c, known in zip(cells, labels, strict=True))
    by_column = sum(heads) >= _HEADER_LABELS and not below
    first_column = any(known and c.column == 0 for c, known in zip(cells, labels, strict=True))
    widths = {row: len(list(run)) for row, run in groupby(cells, key=lambda c: c.row)}
    for cell, known in zip(cells, labels, strict=True):
        if by_column:
            is_label = cell.row == cells[0].row
        else:
            short = len(cell.text.split()) <= _CELL_LABEL_WORDS
            named = known or (first_column and cell.column == 0 and short and not cell.text.startswith("("))
            asks = short and cell.text.endswith(":") and not cell.text.startswith("(") and cell is not cells[-1]
            is_label = (named and cell.column % 2 == 0 and widths[cell.row] > 1) or (asks and widths[cell.row] > cell.column + 1)
        yield replace(cell, label_end=len(cell.text)) if is_label else cell


def _is_label(cell: Block, reading: Reading) -> bool:
    if is_mode(cell.text):
        return False  # the value of one
    meaning = classify(cell.text, reading) if len(cell.text.split()) <= _CELL_LABEL_WORDS else None
    return meaning is not None and meaning.exact and bool(meaning.kinds)
