"""jdlint: a linter for job postings.

`lint_text` checks one posting, `lint_paths` files and folders, `lint_records` postings from anywhere. They give
`Result`s that hold `Finding`s.
"""

from __future__ import annotations

from jdlint.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdlint.api import ConfigError, Finding, Result, lint_paths, lint_records, lint_text

__version__ = "0.1.0"
__all__ = ["ConfigError", "Finding", "Result", "__version__", "lint_paths", "lint_records", "lint_text"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    """The public names, imported when they are first used, so that `jdlint --version` need not wait for them."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from jdlint import api

    return getattr(api, name)
