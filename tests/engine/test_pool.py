"""Many processes: the same results in the same order, and a process that dies costs one posting."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import jdlint
from jdlint.config.errors import ConfigError
from jdlint.config.lookup import Lookup
from jdlint.engine import judging, pool
from jdlint.engine.baseline import Baselines
from jdlint.engine.cache import Caches
from jdlint.engine.files import Files, Raw
from jdlint.engine.result import Result, Tally
from jdlint.engine.run import Linter
from jdlint.text.record import replace

AS_OF = date(2026, 1, 15)
POSTING = """# Salesman {number}

You sell boats to families, and show them how to sail one.

## What you will do

- Show boats on Saturdays
- Write offers and keep the list of buyers

## Requirements

- Two years in a shop
- A rockstar <!-- jdlint: ignore[CUL] agreed -->

## How to apply

Write to jobs@boats.example by 1 March 2026.
"""
forks = pytest.mark.skipif(sys.platform != "linux", reason="a patch reaches another process by a fork only")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(POSTING.format(number=number), encoding="utf-8")
    (tmp_path / "30.md").write_bytes(b"\0\0")
    (tmp_path / "31.md").write_bytes(b"")
    (tmp_path / "32.md").write_text("# Notes\n\nNothing.\n", encoding="utf-8")
    return tmp_path


def told(results: list[Result]) -> list[str]:
    return [repr(replace(r, source=None)) + (r.source.text if r.source else "") for r in results]


def run(jobs: int | None, *paths: str, **more: Any) -> list[Result]:
    return list(Linter(Files(Lookup(), AS_OF), **more).run(paths or (".", "missing.md"), jobs))


@pytest.fixture(autouse=True)
def nobody_left_behind() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("folder")
def test_many_processes_say_what_one_says() -> None:
    one = told(run(1))
    assert len(one) > 30
    assert told(run(2)) == one
    assert told(run(5)) == one


@pytest.mark.usefixtures("folder")
def test_a_fresh_start_of_each_process_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    one = told(run(1))
    monkeypatch.setattr(pool.threading, "active_count", lambda: 2)
    assert told(run(2)) == one


def test_a_baseline_and_the_cache_work_with_many(folder: Path) -> None:
    from jdlint.cli.main import main

    assert main(["baseline", "create", "--as-of", "2026-01-15", "0*.md"]) == 0
    rows = []
    for jobs in (1, 2, 2):
        baselines = Baselines(None)
        results = run(jobs, baselines=baselines, caches=Caches(AS_OF, folder / "kept") if jobs > 1 else None)
        tally = Tally()
        list(tally.count(results))
        rows.append((told(results), tally.baselined, baselines.stale))
    assert rows[0] == rows[1] == rows[2]
    assert rows[0][1] > 10
    assert list((folder / "kept").rglob("*.json"))


def test_settings_that_cannot_be_used_stop_the_run(folder: Path) -> None:
    (folder / "zz").mkdir()
    (folder / "zz" / ".jdlint.yaml").write_text("select: [NOPE]\n", encoding="utf-8")
    (folder / "zz" / "a.md").write_text("# Cook\n\nYou cook.\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="NOPE"):
        run(2)


@forks
@pytest.mark.usefixtures("folder")
def test_a_process_that_dies_costs_one_posting(monkeypatch: pytest.MonkeyPatch) -> None:
    one, real, here = told(run(1)), judging.judged, os.getpid()

    def die(posting: Any, *rest: Any, **more: Any) -> Any:
        if posting.source.path.endswith("07.md") and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(posting, *rest, **more)

    monkeypatch.setattr(judging, "judged", die)
    found = run(2)
    (lost,) = [r for r in found if r.path.endswith("07.md")]
    assert (lost.state, lost.broken, lost.findings[0].code) == ("unreadable", True, "LNT900")
    assert "broke down (signal 9)" in lost.reason
    at = found.index(lost)
    assert told(found[:at] + found[at + 1 :]) == one[:at] + one[at + 1 :]


def hang_in_c() -> None:
    sum(iter(int, 1))  # no line of Python runs in it, so that no alarm is heard


@forks
@pytest.mark.usefixtures("folder")
def test_a_process_that_no_alarm_reaches_costs_one_posting(monkeypatch: pytest.MonkeyPatch) -> None:
    one, real, here = told(run(1)), judging.judged, os.getpid()

    def hang(posting: Any, *rest: Any, **more: Any) -> Any:
        if posting.source.path.endswith("03.md") and os.getpid() != here:
            hang_in_c()
        return real(posting, *rest, **more)

    monkeypatch.setattr(judging, "judged", hang)
    monkeypatch.setattr(pool, "_GRACE", -142)  # eight seconds beside the 5 × 30 that a posting has
    found = run(2)
    (lost,) = [r for r in found if r.path.endswith("03.md")]
    assert (lost.state, lost.broken, lost.findings[0].code) == ("unreadable", True, "LNT002")
    assert lost.reason == "took longer than 30 seconds and was given up (the setting `limits` allows more)"
    at = found.index(lost)
    assert told(found[:at] + found[at + 1 :]) == one[:at] + one[at + 1 :]


def test_time_for_which_the_run_stood_still_makes_nobody_late(monkeypatch: pytest.MonkeyPatch) -> None:
    processes = pool._Pool(Linter(Files(Lookup(isolated=True))), 1)
    raw = Raw("a.md", processes._linter.files.lookup.of_file("a.md"), data=b"")
    worker = pool._Worker(None, None, deque([(0, raw)]))  # type: ignore[arg-type]  # nothing is asked of them
    processes._workers.append(worker)
    clock = iter(range(0, 10**9, 10**6))
    monkeypatch.setattr(pool, "wait", lambda *_: [])
    monkeypatch.setattr(pool.time, "monotonic", lambda: next(clock))
    for seconds in (1, 2, 3):
        processes._receive()
        assert worker.waited == seconds
        assert not worker.overdue
    worker.waited = 211
    assert worker.overdue


@pytest.mark.usefixtures("folder")
def test_a_run_that_nobody_reads_to_its_end_leaves_no_process() -> None:
    results = Linter(Files(Lookup(), AS_OF)).run(["."], 2)
    next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.mark.usefixtures("folder")
def test_more_processes_start_only_where_there_is_enough_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.engine import run as module

    started: list[int] = []
    monkeypatch.setattr(pool, "judged", lambda linter, raws, jobs: started.append(jobs) or map(linter._fresh, raws))
    monkeypatch.setattr(module, "processors", lambda: 3)
    run(None)
    assert not started
    monkeypatch.setattr(module, "_ENOUGH", 5)
    assert told(run(None)) == told(run(1))
    assert started == [3]
    monkeypatch.setattr(module, "processors", lambda: 1)
    run(None)
    assert started == [3]


def test_records_from_anywhere_are_linted_in_order() -> None:
    records = [(f"{n}.md", f"# Salesman {n}\n\nYou sell boats.\n") for n in range(25)]
    for jobs in (1, 2):
        found = list(jdlint.lint_records(iter(records), select=["TTL"], as_of=AS_OF, jobs=jobs))
        assert [r.path for r in found] == [name for name, _ in records]
        assert all(any(f.match == "Salesman" for f in r.findings) for r in found)


def test_records_are_read_only_so_far_ahead() -> None:
    seen: list[int] = []

    def records() -> Iterator[tuple[str, bytes]]:
        for number in range(1000):
            seen.append(number)
            yield f"{number}.md", b"# Cook\n\nYou cook.\n"

    results = jdlint.lint_records(records(), select=["TTL"], as_of=AS_OF, jobs=2)
    next(results)
    assert len(seen) <= 100
    results.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.mark.unmeasured
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_ends_all(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.md").write_text(POSTING.format(number=number) * 5, encoding="utf-8")
    command = [sys.executable, "-m", "jdlint", "check", "--isolated", "--jobs", "2", "--output-format", "concise", "."]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        assert run.stdout is not None
        assert "Salesman" in run.stdout.readline() + run.stdout.readline()  # it is at work
        os.killpg(run.pid, signal.SIGINT)
        _, error = run.communicate(timeout=60)
    assert (run.returncode, error.strip()) == (130, "")
    for _ in range(100):
        if not _alive(run.pid):
            break
        time.sleep(0.05)
    assert not _alive(run.pid)


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_setting_says_how_many_and_the_line_and_the_environment_beat_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.cli.main import main

    started: list[int] = []
    monkeypatch.setattr(pool, "judged", lambda linter, raws, jobs: started.append(jobs) or map(linter._fresh, raws))
    one = str(folder / "00.md")
    main(["check", one])
    (folder / ".jdlint.yaml").write_text("jobs: 3\n", encoding="utf-8")
    main(["check", one])
    main(["check", "--jobs=2", one])
    assert started == [3, 2]
    main(["check", "--jobs=1", one])
    main(["check", "--jobs=auto", one])
    main(["check", "--isolated", one])
    monkeypatch.setenv("JDLINT_JOBS", "auto")
    main(["check", one])
    assert started == [3, 2]
    monkeypatch.setenv("JDLINT_JOBS", "4")
    main(["check", one])
    main(["check", "--jobs=5", one])
    assert started == [3, 2, 4, 5]
    monkeypatch.setenv("JDLINT_JOBS", "many")
    assert main(["check", one]) == 2


@pytest.mark.parametrize(("text", "code"), [("auto", 1), ("2", 1), ("0", 2), ("x", 2), ("-1", 2), ("1000", 2)])
def test_the_option(folder: Path, text: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    from jdlint.cli.main import main

    assert main(["check", "--isolated", f"--jobs={text}", str(folder / "00.md")]) == code
    if code == 2:
        assert "is no number of processes" in capsys.readouterr().err
