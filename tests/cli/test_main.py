"""The entry point: what it imports, and what becomes of interrupts and faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.cli import main as module
from jdlint.cli.main import main

HEAVY = {
    "spacy", "thinc", "numpy", "textstat", "nltk", "language_tool_python", "asyncio", "multiprocessing", "importlib.metadata",
    "pathspec", "tempfile", "shutil", "difflib", "random", "lzma", "subprocess", "socket", "ssl", "http.client",
    "email", "jsonschema", "re2", "tomllib", "typing", "threading", "weakref", "html.entities",
}  # fmt: skip
POSTING = "# Cook\n\n## Duties\n\n- Cook\n- Clean\n\n## Requirements\n\n- Two years as a cook\n\n## To apply\n\nWrite to a@b.example.\n"


def modules(folder: Path, *arguments: str) -> set[str]:
    """The modules that a call imports."""
    code = "import sys; from jdlint.cli.main import main; main(sys.argv[1:]); print('\\n' + '\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=folder)
    return set(done.stderr.split())


def bare() -> set[str]:
    done = subprocess.run([sys.executable, "-c", "import sys, click; print(*sys.modules)"], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_nothing_but_click(tmp_path: Path, option: str) -> None:
    found = modules(tmp_path, option)
    assert {m for m in found if m.startswith("jdlint")} == {
        "jdlint",
        "jdlint.hints",
        "jdlint.cli",
        "jdlint.cli.main",
        "jdlint.cli.plain",
        "jdlint.cli.group",
    }
    assert "yaml" not in found


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a posting, and no variable that speaks to jdlint."""
    for name in list(os.environ):
        if name.startswith("JDLINT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "a.md").write_text(f"---\ntitle: Cook\n---\n{POSTING}", encoding="utf-8")
    return tmp_path


@pytest.mark.unmeasured
def test_checking_a_posting_imports_nothing_heavy(plain: Path) -> None:
    modules(plain, "check", "--isolated", "--exit-zero", "--no-cache", "a.md")  # the first run compiles the rules
    found = modules(plain, "check", "--isolated", "--exit-zero", "--no-cache", "a.md")
    assert "jdlint.engine.lint" in found
    assert not found & (HEAVY | {"click", "yaml"})
    others = {m for m in found - bare() if not m.startswith(("jdlint", "pyromark"))}
    assert len(others) < 25, sorted(others)
    assert len(found) < 285, sorted(found)


@pytest.mark.unmeasured
def test_an_unchanged_posting_imports_next_to_nothing(plain: Path) -> None:
    modules(plain, "check", "--isolated", "--exit-zero", "a.md")
    found = modules(plain, "check", "--isolated", "--exit-zero", "a.md")
    assert "jdlint.engine.cache" in found
    assert not found & (HEAVY | {"click", "yaml", "pyromark", "dataclasses", "hashlib", "html.entities"})
    for name in ("jdlint.posting.posting", "jdlint.rules.ruleset", "jdlint.readers.markdown", "jdlint.engine.lint", "jdlint.config.decode"):
        assert name not in found
    assert len(found) < 138, sorted(found)


@pytest.mark.unmeasured
def test_looking_a_rule_up_imports_nothing_that_judges(plain: Path) -> None:
    modules(plain, "rule", "PAY001")
    found = modules(plain, "rule", "PAY001")
    assert not found & {
        "jdlint.posting.posting",
        "jdlint.rules.ruleset",
        "jdlint.engine.files",
        "jdlint.engine.lint",
        "jdlint.engine.result",
        "pyromark",
    }


def test_python_m_jdlint(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "jdlint", "nope.md"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "error: nope.md: no such file or folder\n")


def test_a_fault_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "one\ntwo"
        raise ZeroDivisionError(message)

    monkeypatch.delenv("JDLINT_TRACEBACK", raising=False)
    monkeypatch.setattr(module, "_run", fail)
    assert main([]) == 2
    assert capsys.readouterr().err == "error: something went wrong inside jdlint (ZeroDivisionError: one two); please report it\n"


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_run", interrupt)
    assert main([]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["help"], "Usage: jdlint [OPTIONS] COMMAND"),
        (["help", "law"], "Usage: jdlint law"),
        (["version"], "jdlint 0."),
    ],
)
def test_help_and_version_are_understood_without_their_dashes(
    words: list[str], start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(words)
    assert capsys.readouterr().out.startswith(start)
    (tmp_path / words[0]).write_text(POSTING, encoding="utf-8")  # a file of that name is checked
    assert main([*words[:1], "--isolated", "--exit-zero", "-q"]) == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_leaves_early_causes_no_complaint(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.md").write_text(POSTING, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "check", "--isolated", "--output-format", "json", "."],
        stdout=write, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_terminal_that_cannot_show_a_character_still_gets_the_report(tmp_path: Path) -> None:
    (tmp_path / "jöb.md").write_text(POSTING.replace("Cook", "Köchin"), encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for command in (["inspect"], ["check", "--isolated", "--exit-zero", "--output-format", "json"]):
        done = subprocess.run([sys.executable, "-m", "jdlint", *command, "jöb.md"], capture_output=True, check=False, cwd=tmp_path, env=env)
        assert done.returncode == 0, done.stderr
        assert b"b.md" in done.stdout
