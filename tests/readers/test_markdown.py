"""Markdown to blocks."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.posting.model import Block, Document
from jdlint.readers import read


def document(text: str, path: str = "a.md") -> Document:
    return read(text.encode(), path)


def shape(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document(text, path).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Chef #\n\nCook.", [("heading", "Chef"), ("paragraph", "Cook.")]),
        ("Chef\n====\n\nDuties\n------\nCook.", [("heading", "Chef"), ("heading", "Duties"), ("paragraph", "Cook.")]),
        ("Cook daily\nand well.\n---\nMore.", [("paragraph", "Cook daily\nand well."), ("paragraph", "More.")]),
        ("One  \ntwo\\\nthree\nfour", [("paragraph", "One\ntwo\nthree\nfour")]),
        ("a<br>b<br/>c", [("paragraph", "a\nb\nc")]),
        ("- [ ] Cook\n- [x] Wash", [("item", "Cook"), ("item", "Wash")]),
        ("- Cook\n\n  daily\n\n  > fresh", [("item", "Cook"), ("paragraph", "daily"), ("quote", "fresh")]),
        ("- Cook\n  1. soup\n- Wash", [("item", "Cook"), ("item", "soup"), ("item", "Wash")]),
        ("> # Said\n> - so", [("heading", "Said"), ("item", "so")]),
        ("```yaml\na: b\n```", [("code", "a: b")]),
        ("See ![a plate](p.png) `code`.", [("paragraph", "See  code.")]),
        ("[![Apply now](a.png)](/apply)", [("paragraph", "Apply now")]),
        ("One<br><br>\ntwo", [("paragraph", "One"), ("paragraph", "two")]),
        ("Pay ~~$10~~ $12", [("paragraph", "Pay  $12")]),
        ("Text[^1].\n\n[^1]: Note.", [("paragraph", "Text."), ("paragraph", "Note.")]),
        ("Pay\n: $12", [("cell", "Pay"), ("cell", "$12")]),
        ("<!-- **note**\n\n# no -->\n\nYes<!-- no -->.", [("paragraph", "Yes.")]),
        ("Pay is $10,000 - $20,000 a year; $5 off", [("paragraph", "Pay is $10,000 - $20,000 a year; $5 off")]),
        ("<details><summary>Benefits</summary>\n\n- Lunch\n\n</details>", [("paragraph", "Benefits"), ("item", "Lunch")]),
        ("<ul>\n<li>One</li>\n\n<li>Two</li>\n</ul>\n\nEnd", [("item", "One"), ("item", "Two"), ("paragraph", "End")]),
        ('<div style="display:none">\n\n# Hidden\n\n</div>\n\nShown', [("paragraph", "Shown")]),
        (
            "# {job title}\n\nAt <Company Name> in {{ city }}.",
            [("heading", "{job title}"), ("paragraph", "At <Company Name> in {{ city }}.")],
        ),
        ("<Company Name>\n\nAt", [("paragraph", "<Company Name>"), ("paragraph", "At")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


def test_levels_groups_and_order_of_lists() -> None:
    blocks = document("- a\n  - b\n- c\n\ntext\n\n1. d").blocks
    items = [(b.text, b.level, b.ordered) for b in blocks if b.kind == "item"]
    assert items == [("a", 1, False), ("b", 2, False), ("c", 1, False), ("d", 1, True)]
    assert blocks[0].group == blocks[2].group
    assert len({blocks[0].group, blocks[1].group, blocks[4].group}) == 3


def test_cells_know_their_place() -> None:
    blocks = document("| Fact | Value |\n|---|---|\n| Pay | a \\| **b** |\n| | c |").blocks
    assert [(b.text, b.row, b.column, b.header) for b in blocks] == [
        ("Fact", 0, 0, True), ("Value", 0, 1, True), ("Pay", 1, 0, False), ("a | b", 1, 1, False), ("c", 2, 1, False),
    ]  # fmt: skip
    assert len({b.group for b in blocks}) == 1


def test_quotes_mark_what_is_inside() -> None:
    assert [(b.kind, b.quoted) for b in document("> said\n>\n> - so\n\nown").blocks] == [
        ("quote", True),
        ("item", True),
        ("paragraph", False),
    ]


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**Duties**", ((0, 6),)),
        ("**Pay:** $5", ((0, 4),)),
        ("<b>Pay</b> <strong>now</strong> x", ((0, 7),)),
        ("a __b__ c", ((2, 3),)),
        ("*a*", ()),
    ],
)
def test_bold(text: str, bold: tuple[tuple[int, int], ...]) -> None:
    assert document(text).blocks[0].bold == bold


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[Apply](https://a.example/x) now", [("Apply", "https://a.example/x")]),
        ("[Apply][r]\n\n[r]: /jobs", [("Apply", "/jobs")]),
        ("<https://a.example> or <me@a.example>", [("https://a.example", "https://a.example"), ("me@a.example", "mailto:me@a.example")]),
        ("At https://a.example/b_(c), yes", [("https://a.example/b_(c)", "https://a.example/b_(c)")]),
        ("(or www.b.example).", [("www.b.example", "https://www.b.example")]),
        ("Write to jobs@a.example.", [("jobs@a.example", "mailto:jobs@a.example")]),
        ('<a href="x&amp;y">go</a>', [("go", "x&y")]),
        ("[me@a.example](mailto:me@a.example)", [("me@a.example", "mailto:me@a.example")]),
        ("[Apply]({{ site.url }}/jobs)", [("Apply", "{{ site.url }}/jobs")]),
        ("[Apply]({% link jobs/chef.md %})", [("Apply", "{% link jobs/chef.md %}")]),
    ],
)  # fmt: skip
def test_links(text: str, links: list[tuple[str, str]]) -> None:
    block = document(text).blocks[0]
    assert [(block.text[k.start : k.end], k.href) for k in block.links] == links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{% include head.html %}\n\nText\n{: .lead}\n\n{{< figure src="x" >}}', ["Text"]),
        ("{% comment %}\n**No** {% include x %}\n{% endcomment ---- %}\nText", ["Text"]),
        ('Job: {{ page.title }} ({{ "x" | upcase }})', ["Job:  ()"]),
        ('Pay: {% include pay.html min="$10" max="$20" class="x" %}', ["Pay:  $10 $20"]),
        ("{{ company_name }} hires {{name}}", ["{{ company_name }} hires {{name}}"]),
        ("## Duties {#duties}\n\nWash {: .x }", ["Duties", "Wash"]),
        ("A {{ b\n\nC {% d", ["A {{ b", "C {% d"]),
    ],
)
def test_site_machinery_is_no_text(text: str, expected: list[str]) -> None:
    assert [b.text for b in document(text).blocks] == expected


def test_code_ends_at_a_lone_carriage_return() -> None:
    assert shape("    code\r\rText\r\r# Chef") == [("code", "code"), ("paragraph", "Text"), ("heading", "Chef")]


def test_template_code_is_no_part_of_code() -> None:
    assert shape("```\na: {{ page.x }}\nb\n```") == [("code", "b")]


def test_mdx_imports_are_no_text() -> None:
    code = "import Note from './note'\nimport {\n  A\n} from 'a'\n\nexport const x = 1\n\n"
    text = code + '# Chef\n\n<Note type="x">Cook.</Note> {/* no */}'
    assert [b.text for b in document(text, "a.mdx").blocks] == ["Chef", "Cook."]
    assert shape("import goods daily")[0] == ("paragraph", "import goods daily")


def test_structured_data_in_markdown() -> None:
    text = '# Chef\n\n<script type="application/ld+json">\n{"@type": "JobPosting"}\n</script>\n'
    (job,) = document(text).structured.postings
    assert text[slice(*job.span)] == '{"@type": "JobPosting"}'


def test_headings_say_that_they_are_marked_up() -> None:
    blocks: tuple[Block, ...] = document("## Duties").blocks
    got: Any = [(b.level, b.marked) for b in blocks]
    assert got == [(2, "markup")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("##Duties\n* Bake\n", [("heading", "Duties"), ("item", "Bake")]),
        ("###To Apply###\nWrite to us.\n", [("heading", "To Apply"), ("paragraph", "Write to us.")]),
        ("Bread\n##Hours:##\nMornings", [("paragraph", "Bread"), ("heading", "Hours:"), ("paragraph", "Mornings")]),
        ("#hiring #bakers", [("paragraph", "#hiring #bakers")]),
        ("We like ##rye", [("paragraph", "We like ##rye")]),
        ("##1 in town", [("paragraph", "##1 in town")]),
        ("```\n##Duties\n```", [("code", "##Duties")]),
    ],
)
def test_headings_with_no_space_behind_their_marks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


def test_such_a_heading_has_its_level_and_its_place() -> None:
    blocks = document("---\ntitle: Baker\n---\n\n# Baker\n\n##Duties##\n\n## Pay\n").blocks
    assert [(b.level, b.span.start) for b in blocks if b.kind == "heading"] == [(1, 24), (2, 33), (2, 46)]
