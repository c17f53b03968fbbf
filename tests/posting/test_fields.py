"""What keys of front matter and records hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jdlint.posting.fields import field_kind, fields_of, kind_of
from jdlint.posting.model import Block, Document, Field, Reading
from jdlint.posting.posting import Posting
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span


def record(**values: Any) -> Posting:
    """A posting of fields alone, one `key: value` line each; `__` in a name stands for a dot."""
    text = "".join(f"{key}: {value}\n" for key, value in values.items())
    fields, at = [], 0
    for key, value in values.items():
        start = at + len(key) + 2
        end = start + len(str(value))
        name = key.replace("__", ".")
        block = Block("field", MappedText.direct(text, start, end), key=name)
        fields.append(Field(name, value, block, Span(at, at + len(key))))
        at = end + 1
    return Posting(Document(Source("record.yaml", text), "yaml", (), tuple(fields)), Reading(as_of=date(2026, 1, 15)))


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("title", "title"),
        ("job_title", "title"),
        ("jobTitle", "title"),
        ("job.title", "title"),
        ("Job Title", "title"),
        ("company", "employer"),
        ("hiringOrganization.name", "employer"),
        ("org", "employer"),
        ("about_company", "company"),
        ("company.description", "company"),
        ("hiringOrganization.description", "company"),
        ("org.about", "company"),
        ("description", "summary"),
        ("duties.0", "responsibilities"),
        ("what_you_will_do", "responsibilities"),
        ("aa_degrees_required", "requirements"),
        ("requirements.2", "requirements"),
        ("nice-to-have", "preferred"),
        ("salary", "pay"),
        ("salaryMin", "pay"),
        ("baseSalary.value.minValue", "pay"),
        ("compensation", "pay"),
        ("PAY_RANGE", "pay"),
        ("perks", "benefits"),
        ("b_benefits.3", "benefits"),
        ("location", "location"),
        ("jobLocation.address.addressLocality", "location"),
        ("location.city", "location"),
        ("isRemote", "work_mode"),
        ("workplace_type", "work_mode"),
        ("employmentType", "employment"),
        ("job-type", "employment"),
        ("commitment", "employment"),
        ("hours", "employment"),
        ("closing_date", "deadline"),
        ("validThrough", "deadline"),
        ("expires", "deadline"),
        ("applyUrl", "application"),
        ("how_to_apply", "application"),
        ("interview_process", "process"),
        ("eeo_statement", "equal_opportunity"),
        ("reports_to", "reporting"),
        ("date_posted", "posted"),
        ("draft", "draft"),
        ("seo.title", "meta"),
        ("seo.description", "meta"),
        ("tags", "meta"),
        ("shoe_size", None),
        ("0", None),
    ],
)
def test_kind_of_a_key(key: str, kind: str | None) -> None:
    assert field_kind(key) == kind


def test_the_settings_own_keys_win() -> None:
    reading = Reading(as_of=date(2026, 1, 15), fields={"summary": "responsibilities", "weekly": "employment"})
    assert field_kind("Summary", reading) == "responsibilities"
    assert field_kind("job.weekly", reading) == "employment"
    assert field_kind("salary", reading) == "pay"


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("type", "Full-time", "employment"),
        ("type", "post", "meta"),
        ("type", "Remote", "work_mode"),
        ("link", "https://example.org/jobs/17", "application"),
        ("link", "https://example.org/", None),
        ("url", "mailto:jobs@example.org", "application"),
        ("summary.time", "part time", "summary"),
        ("button.button_url", "mailto:jobs@example.org", "application"),
        ("info_sessions.link", "https://example.org/call/17", None),
        ("events.time", "part time", None),
    ],
)
def test_a_weak_key_is_told_by_its_value(key: str, value: str, kind: str | None) -> None:
    (field,) = record(**{key.replace(".", "__"): value}).fields
    assert kind_of(field) == kind


def test_fields_of_leaves_out_empty_values() -> None:
    posting = record(salary="", pay="$20 an hour", title="Cook")
    assert [f.key for f in fields_of(posting, "pay")] == ["pay"]
    assert [f.key for f in fields_of(posting, "pay", "title")] == ["pay", "title"]


def test_visible_fields_are_those_a_reader_sees() -> None:
    posting = record(
        title="Ward cook",
        company="Elm House",
        slug="ward-cook",
        date="2026-01-02",
        hours=20,
        apply_url="https://example.org/jobs/3",
        salary="£13 an hour",
        closing_remark="Come and see the kitchen before you decide.",
        colour="blue",
        seo__description="A cook is wanted at Elm House in the town.",
    )
    assert [f.key for f in posting.visible_fields] == ["title", "salary", "closing_remark"]
