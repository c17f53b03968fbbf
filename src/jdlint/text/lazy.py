"""Regular expressions compiled at their first use: to compile those that a run never tries would cost more than the run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jdlint.text.compiled import compiled

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands for a `re.Pattern`; once it is compiled, its methods are the pattern's own and cost no more."""

    __slots__ = ("_flags", "_pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
        """Called only for what is not yet there."""
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(self._pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


if TYPE_CHECKING:
    lazy = re.compile
else:

    def lazy(pattern: str, flags: int = 0) -> _Lazy:
        """What `re.compile` returns, compiled when one of its methods is first used."""
        return _Lazy(pattern, int(flags))
