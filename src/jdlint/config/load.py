"""Find the settings that hold for a place, follow what they extend, and decode them."""

from __future__ import annotations

import os

from jdlint.config.errors import At, ConfigError
from jdlint.config.model import Settings
from jdlint.config.tree import Node, read_tree
from jdlint.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (".jdlint.yaml", ".jdlint.yml", "pyproject.toml")
_NEARLY = ("jdlint.yaml", "jdlint.yml")  # read by nobody, though settings may have been meant


def shown(path: Path) -> str:
    """A path as messages show it: relative to the working folder where that is shorter."""
    from pathlib import Path

    try:
        return os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else str(path)
    except OSError:
        return str(path)


def find(start: str | Path) -> Path | None:
    """The nearest settings file from a folder upwards; a folder that holds `.git` is the last one looked at."""
    place, above = os.path.abspath(start), ""  # noqa: PTH100  # symbolic links stay: the user sees that path
    while place != above:
        for name in NAMES:
            file = os.path.join(place, name)  # noqa: PTH118  # most folders have none, and need no pathlib
            if os.path.isfile(file):  # noqa: PTH113
                if found := _settings_in(file):
                    return found
            elif name != "pyproject.toml" and os.path.lexists(file):
                _refuse(file)
        for name in _NEARLY:
            _refuse_nearly(os.path.join(place, name))  # noqa: PTH118
        if os.path.exists(os.path.join(place, ".git")):  # noqa: PTH110, PTH118
            return None
        place, above = os.path.dirname(place), place  # noqa: PTH120
    return None


def _refuse(text: str) -> None:
    """Settings that are no file: told, since without them others would hold; a device, such as /dev/null, stands for none."""
    from pathlib import Path

    file = Path(text)
    if file.is_dir():
        raise ConfigError(At(shown(file)), "is a folder; settings are read from a file of this name")
    if not file.exists():
        raise ConfigError(At(shown(file)), "is a link to a file that is not there")


def _refuse_nearly(text: str) -> None:
    """Settings under a name that is not read: told, since they would be missed in silence. Another thing of that name is not ours."""
    if not os.path.isfile(text):  # noqa: PTH113
        return
    from pathlib import Path

    from jdlint.config.decode import KEYS

    file = Path(text)
    try:
        tree = read_tree(file, shown(file))
    except ConfigError:
        return
    if tree is not None and isinstance(tree.value, dict) and not set(KEYS).isdisjoint(tree.value):
        raise ConfigError(At(shown(file)), f"is not read; settings are in .{file.name}, with a dot before its name")


def _settings_in(text: str) -> Path | None:
    """The file of settings; None for a pyproject.toml without a table for jdlint."""
    from pathlib import Path

    file = Path(text)
    return file if file.name != "pyproject.toml" or read_tree(file, shown(file)) is not None else None


def _extended(text: str, at: At, seen: tuple[Path, ...]) -> Node:
    """The tree that one entry of `extends` names: a file beside the one that names it, or a profile to start from."""
    if "/" not in text and os.sep not in text and not text.endswith((".yaml", ".yml", ".toml")):
        return Node({"extends": Node([Node(text, at)], at)}, at, {"extends": at})
    from pathlib import Path

    path = Path(at.path).parent / Path(text).expanduser()
    if not path.is_file():
        raise ConfigError(at, f'"{text}" to extend is not there')
    if path.resolve() in seen:
        raise ConfigError(at, f'"{text}" extends itself in a circle')
    tree = read_tree(path, shown(path))
    if tree is None:
        raise ConfigError(at, f'"{text}" holds no settings for jdlint')
    return _resolve(tree, (*seen, path.resolve()))


# The lists that are added up where one file builds on another; every other value is replaced, and a mapping grows key by key.
_TOP = ("extends", "extend-select", "ignore", "exclude", "provided", "vocabulary", "ignore-findings", "rule-paths", "plugins")
_RULE = ("accept", "add")
_SAID = ("extend-select",)  # of what the environment and the command line say, a list replaces the file's


def _overlay(base: Node, over: Node, grow: tuple[str, ...] = _TOP) -> Node:
    """Two trees as one: later values replace earlier ones, save for mappings, and the lists that grow; no value says nothing."""
    values = dict(base.value)
    for key, node in over.value.items():
        old = values.get(key)
        if node.value is None:
            continue
        if old is not None and key in grow:
            values[key] = Node([item for n in (old, node) for item in (n.value if isinstance(n.value, list) else [n])], node.at)
        elif old is not None and isinstance(old.value, dict) and isinstance(node.value, dict):
            values[key] = _overlay_rules(old, node) if key == "rules" else _union(old, node)
        else:
            values[key] = node
    return Node(values, over.at, {**base.keys, **over.keys})


def _union(base: Node, over: Node) -> Node:
    return Node({**base.value, **over.value}, over.at, {**base.keys, **over.keys})


def _overlay_rules(base: Node, over: Node) -> Node:
    """The settings of rules, which grow option by option."""
    merged = _union(base, over)
    for rule, node in over.value.items():
        old = base.value.get(rule)
        if old is not None and isinstance(old.value, dict) and isinstance(node.value, dict):
            merged.value[rule] = _overlay(old, node, _RULE)
    return merged


def _resolve(tree: Node, seen: tuple[Path, ...]) -> Node:
    """The tree with everything it extends beneath it; its `extends` then lists the profiles to start from."""
    from jdlint.config.decode import check_keys  # only where there is something to decode

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


def overlaid(base: Node, said: Node) -> Node:
    """A tree with what the environment or the command line says on top of it."""
    return _overlay(base, said, _SAID)


def load_tree(file: Path | None, *said: Node) -> Node:
    """The settings of a file with all that it extends, and on top of them what the environment and the command line say."""
    tree = Node({}, At("jdlint"))
    if file is not None:
        own = read_tree(file, shown(file))
        if own is None:
            raise ConfigError(At(shown(file)), "holds no [tool.jdlint] table")
        tree = _resolve(own, (file.resolve(),))
    for over in said:
        tree = overlaid(tree, _resolve(over, ()))
    return tree


def load(file: Path | None, *said: Node) -> Settings:
    """The settings of a file, or the defaults where there is none, and on top of them what is said elsewhere."""
    if file is None and not said:
        return Settings()
    from jdlint.config.decode import decode

    if file is None:
        return Settings(**decode(load_tree(None, *said)))
    tree = load_tree(file, *said)
    return Settings(file=file, root=os.path.dirname(os.path.abspath(file)), **decode(tree))  # noqa: PTH100, PTH120
