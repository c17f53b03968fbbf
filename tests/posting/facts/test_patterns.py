"""Patterns over several lines, and the words that let them be tried."""

from __future__ import annotations

from pathlib import Path

from jdlint.posting import legal, prose
from jdlint.posting.facts.patterns import Gated, Stemmed, joined, listed, norms_of, sentence_around

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_lines_are_joined_without_their_indentation() -> None:
    assert joined("\n    a|b\n    |c d\n") == "a|b|c d"


def test_a_pattern_is_tried_only_where_a_word_stands() -> None:
    gated = Gated("tea", r"\bt\w+")
    text = "Two cups of tea"
    assert [m.group() for m in gated.finditer(text, norms_of(text))] == ["Two", "tea"]
    assert gated.search("Two cups", norms_of("Two cups")) is None


def test_stems_keep_no_pattern_from_its_matches() -> None:
    lines = [line for path in EXAMPLES.rglob("*") if path.is_file() for line in path.read_text("utf-8", "replace").splitlines()]
    stemmed = [found for module in (legal, prose) for found in vars(module).values() if isinstance(found, Stemmed)]
    assert len(stemmed) == 3
    for one in stemmed:
        found = [line for line in lines if one.regex.search(line)]
        assert [line for line in lines if one.search(line)] == found


def test_the_sentence_around_a_word() -> None:
    text = "We bake. You sell bread! They eat."
    start, end = sentence_around(text, text.index("sell"))
    assert text[start:end].strip() == "You sell bread"


def test_a_text_without_stops_is_cut() -> None:
    start, end = sentence_around("a " * 5000, 5000, 5001)
    assert (start, end) == (4600, 5401)


def test_word_lists() -> None:
    assert listed("a b\n  c") == {"a", "b", "c"}
