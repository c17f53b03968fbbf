"""The program: `check` where no command is named, and one line for whatever goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

_NEW_OBJECTS = 100_000  # between two looks for garbage: a posting makes thousands of small objects, and hardly any cycle
EXIT_CLEAN, EXIT_INTERRUPTED, EXIT_PIPE = 0, 130, 141
_STDOUT = 1
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
_SPELT = {"help": "--help", "version": "--version"}  # as other programs have it


def _with_verb(arguments: Sequence[str]) -> list[str]:
    """The arguments, `check` put before them where they name no command."""
    if not arguments or arguments[0] in COMMANDS or arguments[0] in OWN_OPTIONS:
        return list(arguments)
    first = arguments[0]
    if first in _SPELT and not os.path.exists(first):  # noqa: PTH110  # pathlib is not needed for anything else here
        return [*arguments[1:2], _SPELT[first]]
    if first.isalpha() and not os.path.exists(first):  # noqa: PTH110  # pathlib is not needed for anything else here
        from difflib import get_close_matches

        for near in get_close_matches(first, COMMANDS, 1, 0.7):
            from click import UsageError

            raise UsageError(f'no command, file or folder "{first}"; did you mean "{near}"?')
    return ["check", *arguments]


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
        code = _run(_with_verb(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        if "jdlint.text.compiled" in sys.modules:
            sys.modules["jdlint.text.compiled"].keep()
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except (BrokenPipeError, SystemExit):  # who read our output has left; click says so by SystemExit, and by nothing else
        os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)  # or the interpreter complains as it closes the stream
        return EXIT_PIPE
    except Exception as error:  # noqa: BLE001  # the last line of defence: no traceback reaches a user
        from jdlint.cli.failing import told

        return told(error)
    return code if isinstance(code, int) else EXIT_CLEAN


def _run(line: list[str]) -> object:
    """What the command returns."""
    from jdlint.cli.plain import plain_check

    if asked := plain_check(line):
        from jdlint.cli.checking import run

        return run(asked)
    from jdlint.cli.group import cli

    return cli.main(line, prog_name="jdlint", standalone_mode=False)
