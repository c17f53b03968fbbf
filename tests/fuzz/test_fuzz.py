"""A short run of the fuzzing (`fuzz/run.py` is the long one), and Hypothesis on settings and rule files."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "fuzz"))
import invariants
import postings

from jdlint.config.decode import KEYS
from jdlint.config.errors import ConfigError
from jdlint.config.load import load
from jdlint.engine.rulesets import build
from jdlint.rules.errors import RuleError
from jdlint.rules.load import load_file
from jdlint.rules.schema import BODY_KEYS, COMMON_KEYS

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
TEXTS = ("md", "html", "txt")


@pytest.mark.parametrize("form", postings.FORMS)
@FEW
@given(rng=st.randoms(use_true_random=False))
def test_no_posting_breaks_a_reader_or_a_rule(form: str, rng: Random) -> None:
    content = postings.data(rng, form)
    if form in TEXTS:
        invariants.reads(content, f"a.{form}")
    invariants.repeats(content, f"a.{form}")


@pytest.mark.parametrize("form", TEXTS)
@FEW
@given(rng=st.randoms(use_true_random=False))
def test_fixes_and_comments_hold(form: str, rng: Random) -> None:
    content = postings.data(rng, form)
    invariants.mends(content, f"a.{form}")
    invariants.hides(content, f"a.{form}")


@FEW
@given(rng=st.randoms(use_true_random=False), form=st.sampled_from(TEXTS))
def test_the_cache_says_the_same(rng: Random, form: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    invariants.keeps(postings.data(rng, form), f"a.{form}", tmp_path_factory.mktemp("kept"))


def test_many_processes_say_the_same() -> None:
    rng = Random(7)  # noqa: S311
    invariants.same_with_many([(f"{n}.{form}", postings.data(rng, form)) for n in range(20) for form in TEXTS])


def test_an_input_that_breaks_an_invariant_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    import jdlint.readers.markdown as module

    monkeypatch.setattr(module, "read", lambda source: 1 / 0)  # noqa: ARG005
    with pytest.raises(ZeroDivisionError):
        invariants.reads(b"# Cook\n", "a.md")
    with pytest.raises(AssertionError):
        invariants.judged(b"# Cook\n", "a.md")


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**25), st.floats(), st.text(max_size=12), st.dates(),
    st.sampled_from(("PAY", "PAY001", "ALL", "recommended", "error", "*.md", "[", "(?=x)", "20MB", "auto", "title", "~", "\0")),
)  # fmt: skip
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(("PAY001", "RSP002", "size", "seconds", "title")), st.text(max_size=6)), inner, max_size=3
        ),
    ),
    max_leaves=8,
)


def dumped(tree: Any, path: Path) -> Path:
    path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8", errors="replace")
    return path


@settings(FEW, max_examples=150)
@given(tree=st.dictionaries(st.sampled_from([k for k in KEYS if k not in ("spacy-model", "languagetool")]), TREES, max_size=4))
def test_settings_are_used_or_refused_in_one_line(tree: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = dumped(tree, tmp_path_factory.mktemp("fuzz") / "a.yaml")
    try:
        build(load(file))
    except ConfigError as error:
        assert len(str(error).splitlines()) == 1, str(error)  # noqa: PT017  # it need not be raised


@settings(FEW, max_examples=150)
@given(
    kind=st.sampled_from(tuple(BODY_KEYS)),
    more=st.dictionaries(st.sampled_from(sorted({*COMMON_KEYS, *(k for keys in BODY_KEYS.values() for k in keys)})), TREES, max_size=4),
)
def test_rule_files_are_used_or_refused_in_one_line(kind: str, more: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = {
        "code": "HSE001",
        "name": "x-y",
        "severity": "warning",
        "summary": "A.",
        "message": "m",
        "terms": [{"id": "a", "forms": ["a"]}],
    }
    rule = (
        {k: v for k, v in whole.items() if k in (*COMMON_KEYS, *BODY_KEYS[kind])}
        | {"kind": kind}
        | {k: v for k, v in more.items() if k != "kind"}
    )
    file = dumped(rule, tmp_path_factory.mktemp("fuzz") / "HSE001-x-y.yaml")
    try:
        load_file(file, trusted=False)
    except RuleError as error:
        assert len(str(error).splitlines()) == 1, str(error)  # noqa: PT017  # it need not be raised
