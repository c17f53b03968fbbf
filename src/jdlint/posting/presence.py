"""Whether the content of a section is there at all: under its heading, in a field, or in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from jdlint.posting.cues import spoken_of
from jdlint.posting.model import Section, SectionKind

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

# Kinds told by a fact of the posting; a heading with text under it will do as well, save for these.
_BY_FACT = frozenset(("pay", "location", "employment", "application", "benefits", "equal_opportunity"))
_BY_WORDS = ("summary", "company", "responsibilities", "requirements", "preferred", "process", "reporting", "success")


def presence(posting: Posting) -> dict[str, bool]:
    """For each section kind (save "other") whether its content stands anywhere."""
    filled = {kind for section in posting.sections if _has_text(section) for kind in section.kinds}
    spoken = _spoken(posting)
    found = {kind: kind in filled or kind in spoken for kind in get_args(SectionKind) if kind != "other"}
    found["pay"] = bool(posting.pay)
    found["location"] = bool(posting.places) or posting.work_mode is not None
    found["employment"] = bool(posting.employment) or "employment" in filled
    found["application"] = posting.application is not None
    found["benefits"] = posting.benefits is not None or "benefits" in filled
    found["equal_opportunity"] = posting.equal_opportunity is not None
    return found


def _has_text(section: Section) -> bool:
    return any(b.text[b.label_end if b.label_end < len(b.text) else 0 :].strip() for b in section.blocks)


def _spoken(posting: Posting) -> set[str]:
    """The kinds that the prose speaks of, wherever it stands."""
    found: set[str] = set()
    for block in posting.texts:
        if block.kind != "heading":
            found.update(spoken_of(posting.words(block)))
    return found.intersection(_BY_WORDS)
