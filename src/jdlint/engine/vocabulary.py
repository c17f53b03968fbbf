"""The words that the house accepts: findings about nothing but such words are no findings."""

from __future__ import annotations

from functools import lru_cache

from jdlint.engine.finding import Finding
from jdlint.posting.posting import Posting
from jdlint.text.phrases import PhraseIndex
from jdlint.text.spans import Span


@lru_cache(maxsize=8)
def _index(phrases: tuple[str, ...]) -> PhraseIndex[str]:
    return PhraseIndex((phrase, phrase) for phrase in phrases)


def accepted(posting: Posting, phrases: tuple[str, ...]) -> list[Span]:
    """Where accepted phrases stand in a posting."""
    if not phrases:
        return []
    return [
        block.mapped.span(tokens[first].start, tokens[stop - 1].end)
        for block in posting.texts
        for tokens in (posting.words(block),)
        for _, first, stop in _index(phrases).find(posting.tokens(block))
    ]


def is_accepted(finding: Finding, spans: list[Span]) -> bool:
    """Whether all words of a finding stand inside an accepted phrase. What is absent has no words, and is not accepted."""
    return bool(finding.match) and any(s.start <= finding.span.start and finding.span.end <= s.end for s in spans)
