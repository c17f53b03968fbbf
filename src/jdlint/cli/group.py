"""The group of all commands: a command's module is imported when it is used."""

from __future__ import annotations

from importlib import import_module

import click

import jdlint
from jdlint.cli.main import COMMANDS


class LazyGroup(click.Group):
    """A group whose commands are imported when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


@click.command(cls=LazyGroup, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(jdlint.__version__, "-V", "--version", prog_name="jdlint", message="%(prog)s %(version)s")
def cli() -> None:
    """A linter for job postings: clear, complete and open to everyone.

    `jdlint PATH` checks files and folders; `jdlint COMMAND --help` tells more on a command.
    """
