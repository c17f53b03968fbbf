"""The page on safety names tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


def test_every_named_test_is_there() -> None:
    assert len(NAMED) > 30
    for file, name in NAMED:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, f"{file}::{name}"


def test_every_row_names_a_test_or_a_command() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| What |", "| ---"))]
    for row in rows:
        assert re.search(r"`tests/[\w/]+\.py::\w+`|`[^`]*(?:pytest|run\.py|mutmut|pip|\.ci/)[^`]*` \|$", row), row


def test_every_test_against_harm_is_named() -> None:
    for path in sorted((ROOT / "tests" / "hostile").glob("test_*.py")):
        names = {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}
        tests = {name for name in names if name.startswith("test_")}
        said = {name for file, name in NAMED if file == path.relative_to(ROOT).as_posix()}
        assert (
            tests
            - said
            - {
                "test_sizes",
                "test_the_alarm_is_put_back",
                "test_a_reader_that_takes_too_long_is_given_up",
                "test_references_that_stand_for_no_character",
            }
            == set()
        )
