"""Phrases added to a rule, terms and phrases accepted."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.rules.build import build_rule
from jdlint.rules.errors import TermError
from jdlint.rules.model import Guard, Rule, Term
from jdlint.rules.wording import all_terms, check_term, slug, with_terms, without

BASE = {"code": "HSE001", "name": "house", "severity": "info", "summary": "Words of no use.", "message": "{match}: {use}"}
TERMS = build_rule(BASE | {"kind": "terms", "terms": [{"id": "star", "forms": ["rock star", "rockstar"], "use": ["nurse"]}]})
REGEX = build_rule(
    BASE | {"kind": "regex", "patterns": [{"id": "pace", "pattern": "fast-paced (?:work|place)s?", "anchors": ["paced"], "use": ["x"]}]}
)


def ids(rule: Rule) -> list[str]:
    return [t.id for t in all_terms(rule)]


@pytest.mark.parametrize("rule", [TERMS, REGEX])
def test_an_added_phrase_goes_by_its_words(rule: Rule) -> None:
    found = with_terms(rule, [Term("", ("Top-Notch people", "tip top"), use=("able",))])
    assert ids(found) == ["top-notch-people", *ids(rule)]
    assert found.terms[0].message is None
    assert slug("Don’t  ask/tell") == "don't-ask-tell"
    assert with_terms(rule, []) is rule


def test_an_added_phrase_never_takes_the_id_of_another() -> None:
    found = with_terms(TERMS, [Term("", ("star",)), Term("", ("Star",))])
    assert ids(found) == ["star-added", "star-added-added", "star"]


def test_without_a_replacement_the_message_tells_what_the_rule_is_about() -> None:
    added = with_terms(TERMS, [Term("", ("zest",))])
    message = added.messages[added.terms[0].message or ""]
    assert message == "`{match}` is one of the phrases that your settings add to this rule: Words of no use."
    plain: dict[str, Any] = BASE | {"kind": "terms", "message": "not {match}", "terms": [{"forms": ["a"]}]}
    assert with_terms(build_rule(plain), [Term("", ("zest",))]).terms[0].message is None


def test_an_accepted_term_is_gone_with_all_its_forms() -> None:
    assert without(TERMS, "star").terms == ()
    assert without(REGEX, "pace").patterns == ()


@pytest.mark.parametrize(
    ("rule", "phrase"),
    [
        (TERMS, "rockstar"),
        (TERMS, "Rock Star Games"),
        (TERMS, "rock-star"),
        (REGEX, "fast-paced"),
        (REGEX, "paced"),
        (REGEX, "a place of work"),
    ],
)
def test_an_accepted_phrase_is_a_guard(rule: Rule, phrase: str) -> None:
    assert without(rule, phrase).unless == (Guard(phrase=phrase),)


@pytest.mark.parametrize(
    ("rule", "name", "near"),
    [(TERMS, "stat", '; did you mean "star"?'), (TERMS, "rock-stir", ""), (REGEX, "fast-pased", ""), (REGEX, "three cheers", "")],
)
def test_what_the_rule_does_not_know_is_an_error(rule: Rule, name: str, near: str) -> None:
    for refuse in (without, check_term):
        with pytest.raises(TermError) as error:
            refuse(rule, name)
        assert str(error.value) == f'HSE001 has no term "{name}"{near} (jdlint rule HSE001 lists them)'


def test_the_id_of_a_term_is_known() -> None:
    check_term(REGEX, "pace")
    check_term(with_terms(TERMS, [Term("", ("zest",))]), "zest")
