"""Taking a suppression out of a file again, without a trace."""

from __future__ import annotations

import re

from jdlint.posting.model import Directive
from jdlint.text.lazy import lazy
from jdlint.text.spans import Span

_END = r"(?:\r\n|\n|\r|\Z)"
_REST = lazy(rf"[ \t]*{_END}")
_GAP = lazy(r"[ \t]*")
_BLANK_ABOVE = lazy(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)\Z")
_NEAR = 80


def removal(directive: Directive, at: int, text: str) -> tuple[Span, str] | None:
    """The edit that takes the directive's code number `at` out, and the whole directive where it names no other.

    None where the syntax around it is not one that can be cut safely.
    """
    if directive.form == "aside":  # in a document that is not written to
        return None
    codes = directive.codes
    if len(codes) == 1:
        if directive.form == "field":
            return _key(directive, text)
        return _comment(directive.span, text), ""
    cut = Span(codes[at][1].start, codes[at + 1][1].start) if at + 1 < len(codes) else Span(codes[at - 1][1].end, codes[at][1].end)
    if directive.form == "field":
        between = text[codes[at][1].end : cut.end] if at + 1 < len(codes) else text[cut.start : codes[at][1].start]
        if between.strip(" \t") != ",":  # quotes, or an entry a line
            return None
    return cut, ""


def _comment(span: Span, text: str) -> Span:
    """The comment with its line where it is alone on it, else with the white space before it."""
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    rest = _REST.match(text, span.end)
    if not text[line : span.start].strip():
        if rest is not None:
            below = _REST.match(text, rest.end()) if _BLANK_ABOVE.search(text, max(0, line - _NEAR), line) or not line else None
            if line and not rest.group().endswith(("\n", "\r")):  # the last line, which has no end: the one before it loses its own
                line -= 2 if text[line - 2 : line] == "\r\n" else 1
            return Span(line, below.end() if below else rest.end())
        gap = _GAP.match(text, span.end)
        return Span(span.start, gap.end() if gap else span.end)
    words = text[line : span.start].rstrip(" \t")
    return Span(line + len(words), span.end)


def _key(directive: Directive, text: str) -> tuple[Span, str] | None:
    """The key `jdlint` with its one code, in the common ways to write it."""
    code = re.escape(directive.codes[0][0])
    whole = re.compile(
        rf"^jdlint:\s*(?:\{{\s*)?ignore(?:-file)?:\s*(?:\[\s*|-[ ]+)?[\"']?{code}[\"']?(?:\s*\])?(?:\s*\}})?[ \t]*{_END}"
        rf"|^jdlint:\s*[\"']?ignore(?:-file)?\s*\[\s*{code}\s*\][^\r\n]*{_END}",
        re.MULTILINE,
    )
    found = next((m for m in whole.finditer(text) if m.start() <= directive.codes[0][1].start < m.end()), None)
    return None if found is None else (Span(*found.span()), "")
