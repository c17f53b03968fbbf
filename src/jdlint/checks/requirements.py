"""Checks of what a posting asks of a candidate: how much, how clearly, and whether it contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jdlint.checks.bullets import item_lists
from jdlint.posting.model import Block, Degree, Excerpt, Experience, Section
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_WISH = lazy(
    r"\bnice[- ]to[- ]have\b|\ban? (?:\w+ )?(?:plus|bonus|asset|advantage)\b|^(?:\W*)(?:ideally|preferably|preferred|desirable"
    r"|optional|plus|bonus)\b"
    r"|\b(?:is|are|be|highly|strongly|also|but|though|while) (?:highly |strongly |also )?"
    r"(?:preferred|preferable|desirable|desired|advantageous|beneficial|optional|welcome|not (?:required|essential|necessary"
    r"|mandatory))\b"
    r"|\bwould be (?:great|nice|helpful|useful|good|ideal)\b|\bbonus points\b"
    r"|\b(?:preferred|preferable|desirable|desired|advantageous|beneficial|optional)(?=\W*$)|\((?:preferred|desirable|desired"
    r"|optional|a? ?plus)\)",
    re.IGNORECASE,
)
_SOFT = lazy(
    r"\b(?:ideally|preferabl[ey]|preferred|desirable|advantageous|optional|not (?:required|essential|necessary"
    r"|mandatory))\b",
    re.IGNORECASE,
)
_ASIDE = lazy(r"\([^()]*\)")
_SHORT_ASIDE = 3  # words in brackets that may mark the whole demand: "(a big plus)"


@lru_cache(maxsize=512)  # several checks ask of the same items
def find_wish(text: str) -> re.Match[str] | None:
    """The words by which a demand calls itself a wish; "(AWS preferred)" beside a demand is no such words."""
    found = _WISH.search(text)
    if found is None:
        return None
    aside = next((m for m in _ASIDE.finditer(text) if m.start() < found.start() and found.end() < m.end()), None)
    return None if aside and len(aside.group().split()) > _SHORT_ASIDE else found


def is_wish(text: str) -> bool:
    """Whether a demand is marked as a wish by its own words."""
    return find_wish(text) is not None


def is_soft(text: str) -> bool:
    """Whether a sentence asks for something without demanding it, in part at least."""
    return is_wish(text) or _SOFT.search(text) is not None


def _must_sections(posting: Posting) -> Iterator[Section]:
    return (s for s in posting.sections_of_kind("requirements") if s.kind != "preferred")


_CHOICE_HEADING = lazy(r"\b(?:some|any|one|one or more|a few|at least \w+|several) of\b|\bcharacteristics\b|\bmay\b", re.IGNORECASE)


def _offers_choice(section: Section) -> bool:
    """Whether a heading says that not everything under it is needed."""
    return section.heading is not None and _CHOICE_HEADING.search(section.heading.text) is not None


def demands(posting: Posting) -> list[tuple[Block, ...]]:
    """The lists of must-haves: outermost items of sections for requirements that are not for wishes alone."""
    return [items for section in _must_sections(posting) for items in item_lists(section.items)]


def wishes(posting: Posting) -> list[Block]:
    """The items under headings for wishes."""
    return [item for s in posting.sections if s.kind == "preferred" for items in item_lists(s.items) for item in items]


def too_many(posting: Posting, options: Options) -> Iterator[Hit]:
    """More must-haves than the option allows; items that call themselves a wish don't count."""
    limit = options.integer("max-items")
    lists = [items for section in _must_sections(posting) if not _offers_choice(section) for items in item_lists(section.items)]
    if sum(len(items) for items in lists) <= limit:
        return
    musts = [item for items in lists for item in items if not is_wish(item.text)]
    if len(musts) <= limit:
        return
    section = next(s for s in _must_sections(posting) if s.items and not _offers_choice(s))
    yield Hit(section.heading or Excerpt.whole(musts[0]), {"count": len(musts), "limit": limit})


def unsplit(posting: Posting, options: Options) -> Iterator[Hit]:
    """Wishes strewn among the must-haves of one list: one hit a list, at the first wish."""
    for items in demands(posting):
        if len(items) < options.integer("min-items"):
            continue
        marked = [(item, match) for item in items if (match := find_wish(item.text))]
        if not 0 < len(marked) < len(items):
            continue
        runs = sum(1 for i, item in enumerate(items) if is_wish(item.text) and not (i and is_wish(items[i - 1].text)))
        if runs == 1 and is_wish(items[-1].text):
            continue  # all wishes stand together at the end: split in fact
        (first, match), rest = marked[0], marked[1:]
        related = tuple((Excerpt(item, m.start(), m.end()), "a wish too") for item, m in rest)
        yield Hit(
            Excerpt(first, *_trimmed(match)), {"wishes": len(marked), "total": len(items)}, related=related, variant="" if rest else "one"
        )


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    lead = len(match.group()) - len(match.group().lstrip())
    return match.start() + lead, match.end()


# Work in which the degree is the licence, or as good as one. Whole words, so that a data scientist or a school's clerk is not meant.
_REGULATED = lazy(
    r"\b(?:nurs(?:e|es|ing)|midwi(?:fe|ves|fery)|physicians?|doctors?|surgeons?|dent(?:ists?|al)|pharmac(?:ists?|y)|veterinar(?:y|ians?)"
    r"|psycholog(?:ists?|y)|psychiatr(?:ists?|y)|(?:physio)?therap(?:y|ists?)|optometr(?:ists?|y)|audiolog(?:ists?|y)"
    r"|dieti[ct]ians?|podiatr(?:ists?|y)"
    r"|chiropract(?:ors?|ic)|radiograph(?:ers?|y)|radiolog(?:ists?|y)|(?:language )?patholog(?:ists?|y)|anae?sthe(?:tists?|sia)"
    r"|paramedics?"
    r"|teach(?:ers?|ing)|educators?|lecturers?|professors?|faculty|post-?doc(?:s|toral)?|research (?:fellows?|associates?)"
    r"|early childhood"
    r"|social work(?:ers?)?|counsell?(?:ors?|ing)|behaviou?r analysts?|attorneys?|lawyers?|solicitors?|barristers?|legal counsel"
    r"|general counsel"
    r"|librarians?|chaplains?|actuar(?:y|ies|ial)|professional engineers?|mbbs|registered nurse)\b",
    re.IGNORECASE,
)
_LICENCE = lazy(
    r"\b(?:clinical|medical|medicine|law degree|degree in law|juris|llb|llm|chartered|licen[cs]ed|licensure|registration"
    r"|architecture|bsn|msn|msw|pharmd|dnp|pgce|pgde|mbbs"
    r"|dvm|dds|cpa|registered)\b|\b(?-i:JD|MD|RN|PE)\b",
    re.IGNORECASE,
)
_ALTERNATIVE = lazy(
    r"\b(?:equivalen\w+|comparable|similar (?:work )?experience"
    r"|(?:relevant|related|work|practical|professional|industry|years of|hands-on) experience|combination of|in lieu|in place of"
    r"|instead of|substitut\w+|self-taught|or experience|alternatively)\b",
    re.IGNORECASE,
)
_OR_TRAINING = lazy(
    r"\bor (?:\w+ ){0,4}(?:certif\w+|diplomas?|boot ?camps?|training|apprenticeships?|licen[cs]e|experience|experienced|years|trade"
    r"|vocational)\b",
    re.IGNORECASE,
)
_ELSEWHERE = lazy(
    r"\bin lieu of\b|\bsubstitut\w+ (?:for|of)\b|\bcombination of (?:education|training|experience)\b|\bone of the following\b"
    r"|\bequivalent (?:experience|combination)"
    r"|\bor (?:an? )?(?:equivalent|comparable)\b|\bno degree\b|\bdegree (?:is )?not (?:required|necessary|needed)\b|\bwithout a degree\b",
    re.IGNORECASE,
)
_OR = lazy(r"\bor\b|\bin lieu\b|\bequivalent|\bcombination\b|\bsubstitut|\binstead\b|/")


_SCHOOL = lazy(
    r"\bhigh[- ]school\b|\bsecondary\b|\bgrade \d|\bmatric|\b(?:senior|leaving|junior) cert|\b1[02]th\b|\b(?:ged|hsd)\b"
    r"|\bsome college\b|\bbackground\b",
    re.IGNORECASE,
)


def degree_only(posting: Posting, options: Options) -> Iterator[Hit]:
    """A degree demanded with no other way in, in work where the degree is not the licence: one hit a posting."""
    degrees = [d for d in posting.degrees if d.required and not _SCHOOL.search(d.at.text)]
    if any(d.equivalent_ok for d in posting.degrees) or not degrees or _is_regulated(posting):
        return
    bare = [d for d in degrees if not _is_open(posting, d)]
    if not bare or len(bare) < len(degrees):
        return
    if any(_ELSEWHERE.search(block.text) for block in posting.blocks):
        return
    first, rest = bare[0], bare[1:]
    related = tuple((d.at, "a degree too") for d in rest)
    yield Hit(first.at, {}, related=related)


def _is_regulated(posting: Posting) -> bool:
    return posting.title is not None and _REGULATED.search(posting.title.text) is not None


def _is_open(posting: Posting, degree: Degree) -> bool:
    """Whether the words around a degree, as the fact does not say, leave another way or name a licence."""
    sentence = posting.sentence_at(degree.at).text
    if _REGULATED.search(sentence) or _LICENCE.search(sentence) or is_soft(sentence) or _OR_TRAINING.search(sentence):
        return True
    return bool(_ALTERNATIVE.search(sentence) and _OR.search(sentence.casefold()))


_INSTEAD = lazy(r"\bin lieu of\b|\bin place of\b|\binstead of\b|\bsubstitut\w+", re.IGNORECASE)  # the years that make up for a degree


def high_experience(posting: Posting, options: Options) -> Iterator[Hit]:
    """Demands for more years than the option allows: one hit a posting, at the first."""
    limit = options.number("max-years")
    high = [d for d in posting.experience if d.min is not None and d.min > limit and not _is_preferred(posting, d)]
    high = [d for d in high if not _INSTEAD.search(posting.sentence_at(d.at).text)]
    if high:
        related = tuple((d.at, "more years here") for d in high[1:])
        yield Hit(high[0].at, {"years": _plain(high[0].min or 0), "limit": _plain(limit)}, related=related)


def _is_preferred(posting: Posting, demand: Experience) -> bool:
    section = posting.section_of(demand.at.block)
    if section is not None and section.kind == "preferred":
        return True
    return is_soft(posting.sentence_at(demand.at).text)


def _plain(number: float) -> str:
    return f"{number:g}"


_ENTRY = lazy(r"\bentry[- ]level\b|\bno (?:prior |previous |work )?experience (?:is |necessary|needed|required)", re.IGNORECASE)
_NOT_THIS_JOB = lazy(
    r"\b(?:mentor|coach|train|supervis|guid|lead|manag|beyond|above|not an?|isn't|more than|from|to senior|support)\w*\b", re.IGNORECASE
)


def entry_with_years(posting: Posting, options: Options) -> Iterator[Hit]:
    """An entry-level job that asks for years of experience."""
    limit = options.number("entry-years")
    demanded = [d for d in posting.experience if d.min is not None and d.min >= limit and not _is_preferred(posting, d)]
    if not demanded:
        return
    for block in posting.texts:
        match = _ENTRY.search(block.text)
        if match is None:
            continue
        at = Excerpt(block, match.start(), match.end())
        if _NOT_THIS_JOB.search(posting.sentence_at(at).text) and block.kind not in ("heading", "field"):
            continue
        years = demanded[0]
        values = {"years": _plain(years.min or 0), "entry": match.group().lower()}
        yield Hit(years.at, values, variant="entry", related=((at, "says that beginners may apply"),))
        return


_SUPERLATIVE = lazy(
    r"\b(?:must|expert|experts|expertise|mastery|master(?= of)|exceptional|outstanding|superb|superior|flawless|impeccable|extensive"
    r"|exemplary|deep|unparalleled|world-class|excellent)\b",
    re.IGNORECASE,
)


def demanding(posting: Posting, options: Options) -> Iterator[Hit]:
    """Requirements of which most stand in the superlative: one hit a posting, at the first such word."""
    items = [item for found in demands(posting) for item in found]
    marked = [(item, match) for item in items if (match := _SUPERLATIVE.search(item.text))]
    count = sum(len(_SUPERLATIVE.findall(item.text)) for item in items)
    if count >= options.integer("min-words") and len(marked) * 2 >= len(items):
        (first, match), rest = marked[0], marked[1:]
        related = tuple((Excerpt(item, m.start(), m.end()), "here too") for item, m in rest)
        yield Hit(Excerpt(first, match.start(), match.end()), {"count": count, "total": len(items)}, related=related)
