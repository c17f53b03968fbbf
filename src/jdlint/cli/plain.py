"""The plainest lines of `jdlint check`, read without click: to import it takes a tenth of a check of one posting.

A hook or an editor gives paths, a few flags and the form of the report. Whatever else a line or the environment holds, click reads.
"""

from __future__ import annotations

import os

from jdlint.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdlint.cli.checking import Asked

_FLAGS = {
    "--isolated": "isolated",
    "--no-cache": "no_cache",
    "--quiet": "quiet",
    "-q": "quiet",
    "--force-exclude": "force_exclude",
    "--exit-zero": "exit_zero",
    "--score": "score",
    "--statistics": "statistics",
}
_FORMAT = "--output-format"
_NO_MATTER = ("JDLINT_CACHE_DIR", "JDLINT_TRACEBACK")  # variables that change nothing about how a line is read


def plain_check(line: list[str]) -> Asked | None:
    """What a line (with its command) asks for; None where it is not as plain as that."""
    if line[:1] != ["check"] or any(name.startswith("JDLINT_") and name not in _NO_MATTER for name in os.environ):
        return None
    from jdlint.cli.checking import Asked
    from jdlint.report import FORMATS

    said: dict[str, Any] = {}
    paths: list[str] = []
    parts = iter(line[1:])
    for part in parts:
        name, equals, value = part.partition("=")
        if part in _FLAGS:
            said[_FLAGS[part]] = True
        elif name == _FORMAT and (value := value if equals else next(parts, "")) in FORMATS:
            said["output_format"] = value
        elif part.startswith("-") and part != "-":
            return None
        else:
            paths.append(part)
    return Asked(paths=tuple(paths), **said)
