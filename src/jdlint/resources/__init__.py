"""The data that ships with jdlint: where it lies, and its compiled form."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def rules_dir() -> Path:
    """The folder of shipped rules: inside the installed package, or at the top of the checkout it is run from."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


@cache
def lexicon(name: str) -> Any:  # noqa: ANN401  # each lexicon has its own shape
    """The parsed content of rules/lexicons/NAME.yaml."""
    import yaml

    text = (rules_dir() / "lexicons" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
