"""`--grammar` and the setting `languagetool`, from the command line to the report."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jdlint.analysis.grammar.server import Server
from jdlint.cli.main import main
from jdlint.config.errors import At
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine.files import Files
from jdlint.engine.rulesets import GRAMMAR
from jdlint.engine.run import Linter
from jdlint.posting.model import LanguageTool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Fake

POSTING = "# Baker\n\nLocation: Denver, Colorado\n\n## What you do\n\n- We mkae **bread 🍞 an mk**ae rolls.\n- Run `mkae` for Mkae Ltd.\n"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, close_all: Callable[[], None]) -> Iterator[None]:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("JDLINT_LANGUAGETOOL_JARS", raising=False)
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "baker.md").write_text(POSTING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    yield
    close_all()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    code = main(["check", "--output-format", "json", *arguments, "jobs/baker.md"])
    captured = capsys.readouterr()
    return code, json.loads(captured.out), captured.err


def of_grammar(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [f for f in report["files"][0]["findings"] if f["code"].startswith("LNG02")]


def test_findings_stand_at_their_places(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    _, report, errors = run(capsys, "--isolated", "--grammar", "--config", f"languagetool.server={fake.address}")
    found = of_grammar(report)
    assert [(f["line"], f["column"], f["end_column"], f["match"], f["term"]) for f in found] == [
        (7, 6, 10, "mkae", "MORFOLOGIK_RULE_EN_US"),
        (7, 24, 30, "mkae", "MORFOLOGIK_RULE_EN_US"),
    ]
    assert found[0]["message"] == "`mkae` looks misspelt; did you mean “make”?"
    assert found[0]["fix"] == {"safe": False, "edits": [{"line": 7, "column": 6, "end_line": 7, "end_column": 10, "text": "make"}]}
    assert found[1]["fix"] is None  # markup stands between its letters
    assert not errors
    assert fake.asked[0]["language"] == "en-US"
    assert [row["code"] for row in report["summary"]["skipped"]] == []


def test_a_country_has_its_english(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs/baker.md").write_text(POSTING.replace("Denver, Colorado", "Leeds, UK"), encoding="utf-8")
    run(capsys, "--isolated", "--grammar", "--config", f"languagetool.server={fake.address}")
    assert fake.asked[0]["language"] == "en-GB"


def test_the_settings_turn_it_on_and_rules_can_be_left_out(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    Path(".jdlint.yaml").write_text(f"languagetool: {{enabled: true, server: '{fake.address}'}}\n", encoding="utf-8")
    assert len(of_grammar(run(capsys)[1])) == 2
    assert not of_grammar(run(capsys, "--ignore", "LNG020")[1])
    Path(".jdlint.yaml").write_text(f"vocabulary: [mkae]\nlanguagetool: {{enabled: true, server: '{fake.address}'}}\n", encoding="utf-8")
    assert not of_grammar(run(capsys)[1])


def test_nobody_is_asked_unless_told_to(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    code, report, errors = run(capsys, "--isolated", "--select", "LNG02,STR001", "--config", f"languagetool.server={fake.address}")
    assert code == 0
    assert not errors
    assert {row["code"] for row in report["summary"]["skipped"]} == {"LNG020", "LNG021", "LNG022", "LNG023"}
    assert "--grammar" in report["summary"]["skipped"][0]["reason"]
    assert not fake.asked
    run(capsys, "--isolated")
    assert not fake.asked


def test_without_a_server_the_rest_is_shown_and_the_run_fails(capsys: pytest.CaptureFixture[str]) -> None:
    code, report, errors = run(capsys, "--isolated", "--grammar")
    assert code == 2
    assert report["files"][0]["findings"]
    assert {row["code"] for row in report["summary"]["skipped"]} == {"LNG020", "LNG021", "LNG022", "LNG023"}
    assert errors.startswith("error: LanguageTool can't be used: neither a server nor a folder of jars is named; set `languagetool:")
    assert errors.count("\n") == 1


def test_without_the_package_the_line_says_what_to_install(
    fake: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    code, _, errors = run(capsys, "--isolated", "--grammar", "--config", f"languagetool.server={fake.address}")
    assert code == 2
    assert "pip install 'jdlint[grammar]'" in errors


@pytest.mark.unmeasured
def test_a_check_without_grammar_imports_none_of_it() -> None:
    import subprocess

    program = (
        "import sys; from jdlint.cli.main import main; main(['check', '--isolated', 'jobs/baker.md']);"
        "heavy = {'language_tool_python', 'requests', 'sqlite3', 'psutil'};"
        "print([m for m in sys.modules if 'grammar' in m or m.partition('.')[0] in heavy])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("languagetool: on\n", "expected settings of LanguageTool"),
        ("languagetool: {jar: x}\n", 'languagetool has no "jar"; did you mean "jars"?'),
        ("languagetool: {enabled: 1}\n", "expected true or false"),
        ("languagetool: {timeout: 0}\n", "expected a number of seconds above 0"),
        ("languagetool: {language: de-DE}\n", 'unknown language "de-DE"'),
        ("languagetool: {server: 'a b'}\n", "is no address of a server"),
        ("languagetool: {disabled-rules: [no rule]}\n", "expected an id of LanguageTool's"),
        ("languagetool: {jars: [x]}\n", "expected a text"),
    ],
)
def test_settings_that_cannot_be_used(text: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(".jdlint.yaml").write_text(text, encoding="utf-8")
    assert main(["check", "jobs/baker.md"]) == 2
    assert message in capsys.readouterr().err


def test_without_the_cache_answers_are_asked_anew(
    fake: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, close_all: Callable[[], None]
) -> None:
    monkeypatch.delenv("JDLINT_NO_CACHE", raising=False)
    arguments = ("--isolated", "--grammar", "--config", f"languagetool.server={fake.address}")
    found = of_grammar(run(capsys, *arguments, "--cache-dir", "one")[1])
    many = len(fake.asked)
    close_all()
    run(capsys, *arguments, "--cache-dir", "two")
    assert len(fake.asked) == many  # kept from the first run
    close_all()
    assert of_grammar(run(capsys, *arguments, "--no-cache")[1]) == found
    assert len(fake.asked) == 2 * many


def test_several_processes_ask_one_server(languagetool_jars: Path, monkeypatch: pytest.MonkeyPatch, close_all: Callable[[], None]) -> None:
    monkeypatch.setenv("JDLINT_LANGUAGETOOL_JARS", str(languagetool_jars))
    for number in range(12):
        Path(f"jobs/{number:02}.md").write_text(f"{POSTING}- You recieve {number} rolls a day and count them.\n", encoding="utf-8")
    started: list[str] = []
    start = Server._start
    monkeypatch.setattr(Server, "_start", lambda self, *given: started.append("") or start(self, *given))
    reports = []
    for jobs in (1, 2):
        said = {"languagetool": LanguageTool(enabled=True, cached=False), "select": (Pick(GRAMMAR, At("test")),)}
        lookup = Lookup(override=said, isolated=True)
        results = list(Linter(Files(lookup, date(2026, 1, 15))).run(sorted(map(str, Path("jobs").iterdir())), jobs))
        reports.append([(r.path, [(f.code, f.span, f.message) for f in r.findings], r.skipped) for r in results])
        close_all()
    assert reports[0] == reports[1]
    assert ["recieve" in str(findings) for _, findings, _ in reports[0]] == [True] * 12 + [False]
    assert len(started) == 2  # one a run, in this process
