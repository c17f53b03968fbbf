"""Patterns for paths, with the rules of .gitignore."""

from __future__ import annotations

import os
from functools import lru_cache

from jdlint.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def matches(patterns: tuple[str, ...], path: str, root: str, *, folder: bool = False) -> bool:
    """Whether a path fits any of the patterns, seen from the root folder. A pattern for a folder fits what is in it."""
    if not patterns:
        return False
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    return _spec(patterns).match_file(f"{relative}/" if folder else relative)
