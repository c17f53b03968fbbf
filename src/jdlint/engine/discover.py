"""From the arguments of a command to the files to read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from jdlint.config.errors import unread
from jdlint.config.globs import matches
from jdlint.config.model import Settings
from jdlint.hints import TYPE_CHECKING
from jdlint.text.record import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.engine.gitignore import GitIgnore

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Target:
    """A file to read; `named` if the user asked for it by name. `problem` says why a path can't be read at all."""

    path: str
    named: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """How folders are searched: which names can be read, the settings of a file, and whether named files can be excluded."""

    readable: Callable[[str], bool]
    settings_of: Callable[[str], Settings]
    force_exclude: bool = False

    def excluded(self, path: str, *, folder: bool = False) -> bool:
        """Whether the settings of a path's folder exclude it."""
        settings = self.settings_of(path)
        return matches(settings.exclude, path, settings.root, folder=folder)

    def wanted(self, path: str) -> bool:
        """Whether a file met in a folder is to be read."""
        settings = self.settings_of(path)
        if settings.include and not matches(settings.include, path, settings.root):
            return False
        return (bool(settings.include) or self.readable(path)) and not matches(settings.exclude, path, settings.root)


def discover(paths: Iterable[str], search: Search, seen: set[str] | None = None) -> Iterator[Target]:
    """The files behind the paths, each once, folders searched in the order of their names. `seen` keeps them over calls."""
    seen = set() if seen is None else seen
    for target in _expand(paths, search):
        key = os.path.normcase(os.path.realpath(target.path))  # resolve() fails on a circle of links
        if key not in seen:
            seen.add(key)
            yield target


def _expand(paths: Iterable[str], search: Search) -> Iterator[Target]:
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  # pathlib costs time here
            yield from _folder(path, search)
        elif os.path.lexists(path) or not _MAGIC & set(path):
            yield from _named(path, search)
        else:
            import glob  # a shell has mostly done this already

            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
            if not found:
                yield Target(path, problem="no file matches")
            for name in found:
                yield from _folder(name, search) if os.path.isdir(name) else _named(name, search)  # noqa: PTH112


def _named(path: str, search: Search) -> Iterator[Target]:
    if not os.path.lexists(path):
        web = path.lower().startswith(("http://", "https://"))
        yield Target(path, problem="no connection is opened; save the page, and check the file" if web else "no such file or folder")
    elif not (search.force_exclude and search.excluded(path)):
        yield Target(path)


def _folder(top: str, search: Search) -> Iterator[Target]:
    from pathlib import Path

    from jdlint.engine.gitignore import GitIgnore

    problems: list[OSError] = []
    ignored = GitIgnore(top)
    for folder, folders, files in os.walk(top, onerror=problems.append):
        if folder == top and problems:
            break
        ignored.enter(folder)
        folders[:] = sorted(f for f in folders if _searched(Path(folder, f), search, ignored))
        for name in sorted(files):
            path = Path(folder, name)
            if not name.startswith(".") and search.wanted(str(path)) and not ignored.leaves_out(path):
                yield Target(str(path), named=False)
    for problem in problems:
        yield Target(str(problem.filename or top), problem=unread(problem))


def hidden(folder: Path) -> bool:
    """Whether a folder is passed over for its name."""
    return folder.name.startswith(".") or folder.name in SKIPPED_FOLDERS


def _searched(folder: Path, search: Search, ignored: GitIgnore) -> bool:
    if hidden(folder):
        return False
    return not search.excluded(str(folder), folder=True) and not ignored.leaves_out(folder, folder=True)
