"""Our makers of classes against the library's own: the same classes, made faster."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jdlint.text import record

SOURCE = '''
from __future__ import annotations
@dataclass(frozen=True, slots=True)
class Frozen:
    """A class."""
    one: int
    two: str = "x"
    many: list[int] = field(default_factory=list)

    @property
    def twice(self) -> int:
        return 2 * self.one

@dataclass(frozen=True)
class Open:
    one: int
    two: tuple[int, ...] = ()

@dataclass(slots=True)
class Loose:
    one: int
    two: dict[str, int] = field(default_factory=dict)

@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    one: int

class Pair(NamedTuple):
    """A pair."""
    one: int
    two: str = "x"

    @property
    def twice(self) -> int:
        return 2 * self.one

    def longer(self) -> Pair:
        return self._replace(two=self.two + "y")
'''


def made(module: ModuleType, tuples: ModuleType, name: str) -> dict[str, Any]:
    space = {"dataclass": module.dataclass, "field": module.field, "NamedTuple": tuples.NamedTuple, "__name__": name}
    exec(SOURCE, space)  # noqa: S102
    return space


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    module = ModuleType("made_by_us")
    monkeypatch.setitem(__import__("sys").modules, "made_by_us", module)
    space = made(record, record, "made_by_us")
    vars(module).update(space)
    return space


@pytest.fixture
def theirs(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    module = ModuleType("made_by_them")
    monkeypatch.setitem(__import__("sys").modules, "made_by_them", module)
    return made(dataclasses, typing, "made_by_them")


@pytest.mark.parametrize("name", ["Frozen", "Open", "Loose", "Itself", "Pair"])
def test_objects_behave_like_those_of_the_library(ours: dict[str, Any], theirs: dict[str, Any], name: str) -> None:
    seen = []
    for space in (ours, theirs):
        cls = space[name]
        one, same, other = cls(1), cls(1), cls(one=2)
        rows: list[Any] = [repr(one), one == same, one == other, one != same, one == 1, cls.__match_args__]
        rows.append([(p.name, p.kind, p.default is p.empty) for p in inspect.signature(cls).parameters.values()])
        rows.append(hasattr(one, "__dict__"))
        try:
            rows.append(hash(one) == hash(same))
        except TypeError:
            rows.append("not hashable")
        try:
            one.one = 5
            rows.append(one.one)
        except AttributeError:
            rows.append("frozen")
        with pytest.raises(TypeError):
            cls()
        with pytest.raises(TypeError):
            cls(1, three=3)
        seen.append(rows)
    assert seen[0] == seen[1]


def test_a_frozen_object_stays_as_it_is(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    for made in (ours["Frozen"](1), theirs["Frozen"](1)):
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'one'"):
            made.one = 2
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'one'"):
            del made.one


def test_a_factory_makes_a_value_for_each_object(ours: dict[str, Any]) -> None:
    assert ours["Frozen"](1).many is not ours["Frozen"](1).many
    assert ours["Frozen"](1, many=[3]).many == [3]


@pytest.mark.parametrize("name", ["Frozen", "Open", "Loose", "Pair"])
def test_objects_survive_pickling_and_copying(ours: dict[str, Any], name: str) -> None:
    there = ours[name](7)
    assert pickle.loads(pickle.dumps(there)) == there  # noqa: S301
    assert copy.copy(there) == there
    assert copy.deepcopy(there) == there


@pytest.mark.parametrize("name", ["Frozen", "Open", "Loose"])
def test_the_functions_of_the_library_know_the_classes(ours: dict[str, Any], theirs: dict[str, Any], name: str) -> None:
    rows = []
    for space in (ours, theirs):
        there = space[name](1)
        fields = [(f.name, f.type, f.default is dataclasses.MISSING) for f in dataclasses.fields(there)]
        rows.append((fields, dataclasses.asdict(there), dataclasses.is_dataclass(there), repr(dataclasses.replace(there, one=3))))
    assert rows[0] == rows[1]


def test_replace_changes_what_it_is_told_and_nothing_else(ours: dict[str, Any]) -> None:
    there = ours["Frozen"](1, "y", [2])
    assert record.replace(there, one=3) == ours["Frozen"](3, "y", [2])
    with pytest.raises(TypeError, match="no field 'four'"):
        record.replace(there, four=4)


def test_named_tuples_are_tuples(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    rows = []
    for space in (ours, theirs):
        pair = space["Pair"](1)
        assert (pair, pair.twice, pair.longer().two) == ((1, "x"), 2, "xy")
        with pytest.raises((ValueError, TypeError)):
            pair._replace(three=3)
        with pytest.raises(TypeError):
            space["Pair"]._make([1])
        rows.append((pair._asdict(), pair._fields, pair._field_defaults, space["Pair"]._make([1, "z"]), pair.twice, type(pair).__name__))
    assert rows[0] == rows[1]


def test_constructors_can_be_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ours: dict[str, Any]) -> None:
    assert ours["Frozen"](one=1, two="y").two == "y"
    place = tmp_path / record.shipped_name()
    monkeypatch.setattr(record, "_shipped_place", lambda: str(place))
    assert record._shipped() == {}
    record.ship(str(place))
    assert record._shipped() == record._codes
    place.write_bytes(place.read_bytes()[:-9])
    assert record._shipped() == {}


def test_a_default_may_be_made_by_what_imports() -> None:
    code = "from jdlint.engine.files import Files; from datetime import date; assert Files().as_of == date.today()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
