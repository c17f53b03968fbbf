"""Kind regex: expressions, tried only on blocks in which one of their anchor words occurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.guards import in_scope, longest, silenced
from jdlint.rules.model import Hit, Pattern, Rule
from jdlint.rules.patterns import compile_pattern, flat


def hits(rule: Rule, patterns: Iterable[Pattern], block: Block, posting: Posting) -> Iterator[Hit]:
    """The hits of a rule's patterns in a block: the longest where several overlap.

    Who knows that a pattern can't match, or that no part of the block is where it looks (`may_hold`), leaves it out.
    """
    text = flat(block.text)
    found = []
    for pattern in patterns:
        where = rule.where if pattern.term.where is None else pattern.term.where
        for start, end in compile_pattern(pattern.pattern, trusted=rule.trusted).spans(text):
            if not where or in_scope(where, posting, Excerpt(block, start, end)):
                found.append((start, end, pattern.term))
    if not found:  # as on most blocks
        return
    for start, end, term in longest(found):
        at = Excerpt(block, start, end)
        if not silenced((*rule.unless, *term.unless), posting, at, trusted=rule.trusted):
            yield Hit(at, variant=term.message or "", severity=term.severity, term=term.id, use=term.use)
