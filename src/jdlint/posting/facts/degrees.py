"""Degrees asked for or wished for, and whether an equivalent will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jdlint.posting.model import Block, Degree, Excerpt
from jdlint.text.words import sentences

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_GATE = re.compile(
    r"degree|bachelor|\bmaster|associate|ph\.?\s?d|doctor|diploma|\b[BM]\.?\s?(?:Sc|A|S|E|Tech|Eng|Com|Ed|CA|BA|SW|PH|PA|Phil|Arch|Pharm)\b|\bBSN\b|\bMSN\b|\bLL\.?[BM]\b|\bJ\.?D\b",
    re.IGNORECASE,
)
_OF = r"(?:science|arts|engineering|business|education|technology|laws?|nursing|commerce|philosophy|social\s+work|public\s+\w+|fine\s+arts|architecture|applied\s+\w+|medicine|pharmacy)"
_NAMED = re.compile(
    rf"\b(?:bachelor|baccalaureate)(?:['’]?s|s['’]|\ss\b)?(?!\s+(?:pad|part(?:y|ies)|button|flat))(?:[\s-]+(?:degrees?|of\s+{_OF}|level))?"
    rf"|\bmaster(?:['’]s|s['’]|\ss(?=\sdegree))(?:[\s-]+(?:degrees?|level))?|\bmasters?[\s-]+(?:degrees?|of\s+{_OF}|level\b|in\s+(?=[A-Za-z]))"
    r"|\bmasters\b(?=\s*(?:$|[,.;)/]|or\b|and\b|preferred|required|is\b))"
    rf"|\bassociate(?:['’]?s|s['’]|\ss\b)?(?:[\s-]+(?:degrees?\b|of\s+{_OF}))|\bassociate['’]s(?=\s+(?:or|in)\b)"
    r"|\bph\.?\s?d\b\.?|\bdoctorates?\b|\bdoctoral\s+(?:degree|level)|\bdoctor\s+of\s+\w+"
    r"|\b(?:post[- ]?)?(?:graduate|national|advanced|higher|technical|college|university|professional)[\s-]+diplomas?\b|\bdiplomas?(?=\s+(?:in|or|of|level|from|holder)\b)|\bdiplomas?\b"
    r"|\b(?:(?!(?:an?|the|to|your|any|no|of|or|and|in|need|have|with|for|is|your)\s)(?:high[\s-])?[\w-]+\s+)?degrees?\b(?!\(s\))",
    re.IGNORECASE,
)
# Letters after a name; case counts, since "be", "me" and "ma" are words.
_LETTERS = re.compile(
    r"(?<![\w.])(?:B\.?\s?Sc|BSc\s?\(?Hons\)?|M\.?Sc|B\.?\s?[Tt]ech|M\.?\s?[Tt]ech|BTECH|MTECH|B\.Eng|BEng|M\.Eng|MEng|B\.?Com|M\.?Com|B\.?Ed|M\.?Ed|MPhil|M\.Phil|B\.?Arch|M\.?Arch|BFA|MFA"
    r"|MBA|M\.B\.A|BBA|BCA|MCA|BSN|MSN|MSW|BSW|MPH|MPA|MPP|LL\.?B|LL\.?M|Pharm\.?D|Psy\.?D|Ed\.?D|DNP|DVM|J\.D|JD(?=\s*(?:$|[,.;)/]|degree|or\b|and\b|from|required|preferred))|B\.\s?[ASE]|M\.\s?[AS]|A\.[AS])(?![\w])\.?"
    r"|(?<![\w.])(?:BS|BA|MS|MA|AA|AS|BE|ME)(?=\s?(?:/|\bor\b)\s?(?:BS|BA|MS|MA|AA|AS|BE|ME|BSc|MSc|PhD|MBA|B\.?Tech|MCA)\b|\s+(?:degree|in\s+(?!our|the|an?\b|this|your|which)\w))"
    r"|(?<=/)(?:BS|BA|MS|MA|AA|AS|BE|ME)(?![\w/])"
    r"|(?<=\bor )(?:BS|BA|MS|MA)(?=\s*(?:$|[,.;)]|degree|in\s))"
)
_NOT_DEGREE_BEFORE = re.compile(
    r"(?:\b(?:high|higher|some|large|larger|certain|great|greater|greatest|highest|strong|significant|lesser|desired|utmost|nth|full|fuller|varying|considerable|exceptional|sufficient"
    r"|fair|good|remarkable|third|same|small|reasonable|different|fine|wide|extreme|extraordinary|what|whatever|tremendous|outstanding|maximum|appropriate|acceptable|substantial|(?<![:\d])\d+(?:st|nd|rd|th)?|\d+°|360|180|celsius)[\s-]+)degrees?$",
    re.IGNORECASE,
)
_NOT_DEGREE_AFTER = re.compile(
    r"[\s-]*(?:of\s+(?!(?:science|arts|engineering|bachelor|master|medicine|business)\b)|celsius|fahrenheit|granting|program|programme|apprentic|show|view|feedback|awarding|earned|seeking|programs|courses?\b(?!work)|turn)",
    re.IGNORECASE,
)
_SCHOOL_BEFORE = re.compile(r"(?:\b(?:high[\s-]?school|secondary(?:\s+school)?|hs|ged|school)\b|\(ged\))[\s\w/()'-]{0,12}$", re.IGNORECASE)
_NONE_WANTED = re.compile(
    r"(?:\b(?:no|without(?:\s+an?)?|regardless\s+of|irrespective\s+of|not\s+(?:need|require|have|ask\s+for|necessarily\s+(?:need|require))(?:\s+(?:to\s+have|to\s+hold))?(?:\s+an?)?"
    r"|rather\s+than(?:\s+an?)?|whether\s+or\s+not\s+you\s+have(?:\s+an?)?|instead\s+of(?:\s+an?)?)|n['’]t\s+(?:need|require|ask\s+for|have)(?:\s+an?)?)\s+(?:[\w'’-]+\s+){0,3}$|\bno\s+(?:[\w'’-]+\s+)?degrees?$",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"^[\s\w'’]{0,30}\b(?:not|n['’]t)\s+(?:be\s+)?(?:strictly\s+)?(?:required|necessary|needed|essential|mandatory|a\s+must|a\s+requirement|matter|important)\b",
    re.IGNORECASE,
)
_PERK = re.compile(
    r"\b(?:tuition|reimburs\w+|scholarship\w*|tell\s+us|transcripts?|copy\s+of|we(?:['’]ll|\s+will|\s+can)?\s+(?:offer|fund|pay|support|cover|sponsor|help)|sponsor\w*|student\s+loan\w*|relatives|alumni|degree\s+holders\s+earn"
    r"|offers?\s+(?:\w+\s+){0,2}degrees?|earn\s+(?:an?|your)\s+(?:\w+['’]?s?\s+)?degree|work\s+towards?\s+(?:an?|your)|degree\s+support|toward(?:s)?\s+(?:an?|your|their)\s+\w*\s?degree)\b",
    re.IGNORECASE,
)
_STAND_IN = re.compile(
    r"(?:\bin\s+(?:lieu|place)\s+of|\binstead\s+of|\bsubstitut\w+\s+for|\breplace|\bin\s+addition\s+to)\s+(?:the\s+|an?\s+|required\s+|your\s+)*$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:prefer\w*|desir(?:ed|able)|(?:is\s+|are\s+|as\s+|be\s+)?an?\s+(?:big\s+|strong\s+|definite\s+|huge\s+|real\s+)?(?:plus|bonus|advantage|asset)|advantageous|nice[\s-]to[\s-]have|ideally|beneficial|welcome|helpful|optional"
    r"|not\s+(?:required|necessary|essential|mandatory)|would\s+be\s+(?:good|great|useful|nice|ideal)|bonus\s+points|may\s+be\s+waived|waived\s+when|favou?red|considered\s+an?\s+(?:plus|asset|advantage))\b",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:required|requires?|must|essential|mandatory|minimum|at\s+least|necessary|needed)\b", re.IGNORECASE)
_EQUIVALENT = re.compile(
    r"\bequivalen\w+|\bin\s+(?:lieu|place)\s+of\b|\bsubstitut\w+|\bcomparable\b"
    r"|\b(?:or|and/or)\s+(?:(?:an?|the|equal|have|several|some|any|similar|relevant|related|work|working|professional|practical|industry|significant|extensive|demonstra\w+|proven|commensurate|additional|hands-on|other"
    r"|sufficient|appropriate|military|field|life|lived|demonstrated|job|strong|years?|of|\d+\+?|two|three|four|five|self-taught|in|the|field)\s+){0,5}(?:experience|training|background|apprenticeship|skills|coursework|qualifications?|practice|track\s+record)\b"
    r"|\bor\s+(?:an?\s+)?(?:high[\s-]?school|hs\s|ged\b|apprenticeship|bootcamp|self[- ]taught|vocational)|\b(?:combination|mix)\s+of\s+(?:\w+[\s,]+){0,3}(?:education|training|experience)|\bqualified\s+by\s+experience|\bexperience\s+(?:may|can|will|could)\s+(?:be\s+)?(?:substitut|consider|accept|replace|count)"
    r"|\bapprenticeship\s+or\b|\bwaived\b|\bexperience\s+or\s+(?:an?\s+)?(?:\w+['’]?s?\s+){0,2}degree",
    re.IGNORECASE,
)
_REMEDY = re.compile(
    r"(?:substitut\w+|in\s+lieu\s+of|equivalenc\w+|equivalent\s+(?:combination|experience|education|work)|waived).{0,120}|.{0,120}(?:in\s+lieu\s+of|substitut\w+)",
    re.IGNORECASE | re.DOTALL,
)
_EDUCATION = re.compile(r"\b(?:education|degrees?|bachelor\S*)\b", re.IGNORECASE)
_SOON = 8  # blocks
_QUESTION = re.compile(
    r"^\W*(?:do|does|have|are|how|which|what|is|please\s+(?:indicate|select)|indicate|select|if\s+you\s+(?:have|hold))\b", re.IGNORECASE
)
_BREAK = re.compile(r"\b(?:required|preferred|desirable|desired|essential|a\s+plus|an?\s+advantage|a\s+bonus)\b", re.IGNORECASE)


_ANSWER = re.compile(
    r"(?:(?:high\s+school|associate|bachelor|master|doctor|no|some|post|graduate|vocational|technical|ged|ph\.?d)['’\w]*\s*){1,3}(?:degree|diploma|ged|doctorate|college|coursework|certificate|or\s+\w+)?s?\b"
    r"(?:\s+in\s[^.;]*|\s*\([^)]*\))?\.?$",
    re.IGNORECASE,
)


class DegreeSpan(NamedTuple):
    """A statement about a degree in a text: its range, whether it is a demand, and whether an equivalent will do."""

    start: int
    end: int
    required: bool
    equivalent_ok: bool


def _tokens(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Ranges of the words that name a degree in one sentence."""
    found: list[tuple[int, int]] = []
    for match in sorted((*_NAMED.finditer(text, low, high), *_LETTERS.finditer(text, low, high)), key=lambda m: (m.start(), -m.end())):
        word, after = match.group(), text[match.end() : high]
        if found and match.start() < found[-1][1]:
            continue
        if word.casefold().endswith(("degree", "degrees")) and (
            _NOT_DEGREE_BEFORE.search(text[max(low, match.start() - 24) : match.end()]) or _NOT_DEGREE_AFTER.match(after)
        ):
            continue
        if "diploma" in word.casefold() and _SCHOOL_BEFORE.search(text[max(low, match.start() - 50) : match.start()]):
            continue
        found.append((match.start(), match.end()))
    return found


def _unwanted(text: str, low: int, high: int, start: int, end: int) -> bool:
    before = text[low:start]
    return bool(_NONE_WANTED.search(before) or _NONE_WANTED.search(text[low:end]) or _NOT_NEEDED.match(text[end:high]))


def _statements(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Ranges of the statements of one sentence: alternatives are one, what is required and what is preferred are two."""
    current: tuple[int, int] | None = None
    for start, end in _tokens(text, low, high):
        if _unwanted(text, low, high, start, end) or (_STAND_IN.search(text[low:start])):
            continue
        if current is None:
            current = (start, end)
        elif _BREAK.search(text, current[1], start):
            yield current
            current = (start, end)
        else:
            current = (current[0], end)
    if current:
        yield current


def find_degree_spans(text: str, wished: bool = False) -> list[DegreeSpan]:
    """Statements about degrees in a plain text; `wished` where the text stands among what is nice to have."""
    if not _GATE.search(text):
        return []
    found = []
    parts = sentences(text)
    for i, (low, high) in enumerate(parts):
        sentence = text[low:high]
        if _PERK.search(sentence) or (_QUESTION.match(sentence) and ("?" in sentence[-2:] or "indicate" in sentence.casefold())):
            continue
        around = text[low : parts[i + 1][1]] if i + 1 < len(parts) and _REMEDY.search(text[slice(*parts[i + 1])]) else sentence
        stops = [*_statements(text, low, high)]
        for j, (start, end) in enumerate(stops):
            right = stops[j + 1][0] if j + 1 < len(stops) else high
            scope = text[low if j == 0 else start : right]
            wish, must = _WISH.search(scope), _MUST.search(scope)
            required = not wish and (bool(must) or not wished)
            found.append(DegreeSpan(start, end, required, _EQUIVALENT.search(around) is not None))
    return found


def _is_answer(block: Block) -> bool:
    """Whether a block is nothing but a degree's name, as the answers of a questionnaire are."""
    text = block.text.strip()
    return len(text) < 160 and _ANSWER.match(text) is not None


def _blocks(posting: Posting) -> Iterator[tuple[Block, tuple[str, ...]]]:
    for field in posting.fields:
        yield field.block, ()
    blocks = [b for b in posting.blocks if b.kind not in ("code", "quote")]
    answers = [_is_answer(b) for b in blocks]
    for i, block in enumerate(blocks):
        if answers[i] and sum(answers[max(0, i - 2) : i + 3]) >= 3:
            continue
        section = posting.section_of(block)
        yield block, section.kinds if section else ()


def _remedied(posting: Posting, block: Block) -> bool:
    """Whether a block of the same section, or one soon after, lets experience stand in for education."""
    blocks = posting.blocks
    if block not in blocks:
        return False
    at = blocks.index(block)
    section = posting.section_of(block)
    near = (*(section.blocks if section else ()), *blocks[at + 1 : at + 1 + _SOON])
    return any(b is not block and _REMEDY.search(b.text) and _EDUCATION.search(b.text) for b in near)


def find_degrees(posting: Posting) -> tuple[Degree, ...]:
    """Degrees asked for or wished for, in source order."""
    found = []
    for block, kinds in _blocks(posting):
        if not _GATE.search(block.text) or ("benefits" in kinds and "requirements" not in kinds):
            continue
        for span in find_degree_spans(block.text, wished="preferred" in kinds and "requirements" not in kinds):
            same = span.equivalent_ok or _remedied(posting, block)
            found.append(Degree(Excerpt(block, span.start, span.end), span.required, same))
    return tuple(found)
