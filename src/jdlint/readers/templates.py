"""Template code of site generators: what is machinery is blanked out, what a reader would have to fill in stays as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.text.lazy import lazy

FILLER = "\ufdd0"  # stands for each character of template code inside a line; Unicode keeps it free for uses within a program
_OPENER = lazy(r"\{%|\{\{|<\?(?:php|=)|<%|\{[:#.](?=[\w .#-])|\{/\*")
_CLOSERS = {"{%": "%}", "{{": "}}", "<?": "?>", "<%": "%>", "{:": "}", "{#": "}", "{.": "}", "{/": "*/}"}
_COMMENT = lazy(r"\{%-?\s*comment\b")
_END_COMMENT = lazy(r"\{%-?\s*endcomment\b")
# {{ page.title }}, {{ .Site.Title }}, {{ "x" | filter }}, {{< shortcode >}}, {{% shortcode %}}: the generator fills these in.
_MACHINERY = lazy(
    r"""\{\{\s*-?\s*(?:[<%.$"']|(?:page|site|layout|include|post|params|config|this)[.\[]|(?:content|end|else)\b|(?:partial|ref|relref|if|range|with|define|template|block)\s)"""
)
_FILTER = lazy(r"[|(]")
_LINE = lazy(r"[^\r\n]+")
_MAYBE = ("{{", "{:", "{#", "{.")
_FACT = lazy(r"""=\s*(["'])([^"'\r\n]{0,80}?(?:[$€£₹] ?\d|@[\w-]+\.\w|https?://)[^"'\r\n]{0,200})\1""")
_MAX_SLOT = 400


def template_ranges(text: str) -> list[tuple[int, int]]:
    """Ranges of template machinery, in order and apart from each other."""
    if "{" not in text and "<%" not in text and "<?" not in text:
        return []
    found: list[tuple[int, int]] = []
    closers: dict[str, int] = {}
    at = 0
    while opener := _OPENER.search(text, at):
        start, mark = opener.start(), opener.group()[:2]
        at = start + len(mark)
        end = _end(text, at, _CLOSERS[mark], closers)
        if end < 0 or (mark in _MAYBE and not _is_machinery(text, start, end)):
            continue
        if _COMMENT.match(text, start):
            end = _end_of_comment(text, end, closers)
            found.append((start, end))
        else:
            found += _without_facts(text, start, end)
        at = end
    return found


def _without_facts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range of an include or shortcode without its parameters that state pay or an address, since its page shows them."""
    at = start
    if text[start - 1 : start] not in ('"', "'", "=", "("):  # inside a link's address nothing may stand out
        for fact in _FACT.finditer(text, start, end):
            yield at, fact.start(2)
            at = fact.end(2)
    yield at, end


def _end(text: str, start: int, closer: str, known: dict[str, int]) -> int:
    """Offset after the next closer, or -1; each closer is looked up once, so many openers cost no more than one."""
    at = known.get(closer, 0)
    if 0 <= at < start:
        at = known[closer] = text.find(closer, start)
    return -1 if at < 0 else at + len(closer)


def _end_of_comment(text: str, start: int, known: dict[str, int]) -> int:
    close = None if "endcomment" in known else _END_COMMENT.search(text, start)
    if close is None:
        known["endcomment"] = -1  # there are no more
        return start
    end = _end(text, close.end(), "%}", known)
    return end if end >= 0 else start


def _is_machinery(text: str, start: int, end: int) -> bool:
    if end - start > _MAX_SLOT:
        return False
    inside = text[start:end]
    if inside[1] != "{":  # attributes of the element before: {: .lead}, {#duties}
        return "\n" not in inside and "\r" not in inside
    return bool(_MACHINERY.match(inside) or _FILTER.search(inside))


def original_of(masked: str, part: str, text: str, start: int, end: int) -> str:
    """What a part of the masked text, such as a link's address in the range, was before."""
    if FILLER not in part:
        return part
    at = masked.find(part, start, end)
    if at < 0:
        at = masked.find(part)
    return text[at : at + len(part)] if at >= 0 else part.replace(FILLER, "")


def mask(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with template code replaced by as many characters, so that offsets stay.

    Lines that hold nothing else become white space; inside other lines filler characters keep the markup around it whole.
    """
    if not ranges:
        return text
    parts, at = [], 0
    for start, end in ranges:
        parts += [text[at:start], _LINE.sub(_fill, text[start:end])]
        at = end
    parts.append(text[at:])
    filled = "".join(parts)
    return _LINE.sub(_blank_if_empty, filled)


def _fill(line: re.Match[str]) -> str:
    """Filler for a line of template code; before the value of a parameter its last space stays, to keep two values apart."""
    text = line.group()
    space = text.rfind(" ") if text[-1] in "\"'" else -1
    return FILLER * len(text) if space < 0 else FILLER * space + " " + FILLER * (len(text) - space - 1)


def _blank_if_empty(line: re.Match[str]) -> str:
    text = line.group()
    return text if text.strip(FILLER + " \t") else " " * len(text)
