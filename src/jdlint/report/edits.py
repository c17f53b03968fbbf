"""A fix as one edit, for formats and readers that know no more than one place."""

from __future__ import annotations

from jdlint.engine.finding import Fix
from jdlint.text.source import Source
from jdlint.text.spans import Span


def merged(fix: Fix, source: Source) -> tuple[Span, str]:
    """The range from a fix's first edit to its last, and the text that it leaves there."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    parts, at = [], edits[0].span.start
    for edit in edits:
        parts += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return Span(edits[0].span.start, at), "".join(parts)
