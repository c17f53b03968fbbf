"""A settings file as a tree that knows where every key and value stands."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from jdlint.config.errors import At, ConfigError, unread
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.text.lazy import lazy
from jdlint.text.opening import ENDLESS, is_endless, read_file
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2_000_000  # of a settings file
MOST_VALUES = 100_000  # in it, those that an alias repeats counted each time


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. `value` is a scalar, a list of nodes, or a dict of nodes whose keys' places are in `keys`."""

    value: Any
    at: At
    keys: dict[str, At] = field(default_factory=dict)


def read_tree(path: Path, shown: str) -> Node | None:
    """The settings in a file; None where a pyproject.toml has no table for them. `shown` is the path in messages."""
    try:
        text = read_file(str(path), MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(At(shown), "not UTF-8 text") from error
    except OSError as error:
        raise ConfigError(At(shown), unread(error)) from error
    return _toml(text, shown) if path.suffix == ".toml" else _yaml(text, shown)


def parse_value(text: str, at: At) -> Node:
    """A value written as YAML where there is no file; whatever is wrong with it stands at the place given."""
    try:
        return _placed(_yaml(text, ""), at)
    except ConfigError as error:
        raise ConfigError(at, error.message) from error


def _placed(node: Node, at: At) -> Node:
    """The same value, all of it at one place."""
    if isinstance(node.value, list):
        return Node([_placed(item, at) for item in node.value], at)
    if isinstance(node.value, dict):
        return Node({key: _placed(item, at) for key, item in node.value.items()}, at, dict.fromkeys(node.value, at))
    return Node(node.value, at)


def _yaml(text: str, shown: str) -> Node:
    import yaml

    from jdlint.text.yamltree import LOADER, compose, places, told

    at = places(text)
    try:
        root = compose(text)
        if root is None:
            return Node({}, At(shown, 1, 1))
        tree = _FromYaml(lambda mark: At(shown, *at(mark)), LOADER("")).node(root, ())
        return Node({}, tree.at) if tree.value is None else tree
    except yaml.MarkedYAMLError as error:
        said, mark = told(error)
        raise ConfigError(At(shown, *at(mark)) if mark else At(shown), f"not valid YAML: {said}") from error
    except yaml.YAMLError as error:
        raise ConfigError(At(shown), f"not valid YAML: {str(error).splitlines()[0]}") from error


class _FromYaml:
    """One file's nodes as a tree. An alias stands for all that it names once more, so what it grows to is counted."""

    def __init__(self, at: Callable[[Any], At], constructor: Any) -> None:  # noqa: ANN401  # yaml's own
        self._at = at
        self._constructor = constructor
        self._made = 0

    def node(self, node: Any, above: tuple[Any, ...]) -> Node:  # noqa: ANN401  # yaml's own nodes
        """The tree of a node; `above` are those that it stands in."""
        import yaml

        from jdlint.text import yamltree

        at = self._at(node.start_mark)
        if any(node is n for n in above):
            raise ConfigError(at, "an alias that contains itself")
        self._made += 1
        if self._made > MOST_VALUES or len(above) > yamltree.DEEPEST:
            raise ConfigError(at, "more values than settings may hold" if self._made > MOST_VALUES else "nested too deeply")
        above = (*above, node)
        if isinstance(node, yaml.SequenceNode):
            self._check_tag(node, at, "seq")
            return Node([self.node(n, above) for n in node.value], at)
        if isinstance(node, yaml.MappingNode):
            self._check_tag(node, at, "map")
            return self._mapping(node, at, above)
        if yamltree.is_endless(node):
            raise ConfigError(at, ENDLESS)
        try:
            return Node(self._constructor.construct_object(node), at)
        except ValueError as error:  # such as a date with a 13th month
            raise ConfigError(at, f"not a valid value: {str(error).split(';')[0]}") from error

    def _mapping(self, node: Any, at: At, above: tuple[Any, ...]) -> Node:  # noqa: ANN401  # yaml's own
        import yaml

        values: dict[str, Node] = {}
        keys: dict[str, At] = {}
        for key, value in node.value:
            place = self._at(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                raise ConfigError(place, "a key must be a text")
            name = str(key.value)
            if name in values:
                raise ConfigError(place, f'"{name}" is set twice')
            values[name], keys[name] = self.node(value, above), place
        return Node(values, at, keys)

    def _check_tag(self, node: Any, at: At, usual: str) -> None:  # noqa: ANN401  # yaml's own
        if node.tag != f"tag:yaml.org,2002:{usual}":
            raise ConfigError(at, f"settings take no tags, such as {node.tag.replace('tag:yaml.org,2002:', '!!')}")


def _toml(text: str, shown: str) -> Node | None:
    import tomllib

    try:
        return _toml_tree(tomllib.loads(text), text, shown)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        at = At(shown, int(found[1]), int(found[2])) if found else At(shown)
        raise ConfigError(at, f"not valid TOML: {str(error).split(' (at ')[0]}") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise ConfigError(At(shown), f"not valid TOML: {str(error).split(';')[0]}") from error
    except RecursionError as error:
        raise ConfigError(At(shown), "not valid TOML: it is nested too deeply") from error


def _toml_tree(data: Any, text: str, shown: str) -> Node | None:  # noqa: ANN401  # any TOML
    table = data
    prefix: tuple[str, ...] = ()
    if os.path.basename(shown) == "pyproject.toml":  # noqa: PTH119  # pathlib costs time here
        prefix = ("tool", "jdlint")
        table = data.get("tool", {}).get("jdlint")
    return None if table is None else _from_toml(table, prefix, _TomlPlaces(text, shown))


def _from_toml(value: Any, path: tuple[str, ...], places: _TomlPlaces) -> Node:  # noqa: ANN401  # any TOML value
    at = places.find(path)
    if isinstance(value, dict):
        keys = {k: places.find((*path, k)) for k in value}
        return Node({k: _from_toml(v, (*path, k), places) for k, v in value.items()}, at, keys)
    if isinstance(value, list):
        return Node([Node(v, places.item(path, v)) if isinstance(v, str) else _from_toml(v, path, places) for v in value], at)
    if is_endless(value):
        raise ConfigError(at, ENDLESS)
    return Node(value, at)


class _TomlPlaces:
    """Where the keys of a TOML text stand, by a look at its lines: tomllib keeps no positions, and messages want them."""

    _TABLE = lazy(r"\s*\[\[?\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
    _KEY = lazy(r"\s*(?P<name>(?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
    _PART = lazy(r"[\w-]+|\"[^\"]*\"|'[^']*'")

    def __init__(self, text: str, shown: str) -> None:
        self._lines = text.split("\n")
        self._shown = shown
        self._at: dict[tuple[str, ...], At] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(self._lines, 1):
            if header := self._TABLE.match(line):
                table = self._parts(header["name"])
                self._note(table, number, header.start("name"))
            elif key := self._KEY.match(line):
                self._note((*table, *self._parts(key["name"])), number, key.start("name"))

    def _parts(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip("\"'") for part in self._PART.findall(name))

    def _note(self, path: tuple[str, ...], line: int, column: int) -> None:
        for length in range(1, len(path) + 1):
            self._at.setdefault(path[:length], At(self._shown, line, column + 1))

    def find(self, path: tuple[str, ...]) -> At:
        """The place of a key, or of the nearest one above it."""
        while path and path not in self._at:
            path = path[:-1]
        return self._at.get(path, At(self._shown, 1, 1))

    def item(self, path: tuple[str, ...], value: str) -> At:
        """The place of a string in the list that a key holds."""
        start = self.find(path)
        for number in range(start.line, len(self._lines) + 1):
            for quote in "\"'":
                column = self._lines[number - 1].find(f"{quote}{value}{quote}")
                if column >= 0:
                    return At(self._shown, number, column + 1)
        return start
