"""Build hook: compile the rules and expressions into the wheel, so that a fresh machine starts as fast as a warm one.

The expressions are those of the Python that builds; other versions compile theirs in their first run, and keep them.
"""

from __future__ import annotations

import os
import subprocess
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
        from jdlint import bundle
        from jdlint.text import compiled

        sys.dont_write_bytecode = True  # and nothing kept from another run is taken for one of this
        compiled._files = lambda: ()  # noqa: SLF001
        from jdlint.law.store import prebuild_jurisdictions
        from jdlint.rules.index import prebuild_all
        from jdlint.rules.load import prebuild_documentation

        self._folder = tempfile.TemporaryDirectory()
        prebuild_all(Path(self._folder.name))
        prebuild_jurisdictions(Path(self._folder.name))
        prebuild_documentation(Path(self._folder.name))
        self._assemble(Path(self._folder.name))
        self._ship_patterns(Path(self._folder.name) / "compiled")
        self._ship_constructors(Path(self._folder.name) / "compiled")
        bundle.ship(str(Path(self._folder.name, "compiled", bundle.shipped_name())), self._loaded())
        for path in Path(self._folder.name, "compiled").iterdir():
            build_data["force_include"][str(path)] = f"jdlint/_rules/compiled/{path.name}"

    def _assemble(self, folder: Path) -> None:
        """Store the lexicons that every check reads in the form in which they are used."""
        from jdlint.posting import cues, headings
        from jdlint.posting.facts import gazetteer
        from jdlint.resources.assembled import prebuild

        prebuild(folder, "cues", cues.assemble())
        prebuild(folder, "headings", headings.assemble())
        prebuild(folder, "places", gazetteer.assemble())

    def _ship_patterns(self, folder: Path) -> None:
        """Compile what the rules and the linting of the examples need, and the expressions of all modules that it imports."""
        import gc

        from jdlint.api import lint_paths
        from jdlint.rules.index import shipped_rules
        from jdlint.rules.patterns import compile_pattern
        from jdlint.text import compiled, lazy

        examples = Path(self.root) / "examples"
        for _ in lint_paths([examples], isolated=True, select=["ALL"]):
            pass
        for entry in shipped_rules().entries.values():
            rule = entry.build()
            guards = (*rule.unless, *(g for t in (*rule.terms, *(p.term for p in rule.patterns)) for g in t.unless))
            for pattern in (*(p.pattern for p in rule.patterns), *(g.pattern for g in guards if g.pattern)):
                compile_pattern(pattern, trusted=True)
        for found in gc.get_objects():
            if type(found) is lazy._Lazy:  # noqa: SLF001
                found.search, found.match  # noqa: B018  # compiled on use, as it is and in small letters
        compiled.ship(str(folder / compiled.shipped_name()))

    def _ship_constructors(self, folder: Path) -> None:
        """Keep the constructors of the classes that a check makes: those of its command, beside those made for the examples."""
        import jdlint.cli.checking
        import jdlint.cli.plain  # noqa: F401
        from jdlint.text import record

        record.ship(str(folder / record.shipped_name()))

    def _loaded(self) -> list[set[str]]:
        """The modules that a check loads, one of an unchanged posting, and a look at a rule."""
        posting = str(Path(self.root, "examples", "good", "backend-developer.md"))
        code = (
            f"import sys; sys.path[:] = {sys.path!r}; from jdlint.cli.main import main; code = main(sys.argv[1:]); "
            "print(*sys.modules, file=sys.stderr); sys.exit(code)"
        )
        env = {name: value for name, value in os.environ.items() if not name.startswith("JDLINT_")}
        env["JDLINT_CACHE_DIR"] = str(Path(self._folder.name, "cache"))
        check = ["check", "--isolated", "--exit-zero", posting]
        found = []
        for line in ([*check, "--no-cache"], check, check, ["rule", "--isolated", "PAY001"]):
            done = subprocess.run([sys.executable, "-c", code, *line], capture_output=True, text=True, check=True, env=env)  # noqa: S603
            found.append(set(done.stderr.split()))
        return [found[0], found[2], found[3]]  # the second one keeps what the third finds

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's form
        """Remove what was compiled."""
        if version != "editable":
            self._folder.cleanup()
