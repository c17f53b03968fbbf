"""What is said of a run that could not be done, and its exit code."""

from __future__ import annotations

import errno
import os

import click

from jdlint.cli.main import EXIT_INTERRUPTED
from jdlint.config.errors import ConfigError
from jdlint.engine.files import fault
from jdlint.engine.result import EXIT_ERROR

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # of a disk without room; what is read reports its own errors


def told(error: Exception) -> int:
    """Tell in one line what went wrong, and return the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return EXIT_ERROR
    if isinstance(error, click.Abort):
        return EXIT_INTERRUPTED
    from jdlint.report.frame import safe  # who has nothing to tell needs none

    lines = f"error: {_problem(error)}".split("\n")
    click.echo("\n".join(map(safe, lines)), err=True)  # they may quote what a file holds
    return EXIT_ERROR


def _problem(error: Exception) -> str:
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "jdlint"
        return f"{' '.join(error.format_message().split())}\nhelp: {command} --help"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError) and error.errno in _FULL and not os.environ.get("JDLINT_TRACEBACK"):
        return f"the output can't be written: {(error.strerror or str(error)).lower()}"
    return str(error) if isinstance(error, ConfigError) else fault(error)
