"""Build hook: compile the rules into the wheel, so that a fresh machine starts as fast as a warm one."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Adds the compiled rules and lexicons to a wheel; an editable install reads the YAML files as they change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from jdlint.rules.index import prebuild_all

        self._folder = tempfile.TemporaryDirectory()
        prebuild_all(Path(self._folder.name))
        for path in Path(self._folder.name).rglob("*.jsonl"):
            build_data["force_include"][str(path)] = f"jdlint/_rules/compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's form
        """Remove what was compiled."""
        if version != "editable":
            self._folder.cleanup()
