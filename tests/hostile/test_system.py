"""Files that are none, disks that are full, folders nobody may read, signals: what the system can do to a run."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main
from jdlint.config.lookup import Lookup
from jdlint.engine import judging
from jdlint.engine.files import Files
from jdlint.engine.result import Result
from jdlint.engine.run import Linter
from jdlint.engine.timing import OutOfTimeError, at_most
from jdlint.text.opening import RefusedError, TooLargeError, read_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and signals of POSIX")
POSTING = "# Salesman\n\n## Duties\n\n- Sell boats\n\n## Requirements\n\n- Likes boats\n\n## Apply\n\nWrite to a@b.example.\n"
MENDABLE = POSTING + "\nWe train you in order to help you , and pay well.\n"
JDLINT = (sys.executable, "-m", "jdlint", "check", "--isolated", "--output-format", "concise")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JDLINT_TRACEBACK", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "good.md").write_text(POSTING, encoding="utf-8")
    return tmp_path


def linted(*paths: str, jobs: int = 1, **said: Any) -> dict[str, Result]:
    return {r.path: r for r in Linter(Files(Lookup(isolated=True, override=said))).run(paths, jobs)}


def command(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*JDLINT, *arguments], capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL, **more)


# What is no file


def test_pipes_sockets_and_devices_are_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket.md"))
    (folder / "zero.md").symlink_to("/dev/zero")
    found = linted("pipe.md", "socket.md", "zero.md", "/dev/null", "good.md")
    told = ["is a pipe, not a file; `-` reads standard input", "is a socket, not a file", *["is a device, not a file"] * 2, ""]
    assert [r.reason for r in found.values()] == told
    assert [r.broken for r in found.values()] == [True, True, True, True, False]
    assert set(linted(".")) == {"good.md", "pipe.md", "socket.md", "zero.md"}


def test_a_pipe_that_takes_a_files_place_is_not_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe.md")
    monkeypatch.setattr(os, "stat", lambda path: os.lstat("good.md") if path == "pipe.md" else os.lstat(path))
    with pytest.raises(RefusedError, match="is a pipe"):
        read_file("pipe.md", 1000)


def test_settings_and_rules_from_a_pipe_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert main(["check", "--config", "pipe.yaml", "good.md"]) == 2
    assert capsys.readouterr().err == "error: pipe.yaml: is a pipe, not a file; `-` reads standard input\n"
    assert main(["check", "--config", "rule-paths=[pipe.yaml]", "good.md"]) == 2
    assert "pipe.yaml" in capsys.readouterr().err


def test_nothing_else_that_is_found_in_a_folder_is_read_from_a_pipe(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (".jdlint-baseline.json", ".gitignore", ".pre-commit-config.yaml", "CACHEDIR.TAG"):
        os.mkfifo(folder / name)
    told = "error: .jdlint-baseline.json: the baseline can't be read: is a pipe, not a file; `-` reads standard input\n"
    assert main(["check", "--baseline", ".jdlint-baseline.json", "good.md"]) == 2
    assert capsys.readouterr().err == told
    assert main(["check", "--no-baseline", "--isolated", "."]) == 1
    assert main(["clean", "--cache-dir", "."]) == 0
    assert main(["init", "--yes", "--hook"]) == 2
    assert "is a pipe" in capsys.readouterr().err
    monkeypatch.delenv("JDLINT_NO_CACHE")
    first = command("--cache-dir", "kept", "good.md").stdout
    (entry,) = (folder / "kept").rglob("*.json")
    entry.unlink()
    os.mkfifo(entry)
    assert command("--cache-dir", "kept", "good.md").stdout == first


def test_a_hook_file_nested_without_end_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".pre-commit-config.yaml").write_text(f"repos: {'[' * 100_000}", encoding="utf-8")
    main(["init", "--yes", "--hook"])
    assert "went wrong" not in capsys.readouterr().err


def test_circles_of_links_end(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "up").symlink_to("..")
    (folder / "self").symlink_to(".")
    (folder / "circle.md").symlink_to("circle.md")
    found = linted(".", "circle.md")
    assert {p: r.state for p, r in found.items()} == {"good.md": "linted", "circle.md": "unreadable"}


def test_a_folder_that_nobody_may_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "locked").mkdir()
    scandir = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = linted(".")
    assert {p.removeprefix("./"): r.reason for p, r in found.items() if r.state != "linted"} == {
        "locked": "can't be read: permission denied"
    }
    assert found["good.md"].state == "linted"


def test_names_of_files_can_do_no_harm(folder: Path) -> None:
    names = ["a\nb.md", "a\x1b[31mb.md", "a\u202eb.md", os.fsdecode(b"a\xff\xfe.md"), "-v.md", "::error::x.md"]
    for name in names:
        (folder / name).write_text(POSTING, encoding="utf-8")
    for form in ("full", "concise", "github", "gitlab", "json", "jsonl", "junit", "markdown", "sarif", "rdjson", "html"):
        run = subprocess.run([*JDLINT[:-1], form, "."], cwd=folder, capture_output=True, timeout=120, check=False)
        assert run.returncode == 1, (form, run.stderr)
        assert b"\x1b" not in run.stdout
        assert "\u202e".encode() not in run.stdout, form
        assert str(folder).encode() not in run.stdout, form
        if form == "github":
            assert all(
                line.startswith((b"::error file=", b"::warning file=", b"::notice file="))
                for line in run.stdout.splitlines()
                if line.startswith(b"::")
            )


def test_a_file_that_vanishes_or_grows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gone.md").write_text(POSTING, encoding="utf-8")
    runs = Linter(Files(Lookup(isolated=True))).run(["good.md", "gone.md"])
    assert next(runs).state == "linted"
    (folder / "gone.md").unlink()
    assert next(runs).reason == "no such file or folder"
    fstat = os.fstat

    def small(handle: int) -> os.stat_result:
        found = list(fstat(handle))
        found[6] = 1  # its size
        return os.stat_result(found)

    monkeypatch.setattr(os, "stat", lambda path: small(os.open(path, os.O_RDONLY)))
    monkeypatch.setattr(os, "fstat", small)
    with pytest.raises(TooLargeError, match=r"\(11 bytes; the limit is 10\)"):
        read_file("good.md", 10)


def test_a_rule_that_crashes_is_one_finding_and_exit_code_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from jdlint.rules.kinds import terms

    real = terms.hits
    (folder / "other.md").write_text(POSTING.replace("Salesman", "Shop assistant"), encoding="utf-8")

    def fail(rule: Any, *rest: Any) -> Any:
        for hit in real(rule, *rest):
            if rule.code == "TTL002":
                message = "one\ntwo"
                raise LookupError(message)
            yield hit

    monkeypatch.setattr(terms, "hits", fail)
    assert main(["check", "--isolated", "--output-format", "json", "--exit-zero", "good.md", "other.md"]) == 2
    good, other = json.loads(capsys.readouterr().out)["files"]
    (crash,) = [f for f in good["findings"] if f["code"] == "LNT900"]
    assert crash["term"] == "TTL002"
    assert crash["message"].startswith("the rule TTL002 (gendered-title) failed on this posting and was left out: LookupError: one")
    assert "\n" not in crash["message"]
    assert {"PAY001", "STR002"} <= {f["code"] for f in good["findings"]} & {f["code"] for f in other["findings"]}
    assert "LNT900" not in {f["code"] for f in other["findings"]}


# Limits


def test_a_file_larger_than_the_limit_costs_no_memory(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "huge.md").open("wb") as file:
        file.truncate(50_000_000)
    assert main(["check", "--isolated", "-q", "--output-format", "concise", "huge.md", "good.md"]) == 2
    out, err = capsys.readouterr()
    assert err == "error: huge.md: is too large (50,000,000 bytes; the limit is 10,000,000); the setting `limits` allows more\n"
    assert "good.md" in out
    assert main(["check", "--config", "limits.size=5B", "-q", "good.md"]) == 2


def test_standard_input_without_an_end_is_read_up_to_the_limit() -> None:
    with Path("/dev/zero").open("rb") as zero:
        run = subprocess.run([*JDLINT, "-"], stdin=zero, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 2
    assert "is too large (10,000,001 bytes" in run.stderr


def hang_in_python() -> None:
    while True:
        pass


def hang_in_an_expression() -> None:
    import re

    re.match("(a+)+$", "a" * 60 + "b")


def hang_and_catch() -> None:
    while True:
        try:
            hang_in_python()
        except Exception as error:  # noqa: BLE001  # no handler of faults may take the end of the time for one
            del error


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("hang", [hang_in_python, hang_in_an_expression, hang_and_catch])
def test_a_posting_that_takes_too_long_is_given_up_and_the_others_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, hang: Callable[[], None], jobs: int
) -> None:
    if jobs > 1 and sys.platform != "linux":
        pytest.skip("a fork hands on what the test changes")
    from jdlint.config.model import Limits

    for name in ("a.md", "slow.md", "z.md"):
        (folder / name).write_text(POSTING, encoding="utf-8")
    real = judging.judged

    def slow(posting: Any, *rest: Any, **more: Any) -> Any:
        if posting.source.path == "slow.md":
            hang()
        return real(posting, *rest, **more)

    monkeypatch.setattr(judging, "judged", slow)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # so it forks, whatever threads other tests left
    found = linted("a.md", "slow.md", "z.md", jobs=jobs, limits=Limits(seconds=2))
    assert [(r.state, r.broken) for r in found.values()] == [("linted", False), ("unreadable", True), ("linted", False)]
    (finding,) = found["slow.md"].findings
    assert (finding.code, finding.name) == ("LNT002", "out-of-time")
    assert finding.message == "took longer than 2 seconds and was given up (the setting `limits` allows more)"


def test_a_reader_that_takes_too_long_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.config.model import Limits
    from jdlint.readers import plaintext

    (folder / "slow.txt").write_text(POSTING, encoding="utf-8")
    monkeypatch.setattr(plaintext, "read", lambda _: hang_in_python())
    found = linted("slow.txt", "good.md", limits=Limits(seconds=1))
    assert [r.state for r in found.values()] == ["unreadable", "linted"]
    assert found["slow.txt"].findings[0].code == "LNT002"


@pytest.mark.usefixtures("folder")
def test_where_there_is_no_alarm_the_time_is_looked_at_between_rules() -> None:
    from jdlint.config.model import Limits

    found: list[Result] = []
    thread = threading.Thread(target=lambda: found.extend(linted("good.md", limits=Limits(seconds=1e-9)).values()))
    thread.start()
    thread.join()
    assert [r.findings[0].code for r in found] == ["LNT002"]


def test_the_alarm_is_put_back() -> None:
    rung = []
    before = signal.signal(signal.SIGPROF, lambda *_: rung.append(1))
    try:
        with at_most(60):
            assert 0 < signal.getitimer(signal.ITIMER_PROF)[0] < 61
        assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
        os.kill(os.getpid(), signal.SIGPROF)
        assert rung == [1]
        signal.setitimer(signal.ITIMER_PROF, 60)
        with at_most(0.5):  # another's alarm is left alone
            assert signal.getitimer(signal.ITIMER_PROF)[0] > 1
        with pytest.raises(OutOfTimeError), at_most(60), at_most(1):
            raise OutOfTimeError(1)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# Disks and caches


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], int]:
    """Lets the command keep what it finds; counts what a folder keeps."""
    monkeypatch.delenv("JDLINT_NO_CACHE")
    return lambda folder: sum(1 for path in folder.rglob("*.json") if path.stat().st_size)


def no_room() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_a_full_disk_leaves_postings_as_they_were(folder: Path) -> None:
    (folder / "a.md").write_text(MENDABLE, encoding="utf-8")
    before = (folder / "a.md").read_bytes()
    run = command("--fix", "--unsafe-fixes", "a.md", preexec_fn=no_room)
    assert run.returncode == 2
    assert "error: a.md: can't be written: file too large\n" in run.stderr
    assert (folder / "a.md").read_bytes() == before
    assert sorted(p.name for p in folder.iterdir()) == [".git", "a.md", "good.md"]


@pytest.mark.unmeasured
def test_a_cache_without_room_costs_nothing_but_time(folder: Path, cache: Callable[[Path], int]) -> None:
    whole = command("--cache-dir", "kept", "good.md")
    full = command("--cache-dir", "other", "good.md", preexec_fn=no_room)
    assert (cache(folder / "kept"), cache(folder / "other")) == (1, 0)
    (folder / "file").touch()
    none = command("--cache-dir", "file/kept", "good.md")
    assert (whole.returncode, whole.stdout, whole.stderr) == (full.returncode, full.stdout, full.stderr)
    assert (whole.returncode, whole.stdout, whole.stderr) == (none.returncode, none.stdout, none.stderr)
    again = command("--cache-dir", "other", "good.md")
    assert again.stdout == whole.stdout
    assert cache(folder / "other") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_report_that_finds_no_room_is_told(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([*JDLINT, "good.md"], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    assert (run.returncode, run.stderr) == (2, "error: the output can't be written: no space left on device\n")


def test_runs_at_once_on_one_cache_say_the_same(folder: Path, cache: Callable[[Path], int]) -> None:
    for number in range(30):
        (folder / f"{number}.md").write_text(POSTING.replace("boats", f"boats {number}"), encoding="utf-8")
    alone = command("--no-cache", ".")
    runs = [
        subprocess.Popen([*JDLINT, "--cache-dir", "kept", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [(*run.communicate(timeout=300), run.returncode) for run in runs]
    assert said == [(alone.stdout, alone.stderr, alone.returncode)] * 4
    assert command("--cache-dir", "kept", ".").stdout == alone.stdout
    assert cache(folder / "kept") == 31
    assert not list((folder / "kept").rglob("*.tmp"))


# Signals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_fixing_leaves_every_posting_whole(folder: Path, number: signal.Signals) -> None:
    old = MENDABLE
    for index in range(150):
        (folder / f"{index:03}.md").write_text(old, encoding="utf-8")
    run = subprocess.Popen([*JDLINT, "--fix", "--unsafe-fixes", "."], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for _ in range(3_000):
        if (folder / "010.md").read_text(encoding="utf-8") != old:
            break
        time.sleep(0.01)
    run.send_signal(number)
    _, error = run.communicate(timeout=120)
    assert run.returncode == (130 if number == signal.SIGINT else -number)
    assert error.strip() == ""
    texts = {p.read_text(encoding="utf-8") for p in folder.glob("[0-9]*.md")}
    assert len(texts) == 2  # as it was, and mended
    assert old in texts
    assert all(p.suffix == ".md" for p in folder.iterdir() if p.name != ".git")
