"""The command `jdlint`: a group that imports a command's module when it is used, and `check` where no command is named."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

import jdlint

_NEW_OBJECTS = 100_000  # between two looks for garbage: a posting makes thousands of small objects, and hardly any cycle
EXIT_ERROR, EXIT_INTERRUPTED, EXIT_PIPE = 2, 130, 141
_STDOUT = 1
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # of a disk without room; what is read reports its own errors
# Command -> where it is, and its line in the help (kept here, so that the help imports nothing).
COMMANDS = {
    "check": ("jdlint.cli.check:check", "Find what a careful editor would change (what `jdlint PATH` does)."),
    "config": ("jdlint.cli.config:config", "Show the settings that hold for a file, and where each was said."),
    "baseline": ("jdlint.cli.baseline:baseline", "Name today's findings in a file, so that only new ones are reported."),
    "inspect": ("jdlint.cli.inspect:inspect", "Show how jdlint reads a posting: title, pay, place, sections and the rest."),
    "init": ("jdlint.cli.init:init", "Set jdlint up in a folder: settings, a pre-commit hook, a gate in CI."),
    "export": ("jdlint.cli.export:export", "Write a posting's facts as structured data (JSON-LD) for its page."),
    "law": ("jdlint.cli.law:law", "Show what the law of a place asks of a posting."),
    "new": ("jdlint.cli.new:new", "Print a posting to fill in, from a role, a place and a country."),
    "clean": ("jdlint.cli.clean:clean", "Remove what jdlint keeps of earlier runs."),
    "rule": ("jdlint.cli.rule:rule", "Explain a rule, find one by a word, or test rule files of your own."),
    "completion": ("jdlint.cli.completion:completion", "Print the script that lets bash, zsh or fish complete jdlint's lines."),
}
OWN_OPTIONS = ("--version", "-V", "--help", "-h")


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


def _with_verb(arguments: Sequence[str]) -> list[str]:
    """The arguments, `check` put before them where they name no command."""
    if not arguments or arguments[0] in COMMANDS or arguments[0] in OWN_OPTIONS:
        return list(arguments)
    first = arguments[0]
    if first.isalpha() and not Path(first).exists():
        from difflib import get_close_matches

        for near in get_close_matches(first, COMMANDS, 1, 0.7):
            raise click.UsageError(f'no command, file or folder "{first}"; did you mean "{near}"?')
    return ["check", *arguments]


def _fail(message: str) -> int:
    click.echo(f"error: {message}", err=True)
    return EXIT_ERROR


def steady() -> None:
    """Look for garbage less often: postings leave next to none, and the looks took a fifth of a run."""
    gc.enable()
    gc.set_threshold(_NEW_OBJECTS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. Whatever goes wrong, the user sees one line and no traceback."""
    steady()
    try:
        if asked := os.environ.get("_JDLINT_COMPLETE"):
            from jdlint.cli.completion import complete

            return complete(asked)
        code = cli.main(_with_verb(sys.argv[1:] if arguments is None else arguments), prog_name="jdlint", standalone_mode=False)
        sys.stdout.flush()
        if "jdlint.text.compiled" in sys.modules:
            sys.modules["jdlint.text.compiled"].keep()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return EXIT_ERROR
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "jdlint"
        return _fail(f"{error.format_message()}\nhelp: {command} --help")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except (BrokenPipeError, SystemExit):  # who read our output has left; click says so by SystemExit, and by nothing else
        os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)  # or the interpreter complains as it closes the stream
        return EXIT_PIPE
    except Exception as error:  # noqa: BLE001  # the last line of defence: no traceback reaches a user
        from jdlint.config.errors import ConfigError
        from jdlint.engine.files import fault

        if isinstance(error, OSError) and error.errno in _FULL and not os.environ.get("JDLINT_TRACEBACK"):
            return _fail(f"the output can't be written: {(error.strerror or str(error)).lower()}")
        return _fail(str(error) if isinstance(error, ConfigError) else fault(error))
    return code if isinstance(code, int) else 0
