"""`jdlint law`: what the law of a place asks of a posting."""

from __future__ import annotations

import sys
from datetime import date

import click

from jdlint.cli.files import prepare_output
from jdlint.cli.options import Day, color_option, data_option


@click.command()
@click.argument("place", nargs=-1, metavar="[PLACE]")
@click.option("--employees", type=click.IntRange(min=1), metavar="N", help="The number of employees, on which some laws depend.")
@click.option("--as-of", type=Day(), metavar="DATE", help="The law of this day (default: today).")
@data_option
@color_option
def law(place: tuple[str, ...], employees: int | None, as_of: date | None, output_format: str, color: str) -> int:
    """Show what the law of a place asks of a posting; without a place, list the places.

    PLACE is an id such as us-co, a name, a town with its state or country ("Denver, CO"), or "remote US". This is no legal
    advice.
    """
    from jdlint.law.lookup import UnknownPlaceError, find_place
    from jdlint.law.store import entries, jurisdiction
    from jdlint.report import law as report
    from jdlint.report.style import choose_style

    prepare_output()
    style = choose_style(color, sys.stdout)
    day = as_of or date.today()
    text = " ".join(place)
    try:
        found = [(one.id, one.sure) for one in find_place(text)] if text else [(code, True) for code in entries()]
    except UnknownPlaceError as error:
        raise click.UsageError(str(error)) from error
    places = [(jurisdiction(code), sure) for code, sure in found]
    if output_format == "json":
        from jdlint.report.json import dump

        click.echo(dump(report.law_data(places, text or None, day, employees)))
    elif not places:
        click.echo(f"jdlint knows of no law on postings in {text}; that doesn't mean that there is none.\n{report.LIMITS}")
    elif text:
        click.echo(report.law_page(places, day, employees, style), nl=False, color=style.colored)
    else:
        click.echo(report.law_list([one for one, _ in places], day, style), nl=False, color=style.colored)
    return 0
