"""PDF files: what the reader makes of places and sizes, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.model import Document
from jdlint.readers import InputError, apart, format_of, pdfwords, read
from jdlint.readers.errors import LackingError
from jdlint.readers.pdf import _Reader
from jdlint.readers.pdflines import lines
from jdlint.readers.pdfwords import Page, Word


def opened(data: bytes) -> Document:
    return read(data, "a.pdf")


def rows(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, " ".join(b.text.split())) for b in document.blocks]


def page(
    *texts: tuple[float, float, str] | tuple[float, float, str, float] | tuple[float, float, str, float, bool], height: float = 842
) -> Page:
    """A page as the other process tells it, words of equal letters."""
    found = []
    for x, y, text, *look in texts:
        size = float(look[0]) if look else 10.0
        bold = bool(look[1]) if len(look) > 1 else False
        left = float(x)
        for number, word in enumerate(text.split()):
            found.append(Word(word, left, left + len(word) * size / 2, float(y), size, bold, spaced=number > 0))
            left += (len(word) + 1) * size / 2
    return Page(595, height, found, [], False)


def laid(*pages: Page) -> Document:
    return _Reader(pages, [line for found in lines(pages) for line in found]).run("a.pdf")


def test_a_whole_posting(documents: Any) -> None:
    pages = documents.laid_out(*documents.GOOD_PDF, head="Harbour Lines - Careers", foot="Page {} of {}")
    found = opened(documents.pdf(*pages))
    expected = {"#": "heading", "##": "heading", "-": "item"}
    want = [
        (expected.get(p.partition(" ")[0], "paragraph"), p.removeprefix("# ").removeprefix("## ").removeprefix("- "))
        for p in documents.GOOD_PDF
    ]
    assert rows(found) == want
    assert [b.level for b in found.blocks if b.kind == "heading"][:2] == [1, 2]
    for block in found.blocks:
        assert " ".join(found.source.text[slice(*block.span)].split()) == " ".join(block.text.split())


def test_pages_are_told(documents: Any) -> None:
    text = documents.Text
    found = opened(documents.pdf([text(72, 700, "First page")], [], [text(72, 700, "Third page")]))
    assert [(b.text, found.source.page(b.span.start)) for b in found.blocks] == [("First page", 1), ("Third page", 3)]
    assert found.source.text == "First page\n\nThird page\n"
    assert found.unread == ()


def test_links_and_bold_words_are_kept(documents: Any) -> None:
    text = documents.Text
    page = [
        text(72, 700, "Pay:", bold=True),
        text(98, 700, "see"),
        text(120, 700, "our site"),
        documents.Address("https://a.example", (119, 698, 165, 710)),
    ]
    (block,) = opened(documents.pdf(page)).blocks
    assert block.text == "Pay: see our site"
    assert [block.text[a:b] for a, b in block.bold] == ["Pay:"]
    assert {(block.text[k.start : k.end], k.href) for k in block.links} == {("our", "https://a.example"), ("site", "https://a.example")}


def test_a_page_without_text_is_told_and_a_scan_is_refused(documents: Any) -> None:
    text = documents.Text
    found = opened(documents.pdf([text(72, 700, "First page")], [], picture=(2,)))
    assert found.unread == (2,)
    with pytest.raises(InputError, match="its pages are pictures"):
        opened(documents.pdf([], picture=(1,)))
    with pytest.raises(InputError, match="is empty"):
        opened(documents.pdf([]))


def test_what_runs_upwards_is_left_out(documents: Any) -> None:
    text = documents.Text
    found = opened(documents.pdf([text(72, 700, "Cook"), text(20, 300, "DRAFT", angle=True)]))
    assert rows(found) == [("paragraph", "Cook")]


# --- lines and blocks


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_not() -> None:
    found = laid(
        page(
            (72, 700, "We bake bread and cakes for the whole town since nineteen fifty"),
            (72, 687, "and want a baker who likes the night as much as the smell of it"),
            (72, 674, "in the morning."),
            (72, 661, "Place: Leeds"),
            (72, 648, "Pay: 13 an hour"),
        )
    )
    assert [len(b.text.split("\n")) for b in found.blocks] == [3, 1, 1]


def test_bullets_hang_and_nest() -> None:
    found = laid(
        page(
            (80, 700, "•"), (95, 700, "Bake bread every night of the week and clean the oven that"),
            (95, 687, "you used"),
            (110, 674, "o"), (125, 674, "Rye"),
            (80, 661, "•"), (95, 661, "Serve"),
            (72, 640, "We pay well for it."),
        )
    )  # fmt: skip
    assert [(b.kind, b.level, b.text.replace("\n", " ")) for b in found.blocks] == [
        ("item", 1, "Bake bread every night of the week and clean the oven that you used"),
        ("item", 2, "Rye"), ("item", 1, "Serve"), ("paragraph", 0, "We pay well for it."),
    ]  # fmt: skip


def test_words_broken_at_a_lines_end_are_whole_again_where_the_text_breaks_words() -> None:
    ends = [
        "we are an organi-",
        "sation of bakers with many oppor-",
        "tunities for those who appren-",
        "ticed and work part-",
        "time or even part-time",
    ]
    body = tuple((72.0, 700.0 - 13 * n, text) for n, text in enumerate(ends))
    (block,) = laid(page(*body, (72, 600, "The right margin of this page is far away from all of that text."))).blocks[:1]
    assert "organisation" in block.text
    assert "opportunities" in block.text
    assert "apprenticed" in block.text
    assert "part-\ntime" in block.text
    few = laid(page((72, 700, "you work in the bakery part-"), (72, 687, "time and learn")))
    assert few.blocks[0].text == "you work in the bakery part-\ntime and learn"


def test_columns_are_read_one_after_the_other_and_labels_with_their_values() -> None:
    prose = "every night we bake bread and cakes for", "the town and the villages around it and", "we want you to help us in the morning so"
    left = [(40.0, 700.0 - 13 * n, prose[n % 3]) for n in range(6)]
    right = [(320.0, 694.0 - 13 * n, f"right {prose[n % 3]}") for n in range(6)]
    text = " ".join(
        b.text.replace("\n", " ") for b in laid(page((320, 707, "right begins here"), (40, 707, "left begins here"), *left, *right)).blocks
    )
    assert text.index("so") < text.index("right")
    table = [(x, 700.0 - 20 * n, words) for n in range(6) for x, words in ((72.0, f"Label {n}"), (250.0, f"value number {n}"))]
    cells = laid(page(*table)).blocks
    assert [(b.kind, b.row, b.column) for b in cells[:4]] == [("cell", 0, 0), ("cell", 0, 1), ("cell", 1, 0), ("cell", 1, 1)]


def test_a_cell_goes_on_below() -> None:
    found = laid(page((72, 700, "Pay"), (250, 700, "thirteen pounds"), (250, 687, "an hour"), (72, 660, "Place"), (250, 660, "Leeds")))
    assert [b.text for b in found.blocks] == ["Pay", "thirteen pounds\nan hour", "Place", "Leeds"]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [
        page((72, 820, "The Bakery"), (72, 700, f"Text {word}"), (300, 20, f"{n} of 3"))
        for n, word in enumerate(("one", "two", "three"), 1)
    ]
    assert [b.text for b in laid(*pages).blocks] == ["Text one", "Text two", "Text three"]


@given(
    st.lists(
        st.tuples(
            st.floats(-20, 700), st.floats(-20, 900), st.text(st.sampled_from("abc•-1.)"), min_size=1, max_size=5),
            st.floats(0.1, 60), st.booleans(),
        ),
        min_size=1, max_size=60,
    )
)  # fmt: skip
def test_whatever_stands_wherever_is_read(words: Sequence[tuple[float, float, str, float, bool]]) -> None:
    whole = Page(595, 842, [Word(t, x, x + s, y, s, b, spaced=True) for x, y, t, s, b in words], [], False)
    found = [line for here in lines([whole]) for line in here]
    if not found:
        return
    made = _Reader([whole], found).run("a.pdf")
    shown = sorted(w.text for line in found for w in line.words)
    assert sorted(made.source.text.split()) == shown
    for block in made.blocks:
        for at, char in enumerate(block.text):
            if not char.isspace():
                assert made.source.text[slice(*block.mapped.span(at, at + 1))] == char


# --- what is refused


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        opened(data)
    assert "\n" not in error.value.message
    return error.value.message


def test_what_is_no_pdf_or_a_damaged_one_is_told() -> None:
    assert refused(b"Just text") == "is no PDF file"
    assert refused(b"PK\x03\x04word/").startswith("is no PDF but a zip archive, as Word makes them")
    assert "is damaged" in refused(b"%PDF-1.7\n" + bytes(300))
    assert format_of("-", b"%PDF-1.4\n") == "pdf"


def test_a_password_is_told(documents: Any) -> None:
    lock = "/Encrypt<</Filter/Standard/V 1/R 2/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">/P -4>>/ID[<00><00>]"
    assert "password" in refused(documents.pdf([documents.Text(72, 700, "Cook")], extra=lock))


def test_too_many_pages_are_no_posting(documents: Any) -> None:
    assert "61 pages" in refused(documents.pdf(*([documents.Text(72, 700, "Cook")] for _ in range(61))))


def test_a_reader_that_hangs_or_breaks_costs_the_file_alone(documents: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    data = documents.pdf([documents.Text(72, 700, "Cook")])
    monkeypatch.setattr(pdfwords, "_SECONDS", 0.2)
    monkeypatch.setattr(apart, "_HERE", "import time; time.sleep(60)")
    assert "takes too long" in refused(data)
    monkeypatch.setattr(pdfwords, "_SECONDS", 30.0)
    monkeypatch.setattr(apart, "_HERE", "import os; os.abort()")
    assert "broke down" in refused(data)


def test_without_the_library_the_package_is_named(documents: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfwords, "find_spec", lambda _: None)
    with pytest.raises(LackingError, match=r"pip install 'jdlint\[pdf\]'"):
        opened(documents.pdf([documents.Text(72, 700, "Cook")]))


def test_a_label_beside_the_middle_of_its_text_is_read_before_it() -> None:
    found = laid(
        page(
            (72, 700, "Place:"), (250, 700, "Leeds"),
            (250, 670, "You bake bread and cakes for the whole town"),
            (72, 657, "Job summary:"), (250, 657, "and clean the oven that you have used, each"),
            (250, 644, "night of the week."),
            (72, 614, "Hours of work"),
            (72, 601, "each week:"), (250, 607, "20"),
            (250, 570, "Bakes."), (72, 570, "Duties:"),
        )
    )  # fmt: skip
    assert [t for t in found.source.text.splitlines() if t] == [
        "Place:\tLeeds",
        "Job summary:",
        "You bake bread and cakes for the whole town",
        "and clean the oven that you have used, each",
        "night of the week.",
        "Hours of work",
        "each week:",
        "20",
        "Duties:\tBakes.",
    ]
    for block in found.blocks:
        assert " ".join(found.source.text[slice(*block.span)].split()) == " ".join(block.text.split())


def test_a_label_at_the_top_of_its_text_stays_beside_its_first_line() -> None:
    found = laid(
        page(
            (72, 700, "Job summary:"), (250, 700, "You bake bread and cakes for the whole town"),
            (250, 687, "and clean the oven that you have used, each"),
            (250, 674, "night of the week."),
            (72, 650, "Place:"), (250, 650, "Leeds"),
        )
    )  # fmt: skip
    assert found.source.text.splitlines()[0] == "Job summary:\tYou bake bread and cakes for the whole town"
