"""`jdlint config`: what it says holds is what a check does, and every value names its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.cli.main import main
from jdlint.config.decode import KEYS
from jdlint.config.errors import At
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick, Settings
from jdlint.engine.explain import _verdicts, explain
from jdlint.engine.run import RuleSets
from jdlint.rules.index import shipped_rules

FILE = """\
extends: [strict]
ignore: [CUL, LNG004]
provided: [company]
severity: {PAY: info, PAY001: error}
per-file-ignores: {"jobs/*": [TTL]}
exclude: ["jobs/old/"]
rules:
  RSP002: {max-items: 4}
  LNG004: {add: [synergy hub, {forms: [zoom out]}], term-severity: {leverage: warning}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".jdlint.yaml").write_text(FILE, encoding="utf-8")
    (tmp_path / ".gitignore").write_text("drafts/\n*.draft.md\n", encoding="utf-8")
    return tmp_path


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["config", "--output-format", "json", *arguments]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_every_setting_stands_there_with_its_place(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDLINT_FAIL_ON", "warning")
    found = data(capsys, "a.md", "--config", "rules.RSP002.max-items=5", "--config", "vocabulary=[Rockstar Games]")
    assert (found["schema"], found["file"], found["left_out"]) == ("jdlint-config/1", ".jdlint.yaml", None)
    assert {row["key"].partition(".")[0] for row in found["settings"]} == set(KEYS)
    places = {(row["key"], str(row["value"])): row["from"] for row in found["settings"]}
    assert places["ignore", "LNG004"] == {"kind": "file", "place": ".jdlint.yaml", "line": 2, "column": 15}
    assert places["severity.PAY001", "error"]["line"] == 4
    assert places["fail-on", "warning"] == {"kind": "environment", "place": "JDLINT_FAIL_ON", "line": None, "column": None}
    assert places["rules.RSP002.max-items", "5"]["place"] == "--config rules.RSP002.max-items"
    assert places["vocabulary", "Rockstar Games"]["kind"] == "command-line"
    assert places["rules.LNG004.add", "{'forms': ['zoom out']}"]["line"] == 9
    assert places["rules.LNG004.term-severity.leverage", "warning"]["line"] == 9
    assert places["include", "[]"]["kind"] == "default"


def test_every_rule_has_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    rules = {row["code"]: row for row in data(capsys, "jobs/a.md", "--config", "extend-select=[CUL003]")["rules"]}
    assert set(rules) == set(shipped_rules().entries)
    told = {code: (row["runs"], row["reason"], row["by"], row["from"] and row["from"]["place"]) for code, row in rules.items()}
    assert told["PAY001"] == (True, "profile", "strict", ".jdlint.yaml")
    assert told["CUL001"] == (False, "ignore", "CUL", ".jdlint.yaml")
    assert told["CUL003"] == (True, "extend-select", "CUL003", "--config extend-select")
    assert told["TTL001"] == (False, "per-file-ignores", "TTL", ".jdlint.yaml")
    assert told["STR003"] == (False, "provided", "company", ".jdlint.yaml")
    assert told["LNT001"] == (True, "always", None, None)
    assert (rules["PAY001"]["severity"], rules["PAY001"]["severity_from"]["column"]) == ("error", 23)
    assert (rules["PAY002"]["severity"], rules["PAY002"]["severity_from"]["column"]) == ("info", 12)
    assert rules["RSP004"]["severity_from"] is None


def test_the_page_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "jobs/a.md"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("jobs/a.md: settings from .jdlint.yaml\n\nSettings\n  extends ")
    assert "\n  fail-on " in page
    assert page.index("Rules that run") < page.index("PAY001 missing-pay") < page.index("Rules that do not run") < page.index("CUL001")
    (line,) = [row for row in page.splitlines() if row.startswith("  PAY001 ")]
    assert line.endswith(" error    the profile strict (.jdlint.yaml:1:11); severity: PAY001 (.jdlint.yaml:4:23)")


def test_without_a_file_the_defaults_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--isolated"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(".: no settings file\n\nSettings\n")
    rows = [line.split() for line in page.splitlines()]
    assert all(
        row in rows
        for row in (["extends", "recommended", "default"], ["fail-on", "error", "default"], ["jurisdictions", "auto", "default"])
    )
    (line,) = [row for row in page.splitlines() if row.startswith("  PAY001 ")]
    assert line.endswith("the profile recommended")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("jobs/a.md", None), ("jobs/a.png", "reads no files of this kind"), ("jobs/old/b.md", "exclude: jobs/old/"),
        ("../jobs/b.md", None), ("b.draft.md", ".gitignore leaves it out"),
        ("drafts/b.md", "the folder drafts is hidden, or left out by .gitignore"), (".a.md", "it is hidden"),
        ("node_modules/x/b.md", "the folder node_modules is hidden"),
    ],
)  # fmt: skip
def test_what_a_search_passes_over_is_told(capsys: pytest.CaptureFixture[str], path: str, reason: str | None) -> None:
    left_out = data(capsys, path)["left_out"]
    assert (left_out is None) if reason is None else (reason in left_out)


def test_what_languagetool_brings_has_it_as_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    said = [f"--config={text}" for text in ("extends=recommended", "languagetool.enabled=true", "languagetool.server=http://localhost:9")]
    told = {row["reason"] for row in data(capsys, "a.md", *said)["rules"] if row["runs"]}
    assert told == {"always", "profile", "languagetool"}


def test_a_full_path_is_as_good(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert data(capsys, str(folder / "jobs" / "a.md"))["left_out"] is None
    assert "drafts" in data(capsys, str(folder / "drafts" / "a.md"))["left_out"]


def test_a_mistake_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--config", "ignore=[XYZ]"]) == 2
    assert capsys.readouterr().err == 'error: --config ignore: no rule, prefix or profile "XYZ"\n'


def test_the_mistake_that_is_told_is_the_one_of_that_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--config", "rules.STR020.max-words=100", "--config", "rules.LNG002.max-words=none"]) == 2
    assert capsys.readouterr().err.startswith('error: --config rules.LNG002.max-words: "max-words" takes a whole number')


def test_a_folder_stands_for_its_postings(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / ".jdlint.yaml").write_text("select: [PAY001]", encoding="utf-8")
    found = explain("sub", Lookup())
    assert found.file == folder / "sub" / ".jdlint.yaml"
    assert [row.entry.code for row in found.rules if row.reason == "select"] == ["PAY001"]


SELECTORS = st.lists(
    st.sampled_from(["ALL", "recommended", "strict", "PAY", "PAY001", "missing-pay", "CUL", "CUL00", "STR003", "R"]), max_size=3
)


@settings(max_examples=60)
@given(SELECTORS, st.none() | SELECTORS, SELECTORS, SELECTORS, SELECTORS, st.booleans())
def test_what_is_told_is_what_runs(  # noqa: PLR0917  # a setting each
    default: list[str], select: list[str] | None, extend: list[str], ignore: list[str], here: list[str], provided: bool
) -> None:
    def picks(texts: list[str]) -> tuple[Pick, ...]:
        return tuple(Pick(text, At("x", 1, 1)) for text in texts)

    said = Settings(
        profiles=picks(default), select=None if select is None else picks(select), extend_select=picks(extend), ignore=picks(ignore),
        per_file_ignores=(("a.md", picks(here)),), provided=picks(["company"]) if provided else (),
    )  # fmt: skip
    ruleset = RuleSets().of(said, "a.md")
    ran = {r.code for r in ruleset.rules} - ({"STR003"} if provided else set())
    told = _verdicts(said, ("a.md",))
    assert {row.entry.code for row in told if row.runs} == ran
    assert all(row.by is not None for row in told if row.reason not in ("always", "status", "unselected"))
    assert all(row.reason in ("always", "profile", "select", "extend-select") for row in told if row.runs)
