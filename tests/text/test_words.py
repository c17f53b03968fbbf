"""Words and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.words import _WORD, Word, fold, sentences, tokens, words


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Fast-paced, don’t wait!", ["fast", "paced", "don't", "wait"]),
        ("C++ and C# and .NET/Node.js", ["c++", "and", "c#", "and", "net", "node", "js"]),
        ("snake_case 1,000", ["snake", "case", "1", "000"]),
        ("Straße", ["strasse"]),
        ("rock 'n' roll", ["rock", "n", "roll"]),
        ("", []),
    ],
)
def test_words(text: str, norms: list[str]) -> None:
    assert [w.norm for w in words(text)] == norms


@given(st.text())
def test_every_word_is_where_it_says(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert fold(text[word.start : word.end]) == word.norm
        last = word.end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Tools, e.g. Python and Java. You learn fast.", ["Tools, e.g. Python and Java.", "You learn fast."]),
        ("You report to Dr. Okafor. The ward is busy.", ["You report to Dr. Okafor.", "The ward is busy."]),
        ("Based in the U.S. Apply now.", ["Based in the U.S. Apply now."]),
        ("He said “Go.” Then left.", ["He said “Go.”", "Then left."]),
        ("wrapped over\ntwo lines", ["wrapped over\ntwo lines"]),
        ("  lead and trail  ", ["lead and trail"]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == parts


@given(st.text(alphabet="aA. !?\n”\"'("))
def test_sentences_are_in_order_and_leave_only_white_space_out(text: str) -> None:
    ranges = sentences(text)
    last = 0
    for start, end in ranges:
        assert not text[last:start].strip()
        assert start < end
        last = end
    assert not text[last:].strip()


@given(st.text(alphabet="ab1 _-'’ʼCß#+.İſé", max_size=16))
def test_tokens_are_the_words_without_their_places(text: str) -> None:
    assert tokens(text) == [w.norm for w in words(text)]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aB1 -'’ʼ+#_ßµÉŠ\u0345Ünd"))))
def test_the_fast_way_parts_a_text_as_the_expression_does(text: str) -> None:
    plain = [Word(fold(m.group()), *m.span()) for m in _WORD.finditer(text)]
    assert words(text) == plain
    assert tokens(text) == [word.norm for word in plain]


@pytest.mark.parametrize("number", range(256))
def test_each_character_of_the_table_is_what_the_expression_takes_it_for(number: int) -> None:
    letter = bytes((number,)).decode("cp1252", "ignore")
    text = f"a{letter}b {letter}x X{letter} {letter}"
    assert tokens(text) == [fold(m.group()) for m in _WORD.finditer(text)]
