"""The time that one posting may take: of the processor, so that a busy machine or a slow server of LanguageTool's is no fault of its.

Where the system has an alarm clock (everywhere but on Windows) and the main thread works, it interrupts whatever runs, an
expression that lost itself included, since `re` looks for signals. Elsewhere the time is looked at between two rules.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Never

_AGAIN = 0.2  # seconds until the clock rings again where what runs swallowed the first ring (a destructor, a callback)


class OutOfTimeError(BaseException):
    """The time is up. No `Exception`, so that nothing on the way takes it for a fault of its own."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"took longer than {seconds:g} seconds and was given up (the setting `limits` allows more)")


class _Clock(threading.local):
    """When the time of the posting that a thread works on is up; None where there is no hurry."""

    end: float | None = None
    seconds: float = 0


_CLOCK = _Clock()


def check() -> None:
    """Raise OutOfTimeError where the time is up: for the places between two steps."""
    if _CLOCK.end is not None and time.thread_time() > _CLOCK.end:
        raise OutOfTimeError(_CLOCK.seconds)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Give what is done inside so many seconds; OutOfTimeError once they are over. Inside another one, that one's time holds."""
    if _CLOCK.end is not None:
        yield
        return
    _CLOCK.end, _CLOCK.seconds = time.thread_time() + seconds, seconds
    alarm = _alarm(seconds)
    try:
        yield
    finally:
        _CLOCK.end = None
        if alarm is not None:
            alarm()


def _alarm(seconds: float) -> Any:  # noqa: ANN401  # a function without arguments, or None
    """Set the clock; the function that puts it back. None where there is none, or another owns it."""
    if threading.current_thread() is not threading.main_thread():
        return None
    import _signal as signal  # type: ignore[import-not-found]  # what `signal` wraps in names of its own, at half the cost of a start

    if not hasattr(signal, "setitimer") or signal.getitimer(signal.ITIMER_PROF)[0]:
        return None

    def ring(number: int, frame: object) -> None:
        del number, frame
        if _CLOCK.end is not None:
            _raise(seconds)

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)

    def put_back() -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL if before is None else before)

    return put_back


def _raise(seconds: float) -> Never:
    raise OutOfTimeError(seconds)
