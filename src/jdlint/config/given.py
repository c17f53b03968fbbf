"""Settings that are said outside of files: `--config KEY=VALUE`, and variables of the environment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jdlint.config.decode import KEYS, check_keys, form
from jdlint.config.errors import At, ConfigError
from jdlint.config.load import overlaid
from jdlint.config.lookup import Given
from jdlint.config.tree import Node, parse_value

PREFIX = "JDLINT_"
FILE = f"{PREFIX}CONFIG"
# How often the key of a setting may be split at its dots: what is left is the innermost key (a file pattern has dots of its own).
_DEPTH = {"rules": 3}


def variable(key: str) -> str:
    """The variable that goes with a setting: `fail-on` is JDLINT_FAIL_ON."""
    return PREFIX + key.upper().replace("-", "_")


# Settings that are mappings have no variable: `--config` says them.
VARIABLES: Mapping[str, str] = {variable(key): key for key in KEYS if form(key) != "mapping"}


def given(options: Iterable[str], environ: Mapping[str, str]) -> Given | None:
    """What the values of `--config` and the environment give; None where that is nothing. An empty variable says nothing."""
    named, inline = _options(options)
    found = Given(named, Path(environ[FILE]) if environ.get(FILE) else None, _environment(environ), inline)
    return None if found == Given() else found


def _environment(environ: Mapping[str, str]) -> Node | None:
    said = {key: (name, environ[name]) for name, key in VARIABLES.items() if environ.get(name, "").strip()}
    if not said:
        return None
    places = {key: At(name) for key, (name, _) in said.items()}
    return Node({key: _variable(key, text, places[key]) for key, (_, text) in said.items()}, At("environment"), places)


def _variable(key: str, text: str, at: At) -> Node:
    """A variable's value; that of a list is parted by commas."""
    if form(key) == "list":
        return Node([Node(part.strip(), at) for part in text.split(",") if part.strip()], at)
    return parse_value(text, at)


def _options(texts: Iterable[str]) -> tuple[Path | None, Node | None]:
    """The file that `--config` names, and the settings that it says itself."""
    file: Path | None = None
    tree: Node | None = None
    for text in texts:
        if "=" not in text or Path(text).is_file():
            if file is not None:
                raise ConfigError(At("--config"), f"takes one file, not both {file} and {text}; `extends` puts files together")
            file = Path(text)
            continue
        said = _inline(text)
        tree = said if tree is None else overlaid(tree, said)
    return file, tree


def _inline(text: str) -> Node:
    """One setting, as `KEY=VALUE` with the value as YAML; the dots of a key lead into mappings."""
    name, _, value = text.partition("=")
    name = name.strip()
    top = name.partition(".")[0]
    at = At(f"--config {top if '/' in name or chr(92) in name else name}")  # a path that settings hold is seen from `at`'s folder
    check_keys(Node({top: None}, at, {top: at}))
    parts = name.split(".", _DEPTH.get(top, 1)) if form(top) == "mapping" else name.split(".")
    if form(top) != "mapping" and len(parts) > 1:
        raise ConfigError(at, f'"{top}" has no keys of its own; write {top}=VALUE')
    if not all(parts):
        raise ConfigError(at, f'"{name}" is no name of a setting')
    node = parse_value(value, at)
    for part in reversed(parts):
        node = Node({part: node}, at, {part: at})
    return node
