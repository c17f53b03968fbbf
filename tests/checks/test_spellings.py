"""Names of technologies as their makers write them."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks.spellings import misspelt
from jdlint.engine.lint import lint
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.resources import lexicon, rules_dir
from jdlint.rules.load import load_file
from jdlint.rules.model import Options
from jdlint.rules.options import resolve_options
from jdlint.rules.ruleset import RuleSet

NAMES = lexicon("spellings")["spellings"]


def found(text: str, accept: tuple[str, ...] = (), path: str = "posting.md") -> list[tuple[str, str]]:
    posting = Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15)))
    return [(hit.at.text, hit.use[0]) for hit in misspelt(posting, Options({"accept": accept})) if hit.at]


def test_there_are_many_names() -> None:
    assert len({entry["name"] for entry in NAMES}) >= 250


@pytest.mark.parametrize("entry", NAMES, ids=lambda e: str(e["name"]))
def test_right_and_accepted_writings_pass(entry: dict[str, object]) -> None:
    also = entry.get("also", [])
    assert isinstance(also, list)
    for text in (entry["name"], *also):
        assert found(f"We use {text} here.") == []


@pytest.mark.parametrize("entry", [e for e in NAMES if "wrong" in e], ids=lambda e: str(e["name"]))
def test_wrong_writings_are_found(entry: dict[str, list[str]]) -> None:
    for text in entry["wrong"]:
        assert found(f"We use {text} here.") == [(text, entry["name"])]


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/javascript/github for more.",
        "Mail javascript@bakery.example or look at github.com/bakery.",
        "Edit `nodejs` in github.md and app.js.",
        "#linkedin @youtube",
        "## JAVASCRIPT AND MYSQL",
        "KNOW JAVASCRIPT WELL",
        "Our zookeeper leads the salesforce of J Unit and feeds Apis mellifera.",
        "Our sales force has no sql to write on a fast api of its own.",
        "Key Success Factors: a Smart Recruiter, an Active Campaign, an Open Table and a Fresh Desk in a Power School",
        "Take Direct X-ray images, wear a Red Cap, hold an Advanced MD, and start an Open Search",
        "You go swiftly, react well, spark joy, express yourself, excel at rust removal and add a node to the next flask of latex",
        "```\nnpm install mongodb javascript\n```",
        "[github.com/bakery](https://github.com/bakery)",
        "The net and the .internet",
        "/usr/lib/nodejs and nodejs_modules",
        "Say it with lib-javascript",
    ],
)
def test_code_addresses_and_plain_words_pass(text: str) -> None:
    assert found(text) == []


def test_the_longest_name_wins() -> None:
    assert found("We use Github Actions.") == [("Github Actions", "GitHub Actions")]


def test_a_house_may_accept_a_writing() -> None:
    assert found("We use NodeJS and Github.", accept=("nodejs",)) == [("Github", "GitHub")]


def test_split_by_markup() -> None:
    assert found("We use **Java**Script and Java**script**.") == [("Javascript", "JavaScript")]


def test_no_edit_through_markup() -> None:
    rule = load_file(next((rules_dir() / "lng").glob("LNG010-*.yaml"))).rule
    posting = Posting(read(b"We use Java**script** and Github.", "posting.md"), Reading(as_of=date(2026, 1, 15)))
    found = lint(posting, RuleSet((rule,), {rule.code: resolve_options(rule, {})})).findings
    assert [(f.match, f.fix is None) for f in found] == [("Javascript", True), ("Github", False)]
