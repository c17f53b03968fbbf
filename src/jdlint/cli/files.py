"""What the commands that read files have in common: bytes from paths or standard input, and lines on standard error."""

from __future__ import annotations

import os
import sys

from jdlint.hints import TYPE_CHECKING, TextIO
from jdlint.text.opening import STDIN

if TYPE_CHECKING:
    import click

# Variables that stand for options, or for nothing that settings say.
NO_SETTINGS = frozenset(("JDLINT_CACHE_DIR", "JDLINT_NO_CACHE", "JDLINT_OUTPUT_FORMAT", "JDLINT_TRACEBACK"))
_PLAIN = ("utf-8", "utf8")  # encodings that show all there is


def inputs(paths: tuple[str, ...], stdin_filename: str | None) -> tuple[str, ...]:
    """The paths to open: standard input where only its name is given, the working folder where nothing is."""
    return paths or ((STDIN,) if stdin_filename else (".",))


def unreadable(path: str, problem: str, line: int | None) -> None:
    """Tell on standard error that an input could not be read."""
    from jdlint.report.frame import safe

    path = "standard input" if path == STDIN else path
    note(safe(f"error: {path}{f':{line}' if line and line > 1 else ''}: {problem}"))


def note(message: str) -> None:
    """A line on standard error."""
    echo(f"{message}\n", sys.stderr)


def echo(text: str, stream: TextIO, *, colored: bool | None = None) -> None:
    """Write to a stream of the terminal at once. Where colours or an odd encoding are in question, click knows what to do."""
    if os.name != "nt" and (stream.encoding or "").lower() in _PLAIN and "\x1b" not in text:
        stream.write(text)
        stream.flush()
        return
    import click

    click.echo(text, nl=False, err=stream is sys.stderr, color=colored)


def usage(message: str) -> click.UsageError:
    """What to raise for a line that can't be followed."""
    from click import UsageError  # a line that can be followed has no use for it

    return UsageError(message)


def failed(message: str) -> click.ClickException:
    """What to raise where a line can be followed and what it asks for can't be done."""
    from click import ClickException

    return ClickException(message)


def unwritable(path: str, error: OSError) -> click.ClickException:
    """What to raise where a file can't be written."""
    from jdlint.config.errors import reason_of
    from jdlint.report.frame import safe

    folder = os.path.dirname(path) or os.curdir  # noqa: PTH120  # pathlib is not needed for anything else here
    why = reason_of(error) if os.path.isdir(folder) else f"there is no folder {safe(folder)}"  # noqa: PTH112  # as above
    return failed(f"{safe(path)} can't be written: {why}")


def read_stdin(most: int) -> bytes:
    """Standard input, so many bytes at most."""
    return sys.stdin.buffer.read(most)


def prepare_output() -> None:
    """Let a report that the terminal's encoding can't show lose the characters, not the report."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
