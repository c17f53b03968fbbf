"""What people at a terminal get and pipes do not: a bar, links, and `--watch`."""

from __future__ import annotations

import io
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from jdlint.cli.main import main
from jdlint.cli.progress import Progress
from jdlint.engine.result import Result

POSTING = "# Salesman\n\n## Duties\n\n- Sell boats\n- Count boats\n\n## Requirements\n\n- Two years in sales\n\nWrite to a@b.example.\n"
MENDED = POSTING.replace("Salesman", "Salesperson")
LINK = "\x1b]8;;"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / ".git").mkdir()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.md").write_text(POSTING, encoding="utf-8")
    return tmp_path


# The bar


def run(results: Iterable[Result], total: int, delay: float, monkeypatch: pytest.MonkeyPatch) -> str:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    bar = Progress(lambda: total, delay)
    for result in bar.over(results):
        bar.clear()
        terminal.write(f"{result.path}\n")
    return terminal.getvalue()


def test_the_bar_makes_way_for_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run([Result(str(n)) for n in range(3)], 3, 0, monkeypatch)
    assert "1/3" in shown
    assert "3/3" in shown
    assert all(f"\r\x1b[K\x1b[?25h{n}\n" in shown for n in range(3))
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h")  # the cursor is there again
    assert shown.endswith("2\n")


def test_a_short_run_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run([Result("a"), Result("b")], 2, 60, monkeypatch) == "a\nb\n"
    assert run([Result("a")], 1, 0, monkeypatch) == "a\n"  # nothing is left to wait for


def test_a_fault_leaves_no_bar_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing() -> Iterable[Result]:
        yield Result("a")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(failing(), 9, 0, monkeypatch)
    assert sys.stderr.getvalue().endswith("\x1b[?25ha\n")  # type: ignore[attr-defined]


@pytest.mark.parametrize(("arguments", "term", "shown"), [([], "xterm", True), (["--quiet"], "xterm", False), ([], "dumb", False)])
def test_who_sees_a_bar(
    arguments: list[str], term: str, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (Path("jobs") / "b.md").write_text(MENDED, encoding="utf-8")
    monkeypatch.setattr(Progress.__init__, "__defaults__", (0,))
    monkeypatch.setenv("TERM", term)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["check", "--isolated", "--exit-zero", "--select", "TTL", *arguments, "jobs"]) == 0
    assert ("Checking" in terminal.getvalue()) is shown
    assert "Checking" not in capsys.readouterr().out


def test_a_pipe_sees_no_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(Progress.__init__, "__defaults__", (0,))
    main(["check", "--isolated", "--select", "TTL", "jobs"])
    printed = capsys.readouterr()
    assert printed.err == ""
    assert LINK not in printed.out


# Links


def test_links_stand_around_rules_and_places(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    main(["check", "--isolated", "--select", "TTL", "--hyperlinks", "always", "jobs"])
    shown = capsys.readouterr().out
    assert f"{LINK}{(folder / 'jobs' / 'a.md').as_uri()}\x1b\\jobs/a.md:1:3{LINK}\x1b\\: error {LINK}" in shown
    assert f"/TTL002\x1b\\TTL002{LINK}\x1b\\ gendered-title" in shown


# Watching


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("path", ["jobs", "jobs/a.md"])  # with the system's word on changes, and without
def test_a_change_is_checked_and_an_interrupt_ends_it(path: str, folder: Path) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        arguments = ["-m", "jdlint", "check", "--isolated", "--select", "TTL", "--watch", "--color", "never", path]
        os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606
    try:
        first = read_until(terminal, lambda text: "Watching" in text)
        assert "TTL002 gendered-title" in first
        assert first.startswith("\x1b[2J")  # the screen is cleared
        time.sleep(0.3)  # the watch begins
        (folder / "jobs" / "a.md").write_text(MENDED, encoding="utf-8")
        second = read_until(terminal, lambda text: "Watching" in text)
        assert "No findings in 1 posting." in second
    finally:
        os.kill(child, signal.SIGINT)
        _, status = os.waitpid(child, 0)
        os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0


def read_until(terminal: int, done: Callable[[str], bool], seconds: float = 60) -> str:
    """What a terminal shows until it is enough."""
    text = ""
    while not done(text):
        ready, _, _ = select.select([terminal], [], [], seconds)
        assert ready, text
        text += os.read(terminal, 65536).decode()
    return text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "--watch takes files and folders; standard input can't be read twice"),
        (["--fix", "jobs"], "--watch changes no posting: leave out --fix, --diff and --add-ignore"),
        (["--add-ignore", "jobs"], "--watch changes no posting"),
    ],
)
def test_what_cannot_be_watched(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--watch", *arguments]) == 2
    assert message in capsys.readouterr().err


def watched(**given: object):  # noqa: ANN201
    from jdlint.cli.watch import Watched

    asked = {"config": None, "isolated": False, "force_exclude": False, "baseline": None, "output_file": None, "reports": (), **given}
    return Watched(("jobs",), asked)


def test_all_that_a_check_depends_on_is_watched(folder: Path) -> None:
    (folder / ".jdlint.yaml").write_text("extends: shared.yaml\nrule-paths: [house]\nexclude: [old.md]", encoding="utf-8")
    (folder / "shared.yaml").write_text("fail-on: info", encoding="utf-8")
    (folder / "house").mkdir()
    (folder / "house" / "hat.yaml").write_text("code: HSE001", encoding="utf-8")
    (folder / ".jdlint-baseline.json").write_text("{}", encoding="utf-8")
    for name in ("old.md", "notes.rst", "report.md"):
        (folder / "jobs" / name).write_text("x", encoding="utf-8")
    look = watched(reports=("markdown=jobs/report.md",))
    state = look.state()
    names = {os.path.relpath(path) for path in state}
    assert names == {".jdlint.yaml", "shared.yaml", "house/hat.yaml", ".jdlint-baseline.json", "jobs/a.md"}
    for name in ("shared.yaml", "house/hat.yaml", "jobs/a.md", ".jdlint.yaml"):
        (folder / name).write_text((folder / name).read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
        assert look.state() != state
        state = look.state()
    (folder / "jobs" / "report.md").write_text("more", encoding="utf-8")
    assert look.state() == state


def test_settings_that_cannot_be_used_are_watched_too(folder: Path) -> None:
    look = watched()
    before = look.state()
    (folder / ".jdlint.yaml").write_text("selct: [PAY]", encoding="utf-8")
    broken = look.state()
    assert broken != before
    (folder / ".jdlint.yaml").write_text("select: [PAY]", encoding="utf-8")
    assert look.state() != broken


# Quiet


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_quiet_check_prints_findings_alone(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["check", "--isolated", "--select", "TTL", "--quiet", "--output-format", form]
    assert main([*base, "jobs"]) == 1
    shown = capsys.readouterr()
    assert "TTL002" in shown.out
    assert "finding in" not in shown.out
    (Path("jobs") / "a.md").write_text(MENDED, encoding="utf-8")
    assert main([*base, "jobs"]) == 0
    assert capsys.readouterr() == ("", "")
    (Path("jobs") / "a.md").write_text("Nothing to see.\n", encoding="utf-8")
    assert main([*base, "jobs"]) == 0
    assert main([*base, "--fix", "jobs"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["inspect", "--quiet", ".git"]) == 0
    assert main(["baseline", "create", "--quiet", "jobs"]) == 0
    assert capsys.readouterr() == ("", "")
