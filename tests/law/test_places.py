"""From a posting's places to jurisdictions."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.law.lookup import UnknownPlaceError, find_place
from jdlint.law.places import derive, excluded, expand, ids
from jdlint.law.store import entries
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, jurisdictions: tuple[str, ...] | None = None) -> Posting:
    return Posting(read(f"# Cook\n\n{text}\n".encode(), "job.md"), Reading(as_of=date(2026, 11, 21), jurisdictions=jurisdictions))


STATES = {code for code, e in entries().items() if e.region and not e.local and e.countries == ("US",)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**Location:** Denver, CO", ["us-co"]),
        ("**Location:** Brooklyn, NY", ["us-ny", "us-ny-nyc"]),
        ("**Location:** New York, NY", ["us-ny", "us-ny-nyc"]),
        ("**Location:** New York", ["us-ny"]),
        ("**Location:** Toronto, ON", ["ca-on"]),
        ("**Location:** Berlin", ["de", "eu"]),
        ("**Location:** Dublin, Ireland", ["eu", "ie"]),
        ("**Location:** London", ["gb"]),
        ("**Location:** Austin, TX", ["us-tx"]),
        ("**Location:** Columbus, Ohio", ["us-oh-columbus"]),
        ("**Location:** Millbrook", []),
        ("**Location:** Denver, CO or Toronto, ON", ["us-co", "ca-on"]),
    ],
)
def test_ids(text: str, wanted: list[str]) -> None:
    assert list(ids(posting(text))) == wanted


def test_pay_in_pounds_is_under_no_law_of_a_dollar_land() -> None:
    assert [d.id for d in derive(posting("**Location:** Boston\n\n**Salary:** $61,000 a year"))] == ["us-ma"]
    assert derive(posting("**Location:** Boston\n\n**Salary:** £31,000 a year")) == ()
    assert [d.id for d in derive(posting("**Location:** Leeds\n\n**Salary:** £31,000 a year"))] == ["gb"]


def test_remote_in_a_country_brings_its_parts() -> None:
    found = derive(posting("**Location:** Remote (US)"))
    assert {one.id for one in found} == STATES
    assert not any(one.sure for one in found)
    assert derive(posting("**Location:** United States\n\nYou work in our office.")) == ()


def test_a_named_state_beside_the_country_is_sure() -> None:
    found = {one.id: one.sure for one in derive(posting("**Location:** Remote (US) or Denver, CO"))}
    assert found["us-co"]
    assert not found["us-ny"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Open to people in the US, except California and New York.", {"us-ca", "us-ny"}),
        ("We can't hire in Colorado, California, or Washington.", {"us-co", "us-ca", "us-wa"}),
        ("This role is not available to residents of Colorado.", {"us-co"}),
        ("Anywhere in the US (excluding: CA, NY).", {"us-ca", "us-ny"}),
        ("Excluding Colorado. Our office in Texas is closed on Fridays.", {"us-co"}),
        ("You do not travel from Colorado to Texas.", set()),
    ],
)
def test_excluded(text: str, wanted: set[str]) -> None:
    assert excluded(posting(text)) == wanted


def test_the_settings_name_jurisdictions() -> None:
    assert ids(posting("**Location:** Denver, CO", ("us-ma",))) == ("us-ma",)
    assert expand(("us-ny-nyc",)) == ("us-ny-nyc", "us-ny")
    assert expand(("ca",)) == ("ca-bc", "ca-on", "ca-pe")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("us-co", {"us-co"}), ("Colorado", {"us-co"}), ("Denver, CO", {"us-co"}), ("remote US", STATES), ("us", STATES),
        ("nyc", {"us-ny-nyc", "us-ny"}), ("UK", {"gb"}), ("Österreich", {"at", "eu"}), ("Washington", {"us-wa"}),
        ("Washington, DC", {"us-dc"}), ("Austin, TX", set()),
    ],
)  # fmt: skip
def test_a_place_is_found(text: str, wanted: set[str]) -> None:
    assert {one.id for one in find_place(text)} == wanted


def test_an_unknown_place_is_told() -> None:
    with pytest.raises(UnknownPlaceError, match='unknown place "Colorodo"; did you mean "Colorado"'):
        find_place("Colorodo")
