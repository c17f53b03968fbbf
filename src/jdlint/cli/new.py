"""`jdlint new`: a posting to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from jdlint.cli.files import failed, note, prepare_output, unwritable
from jdlint.report.frame import safe
from jdlint.start.countries import PERIODS, country
from jdlint.start.layout import LAYOUTS
from jdlint.start.posting import KINDS, MODES, Job, draft

_ENDINGS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "txt"}


@click.command()
@click.argument("role")
@click.option("--place", required=True, help='Where the work is, such as "Leeds" or "Denver, CO".')
@click.option("--country", "code", required=True, metavar="CODE", help="The country, by code or name: gb, us, ie, ca, au, de, in …")
@click.option("--kind", type=click.Choice(list(KINDS)), default="full-time", show_default=True, help="The kind of contract.")
@click.option("--mode", type=click.Choice(list(MODES)), help="Where the work is done (default: a slot to fill in).")
@click.option("--per", type=click.Choice(list(PERIODS)), help="What the pay is for (default: what is usual in the country).")
@click.option("--format", "form", type=click.Choice(list(LAYOUTS)), help="The form (default: by the ending of FILE, else md).")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
def new(  # noqa: PLR0913, PLR0917  # a parameter an option
    role: str,
    place: str,
    code: str,
    kind: str,
    mode: str | None,
    per: str | None,
    form: str | None,
    output: Path | None,
    force: bool,
) -> int:
    """Print a posting for ROLE, to be filled in: `jdlint new "Staff nurse" --place Leeds --country gb`.

    What only you know stands in [brackets], and jdlint reports each until it is filled in or deleted.
    """
    prepare_output()
    role, place = (_words(name, text) for name, text in (("ROLE", role), ("--place", place)))
    try:
        where = country(code)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from error
    form = form or (_ENDINGS.get(output.suffix.casefold()) if output else None) or "md"
    text = LAYOUTS[form](draft(Job(role, place, where, kind, mode, per, _traits(role))))
    if output is None:
        click.echo(text, nl=False)
        return 0
    _write(output, text, force=force)
    note(f"wrote {safe(str(output))}\nnext: fill in what stands in [brackets], then run jdlint check {safe(str(output))}")
    return 0


def _words(name: str, text: str) -> str:
    found = " ".join(text.split())
    if not found:
        raise click.UsageError(f"{name} is empty")
    return found


def _traits(role: str) -> frozenset[str]:
    """What kind of work a role is, by the words of its title."""
    from jdlint.posting.posting import Posting
    from jdlint.readers import read

    return Posting(read(f"{role}\n".encode(), "title.txt")).traits


def _write(file: Path, text: str, *, force: bool) -> None:
    try:
        with file.open("w" if force else "x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError as error:
        raise failed(f"{file} is there already; --force overwrites it") from error
    except OSError as error:
        raise unwritable(str(file), error) from error
