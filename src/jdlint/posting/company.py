"""What the employer is called, so that words in its name are not read as words about the job."""

from __future__ import annotations

from jdlint.posting.fields import fields_of
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy

_NAME = r"([A-Z][\w&’'.-]*(?:(?: (?:and|of|the|&|for))? [A-Z0-9][\w&’'.-]*){0,4})"
_ABOUT = lazy(rf"(?:About|Why|Life at|Working at|Join) {_NAME}(?:[:?!]|$)")
_AT = lazy(rf"[Aa](?<!\w.)t {_NAME},? (?:we|our|you)\b")
_IS = lazy(rf"{_NAME} (?:is|are) (?:hiring|looking|seeking|an?|the|proud|committed)\b")
_LEAD = 400  # characters
_NOT_NAMES = frozenset(
    {"us", "you", "the", "this", "our", "your", "it", "what", "who", "role", "job", "team", "company", "work", "me", "a"}
)
_SHORTEST, _LONGEST = 3, 60


def company_names(posting: Posting) -> frozenset[str]:
    """The names that fields, headings ("About Larkspur") and sentences ("At Larkspur, we …") give the employer, as written."""
    found = {f.block.text.strip() for f in fields_of(posting, "employer") if len(f.block.text) <= _LONGEST}
    for block in posting.blocks:
        if block.kind == "heading":
            match = _ABOUT.match(block.text)
            found.update([match.group(1)] if match else [])
        elif block.kind == "paragraph":
            text = block.text
            match = _IS.match(text, 0, _LEAD)
            found.update([match.group(1)] if match else [])
            found.update(_AT.findall(text, match.end() if match else 0, _LEAD))
    return frozenset(
        n for n in found if len(n) >= _SHORTEST and n.casefold() not in _NOT_NAMES and n.split()[0].casefold() not in _NOT_NAMES
    )
