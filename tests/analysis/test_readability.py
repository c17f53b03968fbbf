"""The grade of a posting, of its sections, and its hardest sentences."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.analysis import readability as module
from jdlint.analysis.readability import at_most, close_above, readability, reading_grade
from jdlint.analysis.syllables import guessed, pronunciations
from jdlint.analysis.textstats import flesch_kincaid
from jdlint.posting.posting import Posting
from jdlint.readers import read

Make = Callable[..., Posting]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EASY = "You cook lunch for our guests. You order the food. You keep the kitchen clean. Two cooks help you every day."
HARD = "The implementation of organisational methodologies necessitates interdisciplinary communication with administrative authorities."


def test_the_grade_is_that_of_the_sentences_alone(posting: Make) -> None:
    text = f"# Head of interdisciplinary communication\n\n{EASY}\n\n- administration, communication, accountability, prioritisation\n"
    assert reading_grade(posting(text)) == round(flesch_kincaid(EASY), 1)


def test_hardest_first(posting: Make) -> None:
    long = (
        "When a guest comes in you greet them and set the table and bring them the menu and tell them what the chef has cooked on that day."
    )
    found = readability(posting(f"{EASY}\n\n{long}\n\n{HARD}\n"))
    assert found is not None
    assert [h.at.text for h in found.hardest[:2]] == [HARD, long]
    assert len(found.hardest) == 3
    assert found.hardest[0].long_words == ("interdisciplinary", "organisational", "implementation")
    assert (found.hardest[1].words, found.hardest[1].long_words) == (28, ())


def test_names_are_no_long_words(posting: Make) -> None:
    found = readability(posting("We moved to Massachusetts with Universitaria and Philadelphia last year."))
    assert found is not None
    assert found.hardest[0].long_words == ()


def test_sections_with_enough_text_are_compared(posting: Make) -> None:
    text = f"# Cook\n\n## About us\n\n{EASY} {EASY}\n\n## Duties\n\n{f'{HARD} ' * 5}\n\n## Benefits\n\nYou get lunch and a bed.\n"
    found = readability(posting(text))
    assert found is not None
    grades = dict(found.sections)
    assert list(grades) == ["company", "responsibilities"]  # the benefits are too short to compare
    assert grades["responsibilities"] > found.grade > grades["company"]


@pytest.mark.parametrize(
    "text", ["# Cook", "Wir suchen zum nächsten Monat eine Köchin für unser Haus. Du kochst für die Gäste und für das Team."]
)
def test_no_grade_without_an_english_sentence(posting: Make, text: str) -> None:
    assert reading_grade(posting(text)) is None


def test_it_is_computed_once(posting: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    one = posting(EASY)
    first = readability(one)
    monkeypatch.setattr(module, "_hardest", lambda _: pytest.fail("computed again"))
    assert readability(one) is first


@pytest.mark.parametrize("path", sorted(p for p in EXAMPLES.rglob("*") if p.suffix in (".md", ".html", ".txt")), ids=lambda p: p.name)
def test_the_bound_holds_for_the_examples(posting: Make, path: Path) -> None:
    one = posting(path.read_text(encoding="utf-8"), path.name)
    grade, bound = reading_grade(one), at_most(one)
    assert grade is not None
    assert bound is not None
    assert grade <= bound <= grade + 4
    closer = close_above(one)
    assert closer is not None
    assert grade <= closer <= grade + 1.5


COMMON = """the of to and in for with our you we will be your team work on as is are this that an have from role all new people help
support experience skills customers working business development management service projects engineering software design data
product technical including ability knowledge understanding communication environment opportunities company community
responsible related required requirements quality process provide ensure develop maintain manage build create deliver lead
patients nursing clinical hospital medication school teaching children learning kitchen food safety guests training colleagues
one time make take know see come think look use find give tell ask seem feel try leave call place time place these those"""


@given(st.lists(st.sampled_from(COMMON.split()), max_size=20))
@settings(max_examples=50)
def test_of_ordinary_words_the_guess_has_more_syllables(again: list[str]) -> None:
    table, words = pronunciations(), [*COMMON.split(), *again]  # a text of one word alone may be guessed too low
    assert sum(guessed(w) for w in words) >= sum(len(table[w][0]) for w in words)


def test_a_sentence_that_stands_twice_is_hardest_once(posting: Make) -> None:
    found = readability(posting(f"{EASY}\n\n{HARD}\n\n- {HARD}\n- {HARD}\n"))
    assert found is not None
    assert [h.at.text for h in found.hardest].count(HARD) == 1
    assert found.hardest[0].at.block.kind == "paragraph"  # the first


RARE = """prioritization methodologically gubernatorial visualisation webinars courteously conceptualizing sommelier reblocking api
nginx sql bachelor's you're we'll company's midwife's kubernetes zapier neurodiversity safeguarding upskilling telehealth"""


@given(
    st.lists(st.sampled_from(COMMON.split()), min_size=95, max_size=300),
    st.lists(st.sampled_from(RARE.split()), min_size=5, max_size=15, unique=True),  # one word over and over is no text
)
@settings(max_examples=50, deadline=None)
def test_the_closer_bound_holds_with_words_that_no_dictionary_has(common: list[str], rare: list[str]) -> None:
    words = [word for pair in zip_longest(common, rare) for word in pair if word]
    text = " ".join(f"{' '.join(words[at : at + 20])}." for at in range(0, len(words), 20))
    one = Posting(read(f"# Cook\n\n{text}\n".encode(), "a.md"))
    closer, grade = close_above(one), flesch_kincaid(module.as_text(module.sentences(one)))
    assert closer is not None
    assert grade <= closer <= grade + 1.5
