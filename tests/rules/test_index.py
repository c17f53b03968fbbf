"""The compiled index of shipped rules, and other people's rules beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jdlint.rules import index, load
from jdlint.rules.errors import OptionError, RuleError, UnknownRuleError
from jdlint.rules.index import RuleIndex, shipped_rules
from jdlint.rules.load import RuleDoc, documented, load_file
from jdlint.rules.ruleset import assemble
from jdlint.rules.select import Selection, select

ONE = """\
code: PAY001
name: one
kind: terms
severity: warning
summary: One.
message: plain
options: {most: {type: integer, default: 3, help: x}}
terms: [{forms: [one]}]
why: |
  Because.
sources: [{title: A book, url: "https://example.org", year: 2011, supports: it}]
examples:
  - bad: ">>one<<"
    good: two
  - {ok: "none", as-of: 2025-02-03, posting: true, options: {most: 1}, format: txt}
"""


def change(text: str, **new: str) -> str:
    for key, value in new.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{key}:"))
        text = text.replace(old, f"{key}: {value}")
    return text


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    root = tmp_path / "shipped"
    for folder in ("pay", "profiles", "lexicons"):
        (root / folder).mkdir(parents=True)
    (root / "pay" / "PAY001-one.yaml").write_text(ONE)
    (root / "profiles" / "recommended.yaml").write_text("select: [PAY001]")
    (root / "lexicons" / "x.yaml").write_text("not: a rule")
    monkeypatch.setattr(index, "rules_root", lambda: str(root))
    monkeypatch.setattr(index, "rules_dir", lambda: root)
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    shipped_rules.cache_clear()
    yield root
    shipped_rules.cache_clear()


def told(found: RuleIndex) -> list[object]:
    """All that an index says."""
    return [(e.code, e.name, e.kind, e.status, e.path, e.raw, e.trusted) for e in found.entries.values()] + [found.profiles, found.broken]


def again() -> RuleIndex:
    shipped_rules.cache_clear()
    return shipped_rules()


def test_the_second_start_reads_no_yaml(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  # it sets the folder
    first = again()
    monkeypatch.setattr("jdlint.rules.document.RuleDocument", None)
    second = again()
    assert told(second) == told(first)
    assert second.profiles == {"recommended": ("PAY001",)}
    assert second.entries["PAY001"].build() == first.entries["PAY001"].build()
    assert "why" not in second.entries["PAY001"].raw


def test_a_new_file_is_seen(shipped: Path) -> None:
    assert list(again().entries) == ["PAY001"]
    (shipped / "pay" / "PAY002-two.yaml").write_text(change(ONE, code="PAY002", name="two"))
    assert list(again().entries) == ["PAY001", "PAY002"]


def test_a_broken_file_costs_no_other_rule_its_place(shipped: Path) -> None:
    (shipped / "pay" / "PAY002-two.yaml").write_text("code: [")
    for _ in range(2):
        found = again()
        assert list(found.entries) == ["PAY001"]
        assert "not valid YAML" in found.broken["PAY002-two"]
    assert assemble([], again()).broken == found.broken


def test_other_folders_add_rules(shipped: Path, tmp_path: Path) -> None:  # noqa: ARG001  # it sets the folder
    house = tmp_path / "house"
    (house / "deep").mkdir(parents=True)
    (house / "deep" / "a.yaml").write_text(change(ONE, code="HSE001", name="house"))
    found = shipped_rules().with_folders([house])
    assert not found.entries["HSE001"].build().trusted
    assert [e.code for e in select(Selection(), found)] == ["HSE001", "PAY001"]
    assert documented(found.entries["HSE001"]).why == "Because."
    assert list(shipped_rules().entries) == ["PAY001"]


@pytest.mark.parametrize(("code", "name", "what"), [("PAY001", "house", 'code "PAY001"'), ("HSE001", "one", 'name "one"')])
def test_codes_and_names_stay_what_they_are(shipped: Path, tmp_path: Path, code: str, name: str, what: str) -> None:  # noqa: ARG001
    file = tmp_path / "a.yaml"
    file.write_text(change(ONE, code=code, name=name))
    with pytest.raises(RuleError, match=f"the {what} is taken by"):
        shipped_rules().with_folders([file])


def test_a_wrong_or_missing_file_of_ones_own_is_an_error(shipped: Path, tmp_path: Path) -> None:  # noqa: ARG001
    with pytest.raises(RuleError, match="no such file or folder"):
        shipped_rules().with_folders([tmp_path / "none"])
    file = tmp_path / "a.yaml"
    file.write_text(change(ONE, code="HSE001", name="house", kind="python"))
    with pytest.raises(RuleError, match="has no key"):
        shipped_rules().with_folders([file])


def test_settings_reach_the_rule_set(shipped: Path) -> None:  # noqa: ARG001  # it sets the folder
    known = shipped_rules()
    rules = [entry.build() for entry in known.entries.values()]
    ruleset = assemble(rules, known, options={"one": {"most": 5}}, severity={"ALL": "info", "PAY": "error"}, provided=["benefits"])
    assert ruleset.options["PAY001"].integer("most") == 5
    assert ruleset.severity == {"PAY001": "error"}
    assert ruleset.provided == {"benefits"}
    assert ruleset.by_code["PAY001"].name == "one"
    assert assemble(rules, known, severity={"PAY001": "error", "PAY": "info"}).severity == {"PAY001": "error"}


def test_settings_are_checked_for_rules_that_are_off(shipped: Path) -> None:  # noqa: ARG001  # it sets the folder
    with pytest.raises(OptionError):
        assemble([], shipped_rules(), options={"PAY001": {"most": "5"}})
    with pytest.raises(UnknownRuleError, match="PAY009"):
        assemble([], shipped_rules(), options={"PAY009": {"most": 5}})
    with pytest.raises(UnknownRuleError, match="names several rules"):
        assemble([], shipped_rules(), options={"recommended": {"most": 5}})


def test_documentation_is_loaded_on_demand(shipped: Path) -> None:
    doc = documented(shipped_rules().entries["PAY001"])
    assert doc.path == shipped / "pay" / "PAY001-one.yaml"
    assert doc.why == "Because."
    assert (doc.sources[0].title, doc.sources[0].year) == ("A book", 2011)
    bad, ok = doc.examples
    assert (bad.verdict, bad.text, bad.good, bad.line, bad.format) == ("bad", ">>one<<", "two", 13, "md")
    assert (ok.verdict, ok.as_of.isoformat(), ok.posting, ok.options, ok.format) == ("ok", "2025-02-03", True, {"most": 1}, "txt")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('- bad: ">>one<<"', '- bed: ">>one<<"', 'an example has no key "bed"; did you mean "bad"?'),
        ('{ok: "none",', '{ok: "none", bad: "x",', "one of `bad:`, `ok:` and `todo:`"),
        ('{ok: "none",', '{ok: "none", good: "x",', "`good:` stands beside `bad:`"),
        ("2025-02-03", "soon", "expected a date"),
        ("format: txt", "format: text", 'unknown value "text"; did you mean "txt"? (one of md, html, txt)'),
        ("options: {most: 1}", "options: 1", "expected options by name"),
        ("good: two", "good: [two]", "expected a text"),
        ("{title: A book", "{titel: A book", 'a source has no key "titel"; did you mean "title"?'),
        ("title: A book, ", "", 'a source lacks "title:"'),
        ("year: 2011", "year: long ago", "expected a year"),
        ("sources: [", "sources: x # [", "expected a list"),
        ("why: |\n  Because.", "why: [x]", "expected a text"),
    ],
)
def test_what_is_wrong_with_the_documentation(tmp_path: Path, old: str, new: str, message: str) -> None:
    file = tmp_path / "a.yaml"
    assert old in ONE
    file.write_text(ONE.replace(old, new))
    with pytest.raises(RuleError) as caught:
        load_file(file)
    assert message in caught.value.message
    assert caught.value.line > 1


def test_a_built_package_needs_no_cache_and_no_yaml(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = again()
    monkeypatch.setattr("jdlint.resources.rules_root", lambda: str(shipped))
    index.prebuild_all(shipped)
    assert sorted(p.name for p in (shipped / "compiled").iterdir()) == ["lexicons.entries", "rules.entries"]
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "other"))
    monkeypatch.setattr("jdlint.rules.document.RuleDocument", None)
    assert told(again()) == told(first)
    assert not (tmp_path / "other").exists()


def test_a_built_package_documents_its_rules_without_yaml(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "rules_root", lambda: str(shipped))
    entry = again().entries["PAY001"]
    load._kept.cache_clear()
    anew = documented(entry)
    load.prebuild_documentation(shipped)
    load._kept.cache_clear()
    monkeypatch.setattr(load, "load_file", None)
    assert documented(entry) == anew == RuleDoc(anew.rule, entry.path, "Because.", anew.sources, anew.examples)
    assert [(e.verdict, e.line, e.as_of.year) for e in anew.examples] == [("bad", 13, 2026), ("ok", 15, 2025)]
    load._kept.cache_clear()


def test_a_wrong_rule_stops_the_build(shipped: Path, tmp_path: Path) -> None:
    (shipped / "pay" / "PAY002-two.yaml").write_text("code: [")
    with pytest.raises(RuleError, match="PAY002-two"):
        index.prebuild_all(tmp_path)


def test_ones_own_rules_are_compiled_once_too(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    file = tmp_path / "a.yaml"
    file.write_text(change(ONE, code="HSE001", name="house"))
    first = again().with_folders([file])
    with monkeypatch.context() as patch:
        patch.setattr("jdlint.rules.document.RuleDocument", None)
        assert told(again().with_folders([file])) == told(first)
    file.write_text(change(ONE, code="HSE002", name="other"))
    assert "HSE002" in again().with_folders([file]).entries
    file.write_text("code: [")
    for _ in range(2):
        with pytest.raises(RuleError, match="not valid YAML"):
            again().with_folders([file])
