"""Postings nobody would write: made from the signs that readers and rules look for, in an order that they don't expect."""

from __future__ import annotations

from random import Random

WORDS = (
    "we", "want", "a", "rockstar", "salesman", "salary", "£30,000", "$20–$25", "per", "hour", "5 years", "experience", "remote", "Leeds",
    "Ohio", "degree", "required", "apply", "by", "2026-02-30", "31/12/2025", "full-time", "native", "speaker", "young", "team", "e.g.", "C++",
    "jobs@x.example", "https://x.example/a?b=1&c=2", "café", "naïve", "日本", "\u202e", "\u200b", "\u00a0", "\ufeff", "e\u0301", "👩‍🍳", "\u2028",
    "[INSERT]", "{{ x }}", "TBD", "in order to", ",", " ,", "!!", "…", "’", "%", "1" * 30, "0", "-1", "1e9",
)  # fmt: skip
LINES = ("\n", "\n\n", "\r\n", "\r", "\n  ", "\n\t", "\n    ")
SIGNS = {
    "md": (
        "# ", "## ", "- ", "* ", "1. ", "> ", "**", "*", "_", "`", "```\n", "~~~\n", "---\n", "+++\n", "===\n", "|", "|---|\n", "[", "](", ")", "![", "<!--", "-->",
        "<div>", "</div>", "<br>", "&amp;", "&#0;", "&nbsp;", "\\", "- [ ] ", "[^1]", "[^1]: ", ":::\n", "<!-- jdlint: ignore -->", "<!-- jdlint: disable[PAY] x -->",
        "---\ntitle: Cook\npay: 30000\n---\n", "---\na: &a [*a]\n---\n", '{"a": 1}\n', "+++\na = 1\n+++\n", "{% if x %}", "Salary: ",
    ),
    "html": (
        "<p>", "</p>", "<h1>", "</h1>", "<h2>", "<ul>", "<li>", "</ul>", "<ol start=3>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<b>", "</b>", "<i>", "<br/>",
        "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<html>", "<head>", "<body>", "<nav>", "<pre>", "<a href='x'>",
        "</a>", "<div hidden>", "</div>", "<template>", "<svg>", "&amp;", "&lt", "&#x110000;", "&#0;", "&bogus;", "<", ">", '<a b="', "'", "<dl><dt>", "<dd>", "<blockquote>",
        "<!-- jdlint: ignore-file[ALL] -->", '<script type="application/ld+json">{"@type":"JobPosting","title":"Cook"}</script>', "<title>", "<select><option>", "<textarea>",
    ),
    "txt": (
        "COOK\n", "====\n", "----\n", "- ", "• ", "* ", "1) ", "a. ", "Salary: ", "DUTIES\n", "Requirements:\n", "\t", "   ", "#jdlint: ignore[PAY]\n", "#jdlint: disable\n",
        "#jdlint:", "| ", "____", "\f", "\v", "> ", "::", "--- ",
    ),
}  # fmt: skip
SIGNS["json"] = (
    "{",
    "}",
    "[",
    "]",
    '"',
    ":",
    ",",
    '{"title": "Cook", "description": "',
    '"}',
    "\\u0041",
    "\\ud800",
    "\\n",
    "null",
    "true",
    "1e999",
    "-",
    '"salary": ',
)
SIGNS["yaml"] = (
    "title: Cook\n",
    "description: |\n  ",
    "- ",
    ": ",
    "? ",
    "&a ",
    "*a",
    "!!str ",
    "'",
    '"',
    "\\x41",
    "[",
    "]",
    "{",
    "}",
    ">-\n  ",
    "---\n",
    "...\n",
    "# x\n",
    "~",
)
SIGNS["csv"] = ("title,description\n", ",", '"', '""', "\n", ";", "\t", "Cook,", "title\n")
SIGNS["jsonl"] = (*SIGNS["json"], '{"title": "Cook", "description": "We want a rockstar"}\n')
FORMS = tuple(SIGNS)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "latin-1")


def text(rng: Random, form: str) -> str:
    """A posting of up to some eighty pieces."""
    parts = []
    for _ in range(rng.randrange(1, 80)):
        kind = rng.random()
        parts.append(rng.choice(SIGNS[form]) if kind < 0.4 else rng.choice(LINES) if kind < 0.55 else rng.choice(WORDS) + " ")  # noqa: PLR2004
        if kind > 0.99:  # noqa: PLR2004
            parts.append(rng.choice(parts) * rng.randrange(2, 40))
    return "".join(parts)


def data(rng: Random, form: str) -> bytes:
    """Its bytes: mostly UTF-8, sometimes another encoding, now and then with bytes put in, turned or cut off."""
    encoding = "utf-8" if rng.random() < 0.8 else rng.choice(ENCODINGS)  # noqa: PLR2004
    found = bytearray(text(rng, form).encode(encoding, "replace"))
    if rng.random() < 0.15:  # noqa: PLR2004
        for _ in range(rng.randrange(1, 4)):
            at = rng.randrange(len(found) + 1)
            found[at : at + rng.randrange(3)] = bytes(rng.randrange(256) for _ in range(rng.randrange(3)))
    return bytes(found)
