"""Expressions of either engine find the same ranges; those of other people run in linear time."""

from __future__ import annotations

import re
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.rules.index import rule_files
from jdlint.rules.load import load_file, unmark
from jdlint.rules.patterns import PatternError, compile_pattern, flat


@pytest.mark.parametrize("trusted", [True, False])
def test_ranges_are_those_of_the_group_at(trusted: bool) -> None:
    found = compile_pattern(r"\bmust (?P<at>lift) \d+ kg", trusted=trusted)
    assert list(found.spans("Müßiggang? You MUST Lift 20 kg and must lift 5 kg.")) == [(20, 24), (40, 44)]


@pytest.mark.parametrize("trusted", [True, False])
def test_capitals_count_only_where_the_expression_says_so(trusted: bool) -> None:
    assert list(compile_pattern("(?-i:IT) staff", trusted=trusted).spans("it staff, IT Staff")) == [(10, 18)]


@pytest.mark.parametrize("trusted", [True, False])
def test_empty_matches_are_left_out(trusted: bool) -> None:
    assert list(compile_pattern("x*", trusted=trusted).spans("axa")) == [(1, 2)]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(?=a)", "look-ahead"), ("(?!a)", "look-ahead"), ("(?<=a)b", "look-behind"), ("(?<!a)b", "look-behind"),
        (r"(a)\1", "back-references"), ("(?>a)", "atomic"), ("(", r"missing \)"), ("[a", "missing ]"), ("a{2000}", "repetition"),
    ],
)  # fmt: skip
def test_what_has_no_linear_form_is_refused_in_plain_words(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        compile_pattern(pattern, trusted=False)


def test_a_pattern_made_to_hang_does_not() -> None:
    pattern = compile_pattern("(a+)+$", trusted=False)
    start = time.perf_counter()
    assert not list(pattern.spans("a" * 50_000 + "b"))
    assert time.perf_counter() - start < 5


def test_a_wrong_shipped_expression_names_the_place() -> None:
    with pytest.raises(PatternError, match="at its character 3"):
        compile_pattern("ab(", trusted=True)


def test_flat_text_joins_lines_and_straightens_apostrophes() -> None:
    assert flat("master’s\ndegree\u00a0or full‑time") == "master's degree or full-time"


@given(st.text())
def test_flat_text_keeps_every_place(text: str) -> None:
    assert len(flat(text)) == len(text)


def test_without_the_engine_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)
    with pytest.raises(PatternError, match=r"jdlint\[regex\]"):
        compile_pattern("never seen before", trusted=False)


def in_any_case(pattern: str, text: str) -> list[tuple[int, int]]:
    """The ranges as `re` tells them."""
    found = []
    for match in re.finditer(pattern, text, re.IGNORECASE):
        span = match.span("at") if "at" in match.groupdict() and match["at"] is not None else match.span()
        if span[1] > span[0]:
            found.append(span)
    return found


def test_shipped_expressions_find_the_same_in_small_letters_and_in_any_case() -> None:
    for path, _ in rule_files():
        doc = load_file(path)
        terms = [*doc.rule.terms, *(p.term for p in doc.rule.patterns)]
        guards = [g.pattern for g in (*doc.rule.unless, *(g for t in terms for g in t.unless)) if g.pattern]
        for pattern in {*guards, *(p.pattern for p in doc.rule.patterns)}:
            found = compile_pattern(pattern, trusted=True)
            for example in doc.examples:
                plain = flat(unmark(example.text)[0])
                for text in (plain, plain.upper(), plain.title()):
                    assert list(found.spans(text)) == in_any_case(pattern, text), (pattern, text)


PIECES = ["a", "K", "k", "s", "é", "É", "[a-z]", "[A-Z]", "[^a]", "[!-_]", "[+-`]", "[ -~]", r"\w", r"\W", r"\b", r"\x41", "s?", "’", "."]
pieces = st.lists(st.sampled_from([*PIECES, "(?-i:K)"]), max_size=3).map("".join)
chars = st.sampled_from("aAkKsSéÉ_`’ ßſKİıẞ1@[")


@given(pieces, pieces, st.lists(chars, max_size=8).map("".join))
def test_small_letters_tell_the_same(before: str, after: str, text: str) -> None:
    pattern = f"{before}(?P<at>k|{after})"
    assert list(compile_pattern(pattern, trusted=True).spans(text)) == in_any_case(pattern, text)
