"""What the commands that read files have in common on the command line: their options, and the types of what these take."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import click

from jdlint.cli.files import NO_SETTINGS
from jdlint.config.lookup import Given
from jdlint.config.model import MOST_JOBS
from jdlint.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401  # click's own
        """Read the date, or fail with the form it should have."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is no date; write it as YYYY-MM-DD, such as 2026-03-31', param, ctx)


def _given(ctx: click.Context, param: click.Parameter, texts: tuple[str, ...]) -> Given | None:
    """The settings that `--config` and the environment give; the modules that read them are imported where there are some."""
    del ctx, param
    if not texts and not any(name.startswith("JDLINT_") and name not in NO_SETTINGS for name in os.environ):
        return None
    from jdlint.config.given import given

    return given(texts, os.environ)


def completed(kind: str) -> Callable[..., list[CompletionItem[str]]]:
    """What `shell_complete` takes: the function of that name in jdlint.cli.completion, imported when a line is completed."""

    def items(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        del ctx, param
        from jdlint.cli import completion

        found: list[CompletionItem[str]] = getattr(completion, kind)(incomplete)
        return found

    return items


config_option = click.option(
    "--config", callback=_given, multiple=True, metavar="FILE|KEY=VALUE", shell_complete=completed("settings"),
    help="Use this settings file; or set one thing, such as rules.RSP004.max-items=5. Can be said several times.",
)  # fmt: skip


class Jobs(click.ParamType[int]):
    """A number of processes; "auto" is 0, and leaves it to the run."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401  # click's own
        """Read the number, or fail with what it should be."""
        if value == "auto":
            return 0
        if str(value).isdecimal() and 0 < int(value) <= MOST_JOBS:
            return int(value)
        return self.fail(f'"{value}" is no number of processes; write one from 1 to {MOST_JOBS}, or auto', param, ctx)


paths_argument = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(readable=False))
isolated_option = click.option("--isolated", is_flag=True, help="Use no settings file, and none from the environment.")
stdin_filename_option = click.option(
    "--stdin-filename", metavar="PATH", help="The name (and so the format and settings) of what `-` reads."
)
color_option = click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours (default: auto).")
data_option = click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="Text for people, or JSON.")
_SHARED = (
    paths_argument,
    config_option,
    isolated_option,
    click.option("--as-of", type=Day(), metavar="DATE", help="Judge the postings as of this day (default: today)."),
    stdin_filename_option,
    click.option("--force-exclude", is_flag=True, help="Leave out what the settings exclude even where it is named."),
    color_option,
    click.option("-q", "--quiet", is_flag=True, help="Print no summary and no notes."),
)


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every command on files takes."""
    for option in reversed(_SHARED):
        function = option(function)
    return function
