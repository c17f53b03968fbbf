"""Text of postings on its way into a report, where it may mean nothing but itself."""

from __future__ import annotations

from jdlint.report.frame import safe


def one_line(text: str) -> str:
    """The text in one line, with characters that could hide or reorder words as visible escapes."""
    return safe(" ".join(text.split()))
