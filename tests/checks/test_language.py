"""Sentences, capitals, and whom the text speaks to."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks import language
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Options


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))


def long(text: str, limit: int = 8) -> list[str]:
    return [hit.at.text for hit in language.long_sentences(posting(text), Options({"max-words": limit})) if hit.at]


@pytest.mark.parametrize(
    "text",
    [
        "# Baker\n\nWe bake bread and rolls.You sell them to guests at six.",
        "# Baker\n\nWe bake bread and rolls :)We sell them to the guests.",
        "# Baker\n\nWe bake bread and rolls.Â You sell them to guests at six.",
        "# Baker\n\nYou will find here what we need:\nbread that smells of bread.",
        "# Baker\n\nAll are welcome here without regard to age or colour or creed.",
        "# Baker\n\nBake bread before six  \nSell it to guests at the counter  \nClean the oven when the shop is shut.",
        "# A baker for our shop who likes the early hours and bread",
    ],
)
def test_what_is_no_long_sentence(text: str) -> None:
    assert long(text) == []


def test_a_long_sentence_among_short_ones() -> None:
    assert long("# Baker\n\nWe bake. You sell what we bake to the guests who come in. They eat.") == [
        "You sell what we bake to the guests who come in."
    ]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("You MUST NOT BE LATE here.", ["MUST NOT BE LATE"]),
        ("We work with NASA, ESA AND JAXA.", []),
        ("Call us now!! Or later! ! !", ["!!", "! ! !"]),
        ("Really?! Yes!", ["?!"]),
        ("WHO WE ARE\nWe bake bread.", []),
        ("- WHAT YOU WILL DO: bake bread", []),
        ("You are NOT a baker.", []),
        ("YOU MUST BAKE ALL DAY, EVERY DAY OF THE WEEK. DO NOT BE LATE. DO NOT CALL.", ["YOU MUST BAKE ALL DAY, EVERY DAY OF THE WEEK"]),
    ],
)
def test_shouting(text: str, shouted: list[str]) -> None:
    found = language.shouting(posting(f"# Baker\n\n{text}\n"), Options({"min-words": 3}))
    assert [hit.at.text for hit in found if hit.at] == shouted


def test_the_candidate_and_you_are_counted() -> None:
    text = "# Baker\n\nThe ideal candidate will bake. The incumbent must sell. Applicants should sweep. You sleep."
    (hit,) = language.distant_candidate(posting(text), Options({"min-times": 2}))
    assert (hit.values, len(hit.related)) == ({"count": 3, "you": 1}, 2)


def test_who_chooses_candidates_is_not_addressed() -> None:
    text = "# Recruiter\n\nYou call the candidate, and the candidate will thank you."
    assert not list(language.distant_candidate(posting(text), Options({"min-times": 2})))
