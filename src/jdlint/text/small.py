"""Small letters: `re` is several times faster where case counts, so expressions are tried on a text in small letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jdlint.text.compiled import compiled

_ODD = frozenset("İıſK")  # letters that match an ASCII letter of another shape
_TWO_FORMS = frozenset("àáâãäåāæçèéêëìíîïñòóôõöøùúûüýąćčďęěğłńňœřśšşťůźżž")  # letters beyond ASCII with one capital, and no other shape
# Escapes and names with capitals that match no letter; and what a capital, or a range that holds capitals only, looks like.
_HARMLESS = ("\\W", "\\S", "\\B", "\\D", "\\A", "\\Z", "(?P<", "(?P=")
_CAPITAL = r"[A-Z]|\(\?[a-z]*-|\(\?[aiLmsux]|-(?:\\[^\w]|[\^_`])|\\[xuUN]"


@lru_cache(maxsize=8)  # many look at one block, one after the other
def lowered(text: str) -> str | None:
    """A text in small letters, of the same length; None for one with letters that may match others than their capitals."""
    return None if not text.isascii() and not _ODD.isdisjoint(text) else text.lower()


def is_small(pattern: str) -> bool:
    """Whether an expression matches in a text, whatever its case, just what it matches in that text in small letters."""
    if not pattern.isascii() and any([c.isalpha() and not c.isascii() and c not in _TWO_FORMS for c in set(pattern)]):  # noqa: C419  # twice as fast
        return False
    for harmless in _HARMLESS:
        if harmless in pattern:
            pattern = pattern.replace(harmless, "")
    return _capital().search(pattern) is None


@cache
def _capital() -> re.Pattern[str]:
    return compiled(_CAPITAL)
