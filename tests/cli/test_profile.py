"""`--profile`: where the time went, and a run that is none the worse for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint.cli.main import main
from jdlint.engine.profile import Part, Profile
from jdlint.posting.posting import Posting

EXAMPLES = str(Path(__file__).parents[2] / "examples" / "bad")
COMMAND = ["check", "--isolated", "--as-of", "2026-01-15", "--output-format", "concise", EXAMPLES]


def test_the_findings_are_the_same_and_the_time_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    before = vars(Posting)["title"].func
    code = main(COMMAND)
    plain = capsys.readouterr()
    assert main([*COMMAND, "--profile"]) == code
    profiled = capsys.readouterr()
    assert profiled.out == plain.out
    assert "all rules" in profiled.err
    assert "stage reading" in profiled.err
    assert vars(Posting)["title"].func is before


def test_the_file_holds_every_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([*COMMAND, "--profile-json", str(tmp_path / "p.json")])
    assert not capsys.readouterr().err
    data = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    postings = [p for p in Path(EXAMPLES).iterdir() if p.suffix != ".out"]
    assert (data["schema"], data["files"]) == ("jdlint-profile/1", len(postings))
    parts = [Part(**row) for row in data["parts"]]
    assert {p.kind for p in parts} == {"stage", "fact", "rule"}
    assert all(p.calls > 0 and p.seconds >= 0 for p in parts)
    assert sum(p.seconds for p in parts) == pytest.approx(data["seconds"])
    assert any(p.name.startswith("PAY001 ") for p in parts)


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMAND, "--profile-json", str(tmp_path / "no" / "p.json")]) == 2
    assert "can't be written" in capsys.readouterr().err


def test_time_is_charged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("jdlint.engine.profile.time.perf_counter", lambda: now[0])
    profile = Profile()
    now[0] = 1
    with profile.part("rule", "outer"):
        now[0] = 3
        with profile.part("fact", "inner"):
            now[0] = 7
        with profile.part("fact", "inner"):
            now[0] = 8
    assert [(p.name, p.seconds, p.calls) for p in profile.parts()] == [("inner", 5, 2), ("outer", 2, 1), ("other", 1, 1)]
