"""Where the time of a run goes: each stage, fact and rule, none of it counted twice.

While a profile is taken, the places of interest are wrapped; a run without one is not touched.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, wraps
from typing import Any, NamedTuple

from jdlint.engine import cache, judging, lint, rulesets, run
from jdlint.engine.files import Files
from jdlint.posting.posting import Posting


class Part(NamedTuple):
    """A stage, fact or rule: how long it took without the parts inside it, in seconds, and how often it was asked for."""

    kind: str
    name: str
    seconds: float
    calls: int


class Profile:
    """Adds up time by part. What nobody claims is the stage "other"."""

    def __init__(self) -> None:
        self._seconds: dict[tuple[str, str], float] = {}
        self._calls: dict[tuple[str, str], int] = {}
        self._open: list[tuple[str, str]] = [("stage", "other")]
        self._since = time.perf_counter()

    def parts(self) -> list[Part]:
        """All parts, the costliest first."""
        self._charge()
        rows = [Part(*key, seconds, self._calls.get(key, 1)) for key, seconds in self._seconds.items()]
        return sorted(rows, key=lambda part: -part.seconds)

    def _charge(self) -> None:
        now = time.perf_counter()
        key = self._open[-1]
        self._seconds[key] = self._seconds.get(key, 0.0) + now - self._since
        self._since = now

    @contextmanager
    def part(self, kind: str, name: str) -> Iterator[None]:
        """Charge a part with what is done inside, save for the parts in it."""
        self._charge()
        self._open.append((kind, name))
        self._calls[kind, name] = self._calls.get((kind, name), 0) + 1
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take the profile of what is done inside."""
        undo: list[Callable[[], None]] = []
        try:
            self._wrap_all(undo)
            yield
        finally:
            for step in reversed(undo):
                step()

    def _wrap_all(self, undo: list[Callable[[], None]]) -> None:
        for owner, name, stage in (
            (Files, "_read", "finding and opening files"),
            (Files, "parse", "reading"),
            (rulesets, "build", "building the rules"),
            (cache.Place, "read", "cache"),
            (cache.Place, "write", "cache"),
            (lint, "one_per_idea", "one finding per idea"),
            (judging, "_unsuppressed", "suppressions"),
            (run.Linter, "_result", "settings and baseline"),
        ):
            self._wrap(owner, name, ("stage", stage), undo)
        for name, value in vars(Posting).items():
            if isinstance(value, cached_property):
                self._wrap(value, "func", ("fact", name.lstrip("_")), undo)
        for name in ("words", "tokens", "norms", "sentences"):
            if name in vars(Posting):
                self._wrap(Posting, name, ("fact", "words and sentences"), undo)
        self._replace(lint._Run, "_guarded", self._guarded(lint._Run._guarded), undo)  # noqa: SLF001  # the one place where every rule runs
        self._replace(lint._Run, "worded", self._listed(lint._Run.worded, ("stage", "looking for phrases")), undo)  # noqa: SLF001

    def _wrap(self, owner: Any, name: str, key: tuple[str, str], undo: list[Callable[[], None]]) -> None:  # noqa: ANN401  # a class, module or property
        real = getattr(owner, name)

        @wraps(real)
        def timed(*args: Any, **more: Any) -> Any:  # noqa: ANN401  # whatever it takes and gives
            with self.part(*key):
                return real(*args, **more)

        self._replace(owner, name, timed, undo)

    def _replace(self, owner: Any, name: str, new: Any, undo: list[Callable[[], None]]) -> None:  # noqa: ANN401  # as above
        real = getattr(owner, name)
        setattr(owner, name, new)
        undo.append(lambda: setattr(owner, name, real))

    def _listed(self, real: Any, key: tuple[str, str]) -> Any:  # noqa: ANN401  # a method that yields
        """A generator's whole work as one part."""

        def timed(*args: Any) -> Iterator[Any]:  # noqa: ANN401  # as above
            with self.part(*key):
                rows = list(real(*args))
            yield from rows

        return timed

    def _guarded(self, real: Any) -> Any:  # noqa: ANN401  # as above
        def timed(judge: Any, rule: Any, hits: Any) -> Iterator[Any]:  # noqa: ANN401  # as above
            with self.part("rule", f"{rule.code} {rule.name}"):
                rows = list(real(judge, rule, hits))
            yield from rows

        return timed
