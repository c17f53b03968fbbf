"""Years of experience asked for or wished for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jdlint.posting.facts.numbers import COUNT, count
from jdlint.posting.model import Block, Excerpt, Experience
from jdlint.text.words import sentences

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_TIME = r"(?:years?|yrs?|months?|mths?)"
_GATE = frozenset("year years yr yrs month months mths year's years' pqe".split())


def _span(join: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w$£€.,/])(?P<a>{COUNT})\s?(?P<plus>\+|[\s-]plus\b)?(?:[\s-]?(?P<unit_a>{_TIME}))?"
        rf"(?:\s?(?:{join})\s?(?P<b>{COUNT})(?P<plus_b>\s?\+)?)?"
        rf"(?P<more>\s+or\s+more)?(?P<joint>[\s-]*)(?:(?:full|consecutive|solid|complete)\s+)?(?P<unit>{_TIME})\b\.?(?P<possessive>['’]s?(?!\w))?"
        rf"(?P<tail>\s?\+|\s+(?:or more|plus|minimum|and above|and up)\b)?",
        re.IGNORECASE,
    )


_JOIN = r"-|–|—|\bto\b|\bor\b"
_SPAN = _span(_JOIN)
_SPAN_BETWEEN = _span(_JOIN + r"|\band\b")  # "between 3 and 5 years"; else "6 years and 2 years" are two
_LEAD = re.compile(
    r"(?:\b(?:(?:a\s+)?minimum(?:\s+of)?|min\.?|at\s+least|at\s+the\s+very\s+least|over|more\s+than|not\s+less\s+than|no\s+less\s+than|from"
    r"|between|around|about|approximately|roughly)|[>≥~])\s*:?\s*$",
    re.IGNORECASE,
)
_CAP = re.compile(
    r"\b(?:up\s+to|(?:a\s+)?max(?:imum|\.)?(?:\s+of)?|(?:no|not)\s+more\s+than|at\s+most|(?:less|fewer)\s+than|under)\s*$", re.IGNORECASE
)
_FIRM_LEAD = re.compile(r"\b(?:minimum(?:\s+of)?|min\.?|at\s+least|(?:no|not)\s+less\s+than)\s*:?\s*(?:of\s+)?$", re.IGNORECASE)

_EXPERIENCE = re.compile(r"\b(?:experienced?|experiences|exp|expertise|background|track\s+record|pqe|post[- ]qualif\w+)\b", re.IGNORECASE)
_EXPERIENCE_BEFORE = re.compile(
    r"\bexperience\b(?:\s+(?:in|of|with|as|on)\b)?[^.;:\d]{0,60}\b(?:for|over)\s*$|\b(?:experience|exp)\b(?:\s+(?:required|needed|level|range|of|for|in\s+years|is|with|in\s+[\w ]{1,30}))*\s*[:(–—-]*\s*(?:of\s+)?$",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\s*(?:(?:of|in|as|with|into|using|on|at|within|a|the|an|full[- ]time|professional\w*|prior|previous|relevant|recent|hands[- ]on|practical|proven|direct"
    r"|industry|work|commercial|post|managing|leading|[a-z]{2,}ing)\b)",
    re.IGNORECASE,
)

# What a length of time measures when it is not experience.
_OTHER_AFTER = re.compile(
    r"[\s-]*(?:(?:of\s+(?:\w+\s+){1,3})?(?:is|are)\s+(?:equal|equivalent)|olds?\b|of\s+age|ago\b|in\s+a\s+row|running\b|in\s+business|of\s+(?:\w+\s+){0,2}(?:training|education|college|coursework|study|schooling)\b|of\s+(?:operation|history|growth|success|service|employment|tenure|continuous|education|study"
    r"|stud(?:y|ies)|college|school|funding|hire|hiring|appointment|graduat\w+|residen\w+|maternity|warranty|support|training|university|coverage|schooling|being)|from\s+(?:now|the|date)"
    r"|later\b|post[- ](?!qual)|(?:is|are)\s+equal|after\b|since\b|(?:fixed|initial|renewable|limited|rolling)\b"
    r"|(?:(?:fixed[- ])?term|tenure|contract|assignment|placement|plan|strategy|roadmap|growth|funding|funded|warranty|guarantee|vest\w*|cliff|anniversar\w+|history"
    r"|programme|program|degree|college|universit\w+|course|diploma|apprenticeship|licen[cs]\w*|visa|fellowship|project|period|probation\w*|internship|rotation"
    r"|commitment|lease|requirements?|limit|cycle|traineeship|training|residency|maternity|cover|mission|grant|award|deal|outlook|sabbatical|horizon|certificat\w*|associate|bachelor\w*"
    r"|parental|leave|journey)\b)",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:past|last|next|first|previous|coming|recent|final|preceding|within|every|each|after|since|aged?|ages|older\s+than|during|until|once|another|additional\s+term\s+of"
    r"|term\s+of|period\s+of|duration(?:\s+of)?|lasts?|lasting|length|contract(?:\s+\w+){0,2}|renew\w*(?:\s+\w+){0,2}|vest\w*(?:\s+\w+){0,2}|celebrat\w+|turns?|turning"
    r"|founded|established|substituted\s+for|substitute\s+for|in\s+lieu\s+of|equal\s+to|every\s+other|for\s+up\s+to|extended\s+(?:by|for|to)|commit(?:ment)?(?:\s+\w+){0,3})"
    r"(?:\s+(?:the|about|around|over|nearly|almost|more\s+than|at\s+least|approximately|between|up\s+to|a))*|[-–]\s?to\s?[-–]|/)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_RESIDENCE = re.compile(
    r"\b(?:lived|living|reside\w*|resided|residency|licen[cs]e|licensed|old|children|aged|convict\w+|address\w*|toddlers?)\b", re.IGNORECASE
)
_CANDIDATE = re.compile(
    r"\b(?:you|you'll|you've|your|candidates?|applicants?|must|should|ideal\w*|looking|seeking|hiring|someone|require\w*|requirements?|need\w*|prefer\w*|desir\w+|want|minimum"
    r"|qualif\w+|successful|person|individual|who)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:combined|collective|we(?:'ve|\s+have|\s+bring|\s+are|\s+were)?|our|us|company|firm|agency|founded|has|been|have\s+been|family[- ]owned|organi[sz]ation|serving|provid\w+|businesses)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:combined|collective)\b|\b(?:has|have|bring\w*|boast\w*|with|'ve)\s+(?:a\s+combined\s+)?(?:over|more\s+than|nearly|almost|some)?\s*$",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r"\b(?:you|you'll|candidates?|applicants?|must|should|ideal\w*|looking|seek\w*|hir(?:e|ing)|someone|require\w*|need|prefer\w*|want|join|search\w*)\b",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(
    r"\bwho\s+(?:has|have|brings?|had|worked)\b[^.;]{0,25}$|\bafter\b[^.;]{0,60}$|\b(?:our|the)\s+(?:founders?|ceo|owner|director|team|chef|manager)\b[^.;]{0,40}\b(?:has|have|with|brings?)\b[^.;]{0,15}$",
    re.IGNORECASE,
)
_WANTED_WHO = re.compile(
    r"\b(?:someone|somebody|anyone|person|people|candidates?|individuals?|applicants?|seek\w*|looking|those|professionals?|hir\w+|need|want)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^\W*(?:do|does|have|are|how|which|what|please\s+(?:indicate|select|describe)|did|is|indicate|select)\b", re.IGNORECASE
)
_ELLIPSIS = re.compile(rf"[^.;:\d]{{0,80}}?\b(?:and|plus)\s+(?:at\s+least\s+)?(?P<n>{COUNT})\+?\s+(?:in|with|as|of)\s+(?P<what>[^.;:,()]{{2,60}})", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:of|professional|relevant|work|working|related|prior|previous|hands[- ]on|proven|full[- ]time|paid|solid|strong|recent|direct|practical|demonstrated|progressive\w*"
    r"|responsible|or\s+more|in|the|a|an|with|as|minimum|total|overall|combined|required|plus|industry)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s+(?:(?:working|work|experience)\s+)?(?:in|with|as|of|using|on|for|at|into|within|working)\s+(?P<what>[^.;:()\n]{2,80})|\s+(?P<doing>[a-z]+ing\s[^.;:()\n]{2,80})",
    re.IGNORECASE,
)
_ANSWERS = 3  # so many answers side by side are a questionnaire
_AHEAD = 110  # how far before it a word may stand that tells what it is
_REACH = 110  # how far behind "5 years" the word "experience" may stand


_ANSWER_WORDS = frozenset(
    "less fewer more than over up to but and or of at least experience year years yr yrs month months none no a an minimum i have".split()
)


class Years(NamedTuple):
    """A length of experience in a text: its range, bounds in years and what it is experience in."""

    start: int
    end: int
    min: float | None
    max: float | None
    subject: str


def _bounds(match: re.Match[str], before: str) -> tuple[float | None, float | None]:
    def years(text: str, unit: str) -> float | None:
        value = count(text)
        return None if value is None else (round(value / 12, 2) if unit.casefold().startswith("m") else value)

    unit = match["unit"]
    low = years(match["a"], match["unit_a"] or unit)
    high = years(match["b"], unit) if match["b"] else None
    if match["plus_b"] or match["tail"] or match["more"]:
        high = None
    if high is None and _CAP.search(before):
        return None, low
    return (high, low) if high is not None and low is not None and high < low else (low, high)


def _subject(text: str, end: int, stop: int, word: re.Match[str] | None) -> str:
    middle, rest = "", text[end:stop]
    if word:
        middle, rest = text[end : word.start()], text[word.end() : stop]
    after = _SUBJECT.match(rest)
    tail = (after["what"] or after["doing"]) if after else ""
    words = f"{_FILLER.sub(' ', middle)} {tail}".replace("’", "'")
    return re.sub(r"^(?:an?|the)\s+", "", " ".join(words.strip(" ,;:'/-").split()))


def _is_measure_of_other(text: str, match: re.Match[str], before: str) -> bool:
    after = text[match.end() :]
    compound = "-" in match["joint"] and match["unit"].casefold() in ("year", "month") and match["b"] is None
    if compound and not re.match(r"\s+(?:[\w-]+\s+){0,3}experience", after, re.IGNORECASE):
        return True
    return bool(_OTHER_AFTER.match(after) or _OTHER_BEFORE.search(before))


def _in_sentence(text: str, low: int, high: int, expected: bool) -> Iterator[Years]:
    """The lengths of experience in one sentence. `expected`: it stands where demands are listed."""
    pattern = _SPAN_BETWEEN if "between" in text[low:high].casefold() else _SPAN
    marks = list(pattern.finditer(text, low, high))
    if not marks or _QUESTION.match(text[low:high]) and text[low:high].rstrip().endswith("?"):
        return
    chained = False
    for i, match in enumerate(marks):
        before = text[max(low, match.start() - _AHEAD) : match.start()]
        stop = min(marks[i + 1].start() if i + 1 < len(marks) else high, match.end() + _REACH)
        value = match["a"] and _bounds(match, before)
        if not value or max(v for v in value if v is not None) > 40 or _is_measure_of_other(text, match, before):
            chained = False
            continue
        clause = re.split(r"[;:!?]", text[match.end() : stop], maxsplit=1)[0]
        word = _EXPERIENCE.search(text, match.end(), match.end() + len(clause))
        strong = word is not None or _EXPERIENCE_BEFORE.search(_LEAD.sub("", before)) is not None
        if not _holds(
            text[low:high],
            text[low : match.start()],
            before,
            match,
            text[match.end() : stop],
            strong=strong,
            expected=expected,
            chained=chained,
        ):
            chained = False
            continue
        chained = True
        lead = _LEAD.search(before) or _CAP.search(before)
        start = match.start() - (len(before) - lead.start() if lead else 0)
        end = word.end() if word else match.end()
        yield Years(start, end, *value, _subject(text, match.end(), stop, word))
        also = _ELLIPSIS.match(text, end, stop)
        if also:  # "5 years' experience in payroll and 2 in audit"
            yield Years(also.start("n"), also.end("n"), count(also["n"]), None, " ".join(also["what"].split()))


def _holds(
    sentence: str, ahead: str, before: str, match: re.Match[str], after: str, *, strong: bool, expected: bool, chained: bool
) -> bool:
    """Whether a length of time is experience that a candidate is asked for."""
    seeks = _SEEKS.search(sentence) is not None
    if _ABOUT_OTHERS.search(ahead) and not _WANTED_WHO.search(ahead):
        return False
    if strong:
        return (
            expected
            or seeks
            or not (
                _OF_OTHERS.search(before)
                or re.search(r"\b(?:combined|collective)\b", after[:60], re.IGNORECASE)
                or re.search(r"\bour\b|\bwe\b", ahead, re.IGNORECASE)
            )
        )
    if _RESIDENCE.search(sentence) or _CAP.search(before):
        return False
    first = not re.search(r"\w", _LEAD.sub("", ahead).rpartition(":")[2])
    if expected and first:
        return True
    if not _WORK.match(after):
        return False
    if chained or expected:
        return True
    firm = bool(match["plus"] or match["plus_b"] or match["tail"] or _FIRM_LEAD.search(before))
    if re.match(r"\s*(?:in|as|of|working|with|[a-z]+ing)\b", after) is None:
        return False
    if _COMPANY.search(ahead) and not seeks:
        return False
    return firm or (_CANDIDATE.search(ahead) is not None and not re.search(r"\bfor\s+(?:over|more\s+than)?\s*$", before))


def find_years(text: str, expected: bool = False) -> list[Years]:
    """Lengths of experience in a plain text; `expected` where the text stands among requirements."""
    found: list[Years] = []
    for low, high in sentences(text):
        start = low
        for part in text[low:high].split("\n"):
            found.extend(_in_sentence(text, start, start + len(part), expected))
            start += len(part) + 1
    return found


def _is_answer(posting: Posting, block: Block) -> bool:
    """Whether a block is nothing but a length of time, as the answers of a questionnaire are."""
    found = posting.words(block)
    return 1 < len(found) < 15 and all(w.norm in _ANSWER_WORDS or count(w.norm) is not None for w in found)


def _blocks(posting: Posting) -> Iterator[tuple[Block, bool]]:
    for field in posting.fields:
        yield field.block, False
    blocks = [b for b in posting.blocks if b.kind not in ("code", "quote")]
    answers = [_is_answer(posting, b) for b in blocks]
    for i, block in enumerate(blocks):
        if answers[i] and sum(answers[max(0, i - 2) : i + 3]) >= _ANSWERS:
            continue
        section = posting.section_of(block)
        kinds = section.kinds if section else ()
        yield block, "requirements" in kinds or "preferred" in kinds


def find_experience(posting: Posting) -> tuple[Experience, ...]:
    """Years of experience asked for or wished for, in source order."""
    found = []
    for block, expected in _blocks(posting):
        if not any(w.norm in _GATE or w.norm.endswith(("yrs", "years")) for w in posting.words(block)):
            continue
        found += [Experience(Excerpt(block, y.start, y.end), y.min, y.max, y.subject) for y in find_years(block.text, expected)]
    return tuple(found)
