"""`jdlint new` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.cli.main import main

_NURSE = ["new", "staff nurse", "--place", "Leeds", "--country", "gb"]


def test_it_prints_a_posting_for_the_role(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_NURSE) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Staff nurse\n\n- **Company:** [company name]\n- **Location:** Leeds, United Kingdom\n")
    assert "£[lowest amount] to £[highest amount] a year" in out
    assert "## The physical side" in out  # a nurse lifts
    assert "background check" in out  # and works with patients


def test_roles_differ(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "Backend developer", "--place", "Denver, CO", "--country", "us"])
    out = capsys.readouterr().out
    assert "The tools are [list" in out
    assert "physical side" not in out
    main(["new", "Delivery driver", "--place", "Galway", "--country", "ie", "--per", "hour", "--kind", "part-time"])
    out = capsys.readouterr().out
    assert "[Describe the driving licence" in out
    assert "€[highest amount] an hour" in out
    assert "Part-time" in out


@pytest.mark.parametrize(("name", "start"), [("a.html", "<!DOCTYPE html>"), ("a.txt", "Job title: Staff nurse"), ("a", "# Staff nurse")])
def test_the_ending_tells_the_form(name: str, start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / name
    assert main([*_NURSE, "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith(start)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"jdlint check {file}" in printed.err


def test_a_file_is_overwritten_only_by_force(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "nurse.md"
    file.write_text("mine", encoding="utf-8")
    assert main([*_NURSE, "-o", str(file)]) == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert capsys.readouterr().err == f"error: {file} is there already; --force overwrites it\n"
    assert main([*_NURSE, "-o", str(file), "--force"]) == 0
    assert file.read_text(encoding="utf-8").startswith("# Staff nurse")
    assert main([*_NURSE, "-o", str(tmp_path / "no" / "nurse.md")]) == 2
    assert f"can't be written: there is no folder {tmp_path / 'no'}" in capsys.readouterr().err


def test_what_can_not_be_used_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Cook", "--place", "Leeds", "--country", "irland"]) == 2
    assert capsys.readouterr().err.startswith('error: unknown country "irland"; did you mean "Ireland"')
    assert main(["new", " ", "--place", "Leeds", "--country", "gb"]) == 2
    assert capsys.readouterr().err.startswith("error: ROLE is empty")
