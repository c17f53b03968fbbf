"""Results of an analysis, kept as long as their posting."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from jdlint.posting.posting import Posting

T = TypeVar("T")


def once(compute: Callable[[Posting], T]) -> Callable[[Posting], T]:
    """The function, computed once a posting."""
    kept: WeakKeyDictionary[Posting, T] = WeakKeyDictionary()

    @wraps(compute)
    def found(posting: Posting) -> T:
        if posting not in kept:
            kept[posting] = compute(posting)
        return kept[posting]

    return found
