"""HTML to blocks."""

from __future__ import annotations

import pytest

from jdlint.posting.model import Document
from jdlint.readers import read


def document(text: str) -> Document:
    return read(text.encode(), "a.html")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h1>Chef</h1><p>Cook  a\n lot<br>\n now.</p>", [("heading", "Chef"), ("paragraph", "Cook a lot\nnow.")]),
        ("<div>One<div>Two</div>Three</div>", [("paragraph", "One"), ("paragraph", "Two"), ("paragraph", "Three")]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", [("item", "a"), ("item", "b"), ("paragraph", "c")]),
        ("<ul><li>c<li><p>d</p><p>e</p></ul>f", [("item", "c"), ("item", "d"), ("paragraph", "e"), ("paragraph", "f")]),
        ("<h2><div>Duties</div></h2>", [("heading", "Duties")]),
        ("<h2>Duties<p>Cook.</h2>Wash.", [("heading", "Duties\nCook."), ("paragraph", "Wash.")]),
        ("<h2>Duties<ul><li>Cook</ul>", [("heading", "Duties"), ("item", "Cook")]),
        ("One<br> <br/>Two<br>three", [("paragraph", "One"), ("paragraph", "Two\nthree")]),
        ("<ul><li>One<br><br>two</ul>", [("item", "One"), ("paragraph", "two")]),
        ("<table><tr><td>One<br><br>two<br>three</table>", [("paragraph", "One"), ("paragraph", "two\nthree")]),
        ('<a href="x"><img alt="Apply now" src="y"></a> <img alt="no">', [("paragraph", "Apply now")]),
        ("<h2>One<h3>Two", [("heading", "One"), ("heading", "Two")]),
        ("<blockquote>Said<p>so</p></blockquote>Own", [("quote", "Said"), ("quote", "so"), ("paragraph", "Own")]),
        ("<pre>a  b\nc\n\nd</pre>", [("paragraph", "a  b\nc"), ("paragraph", "d")]),
        ("<pre><code>x\n\ny</code></pre>z", [("code", "x\n\ny"), ("paragraph", "z")]),
        ("<table><tr><td><h2>A</h2><p>b</p></table>", [("heading", "A"), ("paragraph", "b")]),
        ("</p></ul>a</div></table>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("a < b & c &unknown; <3", [("paragraph", "a < b & c &unknown; <3")]),
        ("<p title='a > b'>c", [("paragraph", "c")]),
        ("<!-- no --><![CDATA[no]]><?php echo '<p>no'; ?>yes<!doctype x>", [("paragraph", "yes")]),
        ("<p>One<!-- unclosed", [("paragraph", "One")]),
        ("Hi [x] <company name>", [("paragraph", "Hi [x] <company name>")]),
        ("<my-card>a</my-card><font>b</font>", [("paragraph", "ab")]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(b.kind, b.text) for b in document(text).blocks] == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav>no</nav>",
        "<script>'<p>no</p>'</script>",
        "<style>p{}</style>",
        "<footer>no</footer>",
        "<aside><div>no</div></aside>",
        "<p hidden>no</p>",
        '<div aria-hidden="true">no<div>no</div>no</div>',
        '<p style="color: red; display : none">no</p>',
        "<template><p>no</p></template>",
        "<select><option>no</select>",
        "<textarea>no</textarea>",
        "<button>no</button>",
        "<header><nav>no</nav>no</header>",
        '<div role="navigation">no</div>',
        "<noscript>no</noscript>",
        "<svg><title>no</title></svg>",
        "<label>no</label>",
        "<p hidden>no",
        "<title></title>",
    ],
)
def test_what_no_reader_sees_is_left_out(hidden: str) -> None:
    assert [b.text for b in document(f"<p>One</p>{hidden}<p>Two</p>").blocks] == ["One", "Two"]


def test_what_only_looks_hidden_is_read() -> None:
    text = '<p class="hidden-xs">a</p><p aria-hidden="false">b</p><p style="overflow:hidden">c</p><header><p>d</p></header>'
    assert [b.text for b in document(text).blocks] == ["a", "b", "c", "d"]


def test_a_page_is_read_from_its_main_part_and_h1() -> None:
    text = "<body><header><nav>x</nav><h1>Chef</h1>y</header><p>z</p><main><p>Cook.</p></main><p>w</p><h2>v</h2>"
    assert [b.text for b in document(text).blocks] == ["Chef", "Cook."]
    assert [b.text for b in document("<body><p>z</p><article>Cook.</article>").blocks] == ["Cook."]
    assert [b.text for b in document("<body><article>A</article><article>B</article>").blocks] == ["A", "B"]


def test_the_page_title_and_structured_data() -> None:
    text = (
        '<head><title>Chef &amp; more\n</title><script type="application/ld+json">[{"a": 1}, {"@type": "JobPosting"}]</script>'
        '<script type="application/ld+json">{broken</script><script>{}</script></head>x'
    )
    page = document(text)
    assert page.page_title is not None
    assert page.page_title.text == "Chef & more"
    assert [(node.pointer, text[slice(*node.span)]) for node in page.structured.postings] == [("/1", '{"@type": "JobPosting"}')]
    assert text[slice(*page.page_title.span)] == "Chef &amp; more"


def test_tables_and_definition_lists_are_cells() -> None:
    table = "<table><thead><tr><th colspan=2>Facts<th>N<tbody><tr><td>Pay<td>€5<td>x</table>"
    blocks = document(f"{table}<dl><dt>Place<dd>Cork<dd>Bray<dt>Pay<dd>€5</dl>").blocks
    assert [(b.text, b.row, b.column, b.header) for b in blocks] == [
        ("Facts", 0, 0, True), ("N", 0, 2, True), ("Pay", 1, 0, False), ("€5", 1, 1, False), ("x", 1, 2, False),
        ("Place", 0, 0, False), ("Cork", 0, 1, False), ("Bray", 0, 1, False), ("Pay", 1, 0, False), ("€5", 1, 1, False),
    ]  # fmt: skip
    assert blocks[0].group != blocks[5].group


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("<p><b>Pay</b>: 5", ((0, 3),)),
        ("<strong><p>Duties</p></strong>", ((0, 6),)),
        ("<p><b>Duties<p>Cook", ((0, 6),)),
        ("<p>a</b> b", ()),
        ('<p><span style="font-weight: 700">Pay</span>: <span>5</span>', ((0, 3),)),
        ('<b style="font-weight:normal"><p>Cook <b>now</b>', ((5, 8),)),
    ],
)
def test_bold(text: str, bold: tuple[tuple[int, int], ...]) -> None:
    assert document(text).blocks[0].bold == bold


def test_unclosed_bold_ends_with_its_block() -> None:
    assert document("<p><b>Duties<p>Cook").blocks[1].bold == ()


def test_links() -> None:
    text = '<p>See <a href=" /a?b&amp;c ">our <b>page</b></a>, x@y.example, <a name="n">no</a>, <a href="{{ site.url }}/z">z</a>'
    block = document(text).blocks[0]
    assert [(block.text[k.start : k.end], k.href) for k in block.links] == [
        ("our page", "/a?b&c"), ("x@y.example", "mailto:x@y.example"), ("z", "{{ site.url }}/z"),
    ]  # fmt: skip


def test_front_matter_of_an_html_file() -> None:
    page = document('---\ntitle: "Chef"\n---\n<p>Cook {{ page.title }}.</p>')
    assert [(f.key, f.value) for f in page.fields] == [("title", "Chef")]
    assert [b.text for b in page.blocks] == ["Cook ."]
