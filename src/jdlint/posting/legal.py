"""Statements that lawyers wrote, and that nobody in hiring may cut or put in other words."""

from __future__ import annotations

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import Stemmed

if TYPE_CHECKING:
    from jdlint.posting.model import Block
    from jdlint.posting.posting import Posting

_LEGAL = "equal_opportunity"
_BOILERPLATE = Stemmed(
    "regard reasonable pursuant accordance equal protected background verify act veteran retirement u.s.c",
    r"\b(?:without regard|regardless of|reasonable accommodation|pursuant to|in accordance with|equal opportunity"
    r"|protected (?:class|status|veteran)"
    r"|background (?:check|investigation|screening)|e-verify|Act of \d|veterans?'? preference|retirement system|U\.S\.C)",
)


def is_legal(posting: Posting, block: Block) -> bool:
    """Whether a block is part of the equal-opportunity statement."""
    statement = posting.equal_opportunity
    if statement is not None and statement.block is block:
        return True
    section = posting.section_of(block)
    return section is not None and (section.kind == _LEGAL or _LEGAL in section.also)


def is_boilerplate(text: str) -> bool:
    """Whether a sentence reads as a lawyer's."""
    return _BOILERPLATE.search(text) is not None
