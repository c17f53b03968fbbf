"""Which files a command's paths stand for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.config.model import Settings
from jdlint.engine.discover import Search, discover

Find = Callable[..., list[str]]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    monkeypatch.chdir(tmp_path)
    for name in (
        "jobs/cook.md", "jobs/nurse.html", "jobs/logo.png", "jobs/.hidden.md", "jobs/uk/teacher.md", "jobs/uk/old/porter.md",
        "jobs/node_modules/x/readme.md", "jobs/.cache/info.md", "jobs/[draft] cleaner.md", "notes.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")

    def run(*paths: str, force: bool = False, **settings: object) -> list[str]:
        fixed = Settings(root=tmp_path, **settings)  # type: ignore[arg-type]
        search = Search(lambda name: name.endswith((".md", ".html")), lambda _: fixed, force)
        return [t.path + (f" ({t.problem})" if t.problem else "" if t.named else " (found)") for t in discover(paths, search)]

    return run


def test_a_folder_is_searched_for_what_can_be_read_and_hidden_ones_are_not(found: Find) -> None:
    assert found("jobs") == [
        "jobs/[draft] cleaner.md (found)", "jobs/cook.md (found)", "jobs/nurse.html (found)", "jobs/uk/teacher.md (found)",
        "jobs/uk/old/porter.md (found)",
    ]  # fmt: skip


def test_the_working_folder_gives_short_paths(found: Find) -> None:
    assert "jobs/cook.md (found)" in found(".")
    assert "jobs/cook.md (found)" in found("./jobs/")


def test_a_named_file_is_read_whatever_its_name(found: Find) -> None:
    assert found("jobs/logo.png", "jobs/.hidden.md") == ["jobs/logo.png", "jobs/.hidden.md"]


def test_a_pattern_is_expanded_and_its_files_count_as_named(found: Find) -> None:
    assert found("jobs/*.md") == ["jobs/[draft] cleaner.md", "jobs/cook.md"]
    assert found("jobs/**/t*.md") == ["jobs/uk/teacher.md"]
    assert found("jobs/*.docx") == ["jobs/*.docx (no file matches)"]


def test_a_name_with_the_signs_of_a_pattern_is_a_name_where_it_exists(found: Find) -> None:
    assert found("jobs/[draft] cleaner.md") == ["jobs/[draft] cleaner.md"]


def test_what_is_missing_is_told_and_the_rest_goes_on(found: Find) -> None:
    assert found("nope.md", "notes.md") == ["nope.md (no such file or folder)", "notes.md"]
    address = "https://jobs.example/cook"
    assert found(address) == [f"{address} (no connection is opened; save the page, and check the file)"]


def test_a_file_that_two_arguments_name_is_read_once(found: Find) -> None:
    assert found("jobs/uk/teacher.md", "jobs/uk", "./jobs/uk/teacher.md") == ["jobs/uk/teacher.md", "jobs/uk/old/porter.md (found)"]


def test_exclusions_hold_in_folders_and_for_named_files_when_forced(found: Find) -> None:
    excluded = {"exclude": ("old/", "*.html")}
    assert found("jobs/uk", **excluded) == ["jobs/uk/teacher.md (found)"]
    assert found("jobs/nurse.html", **excluded) == ["jobs/nurse.html"]
    assert found("jobs/nurse.html", "jobs/uk/old/porter.md", "notes.md", force=True, **excluded) == ["notes.md"]


def test_include_narrows_a_folder_and_can_name_other_endings(found: Find) -> None:
    assert found("jobs", include=("jobs/uk/**",)) == ["jobs/uk/teacher.md (found)", "jobs/uk/old/porter.md (found)"]
    assert found("jobs", include=("*.png",)) == ["jobs/logo.png (found)"]


def test_what_git_ignores_is_left_out_unless_it_is_named(found: Find, tmp_path: Path) -> None:
    (tmp_path / "jobs/.gitignore").write_text("*.html\n/uk/old/\n!nurse.html\n", encoding="utf-8")
    (tmp_path / "jobs/uk/.gitignore").write_text("teach*\n", encoding="utf-8")
    assert "jobs/uk/teacher.md (found)" in found("jobs")  # no repository
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("\\[draft*\n", encoding="utf-8")
    assert found("jobs") == ["jobs/cook.md (found)", "jobs/nurse.html (found)"]
    assert found("jobs/uk/old", "jobs/uk/teacher.md") == ["jobs/uk/old/porter.md (found)", "jobs/uk/teacher.md"]


def test_a_dangling_link_and_an_unreadable_folder_are_told(found: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    assert found("gone.md") == ["gone.md"]  # the system says why when it is opened

    def walk(top: str, onerror: Callable[[OSError], None]) -> list[object]:
        onerror(PermissionError(13, "Permission denied", top))
        return []

    monkeypatch.setattr("jdlint.engine.discover.os.walk", walk)
    assert found("jobs") == ["jobs (can't be read: permission denied)"]
