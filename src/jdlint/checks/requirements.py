"""Checks of what a posting asks of a candidate: how much, how clearly, and whether it contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.checks.bullets import item_lists
from jdlint.posting.model import Block, Degree, Excerpt, Experience
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options

_WISH = re.compile(
    r"\b(?:nice[- ]to[- ]have|(?:is|are|would be|will be|considered|seen as|as)? ?an? (?:big |huge |strong |definite |real )?(?:plus|bonus|asset|advantage)"
    r"|preferred|preferable|preferably|desirable|desired|advantageous|bonus(?: points)?|ideally|beneficial|not (?:required|essential|necessary)"
    r"|(?:is|are|would be) (?:helpful|useful|welcome|great|nice)|optional)\b|^plus\b|\(plus\)|\bplus$",
    re.IGNORECASE,
)


def is_wish(text: str) -> bool:
    """Whether a demand is marked as a wish by its own words."""
    return _WISH.search(text) is not None


def demands(posting: Posting) -> list[tuple[Block, ...]]:
    """The lists of must-haves: outermost items of sections for requirements that are not for wishes alone."""
    found: list[tuple[Block, ...]] = []
    for section in posting.sections_of_kind("requirements"):
        if section.kind != "preferred":
            found += item_lists(section.items)
    return found


def wishes(posting: Posting) -> list[Block]:
    """The items under headings for wishes."""
    return [item for s in posting.sections if s.kind == "preferred" for items in item_lists(s.items) for item in items]


def too_many(posting: Posting, options: Options) -> Iterator[Hit]:
    """More must-haves than the option allows; items that call themselves a wish don't count."""
    lists, limit = demands(posting), options.integer("max-items")
    musts = [item for items in lists for item in items if not is_wish(item.text)]
    if len(musts) <= limit:
        return
    section = next(s for s in posting.sections_of_kind("requirements") if s.kind != "preferred" and s.items)
    yield Hit(section.heading or Excerpt.whole(musts[0]), {"count": len(musts), "limit": limit})


def unsplit(posting: Posting, options: Options) -> Iterator[Hit]:
    """Wishes strewn among the must-haves of one list: one hit a list, at the first wish."""
    for items in demands(posting):
        marked = [(item, match) for item in items if (match := _WISH.search(item.text))]
        if len(items) < options.integer("min-items") or not 0 < len(marked) < len(items):
            continue
        runs = sum(1 for i, item in enumerate(items) if is_wish(item.text) and not (i and is_wish(items[i - 1].text)))
        if runs == 1 and is_wish(items[-1].text):
            continue  # all wishes stand together at the end: split in fact
        (first, match), rest = marked[0], marked[1:]
        related = tuple((Excerpt(item, m.start(), m.end()), "a wish too") for item, m in rest)
        yield Hit(Excerpt(first, *_trimmed(match)), {"wishes": len(marked), "total": len(items)}, related=related)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    lead = len(match.group()) - len(match.group().lstrip())
    return match.start() + lead, match.end()


_REGULATED = re.compile(
    r"\b(?:nurs\w*|midwi\w+|physicians?|doctors? of|doctors?|medical|clinical|surgeons?|dent(?:ists?|al)|pharmac\w+|veterinar\w+|psycholog\w+|psychiatr\w+"
    r"|physiotherap\w+|therap(?:y|ists?)|optometr\w+|audiolog\w+|dieti[ct]i\w+|radiograph\w+|paramedic\w*|teach(?:ers?|ing)|educators?|principal of"
    r"|school|lecturers?|professors?|faculty|post-?doc\w*|social work(?:ers?)?|counsel(?:lors?|ors?|ling|ing)|attorneys?|lawyers?|solicitors?|barristers?"
    r"|paralegals?|legal counsel|law|juris|jd|llb|llm|chartered|professional engineers?|licensed|licensure|registered|architects?(?= registration)|actuar\w+"
    r"|md|mbbs|rn|bsn|msn|msw|mph|pharmd|dnp|dvm|dds)\b",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"\b(?:equivalent|equivalen\w+|comparable|similar (?:work )?experience|(?:relevant|related|work|practical|professional|industry|years of|hands-on)"
    r" experience|combination of|in lieu|in place of|instead of|substitut\w+|self-taught|or experience|alternatively)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\bor\b|\bin lieu\b|\bequivalent|\bcombination\b|\bsubstitut|\binstead\b|/")


def degree_only(posting: Posting, options: Options) -> Iterator[Hit]:
    """A degree demanded with no other way in, in work where the degree is not the licence: one hit a posting."""
    degrees = [d for d in posting.degrees if d.required]
    if any(d.equivalent_ok for d in posting.degrees) or not degrees or _is_regulated(posting):
        return
    bare = [d for d in degrees if not _is_open(posting, d)]
    if not bare or len(bare) < len(degrees):
        return
    first, rest = bare[0], bare[1:]
    related = tuple((d.at, "a degree too") for d in rest)
    yield Hit(first.at, {}, related=related)


def _is_regulated(posting: Posting) -> bool:
    return posting.title is not None and _REGULATED.search(posting.title.text) is not None


def _is_open(posting: Posting, degree: Degree) -> bool:
    """Whether the words around a degree, as the fact does not say, leave another way or name a licence."""
    sentence = posting.sentence_at(degree.at).text
    if _REGULATED.search(sentence) or is_wish(sentence):
        return True
    return bool(_ALTERNATIVE.search(sentence) and _OR.search(sentence.casefold()))


def high_experience(posting: Posting, options: Options) -> Iterator[Hit]:
    """A demand for more years than the option allows."""
    limit = options.number("max-years")
    for demand in posting.experience:
        if demand.min is not None and demand.min > limit and not _is_preferred(posting, demand):
            yield Hit(demand.at, {"years": _plain(demand.min), "limit": _plain(limit)})


def _is_preferred(posting: Posting, demand: Experience) -> bool:
    section = posting.section_of(demand.at.block)
    if section is not None and section.kind == "preferred":
        return True
    return is_wish(posting.sentence_at(demand.at).text)


def _plain(number: float) -> str:
    return f"{number:g}"


_ENTRY = re.compile(r"\bentry[- ]level\b|\bno (?:prior |previous |work )?experience (?:is |necessary|needed|required)", re.IGNORECASE)
_NOT_THIS_JOB = re.compile(r"\b(?:mentor|coach|train|supervis|guid|lead|manag|beyond|above|not an?|isn't|more than|from|to senior|support)\w*\b", re.IGNORECASE)


def entry_with_years(posting: Posting, options: Options) -> Iterator[Hit]:
    """An entry-level job that asks for years of experience."""
    limit = options.number("entry-years")
    demanded = [d for d in posting.experience if d.min is not None and d.min >= limit and not _is_preferred(posting, d)]
    if not demanded:
        return
    for block in posting.texts:
        match = _ENTRY.search(block.text) if "entry" in block.text.casefold() or "experience" in block.text.casefold() else None
        if match is None:
            continue
        at = Excerpt(block, match.start(), match.end())
        if _NOT_THIS_JOB.search(posting.sentence_at(at).text) and block.kind not in ("heading", "field"):
            continue
        years = demanded[0]
        values = {"years": _plain(years.min or 0), "entry": match.group().lower()}
        yield Hit(years.at, values, variant="entry", related=((at, "says that beginners may apply"),))
        return
