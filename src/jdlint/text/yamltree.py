"""YAML as a tree of nodes, without what a small text could do with it: nest until the stack ends."""

from __future__ import annotations

from typing import Any

import yaml

DEEPEST = 100  # levels
_SHALLOW = 500  # signs, with which no text can be nested so deeply that the parser's own stack is at risk
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str) -> Any:  # noqa: ANN401  # a node of yaml's, which has no types
    """The root node of the one document in a text; None where it is empty. yaml.YAMLError for what is no YAML or nested too deeply.

    What is left of a node is made by a safe loader alone: a tag of Python's, as of any other language, is an error.
    """
    _refuse_depth(text)
    return yaml.compose(text, Loader=LOADER)


def _refuse_depth(text: str) -> None:
    """A level takes a bracket, or a character at the beginning of a line: most texts have too few of both for a closer look."""
    lines = text.splitlines()
    if max(map(len, lines), default=0) + text.count("[") + text.count("{") <= _SHALLOW:
        return
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            mark: Any = event.start_mark
            if depth > DEEPEST:
                raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
