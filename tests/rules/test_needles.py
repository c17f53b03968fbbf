"""Texts without which an expression can't match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.resources import rules_dir
from jdlint.rules.index import rule_files
from jdlint.rules.load import load_file, unmark
from jdlint.rules.needles import may_match, needles
from jdlint.rules.patterns import flat
from jdlint.text.small import lowered


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("master'?s? degree", [{" degree"}, {"master"}]),
        (r"\b(?:world[- ]class|cutting[- ]edge)\b", [{"world", "cutting"}]),
        ("(?:salary|Pay) history", [{" history"}, {"salary", "pay"}]),
        ("(?P<at>Salesm(?:an|en)) wanted", [{" wanted"}, {"salesm"}]),
        ("(?:oats|ryes) (?:corn|wheat)+[- ](?:lentil|pepper)", [{"lentil", "pepper"}, {"corn", "wheat"}, {"oats", "ryes"}]),
        ("(?:very )?young", [{"young"}]),
        ("(?:young)+", [{"young"}]),
        ("(?:young)*", []),
        ("(?>young)", [{"young"}]),
        ("(?!x)young(?=y)", [{"young"}]),
        ("young|[a-z]+", []),
        ("ab|cdef", []),
        ("rock ?star|rock", [{"rock"}]),
        (r"\d+", []),
        ("(", []),
        (r"\pN abc", []),
        ("ſtar", [{"tar"}]),
    ],
)
def test_needles(pattern: str, expected: list[set[str]]) -> None:
    assert [set(needed) for needed in needles(pattern)] == expected


PIECES = ["young", "Rock", "[sS]tar", "(?:old|aged)", "(?:old|x)?", r"\b", "a+", "(?:ing|ers)*", " ", "[- ]", "(?P<at>deg)", "(?=a)", "ſt"]
letters = st.text(alphabet="youngROCKstarldxing dea-ſKİ", max_size=20)


patterns = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5, unique=True).map("".join)
texts = st.lists(st.one_of(letters, st.sampled_from(["young", "rock star", "old", "deg"]))).map("".join)


@given(patterns, texts)
def test_a_text_without_needles_is_no_match(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.IGNORECASE):
        assert may_match(needles(pattern), lowered(text))


def test_letters_of_another_shape_are_matched_all_the_same() -> None:
    assert re.search("task", "taſK", re.IGNORECASE)
    assert may_match(needles("task"), lowered("taſK"))
    assert not may_match(needles("task"), lowered("täxt"))


def test_most_shipped_expressions_can_be_told_by_their_needles() -> None:
    docs = [load_file(path) for path, _ in rule_files()]
    patterns = [(p, d) for d in docs for p in d.rule.patterns]
    assert rules_dir().is_dir()
    assert sum(1 for p, _ in patterns if p.needles) >= 0.6 * len(patterns)
    for pattern, doc in patterns:
        for example in doc.examples:
            text = flat(unmark(example.text)[0])
            if re.search(pattern.pattern, text, re.IGNORECASE):
                assert may_match(pattern.needles, lowered(text))
