"""Files in, results out: one bad file never costs another its result."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdlint.config.errors import ConfigError
from jdlint.config.lookup import Lookup
from jdlint.engine.files import Files
from jdlint.engine.result import Result, Tally
from jdlint.engine.run import Linter
from jdlint.text.opening import read_file

RULE = """
code: HSE001
name: salesman
kind: terms
severity: warning
summary: A word for men only.
message: "`{match}` names one sex"
terms: [{id: salesman, forms: [salesman]}]
"""
POSTING = "# Seller\n\n## Duties\n\n- Sell boats to a salesman\n\n## Requirements\n\n- Likes boats\n\n## Apply\n\nWrite to a@b.example.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JDLINT_TRACEBACK", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".house").mkdir()
    (tmp_path / ".house" / "HSE001-salesman.yaml").write_text(RULE, encoding="utf-8")
    settings(tmp_path)
    return tmp_path


def settings(folder: Path, more: str = "") -> None:
    (folder / ".jdlint.yaml").write_text(f"select: [HSE]\nrule-paths: [{folder}/.house]\n{more}", encoding="utf-8")


def put(folder: Path, name: str, text: str = POSTING) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def run(*paths: str, **more: object) -> list[Result]:
    return list(Linter(Files(Lookup(), date(2026, 1, 15), **more)).run(paths))  # type: ignore[arg-type]


def shown(results: list[Result]) -> list[tuple[str, str, list[str]]]:
    return [(r.path, r.state, [f.code for f in r.findings]) for r in results]


def test_results_come_in_the_order_of_the_paths(folder: Path) -> None:
    found = run(put(folder, "b.md"), put(folder, "a.md"))
    assert shown(found) == [("b.md", "linted", ["HSE001"]), ("a.md", "linted", ["HSE001"])]
    assert not any(r.failed or r.broken for r in found)  # a warning, and fail-on is error


def test_results_are_given_one_by_one(folder: Path) -> None:
    results = Linter().run([put(folder, "a.md"), "nope.md"])
    assert next(results).path == "a.md"
    put(folder, "nope.md")
    assert next(results).state == "linted"


def test_what_the_system_refuses_to_open_is_a_finding_and_the_rest_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, most: int) -> bytes:
        if path == "locked.md":
            raise PermissionError(13, "Permission denied", path)
        return read_file(path, most)

    monkeypatch.setattr("jdlint.engine.files.read_file", refuse)
    (folder / "loop.md").symlink_to("loop.md")
    found = run(put(folder, "locked.md"), "loop.md", put(folder, "a.md"))
    assert shown(found) == [("locked.md", "unreadable", ["LNT001"]), ("loop.md", "unreadable", ["LNT001"]), ("a.md", "linted", ["HSE001"])]
    assert found[0].reason == "can't be read: permission denied"
    assert found[0].broken
    assert "\n" not in found[1].reason


def test_a_fault_in_a_reader_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint import readers

    read = readers.read

    def fail(data: bytes, path: str) -> object:
        if path == "odd.md":
            message = "two\nlines"
            raise LookupError(message)
        return read(data, path)

    monkeypatch.setattr(readers, "read", fail)
    found = run(put(folder, "odd.md"), put(folder, "a.md"))
    assert shown(found) == [("odd.md", "unreadable", ["LNT001"]), ("a.md", "linted", ["HSE001"])]
    assert "LookupError: two lines" in found[0].reason


def test_a_fault_in_judging_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.engine import judging as module

    lint = module.lint

    def fail(posting: object, *rest: object) -> object:
        if posting.source.path == "odd.md":  # type: ignore[attr-defined]
            raise RecursionError
        return lint(posting, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "lint", fail)
    found = run(put(folder, "odd.md"), put(folder, "a.md"))
    assert shown(found) == [("odd.md", "unreadable", ["LNT900"]), ("a.md", "linted", ["HSE001"])]
    assert found[0].broken


def test_the_nearest_settings_hold_for_each_file(folder: Path) -> None:
    put(folder, "strict/.jdlint.yaml", f"select: [HSE]\nrule-paths: [{folder}/.house]\nseverity: {{HSE001: error}}\nfail-on: info\n")
    found = run(put(folder, "a.md"), put(folder, "strict/a.md"))
    assert [(r.findings[0].severity, r.failed) for r in found] == [("warning", False), ("error", True)]


@pytest.mark.parametrize(("fail_on", "failed"), [("error", False), ("warning", True), ("info", True), ("never", False)])
def test_fail_on(folder: Path, fail_on: str, failed: bool) -> None:
    settings(folder, f"fail-on: {fail_on}")
    tally = Tally()
    assert [r.failed for r in tally.count(run(put(folder, "a.md")))] == [failed]
    assert tally.exit_code == int(failed)


def test_findings_named_by_fingerprint_are_left_out(folder: Path) -> None:
    (found,) = run(put(folder, "a.md"))[0].findings
    settings(folder, f"ignore-findings: [{found.fingerprint}]")
    assert shown(run("a.md")) == [("a.md", "linted", [])]


def test_words_that_the_house_accepts(folder: Path) -> None:
    settings(folder, 'vocabulary: ["Death of a Salesman", boats]')
    put(folder, "a.md", POSTING.replace("to a salesman", "in *Death of\na* **Sales**man").replace("Likes boats", "Is a salesman"))
    (found,) = run("a.md")[0].findings
    assert found.line == 10


def test_own_headings_and_keys_reach_the_posting(folder: Path) -> None:
    settings(folder, "sections: {responsibilities: [Your sea legs]}\nfields: {pay: [heuer]}")
    put(folder, "a.md", "---\nheuer: 30000 EUR\n---\n# Sailor\n\n## Your sea legs\n\n- Sail\n")
    (opened,) = Files().open(["a.md"])
    assert opened.posting is not None
    assert opened.posting.reading.headings == {"your sea legs": "responsibilities"}
    assert opened.posting.reading.fields == {"heuer": "pay"}


def test_settings_that_cannot_be_used_stop_the_run(folder: Path) -> None:
    settings(folder, "ignore: [PAX]")
    with pytest.raises(ConfigError, match=r"\.jdlint\.yaml:3:10: "):
        run(put(folder, "a.md"))


def test_what_can_not_be_read_in_a_folder_is_an_error_and_an_empty_file_is_passed_over(folder: Path) -> None:
    put(folder, "jobs/broken.md", "---\npay: [1\n---\n" + POSTING)
    put(folder, "jobs/empty.md", " \n")
    put(folder, "jobs/good.md")
    tally = Tally()
    found = list(tally.count(run("jobs")))
    assert shown(found) == [
        ("jobs/broken.md", "unreadable", ["LNT001"]), ("jobs/empty.md", "passed-over", []), ("jobs/good.md", "linted", ["HSE001"]),
    ]  # fmt: skip
    assert tally.exit_code == 1
    assert [r.broken for r in run("jobs/broken.md", "jobs/empty.md")] == [True, True]
