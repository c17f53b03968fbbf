"""Which settings hold for which folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jdlint.config.load import find, load
from jdlint.config.model import Settings
from jdlint.text.record import replace


class Lookup:
    """Settings by folder: the nearest file upwards, or the one named by `file`; with `isolated`, none at all.

    `override` holds what the command line says; it replaces the settings' own values, save that added rules are added.
    """

    def __init__(self, *, file: Path | None = None, isolated: bool = False, override: dict[str, Any] | None = None) -> None:
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
            found = self._by_folder[folder] = self._load(find(Path(folder)))
        return found

    def of_file(self, path: str) -> Settings:
        """The settings for a file."""
        return self.of(str(Path(path).parent))

    def _load(self, file: Path | None) -> Settings:
        found = self._by_file.get(file)
        if found is None:
            settings = load(file)
            added = {key: (*getattr(settings, key), *self._override[key]) for key in ("extend_select",) if key in self._override}
            found = self._by_file[file] = replace(settings, **(self._override | added))
        return found
