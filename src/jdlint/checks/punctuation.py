"""Broken punctuation: doubled marks, lost spaces, and marks that markup tears from their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.checks.nearby import after, before
from jdlint.checks.spellings import in_code_span
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy

# Each begins with the mark itself, so that the engine can leap to it; what stands before is looked at afterwards.
_SUSPECT = lazy(r"[,;.?!](?:(?=\S)|(?<=\s.))")  # what all of them but torn marks have: no space behind a mark, or one before it
_DOUBLED = lazy(r"[,;.](?<=[^\W_].)(?:(?<=,)(?: ?,)+|(?<=\.)\.(?!\.)|(?<=;);+|(?<=[,;])\.(?!\d)|(?<=[a-z]{4}\.),(?= [a-z]))(?=\s|$)")
_STRAY_SPACE = lazy(r"[,;.](?:(?<=[^\W_][ \t][,;])|(?<=[a-z]{2}[ \t]\.))(?=\s|$)")
_LOST_SPACE = lazy(r"[.?!](?<=[a-z]{2}.)(?=[A-Z][a-z]+(?:[ ,'’]|$))|[,;](?<=[a-z]{2}.)(?=[A-Za-z]{2,}[ ,.])")
_WORD_BEFORE = lazy(r"[\w'’]*\Z")
_ABBREVIATED = lazy(
    r"\b(?:etc|inc|ltd|co|corp|no|vs|approx|incl|dept|jr|sr|st|mr|mrs|ms|dr|yrs?|hrs?|min|max|e\.g|i\.e|p\.m|a\.m|ph\.d)$", re.IGNORECASE
)
_TORN = lazy(r"(?<=\w)\*\*([,.;:'’–-])\*\*")
_DOMAIN = lazy(r"(?:[Cc]om|[Nn]et|[Oo]rg|[Ii]o|[Jj]s|[Aa]i|[Cc]o|[Uu]k)\b")
_LONGEST_WORD = 40


def broken(posting: Posting, options: Options) -> Iterator[Hit]:
    """Slips of punctuation that can be mended without knowing the meaning; code keeps its own."""
    return (hit for hit in _slips(posting) if hit.at and not in_code_span(posting, hit.at))


def _slips(posting: Posting) -> Iterator[Hit]:
    for block in posting.texts:
        if block.kind == "field":
            continue
        text = block.text
        for match in _TORN.finditer(text) if "**" in text else ():
            yield _hit(block, match.start(), match.end(), match.group(1), "torn")
        if not _SUSPECT.search(text):
            continue
        for match in _DOUBLED.finditer(text):
            mark = match.group()
            if mark.startswith(".") and (_ABBREVIATED.search(before(text, match.start())) or _trails_off(block, match.end())):
                continue
            kept = "." if "." in mark else mark[0]
            yield _hit(block, match.start(), match.end(), kept, "doubled")
        for match in _STRAY_SPACE.finditer(text):
            if not _follows_address(block, match.start() - 1, match.start()) and not _hides_markup(block, match.start() - 1, match.end()):
                yield _hit(block, match.start() - 1, match.end(), match.group(), "space")
        yield from _lost_spaces(block)


def _lost_spaces(block: Block) -> Iterator[Hit]:
    text = block.text
    for match in _LOST_SPACE.finditer(text):
        end = match.end()
        word = _WORD_BEFORE.search(text, max(0, end - _LONGEST_WORD), match.start())
        start = word.start() if word else match.start()
        name = match.group() == "." and (text[start].isupper() or _DOMAIN.match(text, end))  # Booking.com, Vue.Js
        if name or text[start - 1 : start] in ("@", "/", ".", "#", "-", "_") or _in_link(block, end):
            continue
        if match.group() == "," and _is_tag_list(text, start, end):
            continue
        following = re.match(r"\w+", after(text, end))
        at = Excerpt(block, start, end + (following.end() if following else 0))
        better = f"{text[start:end]} {text[end : at.end]}"
        yield Hit(at, {"better": better}, variant="lost", use=(better,), edits=(Edit(Excerpt(block, end - 1, end), match.group() + " "),))


def _is_tag_list(text: str, start: int, end: int) -> bool:
    """Whether a comma stands in a run such as `bread,rolls,cake`, which is data rather than prose."""
    return f"{before(text, start)},".rpartition(" ")[2].count(",") + after(text, end).partition(" ")[0].count(",") > 1


def _trails_off(block: Block, end: int) -> bool:
    """Whether dots at the end of a line lead on to what follows: "You are someone who..", above a list."""
    rest = after(block.text, end).lstrip(" \t")
    return block.kind != "item" and (not rest or rest[0] == "\n")


def _follows_address(block: Block, start: int, end: int) -> bool:
    """Whether the space keeps a mark away from an address, or stands for an image in a link."""
    words = before(block.text, start).split()
    return not words or any(mark in words[-1] for mark in "@/.") or _in_link(block, start) or _in_link(block, end)


def _hides_markup(block: Block, start: int, end: int) -> bool:
    """Whether something that is no text, such as an image, stands between two characters."""
    span = block.mapped.span(start, end)
    return span.end - span.start > end - start


def _in_link(block: Block, offset: int) -> bool:
    return any(link.start <= offset <= link.end and ("." in link.href or "@" in link.href) for link in block.links)


def _hit(block: Block, start: int, end: int, better: str, variant: str) -> Hit:
    """A hit on marks, mended by writing others."""
    at = Excerpt(block, start, end)
    return Hit(at, {"better": better}, variant=variant, use=(better,), edits=(Edit(at, better),))
