"""Template slots that nobody filled, and brackets that are none."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.placeholders import slots_in
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def found(text: str, path: str = "cook.md") -> list[str]:
    return [e.text for e in Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15))).placeholders]


SLOTS = [
    ("Join [Company Name] today.", "[Company Name]"),
    ("Location: [Location, region, hybrid, or remote]", "[Location, region, hybrid, or remote]"),
    ("You report to [insert manager].", "[insert manager]"),
    ("Pay is [salary range].", "[salary range]"),
    ("[Add two lines about the team]", "[Add two lines about the team]"),
    ("You work in [for example] the ward.", "[for example]"),
    ("At least [X years] of practice", "[X years]"),
    ("Apply to [your email].", "[your email]"),
    ("[COMPANY NAME] seeks a cook.", "[COMPANY NAME]"),
    ("Pay: {{ salary }}", "{{ salary }}"),
    ("Dear {company name},", "{company name}"),
    ("Pay: ${amount}", "${amount}"),
    ("Town: <insert town>", "<insert town>"),
    ("We are <Company Name>.", "<Company Name>"),
    ("Hello «Company»", "«Company»"),
    ("TODO describe the team", "TODO"),
    ("Salary: TBD", "TBD"),
    ("Salary: $XX,XXX", "XX,XXX"),
    ("Minimum XX years", "XX"),
    ("Salary: XXXX", "XXXX"),
    ("Lorem ipsum dolor sit amet", "Lorem ipsum dolor sit amet"),
    ("Insert company logo here", "Insert company logo here"),
    ("Salary: ______", "______"),
    ("Apply at www.yourcompany.com/jobs", "www.yourcompany.com/jobs"),
    ("Apply at https://www.tickets.example/...", "https://www.tickets.example/..."),
]


@pytest.mark.parametrize(("text", "wanted"), SLOTS)
def test_a_slot(text: str, wanted: str) -> None:
    assert wanted in [text[a:b].strip() for a, b in slots_in(text)]


LOOKALIKES = [
    "She said it were [sic] done.",
    "See the study [1] and [2, 3].",
    "[x] done, [ ] open",
    "[remote] Senior Cook",
    "[Full-time] Barista",
    "Cook [m/f/d]",
    "Write to xxxx@inn.example or call xxx-xxx-xxxx.",
    "Call (555) XXX-XXXX.",
    "Super Bowl XXX was long ago.",
    "Chapter XX of the act",
    "The start date is TBD.",
    "Start: TBD",
    "a todo list for the day",
    "In the set [a-z] each letter counts.",
    "f(x) = {x}",
    "Use <b>bold</b> words.",
    "The value is undefined in this case.",
    "[This position is closed.]",
    "[Note: the salary is paid monthly]",
    "[Essential] Driving licence",
    "Il a dit « oui ».",
    "We pay $25 an hour.",
    "Wait ... here we are.",
    "Contact jobs@example.org.",
    "__init__ is a Python name.",
    "XX century art",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_slot(text: str) -> None:
    assert [text[a:b] for a, b in slots_in(text)] == []


def test_a_link_in_markdown_is_none() -> None:
    assert found("# Cook\n\nAsk [our team](https://inn.example/team) or [the company][c].\n\n[c]: https://inn.example") == []


def test_task_boxes_are_none() -> None:
    assert found("# Cook\n\n- [ ] First day\n- [x] Second day") == []


def test_code_is_none() -> None:
    assert found("# Cook\n\n```\n[Company Name]\n```") == []


def test_a_body_that_says_undefined() -> None:
    assert found("---\ntitle: Cook\n---\n\nundefined") == ["undefined"]


def test_slots_in_fields_and_text_in_order_of_the_source() -> None:
    text = "---\ntitle: Cook at [Company Name]\n---\n\nWork in [city].\n"
    assert found(text) == ["[Company Name]", "[city]"]


def test_slots_in_plain_text() -> None:
    assert found("Cook\n\n[Company Name] seeks a cook in <City>.\n", "cook.txt") == ["[Company Name]", "<City>"]


@pytest.mark.parametrize("slot", ["[TECH STACK]", "[Team goals]", "[ORG]", "[target audience]", "[KPI 1]", "[your framework]"])
def test_more_slots(slot: str) -> None:
    assert found(f"You will work with {slot} each day.") == [slot]


def test_a_number_of_years_left_open() -> None:
    assert found("You have [X] years of practice.") == ["[X]"]
    assert found("You have [XX]+ years of practice.") == ["[XX]"]


@pytest.mark.parametrize("text", ["[UK]", "[DOG FRIENDLY]", "[x] years", "[NHS]"])
def test_more_tags(text: str) -> None:
    assert found(f"We are {text} here.") == []


@pytest.mark.parametrize(
    "value", ["(optional) # A page about the guild", '"(optional) # A page about the guild"', "(required)", "(If any)"]
)
def test_a_hint_of_the_form_left_as_a_value_is_a_slot(value: str) -> None:
    assert len(found(f"---\ntitle: Potter\nguild_page: {value}\n---\n\nYou turn pots.")) == 1


@pytest.mark.parametrize("text", ["Cover letter (optional)", "(optional)", "Portfolio (required) # 2 copies"])
def test_the_same_hint_in_the_text_is_none(text: str) -> None:
    assert found(f"---\ntitle: Potter\nletter: optional\n---\n\n{text}") == []


@pytest.mark.parametrize("text", ["- [TBD]", "Hours: [TBC]", "| [TBA] | |"])
def test_what_is_left_open_in_brackets(text: str) -> None:
    assert found(f"# Cook\n\n{text}") == [text[text.index("[") : text.index("]") + 1]]
