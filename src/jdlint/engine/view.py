"""A posting as a reader sees it, with the findings in their places: what a report that shows postings needs beside the findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from jdlint.engine.checklist import Check, checklist
from jdlint.engine.finding import Finding
from jdlint.posting.model import Block
from jdlint.posting.posting import Posting
from jdlint.readers.includes import included
from jdlint.text.record import NamedTuple, dataclass


class Mark(NamedTuple):
    """The plain characters [start, end) of a passage that a finding is about; `finding` counts the result's findings from 0."""

    start: int
    end: int
    finding: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the posting as plain text. Kinds and numbers are those of a `Block`; `strong` are its bold parts."""

    kind: str
    text: str
    level: int = 0
    group: int = 0
    row: int = 0
    ordered: bool = False
    header: bool = False
    quoted: bool = False
    key: str = ""
    strong: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A posting to look at: its title, its text in order, and which of the things that candidates need are there."""

    title: str
    passages: tuple[Passage, ...]
    checks: tuple[Check, ...]


def view(posting: Posting, findings: Sequence[Finding], provided: Collection[str] = ()) -> View:
    """The view of a posting with these findings. `provided` are the parts that the settings say the site adds."""
    blocks = _shown(posting, findings)
    marks = _marks(blocks, findings)
    places = {block: number for number, block in enumerate(blocks)}
    return View(
        " ".join(posting.title.text.split()) if posting.title else "",
        tuple(_passage(block, _flowing(block, posting), tuple(marks.get(number, ()))) for number, block in enumerate(blocks)),
        checklist(posting, frozenset(f.code for f in findings), {*provided, *included(posting)}, places),
    )


def _shown(posting: Posting, findings: Sequence[Finding]) -> list[Block]:
    """The blocks that a reader of the page sees, and the fields that a finding is about, in the order of the file."""
    seen = {field.block for field in posting.visible_fields}
    spans = [f.span for f in findings if f.match]
    about = {f.block for f in posting.fields if any(s.start < f.block.span.end and f.block.span.start < s.end for s in spans)}
    fields = [field.block for field in posting.fields if field.block in seen or field.block in about]
    return [*fields, *posting.blocks]


def _marks(blocks: Sequence[Block], findings: Sequence[Finding]) -> dict[int, list[Mark]]:
    """The marks in each block, by the block's number."""
    order = sorted(range(len(blocks)), key=lambda n: blocks[n].span)
    starts = [blocks[n].span.start for n in order]
    found: dict[int, list[Mark]] = {}
    for index, finding in enumerate(findings):
        for number in _around(finding, order, starts):
            part = blocks[number].mapped.plain_range(finding.span)
            if part is not None:
                found.setdefault(number, []).append(Mark(*part, index))
    return found


def _around(finding: Finding, order: Sequence[int], starts: Sequence[int]) -> Iterator[int]:
    """The numbers of the blocks that a finding's words stand in; none where it is about something absent."""
    if not finding.match:
        return
    at = max(0, bisect_right(starts, finding.span.start) - 1)
    while at < len(order) and starts[at] < finding.span.end:
        yield order[at]
        at += 1


def _flowing(block: Block, posting: Posting) -> str:
    """A block's text, line ends that only fold its source as spaces; what breaks the line on the page stays."""
    text, source = block.text, posting.source.text
    if posting.document.format != "md" or block.kind == "code":
        return text
    return "".join(" " if char == "\n" and source[block.mapped.span(at, at + 1).start] in "\r\n" else char for at, char in enumerate(text))


def _passage(block: Block, text: str, marks: tuple[Mark, ...]) -> Passage:
    strong = (*block.bold, (0, block.label_end)) if block.label_end else block.bold
    return Passage(
        block.kind, text, block.level, block.group, block.row, block.ordered, block.header, block.quoted, block.key, strong, marks
    )
