"""`jdlint check`: its options."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import click
from click.core import ParameterSource

from jdlint.cli.checking import Asked, run
from jdlint.cli.options import Jobs, completed, reading_options
from jdlint.config.model import FAIL_ON, MOST_SCORE
from jdlint.hints import Any
from jdlint.report import FORMATS

_LINKS = "In full, link rules and files (default: auto, where the terminal is known to show links)."
_SELECT = "Run only these rules: codes, prefixes, names, profiles or ALL."
_FORMS = f"The form of the report: {', '.join(FORMATS)} (default: full; in GitHub Actions, github)."


class _Check(click.Command):
    """`--add-ignore` takes a reason only after `=`, so that a path after it stays a path; and a line's `--cache-dir` beats a variable."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for option, word in pairwise(args):
            if option == "--add-ignore" and word[:1] != "-" and not (set(word) & set("*?[") or os.path.lexists(word)):
                raise click.UsageError(f'the reason goes after a "=": --add-ignore="{word}" (there is no file or folder "{word}")', ctx)
        try:
            return super().parse_args(ctx, ["--add-ignore=" if a == "--add-ignore" else a for a in args])
        except click.NoSuchOption as error:
            if file := next((a for a in args if a.startswith("-") and os.path.lexists(a)), None):
                raise click.UsageError(f'"{file}" is read as an option; write ./{file} for the file', ctx) from error
            raise

    def invoke(self, ctx: click.Context) -> int:
        if ctx.params["no_cache"] and ctx.params["cache_dir"]:
            if ctx.get_parameter_source("no_cache") is ParameterSource.COMMANDLINE:
                raise click.UsageError("--no-cache and --cache-dir exclude each other", ctx)
            ctx.params["no_cache"] = False
        code: int = super().invoke(ctx)
        return code


@click.command(cls=_Check)
@reading_options
@click.option("--select", multiple=True, metavar="RULES", shell_complete=completed("selectors"), help=_SELECT)
@click.option("--extend-select", multiple=True, metavar="RULES", shell_complete=completed("selectors"), help="Run these rules too.")
@click.option("--ignore", multiple=True, metavar="RULES", shell_complete=completed("selectors"), help="Leave these rules out.")
@click.option("--fix", is_flag=True, help="Make the safe fixes, and report what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that may change the meaning.")
@click.option("--diff", is_flag=True, help="Write nothing; show what --fix would change, and exit with 1 if it would.")
@click.option("--show-fixes", is_flag=True, help="With --fix or --diff: list what was fixed.")
@click.option("--add-ignore", metavar="[=REASON]", help="Write comments that hide today's findings.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Hide the findings that this baseline names.")
@click.option("--no-baseline", is_flag=True, help="Report what the baseline hides too.")
@click.option("--diff-base", metavar="REV", help="Report only what changed since this git revision, and what changed postings lack.")
@click.option("--grammar", is_flag=True, help="Check spelling and grammar too, by LanguageTool on this machine.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The least severity that makes the exit code 1 (default: error).")
@click.option("--min-score", type=click.IntRange(0, MOST_SCORE), metavar="N", help="Exit with 1 if a posting scores less than N of 100.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where there are findings.")
@click.option("--output-format", type=click.Choice(list(FORMATS)), envvar="JDLINT_OUTPUT_FORMAT", metavar="FORMAT", help=_FORMS)
@click.option("--output-file", metavar="FILE", help="Write that report to a file, beside the one for people on the terminal.")
@click.option("--report", "reports", multiple=True, metavar="FORMAT=FILE", help="Write a report to a file; can be said several times.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule.")
@click.option("--score", is_flag=True, help="Show the score of each posting with its parts.")
@click.option("--hyperlinks", type=click.Choice(["auto", "always", "never"]), default="auto", help=_LINKS)
@click.option("--watch", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@click.option("--no-cache", is_flag=True, envvar="JDLINT_NO_CACHE", help="Judge every posting anew, and keep nothing of what is found.")
@click.option("--jobs", type=Jobs(), metavar="N", help="Processes to use (default: auto, where it pays).")
@click.option("--profile", is_flag=True, help="Tell on standard error where the time went, by stage, fact and rule.")
@click.option("--profile-json", type=click.Path(path_type=Path), metavar="FILE", help="Write where the time went to a file.")
@click.option("--cache-dir", type=click.Path(path_type=Path), metavar="FOLDER", help="Keep what is found in this folder.")
def check(**given: Any) -> int:  # noqa: ANN401  # the options above
    """Find what a careful editor would change in job postings.

    PATH is a file, a folder (searched for postings), a pattern such as "jobs/*.md", or - for standard input; without one, the
    working folder. Exit code: 0 nothing to mend, 1 findings at or above --fail-on, 2 something could not be checked.
    """
    if given.pop("watch"):
        from jdlint.cli.watch import keep_checking

        return keep_checking(click.get_current_context())
    return run(Asked(**given))
