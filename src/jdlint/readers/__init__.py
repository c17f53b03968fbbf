"""Bytes of a file to the blocks of a posting: one module a format, imported when a file needs it.

A reader module holds `read(source: Source) -> Document`. Text formats get decoded text; documents of bytes (docx, pdf) are listed in
`_BINARY`, and their modules hold `read_bytes(data, path) -> Document`. Files of data, each of which may hold many postings, go
through `jdlint.readers.data`.
"""

from __future__ import annotations

import re
from importlib import import_module

from jdlint.hints import TYPE_CHECKING, cast
from jdlint.readers.errors import InputError
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.model import Document

__all__ = ["DATA_FORMATS", "FORMATS", "TEXT_FORMATS", "InputError", "format_of", "read"]

# format -> module and the file extensions that name it
_READERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "md": ("markdown", (".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd")),
    "html": ("html", (".html", ".htm", ".xhtml")),
    "txt": ("plaintext", (".txt", ".text")),
    "docx": ("docx", (".docx", ".docm")),
    "pdf": ("pdf", (".pdf",)),
    "json": ("data", (".json", ".jsonld")),
    "yaml": ("data", (".yaml", ".yml")),
    "jsonl": ("data", (".jsonl", ".ndjson")),
    "csv": ("data", (".csv", ".tsv")),
    "parquet": ("data", (".parquet",)),
}
_BINARY: frozenset[str] = frozenset(("docx", "pdf"))
DATA_FORMATS = frozenset(("json", "yaml", "jsonl", "csv", "parquet"))  # of which a file may hold many postings: jdlint.readers.data
FORMATS: tuple[str, ...] = tuple(_READERS)
TEXT_FORMATS: tuple[str, ...] = tuple(name for name in _READERS if name not in (_BINARY | DATA_FORMATS))  # what can be written by hand
_BY_EXTENSION = {extension: name for name, (_, extensions) in _READERS.items() for extension in extensions}
_HTML_START = lazy(rb"\s*<(?:!doctype\s+html|html|head|body|main|article|section|div|h[1-6]|p|ul|!--)\b", re.IGNORECASE)
_MARKDOWN_SIGN = lazy(rb"^(?:#{1,6} \S|---\s*$|\+\+\+\s*$|\s*[-*] \S.*\*\*|.*\*\*\S.*\*\*|.*\[[^\]\n]*\]\([^)\n]*\))", re.MULTILINE)
_PEEK = 4096


def format_of(path: str, data: bytes | None = None) -> str | None:
    """The format by the file's extension, else by what the data look like; None where neither tells."""
    dot = path.rfind(".")
    name = _BY_EXTENSION.get(path[dot:].lower()) if dot >= 0 else None
    if name or data is None:
        return name
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "docx"
    if data.startswith(b"%PDF-"):
        return "pdf"
    start = data[:_PEEK].removeprefix(b"\xef\xbb\xbf")
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    if _HTML_START.match(start):
        return "html"
    return "md" if _MARKDOWN_SIGN.search(start) else "txt"


def read(data: bytes, path: str, format: str | None = None) -> Document:  # noqa: A002  # the word that users know
    """Read a file's bytes as a document. Raises InputError where it can't be read."""
    name = format or format_of(path, data)
    if name is None or name not in _READERS or name in DATA_FORMATS:
        raise InputError(f"is in no format that can be read ({', '.join(FORMATS)})")
    module = import_module(f"jdlint.readers.{_READERS[name][0]}")
    if name in _BINARY:
        return cast("Document", module.read_bytes(data, path))
    from jdlint.readers.decode import decode
    from jdlint.readers.directives import with_directives

    return with_directives(module.read(decode(data, path)))
