"""What the README shows is so: its sample output, its settings, its library code, and the command that CI runs."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from jdlint.cli.group import cli
from jdlint.cli.main import main
from jdlint.config.load import load
from jdlint.readers import read
from jdlint.rules.index import shipped_rules
from jdlint.rules.select import codes

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, after: str = "") -> str:
    """The first fenced block of the language, after a piece of text."""
    match = re.search(rf"^```{language}\n(.*?)^```", README[README.index(after) :], re.MULTILINE | re.DOTALL)
    assert match
    return match.group(1)


def test_the_sample_is_what_the_tool_prints(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    command, _, output = block("console").partition("\n")
    main(shlex.split(command.removeprefix("$ jdlint ")))
    assert capsys.readouterr().out == output


def test_the_settings_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "house-rules").mkdir()
    (tmp_path / ".jdlint.yaml").write_text(block("yaml", "<!-- settings -->"), encoding="utf-8")
    (tmp_path / ".jdlint-baseline.json").write_text('{"schema": "jdlint-baseline/1", "files": {}}', encoding="utf-8")
    posting = tmp_path / "draft.md"
    posting.write_text("# Cook\n\nYou make soup.\n", encoding="utf-8")
    assert main(["check", "--config", str(tmp_path / ".jdlint.yaml"), str(posting)]) == 1
    output = capsys.readouterr().out
    assert "STR005" in output
    assert "STR007" not in output  # provided: application


def test_the_settings_of_languagetool_hold(tmp_path: Path) -> None:
    (tmp_path / ".jdlint.yaml").write_text(block("yaml", "<!-- languagetool -->"), encoding="utf-8")
    tool = load(tmp_path / ".jdlint.yaml").languagetool
    assert tool is not None
    assert tool.enabled
    assert tool.jars == str(tmp_path / "tools" / "languagetool-jars")


def test_the_library_code_runs() -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(block("python"), {})  # noqa: S102  # the README's own code
    assert "TTL002" in printed.getvalue()


def test_the_comments_are_understood() -> None:
    document = read(block("markdown", "<!-- suppressions -->").encode(), "draft.md")
    assert [d.kind for d in document.directives] == ["ignore", "ignore", "ignore", "disable", "enable", "ignore-file"]
    known = shipped_rules()
    assert all(codes(code, known) for d in document.directives for code, _ in d.codes)


def test_every_command_named_is_one() -> None:
    named = set(re.findall(r"^\$ (?:pbpaste \| )?jdlint (\w+)", README, re.MULTILINE))
    assert {"check", "inspect", "rule"} <= named <= set(cli.list_commands(None))  # type: ignore[arg-type]


def test_ci_runs_the_readmes_test_command() -> None:
    assert "<!-- test-command -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert ".venv/bin/pytest" in block("sh", "<!-- test-command -->")
