"""The checks of a page's structured data, beyond the examples in their rule files."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from jdlint import lint_text
from jdlint.checks.structured import conflict, expired, invalid, missing
from jdlint.rules.model import Hit

COMPLETE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Line Cook",
    "description": "<p>You run the cold kitchen.</p>",
    "datePosted": "2026-01-10",
    "employmentType": "FULL_TIME",
    "hiringOrganization": {"@type": "Organization", "name": "Hotel Linde"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Denver", "addressRegion": "CO", "addressCountry": "US"}},
    "baseSalary": {"currency": "USD", "value": {"minValue": 18, "maxValue": 21, "unitText": "HOUR"}},
}


def page(data: object, body: str = "<h1>Line Cook</h1>") -> str:
    return f'<html><head>\n<script type="application/ld+json">\n{json.dumps(data, indent=2)}\n</script></head><body>{body}</body></html>'


def changed(**changes: Any) -> dict[str, Any]:
    return {key: value for key, value in {**COMPLETE, **changes}.items() if value is not None}


@pytest.mark.parametrize("wrap", [lambda d: d, lambda d: [d], lambda d: {"@graph": [{"@type": "WebPage"}, d]}, lambda d: {"mainEntity": d}])
def test_a_complete_one_is_fine_wherever_it_stands(hits: Callable[..., list[Hit]], wrap: Callable[[Any], Any]) -> None:
    text = page(wrap(COMPLETE), "<h1>Line Cook</h1><p><b>Location:</b> Denver, CO</p><p>Pay: $18 to $21 an hour</p><p>Full-time</p>")
    for check in (missing, invalid, expired, conflict):
        assert hits(check, text, path="a.html") == [], check
    lacking = hits(missing, page(wrap(changed(title=None))), path="a.html")
    assert [h.values["missing"] for h in lacking] == ["`title`"]


@pytest.mark.parametrize("name", ["title", "description", "datePosted", "hiringOrganization", "jobLocation"])
@pytest.mark.parametrize("value", [None, "", " ", [], {}, {"@type": "Thing"}])
def test_each_required_property(hits: Callable[..., list[Hit]], name: str, value: object) -> None:
    (hit,) = hits(missing, page({**COMPLETE, name: value}), path="a.html")
    assert hit.at is not None
    assert (hit.at.text, hit.term) == ("JobPosting", name)


def test_findings_say_where_in_the_data() -> None:
    text = page({"@graph": [changed(employmentType="Full time")]})
    (finding,) = lint_text(text, path="a.html", select=["SDA003"]).findings
    assert finding.pointer == "/@graph/0/employmentType"
    line = text.splitlines()[finding.line - 1]
    assert line[finding.column - 1 : finding.end_column - 1] == "Full time" == finding.match
    assert "write FULL_TIME" in finding.message


@pytest.mark.parametrize("day", ["2026-01-10", "2026-01-10T08:00", "2026-01-10T08:00:00Z", "2026-01-10T08:00:00.000+05:30", "20260110"])
def test_dates_of_iso_8601(hits: Callable[..., list[Hit]], day: str) -> None:
    assert hits(invalid, page(changed(datePosted=day)), path="a.html") == []


@pytest.mark.parametrize("day", ["10 January 2026", "2026-02-30", "2026-1-5", "01/10/2026", "2026-01-10 08:00:00", "1767999600"])
def test_dates_that_are_none(matches: Callable[..., list[str]], day: str) -> None:
    assert matches(invalid, page(changed(datePosted=day)), path="a.html") == [day]


SAME = [
    ("title", "Line Cook (m/w/d)", "<h1>Cook, Line</h1>"),
    ("title", "Engineering Manager", "<h1>Engineering Mgr.</h1>"),
    ("title", "Nurses", "<h1>Nurse</h1>"),
    ("employmentType", "PART_TIME", "<h1>Cook</h1><p><b>Employment type:</b> Full-time or part-time</p>"),
    ("employmentType", ["FULL_TIME", "CONTRACTOR"], "<h1>Cook</h1><p><b>Employment type:</b> Contract</p>"),
    ("baseSalary", {"currency": "USD", "value": {"value": 3000, "unitText": "MONTH"}}, "<h1>Cook</h1><p>Pay: $36,000 a year</p>"),
    ("baseSalary", {"currency": "USD", "value": {"value": "30", "unitText": "HOUR"}}, "<h1>Cook</h1><p>Pay: up to $32 an hour</p>"),
    (
        "baseSalary",
        {"currency": "CAD", "value": {"minValue": 18, "maxValue": 21, "unitText": "HOUR"}},
        "<h1>Cook</h1><p>Pay: $18-21/hr</p>",
    ),
    (
        "jobLocation",
        {"address": {"addressLocality": "Montréal", "addressCountry": "CA"}},
        "<h1>Cook</h1><p><b>Location:</b> Montreal, QC</p>",
    ),
    ("jobLocation", {"address": {"addressCountry": "United States"}}, "<h1>Cook</h1><p><b>Location:</b> Denver, CO</p>"),
    ("jobLocation", {"address": "Leeds"}, "<h1>Cook</h1><p><b>Location:</b> Denver, CO</p>"),
    ("validThrough", "2026-03-01T00:00:00Z", "<h1>Cook</h1><p>Closing date: 28 February 2026</p>"),
    ("title", "Mfg. Planner", "<h1>Manufacturing Lead</h1>"),
    ("baseSalary", {"value": {"value": 30}}, "<h1>Cook</h1><p>Pay: $30 an hour</p>"),
    ("baseSalary", {"currency": "USD", "value": {"value": 30, "unitText": "SHIFT"}}, "<h1>Cook</h1><p>Pay: $200 a day</p>"),
    (
        "jobLocation",
        {"address": {"addressLocality": "Denver", "addressCountry": {"@type": "Country", "name": "United States"}}},
        "<h1>Cook</h1><p><b>Location:</b> Denver, CO</p>",
    ),
]


@pytest.mark.parametrize(("name", "value", "body"), SAME)
def test_two_ways_to_write_one_thing(hits: Callable[..., list[Hit]], name: str, value: object, body: str) -> None:
    assert hits(conflict, page({"@type": "JobPosting", name: value}, body), path="a.html") == []


APART = [
    ("title", "Dishwasher", "<h1>Head Nurse</h1>", "Dishwasher"),
    ("employmentType", ["PART_TIME"], "<h1>Cook</h1><p><b>Employment type:</b> Full-time</p>", "PART_TIME"),
    ("employmentType", "TEMPORARY", "<h1>Cook</h1><p><b>Employment type:</b> Permanent</p>", "TEMPORARY"),
    ("baseSalary", {"currency": "USD", "value": {"value": 30, "unitText": "YEAR"}}, "<h1>Cook</h1><p>Pay: $30 an hour</p>", "30"),
    ("baseSalary", {"currency": "GBP", "value": {"value": 30, "unitText": "HOUR"}}, "<h1>Cook</h1><p>Pay: €30 an hour</p>", "30"),
    (
        "jobLocation",
        {"address": {"addressLocality": "Cork", "addressCountry": "IE"}},
        "<h1>Cook</h1><p><b>Location:</b> Denver, CO</p>",
        "Cork",
    ),
    (
        "jobLocation",
        {"address": {"addressLocality": "Cork", "addressCountry": {"@type": "Country", "name": "Ireland"}}},
        "<h1>Cook</h1><p><b>Location:</b> Denver, CO</p>",
        "Cork",
    ),
    ("baseSalary", {"currency": "USD", "value": {"value": 90, "unitText": ""}}, "<h1>Cook</h1><p>Pay: $30 an hour</p>", "90"),
    ("validThrough", "2026-03-09", "<h1>Cook</h1><p>Closing date: 28 February 2026</p>", "2026-03-09"),
]


@pytest.mark.parametrize(("name", "value", "body", "match"), APART)
def test_what_differs(matches: Callable[..., list[str]], name: str, value: object, body: str, match: str) -> None:
    assert matches(conflict, page({"@type": "JobPosting", name: value}, body), path="a.html") == [match]


LACKING = [
    ({"jobLocation": [{"@id": "#yard"}, "Denver, CO"]}, []),
    ({"jobLocation": {"@type": "Place", "address": {}}}, ["`jobLocation`"]),
    ({"jobLocation": [{"@type": "Place", "name": "The yard", "address": ""}]}, ["`address` with `addressCountry`"]),
    ({"hiringOrganization": {"@type": "Organization", "url": "https://linde.example"}}, ["`name`"]),
]


@pytest.mark.parametrize(("changes", "lacking"), LACKING)
def test_what_a_place_and_an_employer_need(hits: Callable[..., list[Hit]], changes: dict[str, Any], lacking: list[str]) -> None:
    found = hits(missing, page({**COMPLETE, **changes}), path="a.html")
    assert [h.values["missing"] for h in found] == lacking


PAY = [
    ({"currency": "USD", "value": 20}, ["`unitText`"]),
    ({"currency": "USD", "value": {"value": 20}}, ["`unitText`"]),
    ({"currency": "USD", "unitText": "HOUR"}, ["`value`, or `minValue` and `maxValue`"]),
    ({"currency": "USD", "value": {"unitText": "HOUR"}}, ["`value`, or `minValue` and `maxValue`"]),
    ({"value": {"value": 20, "unitText": "HOUR"}}, ["`currency`"]),
    ({"@id": "#pay"}, []),
]


@pytest.mark.parametrize(("salary", "lacking"), PAY)
def test_the_parts_of_pay(hits: Callable[..., list[Hit]], salary: object, lacking: list[str]) -> None:
    found = hits(invalid, page(changed(baseSalary=salary)), path="a.html")
    assert [h.values.get("missing") for h in found] == lacking


@pytest.mark.parametrize(("months", "found"), [(24, []), ("24", []), ("two years", ["two years"]), (True, ["true"])])
def test_months_of_experience_are_a_number(matches: Callable[..., list[str]], months: object, found: list[str]) -> None:
    data = changed(experienceRequirements={"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months})
    assert matches(invalid, page(data), path="a.html") == found


def test_remote_work_in_the_data_and_a_place_on_the_page(hits: Callable[..., list[Hit]]) -> None:
    away = "<h1>Editor</h1><p>This is a fully remote position.</p>"
    place = {"@type": "JobPosting", "jobLocation": {"address": {"addressLocality": "Cork", "addressCountry": "IE"}}}
    assert [h.variant for h in hits(conflict, page(place, away), path="a.html")] == ["remote"]
    assert hits(conflict, page(place, f"{away}<p>You come to our office in Cork once a week.</p>"), path="a.html") == []
    there = "<h1>Editor</h1><p><b>Work mode:</b> on-site</p>"
    assert [h.variant for h in hits(conflict, page({"@type": "JobPosting", "jobLocationType": "TELECOMMUTE"}, there), path="a.html")] == [
        "not-remote"
    ]
