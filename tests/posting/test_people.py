"""Whom a sentence speaks of at a word."""

import pytest

from jdlint.posting.model import Excerpt
from jdlint.posting.people import person_before
from jdlint.posting.posting import Posting
from jdlint.readers import read


@pytest.mark.parametrize(
    ("text", "word", "person"),
    [
        ("The candidate knows his tools.", "his", "candidate"),
        ("A nurse plans her week.", "her", "candidate"),
        ("The baker of this shop opens it; she locks it, too.", "she", "candidate"),  # the title's own word
        ("You wash the patient until her family comes.", "her", "served"),
        ("Each child has his own shelf.", "his", "served"),
        ("Our founder writes, and she paints.", "she", "particular"),
        ("You assist Maria Silva in her garden.", "her", "particular"),
        ("You report to Dr. Okafor. She joined in May.", "She", "particular"),
        ("You report to the director; she travels.", "she", "superior"),
        ("The patient sleeps. He wakes at six.", "He", "served"),
        ("It rains; he says so.", "he", None),
        ("Special Skills: the cook has patience. He bakes.", "He", "candidate"),  # a label is nobody's name, either
        ("Senior Engineer: he will own the backlog.", "he", "candidate"),  # a job's title is nobody's name
    ],
)
def test_person_before(text: str, word: str, person: str | None) -> None:
    posting = Posting(read(f"# Baker\n\n{text}\n".encode(), "p.md"))
    block = next(b for b in posting.blocks if b.text == text)
    start = text.index(f" {word}") + 1 if f" {word}" in text else 0
    assert person_before(posting, Excerpt(block, start, start + len(word))) == person
