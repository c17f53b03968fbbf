"""Runs a command until standard input ends, which it does when the process that started this one stops in whatever way.

A program of its own: it imports nothing of jdlint, so that it starts fast and stays small.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading

_GRACE = 3  # seconds to stop in by itself


def _stop_at_end(child: subprocess.Popen[bytes]) -> None:
    while os.read(0, 1024):  # not sys.stdin, whose lock the thread would hold when the interpreter ends
        pass
    child.terminate()
    try:
        child.wait(_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()


def main(command: list[str]) -> int:
    """Run a command to its end or that of standard input, and return its exit code."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as child:  # noqa: S603  # the command that jdlint put together
        threading.Thread(target=_stop_at_end, args=(child,), daemon=True).start()
        return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
