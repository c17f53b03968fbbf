"""Modules from one file: as Python would import them, and only while their source is what it was."""

from __future__ import annotations

import inspect
import os
import sys
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

import pytest

from jdlint import bundle

SOURCES = {"a.py": "NUMBER = 1\n\n\ndef where() -> str:\n    return __file__\n", "sub/__init__.py": "", "sub/b.py": "NUMBER = 2\n"}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the place of this one, with its file; `install` changes nothing outside of the test."""
    root = tmp_path / "jdlint"
    (root / "sub").mkdir(parents=True)
    for name, text in SOURCES.items():
        (root / name).write_text(text, encoding="utf-8")
    compiled = root / "_rules" / "compiled"
    compiled.mkdir(parents=True)
    monkeypatch.setattr(bundle, "_ROOT", str(root))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    bundle.ship(str(compiled / bundle.shipped_name()))
    return root


@pytest.fixture
def finder(package: Path) -> bundle._Finder:  # noqa: ARG001  # the fixture puts the package in its place
    bundle.install()
    (found,) = (f for f in sys.meta_path if isinstance(f, bundle._Finder))
    return found


def loaded(finder: bundle._Finder, name: str) -> ModuleType:
    spec = finder.find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_modules_are_what_python_would_make_of_them(finder: bundle._Finder, package: Path) -> None:
    a, sub, b = (loaded(finder, name) for name in ("jdlint.a", "jdlint.sub", "jdlint.sub.b"))
    assert (a.NUMBER, b.NUMBER) == (1, 2)
    assert a.where() == a.__file__ == a.where.__code__.co_filename == str(package / "a.py")
    assert a.__cached__ == str(package / "__pycache__" / f"a.{sys.implementation.cache_tag}.pyc")
    assert sub.__path__ == [str(package / "sub")]
    assert (a.__package__, sub.__package__, b.__package__) == ("jdlint", "jdlint.sub", "jdlint.sub")
    assert inspect.getsource(a) == SOURCES["a.py"]


def test_what_the_same_commands_load_lies_together(package: Path) -> None:
    place = str(package / "_rules" / "compiled" / bundle.shipped_name())
    bundle.ship(place, [{"jdlint.a", "jdlint.sub"}, {"jdlint.a", "jdlint.sub", "jdlint.other"}])
    bundle.install()
    (finder,) = (f for f in sys.meta_path if isinstance(f, bundle._Finder))
    groups = {name: group for name, (_, _, group) in finder._known.items()}
    assert groups["jdlint.a"] == groups["jdlint.sub"] != groups["jdlint.sub.b"]
    for _ in range(2):  # a module that is loaded anew is read anew
        assert (loaded(finder, "jdlint.a").NUMBER, loaded(finder, "jdlint.sub.b").NUMBER) == (1, 2)


def test_other_modules_are_left_to_others(finder: bundle._Finder) -> None:
    assert finder.find_spec("jdlint.c") is None
    assert finder.find_spec("json") is None


def test_a_changed_source_is_left_to_python(finder: bundle._Finder, package: Path) -> None:
    (package / "a.py").write_text(SOURCES["a.py"] + "\n", encoding="utf-8")
    assert finder.find_spec("jdlint.a") is None
    (package / "sub" / "b.py").write_text("NUMBER = 3\n", encoding="utf-8")  # of the same size, but later
    later = os.stat(package / "_rules" / "compiled" / bundle.shipped_name()).st_mtime + 2 * bundle._INSTALLATION  # noqa: PTH116
    os.utime(package / "sub" / "b.py", (later, later))
    assert finder.find_spec("jdlint.sub.b") is None
    (package / "sub" / "__init__.py").unlink()
    assert finder.find_spec("jdlint.sub") is None


def test_of_a_damaged_file_the_sources_are_taken(package: Path) -> None:
    place = package / "_rules" / "compiled" / bundle.shipped_name()
    whole = place.read_bytes()
    place.write_bytes(whole[: -len(whole) // 2] + b"\xff" * (len(whole) // 2))
    bundle.install()
    for finder in sys.meta_path:
        if isinstance(finder, bundle._Finder):
            assert loaded(finder, "jdlint.sub.b").NUMBER == 2


@pytest.mark.parametrize("change", ["missing", "version", "prefix"])
def test_what_this_python_cannot_use_is_not_used(package: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    if change == "missing":
        (package / "_rules" / "compiled" / bundle.shipped_name()).unlink()
    elif change == "version":
        monkeypatch.setattr(bundle, "__version__", "0.0.0")
    else:
        monkeypatch.setattr(sys, "pycache_prefix", "elsewhere")
    bundle.install()
    assert not any(isinstance(f, bundle._Finder) for f in sys.meta_path)
