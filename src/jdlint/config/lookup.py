"""Which settings hold for which folder."""

from __future__ import annotations

import os

from jdlint.config.load import find, load, load_tree
from jdlint.config.model import Settings
from jdlint.config.tree import Node
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.text.record import dataclass, replace

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Given:
    """What `--config` and the environment give: a file that stands for the nearest one, and settings that go on top of a file's.

    `default` is the file that the environment names.
    """

    file: Path | None = None
    default: Path | None = None
    environment: Node | None = None
    inline: Node | None = None


class Lookup:
    """Settings by folder: the nearest file upwards, or the one named by `file`; with `isolated`, none at all.

    On top of them goes what the environment says, unless `isolated`, then `--config KEY=VALUE`. `override` holds what other options
    say; it replaces the settings' own values, save that added rules are added, and that a function makes a new value of the settings.
    """

    def __init__(self, *, file: Path | Given | None = None, isolated: bool = False, override: dict[str, Any] | None = None) -> None:
        given = file if isinstance(file, Given) else Given(file)
        file = given.file or (None if isolated else given.default)
        self._said = tuple(n for n in (None if isolated else given.environment, given.inline) if n is not None)
        self._override = override or {}
        self._by_file: dict[Path | None, Settings] = {}
        self._by_folder: dict[str, Settings] = {}
        self._fixed = self._load(file) if file is not None or isolated else None

    def of(self, folder: str) -> Settings:
        """The settings for the files in a folder."""
        if self._fixed is not None:
            return self._fixed
        found = self._by_folder.get(folder)
        if found is None:
            found = self._by_folder[folder] = self._load(find(folder))
        return found

    def of_file(self, path: str) -> Settings:
        """The settings for a file."""
        return self.of(os.path.dirname(path) or os.curdir)  # noqa: PTH120  # pathlib costs time here

    def tree(self, settings: Settings) -> Node:
        """What settings were decoded from, other options apart, as a tree whose values know where they were said."""
        return load_tree(settings.file, *self._said)

    def _load(self, file: Path | None) -> Settings:
        found = self._by_file.get(file)
        if found is None:
            settings = load(file, *self._said)
            added = {key: (*getattr(settings, key), *self._override[key]) for key in ("extend_select",) if key in self._override}
            said = {key: value(settings) if callable(value) else value for key, value in self._override.items()}
            found = self._by_file[file] = replace(settings, **(said | added))
        return found
