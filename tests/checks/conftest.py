"""What every test of a check needs: a posting from a text, and the check's hits in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Hit, Options


def _hits(check: Callable[..., Any], text: str, *, path: str = "job.md", as_of: str = "2026-01-15", **options: Any) -> list[Hit]:
    posting = Posting(read(text.encode(), path), Reading(as_of=date.fromisoformat(as_of)))
    return list(check(posting, Options({name.replace("_", "-"): value for name, value in options.items()})))


@pytest.fixture
def hits() -> Callable[..., list[Hit]]:
    """`hits(check, text, path=..., as_of=..., option=...)`: the hits of a check in a posting."""
    return _hits


@pytest.fixture
def matches(hits: Callable[..., list[Hit]]) -> Callable[..., list[str]]:
    """The same, as the words hit; "" where something is absent."""
    return lambda *args, **kwargs: [h.at.text if h.at is not None else "" for h in hits(*args, **kwargs)]
