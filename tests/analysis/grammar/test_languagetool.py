"""LanguageTool itself: what it finds in flawed and in clean postings. Needs its jars; CI has them."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.config.errors import At
from jdlint.config.model import Pick, Settings
from jdlint.engine.finding import Finding
from jdlint.engine.lint import lint
from jdlint.engine.rulesets import GRAMMAR, build
from jdlint.posting.model import LanguageTool, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.load import unmark

HERE = Path(__file__).parent
CLEAN: list[dict[str, Any]] = yaml.safe_load((HERE / "clean.yaml").read_text(encoding="utf-8"))
FORMS = ("md", "html", "txt")
RULES = build(Settings(select=(Pick(GRAMMAR, At("test")),)))
pytestmark = pytest.mark.usefixtures("languagetool_jars")


def findings(text: str, form: str) -> list[Finding]:
    tool = LanguageTool(enabled=True, cached=False)
    posting = Posting(read(text.encode(), f"posting.{form}", form), Reading(date(2026, 1, 15), languagetool=tool))
    result = lint(posting, RULES)
    assert not result.skipped
    return result.findings


def rendered(row: dict[str, Any], form: str) -> str:
    """A posting of the list in one of the formats."""
    facts = f"{row['employer']} · {row['place']} · Full-time"
    parts = [("About us", row["about"]), ("What you do", row["tasks"]), ("What you bring", row["needs"]), ("What we offer", row["offer"])]
    lines: list[str] = []
    if form == "html":
        lines += [f"<h1>{html.escape(row['title'])}</h1>", f"<p>{html.escape(facts)}</p>"]
        for heading, content in parts:
            lines.append(f"<h2>{heading}</h2>")
            items = "".join(f"<li>{html.escape(item)}</li>" for item in content) if isinstance(content, list) else ""
            lines.append(f"<ul>{items}</ul>" if items else f"<p>{html.escape(content)}</p>")
        return "\n".join(lines)
    hashes = ("# ", "## ") if form == "md" else ("", "")
    lines += [f"{hashes[0]}{row['title']}", "", facts]
    for heading, content in parts:
        lines += ["", f"{hashes[1]}{heading}", ""]
        lines += [f"- {item}" for item in content] if isinstance(content, list) else [content]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("number", range(len(CLEAN)), ids=lambda n: f"{n:02}-{CLEAN[n]['title'].replace(' ', '-').lower()}")
def test_a_clean_posting_gets_at_most_one_finding(number: int) -> None:
    found = findings(rendered(CLEAN[number], FORMS[number % 3]), FORMS[number % 3])
    assert len(found) <= 1, [f"{f.match}: {f.message} {f.term}" for f in found]


def test_the_clean_postings_are_many() -> None:
    assert len(CLEAN) >= 30


MARKDOWN = """# Bakery >>Asistant<<

**Employer:** Larkspur Bread · **Location:** Leeds, UK

## About us

Larkspur Bread 🍞🥐 bakes for >>fourty<< caf&eacute;s and hotels. Our oven is hot from four in the **>>morn**ign<<.

## Your >>Responsibilites<<

- Weigh flour, butter >>and and<< salt
- Keep the `mkae` list and the recipes of Oisín Ó Briain up to date
- >>Recieve<< [deliveries](https://bakery.example/recpies) at the back door

## What you bring

You have worked with ovens &amp; mixers, 🥖 and you can lift >>a<< oven tray. A >>certficate<< in baking is welcome; it >>do<< not need
to be new. Each of the loaves is >>weigthed<< by hand.
"""
HTML = """<h1>Care &amp; Kitchen >>Asistant<<</h1>
<p>Employer: Larkspur Care, Leeds, UK</p>
<h2>About us</h2>
<p>Larkspur Care &#128154; is home to >>fourty<< people. Breakfast is at eight in the <b>>>morn</b>ign<<, tea&nbsp;at four.</p>
<h2>Your >>Responsibilites<<</h2>
<ul><li>Cook soup, bread >>and and<< pudding</li>
<li>Run <code>mkae</code> and keep the recipes of Oisín Ó Briain up to date</li>
<li>>>Recieve<< <a href="https://care.example/recpies">deliveries</a> at the back door</li></ul>
<h2>What you bring</h2>
<p>You have worked with ovens &amp; mixers, 🥖 and you can lift >>a<< oven tray. A >>certficate<< in care is welcome; it >>do<< not need
to be new. Each of the meals is >>weigthed<< by hand.</p>
"""
TEXT = """Garden >>Asistant<<

Employer: Larkspur Gardens
Location: Leeds, UK

ABOUT US

Larkspur Gardens 🌳🌷 looks after >>fourty<< parks. We start at seven in the >>mornign<<.

Your >>Responsibilites<<

- Water roses, tulips >>and and<< trees
- Keep the plans of Oisín Ó Briain at https://garden.example/plnas up to date
- >>Recieve<< deliveries at the back gate

What you bring

You have worked with mowers and hedge trimmers, 🌱 and you can lift >>a<< empty barrow. A >>certficate<< in
gardening is welcome; it >>do<< not need to be new. Each of the beds is >>plnated<< by hand.
"""


@pytest.mark.parametrize(("form", "marked"), list(zip(FORMS, (MARKDOWN, HTML, TEXT), strict=True)), ids=FORMS)
def test_ten_planted_slips_are_found_at_their_places(form: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert len(spans) == 10
    found = findings(text, form)
    assert [text[f.span.start : f.span.end] for f in found] == [text[s.start : s.end] for s in spans], [f.message for f in found]
    assert [f.span for f in found] == spans
    assert {f.code for f in found} == {"LNG020", "LNG021"}
    assert all(f.term.isupper() for f in found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("You bake each Tusday and we open on Saterday.", ["Tusday", "Saterday"]),
        ("You start in Septembre or in Febuary.", ["Septembre", "Febuary"]),
        ("You work with Frida, Augusta and Juno on Sundays.", []),
    ],
)
def test_days_and_months_are_no_names(sentence: str, found: list[str]) -> None:
    assert [f.match for f in findings(f"# Baker\n\nLocation: Leeds, UK\n\n{sentence}\n", "md") if f.code == "LNG020"] == found
