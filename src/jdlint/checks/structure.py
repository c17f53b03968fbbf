"""Checks of a posting's make-up: slots left open, empty and misplaced sections, prose where a list belongs, years gone by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt, Section
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options

_COLLABORATORS = re.compile(
    r"\b(?:collaborat\w+|partner(?:s|ed|ing)? (?:closely )?with|(?:work|working|works)(?: very)? (?:closely |directly |together )?(?:with|alongside|across)"
    r"|liais\w+|alongside|cross[- ]functional|multi[- ]?disciplinary|inter[- ]?disciplinary|team[- ]mates?|co-?workers?|colleagues"
    r"|(?:team|crew|group|department) of (?:\w+[- ]){0,3}\w+|(?:join|part of|member of) (?:a|an|the|our|your) (?:[\w&'’-]+ ){0,6}?(?:team|crew|group|department|unit|squad)"
    r"|supporting (?:the|our) \w+|report(?:s|ing)? (?:directly )?(?:to|into))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!…]\s*$")
_EMBED = re.compile(r"<(?:img|iframe|form|embed|object|video|audio|picture|svg|button|input|select)\b|!\[|\{[{%]", re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>|[\W_]+")
_HEADING_WORDS = 7  # a longer "heading" says its own piece
_WISHES = frozenset({"requirements", "preferred"})
_BURIED = ("pay", "benefits")

_YEAR = re.compile(r"(?<![\d$£€#/.-])(?P<first>20[0-3]\d)(?:\s?[-–—/]\s?(?P<last>20[0-3]\d|\d{2}))?(?![\d%/-])")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE_LINE = re.compile(
    rf"^\W*(?:(?:last )?(?:updated|revised|reviewed|modified|published|posted)(?: on| in| for)?:?\s*)?(?:\w{{3,9}},? )?(?:(?:{_MONTH}\s+)?\d{{0,2}}(?:st|nd|rd|th)?,?\s*(?:{_MONTH},?\s+)?)(?P<year>20[0-3]\d)\W*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(rf"\b(?:updated|revised)(?: for| in| on)?:? (?:\d{{1,2}}\w{{0,2}} )?(?:{_MONTH} )?(?:\d{{1,2}},? )?(?P<year>20[0-3]\d)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[(](?:[^\])\n]{0,20} )?(?P<year>20[0-3]\d)(?: (?:template|edition|update|guide|version|sample)[^\])\n]{0,15})?[\])]", re.IGNORECASE)
_STARTS = re.compile(
    rf"\b(?:start(?:s|ing)?(?: date)?|begin(?:s|ning)?|commenc\w+)\b(?:\s?[:–-]|\s(?:in|on|from|date|is|of|as of))?\s(?:(?:early|mid|late|the|spring|summer|autumn|fall|winter|of|\d{{1,2}}\w{{0,2}}|{_MONTH})[\s,]*){{0,3}}(?P<year>20[0-3]\d)\b(?!\s?[-–/])",
    re.IGNORECASE,
)

_LEVELS = (
    ("intern", re.compile(r"\bintern(?:s|ship)?\b", re.IGNORECASE)),
    ("junior", re.compile(r"\b(?:junior|jr|entry[- ]level|graduate)\b", re.IGNORECASE)),
    ("mid", re.compile(r"\b(?:mid(?:dle)?(?:[- ]?(?:level|weight))?|intermediate)\b(?!\s+(?:school|east))", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior|sr|snr)\b(?!\s+(?:living|care|citizens?|housing|services?|center|centre|school))", re.IGNORECASE)),
    ("lead", re.compile(r"\b(?:lead|principal|staff)(?=[\s/,]*(?:\w+\s)?(?:engineer|developer|designer|scientist|architect|analyst|$|/))", re.IGNORECASE)),
)
_JUNIORS = re.compile(r"\b(?:juniors|interns|beginners|entry[- ]level (?:\w+ ){1,2}?(?:are|will|can|may))\b", re.IGNORECASE)
_SENIORS = re.compile(r"\b(?:seniors|senior (?:specialists|developers|engineers|nurses|analysts|staff) (?:are|will|can|may|have))\b", re.IGNORECASE)
_ANY_LEVEL = re.compile(r"\b(?:of|at|for|on) (?:any|all|every) (?:skill |experience |seniority )?levels?\b(?! of (?:government|management|staff|the))", re.IGNORECASE)
_SKILL = re.compile(r"\b(?:specialists?|developers?|engineers?|professionals?|hir(?:e|ing)|positions?|roles?|openings?|vacanc(?:y|ies))\s+(?:\w+\s){0,3}?$", re.IGNORECASE)


def placeholders(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001  # every check takes the options
    """Every slot of a template that nobody filled."""
    for slot in posting.placeholders:
        yield Hit(slot)


def no_collaborators(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """No word on the team or on the people that the work is done with."""
    if posting.has.get("reporting") or any(_COLLABORATORS.search(b.text) for b in posting.texts):
        return
    yield Hit(None)


def _is_title(posting: Posting, block: Block) -> bool:
    title = posting.title
    if block.level == 1 and block.marked == "markup":
        return True
    return title is not None and (block is title.block or title.text.casefold().strip() in block.text.casefold())


def _speaks(posting: Posting, block: Block) -> bool:
    """Whether a heading is no label but says something itself: a sentence, a link, a value after a label."""
    return (
        bool(block.links)
        or block.label_end > 0
        or len(posting.words(block)) > _HEADING_WORDS
        or _SENTENCE_END.search(block.text) is not None
    )


def _something_between(posting: Posting, block: Block, following: Block | None) -> bool:
    """Whether the source holds anything (a picture, a form, an include) after a heading and before the next block."""
    end = following.span.start if following is not None else len(posting.source.text)
    gap = posting.source.text[block.span.end : end]
    return _EMBED.search(gap) is not None or _MARKUP.sub("", gap) != ""


def _kinds(section: Section | None) -> frozenset[str]:
    return frozenset(section.kinds) if section is not None else frozenset({"other"})


def empty_section(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A heading with neither text nor a lower heading under it."""
    blocks = posting.blocks
    started = posting.title is None or posting.title.block.kind == "field" or posting.title.block not in blocks
    for number, block in enumerate(blocks):
        if posting.title is not None and block is posting.title.block:
            started = True
        if block.kind != "heading" or not started or _is_title(posting, block) or _speaks(posting, block):
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is not None and (following.kind != "heading" or following.level > block.level):
            continue
        kinds = _kinds(posting.section_of(block))
        if block.marked != "markup" and kinds == {"other"}:
            continue  # bold or in capitals, and no heading that we know: a firm's name, a slogan
        if following is not None and _belong_together(kinds, _kinds(posting.section_of(following))):
            continue
        if not _something_between(posting, block, following):
            yield Hit(Excerpt.whole(block), {"heading": block.text.strip().rstrip(":")})


def _belong_together(above: frozenset[str], below: frozenset[str]) -> bool:
    """Whether the upper heading opens the lower one's part: "Requirements" over "Must have" at one level."""
    known = above - {"other"}
    return bool(known & below) or (bool(known & _WISHES) and bool(below & _WISHES))


def section_order(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Requirements before the role is told, and pay or benefits after the legal text."""
    body = [s for s in posting.sections if s.source != "field" and s.heading is not None]
    first: dict[str, Section] = {}
    for section in body:
        for kind in section.kinds:
            first.setdefault(kind, section)
    needs, duties = first.get("requirements"), first.get("responsibilities")
    told = first.get("summary")
    if needs is not None and duties is not None and needs.line < duties.line and (told is None or told.line > needs.line):
        yield Hit(needs.heading, variant="requirements")
    legal = first.get("equal_opportunity")
    for kind in _BURIED:
        section = first.get(kind)
        if legal is not None and section is not None and section.line > legal.line:
            yield Hit(section.heading, variant="buried")
            return


def wall_of_text(posting: Posting, options: Options) -> Iterator[Hit]:
    """Duties or requirements as one long paragraph, in a section without a list."""
    longest = options.integer("max-words")
    for section in posting.sections_of_kind("responsibilities", "requirements", "preferred"):
        if any(b.kind in ("item", "cell") for b in section.blocks):
            continue
        for block in section.blocks:
            if block.kind == "paragraph" and block.text.count("\n") < 4 and (count := len(posting.words(block))) > longest:  # noqa: PLR2004
                yield Hit(Excerpt.whole(block), {"words": count}, variant=section.kind)


def several_levels(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Levels far apart in the title, or one text for juniors and seniors alike."""
    title = posting.title
    if title is not None:
        found = [(name, m) for name, pattern in _LEVELS if (m := pattern.search(title.text))]
        names = [name for name, _ in found]
        if len(names) > 2 or ("junior" in names and "senior" in names):  # noqa: PLR2004  # two neighbours are an open choice
            start, end = min(m.start() for _, m in found), max(m.end() for _, m in found)
            yield Hit(Excerpt(title.block, title.start + start, title.start + end), variant="title")
            return
    for block in posting.texts:
        low, high = _JUNIORS.search(block.text), _SENIORS.search(block.text)
        if low and high:
            yield Hit(Excerpt(block, low.start(), low.end()), related=((Excerpt(block, high.start(), high.end()), "and another level"),))
            return
        anyone = _ANY_LEVEL.search(block.text)
        if anyone and _SKILL.search(block.text[: anyone.start()]):
            yield Hit(Excerpt(block, anyone.start(), anyone.end()))
            return


def _last_year(match: re.Match[str]) -> int:
    """The later year of "2025" or "2025/26"."""
    last = match.groupdict().get("last")
    if not last:
        return int(match["first"])
    return int(last) if len(last) > 2 else int(match["first"][:2] + last)  # noqa: PLR2004  # a year of two digits


def stale_year(posting: Posting, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A year before this one in the title, in the text's own date or in its start date."""
    now = posting.as_of.year
    title = posting.title
    if title is not None:
        for match in _YEAR.finditer(title.text):
            if _last_year(match) < now:
                yield Hit(Excerpt(title.block, title.start + match.start(), title.start + match.end()), {"year": match.group(), "now": now}, "title")
    for block in posting.blocks:
        if "20" not in block.text or block.kind == "code" or (title is not None and block is title.block):
            continue
        if block.kind in ("heading", "paragraph"):
            patterns = ((_DATE_LINE, "date"), (_UPDATED, "date"), (_BRACKETED if block.kind == "heading" else _UPDATED, "date"), (_STARTS, "start"))
        else:
            patterns = ((_UPDATED, "date"), (_STARTS, "start"))
        for pattern, variant in patterns:
            match = pattern.search(block.text)
            if match and int(match["year"]) < now:
                yield Hit(Excerpt(block, match.start("year"), match.end("year")), {"year": match["year"], "now": now}, variant)
                break
