"""Parsers in C run in a process of their own: what a broken or hostile file makes them do costs that process, and never the run.

No alarm interrupts such a parser, and no exception tells that it broke down. So the process over there gets a time and a size, and ends
by itself where it needs more of either.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress

_HERE = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from jdlint.readers.{} import main; main()"
_MEMORY = 2_000_000_000  # bytes of address space
LATE = 1  # what a process exits with whose time is up


def command(module: str) -> list[str]:
    """The command line that runs `main` of a module of ours in a process of its own."""
    return [sys.executable, "-c", _HERE.format(module), json.dumps(sys.path)]


def environment() -> dict[str, str]:
    """The environment of that process, whose streams are UTF-8."""
    return os.environ | {"PYTHONIOENCODING": "utf-8"}


def confine() -> None:
    """Over there: take no more memory than a posting needs; where the system knows no such bound, there is none."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def end_after(seconds: float) -> None:
    """Over there: end the process after so many seconds, whatever runs; each call begins anew, and 0 calls it off.

    The clock of `faulthandler` is a thread in C, which runs though no line of Python does.
    """
    import faulthandler

    faulthandler.cancel_dump_traceback_later()
    if seconds:
        faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())


def _nowhere() -> int:
    """Where nobody reads what `faulthandler` has to say."""
    return os.open(os.devnull, os.O_WRONLY)
