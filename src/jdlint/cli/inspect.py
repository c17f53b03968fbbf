"""`jdlint inspect`: how the linter reads a posting."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from jdlint.cli.files import note, prepare_output, read_stdin, reading_options
from jdlint.cli.main import EXIT_ERROR
from jdlint.config.errors import ConfigError
from jdlint.config.lookup import Lookup
from jdlint.engine.files import STDIN, Files, Opened, fault


def _entry(opened: Opened) -> tuple[dict[str, Any] | None, str]:
    """What a file says, or the reason why that can't be told."""
    from jdlint.engine.inspection import inspect as inspect_posting

    if opened.posting is None:
        return None, opened.problem
    try:
        return inspect_posting(opened.posting, opened.path), ""
    except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their entries
        return None, fault(error)


@click.command()
@reading_options
@click.option("--output-format", type=click.Choice(["card", "json"]), default="card", help="A card for people, or JSON.")
def inspect(  # noqa: PLR0913, PLR0917  # a parameter an option
    paths: tuple[str, ...],
    config: Path | None,
    isolated: bool,
    as_of: date | None,
    stdin_filename: str | None,
    force_exclude: bool,
    color: str,
    quiet: bool,
    output_format: str,
) -> int:
    """Show how jdlint reads postings: title, pay, place, sections, and what it misses.

    Nothing is judged here. Where a fact is read wrongly, so are the findings that rest on it.
    """
    from jdlint.engine.inspection import SCHEMA
    from jdlint.report.card import card
    from jdlint.report.json import dump
    from jdlint.report.style import choose_style

    prepare_output()
    style = choose_style(color, sys.stdout)
    try:
        lookup = Lookup(file=config, isolated=isolated)
    except ConfigError as error:
        raise click.ClickException(str(error)) from error
    files = Files(lookup, as_of or date.today(), force_exclude, read_stdin, stdin_filename or STDIN)
    shown, code, found = [], 0, False
    for opened in files.open(paths or (".",)):
        found = True
        entry, problem = _entry(opened)
        if entry is None:
            note(f"error: {opened.path}{f':{opened.line}' if opened.line else ''}: {problem}")
            code = EXIT_ERROR
        elif output_format == "json":
            shown.append(entry)
        else:
            click.echo(card(entry, style), nl=False, color=style.colored)
    if output_format == "json":
        click.echo(dump({"schema": SCHEMA, "files": shown}), nl=False)
    elif not found and not quiet:
        note("no files that jdlint can read were found")
    return code
