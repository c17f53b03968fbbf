"""Findings that say the same of the same words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jdlint.engine.finding import Finding
from jdlint.text.words import fold


def alike(findings: Iterable[Finding]) -> Collection[list[int]]:
    """The numbers of the findings, from 0, in order of their first place; those that repeat one come with it."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, finding in enumerate(findings):
        alone = number if finding.related or not finding.match else None
        words = fold(" ".join(finding.match.split())), fold(" ".join(finding.message.split()))
        groups.setdefault((finding.code, finding.severity, *words, alone), []).append(number)
    return groups.values()
