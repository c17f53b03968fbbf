"""The JSON Schemas of settings and rule files: committed as they are made, and of one mind with what reads the files.

`JDLINT_UPDATE=1 pytest tests/test_schemas.py` writes schemas/ anew after a change to the settings or the rules.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from jdlint.cli.main import main
from jdlint.config.decode import KEYS
from jdlint.config.errors import ConfigError
from jdlint.config.load import load
from jdlint.config.schema import ABOUT, settings_schema
from jdlint.engine.rulesets import build
from jdlint.rules.document import RuleDocument
from jdlint.rules.errors import RuleError
from jdlint.rules.fileschema import rule_file_schema
from jdlint.rules.index import rule_files, shipped_rules
from jdlint.rules.load import load_file

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = Draft7Validator(settings_schema(shipped_rules()))
RULES = Draft7Validator(rule_file_schema())


def plain(data: Any) -> Any:
    """YAML as an editor sees it: keys are texts, and so are dates."""
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.isoformat() if isinstance(data, date) else data


@pytest.mark.parametrize(("command", "name"), [("config", "settings"), ("rule", "rule")])
def test_the_committed_schemas_are_those_that_jdlint_makes(
    command: str, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    assert main([command, "--schema"]) == 0
    made = capsys.readouterr().out
    file = ROOT / "schemas" / f"{name}.json"
    if os.environ.get("JDLINT_UPDATE"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8"), "run JDLINT_UPDATE=1 pytest tests/test_schemas.py"
    Draft7Validator.check_schema(json.loads(made))


def test_every_setting_is_described() -> None:
    properties = SETTINGS.schema["properties"]
    assert set(properties) == set(KEYS) == set(ABOUT)
    assert all(set(shape) == {"anyOf", "description"} for shape in properties.values())


def test_every_key_of_a_rule_file_has_a_shape() -> None:
    for found in walk(rule_file_schema()):
        if "properties" in found and found.get("additionalProperties") is False:
            shapeless = [key for key, shape in found["properties"].items() if not shape and key != "default"]
            assert shapeless == []


def walk(data: Any) -> Any:
    if isinstance(data, dict):
        yield data
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from walk(item)


@pytest.mark.parametrize("path", [path for path, _ in rule_files()], ids=lambda path: path.stem)
def test_shipped_rules_fit(path: Path) -> None:
    assert [error.message for error in RULES.iter_errors(plain(RuleDocument(path).data))] == []


def test_the_settings_of_the_readme_fit() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- settings -->\n```yaml\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert shown
    assert [error.message for error in SETTINGS.iter_errors(plain(yaml.safe_load(shown[1])))] == []


def test_rules_of_the_house_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.yaml").write_text(RULE.replace("PAY901", "HSE001"), encoding="utf-8")
    (tmp_path / ".jdlint.yaml").write_text("rule-paths: [house.yaml]", encoding="utf-8")
    assert main(["config", "--schema"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert "most" in made["definitions"]["rule"]["HSE001"]["properties"]


# Settings

WRONG_SETTINGS = [
    "selct: [PAY]", "fail_on: error", "fail-on: eror", "fail-on: [error]", "severity: {PAY001: hihg}", "severity: [PAY001]",
    "select: {a: b}",
    "select: [3]", 'select: [""]', "sections: {companny: [Us]}", "sections: {company: {a: b}}", "fields: {wage: [x]}", "provided: [cofee]",
    "rules: [RSP002]", "rules: {RSP002: 3}", "rules: {RSP002: {max-itms: 3}}", 'rules: {RSP002: {max-items: "3"}}',
    "rules: {RSP002: {max-items: 0}}", "rules: {too-many-duties: {max-items: true}}", "rules: {RSP002: {add: [x]}}",
    "rules: {LNG004: {add: [{use: [x]}]}}", "rules: {LNG004: {add: [{forms: [x], sevrity: info}]}}",
    "rules: {LNG004: {term-severity: {leverage: bad}}}", "rules: {LNG004: {accept: 3}}", "min-score: 101", "min-score: high",
    "jobs: 0", "jobs: all",
    "per-file-ignores: [PAY]", 'per-file-ignores: {"a/*": 3}', "extends: [3]", "vocabulary: [true]", "ignore-findings: {a: b}",
    "baseline: [a.json]", "baseline: true", "rule-paths: 3", "plugins: [3]", "- a", "include: [[a]]",
    "jurisdictions: [us-zz]", "law: {employees: 0}", "law: {employes: 3}",
]  # fmt: skip


def usable(tmp: Path, text: str) -> bool:
    """Whether jdlint takes a settings file."""
    file = tmp / ".jdlint.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        build(load(file))
    except ConfigError:
        return False
    return True


@pytest.mark.parametrize("text", WRONG_SETTINGS)
def test_wrong_settings_are_wrong_for_both(tmp_path: Path, text: str) -> None:
    assert not SETTINGS.is_valid(plain(yaml.safe_load(text)))
    assert not usable(tmp_path, text)


JUNK = st.sampled_from([None, True, 3, 1.5, "", " ", "x", "PAY", [], ["PAY"], [3], [None], {}, {"a": "b"}, {"a": {"b": 1}}])
LISTS = st.lists(st.sampled_from(["PAY", "TTL001", "missing-pay", "ALL"]), max_size=2) | JUNK
WORDS = st.lists(st.sampled_from(["one phrase", "another"]), min_size=1, max_size=2) | JUNK
GRAVE = st.sampled_from(["error", "info", "bad"]) | JUNK
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "max-items": st.integers(-1, 9) | JUNK,
        "accept": WORDS,
        "add": WORDS
        | st.sampled_from([[{"forms": ["a", "b"], "use": ["c"], "severity": "info"}], [{"forms": []}], [{"use": "x"}]]),
        "term-severity": st.dictionaries(st.just("leverage"), GRAVE, max_size=1) | JUNK,
    },
)  # fmt: skip
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "extends": st.just(["strict"]) | st.just("recommended") | JUNK,
    **dict.fromkeys(("select", "extend-select", "ignore"), LISTS),
    "severity": st.dictionaries(st.sampled_from(["PAY", "missing-pay"]), GRAVE, max_size=2) | JUNK,
    "fail-on": GRAVE | st.just("never"),
    "min-score": st.integers(-1, 101) | JUNK,
    "jobs": st.integers(-1, 300) | st.just("auto") | JUNK,
    "per-file-ignores": st.dictionaries(st.sampled_from(["a/*.md", "b"]), LISTS, max_size=2) | JUNK,
    **dict.fromkeys(("include", "exclude", "vocabulary", "ignore-findings"), WORDS),
    "sections": st.dictionaries(st.sampled_from(["company", "pay", "wage"]), WORDS, max_size=2) | JUNK,
    "fields": st.dictionaries(st.sampled_from(["title", "pay", "wage"]), WORDS, max_size=2) | JUNK,
    "provided": st.just(["company"]) | st.just("application") | JUNK,
    "baseline": st.just("known.json") | JUNK,
    "cache": st.sampled_from([True, False, "kept"]) | JUNK,
    "jurisdictions": st.just("auto") | st.just(["us-co"]) | JUNK,
    "law": st.fixed_dictionaries({}, optional={"employees": st.integers(0, 3) | JUNK}) | JUNK,
    "rules": st.dictionaries(st.sampled_from(["RSP002", "LNG004", "missing-pay", "hype-and-jargon"]), OPTIONS | JUNK, max_size=2) | JUNK,
}
# What only a look at the rules or the disk can tell.
UNTOLD = re.compile(r"no rule, prefix or profile|no term|is not there|set twice|no such file|names several rules|a word or several")


@settings(max_examples=200)
@given(st.fixed_dictionaries({}, optional=VALUES))
def test_settings_are_judged_alike(tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]) -> None:
    file = tmp_path_factory.getbasetemp() / "judged" / ".jdlint.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(yaml.safe_dump(data), encoding="utf-8")
    try:
        build(load(file))
        problem = ""
    except ConfigError as error:
        problem = error.message
    if SETTINGS.is_valid(data):
        assert not problem or UNTOLD.search(problem)
    else:
        assert problem


# Rule files

RULE = """\
code: PAY901
name: a-rule
kind: terms
severity: warning
summary: One.
message: "`{match}` is one; write {use}"
messages: {plain: "`{match}` is one"}
where: [title, ~quote]
unless: ["one two", "/x+/"]
unless-trade: [~physical]
options: {most: {type: integer, default: 3, help: x, minimum: 1, maximum: 5}}
supersedes: [PAY902]
terms:
  - {id: one, forms: [one], use: [two], severity: info, case: true}
  - {forms: [three], message: plain, where: [pay], unless-sentence: [four]}
why: |
  Because.
sources: [{title: A book, url: "https://example.org", year: 2011, supports: it}]
examples:
  - {bad: ">>one<<", good: two}
  - {ok: "none", as-of: 2025-02-03, posting: true, options: {most: 1}, format: txt}
"""
CHANGES = [
    ("code: PAY901", "code: PAY91"), ("code: PAY901", "code: 3"), ("name: a-rule", "name: A Rule"), ("kind: terms", "kind: term"),
    ("kind: terms", "kind: regex"), ("kind: terms", "kind: fact"), ("severity: warning", "severity: bad"), ("severity: warning\n", ""),
    ("summary: One.", 'summary: " "'), ("summary: One.", "summary: 3"), ("summary: One.", "sumary: One."),
    ("where: [title,", "where: [titel,"),
    ("where: [title, ~quote]", "where: title"), ("[~physical]", "[~fysical]"), ('["one two", "/x+/"]', '"one two"'),
    ("type: integer", "type: int"), ("default: 3, ", ""), ("help: x", "help: 3"), ("minimum: 1", "minimum: low"), ("help: x", "hlp: x"),
    ("[PAY902]", "[PAY92]"), ("[PAY902]", "PAY902"), ("forms: [one]", "forms: []"), ("forms: [one]", "forms: one"),
    ("forms: [one]", "form: [one]"),
    ("use: [two]", "use: two"), ("severity: info", "severity: note"), ("case: true", "case: 3"), ("id: one", "id: 1"),
    ("{title: A book, ", "{"),
    ("year: 2011", "year: soon"), ("{bad: ", "{bed: "), ('{ok: "none"', '{ok: "none", bad: x'), ("format: txt", "format: text"),
    ("posting: true", "posting: 3"), ("options: {most: 1}", "options: 1"), ("  Because.", ""), ("why: |\n  Because.", "why: [x]"),
    ("messages: {plain:", "messages: {plain: 3, b:"), ("terms:\n", "trems:\n"), ("sources: [", "sources: x # ["),
]  # fmt: skip


def test_the_sample_rule_is_right(tmp_path: Path) -> None:
    assert RULES.is_valid(plain(yaml.safe_load(RULE)))
    assert readable(tmp_path, RULE)


def readable(tmp: Path, text: str) -> bool:
    """Whether jdlint takes a rule file."""
    file = tmp / "a.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        load_file(file)
    except RuleError:
        return False
    return True


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_wrong_rule_is_wrong_for_both(tmp_path: Path, old: str, new: str) -> None:
    assert old in RULE
    text = RULE.replace(old, new, 1)
    assert RULES.is_valid(plain(yaml.safe_load(text))) == readable(tmp_path, text)
    assert not readable(tmp_path, text) or new == ""


def trails(data: Any, trail: tuple[Any, ...] = ()) -> Any:
    yield trail
    for key in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield from trails(data[key], (*trail, key))


TRAILS = [trail for trail in trails(yaml.safe_load(RULE)) if trail]


@settings(max_examples=200)
@given(st.sampled_from(TRAILS), JUNK | st.just("drop"))
def test_what_a_schema_rejects_is_rejected(tmp_path_factory: pytest.TempPathFactory, trail: tuple[Any, ...], value: Any) -> None:
    data = yaml.safe_load(RULE)
    inner = data
    for key in trail[:-1]:
        inner = inner[key]
    if value == "drop":
        del inner[trail[-1]]
    else:
        inner[trail[-1]] = value
    folder = tmp_path_factory.getbasetemp() / "wrong"
    folder.mkdir(exist_ok=True)
    if not RULES.is_valid(plain(data)):
        assert not readable(folder, yaml.safe_dump(data))
