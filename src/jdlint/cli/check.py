"""`jdlint check`: findings, a report and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jdlint.cli.files import Jobs, completed, inputs, note, prepare_output, read_stdin, reading_options, unreadable
from jdlint.cli.output import Outputs, documents, progress, wanted
from jdlint.config.errors import At
from jdlint.config.lookup import Given, Lookup
from jdlint.config.model import FAIL_ON, MOST_SCORE, Pick, Settings
from jdlint.engine.baseline import Baselines
from jdlint.engine.files import STDIN, Files
from jdlint.engine.result import EXIT_CLEAN, EXIT_FINDINGS, Result, Tally
from jdlint.report import FORMATS, SHOWING, Look, report
from jdlint.report.frame import safe
from jdlint.text.record import replace

if TYPE_CHECKING:
    from jdlint.cli.mending import Mending
    from jdlint.engine.changes import Changes
    from jdlint.posting.model import LanguageTool
    from jdlint.report.style import Style


def _picks(option: str, texts: tuple[str, ...]) -> tuple[Pick, ...]:
    """The selectors of a repeatable option, each a comma-separated list."""
    parts = (part.strip() for text in texts for part in text.split(","))
    return tuple(Pick(part, At(option)) for part in parts if part)


def _languagetool(settings: Settings, *, grammar: bool, cached: bool) -> LanguageTool | None:
    """What the settings say of LanguageTool; with `grammar`, that it is to run; without `cached`, that it is asked anew."""
    from jdlint.posting.model import LanguageTool

    tool = settings.languagetool
    if tool is None and not grammar:
        return None
    tool = tool or LanguageTool()
    return replace(tool, enabled=tool.enabled or grammar, cached=tool.cached and cached)


def _override(  # noqa: PLR0913  # an option each
    select: tuple[str, ...],
    extend: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    min_score: int | None,
    *,
    grammar: bool,
    cached: bool,
) -> dict[str, Any]:
    """What the command line says instead of the settings, by the fields of `Settings`."""
    said: dict[str, Any] = {}
    if select:
        said["select"] = _picks("--select", select)
    if extend:
        said["extend_select"] = _picks("--extend-select", extend)
    if ignore:
        said["ignore"] = _picks("--ignore", ignore)
    if grammar or not cached:
        said["languagetool"] = partial(_languagetool, grammar=grammar, cached=cached)
    if grammar:
        from jdlint.engine.rulesets import GRAMMAR  # only who asks for it pays for it

        said["extend_select"] = (*said.get("extend_select", ()), Pick(GRAMMAR, At("--grammar")))
    if fail_on:
        said["fail_on"] = fail_on
    if min_score is not None:
        said["min_score"] = min_score
    return said


def _tell(results: Iterable[Result]) -> Iterator[Result]:
    """Pass the results on, with a line on standard error for each input that can't be read and for what can't be had at all."""
    told: set[str] = set()
    for result in results:
        for lack in sorted({s.reason for s in result.skipped if s.fatal} - told):
            told.add(lack)
            note(f"error: {safe(lack)}")
        if result.state == "unreadable":
            unreadable(result.path, result.reason, result.findings[0].line if result.findings else None)
        yield result


def _baselines(named: Path | None, *, off: bool, isolated: bool) -> Baselines | None:
    """The baselines to heed: without settings, only one that is named."""
    if named and off:
        raise click.UsageError("--baseline and --no-baseline exclude each other")
    return None if off or (isolated and not named) else Baselines(named)


def _changes(base: str, paths: tuple[str, ...]) -> Changes:
    """What changed since a revision."""
    from jdlint.engine.changes import Changes  # only who asks for it pays for it

    if STDIN in paths:
        raise click.UsageError("--diff-base takes files; git knows nothing of standard input")
    changes = Changes(base)
    changes.check(paths)
    return changes


def _closed(results: Iterable[Result], tally: Tally, baselines: Baselines | None) -> Iterator[Result]:
    """Pass the results on, and count what the baseline names in vain once all are there."""
    yield from results
    if baselines is not None:
        tally.stale = baselines.stale


_LINKS = "In full, link rules and files (default: auto, where the terminal is known to show links)."
_SELECT = "Run only these rules: codes, prefixes, names, profiles or ALL."
_FORMS = f"The form of the report: {', '.join(FORMATS)} (default: full; in GitHub Actions, github)."


class _Check(click.Command):
    """`--add-ignore` takes a reason only after `=`, so that a path after it stays a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["--add-ignore=" if a == "--add-ignore" else a for a in args])


def _mending(  # noqa: PLR0913  # an option each
    style: Style, *, fix: bool, unsafe_fixes: bool, diff: bool, show_fixes: bool, add_ignore: str | None
) -> Mending | None:
    """What the options ask to change; None where nothing is to be changed."""
    if add_ignore is not None and (fix or unsafe_fixes):
        raise click.UsageError("--add-ignore accepts the findings as they are; run --fix before it")
    if add_ignore is None and not (fix or diff):
        for name, given in (("--unsafe-fixes", unsafe_fixes), ("--show-fixes", show_fixes)):
            if given:
                raise click.UsageError(f"{name} goes with --fix or --diff")
        return None
    from jdlint.cli.mending import Mending, ignoring, mending  # only who mends pays for it

    if add_ignore is not None:
        return Mending(ignoring(add_ignore), style, diff=diff, show=show_fixes, hides=True)
    return Mending(mending(unsafe=unsafe_fixes), style, diff=diff, show=show_fixes)


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
@click.option("--jobs", type=Jobs(), envvar="JDLINT_JOBS", metavar="N", help="Processes to use (default: auto, where it pays).")
@click.option("--profile", is_flag=True, help="Tell on standard error where the time went, by stage, fact and rule.")
@click.option("--profile-json", type=click.Path(path_type=Path), metavar="FILE", help="Write where the time went to a file.")
@click.option("--cache-dir", type=click.Path(path_type=Path), metavar="FOLDER", help="Keep what is found in this folder.")
def check(  # noqa: PLR0913, PLR0917  # a parameter an option
    paths: tuple[str, ...],
    config: Given | None,
    isolated: bool,
    as_of: date | None,
    stdin_filename: str | None,
    force_exclude: bool,
    color: str,
    quiet: bool,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    show_fixes: bool,
    add_ignore: str | None,
    baseline: Path | None,
    no_baseline: bool,
    diff_base: str | None,
    grammar: bool,
    fail_on: str | None,
    min_score: int | None,
    exit_zero: bool,
    output_format: str | None,
    output_file: str | None,
    reports: tuple[str, ...],
    statistics: bool,
    score: bool,
    hyperlinks: str,
    watch: bool,
    no_cache: bool,
    jobs: int | None,
    profile: bool,
    profile_json: Path | None,
    cache_dir: Path | None,
) -> int:
    """Find what a careful editor would change in job postings.

    PATH is a file, a folder (searched for postings), a pattern such as "jobs/*.md", or - for standard input; without one, the
    working folder. Exit code: 0 nothing to mend, 1 findings at or above --fail-on, 2 something could not be checked.
    """
    from jdlint.engine.cache import Caches
    from jdlint.engine.run import Linter
    from jdlint.report.style import choose_style

    prepare_output()
    if watch:
        from jdlint.cli.watch import keep_checking

        return keep_checking(click.get_current_context())
    shown, beside = wanted(output_format, output_file, reports)
    outputs = click.get_current_context().with_resource(Outputs(beside, job_summary=shown == "github"))
    paths = inputs(paths, stdin_filename)
    aside = STDIN in paths and not diff and (fix or add_ignore is not None)  # standard output is for the text
    style = choose_style(color, sys.stderr if aside else sys.stdout, hyperlinks)
    lookup = Lookup(
        file=config,
        isolated=isolated,
        override=_override(select, extend_select, ignore, fail_on, min_score, grammar=grammar, cached=not no_cache),
    )
    files = Files(lookup, as_of or date.today(), force_exclude, read_stdin, stdin_filename or STDIN)
    baselines = _baselines(baseline, off=no_baseline, isolated=isolated)
    changes = None if diff_base is None else _changes(diff_base, paths)
    caches = None if no_cache else Caches(files.as_of, cache_dir)
    views = not SHOWING.isdisjoint((shown, *(file.format for file in beside)))
    chosen = replace(files, wanted=changes.has) if changes else files
    linter = Linter(chosen, baselines=baselines, changes=changes, caches=caches, views=views)
    tally = Tally(exit_zero=exit_zero)
    if profile or profile_json:
        from jdlint.cli.profile import profiled

        jobs = 1  # of several processes, one would see its own time only
        click.get_current_context().with_resource(profiled(tally, profile_json))
    asked = _mending(style, fix=fix, unsafe_fixes=unsafe_fixes, diff=diff, show_fixes=show_fixes, add_ignore=add_ignore)
    bar = None if asked else progress(linter.files, paths, quiet=quiet)
    ran = asked.run(linter, paths) if asked else bar.over(linter.run(paths, jobs or None)) if bar else linter.run(paths, jobs or None)
    results = _tell(tally.count(_closed(ran, tally, baselines)))
    results = outputs.keep(chain(list(islice(results, 1)), results))  # settings that can't be used are told before any output
    look = Look(quiet=quiet, statistics=statistics, score=score, document=documents(lookup))
    parts = report(shown)(results, tally, replace(look, style=style))
    for part in () if diff else parts:
        if bar:
            bar.clear()
        click.echo(part, nl=False, err=aside, color=style.colored)
    for _ in results:  # with --diff nothing else asks for them
        pass
    outputs.write(tally, look)
    if asked:
        asked.close(quiet=quiet)
    if not (tally.files or tally.unreadable or quiet):
        note("no job postings found" if diff_base is None else f"no job postings changed since {safe(diff_base)}")
    if asked and diff and not tally.broken:
        return EXIT_FINDINGS if asked.changed and not exit_zero else EXIT_CLEAN
    return tally.exit_code
