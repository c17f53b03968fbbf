"""Parts of a posting that its site puts in by template code: `{% include salary_range.html %}`, `{{< apply-button >}}`."""

from __future__ import annotations

import re

from jdlint.posting.kept import once
from jdlint.posting.posting import Posting
from jdlint.readers.templates import template_ranges
from jdlint.text.lazy import lazy

_MARKS = ("{%", "{{", "<%", "<?")
# The name of the file or shortcode that is put in, by the generators' ways to write it.
_PUT_IN = lazy(
    r"""\{%-?\s*(?:include(?:_relative|_cached)?|render|partial|embed|section|component)\s+["']?(?P<tag>[\w./-]+)"""
    r"""|\{\{-?\s*(?:partial(?:Cached)?|template)\s+["'](?P<partial>[\w./-]+)|\{\{[<%]\s*(?P<shortcode>[\w./-]+)"""
    r"""|<%[=-]?\s*(?:render|include|partial)\W+(?P<erb>[\w./-]+)|<\?(?:php|=)[^?]{0,60}?(?:include|require|template_part)\w*\W+(?P<php>[\w./-]+)"""
)
_NAMED = {
    "pay": lazy(r"salar(?:y|ies)|(?<![a-z])pay(?![a-z])|compensation|wages?", re.IGNORECASE),
    "application": lazy(r"(?<![a-z])apply(?![a-z])|how[-_]to[-_]apply|application", re.IGNORECASE),
    "benefits": lazy(r"benefits?|perks", re.IGNORECASE),
    "equal_opportunity": lazy(r"(?<![a-z])eeo|equal[-_]?(?:opportunit|employ)|non[-_]?discrimination|diversity|inclusion", re.IGNORECASE),
    "company": lazy(r"about[-_]?(?:us|company|the[-_]company|employer)|company|boilerplate", re.IGNORECASE),
    "location": lazy(r"locations?(?![a-z])", re.IGNORECASE),
    "deadline": lazy(r"deadline|closing[-_]?date", re.IGNORECASE),
    "process": lazy(r"(?:hiring|interview|selection|recruitment)[-_]?(?:process|steps|stages)", re.IGNORECASE),
}


@once
def included(posting: Posting) -> frozenset[str]:
    """The parts that the page around a posting adds, see `included_parts`."""
    return included_parts(posting.source.text)


def included_parts(text: str) -> frozenset[str]:
    """The parts (as in the setting `provided`) that the page around a posting's source text adds, by the names of what it includes.

    What stands in a comment of the template is put in nowhere.
    """
    if not any(mark in text for mark in _MARKS):
        return frozenset()
    found: set[str] = set()
    for start, end in template_ranges(text):
        match = _PUT_IN.match(text, start, end)
        name = match.group(str(match.lastgroup)) if match is not None else ""
        found.update(part for part, words in _NAMED.items() if name and words.search(name))
    return frozenset(found)
