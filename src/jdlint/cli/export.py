"""`jdlint export`: a posting's facts as the structured data that its page can carry."""

from __future__ import annotations

import json
from datetime import date

import click

from jdlint.cli.files import inputs, note, prepare_output, read_stdin, unreadable
from jdlint.cli.options import Day, config_option, isolated_option, paths_argument, stdin_filename_option
from jdlint.config.lookup import Given, Lookup
from jdlint.engine.files import Files
from jdlint.engine.result import EXIT_CLEAN, EXIT_ERROR, EXIT_FINDINGS
from jdlint.hints import Any
from jdlint.report.frame import safe
from jdlint.text.opening import STDIN


@click.command()
@paths_argument
@click.option("--format", "form", type=click.Choice(["jsonld"]), default="jsonld", help="JSON-LD: a JobPosting of schema.org.")
@click.option("--organization", metavar="NAME", help="The employer's name, where the posting does not say it.")
@click.option("--url", metavar="URL", help="The address of the employer's own site.")
@click.option("--date-posted", type=Day(), metavar="DATE", help="When it was posted, where the posting does not say it.")
@click.option("--script", is_flag=True, help="Wrap the data in the <script> element that goes into the page.")
@config_option
@isolated_option
@click.option("--as-of", type=Day(), metavar="DATE", help="The day to judge deadlines by (default: today).")
@stdin_filename_option
def export(  # noqa: PLR0913, PLR0917  # a parameter an option
    paths: tuple[str, ...],
    form: str,
    organization: str | None,
    url: str | None,
    date_posted: date | None,
    script: bool,
    config: Given | None,
    isolated: bool,
    as_of: date | None,
    stdin_filename: str | None,
) -> int:
    """Write a posting's facts as structured data (JobPosting) for its page.

    Nothing is made up: what Google requires and nobody says is told, and the exit code is then 1. One posting gives an object, several a
    list.
    """
    from jdlint.engine.export import job_posting

    del form  # there is one
    prepare_output()
    said = {"organization": organization, "url": url, "date-posted": date_posted.isoformat() if date_posted else None}
    files = Files(Lookup(file=config, isolated=isolated), as_of or date.today(), stdin=read_stdin, stdin_name=stdin_filename or STDIN)
    found: list[dict[str, Any]] = []
    lacking = broken = False
    for one in files.open(inputs(paths, stdin_filename)):
        if one.posting is None:
            if not one.empty:
                unreadable(one.path, one.problem, one.line)
                broken = True
            continue
        if not one.named and not one.posting.verdict.is_posting:
            continue
        made = job_posting(one.posting, {**one.settings.export, **{key: value for key, value in said.items() if value}})
        for told in made.notes:
            note(safe(f"{one.path}: {told}"))
        for told in made.lacking:
            note(safe(f"error: {one.path}: lacks {told}"))
        lacking = lacking or bool(made.lacking)
        if not made.lacking:
            found.append(made.data)
    if found:
        click.echo(_written(found[0] if len(found) == 1 else found, script=script), nl=False)
    if not (found or lacking or broken):
        note("no job postings found")
    return EXIT_ERROR if broken else EXIT_FINDINGS if lacking else EXIT_CLEAN


def _written(data: object, *, script: bool) -> str:
    """The data as JSON, which no text in it can end before its time where it stands in a page."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    if not script:
        return f"{text}\n"
    closed = text.replace("<", "\\u003c")
    return f'<script type="application/ld+json">\n{closed}\n</script>\n'
