"""From a file of data to its postings: each is judged as a file of its own would be."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import PurePath

from jdlint.config.errors import unread
from jdlint.engine.files import HOW, Raw
from jdlint.engine.timing import OutOfTimeError, at_most
from jdlint.hints import IO
from jdlint.readers import format_of
from jdlint.readers.errors import InputError, LackingError
from jdlint.text.opening import TooLargeError, open_file, read_file, too_large
from jdlint.text.record import replace

_MOST_BROKEN = 1_000  # rows of a table, each of which is told
_NOTHING = "holds no job posting that jdlint knows; the setting `records` can say which keys hold what"


def parts(raw: Raw) -> Iterator[Raw]:
    """The postings in a file, each with its own content, or the one reason why there are none.

    Of a file that nobody named and that holds none, nothing is told: a repository is full of JSON and YAML.
    """
    found = False
    most = raw.settings.limits.most(format_of(raw.path))
    if raw.data is not None and len(raw.data) > most:  # from standard input, of which no more was read
        yield replace(raw, data=None, problem=too_large(len(raw.data), most) + HOW)
        return
    try:
        for part in _tables(raw) if format_of(raw.path) in ("jsonl", "csv", "parquet") else _records(raw):
            found = True
            yield part
    except OutOfTimeError as error:
        yield replace(raw, data=None, problem=str(error), late=True)
    except InputError as error:
        lacking = isinstance(error, LackingError)
        if raw.named or found or lacking:
            yield replace(raw, data=None, problem=error.message, line=error.line, lacking=lacking)
    except TooLargeError as error:
        yield replace(raw, data=None, problem=error.strerror + HOW)
    except OSError as error:
        yield replace(raw, data=None, problem=unread(error))
    else:
        if raw.named and not found:
            yield replace(raw, data=None, problem=_NOTHING)


def alone(raw: Raw) -> Raw:
    """The one posting in a file's content, or the reason why there is none, or not one."""
    found = list(islice(parts(replace(raw, named=True)), 2))
    if len(found) == 1:
        return replace(found[0], named=raw.named)
    return replace(raw, data=None, problem="holds several postings, where one is wanted; check the file by its path")


def _records(raw: Raw) -> Iterator[Raw]:
    from jdlint.readers.data import may_hold_postings, records

    form = format_of(raw.path) or ""
    data = read_file(raw.path, raw.settings.limits.most(form)) if raw.data is None else raw.data
    mapped = raw.settings.records
    if raw.named or mapped or may_hold_postings(data):
        found = records(data, raw.path, form, mapped)
        with at_most(raw.settings.limits.seconds):
            first = list(islice(found, 1))  # for which the whole file is read
        for content, part in chain(first, found):
            yield replace(raw, data=content, part=part)


def _tables(raw: Raw) -> Iterator[Raw]:
    from jdlint.readers.tables import rows

    form = format_of(raw.path) or ""
    ending = PurePath(raw.path).suffix.lower()
    broken = 0
    stream: IO[bytes]
    with open_file(raw.path) if raw.data is None else io.BytesIO(raw.data) as stream:
        for row in rows(stream, form, ending, raw.settings.records, sure=raw.named):
            broken += bool(row.problem)
            if broken > _MOST_BROKEN:
                raise InputError(f"has more than {_MOST_BROKEN:,} rows that can't be read; the rest is left out", row.part.line)
            yield replace(raw, data=row.data, part=row.part, problem=row.problem, line=row.part.line)
