"""The program itself: how the process ends."""

from __future__ import annotations

import atexit
import gc
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from jdlint import __main__ as program

RUN = """
import atexit, sys, threading
atexit.register(lambda: print("registered work was done"))
sys.argv = ["jdlint", "nope.md"]
{more}
from jdlint.__main__ import run
run()
"""


@pytest.mark.parametrize(
    "more",
    [
        "",
        "threading.Thread(target=lambda: (threading.main_thread().join(), print('the thread came to its end'))).start()",
        "sys.settrace(lambda *_: None)",
    ],
)
def test_the_process_ends_with_its_code_and_all_that_is_registered(tmp_path: Path, more: str) -> None:
    code = RUN.replace("{more}", more)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120)
    assert (done.returncode, done.stderr) == (2, "error: nope.md: no such file or folder\n")
    told = ["Not checked: 1 file that could not be read.", "the thread came to its end", "registered work was done"]
    assert done.stdout.splitlines() == [line for line in told if "Thread(" in more or "thread" not in line]


class Left(BaseException):
    """Stands for the end of the process."""


def test_a_reader_that_went_away_changes_no_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipe's other end may be closed by now; what is left in the streams goes nowhere, and the code stays."""

    class Broken:
        def flush(self) -> None:
            raise BrokenPipeError

    def leave(code: int) -> NoReturn:
        raise Left(code)

    monkeypatch.setattr("jdlint.cli.main.main", lambda: 1)
    monkeypatch.setattr("jdlint.bundle.install", lambda: None)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(atexit, "_run_exitfuncs", lambda: None)  # those of the tests are for later
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(sys, "gettrace", lambda: None)
    monkeypatch.setattr(sys, "getprofile", lambda: None)
    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(sys, "stdout", Broken())
    with pytest.raises(Left, match="1"):
        program.run()
