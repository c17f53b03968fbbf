"""Completion: what the shells are told, as their own scripts ask for it, and at what cost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.cli.main import COMMANDS, main
from jdlint.rules.index import shipped_rules


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # noqa: ANN201
    def ask(*words: str) -> list[str]:
        """What bash is told to offer for the last word."""
        monkeypatch.setenv("_JDLINT_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(["jdlint", *(word or "''" for word in words)]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        assert main([]) == 0
        return [line.partition(",")[2] if line.startswith("plain") else line for line in capsys.readouterr().out.splitlines()]

    return ask


def test_a_line_begins_with_a_command_or_a_path(ask) -> None:  # noqa: ANN001
    assert ask("") == ["file,", *COMMANDS]
    assert ask("insp") == ["file,insp", "inspect"]
    assert {"--version", "--select", "--config"} <= set(ask("--"))
    assert ask("check", "jo") == ["file,jo"]
    assert ask("baseline", "cr") == ["create"]


def test_rules_are_offered_where_rules_are_taken(ask) -> None:  # noqa: ANN001
    codes = sorted(code for code in shipped_rules().entries if code.startswith("PAY0"))
    for command in (("check", "--select"), ("jobs", "--ignore"), ("--extend-select",)):
        assert ask(*command, "PAY0") == codes
    assert ask("check", "--select", "pay0") == codes
    assert ask("check", "--select", "TTL,pay0") == [f"TTL,{code}" for code in codes]
    assert "missing-pay" in ask("check", "--select", "missing-")
    assert {"ALL", "strict", "PAY001"} <= set(ask("check", "--select", ""))
    assert "missing-pay" not in ask("check", "--select", "")
    assert ask("rule", "missing-pay-") == ["file,missing-pay-", "missing-pay-unit"]


def test_other_values_are_offered_too(ask) -> None:  # noqa: ANN001
    assert ask("--output-format", "js") == ["json", "jsonl"]
    assert ask("check", "--config", "ignore") == ["file,ignore", "ignore=", "ignore-findings="]
    assert ask("rule", "--severity", "e") == ["error"]


def test_rules_of_the_house_are_offered_and_broken_settings_do_no_harm(ask, folder: Path) -> None:  # noqa: ANN001
    rule = "code: HSE001\nname: house\nkind: terms\nseverity: info\nsummary: x\nmessage: x\nterms: [{forms: [x]}]\n"
    (folder / "house.yaml").write_text(rule, encoding="utf-8")
    (folder / ".jdlint.yaml").write_text("rule-paths: [house.yaml]", encoding="utf-8")
    assert ask("--select", "HS") == ["HSE", "HSE001"]
    (folder / ".jdlint.yaml").write_text("rule-paths: [", encoding="utf-8")
    assert ask("--select", "HS") == []
    assert "PAY001" in ask("--select", "PAY")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_names_the_variable_that_is_heeded(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert f"_JDLINT_COMPLETE={shell}_complete" in capsys.readouterr().out


def test_an_unknown_shell_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_with_the_script(folder: Path) -> None:
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    program = bin_folder / "jdlint"
    program.write_text(f"#!{sys.executable}\nimport sys\nfrom jdlint.cli.main import main\nsys.exit(main())\n", encoding="utf-8")
    program.chmod(0o755)
    line = "COMP_WORDS=(jdlint check --select PAY00); COMP_CWORD=3"
    script = f'eval "$(jdlint completion bash)"; {line}; _jdlint_completion jdlint; echo ${{COMPREPLY[@]}}'
    env = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True, cwd=folder, env=env)
    assert done.stdout.split() == sorted(code for code in shipped_rules().entries if code.startswith("PAY00"))


def test_completing_reads_no_yaml(folder: Path) -> None:
    shipped_rules()  # compiled
    code = "import sys; from jdlint.cli.main import main; main([]); print(*sys.modules, file=sys.stderr)"
    env = {**os.environ, "_JDLINT_COMPLETE": "zsh_complete", "COMP_WORDS": "jdlint --select PAY", "COMP_CWORD": "2"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder, env=env)
    assert "PAY001" in done.stdout
    assert not {"yaml", "pyromark", "jdlint.engine.lint", "jdlint.engine.run"} & set(done.stderr.split())
