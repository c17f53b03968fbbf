"""Employment types: full time, contract, internship and the like, as stated of this job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.posting.facts.scan import field_values, label_values, mentions, prose
from jdlint.posting.model import Employment, Excerpt

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

Found = tuple[int, int, str]  # start, end, value

_FULL_HOURS, _PART_HOURS = 35, 30
_JOB = r"(?:position|role|job|post|opportunit(?:y|ies)|vacanc(?:y|ies)|opening|employment|assignment|engagement|appointment|gig|work)s?"
# In a field or after a label the bare word states the type.
_VALUE = (
    ("full_time", r"full[ _-]?time|\bFT\b|vollzeit|temps plein|jornada completa"),
    ("part_time", r"part[ _-]?time|\bPT\b|teilzeit|temps partiel|half[ -]time"),
    ("fixed_term", r"fixed[ _-]?term|limited[ _-]term|time[ -]limited|term[ -]limited|\bterm\b(?! of| life)|\bFTC\b|maternity (?:leave )?cover"
     r"|parental leave cover|secondment|befristet"),
    ("permanent", r"(?<!to )(?<!to-)(?<!non-)(?:permanent|\bperm\b)(?! resid)|\bregular\b|open[ -]ended contract|unbefristet|indefinite"),
    ("temporary", r"temporary|\btemp\b|seasonal|\bcasual\b"),
    ("internship", r"\bintern(?:ship)?s?\b|co[ -]op\b|\bpraktikum\b"),
    ("volunteer", r"volunteer(?:ing)?\b|\bvoluntary\b"),
    ("per_diem", r"per[ _-]diem|\bPRN\b|zero[ -]hours?|as[ -]needed basis"),
    ("contract", r"(?<!permanent )(?<!term )(?<!zero hours )(?<!zero-hours )(?<!ended )\bcontract(?:or|ing|ed)?\b(?! management)|freelance\w*|self[ -]employed"),
)  # fmt: skip
_VALUES = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _VALUE), re.IGNORECASE)
# In a sentence the word must belong to this job, and not to colleagues, customers or experience.
_OTHERS = (
    r"(?:(?:paid|salaried|U\.?S\.?|UK|permanent|temporary|and|or|part[ -]time|contract|regular|benefits?[- ]eligible|professional|exempt|fixed[- ]term)[ ,]*)*"
    r"(?:staff|employees?|team|equivalents?|students?|faculty|experience|study|studies|education|enrol\w*|workers?|volunteers?|colleagues?|personnel"
    r"|members?|people|residents?|course|degree|program\w*|learners?|nurses|teachers|hires|carers?|childcare|residen\w+|instructors)\b"
)
_BEFORE = re.compile(
    r"(?:years?(?: of)?|months?(?: of)?|all|our|other|of the|supervis\w+|manag\w+|lead\w*|for|more than|over|\d\d+|oversee\w*|hire|hiring|equivalent)\s+$",
    re.IGNORECASE,
)
_PROSE_FULL_PART = re.compile(rf"\b(?P<kind>full|part)[ -]?time\b(?![ -]+{_OTHERS})", re.IGNORECASE)
_PROSE_FORMS = re.compile(
    r"\b(?:"
    rf"(?P<fixed_term>fixed[ -]term(?! (?:debt|deposit|loan|bond|rate|insurance|contracts))|(?:limited|specific|definite)[ -]term(?= {_JOB}| contract)|term {_JOB}|time[ -]limited(?= {_JOB}| contract)"
    r"|(?:maternity|paternity|parental|adoption)(?: leave)? cover\b|on secondment|secondment opportunity|\d+[ -]months? (?:FTC|term\b))"
    rf"|(?P<permanent>permanent,? (?:(?:full|part)[ -]?time,? |remote |and )*(?:{_JOB}|contract|basis)|(?:{_JOB}) (?:is|are) (?:a )?(?:full[ -]?time,? )?permanent"
    r"|open[ -]ended contract|permanent(?=,? (?:full|part)[ -]?time)|full[ -]?time,? (?:and )?permanent|regular[, ]+(?:full|part)[ -]?time"
    r"|full[ -]?time regular|(?:indefinite|unlimited|unbefristete\w*) (?:contract|employment))"
    rf"|(?P<temporary>(?:temporary|seasonal|casual)[ ,]+(?:(?:full|part)[ -]?time,? |paid |remote |contract )*(?:{_JOB}|contract|basis|hire)"
    rf"|temp (?:position|role|job)|(?:{_JOB}) (?:is|are) (?:a )?(?:temporary|seasonal|casual)\b(?! (?:dress|work)))"
    rf"|(?P<internship>internship (?:is|will|runs|lasts|starts|position|opportunity|offer|program(?:me)?|role)|(?:this|our|paid|unpaid|summer|month|year|time) (?:summer |paid |research )?internship"
    rf"|co-op (?:position|placement|student|term|role)|as (?:an|our) (?:[\w-]+ ){{0,3}}intern\b|(?:hiring|seeking|for) (?:an?|our next) (?:[\w-]+ ){{0,3}}intern\b)"
    rf"|(?P<volunteer>(?:volunteer|voluntary|unpaid) (?:position|role|job|post|opportunity|internship)|(?:position|role|job|post) is (?:a |an )?(?:unpaid|voluntary|volunteer)\b)"
    rf"|(?P<per_diem>(?:per[ -]diem|PRN|zero[ -]hours?)[ ,]+(?:{_JOB}|basis|contract|shifts?|schedule)|(?:{_JOB}) is (?:a )?(?:per[ -]diem|PRN)\b|on an? (?:as[ -]needed|per[ -]diem|PRN) basis)"
    rf"|(?P<contract>(?:independent|freelance|self-employed) contract(?:or)?|freelance (?:basis|{_JOB})|contract(?:or|ing)? (?:(?:full|part)[ -]?time )?(?:position|role|job|basis|opportunity|assignment|gig|engagement)\b"
    rf"|contract[ -]to[ -](?:hire|perm(?:anent)?)|\d+[- ](?:month|year|week)s?,? (?:(?:full|part)[ -]?time |remote |initial |rolling |renewable )*contract\b|(?:{_JOB}) is (?:a |on a )?(?:[\w-]+ )?contract\b"
    r"|1099 (?:contract\w*|position)|(?:on|as) a (?:contract|freelance) basis|as an? (?:contractor|freelancer)\b)"
    r")",
    re.IGNORECASE,
)  # fmt: skip
_ABOUT_JOB = re.compile(rf"\b(?:this|the|our|we are|we're|it is|it's|position|role|{_JOB}|available|offer\w*|seeking|looking for|hiring)\b", re.IGNORECASE)
_SAID_OF_JOB = re.compile(
    rf"\b(?:this|the) (?:[\w-]+ ){{0,4}}(?:is|will be) (?:an? |currently )?|\b(?:{_JOB}) (?:type|status)\b|full[ -]?time,? [\w ]*?{_JOB}|part[ -]?time,? [\w ]*?{_JOB}",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(?P<low>\d{1,2}(?:\.\d{1,2})?)(?:\s?(?:-|–|to)\s?(?P<high>\d{1,2}(?:\.\d{1,2})?))?[ -]?(?:\+ ?)?(?:hours?|hrs?)\.?(?: of work)?"
    r"(?:,? ?(?:per|a|each|/|every)[ ]?|[ -])(?:working )?(?:week|wk|weekly)\b",
    re.IGNORECASE,
)
_HOURS_CUE = re.compile(rf"\b(?:{_JOB}|schedule|contract(?:ed)?|work(?:ing)? week|full[ -]time|part[ -]time|you (?:will|would|'ll) work|candidate|hours:)\b", re.IGNORECASE)
_FTE = re.compile(r"(?<![\d.,])(?P<share>1(?:\.0+)?|0?\.\d{1,2}|100 ?%|[1-9]0 ?%)[ -]?(?:FTE|full[ -]time equivalent)\b|\bFTE:? (?P<after>1(?:\.0+)?|0?\.\d{1,2})\b", re.IGNORECASE)
_TITLE_LEADS_VOLUNTEERS = re.compile(
    r"volunteers?(?: \w+)?(?: and \w+)? (?:coordinat|manag|direct|engage|recruit|service|program|lead|develop|special)\w*|internal|internat", re.IGNORECASE
)
_TITLE_CONTRACT = re.compile(r"[(\[,–—-]\s*[^()]*\bcontract(?:or|ed)?\b(?! (?:manag|admin|special|analy|negot|compl|officer|lawyer|attorney))", re.IGNORECASE)
_ANCHORS = frozenset(
    "full part fulltime parttime time fixed term limited permanent temporary seasonal casual temp internship intern co coop volunteer voluntary unpaid"
    " diem prn zero contract contractor contracting freelance freelancer regular secondment maternity paternity parental adoption indefinite"
    " open 1099 hours hour hrs fte unbefristeten unbefristet".split()
)
_GUARDED = frozenset({"benefits", "requirements", "preferred", "company", "equal_opportunity", "pay"})


def in_value(text: str) -> Iterator[Found]:
    """Types named by a field's or a label's value, where the bare word is enough."""
    for match in _VALUES.finditer(text.replace("_", " ")):
        yield match.start(), match.end(), str(match.lastgroup)
    yield from _by_hours(text, cue=False)


def in_title(text: str) -> Iterator[Found]:
    """Types that a title states ("Nurse, part-time", "Designer (contract)", "Marketing Intern")."""
    for match in _VALUES.finditer(text):
        value = str(match.lastgroup)
        if value == "contract" and not _TITLE_CONTRACT.search(text) and not match.group().casefold().startswith("freelance"):
            continue
        if value in ("volunteer", "internship") and _TITLE_LEADS_VOLUNTEERS.search(text):
            continue
        if value == "internship" and re.search(r"\binternships?\s+\w*(?:coordinat|manag|direct)", text, re.IGNORECASE):
            continue
        if value == "permanent" and match.group().casefold() == "regular":
            continue
        yield match.start(), match.end(), value


def in_prose(text: str, *, guarded: bool = False) -> Iterator[Found]:
    """Types that a sentence states of this job; `guarded` text (benefits, requirements) must say so outright."""
    for match in _PROSE_FULL_PART.finditer(text):
        if _BEFORE.search(text, max(0, match.start() - 24), match.start()):
            continue
        start, end = _sentence(text, match.start())
        if guarded and not _SAID_OF_JOB.search(text, start, end):
            continue
        yield match.start(), match.end(), f"{match['kind'].casefold()}_time"
    for match in _PROSE_FORMS.finditer(text):
        yield match.start(), match.end(), str(match.lastgroup)
    if not guarded:
        yield from _by_hours(text, cue=True)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Rough bounds of the sentence around an offset."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "! ", "? ")) + 1
    ends = [i for mark in (". ", "\n", "! ", "? ") if (i := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def _by_hours(text: str, *, cue: bool) -> Iterator[Found]:
    """Full or part time by the hours of a week or the share of a full post."""
    for match in _HOURS.finditer(text):
        if cue and not _HOURS_CUE.search(text, *_sentence(text, match.start())):
            continue
        low, high = float(match["low"]), float(match["high"] or match["low"])
        if low >= _FULL_HOURS and high <= 2 * _PART_HOURS:
            yield match.start(), match.end(), "full_time"
        elif high <= _PART_HOURS:
            yield match.start(), match.end(), "part_time"
    for match in _FTE.finditer(text):
        share = (match["share"] or match["after"]).replace(" ", "")
        yield match.start(), match.end(), "full_time" if share[0] == "1" and share[1:2] in ("", ".", "0") and share != "10%" else "part_time"


def _stated(posting: Posting) -> Iterator[tuple[Excerpt, Iterator[Found]]]:
    for value in (*field_values(posting, "employment"), *label_values(posting, "employment")):
        short = len(value.text.split()) <= 12  # noqa: PLR2004  # longer is a sentence, where bare words say less
        yield value, in_value(value.text) if short else in_prose(value.text)
    if posting.title is not None:
        yield posting.title, in_title(posting.title.text)
    for block in prose(posting):
        if mentions(posting, block, _ANCHORS):
            section = posting.section_of(block)
            guarded = section is not None and section.kind in _GUARDED
            yield Excerpt.whole(block), in_prose(block.text, guarded=guarded)


def find_employment(posting: Posting) -> tuple[Employment, ...]:
    """The employment types stated, each once a block, in the order of their weight: fields, labels, title, sentences."""
    found: dict[tuple[object, str], Employment] = {}
    for at, values in _stated(posting):
        for start, end, value in values:
            excerpt = Excerpt(at.block, at.start + start, at.start + end)
            found.setdefault((at.block, value), Employment(excerpt, value))
    return tuple(found.values())
