"""Every finding's span, cut from the file decoded on its own, holds its match, whatever markup stands in between."""

from __future__ import annotations

import html
import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jdlint

WORDS = [
    "salesman",
    "native speaker",
    "other duties as assigned",
    "fast-paced",
    "rockstar",
    "competitive salary",
    "etc.",
    "Javascript",
    "work hard, play hard",
]
PLAIN = ["bread", "two ovens", "Größe", "naïve 😀 test", "R&D", "a < b", "5 %", "“quoted”", "it’s"]
fragment = st.sampled_from([*WORDS, *PLAIN])
sentence = st.lists(fragment, min_size=1, max_size=6).map(lambda parts: "You sell " + ", ".join(parts) + ".")
ends = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def markdown(draw: st.DrawFn) -> str:
    """A posting with emphasis inside phrases, entities, links, tables, quotes and nested lists."""
    parts = ["# Cook", ""]
    for _ in range(draw(st.integers(1, 4))):
        text = draw(sentence).replace("&", "&amp;").replace("<", "&lt;")
        cut = draw(st.integers(0, len(text)))
        word = re.compile(r"\b[a-z]{4,}\b").search(text, cut)
        if word and ";" not in text[word.start() - 6 : word.end() + 6]:
            mark = draw(st.sampled_from(["**", "*", "`", "[x"]))
            inner = f"[{word.group()}](https://a.example/b)" if mark == "[x" else f"{mark}{word.group()}{mark}"
            text = text[: word.start()] + inner + text[word.end() :]
        text = draw(
            st.sampled_from(["{}", "- {}", "  * {}", "> {}", "| a | {} |\n|---|---|\n| b | c |", "## Duties\n\n1. {}", "<p>{}</p>"])
        ).format(text)
        parts += [text, ""]
    front = draw(
        st.sampled_from(
            ["", '---\ntitle: "Sales\\x6Dan"\n---\n', "+++\ntitle = 'Guru'\n+++\n", "---\nsummary: >\n  A native\n  speaker\n---\n"]
        )
    )
    return front + "\n".join(parts)


@st.composite
def page(draw: st.DrawFn) -> str:
    """An HTML page with inline markup and entities, in one line or many."""
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(sentence).replace("&", "&amp;").replace("<", "&lt;").replace("’", "&rsquo;").replace("ö", "&#246;")
        text = text.replace(
            "native ", draw(st.sampled_from(["native ", "<b>native</b> ", "native\n   ", "native&nbsp;", "<i>na</i>tive "]))
        )
        blocks.append(
            draw(st.sampled_from(["<p>{}</p>", "<ul><li>{}</li></ul>", "<div>{}</div>", "<dl><dt>Pay</dt><dd>{}</dd></dl>"])).format(text)
        )
    return "<html><body><nav>rockstar</nav><h1>Cook</h1>" + draw(st.sampled_from(["", "\n"])).join(blocks) + "</body></html>"


@st.composite
def plain(draw: st.DrawFn) -> str:
    """Plain text with bullets, wrapped lines and labels."""
    lines = ["COOK", ""]
    for _ in range(draw(st.integers(1, 5))):
        text = draw(sentence)
        lines.append(
            draw(st.sampled_from(["{}", "• {}", "Salary: {}", "   {}", "DUTIES\n- {}"])).format(
                text.replace("duties ", draw(st.sampled_from(["duties ", "duties\n  "])))
            )
        )
    return "\n".join(lines)


def bare(text: str) -> str:
    """A cut of the source, or a match, without markup, entities, escapes and white space."""
    text = re.sub(r"\]\([^)]*\)|<[^>]*>|\\x6D", lambda m: "m" if m.group() == "\\x6D" else "", text)
    return re.sub(r"[\s*`_\[\]>|•-]+", "", html.unescape(text))


def cut(text: str, finding: jdlint.Finding) -> str:
    """The characters between the finding's line and column and its end, by counting alone."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)

    def offset(line: int, column: int) -> int:
        return sum(map(len, lines[: line - 1])) + column - 1

    return text[offset(finding.line, finding.column) : offset(finding.end_line, finding.end_column)]


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(markdown().map(lambda t: (t, "md")), page().map(lambda t: (t, "html")), plain().map(lambda t: (t, "txt"))), ends)
def test_spans_hold_their_match(case: tuple[str, str], end: str) -> None:
    text, form = case
    text = text.replace("\n", end)
    result = jdlint.lint_text(text, path=f"posting.{form}", as_of=date(2026, 1, 15))
    for finding in result.findings:
        assert finding.code != "LNT900", finding.message
        found = cut(text, finding)
        if finding.match:
            assert bare(found) == bare(finding.match), (finding.code, found, finding.match)
