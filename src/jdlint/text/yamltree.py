"""YAML as a tree of nodes, without what a text could do with it: nest until the stack ends, or grow until the memory does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml

from jdlint.hints import Any
from jdlint.text.opening import MOST_DIGITS
from jdlint.text.source import Source

DEEPEST = 100  # levels
_SHALLOW = 500  # signs, with which no text can be nested so deeply that the parser's own stack is at risk
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What the parser says, in words for people who write no YAML but a posting's front matter.
_PLAINLY = {
    "found character that cannot start any token": (
        "a tab, or a sign such as @ or %, where a value begins; indent with spaces, and put the value in quotes"
    ),
    "mapping values are not allowed in this context": "a colon where none can stand; put a text with a colon in it in quotes",
    "did not find expected ',' or ']'": "a list is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "a brace is not closed, or a comma is lacking",
    "did not find expected key": "a line that is indented otherwise than those around it, or a quotation mark inside a quoted text",
    "could not find expected ':'": "a key without a colon behind it",
    "found unexpected end of stream": "a quotation mark that is never closed",
}


def told(error: yaml.MarkedYAMLError) -> tuple[str, Any]:
    """What is wrong with a text, and the parser's mark of the place, which may be None."""
    said = str(error.problem or error.context)
    return _PLAINLY.get(said, said), error.problem_mark or error.context_mark


def places(text: str) -> Callable[[Any], tuple[int, int]]:
    """From one of the parser's marks to the 1-based line and column in a text: the parser has more signs end a line than editors do."""
    source = Source("", text)
    return lambda mark: source.position(mark.index)


def compose(text: str) -> Any:  # noqa: ANN401  # a node of yaml's, which has no types
    """The root node of the one document in a text; None where it is empty. yaml.YAMLError for what is no YAML or nested too deeply.

    What is left of a node is made by a safe loader alone: a tag of Python's, as of any other language, is an error.
    """
    _refuse(text, len(text))
    return yaml.compose(text, Loader=LOADER)


def is_endless(node: yaml.ScalarNode) -> bool:
    """Whether a scalar is a whole number of more digits than any has that means something; it is not read to tell."""
    return node.tag == "tag:yaml.org,2002:int" and len(node.value) > MOST_DIGITS


def compose_all(text: str, most: int) -> Iterator[Any]:
    """The root nodes of all documents in a text, None of an empty one; yaml.YAMLError also where they hold more values than `most`."""
    _refuse(text, most)
    yield from yaml.compose_all(text, Loader=LOADER)


def _refuse(text: str, most: int) -> None:
    """Refuse what is nested too deeply or holds too many values.

    A level takes a bracket, or a character at the beginning of a line: most texts have too few of both for a closer look. A value
    takes a character.
    """
    lines = text.splitlines()
    if len(text) <= most and max(map(len, lines), default=0) + text.count("[") + text.count("{") <= _SHALLOW:
        return
    depth = values = 0
    event: Any
    for event in yaml.parse(text, Loader=LOADER):
        mark: Any = event.start_mark
        values += isinstance(event, yaml.NodeEvent)
        if values > most:
            raise yaml.MarkedYAMLError(problem=f"it holds more than {most:,} values", problem_mark=mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
