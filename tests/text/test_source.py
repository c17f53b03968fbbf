"""Lines and columns: 1-based, in code points, lines ending only at LF, CR LF and CR."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.source import Source


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\u2028b\x0bc\x0c\x85d", 7, (1, 8)),  # other separators end no line
        ("é😀x", 2, (1, 3)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Source("p.md", text).position(offset) == position


def test_line_text_leaves_the_line_end_out() -> None:
    source = Source("p.md", "one\r\ntwo\rthree\n")
    assert [source.line_text(n) for n in range(6)] == ["", "one", "two", "three", "", ""]


@given(st.text(alphabet="ab\n\r\u2028é😀"), st.data())
def test_position_is_the_inverse_of_counting(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Source("p.md", text).position(offset)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    assert sum(map(len, lines[: line - 1])) + column - 1 == offset
