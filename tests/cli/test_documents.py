"""Documents through the whole program: reports, suppressions, the cache, standard input, and files that are left as they are."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jdlint.cli.main import main

AS_OF = ("--isolated", "--as-of", "2026-01-15")


@pytest.fixture
def bad(tmp_path: Path, documents: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "bad.docx"
    place.write_bytes(documents.docx(*documents.BAD_DOCX, links=documents.GOOD_LINKS, comments=documents.BAD_COMMENTS))
    return place


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    main(["check", *AS_OF, "--output-format", "json", *arguments])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    return list(file["findings"])


def test_a_comment_hides_what_it_is_anchored_to(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(capsys, bad.name)
    assert "LNG004" not in {f["code"] for f in found}
    assert "INC401" in {f["code"] for f in found}
    assert all(f["fix"] is None for f in found)


def test_a_comment_that_hides_nothing_is_told_by_its_code(bad: Path, documents: Any, capsys: pytest.CaptureFixture[str]) -> None:
    body = (documents.para("Night porter", style="Title"), documents.para("We want a ", documents.commented(documents.run("porter"), 0)))
    bad.write_bytes(documents.docx(*body, comments=("jdlint: ignore[INC401] no",)))
    (found,) = [f for f in findings(capsys, bad.name) if f["code"] == "LNT103"]
    assert "`INC401`" in found["message"]
    assert (found["line"], found["column"], found["match"], found["fix"]) == (2, 11, "porter", None)


def test_a_comment_over_several_paragraphs_covers_them(bad: Path, documents: Any, capsys: pytest.CaptureFixture[str]) -> None:
    p = documents.para
    said = (p("Native English speaker", number=1), p("A rockstar", number=1), p("Native English speaker wanted here", number=1))
    body = (p("Night porter", style="Title"), p("Requirements", style="Heading1"), documents.commented("".join(said), 0))
    bad.write_bytes(documents.docx(*body, comments=("jdlint: ignore[INC401, LNG004] so be it",)))
    assert not {"INC401", "LNG004", "LNT103"}.intersection(f["code"] for f in findings(capsys, bad.name))


def test_every_report_can_be_made(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from jdlint.report import FORMATS

    for name in FORMATS:
        assert main(["check", *AS_OF, "--output-format", name, bad.name]) == 1, name
        assert "native-speaker" in (out := capsys.readouterr().out) or "INC401" in out, name


def test_code_scanning_is_not_pointed_at_lines_that_are_not_there(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", *AS_OF, "--output-format", "sarif", bad.name])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (native,) = [r for r in results if r["ruleId"] == "INC401"]
    (place,) = native["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "line 12"}]


def test_nothing_is_written_to_a_document(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bad.read_bytes()
    for options in (("--fix",), ("--fix", "--unsafe-fixes"), ("--add-ignore",), ("--diff",)):
        main(["check", *AS_OF, *options, bad.name])
        assert "bad.docx: nothing is written to a docx file" in capsys.readouterr().err
        assert bad.read_bytes() == before


def test_standard_input_is_read_by_name(bad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    data = bad.read_bytes()
    named = findings(capsys, bad.name)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(data)))
    assert findings(capsys, "--stdin-filename", "bad.docx") == named


def test_a_second_run_finds_the_same_in_the_cache(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JDLINT_NO_CACHE")
    cached = ("--cache-dir", str(tmp_path / "kept"))
    first = findings(capsys, bad.name, *cached)
    monkeypatch.setattr("jdlint.engine.files.Files.parse", None)  # a second look at the file would fail
    assert findings(capsys, bad.name, *cached) == first
    main(["check", *AS_OF, *cached, "--output-format", "full", bad.name])
    assert "12 | Native English speaker" in capsys.readouterr().out


def test_a_folder_is_searched_for_documents(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bad.parent / "broken.docx").write_bytes(b"no archive")
    assert main(["check", *AS_OF, "."]) == 1
    out = capsys.readouterr()
    assert "bad.docx:12:1: error INC401" in out.out
    assert "error: broken.docx: is no Word document" in out.err
    assert main(["check", *AS_OF, "broken.docx"]) == 2


# --- PDF


@pytest.fixture
def bad_pdf(tmp_path: Path, documents: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "bad.pdf"
    pages = documents.laid_out(*documents.BAD_PDF)
    place.write_bytes(documents.pdf(*pages, [], [documents.Text(72, 700, "Native English speaker wanted.")], picture=(2,)))
    return place


def test_findings_in_a_pdf_have_pages_in_every_run(
    bad_pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JDLINT_NO_CACHE")
    cached = ("--cache-dir", str(tmp_path / "kept"))
    first = findings(capsys, bad_pdf.name, *cached)
    assert {f["code"]: f["page"] for f in first if f["code"] in ("INC401", "INC801", "LNT001")} == {"INC801": 1, "LNT001": 2, "INC401": 3}
    monkeypatch.setattr("jdlint.engine.files.Files.parse", None)
    assert findings(capsys, bad_pdf.name, *cached) == first
    main(["check", *AS_OF, *cached, bad_pdf.name])
    assert "(page 3): error INC401" in capsys.readouterr().out


def test_without_the_library_a_named_pdf_is_an_error_and_one_in_a_folder_is_left_out(
    bad_pdf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdlint.readers.pdfwords.find_spec", lambda _: None)
    assert main(["check", *AS_OF, bad_pdf.name]) == 2
    assert "error: bad.pdf: is a PDF, and what reads those is not installed: pip install 'jdlint[pdf]'" in capsys.readouterr().err
    (bad_pdf.parent / "cook.md").write_text("# Cook\n\n## Duties\n\n- Make soup\n\n## Requirements\n\n- Patience\n", encoding="utf-8")
    assert main(["check", *AS_OF, "--fail-on", "never", "."]) == 0
    assert "Not checked: bad.pdf; it is a PDF, and what reads those is not installed" in capsys.readouterr().out
