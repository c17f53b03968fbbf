"""The checks of a posting's make-up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.structure import empty_section, no_collaborators, no_company, no_summary, placeholders, section_order, wall_of_text
from jdlint.rules.model import Hit

DUTIES = "## Duties\n\n- Plan the routes of forty vans.\n"
LONG = "You plan the routes of the vans and check the tyres each day before noon with the drivers. " * 8


def test_every_slot_is_hit(matches: Callable[..., list[str]]) -> None:
    assert matches(placeholders, "# Cook\n\n[Company Name] in [City] seeks a cook for [Company Name].\n") == [
        "[Company Name]",
        "[City]",
        "[Company Name]",
    ]


def test_empty_headings(matches: Callable[..., list[str]]) -> None:
    assert matches(empty_section, f"# Cook\n\n{DUTIES}\n## Benefits\n\n## Requirements\n\n- A certificate.\n") == ["Benefits"]
    assert matches(empty_section, f"# Cook\n\n{DUTIES}\n## Requirements\n") == ["Requirements"]


@pytest.mark.parametrize(
    "text",
    [
        f"# Cook\n\n## The job\n\n#{DUTIES}",
        "# Crumb & Co\n\n## Cook\n\nYou run the cold kitchen.\n",
        "# Cook\n\n## Requirements\n\n## Must have\n\n- A certificate.\n",
        f"# Cook\n\n## Our kitchen\n\n![Four stations](kitchen.jpg)\n\n{DUTIES}",
        f"# Cook\n\n{DUTIES}\n## [Apply now](https://jobs.example.com)\n",
        f"# Cook\n\n{DUTIES}\n## We welcome people of every background.\n",
        "# Cook\n\n## Requirements\n\n**What you bring**\n\n- A certificate.\n",
        f"# Cook\n\n**Crumb & Co**\n\n**The kitchen of the town**\n\nWe cook.\n\n{DUTIES}",
        "# Cook\n\n## Job description\n\n## Requirements\n\n- A certificate.\n",
        "# Cook\n\n## Job specifications\n\n## Requirements\n\n- A certificate.\n",
        f"# Cook\n\n#### Remote, Leipzig, Germany\n\n{DUTIES}",
        f"# Cook\n\n### Part-time\n\n{DUTIES}",
        f"# Cook\n\n### Crumb & Co\n\n#### Bay 4, Old Mill\n\n### About the kitchen\n\nFour stations.\n\n{DUTIES}",
    ],
)
def test_headings_that_are_not_empty(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(empty_section, text) == []


def test_a_paragraph_that_opens_the_text_is_a_summary(matches: Callable[..., list[str]]) -> None:
    opening = "You will run the counter of our bakery in the early shift, from half past five, with one colleague."
    assert matches(no_summary, f"# Barista\n\n{opening}\n\n{DUTIES}") == []
    assert matches(no_summary, f"# Barista\n\n{DUTIES}") == [""]
    firm = "Crumb & Co is a bakery in Ghent with three shops and forty staff, founded in 1962."
    assert matches(no_summary, f"# Barista\n\n{firm}\n\n{DUTIES}") == [""]
    assert matches(no_summary, f"# Barista\n\n{firm}\n\n{opening}\n\n{DUTIES}") == []


def test_an_employer_may_be_named_and_not_described(hits: Callable[..., list[Hit]]) -> None:
    (named,) = hits(no_company, f"# Planner\n\nHarbour Logistics is looking for a planner.\n\n{DUTIES}")
    assert (named.variant, named.severity) == ("named", "info")
    for text in (
        "Employer: Westmark\n\nPlan routes.",
        "You plan the routes of the Borough of Westmark.",
        "You report to the clerk of Westmark County.",
    ):
        (named,) = hits(no_company, f"# Planner\n\n{text}\n\n{DUTIES}")
        assert named.variant == "named", text
    (unnamed,) = hits(no_company, f"# Planner\n\nWe are looking for a planner.\n\n{DUTIES}")
    assert (unnamed.variant, unnamed.severity) == ("", None)
    assert hits(no_company, f"# Planner\n\n{DUTIES}\n## About us\n\nWe have run warehouses since 1962.\n") == []


def test_nobody_to_work_with(matches: Callable[..., list[str]]) -> None:
    assert matches(no_collaborators, f"# Planner\n\n{DUTIES}") == [""]
    assert matches(no_collaborators, f"# Planner\n\n{DUTIES}- Work closely with the workshop.\n") == []


def test_order(hits: Callable[..., list[Hit]]) -> None:
    needs = "## Requirements\n\n- A certificate.\n"
    assert [h.variant for h in hits(section_order, f"# Cook\n\n{needs}\n{DUTIES}")] == ["requirements"]
    assert hits(section_order, f"# Cook\n\n{DUTIES}\n{needs}") == []
    legal = "## Equal opportunities\n\nWe welcome everybody.\n"
    pay = "## Salary\n\n£28,000 a year\n\n## Benefits\n\n- A pension.\n"
    assert [h.variant for h in hits(section_order, f"# Cook\n\n{DUTIES}\n{legal}\n{pay}")] == ["buried"]


def test_walls(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(wall_of_text, f"# Planner\n\n## Duties\n\n{LONG}\n", max_words=120)
    assert hit.variant == ""
    (hit,) = hits(wall_of_text, f"# Planner\n\n## Requirements\n\n{LONG}\n", max_words=120)
    assert hit.variant == "requirements"
    assert hits(wall_of_text, f"# Planner\n\n## Duties\n\n{LONG}\n\n- Plan routes.\n", max_words=120) == []
    assert hits(wall_of_text, f"# Planner\n\n## Duties\n\n{LONG}\n", max_words=200) == []
    assert hits(wall_of_text, f"# Planner\n\n## About us\n\n{LONG}\n", max_words=120) == []
