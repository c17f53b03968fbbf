"""What the checks of duties report beyond the place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

import pytest

from jdlint.analysis.needs import MissingError
from jdlint.checks import duties
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Hit, Options


def posting(*bullets: str, model: str = "") -> Posting:
    text = "# Baker\n\n## Duties\n\n" + "".join(f"- {b}\n" for b in bullets)
    return Posting(read(text.encode(), "posting.md"), Reading(as_of=date(2026, 1, 15), spacy_model=model))


def test_several_topics_are_one_hit() -> None:
    (hit,) = duties.without_verb(posting("Documentation", "Bake bread", "Maintenance of the oven"), Options({}))
    assert (hit.variant, hit.values["count"], hit.values["total"]) == ("several", 2, 3)
    assert [at.text for at, _ in hit.related] == ["Maintenance"]


def test_topics_and_skills_are_told_apart() -> None:
    found = list(duties.without_verb(posting("Documentation", "Bake bread", "Ability to lift", "Clean up"), Options({})))
    assert [(hit.variant, hit.at and hit.at.text) for hit in found] == [("", "Documentation"), ("skill", "Ability")]


def test_the_odd_form_is_put_right() -> None:
    (hit,) = duties.mixed_forms(posting("Planning", "Running ovens", "Carry trays", "Washing up", "Serving"), Options({"min-pattern": 3}))
    assert hit.use == ("Carrying",)


def test_no_pattern_no_odd_form() -> None:
    assert not list(duties.mixed_forms(posting("Plan", "Running ovens", "Carries trays", "Wash up"), Options({"min-pattern": 3})))


def test_a_phrase_before_the_verb_is_no_odd_form() -> None:
    bullets = ("Using the till, serves guests", "Runs the oven", "Carries trays", "Washes up", "Mops")
    assert not list(duties.mixed_forms(posting(*bullets), Options({"min-pattern": 3})))
    (hit,) = duties.mixed_forms(posting("Using the till", *bullets[1:]), Options({"min-pattern": 3}))
    assert hit.use == ("Uses",)


def test_stops_are_added_to_the_minority() -> None:
    (hit,) = duties.mixed_punctuation(posting("Bake.", "Serve", "Wash up.", "Mop."), Options({"min-items": 4}))
    assert [(edit.at.start, edit.at.end, edit.text) for edit in hit.edits] == [(5, 5, ".")]


def test_stops_are_dropped_from_the_minority_but_not_from_abbreviations() -> None:
    (hit,) = duties.mixed_punctuation(posting("Bake.", "Serve", "Wash cups etc.", "Mop", "Count", "Lock"), Options({"min-items": 4}))
    assert [edit.at.block.text for edit in hit.edits] == ["Bake."]


def test_bullets_with_other_marks_do_not_count() -> None:
    assert not list(duties.mixed_punctuation(posting("Bake", "Serve", "Wash up", "And more..."), Options({"min-items": 3})))


def test_inner_bullets_make_up_for_few() -> None:
    text = "# Baker\n\n## Duties\n\n- Run the shop\n  - open\n  - close\n"
    made = Posting(read(text.encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))
    assert not list(duties.too_few(made, Options({"min-items": 3})))


def test_nouns_that_could_be_verbs_are_left_alone() -> None:
    bullets = (
        "Serving guests",
        "Stock control",
        "Handling cash",
        "Orders and bills",
        "Cleaning tables",
        "Closing the shop",
        "Mopping",
        "Baking",
    )
    assert not list(duties.mixed_forms(posting(*bullets), Options({"min-pattern": 3})))


@pytest.mark.parametrize(
    ("check", "found"), [(duties.without_verb, ["Documentation"]), (duties.mixed_forms, ["Ordering"])], ids=["without_verb", "mixed_forms"]
)
def test_without_the_named_pipeline_the_lists_of_words_find_what_they_find(check: Callable[..., Iterator[Hit]], found: list[str]) -> None:
    bullets = ("Zest lemons", "Documentation", "Bake bread", "Serve guests", "Clean the till", "Ordering milk")
    hits = check(posting(*bullets, model="en_no_such"), Options({"min-pattern": 3}))
    assert [h.at.text for h in islice(hits, 1) if h.at] == found
    with pytest.raises(MissingError, match=r'the pipeline "en_no_such" .*; only what words alone tell was looked for') as caught:
        list(hits)
    assert caught.value.fatal
    assert len(list(check(posting(*bullets[1:], model="en_no_such"), Options({"min-pattern": 3})))) == 1  # every word is known
