"""How the reports for other tools name files: from a folder that those tools know, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from jdlint.engine.result import Tally
from jdlint.text.opening import STDIN
from jdlint.text.record import replace

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # where GitHub and GitLab keep the repository that they run in


def placed(path: str, *, in_repository: bool = False) -> str:
    """The path from the working folder, or from the top of the repository that CI runs in.

    A file outside of that folder keeps the path that its user named.
    """
    if path == STDIN:
        return path
    here = Path.cwd()
    base = _repository(here) if in_repository else here
    full = Path(os.path.normpath(here / path))
    if full.is_relative_to(base):
        return full.relative_to(base).as_posix()
    return PurePath(os.path.normpath(path)).as_posix()


def placed_sums(tally: Tally, *, in_repository: bool = False) -> Tally:
    """The sums, with the paths in them named the same way."""
    return replace(tally, passed_over=[replace(r, path=placed(r.path, in_repository=in_repository)) for r in tally.passed_over])


def _repository(here: Path) -> Path:
    """The checkout around the working folder where CI names one, else the working folder."""
    named = (Path(value) for name in _ROOTS if (value := os.environ.get(name)))
    return next((root for root in named if root.is_absolute() and here.is_relative_to(root)), here)
