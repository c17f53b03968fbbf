"""Postings held against each other: order, suppression, processes, the cache, the baseline, and how much is compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main
from jdlint.engine import together as module
from jdlint.engine.finding import Finding
from jdlint.engine.together import Together
from jdlint.text.sketch import alike, bands, packed, shingles, unpacked
from jdlint.text.spans import Span

POSTING = """# Barista

Location: Leeds, UK

Pay: £12.80 an hour

## Your work

- Open the shop at six and grind the first coffee
- Serve some two hundred guests a morning
- Keep the machine and the counter clean

## What you bring

- Six months behind a coffee machine, or the wish to learn it in our two-week course
- A friendly word before eight in the morning
"""
AS_OF = ("--isolated", "--as-of", "2026-01-15", "--select", "SET,LNT", "--fail-on", "warning")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(POSTING, encoding="utf-8")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *options: str) -> list[tuple[str, str, str]]:
    main(["check", *AS_OF, "--output-format", "json", *options, "."])
    files = json.loads(capsys.readouterr().out)["files"]
    return [(file["path"], f["code"], f["related"][0]["path"]) for file in files for f in file["findings"]]


@pytest.mark.usefixtures("folder")
def test_a_copy_names_the_one_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys) == [("b.md", "SET001", "a.md"), ("c.md", "SET001", "a.md")]
    assert main(["check", *AS_OF, "."]) == 1
    out = capsys.readouterr().out
    assert "This says nearly the same as a.md" in out
    assert "see a.md:1: the other one" in out
    assert main(["check", *AS_OF, "b.md"]) == 0


def test_processes_and_the_cache_change_nothing(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(20):
        (folder / f"d{n:02}.md").write_text(POSTING.replace("Barista", f"Clerk {n % 5}x"), encoding="utf-8")
    one = found(capsys)
    assert len(one) == 17
    assert found(capsys, "--jobs", "2") == one
    monkeypatch.delenv("JDLINT_NO_CACHE")
    cached = ("--cache-dir", str(folder / ".kept"))
    assert found(capsys, *cached) == one
    monkeypatch.setattr("jdlint.engine.files.Files.parse", None)
    assert found(capsys, *cached) == one


@pytest.mark.usefixtures("folder")
def test_every_report_can_name_another_file(capsys: pytest.CaptureFixture[str]) -> None:
    from jdlint.report import FORMATS

    for name in FORMATS:
        assert main(["check", *AS_OF, "--output-format", name, "."]) == 1, name
        assert "a.md" in capsys.readouterr().out, name


def test_a_comment_in_the_later_posting_hides_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.md").write_text(f"<!-- jdlint: ignore[SET001] two shops -->\n{POSTING}", encoding="utf-8")
    assert found(capsys) == [("c.md", "SET001", "a.md")]


def test_a_baseline_hides_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".jdlint.yaml").write_text("select: [SET]\nbaseline: known.json\n", encoding="utf-8")
    assert main(["baseline", "create", "."]) == 0
    assert main(["check", "--as-of", "2026-01-15", "--fail-on", "warning", "."]) == 0
    assert "Hidden by the baseline: 2 findings" in capsys.readouterr().out


def test_the_same_posting_in_two_formats_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.md").rename(folder / "a.txt")
    (folder / "c.md").unlink()
    assert found(capsys) == []


def waiting(path: str, text: str, **said: Any) -> Finding:
    sketch = f"{said!r}\n{text}"
    return Finding("SET001", "x", "warning", "high", "like {other}", path, Span(0, 1), 1, 1, 1, 2, "x", None, "", "", sketch=sketch)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_rows_of_a_table_are_held_against_each_other_and_against_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    monkeypatch.chdir(tmp_path)
    row = json.dumps({"id": 1, "title": "Barista", "location": "Leeds, UK", "description": POSTING})
    other = json.dumps(
        {"id": 2, "title": "Waiter", "location": "York, UK", "description": "You bring food to the tables of our guests. " * 9}
    )
    (tmp_path / "a.jsonl").write_text(f"{row}\n{other}\n{row.replace('1', '3', 1)}\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f"{row}\n", encoding="utf-8")
    assert main(["check", *AS_OF, "--jobs", jobs, "--output-format", "json", "a.jsonl", "b.jsonl"]) == 1
    files = json.loads(capsys.readouterr().out)["files"]
    told = [(f["path"], x["row"], x["code"], x["message"], x["related"]) for f in files for x in f["findings"]]
    ((path, number, code, message, (related,)),) = told
    assert (path, number, code, related["line"]) == ("a.jsonl", 3, "SET001", 1)
    assert "path" not in related
    assert "nearly the same as row 1, for the same title" in message
    assert related["message"] == "the other one, row 1"


def test_of_tables_only_the_last_one_is_kept() -> None:
    together = Together()
    for path in ("a.csv", "b.csv"):
        together.findings(path, (), 2)
    assert together._table is not None
    assert together._table[0] == "b.csv"


def test_only_so_much_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(*_: Any) -> float:
        nonlocal compared
        compared += 1
        return 0.0

    monkeypatch.setattr(module, "alike", counted)
    words = " ".join(f"w{n}" for n in range(300))
    whole = Together()
    for n in range(400):
        assert not whole.findings(f"{n}.md", [waiting(f"{n}.md", **{"is": "duplicate"}, job=["x"], like=0.5, posted="", text=words)])
    assert compared <= 400 * module._MOST


def test_a_wording_is_told_once() -> None:
    base = [f"w{n}" for n in range(60)]
    other = [*base[:30], "new", *base[31:]]
    whole, told = Together(), []
    for n, words in enumerate((base, base, other, other, base, other)):
        text = packed(shingles([words], 3))
        told += whole.findings(f"{n}.md", [waiting(f"{n}.md", **{"is": "boilerplate"}, like=0.6, text=text)])
    assert [(f.path, f.related[0].path) for f in told] == [("2.md", "0.md")]


def test_sketches_tell_how_much_texts_share() -> None:
    words = [f"w{n}" for n in range(200)]
    one, two = shingles([words], 4), shingles([[*words[:190], *(f"x{n}" for n in range(10))]], 4)
    assert alike(one, one) == 1
    assert 0.85 < alike(one, two) < 0.95
    assert set(bands(one)) & set(bands(two))
    assert not set(bands(one)) & set(bands(shingles([[f"y{n}" for n in range(200)]], 4)))
    assert unpacked(packed(one)) == one
    assert alike(shingles([], 4), shingles([], 4)) == 0
