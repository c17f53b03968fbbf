"""Compiled data: made once, made again when something changed or broke, and never in the way."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint import resources
from jdlint.resources import lexicon
from jdlint.resources.store import KEPT, cache_dir, cached, read, scan, stamp, write


class Maker:
    """Counts how often it is asked."""

    def __init__(self, *, complete: bool = True) -> None:
        self.calls = 0
        self.complete = complete

    def __call__(self) -> tuple[dict[str, Any], bool]:
        self.calls += 1
        return {"a": {"x": [1, "é\n"]}, "b": None}, self.complete


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_set_is_made_once(folder: Path) -> None:
    make = Maker()
    for _ in range(2):
        store = cached("things", "k", make)
        assert store.names() == ("a", "b")
        assert store.get("a") == {"x": [1, "é\n"]}
        assert "b" in store
        assert "c" not in store
    assert make.calls == 1
    assert [str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()] == [str(Path("things", "k.jsonl"))]


def test_another_key_makes_it_again(folder: Path) -> None:  # noqa: ARG001  # the fixture sets the folder
    make = Maker()
    cached("things", "k", make)
    cached("things", "other", make)
    assert make.calls == 2


def test_sets_of_several_keys_stand_side_by_side(folder: Path) -> None:  # noqa: ARG001  # the fixture sets the folder
    make = Maker()
    for key in ("one", "two", "one", "two"):
        cached("things", key, make)
    assert make.calls == 2


def test_the_sets_used_last_are_kept(folder: Path) -> None:
    keys = [f"k{number}" for number in range(KEPT)]
    for age, key in enumerate(keys):
        cached("things", key, Maker())
        used = time.time() - 10_000 * (KEPT - age)
        os.utime(folder / "things" / f"{key}.jsonl", (used, used))
    half = folder / "things" / "k0.abc.tmp"
    half.write_bytes(b"half of")
    os.utime(half, (0, 0))
    running = folder / "things" / "k1.def.tmp"
    running.write_bytes(b"")
    cached("things", keys[0], Maker())  # the oldest is in use again
    cached("things", "new", Maker())
    assert {p.name for p in (folder / "things").iterdir()} == {f"{k}.jsonl" for k in (keys[0], *keys[2:], "new")} | {running.name}


def test_an_incomplete_set_is_not_kept(folder: Path) -> None:
    cached("things", "k", Maker(complete=False))
    assert not folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-3], lambda _: b"", lambda _: b"{}\n", lambda data: b"[1]\n" + data, lambda data: data.replace(b"1", b"2"),
        lambda data: data + b"\n", lambda data: b"\xff\x00" + data,
    ],
)  # fmt: skip
def test_a_damaged_file_is_made_again(folder: Path, damage: Any) -> None:
    make = Maker()
    cached("things", "k", make)
    file = folder / "things" / "k.jsonl"
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert cached("things", "k", make).get("a") == {"x": [1, "é\n"]}
    assert make.calls == 2
    assert file.read_bytes() == good


def test_a_folder_that_cannot_be_written_to_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "file"))
    assert cached("things", "k", Maker()).get("b") is None


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that can't be written to")
def test_a_read_only_folder_is_no_failure(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert cached("things", "k", Maker()).get("b") is None


@given(st.dictionaries(st.text(max_size=5), st.text(), max_size=5))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, entries: dict[str, str]) -> None:
    file = tmp_path_factory.getbasetemp() / "round.jsonl"
    lines = {k: json.dumps(v) for k, v in entries.items()}
    if lines:
        assert write(file, "k", lines)
        assert read(file, "k") == lines
        assert read(file, "l") is None


def test_the_stamp_follows_the_files(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("x: 1")
    (tmp_path / "a.yml").write_text("x: 1")
    (tmp_path / "notes.txt").write_text("x")
    files = scan(tmp_path)
    assert [p.name for p, _ in files] == ["a.yml", "b.yaml"]
    before = stamp(((p.name, s) for p, s in files), "1")
    assert before == stamp(((p.name, s) for p, s in reversed(scan(tmp_path))), "1")
    assert before != stamp(((p.name, s) for p, s in files), "2")
    (tmp_path / "b.yaml").write_text("x: 12")
    assert before != stamp(((p.name, s) for p, s in scan(tmp_path)), "1")
    assert scan(tmp_path / "none") == []


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {"JDLINT_CACHE_DIR": "/own"}, "/own"),
        ("linux", {"XDG_CACHE_HOME": "/xdg"}, "/xdg/jdlint"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/me/.cache/jdlint"),
        ("linux", {}, "/home/me/.cache/jdlint"),
        ("darwin", {}, "/home/me/Library/Caches/jdlint"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/jdlint/Cache"),
        ("win32", {}, "/home/me/AppData/Local/jdlint/Cache"),
    ],
)
def test_the_folder_of_each_platform(monkeypatch: pytest.MonkeyPatch, platform: str, env: dict[str, str], expected: str) -> None:
    for name in ("JDLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("jdlint.resources.store.sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    assert cache_dir().as_posix() == expected


@pytest.fixture
def lexicons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Path]:  # noqa: ARG001  # it sets the folder
    root = tmp_path / "lexicons"
    root.mkdir()
    (root / "good.yaml").write_text("since: 2015-05-01\n1: one\n")
    monkeypatch.setattr(resources, "rules_root", lambda: str(tmp_path))
    forget()
    yield root
    forget()


def forget() -> None:
    resources._lexicons.cache_clear()
    lexicon.cache_clear()


def test_a_lexicon_reads_alike_parsed_and_stored(lexicons: Path, folder: Path) -> None:  # noqa: ARG001  # it holds the file
    expected = {"since": "2015-05-01", "1": "one"}
    assert lexicon("good") == expected
    assert len(list((folder / "lexicons").glob("*.jsonl"))) == 1
    forget()
    assert lexicon("good") == expected


def test_a_broken_lexicon_fails_alone(lexicons: Path) -> None:
    (lexicons / "bad.yaml").write_text("a: [")
    assert lexicon("good")["1"] == "one"
    with pytest.raises(yaml.YAMLError):
        lexicon("bad")
    with pytest.raises(FileNotFoundError):
        lexicon("none")
