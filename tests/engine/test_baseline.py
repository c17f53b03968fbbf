"""The baseline hides today's findings and no others, wherever lines move and however the files are named."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.cli.main import main
from jdlint.config.errors import ConfigError
from jdlint.config.lookup import Lookup
from jdlint.config.model import Settings
from jdlint.engine.assemble import moved
from jdlint.engine.baseline import NAME, Baseline, Baselines, Row, load, updated
from jdlint.engine.files import Files
from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.engine.run import Linter

ROOT = Path(__file__).resolve().parent.parent.parent
BAD = sorted((ROOT / "examples" / "bad").glob("*.md"))
LINTER = Linter(Files(Lookup(isolated=True), date(2026, 1, 15)))
PLAIN = ["The bus stops at the door.", "Lunch is at noon.\nTea is at four.", "Our garden has two ponds."]
NEW = "Every salesman is greeted by a chairman."
POSTING = "# Cook\n\n## Duties\n\n- Report to the salesman\n\n## Requirements\n\n- Two years as a cook\n"


def found(text: str, path: str = "jobs/a.md") -> Sequence[Finding]:
    return LINTER.judge(LINTER.files.open_bytes(text.encode(), path)).findings


def made(text: str, path: str = "jobs/a.md") -> Baseline:
    empty = Baseline(Path(NAME))
    return Baseline(Path(NAME), {empty.key(path): empty.rows(path, found(text, path))})


def gaps(text: str) -> list[int]:
    """The places between blocks, outside of front matter, where a paragraph can stand by itself."""
    start = text.index("\n---\n", 3) if text.startswith("---\n") else 0
    ends = [i for i in range(start + 1, len(text)) if text.startswith("\n\n", i)]
    return [i for i in ends if text[i + 2 : i + 3] not in ("- ", " ", "|")] + [len(text)]


@settings(max_examples=40)
@given(data=st.data())
def test_what_is_known_stays_known_when_lines_move(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(BAD)).read_text(encoding="utf-8")
    known, changed = made(text), text
    for paragraph in data.draw(st.permutations(["", "", *(f"\n\n{p}" for p in PLAIN)])):
        at = data.draw(st.sampled_from(gaps(changed)))
        changed = f"{changed[:at]}{paragraph}\n{changed[at:]}"
    new, _ = known.part("jobs/a.md", found(changed))
    assert [f.message for f in new] == []


@settings(max_examples=20)
@given(data=st.data())
def test_a_new_finding_shows(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(BAD)).read_text(encoding="utf-8")
    at = data.draw(st.sampled_from(gaps(text)))
    new, _ = made(text).part("jobs/a.md", found(f"{text[:at]}\n\n{NEW}\n{text[at:]}"))
    assert {"salesman", "chairman"} <= {f.match for f in new}


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_todays_baseline_hides_all_of_today(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for changed in (text, text.replace("\n", "\r\n"), f"{text}\n\n\n", text.replace("\n\n", "\n\n\n")):
        new, hidden = made(text).part("jobs/a.md", found(changed))
        assert (list(new), len(hidden)) == ([], made(text).total)


def test_one_more_of_the_same_shows_once() -> None:
    text = POSTING.replace("- Report", "- Report to the salesman\n- Report")
    new, hidden = made(POSTING).part("jobs/a.md", found(text))
    assert [f.match for f in new if f.code != "REQ012"].count("salesman") == 1
    assert len(hidden) == made(POSTING).total


def test_a_count_covers_so_many_and_no_more() -> None:
    (finding,) = [f for f in found(POSTING) if f.match == "salesman"]
    baseline = Baseline(Path(NAME), {"jobs/a.md": {moved(finding.fingerprint, "jobs/a.md"): Row(finding.code, "salesman", 2)}})
    new, hidden = baseline.part("jobs/a.md", [finding] * 3)
    assert (len(new), len(hidden)) == (1, 2)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.md").write_text(POSTING, encoding="utf-8")
    (tmp_path / ".jdlint.yaml").write_text("select: [INC102, STR009]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*paths: str, tally: Tally | None = None, **select: object) -> tuple[list[Result], Baselines]:
    baselines = Baselines()
    linter = Linter(Files(Lookup(override=select), date(2026, 1, 15)), baselines=baselines)
    return list((tally or Tally()).count(linter.run(paths))), baselines


def write(folder: Path, path: str) -> Baseline:
    empty = Baseline(folder / NAME)
    results, _ = run(path)
    made = updated(empty, {empty.key(r.path): empty.rows(r.path, r.findings) for r in results}, {}, add=True)
    (folder / NAME).write_text(made.text(), encoding="utf-8")
    return made


@pytest.mark.parametrize("path", ["jobs/a.md", "./jobs/a.md", "jobs", "{}/jobs/a.md"])
def test_a_posting_is_known_however_it_is_named(folder: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(folder, path.format(folder))
    assert list(first.files) == ["jobs/a.md"]
    tally = Tally()
    for name in ("jobs/a.md", "jobs", str(folder / "jobs")):
        assert [len(r.baselined) for r in run(name, tally=tally)[0]] == [2]
    monkeypatch.chdir(folder / "jobs")
    assert [len(r.baselined) for r in run("a.md", tally=tally)[0]] == [2]
    assert (tally.exit_code, tally.baselined) == (0, 8)
    assert load(folder / NAME) == Baseline(folder / NAME, first.files)


def test_the_exit_code_goes_by_what_is_new(folder: Path) -> None:
    write(folder, "jobs")
    (folder / "jobs" / "a.md").write_text(POSTING + "- Was a chairman\n", encoding="utf-8")
    tally = Tally()
    (result,), _ = run("jobs", tally=tally)
    assert ([f.match for f in result.findings], len(result.baselined), tally.exit_code) == (["chairman"], 2, int(result.failed))


def test_fixes_leave_alone_what_is_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".jdlint.yaml").write_text("select: [LNG010]\n", encoding="utf-8")
    (folder / "jobs" / "a.md").write_text(POSTING + "- Knows Javascript well\n", encoding="utf-8")
    write(folder, "jobs")
    (folder / "jobs" / "a.md").write_text(POSTING + "- Knows Javascript well\n- Likes Javascript a lot\n", encoding="utf-8")
    assert main(["check", "jobs", "--fix", "--unsafe-fixes"]) == 0
    text = (folder / "jobs" / "a.md").read_text(encoding="utf-8")
    assert text.endswith("- Knows Javascript well\n- Likes JavaScript a lot\n")
    assert "Hidden by the baseline: 1 finding." in capsys.readouterr().out


def test_what_is_found_no_more_is_stale(folder: Path) -> None:
    write(folder, "jobs")
    (folder / "jobs" / "a.md").write_text(POSTING.replace("salesman", "manager"), encoding="utf-8")
    assert run("jobs")[1].stale == 1
    assert run("jobs", select=())[1].stale == 0  # no rule ran, so nothing is told of any
    (folder / "jobs" / "a.md").unlink()
    (folder / "jobs" / "b.md").write_text(POSTING, encoding="utf-8")
    assert run("jobs")[1].stale == 2


def test_updating_keeps_what_the_run_did_not_see(folder: Path) -> None:
    row = Row("INC102", "salesman", 1)
    old = Baseline(folder / NAME, {"jobs/a.md": {"1": row, "2": row._replace(code="PAY001")}, "gone.md": {"3": row}, "jobs": {"4": row}})
    seen = {"jobs/a.md": {"5": row._replace(number=2)}}
    new = updated(old, seen, {"jobs/a.md": {"PAY001"}}, add=True)
    assert {key: set(rows) for key, rows in new.files.items()} == {"jobs/a.md": {"2", "5"}, "jobs": {"4"}}
    assert set(updated(old, seen, {}, add=False).files) == {"jobs"}


def test_the_file_reads_the_same_whatever_the_order(folder: Path) -> None:
    rows = {"b": Row("INC102", "sälesman", 1), "a": Row("INC102", "sälesman", 2), "c": Row("APP001", "", 1)}
    one = Baseline(folder / NAME, {"b.md": rows, "a.md": {"d": Row("X", "", 1)}})
    other = Baseline(folder / NAME, {"a.md": {"d": Row("X", "", 1)}, "b.md": dict(reversed(rows.items()))})
    assert one.text() == other.text()
    assert one.text().isascii()
    assert list(json.loads(one.text())["files"]["b.md"]) == ["c", "b", "a"]
    (folder / NAME).write_text(one.text(), encoding="utf-8")
    assert load(folder / NAME).files == one.files
    assert replace(one, files={}).text() == '{\n "schema": "jdlint-baseline/1",\n "files": {}\n}\n'


def test_rows_with_equal_words_are_in_order_of_their_marks(folder: Path) -> None:
    row = Row("INC102", "salesman", 1)
    assert list(json.loads(Baseline(folder / NAME, {"a.md": {"b": row, "a": row}}).text())["files"]["a.md"]) == ["a", "b"]


def test_rows_count_what_shares_a_mark_and_show_the_words_in_short() -> None:
    (finding,) = [f for f in found(POSTING) if f.match == "salesman"]
    words = replace(finding, match=f"a\n {'b' * 100}")
    (row,) = Baseline(Path(NAME)).rows("jobs/a.md", [words] * 3).values()
    assert row == Row(finding.code, f"a {'b' * 78}", 3)


def test_a_posting_on_another_drive_keeps_its_path(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_drive(path: str, start: str) -> str:
        raise ValueError(f"path is on mount {path[:2]!r}, start on mount {start[:2]!r}")

    monkeypatch.setattr(os.path, "relpath", other_drive)
    monkeypatch.setattr(os, "sep", "\\")
    assert Baseline(Path(NAME)).key("D:\\jobs\\a.md") == "D:/jobs/a.md"


def test_what_is_gone_is_told_from_the_baselines_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline = Baseline(folder / NAME, {"jobs/a.md": {}, "jobs/b.md": {}})
    monkeypatch.chdir(folder / "jobs")
    assert baseline.gone() == ["jobs/b.md"]


def test_the_baseline_that_is_named_holds(folder: Path) -> None:
    for name in ("named.json", "set.json", NAME):
        (folder / name).write_text(Baseline(folder / name).text(), encoding="utf-8")
    beside = Settings(file=folder / ".jdlint.yaml")
    named = replace(beside, baseline=folder / "set.json")

    def place(baselines: Baselines, settings: Settings) -> str:
        baseline = baselines.of(settings)
        assert baseline is not None
        assert baselines.of(settings) is baseline  # read once
        return baseline.place.name

    assert place(Baselines(), beside) == NAME
    assert place(Baselines(), named) == "set.json"
    assert place(Baselines(Path("named.json")), named) == place(Baselines(Path("named.json")), beside) == "named.json"
    assert Baselines().of(Settings(file=folder / "jobs" / ".jdlint.yaml")) is not None  # that of the working folder


def test_a_posting_that_the_baseline_does_not_name_has_only_new_findings(folder: Path) -> None:
    write(folder, "jobs")
    (folder / "jobs" / "b.md").write_text(POSTING, encoding="utf-8")
    results, baselines = run("jobs/b.md")
    assert [(len(r.findings), len(r.baselined)) for r in results] == [(2, 0)]
    assert baselines.stale == 0


def test_of_a_file_of_many_postings_what_no_row_of_it_has_any_more_is_stale(folder: Path) -> None:
    """Each row is parted by itself; what the file's entry counts is met by all of them together."""
    settings, ran = Settings(baseline=folder / NAME), {"INC102"}
    (folder / "jobs" / "a.csv").touch()
    (one,) = [f for f in found(POSTING) if f.code == "INC102"]
    key = Baseline(folder / NAME).key("jobs/a.csv")
    rows = {moved(one.fingerprint, key): Row("INC102", "salesman", 1), "other": Row("INC102", "chairman", 2)}
    (folder / NAME).write_text(Baseline(folder / NAME, {key: rows}).text(), encoding="utf-8")

    def stale(*parts: Sequence[Finding]) -> int:
        baselines = Baselines()
        for number, findings in enumerate(parts):
            new, known = baselines.part("jobs/a.csv", findings, settings, ran, further=number > 0)
            assert (list(new), list(known)) == ([], list(findings))
        return baselines.stale

    assert stale([]) == stale([], []) == 3
    assert stale([one]) == stale([], [one]) == stale([one], []) == 2
    first = Baselines()
    first.part("jobs/a.csv", [one], settings, ran)
    assert first.stale == 2  # the first of its file, where nothing else is said
    first.part("jobs/a.csv", [], settings, ran, further=True)
    assert first.stale == 2
    first.part("jobs/a.csv", [one], settings, ran)
    assert first.stale == 2  # judged again after its fixes, it is counted anew
    later = Baselines()  # the first row could not be read
    later.part("jobs/a.csv", [one], settings, ran, further=True)
    assert later.stale == 2


def test_pruning_keeps_the_smaller_count(folder: Path) -> None:
    row = Row("INC102", "salesman", 3)
    old = Baseline(folder / NAME, {"jobs/a.md": {"1": row, "2": row}})
    pruned = updated(old, {"jobs/a.md": {"1": row._replace(number=2), "2": row._replace(number=5)}}, {}, add=False)
    assert (pruned.place, pruned.files) == (folder / NAME, {"jobs/a.md": {"1": row._replace(number=2), "2": row}})


NONE = ': not a baseline of jdlint: expected an object with "schema": "jdlint-baseline/1"'
NO_ROW = ': the baseline can\'t be used: "f" needs a code, a match and a count'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{\n "schema": oops}', ":2:12: the baseline is not valid JSON: Expecting value"),
        (b"\xff\xfe\x00", ": the baseline is not valid JSON in UTF-8"),
        ("[" * 100_000, ": the baseline is not valid JSON in UTF-8"),
        ("[]", NONE),
        ('{"schema": "jdlint-baseline/2", "files": {}}', NONE),
        ('{"schema": "jdlint-baseline/1"}', ': the baseline has no "files"'),
        ('{"a.md": []}', ': the baseline names no findings for "a.md": expected an object by fingerprint'),
        ('{"a.md": {"f": 1}}', NO_ROW),
        *(
            (f'{{"a.md": {{"f": {{"code": "X", "match": "", "count": {n}}}}}}}', NO_ROW)
            for n in ("0", "-1", "true", '"1"')
        ),
    ],
)  # fmt: skip
def test_a_broken_baseline_is_told_in_one_line(folder: Path, content: str | bytes, expected: str) -> None:
    if isinstance(content, str) and content.startswith('{"a.md"'):
        content = f'{{"schema": "jdlint-baseline/1", "files": {content}}}'
    (folder / NAME).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError) as caught:
        load(folder / NAME)
    assert str(caught.value) == f"{NAME}{expected}"


def test_a_baseline_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(folder / "other.json")
    assert str(caught.value) == "other.json: no such baseline; `jdlint baseline create` makes one"
    with pytest.raises(ConfigError) as caught:
        load(folder / "jobs")
    assert str(caught.value) == "jobs: the baseline can't be read: is a folder"
