"""A posting from a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def _posting(text: str, path: str = "job.md") -> Posting:
    return Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15)))


@pytest.fixture
def posting() -> Callable[..., Posting]:
    """`posting(text, path=...)`."""
    return _posting
