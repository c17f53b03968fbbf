"""The HTML report: a snapshot, what it may and may not hold, and content that wants to break out of it.

`JDLINT_UPDATE=1 pytest tests/report` writes the snapshot anew, to be reviewed in the diff.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdlint
from jdlint.engine.checklist import Check
from jdlint.engine.finding import Finding, Fix, FixEdit, Related
from jdlint.engine.result import Result, Tally
from jdlint.engine.score import rate
from jdlint.engine.view import Mark, Passage, View, view
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.report import Look, report
from jdlint.report.frame import safe
from jdlint.report.html.markup import escape, link
from jdlint.rules.index import shipped_rules
from jdlint.rules.load import RuleDoc, documented
from jdlint.text.record import replace
from jdlint.text.source import Source
from jdlint.text.spans import Span

SNAPSHOT = Path(__file__).parent.parent / "snapshots" / "html.txt"
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
VOID = {"meta"}


def document(finding: Finding) -> RuleDoc | None:
    return documented(shipped_rules().entries[finding.code]) if finding.code == "INC102" else None


def render(results: list[Result]) -> str:
    tally = Tally()
    return "".join(report("html")(tally.count(results), tally, Look(document=document)))


class Page(HTMLParser):
    """Every tag with its attributes, the text outside of scripts and styles, and whether each tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and tag != "input":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The markup without its values. What a message quotes is code, and a rule's page is linked where it has one."""
        return [(tag, tuple(attrs)) for tag, attrs in self.tags if tag != "code"]


@pytest.fixture
def shown(results: list[Result], source: Source) -> list[Result]:
    chef, *others = results
    posting = Posting(read(source.text.encode(), source.path))
    return [replace(chef, view=view(posting, chef.findings), below=85), *others]


def test_snapshot(shown: list[Result]) -> None:
    text = re.sub(r"(<style>).*?(</style>)|(<script>).*?(</script>)|sha256-[^']*", r"\1\2\3\4", render(shown), flags=re.DOTALL)
    text = text.replace(jdlint.__version__, "VERSION")
    if os.environ.get("JDLINT_UPDATE"):
        SNAPSHOT.write_text(text, encoding="utf-8")
    assert text == SNAPSHOT.read_text(encoding="utf-8")


def test_the_page_stands_alone(shown: list[Result]) -> None:
    page = Page(render(shown))
    for tag, attrs in page.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")
        assert not {"src", "style", "srcset", "action", "formaction"} & attrs.keys()
        assert not any(name.startswith("on") for name in attrs)
        assert (attrs.get("href") or "#").startswith(("#", "https://", "http://"))


def test_the_policy_lets_only_our_own_script_and_style_run(shown: list[Result]) -> None:
    page = Page(render(shown))
    (policy,) = [attrs["content"] for tag, attrs in page.tags if tag == "meta" and "http-equiv" in attrs]
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        digest = b64encode(sha256(page.raw[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_every_link_within_the_page_leads_somewhere(shown: list[Result]) -> None:
    page = Page(render([*shown, replace(shown[0], path="b.md")]))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {str(attrs["href"])[1:] for tag, attrs in page.tags if tag == "a" and str(attrs["href"]).startswith("#")}
    assert targets <= set(ids)
    named = [str(attrs[key]) for _, attrs in page.tags for key in ("aria-labelledby", "data-card") if key in attrs]
    assert set(named) <= set(ids)


def test_repeats_share_a_card_and_neighbours_are_linked(source: Source) -> None:
    found = [_finding("CUL003", source.path, "rockstar", at, at + 8) for at in (0, 20)]
    words = View("Cook", (Passage("paragraph", "rockstar and another rockstar", marks=(Mark(0, 8, 0), Mark(21, 29, 1))),), ())
    page = render([Result("a.md", findings=tuple(found), view=words), Result("b.md"), Result("c.md")])
    assert page.count('<li class="card') == 1
    assert page.count('class="place"') == 2
    assert page.count('rel="next"') == page.count('rel="prev"') == 2


def test_the_closest_finding_comes_first_where_several_overlap(source: Source) -> None:
    found = (_finding("LNG002", source.path, "one two three", 0, 13), _finding("LNG004", source.path, "two", 4, 7))
    words = View("Cook", (Passage("paragraph", "one two three", marks=(Mark(0, 13, 0), Mark(4, 7, 1))),), ())
    page = render([Result("a.md", findings=found, view=words)])
    assert re.findall(r'<mark class="warning" data-cards="([^"]*)">([^<]*)', page) == [
        ("p1c1", "one "), ("p1c2 p1c1", "two"), ("p1c1", " three"),
    ]  # fmt: skip


def test_of_a_document_with_pages_the_page_is_told(source: Source) -> None:
    found = _finding("LNG002", source.path, "one two three", 0, 13)
    assert ">line 1<" in render([Result("a.md", findings=(found,))])
    page = render([Result("a.pdf", findings=(replace(found, page=3),))])
    assert ">page 3<" in page
    assert ">line 1<" not in page


def test_lists_keep_their_depth_and_numbers() -> None:
    items = [("a", 1, True), ("b", 2, False), ("c", 1, True), ("d", 3, False), ("e", 1, True)]
    passages = [Passage("item", text, level=level, group=1, ordered=ordered) for text, level, ordered in items]
    words = View("", (*passages, Passage("paragraph", "then"), Passage("item", "f", level=1, group=1, ordered=True)), ())
    page = re.sub(r'<span class="here" id="[^"]*">([^<]*)</span>', r"\1", render([Result("a.md", view=words)]))
    assert '<ol start="1"><li>a<ul><li>b</li></ul></li><li>c<ul><li>d</li></ul></li><li>e</li></ol>' in page
    assert '<ol start="4"><li>f</li></ol>' in page


def test_headings_leave_no_gap() -> None:
    passages = tuple(Passage("heading", text, level=level) for text, level in (("a", 1), ("b", 4), ("c", 0), ("d", 4), ("e", 2), ("f", 1)))
    page = render([Result("a.md", view=View("", passages, ()))])
    assert re.findall(r'<h(\d) class="heading[^>]*>(\w)<', page) == [("4", "a"), ("5", "b"), ("6", "c"), ("5", "d"), ("5", "e"), ("4", "f")]


def test_without_postings_there_is_a_page_all_the_same() -> None:
    page = Page(render([Result("README.md", "passed-over", reason="no duties"), Result("x.md", "unreadable", reason="is no text")]))
    assert "Report on 0 job postings" in page.text
    assert "x.md: is no text" in page.text
    assert "README.md" in page.text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x.example", "//x.example", ""])
def test_only_web_addresses_become_links(url: str) -> None:
    assert link(url, "text") == "text"
    assert link("https://x.example/?a=1&b=2", "text") == '<a href="https://x.example/?a=1&amp;b=2" rel="noreferrer">text</a>'


def _finding(code: str, path: str, match: str, start: int, end: int) -> Finding:
    return Finding(
        code, "some-rule", "warning", "high", "m", path, Span(start, end), 1, 1, 1, 7, match, "other", "f", "https://x.example/rule"
    )


# Content that wants to break out

NASTY = st.one_of(
    st.text(max_size=30),
    st.text(st.characters(categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Po", "Sm", "Ps", "Pe", "Cn")), max_size=20),
    st.lists(
        st.sampled_from(
            ["<", ">", "&", '"', "'", "`", "<b>", "</p>", "</article>", "<!--", "-->", "]]>", "&#0;", "&lt;", "$text", "${id}", "$$", "$",
             "<script>alert(1)</script>", "</script>", "</style>", "</title>", '" onclick="x', "' onclick='x", "javascript:x",
             "\n", "\r", "\t",
             "\u202e", "\u2066", "\x1b[31m", "\x1b]8;;x\x07", "\ud800", "\ufffe", "\x00", "{0}", "a"]
        ), max_size=8,
    ).map("".join),
)  # fmt: skip


def hostile(a: str, b: str, c: str, d: str) -> list[Result]:
    """A report in which every field that a posting, a path, a house rule or a setting can fill holds such content."""
    kinds = ("field", "heading", "paragraph", "item", "cell", "quote", "code")
    text = f"jj{a}"
    marks = (Mark(0, len(text), 0), Mark(0, 1, 1))
    passages = tuple(Passage(kind, text, level=1, group=1, key=f"j{b}", strong=((0, 1),), marks=marks) for kind in kinds)
    checks = (Check(f"j{c}", "there", f"j{d}", 1, 0), Check(f"j{c}", "vague", f"j{d}", 1, None), Check(f"j{c}", "missing"))
    source = Source(f"j{b}", f"# Cook\n{a}\nend")
    first = replace(
        _finding("HOUSE1", f"j{b}", f"j{c}", 0, 6), message=f"j{d}", name=f"j{b}", term=d,
        fix=Fix((FixEdit(Span(0, 1), f"j{c}"),), safe=True), related=(Related(2, 1, 2, 2, a, f"j{b}"),),
    )  # fmt: skip
    absent = replace(first, code="HOUSE2", match="", fix=None, url=f"j{a}")
    unshown = replace(first, code="HOUSE3", match=f"j{a}")
    found = (first, replace(first, code="HOUSE4"), absent, unshown)
    return [
        Result(f"j{b}", findings=found, source=source, rating=rate(found), view=View(f"j{c}", passages, checks)),
        Result(f"j{b}", "passed-over", reason=d),
        Result(f"j{b}2", "unreadable", reason=f"j{d}"),
        Result(f"j{b}3", source=source, view=View(f"j{d}", (), ())),
    ]


@cache
def harmless() -> Page:
    return Page(render(hostile("a", "b", "c", "d")))


PATH = NASTY.filter(lambda p: "\0" not in p)


@settings(max_examples=60)
@given(NASTY, PATH, NASTY, NASTY)
def test_no_text_anywhere_becomes_markup(a: str, b: str, c: str, d: str) -> None:
    text = render(hostile(a, b, c, d))
    text.encode()
    page = Page(text)
    assert page.shape == harmless().shape
    assert page.raw == harmless().raw
    assert not HIDDEN.search(text)
    values = [value or "" for _, attrs in page.tags for value in attrs.values()]
    assert not any(value.strip().lower().startswith("javascript:") for value in values)


@given(NASTY)
def test_escaped_text_is_read_back_as_it_was_shown(text: str) -> None:
    page = Page(f"<p>{escape(text)}</p><p title='{escape(text)}'></p>")
    assert page.text == "\n".join(map(safe, text.split("\n")))
    assert page.tags[1][1] == {"title": page.text}
    assert len(page.tags) == 2
