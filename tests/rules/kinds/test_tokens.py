"""Kind tokens: marks, guards, people, phrases; and when spaCy wakes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from jdlint.analysis.needs import MissingError
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.build import build_rule
from jdlint.rules.kinds import tokens
from jdlint.rules.model import Options, Rule

MakePosting = Callable[..., Posting]
BASE = {"code": "HSE001", "name": "n", "kind": "tokens", "severity": "info", "summary": "s", "message": "m"}
DECIDE = [{"LOWER": {"IN": ["make", "makes"]}}, {"IS_ALPHA": True, "OP": "{0,2}"}, {"LOWER": "decisions"}]


def rule(*patterns: dict[str, Any], **more: Any) -> Rule:
    return build_rule({**BASE, "patterns": list(patterns), **more})


def shown(made: Rule, posting: Posting) -> list[str]:
    return [h.at.text for h in tokens.hits(made, Options({}), posting) if h.at]


def posting(text: str, path: str = "a.md", model: str = "") -> Posting:
    found = Posting(read(text.encode(), path))
    return Posting(found.document, Reading(as_of=found.as_of, spacy_model=model))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You make good, and decisions.", []),
        ("You make very good decisions.", ["make very good decisions"]),
        ("You make **very** good\ndecisions &amp; tea.", ["make very good\ndecisions"]),
        ("- You make\n- decisions", []),
        ("You make. Decisions follow.", []),
        ("You MAKE decisions; he makes decisions.", ["MAKE decisions", "makes decisions"]),
    ],
)
def test_matches_stay_within_a_sentence(text: str, found: list[str]) -> None:
    assert shown(rule({"tokens": DECIDE}), posting(text)) == found


def test_a_hit_points_at_the_source() -> None:
    text = "Here &amp; there, you **make** bold decisions."
    one = posting(text)
    (hit,) = tokens.hits(rule({"tokens": DECIDE}), Options({}), one)
    assert hit.at is not None
    assert text[slice(*hit.at.span)] == "make** bold decisions"


def test_marked_tokens_and_terms() -> None:
    marked = [{"LOWER": "make"}, {"LOWER": "no", "OP": "?"}, {"LOWER": "decisions", "AT": True}]
    (hit,) = tokens.hits(
        rule({"tokens": marked, "id": "d", "use": ["decide"], "severity": "error"}), Options({}), posting("We make no decisions.")
    )
    assert hit.at is not None
    assert (hit.at.text, hit.term, hit.use, hit.severity) == ("decisions", "d", ("decide",), "error")


def test_guards_and_places() -> None:
    guarded = rule({"tokens": DECIDE, "unless": ["good decisions"]}, where=["paragraph"])
    assert shown(guarded, posting("They make good decisions. We make bad decisions.\n\n- make decisions")) == ["make bad decisions"]


def test_phrases() -> None:
    made = rule({"phrases": ["hard worker", "Can-do attitude"]})
    assert shown(made, posting("A HARD WORKER with a can-do\nattitude.")) == ["HARD WORKER", "can-do\nattitude"]
    exact = rule({"phrases": ["Hard worker"], "attribute": "ORTH"})
    assert shown(exact, posting("Hard worker. A hard worker.")) == ["Hard worker"]


def test_people() -> None:
    asks = [{"PERSON": "employer"}, {"LOWER": "expect"}, {"PERSON": ["candidate", "superior"]}]
    made = rule({"tokens": asks})
    assert shown(made, posting("We expect you to come. Guests expect you. We expect managers.")) == ["We expect you", "We expect managers"]
    of_us = rule({"tokens": [{"LOWER": "bread"}], "speaks-of": ["employer"]})
    assert shown(of_us, posting("We like bread. You like bread. Guests of ours like bread.")) == ["bread"]


def test_parts_of_a_trained_pipeline(little_pipeline: Path) -> None:
    tagged = {"tokens": [{"LOWER": {"IN": ["is", "are"]}}, {"TAG": "VBN", "AT": True}], "needs": ["pos"]}
    plain = {"tokens": [{"LOWER": "is"}, {"LOWER": "packed", "AT": True}]}
    text = "Orders are packed in the morning\n\nThe box is packed."
    assert shown(rule(tagged, plain), posting(text)) == ["packed"]  # the pattern that needs a pipeline is left out
    assert shown(rule(tagged, plain), posting(text, model=str(little_pipeline))) == ["packed", "packed"]
    with pytest.raises(MissingError, match="needs a trained pipeline"):
        list(tokens.hits(rule(tagged, needs=["pos"]), Options({}), posting(text)))


def test_without_the_named_pipeline_the_patterns_over_words_find_what_they_find() -> None:
    tagged = {"tokens": [{"LOWER": {"IN": ["is", "are"]}}, {"TAG": "VBN", "AT": True}], "needs": ["pos"]}
    plain = {"tokens": [{"LOWER": "is"}, {"LOWER": "packed", "AT": True}]}
    one = posting("# Packer\n\nThe box is packed.\n\nThe bag is packed, too.", model="en_no_such")
    for patterns, reason in (
        ((tagged, plain), '^the pipeline "en_no_such" .* is not installed.*; only what words alone tell'),
        ((plain,), "; only what words alone tell"),
        ((tagged,), r"is not installed \(python -m spacy download en_no_such\)$"),
    ):
        hits = tokens.hits(rule(*patterns), Options({}), one)
        with pytest.raises(MissingError, match=reason) as caught:
            list(hits)
        assert caught.value.fatal
    assert [h.at.text for h in islice(tokens.hits(rule(tagged, plain), Options({}), one), 2) if h.at] == ["packed", "packed"]


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\u00a0", " \u00a0 "])
def test_white_space_inside_a_phrase_is_white_space(gap: str) -> None:
    text = f"You  make{gap}bold{gap}decisions."
    assert shown(rule({"tokens": DECIDE}), posting(text, "a.txt")) == [f"make{gap}bold{gap}decisions"]
    assert shown(rule({"phrases": ["make bold decisions"]}), posting(text, "a.txt")) == [f"make{gap}bold{gap}decisions"]


_WAKES = """
import sys
from jdlint.api import lint_text
result = lint_text(sys.argv[1], select=["LNG016", "RSP009"])
print([f.code for f in result.findings], "spacy" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("# Cook\n\nYou make soup. Our decisions are yours.", "[] False"),  # both words, but not in one sentence
        ("# Cook\n\nYou make soup and sound decisions.", "[] True"),  # in one sentence: spaCy is asked
        ("# Cook\n\nYou make sound decisions.", "['LNG016'] True"),
    ],
)
def test_spacy_wakes_only_where_a_pattern_could_match(text: str, printed: str) -> None:
    done = subprocess.run([sys.executable, "-c", _WAKES, text], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == printed


def test_without_spacy_the_rule_is_skipped() -> None:
    code = f"import sys; sys.modules['spacy'] = None\n{_WAKES}\nprint(*[(s.code, s.reason[:24]) for s in result.skipped])"
    done = subprocess.run([sys.executable, "-c", code, "You make decisions."], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("[] ")
    assert "('LNG016', 'it needs spaCy (pip inst')" in done.stdout
