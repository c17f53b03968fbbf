"""What a fix writes reads as what was meant, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.engine.written import written
from jdlint.posting.model import Excerpt
from jdlint.readers import read

_TEXT = st.text(st.sampled_from(list("ab1 &<>*_`[]#+-=.)|~\\;:!()é")), min_size=1, max_size=12).filter(
    lambda t: t == t.strip() and "  " not in t
)


@settings(max_examples=300)
@given(_TEXT, st.sampled_from(["a.md", "a.html", "a.txt"]), st.sampled_from(["X", "word X word", "X word", "word X"]))
def test_it_is_read_as_it_was_meant(text: str, path: str, frame: str) -> None:
    shape = {"a.md": "# Cook\n\n{}\n", "a.html": "<p>Cook</p><p>{}</p>", "a.txt": "Cook\n\n{}\n"}[path]
    if path == "a.txt" and frame.startswith("X"):
        return  # a sign at the start of a line is plain text's own markup, and no fix writes one
    document = read(shape.format(frame).encode(), path)
    block = document.blocks[-1]
    at = Excerpt(block, frame.index("X"), frame.index("X") + 1)
    put = written(text, at, document.format)
    assert put is not None
    source = document.source.text
    again = read((source[: at.span.start] + put + source[at.span.end :]).encode(), path)
    assert [b.text for b in again.blocks] == ["Cook", frame.replace("X", text)]
    assert [b.kind for b in again.blocks] == [b.kind for b in document.blocks]


@pytest.mark.parametrize(("value", "new", "expected"), [
    ("Cook", "Chef", "Chef"), ("Cook", "Chef (day)", "Chef (day)"), ("Cook", "Chef: day", None), ("Cook", "Chef #1", None),
    ("'Cook'", "Baker's man", None), ("[Cook]", "Chef, baker", None), ("Cook", "", None), ("Cook", "- Chef", None),
])  # fmt: skip
def test_a_value_of_front_matter_takes_plain_words_only(value: str, new: str, expected: str | None) -> None:
    document = read(f"---\ntitle: {value}\n---\nYou cook.\n".encode(), "a.md")
    assert written(new, Excerpt.whole(document.fields[0].block), "md") == expected


def test_a_bar_in_a_cell() -> None:
    document = read(b"| a | X |\n|---|---|\n| c | d |\n", "a.md")
    assert written("e|f", Excerpt.whole(document.blocks[1]), "md") == "e&#124;f"
    assert written("e|f", Excerpt.whole(read(b"X\n", "a.md").blocks[0]), "md") == "e|f"


def test_no_line_ends_and_no_format_without_lines() -> None:
    at = Excerpt.whole(read(b"X\n", "a.md").blocks[0])
    assert written("a\nb", at, "md") is None
    assert written("a", at, "docx") is None
