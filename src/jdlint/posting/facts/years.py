"""Lengths of experience in a plain text, told apart from all other lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.numbers import COUNT, count
from jdlint.posting.facts.wraps import unwrap
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple, dataclass
from jdlint.text.words import sentences

_TIME = r"(?:years?|yrs?|months?|mths?)"
_TIME_WORD = lazy(r"y(?:ea)?r|mo?n?th", re.IGNORECASE)
_A_YEAR = r"an?(?=\s(?:full\s)?year(?:['’]s)?\s(?:of\s)?(?:[\w-]+\s){0,4}experience)"  # "a year's experience"


_NONE_YET = r"(?:entry[\s-]level|freshers?)(?=\s?(?:to|-|–)\s?\d)"  # "entry level to 3 years": from none


def _span(join: str) -> re.Pattern[str]:
    return lazy(
        rf"(?<![\w$£€.,/])(?P<a>{COUNT}|{_A_YEAR}|{_NONE_YET})\s?(?P<plus>\+|[\s-]plus\b)?(?:[\s-]?(?P<unit_a>{_TIME}))?"
        rf"(?:\s?(?:{join})\s?(?P<b>{COUNT})(?P<plus_b>\s?\+)?\)?)?"
        rf"(?P<more>\s+or\s+more)?(?P<joint>[\s-]*)(?:(?:full|consecutive|solid|complete)\s+)?(?P<unit>{_TIME})\b\.?(?:['’]s?(?!\w))?"
        rf"(?P<tail>\s?\+|\s+(?:or\s+more|plus|minimum|and\s+above|and\s+up)\b)?",
        re.IGNORECASE,
    )


_JOIN = r"-|–|—|\bto(?:\s+(?:less|fewer)\s+than)?\b|\bor\b"
_SPAN = _span(_JOIN)
_SPAN_BETWEEN = _span(_JOIN + r"|\band\b")  # "between 3 and 5 years"; else "6 years and 2 years" are two
_LABELLED = lazy(  # "Years of experience: 5+"
    rf"\byears?['’]?\s+(?:of\s+)?(?:\w+\s+)?experience(?:\s+(?:required"
    rf"|needed))?\s*[:–-]\s*(?P<a>{COUNT})(?P<plus>\s?\+)?(?:\s?[-–]\s?(?P<b>{COUNT}))?",
    re.IGNORECASE,
)
_LEAD = lazy(
    r"(?:\b(?:(?:a\s+)?minimum(?:\s+of)?|min\.?|at\s+(?:the\s+very\s+)?least|over|more\s+than|(?:not|no)\s+less\s+than|from|between"
    r"|around|about"
    r"|approximately|roughly)|[>≥~])\s*:?\s*$",
    re.IGNORECASE,
)
_CAP = lazy(
    r"\b(?:up\s+to|(?:a\s+)?max(?:imum|\.)?(?:\s+of)?|(?:no|not)\s+more\s+than|at\s+most|(?:less|fewer)\s+than|under)\s*$", re.IGNORECASE
)
_FIRM_LEAD = lazy(r"\b(?:minimum(?:\s+of)?|min\.?|at\s+least|(?:no|not)\s+less\s+than)\s*:?\s*(?:of\s+)?$", re.IGNORECASE)

_EXPERIENCE = lazy(
    r"\b(?:experienced?|experiences|exp|expertise|background|track\s+record|pqe|post[- ]qualif\w+|under\s+(?:your|their)\s+belt)\b",
    re.IGNORECASE,
)
_EXPERIENCE_BEFORE = lazy(
    r"\bexperience\b(?:\s+(?:in|of|with|as|on)\b)?[^.;:\d]{0,60}\b(?:for|over)\s*$"
    r"|\b(?:experience|exp)\b(?:\s+(?:required|needed|level|range|of|for|in\s+years|is|with|in\s+[\w ]{1,30}))*\s*[:(–—-]*\s*(?:of\s+)?$"
    r"|\b(?:seniority|level)\s*:[^.;\d]{0,20}$",
    re.IGNORECASE,
)
# Weaker signs, good where demands are listed.
_EXPERIENCE_NEAR = lazy(
    r"\bexperience\b[^.;\d]{0,40}$"
    r"|\b(?:degree|diploma|bachelor\S*|master\S*|certificate|qualification|GED)\b[^.;\d]{0,40}\b(?:and|plus)\s*$|\bfresher\b[^.;\d]{0,12}$|(?:\bwith|\+)\s*$|\b(?:\w+ing|worked)\b[^.;\d]{0,30}\bfor\s*$",
    re.IGNORECASE,
)
_WORK = lazy(
    r"\s*(?:(?:of|in|as|with|into|using|on|at|within|a|the|an|full[- ]time|professional\w*|prior|previous|relevant|recent|hands[- ]on"
    r"|practical"
    r"|proven|direct|industry|work|commercial|post|managing|leading|[a-z]{2,}ing)\b)",
    re.IGNORECASE,
)
_WORK_AT_ALL = lazy(r"\s*(?:in|as|of|working|with|[a-z]+ing)\b", re.IGNORECASE)

# What a length of time measures when it is not experience.
_OTHER_AFTER = lazy(
    r"[\s-]*(?:(?:of\s+)?(?:an?\s+)?(?:clean\s+(?:driving\s+)?(?:record|licen[cs]e|history)|(?:accident|claim)[- ]free)"
    r"|(?:of\s+(?:\w+\s+){1,3})?(?:is|are)\s+(?:equal|equivalent)|olds?\b|of\s+age|ago\b|in\s+a\s+row|running\b|in\s+business"
    r"|of\s+(?:\w+\s+){0,2}(?:training|education|college|coursework|study|studies|schooling|school|university)\b"
    r"|of\s+(?:operation|(?:address\s+)?history|growth|success|service|employment|tenure|continuous|funding|hire|hiring|appointment"
    r"|graduat\w+|residen\w+|maternity"
    r"|warranty|support|coverage|being|runway|age)"
    r"|from\s+(?:now|the|date)|later\b|post[- ](?!qual|reg|\w+\s+experience)|after\b|since\b|(?:fixed|initial|renewable|limited|rolling)\b"
    r"|(?:(?:fixed[- ])?term|tenure|contract|assignment|placement|plan|strategy|roadmap|growth|funding|funded|warranty|guarantee"
    r"|vest\w*|cliff"
    r"|anniversar\w+|history|programme|program|degree|college|universit\w+|course|diploma|apprenticeship|licen[cs]\w*|visa|fellowship"
    r"|project|period"
    r"|probation\w*|internship|rotation|commitment|lease|requirements?|limit|cycle|traineeship|training|residency|maternity|cover"
    r"|mission|grant|award"
    r"|deal|outlook|sabbatical|horizon|certificat\w*|associate|bachelor\w*|parental|leave|journey)\b)",
    re.IGNORECASE,
)
_OTHER_BEFORE = lazy(
    r"(?:\b(?:past|last|next|first|previous|coming|recent|final|preceding|within|every|each|after|since|aged?|ages|older\s+than|during"
    r"|until|once"
    r"|another|(?:additional\s+)?term\s+of|period\s+of|duration(?:\s+of)?|lasts?|lasting|length|contract(?:\s+\w+){0,2}"
    r"|renew\w*(?:\s+\w+){0,2}"
    r"|vest\w*(?:\s+\w+){0,2}|celebrat\w+|turns?|turning|founded|established|substituted?\s+for|in\s+lieu\s+of|equal\s+to|every\s+other"
    r"|for\s+up\s+to|(?:driv(?:ing|er)(?:'s)?|vehicle|clean|safety|criminal)\s+(?:record|licen[cs]e|history)\s+(?:for|over|of|going\s+back)"
    r"|extended\s+(?:by|for|to)|(?:initial(?:ly)?|funded|funding|guaranteed|secured|appointed|employed|offered)(?:\s+(?:for|of))?|commit(?:ment)?(?:\s+\w+){0,3}|valid(?:\s+for)?|available\s+for)"
    r"(?:\s+(?:the|about|around|over|nearly|almost|more\s+than|at\s+least|approximately|between|up\s+to|a))*|[-–]\s?to\s?[-–])\s*[:(]?\s*$",
    re.IGNORECASE,
)
_OTHER_AHEAD = lazy(
    r"\b(?:lived|living|reside\w*|residency|licen[cs]ed?|old|children|aged|convict\w+|address\w*|toddlers?|right\s+to\s+work"
    r"|member\s+of)\b",
    re.IGNORECASE,
)

# Whose experience it is: the candidate's, or the employer's own.
_SEEKS = lazy(
    r"\b(?:you|you['’]\w+|candidates?|applicants?|must|should|ideal\w*|looking|seek\w*|hir(?:e|ing)|someone|require\w*|need|prefer\w*"
    r"|want|join|search\w*)\b",
    re.IGNORECASE,
)
_CANDIDATE = lazy(
    r"\b(?:you|you['’]\w+|your|candidates?|applicants?|must|should|ideal\w*|looking|seeking|hiring|someone|require\w*|need\w*|prefer\w*"
    r"|desir\w+|want"
    r"|minimum|qualif\w+|successful|person|individual|who)\b",
    re.IGNORECASE,
)
_COMPANY = lazy(
    r"\b(?:combined|collective|we|our|us|company|companies|firm|agency|founded|has|been|family[- ]owned|organi[sz]ation|serving"
    r"|provid\w+|business(?:es)?"
    r"|team|leader|group|practice)\b",
    re.IGNORECASE,
)
_TOGETHER = lazy(r"\b(?:combined|collective(?:ly)?|together)\b", re.IGNORECASE)
_OURS = lazy(r"\b(?:our|we)\b", re.IGNORECASE)
_HAVING = lazy(r"\b(?:has|brings|boasts?)\s+(?:over|more\s+than|nearly|almost|some)?\s*$", re.IGNORECASE)
_WITH = lazy(r"\bwith\s+(?:over|more\s+than|nearly|almost)?\s*$", re.IGNORECASE)
_ABOUT_OTHERS = lazy(
    r"\bwho\s+(?:has|have|brings?|had|worked)\b[^.;]{0,25}$|\bafter\b[^.;]{0,60}$"
    r"|\b(?:our|the)\s+(?:founders?|ceo|owner|director|team|chef|manager)\b[^.;]{0,40}\b(?:has|have|with|brings?)\b[^.;]{0,15}$",
    re.IGNORECASE,
)
_WANTED_WHO = lazy(
    r"\b(?:someone|somebody|anyone|person|people|candidates?|individuals?|applicants?|seek\w*|looking|those|professionals?|hir\w+|need"
    r"|want)\b",
    re.IGNORECASE,
)
_QUESTION = lazy(
    r"^\W*(?:do|does|have|are|how|which|what|please\s+(?:indicate|select|describe)|did|is|indicate|select)\b.*\?\s*$"
    r"|^\W*(?:please\s+)?(?:select|indicate|specify|list|tell\s+us)\b[^.]*\byour?\b",
    re.IGNORECASE | re.DOTALL,
)
_ELLIPSIS = lazy(
    rf"[^.;:\d]{{0,80}}?(?:\b(?:and|plus)|;)\s+(?:at\s+least\s+)?(?P<n>{COUNT})\+?\s+(?:in|with|as|of)\s+(?P<what>[^.;:,()]{{2,60}})",
    re.IGNORECASE,
)
# "Ten years' experience, three of which as a manager", "of which 3 at senior level".
_OF_WHICH = lazy(
    rf"[^.;:\d]{{0,80}}?,?\s(?:\(\s*)?(?:(?:at\s+least\s+)?(?P<n>{COUNT})\s+of\s+(?:which|these|them)"
    rf"|of\s+which\s+(?:at\s+least\s+)?(?P<m>{COUNT}))\b(?!\s?(?:years?|yrs?|months?))(?P<what>[^.;:()]{{2,60}})",
    re.IGNORECASE,
)
_FILLER = lazy(
    r"\b(?:of|professional|relevant|work|working|related|prior|previous|hands[- ]on|proven|full[- ]time|paid|solid|strong|recent|direct"
    r"|practical"
    r"|demonstrated|progressive\w*|responsible|or\s+more|in|the|a|an|with|as|minimum|total|overall|combined|required|plus|industry)\b",
    re.IGNORECASE,
)
_SUBJECT = lazy(
    r"\s+(?:(?:working|work|experience)\s+)?(?:in|with|as|of|using|on|for|at|into|within|working)\s+(?P<what>[^.;:()\n]{2,80})"
    r"|\s+(?P<doing>[a-z]+ing\s[^.;:()\n]{2,80})",
    re.IGNORECASE,
)
_CLAUSE = lazy(r"[;:!?]")
_AHEAD = 110  # how far before a length of time a word may stand that tells what it is
_WINDOW = 400  # how much of a long sentence is looked at on either side
_REACH = 110  # how far behind it the word "experience" may stand
_MOST = 40  # years
_MONTHS = 12


class Years(NamedTuple):
    """A length of experience in a text: its range, bounds in years and what it is experience in."""

    start: int
    end: int
    min: float | None
    max: float | None
    subject: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A length of time in its sentence (the near part of a long one). `expected`: the sentence stands where demands are listed."""

    match: re.Match[str]
    text: str
    low: int
    high: int
    stop: int
    expected: bool

    @property
    def before(self) -> str:
        return self.text[max(self.low, self.match.start() - _AHEAD) : self.match.start()]

    @property
    def ahead(self) -> str:
        return self.text[max(self.low, self.match.start() - _WINDOW) : self.match.start()]

    @property
    def after(self) -> str:
        return self.text[self.match.end() : self.stop]

    @property
    def sentence(self) -> str:
        return self.text[max(self.low, self.match.start() - _WINDOW) : min(self.high, self.match.end() + _WINDOW)]

    def experience(self) -> re.Match[str] | None:
        """The word "experience" behind it, in the same clause."""
        clause = _CLAUSE.search(self.text, self.match.end(), self.stop)
        return _EXPERIENCE.search(self.text, self.match.end(), clause.start() if clause else self.stop)


def _bounds(mark: _Mark) -> tuple[float | None, float | None]:
    match = mark.match
    unit = match["unit"]

    def years(text: str, unit: str) -> float:
        value = 1.0 if text.casefold() in ("a", "an") else count(text) or 0.0
        return round(value / _MONTHS, 2) if unit.casefold().startswith("m") else value

    low = years(match["a"], match["unit_a"] or unit)
    if match["b"] and not (match["plus_b"] or match["tail"] or match["more"]):
        high = years(match["b"], unit)
        return min(low, high), max(low, high)
    return (None, low) if _CAP.search(mark.before) else (low, None)


def _is_of_others(mark: _Mark) -> bool:
    """Whether the experience is the employer's own or a colleague's."""
    if _TOGETHER.search(mark.sentence):
        return True
    if _SEEKS.search(mark.sentence):
        return False
    if _OURS.search(mark.ahead) or _HAVING.search(mark.before):
        return True
    return _WITH.search(mark.before) is not None and (not _WITH.sub("", mark.ahead).strip() or _COMPANY.search(mark.ahead) is not None)


def _measures_other(mark: _Mark) -> bool:
    """Whether it measures anything but experience: an age, a contract, a course."""
    match, after = mark.match, mark.text[mark.match.end() : mark.match.end() + _REACH]
    compound = "-" in match["joint"] and match["unit"].casefold() in ("year", "month") and match["b"] is None
    if compound and not re.match(r"\s+(?:[\w-]+\s+){0,3}experience", after, re.IGNORECASE):
        return True
    return bool(_OTHER_AFTER.match(after) or _OTHER_BEFORE.search(mark.before))


def _is_demand(mark: _Mark, strong: bool, chained: bool) -> bool:
    """Whether it is experience that a candidate is asked for. `chained`: the one before it in the sentence is."""
    if _ABOUT_OTHERS.search(mark.ahead) and not _WANTED_WHO.search(mark.ahead):
        return False
    if strong:
        return mark.expected or not _is_of_others(mark)
    if _OTHER_AHEAD.search(mark.ahead) or _CAP.search(mark.before):
        return False
    bare = _LEAD.sub("", mark.ahead)
    if mark.expected and (not re.search(r"\w", bare.rpartition(":")[2]) or _EXPERIENCE_NEAR.search(bare)):
        return True
    match = mark.match
    firm = bool(match["plus"] or match["plus_b"] or match["tail"] or _FIRM_LEAD.search(mark.before))
    if chained and firm:
        return True
    if not _WORK.match(mark.after):
        return False
    if chained or mark.expected:
        return True
    if not _WORK_AT_ALL.match(mark.after) or (_COMPANY.search(mark.ahead) and not _SEEKS.search(mark.sentence)):
        return False
    return firm or (_CANDIDATE.search(mark.ahead) is not None and not re.search(r"\bfor\s+(?:over|more\s+than)?\s*$", mark.before))


def _subject(text: str, end: int, stop: int, word: re.Match[str] | None) -> str:
    middle, rest = (text[end : word.start()], text[word.end() : stop]) if word else ("", text[end:stop])
    after = _SUBJECT.match(rest)
    tail = (after["what"] or after["doing"]) if after else ""
    words = f"{_FILLER.sub(' ', middle)} {tail}".replace("’", "'")
    return re.sub(r"^(?:an?|the)\s+", "", " ".join(words.strip(" ,;:'/-").split()))


def _in_sentence(text: str, low: int, high: int, expected: bool) -> Iterator[Years]:
    sentence = text[low:high]
    if _QUESTION.match(sentence):
        return
    for match in _LABELLED.finditer(text, low, high):
        yield Years(match.start(), match.end(), count(match["a"]), count(match["b"]) if match["b"] else None, "")
    pattern = _SPAN_BETWEEN if "between" in sentence.casefold() else _SPAN
    matches = list(pattern.finditer(text, low, high))
    chained = False
    for i, match in enumerate(matches):
        following = matches[i + 1].start() if i + 1 < len(matches) else high
        mark = _Mark(match, text, low, high, min(following, match.end() + _REACH), expected)
        bounds = _bounds(mark)
        word = mark.experience()
        strong = word is not None or _EXPERIENCE_BEFORE.search(_LEAD.sub("", mark.before)) is not None
        chained = max(b for b in bounds if b is not None) <= _MOST and not _measures_other(mark) and _is_demand(mark, strong, chained)
        if not chained:
            continue
        lead = _CAP.search(mark.before) or _LEAD.search(mark.before)
        start, end = match.start() - (len(mark.before) - lead.start() if lead else 0), word.end() if word else match.end()
        yield Years(start, end, *bounds, _subject(text, match.end(), mark.stop, word))
        also = _ELLIPSIS.match(text, end, mark.stop)
        if also:  # "5 years' experience in payroll and 2 in audit"
            yield Years(also.start("n"), also.end("n"), count(also["n"]), None, " ".join(also["what"].split()))
            continue
        part = _OF_WHICH.match(text, end, mark.stop)
        if part:
            which = "n" if part["n"] else "m"
            yield Years(part.start(which), part.end(which), count(part[which]), None, " ".join(part["what"].split()))


def find_years(text: str, expected: bool = False) -> list[Years]:
    """Lengths of experience in a plain text; `expected` where the text stands among requirements."""
    found: list[Years] = []
    text = unwrap(text)
    for low, high in sentences(text):
        start = low
        for part in text[low:high].split("\n"):
            if _TIME_WORD.search(part):
                found.extend(_in_sentence(text, start, start + len(part), expected))
            start += len(part) + 1
    return found
