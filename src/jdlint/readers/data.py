"""Files of data: from a file to its postings, each on its own, and from one of them to a document."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.posting.model import Document
from jdlint.posting.tree import Node
from jdlint.readers.decode import decode
from jdlint.readers.directives import with_directives
from jdlint.readers.errors import InputError
from jdlint.readers.jsontree import BrokenError, parse
from jdlint.readers.parts import Mapped, Part, source_of
from jdlint.readers.records import document
from jdlint.readers.shapes import name_of, pointed, postings
from jdlint.text.lazy import lazy
from jdlint.text.source import Source

_ALIAS = lazy(r"(?:^|[\s\[,:-])\*[\w-]+")  # of YAML: what it stands for is elsewhere in the file
# Cheap signs that a file met in a folder may hold a posting; most JSON and YAML in a repository has none.
_SIGN = lazy(rb"JobPosting|hostedUrl|(?i:\btitle\b[\"']?\s*:)")


def may_hold_postings(data: bytes) -> bool:
    """Whether data are worth parsing where nobody named them."""
    return _SIGN.search(data) is not None


def records(data: bytes, path: str, form: str, mapped: Mapped) -> Iterator[tuple[bytes, Part]]:
    """The postings in a JSON or YAML file, each with its own text; raises InputError where the file can't be read."""
    source = decode(data, path)
    found = [f for top in _tops(source, form) for f in postings(top, mapped)]
    shared = form == "yaml" and _ALIAS.search(source.text) is not None
    for number, (node, shape) in enumerate(found):
        line, column = source.position(node.span.start)
        part = Part(form, shape, node.pointer, line, column, number=number)
        if len(found) > 1:
            part = part._replace(name=name_of(node, next((t.text for key in ("title", "text") if (t := node.get(key))), "")))
        if shared:
            yield data, part._replace(line=1, column=1, within=node.pointer)
        elif form == "yaml":
            yield f"{' ' * (column - 1)}{source.text[slice(*node.span)]}".encode(), part._replace(column=1)
        else:
            yield source.text[slice(*node.span)].encode(), part


def _tops(source: Source, form: str) -> list[Node]:
    try:
        if form == "yaml":
            from jdlint.readers.yamltree import documents

            return list(documents(source.text))
        return [parse(source.text)]
    except BrokenError as error:
        line, column = source.position(min(error.at, len(source.text)))
        kind = "YAML" if form == "yaml" else "JSON"
        raise InputError(f"is no valid {kind}: {error.message} (column {column})", line) from None


def read_part(data: bytes, path: str, part: Part, mapped: Mapped) -> Document:
    """The document of one posting that `records` or `tables.rows` gave."""
    source = source_of(path, data, part)
    if part.form == "csv":
        from jdlint.readers.tables import row_node

        node = row_node(source.text, part.columns, part.delimiter)
    elif part.form == "yaml":
        from jdlint.readers.yamltree import documents

        tops = list(documents(source.text, part.pointer.removesuffix(part.within)))
        inner = (pointed(top, part.within) if part.within else top for top in tops)
        node = next(n for n in inner if n is not None)
    else:
        node = parse(source.text, pointer=part.pointer)
    return with_directives(document(source, node, part.form, part.shape, mapped))
