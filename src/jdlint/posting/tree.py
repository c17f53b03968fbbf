"""Data with places: what JSON and YAML hold, each value with the range of the source that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.hints import Any
from jdlint.posting.model import Block, Excerpt
from jdlint.text.spans import MappedText, Span


class Node:
    """A value of a tree. `value` is a dict or a list of nodes, or a plain value (str, int, float, bool, None).

    `span` is its source range (a string's with its quotes), `pointer` its JSON pointer, `key_span` the range of the key that it
    stands under, without quotes, None at the top and in lists. The map of its text is made when asked for.
    """

    __slots__ = ("_mapped", "key_span", "pointer", "span", "value")

    def __init__(self, value: Any, span: Span, pointer: str, key_span: Span | None, mapped: Callable[[], MappedText]) -> None:  # noqa: ANN401  # as documented
        self.value = value
        self.span = span
        self.pointer = pointer
        self.key_span = key_span
        self._mapped = mapped

    @property
    def text(self) -> str:
        """The text of a string, without white space around it; "" of anything else."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def is_leaf(self) -> bool:
        """Whether it is a plain value."""
        return not isinstance(self.value, dict | list)

    def get(self, *keys: str) -> Node | None:
        """What stands under a key of an object, or under keys one in another."""
        node: Node | None = self
        for key in keys:
            node = node.value.get(key) if node is not None and isinstance(node.value, dict) else None
        return node

    def each(self, *keys: str) -> list[Node]:
        """The entries of the list that stands under a key, or under keys one in another; none where nothing does."""
        found = self.get(*keys)
        return [] if found is None else found.items

    @property
    def items(self) -> list[Node]:
        """The entries of a list; a value that is none stands for a list of one, null for an empty one."""
        if isinstance(self.value, list):
            return self.value
        return [] if self.value is None else [self]

    def mapped(self) -> MappedText:
        """The value's text with its place: a string without quotes and white space around it, else as it is written."""
        return self._mapped()

    def block(self, key: str = "") -> Block:
        """The value as a block."""
        return Block("field", self._mapped(), key=key, pointer=self.pointer)

    def at(self, source: str) -> Excerpt:
        """The words that stand for it: a value's text; of what holds others, or is empty, the key it stands under."""
        if self.is_leaf or self.key_span is None:
            block = self.block() if self.is_leaf else _first(self)
            if block.text or self.key_span is None:
                return Excerpt.whole(block)
        return Excerpt.whole(Block("field", MappedText.direct(source, *self.key_span), pointer=self.pointer))

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in source order."""
        todo = [self]
        while todo:
            node = todo.pop()
            yield node
            if isinstance(node.value, dict):
                todo.extend(reversed(node.value.values()))
            elif isinstance(node.value, list):
                todo.extend(reversed(node.value))


def _first(node: Node) -> Block:
    """The first plain value in what has no key."""
    return next((n.block() for n in node.walk() if n.is_leaf), Block("field", MappedText("", ())))


def escaped(key: str) -> str:
    """A key as a JSON pointer (RFC 6901) names it."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key
