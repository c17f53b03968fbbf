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

from jdlint.hints import IO, Any
from jdlint.readers import apart
from jdlint.readers.errors import InputError, LackingError
from jdlint.text.record import NamedTuple

_BATCH = 256  # rows
_SECONDS = 60.0  # for so many
_SHOWN = 200  # characters of what the library says
LARGEST = 1_000_000  # characters of a cell
LONGEST = 10_000_000  # characters of a row
# What damage comes to in Python; an ArrowException mostly is one of them, too.
_BROKEN = (OSError, ValueError, ArithmeticError, LookupError, TypeError, NotImplementedError)


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
        for answer in _said(sys.stdin.buffer, os.fstat(sys.stdin.fileno()).st_size):
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


def _said(stream: IO[bytes], size: int) -> Iterator[Any]:
    """The names of the columns of a file of so many bytes, then the rows."""
    import pyarrow as pa  # type: ignore[import-untyped]  # it says nothing of its types
    from pyarrow import parquet

    pa.set_memory_pool(pa.system_memory_pool())  # the others reserve more than they use
    try:
        file = parquet.ParquetFile(stream)
        count = file.metadata.num_rows
        if count > size:  # equal rows take next to no room
            raise InputError(f"is no table of postings: it tells of {count:,} rows in {size:,} bytes")
        yield file.schema_arrow.names
        for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
            yield from _rows(batch)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (pa.ArrowException, *_BROKEN) as error:
        raise InputError(f"is no Parquet file that can be read ({_in_one_line(error)})") from None


def _rows(batch: Any) -> Iterator[Cells]:  # noqa: ANN401  # the library's own types
    try:
        rows = batch.to_pylist()
    except _BROKEN:  # one value is enough, so they are read one by one
        yield from (_row(batch, at) for at in range(batch.num_rows))
    else:
        yield from map(_cells, rows)


def _row(batch: Any, at: int) -> Cells:  # noqa: ANN401  # as above
    try:
        return _cells({name: _value(column[at]) for name, column in zip(batch.schema.names, batch.columns, strict=True)})
    except _BROKEN as error:
        return Cells("", f"holds a value that can't be read ({_in_one_line(error)})")


def _value(cell: Any) -> Any:  # noqa: ANN401  # as above
    """A value as Python has it, or as text where Python has no such value: an instant with nanoseconds, one after the year 9999."""
    try:
        return cell.as_py()
    except _BROKEN:
        return cell.cast("string").as_py()


def _cells(data: dict[str, Any]) -> Cells:
    if any(isinstance(value, str) and len(value) > LARGEST for value in data.values()):
        return Cells("", f"has a cell of more than {LARGEST:,} characters")
    text = _json_of(data)
    return Cells(text) if len(text) <= LONGEST else Cells("", f"is longer than {LONGEST:,} characters")


def _json_of(data: dict[str, Any]) -> str:
    """A row as JSON, in which what is no number is null."""
    try:
        return json.dumps(data, ensure_ascii=False, default=_text_of, allow_nan=False)
    except ValueError:
        found = json.loads(json.dumps(data, ensure_ascii=False, default=_text_of), parse_constant=lambda _: None)
        return json.dumps(found, ensure_ascii=False)


def _text_of(value: object) -> str:
    """A value that JSON has no form for. Text is often kept as bare bytes."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:_SHOWN] or type(error).__name__
