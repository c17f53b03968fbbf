"""Phrases are found as they are written in postings, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.model import Block, Document, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.build import build_rule
from jdlint.rules.kinds import terms
from jdlint.rules.model import Hit
from jdlint.rules.ruleset import RuleSet
from jdlint.text.source import Source
from jdlint.text.spans import MappedText
from jdlint.text.words import words


def hits(text: str, *rows: Mapping[str, object], **top: object) -> list[Hit]:
    rule = build_rule({"code": "HSE001", "name": "n", "kind": "terms", "severity": "info", "summary": "s", "terms": rows, **top})
    source = Source("p.md", text)
    block = Block("paragraph", MappedText.direct(text, 0, len(text)))
    posting = Posting(Document(source, "md", (block,)))
    vars(posting).update(blocks=(block,), texts=(block,), sections=(), title=None, language="en")
    ruleset = RuleSet((rule,))
    found = [m for m in ruleset.phrases.find(posting.tokens(block)) if isinstance(m[0], terms.Form)]
    return list(terms.hits(rule, found, block, posting))  # type: ignore[arg-type]


def texts(text: str, *forms: str, **more: object) -> list[str]:
    return [h.at.text for h in hits(text, {"forms": list(forms), **more}) if h.at is not None]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("fast-paced", "fast-paced"), ("fast-paced", "Fast paced"), ("fast-paced", "FAST-PACED"), ("fast-paced", "fast-\npaced"),
        ("fast-paced", "fast\npaced"), ("fast-paced", "fast \n  paced"), ("fast-paced", "fast‑paced"), ("fast-paced", "fast – paced"),
        ("fast-paced", "fast/paced"), ("fast-paced", "fast\u00a0paced"), ("fast paced", "fast” paced"),
        ("work hard, play hard", "work hard, play hard"), ("work hard, play hard", "Work hard - play hard"), ("don't", "don’t"),
        ("24/7", "24/7"), ("U.S. citizen", "U.S. citizen"), ("node.js", "Node.js"), ("rock 'n' roll", "rock ’n’ roll"), ("c++", "C++"),
        ("research & development", "research & development"),
    ],
)  # fmt: skip
def test_a_phrase_is_found_in_all_its_spellings(form: str, text: str) -> None:
    assert texts(f"We are a {text} place.", form) == [text]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("fast-paced", "fast, paced"), ("fast-paced", "fast. Paced"), ("fast-paced", "fast (paced)"), ("fast-paced", "fast\n\npaced"),
        ("fast-paced", "fast\n \npaced"), ("fast-paced", "fast; paced"), ("fast-paced", "fast: paced"), ("fast-paced", "fast… paced"),
        ("fast-paced", "breakfast-paced"), ("fast-paced", "fast-pacedness"), ("fast paced", "fast • paced"), ("fast paced", "fast | paced"),
        ("work hard, play hard", "work hard. Play hard"), ("node.js", "node, js"), ("c", "C++"), ("guru", "https://guru.com/jobs"),
        ("guru", "jobs@guru.org"), ("guru", "www.guru.example"), ("guru", "guru.io"),
    ],
)  # fmt: skip
def test_what_only_looks_like_the_phrase_is_not(form: str, text: str) -> None:
    assert texts(f"We are a {text} place.", form) == []


def test_capitals_count_where_the_term_says_so() -> None:
    assert texts("IT staff, it works, It is", "IT", case=True) == ["IT"]
    assert texts("IT staff, it works, It is", "IT") == ["IT", "it", "It"]


def test_the_longest_of_a_rules_phrases_wins() -> None:
    found = hits("a young and dynamic team, young people", {"id": "a", "forms": ["young"]}, {"id": "b", "forms": ["young and dynamic"]})
    assert [(h.at.text, h.term) for h in found if h.at] == [("young and dynamic", "b"), ("young", "a")]


def test_a_guard_of_the_longest_silences_the_shorter_one_inside_it_too() -> None:
    rows = ({"forms": ["native"]}, {"forms": ["cloud native"], "unless": ["cloud native platform"]})
    assert hits("our cloud-native platform", *rows) == []


def test_a_hit_carries_what_its_term_says() -> None:
    (hit,) = hits("salesmen wanted", {"id": "x", "forms": ["salesmen"], "use": ["sales staff"], "severity": "error", "message": "m"})
    assert (hit.term, hit.use, hit.severity, hit.variant) == ("x", ("sales staff",), "error", "m")


def test_guards_of_the_rule_and_of_the_term_both_hold() -> None:
    row = {"forms": ["ninja"], "unless": ["ninja turtles"]}
    assert texts("ninja turtles", "ninja", unless=["ninja turtles"]) == []
    assert [h.at.text for h in hits("Ninja Turtles, ninja café, code ninja", row, unless=["ninja café"]) if h.at] == ["ninja"]


def test_a_terms_places_replace_the_rules() -> None:
    assert hits("ninja", {"forms": ["ninja"]}, where=["heading"]) == []
    assert len(hits("ninja", {"forms": ["ninja"], "where": ["paragraph"]}, where=["heading"])) == 1


vocabulary = st.sampled_from(["red", "Blue", "don't", "c++", "élan"])
joint = st.sampled_from([" ", "-", "\n", " / ", ", ", ". ", " (", "’ ", "\n\n"])


@given(st.lists(st.lists(vocabulary, min_size=1, max_size=3), min_size=1, max_size=4), st.lists(st.tuples(vocabulary, joint), max_size=12))
def test_a_hits_words_are_those_of_a_phrase(phrases: list[list[str]], text: list[tuple[str, str]]) -> None:
    forms = sorted({" ".join(p) for p in phrases})
    folded = {tuple(w.norm for w in words(f)) for f in forms}
    found = hits("".join(w + j for w, j in text), {"forms": forms})
    for hit in found:
        assert isinstance(hit.at, Excerpt)
        assert tuple(w.norm for w in words(hit.at.text)) in folded
        assert not set(hit.at.text) & set(",.(")
    ends = [(h.at.start, h.at.end) for h in found if h.at]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
