"""Results of an analysis, kept as long as their posting."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from jdlint.hints import TypeVar
from jdlint.posting.posting import Posting

T = TypeVar("T")


def once(compute: Callable[[Posting], T]) -> Callable[[Posting], T]:
    """The function, computed once a posting."""

    @wraps(compute)
    def found(posting: Posting) -> T:
        if compute not in posting.analyses:
            posting.analyses[compute] = compute(posting)
        known: T = posting.analyses[compute]
        return known

    return found
