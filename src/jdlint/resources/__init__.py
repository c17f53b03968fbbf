"""The data that ships with jdlint: where it lies, and its compiled form."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache

from jdlint.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.resources.entries import Entries
    from jdlint.resources.store import Store

_LEXICON_FORM = "1"


@cache
def rules_root() -> str:
    """The folder of shipped rules: inside the installed package, or at the top of the checkout it is run from."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120  # pathlib costs time here
    inside = f"{package}{os.sep}_rules"
    if os.path.isdir(inside):  # noqa: PTH112
        return inside
    return f"{os.path.dirname(os.path.dirname(package))}{os.sep}rules"  # noqa: PTH120


def rules_dir() -> Path:
    """The same as a path."""
    from pathlib import Path

    return Path(rules_root())


@cache
def _lexicons() -> Store | Entries:
    from jdlint.resources.entries import prebuilt

    if built := prebuilt(rules_root(), "lexicons"):
        return built
    from jdlint.resources.store import cached, scan, stamp

    files = scan(rules_dir() / "lexicons")
    return cached("lexicons", stamp(((str(p), s) for p, s in files), _LEXICON_FORM), lambda: compile_lexicons([p for p, _ in files]))


def compile_lexicons(files: list[Path]) -> tuple[dict[str, Any], bool]:
    """The content of the files that can be parsed, and whether all of them can."""
    import yaml

    found = {}
    for path in files:
        with suppress(yaml.YAMLError, ValueError):
            found[path.stem] = _parse(path)
    return found, len(found) == len(files)


def _parse(path: Path) -> Any:  # noqa: ANN401  # each lexicon has its own shape
    import yaml

    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe loaders


@cache
def lexicon(name: str) -> Any:  # noqa: ANN401  # each lexicon has its own shape
    """The content of rules/lexicons/NAME.yaml as JSON would hold it: a date is its ISO text, a key is a text."""
    store = _lexicons()
    if name not in store:
        _parse(rules_dir() / "lexicons" / f"{name}.yaml")  # raises what is wrong with it
    return store.get(name)
