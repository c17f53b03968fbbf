"""Files of entries that come with a built package or lie beside its byte code: a run reads those that it asks for, and no others.

Entries are kept in the form in which Python keeps constants, so they hold plain values (texts, numbers, tuples, lists, dictionaries)
and code. Such a file lies beside the byte code, and needs no more trust than that: who can write there can change the code as well.

The file: a line with the sizes of its two parts; the head, which says for what it is of use, with the index; and the entries.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Mapping

from jdlint import __version__
from jdlint.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

COMPILED = "compiled"  # the folder beside the rules for what was compiled when the package was built
FORM = 4  # of marshal, the same from Python 3.4 on


class Entries:
    """What is kept, each entry read and decoded when it is asked for."""

    __slots__ = ("_fetch", "places")

    def __init__(self, places: Mapping[Any, tuple[int, int]], fetch: Callable[[int, int], bytes | memoryview]) -> None:
        self.places = places  # where each entry begins, and its size
        self._fetch = fetch  # reads so many bytes, from there on

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def raw(self, name: object) -> bytes | memoryview:
        """An entry as it stands in the file."""
        start, size = self.places[name]
        return self._fetch(size, start)

    def get(self, name: object) -> Any:  # noqa: ANN401  # each entry has its own shape
        """An entry; a fresh object at every call. An exception of some kind where the file is damaged."""
        return marshal.loads(self.raw(name))  # noqa: S302  # see above


def read(place: str, head: tuple[object, ...]) -> Entries | None:
    """The entries of a file; None where there is none, or one of another head."""
    try:
        with open(place, "rb") as file:  # noqa: PTH123  # pathlib costs time here
            sizes = file.readline()
            index, length = map(int, sizes.split())
            found, places = marshal.loads(file.read(index))  # noqa: S302  # see above
            first = len(sizes) + index
            if found != head or not isinstance(places, dict) or os.fstat(file.fileno()).st_size != first + length:
                return None
            if hasattr(os, "pread"):  # of some megabytes, a run needs a tenth
                number = os.dup(file.fileno())
                return Entries(places, lambda size, start: os.pread(number, size, first + start))
            body = memoryview(file.read())
            return Entries(places, lambda size, start: body[start : start + size])
    except (OSError, ValueError, TypeError, EOFError):
        return None


def write(place: str, head: tuple[object, ...], rows: Mapping[Any, bytes | memoryview]) -> None:
    """Write encoded entries to a file; OSError where that is not possible."""
    places, at = {}, 0
    for name, row in rows.items():
        places[name] = (at, len(row))
        at += len(row)
    written: Any = (head, places)
    index = marshal.dumps(written, FORM)
    with open(place, "wb") as out:  # noqa: PTH123  # as above
        out.write(b"%d %d\n" % (len(index), at))
        out.write(index)
        out.writelines(rows.values())


def encoded(value: Any) -> bytes:  # noqa: ANN401  # each entry has its own shape
    """A value as an entry; ValueError for one that is not plain."""
    return marshal.dumps(value, FORM)


def plain(value: Any) -> Any:  # noqa: ANN401  # of any shape
    """A value as JSON would hold it, which is what a checkout works with: a date is its ISO text, a key is a text."""
    import json

    return json.loads(json.dumps(value, default=str))


def prebuilt(folder: str, name: str) -> Entries | None:
    """The set that was compiled for a folder of rules when the package was built, if this is a built package."""
    return read(_shipped(folder, name), (__version__,))


def prebuild(folder: Path, name: str, values: Mapping[str, Any]) -> None:
    """Store a set for `prebuilt`; ValueError for one that is not plain, OSError where it can't be written."""
    place = _shipped(str(folder), name)
    os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
    write(place, (__version__,), {key: encoded(value) for key, value in values.items()})


def _shipped(folder: str, name: str) -> str:
    return f"{folder}/{COMPILED}/{name}.entries"
