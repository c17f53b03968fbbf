"""Writing a file so that it is never seen half written."""

from __future__ import annotations

import os
import stat
from pathlib import Path


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

    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
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
