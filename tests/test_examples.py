"""The postings in examples/: silent on the good ones, and on the bad ones exactly what stands beside them.

`JDLINT_UPDATE=1 pytest tests/test_examples.py` writes the expected output anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jdlint.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
GOOD = sorted((ROOT / "examples" / "good").iterdir())
BAD = sorted(p for p in (ROOT / "examples" / "bad").iterdir() if p.suffix != ".out")


def check(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code and concise output, as seen from the project's top folder."""
    name = path.relative_to(ROOT).as_posix()
    code = main(["check", "--isolated", "--as-of", "2026-11-21", "--output-format", "concise", name])
    return code, capsys.readouterr().out


@pytest.fixture(autouse=True)
def at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_there_are_twins_of_six_postings() -> None:
    assert len(GOOD) >= 6
    assert [p.name for p in GOOD] == [p.name for p in BAD]


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.name)
def test_good_postings_are_silent(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(path, capsys) == (0, "No findings in 1 posting.\n")


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.name)
def test_bad_postings_have_the_expected_findings(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, output = check(path, capsys)
    expected = path.with_name(path.name + ".out")
    if os.environ.get("JDLINT_UPDATE"):
        expected.write_text(output, encoding="utf-8")
    assert code == 1
    assert output == expected.read_text(encoding="utf-8")
