"""The reports for people: full and concise."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from jdlint.engine.finding import Finding, Related
from jdlint.engine.result import Result, Tally
from jdlint.report import Look, report
from jdlint.report.style import Style
from jdlint.text.source import Source
from jdlint.text.spans import Span

FULL = """\
jobs/chef.md:1:3: error STR001 name-of-str001
  about ``
  help: jdlint rule STR001

jobs/chef.md:3:11: warning INC102 name-of-inc102
  about `salesman`
  3 | We want a salesman.    Pay: tba.
    |           ^^^^^^^^
  write instead: salesperson
  see line 5: and here
  help: jdlint rule INC102

jobs/chef.md:3:26: info PAY002 name-of-pay002
  about `tba`
  3 | We want a salesman.    Pay: tba.
    |                             ^^^
  help: jdlint rule PAY002

jobs/chef.md:4:7: info LNG014 name-of-lng014
  about `wanted, naïve cafe\u0301`
  4 | - 厨师长 wanted, naïve cafe\u0301 fan
    |          ^^^^^^^^^^^^^^^^^^
  help: jdlint rule LNG014

4 findings in 2 postings: 1 error, 1 warning, 2 notes.
1 finding can be fixed with --fix.
Not checked: 1 file that could not be read.
Passed over 1 file that is no posting: README.md.
Skipped LNG021: needs LanguageTool.
"""

CONCISE = """\
jobs/chef.md:1:3: error STR001 name-of-str001: about ``
jobs/chef.md:3:11: warning INC102 name-of-inc102: about `salesman`
jobs/chef.md:3:26: info PAY002 name-of-pay002: about `tba`
jobs/chef.md:4:7: info LNG014 name-of-lng014: about `wanted, naïve cafe\u0301`
"""


def render(name: str, results: list[Result], look: Look | None = None) -> str:
    tally = Tally()
    return "".join(report(name)(tally.count(results), tally, look or Look()))


def test_full(results: list[Result]) -> None:
    assert render("full", results) == FULL


def test_the_help_of_a_rule_is_named_once(results: list[Result]) -> None:
    assert render("full", [results[0], results[0]]).count("help: jdlint rule INC102") == 1


Make = Callable[..., Finding]


def repeated(make: Make, source: Source, *rows: tuple[int, str, str]) -> Result:
    """Findings of one rule, each at a place, with its words and severity."""
    found = []
    for start, words, severity in rows:
        line, column = source.position(start)
        place = {"span": Span(start, start + 8), "line": line, "column": column, "end_column": column + 8}
        found.append(replace(make("CUL003", "porter", severity), match=words, message=f"about `{words}`", **place))
    return Result(source.path, findings=tuple(found), source=source)


def test_a_repeated_phrase_is_shown_once_with_its_places(finding: Make, source: Source) -> None:
    rows = [(45, "Head chef", "info"), (50, "porter", "info"), (52, "head\n  chef", "info"), (54, "HEAD CHEF", "info")]
    result = repeated(finding, source, *rows)
    shown = render("full", [result])
    first = shown.split("\n\n")[0].splitlines()
    assert first[-2:] == ["  also at 3:14, 3:16", "  help: jdlint rule CUL003"]
    assert (shown.count("info CUL003"), shown.count("also at")) == (2, 1)
    assert "4 findings in 1 posting: 0 errors, 0 warnings, 4 notes." in shown
    assert render("concise", [result]).count("CUL003 ") == 4


def test_what_weighs_more_has_a_place_of_its_own(finding: Make, source: Source) -> None:
    assert "also at" not in render("full", [repeated(finding, source, (45, "chef", "info"), (50, "chef", "error"))])


def test_what_is_absent_or_speaks_of_other_places_is_not_grouped(finding: Make, source: Source) -> None:
    absent = finding("STR001", "", "error")
    related = finding("STR015", "porter", related=(Related(5, 1, 5, 2, "A", "and here"),))
    assert "also at" not in render("full", [Result("x.md", findings=(absent, absent, related, related), source=source)])


def test_of_many_places_some_are_counted(finding: Make, source: Source) -> None:
    shown = render("full", [repeated(finding, source, *((n, "chef", "info") for n in range(40, 52)))])
    assert re.search(r"^  also at (\d+:\d+, ){9}\d+:\d+ and 1 more$", shown, re.MULTILINE)


def test_concise_has_a_line_a_finding(results: list[Result]) -> None:
    assert render("concise", results, Look(quiet=True)) == CONCISE
    assert render("concise", results) == CONCISE + "\n".join(FULL.splitlines()[-5:]) + "\n"


def test_statistics_count_by_rule_the_most_frequent_first(results: list[Result]) -> None:
    shown = render("concise", [results[0], results[0]], Look(quiet=True, statistics=True)).removeprefix(CONCISE * 2)
    assert shown.splitlines() == [
        "2  INC102  name-of-inc102", "2  LNG014  name-of-lng014", "2  PAY002  name-of-pay002", "2  STR001  name-of-str001", "",
    ]  # fmt: skip


def test_nothing_to_say(results: list[Result]) -> None:
    assert render("full", [results[2]]) == "No findings in 1 posting.\n"
    assert render("full", []) == ""


def test_colours_add_nothing_but_colours(results: list[Result]) -> None:
    colored = render("full", results, Look(Style(colored=True)))
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == FULL


def test_long_lines_of_files_passed_over_are_cut() -> None:
    shown = render("full", [Result(f"{n}.md", "passed-over") for n in range(9)])
    assert shown == "Passed over 9 files that are no postings: 0.md, 1.md, 2.md and 6 more.\n"


SCORE = "what a candidate needs to know 23/35, pay and place 19/20, qualifications 10/10, open to everyone 17/20, reads well 14/15"


def test_scores_are_shown_where_asked_for(results: list[Result]) -> None:
    lines = render("concise", results, Look(score=True)).splitlines()
    assert lines[4] == f"jobs/chef.md: score 83 of 100 (B): {SCORE}"
    assert lines[5].startswith("jobs/good.md: score 100 of 100 (A): ")
    assert lines[7] == "Scores from 83 to 100 of 100, 92 on average."
    assert f"\n\njobs/chef.md: score 83 of 100 (B): {SCORE}\n\n" in render("full", results, Look(score=True))


def test_a_score_below_the_minimum_is_told_unasked(results: list[Result]) -> None:
    low = [replace(results[0], below=85), results[2]]
    told = f"score 83 of 100 (B), below the minimum of 85: {SCORE}"
    for name in ("full", "concise"):
        shown = render(name, low)
        assert f"jobs/chef.md: {told}\n" in shown
        assert "Below the minimum score: 1 posting.\n" in shown
        assert "Scores from" not in shown
    assert f"::error file=jobs/chef.md,title=score::jobs/chef.md: {told}\n" in render("github", low)
    assert "Score 83 of 100 (B), below the minimum" in render("markdown", low)
    bare = render("markdown", [replace(low[0], findings=())])
    assert "below the minimum of 85" in bare
    assert "| Place |" not in bare
