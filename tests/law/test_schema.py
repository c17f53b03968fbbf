"""Jurisdiction files: what is wrong with one is told with its place, and the shipped ones hold together."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from jdlint.law.model import Bar
from jdlint.law.schema import check
from jdlint.law.store import entries, jurisdiction
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.document import RuleDocument
from jdlint.rules.errors import RuleError

_GOOD = """id: us-xx
name: Example
place: {country: US, region: XX}
checked-on: 2026-11-21
laws:
  - name: pay in postings
    cite: Code 1
    from: 2025-01-01
    employees: 5
    asks: {pay: error}
    sources:
      - {title: "The code", url: "https://example.org"}
"""


def told(tmp_path: Path, text: str, name: str = "us-xx.yaml") -> str:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        check(RuleDocument(file))
    return f"{caught.value.line}:{caught.value.column}: {caught.value.message}"


def test_a_good_file_passes(tmp_path: Path) -> None:
    file = tmp_path / "us-xx.yaml"
    file.write_text(_GOOD, encoding="utf-8")
    assert check(RuleDocument(file))["name"] == "Example"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: Example\n", "nam: Example\n", '2:1: a jurisdiction has no key "nam"; did you mean "name"?'),
        ("name: Example\n", "", '1:1: a jurisdiction lacks "name:"'),
        ("id: us-xx", "id: US", "1:5: expected something like us-co or us-ny-nyc"),
        ("id: us-xx", "id: us-yy", '1:5: the file is called "us-xx.yaml"; id and file name are the same'),
        ("region: XX", "region: ON", "3:30: expected a text"),
        ("country: US, region: XX", "region: XX", "3:8: a place has either `country:` or `countries:`"),
        ("checked-on: 2026-11-21", "checked-on: soon", "4:13: expected a date such as 2026-01-15"),
        ("from: 2025-01-01", "from: 2025-01-01\n    until: 2024-01-01", "9:12: the last day is before the first"),
        ("employees: 5", "employees: few", "9:16: expected a number above 0"),
        ("asks: {pay: error}", "asks: {pey: error}", '10:12: what a law asks for has no key "pey"; did you mean "pay"?'),
        ("asks: {pay: error}", "asks: {pay: bad}", '10:17: unknown value "bad" (one of error, warning, info)'),
        (
            "asks: {pay: error}",
            "exempt: [interns]",
            '10:14: unknown value "interns"; did you mean "internal"? (one of commission-only, internal)',
        ),
        ("asks: {pay: error}", "width: {most: 5}", "10:12: a width has either `ratio:`, or `most:` with its `currency:`"),
        ("asks: {pay: error}", "bars: [{shared: convictions}]", "10:21: unknown value"),
        ("asks: {pay: error}", "status: plan", '10:13: unknown value "plan" (one of law, draft)'),
        ('title: "The code", ', "", '12:9: a source lacks "title:"'),
        ("id: us-xx", "id: us-xx\nwithin: us-zz", '2:9: there is no jurisdiction "us-zz"'),
        ("place: {country: US, region: XX}", "place: XX", "3:8: expected a place with keys such as `country:`"),
        ("checked-on: 2026-11-21", "checked-on: 2026-11-21\naliases: example", "5:10: expected a list of texts, such as [one, two]"),
        ("asks: {pay: error}", "remote: maybe", "10:13: expected true or false"),
        ("asks: {pay: error}", "bars: convictions", "10:11: expected a list"),
        ('    sources:\n      - {title: "The code", url: "https://example.org"}\n', "    sources: []\n", "11:14: a law needs a source"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in _GOOD
    assert told(tmp_path, _GOOD.replace(old, new, 1)).startswith(message)


def test_a_jurisdiction_without_laws_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, f"{_GOOD.partition('laws:')[0]}laws: []\n") == "5:7: expected a list of laws"


def test_a_bad_pattern_is_told(tmp_path: Path) -> None:
    bar = "bars: [{id: a, says: b, severity: error, pattern: '(', anchors: [a], use: [c], bad: [d], ok: [e]}]"
    assert "not a valid regular expression" in told(tmp_path, _GOOD.replace("asks: {pay: error}", bar))


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("anchors: []", "a barred phrase needs words of which one must occur"),
        ("anchors: ['!']", "a barred phrase needs words of which one must occur"),
        ("anchors: [a], unless-trade: [physicl]", 'unknown trait "physicl"; did you mean "physical"?'),
        ("anchors: [a], code: LAW001", "a barred phrase is LAW007 or LAW010"),
    ],
)
def test_a_barred_phrase_that_cannot_be_used_is_told(tmp_path: Path, more: str, message: str) -> None:
    bar = f"bars: [{{id: a, says: b, severity: error, pattern: a, use: [c], bad: [d], ok: [e], {more}}}]"
    assert message in told(tmp_path, _GOOD.replace("asks: {pay: error}", bar))


def bars() -> list[tuple[str, Bar]]:
    return [(code, bar) for code in entries() for law in jurisdiction(code).laws for bar in law.bars]


@pytest.mark.parametrize(("code", "bar"), bars(), ids=[f"{code}-{bar.id}" for code, bar in bars()])
def test_the_examples_of_barred_phrases(code: str, bar: Bar) -> None:
    from jdlint.checks.law_words import phrases

    assert len(bar.bad) >= 2
    assert len(bar.ok) >= 2
    for text, wanted in [*((t, 1) for t in bar.bad), *((t, 0) for t in bar.ok)]:
        posting = Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 11, 21)))
        assert len(list(phrases(posting, bar))) == wanted, (code, text)


@pytest.mark.parametrize("code", list(entries()))
def test_every_jurisdiction_holds_together(code: str) -> None:
    place = jurisdiction(code)
    assert place.checked_on <= date(2026, 11, 21)
    assert not place.within or place.within in entries()
    for law in place.laws:
        assert law.sources
        assert all(source.url.startswith("http") for source in law.sources)
        assert law.asks or law.bars or law.pay_history or law.width
        if law.confidence == "high":
            assert any(source.seen for source in law.sources)
    versions = [law for law in place.laws if "pay" in law.asks and not law.draft]
    for earlier, later in pairwise(versions):
        assert earlier.end is not None
        assert (later.start - earlier.end).days == 1
