"""`jdlint config`: what holds for a file and where it was said."""

from __future__ import annotations

import sys

import click

from jdlint.cli.files import prepare_output
from jdlint.cli.options import color_option, config_option, data_option, isolated_option
from jdlint.config.lookup import Given, Lookup


def _schema(lookup: Lookup) -> str:
    """The schema, rules of the house included."""
    from jdlint.config.schema import settings_schema
    from jdlint.engine.rulesets import rule_index
    from jdlint.report.json import dump

    return dump(settings_schema(rule_index(lookup.of("."))), 1)


@click.command()
@click.argument("path", default=".", metavar="[FILE]", type=click.Path(readable=False))
@config_option
@isolated_option
@data_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of settings files, for editors.")
@color_option
def config(  # noqa: PLR0913, PLR0917  # a parameter an option
    path: str, config: Given | None, isolated: bool, output_format: str, schema: bool, color: str
) -> int:
    """Show the settings that hold for a file, and where each was said.

    Below them stand the rules that run on the file and those that do not, with their severity and the reason. FILE need not be
    there; a folder (default: the working folder) stands for the postings in it.
    """
    from jdlint.engine.explain import explain
    from jdlint.report.settings import settings_data, settings_page
    from jdlint.report.style import choose_style

    prepare_output()
    style = choose_style(color, sys.stdout)
    lookup = Lookup(file=config, isolated=isolated)
    if schema:
        click.echo(_schema(lookup))
        return 0
    found = explain(path, lookup)
    if output_format == "json":
        from jdlint.report.json import dump

        click.echo(dump(settings_data(found)))
    else:
        click.echo("".join(settings_page(found, style)), nl=False, color=style.colored)
    return 0
