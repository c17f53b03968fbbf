"""A rule file's examples fail when the rule does not do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.engine.testing import run_examples
from jdlint.rules.load import load_file, unmark
from jdlint.rules.ruleset import RuleSet
from jdlint.text.spans import Span

HEAD = """\
code: HSE001
name: house
severity: warning
summary: Words.
message: "`{match}`"
"""
TERMS = """\
kind: terms
fix: safe
unless: [ninja turtles, ninja course, ninja film]
terms: [{forms: [ninja], use: [expert]}]
"""
FACT = "kind: fact\nabsent: deadline\n"


def failures(folder: Path, body: str, examples: str, *, beside: RuleSet | None = None) -> list[str]:
    path = folder / "HSE001-house.yaml"
    path.write_text(f"{HEAD.replace('`{match}`', 'm') if 'terms' not in body and 'regex' not in body else HEAD}{body}examples:\n{examples}")
    return [str(f) for f in run_examples(load_file(path), beside)]


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("a >>b<< c", "a b c", [(2, 3)]),
        (">>a<< >>b<<", "a b", [(0, 1), (2, 3)]),
        ("<p>>>a<<</p>", "<p>a</p>", [(3, 4)]),
        (">>a\nb<<", "a\nb", [(0, 3)]),
        ("a > b < c", "a > b < c", []),
    ],
)
def test_marks(text: str, plain: str, spans: list[tuple[int, int]]) -> None:
    assert unmark(text) == (plain, [Span(*s) for s in spans])


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        ('bad: "Be a >>ninja<<."\n    good: "Be an expert."', None),
        ('bad: "Be a >>ninja<<, ninja."', "must hit exactly `ninja`, but hits `ninja`, `ninja`"),
        ('bad: "Be >>a ninja<<."', "must hit exactly `a ninja`, but hits `ninja`"),
        ('bad: "Be a >>cook<<."', "must hit exactly `cook`, but hits nothing"),
        ('bad: "Be a cook."', "mark the words to be hit"),
        ('bad: "Be a >>ninja<<."\n    good: "Be expert."', "the fix makes 'Be an expert.' of it"),
        ('bad: ""', "is empty"),
        ('bad: "Be a >>ninja<<."\n    options: {x: 1}', 'HSE001 has no option "x"'),
        ('ok: "Be a ninja."', "must be silent, but hits `ninja`"),
        ('todo: "Be a >>ninja<<."', "this known gap is closed"),
        ('todo: "Be a >>ninja cook<<."', None),
        ('todo: "Be a cook."', "this known gap is closed"),
        ('todo: "Be a ninja."', None),
        ('bad: "# Ninja wanted"\n    posting: true', None),
        ('bad: "# Cook wanted"\n    posting: true', "must be hit, but is not"),
        ('bad: "<p>>>ninja<<</p>"\n    format: html', None),
    ],
)
def test_examples(tmp_path: Path, example: str, problem: str | None) -> None:
    found = failures(tmp_path, TERMS, f"  - {example}\n")
    if problem is None:
        assert found == []
    else:
        assert found[0].startswith("line 11: ")
        assert problem in found[0]


def test_fine_examples_must_come_near_the_rule(tmp_path: Path) -> None:
    proofs = "".join(f'  - ok: "See our {what}."\n' for what in ("ninja turtles", "ninja course", "ninja film"))
    assert failures(tmp_path, TERMS, proofs) == []
    far = failures(tmp_path, TERMS, f'{proofs}  - ok: "Cook."\n')
    assert far == ["line 14: proves nothing: no word that the rule looks for occurs in it"]
    unguarded = 'kind: regex\npatterns: [{pattern: "ninja wanted", anchors: [ninja]}]\n'
    assert failures(tmp_path, unguarded, '  - ok: "Our ninja left."\n') == []
    near = 'kind: regex\nunless: [none]\npatterns: [{pattern: "ninja wanted", anchors: [ninja]}]\n'
    assert "0 of the `ok:` examples would be hit" in failures(tmp_path, near, '  - ok: "Our ninja left."\n')[0]


def test_a_rule_that_fails_fails_its_examples(tmp_path: Path) -> None:
    broken = "kind: metric\nmetric: no_such_metric\nabove: most\noptions: {most: {type: integer, default: 1, help: x}}\n"
    assert "failed on this posting" in failures(tmp_path, broken, '  - {bad: "# Cook", posting: true}\n')[0]


def test_a_few_lines_are_not_blamed_for_what_they_leave_out(tmp_path: Path) -> None:
    assert failures(tmp_path, FACT, '  - ok: "We cook."\n') == []
    assert "something absent" in failures(tmp_path, FACT, '  - {ok: "We cook.", posting: true}\n')[0]
    assert failures(tmp_path, FACT, '  - {bad: "We cook.", posting: true}\n') == []


def test_a_good_text_is_silent_under_the_rules_beside(tmp_path: Path) -> None:
    path = tmp_path / "HSE002-other.yaml"
    path.write_text(f"{HEAD.replace('HSE001', 'HSE002').replace('house', 'other')}kind: terms\nterms: [{{forms: [expert]}}]\n")
    beside = RuleSet((load_file(path).rule,))
    found = failures(tmp_path, TERMS, '  - bad: "Be a >>ninja<<."\n    good: "Be an expert."\n', beside=beside)
    assert found == ["line 11: `good:` must be silent under every rule, but HSE002 (other) hits `expert`"]
