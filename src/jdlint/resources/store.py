"""Parsed data files, kept as JSON in the cache folder so that a start need not parse YAML.

A stored set is text: a header line, then one line of JSON an entry, decoded when it is asked for.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jdlint import __version__
from jdlint.hints import Any
from jdlint.resources.digest import digest

KEPT = 8  # stored sets of a name: several checkouts, versions and folders of rules, and none grows without bounds
_YAML = (".yaml", ".yml")
_RENEWED = 3600  # seconds after which a set that is read counts as used again; also what a half-written file is given


class Store:
    """Named entries, each decoded when it is asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def names(self) -> tuple[str, ...]:
        """All entries' names in order."""
        return tuple(self._lines)

    def get(self, name: str) -> Any:  # noqa: ANN401  # each entry has its own shape
        """The entry; a fresh object at every call."""
        return json.loads(self._lines[name])


def cache_dir() -> Path:
    """The folder for what can be made again: JDLINT_CACHE_DIR, or the platform's cache folder."""
    if own := os.environ.get("JDLINT_CACHE_DIR"):
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / "jdlint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "jdlint"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "jdlint"


def stamp(files: Iterable[tuple[str, os.stat_result]], version: str) -> str:
    """A digest that changes when one of the files, the version of their form or jdlint does."""
    rows = sorted(f"{name}\0{info.st_size}\0{info.st_mtime_ns}" for name, info in files)
    return digest(16, __version__, version, *rows)


def scan(folder: Path) -> list[tuple[Path, os.stat_result]]:
    """The YAML files right in a folder, by name; none where there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            found = [(Path(e.path), e.stat()) for e in entries if e.name.endswith(_YAML) and e.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found, key=lambda row: row[0].name)


def yaml_files(place: Path) -> list[Path]:
    """The YAML files anywhere in a folder, in order; of a file, the file itself."""
    return sorted(p for p in place.rglob("*") if p.suffix in _YAML and p.is_file()) if place.is_dir() else [place]


def cached(name: str, key: str, make: Callable[[], tuple[dict[str, Any], bool]]) -> Store:
    """The stored set with this key, else what `make` returns, which is stored unless it says that it is not complete.

    Of each name, the KEPT sets that were used last are kept. A damaged file is made again; a folder that can't be written to
    costs time and nothing else.
    """
    try:
        file = cache_dir() / name / f"{key}.jsonl"
    except RuntimeError:  # no home folder
        return Store(_encode(make()[0]))
    lines = read(file, key)
    if lines is None:
        entries, complete = make()
        lines = _encode(entries)
        if complete and write(file, key, lines):
            _prune(file.parent)
    else:
        _renew(file)
    return Store(lines)


def _renew(file: Path) -> None:
    """Note that a stored set is in use; that a set was read in the last hour need not be noted again."""
    try:
        if time.time() - file.stat().st_mtime > _RENEWED:
            os.utime(file)
    except OSError:
        return


def _prune(folder: Path) -> None:
    """Drop the sets that were used longest ago, and what was never written to its end."""
    try:
        with os.scandir(folder) as entries:
            rows = sorted(((e.stat().st_mtime, e.path) for e in entries), reverse=True)
        left = [path for _, path in rows if path.endswith(".jsonl")][KEPT:]
        left += [path for used, path in rows if path.endswith(".tmp") and time.time() - used > _RENEWED]
        for path in left:
            Path(path).unlink(missing_ok=True)
    except OSError:  # another process prunes as well, or nobody may
        return


def _encode(entries: Mapping[str, Any]) -> dict[str, str]:
    return {k: json.dumps(v, ensure_ascii=False, separators=(",", ":"), default=str) for k, v in entries.items()}


def read(file: Path, key: str) -> dict[str, str] | None:
    """The entries of a stored set; None where it is missing, damaged or of another key."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        header = json.loads(head)
        if header["key"] != key or header["check"] != zlib.crc32(body):
            return None
        return dict(zip(header["names"], body.decode().split("\n"), strict=True))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(file: Path, key: str, lines: Mapping[str, str]) -> bool:
    """Store a set in one step, so that no reader ever sees half of it; False where that is not possible."""
    import tempfile  # costs more than the whole store, and most runs only read

    body = "\n".join(lines.values()).encode()
    head = json.dumps({"key": key, "check": zlib.crc32(body), "names": list(lines)}).encode()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.stem}.", suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(head + b"\n" + body)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return False
    return True
