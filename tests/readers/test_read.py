"""Which reader a file gets."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jdlint.readers import InputError, format_of, read


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", "md"), ("a.MARKDOWN", "md"), ("a.mdx", "md"), ("a.html", "html"), ("b/c.HTM", "html"), ("a.txt", "txt"), ("a.text", "txt"),
        ("a.exe", None), ("a", None),
    ],
)  # fmt: skip
def test_the_extension_tells(path: str, expected: str | None) -> None:
    assert format_of(path) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf\n <div>x</div>", "html"),
        (b"# Chef\n\nCook.", "md"),
        (b"Chef\n\nSee [the kitchen](x).", "md"),
        (b"Chef wanted.", "txt"),
        (b"PK\x03\x04\0", None),
    ],
)
def test_else_the_content_tells(data: bytes, expected: str | None) -> None:
    assert format_of("-", data) == expected


def test_a_format_that_is_said_wins() -> None:
    assert read(b"# Chef", "a.txt", "md").blocks[0].marked == "markup"
    assert read(b"<p>Chef", "-").format == "html"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match="no format that can be read"):
        read(b"PK\x03\x04\0", "a.zip")


@pytest.mark.unmeasured
def test_only_the_reader_needed_is_imported() -> None:
    code = """
import sys
from jdlint.readers import read
read(b'Chef', 'a.txt')
print([name for name in ('pyromark', 'yaml', 'tree_sitter', 'json') if name in sys.modules])
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
