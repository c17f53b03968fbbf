"""What the rules about wording have in common: how many phrases they hold, and that none claims more than its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any
from urllib.parse import urlsplit

import pytest

from jdlint.rules.index import rule_files
from jdlint.rules.load import RuleDoc, load_file

FAMILIES = ("INC", "CUL")
OTHERS = ("REQ003", "REQ014", "RSP004", "TTL001", "TTL002", "PAY002", "PAY009", "LNG004")
FILES = [path for path, _ in rule_files() if path.name.startswith((*FAMILIES, *OTHERS))]
DOCS = [load_file(path) for path in FILES]
_SAYING = ("SUBPATTERN", "ATOMIC_GROUP")


def alternatives(pattern: str) -> int:
    """How many phrases an expression stands for, at the least.

    The alternatives of a choice are added up. Where several choices follow one another, only the richest counts, not their
    product, so `(?:seek|want|need) (?:young|lively) people` counts three. What can be left out (endings, fillers) and what only
    looks around counts nothing.
    """
    return _of_sequence(_parser.parse(pattern, re.IGNORECASE))


def _of_sequence(items: Iterable[Any]) -> int:
    return max([1, *(_of_part(str(code), value) for code, value in items)])


def _of_part(name: str, value: Any) -> int:
    if name == "BRANCH":
        return sum(_of_sequence(branch) for branch in value[1])
    if name in _SAYING:
        return _of_sequence(value[-1] if name == "SUBPATTERN" else value)
    if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
        return _of_sequence(value[2])
    return 1


def phrases(doc: RuleDoc) -> int:
    """The forms of a rule's terms and the alternatives of its patterns."""
    return sum(len(t.forms) for t in doc.rule.terms) + sum(alternatives(p.pattern) for p in doc.rule.patterns)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("young", 1),
        ("one|two|three", 3),
        (r"\b(?:seek|want|need)s? (?:young|lively) people\b", 3),
        ("two(?:fold|some)?", 1),
        ("(?=one|two)t", 1),
        ("(?:two(?:fold|some)|one)", 3),
    ],
)
def test_alternatives_are_counted_with_care(pattern: str, number: int) -> None:
    assert alternatives(pattern) == number


def test_there_are_at_least_350_phrases() -> None:
    assert sum(map(phrases, DOCS)) >= 350


@pytest.mark.parametrize("doc", DOCS, ids=lambda d: d.rule.code)
def test_severity_follows_evidence(doc: RuleDoc) -> None:
    rule = doc.rule
    parts = [t.severity for t in (*rule.terms, *(p.term for p in rule.patterns))]
    if rule.evidence == "convention":  # custom is a note; a part that surveys speak of may weigh more
        assert rule.severity == "info"
        assert "error" not in parts
    if rule.severity == "error" or "error" in parts:  # the law or a regulator names the phrase
        assert any(_OFFICIAL.search(s.url) for s in doc.sources), "an error needs an official source"


_OFFICIAL = re.compile(
    r"^https://(?:[\w-]+\.)*(?:gov|gov\.uk|europa\.eu|acas\.org\.uk|ontario\.ca|legislature\.ca\.gov)/|ecfr\.gov|legislation\.gov\.uk|lacounty\.gov"
)


@pytest.mark.parametrize("doc", DOCS, ids=lambda d: d.rule.code)
def test_sources_name_the_page(doc: RuleDoc) -> None:
    for source in doc.sources:
        parts = urlsplit(source.url)
        assert parts.scheme == "https"
        assert parts.path.strip("/"), f"{source.url} is only a site"


@pytest.mark.parametrize("doc", DOCS, ids=lambda d: d.rule.code)
def test_no_weak_claim_is_repeated(doc: RuleDoc) -> None:
    """Figures without a source behind them, which other guides repeat."""
    said = " ".join([doc.why, doc.rule.summary, doc.rule.message, *doc.rule.messages.values()])
    assert not re.search(r"60 ?%|100 ?%|ADA[- ]compliant|halves?\b|more women (?:will )?apply", said, re.IGNORECASE)


@pytest.mark.parametrize("doc", DOCS, ids=lambda d: d.rule.code)
def test_replacements_read_on_from_the_message(doc: RuleDoc) -> None:
    """`write leave it out` and the like; a message of its own says so instead."""
    for term in (*doc.rule.terms, *(p.term for p in doc.rule.patterns)):
        message = doc.rule.messages[term.message] if term.message else doc.rule.message
        if "{use}" in message and not message.endswith("; {use}"):
            assert not [use for use in term.use if re.match(r"(?:leave|drop|delete|remove|say|write|ask|name) ", use)], term.id


@pytest.mark.parametrize("doc", [d for d in DOCS if d.rule.kind in ("terms", "regex")], ids=lambda d: d.rule.code)
def test_every_term_has_a_name(doc: RuleDoc) -> None:
    """Settings go by it, so it can't be a number that changes when a term is added."""
    assert not [t.id for t in (*doc.rule.terms, *(p.term for p in doc.rule.patterns)) if t.id.isdigit()]
