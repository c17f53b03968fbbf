"""What must occur in a text for a regular expression to match it, read from the expression itself.

Most blocks match none of a rule's expressions. To look for a few plain texts in a block costs a tenth of trying an
expression on it, and an expression that is never tried is never compiled, which costs more than anything else in a short run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_MOST = 80  # texts, beyond which looking for them saves nothing
_SHORTEST = 3  # characters: shorter texts occur everywhere
_ASCII = 128  # beyond it, letters match more others than their capitals
Needles = tuple[str, ...]


def needles(pattern: str) -> Needles:
    """Lower-case texts of which one is part of every match of a case-insensitive expression; none where that can't be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # the standard library's own view of an expression

        found = _in_sequence(_parser.parse(pattern, re.IGNORECASE))
    except Exception:  # noqa: BLE001  # RE2 knows more than re, and other Pythons may parse in other ways: then nothing is known
        return ()
    if found is None or len(found) > _MOST or min(map(len, found)) < _SHORTEST:
        return ()
    return tuple(sorted(n for n in found if not any(o != n and o in n for o in found)))


def _in_sequence(items: Iterable[Any]) -> frozenset[str] | None:
    """The texts needed by the most telling part of a sequence."""
    best: frozenset[str] | None = None
    run = ""
    for code, value in items:
        name = str(code)
        if name == "LITERAL" and value < _ASCII:
            run += chr(value).lower()
            continue
        if name == "AT":  # a place, not a character
            continue
        best, run = _better(best, frozenset([run]) if run else None), ""
        best = _better(best, _in_part(name, value))
    return _better(best, frozenset([run]) if run else None)


def _in_part(name: str, value: Any) -> frozenset[str] | None:  # noqa: ANN401  # the parser's own tuples
    if name == "SUBPATTERN":
        return _in_sequence(value[3])
    if name == "ATOMIC_GROUP":
        return _in_sequence(value)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _in_sequence(value[2])
    if name == "BRANCH":
        branches = [_in_sequence(branch) for branch in value[1]]
        return None if None in branches else frozenset().union(*(b for b in branches if b))
    return None


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Of two sets, the one whose shortest text is longer."""
    if one is None or other is None:
        return one or other
    return one if min(map(len, one)) >= min(map(len, other)) else other


def may_match(needed: Needles, low: str | None) -> bool:
    """Whether an expression with these needles can match a text that is `lowered`."""
    if low is None or not needed:
        return True
    for needle in needed:  # noqa: SIM110  # tried some hundred times a posting, and `any` takes three times as long
        if needle in low:
            return True
    return False
