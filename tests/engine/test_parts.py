"""A file of data and its limits: what can't be read is one result, told in the words of any other file."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from jdlint.config.lookup import Lookup
from jdlint.config.model import Limits
from jdlint.engine import parts as module
from jdlint.engine.files import Files, Opened, Raw
from jdlint.engine.timing import OutOfTimeError

TEXT = "You look after the boats, the tools and the guests, and keep the books in order. " * 4
RECORD = {"title": "Rigger", "location": "Leeds, UK", "description": TEXT}
TABLE = f'title,location,description\nRigger,"Leeds, UK",{TEXT.replace(",", "")}\n'
CONTENT = {"a.json": json.dumps(RECORD), "a.yaml": json.dumps(RECORD), "a.csv": TABLE, "a.jsonl": json.dumps(RECORD) + "\n"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in CONTENT.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def opened(*paths: str, size: int = 10_000, stdin: bytes | None = None, name: str = "") -> list[Opened]:
    lookup = Lookup(isolated=True, override={"limits": Limits(size=size)})
    more = {} if stdin is None else {"stdin": lambda most: io.BytesIO(stdin).read(most), "stdin_name": name}
    return list(Files(lookup, **more).open(paths))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", CONTENT)
def test_a_file_within_the_limit_has_its_posting(name: str) -> None:
    (one,) = opened(name)
    assert one.posting is not None, one.problem
    assert one.posting.title is not None
    assert one.posting.title.text == "Rigger"


@pytest.mark.parametrize("name", CONTENT)
def test_a_file_beyond_the_limit_is_told_with_the_setting(name: str) -> None:
    found = [*opened(name, size=100), *opened("-", size=100, stdin=CONTENT[name].encode(), name=name)]
    assert [one.posting for one in found] == [None, None]
    assert all(
        re.fullmatch(r"is too large \(\d+ bytes; the limit is 100\); the setting `limits` allows more", one.problem) for one in found
    )


@pytest.mark.parametrize("name", CONTENT)
def test_a_file_that_the_system_keeps_to_itself_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(module, "read_file", refuse)
    monkeypatch.setattr(module, "open_file", refuse)
    assert [(one.posting, one.problem) for one in opened(name)] == [(None, "can't be read: permission denied")]


@pytest.mark.parametrize("name", ["a.json", "a.csv"])
def test_a_file_that_takes_too_long_is_given_up(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: Raw) -> object:
        raise OutOfTimeError(30)

    monkeypatch.setattr(module, "_records", slow)
    monkeypatch.setattr(module, "_tables", slow)
    ((late, problem),) = [(one.late, one.problem) for one in opened(name)]
    assert late
    assert "30 seconds" in problem


def test_of_content_that_holds_several_postings_none_is_chosen() -> None:
    files = Files(Lookup(isolated=True))
    assert files.open_bytes(json.dumps(RECORD).encode(), "a.json").posting is not None
    told = files.open_bytes(json.dumps([RECORD, RECORD]).encode(), "a.json")
    assert told.posting is None
    assert told.problem == "holds several postings, where one is wanted; check the file by its path"
