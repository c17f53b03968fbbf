"""Plain lines of `check`, which are read without click: they ask for just what click reads from them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.cli.check import check
from jdlint.cli.checking import Asked
from jdlint.cli.plain import plain_check

PARTS = ["--isolated", "--no-cache", "-q", "--quiet", "--force-exclude", "--exit-zero", "--score", "--statistics", "a.md", "jobs/", "-", "",
         "--output-format=json", "--output-format=", "--output-format", "jsonl", "full", "--output-format=nope", "--fix", "--", "-h", "-qq",
         "--jobs", "2", "--select=ALL", "--isolated=yes", "=", "a=b", "--watch"]  # fmt: skip


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("JDLINT_"):
            monkeypatch.delenv(name)


@given(st.lists(st.sampled_from(PARTS), max_size=6))
def test_plain_lines_are_read_as_click_reads_them(line: list[str]) -> None:
    asked = plain_check(["check", *line])
    if asked is None:
        return
    with check.make_context("check", list(line)) as context:
        params = context.params
    assert params.pop("watch") is False
    assert asked == Asked(**params)


@pytest.mark.parametrize("line", [["--fix", "a.md"], ["--", "a.md"], ["--output-format"], ["--output-format=x"], ["-qq"], ["--help"]])
def test_other_lines_are_left_to_click(line: list[str]) -> None:
    assert plain_check(["check", *line]) is None
    assert plain_check(["rule", "PAY001"]) is None
    assert plain_check([]) is None


def test_variables_are_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain_check(["check", "a.md"]) is not None
    monkeypatch.setenv("JDLINT_CACHE_DIR", "/somewhere")
    assert plain_check(["check", "a.md"]) is not None
    monkeypatch.setenv("JDLINT_FAIL_ON", "info")
    assert plain_check(["check", "a.md"]) is None


def test_an_odd_encoding_loses_no_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Chef de cuisine – Zürich\n", encoding="utf-8")
    for encoding in ("ascii", "latin-1", "utf-8"):
        environment = os.environ | {"PYTHONIOENCODING": encoding}
        command = [sys.executable, "-m", "jdlint", "check", "--isolated", "--exit-zero", "a.md"]
        done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, env=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"a.md:1" in done.stdout
