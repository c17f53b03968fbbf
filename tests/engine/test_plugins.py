"""Packages of rules: found by their entry point when the settings list them, read as data, never run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdlint.cli.main import main
from jdlint.engine import plugins

RULE = """\
code: ACM001
name: acme-hat
kind: terms
severity: warning
summary: Hats.
message: "`{match}` is no skill"
terms: [{id: hat, forms: [hat person]}]
"""


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    site = tmp_path / "site"
    (site / "acme_jobs" / "rules").mkdir(parents=True)
    (site / "acme_jobs" / "__init__.py").write_text("raise RuntimeError('this code must not run')", encoding="utf-8")
    (site / "acme_jobs" / "rules" / "hat.yaml").write_text(RULE, encoding="utf-8")
    (site / "acme_jobs-1.0.dist-info").mkdir()
    (site / "acme_jobs-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-jobs\nVersion: 1.0\n", encoding="utf-8")
    points = "[jdlint.rules]\nacme = acme_jobs.rules\nlost = acme_jobs.nothing\n"
    (site / "acme_jobs-1.0.dist-info" / "entry_points.txt").write_text(points, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text("# Cook\n\nWe look for a hat person.\n", encoding="utf-8")
    plugins._offered.cache_clear()
    yield tmp_path
    plugins._offered.cache_clear()


def settings(text: str) -> None:
    Path(".jdlint.yaml").write_text(text, encoding="utf-8")


def test_a_listed_package_brings_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    settings("plugins: [acme]\nselect: [ACM]\nfail-on: warning")
    assert main(["check", "a.md", "--output-format", "concise", "--quiet"]) == 1
    assert "ACM001 acme-hat: `hat person` is no skill" in capsys.readouterr().out
    assert "acme_jobs" not in sys.modules


def test_one_that_is_not_listed_brings_none(capsys: pytest.CaptureFixture[str]) -> None:
    settings("select: [ACM]")
    assert main(["check", "a.md"]) == 2
    assert '.jdlint.yaml:1:10: no rule, prefix or profile "ACM"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("plugins: [acmee]", '.jdlint.yaml:1:11: no installed package offers rules as "acmee"; did you mean "acme"?\n'),
        ("plugins: lost", '.jdlint.yaml:1:10: the package behind "lost" has no folder "acme_jobs.nothing" to hold rules\n'),
        ("plugins: 3", ".jdlint.yaml:1:10: expected a text\n"),
    ],
)
def test_mistakes_are_named(text: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings(text)
    assert main(["check", "a.md"]) == 2
    assert capsys.readouterr().err == f"error: {message}"
