"""What a repository's .gitignore files leave out."""

from __future__ import annotations

import os
from pathlib import Path

from jdlint.hints import TYPE_CHECKING
from jdlint.text.opening import read_file

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_MOST_BYTES = 1_000_000


def repository(folder: Path) -> Path | None:
    """The top of the repository that a folder, given in full, stands in; None outside of one."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)


class GitIgnore:
    """The .gitignore files from the repository's root down to the folders that were entered; none outside a repository.

    A folder that was named on the command line is searched even where it is ignored, and all that is in it.
    """

    def __init__(self, top: str) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        start = Path(os.path.abspath(top))  # noqa: PTH100  # symbolic links stay as the walk shows them
        root = repository(start)
        self._on = root is not None
        if root is not None:
            for folder in reversed([start, *start.parents]):
                if folder.is_relative_to(root):
                    self.enter(str(folder))
            self._on = not self.leaves_out(start, folder=True)

    def enter(self, folder: str) -> None:
        """Heed the .gitignore of a folder, if it has one."""
        place = Path(os.path.abspath(folder))  # noqa: PTH100  # as above
        file = place / ".gitignore"
        if self._on and place not in self._specs and file.is_file():
            from pathspec import GitIgnoreSpec

            try:
                self._specs[place] = GitIgnoreSpec.from_lines(read_file(str(file), _MOST_BYTES).decode("utf-8", "replace").splitlines())
            except (OSError, ValueError):  # git itself passes over what it can't read
                return

    def leaves_out(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the nearest file that speaks of a path ignores it."""
        place = Path(os.path.abspath(path))  # noqa: PTH100  # as above
        for above in place.parents if self._specs and self._on else ():
            spec = self._specs.get(above)
            if spec is not None:
                verdict = spec.check_file(f"{place.relative_to(above).as_posix()}{'/' if folder else ''}").include
                if verdict is not None:
                    return verdict
        return False
