"""Compiled regular expressions, kept beside the package's byte code as Python keeps the byte code itself.

To compile the expressions of one short run takes longer than the run. What is kept lies in the folder of this module's own
`.pyc`, or was made when the package was built and lies in it; who can write there can change the code as well, so it needs no
more trust than that. It is used only by the Python that made it, which checks each code before it takes it; whatever is missing
or odd is compiled anew.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache

from jdlint import __version__
from jdlint.hints import Any
from jdlint.resources import entries
from jdlint.resources.entries import Entries

_FORM = 3  # of the file; raise it when that changes
_MOST = 4000  # expressions in the file, beyond which those of older versions of the text are let go
_Kept = tuple[str, int, int, bytes, int, dict[str, int], tuple[str | None, ...]]  # pattern, its flags, what `_sre.compile` takes

_learnt: dict[int, _Kept] = {}


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns."""
    flags = int(flags)
    key = zlib.crc32(pattern.encode("utf-8", "surrogatepass") if isinstance(pattern, str) else pattern, flags)
    for file in _files():
        if key in file:
            with suppress(Exception):  # whatever is wrong with what was kept, the pattern itself is at hand
                known = file.get(key)
                if known[:2] == (pattern, flags):
                    return _revive(known)
    try:
        return _learn(key, pattern, flags)
    except re.error:
        raise
    except Exception:  # noqa: BLE001  # another Python may be built in another way
        return re.compile(pattern, flags)


def keep() -> None:
    """Write down what was compiled in this run; where that is not possible, the next run compiles it again."""
    place = _place()
    if not _learnt or place is None or sys.dont_write_bytecode:
        return
    known = entries.read(place, _head())
    rows = {key: known.raw(key) for key in known.places} if known and len(known.places) + len(_learnt) <= _MOST else {}
    beside = f"{place}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120  # an installer need not compile
        entries.write(beside, _head(), {**rows, **_encoded()})
        os.replace(beside, place)  # noqa: PTH105
    except OSError:
        return
    _learnt.clear()


def ship(place: str) -> None:
    """Write what was compiled in this run as the file that comes with the package. OSError where that is not possible."""
    entries.write(place, _shipped_head(), _encoded())


def shipped_name() -> str:
    """The name of the file that comes with the package for this Python."""
    return f"patterns.{sys.implementation.cache_tag}"


def _encoded() -> dict[int, bytes]:
    return {key: entries.encoded(row) for key, row in _learnt.items()}


def _place() -> str | None:
    """The file beside this module's byte code; None for a module that has none, as in an archive."""
    own = __spec__.cached if __spec__ is not None else None
    return f"{own.removesuffix('.pyc')}.patterns" if own else None


def _shipped_place() -> str:
    """The file that comes with a built package."""
    return f"{__file__.rpartition('text')[0]}_rules/compiled/{shipped_name()}"


def _head() -> tuple[object, ...]:
    """What must be the same for the file to be of use."""
    return (*_shipped_head(), sys.version)


def _shipped_head() -> tuple[object, ...]:
    """What must be the same for a file made by another build of this Python to be of use."""
    import _sre  # type: ignore[import-not-found]  # as `re` itself does

    return _FORM, __version__, sys.implementation.cache_tag, _sre.MAGIC, _sre.CODESIZE, sys.byteorder


@cache
def _files() -> tuple[Entries, ...]:
    place = _place()
    found = (place and entries.read(place, _head()), entries.read(_shipped_place(), _shipped_head()))
    return tuple(file for file in found if file)


def _revive(known: _Kept) -> re.Pattern[str]:
    import _sre

    pattern, _, flags, code, groups, names, by_number = known
    found: re.Pattern[str] = _sre.compile(pattern, flags, array("I", code).tolist(), groups, names, by_number)
    return found


def _learn(key: int, pattern: str, flags: int) -> re.Pattern[str]:
    """Compile as `re` does, and remember the code."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from jdlint.text.leap import tell

    parsed: Any = _parser.parse(pattern, flags)
    code: list[int] = _compiler._code(parsed, flags)  # noqa: SLF001
    state = parsed.state
    if isinstance(pattern, str):
        tell(code, parsed, flags | state.flags)
    by_number: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        by_number[number] = name
    made = flags | state.flags
    known = (pattern, flags, made, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(by_number))
    found = _revive(known)
    _learnt[key] = known
    return found
