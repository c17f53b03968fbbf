"""The checks of how to apply, whom to ask and until when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.application import ambiguous_date, expired_deadline, how_to_apply, no_contact
from jdlint.rules.model import Hit


def test_no_instruction_points_at_nothing(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(how_to_apply, "# Cook\n\nYou run the cold kitchen.\n")
    assert hit.at is None


def test_an_instruction_without_a_destination_is_hit_itself(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(how_to_apply, "# Cook\n\n## How to apply\n\nSend your CV and a cover letter before Easter.\n")
    assert hit.variant == "send"
    assert hit.at.text.startswith("Send your CV")


@pytest.mark.parametrize(
    "text",
    [
        "Send your CV to work@crumb.example.",
        "[Fill in the form](https://jobs.example.com/cook).",
        "Press the “Apply” button below and upload your CV.",
        "Come to the shop in person and bring your CV.",
    ],
)
def test_destinations(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(how_to_apply, f"# Cook\n\n## How to apply\n\n{text}\n") == []


def test_get_in_touch_but_how(matches: Callable[..., list[str]]) -> None:
    assert matches(no_contact, "# Cook\n\nFor more information please contact our office.\n") == ["please contact our office"]
    assert matches(no_contact, "# Cook\n\nPlease contact our office for more information.\n") == ["Please contact our office"]
    assert matches(no_contact, "# Cook\n\nIf you need an adjustment, let us know.\n") == ["let us know"]


@pytest.mark.parametrize(
    "text",
    [
        "For more information please contact our office on 0113 496 0123.",
        "If you have questions, [contact us](mailto:a@b.example).",
        "If you have questions, please contact Ana.\n\nana@clinic.example",
        "## Duties\n\n- Answer customers with questions, call them back, and contact the ward.",
    ],
)
def test_contacts(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(no_contact, f"# Cook\n\n{text}\n") == []


def test_deadlines_go_by_on_the_day_after(matches: Callable[..., list[str]]) -> None:
    text = "# Cook\n\nClosing date: 14 January 2026\n"
    assert matches(expired_deadline, text, as_of="2026-01-14") == []
    assert len(matches(expired_deadline, text, as_of="2026-01-15")) == 1


@pytest.mark.parametrize("state", ["draft: true", "status: closed", "published: false", "open: false", "status: filled"])
def test_what_is_not_live_may_be_past(matches: Callable[..., list[str]], state: str) -> None:
    assert matches(expired_deadline, f"---\ntitle: Cook\n{state}\n---\nClosing date: 1 December 2025\n") == []


def test_what_is_live_may_not(matches: Callable[..., list[str]]) -> None:
    assert len(matches(expired_deadline, "---\ntitle: Cook\ndraft: false\n---\nClosing date: 1 December 2025\n")) == 1


def test_dates_of_two_readings(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(ambiguous_date, "# Cook\n\nThe job starts on 04/05/2026.\n")
    assert hit.use == ("5 April 2026", "4 May 2026")
    assert hit.severity is None
    (local,) = hits(ambiguous_date, "# Cook\n\n**Location:** Leeds, UK\n\nThe job starts on 04/05/26.\n")
    assert local.severity == "info"


@pytest.mark.parametrize("text", ["25/02/2026", "05/05/2026", "2026-05-04", "open 24/7", "3/4 inch", "10-12-2026-x", "4 May 2026", "1/2/3"])
def test_dates_of_one_reading(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(ambiguous_date, f"# Cook\n\nIt is {text}.\n") == []


def test_the_number_of_an_application_system_is_a_way_to_apply(hits: Callable[..., list[Hit]]) -> None:
    assert not hits(how_to_apply, "---\ntitle: Cook\nleverId: 12ab-34\n---\n\nYou cook.\n")
    assert hits(how_to_apply, "---\ntitle: Cook\nstoveId: 12ab-34\n---\n\nYou cook.\n")
