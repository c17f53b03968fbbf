"""Degrees asked for or wished for, and whether an equivalent will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts import schooling
from jdlint.posting.facts.patterns import listed
from jdlint.posting.fields import fields_of
from jdlint.posting.kept import once
from jdlint.posting.model import Block, Degree, Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.stems import Stems
from jdlint.text.words import sentences

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_WORDS = lazy(
    r"[abdgmpt](?:(?<=d)(?:egree|octor|iploma)|(?<=b)a(?:chelor|ccalaureate)|(?<=m)aster|(?<=a)ssociate|(?<=t)ertiary"
    r"|(?<=p)h(?:\.|\. | )?d|(?<=g)raduate)"
)
_STEMS = Stems(
    "degree", "doctor", "diploma", "bachelor", "baccalaureate", "master", "associate", "ph", "graduate", "tertiary"
)  # one stands in each
# The engine leaps to the first letter; what must stand before it is looked at afterwards.
_INITIALS = lazy(
    r"[ABDEJLMP](?<!\w.)(?:(?<=[BM])(?:\.\s?|\s(?=Com\b))?(?:[ASED]\b|S[cNW]|[Tt]ech|TECH|Eng|Ed|Com|Phil|Arch|[BCFP][A-Z]\b)|(?<=A)(?:[AS]/|\.[AS]|[SD]N\b)"
    r"|(?<=J)\.?D\b|(?<=L)L\.?[BM]|(?<=[BDM])\.?\s?[Pp]harm|(?<=P)(?:harm|sy)\.?D|(?<=E)d\.?D|(?<=D)(?:NP|VM))"
)
_OF = (
    r"(?:science|arts|engineering|business|education|technology|laws?|nursing|commerce|philosophy|social\s+work|public\s+\w+|fine\s+arts"
    r"|architecture|applied\s+\w+|medicine|pharmacy|music|design|library\s+\w+)"
)
_GROUP_END = r"(?=\s*(?:$|[,.;/)]|(?:or|and|preferred|required|is|from|level|holder)\b))"
_NAMED = lazy(
    rf"\b(?:bachelor|baccalaureate)(?:['’]?s|s['’]|\ss\b)?(?!\s+(?:pad|part(?:y|ies)|button|flat))(?:[\s-]+(?:degrees?|of\s+{_OF}|level))?"
    rf"|\bmaster(?:['’]s|s['’]|\ss(?=\sdegree))(?!\s+(?:tournament|of\s+ceremon))(?:[\s-]+(?:degrees?|level))?"
    rf"|\bmasters?[\s-]+(?:degrees?|of\s+{_OF}|level\b)|\bmasters(?=\s+in\s+[a-z])|\bmasters\b{_GROUP_END}"
    r"|\bmaster(?=\s*(?:or|/|and)\s*(?:ph|doctor))|(?<=:\s)master(?=\s*(?:$|[,.;/(]|or\b))"
    rf"|\bassociate(?:['’]?s|s['’]|\ss\b)?(?:[\s-]+(?:degrees?\b|of\s+{_OF}))|\bassociate['’]s(?=\s+(?:or|in)\b)"
    r"|\bph\.?\s?d\b\.?|\bdoctorates?\b|\bdoctoral\s+(?:degree|level)|\bdoctor\s+of\s+(?!the\b|an?\b)\w+|\bjuris\s+doctor"
    r"|\b(?:(?:high[\s-]?school|hs|ged|secondary(?:\s+school)?|(?:post[- ]?)?graduate|post[- ]?secondary|national|advanced|higher|technical"
    rf"|college|university|professional)[\s-]+)?diplomas?"
    rf"(?:(?=\s+(?:in|of|at)\b)|{_GROUP_END})"
    r"|\btertiary\s+(?:qualifications?|education)\b"
    r"|\bgraduate(?=\s+(?:in|of)\s+[a-z])"
    r"|\b(?:university|college|any|engineering|commerce|science)\s+graduates?(?=\s*(?:$|[,.;/(]|(?:in|with|or|preferred|required)\b))"
    r"|\bdegree\b(?!\(s\))"
    r"|\b(?:college|university|advanced|graduate|law|professional|relevant)\s+degrees\b|\bdegrees(?=\s+in\s)",
    re.IGNORECASE,
)
# The word before "degree" belongs to it ("nursing degree"), unless it is one of these.
_KIND = lazy(r"(?:\bhigh[\s-])?\b(?P<word>[\w-]+)\s+$", re.IGNORECASE)
_NO_KIND = listed(
    "a an the to your any no of or and in need have with for is about not than our their these by on over hold holds holding possess"
    " as has having earned completed must"
)
_SHORT = r"BS|BA|MS|MA|AA|AS|BE|ME|MFA|BFA|MPP|MPA|MPH"  # also other things: a state, a title, a suite of programs
# Letters after a name; case counts, since "be", "me" and "ma" are words.
_LETTERS = lazy(
    r"(?<![\w.])(?:B\.?\s?Sc|M\.?Sc|B\.?\s?[Tt]ech|M\.?\s?[Tt]ech|BTECH|MTECH|B\.?Eng|M\.?Eng|B\.?\s?Com|M\.?\s?Com|B\.?Ed|M\.?Ed|M\.?Phil"
    r"|B\.?Arch|M\.?Arch"
    r"|MBA|M\.B\.A|A[SD]N|BBA|BCA|MCA|BSN|MSN|MSW|BSW|LL\.?B|LL\.?M|[BMD]\.?\s?[Pp]harm|Pharm\.?D|Psy\.?D|Ed\.?D|DNP|DVM|J\.D|B\.\s?[ASE]"
    r"|M\.\s?[AS]|A\.[AS])"
    r"(?!\w)\.?(?:\s?\(?Hons\)?)?"
    r"|(?<![\w.])JD(?=\s*(?:$|[,.;)/]|(?:degree|or|and|from|required|preferred)\b))|(?<![\w.])MD(?=\s+(?:degree|or\s+DO\b))"
    rf"|(?<![\w.])(?:{_SHORT})(?=\s?(?:/|\bor\b)\s?(?:{_SHORT}|BSc|MSc|PhD|Ph\.D|MBA|B\.?Tech|MCA)\b|\s+(?:degree|in\s+(?!our|the|an?\b"
    rf"|this|your|which)\w))"
    rf"|(?<=/)(?:{_SHORT})(?![\w/])|(?<=\bor )(?:BS|BA|MS|MA|MFA|MPH|MPA|MPP)(?=\s*(?:$|[,.;)]|(?:degree|in)\s))"
)
_NOT_DEGREE_BEFORE = lazy(
    r"\b(?:high|higher|some|large|larger|certain|great|greater|greatest|highest|strong|significant|lesser|desired|utmost|nth|full"
    r"|fuller|varying"
    r"|considerable|exceptional|sufficient|fair|good|remarkable|third|same|small|reasonable|different|fine|wide|extreme|extraordinary"
    r"|what|whatever"
    r"|tremendous|outstanding|maximum|minimal|appropriate|acceptable|substantial|(?<![:\d])\d+(?:st|nd|rd|th|°)?)[\s-]+degrees?$",
    re.IGNORECASE,
)
_NOT_DEGREE_AFTER = lazy(
    r"[\s-]*(?:of\s+(?!(?:science|arts|engineering|bachelor|master|medicine|business)\b)|celsius|fahrenheit|granting|program|apprentic"
    r"|show|view"
    r"|feedback|awarding|earned|seeking|courses?\b(?!work)|turn)",
    re.IGNORECASE,
)
# "A good degree in mathematics" is one, "to a good degree" is none.
_GOOD = lazy(r"\b(?:good|higher|strong|appropriate|acceptable)\s+degree$", re.IGNORECASE)
_SUBJECT = lazy(r"\s+(?:in|from)\s+(?!which|the\s+way|terms|that)", re.IGNORECASE)
# Who is taught, and what: "teach on MSc programmes", "the DVM curriculum", "supervise PhD students".
_TAUGHT = lazy(
    r"[)\s]{1,2}(?:and\s+\w+\s+)?(?:students|researchers|colleagues|programmes|programs|curricul(?:um|a)|theses|dissertations|cohorts"
    r"|classes|projects)\b",
    re.IGNORECASE,
)
_TRADE = lazy(r"\bjourney(?:man|person|worker)\s*(?:/|and|or|&)\s*$", re.IGNORECASE)
# A line that is a person's name with letters behind it: "Ana M. Roe, PhD, RN".
_SIGNATURE = lazy(
    r"(?:(?:Dr|Prof(?:essor)?|M[rsx]s?)\.? )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4}(?:, (?:[A-Z][A-Za-z.]{1,5}|[A-Z]{2,6})){2,}"
)
_NONE_WANTED = lazy(
    r"(?:\b(?:no|without(?:\s+an?)?|regardless\s+of|irrespective\s+of|rather\s+than(?:\s+an?)?|instead\s+of(?:\s+an?)?"
    r"|whether\s+or\s+not\s+you\s+have(?:\s+an?)?"
    r"|not\s+(?:need|require|have|ask\s+for|care\s+about|necessarily\s+(?:need|require))(?:\s+to\s+(?:have|hold))?(?:\s+an?)?)"
    r"|n['’]t\s+(?:need|require|ask\s+for|have|care\s+about)(?:\s+an?)?)\s+(?:[\w'’-]+\s+){0,3}$|\bno\s+(?:[\w'’-]+\s+)?degrees?$",
    re.IGNORECASE,
)
_NOT_NEEDED = lazy(
    r"[\s\w'’]{0,30}(?:\bnot|n['’]t)\s+(?:be\s+)?(?:strictly\s+)?(?:required|necessary|needed|essential|mandatory|a\s+must"
    r"|a\s+requirement|matter|important)\b"
    r"(?!.{0,12}\bbut\b)",
    re.IGNORECASE,
)
# What an employer offers, teaches or asks about.
_PERK = lazy(
    r"\b(?:tuition|reimburs\w+|scholarship\w*|tell\s+us|transcripts?|copy\s+of|we(?:['’]ll|\s+will|\s+can)?\s+(?:offer|fund|pay|support"
    r"|cover|sponsor|help)"
    r"|sponsor\w*|student\s+loan\w*|relatives|alumni|offers?\s+(?:\w+\s+){0,2}degrees?|earn\s+(?:an?|your)\s+(?:\w+['’]?s?\s+)?degree"
    r"|work\s+towards?\s+(?:an?|your)|degree\s+support|towards?\s+(?:an?|your|their)\s+\w*\s?degree)\b",
    re.IGNORECASE,
)
_STAND_IN = lazy(
    r"(?:\bin\s+(?:lieu|place)\s+of|\binstead\s+of|\bsubstitut\w+\s+for|\breplace|\bin\s+addition\s+to)\s+(?:the\s+|an?\s+|required\s+"
    r"|your\s+)*$",
    re.IGNORECASE,
)
_WISH = lazy(
    r"\b(?:prefer\w*|desir(?:ed|able)|an?\s+(?:big\s+|strong\s+|definite\s+|huge\s+|real\s+|added\s+|additional\s+|distinct\s+|clear\s+)?(?:plus|bonus|advantage|asset)|advantageous"
    r"|nice[\s-]to[\s-]have|ideally|beneficial|welcome|helpful|optional|not\s+(?:required|necessary|essential|mandatory)"
    r"|would\s+be\s+(?:good|great|useful|nice|ideal)|bonus\s+points|may\s+be\s+waived|waived\s+when|favou?red)\b",
    re.IGNORECASE,
)
_WISH_FOR = lazy(r"\b(?:prefer\w*|desir\w+|nice|helpful|plus|welcome|useful)\b", re.IGNORECASE)  # "preferred but not required"
_MUST = lazy(r"\b(?:required|requires?|must|essential|mandatory|minimum|at\s+least|necessary|needed)\b", re.IGNORECASE)
_MUST_HAVE = lazy(r"\bmust\s+(?:have|hold|possess)\b", re.IGNORECASE)
_EQUIVALENT = lazy(
    r"\bequivalen\w+(?!\s+(?:\w+\s+)?degrees?\b)|\bin\s+(?:lieu|place)\s+of\b|\bsubstitut\w+|\bcomparable\b|\bwaived\b|\bor\s+similar\b(?!\s+(?:field|disciplin"
    r"|subject|area|degree|major))"
    r"|\b(?:or|and/or)\s+(?:(?:an?|the|equal|have|several|some|any|similar|relevant|related|work|working|professional|practical"
    r"|industry|significant"
    r"|extensive|demonstra\w+|proven|commensurate|additional|hands-on|other|sufficient|appropriate|military|field|life|lived|job|strong"
    r"|years?|of|\d+\+?"
    r"|two|three|four|five|self-taught|in)\s+){0,5}(?:experience|training|background|apprenticeship|skills|coursework|qualifications?"
    r"|practice|track\s+record|certifications?)\b|\bor\s+an?\s+(?:[\w-]+-)?year\s+(?:course|program(?:me)?|certificate)\b"
    r"|\bor\s+(?:an?\s+)?(?:high[\s-]?school|hs\s|ged\b|apprenticeship|bootcamp|self[- ]taught|vocational)"
    r"|\b(?:combination|mix)\s+of\s+(?:\w+[\s,]+){0,3}(?:education|training|experience)|\bqualified\s+by\s+experience"
    r"|\bexperience\s+(?:may|can|will|could)\s+(?:be\s+)?(?:substitut|consider|accept|replace|count)|\bapprenticeship\s+or\b"
    r"|\b(?:experience|years?(?!\s+(?:certificate|diploma|degree|course|college|program))|work)\b(?:(?!degree|bachelor|bsc|ba\b|master|phd)[^.;\n]){0,120}\bor\s+(?:an?\s+)?(?:[\w'’]+\s+){0,3}(?:degree|diploma|bachelor|master)",
    re.IGNORECASE,
)
# A sentence or block of its own that lets something stand in for education.
_REMEDY = lazy(
    r"\b(?:substitut|combination\s+of\s+(?:\w+[\s,]+){0,2}(?:education|training|experience)|in\s+lieu\s+of|equivalenc|equivalent\s+(?:combination|mix|blend|experience|education|work)|waived|experience\s+(?:will|may"
    r"|can)\s+be\s+(?:consider|accept))",
    re.IGNORECASE,
)
# Education that stands in for years of work, and not the other way round: the degree stays asked for.
_FOR_YEARS = lazy(
    r"\b(?:degrees?|education|diplomas?|certificat\w+|coursework|semesters?|credits?)\b(?:(?!\bexperience\b)[^.;]){0,140}?"
    r"\bsubstitut\w+\s+(?:[\w-]+\s+){0,3}?for\s+(?:[\w-]+\s+){0,6}?experience\b(?![^.;]{0,40}\bvice\s+versa)",
    re.IGNORECASE,
)
_EDUCATION = lazy(r"\b(?:education|degrees?|bachelor\S*)\b", re.IGNORECASE)
_STUDIES = Stems("education", "degree", "bachelor")  # one stands in each
_NEAR = 80  # characters before a degree in which it may be declared needless
_SOON = 8  # blocks
_QUESTION = lazy(
    r"\W*(?:do|does|have|are|how|which|what|is|if\s+you\s+(?:have|hold)).*\?\W*$|\W*(?:please\s+)?(?:indicate|select)\b.*"
    r"|\W*if\s+you\s+have\b.*\bindicate\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = lazy(r"\b(?:required|preferred|desirable|desired|essential|a\s+plus|an?\s+advantage|a\s+bonus)\b", re.IGNORECASE)
_ANSWER = lazy(
    r"(?:(?:high\s+school|associate|bachelor|master|doctor|no|some|post|graduate|vocational|technical|ged|ph\.?d|at\s+least\s+\d\s+years?\s+of)['’\w]*\s*){1,3}"
    r"(?:degree|diploma|ged|doctorate|college|courses?|coursework|certificate|or\s+\w+)?s?\b(?:\s+or\s+(?:ged|higher|equivalent)\b)?(?:\s+in\s[^.;]*|\s*\([^)]*\))?\.?$",
    re.IGNORECASE,
)
_ANSWERS = 3  # so many answers side by side are a questionnaire
_LONGEST_ANSWER = 160


class DegreeSpan(NamedTuple):
    """A statement about a degree in a text: its range, whether it is a demand, and whether an equivalent will do."""

    start: int
    end: int
    required: bool
    equivalent_ok: bool


def _tokens(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Ranges of the words that name a degree in one sentence."""
    found: list[tuple[int, int]] = []
    matches = (*_NAMED.finditer(text, low, high), *_LETTERS.finditer(text, low, high))
    named = [(m.start(), m.end()) for m in matches if _is_named(text, low, high, m)]
    for start, end in sorted((*named, *schooling.find_schooling(text, low, high)), key=lambda at: (at[0], -at[1])):
        if found and start < found[-1][1]:
            continue
        kind = _KIND.search(text, max(low, start - 30), start) if text[start:end].casefold() == "degree" else None
        described = kind and kind["word"].casefold() not in _NO_KIND and (not found or kind.start() >= found[-1][1])
        found.append((kind.start() if kind and described else start, end))
    return found


def _is_named(text: str, low: int, high: int, match: re.Match[str]) -> bool:
    """Whether the words name a degree, and no measure, trade or course that others take."""
    word = match.group().casefold()
    if word.endswith(("degree", "degrees")) and (
        (_NOT_DEGREE_BEFORE.search(text, max(low, match.start() - 24), match.end()) and not _is_good(text, low, match))
        or _NOT_DEGREE_AFTER.match(text, match.end(), high)
    ):
        return False
    return not _TAUGHT.match(text, match.end(), high) and not (word.startswith("master") and _TRADE.search(text, low, match.start()))


def _is_good(text: str, low: int, match: re.Match[str]) -> bool:
    """Whether a degree is one of studies and a good one, and no measure: its subject or its university follows."""
    return bool(_GOOD.search(text, max(low, match.start() - 24), match.end()) and _SUBJECT.match(text, match.end()))


def _is_signature(text: str, at: int) -> bool:
    """Whether the line around an offset is nothing but somebody's name with letters behind it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return _SIGNATURE.fullmatch(text[start : len(text) if end < 0 else end].strip()) is not None


def _is_unwanted(text: str, low: int, high: int, token: tuple[int, int]) -> bool:
    """Whether the sentence says that this degree is not needed, or that something stands in for it."""
    start, end = token
    before = text[max(low, start - _NEAR) : start]
    if _NONE_WANTED.search(before) or _NONE_WANTED.search(before + text[start:end]) or _STAND_IN.search(before):
        return True
    no_need = _NOT_NEEDED.match(text, end, high)
    return no_need is not None and _WISH_FOR.search(no_need.group()) is None


def _statements(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Ranges of the statements of one sentence: alternatives are one, what is required and what is preferred are two."""
    found: list[tuple[int, int]] = []
    for start, end in _tokens(text, low, high):
        if _is_unwanted(text, low, high, (start, end)):
            continue
        if found and not _BREAK.search(text, found[-1][1], start) and ";" not in text[found[-1][1] : start]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _may_hold_degree(text: str) -> bool:
    """A cheap test: a word or initials that every degree's name has."""
    return _WORDS.search(text.casefold()) is not None or _INITIALS.search(text) is not None or schooling.may_hold(text)


def _is_remedy(text: str) -> bool:
    """Whether a text lets something stand in for education, and not education for years of work."""
    return _REMEDY.search(_FOR_YEARS.sub("", text)) is not None


def find_degree_spans(text: str, wished: bool = False) -> list[DegreeSpan]:
    """Statements about degrees in a plain text; `wished` where the text stands among what is nice to have."""
    found: list[DegreeSpan] = []
    parts = sentences(text)
    for i, (low, high) in enumerate(parts):
        sentence = text[low:high]
        if not _may_hold_degree(sentence):
            continue
        if _PERK.search(sentence) or _QUESTION.fullmatch(sentence):
            continue
        stops = _statements(text, low, high)
        if not stops:
            continue
        following = text[slice(*parts[i + 1])] if i + 1 < len(parts) else ""
        equivalent = _EQUIVALENT.search(_FOR_YEARS.sub("", sentence)) is not None or _is_remedy(following)
        for j, (start, end) in enumerate(stops):
            left, right = low if j == 0 else start, stops[j + 1][0] if j + 1 < len(stops) else high
            scope = text[left:start].rpartition(";")[2] + text[start:end] + text[end:right].partition(";")[0]
            held = _MUST_HAVE.search(text, left, start) is not None  # a wish behind it is for something more
            required = (held or not _WISH.search(scope)) and (not wished or _MUST.search(scope) is not None)
            if found and text[found[-1].end : start].strip(" .") == "(":  # "B.Ed. (Bachelor of Education)": one, spelled out
                found[-1] = found[-1]._replace(end=end)
            elif not _is_signature(text, start):
                found.append(DegreeSpan(start, end, required, equivalent))
    return found


def _is_answer(block: Block) -> bool:
    """Whether a block is nothing but a degree, as the answers of a questionnaire are."""
    return len(block.text) < _LONGEST_ANSWER and _ANSWER.match(block.text.strip()) is not None


def _blocks(posting: Posting) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """The blocks that can hold a demand, with the kinds of their section."""
    wishes = frozenset(fields_of(posting, "preferred"))
    for field in posting.fields:
        if _may_hold_degree(field.block.text):
            yield field.block, ("preferred",) if field in wishes else ()
    blocks = [b for b in posting.blocks if b.kind not in ("code", "quote")]
    spelled, initials = {*posting.holding(_STEMS), *posting.holding(schooling.WORDS)}, _INITIALS.search(posting.whole) is not None
    for i, block in enumerate(blocks):
        if not (block in spelled or (initials and _INITIALS.search(block.text))):
            continue
        if _is_answer(block) and sum(map(_is_answer, blocks[max(0, i - 2) : i + 3])) >= _ANSWERS:
            continue
        section = posting.section_of(block)
        kinds = section.kinds if section else ()
        if section is not None and section.source == "inferred":  # one wish or perk in a paragraph does not make one of all it says
            kinds = () if section.kind == "benefits" else tuple(k for k in kinds if k != "preferred")
        yield block, kinds


@once
def _remedied(posting: Posting) -> frozenset[Block]:
    """The blocks for whose degrees another block of their section, or one soon after, lets something stand in."""
    remedies = {b for b in posting.body_holding(_STUDIES) if _EDUCATION.search(b.text) and _is_remedy(b.text)}
    found: set[Block] = set()
    for section in posting.sections if remedies else ():
        told = remedies.intersection(section.blocks)
        own = (*section.blocks, section.heading.block) if section.heading is not None else section.blocks
        found.update([b for b in own if posting.section_of(b) is section and len(told) > (b in told)])
    for at, block in enumerate(posting.blocks if remedies else ()):
        if block in remedies:
            found.update(posting.blocks[max(0, at - _SOON) : at])
    return frozenset(found)


def find_degrees(posting: Posting) -> tuple[Degree, ...]:
    """Degrees asked for or wished for, those of fields first."""
    found = []
    for block, kinds in _blocks(posting):
        if "benefits" in kinds and "requirements" not in kinds:
            continue
        if "requirements" in kinds and schooling.is_bare_grade(block.text):
            found.append(Degree(Excerpt.whole(block), required=True, equivalent_ok=False))
        for span in find_degree_spans(block.text, wished="preferred" in kinds and "requirements" not in kinds):
            equivalent = span.equivalent_ok or block in _remedied(posting)
            found.append(Degree(Excerpt(block, span.start, span.end), span.required, equivalent))
    return tuple(found)
