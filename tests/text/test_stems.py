"""Sets of words that grow hold what a look at each word tells, whenever it was met."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.text import stems
from jdlint.text.stems import Stems, meet

WORDS = st.frozensets(st.text(alphabet="abc", min_size=1, max_size=4), max_size=8)


@given(WORDS, WORDS)
def test_words_met_before_and_after_are_known(before: frozenset[str], after: frozenset[str]) -> None:
    meet(before)
    held = Stems("ab", "cc")
    meet(after)
    del stems._all[-1]
    assert held & (before | after) == {w for w in before | after if "ab" in w or "cc" in w}


def test_what_was_met_is_forgotten_before_it_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "_MOST", 3)
    held = Stems("oven")
    for number in range(20):
        meet(frozenset({f"oven{number}", f"bread{number}"}))
        assert f"oven{number}" in held
        assert len(held) <= 4
    del stems._all[-1]


def test_a_text_need_not_have_been_met() -> None:
    held = Stems("licen")
    del stems._all[-1]
    assert held.stand_in("A LICENCE")
    assert not held.stand_in("a lice n")
