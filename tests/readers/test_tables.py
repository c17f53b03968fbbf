"""Tables: the places of cells, rows that are broken, and encodings."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.cli.main import main
from jdlint.readers import tables
from jdlint.readers.data import read_part
from jdlint.readers.errors import InputError
from jdlint.readers.tables import Row, row_node, rows

TEXT = "We look for a salesman who sells boats."


def read(text: str | bytes, name: str = "t.csv") -> list[Row]:
    data = text if isinstance(text, bytes) else text.encode()
    form = name.rpartition(".")[2].replace("tsv", "csv")
    return list(rows(io.BytesIO(data), form, f".{name.rpartition('.')[2]}", {}, sure=True))


_CELLS = st.lists(st.text(alphabet='ab,;"\n\té', max_size=8), min_size=2, max_size=4)


@given(cells=_CELLS, delimiter=st.sampled_from(",;\t"), ending=st.sampled_from(["\r\n", "\n"]))
def test_the_cells_of_a_row_as_the_library_reads_them(cells: list[str], delimiter: str, ending: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerow(cells)
    text = out.getvalue()
    columns = [str(n) for n in range(len(cells))]
    node = row_node(text, columns, delimiter)
    for name, cell in zip(columns, cells, strict=True):
        below = node.get(name)
        assert below is not None
        assert below.text == cell.strip()
        for at, char in enumerate(below.mapped().plain):
            assert text[slice(*below.mapped().span(at, at + 1))].startswith(char)


def test_lines_and_rows() -> None:
    text = f'id,Title,Description\r\n1,Cook,"{TEXT}\r\n\r\nYou sell ""them""."\r\n\r\n2,Waiter,{TEXT}\r\n'
    first, second = read(text)
    assert (first.part.line, first.part.row, second.part.line, second.part.row) == (2, 2, 6, 4)
    document = read_part(first.data, "t.csv", first.part, {})
    assert [f.block.text for f in document.fields if f.key == "title"] == ["Cook"]
    assert document.source.position(document.fields[1].block.span.start)[0] == 2


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("3,Cook,a,b", "has 4 cells where the head has 3; double quotes go around a cell with `,` in it"),
        ("3,Cook", "has 2 cells where the head has 3; double quotes go around a cell with `,` in it"),
        ('3,"Cook"x,a', "goes on after a closing double quote; a double quote inside a cell is written twice, and `,` parts cells"),
        ('3,"Cook,a', "opens a double quote that is never closed"),
    ],
)
def test_a_broken_row_costs_one_finding(bad: str, problem: str) -> None:
    found = read(f"id,Title,Description\n1,Cook,a\n{bad}\n2,Waiter,b\n4,Baker,c\n")
    assert [(r.part.line, r.problem) for r in found if r.problem] == [(3, problem)]
    assert [(r.part.line, r.part.name) for r in found if not r.problem] == [(2, "id=1"), (4, "id=2"), (5, "id=4")]


def test_a_huge_cell_is_one_finding() -> None:
    found = read(f'Title,Description\nCook,"{"x" * 1_000_001}"\nWaiter,b\n')
    assert [bool(r.problem) for r in found] == [True, False]
    assert "more than 1,000,000 characters" in found[0].problem


@pytest.mark.parametrize(("encoding", "name"), [("utf-8-sig", "t.csv"), ("utf-16", "t.csv"), ("cp1252", "t.csv"), ("utf-8", "t.tsv")])
def test_encodings(encoding: str, name: str) -> None:
    mark = "\t" if name == "t.tsv" else ";"
    (row,) = read(f"Title{mark}Description\nCafé cook{mark}Crème\n".encode(encoding), name)
    document = read_part(row.data, name, row.part, {})
    assert [f.block.text for f in document.fields] == ["Café cook", "Crème"]


def test_no_title_among_the_columns() -> None:
    with pytest.raises(InputError, match=r"no column for the job's title \(its head: a, b\)"):
        read("a,b\n1,2\n")


def test_json_lines() -> None:
    good = json.dumps({"title": "Cook", "description": " ".join([TEXT] * 5)})
    found = read(f'{good}\n\n{{"title": \n[1]\n{good}\n', "t.jsonl")
    assert [(r.part.row, r.problem) for r in found] == [
        (1, ""),
        (3, "is no valid JSON: it ends where a value should follow (column 12)"),
        (4, "is no JSON object; each line holds one posting between braces"),
        (5, ""),
    ]


def test_a_thin_or_broken_row_costs_itself_alone_wherever_it_stands() -> None:
    good = json.dumps({"title": "Cook", "description": " ".join([TEXT] * 5)})
    thin = '{"title": "Cook", "description": "Few words."}'
    lines = ["{", "[1]", thin, "{", good, thin, '{"note": "no posting"}', good]
    found = read("\n".join(lines), "t.jsonl")
    assert [r.part.row for r in found] == list(range(1, 9))
    assert [r.part.row for r in found if r.problem] == [1, 2, 4]
    assert {r.part.shape for r in found if not r.problem} == {"plain"}
    unsure = list(rows(io.BytesIO("\n".join(lines).encode()), "jsonl", ".jsonl", {}, sure=False))
    assert [(r.part.row, bool(r.problem)) for r in unsure] == [(r.part.row, bool(r.problem)) for r in found]
    board = json.dumps({"title": "Cook", "absolute_url": "https://b.example", "content": "x"})
    assert {r.part.shape for r in read(f'{{"id": 1}}\n{board}\n', "t.jsonl")} == {"greenhouse"}


def test_rows_that_hold_no_postings_are_told() -> None:
    with pytest.raises(InputError, match="no job posting in its first 20 lines"):
        read('{"a": 1}\n' * 50, "t.jsonl")
    thin = '{"title": "Cook", "description": "Few words."}\n'
    assert len(read(thin, "t.jsonl")) == 1
    with pytest.raises(InputError, match="no job posting in its first line"):
        list(rows(io.BytesIO(thin.encode()), "jsonl", ".jsonl", {}, sure=False))
    with pytest.raises(InputError):
        list(rows(io.BytesIO(b"{\n"), "jsonl", ".jsonl", {}, sure=False))


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv"])
def test_a_line_without_an_end_costs_one_finding(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LONGEST", 300)
    good = {"t.csv": "Cook,b\n", "t.jsonl": f'{{"title": "Cook", "description": "{TEXT * 2}"}}\n'}[name]
    head = "Title,Description\n" if name == "t.csv" else ""
    found = read(f"{head}{good}{good[:4]}{'x' * 1000}\r\n{good}{'y' * 301}\n{good}", name)
    assert [r.problem for r in found] == ["", tables._TOO_LONG, "", tables._TOO_LONG, ""]


def test_a_head_without_an_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LONGEST", 300)
    with pytest.raises(InputError, match="has a head that is longer than"):
        read("Title," * 100)


def test_parquet() -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(pa.table({"title": ["Cook", "Waiter"], "description": [TEXT, "é"]}), stream)
    found = list(rows(io.BytesIO(stream.getvalue()), "parquet", ".parquet", {}, sure=True))
    assert [(r.part.row, r.part.line, r.part.name) for r in found] == [(1, 1, "title=Cook"), (2, 2, "title=Waiter")]
    with pytest.raises(InputError, match="is no Parquet file"):
        list(rows(io.BytesIO(b"PAR1"), "parquet", ".parquet", {}, sure=True))


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(f"id,Title,Description\n1,Salesman,{TEXT}\n2,Cook,a,b\n3,Salesman,{TEXT}\n", encoding="utf-8")
    Path("package.json").write_text('{"title": "x", "description": "y"}', encoding="utf-8")
    assert (
        main(["check", ".", "--isolated"]) == 1
    )  # for the broken row; the others are too little to be postings, where nobody says that they are
    capsys.readouterr()
    command = ["check", "t.csv", "--isolated", "--select", "TTL002", "--output-format", "concise"]
    assert main(command) == 1
    shown = capsys.readouterr()
    assert [line.split()[0] for line in shown.out.splitlines() if "TTL002" in line] == ["t.csv:2:3:", "t.csv:4:3:"]
    assert shown.err == "error: t.csv:3: has 4 cells where the head has 3; double quotes go around a cell with `,` in it\n"
    assert main([*command, "--jobs", "2", "--no-cache"]) == 1
    assert capsys.readouterr() == shown
    assert main([*command, "--fix"]) == 1
    assert "t.csv: nothing is written to a csv file" in capsys.readouterr().err
    for verb in ("create", "show"):
        assert main(["baseline", verb, "t.csv"] if verb == "create" else ["baseline", verb]) in (0, 1)
    capsys.readouterr()
    assert main(["check", "t.csv", "--select", "TTL002", "--output-format", "concise"]) == 1  # the broken row
    assert "TTL002" not in capsys.readouterr().out
