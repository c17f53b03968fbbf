"""The words without which a pattern can't match, held against spaCy itself."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher

from jdlint.rules.literals import literals, phrase_literals, pieces

NLP = spacy.blank("en")
_WORDS = """\
we don't can't won't isn't cannot gonna gotta they're you're i'm youre dont dunno it's its let's lets 5pm 10km $60k e.g. etc. U.S.
o'clock co-ordinate well-being and/or C++ C# naïve Müller's make makes a decision decisions don’t we’ll rock'n'roll :-) haven't
shouldn't mustn't shan't ain't who's what're there'd y'all ma'am n't 's St. p.m. 9am-5pm x-ray 1st İstanbul straße 3.5%"""
WORDS = _WORDS.split()
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=6)), min_size=1, max_size=12).map(" ".join)


@given(TEXTS)
@settings(max_examples=300)
def test_a_pattern_that_matches_has_its_words_among_the_pieces(text: str) -> None:
    doc = NLP.make_doc(text)
    for token in doc:
        (found,) = literals([{"LOWER": token.lower_}]) or ((),)
        if found:
            assert set(found) & pieces(text), (token.text, found)


@given(TEXTS, st.data())
@settings(max_examples=100)
def test_no_match_is_lost(text: str, data: st.DataObject) -> None:
    doc = NLP.make_doc(text)
    at = data.draw(st.integers(0, len(doc) - 1))
    other = data.draw(st.sampled_from(WORDS)).lower()
    pattern: list[dict[str, Any]] = [{"LOWER": {"IN": [doc[at].lower_, other]}}, {"IS_ALPHA": True, "OP": "?"}]
    matcher = Matcher(NLP.vocab)
    matcher.add("p", [pattern])
    assert matcher(doc)
    assert all(set(known) & pieces(text) for known in literals(pattern))


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        ([{"LOWER": "Make"}], (("make",),)),
        ([{"ORTH": "NASA"}, {"TEXT": "CEO"}], (("nasa",), ("ceo",))),
        ([{"LOWER": {"IN": ["b", "a"]}}], (("a", "b"),)),
        ([{"LOWER": "a", "OP": "?"}, {"LOWER": "b", "OP": "*"}, {"LOWER": "c", "OP": "!"}, {"LOWER": "d", "OP": "{0,2}"}], ()),
        ([{"LOWER": "a", "OP": "+"}, {"LOWER": "b", "OP": "{2}"}, {"LOWER": "c", "OP": "{,2}"}], (("a",), ("b",))),
        ([{"LOWER": {"IN": ["a", "—"]}}], ()),
        ([{"LOWER": {"REGEX": "x"}}, {"LOWER": {"NOT_IN": ["a"]}}, {"IS_ALPHA": True}], ()),
        ([{"LOWER": "e-mail"}], (("mail",),)),
    ],
)
def test_words_that_must_occur(tokens: list[dict[str, Any]], found: tuple[tuple[str, ...], ...]) -> None:
    assert literals(tokens) == found


def test_of_phrases_one_must_occur() -> None:
    assert phrase_literals(["team player", "Hard Worker"]) == (("player", "worker"),)
    assert phrase_literals(["team player", "—"]) == ()
