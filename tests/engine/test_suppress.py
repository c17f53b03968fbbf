"""Suppressions part the findings and lose none; what is wrong with them is told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdlint
from jdlint.engine.assemble import fingerprint
from jdlint.engine.edits import apply
from jdlint.engine.lint import lint
from jdlint.engine.reach import Reach
from jdlint.engine.suppress import Names, _Cover, _Covers, _Pick, _Writer, suppress
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.index import shipped_rules
from jdlint.rules.model import RULE_PAGES
from jdlint.rules.ruleset import RuleSet, assemble
from jdlint.rules.select import Selection, codes, select
from jdlint.text.spans import Span

RULES = ["INC102", "RSP004", "TTL002", "STR003", "PAY001"]
BODY = "\n\nYou run the evening kitchen with a team of six.\n\n"


def rules_of(*selectors: str) -> RuleSet:
    """The shipped rules that selectors name."""
    return assemble([e.build() for e in select(Selection(select=selectors), shipped_rules())], shipped_rules())


def hidden(text: str, path: str = "a.md", select: list[str] | None = None) -> list[tuple[str, int]]:
    result = jdlint.lint_text(text, path=path, select=select or RULES, as_of=date(2026, 1, 15))
    return [(f.code, f.line) for f in result.suppressed]


def own(text: str, path: str = "a.md", select: list[str] | None = None) -> list[tuple[str, str]]:
    result = jdlint.lint_text(text, path=path, select=select or RULES, as_of=date(2026, 1, 15))
    return [(f.code, f.match) for f in result.findings if f.code.startswith("LNT")]


def test_at_the_end_of_a_line_the_block() -> None:
    text = "# Cook\n\nA salesman calls.\nA salesman knocks. <!-- jdlint: ignore[INC102] -->\n\nA salesman rings.\n"
    assert hidden(text) == [("INC102", 3), ("INC102", 4)]


def test_inside_a_block() -> None:
    assert hidden("# Cook\n\nA salesman <!-- jdlint: ignore[INC102] --> calls.\n\nA salesman rings.\n") == [("INC102", 3)]


def test_alone_the_next_block() -> None:
    text = "# Cook\n\nA salesman calls.\n\n<!-- jdlint: ignore[INC102] -->\n\nA salesman knocks.\n\nA salesman rings.\n"
    assert hidden(text) == [("INC102", 7)]


def test_several_comments_on_lines_of_their_own() -> None:
    text = "# Cook\n\n<!-- jdlint: ignore[INC102] -->\n<!-- jdlint: ignore[RSP004] -->\nA salesman calls.\n"
    assert hidden(text) == [("INC102", 5)]
    assert own(text) == [("LNT103", "RSP004")]


@pytest.mark.parametrize("heading", ["## Duties <!-- {} -->\n", "<!-- {} -->\n## Duties\n", "<!-- {} -->\n\n**Duties**\n"])
def test_on_a_heading_the_section(heading: str) -> None:
    start = "# Cook\n\nA salesman calls.\n\n" + heading.format("jdlint: ignore[INC102]")
    line = start.count("\n") + 1
    text = f"{start}\n- A salesman knocks.\n\n## Pay\n\nA salesman rings.\n"
    assert hidden(text) == [("INC102", line + 1)]


def test_a_section_holds_the_headings_below_it() -> None:
    text = "# Cook\n\n## Duties <!-- jdlint: ignore[INC102] -->\n\n### Daily\n\nA salesman knocks.\n\n## Pay\n\nA salesman rings.\n"
    assert hidden(text) == [("INC102", 7)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"# Cook <!-- jdlint: ignore[STR003] -->{BODY}", "a.md"),
        (f"<!-- jdlint: ignore[STR003] -->\n# Cook{BODY}", "a.md"),
        (f"---\ntitle: Cook\n---\nYou cook. <!-- jdlint: ignore[STR003] -->{BODY}", "a.md"),
        (f"# Cook{BODY}You serve. <!-- jdlint: ignore-file[STR003] -->\n", "a.md"),
        (f"---\ntitle: Cook\njdlint: {{ignore: [STR003]}}\n---\n{BODY}", "a.md"),
        (f"<h1>Cook</h1> <!-- jdlint: ignore[missing-company] --><p>{BODY}</p>", "a.html"),
        (f"#jdlint: ignore[STR003] agreed\nCook{BODY}", "a.txt"),
        (f"<!-- jdlint: disable[STR] -->\n# Cook{BODY}", "a.md"),
    ],
)
def test_what_is_absent(text: str, path: str) -> None:
    assert [code for code, _ in hidden(text, path, ["STR003"])] == ["STR003"]


def test_the_title_is_no_section() -> None:
    assert hidden("# Salesman <!-- jdlint: ignore[INC102, TTL002] -->\n\nA salesman rings.\n") == [("TTL002", 1)]


def test_from_disable_to_enable() -> None:
    text = (
        "# Cook\n\n<!-- jdlint: disable[INC, RSP] -->\n\nA salesman calls.\n\n- Other duties as assigned\n\n"
        "<!-- jdlint: enable[INC102] -->\n\nA salesman rings.\n\n- Other duties as assigned\n"
    )
    assert hidden(text) == [("INC102", 5), ("RSP004", 7), ("RSP004", 13)]


def test_a_row_of_a_table() -> None:
    text = "# Cook\n\n| Who | What |\n|---|---|\n| A salesman | calls | <!-- jdlint: ignore[INC102] -->\n| A salesman | rings |\n"
    assert hidden(text) == [("INC102", 5)]


def test_html_on_one_line() -> None:
    text = (
        "<h1>Cook</h1><p>A salesman calls.</p><!-- jdlint: ignore[INC102] --><ul><li><!-- jdlint: ignore[RSP004] -->"
        "Other duties as assigned</li><li>A salesman rings.</li></ul>"
    )
    assert Counter(code for code, _ in hidden(text, "a.html")) == {"INC102": 1, "RSP004": 1}


def test_plain_text() -> None:
    text = "Cook\n\nDUTIES\n\n- A salesman calls\n#jdlint: ignore[INC102] agreed\n- A salesman rings\n"
    assert hidden(text, "a.txt") == [("INC102", 7)]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("ignore", [("LNT101", "<!-- jdlint: ignore -->")]),
        ("ignore[ALL]", [("LNT101", "ALL")]),
        ("ignore[recommended]", [("LNT101", "recommended")]),
        ("ignroe[INC102]", [("LNT101", "<!-- jdlint: ignroe[INC102] -->")]),
        ("ignore[INC12]", [("LNT102", "INC12")]),
        ("ignore[LNT103]", [("LNT102", "LNT103")]),
        ("ignore[RSP004]", [("LNT103", "RSP004")]),
        ("ignore[INC102, RSP004]", [("LNT103", "RSP004")]),
        ("enable[INC102]", [("LNT103", "INC102")]),
        ("ignore[INC]", []),
        ("ignore[LNG005]", []),  # has not run, so nobody knows
        ("ignore[RSP]", []),
    ],
)
def test_what_is_wrong_with_them(comment: str, expected: list[tuple[str, str]]) -> None:
    assert own(f"# Cook\n\nA salesman calls. <!-- jdlint: {comment} -->\n") == expected


def test_the_nearest_name_is_told() -> None:
    result = jdlint.lint_text("# Cook\n\nA salesman. <!-- jdlint: ignore[gendered-nuon] -->\n", select=RULES)
    assert [f.message for f in result.findings if f.code == "LNT102"] == [
        'no rule, prefix or profile "gendered-nuon"; did you mean "gendered-noun"?'
    ]


TOLD = "# Cook\n\nA salesman calls. {}\n"


@pytest.mark.parametrize(
    ("text", "message", "mended"),
    [
        (
            TOLD.format("<!-- jdlint: ignore[RSP004] -->"),
            "`RSP004` hides no finding here; remove it",
            TOLD.format("").replace(". \n", ".\n"),
        ),
        (
            TOLD.format("<!-- jdlint: ignore[INC102, RSP004] agreed -->"),
            "`RSP004` hides no finding here; remove it",
            TOLD.format("<!-- jdlint: ignore[INC102] agreed -->"),
        ),
        (
            TOLD.format("<!-- jdlint: enable[TTL002] -->"),
            "`TTL002` was not switched off above; remove it",
            TOLD.format("").replace(". \n", ".\n"),
        ),
        (
            '---\njdlint: {ignore: ["INC102", "RSP004"]}\n---\n' + TOLD.format("on"),
            "`RSP004` hides no finding here; remove it",
            None,  # quotes: left to people
        ),
    ],
)
def test_what_is_needless_is_told_and_taken_out(text: str, message: str, mended: str | None) -> None:
    result = jdlint.lint_text(text, path="a.md", select=RULES, as_of=date(2026, 1, 15))
    (found,) = [f for f in result.findings if f.code == "LNT103"]
    assert found.message == message
    assert (apply(text, found.fix.edits) if found.fix else None) == mended
    assert found.fix is None or found.fix.safe


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore", "this names no rule, so it hides nothing"),
        ("ignroe[INC102]", "this is no suppression and hides nothing"),
        ("ignore[ALL]", "`ALL` would hide every finding"),
        ("ignore[LNT103]", "`LNT103` tells of the linter's own work, which no comment can hide"),
        ("ignore[LNT]", "`LNT` tells of the linter's own work, which no comment can hide"),
    ],
)
def test_the_message_tells_what_is_wrong(comment: str, message: str) -> None:
    result = jdlint.lint_text(TOLD.format(f"<!-- jdlint: {comment} -->"), path="a.md", select=RULES, as_of=date(2026, 1, 15))
    (found,) = [f for f in result.findings if f.code.startswith("LNT")]
    assert found.message.startswith(message)


@pytest.mark.parametrize("wrong", ["ALL", "INC12"])
def test_what_stands_beside_a_wrong_name_holds(wrong: str) -> None:
    assert hidden(TOLD.format(f"<!-- jdlint: ignore[{wrong}, INC102] -->")) == [("INC102", 3)]


def test_an_answered_disable_is_in_order() -> None:
    assert own("# Cook\n\n<!-- jdlint: disable[INC102] -->\n\nA salesman calls.\n\n<!-- jdlint: enable[INC102] -->\n\nOn.\n") == []


def test_the_only_rule_that_ran_can_be_needless() -> None:
    assert own(TOLD.format("<!-- jdlint: ignore[RSP004] -->"), select=["RSP004"]) == [("LNT103", "RSP004")]


def test_the_whole_file_from_its_first_character() -> None:
    assert ("TTL002", 1) in hidden("Salesman\n\nYou sell.\n\n#jdlint: ignore-file[TTL002, PAY001]\n", "a.txt")
    assert "PAY001" in {code for code, _ in hidden("Salesman\n\nYou sell.\n\n#jdlint: ignore-file[TTL002, PAY001]\n", "a.txt")}


def test_rules_that_did_not_run_and_those_of_the_linter_itself() -> None:
    def parted(comment: str, code: str, skipped: tuple[str, ...] = ()) -> tuple[int, list[str]]:
        posting = Posting(read(TOLD.format(f"<!-- jdlint: ignore-file[{comment}] -->").encode(), "a.md"), Reading(as_of=date(2026, 1, 15)))
        found = [replace(f, code=code) for f in lint(posting, RULESET).findings if f.code == "INC102"]
        result = suppress(found, posting, RULESET, NAMES, skipped)
        return len(result.hidden), [f.code for f in result.own]

    assert parted("RSP004", "INC102") == (0, ["LNT103"])
    assert parted("RSP004", "INC102", ("RSP004",)) == (0, [])
    assert parted("LN", "LNT900") == (0, [])  # a prefix of both: the linter's own findings stay


def test_a_prefix_of_rules_and_of_the_linters_own_is_needless_where_all_of_them_ran() -> None:
    ruleset = rules_of("LNG", "LNG017")
    posting = Posting(read(TOLD.format("<!-- jdlint: ignore[LN] -->").encode(), "a.md"))
    assert [(f.code, f.match) for f in suppress([], posting, ruleset, NAMES).own] == [("LNT103", "LN")]
    assert suppress([], posting, ruleset, NAMES, ("LNG001",)).own == []


def test_on_the_first_block_what_is_absent_is_hidden_and_the_title_is_not() -> None:
    text = "Hello. <!-- jdlint: ignore[TTL002, PAY001] -->\n\n# Salesman\n\nYou sell boats.\n"
    assert hidden(text) == [("PAY001", 3)]


@pytest.mark.parametrize("comment", ["ignore-file[INC102]", "disable[INC102]"])
def test_the_whole_file_to_its_last_character(comment: str) -> None:
    posting = Posting(read(f"<!-- jdlint: {comment} -->\n\nA salesman calls!".encode(), "a.md"), Reading(as_of=date(2026, 1, 15)))
    (found,) = [f for f in lint(posting, RULESET).findings if f.code == "INC102"]
    end = len(posting.source.text)
    for span in (Span(end - 1, end), Span(end, end)):
        assert suppress([replace(found, span=span)], posting, RULESET, NAMES).kept == []


def test_comments_beside_a_text_are_told_by_their_own_words(documents: Any) -> None:
    """A comment in a Word file is anchored to words that are not its own."""

    def told(comment: str) -> list[tuple[str, str, str, bool]]:
        body = documents.para("We want a ", documents.commented(documents.run("friendly"), 0), " cook.")
        posting = Posting(read(documents.docx(body, comments=(comment,)), "a.docx"), Reading(as_of=date(2026, 1, 15)))
        return [(f.code, f.match, f.message, f.fix is None) for f in suppress([], posting, RULESET, NAMES).own]

    ((code, match, message, alone),) = told("jdlint: ignore[ALL]")
    assert (code, match, alone) == ("LNT101", "friendly", True)
    assert message.startswith("`ALL` would hide every finding")
    assert told("jdlint: ignore[RSP004]") == [("LNT103", "friendly", "`RSP004` hides no finding here; remove it", True)]


def test_what_programs_write_is_not_mended() -> None:
    record = {"title": "Cook", "location": "Leeds", "description": "You cook lunch. " * 20, "jdlint": "ignore[RSP004]"}
    for text, path in ((json.dumps(record), "a.json"), ("".join(f"{k}: {v}\n" for k, v in record.items()), "a.yaml")):
        result = jdlint.lint_text(text, path=path, select=RULES, as_of=date(2026, 1, 15))
        assert [(f.code, f.match, f.fix) for f in result.findings if f.code.startswith("LNT")] == [("LNT103", "RSP004", None)]


def test_a_finding_of_its_own_tells_the_page_or_the_row() -> None:
    document = read(b"One page.\n\nAnother page.\n", "a.txt")

    def place(at: int, **more: Any) -> tuple[int | None, int | None]:
        writer = _Writer(Posting(replace(document, source=replace(document.source, **more))), RULESET)
        writer.add("LNT103", Span(at, at + 1))
        return writer.findings[0].page, writer.findings[0].row

    assert place(2) == (None, None)
    assert (place(2, pages=(0, 11)), place(12, pages=(0, 11))) == ((1, None), (2, None))
    assert place(2, row=7) == (None, 7)


def test_findings_of_its_own_are_counted_up_from_nought() -> None:
    writer = _Writer(Posting(read(b"x x y", "a.md")), RULESET)
    for at in (0, 2, 4):
        writer.add("LNT103", Span(at, at + 1))
    ordinals = [(f.match, next(n for n in range(-9, 9) if fingerprint(f, f.match, n) == f.fingerprint)) for f in writer.findings]
    assert ordinals == [("x", 0), ("x", 1), ("y", 0)]


def test_covers_are_found_by_place() -> None:
    def over(*covered: tuple[int, int], at: tuple[int, int]) -> int:
        covers = [_Cover(_Pick(None, 0, frozenset()), Reach((Span(*span),))) for span in covered]  # type: ignore[arg-type]
        return len(_Covers(covers).over(Span(*at), absent=False))

    assert over((0, 100), (10, 90), (20, 80), at=(50, 51)) == 3
    assert over((0, 100), (10, 20), (30, 40), at=(50, 51)) == 1
    assert over((0, 50), at=(50, 51)) == 0
    assert over((0, 50), at=(49, 60)) == 1
    assert over((50, 50), at=(50, 50)) == 1  # where something is missing
    assert over((50, 60), at=(49, 55)) == 0


def test_a_finding_of_its_own_tells_its_place() -> None:
    text = "# Cook\n\nA salesman calls. <!-- jdlint: ignore[ALL,\nINC12] -->\n\nOn. <!-- jdlint: ignore[INC12] -->\n"
    result = jdlint.lint_text(text, path="jobs/a.md", select=RULES, as_of=date(2026, 1, 15))
    everything, first, second = [f for f in result.findings if f.code.startswith("LNT")]
    assert (everything.code, everything.name, everything.severity, everything.confidence) == (
        "LNT101",
        "unclear-suppression",
        "warning",
        "high",
    )
    assert (everything.line, everything.column, everything.end_line, everything.end_column) == (3, 39, 3, 42)
    assert (everything.path, everything.section, everything.url) == ("jobs/a.md", None, f"{RULE_PAGES}LNT101")
    assert text[slice(*everything.span)] == everything.match == "ALL"
    assert everything.message.startswith("`ALL` would hide every finding")
    assert (first.line, first.column, second.line) == (4, 1, 6)
    assert first.fingerprint != second.fingerprint  # the second of its kind
    assert min(map(len, (everything.fingerprint, first.fingerprint, second.fingerprint))) > 8


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, f"{'x' * 59}…")])
def test_a_message_shows_so_much_of_a_comment(length: int, shown: str) -> None:
    posting = Posting(read(b"y" + b"x" * length, "a.md"))
    writer = _Writer(posting, RULESET)
    writer.add("LNT103", Span(1, 1 + length))
    writer.add("NIX001", Span(0, 1))  # a rule that is not there
    (found,) = writer.findings
    assert found.message == f"`{shown}` hides no finding here; remove it"
    assert found.match == "x" * length


def test_the_settings_weigh_it() -> None:
    ruleset = replace(RULESET, severity={**RULESET.severity, "LNT103": "error"})
    writer = _Writer(Posting(read(b"x", "a.md")), ruleset)
    writer.add("LNT103", Span(0, 1))
    writer.add("LNT101", Span(0, 1))
    assert [f.severity for f in writer.findings] == ["error", "warning"]


RULESET = rules_of(*RULES)
NAMES = Names(lambda text: codes(text, shipped_rules()), ("ALL", "recommended"))
_KINDS = st.sampled_from(["ignore", "disable", "enable", "ignore-file"])
_COMMENTS = st.builds(
    lambda kind, picks: f"<!-- jdlint: {kind}[{', '.join(picks)}] -->", _KINDS, st.lists(st.sampled_from([*RULES, "INC", "X"]))
)
_LINES = st.sampled_from(
    [
        "# Salesman",
        "## Duties",
        "- Other duties as assigned",
        "A salesman calls.",
        "| a salesman | b |",
        "**Pay**",
        "",
        ">",
        "1. The salesman",
    ]
)


@settings(max_examples=150)
@given(
    st.lists(st.tuples(_LINES, st.sampled_from(["{line} {comment}", "{comment}\n{line}", "{line}", "{line}\n\n"]), _COMMENTS), max_size=8)
)
def test_no_finding_is_lost(rows: list[tuple[str, str, str]]) -> None:
    text = "Cook\n" + "\n".join(form.format(line=line, comment=comment) for line, form, comment in rows)
    posting = Posting(read(text.encode(), "a.md"), Reading(as_of=date(2026, 1, 15)))
    found = lint(posting, RULESET).findings
    parted = suppress(found, posting, RULESET, NAMES)
    assert Counter(f.fingerprint for f in (*parted.kept, *parted.hidden)) == Counter(f.fingerprint for f in found)
    assert parted.kept == [f for f in found if f not in parted.hidden]
    assert all(f.code.startswith("LNT1") for f in parted.own)


def test_steps_grow_with_the_text_and_no_faster(steps: Callable[[Callable[[], object]], int]) -> None:
    def taken(number: int) -> int:
        text = "# Cook\n\n" + "A salesman calls. <!-- jdlint: ignore[INC102] -->\n\n" * number
        posting = Posting(read(text.encode(), "a.md"), Reading(as_of=date(2026, 1, 15)))
        one = replace(lint(Posting(read(b"# Cook", "a.md")), RULESET).findings[0], code="INC102", match="x")
        found = [replace(one, span=b.span) for b in posting.blocks[1:]]
        assert len(suppress(found, posting, RULESET, NAMES).hidden) == number  # what is worked out once a posting is there by then
        return steps(lambda: suppress(found, posting, RULESET, NAMES))

    assert taken(2000) < 5 * taken(500)
