"""The closing date for applications."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.deadline import find_closing
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

CLOSING = [
    ("Library Helper - Closing June 3, 2026", "2026-06-03"),
    ("Cook, closing Friday 5 June 2026", "2026-06-05"),
    ("Apply by 3 June 2026.", "2026-06-03"),
    ("Please apply before June 3, 2026.", "2026-06-03"),
    ("Closing date: Friday 5 May 2026", "2026-05-05"),
    ("Applications close on June 3, 2026 at noon.", "2026-06-03"),
    ("Application deadline: 2026-06-03", "2026-06-03"),
    ("The deadline for applications is 14 August 2026.", "2026-08-14"),
    ("Filing deadline 2/15/2029 11:59 PM", "2029-02-15"),
    ("Applications received by 1 July 2026 will be given priority.", "2026-07-01"),
    ("Send your CV by 30/09/2026.", "2026-09-30"),
    ("Applications must be submitted no later than October 9, 2026.", "2026-10-09"),
    ("This vacancy closes on 12 May 2026.", "2026-05-12"),
    ("We accept applications until May 20, 2026.", "2026-05-20"),
    ("Last date to apply: 15 March 2026", "2026-03-15"),
    ("Posted 1 May 2026. Apply by 31 May 2026.", "2026-05-31"),
    ("For full consideration submit your papers by June 3, 2026; the post stays open until filled.", "2026-06-03"),
    ("Closes 9 Sept 2026; interviews on 20 Sept 2026", "2026-09-09"),
    ("Apply by 03/04/2026 at 5:00 pm ET.", "2026-03-04"),
    ("CLOSING DATE: 2026/03/12", "2026-03-12"),
    ("Last date of receipt of applications is 13th March, 2026", "2026-03-13"),
    ("Last date for the submission of applications: 13.03.2026", "2026-03-13"),
    ("Expiry date: 13/03/2026", "2026-03-13"),
    ("Expires on: March 13, 2026", "2026-03-13"),
    ("Posting end date: March 13, 2026", "2026-03-13"),
    ("Cut-off date: 13 March 2026", "2026-03-13"),
    ("CVs to the office by 13 March 2026", "2026-03-13"),
    ("Completed forms should reach the office not later than 13 March 2026", "2026-03-13"),
    ("Expressions of interest by 13 March 2026", "2026-03-13"),
    ("The position will be posted through March 13, 2026", "2026-03-13"),
    ("Posting dates: February 1 - March 13, 2026", "2026-03-13"),
    ("Application period: 1 February to 13 March 2026", "2026-03-13"),
    ("Filing period: 02/01/2026 - 03/13/2026", "2026-03-13"),
]
OPEN = [
    "Email your resume to apply by 5/15.",
    "Open until filled",
    "The position will remain open until filled.",
    "Applications are reviewed on a rolling basis.",
    "We review applications from 3 June 2026 and accept them on a rolling basis.",
    "Rolling deadline",
]
NONE = [
    "You help with closing 31 March accounts.",
    "You sell, closing 3 deals a day in May 2026.",
    "Starts on 5 May 2026. Apply soon.",
    "Interviews on 4 May 2026",
    "Posted on 2 March 2026",
    "You will keep to tight deadlines.",
    "Meet deadlines and close the month's books by the 5th.",
    "Start date: 1 September 2026",
    "We opened on 3 June 2006.",
    "The shop closes at 9 pm.",
    "The office is closed on 13 March 2026.",
    "Posting date: 1 February 2026",
    "You file the forms on 13 March 2026 and after.",
    "Cut off the stems; on 13 March 2026 the fair opens.",
    "Closing sales is your day.",
]


@pytest.mark.parametrize(("text", "iso"), CLOSING)
def test_reads_a_closing_date(text: str, iso: str) -> None:
    found = find_closing(text)
    assert found is not None
    assert found[2:] == (iso, False)


@pytest.mark.parametrize("text", OPEN)
def test_an_open_posting_has_no_date(text: str) -> None:
    found = find_closing(text)
    assert found is not None
    assert found[2] is None


@pytest.mark.parametrize("text", NONE)
def test_other_dates_close_nothing(text: str) -> None:
    assert find_closing(text) is None


def _posting(text: str) -> Posting:
    return Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15)))


def test_a_field_comes_first() -> None:
    deadline = _posting("---\ntitle: Cook\nclosing_date: 2026-05-01\n---\nApply by 3 June 2026.\n").deadline
    assert deadline is not None
    assert (deadline.date, deadline.at.text) == ("2026-05-01", "2026-05-01")


@pytest.mark.parametrize(
    ("body", "iso"),
    [("Apply by 3 June 2026.", "2026-06-03"), ("Apply today.", "2026-05-01"), ("The post stays open until filled.", "2026-05-01")],
)
def test_a_key_that_takes_the_page_down_gives_way_to_a_date_in_the_text(body: str, iso: str) -> None:
    deadline = _posting(f"---\ntitle: Cook\nexpiry-date: 2026-05-01\n---\n{body}\n").deadline
    assert deadline is not None
    assert deadline.date == iso


def test_a_date_in_the_body_beats_words() -> None:
    deadline = _posting("# Cook\n\nThe post stays open until filled.\n\nPlease apply by 3 June 2026.\n").deadline
    assert deadline is not None
    assert deadline.date == "2026-06-03"


def test_a_date_that_shows_its_order_tells_that_of_the_others() -> None:
    deadline = _posting("# Cook\n\nOpening date: 04/22/2026\n\nClosing date: 05/06/2026\n").deadline
    assert deadline is not None
    assert (deadline.date, deadline.ambiguous) == ("2026-05-06", False)


def test_an_ambiguous_date_is_said_to_be_so() -> None:
    deadline = _posting("# Cook\n\nClosing date: 05/06/2026\n").deadline
    assert deadline is not None
    assert (deadline.date, deadline.ambiguous) == (None, True)


def test_nothing_is_said() -> None:
    assert _posting("# Cook\n\nYou cook lunch for forty children.\n").deadline is None


@pytest.mark.parametrize(
    "text",
    [
        "Write to x@y.example by 1 March 2026.",
        "Email jane@y.example before 1 March 2026.",
        "Call Ann on 01632 960123 by 1 March 2026.",
        "Contact hr@y.example no later than 1 March 2026.",
        "You can react up to and including 1 March 2026.",
        "Send a note to x@y.example by 1 March 2026.",
    ],
)
def test_a_day_to_write_by(text: str) -> None:
    found = _posting(f"# Cook\n\n{text}").deadline
    assert found is not None
    assert found.date == "2026-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "You will write to parents by 1 March 2026 about lunch.",
        "Call suppliers before 1 March 2026.",
        "Email went live before 1 March 2026.",
        "You contact families by 1 March 2026.",
    ],
)
def test_a_day_for_something_else(text: str) -> None:
    assert _posting(f"# Cook\n\n{text}").deadline is None


def test_a_date_of_best_consideration_closes_what_else_stays_open() -> None:
    text = "# Cook\n\nBest consideration date: 3 June 2026\n\nThe post stays open until filled."
    found = _posting(text).deadline
    assert found is not None
    assert found.date == "2026-06-03"


def test_a_field_that_says_nothing_is_passed_over() -> None:
    text = "---\ntitle: Cook\ndeadline: '—'\nclosing_date: 2026-05-05\n---\n\nYou cook.\n"
    found = Posting(read(text.encode(), "cook.md"), Reading(as_of=date(2026, 1, 15))).deadline
    assert found is not None
    assert found.date == "2026-05-05"


@pytest.mark.parametrize(
    ("line", "words"), [("Closing date: Ongoing", "Ongoing"), ("Deadline: rolling", "rolling"), ("Closing date: ask us", None)]
)
def test_words_in_place_of_a_date(line: str, words: str | None) -> None:
    posting = Posting(read(f"# Cook\n\n{line}\n\nYou cook.\n".encode(), "cook.md"), Reading(as_of=date(2026, 1, 15)))
    assert (posting.deadline.at.text if posting.deadline else None) == words


def test_the_line_that_gives_the_year_of_a_date() -> None:
    def stated(text: str) -> str | None:
        found = Posting(read(f"# Cook\n\n{text}".encode(), "cook.md"), Reading(as_of=date(2026, 1, 15))).deadline
        return found and found.at.text

    first = "Please apply here by 28th February."
    assert stated(f"{first}\n\nThe deadline for applications is 28th February 2026 at noon.") == "28th February 2026"
    assert stated(f"{first}\n\nThe deadline for referees is 9 March 2026.") == "28th February"
    assert stated(first) == "28th February"
