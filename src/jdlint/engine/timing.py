"""The time that one posting may take: of the processor, so that a busy machine or a slow server of LanguageTool's is no fault of its.

Where the system has an alarm clock (everywhere but on Windows) and the main thread works, it interrupts whatever runs, an
expression that lost itself included, since `re` looks for signals. Elsewhere the time is looked at between two rules.
"""

from __future__ import annotations

import sys
import time
from _thread import get_ident  # as `threading` has it, which a run in one thread does without
from collections.abc import Iterator
from contextlib import contextmanager

from jdlint.hints import Any, Never

_AGAIN = 0.2  # seconds until the clock rings again where what runs swallowed the first ring (a destructor, a callback)


class OutOfTimeError(BaseException):
    """The time is up. No `Exception`, so that nothing on the way takes it for a fault of its own."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"took longer than {seconds:g} seconds and was given up (the setting `limits` allows more)")


_ENDS: dict[int, tuple[float, float]] = {}  # by thread: when the time of the posting that it works on is up, and how long it was
_UNRUNG: set[int] = set()  # the threads for which no alarm rings


def check() -> None:
    """Raise OutOfTimeError where the time is up: for the places between two steps."""
    if not _UNRUNG:
        return
    thread = get_ident()
    if thread in _UNRUNG and time.thread_time() > _ENDS[thread][0]:
        raise OutOfTimeError(_ENDS[thread][1])


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Give what is done inside so many seconds; OutOfTimeError once they are over. Inside another one, that one's time holds."""
    thread = get_ident()
    if thread in _ENDS:
        yield
        return
    _ENDS[thread] = (time.thread_time() + seconds, seconds)
    alarm = _alarm(seconds)
    if alarm is None:
        _UNRUNG.add(thread)
    try:
        yield
    finally:
        del _ENDS[thread]
        _UNRUNG.discard(thread)
        if alarm is not None:
            alarm()


def _alarm(seconds: float) -> Any:  # noqa: ANN401  # a function without arguments, or None
    """Set the clock; the function that puts it back. None where there is none, or another owns it."""
    threading = sys.modules.get("threading")  # imported by whoever starts a thread
    if threading is not None and threading.current_thread() is not threading.main_thread():
        return None
    import _signal as signal  # type: ignore[import-not-found]  # what `signal` wraps in names of its own, at half the cost of a start

    if not hasattr(signal, "setitimer") or signal.getitimer(signal.ITIMER_PROF)[0]:
        return None

    def ring(number: int, frame: object) -> None:
        del number, frame
        if get_ident() in _ENDS:
            _raise(seconds)

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)

    def put_back() -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL if before is None else before)

    return put_back


def _raise(seconds: float) -> Never:
    raise OutOfTimeError(seconds)
