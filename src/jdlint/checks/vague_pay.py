"""Words about pay that name no figure."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.pay import example_range, own_pay
from jdlint.posting.posting import Posting
from jdlint.readers.includes import included
from jdlint.rules.model import Hit, Options


def vague(posting: Posting, options: Options) -> Iterator[Hit]:
    """Each such phrase; a note where the figure stands elsewhere."""
    stated = bool(own_pay(posting)) or "pay" in included(posting)
    example = example_range(posting)
    for at in posting.vague_pay:
        if at.block.quoted:
            continue
        yield Hit(at, variant="beside" if stated else "", severity="info" if stated else None, values={"instead": example})
