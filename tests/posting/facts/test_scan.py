"""Labels and their values, several to a line, and the parts of short lines."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.scan import label_values
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "driver.md"), Reading(as_of=date(2026, 1, 15)))


@pytest.mark.parametrize(
    "line",
    [
        "**Location:** Salford. **Type:** part-time. **Pay:** £13 an hour",
        "**Location:** Salford **Type:** part-time **Pay:** £13 an hour",
        "**Location**: Salford, **Type**: part-time, **Pay**: £13 an hour",
        "Location: Salford. Type: part-time. Pay: £13 an hour",
        "Location: Salford | Type: part-time | Pay: £13 an hour",
        "Location: Salford; Type: part-time; Pay: £13 an hour",
    ],
)
def test_labels_share_a_line(line: str) -> None:
    one = posting(f"# Driver\n\n{line}")
    assert [v.text for v in label_values(one, "location")] == ["Salford"]
    assert [(label, v.text) for label, v in one.inline_labels] == [("Type", "part-time"), ("Pay", "£13 an hour")]


@pytest.mark.parametrize(
    "line",
    [
        "Location: Salford. Mind this: we move in May",
        "Location: Salford, and soon Bury",
        "Location: the **old** mill in Salford",
        "Location: Salford. A tip: bring a coat",
    ],
)
def test_no_second_label(line: str) -> None:
    assert [label for label, _ in posting(f"# Driver\n\n{line}").inline_labels] == []


def test_a_short_line_has_parts() -> None:
    one = posting("# Driver\n\nSalford - Part-time · £13 an hour | Days")
    assert [p.text for p in one.header_parts] == ["Salford", "Part-time", "£13 an hour", "Days"]
