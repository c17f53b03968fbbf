"""The rows of a Parquet file, read by pyarrow in a process of its own. This module is both sides: `read` asks, `main` is over there."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import IO, Any

from jdlint.readers import apart
from jdlint.readers.errors import InputError, LackingError
from jdlint.text.record import NamedTuple

_BATCH = 256  # rows
_SECONDS = 60.0  # for so many
LARGEST = 1_000_000  # characters of a cell
LONGEST = 10_000_000  # characters of a row


class Cells(NamedTuple):
    """A row as JSON, or with a `problem` one that can't be read."""

    text: str
    problem: str = ""


@contextmanager
def opened(stream: IO[bytes]) -> Iterator[tuple[list[str], Iterator[Cells]]]:
    """The names of a file's columns, and its rows. InputError where it can't be read, LackingError without the library that does it."""
    if find_spec("pyarrow") is None:
        raise LackingError("needs the package pyarrow to be read: pip install 'jdlint[tables]'")
    with _as_file(stream) as file:
        reader = subprocess.Popen(  # noqa: S603  # our own module, by our own Python
            apart.command("parquet"), stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=apart.environment()
        )
        try:
            answers = _answers(reader)
            columns = next(answers)
            yield columns, (Cells(*answer) for answer in answers)
        finally:
            reader.kill()
            reader.communicate()


def _answers(reader: subprocess.Popen[bytes]) -> Iterator[Any]:
    """What the other process says, as long as it says something. InputError where it ends before the file does."""
    assert reader.stdout is not None  # noqa: S101  # it was asked for
    for line in reader.stdout:
        if not line.endswith(b"\n"):
            break
        answer = json.loads(line)
        if isinstance(answer, dict):
            raise InputError(answer["fault"])
        if answer is None:
            return
        yield answer
    if reader.wait() == apart.LATE:
        raise InputError(f"is a Parquet file that takes too long to read (more than {_SECONDS:.0f} seconds for {_BATCH} rows)")
    raise InputError("is a Parquet file that can't be read: its reader broke down over it")


@contextmanager
def _as_file(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """The stream as a file that another process can read."""
    try:
        stream.fileno()
    except io.UnsupportedOperation:
        with tempfile.TemporaryFile() as file:
            file.write(stream.read())
            file.seek(0)
            yield file
    else:
        yield stream


# --- the other process


def main() -> None:
    """Read a Parquet file from standard input, and write its columns and its rows to standard output, as JSON, one a line."""
    apart.confine()
    apart.end_after(_SECONDS)
    try:
        for answer in _said():
            apart.end_after(0)
            sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
            apart.end_after(_SECONDS)
        last: Any = None
    except InputError as error:
        last = {"fault": error.message}
    except MemoryError:
        last = {"fault": "is a Parquet file that takes too much memory to read"}
    sys.stdout.buffer.write(json.dumps(last).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to be put away


def _said() -> Iterator[Any]:
    """The names of the columns, then the rows."""
    import pyarrow as pa  # type: ignore[import-untyped]  # it says nothing of its types
    from pyarrow import parquet

    pa.set_memory_pool(pa.system_memory_pool())  # the others reserve more than they use
    try:
        file = parquet.ParquetFile(sys.stdin.buffer)
        size, count = os.fstat(sys.stdin.fileno()).st_size, file.metadata.num_rows
        if count > size:  # equal rows take next to no room
            raise InputError(f"is no table of postings: it tells of {count:,} rows in {size:,} bytes")
        yield file.schema_arrow.names
        for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
            yield from map(_cells, batch.to_pylist())
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (pa.ArrowException, OSError, OverflowError, ValueError) as error:
        raise InputError(f"is no Parquet file that can be read ({' '.join(str(error).split())[:200]})") from None


def _cells(data: dict[str, Any]) -> Cells:
    if any(isinstance(value, str) and len(value) > LARGEST for value in data.values()):
        return Cells("", f"has a cell of more than {LARGEST:,} characters")
    text = json.dumps(data, ensure_ascii=False, default=str)
    return Cells(text) if len(text) <= LONGEST else Cells("", f"is longer than {LONGEST:,} characters")
