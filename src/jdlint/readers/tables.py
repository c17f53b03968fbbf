"""Tables with one posting a row: CSV and JSON lines are read line by line, Parquet batch by batch, so that memory stays flat."""

from __future__ import annotations

import csv
import io
import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from jdlint.hints import IO, Any
from jdlint.posting.tree import Node, escaped
from jdlint.readers.errors import InputError
from jdlint.readers.jsontree import BrokenError, parse
from jdlint.readers.parts import Mapped, Part
from jdlint.readers.shapes import IDS, is_body, is_title, row_shape
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.spans import MappedText, Span, TextBuilder

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", ";", "\t", "|")
_QUOTED = lazy(r'"((?:[^"]|"")*+)"')
_LARGEST = 1_000_000  # characters of a cell
_LONGEST = 10_000_000  # characters of a line
_FIRST = 20  # rows that are looked at for what the keys mean
_SHOWN = 200  # characters of a table's head in a message


class Row(NamedTuple):
    """A row to judge: its content and its place; or, with a `problem`, one that can't be read."""

    data: bytes
    part: Part
    problem: str = ""


def rows(stream: IO[bytes], form: str, ending: str, mapped: Mapped, *, sure: bool) -> Iterator[Row]:
    """The rows of a table; raises InputError where it holds no postings. `sure`: somebody named it as a table of postings."""
    if form == "parquet":
        return _parquet(stream, mapped, sure)
    start = stream.read(3)
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    text = io.TextIOWrapper(io.BufferedReader(_Joined(start, stream)), encoding, errors=errors, newline="")
    lines = _lines(text)
    return _csv(lines, "\t" if ending == ".tsv" else "", mapped, sure) if form == "csv" else _jsonl(lines, mapped, sure)


class _Joined(io.RawIOBase):
    """The first bytes of a stream and the rest of it, which need not be seekable."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        super().__init__()
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # any writable buffer
        found = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _lines(text: io.TextIOBase) -> Iterator[str]:
    """The lines with their ends. Of one that is longer than a line may be, so much as shows that it is: the rest would cost memory."""
    while line := text.readline(_LONGEST + 1):
        yield line
        while len(line) > _LONGEST and not line.endswith(("\n", "\r")):
            line = text.readline(_LONGEST + 1)


_TOO_LONG = f"is longer than {_LONGEST:,} characters"


# --- CSV


class _Lines(Iterator[str]):
    """Lines, with those taken since the last row; a row that went wrong gives back all but its first."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.line = 1  # of the first one taken

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        if len(line) > _LONGEST:
            raise csv.Error(_TOO_LONG)
        return line

    def end_row(self) -> tuple[str, int]:
        """The text and the first line of the row that was read."""
        text, line = "".join(self.taken), self.line
        self.line += len(self.taken)
        self.taken = []
        return text, line

    def give_back(self) -> int:
        """Start again after the row's first line; that line's number."""
        self._back.extendleft(reversed(self.taken[1:]))
        self.taken = self.taken[:1]
        return self.end_row()[1]


def _csv(text: Iterable[str], delimiter: str, mapped: Mapped, sure: bool) -> Iterator[Row]:
    csv.field_size_limit(_LARGEST)
    lines = _Lines(text)
    try:
        head = next((line for line in lines if line.strip()), "")
        delimiter = delimiter or max(_DELIMITERS, key=head.count)
        columns = tuple(cell.strip() for cell in next(csv.reader([head], delimiter=delimiter), []))
    except csv.Error as error:
        raise InputError(f"has a head that {_told(error, delimiter)}", lines.line) from None
    lines.end_row()
    shape = _shape(columns, mapped, sure)
    return _csv_rows(lines, columns, delimiter, shape)


def _csv_rows(lines: _Lines, columns: tuple[str, ...], delimiter: str, shape: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(b"", Part("csv", line=lines.give_back(), row=number), _told(error, delimiter))
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        raw, line = lines.end_row()
        if not any(cell.strip() for cell in cells):
            continue
        part = Part("csv", shape, "", line, 1, number, _name(dict(zip(columns, cells, strict=False))), number - 2, columns, delimiter)
        problem = ""
        if len(cells) != len(columns):
            problem = f"has {len(cells)} cells where the head has {len(columns)}; double quotes go around a cell with `{delimiter}` in it"
        yield Row(_bytes(raw), part, problem)


def _told(error: csv.Error, delimiter: str) -> str:
    what = str(error)
    if what == _TOO_LONG:
        return what
    if "field larger" in what:
        return f"has a cell of more than {_LARGEST:,} characters; is a double quote never closed?"
    if "unexpected end" in what:
        return "opens a double quote that is never closed"
    if "expected after" in what:
        return f"goes on after a closing double quote; a double quote inside a cell is written twice, and `{delimiter}` parts cells"
    return f"can't be read ({what})"


def _shape(columns: Sequence[str], mapped: Mapped, sure: bool) -> str:
    """What the columns mean; InputError where no posting's title is among them."""
    if mapped:
        if mapped["title"].removeprefix("/") in columns:
            return "mapped"
        raise InputError(f'has no column "{mapped["title"]}", which the setting `records` names for the title')
    if any(is_title(c, column=True) for c in columns) and (sure or any(is_body(c) for c in columns)):
        return "plain"
    shown = " ".join(", ".join(columns[:8]).split())[:_SHOWN] or "nothing"
    raise InputError(f"has no column for the job's title (its head: {shown}); the setting `records` can name one")


def row_node(text: str, columns: Sequence[str], delimiter: str) -> Node:
    """A row of CSV as a tree: the cells by their columns."""
    cells: dict[str, Node] = {}
    at = 0
    for name in columns:
        quoted = _QUOTED.match(text, at)
        end = quoted.end() if quoted else next((i for i in range(at, len(text)) if text[i] in (delimiter, "\r", "\n")), len(text))
        mapped = _cell(text, at + 1, end - 1) if quoted else MappedText.direct(text, at, end)
        mapped = mapped.stripped()
        cells.setdefault(name, Node(mapped.plain, Span(at, end), f"/{escaped(name)}", None, lambda mapped=mapped: mapped))  # type: ignore[misc]
        at = end + 1
    return Node(cells, Span(0, len(text)), "", None, lambda: MappedText.direct(text, 0, len(text)))


def _cell(text: str, start: int, end: int) -> MappedText:
    """The text of a quoted cell, in which a double quote is written twice."""
    builder = TextBuilder()
    at = start
    while (twice := text.find('""', at, end)) >= 0:
        builder.add(text[at : twice + 1], at, twice + 1)
        at = twice + 2
    builder.add(text[at:end], at, end)
    return builder.build()


# --- JSON lines and Parquet


def _jsonl(lines: Iterable[str], mapped: Mapped, sure: bool) -> Iterator[Row]:
    """The rows; what their keys mean is told by the first one that holds a posting, and rows before it wait for it."""
    read = _objects(lines)
    first: list[Row] = []
    shape = ""
    size = 0
    for row in read:
        if row.problem and sure and not first:
            yield row
            continue
        first.append(row)
        size += len(row.data)
        if not row.problem and (shape := _shape_of(row, mapped, sure=sure)):
            break
        if len(first) == _FIRST or size > _LONGEST:
            break
    if first and not shape:
        which = "line" if len(first) == 1 else f"{len(first)} lines"
        raise InputError(f"holds no job posting in its first {which}; the setting `records` can say which key holds what")
    for row in chain(first, read):
        yield row._replace(part=row.part._replace(shape=shape))


def _shape_of(row: Row, mapped: Mapped, *, sure: bool) -> str:
    """What a row's keys mean; "" where it is no posting, or nested too deeply to be read."""
    try:
        return row_shape(parse(row.data.decode("utf-8", "surrogateescape")), mapped, sure=sure)
    except BrokenError:
        return ""


def _objects(lines: Iterable[str]) -> Iterator[Row]:
    """The rows that there are, and those that are broken, before it is known what their keys mean."""
    for number, line in enumerate(lines, 1):
        place = Part("jsonl", "", "", number, 1, number)
        if len(line) > _LONGEST:
            yield Row(b"", place, _TOO_LONG)
            continue
        if not line.strip():
            continue
        try:
            data = json.loads(line, strict=False, parse_constant=_no_number)
        except (ValueError, RecursionError):
            yield Row(b"", place, _broken(line))
            continue
        if not isinstance(data, dict):
            yield Row(b"", place, "is no JSON object; each line holds one posting between braces")
            continue
        yield Row(_bytes(line), place._replace(name=_name(data), number=number - 1))


def _no_number(name: str) -> None:
    """NaN and Infinity, which Python writes and JSON does not know."""
    raise ValueError(name)


def _broken(line: str) -> str:
    try:
        parse(line)
    except BrokenError as error:
        return f"is no valid JSON: {error.message} (column {error.at + 1})"
    return "is no valid JSON"


def _parquet(stream: IO[bytes], mapped: Mapped, sure: bool) -> Iterator[Row]:
    from jdlint.readers.parquet import opened

    with opened(stream) as (columns, found):
        shape = _shape(columns, mapped, sure)
        for number, cells in enumerate(found, 1):
            place = Part("parquet", shape, "", number, 1, number, number=number - 1)
            if not cells.problem:
                place = place._replace(name=_name(json.loads(cells.text)))
            yield Row(_bytes(cells.text), place, cells.problem)


def _name(data: dict[str, Any]) -> str:
    """What tells a row from others, wherever in its table it stands: an id, else its first title."""
    folded = {key.casefold(): value for key, value in data.items()}
    for key in IDS:
        value = folded.get(key.casefold())
        if isinstance(value, str | int) and str(value).strip():
            return f"{key}={value}"
    return next((f"title={value}" for key, value in data.items() if is_title(key, column=True) and value), "")
