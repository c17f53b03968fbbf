"""Compiled regular expressions, kept beside the package's byte code as Python keeps the byte code itself.

To compile the expressions of one short run takes longer than the run. What is kept lies in the folder of this module's own
`.pyc`, and nowhere else: who can write there can change the code as well, so it needs no more trust than that. It is used only
by the very Python that made it, which checks each code before it takes it; whatever is missing or odd is compiled anew.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cache
from typing import Any

from jdlint import __version__

_FORM = 1  # of the file; raise it when that changes
_MOST = 4000  # expressions in the file, beyond which those of older versions of the text are let go
_Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # what `_sre.compile` takes after the pattern
_Key = tuple[str, int]

_learnt: dict[_Key, _Kept] = {}


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns."""
    flags = int(flags)
    known = _kept().get((pattern, flags))
    if known is not None:
        with suppress(Exception):  # whatever is wrong with what was kept, the pattern itself is at hand
            return _revive(pattern, known)
    try:
        return _learn(pattern, flags)
    except re.error:
        raise
    except Exception:  # noqa: BLE001  # another Python may be built in another way
        return re.compile(pattern, flags)


def keep() -> None:
    """Write down what was compiled in this run; where that is not possible, the next run compiles it again."""
    place = _place()
    if not _learnt or place is None or sys.dont_write_bytecode:
        return
    import marshal
    import os

    known = _kept()
    rows = {**(known if len(known) + len(_learnt) <= _MOST else {}), **_learnt}
    written: Any = (_head(), rows)
    beside = f"{place}.{os.getpid()}.tmp"
    try:
        with open(beside, "wb") as out:  # noqa: PTH123  # pathlib is not needed for anything else here
            out.write(marshal.dumps(written))
        os.replace(beside, place)  # noqa: PTH105
    except OSError:
        return
    _learnt.clear()


def _place() -> str | None:
    """The file beside this module's byte code; None for a module that has none, as in an archive."""
    own = __spec__.cached if __spec__ is not None else None
    return f"{own.removesuffix('.pyc')}.patterns" if own else None


def _head() -> tuple[object, ...]:
    """What must be the same for the file to be of use."""
    import _sre  # type: ignore[import-not-found]  # as `re` itself does

    return _FORM, __version__, sys.version, _sre.MAGIC, _sre.CODESIZE


@cache
def _kept() -> dict[_Key, _Kept]:
    import marshal

    place = _place()
    try:
        if place is None:
            return {}
        with open(place, "rb") as file:  # noqa: PTH123
            head, rows = marshal.loads(file.read())  # noqa: S302  # as far to be trusted as the byte code beside it
        return rows if head == _head() and isinstance(rows, dict) else {}
    except (OSError, ValueError, TypeError, EOFError, ImportError, AttributeError):
        return {}


def _revive(pattern: str, known: _Kept) -> re.Pattern[str]:
    import _sre

    flags, code, groups, names, by_number = known
    found: re.Pattern[str] = _sre.compile(pattern, flags, memoryview(code).cast("I").tolist(), groups, names, by_number)
    return found


def _learn(pattern: str, flags: int) -> re.Pattern[str]:
    """Compile as `re` does, and remember the code."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed: Any = _parser.parse(pattern, flags)
    code: list[int] = _compiler._code(parsed, flags)  # noqa: SLF001
    state = parsed.state
    by_number: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        by_number[number] = name
    known = (flags | state.flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(by_number))
    found = _revive(pattern, known)
    _learnt[pattern, flags] = known
    return found
