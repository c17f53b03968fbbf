"""Every shipped rule against its own examples, and what all rules must have in common."""

from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path

import pytest

from jdlint.engine.testing import findings, run_examples
from jdlint.resources import rules_dir
from jdlint.rules.errors import RuleError
from jdlint.rules.index import rule_files, shipped_rules
from jdlint.rules.load import RuleDoc, load_file
from jdlint.rules.model import TRAINED, Options
from jdlint.rules.options import check_option
from jdlint.rules.patterns import compile_pattern
from jdlint.rules.ruleset import RuleSet
from jdlint.rules.select import codes
from jdlint.text.record import replace

FILES = [path for path, _ in rule_files()]
TESTED = [path for path in FILES if not path.name.startswith("LNT")]
_WORDING_OKS = 5


@cache
def _load(path: Path) -> RuleDoc | RuleError:
    try:
        return load_file(path)
    except RuleError as error:
        return error


def doc(path: Path) -> RuleDoc:
    found = _load(path)
    if isinstance(found, RuleError):
        pytest.fail(str(found), pytrace=False)
    return found


def usable() -> list[RuleDoc]:
    """What every rule file holds, those left out that have a test of their own to fail."""
    return [d for d in map(_load, FILES) if not isinstance(d, RuleError)]


def needs_languagetool(found: RuleDoc, request: pytest.FixtureRequest) -> None:
    """Skip the test of a rule that asks LanguageTool where that is not there."""
    if "languagetool" in found.rule.needs:
        request.getfixturevalue("languagetool_jars")


def about_whole_postings(doc: RuleDoc) -> bool:
    """Whether a rule judges a posting as a whole, so that a few lines of one can't be held against it."""
    return doc.rule.kind in ("section", "fact", "metric") or any(e.posting for e in doc.examples if e.verdict == "bad")


@cache
def span_rules() -> RuleSet:
    """All stable rules that judge words where they stand."""
    docs = [d for d in usable() if d.rule.kind != "internal"]
    rules = tuple(d.rule for d in docs if d.rule.status == "stable" and not about_whole_postings(d))
    return RuleSet(rules, {r.code: Options({s.name: check_option(s, s.default) for s in r.options}) for r in rules})


def model_for(path: Path, request: pytest.FixtureRequest) -> str:
    """The little pipeline that the tests train, for a rule that needs one."""
    return "" if TRAINED.isdisjoint(doc(path).rule.needs) else str(request.getfixturevalue("little_pipeline"))


@pytest.mark.parametrize("path", TESTED, ids=lambda p: p.stem)
def test_examples(path: Path, request: pytest.FixtureRequest) -> None:
    needs_languagetool(doc(path), request)
    failures = run_examples(doc(path), span_rules(), model_for(path, request))
    if failures:
        pytest.fail("\n".join(["", *(f"{path.name}: {failure}" for failure in failures)]), pytrace=False)


@pytest.mark.parametrize("path", TESTED, ids=lambda p: p.stem)
def test_documented(path: Path) -> None:
    found = doc(path)
    verdicts = [e.verdict for e in found.examples]
    assert verdicts.count("bad") >= 3
    assert verdicts.count("ok") >= (_WORDING_OKS if found.rule.kind in ("terms", "regex", "tokens") else 3)
    assert found.why
    assert found.sources
    assert all(s.url.startswith("https://") or s.year for s in found.sources)
    cases = [(e.text, e.format, e.as_of, str(e.options)) for e in found.examples]
    assert len(cases) == len(set(cases)), "an example stands twice"
    assert not re.search(r"\s{2,}|\.$", found.rule.summary.rstrip(".")), "a summary is one plain line"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_named_after_its_rule(path: Path) -> None:
    rule = doc(path).rule
    assert path.stem == f"{rule.code}-{rule.name}"
    assert path.parent.name == rule.code[:3].lower()
    for spec in rule.options:
        assert check_option(spec, spec.default) == (tuple(spec.default) if spec.type == "strings" else spec.default)


def test_codes_and_names_are_unique() -> None:
    rules = [d.rule for d in usable()]
    assert len({r.code for r in rules}) == len(rules)
    assert len({r.name for r in rules}) == len(rules)


def test_every_file_is_usable() -> None:
    assert not shipped_rules().broken
    assert len(shipped_rules().entries) == len(FILES)


def test_superseded_rules_exist() -> None:
    known = set(shipped_rules().entries)
    assert {code for d in usable() for code in d.rule.supersedes} <= known


def test_no_two_rules_supersede_each_other() -> None:
    pairs = {(d.rule.code, code) for d in usable() for code in d.rule.supersedes}
    assert not {pair for pair in pairs if pair[::-1] in pairs}


def test_checks_exist() -> None:
    from jdlint.rules.kinds.python import check_of

    for rule in (d.rule for d in usable()):
        if rule.kind == "python":
            assert check_of(rule.body["check"]).__doc__


def test_profiles_name_rules_that_exist() -> None:
    index = shipped_rules()
    assert set(index.profiles) >= {"recommended", "strict"}
    for name, picks in index.profiles.items():
        assert len(picks) == len(set(picks)), name
        for pick in picks:
            assert codes(pick, index)
    assert {p.stem for p in (rules_dir() / "profiles").iterdir()} == set(index.profiles)


def expressions(found: RuleDoc) -> set[str]:
    """Every regular expression of a rule, its guards' included."""
    rule = found.rule
    parts = [*rule.terms, *(p.term for p in rule.patterns)]
    guards = [*rule.unless, *(g for t in parts for g in t.unless)]
    return {p.pattern for p in rule.patterns} | {g.pattern for g in guards if g.pattern}


@pytest.mark.parametrize("path", TESTED, ids=lambda p: p.stem)
def test_no_expression_is_slow(path: Path) -> None:
    """One block of a posting can be as long as a hostile text makes it."""
    found = doc(path)
    own = " ".join(e.text for e in found.examples) or "word"
    texts = [(own * (20_000 // len(own) + 1))[:20_000], " " * 20_000, "a" * 20_000, "1 " * 10_000, "a, " * 7_000, "- " * 10_000]
    for pattern in expressions(found):
        compiled = compile_pattern(pattern, trusted=True)
        for text in texts:
            start = time.process_time()
            assert sum(1 for _ in compiled.spans(text)) >= 0
            assert time.process_time() - start < 1, f"{pattern} takes {time.process_time() - start:.1f} s for {text[:20]!r}..."


@pytest.mark.parametrize("path", TESTED, ids=lambda p: p.stem)
def test_every_message_is_shown_by_an_example(path: Path, request: pytest.FixtureRequest) -> None:
    found = doc(path)
    needs_languagetool(found, request)
    examples = [replace(e, spacy_model=model_for(path, request)) for e in found.examples if e.verdict == "bad"]
    texts = [f.message for e in examples for f in findings(found.rule, e)]
    for message in found.rule.messages.values() if found.rule.messages else [found.rule.message]:
        form = ".+".join(re.escape(part) for part in re.split(r"\{[a-z_]+\}", message))
        assert any(re.fullmatch(form, text) for text in texts), f"no example shows {message!r}"
