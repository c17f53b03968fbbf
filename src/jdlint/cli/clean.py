"""`jdlint clean`: away with what earlier runs found."""

from __future__ import annotations

from pathlib import Path

import click

from jdlint.cli.files import note
from jdlint.config.errors import reason_of
from jdlint.config.lookup import Lookup
from jdlint.engine.cache import clean as clean_folder
from jdlint.engine.cache import default_folder, folder_for
from jdlint.engine.result import EXIT_CLEAN, EXIT_ERROR
from jdlint.report.frame import safe


@click.command()
@click.option("--cache-dir", type=click.Path(path_type=Path), metavar="FOLDER", help="Remove what is kept in this folder, and no other.")
def clean(cache_dir: Path | None) -> int:
    """Remove what jdlint keeps of earlier runs.

    That is the folder in your cache folder, and the one that the settings of the working folder name. Only what jdlint put there
    is removed. The next check judges every posting anew.
    """
    found = [cache_dir] if cache_dir else [default_folder(), folder_for(Lookup().of("."))]
    removed = 0
    for folder in dict.fromkeys(place for place in found if place):
        try:
            if clean_folder(folder):
                removed += 1
                note(safe(f"removed {folder}"))
        except OSError as error:
            note(f"error: {safe(str(folder))}: can't be removed: {reason_of(error)}")
            return EXIT_ERROR
    if not removed:
        note("nothing to remove")
    return EXIT_CLEAN
