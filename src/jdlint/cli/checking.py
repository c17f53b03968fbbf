"""What `jdlint check` does, apart from how its line is read: postings judged, reports written, an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from itertools import chain, islice

from jdlint.cli.files import echo, inputs, note, prepare_output, read_stdin, unreadable, usage
from jdlint.cli.output import Outputs, documents, progress, wanted
from jdlint.config.errors import At
from jdlint.config.lookup import Given, Lookup
from jdlint.config.model import Pick, Settings
from jdlint.engine.files import Files
from jdlint.engine.result import EXIT_CLEAN, EXIT_FINDINGS, Result, Tally
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.report import SHOWING, Look, report
from jdlint.report.frame import safe
from jdlint.text.opening import STDIN
from jdlint.text.record import dataclass, replace

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.cli.mending import Mending
    from jdlint.engine.baseline import Baselines
    from jdlint.engine.changes import Changes
    from jdlint.engine.run import Linter
    from jdlint.posting.model import LanguageTool
    from jdlint.report.style import Style


@dataclass(frozen=True, slots=True)
class Asked:
    """What the line asks for: a field an option of `jdlint check`, by its name."""

    paths: tuple[str, ...] = ()
    config: Given | None = None
    isolated: bool = False
    as_of: date | None = None
    stdin_filename: str | None = None
    force_exclude: bool = False
    color: str = "auto"
    quiet: bool = False
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    show_fixes: bool = False
    add_ignore: str | None = None
    baseline: Path | None = None
    no_baseline: bool = False
    diff_base: str | None = None
    grammar: bool = False
    fail_on: str | None = None
    min_score: int | None = None
    exit_zero: bool = False
    output_format: str | None = None
    output_file: str | None = None
    reports: tuple[str, ...] = ()
    statistics: bool = False
    score: bool = False
    hyperlinks: str = "auto"
    no_cache: bool = False
    jobs: int | None = None
    profile: bool = False
    profile_json: Path | None = None
    cache_dir: Path | None = None


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


def _override(asked: Asked) -> dict[str, Any]:
    """What the command line says instead of the settings, by the fields of `Settings`."""
    said: dict[str, Any] = {}
    if asked.select:
        said["select"] = _picks("--select", asked.select)
    if asked.extend_select:
        said["extend_select"] = _picks("--extend-select", asked.extend_select)
    if asked.ignore:
        said["ignore"] = _picks("--ignore", asked.ignore)
    if asked.grammar or asked.no_cache:
        said["languagetool"] = partial(_languagetool, grammar=asked.grammar, cached=not asked.no_cache)
    if asked.grammar:
        from jdlint.engine.rulesets import GRAMMAR  # only who asks for it pays for it

        said["extend_select"] = (*said.get("extend_select", ()), Pick(GRAMMAR, At("--grammar")))
    if asked.fail_on:
        said["fail_on"] = asked.fail_on
    if asked.min_score is not None:
        said["min_score"] = asked.min_score
    if asked.jobs is not None:
        said["jobs"] = asked.jobs or "auto"
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


def _baselines(asked: Asked) -> Baselines | None:
    """The baselines to heed: without settings, only one that is named."""
    if asked.baseline and asked.no_baseline:
        raise usage("--baseline and --no-baseline exclude each other")
    if asked.no_baseline or (asked.isolated and not asked.baseline):
        return None
    from jdlint.engine.baseline import Baselines

    return Baselines(asked.baseline)


def _changes(base: str, paths: tuple[str, ...]) -> Changes:
    """What changed since a revision."""
    from jdlint.engine.changes import Changes  # only who asks for it pays for it

    if STDIN in paths:
        raise usage("--diff-base takes files; git knows nothing of standard input")
    changes = Changes(base)
    changes.check(paths)
    return changes


def _closed(results: Iterable[Result], tally: Tally, baselines: Baselines | None) -> Iterator[Result]:
    """Pass the results on, and count what the baseline names in vain once all are there."""
    yield from results
    if baselines is not None:
        tally.stale = baselines.stale


def _mending(asked: Asked, style: Style) -> Mending | None:
    """What the options ask to change; None where nothing is to be changed."""
    if asked.add_ignore is not None and (asked.fix or asked.unsafe_fixes):
        raise usage("--add-ignore accepts the findings as they are; run --fix before it")
    if asked.add_ignore is None and not (asked.fix or asked.diff):
        for name, given in (("--unsafe-fixes", asked.unsafe_fixes), ("--show-fixes", asked.show_fixes)):
            if given:
                raise usage(f"{name} goes with --fix or --diff")
        return None
    from jdlint.cli.mending import Mending, ignoring, mending  # only who mends pays for it

    if asked.add_ignore is not None:
        return Mending(ignoring(asked.add_ignore), style, diff=asked.diff, show=asked.show_fixes, hides=True)
    return Mending(mending(unsafe=asked.unsafe_fixes), style, diff=asked.diff, show=asked.show_fixes)


def _linter(asked: Asked, paths: tuple[str, ...], *, views: bool) -> Linter:
    """What judges the postings. `views`: a report shows them."""
    from jdlint.engine.run import Linter

    files = Files(
        Lookup(file=asked.config, isolated=asked.isolated, override=_override(asked)),
        asked.as_of or date.today(),
        asked.force_exclude,
        read_stdin,
        asked.stdin_filename or STDIN,
    )
    baselines = _baselines(asked)
    changes = None if asked.diff_base is None else _changes(asked.diff_base, paths)
    caches = None
    if not asked.no_cache:
        from jdlint.engine.cache import Caches

        caches = Caches(files.as_of, asked.cache_dir)
    return Linter(
        replace(files, wanted=changes.has) if changes else files, baselines=baselines, changes=changes, caches=caches, views=views
    )


def run(asked: Asked) -> int:
    """Judge the postings, report, and return the exit code."""
    with ExitStack() as stack:
        return _run(asked, stack)


def _run(asked: Asked, stack: ExitStack) -> int:
    from jdlint.report.style import choose_style

    prepare_output()
    shown, beside = wanted(asked.output_format, asked.output_file, asked.reports)
    outputs = stack.enter_context(Outputs(beside, job_summary=shown == "github"))
    paths = inputs(asked.paths, asked.stdin_filename)
    aside = STDIN in paths and not asked.diff and (asked.fix or asked.add_ignore is not None)  # standard output is for the text
    style = choose_style(asked.color, sys.stderr if aside else sys.stdout, asked.hyperlinks)
    linter = _linter(asked, paths, views=not SHOWING.isdisjoint((shown, *(file.format for file in beside))))
    tally = Tally(exit_zero=asked.exit_zero)
    jobs = None
    if asked.profile or asked.profile_json:
        from jdlint.cli.profile import profiled

        jobs = 1  # of several processes, one would see its own time only
        stack.enter_context(profiled(tally, asked.profile_json))
    mending = _mending(asked, style)
    bar = None if mending else progress(linter.files, paths, quiet=asked.quiet)
    ran = mending.run(linter, paths) if mending else linter.run(paths, jobs)
    results = _tell(tally.count(_closed(bar.over(ran) if bar else ran, tally, linter.baselines)))
    results = outputs.keep(chain(list(islice(results, 1)), results))  # settings that can't be used are told before any output
    look = Look(quiet=asked.quiet, statistics=asked.statistics, score=asked.score, document=documents(linter.files.lookup))
    parts = report(shown)(results, tally, replace(look, style=style))
    for part in () if asked.diff else parts:
        if bar:
            bar.clear()
        echo(part, sys.stderr if aside else sys.stdout, colored=style.colored)
    for _ in results:  # with --diff nothing else asks for them
        pass
    outputs.write(tally, look)
    if mending:
        mending.close(quiet=asked.quiet)
    if not (tally.files or tally.unreadable or asked.quiet):
        note("no job postings found" if asked.diff_base is None else f"no job postings changed since {safe(asked.diff_base)}")
    if mending and asked.diff and not tally.broken:
        return EXIT_FINDINGS if mending.changed and not asked.exit_zero else EXIT_CLEAN
    return tally.exit_code
