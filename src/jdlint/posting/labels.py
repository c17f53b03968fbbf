"""Labels and bold headings without the marks that show them, and the labels of a table with their values."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.posting.model import Block, Excerpt


def label_text(block: Block) -> str:
    """A block's label without its colon and the marks around it."""
    return block.text[: block.label_end].strip(" \t\xa0\n:：–—-•*_/")


def label_of(block: Block) -> Excerpt:
    """The place of that text."""
    text = label_text(block)
    start = block.text.index(text) if text else 0
    return Excerpt(block, start, start + len(text))


def unmarked(heading: Block) -> Excerpt:
    """A heading without the asterisks of bold that was never closed."""
    text = heading.text
    inner = text.strip("*_ ")
    start = text.index(inner) if inner else 0
    return Excerpt(heading, start, start + len(inner)) if inner and text.startswith(("**", "__")) else Excerpt.whole(heading)


def labelled(cells: Sequence[Block], by_column: bool) -> dict[Block, list[Block]]:
    """The labels of a table with their values: the cells behind one in its row, or below it in its column, up to the next label."""
    found: dict[Block, list[Block]] = {}
    last: dict[int, list[Block]] = {}  # the values of the last label of each row or column
    for cell in cells:
        line = cell.column if by_column else cell.row
        if cell.label_end:
            found[cell] = last[line] = []
        elif line in last:
            last[line].append(cell)
    return found
