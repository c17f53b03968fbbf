"""Texts made to break a reader or a rule: each gives a result or one clear line, in a time that the limits bound.

`JDLINT_HOSTILE=full` tries them in the sizes that the page on safety names (some minutes); else they are a tenth of that.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import jdlint
from jdlint.cli.main import main
from jdlint.engine.result import Result

TIMES = 10 if os.environ.get("JDLINT_HOSTILE") == "full" else 1
POSTING = "# Cook, Leeds\n\n## What you will do\n\n- Cook\n\n## Pay\n\n£30,000 a year\n\n"

DEEP: dict[str, tuple[str, Callable[[int], str]]] = {
    "lists in Markdown": ("a.md", lambda n: POSTING + "- " * n + "x\n"),
    "lists by indentation": ("a.md", lambda n: POSTING + "".join("  " * i + "- x\n" for i in range(min(n, 2000)))),
    "quotes in Markdown": ("a.md", lambda n: POSTING + ">" * n + " x\n"),
    "divs": ("a.html", lambda n: "<div>" * n + "x" + "</div>" * n),
    "divs in Markdown": ("a.md", lambda n: POSTING + "<div>" * n + "x"),
    "lists in HTML": ("a.html", lambda n: "<ul><li>" * n + "x" + "</li></ul>" * n),
    "quotes in HTML": ("a.html", lambda n: "<blockquote>" * n + "x"),
    "tables in HTML": ("a.html", lambda n: "<table><tr><td>" * n + "x"),
    "bold in HTML": ("a.html", lambda n: "<p>" + "<b>" * n + "x"),
    "brackets": ("a.md", lambda n: POSTING + "[" * n + "a" + "]" * n),
    "open links": ("a.md", lambda n: POSTING + "[a](" * n),
    "open emphasis": ("a.md", lambda n: POSTING + "*a " * n),
    "parentheses": ("a.md", lambda n: POSTING + "(" * n),
}
LONG: dict[str, tuple[str, Callable[[int], str]]] = {
    "one line": ("a.md", lambda n: POSTING + "we want a rockstar " * (n * 5)),
    "one line without a space": ("a.txt", lambda n: POSTING + "a" * (n * 95)),
    "headings in Markdown": ("a.md", lambda n: POSTING + "".join(f"## Heading {i}\n\ntext\n\n" for i in range(n))),
    "headings in HTML": ("a.html", lambda n: "".join(f"<h2>Heading {i}</h2><p>text" for i in range(n))),
    "keys of front matter": ("a.md", lambda n: "---\n" + "".join(f"k{i}: value\n" for i in range(n)) + "---\n" + POSTING),
    "front matter without an end": ("a.md", lambda n: "---\ntitle: Cook\n" + "key: value\n" * (n * 2)),
    "less-than signs": ("a.html", lambda n: "<" * (n * 10)),
    "comments without an end": ("a.html", lambda n: "<!--" * (n * 2)),
    "ampersands": ("a.html", lambda n: "&" * (n * 5)),
    "amounts": ("a.md", lambda n: POSTING + "£1 - " * n),
    "digits": ("a.md", lambda n: POSTING + "1," * n),
    "addresses": ("a.md", lambda n: POSTING + "a@" * n),
    "references": ("a.md", lambda n: POSTING + "".join(f"[r{i}]: http://x.example\n" for i in range(n)) + "[r1]" * n),
    "degrees": ("a.md", lambda n: POSTING + "## Requirements\n\n" + "- A degree in cookery\n" * n),
    "lists": ("a.md", lambda n: POSTING + "## What you will do\n\n" + "Then:\n\n- Cook\n- Bake\n\n" * (n // 2)),
    "places": ("a.md", lambda n: POSTING + "## Location\n\n" + "Elmstead\n\n" * n),
    "labels in a table": ("a.md", lambda n: POSTING + "| a | b |\n|---|---|\n" + "| Hours: | Type: |\n" * n),
    "tables": ("a.md", lambda n: POSTING + "| min | max |\n|---|---|\n| $20,000 | $30,000 |\n\n" * n),
    "empty lines": ("a.md", lambda n: POSTING + "\n" * (n * 50)),
}


def judged(data: str | bytes, path: str = "a.md") -> Result:
    """The result; a fault inside jdlint fails the test, and every finding points into the text and holds its words."""
    found = jdlint.lint_text(data, path=path)
    assert not [f for f in found.findings if f.code == "LNT900"], found.findings
    assert "went wrong" not in found.reason
    assert found.state in {"linted", "unreadable"}
    if found.state == "unreadable":
        assert found.broken
        assert found.reason
        assert "\n" not in found.reason
    else:
        assert found.source is not None
        assert all(0 <= f.span.start <= f.span.end <= len(found.source.text) for f in found.findings)
    return found


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_without_end_has_a_result(name: str) -> None:
    path, make = DEEP[name]
    judged(make(1_000 * TIMES), path)


@pytest.mark.parametrize("name", LONG)
def test_what_is_long_without_end_has_a_result_or_is_given_up(name: str) -> None:
    path, make = LONG[name]
    found = judged(make(10_000 * TIMES if TIMES > 1 else 3_000), path)
    assert found.state == "linted" or found.findings[0].code == "LNT002"


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", LONG)
def test_what_is_long_takes_steps_in_proportion(name: str, steps: Callable[[Callable[[], object]], int]) -> None:
    path, make = LONG[name]
    judged(make(800), path)  # what is kept between postings is known by then
    small, middle, large = (steps(partial(jdlint.lint_text, make(n), path=path)) for n in (200, 400, 800))
    assert large - middle < 2.6 * (middle - small) + 2_000, (small, middle, large)  # twice in proportion, four times in the square


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
)


@pytest.mark.parametrize(
    ("front", "state"),
    [
        (f"---\n{LAUGHS}---\n", "linted"),  # an alias is read as what it is, one sign
        ("---\na: " + "[" * 50_000 + "\n---\n", "unreadable"),
        ("---\na: " + "{b: " * 5_000 + "\n---\n", "unreadable"),
        ("+++\na = " + "[" * 20_000 + "\n+++\n", None),
        ("+++\na = " + "9" * 10_000 + "\n+++\n", None),
        ('{"a":' * 50_000, "linted"),
        ("---\npay: " + "9" * 10_000 + "\nid: 0x" + "f" * 9_000 + "\n---\n", "linted"),
        ("---\npay: 1" + ":59" * 20_000 + "\n---\n", "linted"),
        ("---\na: !!python/object/apply:os.system [touch nowhere]\n---\n", None),
        ("---\na: *nothing\n---\n", None),
        ("---\n? [a, b]\n: c\n---\n", "linted"),
    ],
)
def test_front_matter_made_to_do_harm(front: str, state: str | None) -> None:
    found = judged(front + POSTING)
    assert state is None or found.state == state


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (POSTING.encode() + b"\0x", "unreadable"),
        (POSTING.encode("utf-16-le"), "unreadable"),
        (POSTING.encode("utf-16"), "linted"),
        (b"\xfe\xff" + POSTING.encode("utf-16-be"), "linted"),
        (b"\xff\xfe" + POSTING.encode("utf-16-le") + b"\x00\xd8x\x00", "unreadable"),
        ((POSTING + "\ud800 text\n").encode("utf-8", "surrogatepass"), "linted"),
        (POSTING.encode("latin-1") + "naïve café".encode() + b"\xe9\x80\n", "linted"),
        (b"\xef\xbb\xbf" + POSTING.encode("latin-1"), "unreadable"),
        (b"\r" * 10_000, "unreadable"),
        (("# Cook \x1b[31mred\x1b]0;title\x07\n" + "\x1b[2J" * 20).encode(), "unreadable"),
    ],
)
def test_bytes_of_odd_encodings(data: bytes, state: str) -> None:
    assert judged(data).state == state


def test_odd_characters_stay_where_they_are() -> None:
    text = "# Cook\n\nWe want a \u202erockstar\u202c, a \u2066ninja\u2069 and a \x9b31m salesman.\n"
    found = judged(text)
    assert found.source is not None
    marked = {found.source.text[slice(*f.span)] for f in found.findings if f.match}
    assert {"rockstar", "ninja", "salesman"} <= marked


DECEIVING = "\u200b\u200e\u202a\u202c\u202d\u202e\u2060\u2066\u2069\ufeff\U000e0061"


@pytest.mark.parametrize("form", ["full", "concise", "github", "gitlab", "json", "jsonl", "junit", "markdown", "sarif", "rdjson", "html"])
def test_characters_that_deceive_are_told_and_shown_as_escapes(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    text = (
        "# S\u0435nior Sales\u200bman \u202edesrever\u202c\n\nWe want a \u202drockstar\u202c, a \u2066ninja\u2069 and "
        "\U000e0061\U000e0062\U000e0063.\n\n"
        "Write to jobs@b\u2060akery.example or [here](https://b\u0430kery\u200b.example). Pay is £30,\ufeff000\u200e,\u202a5.\n"
    )
    Path("a.md").write_text(text, encoding="utf-8")
    assert main(["check", "--isolated", "--output-format", form, "a.md"]) == 1
    shown = capsys.readouterr().out
    assert not set(DECEIVING) & set(shown)
    told = {"LNG018", "LNG019"} if form != "gitlab" else {"right-to-left override", "Cyrillic"}
    assert all(code in shown for code in told)


def test_references_that_stand_for_no_character() -> None:
    judged("<h1>Cook</h1><p>&#xD800; &#0; &#x110000; &#99999999999999999999; &#x1b;[31m &bogus; &#; &#x;", "a.html")
