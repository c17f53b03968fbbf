"""What the long runs found, each made as small as it goes."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import house
import invariants
import pytest

from jdlint.cli.main import main
from jdlint.readers import read

LONG = "Bake bread and rolls each morning with two others, in a warm kitchen, and clean it after you, so that all is ready for a new day."
RULE = "code: HSE001\nname: x-y\nkind: fact\nsummary: A.\nmessage: m\nabsent: pay\n"
ENDLESS = "0x" + "f" * 5000


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.html", "<pre>e\n{%%}\re"),
        ("a.html", "<p>f\ue000e"),
        ("a.json", f'{{"title": "Cook", "description": "# Duties\\n{LONG} \\ud800"}}'),
        ("a.json", f'{{"title": "Cook \\udc00", "description": "{LONG}"}}'),
        ("a.jsonl", f'{{"title": "Cook", "description": "{LONG}", "pay": NaN}}'),
        ("a.jsonl", f'{{"title": "Cook", "description": "{LONG}", "x": {"[" * 250}{"]" * 250}}}'),
        ("a.jsonl", f'{{"title": "Cook", "description": "{LONG}"}}\n{{"title": "Cook", "description": "{LONG}", "x": Infinity}}'),
        ("a.jsonl", f'{{"title": "Cook", "description": "{LONG}"}}\n{{"title": "Cook", "x": {"[" * 250}{"]" * 250}}}'),
        ("a.csv", "a\x0cr,b\x0b\n1,2\n"),
        ("a.csv", f"{'x' * 5000}\n1\n"),
        ("a.yaml", f'title: Cook\ndescription: {LONG}\nwhen: !!timestamp ""\n'),
        ("a.yaml", f"title: Cook\ndescription: {LONG}\npay: {ENDLESS}\n"),
        ("a.md", f"---\ntitle: Cook\npay: {ENDLESS}\nhours: 1:{'59:' * 3000}59\n---\nBake."),
        ("a.md", f"+++\npay = {ENDLESS}\n+++\nBake."),
        ("a.md", '+++\nx = "\\n"\ny = "\\t Cook \\n"\n+++\nBake.'),
        ("a.md", '---\na: !!timestamp ""\nb: !!int ""\nc: !!bool x\nd: !!float ""\n---\nBake.'),
    ],
)
def test_a_file_that_broke_a_reader(path: str, content: str) -> None:
    invariants.reads(content.encode("utf-8", "surrogatepass"), path)
    invariants.repeats(content.encode("utf-8", "surrogatepass"), path)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.html", "<t"),
        ("a.html", "<?>\n"),
        ("a.html", "<p<><select>"),
        ("a.md", "i<!--jdlint:Leeds"),
        ("a.md", "https:x.example/a?b=1&c=2\r<div>in order to<!--\n\nhttps/x.example/a?b=1&c=2"),
        ("a.md", "---\ntitle: Cook\n---"),
        ("a.txt", "COOK"),
        ("a.txt", "COOK\n\nWe want a rockstar.\r\n"),
    ],
)
def test_comments_that_left_a_trace(path: str, content: str) -> None:
    invariants.hides(content.encode(), path)


def test_several_documents_of_yaml_with_an_alias_are_each_read() -> None:
    content = f"title: Cook\ndescription: &d {LONG}\nskills: *d\n---\ntitle: Baker\ndescription: {LONG}\n".encode()
    assert [d.fields[0].value for d in invariants.documents(content, "a.yaml")] == ["Cook", "Baker"]


def test_half_a_character_is_shown_as_an_unknown_one() -> None:
    (found,) = invariants.documents(f'{{"title": "Cook \\ud83d", "description": "{LONG}"}}'.encode(), "a.json")
    assert found.fields[0].value == found.fields[0].block.text == "Cook \ufffd"


def test_a_private_character_is_text() -> None:
    assert read("<p>Cook\ue000s</p>".encode(), "a.html").blocks[0].text == "Cook\ue000s"


# --- Parquet


def parquet(**columns: Any) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(pa.table({"title": ["Cook"], "description": [LONG], **columns}), file, compression="NONE", use_dictionary=False)
    return file.getvalue()


def values(content: bytes) -> dict[str, Any]:
    (found,) = invariants.documents(content, "a.parquet")
    return {f.key: f.value for f in found.fields}


def test_what_is_no_number_is_no_value() -> None:
    assert "salary" not in values(parquet(salary=[float("nan")]))


def test_text_that_is_kept_as_bytes_is_text() -> None:
    assert values(parquet(location=[b"Leeds"]))["location"] == "Leeds"


@pytest.mark.parametrize(("unit", "number", "text"), [("ns", 2**62 + 1, "2116-02-20"), ("s", 253_402_300_800, "10000-01-01")])
def test_an_instant_that_python_has_not_is_read_as_text(unit: str, number: int, text: str) -> None:
    import pyarrow as pa

    assert str(values(parquet(deadline=pa.array([number], pa.timestamp(unit))))["deadline"]).startswith(text)


def test_a_row_that_cannot_be_read_costs_no_other() -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    when = pa.array([[0], [253_402_300_800], [0]], pa.list_(pa.timestamp("s")))
    file = io.BytesIO()
    pq.write_table(pa.table({"title": ["Cook", "Baker", "Host"], "description": [LONG] * 3, "when": when}), file)
    found = invariants.judged(file.getvalue(), "a.parquet")
    assert [r.state for r in found] == ["linted", "unreadable", "linted"]
    assert "holds a value that can't be read" in found[1].reason


@pytest.mark.unmeasured
def test_a_damaged_table_is_told_in_one_line() -> None:
    whole = parquet()
    for at in range(4, len(whole), 7):
        invariants.reads(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :], "a.parquet")


# --- settings and rules


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("settings", 'fail-on: "a\\nb\\x85c"\n'),
        ("settings", f"rules: {{RSP002: {{max-items: {ENDLESS}}}}}\n"),
        ("settings", f"limits: {{size: {ENDLESS}}}\n"),
        ("settings", "rule-paths: [/dev/null]\n"),
        ("rules", f"{RULE}severity: info\nsince: {ENDLESS}\n"),
        (
            "rules",
            f"{RULE}severity: info\noptions: {{a: {{type: text, default: x, help: h, maximum: 1}}}}\n",
        ),
        ("rules", RULE + 'severity: "a\\u2028b"\n'),
    ],
)
def test_what_was_not_refused_in_one_line(form: str, content: str, tmp_path: Path) -> None:
    assert not house.holds(form, content.encode(), tmp_path, deep=False)


def test_settings_in_toml_hold_no_endless_number(tmp_path: Path) -> None:
    from jdlint.config.errors import ConfigError
    from jdlint.config.load import load

    file = tmp_path / "a.toml"
    file.write_text(f"min-score = {ENDLESS}\n")
    with pytest.raises(ConfigError, match="a number of more than 18 digits"):
        load(file)


def test_an_error_that_quotes_a_file_cannot_steer_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yaml"
    file.write_text('fail-on: "\\e[31mx\\u202e"\n')
    assert main(["check", "--config", str(file), str(file)]) == 2
    error = capfd.readouterr().err
    assert error.count("\n") == 1
    assert 'unknown value "\\x1b[31mx\\u202e"' in error


def test_a_date_is_written_as_people_write_it() -> None:
    assert values(parquet(deadline=[dt.date(2027, 1, 15)]))["deadline"] == "2027-01-15"
