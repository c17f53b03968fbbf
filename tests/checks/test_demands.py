"""Demands compared with each other."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks import demands
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Options


def posting(text: str) -> Posting:
    return Posting(read(text.encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))


@pytest.mark.parametrize(
    ("must", "wish", "fires"),
    [
        ("Experience with Docker", "Docker", True),
        ("A forklift licence", "Forklift licence", True),
        ("Docker or Podman", "Docker", False),
        ("Docker", "Advanced Docker", False),
        ("Docker", "5 years of Docker", False),
        ("React", "React Native", False),
        ("Nursing degree", "A degree", False),
        ("AWS, Docker and Terraform", "Terraform", True),
        ("Clinical experience in adult or child wards", "Child wards", False),
        ("Records of patients, of staff and of all that moves between sites", "Records", False),
    ],
)
def test_must_and_wish(must: str, wish: str, fires: bool) -> None:
    text = f"# Clerk\n\n## Requirements\n\n- Clear English\n- {must}\n\n## Nice to have\n\n- Humour\n- {wish}\n"
    assert bool(list(demands.contradictions(posting(text), Options({"entry-years": 3})))) is fires


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ("Strong knowledge of payroll systems", "Experience with payroll systems", True),
        ("Payroll systems", "Payroll laws", False),
        ("Payroll systems", "Payroll systems", False),  # the same words are another rule's
        ("English", "Good English", False),  # one word is too little to judge by
    ],
)
def test_duplicates(one: str, other: str, fires: bool) -> None:
    text = f"# Clerk\n\n## Requirements\n\n- {one}\n- Calm manner\n- {other}\n"
    assert bool(list(demands.duplicates(posting(text), Options({})))) is fires


def test_a_beginners_job_with_years() -> None:
    text = "# Clerk\n\nNo experience needed.\n\n## Requirements\n\n- At least 4 years of experience in an archive\n- Clear English\n"
    (hit,) = demands.contradictions(posting(text), Options({"entry-years": 3}))
    assert (hit.variant, hit.values["years"]) == ("entry", "4")
    assert [at.text for at, _ in hit.related] == ["No experience needed"]
