"""The reports for other tools: snapshots of one posting, the published forms, and content that wants to break them.

`JDLINT_UPDATE=1 pytest tests/report` writes the snapshots anew, to be reviewed in the diff.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdlint
from jdlint.engine.finding import Finding, Fix, FixEdit, Related
from jdlint.engine.result import Result, Skipped, Tally
from jdlint.report import Look, report
from jdlint.report.github import job_summary
from jdlint.rules.index import shipped_rules
from jdlint.rules.load import RuleDoc, documented
from jdlint.text.source import Source
from jdlint.text.spans import Span

HERE = Path(__file__).parent
FORMATS = ("jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown")
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def document(finding: Finding) -> RuleDoc | None:
    return documented(shipped_rules().entries[finding.code]) if finding.code == "LNT001" else None


def render(name: str, results: list[Result], **look: Any) -> str:
    tally = Tally()
    return "".join(report(name)(tally.count(results), tally, Look(document=document, **look)))


def tree(element: ET.Element) -> dict[str, Any]:
    children = [tree(child) for child in element]
    return {"tag": element.tag, "attributes": dict(element.attrib), "children": children, "text": element.text or ""}


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((HERE / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check(name: str, text: str) -> Any:
    """What a report holds, valid by the schema of its format."""
    data = tree(ET.fromstring(text.encode())) if name == "junit" else json.loads(text)  # noqa: S314  # our own text
    validator(name).validate(data)
    return data


@pytest.mark.parametrize("name", FORMATS)
def test_snapshot(name: str, results: list[Result]) -> None:
    file = HERE / "snapshots" / f"{name}.txt"
    text = render(name, results).replace(f'"{jdlint.__version__}"', '"VERSION"')
    if os.environ.get("JDLINT_UPDATE"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["gitlab", "sarif", "junit", "rdjson"])
@pytest.mark.parametrize("number", [0, 1, 4])
def test_the_form_is_the_published_one(name: str, number: int, results: list[Result]) -> None:
    check(name, render(name, results[:number]))


def test_a_rule_of_sarif_brings_its_help() -> None:
    found = Finding("RSP004", "vague-duty", "info", "high", "m", "a.md", Span(0, 0), 1, 1, 1, 1, "", None, "f", "https://x.example/RSP004")
    tally = Tally()
    look = Look(document=lambda finding: documented(shipped_rules().entries[finding.code]))
    log = check("sarif", "".join(report("sarif")(tally.count([Result("a.md", findings=(found, found))]), tally, look)))
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "RSP004"
    assert rule["properties"]["tags"][:2] == ["job-posting", "rsp"]
    assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    assert "Flagged: " in rule["help"]["text"]
    assert "](https://" in rule["help"]["markdown"]
    assert [r["ruleIndex"] for r in log["runs"][0]["results"]] == [0, 0]


def test_sarif_tells_of_the_run(results: list[Result]) -> None:
    (invocation,) = check("sarif", render("sarif", results))["runs"][0]["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)
    assert [n["message"]["text"] for n in invocation["toolExecutionNotifications"]] == ["is no text"]
    assert [n["associatedRule"]["id"] for n in invocation["toolConfigurationNotifications"]] == ["LNG021"]


def test_reviewdog_counts_bytes(results: list[Result]) -> None:
    found = json.loads(render("rdjson", results))["diagnostics"][3]
    assert found["location"]["range"] == {"start": {"line": 4, "column": 13}, "end": {"line": 4, "column": 34}}


def test_a_fix_in_several_places_is_one_suggestion(source: Source, results: list[Result]) -> None:
    at = source.text.index("a salesman")
    fix = Fix((FixEdit(Span(at + 2, at + 10), "associate"), FixEdit(Span(at, at + 1), "an")), safe=False)
    found = replace(results[0].findings[1], fix=fix)
    (diagnostic,) = json.loads(render("rdjson", [replace(results[0], findings=(found,))]))["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    assert suggestion["text"] == "an associate"
    (result,) = check("sarif", render("sarif", [replace(results[0], findings=(found,))]))["runs"][0]["results"]
    replacements = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [r["insertedContent"]["text"] for r in replacements] == ["an", "associate"]


@pytest.mark.parametrize(("root", "named"), [("GITHUB_WORKSPACE", "github"), ("CI_PROJECT_DIR", "gitlab"), ("GITHUB_WORKSPACE", "sarif")])
def test_paths_count_from_the_repository(
    root: str, named: str, results: list[Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    assert "site/jobs/chef.md" not in render(named, results)
    monkeypatch.setenv(root, str(tmp_path))
    text = render(named, results)
    assert "site/jobs/chef.md" in text
    assert str(tmp_path) not in text


@pytest.mark.parametrize("name", [*FORMATS[1:], "html"])
def test_no_absolute_path_for_a_file_in_the_working_folder(
    name: str, results: list[Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = str(tmp_path / "jobs" / "chef.md")
    moved = replace(results[0], path=path, findings=tuple(replace(f, path=path) for f in results[0].findings))
    text = render(name, [moved, Result(str(tmp_path / "old" / "README.md"), "passed-over", reason="no duties")])
    assert str(tmp_path) not in text
    assert "jobs/chef.md" in text


def test_a_file_outside_keeps_its_path(results: list[Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    for path, uri in (("../chef.md", "../chef.md"), (str(tmp_path / "chef.md"), (tmp_path / "chef.md").as_uri())):
        found = replace(results[0].findings[0], path=path)
        log = check("sarif", render("sarif", [Result(path, findings=(found,))]))
        assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_a_message_of_sarif_holds_no_link_and_no_placeholder(results: list[Result]) -> None:
    found = replace(results[0].findings[0], message="`[here](1)` and `{0}` and `{{company}}` and [x]")
    log = check("sarif", render("sarif", [replace(results[0], findings=(found,))]))
    assert log["runs"][0]["results"][0]["message"]["text"] == "`[here\\](1)` and `{{0}}` and `{{company}}` and [x]"


def test_a_job_summary_stays_within_its_limit() -> None:
    assert job_summary(["ab", "cd"], 4) == "abcd"
    assert job_summary(["ab", "cd"], 3).startswith("ab\n\nThere is more")


NASTY = st.one_of(
    st.text(max_size=30),
    st.text(st.characters(categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Po", "Sm", "Ps", "Pe", "Cn")), max_size=20),
    st.lists(
        st.sampled_from(
            ["::error::", "##[error]", "%0A", "\n", "\r", "|", "\\|", "`", "``", "<b>", "<!--", "-->", "]]>", "&#0;", "&lt;", "[a](b)",
             "{0}", "\u202e", "\x1b[31m", "\ud800", "\ufffe", "\x00", "'", '"', "<script>", "https://x.example", "www.x.example", "a"]
        ), max_size=8,
    ).map("".join),
)  # fmt: skip


def hostile(path: str, message: str, reason: str, text: str) -> list[Result]:
    source = Source(path, f"# Cook\n{text}\nend")
    found = Finding(
        "LNT001", "some-rule", "warning", "high", message, path, Span(0, 6), 1, 1, 1, 7, message, "other", "f", "https://x.example/LNT001",
        fix=Fix((FixEdit(Span(0, 1), message),), safe=True), related=(Related(2, 1, 2, 2, text, message),), term="t",
    )  # fmt: skip
    return [
        Result(path, findings=(found, found), skipped=(Skipped("LNG021", reason),), source=source),
        Result(path, "passed-over", reason=reason),
        Result(f"{path}2", "unreadable", (replace(found, severity="error", fix=None, related=()),), reason=reason),
        Result(f"{path}3", source=source),
    ]


HOSTILE = st.builds(hostile, NASTY.filter(lambda p: "\0" not in p).map(lambda p: f"j{p}"), NASTY, NASTY, NASTY)


@settings(max_examples=60)
@given(HOSTILE)
def test_lines_of_json_stay_lines(results: list[Result]) -> None:
    text = render("jsonl", results)
    text.encode()
    rows = [json.loads(row) for row in text.removesuffix("\n").split("\n")]
    assert [(row["path"], row["message"]) for row in rows] == [(f.path, f.message) for r in results for f in r.findings]


@settings(max_examples=60)
@given(HOSTILE)
@pytest.mark.parametrize("name", ["gitlab", "rdjson", "sarif", "junit"])
def test_hostile_content_keeps_to_the_form(name: str, results: list[Result]) -> None:
    text = render(name, results)
    text.encode()
    data = check(name, text)
    assert not HIDDEN.search("".join(strings(data)).replace("\n", ""))
    if name == "junit":
        assert data["attributes"]["tests"] == "4"
        assert [len(suite["children"]) for suite in data["children"]] == [2, 1, 1]


def strings(data: Any) -> list[str]:
    """Every text in a report, save for what a fix writes, which must be exact."""
    if isinstance(data, dict):
        return [s for key, value in data.items() if key not in ("insertedContent", "suggestions") for s in strings(value)]
    if isinstance(data, list):
        return [s for value in data for s in strings(value)]
    return [data] if isinstance(data, str) else []


@settings(max_examples=60)
@given(HOSTILE)
def test_annotations_stay_one_line_each(results: list[Result]) -> None:
    text = render("github", results)
    text.encode()
    lines = text.splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 3
    assert lines[:3] == commands
    for line in commands:
        assert re.fullmatch(r"::(?:warning|error) (?:[a-zA-Z]+=[^:,\r\n]*,?)+::(?:[^%\r\n]|%25|%0A|%0D)+", line)
        fields = dict(pair.split("=", 1) for pair in line.split("::")[1].partition(" ")[2].split(","))
        assert list(fields) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert not any("##[" in line for line in lines[3:])
    assert not HIDDEN.search(text.replace("\n", ""))


@settings(max_examples=60)
@given(HOSTILE)
def test_markdown_shows_the_text_and_nothing_else(results: list[Result]) -> None:
    text = render("markdown", results)
    text.encode()
    page = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    assert set(re.findall(r"<(/?[^\s>/]*)", page)) <= {
        *(f"{end}{tag}" for tag in ("h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "code") for end in ("", "/"))
    }
    assert page.count("<tr>") == 5  # two heads among them
    assert page.count("<td") == 12
    assert page.count("<a ") == 3
    assert page.count('<a href="https://x.example/LNT001">') == 3
    assert not HIDDEN.search(text.replace("\n", ""))
