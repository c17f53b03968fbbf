"""Answers kept in the cache folder, by what was asked: the same passage stands in many postings, and in tomorrow's run."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from jdlint import __version__
from jdlint.analysis.grammar.client import Match
from jdlint.resources.digest import digest
from jdlint.resources.store import cache_dir

_FORM = "1"  # of the rows; raise it when they change
_MOST = 50_000  # answers that are kept: some ten megabytes
_AT_ONCE = 500
_PATIENCE = 2.0  # seconds to wait for another process


def key(*parts: str) -> bytes:
    """What an answer is kept under: a digest of all that it depends on."""
    return bytes.fromhex(digest(16, _FORM, __version__, *parts))


class Store:
    """A table in a file. A file that is damaged, locked or can't be written to costs time and nothing else."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        if file is None:
            with suppress(RuntimeError):  # no home folder
                self._file = cache_dir() / "grammar.sqlite"

    def get(self, keys: Iterable[bytes]) -> dict[bytes, tuple[Match, ...]]:
        """The answers that are there."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, tuple[Match, ...]] = {}
        if self._file is None or not self._file.exists():
            return found
        try:
            with closing(self._open(self._file)) as table:
                for at in range(0, len(wanted), _AT_ONCE):
                    some = wanted[at : at + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    rows = table.execute(f"SELECT key, matches FROM answers WHERE key IN ({marks})", some)  # noqa: S608  # marks only
                    found.update((row_key, _decode(text)) for row_key, text in rows)
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return {}
        return found

    def put(self, answers: Mapping[bytes, tuple[Match, ...]]) -> None:
        """Keep answers; of too many, the oldest go."""
        if self._file is None or not answers:
            return
        rows = [(k, json.dumps(matches, ensure_ascii=False, separators=(",", ":"))) for k, matches in answers.items()]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open(self._file)) as table, table:
                table.executemany("INSERT OR REPLACE INTO answers (key, matches) VALUES (?, ?)", rows)
                table.execute("DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?", (_MOST,))
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):  # no table at all: the next run makes a new one
                with suppress(OSError):
                    self._file.unlink()
        except OSError:
            return

    def _open(self, file: Path) -> sqlite3.Connection:
        table = sqlite3.connect(os.fspath(file), timeout=_PATIENCE)
        try:
            table.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB UNIQUE, matches TEXT NOT NULL)")
        except sqlite3.Error:
            table.close()
            raise
        return table


def _decode(text: str) -> tuple[Match, ...]:
    return tuple(Match(s, e, rule, of, issue, said, tuple(use)) for s, e, rule, of, issue, said, use in json.loads(text))
