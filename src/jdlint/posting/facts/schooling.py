"""Schooling that is asked for under other names than a degree's: graduation, school leaving certificates, qualifications of a level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.patterns import joined, listed
from jdlint.text.lazy import lazy

WORDS = listed(
    """
    doctoral
    graduation graduate postgraduate postgraduation undergraduate school matric matriculation certificate cert qualification qualifications
    college university grade 10th 12th ged hsd hnd hnc pgce pgde mbbs mbchb mb bds dds dmd m.d diploma mlis mdiv nqf nfq associates
    master masters
    """
)  # one stands in each
_GATE = lazy(
    r"graduat|doctoral|school|\bmatric|\bcert|qualification|college|universit|\bgrade|\b1[02]th\b|\b(?:ged|hsd|hn[dc]|pg[cd]e|mb|mbbs|mbchb|bds|dds|dmd"
    r"|m\.d|mlis|mdiv|n[qf][fq]|associates|masters?)\b|diploma",
    re.IGNORECASE,
)
_ENDS = r"(?=\s*(?:$|[,.;:/()&+–—-]|(?:or|and|with|plus|is|required|preferred|desired|essential|passed?|minimum|level|at)\b))"
_ACCREDITED = (
    r"(?:accredited|approved|recogni[sz]ed|certified|licensed|registered|reputed|reputable|culinary|trade|technical|vocational|nursing"
    r"|state|police|four-year|two-year|4-year|2-year)"
)
_PLACE = r"(?:college|university|school|institution|institute|academy|program(?:me)?|course)"
_ASKS = (
    r"(?:minimum(?: of)?|at least|have|has|possess|hold|passed|completed|completion of|qualifications?|education|requirements?)\W+(?:an? )?"
)
_HELD = rf"(?:^\W*|\b{_ASKS})"
_NO_PAY = r"(?![^\n]{0,40}(?:[£$€₹]|\b(?:scp|point|spine|salary|per annum|pay)\b))"
_NAMED = lazy(
    joined(rf"""
    (?<!expected )(?<!anticipated )(?<!after )(?<!upon )(?<!before )(?<!since )\b(?:post[ -]?)?graduat(?:ion|e)[ ](?:from|of)[ ]
    (?:high[ -]school\b|an?[ ](?:[\w’'-]+[ ]){{0,2}}?{_ACCREDITED}\b(?:[ ][\w’'-]+){{0,3}}?[ ]{_PLACE}\b(?:[ ]or[ ]{_PLACE}\b)?)
    |\b(?:post[ -]?)?graduation[ ](?:in[ ](?:any|an?[ ]relevant|relevant|the[ ]relevant|related|[\w’'-]+[ ](?:stream|discipline|subject)\b)
    )|\bgraduation(?=[ ]with[ ](?-i:[A-Z])(?!on))
    |\bhigh[ -]?school[ ](?:education|equivalency|graduate)\b(?!s|[ ](?:program|rate|department|office|outcomes|teacher|services))
    |\b(?:secondary|high)(?:[ ]\(high\))?[ ]school[ ]graduation[ ]certificate\b
    |\b(?:complet(?:ed|ion[ ]of)|finished)[ ]high[ -]school\b
    |(?:^\W*|\b(?:an?|or|and)[ ]|/[ ]?)(?:GED|HSD)\b{_ENDS}
    |{_HELD}grade[ ]?(?:8|9|1[0-2]|ten|eleven|twelve)(?:th)?\b{_NO_PAY}(?=[ ]?(?:[,;/(+&]|(?:certificate|or[ ](?:an?[ ])?
    (?:equivalent|higher|above|matric)|and[ ](?:an?|above|relevant|appropriate|recogni[sz]ed|at)|with|plus|passed?|completed|education
    |matric\w*|senior|required)\b))
    |(?<![\w.])(?:10|12)th[ ](?:pass(?:ed)?\b|(?:class|standard|grade)[ ](?:pass|or|and[ ]above))
    |\bmatric(?:ulation)?\b(?:[ ]certificate)?{_ENDS}
    |\b(?:national[ ])?senior[ ]certificate\b
    |\b(?:school[- ])?leaving[ ]cert(?:ificate)?\b(?:[ ]exam(?:ination)?\b)?{_ENDS}|\bjunior[ ]cert(?:ificate)?\b{_ENDS}
    |\b(?:doctoral|third[ -]level|post[ -]?graduate|higher[ -]education|university|undergraduate|post[ -]matric
    |tertiary)[ ]qualifications?\b
    |{_HELD}(?:post[ -]?secondary|university|college)[ ](?:education|background)\b(?=\s*(?:$|[,.;(]|(?:in|or|preferred|required|is|with)\b))
    |\bsome[ ](?:college|university)\b(?=[ ](?:preferred|required|coursework|education|or|is)\b|\W*$|[,;.])
    |\b(?:culinary|nursing|trade|technical|art|business|vocational)[ ]school[ ](?:graduate|diploma|degree|certificate|education)\b(?!s)
    |\b(?:university|college)[ -]educated\b
    |\b(?:NQF|NFQ)(?:[ -]level)?[ -]?(?:[5-9]|10)(?:[ ]qualification)?\b
    |\b(?:national|advanced|higher|ordinary)[ ](?:higher[ ])?(?:diploma|certificate)(?=[ ]?\(|[ ]in[ ])
    |(?<![\w.])(?-i:HN[DC]|PG[CD]E|MLIS|MDiv|MBBS|MB[ ]?Ch[ ]?B|BDS|DDS|DMD)\b
    (?![ ](?:students|trainees|mentors?|cours|program|tutor|lectur|surger))
    |(?<![\w.])(?-i:M\.D\.)(?=[ ](?:or|degree|from|required)\b)|\bassociates[ ]in[ ](?:applied[ ])?(?:science|arts)\b
    |\bmasters?[ ](?:of|in)[ ](?:divinity|theology)\b
    """),
    re.IGNORECASE | re.MULTILINE,
)
_LEAD = lazy(rf"{_ASKS}(?=(?:grade|post|univ|college)\w*)|[\s–—•*·/-]+", re.IGNORECASE)  # what stands before the words themselves
# Under a heading that asks, the bare grade is enough; elsewhere it is one of pay.
_GRADE = lazy(r"^\W*(?:(?:minimum|at least) )?grade ?(?:8|9|1[0-2])(?:th)?\W*$", re.IGNORECASE)
# Whom the work is with, and what they are helped to: "prepare learners for the matric".
_TAUGHT = lazy(
    r"\b(?:teach\w*|taught|prepar\w+|learners|pupils|students|help\w*|support\w*|towards?|tutor\w*|deliver\w*|rates?|improv\w+|exam\w*"
    r"|lead\w* to|provid\w+|offer\w*)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)


def find_schooling(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Ranges of the words that name such schooling in one sentence of a text."""
    for match in _NAMED.finditer(text, low, high) if _GATE.search(text, low, high) else ():
        lead = _LEAD.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        if not _TAUGHT.search(text, low, match.start()):
            yield start, match.end()


def may_hold(text: str) -> bool:
    """A cheap test: a word that every name of such schooling has."""
    return _GATE.search(text) is not None


def is_bare_grade(text: str) -> bool:
    """Whether a line is nothing but a school grade: "Grade 12"."""
    return _GRADE.match(text) is not None
