"""Parquet tables nobody would write: columns of every type, nested, of dictionaries and with nothing in them, and bytes gone wrong."""

from __future__ import annotations

import datetime as dt
import decimal
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from random import Random
from typing import IO, Any

import mutations
import postings
import pyarrow as pa
import pyarrow.parquet as pq
import records
from mutations import chance

HEADS = (
    "title", "description", "salary", "location", "id", "requirements", "position", "jdlint", "", "a.b", "\u202e", "Title", "é", "~", "/",
)  # fmt: skip
_KINDS = 2_000
_CODECS = ("NONE", "NONE", "SNAPPY", "GZIP", "ZSTD")
_TYPES: tuple[Any, ...] = (
    pa.string(), pa.large_string(), pa.int64(), pa.int8(), pa.uint64(), pa.float64(), pa.float32(), pa.bool_(), pa.null(), pa.binary(), pa.date32(), pa.date64(), pa.timestamp("ns"),
    pa.timestamp("s", tz="Europe/Dublin"), pa.timestamp("us", tz="+99:99"), pa.time64("ns"), pa.duration("us"), pa.decimal128(38, 9), pa.list_(pa.string()), pa.struct([("min", pa.float64()), ("@type", pa.string())]),
    pa.map_(pa.string(), pa.int64()), pa.list_(pa.struct([("text", pa.string())])), pa.dictionary(pa.int32(), pa.string()), pa.struct([("title", pa.string()), ("description", pa.string())]),
)  # fmt: skip
_ODD: dict[str, tuple[Any, ...]] = {
    "int64": (0, -1, 2**63 - 1, 30000), "int8": (0, -128), "uint64": (2**64 - 1,), "double": (float("nan"), float("inf"), -0.0, 1e300, 30000.5), "float": (float("nan"), 1.5), "bool": (True, False),
    "null": (None,), "binary": (b"", b"\xff\x00", b"Cook"), "date32[day]": (dt.date(2026, 1, 15), dt.date(1, 1, 1)), "date64[ms]": (dt.date(9999, 12, 31),),
    "time64[ns]": (dt.time(23, 59),), "duration[us]": (dt.timedelta(days=-1),), "decimal128(38, 9)": (decimal.Decimal("1.5"), decimal.Decimal("-1e20")),
}  # fmt: skip
_INSTANTS = {"ns": (-(2**62) - 1, 2**62 + 1), "us": (2**60,), "s": (253_402_300_800, -70_000_000_000)}  # beyond the years that Python knows


def data(rng: Random, form: str) -> bytes:
    """A Parquet file: one of some thousand whole ones, mostly with bytes gone wrong."""
    del form
    made = _whole(rng.randrange(_KINDS))
    kind = rng.random()
    if kind < 0.1:  # noqa: PLR2004
        return made
    at = len(made) - 8 - int.from_bytes(made[-8:-4], "little")  # what tells where everything is
    if kind < 0.4:  # noqa: PLR2004
        return made[:at] + _turned(rng, made[at:-8]) + made[-8:]
    if kind < 0.9:  # noqa: PLR2004  # the columns
        return made[:4] + _turned(rng, made[4:at]) + made[at:]
    return mutations.damaged(rng, made)


def warm() -> None:
    """Make the whole files, so that the processes that a long run starts have them all."""
    for number in range(_KINDS):
        _whole(number)


@lru_cache(maxsize=_KINDS)
def _whole(number: int) -> bytes:
    """The whole file of a number."""
    rng = Random(f"parquet/{number}")  # noqa: S311
    table = _table(rng)
    file = io.BytesIO()
    pq.write_table(
        table, file, compression=rng.choice(_CODECS), use_dictionary=chance(rng, 0.5), row_group_size=rng.choice((1, 2, 1000)), data_page_version=rng.choice(("1.0", "2.0")),
        version=rng.choice(("1.0", "2.6")) if not any("ns" in str(f.type) or "date64" in str(f.type) for f in table.schema) else "2.6", store_schema=chance(rng, 0.7), write_statistics=chance(rng, 0.5),
    )  # fmt: skip
    return file.getvalue()


def _turned(rng: Random, part: bytes) -> bytes:
    """Bytes with some changed in their places, so that all else stays where it is said to be."""
    found = bytearray(part)
    for _ in range(rng.choice((1, 1, 2, 5)) if found else 0):
        at = rng.randrange(len(found))
        found[at] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, found[at] ^ (1 << rng.randrange(8)), (found[at] + 1) % 256, rng.randrange(256)))
    return bytes(found)


def _table(rng: Random) -> Any:  # noqa: ANN401  # pyarrow has no types
    names = (
        ["title", "description", *rng.choices(HEADS, k=rng.randrange(4))] if chance(rng, 0.9) else rng.choices(HEADS, k=rng.randrange(1, 4))
    )
    size = rng.choice((0, 1, 1, 2, 3))
    columns, fields = [], []
    for name in names:
        kind = pa.string() if name in {"title", "description"} and chance(rng, 0.9) else rng.choice(_TYPES)
        columns.append(pa.array([_value(rng, name, kind) for _ in range(size)], type=kind))
        fields.append(pa.field(name, kind))
    return pa.Table.from_arrays(columns, schema=pa.schema(fields))


def _value(rng: Random, name: str, kind: Any) -> Any:  # noqa: ANN401  # as above
    if chance(rng, 0.1):
        return None
    if name == "title" and pa.types.is_string(kind):
        return rng.choice(postings.TITLES)
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind):
        return records.prose(rng) if name == "description" else postings.phrase(rng)
    if pa.types.is_list(kind):
        return [_value(rng, "", kind.value_type) for _ in range(rng.randrange(3))]
    if pa.types.is_struct(kind):
        return {field.name: _value(rng, "", field.type) for field in kind}
    if pa.types.is_map(kind):
        return [("a", 1), (rng.choice(("a", "b")), None)]
    if pa.types.is_timestamp(kind):
        return rng.choice((dt.datetime(2026, 1, 15, tzinfo=dt.UTC if kind.tz else None), 0, *_INSTANTS[kind.unit]))
    return rng.choice(_ODD[str(kind)])


def read_here() -> None:
    """Let this process read Parquet files itself, in place of one process a file: for those that are watched, and for the long run alone."""
    from jdlint.readers import parquet

    @contextmanager
    def opened(stream: IO[bytes]) -> Iterator[tuple[list[str], Iterator[parquet.Cells]]]:
        content = stream.read()
        answers = parquet._said(io.BytesIO(content), len(content))
        columns = json.loads(json.dumps(next(answers)))
        yield columns, (parquet.Cells(*json.loads(json.dumps(answer))) for answer in answers)

    parquet.opened = opened
