"""What a posting of its kind leaves open: tools, growth, sections that say one thing, measures that measure nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.checks.technologies import mentions
from jdlint.posting.facts.patterns import listed
from jdlint.posting.model import Excerpt, Section
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_TECHNICAL = lazy(
    r"\b(?:(?:software|web|back[ -]?end|front[ -]?end|full[ -]?stack|mobile|app|ios|android|game|cloud"
    r"|data|database|platform|site reliability"
    r"|machine learning|ml|ai|devops|integration|embedded|java|python|php|ruby|\.net|react|node) (?:\w+ )?(?:engineer|developer|architect"
    r"|programmer|administrator)|(?:software|web) developer|developer|programmer|devops|sysadmin"
    r"|system(?:s)? administrator|database administrator"
    r"|data (?:scientist|analyst)|web ?master)\b",
    re.IGNORECASE,
)
_NO_SOFTWARE = lazy(
    r"\b(?:business|land|property|real estate|sales|training|talent|curriculum|community|fund|market) developers?\b", re.IGNORECASE
)
_TOOL_SLOT = lazy(r"\b(?:tools?|languages?|technolog(?:y|ies)|frameworks?|programs?|stack)\b", re.IGNORECASE)
_TOOLED = frozenset(("excel", "sql", "sap", "crm", "erp", "gis", "spss", "tableau", "scada", "plc"))
_GROWTH = listed(
    """
    grow growth growing learn learning learned teach train training trained trainer mentor mentored mentoring mentorship
    coach coaching course courses study studies qualification development develop promotion promoted promote career careers
    progress progression apprenticeship conference conferences upskill upskilling tuition supervision cpd sabbatical
    certification certifications workshop workshops ladder
    """
)
_OF_THE_WORK = frozenset(("responsibilities", "requirements", "preferred"))  # where to train is to train others
_OFFERED = lazy(
    r"\b(?:we|you(?:['’]ll| will| can| get)?|our|your|paid|free|offer\w*|opportunit\w+|budget|allowance"
    r"|support\w*|programmes?|programs?|clear|regular)\b",
    re.IGNORECASE,
)
_ENOUGH_WORDS = 100
_COUNTED = lazy(r"\b(?:kpis?|indicators?|metrics|measures?|measured|success (?:looks|is|means))\b", re.IGNORECASE)
_LONGEST_MEASURE = 8  # words; more than that is a milestone told in words
_GENERIC = listed(
    """
    key main core primary general job position your the and roles role responsibilities responsibility duties duty tasks
    task what you will ll do be doing accountabilities of a in this day to
    """
)
_NAMES = frozenset(
    ("roles", "role", "responsibilities", "responsibility", "duties", "duty", "tasks", "task", "accountabilities", "doing", "do")
)
_MEASURE = lazy(
    r"\d|%|\b(?:percent|half|third|quarter|double|twice|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozen|hundred|rates?|scores?|number of"
    r"|share of|ratio|within|by the end|after (?:a|an|the|your)|survey\w*|on time|per (?:hour|day|week"
    r"|month|year)|every|each|all|no|without"
    r"|first|daily|weekly|monthly|quarterly|yearly|zero|never|always|once)\b",
    re.IGNORECASE,
)


def tools_not_named(posting: Posting, options: Options) -> Iterator[Hit]:
    """A technical title, and no technology anywhere."""
    title = posting.title
    found = _TECHNICAL.search(title.text) if title else None
    if title is None or found is None or _NO_SOFTWARE.search(title.text):
        return
    if any(_TOOL_SLOT.search(slot.text) for slot in posting.placeholders):  # what waits to be filled in is told as such
        return
    for block in posting.blocks:
        if mentions(block.text, posting.words(block)) or not _TOOLED.isdisjoint(posting.tokens(block)):
            return
    yield Hit(title)


def growth_unstated(posting: Posting, options: Options) -> Iterator[Hit]:
    """No word on training, or on what can become of the job, in what the posting offers."""
    if sum(len(posting.tokens(block)) for block in posting.texts) < _ENOUGH_WORDS:
        return
    for block in posting.holding(_GROWTH):
        section = posting.section_of(block)
        if section is None or _OF_THE_WORK.isdisjoint(section.kinds) or _OFFERED.search(block.text):
            return
    yield Hit(None)


def overlapping_sections(posting: Posting, options: Options) -> Iterator[Hit]:
    """Several sections whose headings all say "duties" and nothing else."""
    first: Section | None = None
    for section in posting.sections_of_kind("responsibilities"):
        heading = section.heading
        if section.source != "heading" or heading is None or not section.blocks:
            continue
        words = posting.tokens(heading.block)
        if not _GENERIC.issuperset(words) or _NAMES.isdisjoint(words):
            continue
        if first is None or first.heading is None:
            first = section
        elif heading.block.level <= first.heading.block.level or not first.heading.block.level:
            yield Hit(heading, values={"other": " ".join(first.heading.text.split())}, related=((first.heading, "the first of them"),))


def without_measure(posting: Posting, options: Options) -> Iterator[Hit]:
    """A measure of success that names nothing to count, no day and no share."""
    for section in posting.sections_of_kind("success"):
        if section.also or section.heading is None or not _COUNTED.search(section.heading.text):
            continue
        for item in section.items:
            if not _MEASURE.search(item.text) and 1 < len(posting.tokens(item)) <= _LONGEST_MEASURE:
                yield Hit(Excerpt.whole(item))
