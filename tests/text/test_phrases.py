"""The phrase index finds what a naive search over the words finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.phrases import PhraseIndex, plain_words
from jdlint.text.words import tokens, words


def test_phrases_are_found_across_hyphens_and_line_ends() -> None:
    index = PhraseIndex([("fast paced", "a"), ("fast", "b"), ("self-starter", "c")])
    assert index.find(tokens("A Fast-\npaced self starter")) == [("a", 1, 3), ("b", 1, 2), ("c", 3, 5)]


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        PhraseIndex([("--", "x")])


vocabulary = st.sampled_from(["a", "b", "c"])
phrase = st.lists(vocabulary, min_size=1, max_size=3).map(" ".join)


@given(st.lists(phrase, max_size=6), st.lists(vocabulary, max_size=12).map(" ".join))
def test_the_index_agrees_with_a_naive_search(phrases: list[str], text: str) -> None:
    norms = tokens(text)
    naive = {
        (key, at, at + len(p.split()))
        for key, p in enumerate(phrases)
        for at in range(len(norms))
        if norms[at : at + len(p.split())] == p.split()
    }
    assert set(PhraseIndex((p, k) for k, p in enumerate(phrases)).find(norms)) == naive


@given(st.text(alphabet="ab1 -'’C", max_size=12))
def test_the_fast_way_finds_the_same_words(text: str) -> None:
    plain = plain_words(text)
    assert plain is None or plain == tuple(w.norm for w in words(text))
