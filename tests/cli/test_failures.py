"""What the commands say where a file can't be written, read or judged: one line each, and exit code 2."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main
from jdlint.engine.timing import OutOfTimeError

POSTING = "# Salesman\n\n## Duties\n\n- Sell boats\n\n## Requirements\n\n- Likes boats\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JDLINT_TRACEBACK", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(POSTING, encoding="utf-8")
    (tmp_path / "b.md").write_text(POSTING, encoding="utf-8")
    return tmp_path


def full(*_: object, **__: object) -> Any:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OutOfTimeError(30), "took longer than 30 seconds and was given up"),
        (LookupError("no\nkey"), "something went wrong inside jdlint (LookupError: no key); please report it"),
    ],
)
def test_a_posting_that_inspect_fails_on_costs_no_other(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from jdlint.engine import inspection

    real = inspection.inspect

    def fail(posting: Any, path: str) -> Any:
        if path == "a.md":
            raise error
        return real(posting, path)

    monkeypatch.setattr(inspection, "inspect", fail)
    assert main(["inspect", "--output-format", "json", "a.md", "b.md", "b.md"]) == 2
    out, err = capsys.readouterr()
    assert {entry["path"] for entry in json.loads(out)["files"]} == {"b.md"}
    assert err.startswith(f"error: a.md: {told}")
    assert err.count("\n") == 1


def test_what_the_cache_will_not_part_with_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("JDLINT_NO_CACHE")
    assert main(["check", "-q", "--isolated", "--exit-zero", "--cache-dir", "kept", "a.md"]) == 0
    capsys.readouterr()
    (entry,) = (folder / "kept").rglob("*.json")
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:  # as pathlib has it
        if path.name == entry.name:
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert main(["clean", "--cache-dir", "kept"]) == 2
    assert capsys.readouterr().err == "error: kept: can't be removed: permission denied\n"
    assert entry.exists()


def test_a_posting_that_is_write_protected_is_left_and_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = POSTING + "\nWe train you in order to help you , and pay well.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    assert main(["check", "--isolated", "--fix", "--unsafe-fixes", "--exit-zero", "a.md"]) == 2
    assert "error: a.md: can't be written: it is write-protected\n" in capsys.readouterr().err
    assert (folder / "a.md").read_text(encoding="utf-8") == text


def test_a_folder_in_which_nothing_may_be_written_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import tempfile

    def refuse(**_: object) -> Any:
        raise PermissionError(13, "Permission denied", str(folder))

    (folder / "a.md").write_text(POSTING + "\nWe train you in order to help you , and pay well.\n", encoding="utf-8")
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert main(["check", "--isolated", "--fix", "--exit-zero", "a.md"]) == 2
    assert f"error: a.md: can't be written: no file may be made in its folder {folder}, " in capsys.readouterr().err


def test_a_baseline_that_finds_no_room_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from jdlint.cli.output import Draft

    monkeypatch.setattr(Draft, "write", full)
    assert main(["baseline", "create", "a.md"]) == 2
    assert capsys.readouterr().err.endswith("error: .jdlint-baseline.json can't be written: no space left on device\n")
    assert sorted(p.name for p in folder.iterdir()) == [".git", "a.md", "b.md"]


def test_a_report_in_a_file_that_finds_no_room_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from jdlint.cli.output import Draft

    monkeypatch.setattr(Draft, "write", full)
    assert main(["check", "-q", "--isolated", "--output-file", "report.json", "--output-format", "json", "a.md"]) == 2
    assert capsys.readouterr().err == "error: report.json can't be written: no space left on device\n"


def test_a_rule_that_crashes_is_no_entry_of_a_baseline(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from jdlint.rules.kinds import section

    def fail(*_: object) -> Iterator[None]:
        yield full()

    monkeypatch.setattr(section, "hits", fail)
    main(["baseline", "create", "a.md"])
    assert "error: a.md: the rule " in capsys.readouterr().err
    assert "LNT900" not in (folder / ".jdlint-baseline.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("as-of: 2026-13-01\n", "error: .jdlint.yaml:1:8: not a valid value: month must be in 1..12\n"),
        ("extends: [pyproject.toml]\n", '"pyproject.toml" holds no settings for jdlint'),
        ("export: {company: Tide Yard}\n", "export has no"),
    ],
)
def test_settings_that_cannot_be_used(folder: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    (folder / ".jdlint.yaml").write_text(text, encoding="utf-8")
    assert main(["check", "-q", "a.md"]) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_a_search_passes_over_is_told_with_the_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".jdlint.yaml").write_text("include: ['jobs/*.md']\n", encoding="utf-8")
    assert main(["config", "a.md"]) == 0
    assert "Passed over unless it is named: none of the patterns in include fits" in capsys.readouterr().out


def test_findings_are_counted_in_the_full_report_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--isolated", "--statistics", "--output-format", "full", "--select", "TTL", "a.md", "b.md"]) == 1
    assert "2  TTL002  gendered-title" in capsys.readouterr().out
    (folder / "a.md").write_text("# Cook\n\nYou cook.\n", encoding="utf-8")
    assert main(["check", "-q", "--isolated", "--statistics", "--output-format", "full", "--select", "TTL", "a.md"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            ["--add-ignore", "agreed in May", "a.md"],
            'the reason goes after a "=": --add-ignore="agreed in May" (there is no file or folder',
        ),
        (["--no-cache", "--cache-dir", "kept", "a.md"], "--no-cache and --cache-dir exclude each other"),
    ],
)
def test_options_that_do_not_mean_what_they_seem_to_are_told(
    folder: Path, line: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *line]) == 2
    assert told in capsys.readouterr().err
    assert (folder / "a.md").read_text(encoding="utf-8") == POSTING


def test_a_file_whose_name_begins_like_an_option_is_told_from_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "-draft.md").write_text(POSTING, encoding="utf-8")
    assert main(["check", "--isolated", "-draft.md"]) == 2
    assert capsys.readouterr().err.startswith('error: "-draft.md" is read as an option; write ./-draft.md for the file\n')
    assert main(["check", "-draught.md"]) == 2
    assert "No such option" in capsys.readouterr().err
    assert main(["check", "--isolated", "--exit-zero", "./-draft.md"]) == 0
    assert main(["check", "--isolated", "--exit-zero", "--", "-draft.md"]) == 0


@pytest.mark.parametrize("word", ["a.md", "[ab].md"])
def test_a_path_after_add_ignore_stays_a_path(folder: Path, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--isolated", "--select", "TTL002", "--add-ignore", word]) == 0
    assert "Hid" in capsys.readouterr().err
    assert "ignore[TTL002]" in (folder / "a.md").read_text(encoding="utf-8")


def test_a_cache_folder_on_the_line_beats_the_variable_against_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDLINT_NO_CACHE", "1")
    assert main(["check", "-q", "--isolated", "--exit-zero", "a.md"]) == 0
    assert main(["check", "-q", "--isolated", "--exit-zero", "--cache-dir", "kept", "a.md"]) == 0
    assert list((folder / "kept").rglob("*.json"))
