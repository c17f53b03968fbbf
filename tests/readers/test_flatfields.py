"""Flat front matter, read without the YAML parser: what is read is what YAML reads, with the same places."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.model import Field
from jdlint.readers.flatfields import flat_fields
from jdlint.readers.yamlfields import yaml_fields
from jdlint.text.source import Source

PIECES = (
    *("title", "pay", "draft", ":", ": ", "  ", " ", "\n", "\r\n", "Chef", "é", "$", "£", "(", ")", "98,000", "1", "0", "2026-01-15"),
    *("true", "Yes", "NO", "null", "nULL", "~", "'", '"', "''", '""', "#", " #", "- ", "-", "[", "]", "{", "}", "&a", "*a", "!x"),
    *("|", ">", "%", "@", "`", "\\", "\t", "\xa0", "\x85", "\u2028", "\ufeff", "\x07", "=", "<<", "?", ",", ".", "...", "---"),
    *("0x1F", "1e3", "1:30", "2026-02-31", "_", "\U0001f642", "a year"),
)
VALUES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
ENDS = st.sampled_from(("\n", "\r\n", " \n", "\n# x\n", "\n\n"))
LINES = st.builds("{}: {}{}".format, st.sampled_from(("title", "pay", "b-1", "_d")), VALUES, ENDS)
TEXTS = st.one_of(st.lists(LINES, min_size=1, max_size=4).map("".join), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


def _told(found: tuple[Field, ...]) -> list[object]:
    return [(f.key, f.value, type(f.value), f.block.text, f.block.mapped.pieces, f.block.kind, f.block.key, f.key_span) for f in found]


@given(TEXTS)
def test_flat_fields_are_those_of_yaml(text: str) -> None:
    source = Source("a.md", f"---\n{text}---\n")
    end = 4 + len(text)
    found = flat_fields(source, 4, end)
    if found:
        assert _told(found) == _told(yaml_fields(source, 4, end))


def test_common_front_matter_is_flat() -> None:
    lines = (
        *("title: Line Cook", "salary: $42,000 a year", 'start: "Monday"', "site: 'Cork'", "draft: false", "id: 12", "day: 2026-01-15"),
        *('empty: ""', "# a note", "", "note: None of 12, see http://a.example/"),
    )
    text = "\n".join(lines)
    found = flat_fields(Source("a.md", text), 0, len(text))
    assert found is not None
    assert [(f.key, f.value) for f in found] == [
        ("title", "Line Cook"), ("salary", "$42,000 a year"), ("start", "Monday"), ("site", "Cork"), ("draft", False), ("id", 12),
        ("day", date(2026, 1, 15)), ("empty", ""), ("note", "None of 12, see http://a.example/"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        *("a: 1.5", "a: 0x1F", "a: 010", "a: 2026-01-15 10:00", "a: b: c", "a: b # c", "a:", "a: [b]", "- a", "a: |", "a: b\n  c"),
        *('a: "\\t"', "a: 'b''c'", "a: &x b", "a: *x", "a: !x b", "a: ~", "a: b\xa0c", "# a\x07\na: b"),
    ],
)
def test_what_means_more_is_left_to_yaml(line: str) -> None:
    assert flat_fields(Source("a.md", line), 0, len(line)) is None
