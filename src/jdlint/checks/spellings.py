"""Names of technologies written as their makers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jdlint.checks.nearby import after, before, neighbours
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.phrases import PhraseIndex
from jdlint.text.record import NamedTuple

_PARTS = lazy(r"[\s/-]+")
_CODE_TAG = lazy(r"<(/?)(?:code|kbd|samp|tt|var)\b", re.IGNORECASE)
_LONGEST_CODE = 400  # characters


class _Spelling(NamedTuple):
    right: str
    accepted: frozenset[str]
    wrong: frozenset[str]  # where it is not empty, only these writings, letter by letter, are wrong


@cache
def _index() -> PhraseIndex[_Spelling]:
    found: PhraseIndex[_Spelling] = PhraseIndex()
    for entry in lexicon("spellings")["spellings"]:
        right, wrong = entry["name"], tuple(entry.get("wrong", ()))
        exact = entry.get("exact", False)
        spelling = _Spelling(right, frozenset((right, *entry.get("also", ()))), frozenset(wrong if exact else ()))
        for form in dict.fromkeys(form.casefold() for form in (wrong if exact else (right, *wrong))):
            found.add(form, spelling)
    return found


_ADDRESS = lazy(
    r"://|www\.|@|\.(?:com|org|io|net|dev|ai|co|edu|gov|uk|app|me)\b(?!\s)|^[#~/\\]|\w\.(?:py|ts|jsx?|tsx|json|ya?ml|html|css|md)\b"
)


def misspelt(posting: Posting, options: Options) -> Iterator[Hit]:
    """Each name of a technology that its makers write otherwise."""
    accepted = {text.casefold() for text in options.strings("accept")}
    for block in posting.holding(_index().anchors):
        found = sorted(_index().find(posting.tokens(block)), key=lambda entry: (entry[1], -entry[2]))
        if not found:
            continue
        tokens, reach = posting.words(block), -1
        for spelling, first, stop in found:
            if first < reach:
                continue
            start, end = tokens[first].start, tokens[stop - 1].end
            if spelling.right.startswith("."):
                if start == 0 or block.text[start - 1] != "." or block.text[start - 2 : start - 1].isalnum():
                    if stop - first == 1:
                        continue
                else:
                    start -= 1
            reach = stop
            at = Excerpt(block, start, end)
            if _is_wrong(at, spelling) and at.text.casefold() not in accepted and not is_code(posting, at):
                yield Hit(at, {}, use=(spelling.right,), edits=(Edit(at, spelling.right),))


def _is_wrong(at: Excerpt, spelling: _Spelling) -> bool:
    surface = at.text
    if spelling.wrong:
        return surface in spelling.wrong
    if surface in spelling.accepted or "\n" in surface:
        return False
    parts = _PARTS.split(surface)
    if surface.casefold() != spelling.right.casefold() and len(parts) > 1:
        return "/" not in surface and all(part[:1].isupper() for part in parts)
    if surface.isupper() and _among_capitals(at):
        return False
    return not (at.block.kind == "field" and surface.islower())


def _among_capitals(at: Excerpt) -> bool:
    """Whether the words beside an excerpt are in capitals too, or it stands in a heading: a style, no slip."""
    if at.block.kind == "heading":
        return True
    beside = neighbours(at.block.text, at.start, at.end)
    return any(len(word) > 1 and word.isupper() for word in beside)


def is_code(posting: Posting, at: Excerpt) -> bool:
    """Whether an excerpt is part of an address, a file name, a hashtag or code."""
    block: Block = at.block
    if any(link.start <= at.start < link.end and _ADDRESS.search(block.text[link.start : link.end]) for link in block.links):
        return True
    head = before(block.text, at.start).split(" ")[-1].split("\n")[-1]
    tail = after(block.text, at.end).split(" ")[0].split("\n")[0]
    if _ADDRESS.search(head + at.text + tail.rstrip(".,;:!?)")) or tail[:1] == "_":
        return True
    if head[-1:] in ("#", "@", "_", "\\", "-") and head.islower():
        return True
    return in_code_span(posting, at)


def in_code_span(posting: Posting, at: Excerpt) -> bool:
    """Whether an excerpt stands between backticks of Markdown, or in an element of HTML for code."""
    text, start = posting.source.text, at.span.start
    if posting.document.format == "md":
        return text.count("`", text.rfind("\n", 0, start) + 1, start) % 2 == 1
    if posting.document.format != "html":
        return False
    tags = _CODE_TAG.findall(text, max(0, start - _LONGEST_CODE), start)
    return bool(tags) and not tags[-1]
