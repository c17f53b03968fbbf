"""Writing a file so that it is never seen half written."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST = 60  # characters of its name that the file beside it carries: a system allows some 255 bytes


class ChangedError(OSError):
    """The file is not what was read."""


def overwrite(path: str, data: bytes, expected: bytes) -> None:
    """Put new content in the place of a file's, keeping its permissions; a link stays a link.

    Raises ChangedError where the file no longer holds what is expected, OSError where it can't be written.
    """
    target = Path(os.path.realpath(path))
    if target.read_bytes() != expected:
        raise ChangedError("it has changed since it was read")
    mode = stat.S_IMODE(target.stat().st_mode)
    if not os.access(target, os.W_OK):
        raise PermissionError("it is write-protected")
    import tempfile  # costs much to import, and most runs write nothing

    with _undisturbed():
        try:
            handle, name = tempfile.mkstemp(prefix=f".{target.name[:_LONGEST]}.", suffix=".tmp", dir=target.parent)
        except PermissionError as error:
            raise PermissionError(f"no file may be made in its folder {target.parent}, where the new text is written first") from error
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C, or a system that shuts down, wait for the moment that a write takes: nothing is left lying about."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
