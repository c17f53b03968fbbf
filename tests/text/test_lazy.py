"""Patterns compiled at their first use."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import jdlint
from jdlint.text.lazy import lazy


def test_works_as_the_pattern_would() -> None:
    pattern = lazy(r"(?P<n>\d+) (x)", re.IGNORECASE)
    found = pattern.search("a 12 X")
    assert found is not None
    assert found["n"] == "12"
    assert [m.span() for m in pattern.finditer("1 x 2 X")] == [(0, 3), (4, 7)]
    assert pattern.sub("-", "1 x") == "-"
    assert pattern.groups == 2
    assert pattern.pattern == r"(?P<n>\d+) (x)"


def test_is_not_compiled_before_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("x")


def test_every_pattern_of_the_package_compiles() -> None:
    """Else one would fail in the run that first needs it."""
    kind = type(lazy(""))
    seen = 0
    for info in walk_packages(jdlint.__path__, "jdlint."):
        if info.name == "jdlint.__main__":
            continue
        for value in vars(import_module(info.name)).values():
            if type(value) is kind:
                assert value.groups >= 0
                seen += 1
    assert seen > 100
