"""Postings in JSON and YAML: the shapes of the boards, and places that survive escapes, entities and markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint.config.lookup import Lookup
from jdlint.engine.files import Files, Opened
from jdlint.posting.posting import Posting
from jdlint.readers.data import read_part, records
from jdlint.readers.errors import InputError
from jdlint.readers.records import unescaped
from jdlint.text.spans import MappedText

LONG = (
    "We run a boat yard on the coast. You look after the boats, the tools and the guests who come to sail, and you keep the books in order"
    " with one colleague."
)
HTML = f"<p>{LONG}</p><h3>What you will do</h3><ul><li>Mend sails &amp; ropes</li><li>Teach <strong>new</strong> guests</li></ul>"
SHAPES: dict[str, dict[str, Any]] = {
    "schema.org": {
        "@context": "https://schema.org", "@type": "JobPosting", "title": "Sail Maker", "description": HTML, "employmentType": "PART_TIME",
        "datePosted": "2026-01-02", "validThrough": "2026-03-01",
        "hiringOrganization": {"@type": "Organization", "name": "Tide Yard"},
        "jobLocation": {"address": {"addressLocality": "Portland", "addressRegion": "ME", "addressCountry": "US"}},
        "baseSalary": {"currency": "USD", "value": {"minValue": 22, "maxValue": 26, "unitText": "HOUR"}},
    },
    "greenhouse": {
        "id": 7, "title": "Sail Maker", "absolute_url": "https://example.org/7", "updated_at": "2026-01-02",
        "location": {"name": "Portland, ME"},
        "content": HTML.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
        "pay_input_ranges": [{"min_cents": 2200, "max_cents": 2600, "currency_type": "USD"}],
    },
    "lever": {
        "id": "a-1", "text": "Sail Maker", "hostedUrl": "https://example.org/a-1", "applyUrl": "https://example.org/a-1/apply",
        "categories": {"location": "Portland, ME", "commitment": "Part-time"}, "descriptionPlain": LONG, "description": f"<p>{LONG}</p>",
        "lists": [{"text": "What you will do", "content": "<li>Mend sails &amp; ropes</li><li>Teach <b>new</b> guests</li>"}],
        "salaryRange": {"currency": "USD", "interval": "per-hour-wage", "min": 22, "max": 26}, "workplaceType": "on-site",
    },
    "ashby": {
        "id": "x", "title": "Sail Maker", "descriptionHtml": HTML, "jobUrl": "https://example.org/x", "applyUrl": "https://example.org/x/apply",
        "location": "Portland, ME", "employmentType": "PartTime", "isRemote": False, "workplaceType": "OnSite", "isListed": True,
        "compensation": {"summaryComponents": [
            {"compensationType": "Salary", "interval": "1 HOUR", "currencyCode": "USD", "minValue": 22, "maxValue": 26}]},
    },
    "workable": {
        "shortcode": "ABC", "title": "Sail Maker", "description": HTML, "city": "Portland", "state": "Maine", "country": "United States",
        "employment_type": "Part-time", "telecommuting": False, "url": "https://example.org/ABC", "application_url": "https://example.org/ABC/a",
    },
    "plain": {
        "job_title": "Sail Maker", "location": "Portland, ME", "employment_type": "Part-time", "salary": "$22 to $26 an hour",
        "apply_url": "https://example.org/a", "description": HTML,
    },
}  # fmt: skip
WRAPS = {
    "greenhouse": lambda rows: {"jobs": rows, "meta": {"total": len(rows)}},
    "ashby": lambda rows: {"jobs": rows, "apiVersion": "1"},
    "workable": lambda rows: {"name": "Tide Yard", "jobs": rows},
    "schema.org": lambda rows: {"@context": "https://schema.org", "@graph": rows},
}


def opened(text: str, path: str, tmp_path: Path, settings: str = "") -> list[Opened]:
    (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / ".jdlint.yaml").write_text(settings or "{}", encoding="utf-8")
    return list(Files(Lookup()).open([str(tmp_path / path)]))


def written(data: Any, form: str) -> str:
    return json.dumps(data, indent=1) if form == "json" else yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


@pytest.mark.parametrize("form", ["json", "yaml"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_facts_of_each_shape(shape: str, form: str, tmp_path: Path) -> None:
    text = written(SHAPES[shape], form)
    (one,) = opened(text, f"a.{form}", tmp_path)
    posting = one.posting
    assert posting is not None, one.problem
    assert one.part is not None
    assert (one.part.shape, posting.document.format) == (shape, form)
    assert posting.title is not None
    assert posting.title.text == "Sail Maker"
    assert "US" in {p.country for p in posting.places}
    if shape != "greenhouse":
        assert [e.value for e in posting.employment] == ["part_time"]
    if shape != "workable":
        assert [(p.min, p.max, p.currency) for p in posting.pay] == [(22, 26, "USD")]
    assert [s.kind for s in posting.sections if s.heading is not None and s.heading.text == "What you will do"] == ["responsibilities"]
    assert [b.text for b in posting.blocks if b.kind == "item"] == ["Mend sails & ropes", "Teach new guests"]
    assert posting.application is not None or shape == "schema.org"
    for block in posting.blocks:
        assert_exact(posting, block.text.split()[0], block.mapped)


def assert_exact(posting: Posting, word: str, mapped: MappedText) -> None:
    """The first word of a block stands where its place says."""
    at = mapped.plain.index(word)
    assert posting.source.text[slice(*mapped.span(at, at + len(word)))] == word


@pytest.mark.parametrize("shape", WRAPS)
def test_several_in_a_file(shape: str, tmp_path: Path) -> None:
    rows = [SHAPES[shape], {**SHAPES[shape], "title": "Rigger", "id": 8}]
    text = json.dumps(WRAPS[shape](rows), indent=2)
    found = opened(text, "jobs.json", tmp_path)
    assert [o.posting.title.text for o in found if o.posting and o.posting.title] == ["Sail Maker", "Rigger"]
    for one, name in zip(found, ["Sail Maker", "Rigger"], strict=True):
        assert one.posting is not None
        title = one.posting.title
        assert title is not None
        line, column = one.posting.source.position(title.span.start)
        assert text.splitlines()[line - 1][column - 1 :].startswith(name)
        assert one.posting.source.offset(line, column) == title.span.start


@pytest.mark.parametrize(("town", "code"), [("Berlin", "DE"), ("Toronto", "CA"), ("Pune", "IN"), ("Leeds", "GB"), ("Portland", "US")])
def test_the_code_of_a_country_is_no_state(town: str, code: str, tmp_path: Path) -> None:
    address = {"addressCountry": code, "addressLocality": town}
    for one in (address, dict(reversed(address.items()))):
        (made,) = opened(json.dumps({**SHAPES["schema.org"], "jobLocation": {"address": one}}), "a.json", tmp_path)
        assert made.posting is not None
        assert {p.country for p in made.posting.places} == {code}


NO_TEXT = {"description": None, "descriptionPlain": None}
BONUS = {"compensationType": "Bonus"}
FURTHER: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("schema.org", {"baseSalary": "$24 an hour"}, {"pay": [(24, 24)]}),
    ("schema.org", {"jobLocation": {"address": "Portland, ME"}}, {"countries": {"US"}}),
    ("schema.org", {"jobLocation": "Cork, Ireland"}, {"countries": {"IE"}}),
    ("lever", {**NO_TEXT, "openingPlain": "Sails!", "descriptionBodyPlain": LONG}, {"texts": {"Sails!", LONG}}),
    ("lever", {**NO_TEXT, "opening": "<p>Sails!</p>"}, {"texts": {"Sails!"}}),
    ("ashby", {"compensation": {"compensationTierSummary": "$22 to $26 an hour", "summaryComponents": [BONUS]}}, {"pay": [(22, 26)]}),
    ("ashby", {"shouldDisplayCompensationOnJobPostings": False}, {"pay": []}),
    ("ashby", {"workplaceType": None, "isRemote": True}, {"mode": "remote"}),
    ("workable", {"workplace_type": "on_site"}, {"mode": "onsite"}),
    ("workable", {"telecommuting": True}, {"mode": "remote"}),
    ("workable", {"locations": [{"city": "Cork", "country": "Ireland"}]}, {"countries": {"IE"}}),
    ("greenhouse", {"jdlint": "ignore[PAY001] told by phone"}, {"codes": ["PAY001"]}),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "changes", "wanted"), FURTHER)
def test_what_a_board_may_write_in_another_way(shape: str, changes: dict[str, Any], wanted: dict[str, Any], tmp_path: Path) -> None:
    record = {key: value for key, value in {**SHAPES[shape], **changes}.items() if value is not None}
    (one,) = opened(json.dumps(record), "a.json", tmp_path)
    posting = one.posting
    assert posting is not None
    assert one.part is not None
    assert one.part.shape == shape
    found = {
        "pay": [(p.min, p.max) for p in posting.pay],
        "countries": {p.country for p in posting.places},
        "texts": {b.text for b in posting.blocks} & wanted.get("texts", set()),
        "mode": posting.work_mode.value if posting.work_mode else None,
        "codes": [code for directive in posting.document.directives for code, _ in directive.codes],
    }
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(("place", "town"), [("/places/1/name", "Cork, Ireland"), ("/places/7/name", None), ("/places/x", None)])
def test_a_map_points_into_lists(place: str, town: str | None, tmp_path: Path) -> None:
    data = {"job": "Rigger", "text": HTML, "places": [{"name": "Leeds"}, {"name": "Cork, Ireland"}]}
    (one,) = opened(json.dumps(data), "a.json", tmp_path, f"records: {{title: job, description: text, location: {place}}}")
    assert one.posting is not None
    assert [p.country for p in one.posting.places] == (["IE"] if town else [])


def test_drafts_of_a_board_are_no_postings(tmp_path: Path) -> None:
    rows = [SHAPES["ashby"], {**SHAPES["ashby"], "isListed": False}]
    assert len(opened(json.dumps({"jobs": rows}), "jobs.json", tmp_path)) == 1


def test_yaml_with_aliases_and_documents(tmp_path: Path) -> None:
    text = f"common: &text >\n  {LONG}\njobs:\n- title: Rigger\n  description: *text\n- title: Cook\n  description: *text\n"
    assert [o.posting.title.text for o in opened(text, "a.yaml", tmp_path) if o.posting and o.posting.title] == ["Rigger", "Cook"]
    text = f"title: Rigger\ndescription: {LONG!r}\n---\ntitle: Cook\ndescription: {LONG!r}\n"
    found = opened(text, "b.yaml", tmp_path)
    assert [o.posting.source.position(o.posting.title.span.start) for o in found if o.posting and o.posting.title] == [(1, 8), (4, 8)]


def test_aliases_of_aliases_end() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)), "title: x"]
    with pytest.raises(InputError, match="its aliases stand for too much"):
        list(records("\n".join(lines).encode(), "a.yaml", "yaml", {}))


def test_a_map_in_the_settings(tmp_path: Path) -> None:
    data = {"results": [{"job": {"name": "Rigger"}, "text": {"de": "x", "en": HTML}, "town": "Cork, Ireland", "secret": "ninja"}]}
    settings = "records: {items: /results, title: /job/name, description: /text/en, location: town}"
    (one,) = opened(json.dumps(data), "a.json", tmp_path, settings)
    assert one.posting is not None
    assert one.posting.title is not None
    assert (one.posting.title.text, [p.country for p in one.posting.places]) == ("Rigger", ["IE"])
    assert "ninja" not in {w for b in one.posting.texts for w in one.posting.norms(b)}


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ('{"name": "tool", "title": "My tool", "description": "A tool"}', "holds no job posting", None),
        ('[\n{"a" 1}\n]', "is no valid JSON: a colon is missing here (column 6)", 2),
    ],
)
def test_what_holds_no_posting(text: str, problem: str, line: int | None, tmp_path: Path) -> None:
    (one,) = opened(text, "a.json", tmp_path)
    assert one.problem.startswith(problem)
    assert one.line == line
    assert list(Files(Lookup()).open([str(tmp_path)])) == []  # of what nobody named, nothing is told


@given(st.text(alphabet="ab é&<>\"'\\\n\t😀;", max_size=30))
def test_escapes_in_escapes_keep_their_places(text: str) -> None:
    inner = f"<p>start {text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')} stop</p> " + LONG
    escaped = inner.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    source = json.dumps([{"title": "Rigger", "description": escaped}])
    ((data, part),) = records(source.encode(), "a.json", "json", {})
    document = read_part(data, "a.json", part, {})
    block = document.blocks[0]
    assert block.text.split() == f"start {text} stop".split()
    for word in ("start", "stop"):
        at = block.text.index(word)
        assert document.source.text[slice(*block.mapped.span(at, at + len(word)))] == word
    for at in range(len(block.text) - 1):
        assert block.mapped.span(at, at + 1).start <= block.mapped.span(at + 1, at + 2).start


def test_what_is_no_escaped_markup_stays() -> None:
    text = "<p>1 &lt; 2 &amp;lt;b&gt;</p>"
    assert unescaped(MappedText.direct(text, 0, len(text))).plain == text


def test_entities_in_values_and_plain_lines_are_characters(tmp_path: Path) -> None:
    text = json.dumps({"title": "Cook &amp; Baker", "description": f"{LONG} Pay is &pound;13 an hour.", "employmentType": "FULL_TIME"})
    found = opened(text, "job.json", tmp_path)[0].posting
    assert found is not None
    assert found.title is not None
    assert found.title.text == "Cook & Baker"
    assert [p.at.text for p in found.pay] == ["£13 an hour"]


def test_a_broken_file_is_one_error() -> None:
    with pytest.raises(InputError):
        list(records(b"a: [1\nb: 2", "a.yaml", "yaml", {}))


def test_the_main_text_after_another_does_not_belong_to_it(tmp_path: Path) -> None:
    record = {
        "title": "Rigger",
        "company_profile": f"The yard is old. {LONG}",
        "description": f"{LONG} {LONG}",
        "benefits": f"Free sailing. {LONG}",
    }
    (made,) = opened(json.dumps(record), "a.json", tmp_path)
    assert made.posting is not None
    found = [(s.kind, s.source, s.heading.text if s.heading else None) for s in made.posting.sections]
    assert found == [("company", "field", "Company profile"), ("summary", "field", "Description"), ("benefits", "field", "Benefits")]


def test_a_list_of_lines_is_a_list(tmp_path: Path) -> None:
    record = {
        "title": "Rigger", "description": LONG, "responsibilities": ["Mend the old ropes", "Paint the three boats"],
        "skills": ["Knots", "Sewing"], "more": f"{LONG} Come and see us.",
    }  # fmt: skip
    for name, text in (("a.json", json.dumps(record)), ("a.yaml", yaml.safe_dump(record, sort_keys=False))):
        (made,) = opened(text, name, tmp_path)
        assert made.posting is not None
        (duties,) = made.posting.sections_of_kind("responsibilities")
        assert [b.text for b in duties.items] == ["Mend the old ropes", "Paint the three boats"]
        assert [b.text for b in made.posting.sections[-1].blocks] == [record["more"]]
