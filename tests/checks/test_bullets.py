"""How bullets begin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdlint.checks.bullets import base_of_ing, base_of_s, ing_form, item_lists, opening, third_person
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))


@pytest.mark.parametrize(
    ("bullet", "form", "word"),
    [
        ("Serve guests", "base", "Serve"),
        ("Actively manage the rota", "base", "manage"),
        ("You will also triage calls", "base", "triage"),
        ("To apply dressings", "base", "apply"),
        ("Debone the fish", "base", "Debone"),
        ("Flambé the pudding", "other", "Flambé"),
        ("De-escalate conflicts", "base", "De-escalate"),
        ("Cross-checking the rota", "ing", "Cross-checking"),
        ("Has the keys", "s", "Has"),
        ("Ing", "other", "Ing"),
        ("…", "other", ""),
        ("Cross-check the tills", "base", "Cross-check"),
        ("Pre-release testing", "noun", "Pre-release"),
        ("Managing stock", "ing", "Managing"),
        ("Prepping vegetables", "ing", "Prepping"),
        ("Tying knots", "ing", "Tying"),
        ("Carries trays", "s", "Carries"),
        ("Teaches year 4", "s", "Teaches"),
        ("Marketing of our bread", "other", "Marketing"),
        ("Maintenance of the oven", "noun", "Maintenance"),
        ("Database administration and management", "noun", "Database"),
        ("Software testing at each stage", "noun", "Software"),
        ("Ward rounding with the team", "noun", "Ward"),
        ("Stock control: count it weekly", "label", "Stock"),
        ("Stock control – count it weekly", "label", "Stock"),
        ("Ability to lift crates", "skill", "Ability"),
        ("The ability to lift crates", "skill", "The ability"),
        ("When it rains, cover the seats", "other", "When"),
        ("Responsible for the till", "other", "Responsible"),
        ("24/7 cover", "other", "24"),
    ],
)
def test_opening(bullet: str, form: str, word: str) -> None:
    made = posting(f"# Baker\n\n## Duties\n\n- Bake bread\n- {bullet}\n")
    item = next(b for b in made.blocks if b.kind == "item" and b.text == bullet)
    found = opening(made, item)
    assert (found.form, bullet[found.start : found.end]) == (form, word)


@pytest.mark.parametrize("base", ["plan", "make", "tie", "carry", "see", "swim", "submit", "offer", "go", "wash", "fix", "be"])
def test_forms_are_undone(base: str) -> None:
    assert base_of_ing(ing_form(base)) in (base, "") or base == "be"
    assert base_of_s(third_person(base)) in (base, "")


@pytest.mark.parametrize(
    ("base", "ing", "third"),
    [
        ("plan", "planning", "plans"),
        ("make", "making", "makes"),
        ("tie", "tying", "ties"),
        ("have", "having", "has"),
        ("see", "seeing", "sees"),
        ("carry", "carrying", "carries"),
        ("play", "playing", "plays"),
        ("teach", "teaching", "teaches"),
        ("offer", "offering", "offers"),
    ],
)
def test_forms(base: str, ing: str, third: str) -> None:
    assert (ing_form(base), third_person(base)) == (ing, third)


def test_inner_items_are_no_items() -> None:
    made = posting("# Baker\n\n## Duties\n\n- Run the shop, that is\n  - open it\n  - close it\n- Bake bread\n")
    items = tuple(b for b in made.blocks if b.kind == "item")
    assert [[item.text for item in found] for found in item_lists(items)] == [["Run the shop, that is", "Bake bread"]]


def test_no_items_no_lists() -> None:
    assert item_lists(()) == []


def test_a_trained_pipeline_is_asked_about_words_that_no_list_knows(little_pipeline: Path) -> None:
    text = b"# Cook\n\n## Duties\n\n- Julienne the carrots\n- Larder and cellar\n- Zest lemons for the tarts\n"
    for model, forms in (("", ["other", "other", "other"]), (str(little_pipeline), ["base", "noun", "base"])):
        posting = Posting(read(text, "a.md"), Reading(as_of=date(2026, 1, 15), spacy_model=model))
        items = [b for b in posting.blocks if b.kind == "item"]
        found = [opening(posting, item) for item in items]
        assert [start.form for start in found] == forms
        assert [start.base for start in found if start.form == "base"] == ([] if not model else ["julienne", "zest"])


def test_a_list_that_knows_a_word_is_not_overruled(little_pipeline: Path) -> None:
    posting = Posting(read(b"## Duties\n\n- Clean the oven\n", "a.md"), Reading(as_of=date(2026, 1, 15), spacy_model=str(little_pipeline)))
    assert opening(posting, posting.blocks[-1]).form == "base"
