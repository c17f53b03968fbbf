"""The HTML report in a browser: accessible in every look, and usable with mouse, keyboard, without scripts and on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main


def violations(page: Any) -> list[str]:
    """What axe finds wrong, a line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['help']}: {[node['target'] for node in v['nodes']]}" for v in found]


def arrive(page: Any, article: str) -> None:
    """Wait until a posting, and no other, is shown: the address changes before the page does."""
    page.wait_for_function("id => [...document.querySelectorAll('article.current')].map(a => a.id).join() === id", arg=article)


def focused(page: Any, fits: str) -> None:
    """Wait until what has the focus fits a condition on `e`."""
    page.wait_for_function(f"() => (e => {fits})(document.activeElement)")


def shown_cards(page: Any, article: str = "#p1") -> int:
    return int(page.locator(f"{article} .card:visible").count())


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(make_page: Any, page_url: str, scheme: str, width: int) -> None:
    page = make_page(page_url, width=width, scheme=scheme)
    page.locator("#filters summary").click()
    assert violations(page) == []
    for summary in page.locator("#p1 summary").all():
        summary.evaluate("e => { e.parentElement.open = true; }")
    for place in ("p1c8", "p4", "rules"):
        page.goto(f"{page_url}#{place}")
        assert violations(page) == [], place


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(make_page: Any, page_url: str, width: int) -> None:
    page = make_page(page_url, width=width)
    for place in ("overview", "p1", "p2", "rules"):
        page.goto(f"{page_url}#{place}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def test_a_way_through_with_the_mouse(make_page: Any, page_url: str) -> None:
    page = make_page(page_url)
    assert page.locator("article:visible").count() == 0
    page.locator(".postings tbody a").first.click()
    arrive(page, "p1")
    assert page.locator("article:visible").count() == 1
    assert page.locator("h2:visible").first.inner_text() in page.title()

    everything = shown_cards(page)
    page.get_by_role("checkbox", name="Warnings").uncheck()
    page.get_by_role("checkbox", name="Notes").uncheck()
    errors = page.locator("#p1 .card.error").count()
    assert 0 < shown_cards(page) == errors < everything
    assert re.fullmatch(r"\d+ of \d+ findings shown", page.locator("#shown").inner_text())
    assert page.locator("#p1 .posting .badge:visible:not(.error)").count() == 0
    assert page.locator("#p1 mark:not(.off):not(.error)").count() == 0

    mark = page.locator("#p1 mark.error").first
    mark.click()
    card = page.locator(f"#{mark.get_attribute('data-cards').split()[0]}")
    focused(page, f"e.id === '{card.get_attribute('id')}'")
    assert "lit" in card.get_attribute("class")
    card.locator("summary").click()
    assert card.locator("details p").first.is_visible()
    card.locator(".place").first.click()
    focused(page, "e.matches('.posting .badge')")

    page.locator("#p1 .next").click()
    arrive(page, "p2")
    focused(page, "e.matches('h2')")
    assert page.evaluate("window.scrollY") == 0
    page.go_back()
    arrive(page, "p1")


def tab_to(page: Any, fits: str) -> None:
    """Press Tab until what has the focus fits a condition on `e`."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(f"(e => {fits})(document.activeElement)"):
            return
    pytest.fail(f"no element that can be reached with Tab fits {fits}")


def test_the_same_way_with_the_keyboard_alone(make_page: Any, page_url: str) -> None:
    page = make_page(page_url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tab_to(page, "e.value === 'warning'")
    page.keyboard.press("Space")
    tab_to(page, "e.closest('.postings tbody') !== null")
    page.keyboard.press("Enter")
    arrive(page, "p1")
    assert page.locator("#p1 .card.warning:visible").count() == 0
    tab_to(page, "e.matches('.posting .badge')")
    number = page.evaluate("document.activeElement.dataset.card")
    page.keyboard.press("Enter")
    focused(page, f"e.id === '{number}'")
    tab_to(page, "e.matches('.card summary')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    page.goto(f"{page_url}#p1")
    focused(page, "e.matches('#p1 h2')")
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.next')"):
            break
    page.keyboard.press("Enter")
    arrive(page, "p2")


def test_topics_filter_and_close(make_page: Any, page_url: str) -> None:
    page = make_page(f"{page_url}#p1")
    page.locator("#filters summary").click()
    for box in page.locator(".topics input:not([value=PAY])").all():
        box.uncheck()
    assert {c.get_attribute("data-family") for c in page.locator("#p1 .card:visible").all()} == {"PAY"}
    page.keyboard.press("Escape")
    assert not page.locator(".topics").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.goto(f"{page_url}#overview")
    assert all("PAY" in row.inner_text() for row in page.locator(".chart tr[data-family]:visible").all())


def test_the_table_sorts(make_page: Any, page_url: str) -> None:
    page = make_page(page_url)

    def scores() -> list[int]:
        return [int(cell.get_attribute("data-value")) for cell in page.locator(".postings tbody td[data-value]").all()]

    score = page.get_by_role("button", name="Score")
    score.click()
    assert scores() == sorted(scores(), reverse=True)
    score.click()
    assert scores() == sorted(scores())
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"


def test_all_is_there_without_scripts(make_page: Any, page_url: str) -> None:
    page = make_page(page_url, java_script_enabled=False)
    assert page.locator("article:visible").count() == 4
    assert not page.locator("#filters").is_visible()
    assert page.locator("#overview").is_visible()


def test_on_paper_all_postings_are_there(make_page: Any, page_url: str) -> None:
    page = make_page(page_url)
    page.emulate_media(media="print")
    assert page.locator("article:visible").count() == 4
    assert not page.locator(".top").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_hostile_content_does_nothing(make_page: Any, tmp_path: Path) -> None:
    attack = "<script>document.title='gone'</script> <img src=x onerror=document.title='gone'> \u202ereversed \x1b[31mred"
    posting = tmp_path / "cook.txt"
    posting.write_text(f"Salesman {attack}\n\nDuties\n\n- Make soup as a rockstar {attack}\n- {attack}\n", encoding="utf-8")
    out = tmp_path / "out.html"
    main(["check", "--isolated", "--report", f"html={out}", "-q", str(posting)])
    page = make_page(out.as_uri())
    assert "gone" not in page.title()
    text = page.locator("#p1 .posting").inner_text()
    assert "<script>" in text
    assert "\\u202ereversed" in text
    assert "\u202e" not in text
    assert page.locator("article img, article script").count() == 0
    assert violations(page) == []
