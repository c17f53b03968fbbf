"""The table of syllables, and the guess."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from jdlint.analysis.syllables import counted, guessed, pronunciations

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("word", "count"), [("bread", 1), ("baker", 2), ("organization", 5), ("don't", 1), ("hmm", 0), ("fbi", 3)])
def test_the_first_pronunciation_counts(word: str, count: int) -> None:
    (phones,) = pronunciations()[word]
    assert len(phones) == count
    assert all(phone[-1].isdigit() for phone in phones)  # how textstat knows a vowel


def test_the_table_holds_the_dictionarys_words() -> None:
    assert len(pronunciations()) > 120_000
    assert "qzx" not in pronunciations()


def test_the_dictionarys_licence_stands_beside_it() -> None:
    text = (ROOT / "src/jdlint/analysis/data/CMUDICT-LICENSE").read_text(encoding="utf-8")
    assert "Carnegie Mellon University" in text
    assert "Redistribution and use in source and binary forms" in text


@pytest.mark.parametrize(("word", "count"), [("bread", 1), ("bake", 2), ("accountability", 6), ("html", 4), ("2026", 1), ("", 1)])
def test_the_guess(word: str, count: int) -> None:
    assert guessed(word) == count


def test_the_guess_is_seldom_below_the_dictionary() -> None:
    below = sum(guessed(word) < len(phones) for word, (phones,) in pronunciations().items())
    assert below < 0.1 * len(pronunciations())


def test_how_the_table_is_made() -> None:
    spec = importlib.util.spec_from_file_location("make_syllables", ROOT / "tools" / "make_syllables.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    text = "baker B EY1 K ER0\nread R EH1 D\nread(2) R IY1 D # present\nad-hoc AE1 D HH AA1 K\nhmm HH M\nbreads B R EH1 D Z\n"
    assert tool.table(text) == "baker 2\nbreads 1\nhmm 0\nread 1"


@pytest.mark.parametrize(
    ("word", "count"),
    [("business", 2), ("people", 2), ("we're", 1), ("role", 1), ("prioritization", 6), ("qqzk", 5), ("baker's", 2)],
)
def test_the_closer_count(word: str, count: int) -> None:
    assert counted(word) == count
