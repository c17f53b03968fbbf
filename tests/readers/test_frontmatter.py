"""Front matter in YAML, TOML and JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jdlint.posting.model import Field
from jdlint.readers import InputError, read


def fields(text: str) -> tuple[Field, ...]:
    return read(text.encode(), "a.md").fields


def source_of(text: str, key: str) -> str:
    field = next(f for f in fields(text) if f.key == key)
    return text[slice(*field.block.span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Chef\nopen: true\n---\nx", [("title", "Chef"), ("open", True)]),
        ("\n\n---\ntitle: Chef\n---\nx", [("title", "Chef")]),
        ("---\r\ntitle: Chef\r\n...\r\nx", [("title", "Chef")]),
        ("---\npay: {min: 10, max: 12.5}\n---\n", [("pay.min", 10), ("pay.max", 12.5)]),
        ("---\nplaces:\n- Cork\n- {city: Bray}\n---\n", [("places", "Cork"), ("places.city", "Bray")]),
        ("---\ndate: 2026-01-15\nbad: 2026-02-31\n---\n", [("date", date(2026, 1, 15)), ("bad", "2026-02-31")]),
        ("---\ntitle: Chef\npay:\n---\n", [("title", "Chef"), ("pay", None)]),
        ("---\na: &x Chef\nb: *x\n---\n", [("a", "Chef"), ("b", "Chef")]),
        ("---\npay: from &pound;13 an hour\nby: Bread &amp; Oil\n---\nx", [("pay", "from £13 an hour"), ("by", "Bread & Oil")]),
        (
            "---\nby: Bread & Oil\nlink: https://example.org/?a=1&lt=2\n---\nx",
            [("by", "Bread & Oil"), ("link", "https://example.org/?a=1&lt=2")],
        ),
        ('---\n- "&#163;13"\n---\nx', []),
        ('---\npay: ["&#163;13", "&#xA3;14"]\n---\nx', [("pay", "£13"), ("pay", "£14")]),
        ("---\n---\nx", []),
        ("---\n# only a comment\n---\nx", []),
        (
            '+++\ntitle = "Chef"\nclose = 2026-01-15\n[pay]\nmin = 10\n+++\nx',
            [("title", "Chef"), ("close", date(2026, 1, 15)), ("pay.min", 10)],
        ),
        ('+++\ntags = ["a", "b"]\nx.y = true\n[[p]]\nc = 1.5\n+++\n', [("tags", "a"), ("tags", "b"), ("x.y", True), ("p.c", 1.5)]),
        ('{"title": "Chef", "pay": {"min": 10}}\n\nx', [("title", "Chef"), ("pay.min", 10)]),
    ],
)
def test_fields(text: str, expected: list[tuple[str, Any]]) -> None:
    assert [(f.key, f.value) for f in fields(text)] == expected


@pytest.mark.parametrize(
    ("text", "key", "plain", "source"),
    [
        ("---\nt: Chef de rang # x\n---\n", "t", "Chef de rang", "Chef de rang"),
        ("---\nt: 'Chef''s'\n---\n", "t", "Chef's", "Chef''s"),
        ('---\nt: "a\\u00e9\\tb"\n---\n', "t", "aé\tb", "a\\u00e9\\tb"),
        ('---\nt: "one\\\n  two\n  three"\n---\n', "t", "onetwo three", "one\\\n  two\n  three"),
        ('---\nt: "one\\r\\ntwo"\n---\n', "t", "one\ntwo", "one\\r\\ntwo"),
        ("---\nt: one\n  two\n\n  three\n---\n", "t", "one two\nthree", "one\n  two\n\n  three"),
        ("---\nt: |\n  one\n    two\n\n  three\n---\n", "t", "one\n  two\n\nthree", "one\n    two\n\n  three"),
        ("---\nt: >-\r\n  one\r\n  two\r\n\r\n  three\r\n---\r\n", "t", "one two\nthree", "one\r\n  two\r\n\r\n  three"),
        ("---\nn: 10\n---\n", "n", "10", "10"),
        ("---\né: 'ü'\nt: x\n---\n", "t", "x", "x"),
        ('+++\n"é" = "ü"\nt = "a\\u00e9b"\n+++\n', "t", "aéb", "a\\u00e9b"),
        ("+++\nt = '''\none\ntwo'''\n+++\n", "t", "one\ntwo", "one\ntwo"),
        ("+++\nt = ' x '\nn = 10\n+++\n", "t", "x", "x"),
        ('{"t": "a\\"b"}\n', "t", 'a"b', 'a\\"b'),
    ],
)
def test_values_point_at_their_source(text: str, key: str, plain: str, source: str) -> None:
    field = next(f for f in fields(text) if f.key == key)
    assert (field.block.text, source_of(text, key), field.block.kind, field.block.key) == (plain, source, "field", key)


def test_a_word_inside_a_folded_value() -> None:
    text = "---\nt: >\n  We want\n  a cook\n  now\n---\n"
    block = fields(text)[0].block
    at = block.text.index("want a")
    assert text[slice(*block.mapped.span(at, at + 6))] == "want\n  a"


def test_an_entity_is_its_character_and_points_at_all_of_itself() -> None:
    text = "---\npay: up to &pound;13 an hour\n---\nBread."
    pay = fields(text)[0].block
    assert pay.text == "up to £13 an hour"
    assert text[slice(*pay.mapped.span(6, 9))] == "&pound;13"


def test_keys_point_at_their_source() -> None:
    text = '---\n"job title": x\npay:\n  min: 1\n---\n'
    assert [text[slice(*f.key_span)] for f in fields(text)] == ['"job title"', "min"]


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read(b"\xef\xbb\xbf---\ntitle: Chef\n---\nx", "a.md").fields[0].value == "Chef"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("---\n\nCook.\n\n---\n\nWash.", ["Cook.", "Wash."]),
        ("---\n\nPay: none\n", ["Pay: none"]),
        ("---\n- a\n- b\n---\n", ["a", "b"]),
        ("---\nCook: and, [wash\n\n**x: y: z**\n", ["Cook: and, [wash", "x: y: z"]),
        ("+++\nCook.", ["+++\nCook."]),
        ("{name} wants you", ["{name} wants you"]),
    ],
)
def test_thematic_breaks_are_no_front_matter(text: str, blocks: list[str]) -> None:
    document = read(text.encode(), "a.md")
    assert (document.fields, [b.text for b in document.blocks]) == ((), blocks)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: Chef\npay: 'open\n---\nx", 4),
        ("---\ntitle: Chef\nplace: Cork: Bray\n---\nx", 3),
        ("---\ntitle: [a\n---\nx", 3),
        ("\n---\ntitle: Chef\n  pay: 1\n---\nx", 4),
        ("---\ntitle: Chef\n\tpay: 1\n---\nx", 3),
        ("---\ntitle: a\x07b\n---\nx", 2),
        ("+++\ntitle = 'x'\npay = \n+++\nx", 3),
        ("---\nk: " + "[" * 1000 + "\n---\n", 2),
        ("+++\nk = " + "[" * 1000 + "]" * 1000 + "\n+++\n", 2),
        ("+++\ntitle = x\n+++\nx", 2),
    ],
)
def test_broken_front_matter_tells_its_line(text: str, line: int) -> None:
    with pytest.raises(InputError, match="broken front matter") as caught:
        fields(text)
    assert caught.value.line == line


def test_many_blank_lines_in_broken_front_matter_take_no_time() -> None:
    text = "---\n" + "\n" * 2000 + "x: y: z\n" * 2 + "---\nCook."
    with pytest.raises(InputError, match="broken front matter"):
        fields(text)
    assert fields("---\n" + "\r\n# x\r\n" * 2000 + "[x: y\n---\nCook.") == ()


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_every_text_format_may_have_it(path: str) -> None:
    document = read(b"---\ntitle: Chef\n---\nCook.", path)
    assert ([f.value for f in document.fields], [b.text for b in document.blocks]) == (["Chef"], ["Cook."])
