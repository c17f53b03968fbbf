"""Lists typed by hand into paragraphs."""

from __future__ import annotations

import pytest

from jdlint.readers import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We offer:\n• lunch\n• a bus\npass", [("paragraph", "We offer:"), ("item", "lunch"), ("item", "a bus\npass")]),
        ("1\\. Cook\n\n2\\. Wash", [("item", "Cook"), ("item", "Wash")]),
        ("\\- Cook\n\n\\- Wash", [("item", "Cook"), ("item", "Wash")]),
        ("**1\\. The job**\n\nCook.", [("paragraph", "1. The job"), ("paragraph", "Cook.")]),
        ("\\- Cook alone", [("paragraph", "- Cook alone")]),
        ("Open 5–7\n– 8", [("paragraph", "Open 5–7\n– 8")]),
        ("<p>&bull; Cook<br>&bull; Wash</p>", [("item", "Cook"), ("item", "Wash")]),
        ("a) Cook\nb) Wash", [("item", "Cook"), ("item", "Wash")]),
    ],
)
def test_typed_lists(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(b.kind, b.text) for b in read(text.encode(), "a.md").blocks] == expected


def test_links_and_bold_move_along() -> None:
    block = read("• **Cook** at [home](x)\n• **Wash** [here](y)".encode(), "a.md").blocks[1]
    assert (block.text, block.bold, [(k.start, k.href) for k in block.links]) == ("Wash here", ((0, 4),), [(5, "y")])


def test_a_typed_list_is_one_group() -> None:
    blocks = read("- a\n\ntext\n\n• b\n\n• c\n\ntext\n\n• d".encode(), "a.md").blocks
    groups = [b.group for b in blocks if b.kind == "item"]
    assert groups[1] == groups[2]
    assert len(set(groups)) == 3
