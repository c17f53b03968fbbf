"""Settings from `--config KEY=VALUE` and the environment: what they say, what they beat, and how their mistakes are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdlint.config.decode import KEYS, form
from jdlint.config.errors import ConfigError
from jdlint.config.given import VARIABLES, given
from jdlint.config.lookup import Lookup
from jdlint.config.model import Settings

FILE = """\
ignore: [LNG004]
fail-on: info
extend-select: [RSP002]
severity: {PAY001: error}
per-file-ignores: {"a/*.md": [INC]}
rules: {RSP004: {max-items: 5, other: 1}, CUL003: {accept: [one]}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".jdlint.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path


def settings(*options: str, isolated: bool = False, override: dict[str, Any] | None = None, **environ: str) -> Settings:
    return Lookup(file=given(options, environ), isolated=isolated, override=override).of(".")


def texts(picks: Any) -> list[str]:
    return [p.text for p in picks]


def options(found: Settings) -> dict[tuple[str, str], Any]:
    return {(o.rule.text, o.option.text): o.value for o in found.options}


def test_nothing_said_is_nothing_given() -> None:
    assert given((), {"HOME": "/home", "JDLINT_CACHE_DIR": "/var/x", "JDLINT_SELECT": " "}) is None


def test_the_command_line_beats_the_environment_and_that_the_file() -> None:
    assert settings().fail_on == "info"
    assert settings(JDLINT_FAIL_ON="warning").fail_on == "warning"
    assert settings("fail-on=never", JDLINT_FAIL_ON="warning").fail_on == "never"
    assert settings("fail-on=never", JDLINT_FAIL_ON="warning", override={"fail_on": "error"}).fail_on == "error"


def test_lists_replace_and_mappings_grow() -> None:
    found = settings(
        "ignore=[PAY]", "severity.CUL003=warning", "severity={CUL002: info}", "per-file-ignores.b/*.v1.md=[LOC]",
        "rules.RSP004.max-items=7",
        "rules.CUL003.accept=[two]", "rules.LNG004.term-severity.leverage=warning", JDLINT_EXTEND_SELECT="RSP003, RSP005",
    )  # fmt: skip
    assert texts(found.ignore) == ["PAY"]
    assert texts(found.extend_select) == ["RSP002", "RSP003", "RSP005"]
    assert {p.text: s for p, s in found.severity} == {"PAY001": "error", "CUL003": "warning", "CUL002": "info"}
    assert {glob: texts(picks) for glob, picks in found.per_file_ignores} == {"a/*.md": ["INC"], "b/*.v1.md": ["LOC"]}
    assert options(found) == {("RSP004", "max-items"): 7, ("RSP004", "other"): 1}
    assert [texts(row.accept) for row in found.wording if row.accept] == [["one", "two"]]
    assert [(p.text, s) for row in found.wording for p, s in row.severity] == [("leverage", "warning")]


def test_a_later_word_stands() -> None:
    assert texts(settings("ignore=[PAY]", "ignore=[LOC]").ignore) == ["LOC"]


def test_isolated_leaves_files_and_the_environment_out() -> None:
    found = settings("select=[INC]", isolated=True, JDLINT_FAIL_ON="warning", JDLINT_CONFIG="nowhere.yaml")
    assert (texts(found.select), found.fail_on, texts(found.ignore)) == (["INC"], "error", [])


def test_a_file_can_be_named_both_ways(folder: Path) -> None:
    (folder / "other.yaml").write_text("fail-on: warning", encoding="utf-8")
    (folder / "odd=name.yaml").write_text("fail-on: never", encoding="utf-8")
    assert settings(JDLINT_CONFIG="other.yaml").fail_on == "warning"
    assert settings("odd=name.yaml", JDLINT_CONFIG="other.yaml").fail_on == "never"
    assert texts(settings("other.yaml", "ignore=[INC]").ignore) == ["INC"]


def test_what_extends_is_seen_from_the_working_folder(folder: Path) -> None:
    (folder / "shared").mkdir()
    (folder / "shared" / "house.yaml").write_text("provided: [company]\nrule-paths: [rules]", encoding="utf-8")
    found = settings("extends=[strict, shared/house.yaml]", "baseline=known.json")
    assert (texts(found.profiles), texts(found.provided)) == (["strict"], ["company"])
    assert [path for path, _ in found.rule_paths] == [Path("shared/rules")]
    assert found.baseline == Path("known.json")


def test_every_setting_but_the_mappings_has_a_variable() -> None:
    assert set(VARIABLES.values()) == {key for key in KEYS if form(key) != "mapping"}
    assert VARIABLES["JDLINT_EXTEND_SELECT"] == "extend-select"
    assert texts(settings(JDLINT_PROVIDED="company,application").provided) == ["company", "application"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (["selct=[PAY]"], '--config selct: unknown setting "selct"; did you mean "select"?'),
        (["sevrity.PAY001=error"], '--config sevrity.PAY001: unknown setting "sevrity"; did you mean "severity"?'),
        (
            ["severity.PAY001=eror"],
            '--config severity.PAY001: unknown severity "eror"; did you mean "error"? (one of error, warning, info)',
        ),
        (["ignore=[PAY"], "--config ignore: not valid YAML: "),
        (["ignore={a: b}"], "--config ignore: expected a text"),
        (["fail-on.x=error"], '--config fail-on.x: "fail-on" has no keys of its own; write fail-on=VALUE'),
        (["rules.RSP004=5"], "--config rules.RSP004: expected options with their values"),
        (["rules..x=5"], '--config rules..x: "rules..x" is no name of a setting'),
        (["=5"], '--config : unknown setting ""'),
        (["a.yaml", "b.yaml"], "--config: takes one file, not both a.yaml and b.yaml; `extends` puts files together"),
        (["a.yaml"], "a.yaml: no such file or folder"),
        (["extends=nowhere.yaml"], '--config extends: "nowhere.yaml" to extend is not there'),
    ],
)
def test_mistakes_name_the_option(said: list[str], message: str) -> None:
    with pytest.raises(ConfigError) as error:
        settings(*said)
    assert str(error.value).startswith(message)


def test_mistakes_name_the_variable() -> None:
    with pytest.raises(ConfigError, match=r'^JDLINT_FAIL_ON: unknown value "eror"; did you mean "error"\?'):
        settings(JDLINT_FAIL_ON="eror")
