"""A posting from `jdlint new`: as created only slots are found, and once they are filled in nothing is left to mend."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint import lint_text
from jdlint.engine.inspection import inspect
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.start.countries import PERIODS, countries, country
from jdlint.start.layout import LAYOUTS
from jdlint.start.posting import KINDS, MODES, Job, draft

DAY = date(2026, 1, 15)
SLOT = re.compile(r"\[[^\]]+\]")
_TABLE = yaml.safe_load((Path(__file__).parent / "fillings.yaml").read_text(encoding="utf-8"))
ROLES, PLACES = _TABLE["roles"], _TABLE["countries"]


def job(role: str, code: str, **said: Any) -> Job:
    return Job(role, PLACES[code]["place"], countries()[code], traits=frozenset(ROLES[role]["traits"]), **said)


def filled(text: str, role: str, code: str) -> str:
    table = _TABLE["common"] | ROLES[role] | PLACES[code]
    return SLOT.sub(lambda slot: table[slot[0][1:-1]], text)


@pytest.mark.parametrize("form", LAYOUTS)
@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_as_created_only_slots_are_found(role: str, code: str, form: str) -> None:
    text = LAYOUTS[form](draft(job(role, code)))
    findings = lint_text(text, path=f"draft.{form}", select=["ALL"], as_of=DAY).findings
    assert [f.message for f in findings if f.code != "STR014"] == []
    assert len(findings) == len(SLOT.findall(text))


@pytest.mark.parametrize("form", LAYOUTS)
@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_filled_in_nothing_is_left_to_mend(role: str, code: str, form: str) -> None:
    text = filled(LAYOUTS[form](draft(job(role, code))), role, code)
    findings = lint_text(text, path=f"draft.{form}", as_of=DAY).findings
    assert [f"{f.code} {f.message} {f.match}" for f in findings] == []
    strict = lint_text(text, path=f"draft.{form}", select=["ALL"], as_of=DAY).findings
    assert [f"{f.code} {f.message}" for f in strict if f.severity != "info"] == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("New York, NY", "us"),
        ("Denver, CO", "us"),
        ("Newark, NJ", "us"),
        ("Remote", "us"),
        ("Toronto", "ca"),
        ("Vancouver, BC", "ca"),
        ("Berlin", "de"),
    ],
)
def test_what_the_law_of_a_place_asks_for_has_its_slot(place: str, code: str) -> None:
    mode = "remote" if place == "Remote" else None
    made = LAYOUTS["md"](draft(Job("Receptionist", place, countries()[code], traits=frozenset({"desk"}), mode=mode)))
    assert {f.code for f in lint_text(made, select=["ALL"], as_of=DAY).findings} == {"STR014"}
    done = lint_text(filled(made, "receptionist", code), select=["ALL"], as_of=DAY).findings
    assert [f"{f.code} {f.message}" for f in done if f.severity != "info"] == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_mode_is_read_as_meant(kind: str, mode: str) -> None:
    text = filled(LAYOUTS["md"](draft(job("receptionist", "gb", kind=kind, mode=mode, period="hour"))), "receptionist", "gb")
    text = text.replace("31,000", "14.20").replace("37,000", "15.80").replace("28 days a week", "two days a week")
    entry = inspect(Posting(read(text.encode(), "draft.md")), "draft.md")
    assert entry["work_mode"] == mode.replace("-", "")
    assert kind.replace("-", "_") in {e["value"] for e in entry["employment_types"]}
    assert entry["pay"][0]["currency"] == "GBP"
    assert entry["pay"][0]["period"] == "hour"
    found = lint_text(text, as_of=DAY).findings
    assert [f"{f.code} {f.message}" for f in found if f.severity != "info"] == []


@pytest.mark.parametrize("code", countries())
def test_the_pay_of_every_country_is_read(code: str) -> None:
    where = countries()[code]
    text = f"# Cook\n\n- **Location:** {where.name}\n- **Pay:** {where.pay('3,000', '3,400')}\n"
    (pay,) = inspect(Posting(read(text.encode(), "draft.md")), "draft.md")["pay"]
    assert (pay["min"], pay["max"], pay["period"]) == (3000, 3400, where.period)
    assert pay["currency"]
    assert where.period in PERIODS


def test_a_country_is_known_by_code_and_name() -> None:
    assert country("UK") is country("gb") is country("United Kingdom")
    with pytest.raises(LookupError, match='unknown country "germny"; did you mean "Germany"'):
        country("germny")


def test_the_country_is_said_once() -> None:
    assert dict(draft(Job("Cook", "Leeds, UK", country("gb"))).facts)["Location"] == "Leeds, UK"
    assert dict(draft(Job("Cook", "Gary, IN", country("us"))).facts)["Location"] == "Gary, IN, United States"


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"], exclude_characters="[]{}"), min_size=1, max_size=30))
def test_any_role_stands_in_the_title_as_it_was_typed(role: str) -> None:
    title = role[:1].upper() + role[1:]
    made = draft(Job(role, "Leeds", country("gb")))
    for form in ("md", "html"):
        document = read(LAYOUTS[form](made).encode(), f"draft.{form}")
        assert document.blocks[0].text == title
