"""Text about the job in general, as articles and templates have it, where a posting should tell of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options

_HEDGE = r"(?:typically|generally|usually|often|commonly|frequently)"
_GENERAL = re.compile(
    r"\b(?:responsibilities|duties|tasks|skills|qualifications|requirements|roles|projects|job description|description)\b"
    rf"(?:\s\w+){{0,8}}?\s{_HEDGE}\s(?:includ|involv|requir|undertaken|var|differ|depend|cover)\w*"
    rf"|\b{_HEDGE} (?:responsible for|undertaken by|needs? to have|need to have|expected to (?:have|know|be))"
    r"|\b(?:roles?|responsibilities|duties|requirements|job description|description|tasks)\b[^.!?:;]{0,60}?\b(?:can |could |may |will )?"
    r"(?:var(?:y|ies)|differs?|depends?) (?:greatly |widely |slightly )?(?:depending )?(?:on|by|from) (?:the |each |your )?"
    r"(?:team|project|company|employer|organi[sz]ation|industry|skill level|level|seniority)\b"
    r"|\b(?:knowledge|experience|education|training|certifications?|skills|qualifications|familiarity|proficiency|languages"
    r"|operating systems)\b"
    r"[^.!?;]{0,60}?\b(?:may|might) (?:also )?be (?:necessary|needed|useful)"
    r"|\bcandidates (?:for (?:an?|this type of|such) [^.!?]{0,40}?)?(?:can|should|may) expect to\b"
    r"|\b(?:many|most|some) (?:companies|employers|organi[sz]ations) (?:\w+ )?(?:look|want|require|expect|prefer|focus|need|ask|offer)\b"
    r"|\b(?:some )?common (?:benefits|duties|responsibilities|skills|tasks)(?: \w+){0,2} include\b",
    re.IGNORECASE,
)
_QUICK = re.compile(rf"\b(?:{_HEDGE}|var(?:y|ies)|differs?|depends?|may|might|expect to|many|most|some|common)\b", re.IGNORECASE)
# Somebody speaks to somebody, or a fact of this job stands there: hours, travel, pay, figures.
_OURS = re.compile(
    r"\b(?:we|our|us|we['’]\w+|you['’]ll|you will|this (?:role|job|position|post|vacancy)|\d+\s?(?:%|hours?|days?|weeks?)|hours"
    r"|shifts?|travel|overtime|weekends?|weekdays?|salary|pay|compensation|rate)\b",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r"\s*(?:[-–—,(|/:\[].*|\b(?:at|for|in|with|job|description|template|role|position|vacancy|duties)\b.*)$", re.IGNORECASE
)
_SOUGHT = (
    r"(?!(?:\s+is|\s+are)?\s+(?:needed|required|wanted|sought|urgently|being|now|currently|to|with|who|and|or|at|in|for"
    r"|position|role|job|vacancy|salary|opportunity)\b)"
)
_VERB = (
    r"(?:is|are|can|may|must|should|will|would|has|have|needs?|plays?|possess(?:es)?|designs?|writes?|works?|builds?|develops?"
    r"|collaborates?|requires?|ensures?|creates?|manages?|helps?|handles?|maintains?|decides?|often|also|typically|generally|usually"
    r"|continually|sometimes)"
)
_MIN_HEAD = 4


def _role_pattern(posting: Posting) -> re.Pattern[str] | None:
    """A sentence that opens with the job as a kind: "Backend developers are ...", "A nurse must ..."."""
    if posting.title is None:
        return None
    names = re.findall(r"[^\W\d_]+", _TITLE_TAIL.sub("", posting.title.text))
    if not names or len(names[-1]) < _MIN_HEAD:
        return None
    head = re.escape(names[-1].lower())
    plural = head[:-1] + "ies" if head.endswith("y") else head + "s"
    heads = {head, plural} | ({"developer", "developers", "engineer", "engineers"} if head in ("developer", "engineer") else set())
    singular = "|".join(sorted(h for h in heads if not h.endswith("s")) or [head])
    several = "|".join(sorted(h for h in heads if h.endswith("s")) or [plural])
    before = r"(?:(?!(?:our|the|these|all|other|your|their|those|some|my)\b)[\w-]+\s){0,2}"
    subject = rf"(?:an?\s{before}(?:{singular})|{before}(?:{several}))"
    return re.compile(rf"^\W*(?:furthermore, |also, |in general, |for instance, )?{subject}{_SOUGHT}\s{_VERB}\b", re.IGNORECASE)


def generic_description(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001  # every check takes the options
    """Sentences on the job in general; several in one block make one hit."""
    role = _role_pattern(posting)
    for block in posting.texts:
        if block.kind in ("heading", "field", "code", "quote"):
            continue
        found = list(_in_block(posting, block, role))
        if found:
            yield Hit(found[0], related=tuple((other, "and here") for other in found[1:]))


def _in_block(posting: Posting, block: Block, role: re.Pattern[str] | None) -> Iterator[Excerpt]:
    """The words in each sentence that make it a general one."""
    maybe = _QUICK.search(block.text) is not None
    if role is None and not maybe:
        return
    for start, end in posting.sentences(block):
        sentence = block.text[start:end]
        match = _GENERAL.search(sentence) if maybe else None
        if match is None and role is not None:
            match = role.search(sentence)
        if match and not _OURS.search(sentence):
            lead = len(match.group()) - len(match.group().lstrip("\"'“‘([ \t\n"))
            yield Excerpt(block, start + match.start() + lead, start + match.end())
