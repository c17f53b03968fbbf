"""JSON with places: the values are those of `json`, and every place holds what was read from it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.tree import Node
from jdlint.readers.jsontree import BrokenError, parse

_PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_DATA = st.recursive(_PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20)


def plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: plain(below) for key, below in node.value.items()}
    return [plain(n) for n in node.value] if isinstance(node.value, list) else node.value


def found(top: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        top = top[int(name)] if isinstance(top, list) else top[name]
    return top


@given(data=_DATA, ascii_only=st.booleans(), indent=st.sampled_from([None, 1, "\t"]))
def test_every_value_with_its_place(data: Any, ascii_only: bool, indent: int | str | None) -> None:
    text = "é " + json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    top = parse(text, 2)
    assert plain(top) == data
    for node in top.walk():
        assert json.loads(text[slice(*node.span)]) == found(data, node.pointer) == plain(node)
        if node.key_span is not None:
            assert json.loads('"' + text[slice(*node.key_span)] + '"') in data or node.pointer.count("/") > 1


@given(text=st.text(), ascii_only=st.booleans())
def test_each_character_of_a_text_maps_to_its_escape(text: str, ascii_only: bool) -> None:
    source = f'["{"x"}", {json.dumps(text, ensure_ascii=ascii_only)}]'
    mapped = parse(source).value[1].mapped()
    assert mapped.plain == text.strip()
    for at, char in enumerate(mapped.plain):
        span = mapped.span(at, at + 1)
        assert json.loads('"' + source[slice(*span)] + '"') == char


def test_line_ends_inside_texts_are_read() -> None:
    assert parse('{"a": "one\ntwo"}').get("a").text == "one\ntwo"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ('{"a": 1,}', "a comma stands before `}`", 7),
        ('{"a": 1', "it ends where a comma or `}` should follow", 7),
        ('{"a" 1}', "a colon is missing here", 5),
        ("{a: 1}", "a key in double quotes is missing here", 1),
        ('["a" "b"]', "a comma or `]` is missing here", 5),
        ('["a', "a text has no closing quote", 1),
        (r'["a\q"]', "a backslash is followed by what is no escape", 3),
        ("[01]", "a value is missing here", 1),
        ("[NaN]", "a value is missing here", 1),
        ("[1] x", "more text follows where the data should end", 4),
        ("", "it ends where a value should follow", 0),
        ("[" * 1000, "it is nested too deeply", 200),
    ],
)
def test_what_is_broken_is_told_with_its_place(text: str, message: str, at: int) -> None:
    with pytest.raises(BrokenError) as error:
        parse(text)
    assert (error.value.message, error.value.at) == (message, at)


@given(text=st.text(alphabet='{}[]",:\\u0041 \n\ttrue1.-é'))
def test_any_text_is_read_or_refused_as_json_does(text: str) -> None:
    try:
        expected = json.loads(text, strict=False)
    except ValueError:
        with pytest.raises(BrokenError):
            parse(text)
    else:
        assert plain(parse(text)) == expected
