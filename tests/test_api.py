"""The public functions of the package."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import jdlint

POSTING = "# Seller\n\n## Duties\n\n- Sell boats\n"


def test_a_text_is_linted_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".jdlint.yaml").write_text("no: settings are looked for", encoding="utf-8")
    result = jdlint.lint_text(POSTING, select=["STR005"], as_of=date(2026, 1, 15))
    assert (result.path, result.state) == ("posting.md", "linted")
    assert [f.code for f in result.findings] == ["STR005"]
    assert jdlint.lint_text(POSTING, select=["STR"], ignore=["STR"]).findings == ()


def test_the_format_follows_the_name() -> None:
    html = "<h1>Seller</h1><h2>Duties</h2><ul><li>Sell boats</li></ul>"
    (found,) = jdlint.lint_text(html, path="a.html", select=["STR005"]).findings
    assert (found.path, found.line, found.column) == ("a.html", 1, 5)


def test_a_text_that_cannot_be_read_is_a_result() -> None:
    result = jdlint.lint_text(b"\x00\x01\x02", path="a.md")
    assert (result.state, [f.code for f in result.findings]) == ("unreadable", ["LNT001"])


def test_paths_are_linted_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(POSTING, encoding="utf-8")
    results = jdlint.lint_paths([tmp_path / "a.md", tmp_path / "nope.md"], isolated=True, select=["STR005"])
    assert next(results).findings[0].code == "STR005"
    assert next(results).state == "unreadable"
    assert list(results) == []


def test_what_cannot_be_used_raises() -> None:
    with pytest.raises(jdlint.ConfigError, match="select: no rule"):
        jdlint.lint_text(POSTING, select=["NOPE"])
    with pytest.raises(TypeError, match="takes a list"):
        jdlint.lint_text(POSTING, select="STR")
    with pytest.raises(jdlint.ConfigError, match=r"nope\.yaml: no such file"):
        jdlint.lint_text(POSTING, config="nope.yaml")


def test_the_package_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="nope"):
        jdlint.nope  # noqa: B018
