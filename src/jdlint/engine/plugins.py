"""Packages of rules that settings name: installed beside jdlint, found by their entry point, and read as data.

No code of a package runs: its entry point in the group `jdlint.rules` names a module, and what counts are the rule files in that
module's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from jdlint.config.errors import ConfigError
from jdlint.config.model import Pick
from jdlint.rules.errors import nearest

GROUP = "jdlint.rules"


def folders(picks: tuple[Pick, ...]) -> Iterator[Path]:
    """The folders of rules that installed packages offer under these names; ConfigError for a name that none has."""
    offered = _offered()
    for pick in picks:
        if pick.text not in offered:
            have = nearest(pick.text, offered) or (f" (installed: {', '.join(sorted(offered))})" if offered else "")
            raise ConfigError(pick.at, f'no installed package offers rules as "{pick.text}"{have}')
        place = _folder(offered[pick.text].module)
        if place is None:
            raise ConfigError(pick.at, f'the package behind "{pick.text}" has no folder "{offered[pick.text].module}" to hold rules')
        yield place


@cache
def _offered() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _folder(module: str) -> Path | None:
    """The folder of a package's module, found without an import of it: only the path of the topmost one is looked up."""
    top, *inner = module.split(".")
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        return None
    places = [] if spec is None else spec.submodule_search_locations or []
    return next((place for root in places if (place := Path(root, *inner)).is_dir()), None)
