"""The body recut: which lines are headings or labels, and that nothing is lost or moved by it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.posting.model import Block, Reading
from jdlint.posting.outline import outline
from jdlint.readers import read

READING = Reading(as_of=date(2026, 1, 15))


def recut(text: str, name: str = "post.md") -> tuple[Block, ...]:
    return outline(read(text.encode(), name), READING)


def headings(text: str, name: str = "post.md") -> list[tuple[str, str]]:
    return [(b.text, b.marked) for b in recut(text, name) if b.kind == "heading"]


def labels(text: str, name: str = "post.md") -> list[tuple[str, str]]:
    """Each run-in label and its value."""
    blocks = [b for b in recut(text, name) if b.label_end and b.kind != "cell"]
    return [(b.text[: b.label_end].strip(" \xa0:—–-\n"), b.text[b.label_end :]) for b in blocks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Duties\n\n- Bake bread", [("Duties", "markup")]),
        ("**Duties**\n\n- Bake bread", [("Duties", "bold")]),
        ("**Your duties here\n\n- Bake bread", [("**Your duties here", "bold")]),
        ("__What you bring\n\n- Rye", [("__What you bring", "bold")]),
        ("**Duties:**\n- Bake bread", [("Duties:", "bold")]),
        ("**Duties**:\n\nYou bake bread.", [("Duties:", "bold")]),
        ("About this role\n\nYou bake our bread.", [("About this role", "plain")]),
        ("You have…\n\n- A steady hand", [("You have…", "plain")]),
        ("Your duties:\n\n- Bake bread", [("Your duties:", "colon")]),
        ("Here is what you will do:\n\n- Bake bread", [("Here is what you will do:", "colon")]),
        ("What you need to bring along:\n- A steady hand", [("What you need to bring along:", "colon")]),
        ("ABOUT YOU\n\nYou rise early.", [("ABOUT YOU", "caps")]),
        ("We bake at night.\n\nHow to apply\n\nCall us.", [("How to apply", "plain")]),
        ("**Benefits**\nA loaf a day.", [("Benefits", "bold")]),
        ("Benefits\nA loaf a day.", [("Benefits", "plain")]),
        ("A bakery in Leeds.\nBenefits\nA loaf a day.", [("Benefits", "plain")]),
        ("- **Requirements**\n  - A steady hand\n  - Two years in a bakery", [("Requirements", "bold")]),
        ("<p>About us<br>We bake.</p>", [("About us", "plain")]),
        ("What you'll bring to our ovens\n\nA steady hand.", [("What you'll bring to our ovens", "plain")]),
        ("Bakery Night Shift Duties\n\n- Bake bread", [("Bakery Night Shift Duties", "plain")]),
        ("What are the duties of a baker?\n\nBread.", [("What are the duties of a baker?", "plain")]),
    ],
)
def test_headings_however_they_are_marked(text: str, found: list[tuple[str, str]]) -> None:
    assert headings(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We bake bread for schools and hospitals.",
        "**We bake bread for schools, hospitals and everyone else in the whole of the north.**",
        "You will bake bread.",
        "The team and its\nbenefits\nfor every baker.",
        "Our bakers work with the\nRequirements team on new kinds of bread\nand on cakes.",
        "Bring along, if you can find it in the drawer, a copy of each of the following papers:\n\n- A licence",
        "**Full-time.**\n\nA loaf a day.",
        "- Benefits\n- Bread",
        "Flour\n\nYeast\n\nSalt",
        "WE ARE HIRING BAKERS FOR OUR NEW SHOP IN THE MIDDLE OF LEEDS!",
        "$20 an hour\n\nBread",
        "**4.5–6 per hour**\n\nBread",
        "Benefits",
        "You have three years in a bakery\n\nYou love rye bread\n\nYou rise early",
        "We offer a loaf a day\n\nWe offer cake on Fridays\n\nBread",
        "Leeds | £13 an hour | Nights\n\nBread",
        "Health insurance\n\nPaid holidays\n\nTime off for bread",
        "Driving licence\n\nBackground check\n\nReferences\n\nBread",
        "**Leeds | £13 an hour**\n\nBread",
    ],
)
def test_text_that_is_no_heading(text: str) -> None:
    assert headings(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Salary: $20 an hour", [("Salary", "$20 an hour")]),
        ("**Salary:** $20 an hour", [("Salary", "$20 an hour")]),
        ("**Salary**: $20 an hour", [("Salary", "$20 an hour")]),
        ("Salary: \xa0 $20 an hour", [("Salary", "$20 an hour")]),
        ("**Salary:**\xa0$20 an hour", [("Salary", "$20 an hour")]),
        ("**Reports to** — Head of Care", [("Reports to", "Head of Care")]),
        ("**Location** Denver", [("Location", "Denver")]),
        ("- Hours: 20 a week", [("Hours", "20 a week")]),
        ("Location: Leeds\nSalary: £13 an hour", [("Location", "Leeds"), ("Salary", "£13 an hour")]),
        ("Location: Leeds<br>Salary: £13 an hour", [("Location", "Leeds"), ("Salary", "£13 an hour")]),
        ("Location: Leeds  \nOven: Number 3  \nHours: 20", [("Location", "Leeds"), ("Oven", "Number 3"), ("Hours", "20")]),
        ("Closing date – 3 March", [("Closing date", "3 March")]),
        ("**Pay** — £13–£15 an hour\n\nBread.", [("Pay", "£13–£15 an hour")]),
        ("**Pay: £13 an hour**\n\nBread.", [("Pay", "£13 an hour")]),
        ("**Location**\nLeeds", [("Location", "Leeds")]),
        ("**Location:**<br>Leeds<br>**Salary:**<br>£13 an hour", [("Location", "Leeds"), ("Salary", "£13 an hour")]),
        ("📍 Location: Leeds", [("📍 Location", "Leeds")]),
        ("Type: Full-time", [("Type", "Full-time")]),
        ("Salary: £13\nWe pay it each Friday.", [("Salary", "£13")]),
        ("### Location: Leeds\n\n#### Closing date: 3 March", [("Location", "Leeds"), ("Closing date", "3 March")]),
        ("## Requirements: what you bring", []),
        ("## Pay - a word on it", []),
    ],
)
def test_run_in_labels(text: str, found: list[tuple[str, str]]) -> None:
    assert labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Our goal: bread for everyone.",
        "Note: the bakery is shut on Sundays.",
        "Please note: the salary is reviewed each year.",
        "The oven opens at 5:30 and shuts at noon.",
        "See https://example.org/jobs for more.",
        "One thing is sure: you will like our bread.",
        "Monday to Friday 8:00 am to 5:00 pm",
        "Bread, cake, pie: you will bake them all, day in, day out, with the rest of our bakers in the old hall.",
    ],
)
def test_prose_with_a_colon_is_no_label(text: str) -> None:
    assert labels(text) == []


def test_a_row_of_a_table_has_its_label_in_the_first_cell() -> None:
    blocks = recut("| Salary | £13 an hour |\n|---|---|\n| Oven | Number 3 |\n| Hours | 20 |")
    assert [(b.text, b.label_end == len(b.text)) for b in blocks] == [
        ("Salary", True), ("£13 an hour", False), ("Oven", True), ("Number 3", False), ("Hours", True), ("20", False),
    ]  # fmt: skip


def test_a_first_row_of_labels_heads_its_columns() -> None:
    blocks = recut("| Location | Salary |\n|---|---|\n| Leeds | £13 an hour |\n| York | £14 an hour |")
    assert [b.text for b in blocks if b.label_end] == ["Location", "Salary"]


def test_rows_of_labels_and_of_values_may_take_turns() -> None:
    rows = [("Job Function", "Location"), ("Kitchen", "UK - Leeds"), ("Job Code", "Shift"), ("4711", "Nights")]
    page = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    blocks = recut(f"<h1>Cook</h1><table>{page}</table>", "post.html")
    assert [b.text for b in blocks if b.label_end] == ["Job Function", "Location", "Job Code", "Shift"]
    assert [(b.text, b.row) for b in blocks if b.kind == "cell" and b.group == blocks[1].group] == [
        ("Job Function", 0), ("Location", 0), ("Kitchen", 1), ("UK - Leeds", 1),
    ]  # fmt: skip


def test_a_cell_with_a_colon_labels_the_one_beside_it() -> None:
    rows = [("Back", "Oven:", "Number 3"), ("Line cook in charge:", "Ann Smith", ""), ("(from May):", "£13", "")]
    page = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows)
    blocks = recut(f"<h1>Cook</h1><table>{page}</table>", "post.html")
    assert [b.text for b in blocks if b.label_end] == ["Oven:", "Line cook in charge:"]


def test_a_definition_list_is_read_as_labels() -> None:
    blocks = recut("<dl><dt>Location</dt><dd>Leeds</dd><dt>Hours</dt><dd>20 a week</dd></dl>", "post.html")
    assert [b.text for b in blocks if b.label_end] == ["Location", "Hours"]


def test_bare_words_in_a_row_are_a_list() -> None:
    assert headings("Integrity\n\nInclusivity\n\nAccountability\n\nPatience", "post.txt") == []
    spaced = headings("Cook two\n\nJob description\n\nRequired qualifications\n\nA diploma in cooking for large kitchens.", "post.txt")
    assert [t for t, _ in spaced] == ["Job description", "Required qualifications"]
    assert [t for t, _ in headings("Location\n\nLeeds\n\nSalary\n\nHigh\n\nBread", "post.txt")] == ["Location", "Salary"]


def test_numbered_lines_that_stand_alone_are_headings() -> None:
    parts = "1. Purpose of the post\n\nTo bake.\n\n2. Main duties\n\n- Bake\n- Sweep\n\n3. Oven licence\n\nAsk us.\n"
    assert [t for t, _ in headings(parts, "post.txt")] == ["Purpose of the post", "Main duties", "Oven licence"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Benefits\n2. Duties\n3. Salary\n\nBread",  # a list
        "1. Application\n\nYou write to us.\n\n2. Interview\n\nWe talk.\n\n3. Offer\n\nYou start.",  # steps
        "1. Flour\n\nFine.\n\n2. Yeast\n\nFresh.\n",
        "1. Main duties\n\nYou bake.\n",  # one alone
    ],
)
def test_other_numbered_lines_are_none(text: str) -> None:
    assert not any(t[:1] in "BDAIOFYM" for t, _ in headings(text, "post.txt"))


def test_links_and_bold_stay_with_their_line() -> None:
    blocks = recut("Location: [Leeds](https://example.org/leeds)\nSalary: **£13** an hour")
    assert [(b.text[k.start : k.end], k.href) for b in blocks for k in b.links] == [("Leeds", "https://example.org/leeds")]
    assert [b.text[start:end] for b in blocks for start, end in b.bold] == ["£13"]


LINES = st.sampled_from(
    [
        "Duties",
        "**About you**",
        "Salary: £13",
        "**Hours:** 20 a week",
        "- Bake bread",
        "  - Rye bread",
        "We bake bread.",
        "ABOUT US",
        "",
        "",
        "| Salary | £13 |",
        "|---|---|\n| Hours | 20 |",
        "## Requirements",
        "You will:",
        "Note: bring *salt*.",
        "a line\nthat goes on",
        "• Bread",
        "Tea &amp",
        " cake<br>",
        "> quoted: text",
        "1. First",
        "Integrity\nInclusivity",
        "Émigré — naïve café",
        "\xa0",
        "*",
        "Oven: 3  ",
    ]
)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=12), st.sampled_from(["post.md", "post.txt", "post.html"]))
def test_no_text_is_lost_and_positions_hold(lines: list[str], name: str) -> None:
    document = read("\n".join(["Baker", *lines]).encode(), name)
    blocks = outline(document, READING)
    assert "".join("".join(b.text for b in document.blocks).split()) == "".join("".join(b.text for b in blocks).split())
    source = document.source.text
    for block in blocks:
        assert 0 <= block.label_end <= len(block.text)
        for at, letter in enumerate(block.text):
            start, end = block.mapped.span(at, at + 1)
            if letter.isalnum() and end - start == 1:
                assert source[start] == letter
        assert all(0 <= k.start <= k.end <= len(block.text) for k in block.links)
        assert all(0 <= start <= end <= len(block.text) for start, end in block.bold)
    starts = [b.span.start for b in blocks]
    assert starts == sorted(starts)


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
def test_any_text_is_read(text: str) -> None:
    blocks = recut(f"Baker\n{text}", "post.txt")
    assert all(b.text.strip() or b.kind == "code" for b in blocks)
