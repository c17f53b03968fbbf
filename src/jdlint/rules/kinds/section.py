"""Kind section: content that every posting needs, with or without a heading."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.posting.posting import Posting
from jdlint.rules.kinds.fact import excused
from jdlint.rules.model import Hit, Options, Rule


def hits(rule: Rule, options: Options, posting: Posting) -> Iterator[Hit]:  # noqa: ARG001  # every kind is called alike
    """One hit where the content that the rule requires is not there."""
    if not posting.has[rule.body["requires"]] and not excused(rule, posting):
        yield Hit(None)
