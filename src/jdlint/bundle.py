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
    from collections.abc import Sequence
    from types import CodeType

_ROOT = os.path.dirname(__file__)  # noqa: PTH120
_INDEX = ""  # the entry that names the modules
_INSTALLATION = 60  # seconds that it may take: a source written later than that after the file was changed since


class _Loader(SourceFileLoader):
    """Loads a module as Python does, save that its code is at hand."""

    def __init__(self, name: str, path: str, entries: Entries) -> None:
        super().__init__(name, path)
        self._entries = entries

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module, compiled from the source that lies in its place."""
        import _imp

        try:
            found: CodeType = self._entries.get(fullname)
            _imp._fix_co_filename(found, self.path)  # type: ignore[attr-defined]  # noqa: SLF001  # as importlib does with byte code that was compiled elsewhere
        except Exception:  # noqa: BLE001  # whatever is wrong with the file, the source is at hand
            return super().get_code(fullname)
        return found


class _Finder:
    """Finds the modules of the file whose source did not change."""

    def __init__(self, entries: Entries, installed: float) -> None:
        self._entries = entries
        self._known: dict[str, tuple[bool, int]] = entries.get(_INDEX)  # whether it is a package, and the size of its source
        self._latest = installed + _INSTALLATION

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """How the module is loaded; None for one that others are to find."""
        del path, target
        row = self._known.get(name)
        if row is None:
            return None
        package, size = row
        folder = f"{_ROOT}{os.sep}{name.partition('.')[2].replace('.', os.sep)}".rstrip(os.sep)
        folder, _, stem = (folder, "", "__init__") if package else folder.rpartition(os.sep)
        place = f"{folder}{os.sep}{stem}.py"
        try:
            info = os.stat(place)  # noqa: PTH116  # pathlib costs time here
        except OSError:
            return None
        if info.st_size != size or info.st_mtime > self._latest:
            return None
        spec = ModuleSpec(name, _Loader(name, place, self._entries), origin=place, is_package=package)
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


def ship(place: str) -> None:
    """Compile all modules of this package into a file for `install`. OSError where that is not possible."""
    from pathlib import Path

    root = Path(_ROOT)
    known, rows = {}, {}
    for path in sorted(root.rglob("*.py")):
        parts = ("jdlint", *path.relative_to(root).with_suffix("").parts)
        package = path.stem == "__init__"
        module = ".".join(parts[:-1] if package else parts)
        text = path.read_bytes()
        known[module] = (package, len(text))
        rows[module] = encoded(compile(text, f"{'/'.join(parts)}.py", "exec", dont_inherit=True))
    write(place, _head(), {_INDEX: encoded(known), **rows})


def _head() -> tuple[object, ...]:
    """What must be the same for the file to be of use."""
    return __version__, MAGIC_NUMBER
