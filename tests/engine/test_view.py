"""A posting as a reader sees it: its text, the marks in it, and the list of what a candidate needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.engine.checklist import Check, checklist
from jdlint.engine.files import Files
from jdlint.engine.result import Result
from jdlint.engine.run import Linter
from jdlint.engine.view import View
from jdlint.posting.posting import Posting
from jdlint.readers import read

AS_OF = date(2026, 1, 15)
GOOD = Path(__file__).resolve().parents[2] / "examples" / "good"


def judged(text: str | bytes, path: str = "cook.md", *, views: bool = True) -> Result:
    linter = Linter(Files(as_of=AS_OF), views=views)
    return linter.judge(linter.files.open_bytes(text.encode() if isinstance(text, str) else text, path))


def seen(text: str | bytes, path: str = "cook.md") -> View:
    found = judged(text, path).view
    assert found is not None
    return found


def posting(text: str, path: str = "cook.md") -> Posting:
    return Posting(read(text.encode(), path))


def checks(text: str, codes: tuple[str, ...] = (), provided: tuple[str, ...] = ()) -> dict[str, Check]:
    return {check.label: check for check in checklist(posting(text), codes, provided)}


def test_nobody_pays_for_a_view_that_was_not_asked_for() -> None:
    assert judged("# Cook\n\nYou make soup.\n", views=False).view is None


def test_marks_stand_on_the_words_of_their_findings() -> None:
    text = "# Salesman\n\nThe **sales**man &amp; a *rock*star, and a salesman.\n\n| Pay | Where |\n| --- | --- |\n| a rockstar | Leeds |\n"
    result = judged(text)
    assert result.view is not None
    marks = [(p, m) for p in result.view.passages for m in p.marks]
    assert {result.findings[m.finding].match for _, m in marks} >= {"Salesman", "salesman", "rockstar"}
    for passage, mark in marks:
        assert passage.text[mark.start : mark.end] == result.findings[mark.finding].match
    shown = {m.finding for _, m in marks}
    assert all((n in shown) == bool(f.match) for n, f in enumerate(result.findings))


def test_a_finding_in_a_field_that_no_reader_sees_is_shown_all_the_same() -> None:
    found = seen("---\ntitle: Cook\nvalidThrough: 2024-05-01\nlayout: job\n---\n\n# Cook\n\n## Duties\n\n- Make soup\n")
    assert [p.key for p in found.passages if p.kind == "field"] == ["title", "validThrough"]


def test_folded_lines_flow_and_breaks_stay() -> None:
    assert [p.text for p in seen("# Cook\n\nOne\ntwo  \nthree<br>four\n\n> five\n> six\n").passages[1:]] == [
        "One two\nthree\nfour",
        "five six",
    ]


@settings(max_examples=40)
@given(st.text(st.sampled_from("ab*_`<>&#|-\n \\[]()é\u202e"), max_size=120), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_every_mark_lies_within_its_passage(text: str, path: str) -> None:
    result = judged(f"# Salesman\n\n{text} salesman {text}\n", path)
    assert result.view is not None
    for passage in result.view.passages:
        assert all(0 <= m.start < m.end <= len(passage.text) for m in passage.marks)
        assert all(0 <= m.finding < len(result.findings) for m in passage.marks)


def test_a_file_that_could_not_be_read_has_no_view() -> None:
    assert judged("---\ntitle: [\n---\n").view is None


@pytest.mark.parametrize("name", sorted(p.name for p in GOOD.iterdir()))
def test_in_a_good_posting_all_is_there(name: str) -> None:
    found = seen((GOOD / name).read_bytes(), name)
    assert [check.label for check in found.checks if check.state != "there"] == []
    for check in found.checks:
        assert check.text
        if check.place is None:  # a value of a record that stands in no passage of text
            assert name.endswith((".json", ".yaml", ".csv", ".jsonl"))
            continue
        assert check.text.removesuffix("…") in " ".join(found.passages[check.place].text.split())


def test_what_is_missing_vague_or_on_the_site_is_told_apart() -> None:
    found = checks("# Cook\n\n## Duties\n\n- Make soup\n\nSalary: competitive. The job is remote.\n", provided=("application",))
    assert found["Job title"] == Check("Job title", "there", "Cook", 1)
    assert found["What it pays"].state == "vague"
    assert found["Where the work is done"].state == "vague"
    assert found["How to apply"].state == "provided"
    assert found["What you need to bring"].state == "missing"


@pytest.mark.parametrize(("pay", "state"), [("$20–$25 an hour", "there"), ("up to $25 an hour", "vague"), ("from $20 an hour", "vague")])
def test_an_open_range_is_vague(pay: str, state: str) -> None:
    assert checks(f"# Cook\n\nPay: {pay}\n")["What it pays"].state == state


def test_a_rule_that_finds_a_thing_vague_makes_it_so() -> None:
    text = "# Cook\n\n## Duties\n\n- Make soup\n"
    assert checks(text)["What the work is"].state == "there"
    assert checks(text, ("RSP001",))["What the work is"].state == "vague"


def test_long_words_are_cut() -> None:
    found = checks("# Cook\n\n## About us\n\n" + "We are a kitchen that cooks for three schools in Leeds and for the hospital " * 3 + "\n")
    assert all(len(check.text) <= 80 for check in found.values())
