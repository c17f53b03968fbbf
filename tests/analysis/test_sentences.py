"""Which sentences of a posting are read as such."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.analysis.sentences import sentences
from jdlint.posting.posting import Posting

Make = Callable[..., Posting]


def texts(posting: Posting) -> list[str]:
    return [s.at.text for s in sentences(posting)]


@pytest.mark.parametrize(
    "text",
    [
        "# We seek a cook who likes soup.",  # a heading
        "You cook.",  # a call
        "Python, SQL, Go, Rust and Java.",
        "Flour / butter / milk / eggs / sugar / salt",
        "Experience with HTML, CSS (Sass, Less), React, Vue, Angular, Node and Express",
        "Bakers Lane 5 in Old Town",  # open, and short
        "```\nwe bake bread for the town\n```",
        "Write to jobs@bakery.example.",
        "We decide without regard to race, sex or age of the people who apply.",
        "Milk and honey " * 20,
    ],
)
def test_what_is_no_sentence(posting: Make, text: str) -> None:
    assert texts(posting(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "You cook lunch daily.",
        "- Keep the kitchen clean and order what the team needs",
        "> We cook for forty guests.",
    ],
)
def test_what_is_one(posting: Make, text: str) -> None:
    assert texts(posting(text)) == [text.lstrip("->").strip()]


def test_words_of_addresses_are_left_out(posting: Make) -> None:
    (found,) = sentences(posting("Send us your letter by jobs@bakery.example or at https://bakery.example/jobs today."))
    assert found.words == ("send", "us", "your", "letter", "by", "or", "at", "today")


def test_lists_in_one_paragraph_are_parted(posting: Make) -> None:
    found = texts(posting("You bake our bread each day. - Knead the dough for white bread - Clean the oven when it is cold again", "a.txt"))
    assert found == ["You bake our bread each day.", "Clean the oven when it is cold again"]


def test_the_equal_opportunity_statement_is_left_out(posting: Make) -> None:
    text = "# Cook\n\nYou cook for our guests.\n\n## Equal opportunity\n\nWe are an equal opportunity employer and welcome all people."
    assert texts(posting(text)) == ["You cook for our guests."]


def test_each_knows_its_section(posting: Make) -> None:
    found = sentences(posting("# Cook\n\nWe seek a cook for our inn.\n\n## Duties\n\n- You cook lunch for our forty guests.\n"))
    assert [s.section for s in found] == ["summary", "responsibilities"]


def test_prose_of_fields_counts(posting: Make) -> None:
    text = "---\ntitle: Cook\ndescription: You cook lunch for our forty guests.\n---\n"
    assert texts(posting(text)) == ["You cook lunch for our forty guests."]
