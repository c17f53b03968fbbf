"""Suppressions in a file: comments, `#jdlint:` lines and the key `jdlint`, taken out of what the posting says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from jdlint.hints import Literal, cast
from jdlint.posting.model import Block, Directive, Document, Field
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.source import Source
from jdlint.text.spans import Span

_MARK = "jdlint"
_SIGN = lazy(r"jdlint[ \t]*:")
_LINE = lazy(r"#[ \t]?jdlint[ \t]*:")
_BODY = lazy(r"\s*jdlint\s*:\s*(?:(ignore-file|ignore|disable|enable)(?![\w-])\s*(?:\[([^\]]*)\])?)?")
_CODE = lazy(r"[^\s,][^,]*?(?=\s*(?:,|$))")
_COMMENTS = {"md": ("<!--", "-->"), "html": ("<!--", "-->")}
_MDX = ("{/*", "*/}")

_Kind = Literal["ignore", "disable", "enable", "ignore-file", ""]


def is_directive(line: str) -> bool:
    """Whether a line of plain text, without white space before it, is a suppression."""
    return line.startswith("#") and bool(_LINE.match(line))


def with_directives(document: Document) -> Document:
    """The document with its suppressions, and without the fields that hold them."""
    if _MARK not in document.source.text:
        return document
    rest = tuple(f for f in document.fields if not _is_ours(f))
    found = [*_from_fields(document), *(_from_lines(document.source) if document.format == "txt" else _from_comments(document))]
    if not found and len(rest) == len(document.fields):
        return document
    return replace(document, fields=rest, directives=tuple(sorted(found, key=lambda d: d.span)))


def beside(text: str, span: Span) -> Directive | None:
    """A suppression in a comment that stands beside the text, anchored to `span`; None for one that does not speak to us."""
    if not _SIGN.match(text):
        return None
    read = _read(text, 0, len(text), span, "aside")
    return replace(read, codes=tuple((code, span) for code, _ in read.codes))


# --- front matter and records


def _is_ours(field: Field) -> bool:
    return field.key.partition(".")[0] == _MARK


def _from_fields(document: Document) -> Iterator[Directive]:
    for key, group in groupby((f for f in document.fields if _is_ours(f)), key=lambda f: f.key):
        fields = list(group)
        span = Span(fields[0].key_span.start, max(fields[0].key_span.end, fields[-1].block.span.end))
        below = key.partition(".")[2]
        if below in ("ignore", "ignore-file"):
            yield Directive("ignore-file", tuple(code for f in fields for code in _field_codes(f)), span, "field")
        elif below != "reason":
            yield from (_told(f, span) for f in fields)


def _field_codes(field: Field) -> Iterator[tuple[str, Span]]:
    text = field.block.text
    for match in _CODE.finditer(text):
        yield match.group(), field.block.mapped.span(*match.span())


def _told(field: Field, span: Span) -> Directive:
    """A value that is written as a comment would be: `jdlint: ignore-file[REQ004] reason`."""
    text = field.block.text
    match = _BODY.match(f"{_MARK}:{text}") if field.key == _MARK else None
    shift = len(_MARK) + 1
    kind = match[1] if match else None
    if match is None or (kind not in ("ignore", "ignore-file") and text):
        return Directive("", (), span, "field")
    codes = tuple((code, field.block.mapped.span(at.start - shift, at.end - shift)) for code, at in _codes(match[2] or "", match.start(2)))
    return Directive("ignore-file", codes, span, "field")


# --- lines and comments


def _from_lines(source: Source) -> Iterator[Directive]:
    text = source.text
    for sign in _SIGN.finditer(text):
        start = source.line_starts[source.position(sign.start())[0] - 1]
        line = source.line_text(source.position(sign.start())[0])
        words = line.strip()
        low = start + len(line) - len(line.lstrip())
        if is_directive(words) and sign.start() <= low + 2:
            yield _read(text, low + 1, low + len(words), Span(low, low + len(words)), "line")


def _from_comments(document: Document) -> Iterator[Directive]:
    """The comments that speak to us. Where a block shows a comment as its text (in code), it is none."""
    if document.format not in _COMMENTS or not _SIGN.search(document.source.text):
        return
    text = document.source.text
    marks = [_COMMENTS[document.format]]
    if document.source.path.lower().endswith(".mdx"):
        marks.append(_MDX)
    shown = _shown((*document.blocks, *(f.block for f in document.fields)))
    starts = [low for low, _ in shown]
    for opening, closing in marks:
        at = text.find(opening)
        while at >= 0:
            body = at + len(opening)
            stop = text.find(closing, body)
            if stop < 0:
                break
            end = stop + len(closing)
            near = bisect_right(starts, at) - 1
            is_text = near >= 0 and shown[near][1] > at
            if not is_text and _SIGN.match(text, body + _blank(text, body, stop), stop):
                yield _read(text, body, stop, Span(at, end), "comment")
            at = text.find(opening, body if is_text else end)


def _blank(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return len(part) - len(part.lstrip())


def _shown(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """The source ranges whose characters are text to read, in order."""
    return sorted((p.start, p.end) for block in blocks for p in block.mapped.pieces)


def _read(text: str, start: int, end: int, span: Span, form: Literal["comment", "line", "aside"]) -> Directive:
    match = _BODY.match(text, start, end)
    if match is None or match[1] is None:
        return Directive("", (), span, form)
    return Directive(cast("_Kind", match[1]), _codes(match[2] or "", match.start(2)), span, form)


def _codes(listed: str, shift: int) -> tuple[tuple[str, Span], ...]:
    return tuple((m.group(), Span(shift + m.start(), shift + m.end())) for m in _CODE.finditer(listed))
