"""Expressions that are told what their matches begin with find what `re` finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.compiled import compiled

CHARSET = 4

PIECES = st.sampled_from([
    "a", "b", "k", "S", "é", " ", "[a-c]", "[^a]", r"\d", r"\w", r"[\s,]", ".", r"\b", r"\B",
    "^", "$", "(?<!a)", "(?<=b)", "(?=a)", "(?!b)",
])  # fmt: skip
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part}){{1,2}}"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?>{part})"),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("abckKsSſéÉK ,1\n", max_size=30), st.sampled_from([0, re.IGNORECASE, re.MULTILINE]))
def test_nothing_is_found_elsewhere(pattern: str, text: str, flags: int) -> None:
    plain, told = re.compile(pattern, flags), compiled(pattern, flags)
    assert [m.span() for m in told.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert told.sub("-", text) == plain.sub("-", text)


def code(pattern: str, flags: int = 0) -> list[int]:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from jdlint.text.leap import tell

    parsed = _parser.parse(pattern, flags)
    made: list[int] = _compiler._code(parsed, flags)
    tell(made, parsed, flags)
    return made


@pytest.mark.parametrize("pattern", [r"\b(?:apply|send)\b", r"(?<!\w)\d+", r"(?:^|(?<=, ))(?:a|b)", r",? (?:is|are)\b", r"(?=x)[a-c]?d"])
def test_what_comes_behind_a_boundary_is_told(pattern: str) -> None:
    assert code(pattern)[2] & CHARSET


@pytest.mark.parametrize("pattern", [r"\b", r"^apply", r"\A(?:a|b)", r"\b[^a]", r"(?:a|\b)?", r"\b.x", "plain", "[ab]c"])
def test_what_cannot_be_told_or_is_known_stays_as_it_is(pattern: str) -> None:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    assert code(pattern) == _compiler._code(_parser.parse(pattern), 0)


def test_both_cases_are_told() -> None:
    assert [m.group() for m in compiled(r"\b(?:kg|sum|in)\b", re.IGNORECASE).finditer("Kg KG ſum SUM In İn kG")] == [
        m.group() for m in re.finditer(r"\b(?:kg|sum|in)\b", "Kg KG ſum SUM In İn kG", re.IGNORECASE)
    ]
