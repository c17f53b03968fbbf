"""Edits on a text."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.engine.finding import Finding, FixEdit
from jdlint.text.source import Source
from jdlint.text.spans import Span


def place(edit: FixEdit) -> Span:
    """What edits are ordered by."""
    return edit.span


def apply(text: str, edits: Iterable[FixEdit]) -> str:
    """The text with the edits made, which are in order and do not overlap."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def rewritten(finding: Finding, source: Source) -> str | None:
    """The words of a finding as its fix leaves them; None where there is no fix or it edits elsewhere."""
    edits = sorted(finding.fix.edits, key=place) if finding.fix else []
    start, end = finding.span
    if not edits or edits[0].span.start < start or max(e.span.end for e in edits) > end:
        return None
    inside = [FixEdit(Span(e.span.start - start, e.span.end - start), e.text) for e in edits]
    return " ".join(apply(source.text[start:end], inside).split())
