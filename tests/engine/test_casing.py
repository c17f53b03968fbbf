"""Replacements take on the capitals of what they replace."""

from __future__ import annotations

import pytest

from jdlint.engine.casing import article_edit, like
from jdlint.posting.model import Block, BlockKind, Excerpt
from jdlint.text.spans import MappedText
from jdlint.text.words import words


def excerpt(text: str, part: str, kind: BlockKind = "paragraph") -> Excerpt:
    start = text.index(part)
    return Excerpt(Block(kind, MappedText.direct(text, 0, len(text))), start, start + len(part))


@pytest.mark.parametrize(
    ("text", "part", "replacement", "expected"),
    [
        ("our salesman", "salesman", "sales representative", "sales representative"),
        ("our SALESMAN", "SALESMAN", "sales representative", "SALES REPRESENTATIVE"),
        ("Salesman in Leeds", "Salesman", "sales representative", "Sales representative"),
        ("our Salesman here", "Salesman", "sales representative", "Sales Representative"),
        ("our Other Duties", "Other Duties", "cover of the desk", "Cover of the Desk"),
        ("Other duties", "Other duties", "cover of the desk", "Cover of the desk"),
        ("we use Javascript", "Javascript", "JavaScript", "JavaScript"),
        ("we use javascript", "javascript", "JavaScript", "JavaScript"),
        ("We need I as a word", "I", "we", "We"),
    ],
)
def test_capitals(text: str, part: str, replacement: str, expected: str) -> None:
    assert like(replacement, excerpt(text, part), words(text)) == expected


def test_a_heading_in_title_case_stays_so() -> None:
    assert like("sales lead", excerpt("Salesman Wanted", "Salesman", "heading"), words("Salesman Wanted")) == "Sales Lead"
    assert like("sales lead", excerpt("Salesman wanted", "Salesman", "heading"), words("Salesman wanted")) == "Sales lead"


@pytest.mark.parametrize(
    ("text", "part", "replacement", "expected"),
    [
        ("as a salesman", "salesman", "account manager", "an"),
        ("An alderman", "alderman", "councillor", "A"),
        ("A chairman", "chairman", "organiser", "An"),
        ("a chairman", "chairman", "unit head", None),
        ("a chairman", "chairman", "honorary head", "an"),
        ("a chairman", "chairman", "user", None),
        ("a chairman", "chairman", "uninvited guest", "an"),
        ("the chairman", "chairman", "organiser", None),
        ("vitamin a, chairman", "chairman", "organiser", None),
        ("an chairman", "chairman", "organiser", None),
        ("chairman", "chairman", "organiser", None),
    ],
)
def test_the_article_before_it(text: str, part: str, replacement: str, expected: str | None) -> None:
    found = article_edit(replacement, excerpt(text, part), words(text))
    assert (found and found[1]) == expected
