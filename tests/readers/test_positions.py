"""Whatever the input: every piece points at what it was read from, blocks come in order, and nothing crashes."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import exact

from jdlint.readers import InputError, read

_WORDS = st.sampled_from(
    ["nurse", "Café", "we pay €30,000", "日本", "👩‍🍳 cook", "a\u00adb", "x\u200by", "salary:", "Salary: $5", "DUTIES",
    "http://a.example/b(c)", "me@b.example", "AT&T", "\xa0"]
)  # fmt: skip
_MARKS = st.sampled_from(
    ["# ", "## ", "- ", "* ", "  - ", "    ", "1. ", "1) ", "> ", ">> ", "**", "*", "_", "`", "```\n", "~~", "[", "](x)", "]",
    "![", "|", "| a | b |\n|--|--|\n| c |",
     "---", "===", "=== X ===", "• ", "· ", "o ", "–\t", "&amp;", "&nbsp;", "&#8364;", "&lt", "&copy2", "\\*", "\\-", "\\|",
     "<br>", "<b>", "</b>", "<p>", "</p>", "<ul>",
     "<li>", "</ul>", "</li>", "<div>", "</div>", "<table>", "<tr>", "<td>", "<th colspan=2>", "</table>", "<dl>", "<dt>",
     "<dd>", "</dl>", "<h2>", "</h2>", "<h3>", "<pre>",
     "</pre>", "<code>", "<blockquote>", "</blockquote>", "<!-- ", "-->", "<a href='x'>", "</a>", "<span hidden>", "</span>",
     "<nav>", "</nav>", "<main>", "</main>", "<title>",
     "<script>", "</script>", "<x y>", "<", ">", "{{ page.x }}", "{{ name }}", "{% a %}", "{% comment %}", "{% endcomment %}",
     "{: .x}", "{#x}", "[^1]", "[^1]: ", ": ", "- [ ] "]
)  # fmt: skip
_ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "  \n", "\t", "", "\f", "\v", "\u2028", "\x85"])
_BODY = st.lists(st.one_of(_WORDS, _MARKS, _ENDS), max_size=40).map("".join)
_FRONT = st.sampled_from(
    ["", "---\n---\n", "---\ntitle: Chef é\r\nlist:\n- a\n- 'it''s\n  b'\nx: >\n  fold\n  ed\n\n  two\n---\n",
    '---\nt: "a\\n\\u00e9 b"\nl: |-\n  x\n    y\n\n  z\nn:\n---\n',
     '+++\nt = "é\\u00e9"\n[a]\nb = [1, "x"]\n+++\n', '{"title": "Chef", "a": [1, {"b": "c"}]}\n', "\n---\na: b\n---\n", "---\n"]
)  # fmt: skip
_FORMATS = st.sampled_from(["a.md", "a.mdx", "a.html", "a.txt"])


@pytest.mark.parametrize(
    ("path", "text", "part", "expected"),
    [
        ("a.html", "<p>We want a sales<b>man</b>", "salesman", "sales<b>man"),
        ("a.html", "<p>Food &amp;\n\t drink", "Food & drink", "Food &amp;\n\t drink"),
        ("a.html", "<p>&euro;30&#8239;000 &copy2", "€30\u202f000", "&euro;30&#8239;000"),
        ("a.html", "<p>&copy2", "©2", "&copy2"),
        ("a.html", "é<p>caf&eacute;", "café", "caf&eacute;"),
        ("a.html", "<p>sales&shy;man", "salesman", "sales&shy;man"),
        ("a.html", "---\ntitle: x\n---\n<p>Cook", "Cook", "Cook"),
        ("a.md", "We want a **sales**man now", "salesman", "sales**man"),
        ("a.md", "Food &amp; drink", "Food & drink", "Food &amp; drink"),
        ("a.md", "Food &amp; drink", "&", "&amp;"),
        ("a.md", "Café 👩‍🍳 *chef* é", "chef", "chef"),
        ("a.md", "1\\. Cook\n\n2\\. Wash", "Wash", "Wash"),
        ("a.md", "`a b`", "a b", "a b"),
        ("a.md", "- one\r\n  two", "one\ntwo", "one\r\n  two"),
        ("a.md", "> one\n> two", "one\ntwo", "one\n> two"),
        ("a.md", "é <p>x</p>\n\n<p>caf&eacute; now</p>", "café now", "caf&eacute; now"),
        ("a.md", "sales\u00adman", "salesman", "sales\u00adman"),
    ],
)
def test_plain_words_point_at_what_they_were_read_from(path: str, text: str, part: str, expected: str) -> None:
    for block in read(text.encode(), path).blocks:
        at = block.text.find(part)
        if at >= 0:
            span = block.mapped.span(at, at + len(part))
            assert text[span.start : span.end] == expected
            return
    raise AssertionError(part)


@settings(max_examples=400)
@given(_FRONT, _BODY, _FORMATS)
def test_every_piece_shows_its_source(front: str, body: str, path: str) -> None:
    text = (front + body).strip()
    if not text or (front in ("", "---\n") and text.startswith("---")):  # nothing at all, or front matter that may be broken
        with suppress(InputError):
            exact(read((front + body).encode(), path))
    else:
        exact(read((front + body).encode(), path))


@settings(max_examples=200)
@given(st.text(max_size=60), _FORMATS)
def test_any_text_reads_or_is_refused(text: str, path: str) -> None:
    try:
        document = read(text.encode("utf-8", "surrogatepass"), path)
    except InputError:
        return
    exact(document)


@settings(max_examples=100)
@given(st.binary(max_size=60), _FORMATS)
def test_any_bytes_read_or_are_refused(data: bytes, path: str) -> None:
    try:
        document = read(data, path)
    except InputError:
        return
    exact(document)


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_the_same_with_every_line_end(path: str, end: str) -> None:
    document = read(end.join(["<p>One</p>", "", "Two and", "three", "", "Four"]).encode(), path)
    starts = [document.source.position(block.span.start)[0] for block in document.blocks]
    assert starts[0] == 1
    assert document.source.position(next(b for b in document.blocks if "Two" in b.text).span.start) == (3, 1)
    last = document.blocks[-1]
    assert document.source.position(last.mapped.span(last.text.index("Four"), len(last.text)).start) == (6, 1)


@pytest.mark.parametrize(
    ("unit", "path"),
    [
        ("> ", "a.md"), ("- ", "a.md"), ("<div>", "a.md"), ("<div>", "a.html"), ("<ul><li>x", "a.html"), ("<blockquote>x",
        "a.html"), ("<table><tr><td>x", "a.html"),
        ("<span hidden>", "a.html"), ("[", "a.md"), ("**a ", "a.md"), ("{{ ", "a.md"), ("{% ", "a.html"), ("<!-- ", "a.html"),
        ("<a ", "a.html"), ("a@", "a.txt"),
        ("http://a.example ", "a.txt"), ("</li>", "a.html"), ("• x\n", "a.txt"), ("=== X ===\n", "a.txt"), ("<x y>", "a.md"),
    ],
)  # fmt: skip
def test_depth_and_repetition_are_no_problem(unit: str, path: str) -> None:
    exact(read(("Start\n\n" + unit * 10_000 + "end").encode(), path))
