"""Kind python: a function of jdlint.checks. Rules of other people can't be of this kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options, Rule

Check = Callable[[Posting, Options], Iterator[Hit]]


@cache
def check_of(name: str) -> Check:
    """The function that `pay:open_ended` names; imported on first use, since most runs need only some of the modules."""
    module, _, function = name.partition(":")
    found: Check = getattr(import_module(f"jdlint.checks.{module}"), function)
    return found


def hits(rule: Rule, options: Options, posting: Posting) -> Iterator[Hit]:
    """What the rule's function reports."""
    yield from check_of(rule.body["check"])(posting, options)
