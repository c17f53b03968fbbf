"""Template code of site generators: what is machinery is blanked out, what a reader would have to fill in stays as text."""

from __future__ import annotations

import re

FILLER = "\ue000"  # stands for each character of template code inside a line; a private-use character that no posting holds
_OPENER = re.compile(r"\{%|\{\{|<\?(?:php|=)|<%|\{[:#.](?=[\w .#-])|\{/\*")
_CLOSERS = {"{%": "%}", "{{": "}}", "<?": "?>", "<%": "%>", "{:": "}", "{#": "}", "{.": "}", "{/": "*/}"}
_COMMENT = re.compile(r"\{%-?\s*comment\b")
_END_COMMENT = re.compile(r"\{%-?\s*endcomment\b")
# {{ page.title }}, {{ .Site.Title }}, {{ "x" | filter }}, {{< shortcode >}}, {{% shortcode %}}: the generator fills these in.
_MACHINERY = re.compile(
    r"""\{\{\s*-?\s*(?:[<%.$"']|(?:page|site|layout|include|post|params|config|this)[.\[]|(?:content|end|else)\b|(?:partial|ref|relref|if|range|with|define|template|block)\s)"""
)
_FILTER = re.compile(r"[|(]")
_LINE = re.compile(r"[^\r\n]+")
MAX_SLOT = 400


def template_ranges(text: str) -> list[tuple[int, int]]:
    """Ranges of template machinery, in order and apart from each other."""
    if "{" not in text and "<%" not in text and "<?" not in text:
        return []
    found: list[tuple[int, int]] = []
    closers: dict[str, int] = {}
    at = 0
    while opener := _OPENER.search(text, at):
        start, mark = opener.start(), opener.group()[:2]
        end = _end(text, start + len(mark), _CLOSERS[mark], closers)
        if end < 0:
            at = start + len(mark)
            continue
        if mark == "{%" and _COMMENT.match(text, start):
            end = _end_of_comment(text, end)
        if mark in ("{{", "{:", "{#", "{.") and not _is_machinery(text, start, end):
            at = start + len(mark)
            continue
        found.append((start, end))
        at = end
    return found


def _end(text: str, start: int, closer: str, known: dict[str, int]) -> int:
    """Offset after the next closer, or -1; each closer is looked up once, so many openers cost no more than one."""
    at = known.get(closer, 0)
    if 0 <= at < start:
        at = known[closer] = text.find(closer, start)
    return -1 if at < 0 else at + len(closer)


def _end_of_comment(text: str, start: int) -> int:
    close = _END_COMMENT.search(text, start)
    if close is None:
        return start
    end = text.find("%}", close.end())
    return end + 2 if end >= 0 else start


def _is_machinery(text: str, start: int, end: int) -> bool:
    if end - start > MAX_SLOT:
        return False
    inside = text[start:end]
    if inside[1] != "{":  # attributes of the element before: {: .lead}, {#duties}
        return "\n" not in inside and "\r" not in inside
    return bool(_MACHINERY.match(inside) or _FILTER.search(inside))


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
    return FILLER * len(line.group())


def _blank_if_empty(line: re.Match[str]) -> str:
    text = line.group()
    return text if text.strip(FILLER + " \t") else " " * len(text)
