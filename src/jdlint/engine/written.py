"""How a plain text is written in a file's format, so that it reads as itself there."""

from __future__ import annotations

import re

from jdlint.posting.model import Excerpt
from jdlint.readers import TEXT_FORMATS
from jdlint.text.lazy import lazy

_BREAK = lazy(r"[\r\n]")
_PLAIN_VALUE = lazy(r"[\w /().+-]*")  # what means the same in YAML, TOML and JSON, quoted or not
_HTML = lazy("[&<>]")
_MARKDOWN = lazy(r"&(?=#?\w+;)|[<>\\`*\[\]~]|(?<!\w)_|_(?!\w)")
_CELL = lazy(r"\|")
_BLOCK_START = lazy(r"\s*(?:\d{1,9}(?=[.)])|(?=[#>+=|:-]))")


def written(text: str, at: Excerpt, form: str) -> str | None:
    """A text as it is to be written in the place of an excerpt; None where that can't be done safely.

    Signs that mean something in Markdown become character references, which hold in the HTML inside it too.
    """
    if _BREAK.search(text) or form not in TEXT_FORMATS:  # nothing is written to documents and data
        return None
    if at.block.kind == "field":
        whole = at.start == 0 and at.end == len(at.block.text)
        return text if _PLAIN_VALUE.fullmatch(text) and not (whole and not text[:1].isalpha()) else None
    if form == "txt":
        return text
    if form == "html":
        return _HTML.sub(_reference, text)
    found = _MARKDOWN.sub(_reference, text)
    if at.block.kind == "cell":
        found = _CELL.sub(_reference, found)
    starts_line = at.start == 0 or at.block.text[at.start - 1] == "\n"
    opening = _BLOCK_START.match(found) if starts_line and found[:1] != "&" else None
    if opening and opening.end() < len(found):
        sign = opening.end()
        found = f"{found[:sign]}&#{ord(found[sign])};{found[sign + 1 :]}"
    return found


def _reference(match: re.Match[str]) -> str:
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(match.group()) or f"&#{ord(match.group())};"
