"""Words in the employer's name, and words that are only spoken of, are no findings."""

import pytest

import jdlint


def codes(text: str) -> set[str]:
    return {f.code for f in jdlint.lint_text(text, select=["LNG004", "INC102", "INC302"]).findings}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Cook\n\nAt Awesome Soups, we cook. You will love Awesome Soups.", set()),
        ("# Cook\n\nAt Awesome Soups, we cook awesome soups.", {"LNG004"}),
        ('# Editor\n\nYou take words like "guys" or "manpower" out of our guides.', set()),
        ("# Editor\n\nYou know why the term “insane” is dated.", set()),
        ('# Barista\n\nWe want "guys" who smile.', {"INC102"}),
        ("# Barista\n\nYou know the words of the song. The guys sing it.", {"INC102"}),
    ],
)
def test_names_and_mentions(text: str, found: set[str]) -> None:
    assert codes(text) == found
