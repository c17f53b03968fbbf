"""The parts of an Office file: a zip archive of XML, opened so that nothing in it can take time, memory or files that are not its own.

Only the parts asked for are unpacked, each within bounds whatever their headers say; a document type (and with it every entity) is
refused; nothing is run and nothing is fetched.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder  # builds only; what parses is below
from xml.parsers import expat

from jdlint.hints import Any
from jdlint.readers.errors import OLE, InputError, kind_of

_MOST_MEMBERS = 10_000
_MOST_PART = 20_000_000  # bytes of one part, unpacked
_MOST_ALL = 40_000_000  # of all parts that are read
_MOST_ELEMENTS = 500_000
_DEEPEST = 200  # elements inside each other
_ZIP = b"PK"
_WORD = ("wordprocessingml/2006/main", "ooxml/wordprocessingml/main")  # the transitional and the strict form
_COMPATIBILITY = "markup-compatibility/2006"


class Package:
    """A zip archive that is opened for its parts. InputError where it is none, or none that can be read."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            raise InputError("is an old Word file (.doc) or one with a password; save it as .docx without a password")
        if not data.startswith(_ZIP) and (kind := kind_of(data)):
            raise InputError(f"is no Word document but {kind}")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise InputError(f"is no Word document: it can't be opened as the archive that a .docx is ({_told(error)})") from None
        members = self._zip.infolist()
        if len(members) > _MOST_MEMBERS:
            raise InputError(f"is no posting: the archive holds {len(members):,} files (the limit is {_MOST_MEMBERS:,})")
        self._members = {member.filename.lstrip("/"): member for member in members}
        self._left = _MOST_ALL

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._members

    def xml(self, name: str) -> Element | None:
        """A part's root element, with plain names (see `_name`); None where there is no such part."""
        member = self._members.get(name)
        return None if member is None else parse(self._unpacked(member), name)

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise InputError("is encrypted; save it without a password")
        most = min(_MOST_PART, self._left)
        try:
            with self._zip.open(member) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise InputError(f"is damaged: {member.filename} can't be unpacked ({_told(error)})") from None
        if len(data) > most:
            raise InputError(f"is no posting: {member.filename} unpacks to more than {most:,} bytes")
        self._left -= len(data)
        return data


def parse(data: bytes, name: str) -> Element:
    """The root of an XML part. InputError where it is broken, too deep or too large, or declares a document type."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            raise InputError(
                f"is no posting: {name} holds {'elements too deep in each other' if depth > _DEEPEST else 'too many elements'}"
            )
        builder.start(_name(tag), {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    def doctype(*_: Any) -> None:  # noqa: ANN401  # whatever it declares
        raise InputError(f"is refused: {name} declares a document type, which no Word file needs")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
        raise InputError(f"is damaged: {name} is no XML that can be read ({_told(error)})") from None


def _name(tag: str) -> str:
    """A name of Word's own without its namespace; one of another namespace with `*` before it, so that none is taken for Word's."""
    space, _, local = tag.rpartition(" ")
    return local if space.endswith(_WORD) or space.endswith(_COMPATIBILITY) else f"*{local}"


def _told(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
