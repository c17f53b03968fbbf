"""Postings nobody would write. Each is put together from the parts of a real one, in one of the forms that text has, and then spoilt.

`data(rng, form)` makes an input of any form that jdlint reads; what the other forms are made of stands in modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from random import Random

import mutations
from mutations import chance

TITLES = (
    "Cook", "Salesman (m/f)", "Registered Nurse – Night Shift", "URGENT!!! Rockstar Barista", "Senior Waitress / Host", "Year 4 Teacher (maternity cover)",
    "Sr. Software Engineer II", "HGV Class 1 Driver, £38k", "Care Assistant", "Head of R&D", "Machinist", "Intern (unpaid)",
)  # fmt: skip
HEADINGS = (
    "About the role", "What you will do", "Duties", "Requirements", "Nice to have", "Salary and benefits", "Pay", "Location", "How to apply", "About us",
    "Equal opportunity", "Hours", "Who we are", "The process", "DUTIES AND RESPONSIBILITIES", "Qualifications:", "Benefits", "???", "1. Your day",
)  # fmt: skip
LABELS = (
    "Salary: £30,000–£34,000 a year", "Pay: $18.50/hr", "Salary: competitive", "Location: Leeds, UK", "Location: Denver, CO (hybrid)", "Job type: Full-time",
    "Apply by: 31/12/2025", "Closing date: 2026-02-30", "Reports to: the head chef", "Hours: 37.5 a week", "Rate: €200-€250 per day", "Title: Cook",
    "Salary: 30.000 EUR", "Pay: TBD", "CTC: ₹8,00,000 – ₹12,00,000 per annum", "Place: Remote (US only)", "Deadline: yesterday", "Employer: Bay & Sons",
)  # fmt: skip
SENTENCES = (
    "We want a rockstar who lives and breathes bread.", "You cook lunch for 80 people in a kitchen of six.", "5+ years of experience with ovens is required.",
    "Native English speaker with a young and dynamic attitude.", "A degree in catering, or equal experience, e.g. two years in a canteen, etc.",
    "He will report to the chairman and his manpower team.", "Send your CV to jobs@bakery.example by 15 January 2027.", "Other duties as assigned.",
    "We are an equal opportunity employer.", "Pay is £11.44 per hour, paid weekly, depending on experience.", "Must be able to lift 25 kg and stand for 8 hours.",
    "Remote within Ireland, or hybrid: two days a week in our Cork office.", "Work hard, play hard; we are like a family.", "In order to utilise synergies, you will leverage KPIs.",
    "The ideal candidate is a recent graduate, a digital native, a self-starter.", "See https://bakery.example/a?b=1&c=2 for more.", "No more than 3 years of experience.",
    "Benefits: health insurance, 401(k), 25 days of holiday, and free lunch", "Applicants without a car need not apply", "You have strong communication skills, and you use Javascript, git and ms excel.",
    "[INSERT COMPANY NAME] offers {{ benefits }} and TBC.", "Wir suchen eine Köchin für unsere Küche in Berlin.", "Nous cherchons un cuisinier à Lyon.", "This is is a typo , and a space .", "Apply now!!!",
)  # fmt: skip
WORDS = (
    "we", "want", "a", "rockstar", "salesman", "salary", "£30,000", "$20–$25", "per", "hour", "5 years", "experience", "remote", "Leeds",
    "Ohio", "degree", "required", "apply", "by", "2026-02-30", "31/12/2025", "full-time", "native", "speaker", "young", "team", "e.g.", "C++",
    "jobs@x.example", "https://x.example/a?b=1&c=2", "café", "naïve", "日本", "\u202e", "\u200b", "\u00a0", "\ufeff", "e\u0301", "👩‍🍳", "\u2028",
    "[INSERT]", "{{ x }}", "TBD", "in order to", ",", " ,", "!!", "…", "’", "%", "1" * 30, "0", "-1", "1e9",
)  # fmt: skip
SIGNS = {
    "md": (
        "# ", "## ", "- ", "* ", "1. ", "> ", ">> ", "**", "*", "_", "`", "~~", "```\n", "~~~\n", "---\n", "+++\n", "===\n", "=== X ===", "|", "|---|\n", "\n| a | b |\n|--|--|\n| c |\n",
        "[", "](", "](x)", ")", "![", "<!--", "-->", "<div>", "</div>", "<br>", "<b>", "</b>", "<p>", "&amp;", "&#0;", "&nbsp;", "&lt", "&copy2", "\\", "\\*", "- [ ] ", "[^1]", "[^1]: ", ": ",
        ":::\n", "<!-- jdlint: ignore -->", "<!-- jdlint: ignore[ALL] -->", "<!-- jdlint: disable[PAY] x -->", "<!-- jdlint: enable[PAY] -->", "---\ntitle: Cook\npay: 30000\n---\n",
        "---\na: &a [*a]\n---\n", '{"a": 1}\n', "+++\na = 1\n+++\n", "{% if x %}", "{% comment %}", "{% endcomment %}", "{: .x}", "{#x}", "{{ page.x }}", "Salary: ", "    ", "\t", "  \n", "• ", "<span hidden>",
    ),
    "html": (
        "<p>", "</p>", "<h1>", "</h1>", "<h2>", "</h2>", "<ul>", "<li>", "</li>", "</ul>", "<ol start=3>", "</ol>", "<table>", "<tr>", "<td>", "<th colspan=2>", "</table>", "<b>", "</b>", "<i>", "<br/>",
        "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<html>", "<head>", "<body>", "<nav>", "</nav>", "<pre>", "</pre>", "<a href='x'>",
        "</a>", "<div hidden>", "<div>", "</div>", "<template>", "<svg>", "<main>", "</main>", "&amp;", "&lt", "&#x110000;", "&#xd800;", "&#0;", "&bogus;", "<", ">", '<a b="', "'", "<dl><dt>", "<dd>", "<blockquote>",
        "<!-- jdlint: ignore-file[ALL] -->", "<!-- jdlint: ignore[PAY] -->", '<script type="application/ld+json">{"@type":"JobPosting","title":"Cook"}</script>', "<title>", "<select><option>", "<textarea>",
        "<x y>", "<?php", "?>", "<p\n", '<input value="', "<noscript>", "<span style='display:none'>", "{{ x }}", "{% if %}",
    ),
    "txt": (
        "COOK\n", "====\n", "----\n", "- ", "• ", "* ", "1) ", "a. ", "Salary: ", "DUTIES\n", "Requirements:\n", "\t", "   ", "#jdlint: ignore[PAY]\n", "#jdlint: disable\n",
        "#jdlint:", "# jdlint: enable[ALL]\n", "| ", "____", "\f", "\v", "> ", "::", "--- ", "=== X ===", "o ", "–\t", "· ", "\n\n", "http://a.example/b(c)",
    ),
}  # fmt: skip
# form -> the module that makes it, and the name of a file of that form
_MADE = {
    "md": ("", "posting.md"), "html": ("", "posting.html"), "txt": ("", "posting.txt"), "mdx": ("", "posting.mdx"),
    "yaml-front": ("records", "posting.md"), "toml-front": ("records", "posting.md"), "json-front": ("records", "posting.md"),
    "json": ("records", "posting.json"), "yaml": ("records", "posting.yaml"), "csv": ("records", "posting.csv"), "jsonl": ("records", "posting.jsonl"),
    "docx": ("papers", "posting.docx"), "pdf": ("papers", "posting.pdf"), "parquet": ("parquets", "posting.parquet"),
}  # fmt: skip
FORMS = tuple(_MADE)
TEXTS = tuple(
    form for form, (_, path) in _MADE.items() if path.endswith((".md", ".mdx", ".html", ".txt"))
)  # in which comments and fixes can be written


def path(form: str) -> str:
    """The name of a file of a form."""
    return _MADE[form][1]


def data(rng: Random, form: str) -> bytes:
    """An input of a form."""
    module = _MADE[form][0]
    if module:
        made: bytes = import_module(module).data(rng, form)
        return made
    kind = "md" if form == "mdx" else form
    whole = soup(rng, kind) if chance(rng, 0.25) else mutations.text(rng, written(rng, kind), SIGNS[kind], rng.choice((0, 1, 2, 4, 8)))
    found = mutations.encoded(rng, whole)
    return mutations.damaged(rng, found) if chance(rng, 0.1) else found


def soup(rng: Random, form: str) -> str:
    """Up to some eighty signs and words in no order at all."""
    parts = []
    for _ in range(rng.randrange(1, 80)):
        kind = rng.random()
        parts.append(rng.choice(SIGNS[form]) if kind < 0.4 else rng.choice(mutations.LINES) if kind < 0.55 else rng.choice(WORDS) + " ")  # noqa: PLR2004
        if kind > 0.99:  # noqa: PLR2004
            parts.append(rng.choice(parts) * rng.randrange(2, 40))
    return "".join(parts)


def phrase(rng: Random) -> str:
    """A sentence or two, a label, or a few loose words."""
    kind = rng.randrange(8)
    if kind == 0:
        return rng.choice(LABELS)
    if kind == 1:
        return " ".join(rng.choices(WORDS, k=rng.randrange(1, 6)))
    return " ".join(rng.choices(SENTENCES, k=rng.choice((1, 1, 2, 3))))


def outline(rng: Random, most: int = 4) -> list[tuple[str, str]]:
    """The parts of a posting with so many sections at most, in order, each with its kind: title, heading, label, item, row, quote or text."""
    found = [("title", rng.choice(TITLES))] if chance(rng, 0.9) else []
    found += [("label", rng.choice(LABELS)) for _ in range(rng.randrange(4))]
    for _ in range(rng.randrange(most + 1)):
        found.append(("heading", rng.choice(HEADINGS)))
        kind = rng.choice(("text", "item", "item", "label", "row", "quote"))
        found += [(kind, phrase(rng)) for _ in range(rng.randrange(1, 4))]
    return found


def written(rng: Random, form: str, most: int = 4) -> str:
    """A posting in one of the forms that text has."""
    write: Callable[[Random, str, str], str] = {"md": _markdown, "html": _html, "txt": _plain}[form]
    body = "".join(write(rng, kind, words) for kind, words in outline(rng, most))
    if form == "html" and chance(rng, 0.5):
        return (
            f"<!doctype html><html><head><title>{rng.choice(TITLES)}</title></head><body><nav>Jobs</nav><main>{body}</main></body></html>"
        )
    return body


def _emphasised(rng: Random, words: str, marks: tuple[tuple[str, str], ...]) -> str:
    """Words with a mark around some of them, not always where words begin and end."""
    if not chance(rng, 0.3):
        return words
    low = rng.randrange(len(words))
    high = rng.randrange(low, len(words)) + 1
    opening, closing = rng.choice(marks)
    return f"{words[:low]}{opening}{words[low:high]}{closing}{words[high:]}"


_STARS = (
    ("**", "**"),
    ("*", "*"),
    ("_", "_"),
    ("`", "`"),
    ("[", "](https://a.example/b)"),
    ("<b>", "</b>"),
    ("~~", "~~"),
    ("<!-- ", " -->"),
)
_TAGS = (
    ("<b>", "</b>"),
    ("<i>", "</i>"),
    ("<a href='/x'>", "</a>"),
    ("<span hidden>", "</span>"),
    ("<!-- ", " -->"),
    ("<code>", "</code>"),
    ("", "<br>"),
)


def _markdown(rng: Random, kind: str, words: str) -> str:
    words = _emphasised(rng, words, _STARS)
    lead = {
        "title": ("# ",),
        "heading": ("## ", "### ", "**"),
        "item": ("- ", "* ", "1. ", "  - ", "- [ ] "),
        "quote": ("> ", "> - "),
        "row": ("| ",),
    }.get(kind, ("",))
    mark = rng.choice(lead)
    if kind == "row":
        return f"| {words} | {rng.choice(WORDS)} |\n{rng.choice(('', '|---|---|' + chr(10)))}"
    tail = "**" if mark == "**" else ""
    return f"{mark}{words}{tail}" + rng.choice(("\n\n", "\n\n", "\n", "  \n") if kind != "item" else ("\n", "\n", "\n\n", "\n  "))


def _html(rng: Random, kind: str, words: str) -> str:
    words = _emphasised(rng, words.replace("&", "&amp;").replace("'", rng.choice(("'", "&#39;", "&rsquo;"))), _TAGS)
    tags = {
        "title": ("<h1>{}</h1>",), "heading": ("<h2>{}</h2>", "<p><b>{}</b></p>", "<h3>{}"), "item": ("<li>{}</li>", "<ul><li>{}</li></ul>", "<ol><li>{}</ol>", "• {}<br>"),
        "label": ("<p>{}</p>", "<dl><dt>Pay</dt><dd>{}</dd></dl>", "<div>{}</div>"), "row": ("<table><tr><td>{}</td><td>x</td></tr></table>", "<tr><th>Pay<td>{}"),
        "quote": ("<blockquote>{}</blockquote>",),
    }.get(kind, ("<p>{}</p>", "<div>{}</div>", "{}<br><br>", "<section><p>{}</section>", "<pre>{}</pre>"))  # fmt: skip
    return rng.choice(tags).replace("{}", words) + rng.choice(("", "\n", "\n\n"))


def _plain(rng: Random, kind: str, words: str) -> str:
    if chance(rng, 0.2):
        words = words.replace(" ", "\n", 3) if chance(rng, 0.5) else words.upper()
    lead = {"item": ("- ", "• ", "* ", "1) ", "   - ", "o\t"), "quote": ("> ",), "row": ("a\tb\t", "| ")}.get(kind, ("",))
    tail = {"title": ("\n====\n", "\n\n"), "heading": (":\n", "\n\n", "\n----\n", "\n")}.get(kind, ("\n", "\n\n", "\n"))
    return rng.choice(lead) + words + rng.choice(tail)
