"""What a reader raises when a file can't be read."""

from __future__ import annotations

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what old Word files, and encrypted new ones, begin with
# What files that people take for text or for a document begin with, and what to do with them.
_KINDS = (
    (b"%PDF-", "a PDF; let its name end in .pdf"),
    (b"PK\x03\x04", "a zip archive, as Word makes them; let the name of a Word document end in .docx"),
    (OLE, "an old Word file (.doc); save it as .docx"),
    (b"{\\rtf", "rich text (.rtf); save it as .docx or as plain text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def kind_of(data: bytes) -> str:
    """What a file is by its first bytes, and what to do with it; "" where they tell nothing."""
    return next((kind for start, kind in _KINDS if data.startswith(start)), "")


class InputError(Exception):
    """A file that can't be read as a posting: one plain line, and the 1-based line of the file where one is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        message = " ".join(message.splitlines())  # what it quotes from the file may hold line ends
        super().__init__(message)
        self.message = message
        self.line = line


class LackingError(InputError):
    """A file that could be read if a package were installed, which the message names."""
