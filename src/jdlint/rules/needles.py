"""What must occur in a text for a regular expression to match it, read from the expression itself.

Most blocks match none of a rule's expressions. To look for a few plain texts in a block costs a tenth of trying an
expression on it, and an expression that is never tried is never compiled, which costs more than anything else in a short run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jdlint.hints import Any

_MOST = 80  # texts, beyond which looking for them saves nothing
_SHORTEST = 3  # characters: shorter texts occur everywhere
_SETS = 3  # that are kept of an expression, the most telling ones
_ASCII = 128  # beyond it, letters match more others than their capitals
Needles = tuple[str, ...]


def needles(pattern: str) -> tuple[Needles, ...]:
    """Sets of lower-case texts: every match of a case-insensitive expression holds one of each. None where that can't be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # the standard library's own view of an expression

        parts = _parts(_parser.parse(pattern, re.IGNORECASE))
    except Exception:  # noqa: BLE001  # RE2 knows more than re, and other Pythons may parse in other ways: then nothing is known
        return ()
    telling = {part for part in parts if len(part) <= _MOST and min(map(len, part)) >= _SHORTEST}
    best = sorted(telling, key=lambda part: (-min(map(len, part)), len(part), sorted(part)))[:_SETS]
    least = [tuple(sorted(n for n in part if not any(o != n and o in n for o in part))) for part in best]
    return tuple(sorted(least, key=len))  # those that are looked for soonest come first


def _parts(items: Iterable[Any]) -> Iterator[frozenset[str]]:
    """For each part of a sequence the texts of which it holds one, where that can be told."""
    run = ""
    for code, value in items:
        name = str(code)
        if name == "LITERAL" and value < _ASCII:
            run += chr(value).lower()
            continue
        if name == "AT":  # a place, not a character
            continue
        if run:
            yield frozenset([run])
            run = ""
        yield from _in_part(name, value)
    if run:
        yield frozenset([run])


def _in_part(name: str, value: Any) -> Iterator[frozenset[str]]:  # noqa: ANN401  # the parser's own tuples
    if name == "SUBPATTERN":
        yield from _parts(value[3])
    elif name == "ATOMIC_GROUP":
        yield from _parts(value)
    elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        yield from _parts(value[2])
    elif name == "BRANCH":
        branches = [_most_telling(branch) for branch in value[1]]
        if None not in branches:
            yield frozenset().union(*(b for b in branches if b))


def _most_telling(items: Iterable[Any]) -> frozenset[str] | None:
    """The texts of the part of a sequence of which the shortest is longest; None where no part has any."""
    return max(_parts(items), key=lambda part: min(map(len, part)), default=None)


def may_match(needed: tuple[Needles, ...], low: str | None) -> bool:
    """Whether an expression with these needles can match a text that is `lowered`."""
    if low is None:
        return True
    for needles in needed:
        for needle in needles:  # tried some hundred times a posting, and `any` takes three times as long
            if needle in low:
                break
        else:
            return False
    return True
