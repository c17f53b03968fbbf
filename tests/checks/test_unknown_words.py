"""Which unknown words are slips: judged by their letters and their place, without LanguageTool."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.checks.unknown_words import Names, distance, is_near_day, is_plain, is_sure, is_trade_word, may_be_slip, near, starts_sentence
from jdlint.posting.model import Excerpt, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def place(text: str, word: str) -> tuple[Posting, Excerpt]:
    """A posting in Markdown, and a word where it first stands."""
    posting = Posting(read(text.encode(), "a.md"), Reading(date(2026, 1, 15)))
    block = next(block for block in posting.texts if word in block.text)
    at = block.text.index(word)
    return posting, Excerpt(block, at, at + len(word))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("bread", "bread", 0), ("bread", "bred", 1), ("bred", "bread", 1), ("bread", "broad", 1), ("mkae", "make", 1), ("ab", "ba", 1),
        ("kitten", "sitting", 3), ("", "oven", 4), ("oven", "", 4), ("abc", "ca", 3),
    ],
)  # fmt: skip
def test_distance(a: str, b: str, expected: int) -> None:
    assert distance(a, b) == expected


words = st.text(st.sampled_from("abc"), max_size=6)


@given(words, words)
def test_distance_is_the_same_both_ways_and_nought_for_equals_alone(a: str, b: str) -> None:
    assert distance(a, b) == distance(b, a) <= max(len(a), len(b))
    assert (distance(a, b) == 0) == (a == b)


@pytest.mark.parametrize(
    ("word", "replacements", "expected"),
    [
        ("recieve", ["relieve", "receive", "reprieve"], ["relieve", "receive"]),  # as near: in LanguageTool's order
        ("oevn", ["often", "oven"], ["oven"]),
        ("responsibilites", ["responsibilities", "responsibility"], ["responsibilities", "responsibility"]),
        ("certificattes", ["certified", "certificates"], ["certificates"]),
        ("teh", ["the", "ten"], ["the"]),  # of three letters, only those that changed places
        ("thatyou", ["that you", "thatch you"], ["that you"]),  # a lost space
        ("skillset", ["skill set"], []),  # a compound, and no lost space
        ("athe", ["a the"], []),  # one letter is no word that lost its space
        ("monday", ["Monday"], ["Monday"]),
        ("barista", ["Barista"], []),  # a capital alone is no slip, but for days, months and languages
        ("zzz", [], []),
    ],
)
def test_what_a_slip_may_have_been(word: str, replacements: list[str], expected: list[str]) -> None:
    assert near(word, replacements) == expected


@pytest.mark.parametrize(
    ("word", "found", "expected"),
    [
        ("oevn", ["oven"], True),
        ("oevn", [], False),
        ("responsibilites", ["responsibilities", "responsibility"], True),
        ("recieve", ["relieve", "receive"], False),
    ],
)
def test_only_the_one_nearest_is_sure(word: str, found: list[str], expected: bool) -> None:
    assert is_sure(word, found) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Tusday", True), ("Septembre", True), ("Febuary", True), ("Tuesday", False), ("Sunny", False), ("Frida", False), ("Juno", False),
        ("Thursdays", True), ("kitchen", False),
    ],
)  # fmt: skip
def test_days_and_months(word: str, expected: bool) -> None:
    assert is_near_day(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Kubernetes", True), ("kubernetes'", True), ("barista's", True), ("zzyzx", False), ("zzyzx-kubernetes", True), ("recieve", False)],
)
def test_words_of_trades(word: str, expected: bool) -> None:
    assert is_trade_word(word) is expected


SENTENCES = "# Cook\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("You recieve the goods.", "recieve", True),
        ("You cook xo daily.", "xo", False),  # too short
        ("You use Recieve daily.", "Recieve", False),  # a capital inside a sentence: a name
        ("Recieve the goods.", "Recieve", True),
        ("You bake. Recieve the goods.", "Recieve", True),
        ("We open on Tusday as well.", "Tusday", True),
        ("You know kubernetes.", "kubernetes", False),
        ("You use iSlip and x2y.", "iSlip", False),
        ("You use iSlip and x2y.", "x2y", False),
        ("You know the RECIEVE desk.", "RECIEVE", False),  # an abbreviation
        ("You know crèmme.", "crèmme", False),
        ("You like slip-ons and tpying.", "tpying", True),
    ],
)
def test_the_form_of_a_slip(text: str, word: str, expected: bool) -> None:
    assert may_be_slip(*place(SENTENCES.format(text), word)) is expected


@pytest.mark.parametrize(
    ("heading", "word", "expected"),
    [("Your Responsibilites", "Responsibilites", True), ("YOUR RESPONSIBILITES", "RESPONSIBILITES", True), ("About Zola", "Zola", False)],
)
def test_in_headings_long_words_alone(heading: str, word: str, expected: bool) -> None:
    assert may_be_slip(*place(f"# Cook\n\n## {heading}\n\nYou cook.\n", word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Velkro is where you start. At Velkro you cook.", "Velkro", True),  # with a capital inside a sentence, too
        ("Velkro is where you start.", "Velkro", False),
        ("Velkro Wibbley leads the kitchen.", "Velkro", True),  # the first of several
        ("Leeds is where you start.", "Leeds", True),  # a place
        ("York Street is where you start.", "York", True),
        ("Velkro, the kitchen, is old.", "Velkro", False),
    ],
)
def test_names_that_a_posting_shows(text: str, word: str, expected: bool) -> None:
    posting, at = place(SENTENCES.format(text), word)
    assert Names(posting).has(at) is expected


def test_the_employer_is_a_name() -> None:
    posting, at = place("---\ntitle: Cook\ncompany: Velkro Foods\n---\n\nVelkro is where you start.\n", "Velkro")
    assert Names(posting).has(at)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [("Bake", 0, True), ("You bake. Then", 10, True), ("You bake Then", 9, False), ("Pay: “Then", 6, True), ("1. Bake", 3, True)],
)
def test_where_a_sentence_starts(text: str, start: int, expected: bool) -> None:
    assert starts_sentence(text, start) is expected


@pytest.mark.parametrize(
    ("word", "replacements", "expected"),
    [
        ("Recieve", ["receive"], True),
        ("Velkro", ["Velcro"], False),  # near a name alone
        ("Oevn", ["oven"], True),  # short, but its letters changed places
        ("Zola", ["cola"], False),
        ("Zzyzx", [], False),
    ],
)
def test_ordinary_words_with_a_capital(word: str, replacements: list[str], expected: bool) -> None:
    assert is_plain(word, replacements) is expected
