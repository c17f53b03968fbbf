"""What Word's styles and numbering say of a paragraph and its characters: heading, list item, bold, size, hidden."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jdlint.text.lazy import lazy
from jdlint.text.opening import MOST_DIGITS
from jdlint.text.record import NamedTuple, dataclass, field

_HEADING = lazy(r"heading ([1-9])\b")
_LIST = lazy(r"list (bullet|number)(?: ([2-9]))?\Z")
_OFF = frozenset(("0", "false", "off"))
_DEEPEST = 20  # styles based on each other
_LEVELS = 6  # of headings
_BODY_LEVEL = 9  # the outline level that means body text
_PLAIN_SIZE = 20  # half points, where nothing says otherwise


class Numbered(NamedTuple):
    """A paragraph's place in a list: which list, how deep (from 1), and whether it counts."""

    list: str
    level: int
    ordered: bool


class Look(NamedTuple):
    """How characters look: bold, hidden, and their size in half points."""

    bold: bool
    hidden: bool
    size: int


def first(element: Element | None, *names: str) -> Element | None:
    """The element that a path of names leads to."""
    for name in names:
        element = None if element is None else element.find(name)
    return element


def value(element: Element | None, *names: str) -> str | None:
    """The attribute `val` of the element at a path of names."""
    found = first(element, *names)
    return None if found is None else found.get("val")


def _is_on(element: Element | None, name: str) -> bool | None:
    """What a switch says; None where it is not there."""
    found = None if element is None else element.find(name)
    return None if found is None else found.get("val", "1").casefold() not in _OFF


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


@dataclass(slots=True, eq=False)
class Styles:
    """The styles of a document, and its lists."""

    _styles: dict[str, Element] = field(default_factory=dict)
    _formats: dict[str, dict[int, str]] = field(default_factory=dict)  # by list and level
    _plain: Element | None = None
    _usual: str | None = None  # the style of a paragraph that names none

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> Styles:
        """The styles in these two parts of a document."""
        made = cls()
        if styles is not None:
            for style in styles.iterfind("style"):
                made._styles[style.get("styleId", "")] = style
                if style.get("type") == "paragraph" and style.get("default", "0") not in _OFF:
                    made._usual = style.get("styleId")
            made._plain = first(styles, "docDefaults", "rPrDefault", "rPr")
        if numbering is not None:
            made._read_numbering(numbering)
        return made

    def _read_numbering(self, numbering: Element) -> None:
        kinds = {row.get("abstractNumId", ""): _formats(row) for row in numbering.iterfind("abstractNum")}
        for row in numbering.iterfind("num"):
            formats = dict(kinds.get(value(row, "abstractNumId") or "", {}))
            for override in row.iterfind("lvlOverride"):
                formats.update(_formats(override))
            self._formats[row.get("numId", "")] = formats

    def _chain(self, style: str | None) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            found = self._styles.get(style or "")
            if found is None:
                return
            yield found
            style = value(found, "basedOn")

    def _names(self, properties: Element | None) -> list[str]:
        """The names of the styles behind a paragraph's properties."""
        return [(value(style, "name") or "").casefold() for style in self._chain(self._style(properties))]

    def _style(self, properties: Element | None) -> str | None:
        return value(properties, "pStyle") or self._usual

    def heading(self, properties: Element | None) -> int:
        """The level of a heading from 1 to 6; 0 where the style makes none."""
        for name in self._names(properties):
            if name == "title":
                return 1
            if found := _HEADING.match(name):
                return min(int(found[1]), _LEVELS)
        rows = [properties, *(first(style, "pPr") for style in self._chain(self._style(properties)))]
        for row in rows:
            level = _number(value(row, "outlineLvl"))
            if level is not None:
                return 0 if level >= _BODY_LEVEL else min(level + 1, _LEVELS)
        return 0

    def numbered(self, properties: Element | None) -> Numbered | None:
        """The list that a paragraph is an item of, by its own numbering or its style's; None where it is none."""
        rows = [properties, *(first(style, "pPr") for style in self._chain(self._style(properties)))]
        number = next((n for row in rows if (n := value(row, "numPr", "numId")) is not None), None)
        depth = next((at for row in rows if (at := _number(value(row, "numPr", "ilvl"))) is not None), 0)
        if number == "0":
            return None
        if number is not None:
            form = self._formats.get(number, {}).get(depth, "bullet")
            return None if form == "none" else Numbered(number, depth + 1, form != "bullet")
        for name in self._names(properties):
            if found := _LIST.match(name):
                return Numbered(found[1], int(found[2] or 1), found[1] == "number")
        return None

    def look(self, paragraph: Element | None, run: Element | None) -> Look:
        """How the characters of a run look, by its own properties, its style, its paragraph's style and what is usual."""
        rows = [run, *(first(style, "rPr") for style in self._chain(value(run, "rStyle")))]
        rows += [first(style, "rPr") for style in self._chain(self._style(paragraph))]
        rows.append(self._plain)
        bold = next((on for row in rows if (on := _is_on(row, "b")) is not None), False)
        hidden = next((on for row in rows if (on := _is_on(row, "vanish")) is not None), False)
        size = next((n for row in rows if (n := _number(value(row, "sz"))) is not None), _PLAIN_SIZE)
        return Look(bold, hidden, size)


def _formats(row: Element) -> dict[int, str]:
    """How each level of a list is counted."""
    return {n: value(level, "numFmt") or "decimal" for level in row.iterfind("lvl") if (n := _number(level.get("ilvl"))) is not None}
