"""Suppressions are found where they speak to us, and are no text of the posting."""

from __future__ import annotations

import pytest

from jdlint.posting.model import Document
from jdlint.readers import read


def told(document: Document) -> list[tuple[str, str, list[str], str]]:
    """The directives, and that each place is exact."""
    text = document.source.text
    for directive in document.directives:
        assert all(text[slice(*span)] == code for code, span in directive.codes)
    return [(d.kind, d.form, [code for code, _ in d.codes], text[slice(*d.span)]) for d in document.directives]


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks]


@pytest.mark.parametrize(
    ("comment", "kind", "codes"),
    [
        ("<!-- jdlint: ignore[INC102] the client's words -->", "ignore", ["INC102"]),
        ("<!--jdlint:ignore[INC102,REQ]-->", "ignore", ["INC102", "REQ"]),
        ("<!-- jdlint: disable[ vague-duty , PAY ] -->", "disable", ["vague-duty", "PAY"]),
        ("<!-- jdlint: enable[PAY] -->", "enable", ["PAY"]),
        ("<!-- jdlint: ignore-file[PAY001] -->", "ignore-file", ["PAY001"]),
        ("<!-- jdlint:\n ignore[PAY001,\n PAY002] -->", "ignore", ["PAY001", "PAY002"]),
        ("<!-- jdlint: ignore -->", "ignore", []),
        ("<!-- jdlint: ignore[] -->", "ignore", []),
        ("<!-- jdlint: ignored[PAY] -->", "", []),
        ("<!-- jdlint: -->", "", []),
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_comments(comment: str, kind: str, codes: list[str], path: str) -> None:
    document = read(f"<p>You café {comment} cook.</p>\n".encode(), path)
    assert told(document) == [(kind, "comment", codes, comment)]
    assert " ".join(texts(document)[0].split()) == "You café cook."


def test_mdx_has_comments_of_its_own() -> None:
    document = read(b"You cook.\n\n{/* jdlint: ignore[PAY] */}\n\nYou serve.\n", "a.mdx")
    assert told(document) == [("ignore", "comment", ["PAY"], "{/* jdlint: ignore[PAY] */}")]
    assert texts(document) == ["You cook.", "You serve."]


def test_what_is_shown_as_code_is_no_directive() -> None:
    text = (
        "Write `<!-- jdlint: ignore[A] -->` here.\n\n```html\n<!-- jdlint: disable[B] -->\n```\n\n<!-- a note on jdlint: see the wiki -->\n"
    )
    assert told(read(text.encode(), "a.md")) == []


def test_a_comment_after_a_row_is_found() -> None:
    text = "| Duty | Day |\n|---|---|\n| Soup | Monday | <!-- jdlint: ignore[PAY] -->\n"
    assert [row[2] for row in told(read(text.encode(), "a.md"))] == [["PAY"]]


def test_lines_of_plain_text() -> None:
    document = read(b"#jdlint: ignore[TTL] agreed\r\nCook\r\n\r\nYou cook\r\n  # jdlint: ignore[PAY]\r\nevery day.\r\n", "a.txt")
    assert told(document) == [
        ("ignore", "line", ["TTL"], "#jdlint: ignore[TTL] agreed"),
        ("ignore", "line", ["PAY"], "# jdlint: ignore[PAY]"),
    ]
    assert not any("jdlint" in text for text in texts(document))


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: Cook\njdlint: {ignore: [PAY, "STR003"]}\n---\n',
        "---\ntitle: Cook\njdlint:\n  ignore-file:\n    - PAY\n    - STR003\n  reason: the client asked for it\n---\n",
        "---\ntitle: Cook\njdlint: ignore-file[PAY, STR003] the client asked for it\n---\n",
        '---\ntitle: Cook\njdlint: {ignore: "PAY, STR003"}\n---\n',
        '+++\ntitle = "Cook"\n[jdlint]\nignore = ["PAY", "STR003"]\n+++\n',
        '{"title": "Cook", "jdlint": {"ignore": ["PAY", "STR003"]}}\n',
    ],
)
def test_the_key_in_front_matter(front: str) -> None:
    document = read(f"{front}You cook.\n".encode(), "a.md")
    assert [row[:3] for row in told(document)] == [("ignore-file", "field", ["PAY", "STR003"])]
    assert [f.key for f in document.fields] == ["title"]


@pytest.mark.parametrize(("value", "kind"), [("", "ignore-file"), ("{ignore: }", "ignore-file"), ("{ingore: [PAY]}", ""), ("PAY", "")])
def test_a_key_that_names_no_rule_or_is_mistyped(value: str, kind: str) -> None:
    document = read(f"---\ntitle: Cook\njdlint: {value}\n---\nYou cook.\n".encode(), "a.md")
    assert [row[:3] for row in told(document)] == [(kind, "field", [])]
