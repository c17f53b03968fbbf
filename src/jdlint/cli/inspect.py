"""`jdlint inspect`: how the linter reads a posting."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date

import click

from jdlint.cli.files import inputs, note, prepare_output, read_stdin, unreadable
from jdlint.cli.options import reading_options
from jdlint.config.lookup import Given, Lookup
from jdlint.engine.files import Files, Opened, fault
from jdlint.engine.result import EXIT_CLEAN, EXIT_ERROR
from jdlint.engine.timing import OutOfTimeError, at_most
from jdlint.hints import Any
from jdlint.text.opening import STDIN


def _entries(opened: Iterable[Opened], failed: list[str]) -> Iterator[dict[str, Any]]:
    """What the files say; for each that can't be read a line on standard error, and its path added to `failed`."""
    from jdlint.engine.inspection import inspect as inspect_posting
    from jdlint.report.json import part_data

    for one in opened:
        if one.empty:
            continue
        problem = one.problem
        if one.posting is not None:
            try:
                with at_most(one.settings.limits.seconds):
                    entry = inspect_posting(one.posting, one.path)
                yield entry if one.part is None else entry | part_data(one.part)
                continue
            except OutOfTimeError as error:
                problem = str(error)
            except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their entries
                problem = fault(error)
        unreadable(one.path, problem, one.line)
        failed.append(one.path)


def _json(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    from jdlint.engine.inspection import SCHEMA
    from jdlint.report.json import dump

    lead = f'{{"schema": {dump(SCHEMA)}, "files": ['
    for entry in entries:
        yield f"{lead}\n{dump(entry)}"
        lead = ","
    yield "\n]}\n" if lead == "," else f"{lead}]}}\n"


@click.command()
@reading_options
@click.option("--output-format", type=click.Choice(["card", "json"]), default="card", help="A card for people, or JSON.")
def inspect(  # noqa: PLR0913, PLR0917  # a parameter an option
    paths: tuple[str, ...],
    config: Given | None,
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
    from jdlint.report.card import card
    from jdlint.report.style import choose_style

    prepare_output()
    style = choose_style(color, sys.stdout)
    files = Files(Lookup(file=config, isolated=isolated), as_of or date.today(), force_exclude, read_stdin, stdin_filename or STDIN)
    failed: list[str] = []
    entries = _entries(files.open(inputs(paths, stdin_filename)), failed)
    shown = False
    for part in _json(entries) if output_format == "json" else (card(entry, style) for entry in entries):
        click.echo(part, nl=False, color=style.colored)
        shown = True
    if not (shown or failed or quiet):
        note("no files that jdlint can read were found")
    return EXIT_ERROR if failed else EXIT_CLEAN
