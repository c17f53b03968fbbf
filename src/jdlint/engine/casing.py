"""A replacement written like the words it replaces, and so that it suits the word before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.posting.model import Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.words import Word

_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])

_SILENT_H = lazy(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_LIKE_YOU = lazy(r"(?:uni(?!n|m)|use|usu|util|eu|one\b|once|ut|ubi)", re.IGNORECASE)


def like(replacement: str, at: Excerpt, tokens: Sequence[Word]) -> str:
    """The replacement with the capitals of the excerpt: none, a first one, one a word, or all.

    A replacement that has capitals of its own (JavaScript) keeps them as they are.
    """
    text = at.text
    if replacement != replacement.lower() or not text[:1].isupper():
        return replacement
    if len(text) > 1 and text.isupper():
        return replacement.upper()
    if _title_case(at, tokens):
        return " ".join(word if i and word in _SMALL else word[:1].upper() + word[1:] for i, word in enumerate(replacement.split(" ")))
    return replacement[:1].upper() + replacement[1:]


def _title_case(at: Excerpt, tokens: Sequence[Word]) -> bool:
    """Whether a capital belongs to every word here: the excerpt's own words have it, or its neighbours do."""
    text = at.block.text
    inside = [w for w in tokens if w.start >= at.start and w.end <= at.end]
    if len(inside) > 1:
        return all(text[w.start].isupper() or w.norm in _SMALL for w in inside)
    before = [w for w in tokens if w.end <= at.start]
    after = [w for w in tokens if w.start >= at.end]
    if not before:
        return bool(after) and at.block.kind == "heading" and text[after[0].start].isupper()
    return True


def article_edit(replacement: str, at: Excerpt, tokens: Sequence[Word]) -> tuple[Excerpt, str] | None:
    """Where `a` or `an` before an excerpt no longer suits its replacement: that word's place, and the right one."""
    before = next((w for w in reversed(tokens) if w.end <= at.start), None)
    text = at.block.text
    if before is None or before.norm not in ("a", "an") or not text[before.end : at.start].isspace():
        return None
    if _article(at.text) != before.norm or _article(replacement) == before.norm:
        return None
    word = _article(replacement)
    place = Excerpt(at.block, before.start, before.end)
    return place, word[:1].upper() + word[1:] if place.text[0].isupper() else word


def _article(words: str) -> str:
    """The indefinite article by sound, as far as the spelling tells."""
    if _SILENT_H.match(words):
        return "an"
    return "a" if _LIKE_YOU.match(words) or words[:1].lower() not in "aeiou" else "an"
