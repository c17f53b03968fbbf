"""Broken punctuation: doubled marks, lost spaces, and marks that markup tears from their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Edit, Hit, Options

_DOUBLED = re.compile(r"(?<=[^\W_])(?:,(?: ?,)+|\.\.(?!\.)|;;+|[,;]\.(?!\d)|(?<=[a-z]{4})\.,(?= [a-z]))(?=\s|$)")
_STRAY_SPACE = re.compile(r"(?<=[^\W_])[ \t]+(?=[,;](?:\s|$))|(?<=[a-z]{2})[ \t]+(?=\.(?:\s|$))")
_LOST_SPACE = re.compile(r"(?<![\w.@/#:-])[A-Za-z]?[a-z]{2,}(?P<mark>[.?!])(?=[A-Z][a-z]+(?:[ ,'’]|$))|(?<![\w.@/-])[A-Za-z]?[a-z]{2,}(?P<comma>[,;])(?=[A-Za-z]{2,}[ ,.])")
_ABBREVIATED = re.compile(r"\b(?:etc|inc|ltd|co|corp|no|vs|approx|incl|dept|jr|sr|st|mr|mrs|ms|dr|yrs?|hrs?|min|max|e\.g|i\.e|p\.m|a\.m|ph\.d)$", re.IGNORECASE)
_TORN = re.compile(r"(?<=\w)\*\*([,.;:'’–-])\*\*")
_DOMAIN = re.compile(r"(?:[Cc]om|[Nn]et|[Oo]rg|[Ii]o|[Jj]s|[Aa]i|[Cc]o|[Uu]k)\b")


def broken(posting: Posting, options: Options) -> Iterator[Hit]:
    """Slips of punctuation that can be mended without knowing the meaning."""
    for block in posting.texts:
        if block.kind == "field":
            continue
        text = block.text
        for match in _DOUBLED.finditer(text):
            mark = match.group()
            if mark.startswith(".") and (_ABBREVIATED.search(text[: match.start()]) or _trails_off(block, match.end())):
                continue
            kept = "." if "." in mark else mark[0]
            yield _hit(block, match.start(), match.end(), kept, "doubled")
        for match in _STRAY_SPACE.finditer(text):
            if not _follows_address(block, match.start(), match.end()):
                yield _hit(block, match.start(), match.end() + 1, text[match.end()], "space")
        yield from _lost_spaces(block)
        for match in _TORN.finditer(text) if "**" in text else ():
            yield _hit(block, match.start(), match.end(), match.group(1), "torn")


def _lost_spaces(block: Block) -> Iterator[Hit]:
    text = block.text
    if not any(mark in text for mark in ".?!,;"):
        return
    for match in _LOST_SPACE.finditer(text):
        mark = match.group("mark") or match.group("comma")
        if _in_link(block, match.end()) or _DOMAIN.match(text, match.end()) or (match.group("mark") and _is_brand(text, match)):
            continue
        end = match.end()
        yield _hit(block, end - 1, end, mark + " ", "lost", mark_from=match.start())


def _is_brand(text: str, match: re.Match[str]) -> bool:
    """Whether "Word.Word" is a name: both parts begin with a capital and nothing before says that a sentence ends here."""
    return match.group()[0].isupper()


def _trails_off(block: Block, end: int) -> bool:
    """Whether dots at the end of a line lead on to what follows: "You are someone who..", above a list."""
    rest = block.text[end:].lstrip(" \t")
    return block.kind != "item" and (not rest or rest[0] == "\n")


def _follows_address(block: Block, start: int, end: int) -> bool:
    """Whether the space keeps a mark away from an address, or stands for an image in a link."""
    before = block.text[:start].split()
    return not before or any(mark in before[-1] for mark in "@/.") or _in_link(block, start) or _in_link(block, end)


def _in_link(block: Block, offset: int) -> bool:
    return any(link.start <= offset <= link.end and ("." in link.href or "@" in link.href) for link in block.links)


def _hit(block: Block, start: int, end: int, new: str, variant: str, mark_from: int | None = None) -> Hit:
    """A hit on the word with its mark (or the marks alone), mended by replacing [start, end)."""
    low = start if mark_from is None else mark_from
    high = end
    while mark_from is not None and high < len(block.text) and block.text[high].isalpha():
        high += 1
    old = block.text[low:high]
    better = old[: start - low] + new + old[end - low :]
    return Hit(Excerpt(block, low, high), {"better": better}, variant=variant, use=(better,), edits=(Edit(Excerpt(block, start, end), new),))
