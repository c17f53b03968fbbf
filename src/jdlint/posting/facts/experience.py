"""Years of experience asked for or wished for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.numbers import count
from jdlint.posting.facts.patterns import listed
from jdlint.posting.facts.years import find_years
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.model import Block, Excerpt, Experience, Field
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_GATE = Stems("year", "yr", "month", "mth")
_ANSWER_WORDS = listed(
    "less fewer more than over up to but and or of at least experience i have year years yr yrs month months none no a an minimum"
)
_ANSWERS = 3  # so many answers side by side are a questionnaire
_LONGEST_ANSWER = 15  # words
# "5 years for SC/ST candidates": by so much the limit of age is raised.
_RELAXED = lazy(r"[\s(]*(?:of )?(?:age )?(?:relaxation|relaxed)\b|\s+(?:for|to)\s+(?-i:(?:SC|ST|OBC|EWS|PwB?D|PH)\b)", re.IGNORECASE)
_NUMBER_FIELD = lazy(r"\s*(?P<a>\d{1,2})\s*(?P<plus>\+)?(?:\s*(?:-|–|to)\s*(?P<b>\d{1,2}))?\s*\+?\s*")


def _is_answer(posting: Posting, block: Block) -> bool:
    """Whether a block is nothing but a length of time, as the answers of a questionnaire are."""
    if len(block.text) > _LONGEST_ANSWER * 8:
        return False
    found = posting.tokens(block)
    return 1 < len(found) < _LONGEST_ANSWER and all(w in _ANSWER_WORDS or count(w) is not None for w in found)


def _blocks(posting: Posting) -> Iterator[tuple[Block, bool]]:
    """The blocks that can hold a demand, and whether demands are listed there."""
    asked = frozenset(fields_of(posting, "requirements", "preferred"))
    for field in posting.fields:
        if _GATE.stand_in(field.block.text):
            yield field.block, field in asked
    blocks = [b for b in posting.blocks if b.kind not in ("code", "quote")]
    place = {block: i for i, block in enumerate(blocks)}
    for block in posting.holding(_GATE):
        if block not in place:
            continue
        near = blocks[max(0, place[block] - 2) : place[block] + 3] if _is_answer(posting, block) else []
        if sum(_is_answer(posting, b) for b in near) >= _ANSWERS:
            continue
        section = posting.section_of(block)
        kinds = section.kinds if section else ()
        yield block, "requirements" in kinds or "preferred" in kinds


def _from_number(field: Field) -> Experience | None:
    """A field such as `min_experience: 3`, whose key holds the words."""
    words = {w for part in key_words(field.key) for w in part.split()}
    match = _NUMBER_FIELD.fullmatch(field.block.text) if "experience" in words else None
    if match is None:
        return None
    return Experience(Excerpt.whole(field.block), float(match["a"]), float(match["b"]) if match["b"] else None)


def find_experience(posting: Posting) -> tuple[Experience, ...]:
    """Years of experience asked for or wished for, those of fields first."""
    found = [e for field in posting.fields if (e := _from_number(field)) is not None]
    for block, expected in _blocks(posting):
        years = [y for y in find_years(block.text, expected) if not _RELAXED.match(block.text, y.end)]
        found += [Experience(Excerpt(block, y.start, y.end), y.min, y.max, y.subject) for y in years]
    return tuple(found)
