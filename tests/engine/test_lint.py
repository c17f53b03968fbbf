"""From a posting and rules to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.engine.finding import CRASH
from jdlint.engine.lint import Lint, lint
from jdlint.posting.model import Block, Excerpt, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.build import build_rule
from jdlint.rules.kinds import python, regex
from jdlint.rules.model import Edit, Hit, Options, Pattern, Rule
from jdlint.rules.options import resolve_options
from jdlint.rules.ruleset import RuleSet

TEXT = """\
# Ward Nurse

We want a rockstar in a fast-paced ward.

## Duties

- Other *duties* as assigned
- Be a rockstar
"""


def post(text: str = TEXT, path: str = "posting.md") -> Posting:
    return Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15)))


def rule(code: str = "HSE001", kind: str = "terms", **body: Any) -> Rule:
    raw = {"code": code, "name": code.lower(), "kind": kind, "severity": "warning", "summary": "s", "message": "`{match}`", **body}
    return build_rule(raw)


def terms(code: str, *forms: str, **body: Any) -> Rule:
    return rule(code, terms=[{"id": f, "forms": [f]} for f in forms], **body)


def run(*rules: Rule, posting: Posting | None = None, vocabulary: tuple[str, ...] = (), **settings: Any) -> Lint:
    options = {r.code: resolve_options(r, {}) for r in rules}
    return lint(posting or post(), RuleSet(rules, options, **settings), vocabulary)


def checks(monkeypatch: pytest.MonkeyPatch, **functions: Any) -> None:
    monkeypatch.setattr(python, "check_of", lambda name: functions[name.partition(":")[2]])


def test_a_finding_says_what_and_where() -> None:
    found = run(terms("HSE001", "rockstar")).findings
    assert [(f.line, f.column, f.end_line, f.end_column, f.match) for f in found] == [(3, 11, 3, 19, "rockstar"), (8, 8, 8, 16, "rockstar")]
    first, second = found
    assert (first.code, first.name, first.severity, first.confidence) == ("HSE001", "hse001", "warning", "high")
    assert (first.message, first.path, first.term) == ("`rockstar`", "posting.md", "rockstar")
    assert first.url.endswith("/rules/HSE001")
    assert second.section == "responsibilities"
    assert TEXT[first.span.start : first.span.end] == "rockstar"


def test_findings_come_in_order_of_place() -> None:
    found = run(terms("HSE002", "rockstar"), terms("HSE001", "fast-paced", "ward", "rockstar")).findings
    assert [(f.span.start, f.code) for f in found] == sorted((f.span.start, f.code) for f in found)
    assert found == run(terms("HSE001", "fast-paced", "ward", "rockstar"), terms("HSE002", "rockstar")).findings


def test_a_message_joins_replacements_and_shows_long_matches_short() -> None:
    row = {"id": "r", "forms": ["rockstar"], "use": ["nurse", "good nurse", "colleague"]}
    found = run(rule(terms=[row], message="{match}: {use} ({term})")).findings
    assert found[0].message == "rockstar: nurse, good nurse or colleague (r)"
    whole = rule(kind="regex", patterns=[{"pattern": "We want.*", "anchors": []}])
    long = run(whole, posting=post("We want you to be on the ward " * 9)).findings
    assert len(long[0].message) <= 82
    assert long[0].message.endswith("…`")


def test_a_phrase_through_markup_points_at_the_exact_characters() -> None:
    (found,) = run(rule(fix="safe", terms=[{"forms": ["other duties as assigned"], "use": ["night cover"]}])).findings
    assert found.match == "Other duties as assigned"
    assert TEXT[found.span.start : found.span.end] == "Other *duties* as assigned"
    assert found.fix is None  # an edit would break the markup


def test_a_fix_keeps_capitals_and_mends_the_article() -> None:
    row = {"forms": ["rockstar"], "use": ["able nurse", "nurse"]}
    found = run(rule(fix="unsafe", terms=[row]), posting=post("# Job\n\nBe a Rockstar Nurse, or a rockstar.")).findings
    fixes = [f.fix for f in found]
    assert all(x is not None and not x.safe for x in fixes)
    assert [[e.text for e in x.edits] for x in fixes if x] == [["an", "Able Nurse"], ["an", "able nurse"]]
    assert run(terms("HSE001", "rockstar", fix="safe")).findings[0].fix is None


def test_what_is_absent_points_at_the_title() -> None:
    (found,) = run(rule(kind="fact", absent="deadline", message="no date")).findings
    assert (found.match, found.line, found.column, found.section) == ("", 1, 3, None)
    assert TEXT[found.span.start : found.span.end] == "Ward Nurse"
    posting = post("x")
    vars(posting)["title"] = None
    (found,) = run(rule(kind="fact", absent="deadline", message="no date"), posting=posting).findings
    assert tuple(found.span) == (0, 1)


def test_severity_by_settings_then_hit_then_rule() -> None:
    row = [{"forms": ["rockstar"], "severity": "info"}, {"forms": ["fast-paced"]}]
    assert [f.severity for f in run(rule(terms=row)).findings] == ["info", "warning", "info"]
    assert {f.severity for f in run(rule(terms=row), severity={"HSE001": "error"}).findings} == {"error"}


def test_a_regex_runs_only_where_an_anchor_and_a_needle_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    original = regex.hits

    def noted(rule: Rule, patterns: Iterable[Pattern], block: Block, posting: Posting) -> Iterator[Hit]:
        tried.append(block.text)
        return original(rule, patterns, block, posting)

    monkeypatch.setattr(regex, "hits", noted)
    found = run(rule(kind="regex", patterns=[{"id": "p", "pattern": "rock(?P<at>star)", "anchors": ["fast-paced", "ward"]}])).findings
    assert [f.match for f in found] == ["star"]
    assert tried == ["We want a rockstar in a fast-paced ward."]  # the other block has no "rockstar"


def test_a_variant_picks_another_message() -> None:
    row = {"forms": ["rockstar"], "message": "mild"}
    assert run(rule(terms=[row], messages={"mild": "please, no {match}"})).findings[0].message == "please, no rockstar"


def test_hits_of_one_rule_on_the_same_words_are_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        block = posting.texts[1]
        yield Hit(Excerpt(block, 0, 7))
        yield Hit(Excerpt(block, 3, 18), severity="error")
        yield Hit(Excerpt(block, 19, 21))
        yield Hit(None, values={"match": "a"})
        yield Hit(None, values={"match": "a"})
        yield Hit(None, values={"match": "b"})

    checks(monkeypatch, twice=twice)
    found = run(rule(kind="python", check="x:twice")).findings
    assert [(f.match, f.message) for f in found] == [("", "`a`"), ("", "`b`"), ("want a rockstar", "`want a rockstar`"), ("in", "`in`")]


def test_wordings_that_share_words_are_one_finding() -> None:
    plain, grave = terms("HSE001", "rockstar in a fast-paced ward"), terms("HSE002", "fast-paced", severity="error")
    assert [(f.code, f.match) for f in run(plain, grave).findings] == [("HSE002", "fast-paced")]
    structure = rule(
        "STR001", "metric", metric="words", below="n", message="m", options={"n": {"type": "integer", "default": 99, "help": "h"}}
    )
    assert [f.code for f in run(plain, structure).findings] == ["STR001", "HSE001"]


def test_what_the_house_accepts_stands_in_no_ones_way() -> None:
    plain, grave = terms("HSE001", "a fast-paced ward"), terms("HSE002", "fast-paced", severity="error")
    assert [f.code for f in run(plain, grave, vocabulary=("fast-paced",)).findings] == ["HSE001"]
    assert not run(plain, grave, vocabulary=("in a fast-paced ward",)).findings


@pytest.mark.parametrize(("where", "left"), [([], ["HSE002"]), (["heading"], ["HSE001"])])
def test_a_rule_stands_in_for_those_it_supersedes(where: list[str], left: list[str]) -> None:
    plain, more = terms("HSE001", "fast-paced"), terms("HSE002", "fast-paced ward", supersedes=["HSE001"], where=where)
    assert [f.code for f in run(plain, more).findings] == left


def test_what_is_absent_is_superseded_too() -> None:
    plain = rule("HSE001", "fact", absent="deadline", message="m")
    more = rule("HSE002", "fact", absent="deadline", message="m", supersedes=["HSE001"])
    assert [f.code for f in run(plain, more).findings] == ["HSE002"]


def test_a_rule_that_fails_leaves_the_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        yield Hit(Excerpt(posting.texts[1], 0, 2))
        raise LookupError("no such thing")

    checks(monkeypatch, fails=fails)
    found = run(rule("HSE002", "python", check="x:fails"), terms("HSE001", "fast-paced")).findings
    crash = next(f for f in found if f.code == CRASH)
    assert crash.severity == "error"
    assert crash.message == "the rule HSE002 (hse002) failed on this posting and was left out: LookupError: no such thing"
    assert (crash.match, crash.line, crash.term) == ("", 1, "HSE002")
    assert {f.code for f in found} == {CRASH, "HSE001", "HSE002"}


def test_a_message_with_an_unknown_field_is_a_crash_of_its_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    checks(monkeypatch, absent=lambda *_: iter([Hit(None)]))
    found = run(rule(kind="python", check="x:absent", message="{years} years"), terms("HSE002", "fast-paced")).findings
    assert [f.code for f in found] == [CRASH, "HSE002"]


def test_fields_of_a_message_are_plain_names() -> None:
    (found,) = run(terms("HSE001", "fast-paced", message="{match.__class__} {0} {} {match}")).findings
    assert found.message == "{match.__class__} {0} {} fast-paced"


def test_a_posting_that_cannot_be_read_is_one_finding() -> None:
    posting = post()
    broken = Posting(replace(posting.document, blocks=None))  # type: ignore[arg-type]
    result = run(terms("HSE001", "fast-paced"), rule("HSE002", "fact", absent="deadline", message="m"), posting=broken)
    assert [f.code for f in result.findings] == [CRASH]
    assert "could not be read" in result.findings[0].message


def test_parts_that_the_template_adds_are_not_missed() -> None:
    missing = rule(kind="fact", absent="deadline", message="m", **{"provided-by": "application"})
    assert not run(missing, provided=frozenset({"application"})).findings
    assert run(missing, provided=frozenset({"benefits"})).findings


def test_english_rules_pass_over_other_languages_and_say_so() -> None:
    posting = post()
    vars(posting)["language"] = "de"
    fact = rule("HSE003", "fact", absent="deadline", message="m")
    result = run(terms("HSE001", "rockstar"), terms("HSE002", "rockstar", language="any"), fact, posting=posting)
    assert {f.code for f in result.findings} == {"HSE002", "HSE003"}
    assert [(s.code, s.reason) for s in result.skipped] == [("HSE001", "reads English only, and the posting's language is de")]


def test_a_shipped_file_that_was_left_out_is_named() -> None:
    assert [(s.code, s.reason) for s in run(broken={"PAY001-x": "why"}).skipped] == [("PAY001-x", "why")]


def test_edits_and_related_places_of_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        title, block, *_ = posting.texts
        at = Excerpt(block, 0, 2)
        yield Hit(at, edits=(Edit(at, "You"),), related=((Excerpt.whole(title), "the title"),), term="t")

    checks(monkeypatch, check=check)
    (found,) = run(rule(kind="python", check="x:check", fix="safe")).findings
    assert found.fix is not None
    assert found.fix.safe
    assert [(e.text, TEXT[slice(*e.span)]) for e in found.fix.edits] == [("You", "We")]
    (related,) = found.related
    assert (related.line, related.column, related.end_column, related.text, related.message) == (1, 3, 13, "Ward Nurse", "the title")


def prints(text: str, path: str = "posting.md") -> list[str]:
    return [f.fingerprint for f in run(terms("HSE001", "rockstar", "ninja"), posting=post(text, path)).findings]


def test_a_fingerprint_survives_lines_that_move() -> None:
    base = "# Nurse\n\nWe want a rockstar in the ward.\n\n## Duties\n\n- Be a ninja at night\n"
    moved = "# Nurse\n\nA new line.\n\nWe want a\nROCKSTAR  in the ward.\n\n## Duties\n\n- Wash\n- Be a **ninja** at night\n"
    assert prints(base) == prints(moved)
    assert prints(base) != prints(base, "other.md")
    assert prints(base) != prints(base.replace("want a", "seek one"))
    assert prints(base, "a/b.md") == prints(base, "a\\b.md")


def test_findings_that_read_alike_are_counted_up() -> None:
    found = prints("# Nurse\n\n- Be a rockstar now\n- Be a rockstar now\n- Be a rockstar now\n")
    assert len(found) == len(set(found)) == 3
    assert found[:1] == prints("# Nurse\n\n- Be a rockstar now\n")


@given(st.lists(st.sampled_from(["rockstar", "fast", "paced", "**fast**", "a", ",", "-", "\n", "\n\n", "\n- "]), max_size=30))
def test_every_match_is_the_text_of_its_place(parts: list[str]) -> None:
    posting = post(f"# Job\n\n{' '.join(parts)}")
    for found in run(terms("HSE001", "rockstar", "fast paced", "a fast"), posting=posting).findings:
        source = posting.source.text[found.span.start : found.span.end]
        assert source.replace("*", "").split() == found.match.split() or "- " in source
        assert posting.source.position(found.span.start) == (found.line, found.column)
