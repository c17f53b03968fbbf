"""Patterns for paths follow the rules of .gitignore, seen from the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.config.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "jobs/a.md", True),
        ("jobs/*.md", "jobs/a.md", True),
        ("jobs/*.md", "jobs/uk/a.md", False),
        ("jobs/**/*.md", "jobs/uk/a.md", True),
        ("old/", "jobs/old/a.md", True),
        ("/old/", "jobs/old/a.md", False),
        ("drafts", "drafts/a.md", True),
        ("a.md", "b.md", False),
        ("jobs", "../jobs/a.md", True),
    ],
)
def test_matches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, path: str, expected: bool) -> None:
    monkeypatch.chdir(tmp_path)
    assert matches((pattern,), path, tmp_path) is expected


def test_paths_are_seen_from_the_root_wherever_the_call_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jobs").mkdir()
    monkeypatch.chdir(tmp_path / "jobs")
    assert matches(("/jobs/*.md",), "a.md", tmp_path)
    assert not matches((), "a.md", tmp_path)
    assert matches(("*", "!jobs/a.md"), "b.md", tmp_path)
    assert not matches(("*", "!jobs/a.md"), "a.md", tmp_path)
