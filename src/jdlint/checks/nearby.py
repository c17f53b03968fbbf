"""The text beside a place, and no more of it than a check needs: a file may be one endless line."""

from __future__ import annotations

_REACH = 80


def before(text: str, start: int) -> str:
    """The characters just before an offset."""
    return text[max(0, start - _REACH) : start]


def after(text: str, end: int) -> str:
    """The characters from an offset on."""
    return text[end : end + _REACH]


def neighbours(text: str, start: int, end: int) -> tuple[str, ...]:
    """The runs of characters without a space that stand before and after a range; none where it opens or ends the text."""
    return (*before(text, start).split()[-1:], *after(text, end).split()[:1])
