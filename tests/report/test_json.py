"""The JSON report keeps the contract to the letter."""

from __future__ import annotations

import json
from typing import Any

import jdlint
from jdlint.engine.result import Result, Tally
from jdlint.report import Look, report
from jdlint.report.json import dump


def render(results: list[Result], **more: Any) -> dict[str, Any]:
    tally = Tally(**more)
    text = "".join(report("json")(tally.count(results), tally, Look()))
    assert text.endswith("}\n")
    data: dict[str, Any] = json.loads(text)
    return data


def test_the_object(results: list[Result]) -> None:
    data = render(results)
    assert list(data) == ["schema", "version", "files", "summary"]
    assert (data["schema"], data["version"]) == ("jdlint/1", jdlint.__version__)
    assert [(f["path"], f["score"], len(f["findings"])) for f in data["files"]] == [
        ("jobs/chef.md", 83, 4), ("jobs/good.md", 100, 0), ("old.md", None, 1),
    ]  # fmt: skip
    assert data["summary"] == {
        "files": 2,
        "findings": {"error": 2, "warning": 1, "info": 2},
        "by_code": {"INC102": 1, "LNG014": 1, "LNT001": 1, "PAY002": 1, "STR001": 1},
        "passed_over": 1,
        "passed_over_files": [{"path": "README.md", "reason": "no duties, no pay"}],
        "suppressed": 0,
        "baselined": 0,
        "stale": 0,
        "fixed": 0,
        "below_min_score": 0,
        "skipped": [{"code": "LNG021", "reason": "needs LanguageTool", "files": 1}],
        "exit": 2,
    }


def test_the_score_has_its_parts(results: list[Result]) -> None:
    chef, _, unread = render(results)["files"]
    assert (chef["score"], chef["grade"]) == (83, "B")
    assert sum(part["points"] for part in chef["score_parts"]) == 83
    assert sum(part["of"] for part in chef["score_parts"]) == 100
    assert (unread["score"], unread["grade"], unread["score_parts"]) == (None, None, [])


def test_a_finding(results: list[Result]) -> None:
    assert render(results)["files"][0]["findings"][1] == {
        "code": "INC102",
        "name": "name-of-inc102",
        "severity": "warning",
        "confidence": "high",
        "message": "about `salesman`",
        "line": 3,
        "column": 11,
        "end_line": 3,
        "end_column": 19,
        "match": "salesman",
        "section": "other",
        "term": "term",
        "fix": {"safe": True, "edits": [{"line": 3, "column": 11, "end_line": 3, "end_column": 19, "text": "salesperson"}]},
        "related": [{"line": 5, "column": 1, "end_line": 5, "end_column": 2, "text": "A", "message": "and here"}],
        "fingerprint": "f-INC102",
        "url": "https://example.org/INC102",
    }


def test_what_is_absent_has_an_empty_match_and_no_fix(results: list[Result]) -> None:
    first = render(results)["files"][0]["findings"][0]
    assert (first["match"], first["fix"], first["line"], first["column"]) == ("", None, 1, 3)


def test_the_exit_code_is_in_the_summary(results: list[Result]) -> None:
    assert render(results[2:3])["summary"]["exit"] == 0
    assert render(results[:1])["summary"]["exit"] == 1
    assert render(results[:1], exit_zero=True)["summary"]["exit"] == 0
    assert render(results, exit_zero=True)["summary"]["exit"] == 2


def test_a_path_that_is_no_text_survives() -> None:
    assert json.loads(dump({"path": "caf\udce9"})) == {"path": "caf\udce9"}
    assert "é" in dump({"path": "é"})
