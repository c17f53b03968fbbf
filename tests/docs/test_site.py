"""The documentation site: built strictly, a page for every rule where findings say that it is, and nothing from elsewhere."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest
import yaml

from jdlint.cli.main import COMMANDS, main
from jdlint.config.decode import KEYS
from jdlint.engine.testing import run_examples
from jdlint.law.store import entries
from jdlint.report import FORMATS
from jdlint.rules.index import shipped_rules
from jdlint.rules.load import load_file
from jdlint.rules.model import RULE_PAGES, SITE
from jdlint.rules.schema import KINDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(ROOT / "mkdocs.yml"),
        "-d",
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_site", ROOT / "tools" / "docs_site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Loaded(HTMLParser):
    """What a page loads: scripts, styles, images, fonts."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.marks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = dict(attrs)
        self.marks += tag == "mark"
        if tag in ("script", "img", "iframe", "source") and row.get("src"):
            self.urls.append(str(row["src"]))
        if tag == "link" and row.get("rel") in ("stylesheet", "preload", "preconnect", "icon"):
            self.urls.append(str(row["href"]))


def test_every_rules_address_is_a_page(site: Path) -> None:
    top = urlsplit(SITE)
    assert RULE_PAGES.startswith(SITE)
    for code in shipped_rules().entries:
        path = urlsplit(f"{RULE_PAGES}{code}").path.removeprefix(top.path)
        page = site / path / "index.html"
        assert page.is_file(), f"{code} has no page at {path}"
        assert f'<h1 id="{code.lower()}-' in page.read_text(encoding="utf-8")


def test_the_site_is_published_where_the_code_says() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_url: {SITE} " in text
    assert f'Documentation = "{SITE}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > len(shipped_rules().entries)
    for page in pages:
        loaded = Loaded()
        loaded.feed(page.read_text(encoding="utf-8"))
        assert not [u for u in loaded.urls if urlsplit(u).netloc], page


def test_a_page_tells_all_of_its_rule(site: Path) -> None:
    page = (site / "rules" / "TTL002" / "index.html").read_text(encoding="utf-8")
    doc = load_file(shipped_rules().entries["TTL002"].path)
    for heading in ("Why", "Before and after", "Fine as it is", "Phrases", "Leave it out", "Sources"):
        assert f">{heading}<" in page
    assert all(source.url in page for source in doc.sources)
    assert "names one sex; use salesperson or sales representative" in page  # what the check says of the first example
    found = Loaded()
    found.feed(page)
    assert found.marks == sum(e.text.count(">>") for e in doc.examples if e.verdict == "bad")
    assert "rules/TTL002" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_options_are_shown_with_their_defaults(generator: ModuleType) -> None:
    page = generator.pages()["rules/STR020.md"]
    assert "| `max-words` | The most words a posting should have. | integer | 1000 |" in page
    assert "rules:\n  STR020: {max-words: 1000}" in page


def test_references_name_every_setting_command_and_format(generator: ModuleType) -> None:
    pages = generator.pages()
    assert all(f"| `{key}` |" in pages["reference/settings.md"] for key in KEYS)
    assert all(f"## jdlint {name}" in pages["reference/commands.md"] for name in COMMANDS)
    assert set(re.findall(r"^\| `(\w+)` \|", pages["reference/formats.md"], re.MULTILINE)) == set(FORMATS)


def test_text_is_shown_as_it_is(generator: ModuleType) -> None:
    assert generator.text("a <b> *c* [d] `e_*`") == r"a &lt;b&gt; \*c\* \[d\] `e_*`"


def _blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_guide_for_authors_holds_every_kind_and_its_examples_run(tmp_path: Path) -> None:
    kinds = set()
    for text in _blocks(DOCS / "guides" / "rule-author.md", "yaml"):
        file = tmp_path / "rule.yaml"
        file.write_text(text, encoding="utf-8")
        doc = load_file(file, trusted=False)
        assert not run_examples(doc), doc.rule.code
        kinds.add(doc.rule.kind)
    assert kinds == set(KINDS) - {"python", "internal"}


def test_the_settings_in_the_guides_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    posting = tmp_path / "draft.md"
    posting.write_text("# Cook\n\nYou make soup.\n", encoding="utf-8")
    (tmp_path / ".jdlint.yaml").write_text("\n".join(_blocks(DOCS / "guides" / "troubleshooting.md", "yaml")), encoding="utf-8")
    assert main(["check", str(posting)]) == 1
    assert "STR007" not in capsys.readouterr().out  # provided: application


def test_the_action_in_the_guide_has_the_inputs_that_there_are() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    guide = DOCS / "guides" / "repository.md"
    shown = next(yaml.safe_load(b) for b in _blocks(guide, "yaml") if "runs-on" in b)
    used = shown["jobs"]["jdlint"]["steps"][1]["with"]
    assert set(used) <= set(action["inputs"])
    table = guide.read_text(encoding="utf-8").split("| input |", 1)[1].split("##", 1)[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)) == set(action["inputs"])


def test_every_command_in_the_pages_is_one() -> None:
    for page in DOCS.rglob("*.md"):
        for command in re.findall(r"^\$ jdlint (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert command in COMMANDS, page


def test_the_json_page_shows_the_keys_that_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("# Salesman\n", encoding="utf-8")
    main(["check", "--isolated", "--output-format", "json", "--select", "TTL002", "draft.md"])
    printed = json.loads(capsys.readouterr().out)
    (block,) = _blocks(DOCS / "reference" / "json.md", "json")
    shown = json.loads(block)
    assert shown.keys() <= printed.keys()
    assert shown["files"][0].keys() <= printed["files"][0].keys()
    finding, real = shown["files"][0]["findings"][0], printed["files"][0]["findings"][0]
    assert finding.keys() <= real.keys()
    same = finding.keys() - {"fingerprint", "url", "fix"}
    assert {k: finding[k] for k in same} == {k: real[k] for k in same}
    assert finding["fix"]["edits"] == real["fix"]["edits"]


def test_every_jurisdiction_is_on_the_page_on_law(site: Path) -> None:

    page = (site / "law" / "index.html").read_text(encoding="utf-8")
    assert all(f'id="{code}"' in page for code in entries())
    assert "<!-- places -->" not in page
