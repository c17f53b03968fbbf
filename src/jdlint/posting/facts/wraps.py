"""Lines that were only wrapped to fit the page."""

from __future__ import annotations

from jdlint.text.lazy import lazy

# A long line without an end, gone on with by a word in lower case or a number.
_WRAP = lazy(r"(?<=[^\n]{45})(?<=[^\s.:;!?])[ \t]?\r?\n[ \t]*(?=[a-z(£$€]|\d+[\d,.+%]*\s+(?!\.))")


def unwrap(text: str) -> str:
    """The text with the line ends inside its sentences made spaces; every other character keeps its place."""
    return _WRAP.sub(lambda m: " " * len(m.group()), text) if "\n" in text else text
