"""No expression of a check is slow, whatever stands in a posting."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import jdlint.checks

SIZE = 12_000
SEEDS = (
    "a ",
    "Aa.",
    "A & A ",
    "with our a b ",
    "roles and ",
    "5 days ",
    "$10,000 ",
    "questions ",
    "start date the ",
    "! ",
    "<",
    "[2024 ",
    "1/2/",
)
HOSTILE = [(seed * SIZE)[:SIZE] for seed in SEEDS]


def expressions(value: object) -> Iterator[re.Pattern[str]]:
    """The compiled expressions in a constant, however deep."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from expressions(part)
    elif isinstance(value, dict):
        yield from expressions(list(value.values()))


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules(jdlint.checks.__path__)])
def test_expressions_take_linear_time(name: str) -> None:
    module = importlib.import_module(f"jdlint.checks.{name}")
    for constant, value in vars(module).items():
        for pattern in expressions(value):
            for text in HOSTILE:
                start = time.process_time()
                assert sum(1 for _ in pattern.finditer(text)) >= 0
                spent = time.process_time() - start
                assert spent < 1, f"{constant} takes {spent:.1f} s for {text[:20]!r}..."
