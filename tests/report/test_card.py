"""The card of `jdlint inspect`."""

from __future__ import annotations

from typing import Any

from jdlint.report.card import card
from jdlint.report.style import PLAIN

ENTRY: dict[str, Any] = {
    "path": "chef.md", "format": "md", "is_posting": True, "reason": "", "language": "fr", "metrics": {"words": 53},
    "title": {"text": "Head chef", "line": 1, "column": 3}, "seniority": "lead", "work_mode": "onsite",
    "locations": [
        {"text": "Leeds", "line": 3, "country": "GB", "region": "ENG"}, {"text": "Hull", "line": 4, "country": None, "region": None},
    ],
    "employment_types": [{"value": "full_time", "text": "Full-time", "line": 2}],
    "pay": [
        {"text": "£30k to £35,500.50", "line": 5, "min": 30000.0, "max": 35500.5, "currency": "GBP", "period": "year"},
        {"text": "up to £20", "line": 6, "min": None, "max": 20.0, "currency": None, "period": None},
        {"text": "Grade 7", "line": 7, "min": None, "max": None, "currency": None, "period": None},
    ],
    "vague_pay": [{"text": "competitive", "line": 8}], "benefits": None,
    "sections": [
        {"kind": "responsibilities", "also": ["success"], "heading": "What you will do", "line": 5, "end_line": 9, "items": 3},
        {"kind": "other", "also": [], "heading": None, "line": 3, "end_line": 3, "items": 0},
    ],
    "has": {"summary": True, "company": True, "responsibilities": True, "requirements": False, "benefits": True, "application": True},
    "experience": [{"text": "Two years", "line": 13, "min": 2.0, "max": None}],
    "degrees": [{"text": "BSc", "line": 14, "required": True, "equivalent_ok": True}],
    "application": {"text": "kitchen@oaklane.example", "line": 18},
    "deadline": {"text": "by 1 March", "line": 18, "date": "2026-03-01"},
    "equal_opportunity": None, "placeholders": [{"text": "[Name]\x1b", "line": 19}], "jurisdictions": ["gb-eng"],
}  # fmt: skip

CARD = """\
chef.md  md, 53 words, language fr
  Title          Head chef (line 1)
  Level          lead
  Mode           onsite
  Place          Leeds = GB-ENG (line 3)
                 Hull (line 4)
  Employment     Full-time = full_time (line 2)
  Pay            £30k to £35,500.50 = 30,000 to 35,500.50 GBP per year (line 5)
                 up to £20 = up to 20 (line 6)
                 Grade 7 (line 7)
  Vague on pay   competitive (line 8)
  Experience     Two years = 2 or more years (line 13)
  Degree         BSc = required, or equivalent (line 14)
  How to apply   kitchen@oaklane.example (line 18)
  Deadline       by 1 March = 2026-03-01 (line 18)
  Placeholder    [Name]\\x1b (line 19)
  Jurisdiction   gb-eng
  Sections
          5-9  responsibilities + success: "What you will do", 3 items
            3  other: without a heading
  Not found      requirements, an equal-opportunity statement

"""


def test_card() -> None:
    assert card(ENTRY, PLAIN) == CARD


def test_a_text_that_is_no_posting_says_why() -> None:
    nothing: dict[str, Any] = {key: [] if isinstance(value, list) else None for key, value in ENTRY.items()}
    entry = nothing | {"path": "a.md", "format": "md", "reason": "about a site", "language": "en", "has": {}, "metrics": {}}
    first, second, *rest = card(entry, PLAIN).splitlines()
    assert (first, second) == ("a.md  md", "  Not a posting: about a site")
    assert rest[0].startswith("  Not found      a job title, remote, hybrid or on site, a place")
    assert all(len(line) <= 101 for line in rest)
