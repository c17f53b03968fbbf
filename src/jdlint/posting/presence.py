"""Whether the content of a section is there at all: under its heading, in a field, or in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from jdlint.posting.cues import describes_employer, opening, spoken_of
from jdlint.posting.model import Block, Section, SectionKind

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_ASKED = frozenset(("requirements", "preferred"))
_OFFERED = frozenset(("benefits", "pay", "equal_opportunity", "application", "process"))
# Where words about a kind say something else: duties speak of interviews and of clients, the way to apply of experience.
_ELSEWHERE: dict[str, frozenset[str]] = {
    "summary": _ASKED | _OFFERED | {"responsibilities", "company"},
    "company": _ASKED | _OFFERED | {"responsibilities", "reporting", "success", "employment", "location"},
    "responsibilities": _ASKED | _OFFERED | {"company"},
    "requirements": _OFFERED | {"company", "responsibilities", "preferred"},
    "preferred": _OFFERED | {"company", "responsibilities", "employment", "location"},
    "process": _ASKED | {"responsibilities", "benefits", "company", "equal_opportunity"},
    "reporting": _OFFERED | {"company"},
    "success": _ASKED | _OFFERED | {"responsibilities", "company"},
    "benefits": _ASKED | {"responsibilities", "reporting", "process"},
    "equal_opportunity": frozenset(("responsibilities",)),
}
_IN_PARAGRAPHS = frozenset(("summary", "company", "process"))  # a list item hardly introduces the job or the employer
_LIST = 2  # so many items that open like duties make a list of duties, heading or not
_LOOSE = frozenset(("summary", "other"))  # where duties may stand without a heading of their own
_NONE = ("no ", "none", "n/a", "not required", "-")


def presence(posting: Posting) -> dict[str, bool]:
    """For each section kind (save "other") whether its content stands anywhere."""
    filled = {kind for s in posting.sections if s.source != "inferred" and any(map(_says_something, s.blocks)) for kind in s.kinds}
    spoken = _spoken(posting)
    filled.update(s.kind for s in posting.sections if s.source == "inferred" and (s.kind == "summary" or len(s.items) >= _LIST))
    if sum(opening(b.text) == "responsibilities" for s in posting.sections if s.kind in _LOOSE for b in s.blocks) > _LIST:
        filled.add("responsibilities")
    found = {kind: kind in filled or kind in spoken for kind in get_args(SectionKind) if kind != "other"}
    found["pay"] = bool(posting.pay)
    found["location"] = bool(posting.places) or posting.work_mode is not None
    found["employment"] = bool(posting.employment) or "employment" in filled
    found["application"] = posting.application is not None
    found["benefits"] = found["benefits"] or posting.benefits is not None
    found["equal_opportunity"] = "equal_opportunity" in spoken or posting.equal_opportunity is not None
    return found


def _says_something(block: Block) -> bool:
    """Whether a block holds more than its label, and more than the word that there is nothing."""
    text = block.text[block.label_end if block.label_end < len(block.text) else 0 :].strip().casefold()
    return bool(text) and not (block.kind == "field" and text.startswith(_NONE))


def _spoken(posting: Posting) -> set[str]:
    """The kinds that the prose speaks of, where such words mean it."""
    found: set[str] = set()
    for block in posting.texts:
        if block.kind == "code" or not _says_something(block):
            continue
        said = spoken_of(posting.words(block)).keys() - found
        if block.kind == "heading":
            said &= {"reporting"}  # "Reporting to the head cook, you will:"
        if "company" not in found and block.kind in ("paragraph", "field") and describes_employer(block.text):
            said |= {"company"}
        if said:
            section = posting.section_of(block)
            found.update(kind for kind in said if _counts(kind, block, section))
    return found


def _counts(kind: str, block: Block, section: Section | None) -> bool:
    if block.kind == "item" and kind in _IN_PARAGRAPHS:
        return False
    elsewhere = _ELSEWHERE.get(kind)
    if elsewhere is None:
        return False
    return section is None or section.source == "inferred" or not elsewhere.issuperset(section.kinds)
