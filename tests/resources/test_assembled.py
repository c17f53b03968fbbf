"""Lexicons in the form in which they are used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdlint.posting import cues, headings
from jdlint.posting.facts import gazetteer
from jdlint.resources import assembled as module
from jdlint.resources.assembled import assembled, prebuild


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the package's rules."""
    monkeypatch.setattr(module, "rules_root", lambda: str(tmp_path))
    return tmp_path


def test_what_was_stored_is_taken(package: Path) -> None:
    value = ({"a b": [1, ("x", None)]}, frozenset({"c", "d"}))
    prebuild(package, "thing", value)
    assert assembled("thing", lambda: "made now") == value


def test_what_is_missing_damaged_or_of_another_version_is_made(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert assembled("thing", lambda: "made now") == "made now"
    prebuild(package, "thing", ("stored",))
    place = package / "compiled" / "thing.assembled"
    whole = place.read_bytes()
    for damaged in (whole[:-1], whole + b"x", b"", b"\n", whole.partition(b"\n")[0]):
        place.write_bytes(damaged)
        assert assembled("thing", lambda: "made now") == "made now"
    place.write_bytes(whole)
    monkeypatch.setattr(module, "__version__", "0.0.0")
    assert assembled("thing", lambda: "made now") == "made now"


def test_only_plain_values_are_stored(package: Path) -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        prebuild(package, "thing", object())


def _told(value: Any) -> Any:
    """A value with the inside of an index or of wordings in its place."""
    return value.plain() if hasattr(value, "plain") else value


@pytest.mark.parametrize(
    ("own", "read"),
    [(cues, cues.cues), (headings, headings._lexicon), (gazetteer, gazetteer.gazetteer)],
    ids=["cues", "headings", "places"],
)
def test_what_is_stored_is_what_is_read(own: Any, read: Any, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prebuild(package, "thing", own.assemble())
    anew = read.__wrapped__()
    monkeypatch.setattr(own, "assembled", lambda _, make: assembled("thing", make))
    monkeypatch.setattr(own, "assemble", None)
    assert list(map(_told, read.__wrapped__())) == list(map(_told, anew))
