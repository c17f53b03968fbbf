"""YAML as a tree with the place of every value, from the parser's own nodes (`yaml.compose`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import yaml

from jdlint.hints import Any
from jdlint.posting.tree import Node, escaped
from jdlint.readers.jsontree import MOST_VALUES, BrokenError
from jdlint.readers.yamlfields import NO_SUCH_VALUE, map_scalar
from jdlint.text.spans import Span
from jdlint.text.yamltree import DEEPEST, compose_all, is_endless, told

_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_MOST = 50_000  # values beyond the characters of the text: aliases of aliases can stand for billions


def documents(text: str, pointer: str = "") -> Iterator[Node]:
    """The documents of a YAML stream, empty ones left out; raises BrokenError. `pointer` is that of the first value."""
    try:
        for top in compose_all(text, MOST_VALUES):
            if top is not None:
                yield _Walk(text).node(top, pointer, None, 0)
    except yaml.MarkedYAMLError as error:
        said, mark = told(error)
        raise BrokenError(said, mark.index if mark else 0) from None
    except yaml.reader.ReaderError as error:
        raise BrokenError("a character that YAML does not allow", int(error.position)) from None
    except RecursionError:
        raise BrokenError("it is nested too deeply", 0) from None


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._left = _MOST + len(text)

    def node(self, made: Any, pointer: str, key: Span | None, depth: int) -> Node:  # noqa: ANN401  # yaml leaves its nodes untyped
        self._left -= 1
        if self._left < 0:
            raise BrokenError("its aliases stand for too much", made.start_mark.index)
        if depth > DEEPEST:  # or an alias inside what it stands for
            raise BrokenError("it is nested too deeply", made.start_mark.index)
        start, end = made.start_mark.index, made.end_mark.index
        if isinstance(made, yaml.ScalarNode):
            mapped = partial(map_scalar, self._text, start, end, made.style or "", made.value)
            return Node(_value(made), Span(start, end), pointer, key, mapped)
        found: Any
        if isinstance(made, yaml.MappingNode):
            found = {}
            for name, value in made.value:
                text = name.value if isinstance(name, yaml.ScalarNode) else "?"
                found[text] = self.node(value, f"{pointer}/{escaped(text)}", _key_span(name), depth + 1)
        else:
            found = [self.node(value, f"{pointer}/{n}", None, depth + 1) for n, value in enumerate(made.value)]
        return Node(found, Span(start, end), pointer, key, partial(map_scalar, self._text, start, end, "", ""))


def _key_span(name: Any) -> Span:  # noqa: ANN401  # as above
    quotes = 1 if getattr(name, "style", None) else 0
    return Span(name.start_mark.index + quotes, name.end_mark.index - quotes)


def _value(made: yaml.ScalarNode) -> Any:  # noqa: ANN401  # whatever YAML makes of it
    if made.tag == "tag:yaml.org,2002:str" or is_endless(made):
        return made.value
    try:
        return _CONSTRUCTOR.construct_object(made)
    except NO_SUCH_VALUE:
        return made.value  # such as 2026-02-31: no date, but what the author wrote
