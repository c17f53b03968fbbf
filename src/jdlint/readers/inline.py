"""One block's text while it is read: plain characters, links and bold ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Link
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.spans import MappedText, TextBuilder

# Characters that take no room and would tear words apart: zero-width spaces, word joiner, byte-order mark, soft hyphen.
_INVISIBLE = lazy("[\u00ad\u200b\u200c\u2060\ufeff]")
_URL = lazy(r"(?:https?://|mailto:|(?<![\w./-])www\.)[^\s<>\"“”|]+", re.IGNORECASE)
_EMAIL = lazy(r"(?<![\w.+%-])[\w.+%-]++@[\w-]++(?:\.[\w-]++)+")
_TRAILING = ".,;:!?'\"’)*_]}"


class Run(NamedTuple):
    """A finished text with its links and bold ranges."""

    mapped: MappedText
    links: tuple[Link, ...]
    bold: tuple[tuple[int, int], ...]


class Inline:
    """Collects the text of one block. White space at either end is dropped at the end, not before."""

    __slots__ = ("_bold", "_bold_depth", "_bold_start", "_builder", "_href", "_link_start", "_links", "blank", "breaks", "last")

    def __init__(self) -> None:
        self._builder = TextBuilder()
        self._links: list[Link] = []
        self._bold: list[tuple[int, int]] = []
        self._bold_depth = 0
        self._bold_start = 0
        self._href: str | None = None
        self._link_start = 0
        self.blank = True
        self.last = ""
        self.breaks = 0  # forced line breaks since the last visible character

    def add(self, plain: str, start: int, end: int) -> None:
        """Append text read from the source range [start, end)."""
        if not plain.isascii() and _INVISIBLE.search(plain):
            self._add_visible(plain, start, end)
            return
        if plain:
            self._builder.add(plain, start, end)
            self.last = plain[-1]
            if (self.blank or self.breaks) and not plain.isspace():
                self.blank = False
                self.breaks = 0

    def _add_visible(self, plain: str, start: int, end: int) -> None:
        """Leave out characters of no width, keeping the map exact."""
        if len(plain) != end - start:
            self.add(_INVISIBLE.sub("", plain), start, end)
            return
        at = 0
        for mark in _INVISIBLE.finditer(plain):
            self.add(plain[at : mark.start()], start + at, start + mark.start())
            at = mark.end()
        self.add(plain[at:], start + at, end)

    def newline(self, start: int, end: int) -> None:
        """A line end; white space before it and a second one in a row are kept as they come."""
        self._builder.add("\n", start, end)
        self.last = "\n"

    def forced_break(self, start: int, end: int) -> None:
        """A `<br>`."""
        self.newline(start, end)
        self.breaks += 1

    def open_bold(self) -> None:
        """Bold from here on."""
        if self._bold_depth == 0:
            self._bold_start = len(self._builder)
        self._bold_depth += 1

    def close_bold(self) -> None:
        """End of the innermost bold range; one that was never opened is ignored."""
        if self._bold_depth:
            self._bold_depth -= 1
            if self._bold_depth == 0 and len(self._builder) > self._bold_start:
                self._bold.append((self._bold_start, len(self._builder)))

    def open_link(self, href: str) -> None:
        """A link from here on; one inside another ends it."""
        self.close_link()
        self._href = href
        self._link_start = len(self._builder)

    def close_link(self) -> None:
        """End of the link, if there is one."""
        if self._href is not None and len(self._builder) > self._link_start:
            self._links.append(Link(self._link_start, len(self._builder), self._href))
        self._href = None

    @property
    def in_link(self) -> bool:
        """Whether a link is open."""
        return self._href is not None

    def carry(self, other: Inline) -> None:
        """Take over markup that was opened before any text."""
        self._bold_depth = other._bold_depth
        self._href = other._href

    def finish(self) -> Run | None:
        """The text without white space around it; None if there is nothing else."""
        if self.blank:
            return None
        self.close_link()
        if self._bold_depth:
            self._bold_depth = 1
            self.close_bold()
        mapped = self._builder.build()
        plain = mapped.plain
        low = len(plain) - len(plain.lstrip())
        high = len(plain.rstrip())
        if high - low != len(plain):
            mapped = mapped.slice(low, high)
        links = [Link(max(k.start - low, 0), min(k.end, high) - low, k.href) for k in self._links if k.end > low and k.start < high]
        return Run(mapped, with_bare_links(mapped.plain, links), _bold_ranges(mapped.plain, self._bold, low, high))


def _bold_ranges(plain: str, ranges: list[tuple[int, int]], low: int, high: int) -> tuple[tuple[int, int], ...]:
    """Ranges moved to the trimmed text, without white space at their ends; neighbours with only space between are one."""
    found: list[tuple[int, int]] = []
    for first, last in ranges:
        start, end = max(first - low, 0), min(last, high) - low
        if start >= end:
            continue
        part = plain[start:end]
        start += len(part) - len(part.lstrip())
        end -= len(part) - len(part.rstrip())
        if start >= end:
            continue
        if found and not plain[found[-1][1] : start].strip(" \t"):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def with_bare_links(plain: str, links: list[Link]) -> tuple[Link, ...]:
    """The links with addresses added that stand in the text as they are."""
    if "@" not in plain and "://" not in plain and "www." not in plain:
        return tuple(links)
    found: list[Link] = []
    marked = iter([*links, Link(len(plain) + 1, len(plain) + 1, "")])
    following = next(marked)
    for link in sorted([*_addresses(plain), *_emails(plain)], key=lambda k: k.start):
        while following.end <= link.start:
            found.append(following)
            following = next(marked)
        if link.end <= following.start and (not found or found[-1].end <= link.start):
            found.append(link)
    return (*found, *(k for k in (following, *marked) if k.start <= len(plain)))


def _addresses(plain: str) -> Iterator[Link]:
    for match in _URL.finditer(plain):
        address = match.group().rstrip(_TRAILING)
        if match.group()[len(address) : len(address) + 1] == ")" and address.count("(") > address.count(")"):
            address += ")"
        yield Link(match.start(), match.start() + len(address), address if ":" in address[:8] else f"https://{address}")


def _emails(plain: str) -> Iterator[Link]:
    for match in _EMAIL.finditer(plain):
        yield Link(match.start(), match.end(), f"mailto:{match.group()}")
