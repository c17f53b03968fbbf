"""The checks of place and mode."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.location import conflicting_modes, hybrid_without_days, missing, move_untold, place_conflict, remote_without_region
from jdlint.rules.model import Hit


def test_neither_place_nor_remote(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(missing, "# Cook\n\nYou run the cold kitchen.\n")
    assert hit.at is None
    (hint,) = hits(missing, "# Clerk\n\nThe clerk keeps the land register of Marble County.\n")
    assert (hint.at.text, hint.variant, hint.severity) == ("Marble County", "hint", "warning")
    assert hits(missing, "# Cook\n\n**Location:** Ghent, Belgium\n") == []
    assert hits(missing, "# Editor\n\nThis is a fully remote position.\n") == []


def test_a_house_by_name_is_a_milder_finding(hits: Callable[..., list[Hit]]) -> None:
    for name in ("St Bride's Hospital", "Harbour View Hotel", "Mill Lane CofE Primary School"):
        (hit,) = hits(missing, f"# Cleaner\n\nYou clean the rooms of {name} in the morning.\n")
        assert (hit.at.text, hit.variant, hit.severity) == (name, "house", "warning")
    for text in ("You have a High School diploma.", "Our Care Home is small.", "You run the Customer Service Centre."):
        (bare,) = hits(missing, f"# Cleaner\n\n{text}\n")
        assert (bare.at, bare.severity) == (None, None), text


def test_somebody_to_ask_is_no_place(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(missing, "# Baker\n\n**Informal enquiries:** Florence Roe\n\n**Closing date:** 3 May 2026\n\nYou bake bread.")
    assert hit.at is None


@pytest.mark.parametrize(
    "text",
    [
        "# Editor\n\n**Location:** Remote (Canada)\n",
        "# Editor\n\n**Location:** Remote\n\nYou overlap four hours with Central European Time (CET).\n",
        "# Editor\n\n**Location:** Remote\n\nWe hire anywhere in the world.\n",
        "# Editor\n\n**Location:** Remote\n\nYou need the right to work in the UK.\n",
        "# Editor\n\n**Location:** [Location, region, or remote]\n",
    ],
)
def test_remote_with_a_region(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(remote_without_region, text) == []


def test_remote_without_a_region_is_hit_at_the_word(matches: Callable[..., list[str]]) -> None:
    assert matches(remote_without_region, "# Editor\n\n**Location:** Remote\n\nYou edit novels.\n") == ["Remote"]


@pytest.mark.parametrize(
    "days",
    [
        "two days a week in the office",
        "Tuesdays and Thursdays in the office",
        "40% from home",
        "once a month in the office",
        "3/2 hybrid model",
    ],
)
def test_hybrid_with_days(matches: Callable[..., list[str]], days: str) -> None:
    assert matches(hybrid_without_days, f"# Editor\n\n**Location:** Vienna (hybrid)\n\nThis role is hybrid: {days}.\n") == []


def test_days_of_something_else_do_not_count(matches: Callable[..., list[str]]) -> None:
    text = "# Editor\n\n**Location:** Vienna (hybrid)\n\nYou have 30 days of leave.\n"
    assert matches(hybrid_without_days, text) == ["hybrid"]


def test_modes_that_exclude_each_other(matches: Callable[..., list[str]]) -> None:
    assert matches(conflicting_modes, "# Editor\n\n**Location:** Remote\n\nYou work in the office five days a week.\n") != []
    assert matches(conflicting_modes, "# Editor\n\n**Location:** Lyon, on-site\n\nThis is a fully remote position.\n") != []


@pytest.mark.parametrize(
    "text",
    [
        "# Editor\n\n**Location:** Leeds (hybrid)\n\nRemote work is possible on two days a week.\n",
        "# Editor\n\n**Location:** Remote\n\n## Benefits\n\n- Remote and in-person training.\n",
        "# Editor\n\n**Location:** Lyon\n\nYou work with our remote sales offices.\n",
    ],
)
def test_modes_that_go_together(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(conflicting_modes, text) == []


def test_where_the_modes_exclude_each_other_nothing_is_said_of_the_region(matches: Callable[..., list[str]]) -> None:
    text = "# Editor\n\n**Location:** Remote\n\n{}\n"
    assert matches(remote_without_region, text.format("You edit.")) == ["Remote"]
    assert matches(remote_without_region, text.format("You work in the office five days a week.")) == []


def test_remote_and_every_day_in_the_shop_exclude_each_other(matches: Callable[..., list[str]]) -> None:
    text = "# Clerk\n\nFully remote, in our Truro shop five days a week.\n"
    assert matches(conflicting_modes, text) == ["in our Truro shop five days a week"]


def test_a_place_in_fields_and_text(matches: Callable[..., list[str]]) -> None:
    page = "---\ntitle: Cook\nlocation: {}\n---\n**Location:** {}\n"
    assert matches(place_conflict, page.format("Denver, CO", "Buffalo, NY")) == ["Buffalo, NY"]
    assert matches(place_conflict, page.format("Denver, CO", "Boulder, CO")) == []
    assert matches(place_conflict, page.format("Canada", "Toronto, ON")) == []
    assert matches(place_conflict, page.format("Millbrook", "Toronto, ON")) == []


def test_moving(matches: Callable[..., list[str]]) -> None:
    assert matches(move_untold, "# Cook\n\n**Location:** Ghent, Belgium") == [""]
    assert matches(move_untold, "# Cook\n\n**Location:** Ghent, Belgium\n\nWe sponsor visas.") == []
    assert matches(move_untold, "# Cook") == []
