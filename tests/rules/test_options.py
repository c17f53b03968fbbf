"""Options take what their types and bounds allow."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.rules.errors import OptionError
from jdlint.rules.model import OptionSpec, Rule
from jdlint.rules.options import resolve_options

RULE = Rule(
    code="HSE001", name="house", kind="metric", severity="info", message="",
    options=(
        OptionSpec("max-items", "integer", 12, "help", 1, 50),
        OptionSpec("ratio", "number", 1.5, "help", minimum=1),
        OptionSpec("loud", "flag", False, "help"),
        OptionSpec("word", "text", "x", "help"),
        OptionSpec("allow", "strings", [], "help"),
    ),
)  # fmt: skip


def test_defaults_hold_where_nothing_is_said() -> None:
    options = resolve_options(RULE, {})
    assert dict(options) == {"max-items": 12, "ratio": 1.5, "loud": False, "word": "x", "allow": ()}
    assert options.integer("max-items") == 12


def test_settings_are_laid_over_them() -> None:
    options = resolve_options(RULE, {"ratio": 2, "allow": ["a", "b"], "loud": True})
    assert options.number("ratio") == 2.0
    assert options.strings("allow") == ("a", "b")
    assert options["loud"] is True


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("max-item", 3, 'HSE001 has no option "max-item"; did you mean "max-items"?'),
        ("zzz", 3, r"\(it has max-items, ratio, loud, word, allow\)"),
        ("max-items", "3", "takes a whole number, not '3'"),
        ("max-items", 3.5, "takes a whole number"),
        ("max-items", True, "takes a whole number, not True"),
        ("max-items", 0, "must be at least 1, not 0"),
        ("max-items", 51, "must be at most 50, not 51"),
        ("ratio", 0.5, "must be at least 1, not 0.5"),
        ("loud", 1, "takes true or false"),
        ("word", None, "takes a text"),
        ("allow", "a", "takes a list of texts"),
        ("allow", [1], "takes a list of texts"),
    ],
)
def test_what_an_option_cannot_take_is_named(name: str, value: Any, message: str) -> None:
    with pytest.raises(OptionError, match=message) as caught:
        resolve_options(RULE, {name: value})
    assert caught.value.option == name


def test_a_rule_without_options_says_so() -> None:
    with pytest.raises(OptionError, match="it has none"):
        resolve_options(Rule(code="HSE001", name="house", kind="fact", severity="info", message=""), {"x": 1})
