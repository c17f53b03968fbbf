"""Bytes to text: UTF-8, UTF-16 with a mark, Windows-1252; anything else is a clear error."""

from __future__ import annotations

from jdlint.readers.errors import InputError, kind_of
from jdlint.text.lazy import lazy
from jdlint.text.source import Source

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# Controls that no text file holds; tab, line ends, form feed, Word's line break (0x0B) and the old end-of-file mark do occur.
_CONTROL = lazy(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_FEW_CONTROLS = 3  # and one in a hundred bytes


def decode(data: bytes, path: str) -> Source:
    """The text of a file, with its encoding; raises InputError for an empty or binary one."""
    if kind := kind_of(data):
        raise InputError(f"is no text but {kind}")
    if data.startswith(_UTF8_MARK):
        return _source(path, _utf8(data, len(_UTF8_MARK)), "utf-8", bom=True)
    if encoding := _UTF16_MARKS.get(data[:2]):
        return _source(path, _utf16(data, encoding), encoding, bom=True)
    _refuse_binary(data)
    try:
        return _source(path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _source(path, *_western(data))


def _source(path: str, text: str, encoding: str, *, bom: bool = False) -> Source:
    if not text or text.isspace():
        raise InputError("is empty")
    if "\0" in text:
        line = Source(path, text).position(text.index("\0"))[0]
        raise InputError(f"is not a text file (a zero byte on line {line})", line)
    return Source(path, text, encoding, bom)


def _utf8(data: bytes, skip: int) -> str:
    try:
        return data[skip:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + skip
        raise InputError(f"is marked as UTF-8 but byte {at} (0x{data[at]:02x}) is not valid UTF-8", data.count(b"\n", 0, at) + 1) from None


def _utf16(data: bytes, encoding: str) -> str:
    try:
        return data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"is marked as UTF-16 but is broken at byte {error.start + 2}") from None


def _refuse_binary(data: bytes) -> None:
    first = _CONTROL.search(data)
    if first is None:
        return
    if b"\0" in data:
        at = data.index(b"\0")
        hint = "; UTF-16 without a byte-order mark can't be told from other binary files" if data[at + 2 : at + 3] == b"\0" else ""
        raise InputError(f"is not a text file (zero byte at byte {at}{hint})")
    if len(_CONTROL.findall(data)) > _FEW_CONTROLS + len(data) // 100:
        raise InputError(f"is not a text file (control character 0x{data[first.start()]:02x} at byte {first.start()})")


def _western(data: bytes) -> tuple[str, str]:
    """Windows-1252, or Latin-1 where it holds one of the five bytes that Windows-1252 leaves open."""
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"
