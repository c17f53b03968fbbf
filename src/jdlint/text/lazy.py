"""Regular expressions compiled at their first use: to compile those that a run never tries would cost more than the run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING, Any
from jdlint.text.compiled import compiled

_METHODS = ("match", "fullmatch", "findall", "sub", "split")
_SEARCHES = ("search", "finditer")


class _Lazy:
    """Stands for a `re.Pattern`; once it is compiled, its methods are the pattern's own and cost no more."""

    __slots__ = ("_flags", "_pattern", *_METHODS, *_SEARCHES)

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
        """Called only for what is not yet there."""
        if name.startswith("__"):
            raise AttributeError(name)
        if name in _SEARCHES and self._flags & re.IGNORECASE and isinstance(self._pattern, str):
            from jdlint.text.small import is_small  # an unchanged posting needs none of it

            if is_small(self._pattern):
                self.search, self.finditer = _in_small_letters(self)
                return getattr(self, name)
        made = compiled(self._pattern, self._flags)
        for method in (*_METHODS, *_SEARCHES) if name in _SEARCHES else _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


_LONG = 5000  # characters: a part of a longer text is searched as it is, or the text might be made small once for each of its parts


def _in_small_letters(whole: _Lazy) -> tuple[Any, Any]:
    """Search and finditer of an expression whatever the case, on the text in small letters: most texts hold no match.

    What is found there is matched again in the text itself, at its place.
    """
    from jdlint.text.small import lowered

    small = compiled(whole._pattern, whole._flags & ~re.IGNORECASE)  # noqa: SLF001  # of this module
    small_search, small_finditer = small.search, small.finditer
    every: Any = None

    def any_case(name: str) -> Any:  # noqa: ANN401  # a method
        nonlocal every
        if every is None:
            every = compiled(whole._pattern, whole._flags)  # noqa: SLF001  # of this module
        return getattr(every, name)

    def search(text: str, *part: int) -> re.Match[str] | None:
        low = None if part and len(text) > _LONG else lowered(text)
        if low is None:
            return any_case("search")(text, *part)  # type: ignore[no-any-return]
        found = small_search(low, *part)
        return None if found is None else any_case("match")(text, found.start(), *part[1:])

    def finditer(text: str, *part: int) -> Iterator[re.Match[str]]:
        low = None if part and len(text) > _LONG else lowered(text)
        if low is None:
            return any_case("finditer")(text, *part)  # type: ignore[no-any-return]
        found = [m.start() for m in small_finditer(low, *part)]
        if not found:
            return iter(())
        match = any_case("match")
        return iter([match(text, start, *part[1:]) for start in found])

    return search, finditer


if TYPE_CHECKING:
    lazy = re.compile
else:

    def lazy(pattern: str, flags: int = 0) -> _Lazy:
        """What `re.compile` returns, compiled when one of its methods is first used."""
        return _Lazy(pattern, int(flags))
