"""Findings kept between runs: the same in every report, and never from what is damaged, old or another's."""

from __future__ import annotations

import json
import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint.cli.main import main
from jdlint.config.errors import At
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine import cache, judging
from jdlint.engine.baseline import Baselines
from jdlint.engine.cache import TAG, Caches, clean, prune
from jdlint.engine.files import Files
from jdlint.engine.result import Result
from jdlint.engine.run import Linter
from jdlint.text.record import replace

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 1, 15)
POSTING = "# Salesman\n\nYou sell boats. Apply by 1 March 2026.\n\n## Requirements\n\n- A rockstar <!-- jdlint: ignore[CUL] agreed -->\n"


class Judged:
    """How many postings were judged, and not taken from the cache."""

    def __init__(self) -> None:
        self.number = 0


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judged:
    seen, real = Judged(), judging.judged

    def count(*args: Any, **more: Any) -> Any:
        seen.number += 1
        return real(*args, **more)

    monkeypatch.setattr(judging, "judged", count)
    return seen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(POSTING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*paths: str, as_of: date = AS_OF, place: Path | None = None, **more: Any) -> list[Result]:
    files = Files(Lookup(**more), as_of)
    caches = Caches(as_of, place or Path("kept").absolute())
    return list(Linter(files, baselines=Baselines(None), caches=caches).run(paths))


def told(results: list[Result]) -> list[str]:
    """Results as text, every field of every finding included."""
    return [repr(replace(r, source=None)) + (r.source.text if r.source else "") for r in results]


def entries(place: Path) -> list[Path]:
    return sorted(place.rglob("*.json"))


@pytest.mark.parametrize("select", [None, (Pick("ALL", At("a test")),)])
def test_every_example_is_judged_once_and_reads_the_same(tmp_path: Path, judged: Judged, select: Any) -> None:
    paths = sorted(str(p) for p in EXAMPLES.glob("*/*") if p.suffix not in (".csv", ".jsonl", ".out"))  # rows are not kept
    first = run(*paths, place=tmp_path, isolated=True, override={"select": select})
    number = judged.number
    again = run(*paths, place=tmp_path, isolated=True, override={"select": select})
    assert number > 10
    assert judged.number == number
    assert told(again) == told(first)
    assert any(r.findings for r in again)
    assert any(f.fix for r in again for f in r.findings)


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"])
def test_every_report_is_the_same(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JDLINT_NO_CACHE")
    seen = []
    for more in (["--no-cache"], ["--cache-dir", str(tmp_path)], ["--cache-dir", str(tmp_path)]):
        code = main(["check", "--isolated", "--as-of", "2026-01-15", "--output-format", form, *more, str(EXAMPLES / "bad")])
        seen.append((code, capsys.readouterr()))
    assert entries(tmp_path)
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.md").write_text(POSTING + "\nMore.\n", encoding="utf-8"),
        lambda folder: (folder / ".jdlint.yaml").write_text("select: [TTL]\n", encoding="utf-8"),
        lambda folder: (folder / ".jdlint.yaml").write_text("vocabulary: [Salesman]\n", encoding="utf-8"),
        lambda folder: (folder / ".jdlint.yaml").write_text("rules: {STR020: {max-words: 3}}\n", encoding="utf-8"),
    ],
)
def test_what_a_finding_depends_on_makes_it_judged_anew(folder: Path, judged: Judged, change: Any) -> None:
    run("a.md")
    change(folder)
    run("a.md")
    assert judged.number == 2


@pytest.mark.usefixtures("folder")
def test_another_jdlint_or_another_package_makes_it_judged_anew(judged: Judged, monkeypatch: pytest.MonkeyPatch) -> None:
    run("a.md")
    stamps = list(cache._installed())
    assert any("site-packages" in s or "dist-packages" in s for s in stamps)
    monkeypatch.setattr(cache, "_installed", lambda: [*stamps, "more"])
    run("a.md")
    assert judged.number == 2


def test_a_changed_rule_of_the_house_is_heeded(folder: Path, judged: Judged) -> None:
    rule = (
        "code: HSE001\nname: boats\nkind: terms\nseverity: info\nsummary: s\nmessage: m\nwhy: w\n"
        "sources: [{title: t}]\nterms: [{id: b, forms: [FORM]}]\nexamples: []\n"
    )
    (folder / "house").mkdir()
    (folder / ".jdlint.yaml").write_text("rule-paths: [house]\nselect: [HSE]\n", encoding="utf-8")
    found = []
    for form in ("boats", "ships here", "boats"):
        (folder / "house" / "HSE001-boats.yaml").write_text(rule.replace("FORM", form), encoding="utf-8")
        found.append([f.match for r in run("a.md") for f in r.findings])
    assert found == [["boats"], [], ["boats"]]
    assert judged.number == 3


def test_settings_on_which_no_finding_depends_are_heeded_all_the_same(folder: Path, judged: Judged) -> None:
    (folder / ".jdlint.yaml").write_text("fail-on: info\n", encoding="utf-8")
    before = run("a.md")[0]
    assert (before.failed, before.below) == (True, None)
    mark = before.findings[0].fingerprint
    (folder / ".jdlint.yaml").write_text(f"fail-on: never\nmin-score: 100\nignore-findings: [{mark}]\n", encoding="utf-8")
    after = run("a.md")[0]
    assert (after.failed, after.below, len(after.findings)) == (False, 100, len(before.findings) - 1)
    assert judged.number == 1


@pytest.mark.parametrize(("said", "times"), [("enabled: true", 2), ("enabled: false, timeout: 5", 1), ("timeout: 5", 1)])
def test_what_languagetool_says_is_not_kept(folder: Path, judged: Judged, said: str, times: int) -> None:
    (folder / ".jdlint.yaml").write_text(f"languagetool: {{{said}}}\n", encoding="utf-8")
    run("a.md")
    run("a.md")
    assert judged.number == times


@pytest.mark.usefixtures("folder")
def test_a_baseline_is_heeded(judged: Judged) -> None:
    before = run("a.md")[0]
    assert main(["baseline", "create", "--as-of", "2026-01-15", "a.md"]) == 0
    judged.number = 0
    after = run("a.md")[0]
    assert (after.findings, len(after.baselined)) == ((), len(before.findings))
    assert judged.number == 0


def test_the_day_counts_only_where_a_rule_asked_for_it(folder: Path, judged: Judged) -> None:
    (folder / "b.md").write_text("# Cook\n\nYou cook.\n", encoding="utf-8")
    run("a.md", "b.md")
    late = run("a.md", "b.md", as_of=date(2026, 3, 2))
    assert judged.number == 3  # the deadline of the first has passed, and nobody asked for the second
    assert {f.code for f in late[0].findings} > {f.code for f in run("a.md")[0].findings}


def test_nothing_but_the_posting_itself_asks_for_the_day() -> None:
    source = Path(cache.__file__).parents[1]
    for file in source.rglob("*.py"):
        if file.parent.name in ("checks", "facts", "kinds", "posting", "analysis") and file.name != "posting.py":
            text = file.read_text(encoding="utf-8")
            assert "reading.as_of" not in text, file
            assert "date.today" not in text, file


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"key": 1}', b'{"key":"x","day":null,"judged":[]}'])
def test_a_damaged_entry_is_none(folder: Path, judged: Judged, content: bytes) -> None:
    first = run("a.md")
    (entry,) = entries(folder / "kept")
    entry.write_bytes(content)
    assert told(run("a.md")) == told(first)
    assert judged.number == 2
    assert told(run("a.md")) == told(first)  # it was written anew
    assert judged.number == 2


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(), lambda inner: st.lists(inner, max_size=4), max_leaves=8
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    place = tmp_path_factory.mktemp("kept")
    posting = place / "a.md"
    posting.write_text(POSTING, encoding="utf-8")
    return place, told(run(str(posting), place=place / "kept", isolated=True))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_tampered_entry_raises_nothing_and_points_into_the_text(kept: tuple[Path, list[str]], data: st.DataObject) -> None:
    place, first = kept
    run(str(place / "a.md"), place=place / "kept", isolated=True)
    (file,) = entries(place / "kept")
    whole = file.read_bytes()
    entry = json.loads(whole)
    at: Any = entry["judged"]
    while True:  # somewhere in it, another value
        number = data.draw(st.integers(0, len(at) - 1))
        if isinstance(at[number], list) and at[number] and data.draw(st.booleans()):
            at = at[number]
            continue
        at[number] = data.draw(_ANY)
        break
    file.write_text(json.dumps(entry), encoding="utf-8")
    (result,) = run(str(place / "a.md"), place=place / "kept", isolated=True)
    assert all(0 <= f.span.start <= f.span.end <= len(POSTING) for f in result.findings)
    file.write_bytes(whole)
    assert told(run(str(place / "a.md"), place=place / "kept", isolated=True)) == first


@pytest.mark.usefixtures("folder")
def test_a_rule_that_crashed_is_tried_again(judged: Judged, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.rules.kinds import python

    def fail(*_: object) -> object:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(python, "hits", fail)
        assert any(f.code == "LNT900" for f in run("a.md")[0].findings)
    assert not any(f.code == "LNT900" for f in run("a.md")[0].findings)
    assert judged.number == 2


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path, judged: Judged) -> None:
    (folder / "kept").write_text("a file", encoding="utf-8")
    run("a.md")
    assert run("a.md")[0].findings
    assert judged.number == 2


@pytest.mark.usefixtures("folder")
def test_no_posting_is_passed_over_again(folder: Path, judged: Judged) -> None:
    (folder / "README.md").write_text("# Notes\n\nNothing.\n", encoding="utf-8")
    first = run(".")
    assert "passed-over" in {r.state for r in first}
    number = judged.number
    assert told(run(".")) == told(first)
    assert judged.number == number
    assert run("README.md")[0].state == "linted"  # by name, it is judged


def test_the_folder_is_marked_and_can_be_cleaned(folder: Path) -> None:
    run("a.md")
    place = folder / "kept"
    assert (place / TAG).read_text(encoding="utf-8").startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (place / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (place / "mine.txt").write_text("x", encoding="utf-8")
    assert clean(place)
    assert [p.name for p in place.iterdir()] == ["mine.txt"]
    assert not clean(place)
    assert not clean(folder)


def test_what_nobody_used_goes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder / "kept"
    for number in range(6):
        (folder / f"{number}.md").write_text(f"# Cook {number}\n\nYou cook.\n", encoding="utf-8")
        run(f"{number}.md")
    files = {json.loads(p.read_text())["judged"][0][0][2][5]: p for p in entries(place)}
    now = time.time()
    for number in range(6):
        os.utime(files[f"{number}.md"], (now - number * 60, now - number * 60))
    os.utime(files["0.md"], (now - 40 * 86_400,) * 2)
    monkeypatch.setattr(cache, "MOST_ENTRIES", 3)
    prune(place)
    assert {name for name, path in files.items() if path.exists()} == {"1.md", "2.md", "3.md"}
    monkeypatch.setattr(cache, "MOST_BYTES", 1)
    os.utime(place / TAG, (now - 90_000,) * 2)
    (folder / "6.md").write_text("# Cook\n\nYou bake.\n", encoding="utf-8")
    run("6.md")
    assert len(entries(place)) == 1  # a day later, the first write looks after the rest


def test_an_entry_in_use_is_renewed(folder: Path, judged: Judged) -> None:
    run("a.md")
    (entry,) = entries(folder / "kept")
    old = time.time() - 10 * 86_400
    os.utime(entry, (old, old))
    run("a.md")
    assert judged.number == 1
    assert entry.stat().st_mtime > old + 86_400


def test_where_there_is_no_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("jdlint.resources.store.cache_dir", homeless)
    assert cache.default_folder() is None


def test_the_settings_say_where(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("JDLINT_NO_CACHE")
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(folder / "user"))
    arguments = ["check", "--exit-zero", "a.md"]
    assert main(arguments) == 0
    assert entries(folder / "user" / "findings")
    capsys.readouterr()
    assert main(["clean"]) == 0
    assert capsys.readouterr().err == f"removed {folder / 'user' / 'findings'}\n"
    assert not (folder / "user" / "findings").exists()
    (folder / ".jdlint.yaml").write_text("cache: .jdlint_cache\n", encoding="utf-8")
    assert main(arguments) == 0
    assert entries(folder / ".jdlint_cache")
    assert not (folder / "user" / "findings").exists()
    assert main(["clean"]) == 0
    assert not (folder / ".jdlint_cache").exists()
    (folder / ".jdlint.yaml").write_text("cache: false\n", encoding="utf-8")
    assert main(arguments) == 0
    assert main([*arguments, "--no-cache"]) == 0
    assert not (folder / "user" / "findings").exists()
    capsys.readouterr()
    assert main(["clean"]) == 0
    assert capsys.readouterr().err == "nothing to remove\n"
    (folder / ".jdlint.yaml").write_text("cache: [a]\n", encoding="utf-8")
    assert main(arguments) == 2
    assert "expected a folder, or false for no cache" in capsys.readouterr().err
