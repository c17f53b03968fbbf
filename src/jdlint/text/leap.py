r"""The characters that a match can begin with, told to `re`, which then leaps from one of them to the next.

`re` finds such characters itself where an expression begins with them, and not where a word boundary or a look-behind comes first,
as in nearly every expression of ours: `\b(?:apply|send)\b` is tried at each character of a text. What a compiled expression says of
itself (its info block) has a place for the characters, whoever told them; a text is searched in a fraction of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jdlint.hints import Any

_Item = tuple[Any, Any]  # of the parser and of the compiler of `re`: an operation and what it is about
_CHARSET = 4  # the flag of an info block that ends with a set of characters
_HEAD = 5  # numbers of an info block without any: its name, its length, its flags, the least and the greatest length of a match
_INFO, _LENGTH, _FLAGS = 0, 1, 2
_ASCII = 128
_ODD = {"i": "İı", "k": "K", "s": "ſ"}  # letters that match an ASCII letter of another shape
_ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_START = ("AT_BEGINNING", "AT_BEGINNING_STRING")


class _UnknownError(Exception):
    """The characters can't be told."""


def tell(code: list[int], parsed: Any, flags: int) -> None:  # noqa: ANN401  # the parser's own tree
    """Add to the code of an expression of text the characters that its matches begin with, where `re` did not tell them.

    Nothing is added where a match can be empty, where only the text's start is looked at, or where the characters can't be told.
    """
    from re import _compiler, _constants  # type: ignore[attr-defined]  # the standard library's own

    if code[_INFO] != _constants.INFO or code[_FLAGS] or code[_LENGTH] + 1 != _HEAD or _is_bound(parsed):
        return
    found: list[_Item] = []
    try:
        if _first(parsed, bool(flags & re.IGNORECASE), found):
            return
    except _UnknownError:
        return
    best, _ = _compiler._optimize_charset(list(dict.fromkeys(found)))  # noqa: SLF001
    block: list[int] = []
    _compiler._compile_charset(best, flags, block)  # noqa: SLF001
    code[_HEAD:_HEAD] = block
    code[_LENGTH] += len(block)
    code[_FLAGS] |= _CHARSET


def _is_bound(parsed: Any) -> bool:  # noqa: ANN401  # as above
    """Whether an expression can only match at a text's start, where `re` gives up at once."""
    return bool(len(parsed)) and str(parsed[0][0]) == "AT" and str(parsed[0][1]) in _START


def _first(items: Iterable[_Item], any_case: bool, found: list[_Item]) -> bool:
    """Collect what a match of a sequence can begin with, or more; whether the sequence can match nothing at all."""
    return all(_may_be_empty(str(name), value, any_case, found) for name, value in items)


def _may_be_empty(name: str, value: Any, any_case: bool, found: list[_Item]) -> bool:  # noqa: ANN401  # as above
    """The same of one operation."""
    if name in _ZERO_WIDTH:
        return True
    if name in ("LITERAL", "IN"):
        from re._constants import LITERAL  # type: ignore[import-not-found]

        found += _characters([(LITERAL, value)] if name == "LITERAL" else value, any_case)
        return False
    if name == "SUBPATTERN":
        _, added, _, inside = value
        return _first(inside, any_case or bool(added & re.IGNORECASE), found)
    if name == "ATOMIC_GROUP":
        return _first(value, any_case, found)
    if name in _REPEATS:
        return _first(value[2], any_case, found) or value[0] == 0
    if name == "BRANCH":
        return any([_first(branch, any_case, found) for branch in value[1]])  # noqa: C419  # each of them is to be looked at
    raise _UnknownError


def _characters(items: Iterable[_Item], any_case: bool) -> list[_Item]:
    """The items of a set of characters; with `any_case`, letters in both cases."""
    found: list[_Item] = []
    for name, value in items:
        if str(name) == "NEGATE":
            raise _UnknownError
        found.append((name, value))
        if any_case and str(name) != "CATEGORY":
            found += _other_cases(value)
    return found


def _other_cases(value: int | tuple[int, int]) -> Iterable[_Item]:
    """What a letter or a range matches beside itself where case does not count."""
    from re._constants import LITERAL

    low, high = (value, value) if isinstance(value, int) else value
    if high >= _ASCII:
        if low == high and chr(low).lower() == chr(low).upper():  # a mark, not a letter
            return
        raise _UnknownError
    for number in range(low, high + 1):
        letter = chr(number)
        yield from ((LITERAL, ord(c)) for c in (letter.upper(), letter.lower(), *_ODD.get(letter.lower(), "")) if c != letter)
