"""Whether the content of a section is there at all: under its heading, in a field, or in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from jdlint.hints import TYPE_CHECKING, get_args
from jdlint.posting.cues import cues, opening, speaking_words
from jdlint.posting.employer import describes_employer
from jdlint.posting.model import Block, Section, SectionKind
from jdlint.posting.prose import RANKS, WISHES, demands, introduces_role, ranks, steps_in, tells_duties, wishes
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_ASKED = frozenset(("requirements", "preferred"))
_OFFERED = frozenset(("benefits", "pay", "equal_opportunity", "application", "process"))
# Where words about a kind say something else: duties speak of interviews and of clients, the way to apply of experience.
_ELSEWHERE: dict[str, frozenset[str]] = {
    "summary": _ASKED | _OFFERED | {"responsibilities", "company", "location"},
    "company": _ASKED | _OFFERED | {"responsibilities", "reporting", "success", "employment", "location"},
    "responsibilities": _ASKED | _OFFERED | {"company"},
    "requirements": _OFFERED | {"company", "responsibilities", "preferred"},
    "preferred": _OFFERED | {"company", "responsibilities", "employment", "location"},
    "process": _ASKED | {"responsibilities", "benefits", "company", "equal_opportunity"},
    "reporting": _OFFERED | {"company"},
    "success": _ASKED | _OFFERED | {"responsibilities", "company"},
    "benefits": _ASKED | {"responsibilities", "reporting", "process"},
}
_TOLD_ELSEWHERE = {
    **_ELSEWHERE,
    "summary": _ASKED | _OFFERED | {"responsibilities", "location"},
    "preferred": _OFFERED | {"company"},
    "requirements": _OFFERED | {"company", "preferred"},
}  # surer than a phrase
_IN_PARAGRAPHS = frozenset(("summary", "company", "process"))  # a list item hardly introduces the job or the employer
_TOLD = ("company", "responsibilities", "summary", "requirements", "preferred", "reporting")  # what single sentences may tell
_TOLD_STEMS = {"preferred": Stems(*WISHES.stems), "reporting": Stems(*RANKS.stems)}  # one stands in each sentence that tells of these
_STEPS = frozenset(("application", "process", "other"))  # where the steps of a selection are listed
_STEP = lazy(
    r"interview|assess|\btests?\b|\bexam|panel|short-?list|screen|\bsift|\btask|\btrial|audition|presentation|contacted|will contact|\brank"
    r"|\bcalls?\b|\bchat|referenc|selected|evaluat|background check|conversation with|hear (?:back )?from",
    re.IGNORECASE,
)
_TEAM_DOES = lazy(
    r"\bwhat (?:our|the|your|this) (?:[\w()/-]+ ){0,6}?(?:teams?|crew|department|group|unit|brigade|staff|people) (?:does|do|is doing)\b",
    re.IGNORECASE,
)
_HELD = lazy(
    r"\binterviews? (?:will|(?:(?:are|to be|being) )?(?:held|conducted|scheduled)|are (?:by|on)|(?:to )?takes? place)\b"
    r"|\binvitations? (?:to|for) (?:an )?interviews? (?:will|are|is)\b",
    re.IGNORECASE,
)
_RANKED = lazy(  # whoever has the job, and under whom: no word on whom the employer manages
    r"\b(?:post-?\s?holder|(?:this|the) (?:role|position|post|job)|you(?:['’]ll)?|incumbent|jobholder)\b[^.\n]{0,30}"
    r"\b(?:reports?|reporting|managed by|supervised by|accountable to|answer)\b",
    re.IGNORECASE,
)
_INTERVIEWS = frozenset(("interview", "interviews"))
_WORK = frozenset(("responsibilities", "benefits"))
_NOTHING_ASKED = lazy(  # "this position has no formal educational requirements"
    r"[^.,;\n]{0,40}(?:, [^.,;\n]{0,40})?\bno (?:(?:formal|specific|particular|prior|previous|minimum) )?(?:\w+ ){0,2}?"
    r"(?:requirements?|(?:qualifications?|degree|education)(?: (?:is|are))? (?:required|needed|necessary|asked))\W*",
    re.IGNORECASE,
)
_MERE_WORDS = 0.5  # an application of such confidence tells to send papers, and not where to
_LIST = 2  # so many items that open like duties make a list of duties, heading or not
_LOOSE = frozenset(("summary", "other"))  # where duties may stand without a heading of their own
_LEFT_OPEN = frozenset(("TBD", "TBC", "TBA", "TODO"))
_PROSE = lazy(r"(?<![\w@./-])[^\W\d_A-Z][^\W\d_]{2,}(?![\w@]|[.-]\w)")  # a word in small letters that is no part of an address
_NONE = ("no ", "none", "n/a", "not required", "-")


def presence(posting: Posting) -> dict[str, bool]:
    """For each section kind (save "other") whether its content stands anywhere."""
    filled: set[str] = {
        kind
        for s in posting.sections
        if s.source != "inferred" and any(map(_says_something, s.blocks))
        for kind in (s.kinds if s.kind != "company" or s.items else s.kinds[:1])  # "Why join us?" over a text need not tell of benefits
    }
    if "requirements" in filled and all(
        _NOTHING_ASKED.fullmatch(b.text) for s in posting.sections_of_kind("requirements") for b in s.blocks
    ):
        filled.discard("requirements")
    if "company" in filled and not any(_PROSE.search(b.text) for s in posting.sections_of_kind("company") for b in s.blocks):
        filled.discard("company")  # a name and an address, and nothing about either
    if "process" in filled and not any(_STEP.search(b.text) for s in posting.sections_of_kind("process") for b in s.blocks):
        filled.discard("process")  # a heading with "process" in it, and no step of one
    filled.update(_spoken(posting))
    filled.update(s.kind for s in posting.sections if s.source == "inferred" and (s.kind == "summary" or len(s.items) >= _LIST))
    if sum(opening(b.text) == "responsibilities" for s in posting.sections if s.kind in _LOOSE for b in s.blocks) > _LIST:
        filled.add("responsibilities")
    if "responsibilities" not in filled and any(_leads_to_work(*pair) for pair in pairwise(posting.blocks)):
        filled.add("responsibilities")
    filled.update(_told(posting, filled))
    found = {kind: kind in filled for kind in get_args(SectionKind) if kind != "other"}
    found["pay"] = bool(posting.pay)
    found["location"] = bool(posting.places) or posting.work_mode is not None
    found["employment"] = bool(posting.employment) or "employment" in filled
    found["application"] = posting.application is not None and posting.application.confidence > _MERE_WORDS
    found["benefits"] = found["benefits"] or posting.benefits is not None
    found["process"] = found["process"] or any(map(_lists_steps, posting.sections)) or _tells_of_interviews(posting)
    found["equal_opportunity"] = posting.equal_opportunity is not None
    return found


def _says_something(block: Block) -> bool:
    """Whether a block holds more than its label, and more than the word that there is nothing."""
    text = block.text
    if 0 < block.label_end < len(text):
        text = text[block.label_end :]
    if block.kind != "field":
        return bool(text) and not text.isspace() and text.strip(" \t\n-–—•*[]().") not in _LEFT_OPEN
    return bool(text.strip()) and not text.strip().casefold().startswith(_NONE)


def _spoken(posting: Posting) -> set[str]:
    """The kinds that set phrases of the prose speak of, where such words mean it."""
    found: set[str] = set()
    for block in posting.holding(speaking_words()):
        if not _says_something(block):
            continue
        said = posting.spoken(block).keys() - found
        if block.kind == "heading":
            said &= {"reporting"}  # "Reporting to the head cook, you will:"
        if said:
            section = posting.section_of(block)
            found.update(kind for kind in said if _counts(kind, block, section))
    return found


def _counts(kind: str, block: Block, section: Section | None, elsewhere: Mapping[str, frozenset[str]] = _ELSEWHERE) -> bool:
    if block.kind == "item" and kind in _IN_PARAGRAPHS:
        return False
    unmeant = elsewhere.get(kind)
    if unmeant is None:
        return False
    if kind == "benefits" and section is not None and section.source == "label" and section.kind == "other":
        return False  # "Department: Health and Wellness"
    if kind == "reporting" and section is not None and section.kind == "company" and _RANKED.search(block.text):
        return True
    if kind == "summary" and section is not None and section.kind == "responsibilities" and block is section.blocks[0]:
        return True  # the paragraph right under "Duties" introduces the job
    return section is None or section.source == "inferred" or not unmeant.issuperset(section.kinds)


def _told(posting: Posting, filled: set[str]) -> set[str]:
    """Of the kinds not yet found, those that some sentence tells without any set phrase."""
    found: set[str] = set()
    title = _title_words(posting)
    held = {kind: set(posting.holding(stems)) for kind, stems in _TOLD_STEMS.items() if kind not in filled}
    for block in posting.texts:
        missing = [k for k in _TOLD if k not in filled and k not in found]
        if not missing:
            break
        if block.kind in ("code", "heading") or not _says_something(block):
            continue
        section = posting.section_of(block)
        missing = [k for k in missing if (k not in held or block in held[k]) and _counts(k, block, section, _TOLD_ELSEWHERE)]
        for start, end in posting.sentences(block) if missing else ():
            found.update(_tells(missing, " ".join(block.text[start:end].split()), title, block))
    return found


def _tells(kinds: list[str], sentence: str, title: frozenset[str], block: Block) -> Iterator[str]:
    """Those of the kinds that a sentence tells; the duties told in a paragraph introduce the job as well."""
    duties = ("responsibilities" in kinds or "summary" in kinds) and tells_duties(sentence, title)
    for kind in kinds:
        if (
            (kind == "responsibilities" and duties)
            or (kind == "summary" and ((duties and block.kind == "paragraph") or introduces_role(sentence, title)))
            or (kind == "company" and describes_employer(sentence, title))
            or (
                (kind == "requirements" and demands(sentence))
                or (kind == "preferred" and wishes(sentence))
                or (kind == "reporting" and ranks(sentence))
            )
        ):
            yield kind


def _title_words(posting: Posting) -> frozenset[str]:
    """The words of the job's title that name the job, in the singular, too."""
    if posting.title is None:
        return frozenset()
    folded = [w.norm for w in posting.words(posting.title.block) if w.norm.isalpha() and len(w.norm) > len("of")]
    return frozenset(folded) | {w.removesuffix("s") for w in folded if w.removesuffix("s") in cues().jobs}


def _leads_to_work(lead: Block, item: Block) -> bool:
    """Whether a line leads to a list of what the team does: "Here is what the night team does:", "We bake the bread"."""
    return (
        item.kind == "item"
        and item.text.startswith("We ")
        and lead.kind != "item"
        and lead.text.rstrip().endswith(":")
        and _TEAM_DOES.search(lead.text) is not None
    )


def _tells_of_interviews(posting: Posting) -> bool:
    """Whether a paragraph says how interviews are held, be it below the demands or the statement on equal opportunity."""
    return any(
        b.kind == "paragraph" and _HELD.search(b.text) and (s := posting.section_of(b)) is not None and s.kind not in _WORK
        for b in posting.holding(_INTERVIEWS)
    )


def _lists_steps(section: Section) -> bool:
    """Whether a section on how to apply lists the steps from there on."""
    if section.kind not in _STEPS:
        return False
    return steps_in("\n".join(b.text for b in section.blocks if b.kind != "code"))
