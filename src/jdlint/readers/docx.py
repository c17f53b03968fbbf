"""Word documents: paragraphs, lists, tables and headings as their styles show them, in a text of one line a paragraph.

A line is what Word's own "save as plain text" makes one: a paragraph, or what a line break (Shift+Enter) parts in it. Text boxes stand
after the paragraph that they hang on. Headers, footers, notes, deleted and hidden text are left out. Nothing is run or fetched.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jdlint.hints import Literal
from jdlint.posting.model import Block, BlockKind, Directive, Document
from jdlint.readers.directives import beside
from jdlint.readers.errors import InputError
from jdlint.readers.inline import Inline
from jdlint.readers.package import Package
from jdlint.readers.typedlists import with_typed_lists
from jdlint.readers.wordstyles import Look, Numbered, Styles, value
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple, replace
from jdlint.text.source import Source
from jdlint.text.spans import Span

_CONTENT = frozenset(("ins", "moveTo", "customXml", "smartTag", "sdtContent", "dir", "bdo"))  # what stands around text and changes nothing
_SPACE = lazy(r"[\t\r\n]")
_ADDRESS = lazy(r'\s*HYPERLINK\s+(?:\\o\s+"[^"]*"\s+)?"([^"]+)"')
_LONGEST_HEADING = 200  # characters; more in a heading's style is text in the wrong style
_HEADING_WORDS = 12
_LARGER = 1.2  # so many times the usual size stands out
_MAIN = "word/document.xml"
_OFFICE_DOCUMENT = "/officeDocument"


class _Cell(NamedTuple):
    """The table cell that paragraphs stand in."""

    group: int
    row: int
    column: int
    header: bool


def read_bytes(data: bytes, path: str) -> Document:
    """The document of a .docx file. InputError where it is none, or is damaged, encrypted or beyond all bounds."""
    package = Package(data)
    main = _main(package)
    root = package.xml(main) if main else None
    body = None if root is None else root.find("body")
    if body is None:
        raise InputError("is a zip archive, but no Word document")
    folder = posixpath.dirname(main)
    styles = Styles.of(package.xml(f"{folder}/styles.xml"), package.xml(f"{folder}/numbering.xml"))
    links = {row.get("Id", ""): row.get("Target", "") for row in _relations(package, main) if row.get("TargetMode") == "External"}
    reader = _Reader(styles, links)
    reader.content(body, None)
    return reader.finish(path, _comments(package.xml(f"{folder}/comments.xml")))


def _relations(package: Package, part: str) -> list[Element]:
    folder, name = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    return [] if root is None else list(root)


def _main(package: Package) -> str:
    """The name of the part that holds the text; "" where there is none."""
    for row in _relations(package, ""):
        name = row.get("Target", "").lstrip("/")
        if row.get("Type", "").endswith(_OFFICE_DOCUMENT) and package.has(name):
            return name
    return _MAIN if package.has(_MAIN) else ""


def _comments(root: Element | None) -> dict[str, str]:
    """The text of each comment by its number."""
    rows = [] if root is None else root.findall("comment")
    return {row.get("id", ""): "\n".join("".join(t.text or "" for t in p.iter("t")) for p in row.iter("p")).strip() for row in rows}


class _Reader:
    """Goes through a document once, and writes its text and its blocks."""

    def __init__(self, styles: Styles, links: dict[str, str]) -> None:
        self._styles = styles
        self._links = links
        self._text: list[str] = []
        self._length = 0
        self._inline = Inline()
        self._blocks: list[Block] = []
        self._groups = 0
        self._lists: list[tuple[str, int]] = []  # the open lists from outermost to innermost: their name and group
        self._sizes: dict[Block, int] = {}
        self._shown: Counter[int] = Counter()  # characters of each size
        self._size = 0  # the smallest in the paragraph
        self._bold = False
        self._boxes: list[Element] = []
        self._fields: list[list[str]] = []  # the instructions of the open fields
        self._opened: dict[str, int] = {}  # where comments begin
        self._anchors: dict[str, Span] = {}

    def finish(self, path: str, comments: dict[str, str]) -> Document:
        """The document, once all content was read."""
        text = "".join(self._text)
        if not self._blocks:
            raise InputError("holds no text; one that is only a picture can't be read")
        usual = self._shown.most_common(1)[0][0] if self._shown else 0
        blocks = (self._standing_out(block, usual) for block in self._blocks)
        directives = tuple(sorted(self._directives(comments), key=lambda d: d.span))
        return Document(Source(path, text, extracted=True), "docx", with_typed_lists(tuple(blocks)), directives=directives)

    def _directives(self, comments: dict[str, str]) -> Iterator[Directive]:
        for number, text in comments.items():
            if number in self._anchors and (found := beside(text, self._anchors[number])):
                yield found

    def _standing_out(self, block: Block, usual: int) -> Block:
        """A short line in larger letters stands out as a bold one does."""
        larger = self._sizes.get(block, 0) >= usual * _LARGER and block.kind == "paragraph" and len(block.text.split()) <= _HEADING_WORDS
        return replace(block, bold=((0, len(block.text)),)) if larger else block

    # --- what holds paragraphs

    def content(self, element: Element, cell: _Cell | None) -> None:
        """The paragraphs and tables in an element."""
        for child in element:
            if child.tag == "p":
                self._paragraph(child, cell)
            elif child.tag == "tbl":
                self._table(child, cell)
            elif child.tag == "sdt" or child.tag in _CONTENT:
                self.content(child, cell)
            elif child.tag == "AlternateContent":
                self.content(_chosen(child), cell)
            else:
                self._mark(child)

    def _table(self, table: Element, outer: _Cell | None) -> None:
        """A table; one of a single column is there for its looks."""
        rows = [list(_inside(row, "tc")) for row in _inside(table, "tr")]
        if max(map(len, rows), default=0) <= 1:
            for (cell,) in filter(None, rows):
                self.content(cell, outer)
            return
        self._lists = []
        self._groups += 1
        group = self._groups
        for number, (row, cells) in enumerate(zip(_inside(table, "tr"), rows, strict=True)):
            header = value(row, "trPr", "tblHeader") != "0" and row.find("trPr/tblHeader") is not None
            column = 0
            for cell in cells:
                self.content(cell, _Cell(group, number, column, header))
                span = value(cell, "tcPr", "gridSpan") or "1"
                column += int(span) if span.isdecimal() and len(span) < 4 else 1  # noqa: PLR2004  # no table is wider
        self._lists = []

    # --- a paragraph

    def _paragraph(self, paragraph: Element, cell: _Cell | None) -> None:
        properties = paragraph.find("pPr")
        level = self._styles.heading(properties)
        numbered = None if level else self._styles.numbered(properties)
        self._size = 0
        self._runs(paragraph, properties)
        self._inline.close_link()
        self._fields.clear()
        self._end(level, numbered, cell)
        self._write("\n")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.content(box, None)

    def _end(self, level: int, numbered: Numbered | None, cell: _Cell | None) -> None:
        """Make a block of what was read since the last one."""
        if self._bold:
            self._inline.close_bold()
            self._bold = False
        run, self._inline = self._inline.finish(), Inline()
        if run is None:
            return
        text = run.mapped.plain
        if numbered and numbered.ordered and run.bold == ((0, len(text)),) and len(text.split()) <= _HEADING_WORDS:
            numbered = None  # "1. Your duties" in bold is a numbered heading
        kind: BlockKind = "heading" if level and len(text) <= _LONGEST_HEADING else "item" if numbered else "cell" if cell else "paragraph"
        marked: Literal["", "markup"] = "markup" if kind == "heading" else ""
        block = Block(kind, run.mapped, level if marked else 0, marked, run.links, run.bold)
        if numbered and kind == "item":
            block = replace(block, level=numbered.level, group=self._group(numbered), ordered=numbered.ordered)
        else:
            self._lists = []
        if cell and kind == "cell":
            block = replace(block, group=cell.group, row=cell.row, column=cell.column, header=cell.header)
        self._sizes[block] = self._size
        self._blocks.append(block)

    def _group(self, numbered: Numbered) -> int:
        """The number of the list that an item belongs to; a list inside an item is one of its own."""
        del self._lists[numbered.level :]
        if len(self._lists) < numbered.level or self._lists[-1][0] != numbered.list:
            self._groups += 1
            del self._lists[numbered.level - 1 :]
            self._lists += [(numbered.list, self._groups)] * (numbered.level - len(self._lists))
        return self._lists[-1][1]

    def _runs(self, element: Element, properties: Element | None) -> None:
        """The text in a paragraph or in a part of one."""
        for child in element:
            if child.tag == "r":
                self._run(child, properties)
            elif child.tag == "hyperlink":
                self._linked(child, properties, self._links.get(child.get("id", "")))
            elif child.tag == "fldSimple":
                self._linked(child, properties, _address(child.get("instr", "")))
            elif child.tag == "sdt" or child.tag in _CONTENT:
                self._runs(child, properties)
            elif child.tag == "AlternateContent":
                self._runs(_chosen(child), properties)
            else:
                self._mark(child)

    def _linked(self, element: Element, properties: Element | None, address: str | None) -> None:
        if address:
            self._inline.open_link(address)
        self._runs(element, properties)
        if address:
            self._inline.close_link()

    def _run(self, run: Element, properties: Element | None) -> None:
        look = self._styles.look(properties, run.find("rPr"))
        if look.hidden:
            return
        for child in run:
            tag = child.tag
            if tag == "t":
                self._say(_SPACE.sub(" ", child.text or ""), look)
            elif tag in ("tab", "ptab"):
                self._say("\t", look)
            elif tag in ("br", "cr"):
                self._inline.forced_break(self._length, self._length + 1)
                self._write("\n")
            elif tag == "noBreakHyphen":
                self._say("-", look)
            elif tag == "sym":
                self._say(_symbol(child.get("char", "")), look)
            elif tag in ("drawing", "pict", "object", "AlternateContent"):
                self._boxes += _chosen(child).iter("txbxContent") if tag == "AlternateContent" else child.iter("txbxContent")
            else:
                self._field(child)
                self._mark(child)

    def _say(self, text: str, look: Look) -> None:
        if text.strip():
            self._shown[look.size] += len(text)
            self._size = min(self._size or look.size, look.size)
            if look.bold != self._bold:
                (self._inline.open_bold if look.bold else self._inline.close_bold)()
                self._bold = look.bold
        self._inline.add(text, self._length, self._length + len(text))
        self._write(text)

    def _write(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def _field(self, element: Element) -> None:
        """A field in parts: where it begins, what it says, where what it shows begins and ends."""
        if element.tag == "instrText":
            for field in self._fields[-1:]:
                field.append(element.text or "")
        elif element.tag == "fldChar":
            kind = element.get("fldCharType")
            if kind == "begin":
                self._fields.append([])
            elif kind == "separate" and self._fields and (address := _address("".join(self._fields[-1]))):
                self._inline.open_link(address)
            elif kind == "end" and self._fields and _address("".join(self._fields.pop())):
                self._inline.close_link()

    def _mark(self, element: Element) -> None:
        """Where a comment begins and ends; one that was not begun stands at a place only."""
        number = element.get("id", "")
        if element.tag == "commentRangeStart":
            self._opened[number] = self._length
        elif element.tag == "commentRangeEnd" or (element.tag == "commentReference" and number not in self._anchors):
            self._anchors[number] = Span(self._opened.get(number, self._length), self._length)


def _chosen(element: Element) -> Element:
    """The one of several forms of the same content that is to be read."""
    for name in ("Choice", "Fallback"):
        for form in element.iterfind(name):
            if name == "Fallback" or any(True for _ in form.iter("t")):
                return form
    return Element("none")


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, whatever is put around them."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag == "sdt" or child.tag in _CONTENT:
            yield from _inside(child, name)


def _address(instruction: str) -> str | None:
    found = _ADDRESS.match(instruction)
    return found[1] if found else None


def _symbol(code: str) -> str:
    """A character of a symbol font by its number: mostly a bullet or a tick."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number <= 0xFFFD and not 0xD800 <= number <= 0xDFFF else ""  # noqa: PLR2004  # no control, no surrogate
