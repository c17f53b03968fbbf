"""The words of a PDF with their places, read by PDFium in a process of its own.

A PDF is a program that draws, and a broken or hostile one can keep its reader busy or bring it down: that costs the process, which has
a time and a size, and never the run. This module is both sides: `words` asks, `main` is what runs over there.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec

from jdlint.hints import Any
from jdlint.readers import apart
from jdlint.readers.errors import InputError, LackingError, kind_of
from jdlint.text.record import NamedTuple

_SECONDS = 30.0
_MOST_PAGES = 60
_MOST_CHARACTERS = 400_000
_LIBRARY = "pypdfium2"


class Word(NamedTuple):
    """A run of characters without space between them: its left and right end and its baseline in points, y counting upwards.

    `size` is the height of its letters in points; `spaced`: there is a space before it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    spaced: bool


class Link(NamedTuple):
    """An address and the rectangle that leads to it."""

    href: str
    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page in points, with its words in the order in which they were drawn; `pictures`: there are some."""

    width: float
    height: float
    words: list[Word]
    links: list[Link]
    pictures: bool


def words(data: bytes) -> list[Page]:
    """The pages of a PDF. InputError where it can't be read, LackingError without the library that does it."""
    if b"%PDF-" not in data[:1024]:
        kind = kind_of(data)
        raise InputError(f"is no PDF but {kind}" if kind else "is no PDF file")
    if find_spec(_LIBRARY) is None:
        raise LackingError("is a PDF, and what reads those is not installed: pip install 'jdlint[pdf]'")
    answer = _asked(data)
    if "fault" in answer:
        raise InputError(answer["fault"])
    return [Page(p[0], p[1], [Word(*w) for w in p[2]], [Link(*k) for k in p[3]], p[4]) for p in answer["pages"]]


def _asked(data: bytes) -> dict[str, Any]:
    """What the other process says of a PDF."""
    try:
        done = subprocess.run(  # noqa: S603  # our own module, by our own Python
            apart.command("pdfwords"), input=data, capture_output=True, timeout=_SECONDS, check=False, env=apart.environment()
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"is a PDF that takes too long to read (more than {_SECONDS:.0f} seconds)") from None
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise InputError("is a PDF that can't be read: its reader broke down over it") from None
    return answer


# --- the other process


def main() -> None:
    """Read a PDF from standard input and write its words to standard output, as JSON."""
    apart.confine()
    apart.end_after(_SECONDS)  # also where nobody is left who would end it
    data = sys.stdin.buffer.read()
    try:
        answer: dict[str, Any] = {"pages": list(_pages(data))}
    except InputError as error:
        answer = {"fault": error.message}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to be put away, and the library may fall over its own feet


def _pages(data: bytes) -> Iterator[list[Any]]:
    import pypdfium2  # type: ignore[import-untyped]  # it says nothing of its types
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise InputError("is a PDF with a password; save it without one") from None
        raise InputError("is damaged: it can't be read as a PDF") from None
    if count > _MOST_PAGES:
        raise InputError(f"is no posting: it has {count:,} pages (the limit is {_MOST_PAGES})")
    left = _MOST_CHARACTERS
    for number in range(count):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise InputError(f"is damaged: page {number + 1} can't be read") from None
        length = raw.FPDFText_CountChars(text)
        left -= max(0, length)
        if left < 0:
            raise InputError(f"is no posting: it has more than {_MOST_CHARACTERS:,} characters")
        pictures = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM], max_depth=2))
        yield [page.get_width(), page.get_height(), list(_words(raw, text, length)), list(_links(raw, document, page)), pictures]


class _Face(NamedTuple):
    size: float
    bold: bool
    upright: bool


def _face(raw: Any, text: Any, at: int) -> _Face:  # noqa: ANN401  # the library's own types
    """How a character is drawn: its size in points, with what the page does to it, and its weight."""
    import ctypes

    matrix, flags = raw.FS_MATRIX(), ctypes.c_int()
    raw.FPDFText_GetMatrix(text, at, matrix)
    size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFText_GetFontInfo(text, at, buffer, 256, ctypes.byref(flags))
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace").casefold()
    bold = any(sign in name for sign in ("bold", "black", "heavy", "semibd", "demi")) or bool(flags.value & 1 << 18)
    return _Face(size, bold or raw.FPDFText_GetFontWeight(text, at) >= 600, abs(matrix.b) < 0.2 * abs(matrix.a or 1))  # noqa: PLR2004


def _words(raw: Any, text: Any, length: int) -> Iterator[list[Any]]:  # noqa: ANN401  # as above
    import ctypes

    faces: dict[int, _Face] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    said: list[str] = []
    now: list[Any] = []  # left, right, base, size, bold, spaced
    spaced = False
    for at in range(length):
        code = raw.FPDFText_GetUnicode(text, at)
        letter = chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code <= 0xDFFF else "-" if code == 0x02 else ""  # noqa: PLR2004
        if not letter or letter.isspace():
            spaced = True
            if said:
                yield ["".join(said), *now]
                said = []
            continue
        drawn = raw.FPDFText_GetTextObject(text, at)
        key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        face = faces.get(key)
        if face is None:
            face = faces[key] = _face(raw, text, at)
        if not face.upright or not raw.FPDFText_GetLooseCharBox(text, at, box):
            continue
        raw.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        gap = box.left - now[1] if said else 0.0
        back = bool(said) and box.left < now[0] - 0.5 * face.size  # not only a ligature, whose letters share their box
        moved = bool(said) and (gap > 0.25 * face.size or back or abs(y.value - now[2]) > 0.4 * face.size)
        if said and (moved or face.bold != now[4] or abs(face.size - now[3]) > 0.5):  # noqa: PLR2004  # half a point
            yield ["".join(said), *now]
            said, spaced = [], moved
        if not said:
            now = [round(box.left, 2), 0.0, round(y.value, 2), round(face.size, 2), face.bold, spaced]
            spaced = False
        said.append(letter)
        now[1] = max(now[1], round(box.right, 2))
    if said:
        yield ["".join(said), *now]


def _links(raw: Any, document: Any, page: Any) -> Iterator[list[Any]]:  # noqa: ANN401  # as above
    import ctypes

    at, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length > 1 and raw.FPDFLink_GetAnnotRect(link, box):
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(document, action, buffer, length)
            yield [buffer.value.decode("utf-8", "replace"), box.left, box.bottom, box.right, box.top]
