"""`--profile`: where the time of a run went, on standard error or as JSON in a file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jdlint.cli.files import note, unwritable
from jdlint.engine.profile import Part, Profile
from jdlint.engine.result import Tally
from jdlint.report.json import dump

SCHEMA = "jdlint-profile/1"
_MOST = 25  # rows of the table
_SHOWN = {"stage": "stages", "fact": "facts", "rule": "rules"}


@contextmanager
def profiled(tally: Tally, file: Path | None) -> Iterator[None]:
    """Take the profile of what is done inside, and tell it afterwards."""
    before = time.process_time()  # the start of Python, and all that was imported to come here
    profile = Profile()
    with profile.taken():
        yield
    parts = sorted([Part("stage", "start", before, 1), *profile.parts()], key=lambda part: -part.seconds)
    postings = tally.files + len(tally.passed_over) + len(tally.unreadable)
    if file is None:
        for line in _table(parts, postings):
            note(line)
        return
    try:
        file.write_text(dump(_data(parts, postings)) + "\n", encoding="utf-8")
    except OSError as error:
        raise unwritable(str(file), error) from error


def _table(parts: list[Part], postings: int) -> Iterator[str]:
    total = sum(part.seconds for part in parts)
    yield f"{1000 * total:.1f} ms for {postings} {'file' if postings == 1 else 'files'}; a part is charged without the parts inside it"
    for kind, shown in _SHOWN.items():
        yield f"{1000 * sum(p.seconds for p in parts if p.kind == kind):10.2f} ms  all {shown}"
    yield "        ms   share    calls  part"
    for part in parts[:_MOST]:
        yield f"{1000 * part.seconds:10.2f}  {part.seconds / total:6.1%}  {part.calls:7}  {part.kind} {part.name}"


def _data(parts: list[Part], postings: int) -> dict[str, object]:
    rows = [part._asdict() for part in parts]
    return {"schema": SCHEMA, "files": postings, "seconds": sum(part.seconds for part in parts), "parts": rows}
