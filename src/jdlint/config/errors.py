"""What is wrong with the settings, and where."""

from __future__ import annotations

from jdlint.text.record import NamedTuple


class At(NamedTuple):
    """A place in a settings file; line and column are 1-based. A line of 0 means the file (or the option) as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class ConfigError(Exception):
    """Settings that can't be used. `str()` is one line that begins with the place."""

    def __init__(self, at: At, message: str) -> None:
        message = " ".join(message.splitlines())  # what it quotes from the settings may hold line ends
        super().__init__(f"{at}: {message}")
        self.at = at
        self.message = message


def reason_of(error: OSError) -> str:
    """What the system says of a file that can't be used, in one plain phrase; what jdlint says of it stays as it is."""
    if error.errno is None:
        return error.strerror or str(error)
    plain = {FileNotFoundError: "no such file or folder", IsADirectoryError: "is a folder", PermissionError: "permission denied"}
    return plain.get(type(error), (error.strerror or str(error)).lower())


def unread(error: OSError) -> str:
    """What the system says of a file or folder that can't be read, in one plain phrase that tells what was tried."""
    return f"can't be read: {reason_of(error)}" if isinstance(error, PermissionError) else reason_of(error)
