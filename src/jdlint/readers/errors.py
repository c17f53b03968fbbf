"""What a reader raises when a file can't be read."""

from __future__ import annotations


class InputError(Exception):
    """A file that can't be read as a posting: one plain line, and the 1-based line of the file where one is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        message = " ".join(message.splitlines())  # what it quotes from the file may hold line ends
        super().__init__(message)
        self.message = message
        self.line = line


class LackingError(InputError):
    """A file that could be read if a package were installed, which the message names."""
