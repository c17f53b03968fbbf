"""Checks of a posting's make-up: slots left open, empty and misplaced sections, prose where a list belongs, no word on the team."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.fields import field_kind, fields_of
from jdlint.posting.headings import classify
from jdlint.posting.model import Block, Excerpt, Section
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_COLLABORATORS = lazy(
    r"\b(?:collaborat\w+|partner(?:s|ed|ing)? (?:closely )?with"
    r"|(?:work|working|works)(?: very)? (?:closely |directly |together )?(?:with|alongside|across)"
    r"|liais\w+|alongside|cross[- ]functional|multi[- ]?disciplinary|inter[- ]?disciplinary|team[- ]mates?|co-?workers?|colleagues"
    r"|(?:team|crew|group|department) of (?:\w+[- ]){0,3}\w+"
    r"|(?:join|part of|member of) (?:a|an|the|our|your) (?:[\w&'’-]+ ){0,6}?(?:team|crew|group|department|unit|squad)"
    r"|together with|with (?:our|a|an|the|your|one|two|three|four|five|six) (?:[\w-]+ ){0,3}?"
    r"(?:\w+(?:ers?|ors?|ists?|ants?|ians?)|team|staff|nurses?|physicians?)"
    r"|supporting (?:the|our) \w+|report(?:s|ing)? (?:directly )?(?:to|into))\b",
    re.IGNORECASE,
)
_SENTENCE_END = lazy(r"[.!…]\s*$")
_EMBED = lazy(r"<(?:img|iframe|form|embed|object|video|audio|picture|svg|button|input|select)\b|!\[|\{[{%]", re.IGNORECASE)
_MARKUP = lazy(r"<[^>]*>|[\W_]+")
_NAME = (
    r"(?!(?:We|They|This|That|It|You|Our|The|Who|If|What|There)\b)"
    r"[A-Z][\w&.'’-]{0,30}(?: (?:of |for |and |the )?[A-Z&][\w&.'’-]{0,30}){0,5}"
)
_NAMED = lazy(
    rf"\b{_NAME}(?:,? (?:Inc|LLC|Ltd|GmbH|Pty|plc)\.?)?"
    r" (?:is|are) (?:currently |now |actively )?(?:looking|seeking|hiring|searching|recruiting|home)\b"
    rf"|\b{_NAME},? (?:Inc|LLC|Ltd|GmbH|Pty|plc|Limited)\b|\b[Jj]oin {_NAME}|\b[Tt]eam at {_NAME}|\b[Ww]orking (?:at|for) {_NAME}"
)
_PUBLIC = lazy(r"\b[A-Z][\w'’-]+ (?:County|Council|Borough)\b|\b(?:City|County|Town|Borough|University|State|Government) of [A-Z]\w+")
_UMBRELLA = lazy(
    r"\W{0,5}(?:(?:the|in|full|more|all) ){0,2}(?:job |role |position )?"
    r"(?:description|details?|specifics|specifications?|particulars|long version|posting|advert|profile|information)\W{0,5}$",
    re.IGNORECASE,
)
_MARKS = ("markup", "underline", "caps", "bold", "colon", "plain")
_HEADING_WORDS = 7  # a longer "heading" says its own piece
_WISHES = frozenset({"requirements", "preferred"})
_LISTED = ("responsibilities", "requirements", "preferred")
_INTRODUCTION = 15  # words that can tell what a job is for
_TOLD = frozenset({"summary", "responsibilities", "requirements", "reporting", "success", "other"})
_ADDRESSED = frozenset({"you", "you'll", "role", "position", "job"})
_BURIED = ("pay", "benefits")


def placeholders(posting: Posting, options: Options) -> Iterator[Hit]:
    """Every slot of a template that nobody filled."""
    for slot in posting.placeholders:
        yield Hit(slot)


def no_summary(posting: Posting, options: Options) -> Iterator[Hit]:
    """No overview of the role: neither a section for it nor a paragraph that opens the text."""
    if not posting.has.get("summary") and not any(_introduces(posting, block) for block in _opening(posting)):
        yield Hit(None)


def no_company(posting: Posting, options: Options) -> Iterator[Hit]:
    """Nothing on who the employer is; where at least the name stands, a milder hit."""
    if posting.has.get("company"):
        return
    if _names_employer(posting):
        yield Hit(None, variant="named", severity="info")
    else:
        yield Hit(None)


def _names_employer(posting: Posting) -> bool:
    """Whether a field, a label ("Employer: Hays County"), a sentence or a public body's name tells who hires."""
    labels = (section.heading.text.strip(" :*") for section in posting.sections if section.source == "label" and section.heading)
    return (
        bool(fields_of(posting, "employer"))
        or any(field_kind(label) == "employer" for label in labels)
        or bool(posting.company_names)
        or any(_NAMED.search(block.text) or _PUBLIC.search(block.text) for block in posting.texts)
    )


def _opening(posting: Posting) -> Iterator[Block]:
    """What stands before the first list of duties or requirements."""
    for block in posting.texts:
        section = posting.section_of(block)
        headed = section is not None and section.heading is not None and section.heading.block.kind == "heading"
        if section is not None and section.kind in _LISTED and (block.kind == "item" or headed):
            return
        yield block


def _introduces(posting: Posting, block: Block) -> bool:
    if block.kind not in ("paragraph", "field", "quote") or len(posting.tokens(block)) < _INTRODUCTION:
        return False
    section = posting.section_of(block)
    if section is not None and section.source == "inferred" and section.kind == "company":
        return not _ADDRESSED.isdisjoint(w.norm for w in posting.words(block))  # the employer's paragraphs and the role's run together
    return section is None or section.kind in _TOLD


def no_collaborators(posting: Posting, options: Options) -> Iterator[Hit]:
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
        or len(posting.tokens(block)) > _HEADING_WORDS
        or _SENTENCE_END.search(block.text) is not None
    )


def _something_between(posting: Posting, block: Block, following: Block | None) -> bool:
    """Whether the source holds anything (a picture, a form, an include) after a heading and before the next block."""
    end = following.span.start if following is not None else len(posting.source.text)
    gap = posting.source.text[block.span.end : end]
    for directive in posting.document.directives:
        gap = gap.replace(posting.source.text[slice(*directive.span)], "")
    return _EMBED.search(gap) is not None or _MARKUP.sub("", gap) != ""


def _kinds(section: Section | None) -> frozenset[str]:
    return frozenset(section.kinds) if section is not None else frozenset({"other"})


def empty_section(posting: Posting, options: Options) -> Iterator[Hit]:
    """A heading with neither text nor a lower heading under it."""
    blocks = posting.blocks
    started = posting.title is None or posting.title.block.kind == "field" or posting.title.block not in blocks
    told = False  # whether any text has stood under the title: a firm's name or a place there may be marked as a heading
    for number, block in enumerate(blocks):
        if posting.title is not None and block is posting.title.block:
            started, told = True, False
        told = told or block.kind not in ("heading", "field")
        if block.kind != "heading" or block.marked == "plain" or not started or _is_title(posting, block) or _speaks(posting, block):
            continue
        if not told and posting.title is not None and _kinds(posting.section_of(block)) == {"other"}:
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is not None and (following.kind != "heading" or following.level > block.level or _rank(following) > _rank(block)):
            continue
        said = following is not None and not following.label_end and _speaks(posting, following)
        if following is not None and (said or not _stands_apart(posting, block, following)):
            continue
        if not _something_between(posting, block, following) and not _states_a_fact(posting, block):
            yield Hit(Excerpt.whole(block), {"heading": block.text.strip().rstrip(":")})


def _states_a_fact(posting: Posting, block: Block) -> bool:
    """Whether a line marked as a heading says where, for how much or how long: "#### Remote, Berlin, Germany"."""
    stated = (*(f.at for f in posting.places), *(f.at for f in posting.pay), *(f.at for f in posting.employment))
    return any(at.block is block for at in stated)


def _stands_apart(posting: Posting, block: Block, following: Block) -> bool:
    """Whether the second of two headings in a row is no part of the first: a firm's name or a slogan may stand above another."""
    if _UMBRELLA.match(block.text):
        return False
    known, below = _kinds(posting.section_of(block)), _kinds(posting.section_of(following))
    if block.marked != "markup" and (known == {"other"} or below == {"other"}):
        return False
    return not _belong_together(known, below)


def _rank(block: Block) -> int:
    """How weakly a heading is marked: a bold line may stand under a real heading, never the other way round."""
    return _MARKS.index(block.marked) if block.marked in _MARKS else 0


def _belong_together(above: frozenset[str], below: frozenset[str]) -> bool:
    """Whether the upper heading opens the lower one's part: "Requirements" over "Must have" at one level."""
    known = above - {"other"}
    return bool(known & below) or (bool(known & _WISHES) and bool(below & _WISHES))


def section_order(posting: Posting, options: Options) -> Iterator[Hit]:
    """Requirements before the role is told, and pay or benefits after the legal text."""
    first: dict[str, Section] = {}
    for section in posting.sections:
        if section.source != "field" and section.heading is not None:
            for kind in classify(section.heading.text, posting.reading).kinds:
                first.setdefault(kind, section)
    needs, duties = first.get("requirements"), first.get("responsibilities")
    told = first.get("summary")
    if needs is not None and duties is not None and needs.line < duties.line and (told is None or told.line > needs.line):
        yield Hit(needs.heading, variant="requirements")
    legal = first.get("equal_opportunity")
    buried = [first[kind] for kind in _BURIED if kind in first and legal is not None and first[kind].line > legal.line]
    if buried:
        yield Hit(buried[0].heading, variant="buried")


def wall_of_text(posting: Posting, options: Options) -> Iterator[Hit]:
    """Duties or requirements as one long paragraph, in a section without a list."""
    longest = options.integer("max-words")
    listed = any(section.items for section in posting.sections_of_kind(*_LISTED))
    for section in posting.sections_of_kind(*_LISTED):
        if (listed and section.source == "inferred") or any(b.kind in ("item", "cell") for b in section.blocks):
            continue
        for block in section.blocks:
            if block.kind == "paragraph" and block.text.count("\n") < 4 and (count := len(posting.tokens(block))) > longest:  # noqa: PLR2004
                yield Hit(Excerpt.whole(block), {"words": count}, variant=_listed_variant(section))


def _listed_variant(section: Section) -> str:
    """Which message fits; what an inferred section holds is too mixed to be named."""
    if section.source == "inferred":
        return "mixed"
    return "" if "responsibilities" in section.kinds else "requirements"
