"""Headless Chromium and a report to open in it. Without them these tests are skipped; JDLINT_BROWSER_TESTS=1 makes that a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
POSTINGS = ("bad/backend-developer.md", "bad/primary-teacher.html", "bad/store-supervisor.txt", "good/benefits-officer.md")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def absent(reason: str) -> None:
    """Skip, or fail where the tests are required."""
    if os.environ.get("JDLINT_BROWSER_TESTS"):
        pytest.fail(f"{reason}, and JDLINT_BROWSER_TESTS asks for these tests")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium, driven by playwright."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        absent("there is no Chromium (Debian: apt-get install chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright is not installed (pip install 'jdlint[dev]')")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report on some of the example postings, the flawed ones first."""
    out = tmp_path_factory.mktemp("report") / "report.html"
    postings = [str(ROOT / "examples" / name) for name in POSTINGS]
    assert main(["check", "--isolated", "--as-of", "2026-01-15", "--output-format", "html", "--output-file", str(out), *postings]) == 1
    return out.as_uri()


@pytest.fixture
def make_page(browser: Any) -> Iterator[Any]:
    """Opens an address in a page of its own; whatever the page's console complains of is an error, and so is a request."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def make(url: str, width: int = 1280, height: int = 900, scheme: str = "light", **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda request: complaints.append(request.url) if request.url.partition("#")[0] != url.partition("#")[0] else None
        )
        page.goto(url)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
