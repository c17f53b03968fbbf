# ruff: noqa: E501  # one case a line
"""What is a posting, and what only stands beside one."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.verdict import verdict_by_name
from jdlint.posting.model import Reading, Verdict
from jdlint.posting.posting import Posting
from jdlint.readers import read


def judge(text: str, path: str = "jobs/night-nurse.md") -> Verdict:
    return Posting(read(text.encode(), path), Reading(as_of=date(2026, 1, 15))).verdict


NURSE = """# Night Nurse

We are looking for a night nurse for our ward.

## What you will do

- Look after twenty patients
- Hand over to the day team

## What you need

- A nursing degree
- Two years of experience on a ward

## How to apply

Send your CV to ward@clinic.example.
"""

POSTINGS = [
    (NURSE, "jobs/night-nurse.md"),
    (NURSE, "jobs/night-nurse/index.md"),
    ("---\ntitle: Dishwasher\nlocation: 12 Hill Road\njob_type: full_time\ncompensation: $14 an hour\n---\n\nCome and join our kitchen.", "jobs/1.md"),
    ("The Registrar is responsible for the roll of voters.\n\nThe incumbent will train staff and report to the mayor. Two years of experience required.\n",
     "registrar.txt"),
    ("WANTED: Carpenters and labourers. Immediate start, long-term contract. €24 an hour. Call Mick 087 555 1234.", "ad.txt"),
    ("# Class Teacher\n\nSt Ann's School, Leeds LS7\n\nFull time from April, class of 28.\n\nWrite to head@ann.example by 1 March 2026.", "ad.md"),
    ("# Lead designer\n\nAs a lead designer, you will:\n\n- plan research\n- coach two designers\n\nYou need experience of design systems.", "roles/lead.md"),
    ("# Backend Developer Job Description\n\nA guide for employers.\n\n## Responsibilities\n\n- Build services\n\n## Requirements\n\n- Two years of experience",
     "guide.md"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path"), POSTINGS)
def test_postings(text: str, path: str) -> None:
    assert judge(text, path).is_posting


OTHERS = [
    ("# jobs\n\nHow to build this site: run `make`.", "README.md", "its name says"),
    (NURSE, "jobs/README.md", "its name says"),
    (NURSE, "jobs/template.md", "a template to copy from"),
    (NURSE, "jobs/job-template.md", "a template to copy from"),
    ("---\ntitle: Jobs\n---\n\nWork with us! We hire nurses and cooks.", "jobs/_index.md", "an index page"),
    ("# Careers\n\n- [Night Nurse](nurse.md)\n- [Head Chef](chef.md)\n- [Bus Driver](driver.md)\n- [Payroll Clerk](clerk.md)\n", "jobs/list.md",
     "a page that lists other postings"),
    ("# Installing\n\nRun the script. Set the option to true. Then open the file and read the log. The tool must be on the path.", "docs/install.md",
     "it speaks of no job"),
    ("# Travel policy\n\nStaff book trips through the office. The employee pays first and the team lead signs. Keep receipts for the manager.", "policy.md",
     "a page about rules"),
    ("# Ten years of tea\n\nIn this article we look back. Our team grew.\n\nRead more about it. Our staff love the work.\n\nSubscribe to our letter.", "blog.md",
     "an article"),
    ("# Hill Inn\n\nWe cook for our customers. Our team loves good food and our staff are kind.", "about.md", "no duties"),
    ("---\ndate: 2026-01-01\n---\n", "empty.md", "an empty page"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "reason"), OTHERS)
def test_what_is_none(text: str, path: str, reason: str) -> None:
    verdict = judge(text, path)
    assert (verdict.is_posting, verdict.reason.startswith(reason)) == (False, True), verdict


@pytest.mark.parametrize(
    "path", ["README.md", "docs/CONTRIBUTING.md", "LICENSE", "jobs\\readme.txt", "CHANGELOG.md", "posting-template.docx", "readme.de.md"]
)
def test_names_that_are_none(path: str) -> None:
    assert verdict_by_name(path) is not None


@pytest.mark.parametrize("path", ["nurse.md", "jobs/index.md", "news-editor.md", "security-guard.md", "sample.txt", "history-teacher.md"])
def test_names_that_say_nothing(path: str) -> None:
    assert verdict_by_name(path) is None


def test_the_reason_names_what_is_there() -> None:
    assert judge(NURSE).reason == "it names a job, duties, demands, a way to apply"
