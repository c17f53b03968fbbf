"""What a function found out about a posting, kept as long as the posting."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from jdlint.hints import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

T = TypeVar("T")


def once(compute: Callable[[Posting], T]) -> Callable[[Posting], T]:
    """The function, computed once a posting."""

    @wraps(compute)
    def found(posting: Posting) -> T:
        if compute not in posting.kept:
            posting.kept[compute] = compute(posting)
        known: T = posting.kept[compute]
        return known

    return found
