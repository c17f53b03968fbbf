"""Compiled patterns that are kept beside the byte code."""

import marshal
import re
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

import jdlint
from jdlint.resources import entries
from jdlint.rules.index import shipped_rules
from jdlint.text import compiled as module
from jdlint.text.compiled import compiled, keep


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of this test alone, with nothing learnt yet."""
    file = tmp_path / "x.patterns"
    monkeypatch.setattr(module, "_place", lambda: str(file))
    monkeypatch.setattr(module, "_shipped_place", lambda: str(tmp_path / "shipped.patterns"))
    monkeypatch.setattr(module, "_learnt", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    module._files.cache_clear()
    yield file
    module._files.cache_clear()


def again() -> None:
    """As the next run would start."""
    module._learnt.clear()
    module._files.cache_clear()


def patterns() -> set[tuple[str, int]]:
    """Every pattern of the package's modules and of the shipped rules."""
    rows = [row for e in shipped_rules().entries.values() for row in e.raw.get("patterns", ())]
    found = {(row["pattern"], int(re.IGNORECASE)) for row in rows if "pattern" in row}
    for info in walk_packages(jdlint.__path__, "jdlint."):
        if info.name != "jdlint.__main__":
            values: list[Any] = list(vars(import_module(info.name)).values())
            found |= {(v._pattern, v._flags) for v in values if type(v).__name__ == "_Lazy"}
    return found


@pytest.mark.usefixtures("place")
def test_what_is_kept_is_what_re_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdlint.text.leap.tell", lambda *_: None)  # what is added to it is tested below
    every = patterns()
    assert len(every) > 200
    for pattern, flags in every:
        assert compiled(pattern, flags) == re.compile(pattern, flags)  # patterns are equal when their codes are
    keep()
    again()
    for pattern, flags in every:
        made, plain = compiled(pattern, flags), re.compile(pattern, flags)
        assert made == plain
        assert (made.groups, dict(made.groupindex), made.flags) == (plain.groups, dict(plain.groupindex), plain.flags)
    assert not module._learnt  # all came from the file


@pytest.mark.usefixtures("place")
def test_an_expression_that_is_told_its_first_characters_finds_the_same() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "examples" / "bad").glob("*.md"))[:4]]
    texts += [text.upper() for text in texts[:1]]
    for pattern, flags in patterns():
        made, plain = compiled(pattern, flags), re.compile(pattern, flags)
        if isinstance(plain.pattern, str):
            assert [m.span() for text in texts for m in made.finditer(text)] == [m.span() for text in texts for m in plain.finditer(text)]


@pytest.mark.usefixtures("place")
def test_a_group_is_known_by_its_name() -> None:
    compiled(r"(?P<a>x)(y)")
    keep()
    again()
    found = compiled(r"(?P<a>x)(y)").search("xy")
    assert found is not None
    assert (found["a"], found[2], found.lastindex, found.groupdict()) == ("x", "y", 2, {"a": "x"})


@pytest.mark.parametrize("content", [b"", b"\x00", b"no such thing", marshal.dumps(None), b"3 0\n" + marshal.dumps(None), b"9 0\nabc"])
def test_a_damaged_file_is_none(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    assert compiled("ab?").search("xab") is not None
    keep()
    again()
    compiled("ab?")
    assert not module._learnt


def test_a_cut_file_is_none(place: Path) -> None:
    compiled("ab?")
    keep()
    place.write_bytes(place.read_bytes()[:-5])
    again()
    assert compiled("ab?").search("xab") is not None


@pytest.mark.parametrize(
    "row",
    [
        None,
        (),
        ("ab?", 0),
        ("ab?", 0, 0, b"", 0, {}, ()),
        ("ab?", 0, 0, b"abcdefg", 0, {}, (None,)),
        ("ab?", 0, 32, b"\xff" * 64, 1, {}, (None, None)),
    ],
)
def test_a_damaged_entry_is_compiled_anew(place: Path, row: Any) -> None:
    entries.write(str(place), module._head(), {zlib.crc32(b"ab?"): marshal.dumps(row)})
    assert compiled("ab?") == re.compile("ab?")


def test_another_pattern_of_the_same_sum_is_not_taken(place: Path) -> None:
    compiled("xy*")
    (row,) = module._encoded().values()
    entries.write(str(place), module._head(), {zlib.crc32(b"ab?"): row})
    again()
    assert compiled("ab?") == re.compile("ab?")


def test_what_was_made_with_the_package_is_used_by_any_build_of_this_python(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("ab?")
    module.ship(module._shipped_place())
    again()
    monkeypatch.setattr(sys, "version", "another build")
    assert compiled("ab?") == re.compile("ab?")
    assert not module._learnt
    compiled("cd?")
    keep()
    again()
    assert (compiled("ab?"), compiled("cd?")) == (re.compile("ab?"), re.compile("cd?"))
    assert not module._learnt
    assert place.exists()


@pytest.mark.usefixtures("place")
def test_another_python_takes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("ab?")
    keep()
    again()
    monkeypatch.setattr(sys, "version", "another")
    compiled("ab?")
    assert module._learnt


def test_nothing_is_written_where_byte_code_is_not(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled("ab?")
    keep()
    assert not place.exists()


def test_a_place_that_cannot_be_written_to_costs_nothing_else(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_place", lambda: str(place / "missing" / "x.patterns"))
    compiled("ab?")
    keep()


@pytest.mark.usefixtures("place")
def test_a_pattern_that_is_wrong_says_so() -> None:
    with pytest.raises(re.error):
        compiled("(")


@pytest.mark.usefixtures("place")
def test_the_file_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    for pattern in ("a", "b", "c"):
        compiled(pattern)
        keep()
        again()
    assert len(module._files()[0].places) == 1
