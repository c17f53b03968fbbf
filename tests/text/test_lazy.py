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


@pytest.mark.parametrize(
    "text", ["", "no match", "Full TIME", "part-time, FULL time; full TIME", "faſt full time", "Kfull Time", "été Full time"]
)
@pytest.mark.parametrize("form", [r"\b(?P<kind>full|part)[ -]time\b", r"(?<!t)\bfull (?=time)", r"[^\W\d]+ time", r"^part\b|k?full\b"])
def test_finds_what_the_pattern_finds_whatever_the_case(form: str, text: str) -> None:
    plain, pattern = re.compile(form, re.IGNORECASE), lazy(form, re.IGNORECASE)

    def shown(found: "re.Match[str] | None") -> object:
        return found and (found.span(), found.group(), found.groups(), found.string)

    assert shown(pattern.search(text)) == shown(plain.search(text))
    assert shown(pattern.search(text, 2)) == shown(plain.search(text, 2))
    assert [shown(m) for m in pattern.finditer(text)] == [shown(m) for m in plain.finditer(text)]
    assert [shown(m) for m in pattern.finditer(text, 3, 12)] == [shown(m) for m in plain.finditer(text, 3, 12)]


def test_bytes_are_searched_as_they_are() -> None:
    found = lazy(rb"<meta", re.IGNORECASE).search(b"..<META>")
    assert found is not None
    assert found.span() == (2, 7)
