"""Offsets in UTF-16 code units and in code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.utf16 import Utf16

TEXTS = st.text(st.sampled_from("aé€\n 🍞𝒳🥐"), max_size=30) | st.text(max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_both_ways_are_those_of_the_encoding(text: str) -> None:
    count = Utf16(text)
    for points in range(len(text) + 1):
        assert count.units(points) == units(text[:points])
        assert count.points(count.units(points)) == points


@given(TEXTS)
def test_the_middle_of_a_character_is_its_start(text: str) -> None:
    count = Utf16(text)
    for at, char in enumerate(text):
        if ord(char) > 0xFFFF:
            assert count.points(count.units(at) + 1) == at
