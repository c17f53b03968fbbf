"""Patterns over tokens: what a rule file may say, and the place of what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.rules.errors import RuleError
from jdlint.rules.load import load_file

GOOD = """\
code: HSE001
name: house
kind: tokens
severity: info
summary: s
message: "`{match}`"
patterns:
  - id: one
    tokens: [{LOWER: {IN: [make, makes]}}, {}, {IS_ALPHA: true, OP: "{0,2}"}, {LOWER: decision, AT: true}]
"""


def problem(tmp_path: Path, text: str, *, trusted: bool = True) -> tuple[int, int, str]:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as found:
        load_file(path, trusted=trusted)
    return found.value.line, found.value.column, found.value.message


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("{LOWER: decision, AT: true}", "{LOWR: decision}", "{LOWR", 'no attribute "LOWR"; did you mean "LOWER"?'),
        ("{LOWER: decision, AT: true}", "{TAG: NN}", "{TAG", "say `needs: [pos]`"),
        ("{LOWER: decision, AT: true}", "{ENT_TYPE: ORG}", "{ENT", "say `needs: [entities]`"),
        ("{LOWER: decision, AT: true}", "{LOWER: [decision]}", " [decision]", "expected a text, {IN"),
        ("{LOWER: decision, AT: true}", "{LOWER: {INN: [a]}}", "{INN", 'unknown condition "INN"'),
        ("{LOWER: decision, AT: true}", "{LOWER: {IN: []}}", " []", "expected a list of texts"),
        ("{LOWER: decision, AT: true}", "{LOWER: {REGEX: '('}}", " '('", "not a valid regular expression"),
        ("{LOWER: decision, AT: true}", "{LENGTH: {'=>': 2}}", " {'=>'", "expected a number"),
        ("{LOWER: decision, AT: true}", "{PERSON: boss}", " boss", 'nobody is called "boss"'),
        ("{LOWER: decision, AT: true}", "decision", " decision]", "expected a token"),
        ("AT: true", "AT: 1", " 1}", "expected true or false"),
        ('"{0,2}"', "'**'", " '**'", "unknown operator"),
        ("[{LOWER: {IN: [make, makes]}}", "[{LOWER: x, OP: '!'}", None, None),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, old: str, new: str, place: str | None, message: str | None) -> None:
    text = GOOD.replace(old, new)
    assert text != GOOD
    if place is None:
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        assert load_file(tmp_path / "a.yaml").rule.tokens[0].literals == (frozenset({"decision"}),)
        return
    line, column, told = problem(tmp_path, text)
    assert message is not None
    assert message in told
    row = text.splitlines()[line - 1]
    assert (line, column) == (9, row.rindex(place) + 2)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("  - tokens: []\n", "expected a list of tokens"),
        ("  - tokens: [{LOWER: a, OP: '?'}]\n", "at least one token must not be optional"),
        ("  - tokens: [{IS_ALPHA: true}]\n", "so spaCy would read every sentence; say `costly: true`"),
        ("  - tokens: [{LOWER: a}]\n    phrases: [b]\n", "either `tokens:` or `phrases:`"),
        ("  - {id: one}\n", "either `tokens:` or `phrases:`"),
        ("  - phrases: []\n", "expected a list of texts"),
        ("  - phrases: ['—']\n", "say `costly: true`"),
        ("  - phrases: [a]\n    attribute: LEMMA\n", 'unknown value "LEMMA"'),
        ("  - phrases: [a]\n    speaks-of: [you]\n", 'unknown value "you"'),
        ("  - phrases: [a]\n    needs: [tagger]\n", 'unknown value "tagger"'),
        ("  - phrases: [a]\n    token: [b]\n", 'no key "token"'),
    ],
)
def test_what_is_wrong_with_a_pattern(tmp_path: Path, row: str, message: str) -> None:
    line, _, told = problem(tmp_path, GOOD[: GOOD.index("  - id")] + row)
    assert message in told
    assert line >= 7


def test_what_is_costly_can_be_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GOOD[: GOOD.index("  - id")] + "  - tokens: [{TAG: NN}]\n    needs: [pos]\n    costly: true\n", encoding="utf-8")
    (pattern,) = load_file(path).rule.tokens
    assert pattern.literals == ()
    assert pattern.needs == ("pos",)


def test_other_peoples_rules_bring_no_expressions(tmp_path: Path) -> None:
    text = GOOD.replace("{LOWER: decision, AT: true}", "{LOWER: {REGEX: '(a+)+$'}}")
    assert "unbounded time" in problem(tmp_path, text, trusted=False)[2]


def test_what_a_pattern_becomes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GOOD, encoding="utf-8")
    rule = load_file(path).rule
    (pattern,) = rule.tokens
    assert pattern.term.id == "one"
    assert pattern.literals == (frozenset({"make", "makes"}), frozenset({"decision"}))
    assert rule.language == "en"
    assert rule.wording
