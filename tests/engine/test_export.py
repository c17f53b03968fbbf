"""`jdlint export`: the data pass the rules for such data, and say of the job what the posting says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint import lint_text
from jdlint.cli.main import main
from jdlint.config.lookup import Lookup
from jdlint.engine.export import job_posting
from jdlint.engine.files import Files
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

GOOD = sorted(p for p in (Path(__file__).parents[2] / "examples" / "good").iterdir() if p.suffix in (".md", ".html", ".txt"))
GIVEN = {"organization": "Tide Yard", "date-posted": "2026-01-10"}
TODAY = date(2026, 1, 15)


def posting_of(text: str, path: str = "a.md") -> Posting:
    return Posting(read(text.encode(), path), Reading(as_of=TODAY))


def read_back(data: dict[str, Any]) -> Posting:
    opened = Files(Lookup(isolated=True), TODAY).open_bytes(json.dumps(data).encode(), "a.json")
    assert opened.posting is not None, opened.problem
    return opened.posting


def facts(posting: Posting) -> dict[str, Any]:
    sure = max((p.confidence for p in posting.places if p.country), default=0)
    return {
        "title": " ".join(posting.title.text.split()) if posting.title else None,
        "mode": posting.work_mode.value if posting.work_mode else None,
        "pay": [(p.min, p.max, p.currency, p.period) for p in posting.pay],
        "types": {"temporary" if e.value == "fixed_term" else e.value for e in posting.employment} - {"permanent"},
        "lands": {p.country for p in posting.places if p.country and p.confidence == sure},
        "deadline": posting.deadline.date if posting.deadline else None,
    }


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.name)
def test_good_postings_pass_and_round_trip(path: Path) -> None:
    posting = posting_of(path.read_text(encoding="utf-8"), path.name)
    made = job_posting(posting, GIVEN)
    assert made.lacking == ()
    page = f'<html><head><script type="application/ld+json">{json.dumps(made.data)}</script></head></html>'
    found = lint_text(page, path="a.html", select=["SDA001", "SDA003", "SDA004", "SDA005"], as_of=TODAY).findings
    assert [f.message for f in found] == []
    before, after = facts(posting), facts(read_back(made.data))
    if "baseSalary" not in made.data:
        before["pay"] = after["pay"] = []
    if before["mode"] == "hybrid" and after["mode"] == "onsite":  # the data know only places and fully remote jobs
        before["mode"] = "onsite"
    assert after == before


PAYS = st.sampled_from(["$20 to $25 an hour", "£28,000 to £32,000 a year", "€3,000 a month", "Pay: to be agreed", "up to $60,000", ""])
PLACES = st.sampled_from(["Denver, CO", "Leeds, England", "Cork, Ireland", "Remote (Canada)", "Remote", "Springfield", ""])
TYPES = st.sampled_from(["Full-time", "Part-time", "Full-time or part-time", "Contract", "Internship", ""])
DATES = st.sampled_from(["31 March 2026", "04/05/2026", "until filled", "1 January 2026", ""])


@given(pay=PAYS, place=PLACES, kind=TYPES, closing=DATES)
def test_what_is_exported_is_never_wrong(pay: str, place: str, kind: str, closing: str) -> None:
    rows = {"Pay": pay, "Location": place, "Employment type": kind, "Closing date": closing}
    text = "# Baker\n\n" + "".join(f"**{key}:** {value}\n\n" for key, value in rows.items() if value) + "You bake <b> & sell bread.\n"
    made = job_posting(posting_of(text), GIVEN)
    page = f'<html><head><script type="application/ld+json">{json.dumps(made.data)}</script></head></html>'
    found = lint_text(page, path="a.html", select=["SDA001", "SDA003", "SDA004"], as_of=TODAY).findings
    assert bool(made.lacking) or not found
    assert ("baseSalary" in made.data) == (pay not in ("Pay: to be agreed", "up to $60,000", ""))
    assert any(told.startswith("a closing date") for told in made.lacking) == (closing == "1 January 2026")
    assert ("validThrough" in made.data) == (
        closing in ("31 March 2026", "1 January 2026") or (closing == "04/05/2026" and _plain_land(place))
    )


def _plain_land(place: str) -> bool:
    """Whether a place tells how its country writes dates."""
    return place not in ("", "Remote", "Remote (Canada)")


def test_nothing_is_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("# Baker\n\nYou bake bread.\n", encoding="utf-8")
    assert main(["export", "a.md", "--isolated"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert [line.split("lacks ")[1].split(":")[0] for line in shown.err.splitlines()] == ["datePosted", "hiringOrganization", "jobLocation"]


def test_settings_options_and_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".jdlint.yaml").write_text("export: {organization: Tide Yard, url: 'https://example.org/'}\n", encoding="utf-8")
    Path("a.md").write_text(
        "---\ndate: 2026-01-02\n---\n# Baker\n\n**Location:** Cork, Ireland\n\nYou write `</script>`.\n", encoding="utf-8"
    )
    assert main(["export", "a.md", "--script"]) == 0
    page = capsys.readouterr().out
    assert page.count("</script>") == 1
    data = json.loads(page.partition("\n")[2].rpartition("\n</script>")[0])
    assert data["hiringOrganization"] == {"@type": "Organization", "name": "Tide Yard", "sameAs": "https://example.org/"}
    assert (data["datePosted"], data["description"]) == ("2026-01-02", "<p>Location: Cork, Ireland</p>\n<p>You write &lt;/script&gt;.</p>")
    assert main(["export", "a.md", "a.md", "b.md"]) == 2
    assert "no such file" in capsys.readouterr().err


def test_numbers_of_a_job_days_as_text_and_states_are_told() -> None:
    text = (
        "---\ntitle: Editor\njob_id: R-7\ndate_posted: {}\n---\n\n**Location:** Remote, Oregon, USA\n\n"
        "You edit our books from home, in Oregon.\n"
    )
    made = job_posting(posting_of(text.format("'2026-01-09T08:00'")), {"organization": "Tide Yard"})
    assert made.lacking == ()
    assert made.data["identifier"] == {"@type": "PropertyValue", "name": "Tide Yard", "value": "R-7"}
    assert made.data["datePosted"] == "2026-01-09"
    assert made.data["applicantLocationRequirements"] == {"@type": "State", "name": "OR, United States"}
    (lacking,) = job_posting(posting_of(text.format("soon")), {"organization": "Tide Yard"}).lacking
    assert lacking.startswith("datePosted: ")


def test_what_is_no_posting_is_exported_where_it_is_named_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("jobs").mkdir()
    Path("jobs/README.md").write_text("# Notes\n\nNothing.\n", encoding="utf-8")
    Path("jobs/empty.md").write_text("", encoding="utf-8")
    assert main(["export", "jobs", "--isolated"]) == 0
    assert capsys.readouterr() == ("", "no job postings found\n")
    assert main(["export", "jobs/README.md", "--isolated"]) == 1
    assert "lacks datePosted" in capsys.readouterr().err
