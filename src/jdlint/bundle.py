"""The modules of a run of the command from one file, in place of a search, a look and a read for the byte code of each.

A wheel brings that file, for the Python that built it; a checkout has none. It is used for modules alone whose source is as it was
when the wheel was built and installed: of the same size, and not written to since. Any other one is imported in Python's own way, so
that nobody who changes a module, or has half of an upgrade, is served what is no longer so. Whoever imports jdlint as a library
gets Python's own way, too.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib import ModuleSpec  # what `importlib` takes them from, which imports more
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from contextlib import suppress

from jdlint import __version__
from jdlint.hints import TYPE_CHECKING
from jdlint.resources.entries import Entries, encoded, read, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from types import CodeType

_ROOT = os.path.dirname(__file__)  # noqa: PTH120
_INDEX = "index"  # the entry that names the modules
_INSTALLATION = 60  # seconds that it may take: a source written later than that after the file was changed since


class _Codes:
    """The code of the modules, read in groups: what the same commands load lies together, and shares its names."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._read: dict[str, CodeType] = {}

    def take(self, name: str, group: int) -> CodeType:
        """The code of a module in a group. An exception of some kind where the file is damaged."""
        if name not in self._read:
            self._read |= self._entries.get(group)
        return self._read.pop(name)


class _Loader(SourceFileLoader):
    """Loads a module as Python does, save that its code is at hand."""

    def __init__(self, name: str, path: str, codes: _Codes, group: int) -> None:
        super().__init__(name, path)
        self._codes = codes
        self._group = group

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module, compiled from the source that lies in its place."""
        import _imp

        try:
            found = self._codes.take(fullname, self._group)
            _imp._fix_co_filename(found, self.path)  # type: ignore[attr-defined]  # noqa: SLF001  # as importlib does with byte code that was compiled elsewhere
        except Exception:  # noqa: BLE001  # whatever is wrong with the file, the source is at hand
            return super().get_code(fullname)
        return found


class _Finder:
    """Finds the modules of the file whose source did not change."""

    def __init__(self, entries: Entries, installed: float) -> None:
        self._codes = _Codes(entries)
        self._known: dict[str, tuple[bool, int, int]] = entries.get(_INDEX)  # whether it is a package, its source's size, its group
        self._latest = installed + _INSTALLATION

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """How the module is loaded; None for one that others are to find."""
        del path, target
        row = self._known.get(name)
        if row is None:
            return None
        package, size, group = row
        folder = f"{_ROOT}{os.sep}{name.partition('.')[2].replace('.', os.sep)}".rstrip(os.sep)
        folder, _, stem = (folder, "", "__init__") if package else folder.rpartition(os.sep)
        place = f"{folder}{os.sep}{stem}.py"
        try:
            info = os.stat(place)  # noqa: PTH116  # pathlib costs time here
        except OSError:
            return None
        if info.st_size != size or info.st_mtime > self._latest:
            return None
        spec = ModuleSpec(name, _Loader(name, place, self._codes, group), origin=place, is_package=package)
        if package:
            spec.submodule_search_locations = [folder]
        spec.has_location = True
        spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{stem}.{sys.implementation.cache_tag}.pyc"
        return spec


def shipped_name() -> str:
    """The file's name for this Python."""
    return f"modules.{sys.implementation.cache_tag}"


def install() -> None:
    """Let the modules of this package come from the file, where there is one that this Python can use."""
    place = f"{_ROOT}/_rules/compiled/{shipped_name()}"
    if sys.flags.optimize or sys.pycache_prefix or (found := read(place, _head())) is None:
        return
    with suppress(Exception):  # whatever is wrong with the file, the sources are at hand
        sys.meta_path.insert(0, _Finder(found, os.stat(place).st_mtime))  # noqa: PTH116


def ship(place: str, commands: Iterable[AbstractSet[str]] = ()) -> None:
    """Compile all modules of this package into a file for `install`, those together that the same commands load.

    `commands` are the modules that each of some commands loads. OSError where the file can't be written.
    """
    from pathlib import Path

    root = Path(_ROOT)
    loads = list(commands)
    known: dict[str, tuple[bool, int, int]] = {}
    numbers: dict[tuple[bool, ...] | str, int] = {}
    groups: dict[int, dict[str, CodeType]] = {}
    for path in sorted(root.rglob("*.py")):
        parts = ("jdlint", *path.relative_to(root).with_suffix("").parts)
        package = path.stem == "__init__"
        module = ".".join(parts[:-1] if package else parts)
        text = path.read_bytes()
        wanted = tuple(module in loaded for loaded in loads)
        number = numbers.setdefault(wanted if any(wanted) else module, len(numbers))
        groups.setdefault(number, {})[module] = compile(text, f"{'/'.join(parts)}.py", "exec", dont_inherit=True)
        known[module] = (package, len(text), number)
    write(place, _head(), {_INDEX: encoded(known), **{number: encoded(group) for number, group in groups.items()}})


def _head() -> tuple[object, ...]:
    """What must be the same for the file to be of use."""
    return __version__, MAGIC_NUMBER
