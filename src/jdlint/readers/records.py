"""The fields and blocks of a document that is made from a record, and what a record's text is: HTML, Markdown or plain lines."""

from __future__ import annotations

import re

from jdlint.posting.facts.gazetteer import country_name
from jdlint.posting.model import Block, Field
from jdlint.posting.tree import Node
from jdlint.readers.compose import Composer
from jdlint.readers.htmlblocks import HtmlBlocks
from jdlint.readers.htmltokens import unescape, without_entities
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span, TextBuilder

_TAG = lazy(r"</?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|span|a|table|tr|td|section)\b[^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = lazy(r"&(?:amp;)?lt;/?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|span|a)\b", re.IGNORECASE)
_MARKDOWN = lazy(r"^(?:#{1,6} \S|\s*[-*+] \S|.*\*\*\S)", re.MULTILINE)
_TWICE = 2  # times that a board escapes its text at most
_LONG = 25  # words: a longer value is text
_CODE = 2  # letters of a country's code
DESCRIPTION = "Description"


class Record:
    """Collects fields and blocks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.fields: list[Field] = []
        self.blocks: list[Block] = []
        self._bodies: list[tuple[Node, str]] = []
        self._groups = 0

    def field(self, key: str, node: Node | None, text: str | None = None) -> None:
        """A plain value under a key that says what it is; with `text`, what the value means."""
        if node is None or not node.is_leaf or node.value is None:
            return
        block = node.block(key)
        mapped = without_entities(block.mapped)
        value = node.value
        if text is not None and text != block.text:
            block = replace(block, mapped=_whole(text, node.span))
        elif mapped is not block.mapped:
            block, value = replace(block, mapped=mapped), unescape(value) if isinstance(value, str) else value
        self.fields.append(Field(key, value if text is None else text, block, node.key_span or node.span))

    def flat(self, key: str, node: Node | None) -> None:
        """All plain values below a node, with dotted keys."""
        if node is None:
            return
        if isinstance(node.value, dict):
            for name, below in node.value.items():
                if not name.startswith("@"):
                    self.flat(f"{key}.{name}", below)
        elif isinstance(node.value, list):
            for below in node.value:
                self.flat(key, below)
        else:
            self.field(key, node)

    def text(self, node: Node | None, heading: str = "", key: Node | None = None) -> None:
        """Text in HTML, Markdown or plain lines; under a heading, which stands where the key (or the node `key`) does."""
        for one in node.items if node is not None else ():
            if not one.text:
                continue
            place = key.span if key is not None else (node or one).key_span
            if heading and place is not None:
                mapped = key.mapped() if key is not None else _whole(heading, place)
                block = Block("heading", mapped, level=2, marked="markup", key="" if key is not None else heading, pointer=one.pointer)
                self.blocks.append(block)
                heading = ""
            self._body(one)

    def listing(self, node: Node, heading: str) -> None:
        """A list of lines as the items of a list under a heading."""
        before = len(self.blocks)
        self.text(node, heading)
        for at in range(before, len(self.blocks)):
            if self.blocks[at].kind == "paragraph":
                self.blocks[at] = replace(self.blocks[at], kind="item", level=1)

    def body(self, node: Node | None, heading: str = DESCRIPTION) -> None:
        """Text without a heading of its own; it may need the one given here, see `part_bodies`."""
        if node is not None:
            self._bodies.append((node, heading))
        self.text(node)

    def part_bodies(self) -> None:
        """Texts without a heading that come after others with one get theirs: they'd belong to what stands above them, else."""
        for node, heading in self._bodies:
            place = node.key_span
            if place is None or not any(n.text for n in node.items) or not any(b.kind == "heading" and b.span < place for b in self.blocks):
                continue
            mapped = _whole(heading, place)
            self.blocks.append(Block("heading", mapped, level=2, marked="markup", key=heading, pointer=node.pointer))

    def _body(self, node: Node) -> None:
        mapped = unescaped(node.mapped())
        for block in blocks_of(mapped.plain):
            group = block.group + self._groups if block.group else 0
            self.blocks.append(replace(block, mapped=block.mapped.through(mapped), pointer=node.pointer, group=group))
        self._groups = max((b.group for b in self.blocks), default=0)

    def value_or_text(self, key: str, node: Node | None, heading: str) -> None:
        """A short value as a field, a long one, or one in HTML, as text under a heading."""
        if node is None:
            return
        if any(is_long(one) for one in node.walk() if one.is_leaf):
            self.text(node, heading)
        else:
            self.flat(key, node)

    def pay(self, low: Node | None, high: Node | None, currency: Node | None, unit: Node | None, scale: int = 1) -> None:
        """Pay in parts. `scale`: how many of the record's units are one of the currency."""
        for key, node in (("pay.min", low or high), ("pay.max", high or low)):
            number = node.value if node is not None and isinstance(node.value, int | float) else None
            self.field(key, node, f"{number / scale:.10g}" if number is not None and scale != 1 else None)
        self.field("pay.currency", currency)
        if unit is not None and unit.text:
            self.field("pay.period", unit, unit.text.casefold().removeprefix("1 ").removeprefix("per-").partition("-")[0])

    def country(self, node: Node | None) -> None:
        """A country, or another place, under a key of its own."""
        self.field("location", node, _land(node))

    def place(self, town: Node | None, state: Node | None, land: Node | None) -> None:
        """A place whose town, state and country have a key each."""
        parts = [n for n in (town, state, land) if n is not None and n.text]
        if not parts:
            return
        spans = [n.span for n in parts]
        name = _land(land)
        text = ", ".join((n is land and name) or n.text for n in parts)
        if spans == sorted(spans):
            builder = TextBuilder()
            for number, node in enumerate(parts):
                if number:
                    gap = Span(spans[number - 1].end, node.span.start)
                    builder.add(", ", gap.start, gap.end - (gap.end - gap.start == len(", ")))
                if node is land and name:
                    builder.add(name, node.span.start, node.span.end - (len(name) == node.span.end - node.span.start))
                    continue
                for piece in (inner := node.mapped()).pieces:
                    builder.add(inner.plain[piece.plain : piece.plain + piece.length], piece.start, piece.end)
            mapped = builder.build()
        else:
            mapped = _whole(text, Span(min(spans).start, max(s.end for s in spans)))
        block = Block("field", mapped, key="location", pointer=parts[0].pointer.rpartition("/")[0])
        self.fields.append(Field("location", text, block, parts[0].key_span or parts[0].span))


def _land(node: Node | None) -> str | None:
    """The name of the country whose code a value is; None for all else."""
    code = node.text if node is not None else ""
    return country_name(code) if len(code) == _CODE and code.isupper() else None


def _whole(text: str, span: Span) -> MappedText:
    """A text that stands for a range as a whole."""
    builder = TextBuilder()
    builder.add(text, span.start, span.end - (span.end - span.start == len(text) > 1))
    return builder.build()


def unescaped(mapped: MappedText) -> MappedText:
    """HTML whose tags are written as entities, as HTML, and plain lines without entities; it maps to where it was read from."""
    for _ in range(_TWICE):
        if _TAG.search(mapped.plain) or not _ESCAPED_TAG.search(mapped.plain):
            break
        mapped = without_entities(mapped)
    return mapped if _TAG.search(mapped.plain) or _MARKDOWN.search(mapped.plain) else without_entities(mapped)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text in HTML, Markdown or plain lines."""
    if _TAG.search(text):
        composer = Composer()
        HtmlBlocks(text, composer, text).feed(0, len(text))
        return composer.finish()
    if _MARKDOWN.search(text):
        from jdlint.readers import markdown

        return markdown.read(Source("", text)).blocks
    from jdlint.readers import plaintext

    return plaintext.read(Source("", text)).blocks


def is_long(node: Node) -> bool:
    """Whether a value is text to read, and no short fact."""
    return bool(node.text) and (len(node.text.split()) >= _LONG or _TAG.search(node.text) is not None or "&lt;" in node.text)
