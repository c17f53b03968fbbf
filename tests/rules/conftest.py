"""Postings made by hand, so that rules are tested apart from readers and facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jdlint.posting.model import Block, BlockKind, Document, Reading
from jdlint.posting.posting import Posting
from jdlint.text.source import Source
from jdlint.text.spans import MappedText

MakePosting = Callable[..., Posting]


@pytest.fixture(scope="session")
def make_posting() -> MakePosting:
    """`make_posting("text", ("item", "more"), title=..., pay=...)`: a block a text, and facts as they are given."""

    def make(*texts: str | tuple[BlockKind, str], **facts: Any) -> Posting:
        rows: list[tuple[BlockKind, str]] = [("paragraph", t) if isinstance(t, str) else t for t in texts]
        source = Source("posting.md", "\n\n".join(text for _, text in rows))
        blocks, at = [], 0
        for kind, text in rows:
            blocks.append(Block(kind, MappedText.direct(source.text, at, at + len(text)), quoted=kind == "quote"))
            at += len(text) + 2
        posting = Posting(Document(source, "md", tuple(blocks)), Reading(as_of=date(2026, 1, 15)))
        known = {"blocks": tuple(blocks), "texts": tuple(blocks), "sections": (), "title": None, "language": "en"}
        vars(posting).update(known | facts)
        return posting

    return make
