"""Documents and data made to break a reader: bombs of zip, XML, PDF, Parquet, JSON and YAML, run as a user would, their memory measured."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint.readers import InputError, apart, parquet, pdfwords, read
from jdlint.readers.tables import rows

MEASURED = """
import resource, sys
from jdlint.cli.main import main
code = main(sys.argv[1:])
with open("/proc/self/status", encoding="ascii") as status:
    own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss), file=sys.stderr)
sys.exit(code)
"""
GOOD = "# Cook\n\n## Duties\n\n- Cook\n"


def checked(folder: Path, files: Mapping[str, bytes]) -> tuple[dict[str, str], int]:
    """What is told of each file, a good one beside them, and the most kilobytes that the run or a process of its took."""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is measured where Linux tells of it")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    command = [sys.executable, "-c", MEASURED, "check", "--isolated", "--output-format", "concise", *sorted(files), "good.md"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False, stdin=subprocess.DEVNULL)
    *told, peak = run.stderr.splitlines()
    assert "Traceback" not in run.stderr
    assert "good.md:1" in run.stdout, run.stderr
    reasons = dict(line.removeprefix("error: ").split(": ", 1) for line in told if line.startswith("error: "))
    assert run.returncode == (2 if reasons else 1)
    return reasons, int(peak)


# --- Word


def package(parts: Mapping[str, bytes | str], members: int = 0) -> bytes:
    """A zip archive with the parts of a Word file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"word/document.xml": word("<w:p><w:r><w:t>Cook</w:t></w:r></w:p>"), **parts}.items():
            archive.writestr(name, content)
        for number in range(members):
            archive.writestr(f"x{number}", b"")
    return made.getvalue()


def word(body: str, before: str = "") -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f'<?xml version="1.0"?>{before}<w:document {space}><w:body>{body}</w:body></w:document>'


def overlapping(copies: int) -> bytes:
    """An archive whose directory names one compressed part many times, as a bomb that needs no nesting does."""
    packed = package({})
    start = packed.index(b"PK\x01\x02")
    end = packed.index(b"PK\x05\x06")
    one = packed[start:end]
    size = len(one) * copies
    return packed[:start] + one * copies + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, copies, copies, size, start, 0)


def test_word_files_made_to_do_harm(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    inner = package({"word/document.xml": " " * 30_000_000})
    relations = (
        '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="{}"/>'
        + '<Relationship Id="r" Type="t" Target="file:///etc/passwd" TargetMode="External"/>' * 1000
        + "</Relationships>"
    )
    reasons, peak = checked(
        tmp_path,
        {
            "ratio.docx": inner,
            "nested.docx": package({"word/document.xml": inner, "word/inner.docx": inner}),
            "members.docx": package({}, 10_001),
            "overlap.docx": overlapping(20_000),
            "entity.docx": package({"word/document.xml": word("&e;", '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>')}),
            "parameter.docx": package({"word/document.xml": word("x", '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://x.example/p"> %p;]>')}),
            "laughs.docx": package({"word/document.xml": word("&a11;", f"<!DOCTYPE d [{laughs}]>")}),
            "laughs-in-styles.docx": package({"word/styles.xml": word("&a11;", f"<!DOCTYPE d [{laughs}]>")}),
            "deep.docx": package({"word/document.xml": word("<w:sdt>" * 100_000)}),
            "elements.docx": package({"word/document.xml": word("<w:p/>" * 600_000)}),
            "up.docx": package({"_rels/.rels": relations.format("../../../../etc/passwd")}),
            "self.docx": package({"_rels/.rels": relations.format("_rels/.rels")}),
            "missing.docx": package({"_rels/.rels": relations.format("word/" + "x" * 60_000)}),
            "names.docx": package({"../../up.txt": b"x", "/etc/cron.d/x": b"x", "a" * 60_000: b"x", "word\\..\\x": b"x"}),
            "cut.docx": package({})[:-40],
        },
    )
    document_type = "is refused: word/document.xml declares a document type, which no Word file needs"
    assert reasons == {
        "ratio.docx": "is no posting: word/document.xml unpacks to more than 20,000,000 bytes",
        "nested.docx": "is damaged: word/document.xml is no XML that can be read (not well-formed (invalid token): line 1, column 2)",
        "members.docx": "is no posting: the archive holds 10,002 files (the limit is 10,000)",
        "overlap.docx": "is no posting: the archive holds 20,000 files (the limit is 10,000)",
        "entity.docx": document_type,
        "parameter.docx": document_type,
        "laughs.docx": document_type,
        "laughs-in-styles.docx": document_type.replace("document.xml", "styles.xml"),
        "deep.docx": "is no posting: word/document.xml holds elements too deep in each other",
        "elements.docx": "is no posting: word/document.xml holds too many elements",
        "self.docx": "is a zip archive, but no Word document",
        "cut.docx": reasons["cut.docx"],
    }
    assert reasons["cut.docx"].startswith("is no Word document")
    assert peak < 300_000
    assert {p.name for p in tmp_path.iterdir()} == {*reasons, "up.docx", "missing.docx", "names.docx", "good.md"}


# --- PDF


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return bytes(made) + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(made),
    )  # fmt: skip


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def page(more: bytes = b"", parent: int = 2) -> bytes:
    font = b"<< /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font %b >> %b >>" % (parent, font, more)


def stream(data: bytes, how: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), how, data)


def shown(content: bytes) -> bytes:
    """A PDF of one page with this content."""
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(b"/Contents 4 0 R"), content)


def tree(levels: int) -> bytes:
    """A PDF whose one page lies so deep in the tree of its pages."""
    nodes = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 %b >>" % (n + 1, b"/Parent %d 0 R" % (n - 1) if n > 2 else b"") for n in range(2, levels)
    ]
    return pdf(CATALOGUE, *nodes, page(parent=levels - 1))


def forms(levels: int) -> bytes:
    """A PDF whose page draws a form ten times, which draws another one ten times, and so on."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    drawn = [stream(b"/X Do " * 10, form + b" /Resources << /XObject << /X %d 0 R >> >>" % (number + 1)) for number in range(5, 5 + levels)]
    first = page(b"/Contents 4 0 R").replace(b"/Resources <<", b"/Resources << /XObject << /X 5 0 R >>")
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", first, stream(b"/X Do"), *drawn, stream(b"0 0 1 1 re f", form))


def test_pdf_files_made_to_do_harm(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    runs = zlib.compress(b"\x81 " * 8_000_000)  # half a gigabyte, after both filters
    spaces = zlib.compress(b" " * 200_000_000, 1)
    say = b"BT /F 9 Tf 50 700 Td (%b) Tj ET"
    reasons, peak = checked(
        tmp_path,
        {
            "count.pdf": pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", page()),
            "kids.pdf": pdf(CATALOGUE, b"<< /Type /Pages /Kids [%b] /Count 200000 >>" % (b"3 0 R " * 200_000), page()),
            "deep.pdf": tree(50_000),
            "circle.pdf": pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 5 >>"),
            "runs.pdf": shown(stream(runs, b"/Filter [/FlateDecode /RunLengthDecode]")),
            "spaces.pdf": shown(stream(spaces, b"/Filter /FlateDecode")),
            "length.pdf": shown(stream(b"x", b"").replace(b"/Length 1", b"/Length 99999999999")),
            "text.pdf": shown(stream(say % (b"cook " * 5_000) * 20)),
            "arrays.pdf": shown(stream(b"[" * 1_000_000)),
            "objects.pdf": pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 /X %b >>" % (b"[" * 100_000), page()),
            "cut.pdf": shown(stream(b""))[:200],
        },
    )
    assert reasons["text.pdf"] == "is no posting: it has more than 400,000 characters"
    told = ("is damaged", "is empty", "is a PDF that", "is no posting", "holds no text")
    assert {n for n in reasons if reasons[n].startswith(told)} == {p.name for p in tmp_path.glob("*.pdf")}, reasons
    assert peak < 800_000


def test_forms_in_forms_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    monkeypatch.setattr(pdfwords, "_SECONDS", 2.0)
    with pytest.raises(InputError, match=r"takes too long to read|holds no text|is empty"):
        read(forms(12), "a.pdf")


# --- Parquet


def table(count: int, title: str, description: str) -> bytes:
    """A Parquet table of equal rows, each text of which is kept once."""
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet as written

    def column(text: str) -> Any:
        return pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), pa.array([text]))

    made = io.BytesIO()
    written.write_table(pa.table({"title": column(title), "description": column(description)}), made)
    return made.getvalue()


def test_parquet_files_made_to_do_harm(tmp_path: Path) -> None:
    small = table(3, "Cook", "You cook.")
    footer = int.from_bytes(small[-8:-4], "little")
    reasons, peak = checked(
        tmp_path,
        {
            "rows.parquet": table(2_000_000, "Cook", "You cook."),
            "cells.parquet": table(256, "Cook", "x" * 50_000_000),
            "footer.parquet": small[:-8] + b"\xff\xff\xff\x7fPAR1",
            "sizes.parquet": small[: -8 - footer] + b"\xff" * footer + small[-8:],
            "list.parquet": small[: -8 - footer] + b"\x15\x02\x19\xfc\xff\xff\xff\xff\x07" + bytes(footer - 9) + small[-8:],
        },
    )
    assert "tells of 2,000,000 rows in" in reasons["rows.parquet"]
    assert reasons["cells.parquet"] == "is a Parquet file that takes too much memory to read"
    for name in ("footer.parquet", "sizes.parquet", "list.parquet"):
        assert reasons[name].startswith("is no Parquet file that can be read ("), reasons
    assert peak < 1_200_000


def test_a_cell_of_a_parquet_file_that_is_too_long_costs_its_row() -> None:
    found = list(rows(io.BytesIO(table(2, "Cook", "x" * 1_000_001)), "parquet", ".parquet", {}, sure=True))
    assert [r.problem for r in found] == ["has a cell of more than 1,000,000 characters"] * 2


@pytest.mark.parametrize(
    ("program", "told"),
    [("import os; os.abort()", "broke down"), ("from jdlint.readers import apart; apart.end_after(0.2); sum(iter(int, 1))", "too long")],
)
def test_a_parser_that_breaks_down_or_hangs_in_c_costs_the_file_alone(monkeypatch: pytest.MonkeyPatch, program: str, told: str) -> None:
    data = table(1, "Cook", "You cook.")
    monkeypatch.setattr(apart, "_HERE", program)
    with pytest.raises(InputError, match=told), parquet.opened(io.BytesIO(data)):
        pass


# --- JSON, YAML, JSON lines, CSV


def test_data_made_to_do_harm(tmp_path: Path) -> None:
    laughs = "title: Cook\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
    )
    reasons, peak = checked(
        tmp_path,
        {
            "deep.yaml": b"title: " + b"[" * 200_000,
            "dashes.yaml": b"- " * 200_000 + b"title: Cook",
            "laughs.yaml": laughs.encode(),
            "deep.json": b'{"title": ' * 200_000,
            "digits.json": b'{"title": "Cook", "description": ' + b"9" * 100_000 + b"}",
            "line.jsonl": b'{"title": "' + b"x" * 30_000_000,
            "line.csv": b"title,description\n" + b"x," * 15_000_000,
            "quote.csv": b'title,description\nCook,"' + (b"x " * 400_000 + b"\n") * 20,
            "broken.csv": b"title,description\n" + b"x\n" * 1_000_000,
        },
    )
    few = "has 1 cells where the head has 2; double quotes go around a cell with `,` in it"
    assert {name: reason for name, reason in reasons.items() if reason != few} == {
        "deep.yaml": "is no valid YAML: it is nested too deeply (column 107)",
        "dashes.yaml": "is no valid YAML: it is nested too deeply (column 201)",
        "laughs.yaml:2": "is no valid YAML: its aliases stand for too much (column 24)",
        "deep.json": "is no valid JSON: it is nested too deeply (column 2001)",
        "digits.json": "holds no job posting that jdlint knows; the setting `records` can say which keys hold what",
        "line.jsonl": "is longer than 10,000,000 characters",
        "line.csv:2": "is longer than 10,000,000 characters",
        "broken.csv:1002": "has more than 1,000 rows that can't be read; the rest is left out",
        "quote.csv:2": "has a cell of more than 1,000,000 characters; is a double quote never closed?",
    }
    assert peak < 300_000


@pytest.mark.parametrize(("name", "text"), [("a.json", "[1, 2, 3, 4, 5]"), ("a.yaml", "[1, 2, 3, 4, 5]"), ("a.yaml", "- 1\n" * 5)])
def test_data_of_more_values_than_memory_holds_are_refused(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    import jdlint
    from jdlint.readers import jsontree, yamltree

    monkeypatch.setattr(jsontree, "MOST_VALUES", 4)
    monkeypatch.setattr(yamltree, "MOST_VALUES", 4)
    assert "it holds more than 4 values" in jdlint.lint_text(text, path=name).reason
