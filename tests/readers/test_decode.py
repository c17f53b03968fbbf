"""Bytes to text."""

from __future__ import annotations

import pytest

from jdlint.readers import InputError
from jdlint.readers.decode import decode


def test_utf8() -> None:
    source = decode("Café\r\nChef".encode(), "a.md")
    assert (source.text, source.encoding, source.bom) == ("Café\r\nChef", "utf-8", False)


def test_a_mark_is_no_part_of_the_text() -> None:
    source = decode(b"\xef\xbb\xbf# Chef", "a.md")
    assert (source.text, source.bom) == ("# Chef", True)
    assert source.position(0) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark(encoding: str) -> None:
    source = decode("\ufeffCafé 👩".encode(encoding), "a.txt")
    assert (source.text, source.encoding, source.bom) == ("Café 👩", encoding, True)


def test_windows_1252() -> None:
    source = decode("Café – we’re open, €30,000".encode("cp1252"), "a.txt")
    assert (source.text, source.encoding) == ("Café – we’re open, €30,000", "cp1252")


def test_latin_1_where_windows_1252_has_no_character() -> None:
    assert decode(b"caf\xe9 \x81", "a.txt").encoding == "latin-1"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "is no text but a picture"),
        (b"{\\rtf1\\ansi A cook", "is no text but rich text"),
        (b"a\0\0\0", "zero byte at byte 1"),
        (b"\x01\x02\x03\x04 abc", "control character 0x01 at byte 0"),
        ("Chef".encode("utf-16-le"), "UTF-16 without a byte-order mark"),
        (b"\xff\xfea\0b", "UTF-16 but is broken at byte 4"),
        (b"\xff\xfe\x00\xd8a\0", "UTF-16 but is broken at byte 2"),
        (b"\xef\xbb\xbfab\xff", r"byte 5 \(0xff\) is not valid UTF-8"),
        (b"\xff\xfea\0\0\0", "zero byte on line 1"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        decode(data, "a.md")
    assert "\n" not in caught.value.message


def test_a_stray_control_character_is_read() -> None:
    assert decode(b"page one\x0cpage two" + b" word" * 30 + b"\x07", "a.txt").text.startswith("page one\x0cpage")


def test_the_line_of_a_broken_byte() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"\xef\xbb\xbfone\ntwo\xff", "a.md")
    assert caught.value.line == 2
