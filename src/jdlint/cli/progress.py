"""How far a long run is: a bar on standard error, for people at a terminal alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator

import click

from jdlint.engine.result import Result
from jdlint.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

DELAY = 1.0  # seconds of a run before there is a bar: most are over by then
_ERASE = "\r\x1b[K\x1b[?25h"  # the line, and the cursor that click hides


class Progress:
    """Passes results on and draws a bar below whatever is printed meanwhile. `count` tells how many there will be."""

    def __init__(self, count: Callable[[], int], delay: float = DELAY) -> None:
        self._count = count
        self._delay = delay
        self._bar: ProgressBar[int] | None = None
        self._seen = 0
        self._drawn = False

    def over(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, each counted as it passes."""
        start = time.time()
        try:
            for result in results:
                self._seen += 1
                if self._bar is not None:
                    self._draw(1)
                elif time.time() - start >= self._delay:
                    self._open(start)
                yield result
        finally:
            self.clear()

    def _open(self, start: float) -> None:
        total = self._count()
        if total <= self._seen:  # all are there, so nobody waits any longer
            self._delay = float("inf")
            return
        self._bar = click.progressbar(length=total, label="Checking", file=sys.stderr, show_pos=True, show_percent=False)
        self._bar.start = start
        self._draw(self._seen)

    def _draw(self, more: int) -> None:
        if self._bar is not None:
            self._bar.update(more)
            self._drawn = True

    def clear(self) -> None:
        """Take the bar away, so that something else can stand in its line; the next result draws it anew."""
        if self._drawn:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
            self._drawn = False
