"""Findings that the settings accept by their fingerprints (`ignore-findings`)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from jdlint.config.model import Settings
from jdlint.engine.assemble import moved
from jdlint.engine.finding import Finding


def unaccepted(findings: Iterable[Finding], path: str, settings: Settings) -> list[Finding]:
    """The findings whose fingerprints the settings don't list.

    A fingerprint is known in whatever folder of the settings' own it was taken down, as it is when lines move.
    """
    names = _names(path, settings.root)
    return [f for f in findings if not any(moved(f.fingerprint, name) in settings.ignore_findings for name in names)]


def _names(path: str, root: str) -> list[str]:
    """How a file can be called: as it is now, in full, and from each folder between the settings' and its own."""
    full = os.path.abspath(path)  # noqa: PTH100  # symbolic links stay: the user sees that path
    try:
        inside = Path(os.path.relpath(full, os.path.abspath(root))).parts  # noqa: PTH100
    except ValueError:  # on another drive
        inside = ()
    names = [os.path.join(*inside[n:]) for n in range(len(inside))]  # noqa: PTH118  # a text is wanted
    return [path, full, *names, *(os.path.join(os.curdir, name) for name in names)]  # noqa: PTH118  # a Path drops the dot
