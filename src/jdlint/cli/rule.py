"""`jdlint rule`: explain a rule, list and search rules, test rule files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from jdlint.cli.files import config_option, note, prepare_output
from jdlint.config.lookup import Given, Lookup
from jdlint.engine.result import EXIT_CLEAN, EXIT_ERROR, EXIT_FINDINGS
from jdlint.engine.rulesets import rule_index
from jdlint.report.frame import safe
from jdlint.report.summary import plural
from jdlint.resources import rules_dir
from jdlint.rules.errors import RuleError, UnknownRuleError
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.select import codes, resolve


@click.command()
@click.argument("words", nargs=-1, metavar="[CODE|NAME|WORD... | test FILE...]")
@click.option("--all", "everything", is_flag=True, help="All rules.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="Text for people, or JSON.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of rule files, for editors.")
@config_option
@click.option("--isolated", is_flag=True, help="Use no settings file, and none from the environment.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours (default: auto).")
def rule(  # noqa: PLR0913, PLR0917  # a parameter an option
    words: tuple[str, ...], everything: bool, output_format: str, schema: bool, config: Given | None, isolated: bool, color: str
) -> int:
    """Explain a rule by its code or name; list the rules of a prefix or those that speak of a word.

    `jdlint rule test FILE...` runs the examples in rule files or folders of your own.
    """
    prepare_output()
    if schema:
        from jdlint.report.json import dump
        from jdlint.rules.fileschema import rule_file_schema

        click.echo(dump(rule_file_schema(), 1))
        return 0
    if words and words[0] == "test":
        return _test(words[1:])
    if not words and not everything:
        raise click.UsageError('Name a rule, such as "jdlint rule PAY001", or say --all.')
    index = rule_index(Lookup(file=config, isolated=isolated).of("."))
    try:
        entries = [index.entries[code] for code in sorted(index.entries)] if everything else _find(words, index)
        _show(entries, index, everything or len(words) > 1, output_format, color)
    except (RuleError, UnknownRuleError) as error:
        raise click.ClickException(str(error)) from error
    return 0


def _find(words: tuple[str, ...], index: RuleIndex) -> list[Entry]:
    """The rules that each word names; where one names none, those whose text holds all the words.

    UnknownRuleError where there are none of those either.
    """
    found: dict[str, Entry] = {}
    for word in words:
        try:
            found |= {entry.code: entry for entry, _ in resolve(word, index)}
        except UnknownRuleError:
            spoken = [index.entries[code] for code in sorted(index.entries) if _speaks_of(index.entries[code], words)]
            if not spoken:
                raise
            return spoken
    return list(found.values())


def _speaks_of(entry: Entry, words: tuple[str, ...]) -> bool:
    raw = entry.raw
    forms = (form for term in raw.get("terms", ()) for form in term["forms"])
    text = " ".join([entry.code, entry.name, raw["summary"], raw.get("message", ""), *forms]).casefold()
    return all(word.casefold() in text for word in words)


def _show(entries: list[Entry], index: RuleIndex, several: bool, output_format: str, color: str) -> None:
    from jdlint.report import rules
    from jdlint.report.style import choose_style
    from jdlint.rules.load import load_file

    style = choose_style(color, sys.stdout)
    if output_format == "json":
        data: Any = [rules.rule_data(load_file(e.path, trusted=e.trusted), _profiles(e, index)) for e in entries]
        from jdlint.report.json import dump

        text = dump(data if several or len(entries) > 1 else data[0]) + "\n"
    elif len(entries) == 1:
        (entry,) = entries
        text = rules.rule_page(load_file(entry.path, trusted=entry.trusted), _profiles(entry, index), style)
    else:
        text = rules.rule_list([e.build() for e in entries], style)
    click.echo(text, nl=False, color=style.colored)


def _profiles(entry: Entry, index: RuleIndex) -> list[str]:
    """The profiles that a rule is in."""
    return [name for name in sorted(index.profiles) if entry.code in codes(name, index)]


def _test(names: tuple[str, ...]) -> int:
    """Run the examples in rule files; 1 where one fails, 2 where a file is missing or is no rule."""
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
    for name in names:
        path = Path(name)
        found = sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml")) if path.is_dir() else [path]
        yield from found or [path / "*.yaml"]


def _run_file(file: Path) -> tuple[int, int] | None:
    """How many failures and examples a rule file has; None for one that is no rule, which is told."""
    from jdlint.engine.testing import run_examples
    from jdlint.rules.load import load_file

    try:
        doc = load_file(file, trusted=file.resolve().is_relative_to(rules_dir()))
    except RuleError as error:
        note(f"error: {error}")
        return None
    failures = run_examples(doc)
    for failure in failures:
        click.echo(safe(f"{file}:{failure.line}: {doc.rule.code}: {failure.message}"))
    if not doc.examples and doc.rule.kind != "internal":
        note(f"{safe(str(file))}: {doc.rule.code} has no examples, so nothing is tested")
    return len(failures), len(doc.examples)
