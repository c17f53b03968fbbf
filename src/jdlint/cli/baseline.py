"""`jdlint baseline`: the file that names today's findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from jdlint.cli.files import inputs, note, read_stdin, unreadable, unwritable
from jdlint.cli.options import config_option, reading_options
from jdlint.config.load import shown
from jdlint.config.lookup import Given, Lookup
from jdlint.engine.baseline import Baseline, Row, load, place_for, updated
from jdlint.engine.files import Files
from jdlint.engine.result import EXIT_CLEAN, Tally
from jdlint.hints import Any
from jdlint.report.frame import safe
from jdlint.report.summary import plural
from jdlint.text.opening import STDIN
from jdlint.text.record import NamedTuple

_FILE = click.option("--baseline", "file", type=click.Path(path_type=Path), metavar="FILE", help="The baseline's file.")


@click.group(no_args_is_help=True)
def baseline() -> None:
    """Name today's findings in a file, so that only new ones are reported.

    The file is .jdlint-baseline.json beside the settings file, else in the working folder; --baseline or the setting `baseline`
    names another. Findings stay known when lines move. `jdlint check` hides them.
    """


class _Seen(NamedTuple):
    """What a run found, by the postings' names in the baseline; for each, the rules that could not run; and its sums."""

    rows: dict[str, dict[str, Row]]
    unable: dict[str, set[str]]
    tally: Tally

    def add(self, key: str, rows: dict[str, Row], unable: set[str]) -> None:
        """Take in a posting's findings; a file can hold several postings."""
        mine = self.rows.setdefault(key, {})
        for mark, row in rows.items():
            mine[mark] = row._replace(number=row.number + mine[mark].number) if mark in mine else row
        self.unable.setdefault(key, set()).update(unable)


def _place(file: Path | None, lookup: Lookup) -> Path:
    """The baseline's file: the one named, else that of the working folder's settings."""
    return file or place_for(lookup.of("."))


def _run(paths: tuple[str, ...], lookup: Lookup, known: Baseline, options: dict[str, Any]) -> _Seen:
    """Lint as `check` does, without a baseline."""
    from jdlint.engine.finding import CRASH
    from jdlint.engine.run import Linter, unable

    stdin_filename = options["stdin_filename"]
    files = Files(lookup, options["as_of"] or date.today(), options["force_exclude"], read_stdin, stdin_filename or STDIN)
    seen = _Seen({}, {}, Tally())
    for result in seen.tally.count(Linter(files).run(inputs(paths, stdin_filename))):
        if result.state == "unreadable":
            unreadable(result.path, result.reason, result.findings[0].line if result.findings else None)
            continue
        key = known.key(result.path)
        seen.add(key, known.rows(result.path, (f for f in result.findings if f.code != CRASH)), unable(result.findings, result.skipped))
        for finding in (f for f in result.findings if f.code == CRASH):
            note(safe(f"error: {result.path}: {finding.message}"))
    return seen


def _write(made: Baseline) -> None:
    """Write the file, whole or not at all."""
    from jdlint.cli.output import Draft

    try:
        draft = Draft(str(made.place))
        try:
            draft.write([made.text()])
        finally:
            draft.drop()
    except OSError as error:
        raise unwritable(shown(made.place), error) from error


def _tell(message: str, options: dict[str, Any]) -> None:
    if not options["quiet"]:
        click.echo(message)


@baseline.command()
@reading_options
@_FILE
@click.option("--force", is_flag=True, help="Make a baseline anew that is there already.")
def create(paths: tuple[str, ...], file: Path | None, force: bool, **options: Any) -> int:  # noqa: ANN401  # what reading_options adds
    """Name all of today's findings.

    PATH is what `jdlint check` takes. A baseline that is there already stays as it is, unless --force says otherwise.
    """
    lookup = _lookup(options)
    place = _place(file, lookup)
    if place.exists() and not force:
        raise click.ClickException(f"{safe(shown(place))} is there already; `jdlint baseline update` renews it, --force makes it anew")
    seen = _run(paths, lookup, Baseline(place), options)
    if seen.tally.broken and not seen.tally.files:  # nothing to name, such as after a slip in a path: no file that stands in the way
        return seen.tally.exit_code
    made = updated(Baseline(place), seen.rows, seen.unable, add=True)
    _write(made)
    _tell(f"{safe(shown(place))} names {plural(made.total, 'finding')} in {plural(len(made.files), 'posting')}.", options)
    return seen.tally.exit_code if seen.tally.broken else EXIT_CLEAN


@baseline.command()
@reading_options
@_FILE
def update(paths: tuple[str, ...], file: Path | None, **options: Any) -> int:  # noqa: ANN401  # as above
    """Take in new findings, and drop those that are gone.

    Postings outside of PATH stay as they are, unless they are no longer there.
    """
    return _renew(paths, file, options, add=True)


@baseline.command()
@reading_options
@_FILE
def prune(paths: tuple[str, ...], file: Path | None, **options: Any) -> int:  # noqa: ANN401  # as above
    """Drop the findings that are gone, and take in no new ones.

    Postings outside of PATH stay as they are, unless they are no longer there.
    """
    return _renew(paths, file, options, add=False)


def _renew(paths: tuple[str, ...], file: Path | None, options: dict[str, Any], *, add: bool) -> int:
    lookup = _lookup(options)
    old = load(_place(file, lookup))
    seen = _run(paths, lookup, old, options)
    new = updated(old, seen.rows, seen.unable, add=add)
    if new.text() != old.text():
        _write(new)
    added, dropped = _more(new, old), _more(old, new)
    parts = [*([f"{added} added"] if add else []), f"{dropped} dropped"]
    _tell(f"{safe(shown(new.place))} names {plural(new.total, 'finding')}: {', '.join(parts)}.", options)
    return seen.tally.exit_code if seen.tally.broken else EXIT_CLEAN


def _more(one: Baseline, other: Baseline) -> int:
    """How many findings the one names that the other does not."""
    counts = [Counter({(key, m): r.number for key, rows in b.files.items() for m, r in rows.items()}) for b in (one, other)]
    return (counts[0] - counts[1]).total()


def _lookup(options: dict[str, Any]) -> Lookup:
    return Lookup(file=options["config"], isolated=options["isolated"])


@baseline.command()
@config_option
@_FILE
def show(config: Given | None, file: Path | None) -> int:
    """Count what the baseline names, by rule and by posting."""
    known = load(_place(file, Lookup(file=config)))
    click.echo(f"{safe(shown(known.place))} names {plural(known.total, 'finding')} in {plural(len(known.files), 'posting')}.")
    rules = Counter[str]()
    files = Counter[str]()
    for key, rows in known.files.items():
        for row in rows.values():
            rules[row.code] += row.number
            files[key] += row.number
    for counts in (rules, files):
        if counts:
            click.echo()
        for line in _table(counts.items()):
            click.echo(line)
    return EXIT_CLEAN


def _table(counts: Iterable[tuple[str, int]]) -> list[str]:
    rows = sorted(counts, key=lambda row: (-row[1], row[0]))
    size = max((len(str(number)) for _, number in rows), default=0)
    return [f"{number:>{size}}  {safe(name)}" for name, number in rows]
