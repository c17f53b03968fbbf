"""The kinds regex, section, fact, metric and python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jdlint.posting.model import Excerpt, Section
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.build import build_rule
from jdlint.rules.kinds import fact, metric, python, regex, section
from jdlint.rules.model import Hit, Options, Rule

MakePosting = Callable[..., Posting]
NONE = Options({})


def rule(kind: str, **body: Any) -> Rule:
    return build_rule({"code": "HSE001", "name": "n", "kind": kind, "severity": "info", "summary": "s", "message": "m", **body})


def shown(hits: Iterator[Hit]) -> list[str]:
    return [h.at.text if h.at else "" for h in hits]


def matches(posting: Posting, **body: Any) -> list[str]:
    made = rule("regex", **body)
    return [t for block in posting.texts for t in shown(regex.hits(made, made.patterns, block, posting))]


def test_a_regex_sees_wrapped_lines_and_typographic_apostrophes_as_plain_ones(make_posting: MakePosting) -> None:
    posting = make_posting("You hold a master’s\ndegree.")
    assert matches(posting, patterns=[{"pattern": "master's degree", "anchors": ["degree"]}]) == ["master’s\ndegree"]


def test_the_longest_match_of_a_rules_patterns_stays(make_posting: MakePosting) -> None:
    posting = make_posting("at least 10 years of it")
    rows = [{"pattern": r"\d+ years", "anchors": []}, {"pattern": r"at least \d+ years", "anchors": []}]
    assert matches(posting, patterns=rows) == ["at least 10 years"]


def test_guards_and_places_hold_for_patterns(make_posting: MakePosting) -> None:
    posting = make_posting(("item", "lift 20 kg"), ("item", "lift 5 kg, with help"), "lift 30 kg")
    rows = [{"pattern": r"lift \d+ kg", "anchors": ["lift"], "unless-sentence": ["with help"]}]
    assert matches(posting, patterns=rows, where=["item"]) == ["lift 20 kg"]


def test_a_section_that_is_missing_is_one_hit(make_posting: MakePosting) -> None:
    made = rule("section", requires="benefits")
    assert shown(section.hits(made, NONE, make_posting(has={"benefits": False}))) == [""]
    assert shown(section.hits(made, NONE, make_posting(has={"benefits": True}))) == []


def test_a_fact_that_is_absent_is_one_hit(make_posting: MakePosting) -> None:
    made = rule("fact", absent="pay", **{"unless-any": ["vague_pay"], "unless-has": ["benefits"]})
    empty = {"pay": (), "vague_pay": (), "has": {"benefits": False}}
    assert shown(fact.hits(made, NONE, make_posting(**empty))) == [""]
    for stated in ({"pay": (1,)}, {"vague_pay": (1,)}, {"has": {"benefits": True}}):
        assert shown(fact.hits(made, NONE, make_posting(**{**empty, **stated}))) == []


@pytest.mark.parametrize(("words", "bound", "fires"), [(10, "above", False), (11, "above", True), (9, "below", True), (10, "below", False)])
def test_a_metric_fires_beyond_its_bound(make_posting: MakePosting, words: int, bound: str, fires: bool) -> None:
    made = rule("metric", metric="words", **{bound: "limit"})
    found = list(metric.hits(made, Options({"limit": 10}), make_posting("x", metrics={"words": words})))
    assert bool(found) is fires
    assert [dict(h.values) for h in found] == [{"value": str(words), "limit": "10"}] * fires


@pytest.mark.parametrize(("words", "severity"), [(7, None), (8, "info"), (9, "info")])
def test_a_metric_slightly_out_of_bounds_is_a_note(make_posting: MakePosting, words: int, severity: str | None) -> None:
    made = rule("metric", metric="words", below="limit", **{"note-within": 0.25})
    (hit,) = metric.hits(made, Options({"limit": 10}), make_posting("x", metrics={"words": words}))
    assert hit.severity == severity


def test_a_metric_that_cannot_be_told_is_silent(make_posting: MakePosting) -> None:
    made = rule("metric", metric="mean_sentence", above="limit")
    assert not list(metric.hits(made, Options({"limit": 10}), make_posting("x", metrics={"mean_sentence": None})))
    (hit,) = metric.hits(made, Options({"limit": 10}), make_posting("x", metrics={"mean_sentence": 14.25}))
    assert hit.values["value"] == "14.2"


def test_the_reading_grade_is_a_metric_too() -> None:
    made = rule("metric", metric="reading_grade", above="limit")
    text = b"Considerable familiarity with administrative methodologies necessitates accountability."
    (hit,) = metric.hits(made, Options({"limit": 10}), Posting(read(text, "a.md")))
    assert float(str(hit.values["value"])) > 10
    assert not list(metric.hits(made, Options({"limit": 10}), Posting(read(b"# Cook", "a.md"))))


def test_a_metric_of_a_section_points_at_its_heading(make_posting: MakePosting) -> None:
    posting = make_posting(("heading", "Duties"), ("item", "Cook"), metrics={"responsibilities": 1})
    heading, item = posting.texts
    made = rule("metric", metric="responsibilities", below="least", of="responsibilities")
    for place, expected in ((Excerpt.whole(heading), "Duties"), (None, "Cook")):
        vars(posting)["sections"] = (Section("responsibilities", "heading", place, (item,), 1, 3),)
        assert shown(metric.hits(made, Options({"least": 3}), posting)) == [expected]
    vars(posting)["sections"] = ()
    assert shown(metric.hits(made, Options({"least": 3}), posting)) == [""]


def test_a_python_rule_runs_its_function(make_posting: MakePosting, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(posting: Posting, options: Options) -> Iterator[Hit]:
        yield Hit(Excerpt(posting.texts[0], 0, options.integer("n")))

    monkeypatch.setattr(python, "check_of", lambda name: {"pay:x": found}[name])
    assert shown(python.hits(rule("python", check="pay:x"), Options({"n": 3}), make_posting("abcdef"))) == ["abc"]
