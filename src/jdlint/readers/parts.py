"""One posting of a file that holds many: where its text begins, and how it is to be read."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.hints import TYPE_CHECKING
from jdlint.text.record import NamedTuple

if TYPE_CHECKING:
    from jdlint.text.source import Source


class Part(NamedTuple):
    """A posting in a file of records or rows. `line` and `column` are those of its first character, `row` its row in a table.

    `shape` names what its keys mean (readers.shapes), `pointer` where in the file it stands, `columns` the head of its table;
    `name` tells it from the others of its file, and is "" where there are none. `number` counts them from 0.
    """

    form: str
    shape: str = ""
    pointer: str = ""
    line: int = 1
    column: int = 1
    row: int | None = None
    name: str = ""
    number: int = 0
    columns: tuple[str, ...] = ()
    delimiter: str = ","
    shared: bool = False  # its text is that of the whole file, in which it is the posting of its number


Mapped = Mapping[str, str]  # what the settings say under `records`: a fact, and the key, column or JSON pointer that holds it


def source_of(path: str, data: bytes, part: Part) -> Source:
    """The text of the part, with its place in the file."""
    from jdlint.readers.decode import decode
    from jdlint.text.record import replace

    found = decode(data, path)
    return replace(found, first_line=part.line, first_column=part.column, row=part.row, part=part.name, data=True)
