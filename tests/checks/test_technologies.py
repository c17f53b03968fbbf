"""The table of technologies, and how old they can be."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks import technologies
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.resources import lexicon
from jdlint.rules.model import Options
from jdlint.text.words import words

TABLE = lexicon("technologies")["technologies"]


def hits(line: str, day: date = date(2026, 1, 15)) -> list[str]:
    text = f"# Engineer\n\n## Requirements\n\n- Clear English\n- {line}\n"
    posting = Posting(read(text.encode(), "posting.md"), Reading(as_of=day))
    return [str(hit.values["technology"]) for hit in technologies.impossible_experience(posting, Options({}))]


def test_the_table_is_long_and_sourced() -> None:
    assert len(TABLE) > 150
    for entry in TABLE:
        assert 1970 <= entry["since"] <= 2025, entry
        assert entry["source"].startswith("https://"), entry


def test_names_are_unique() -> None:
    forms = [form.casefold() for entry in TABLE for form in (entry["name"], *entry.get("forms", ()))]
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("React Native", ["React Native"]),
        ("Java 21 and JavaScript", ["Java 21", "JavaScript"]),
        ("Node JS / node.js", ["Node.js", "Node.js"]),
        ("swift action, rust removal, react to guests, a flask of tea", []),
        ("C# and C++", ["C#", "C++"]),
        ("Google Cloud Platform and AWS", ["Google Cloud", "AWS"]),
    ],
)
def test_mentions(line: str, named: list[str]) -> None:
    assert [m.technology.name for m in technologies.mentions(line, words(line))] == named


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("20 years of experience with Terraform", ["Terraform"]),
        ("Terraform: 20 years of experience", ["Terraform"]),
        ("13+ years of hands-on experience developing in Swift", ["Swift"]),
        ("20 years of experience with Terraform or Ansible", []),
        ("20 years of experience in operations, including Terraform", []),
        ("20 years of experience in operations with Terraform", []),
        ("20 years of experience with Linux, Terraform and Ansible", []),
        ("20 years of experience with Linux and Terraform", ["Terraform"]),
        ("20 years of experience with AWS/Kubernetes", []),
        ("5 years of experience with Terraform", []),
        ("30 years of Python", []),
        ("20 years of experience and Terraform", []),
        ("You have been with us for 20 years of Terraform", ["Terraform"]),
        ("9 years of Go", []),
    ],
)
def test_impossible(line: str, named: list[str]) -> None:
    assert hits(line) == named


def test_the_day_decides() -> None:
    assert hits("12 years of experience with Kubernetes", date(2024, 6, 1)) == ["Kubernetes"]
    assert hits("12 years of experience with Kubernetes", date(2027, 6, 1)) == []
