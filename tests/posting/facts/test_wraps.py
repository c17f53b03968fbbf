"""Lines that were only wrapped to fit the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.facts.figures import find_figures
from jdlint.posting.facts.wraps import unwrap
from jdlint.posting.facts.years import find_years

LONG = "You are calm when the kitchen is full and you have at least"


def test_a_wrapped_sentence_is_one_line() -> None:
    assert unwrap(f"{LONG}\nfive years behind you") == f"{LONG} five years behind you"


@pytest.mark.parametrize("text", [f"{LONG}.\nfive", f"{LONG}\nHours: 40", "Short line\ngoes on", f"{LONG}\n- five", f"{LONG}:\nfive"])
def test_lines_of_their_own_stay_apart(text: str) -> None:
    assert unwrap(text) == text


def test_facts_are_read_over_the_line_end() -> None:
    assert [y.min for y in find_years(f"{LONG} five\nyears of experience as a cook")] == [5]
    (figure,) = find_figures("The salary for this post, which we review each spring, is $52,000\nper year")
    assert figure.sum.period == "year"


@given(st.text(alphabet="ab 1.\n\r", max_size=200))
def test_every_other_character_keeps_its_place(text: str) -> None:
    plain = unwrap(text)
    assert len(plain) == len(text)
    assert all(a == b or (a in " \t\r\n" and b == " ") for a, b in zip(text, plain, strict=True))
