"""`jdlint rule`: explain a rule, list and search rules, test rule files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from jdlint.cli.files import note, prepare_output
from jdlint.cli.finding_rules import Filters, find_rules
from jdlint.cli.options import color_option, completed, config_option, data_option, isolated_option
from jdlint.config.lookup import Given, Lookup
from jdlint.engine.rulesets import rule_index
from jdlint.hints import Any
from jdlint.report.frame import safe
from jdlint.resources import rules_dir
from jdlint.rules.errors import RuleError, UnknownRuleError
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.model import EVIDENCE, SEVERITIES
from jdlint.rules.select import codes


@click.command()
@click.argument("words", nargs=-1, metavar="[CODE|NAME|WORD... | test FILE...]", shell_complete=completed("rules"))
@click.option("--all", "everything", is_flag=True, help="All rules.")
@click.option("--search", multiple=True, metavar="TEXT", help="Rules that speak of these words: in name, summary, messages or phrases.")
@click.option("--family", multiple=True, metavar="ABC", help="Rules whose code begins so, such as PAY.")
@click.option("--severity", type=click.Choice(SEVERITIES), multiple=True, help="Rules of this severity.")
@click.option("--evidence", type=click.Choice(EVIDENCE), multiple=True, help="Rules that rest on this kind of evidence.")
@click.option("--fixable", is_flag=True, help="Rules that can mend what they find.")
@data_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of rule files, for editors.")
@config_option
@isolated_option
@color_option
def rule(  # noqa: PLR0913, PLR0917  # a parameter an option
    words: tuple[str, ...],
    everything: bool,
    search: tuple[str, ...],
    family: tuple[str, ...],
    severity: tuple[str, ...],
    evidence: tuple[str, ...],
    fixable: bool,
    output_format: str,
    schema: bool,
    config: Given | None,
    isolated: bool,
    color: str,
) -> int:
    """Explain a rule by its code or name; list the rules of a prefix or those that speak of a word.

    The options narrow the list; of one said several times, any value will do (but each --search). `jdlint rule test FILE...`
    runs the examples in rule files or folders of your own.
    """
    prepare_output()
    if schema:
        from jdlint.report.json import dump
        from jdlint.rules.fileschema import rule_file_schema

        click.echo(dump(rule_file_schema(), 1))
        return 0
    if words and words[0] == "test":
        return _test(words[1:])
    filters = Filters(search, family, severity, evidence, fixable)
    narrowed = filters != Filters()
    if not (words or everything or narrowed):
        raise click.UsageError('Name a rule, such as "jdlint rule PAY001", search with --search TEXT, or say --all.')
    index = rule_index(Lookup(file=config, isolated=isolated).of("."))
    try:
        entries = find_rules(() if everything else words, filters, index)
        _show(entries, index, everything or narrowed or len(words) > 1, output_format, color)
    except (RuleError, UnknownRuleError) as error:
        raise click.ClickException(str(error)) from error
    return 0


def _show(entries: list[Entry], index: RuleIndex, several: bool, output_format: str, color: str) -> None:
    from jdlint.report import rules
    from jdlint.report.style import choose_style
    from jdlint.rules.load import documented

    style = choose_style(color, sys.stdout)
    if output_format == "json":
        data: Any = [rules.rule_data(documented(e), _profiles(e, index)) for e in entries]
        from jdlint.report.json import dump

        text = dump(data if several or len(entries) > 1 else data[0]) + "\n"
    elif len(entries) == 1:
        (entry,) = entries
        text = rules.rule_page(documented(entry), _profiles(entry, index), style)
    else:
        text = rules.rule_list([e.build() for e in entries], style)
    click.echo(text, nl=False, color=style.colored)


def _profiles(entry: Entry, index: RuleIndex) -> list[str]:
    """The profiles that a rule is in."""
    return [name for name in sorted(index.profiles) if entry.code in codes(name, index)]


def _test(names: tuple[str, ...]) -> int:
    """Run the examples in rule files; 1 where one fails, 2 where a file is missing or is no rule."""
    from jdlint.engine.result import EXIT_CLEAN, EXIT_ERROR, EXIT_FINDINGS
    from jdlint.report.summary import plural

    if not names:
        raise click.UsageError("Name the rule files or folders to test.")
    files = list(_rule_files(names))
    counts = [_run_file(file) for file in files if file.exists()]
    tested = [c for c in counts if c is not None]
    failed = sum(failures for failures, _ in tested)
    total = sum(examples for _, examples in tested)
    if tested:
        outcome = f"{plural(failed, 'failure')}" if failed else "all as they should be"
        click.echo(f"{plural(total, 'example')} in {plural(len(tested), 'rule')}: {outcome}.")
    for file in files:
        if not file.exists():
            note(f"error: {safe(str(file))}: no such file or folder, or no rule file in it")
    if len(tested) < len(files):
        return EXIT_ERROR
    return EXIT_FINDINGS if failed else EXIT_CLEAN


def _rule_files(names: tuple[str, ...]) -> Iterator[Path]:
    """The files behind the names; a folder without any stands for itself with a file that is not there."""
    from jdlint.resources.store import yaml_files

    for name in names:
        yield from yaml_files(Path(name)) or [Path(name, "*.yaml")]


def _run_file(file: Path) -> tuple[int, int] | None:
    """How many failures and examples a rule file has; None for one that is no rule, which is told."""
    from jdlint.engine.testing import run_examples
    from jdlint.rules.load import load_file
    from jdlint.rules.model import TRAINED

    try:
        doc = load_file(file, trusted=file.resolve().is_relative_to(rules_dir()))
    except RuleError as error:
        note(safe(f"error: {error}"))
        return None
    if not TRAINED.isdisjoint(doc.rule.needs):
        note(f"{safe(str(file))}: {doc.rule.code} needs a trained pipeline of spaCy, so its examples are not run here")
        return 0, 0
    failures = run_examples(doc)
    for failure in failures:
        click.echo(safe(f"{file}:{failure.line}: {doc.rule.code}: {failure.message}"))
    if not doc.examples and doc.rule.kind != "internal":
        note(f"{safe(str(file))}: {doc.rule.code} has no examples, so nothing is tested")
    return len(failures), len(doc.examples)
