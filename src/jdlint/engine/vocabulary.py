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


def without_accepted(findings: list[Finding], posting: Posting, phrases: tuple[str, ...]) -> list[Finding]:
    """The findings without those whose words stand inside an accepted phrase. What is absent has no words, and stays."""
    if not phrases or not findings:
        return findings
    accepted = [
        block.mapped.span(tokens[first].start, tokens[stop - 1].end)
        for block in posting.texts
        for tokens in (posting.words(block),)
        for _, first, stop in _index(phrases).find(tokens)
    ]
    return [f for f in findings if not f.match or not any(_inside(f.span, span) for span in accepted)]


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
