"""Find the settings that hold for a place, follow what they extend, and decode them."""

from __future__ import annotations

import os
from pathlib import Path

from jdlint.config.decode import check_keys, decode
from jdlint.config.errors import At, ConfigError
from jdlint.config.model import Settings
from jdlint.config.tree import Node, read_tree

NAMES = (".jdlint.yaml", ".jdlint.yml", "pyproject.toml")
# Lists that grow from file to file.
_ADDED = ("extends", "extend-select", "ignore", "exclude", "provided", "vocabulary", "ignore-findings", "rule-paths")
_MERGED = ("severity", "per-file-ignores", "sections", "fields", "rules")  # mappings that grow key by key


def _shown(path: Path) -> str:
    """A path as messages show it: relative to the working folder where that is shorter."""
    try:
        return os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else str(path)
    except OSError:
        return str(path)


def find(start: Path) -> Path | None:
    """The nearest settings file from a folder upwards; a folder that holds `.git` is the last one looked at."""
    folder = Path(os.path.abspath(start))  # noqa: PTH100  # symbolic links stay: the user sees that path
    for place in (folder, *folder.parents):
        for name in NAMES:
            file = place / name
            if file.is_file() and (name != "pyproject.toml" or read_tree(file, _shown(file)) is not None):
                return file
        if (place / ".git").exists():
            return None
    return None


def _extended(text: str, at: At, seen: tuple[Path, ...]) -> Node:
    """The tree that one entry of `extends` names: a file beside the one that names it, or a profile to start from."""
    if "/" not in text and os.sep not in text and not text.endswith((".yaml", ".yml", ".toml")):
        return Node({"extends": Node([Node(text, at)], at)}, at, {"extends": at})
    path = Path(at.path).parent / Path(text).expanduser()
    if not path.is_file():
        raise ConfigError(at, f'"{text}" to extend is not there')
    if path.resolve() in seen:
        raise ConfigError(at, f'"{text}" extends itself in a circle')
    tree = read_tree(path, _shown(path))
    if tree is None:
        raise ConfigError(at, f'"{text}" holds no settings for jdlint')
    return _resolve(tree, (*seen, path.resolve()))


def _overlay(base: Node, over: Node) -> Node:
    """Two trees as one: later values replace earlier ones, save for lists and mappings that grow; no value says nothing."""
    values, keys = dict(base.value), {**base.keys, **over.keys}
    for key, node in over.value.items():
        old = values.get(key)
        if node.value is None:
            continue
        if old is not None and key in _ADDED:
            lists = [n.value if isinstance(n.value, list) else [n] for n in (old, node)]
            node = Node([item for part in lists for item in part], node.at)  # noqa: PLW2901  # the merged node takes its place
        elif old is not None and key in _MERGED and isinstance(old.value, dict) and isinstance(node.value, dict):
            node = Node({**old.value, **node.value}, node.at, {**old.keys, **node.keys})  # noqa: PLW2901
        values[key] = node
    return Node(values, over.at, keys)


def _resolve(tree: Node, seen: tuple[Path, ...]) -> Node:
    """The tree with everything it extends beneath it; its `extends` then lists the profiles to start from."""
    check_keys(tree)
    extends = tree.value.get("extends")
    result = Node({}, tree.at)
    if extends is None or extends.value is None:
        return tree
    for item in extends.value if isinstance(extends.value, list) else [extends]:
        if not isinstance(item.value, str):
            raise ConfigError(item.at, "expected the name of a profile or a file")
        result = _overlay(result, _extended(item.value, item.at, seen))
    own = {key: node for key, node in tree.value.items() if key != "extends"}
    return _overlay(result, Node(own, tree.at, tree.keys))


def load(file: Path | None) -> Settings:
    """The settings of a file, or the defaults where there is none."""
    if file is None:
        return Settings()
    tree = read_tree(file, _shown(file))
    if tree is None:
        raise ConfigError(At(_shown(file)), "holds no [tool.jdlint] table")
    tree = _resolve(tree, (file.resolve(),))
    return Settings(file=file, root=Path(os.path.abspath(file)).parent, **decode(tree))  # noqa: PTH100
