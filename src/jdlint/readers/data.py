"""Files of data: from a file to its postings, each on its own, and from one of them to a document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.posting.model import Document
from jdlint.posting.tree import Node
from jdlint.readers.decode import decode
from jdlint.readers.directives import with_directives
from jdlint.readers.errors import InputError
from jdlint.readers.feeds import document
from jdlint.readers.jsontree import BrokenError, parse
from jdlint.readers.parts import Mapped, Part, source_of
from jdlint.readers.shapes import name_of, postings
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
            yield data, part._replace(line=1, column=1, shared=True)
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
        raise _refused(source, form, error) from None


def _refused(source: Source, form: str, error: BrokenError) -> InputError:
    line, column = source.position(min(error.at, len(source.text)))
    kind = "YAML" if form == "yaml" else "JSON"
    return InputError(f"is no valid {kind}: {error.message} (column {column})", line)


def read_part(data: bytes, path: str, part: Part, mapped: Mapped) -> Document:
    """The document of one posting that `records` or `tables.rows` gave."""
    source = source_of(path, data, part)
    try:
        node = _node(source, part, mapped)
    except BrokenError as error:
        raise _refused(source, part.form, error) from None
    return with_directives(document(source, node, part.form, part.shape, mapped))


def _node(source: Source, part: Part, mapped: Mapped) -> Node:
    """The tree of one posting. BrokenError where its text, which could be read as a part of its file, can't be read alone."""
    if part.form == "csv":
        from jdlint.readers.tables import row_node

        return row_node(source.text, part.columns, part.delimiter)
    if part.form != "yaml":
        return parse(source.text, pointer=part.pointer)
    from jdlint.readers.yamltree import documents

    if part.shared:
        found = (f.node for top in documents(source.text) for f in postings(top, mapped))
        return next(islice(found, part.number, None))
    return next(documents(source.text, part.pointer))
