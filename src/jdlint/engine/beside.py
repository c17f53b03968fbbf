"""The first posting of a run waits for a second one: alone it is held against nothing, and needs none of what compares postings."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.engine.finding import Finding
from jdlint.hints import TYPE_CHECKING
from jdlint.text.record import dataclass

if TYPE_CHECKING:
    from jdlint.engine.together import Together


@dataclass(slots=True)
class Beside:
    """The postings of a run so far, as `Together` holds them from the second one on."""

    _first: tuple[str, tuple[Finding, ...], int | None] | None = None
    _together: Together | None = None

    def findings(self, path: str, apart: Iterable[Finding], row: int | None = None) -> list[Finding]:
        """What `Together.findings` makes of what a posting brings; nothing of the first."""
        if self._together is None:
            if self._first is None:
                self._first = path, tuple(apart), row
                return []
            from jdlint.engine.together import Together

            self._together = Together()
            self._together.findings(*self._first)
        return self._together.findings(path, apart, row)
