"""Text about the job in general."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.checks.generic import generic_description
from jdlint.rules.model import Hit


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Nurse", "Nurses are responsible for the health of their patients."),
        ("Backend Developer", "A backend developer should know several databases."),
        ("Policy Secretary", "Secretaries can work in any office."),
        ("Welder", "The duties of welders generally include the joining of metal parts."),
        ("Welder", "Knowledge of drawings may be necessary."),
        ("Welder", "The roles and responsibilities could vary depending on the team."),
        ("Welder", "Many companies look for people with a certificate."),
        ("Welder", "Candidates for this type of job can expect to weld."),
        ("Welder", "Welders typically do the following:"),
    ],
)
def test_the_job_in_general(hits: Callable[..., list[Hit]], title: str, sentence: str) -> None:
    assert len(hits(generic_description, f"# {title}\n\n{sentence}\n")) == 1


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Nurse", "Our nurses are on the ward in pairs."),
        ("Nurse", "The nurses are friendly."),
        ("Nurse", "Nurses are the heart of our hospital."),
        ("Nurse", "Nurses are what makes Harbour View's wards work."),
        ("Nurse", "A nurse is needed for the night shift."),
        ("Nurse", "A nurse with two years of practice."),
        ("Nurse", "The week is typically 37 hours."),
        ("Nurse", "We typically reply within a week."),
        ("Nurse", "Travel may be necessary twice a year."),
        ("Nurse", "This role typically requires two night shifts a week."),
        ("Nurse", "Salary will vary depending on experience."),
    ],
)
def test_this_job(hits: Callable[..., list[Hit]], title: str, sentence: str) -> None:
    assert hits(generic_description, f"# {title}\n\n{sentence}\n") == []


def test_several_in_one_paragraph_make_one_hit(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(generic_description, "# Nurse\n\nNurses are careful. Nurses must write clearly. You work in Leeds.\n")
    assert hit.at.text == "Nurses are"
    assert [at.text for at, _ in hit.related] == ["Nurses must"]
