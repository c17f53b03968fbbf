"""Errors in rule files name the line and the column."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.rules.document import RuleDocument
from jdlint.rules.errors import RuleError
from jdlint.rules.schema import check

GOOD = """\
code: HSE001
name: house-words
kind: terms
severity: warning
summary: Words of the house.
message: "`{match}` is not ours; {use}"
terms:
  - {id: one, forms: [guest], use: [patient]}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "HSE001-house-words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problem(folder: Path, text: str, *, trusted: bool = True) -> tuple[int, int, str]:
    with pytest.raises(RuleError) as caught:
        check(RuleDocument(write(folder, text)), trusted=trusted)
    error = caught.value
    assert str(error).startswith(f"{error.path}:{error.line}:{error.column}: ")
    return error.line, error.column, error.message


def test_a_good_file_is_accepted(tmp_path: Path) -> None:
    assert check(RuleDocument(write(tmp_path, GOOD)))["terms"][0]["use"] == ["patient"]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("severity:", "severty:", 4, 1, 'no key "severty"; did you mean "severity"?'),
        ("use: [patient]", "uses: [patient]", 8, 31, 'a term has no key "uses"; did you mean "use"?'),
        ("[guest]", "guest", 8, 22, "expected a list of texts"),
        ("[guest]", "[guest, no]", 8, 30, "expected a text; write 'false' in quotes"),
        ("[guest]", "[guest, Guest]", 8, 30, '"Guest" stands here twice'),
        ("[guest]", "['--']", 8, 23, "a form needs a word"),
        ("severity: warning", "severity: warn", 4, 11, 'unknown value "warn"; did you mean "warning"?'),
        ("kind: terms", "kind: term", 3, 7, 'unknown kind "term"; did you mean "terms"?'),
        ("kind: terms", "kind: terms\nkind: regex", 4, 1, '"kind" is set twice'),
        ("code: HSE001", "code: house", 1, 7, "three capitals and three digits"),
        ("summary: Words of the house.\n", "", 1, 1, '"summary:" is missing'),
        ("{use}", "{used}", 6, 10, "can't fill {used}"),
        (", use: [patient]", "", 8, 5, "the message says {use}, but there is nothing in `use:`"),
        ("terms:", "where: [titel]\nterms:", 7, 9, 'unknown value "titel"; did you mean "title"?'),
        ("terms:", "unless: ['/(/']\nterms:", 7, 10, "not a valid regular expression at its character 1"),
        ("terms:", "unless: ['...']\nterms:", 7, 10, "a guard needs a word"),
        ("terms:", "fix: sometimes\nterms:", 7, 6, 'unknown value "sometimes"'),
        ("terms:", "options: {max: {type: integer, default: 3}}\nterms:", 7, 16, 'the option "max" lacks "help:"'),
        (
            "terms:",
            "options: {accept: {type: strings, default: [], help: h}}\nterms:",
            7,
            11,
            'the settings mean something else by "accept"',
        ),
        ("forms: [guest]", "message: other, forms: [guest]", 8, 24, 'no text "other" in messages'),
        ("severity: warning", "severity: &s warning\nstatus: *s", 5, 9, "aliases are not allowed"),
        ("name: house", "name: 'house", 2, 7, "not valid YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, old: str, new: str, line: int, column: int, message: str) -> None:  # noqa: PLR0917
    assert GOOD.count(old) >= 1
    found = problem(tmp_path, GOOD.replace(old, new, 1))
    if "aliases" in message:  # the place is that of the anchored node
        assert message in found[2]
    elif "YAML" in message:
        assert found[2].startswith(message)
    else:
        assert message in found[2]
        assert found[:2] == (line, column)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("kind: regex\npatterns: [{id: a, pattern: x}]", "a pattern needs `anchors:`"),
        ("kind: regex\npatterns: [{id: a, pattern: x, anchors: ['-']}]", "an anchor needs a word"),
        ("kind: regex\npatterns: [{id: a, pattern: x, anchors: []}, {id: a, pattern: y, anchors: []}]", 'the id "a" is taken'),
        ("kind: section\nrequires: duty", 'unknown value "duty"'),
        ("kind: section\nrequires: other", 'unknown value "other"'),
        ("kind: fact\nabsent: pays", 'a posting has no fact "pays"; did you mean "pay"?'),
        ("kind: fact\nabsent: words", 'a posting has no fact "words"'),
        ("kind: fact\nabsent: pay\nfix: safe", "has nothing to put in the place"),
        ("kind: fact\nabsent: pay\nunless-has: [perks]", 'unknown value "perks"'),
        ("kind: metric\nmetric: words", "either `above:` or `below:`"),
        ("kind: metric\nmetric: words\nabove: most", '"most" is no numeric option'),
        (
            "kind: metric\nmetric: words\nabove: n\nnote-within: 2\noptions: {n: {type: number, default: 1, help: h}}",
            "a share of the bound",
        ),
        ("kind: python\ncheck: pay", "expected something like pay:open_ended"),
        ("kind: python\ncheck: pay:open_ended\nwording: 1", "expected true or false"),
        ("kind: python\ncheck: pay:open_ended\noptions: {add: {type: flag, default: no, help: h}}", 'something else by "add"'),
        ("kind: section\nrequires: company\nwording: true", 'has no key "wording"'),
        ("kind: terms\nterms: []", "expected a list of terms"),
        ("kind: terms\ncheck: pay:open_ended\nterms: [{forms: [a]}]", 'has no key "check"'),
        ("kind: terms\nlexicon: rude-words", 'there is no lexicon "rude-words"'),
        ("kind: terms\nlexicon: ../profiles/strict", "there is no lexicon"),
        ("kind: terms\nlexicon: frames", 'the lexicon "frames" holds no terms'),
        ("kind: terms\nterms: [{forms: [a]}]\noptions: {n: {type: number, default: 3, maximum: 2, help: h}}", "2"),
        ("kind: regex\nparts: [a]\npatterns: [{id: a, pattern: x, anchors: [x]}]", "expected expressions by name"),
        ("kind: regex\nparts: {house: x}\npatterns: [{id: a, pattern: '(?&hous)', anchors: [x]}]", 'no part "hous"; did you mean "house"?'),
        (
            "kind: regex\nparts: {a: '(?&b)', b: '(?&a)'}\npatterns: [{id: a, pattern: '(?&a)', anchors: [x]}]",
            "call one another without an end",
        ),
    ],
)
def test_every_kind_checks_its_own_keys(tmp_path: Path, body: str, message: str) -> None:
    head = "code: HSE001\nname: house-words\nseverity: warning\nsummary: Words.\nmessage: plain\n"
    assert message in problem(tmp_path, head + body)[2]


def test_other_peoples_rules_hold_no_code_and_no_slow_expressions(tmp_path: Path) -> None:
    head = "code: HSE001\nname: house-words\nseverity: warning\nsummary: Words.\nmessage: plain\n"
    python = problem(tmp_path, f"{head}kind: python\ncheck: pay:open_ended", trusted=False)
    assert python[0] == 6
    assert "runs code" in python[2]
    line, column, message = problem(tmp_path, f"{head}kind: regex\npatterns:\n  - {{pattern: '(?<!a)b', anchors: [b]}}", trusted=False)
    assert (line, column) == (8, 15)
    assert "look-behind" in message


def test_files_that_hold_no_rule(tmp_path: Path) -> None:
    assert problem(tmp_path, "")[2] == "the file is empty"
    assert "expected a rule" in problem(tmp_path, "- a\n")[2]
    path = tmp_path / "binary.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="not UTF-8"):
        RuleDocument(path)
    with pytest.raises(RuleError, match="can't be read"):
        RuleDocument(tmp_path / "none.yaml")


@pytest.mark.parametrize("end", ["\u0085", "\u2028", "\u2029"])
def test_places_count_the_lines_of_editors(tmp_path: Path, end: str) -> None:
    text = GOOD.replace("Words of the house.", f"'Words{end}of the house.'").replace("message:", "mesage:")
    assert problem(tmp_path, text)[:2] == (6, 1)
    assert problem(tmp_path, text.replace("[guest]", "[guest"))[0] == 8
