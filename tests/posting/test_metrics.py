"""Counts of a posting."""

from __future__ import annotations

from datetime import date

from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

TEXT = """---
title: Baker
summary: Bake for the whole town.
slug: baker-of-bread
---

A small bakery needs you. Come and see us on any day of the week.

## Duties

- Bake bread
- Clean the oven

## Requirements

- A steady hand

```
not counted at all
```
"""


def measured(text: str) -> dict[str, float | int | None]:
    return dict(Posting(read(text.encode(), "post.md"), Reading(as_of=date(2026, 1, 15))).metrics)


def test_counts() -> None:
    found = measured(TEXT)
    assert found["words"] == 1 + 5 + 15 + 2 + 5 + 3
    assert found["sentences"] == 1 + 1 + 2 + 3
    assert found["longest_sentence"] == 10
    assert (found["paragraphs"], found["longest_paragraph"]) == (1, 15)
    assert (found["headings"], found["items"], found["duties"], found["requirements"], found["preferred"]) == (2, 3, 2, 1, 0)
    assert found["title_length"] == len("Baker")


def test_next_to_nothing() -> None:
    found = measured("Bread")
    assert (found["words"], found["duties"], found["headings"]) == (1, 0, 0)


def test_lines_without_bullets_are_entries() -> None:
    text = "Baker\n\nDUTIES\nBake bread each morning.\nClean the oven.\nServe customers.\n\nREQUIREMENTS\nA steady hand.\n"
    found = Posting(read(text.encode(), "post.txt"), Reading(as_of=date(2026, 1, 15))).metrics
    assert (found["duties"], found["requirements"]) == (3, 0)
