"""The page of a rule: its standing, what it needs, and its options."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.report.rules import rule_page
from jdlint.report.style import Style
from jdlint.resources import rules_dir
from jdlint.rules.load import load_file


def page(code: str) -> str:
    (file,) = rules_dir().rglob(f"{code}-*.yaml")
    return " ".join(rule_page(load_file(file, trusted=True), ["strict"], Style(colored=False)).split())


@pytest.mark.parametrize(("code", "facts"), [("REQ019", "preview"), ("LNG020", "needs"), ("TTL002", "unsafe fix"), ("LNT103", "always on")])
def test_its_standing(code: str, facts: str) -> None:
    assert facts in page(code).partition("Why")[0]


@pytest.mark.parametrize("file", sorted(rules_dir().glob("*/[A-Z][A-Z][A-Z][0-9]*.yaml")), ids=lambda f: f.stem)
def test_every_option_stands_on_it_with_its_default(file: Path) -> None:
    rule = load_file(file, trusted=True).rule
    told = page(rule.code)
    for option in rule.options:
        default = ", ".join(option.default) if isinstance(option.default, list | tuple) else str(option.default)
        assert f"{option.name} ({option.type}, default {default or 'none'})" in told
