"""`ignore-findings`: a finding stays accepted when lines move and wherever jdlint is called, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint.cli.main import main

POSTING = "# Shop assistant\n\nYou are one of our guys.\n\nThe foreman is a salesman.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "jobs" / "uk").mkdir(parents=True)
    (tmp_path / "jobs" / "uk" / "a.md").write_text(POSTING, encoding="utf-8")
    return tmp_path


def found(folder: Path, path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Fingerprints by the words that are found."""
    monkeypatch.chdir(folder)
    main(["check", "--select", "INC102", "--exit-zero", "--output-format", "json", path])
    report = json.loads(capsys.readouterr().out)
    return {f["match"]: f["fingerprint"] for file in report["files"] for f in file["findings"]}


@pytest.mark.parametrize(("folder", "path"), [(".", "jobs/uk/a.md"), (".", "./jobs/uk/a.md"), ("jobs", "uk/a.md"), ("jobs/uk", "a.md")])
def test_an_accepted_finding_stays_accepted(
    root: Path, folder: str, path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = found(root / folder, path, monkeypatch, capsys)
    assert "salesman" in first
    (root / ".jdlint.yaml").write_text(f"ignore-findings: [{first['salesman']}]", encoding="utf-8")
    (root / "jobs" / "uk" / "a.md").write_text(POSTING.replace("\n\n", "\n\n\n\n"), encoding="utf-8")
    for place, name in ((".", "jobs/uk/a.md"), ("jobs", "uk/a.md"), ("jobs/uk", "a.md"), ("jobs/uk", str(root / "jobs/uk/a.md"))):
        assert set(found(root / place, name, monkeypatch, capsys)) == set(first) - {"salesman"}


def test_the_same_words_elsewhere_are_another_finding(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = found(root, "jobs/uk/a.md", monkeypatch, capsys)
    (root / ".jdlint.yaml").write_text(f"ignore-findings: [{first['salesman']}]", encoding="utf-8")
    (root / "jobs" / "b.md").write_text(POSTING, encoding="utf-8")
    assert "salesman" in found(root, "jobs/b.md", monkeypatch, capsys)
    (root / "jobs" / "uk" / "a.md").write_text(POSTING.replace("is a salesman", "was no salesman"), encoding="utf-8")
    assert "salesman" in found(root, "jobs/uk/a.md", monkeypatch, capsys)
