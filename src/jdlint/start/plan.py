"""What setting up changes: files to write, files to leave alone, and what the user has to add himself."""

from __future__ import annotations

import difflib
from pathlib import Path

from jdlint.engine.atomic import overwrite
from jdlint.text.opening import read_file
from jdlint.text.record import dataclass

_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """One file. `text` is its new content, `before` what it holds; where `text` is None it stays as it is, and `note` says why."""

    path: Path
    text: str | None
    before: str | None = None
    note: str = ""

    def diff(self) -> str:
        """The change as a unified diff."""
        old = (self.before or "").splitlines(keepends=True)
        name = self.path.as_posix()
        rows = difflib.unified_diff(old, (self.text or "").splitlines(keepends=True), name if old else "/dev/null", name)
        return "".join(row if row.endswith("\n") else f"{row}\n" for row in rows)

    def write(self) -> None:
        """Make the change. OSError where that can't be done, or the file is no longer what was read."""
        if self.text is None:
            return
        data = self.text.encode()
        if self.before is not None:
            overwrite(str(self.path), data, self.before.encode())
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("xb") as file:
            file.write(data)


def read_text(path: Path) -> str | None:
    """The content of a file with its line ends; None where it is not there. OSError and UnicodeDecodeError where it can't be read."""
    return read_file(str(path), _MOST_BYTES).decode() if path.exists() else None


def fresh(path: Path, text: str, *, force: bool) -> Step:
    """A file that is written whole: one that is there stays, unless it is to be overwritten."""
    before = read_text(path)
    if before is None or (force and before != text):
        return Step(path, text, before)
    return Step(path, None, before, "is as it should be" if before == text else "is there already (--force overwrites it)")
