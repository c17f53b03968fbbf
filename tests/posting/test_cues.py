"""What lines say where no heading tells."""

from __future__ import annotations

import pytest

from jdlint.posting.cues import listed_kind, opening, spoken_of
from jdlint.posting.model import Block
from jdlint.text.spans import MappedText
from jdlint.text.words import tokens


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bake bread", "responsibilities"),
        ("Bakes bread", "responsibilities"),
        ("Baking bread", "responsibilities"),
        ("Carefully weigh the flour", "responsibilities"),
        ("Planning the week's bread", "responsibilities"),
        ("Identifies new kinds of bread", "responsibilities"),
        ("Experience with rye", "requirements"),
        ("Strong arms", "requirements"),
        ("2 years in a bakery", "requirements"),
        ("200 hours of yoga teacher training", "requirements"),
        ("3 marches with the band", "requirements"),
        ("£24,300 a year", None),
        ("€14.20 per hour", None),
        ("37.5 hours per week", None),
        ("25 days of leave", None),
        ("01 April 2027", None),
        ("3rd March", None),
        ("9am to 5pm", None),
        ("You rise early", "requirements"),
        ("Hands-on knowledge of ovens", "requirements"),
        ("Rye bread", None),
        ("", None),
    ],
)
def test_opening(text: str, kind: str | None) -> None:
    assert opening(text) == kind


def blocks(*texts: str, kind: str = "item") -> list[Block]:
    return [Block(kind, MappedText.direct(text, 0, len(text))) for text in texts]  # type: ignore[arg-type]


def test_a_list_is_what_most_of_it_is() -> None:
    assert listed_kind(blocks("Bake bread", "Clean the oven", "Flour")) == "responsibilities"
    assert listed_kind(blocks("Bake bread", "Flour", "Yeast")) is None
    assert listed_kind(blocks("Bake bread", kind="paragraph")) is None
    assert listed_kind([]) is None


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ("Rye is preferred.", "preferred", True),
        ("We are the preferred supplier of bread.", "preferred", False),
        ("We're looking for a baker.", "summary", True),
        ("You'll report to the head baker.", "reporting", True),
        ("You'll weigh the flour.", "responsibilities", True),
        ("You will weigh the flour.", "responsibilities", True),
        ("You'll find us in Leeds.", "responsibilities", False),
        ("They will weigh the flour.", "responsibilities", False),
    ],
)
def test_spoken_of(text: str, kind: str, there: bool) -> None:
    assert (kind in spoken_of(tokens(text))) is there


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ("We need someone who will run the shop", "requirements", False),
        ("We need someone who will have a degree", "requirements", True),
        ("We need someone who bakes", "requirements", True),
        ("Write down our product vision for bread", "company", False),
        ("Keep our work schedule", "company", False),
        ("Our product is bread", "company", True),
        ("Bake loaves that delight our guests", "company", False),
        ("Someone who is excited about our mission", "company", False),
        ("Our guests come from the whole coast", "company", True),
        ("Help us reach our vision, a town without hunger", "company", True),
        ("Join our team of forty bakers", "company", True),
        ("A van is desirable", "preferred", True),
        ("Replace steps by hand where desirable", "preferred", False),
        ("Ensure desired crusts", "preferred", False),
        ("We are particularly interested in candidates with a van", "preferred", True),
        ("Work with rye is of particular interest", "preferred", True),
        ("We are interested in bread", "preferred", False),
        ("Questions about this position go to Ana", "summary", False),
        ("This position is in the bakery", "summary", True),
    ],
)
def test_words_around_a_phrase_decide(text: str, kind: str, there: bool) -> None:
    assert (kind in spoken_of(tuple(tokens(text)))) is there
