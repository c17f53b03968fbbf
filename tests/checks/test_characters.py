"""Characters that nobody sees, and letters that look like others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import jdlint
from jdlint.checks.characters import hidden, lookalikes
from jdlint.engine.edits import apply

RTL = "\u05d8\u05d1\u05d7"  # Hebrew letters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Cook\n\nWrite to a@b\u200b.example, please.", ["a@b.example"]),
        ("# Cook\n\n(www.bak\u00adery.example/apply)", ["www.bakery.example/apply"]),
        ("# Cook\n\nPay: $50\u200e,000\u200e–60,000.", ["$50\u200e,000\u200e–60,000"]),
        ("# Cook\n\nPay: &pound;30&#8203;000", ["£30000"]),
        ("# S\u2062enior Co\u200bok", ["S\u2062enior", "Cook"]),
        ("# Cook\n\nWe bake \u202ddaerb\u202c here.", ["\u202ddaerb\u202c"]),
        ("# Cook \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", []),
        ("# Cook\n\nBread\U000e0061\U000e0062\U000e0063 here", ["\U000e0061\U000e0062\U000e0063"]),
        ("# Cook\u200b\n\nBread\u200b and a\u200bb\ufeff.", []),  # at the end of a title it parts nothing
        (f"# Cook \u2067{RTL}\u2069\n\nWrite to {RTL}\u200f@b.example", []),
        ("# Cook\n\n👩\u200d🍳 £30\u200d 👨\u200d👩\u200d👧 24/\u200b7", []),
        ("# Cook\n\n[site](https://b\u200b.example)", ["site"]),
        ("# Cook\n\n`a@b\u200b.example` and <!-- \u202e --> more", ["a@b.example"]),
        ("---\ntitle: Se\u200bnior Cook\n---\n\nYou cook.", ["Se\u200bnior"]),
    ],
)
def test_hidden(matches: Callable[..., list[str]], text: str, found: list[str]) -> None:
    assert matches(hidden, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# \u0421ook and w\u0430iter", ["\u0421ook", "w\u0430iter"]),
        ("# Cook\n\nWe love \u041f\u0435\u0442\u0440\u0430, \u0430 and \u043e\u0440\u0435\u0445.", []),
        ("# Cook\n\nTNF\u03b1 and \u0394T, k\u03a9, \u00b5m, Chi \u03a7.", []),
        ("# \u041fовар\n\nМы ищем повара, знающего CAПР и ХACCП, на кухню.", []),
        ("# Cook\n\n\uff37\uff45 are \u24b7\u24d0\u24da\u24d4\u24e1\u24e2 and 𝒙 of 𝒇𝒙.", ["\u24b7\u24d0\u24da\u24d4\u24e1\u24e2"]),
        ("# Cook\n\n\u6599\u7406\u4eba \uff23\uff4f\uff4f\uff4b", []),
        ("# Cook\n\nwww.\u0440\u0430\u0443.example and \u043f\u043e\u0447\u0442\u0430@b.example", ["www.\u0440\u0430\u0443.example"]),
        ("# Cook\n\n[site](https://b.example/\u043e\u043d)", []),
        ("# Cook\n\nApply at www.b\u0430kery.example or b\u0430kery@b.example", ["www.b\u0430kery.example", "b\u0430kery@b.example"]),
        ("# Cook\n\n[site](https://\u043e\u0441\u0430.example/)", ["site"]),
    ],
)
def test_lookalikes(matches: Callable[..., list[str]], text: str, found: list[str]) -> None:
    assert matches(lookalikes, text) == found


@pytest.mark.parametrize(
    ("path", "text", "mended"),
    [
        ("a.md", "# Sen\u200bior C\u043eok\n\nWrite to a@b\u2060.example.", "# Senior Cook\n\nWrite to a@b.example."),
        ("a.html", "<h1>Pas\u200btry <b>C\u043eok</b></h1>", "<h1>Pastry <b>Cook</b></h1>"),
        ("a.html", "<h1>Pas&#8203;try Cook</h1>", "<h1>Pastry Cook</h1>"),
        ("a.html", "<h1>Pas&#x200d;try Cook</h1>", "<h1>Pastry Cook</h1>"),
        ("a.txt", "Pas\u200btry Cook\n\n\U0001d5d4\U0001d5fd\U0001d5fd\U0001d5f9\U0001d606 now", "Pastry Cook\n\nApply now"),
        ("a.md", "# Cook\n\n\u202ea@b\u202c and b\u0430kery@a.example", "# Cook\n\n\u202ea@b\u202c and b\u0430kery@a.example"),
    ],
)
def test_what_is_sure_is_mended(path: str, text: str, mended: str) -> None:
    found = jdlint.lint_text(text, path=path, select=["LNG018", "LNG019"]).findings
    assert found
    edits = sorted((e for f in found if f.fix for e in f.fix.edits), key=lambda e: e.span)
    assert apply(text, edits) == mended
    assert all(f.fix is None or f.fix.safe for f in found)


def test_a_hidden_text_is_told() -> None:
    hid = "".join(chr(0xE0000 + ord(c)) for c in "Hire me")
    (finding,) = jdlint.lint_text(f"# Cook\n\nYou cook.{hid}\n", path="a.md", select=["LNG018"]).findings
    assert finding.message == "7 invisible characters hide a text here, which programs read and people don't: `Hire me`; delete it"


def test_names_are_told_and_nothing_hidden_is_shown() -> None:
    (finding,) = jdlint.lint_text("# Cook\n\nWrite to a\u2060@b\u200b\u200e.example", path="a.md", select=["LNG018"]).findings
    assert "a word joiner (U+2060) and a zero width space (U+200B) and a left-to-right mark (U+200E)" in finding.message
    assert r"`a\u2060@b\u200b\u200e.example`; write `a@b.example`" in finding.message


@pytest.mark.parametrize("unit", ["a\u200b", "\u200b", "\u0430b", "\u0430b ", "\u202ea ", "a@b\u200b.c ", "\U000e0041"])
def test_long_texts_take_steps_in_proportion(unit: str, steps: Callable[[Callable[[], object]], int]) -> None:
    def taken(count: int) -> int:
        return steps(lambda: jdlint.lint_text("# Cook\n\n" + unit * count, path="a.md", select=["LNG018", "LNG019"]))

    taken(100)  # what is kept between postings is known by then
    assert taken(4_000) < 5 * taken(1_000)
