"""Plain text to blocks."""

from __future__ import annotations

import pytest

from jdlint.readers import read

_WRAPPED = (
    "We run a small kitchen near the harbour and we look for a cook\nwho likes early mornings and who can plan the week's meals with\n"
    "the rest of the team.\n\nLocation: Cork\nPay: EUR 15 an hour\n"
)

_SHOUT = "THE KITCHEN IS OPEN TO ALL AND WE HIRE EVERYBODY WHATEVER THEIR AGE\nOR ORIGIN OR FAITH, AS THE LAW ASKS AND AS WE WISH TO ANYWAY"


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text.encode(), "a.txt").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DUTIES\nCook.", [("heading", "DUTIES"), ("paragraph", "Cook.")]),
        ("Start date\n\nASAP\n\nCook.", [("paragraph", "Start date"), ("paragraph", "ASAP"), ("paragraph", "Cook.")]),
        ("WHAT WE OFFER:\n- Lunch", [("heading", "WHAT WE OFFER:"), ("item", "Lunch")]),
        ("=== Job details ===\n\nTitle: Chef", [("heading", "Job details"), ("paragraph", "Title: Chef")]),
        ("Chef\n====\nDuties\n------\nCook.", [("heading", "Chef"), ("heading", "Duties"), ("paragraph", "Cook.")]),
        ("## Duties\nCook.", [("heading", "Duties"), ("paragraph", "Cook.")]),
        ("Cook.\n\n--------\n\nWash.", [("paragraph", "Cook."), ("paragraph", "Wash.")]),
        ("JOB TYPE: FULL-TIME", [("paragraph", "JOB TYPE: FULL-TIME")]),
        ("Place\nUSA", [("paragraph", "Place"), ("paragraph", "USA")]),
        ("#jdlint: ignore[PAY001] set by law\nCook.", [("paragraph", "Cook.")]),
        ("Duties:\n• Cook\n· Wash\n▪ Serve", [("paragraph", "Duties:"), ("item", "Cook"), ("item", "Wash"), ("item", "Serve")]),
        ("\uf0b7 Shop\n– Clean\n* Lock", [("item", "Shop"), ("item", "Clean"), ("item", "Lock")]),
        ("1. Cook\n2) Wash\n(a) Pots\nb) Pans", [("item", "Cook"), ("item", "Wash"), ("item", "Pots"), ("item", "Pans")]),
        ("-Cook\n-Wash\n--\n-5 degrees", [("item", "Cook"), ("item", "Wash"), ("paragraph", "--"), ("paragraph", "-5 degrees")]),
        ("- Cook the\n  meals\n\n- Wash", [("item", "Cook the\nmeals"), ("item", "Wash")]),
        ("-\nCook\n-\nWash", [("item", "Cook"), ("item", "Wash")]),
        ("Name\tChef\nPlace\tCork", [("paragraph", "Name\tChef"), ("paragraph", "Place\tCork")]),
        ("| Pay | $5 |\n|---|---|\nEnd", [("cell", "Pay"), ("cell", "$5"), ("paragraph", "End")]),
        ("| A |\nB\n|\nC", [("cell", "A"), ("cell", "B"), ("paragraph", "C")]),
        (_SHOUT, [("paragraph", _SHOUT)]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


def test_wrapped_lines_are_one_paragraph_and_labels_stand_alone() -> None:
    assert [(kind, text.count("\n")) for kind, text in shape(_WRAPPED)] == [("paragraph", 2), ("paragraph", 0), ("paragraph", 0)]


def test_wrapped_items_go_on_without_indentation() -> None:
    text = _WRAPPED + "\n- Plan the menu with the owner and order what is needed from the\nmarket\n- Wash\n"
    assert [t for kind, t in shape(text) if kind == "item"] == [
        "Plan the menu with the owner and order what is needed from the\nmarket",
        "Wash",
    ]


def test_long_lines_are_a_paragraph_each() -> None:
    line = "We run a small kitchen near the harbour, and " * 4 + "we look for a cook."
    assert shape(f"{line}\n{line}\nDuties\n{line}") == [("paragraph", t) for t in (line, line, "Duties", line)]


def test_depth_and_groups_of_items() -> None:
    blocks = read("• a\n  - b\n    - c\n• d\ntext\n• e\no f\n• g\n".encode(), "a.txt").blocks
    items = [b for b in blocks if b.kind == "item"]
    assert [(b.text, b.level) for b in items] == [("a", 1), ("b", 2), ("c", 3), ("d", 1), ("e", 1), ("f", 2), ("g", 1)]
    assert items[0].group == items[3].group != items[4].group == items[6].group


def test_headings_say_how_they_are_marked() -> None:
    blocks = read(b"CHEF\n\nDuties\n======\nCook.\n\n=== More ===\n\n# Last", "a.txt").blocks
    assert [b.marked for b in blocks if b.kind == "heading"] == ["caps", "underline", "underline", "markup"]


def test_rows_and_links() -> None:
    blocks = read(b"| Pay | $5 |\n|---|---|\n| Apply | a.example@b.example |\n", "a.txt").blocks
    assert [(b.row, b.column, b.header) for b in blocks] == [(0, 0, True), (0, 1, True), (1, 0, False), (1, 1, False)]
    assert blocks[3].links[0].href == "mailto:a.example@b.example"


def test_a_posting_of_the_usual_shape() -> None:
    text = (
        "Night Nurse\n\nPlace: Leeds\n\nABOUT THE JOB\nCare for twelve people.\n\nWHAT YOU DO\n  * Hand out medicine\n  * Keep the notes\n"
    )
    assert [kind for kind, _ in shape(text)] == ["paragraph", "paragraph", "heading", "paragraph", "heading", "item", "item"]
