"""A rule file as plain data that knows the place of every key and value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from jdlint.hints import Any
from jdlint.rules.errors import RuleError, nearest
from jdlint.text.opening import ENDLESS, read_file
from jdlint.text.yamltree import LOADER, compose, is_endless, places, told

Trail = tuple[str | int, ...]
MOST_BYTES = 2_000_000  # of a rule file


class RuleDocument:
    """The parsed content of a rule file. Nodes are kept, so that an error can name its line and column."""

    def __init__(self, path: Path, shown: str = "") -> None:
        self.path = path
        self.shown = shown or str(path)
        self._node: Any = None
        self.data: Any = self._read()

    def _read(self) -> Any:  # noqa: ANN401  # whatever the file holds; the schema decides
        try:
            text = read_file(str(self.path), MOST_BYTES).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise RuleError("not UTF-8 text", self.shown) from error
        except OSError as error:
            raise RuleError(f"can't be read: {error.strerror or error}", self.shown) from error
        self._place = places(text)
        try:
            self._node = compose(text)
            if self._node is None:
                raise RuleError("the file is empty", self.shown)
            self._refuse(self._node, set())
            return LOADER("").construct_document(self._node)
        except yaml.MarkedYAMLError as error:
            said, mark = told(error)
            line, column = self._place(mark) if mark else (1, 1)
            raise RuleError(f"not valid YAML: {said}", self.shown, line, column) from error
        except (yaml.YAMLError, ValueError) as error:
            if isinstance(error, RuleError):
                raise
            raise RuleError(f"not valid YAML: {str(error).splitlines()[0]}", self.shown) from error

    def _refuse(self, node: Any, seen: set[int]) -> None:  # noqa: ANN401  # yaml's own nodes
        """A key set twice hides one of the two values, and aliases and numbers can grow without bounds: none of them is allowed."""
        if id(node) in seen:
            raise self._at(node, "YAML aliases are not allowed in a rule file")
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._refuse(item, seen)
        elif isinstance(node, yaml.ScalarNode) and is_endless(node):
            raise self._at(node, ENDLESS)
        elif isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                if str(key.value) in keys:
                    raise self._at(key, f'"{key.value}" is set twice')
                keys.add(str(key.value))
                self._refuse(value, seen)

    def _at(self, node: Any, message: str) -> RuleError:  # noqa: ANN401  # yaml's own nodes
        return RuleError(message, self.shown, *self._place(node.start_mark))

    def error(self, trail: Trail, message: str, *, key: bool = False) -> RuleError:
        """An error at the value that the trail of keys and indexes leads to, or at its key."""
        node = self._node
        for depth, step in enumerate(trail):
            if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
            elif isinstance(node, yaml.MappingNode):
                pair = next((p for p in node.value if str(p[0].value) == str(step)), None)
                if pair is None:
                    break
                node = pair[0] if key and depth == len(trail) - 1 else pair[1]
        return self._at(node, message)

    # What many keys share: each returns the value, or raises an error at its place.

    def keys(self, trail: Trail, value: object, known: tuple[str, ...], what: str, needed: tuple[str, ...] = ()) -> dict[str, Any]:
        """A mapping with known keys alone, the needed ones among them."""
        if not isinstance(value, dict):
            raise self.error(trail, f"expected {what} with keys such as `{known[0]}:`")
        for key in value:
            if key not in known:
                raise self.error((*trail, key), f'{what} has no key "{key}"{nearest(str(key), known)}', key=True)
        for key in needed:
            if key not in value:
                raise self.error(trail, f'{what} lacks "{key}:"')
        return value

    def text(self, trail: Trail, value: object) -> str:
        """A text that says something."""
        if isinstance(value, str) and value.strip():
            return value
        hint = f"; write {str(value).lower()!r} in quotes" if isinstance(value, bool | int | float) else ""
        raise self.error(trail, f"expected a text{hint}")

    def texts(self, trail: Trail, value: object) -> list[str]:
        """A list of such texts."""
        if not isinstance(value, list):
            raise self.error(trail, "expected a list of texts, such as [one, two]")
        return [self.text((*trail, i), item) for i, item in enumerate(value)]

    def rows(self, trail: Trail, value: object) -> list[Any]:
        """A list of anything; an empty one where there is no value."""
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(trail, "expected a list")
        return value

    def choice(self, trail: Trail, value: object, known: tuple[str, ...]) -> None:
        """One of the known values."""
        if value not in known:
            raise self.error(trail, f'unknown value "{value}"{nearest(str(value), known)} (one of {", ".join(known)})')

    def flag(self, trail: Trail, value: object) -> bool:
        """Yes or no."""
        if not isinstance(value, bool):
            raise self.error(trail, "expected true or false")
        return value

    def day(self, trail: Trail, value: object) -> date:
        """A date."""
        if not isinstance(value, date):
            raise self.error(trail, "expected a date such as 2026-01-15")
        return value
