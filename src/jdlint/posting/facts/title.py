"""The job title as stated, and the level it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.facts.patterns import joined
from jdlint.posting.facts.scan import trimmed
from jdlint.posting.facts.title_core import CALL, CALLED, LONGEST, core, cored, is_generic, looks_like_title, names_job
from jdlint.posting.facts.title_ends import speaks_of
from jdlint.posting.fields import fields_of, key_words
from jdlint.posting.headings import classify
from jdlint.posting.model import Block, Excerpt
from jdlint.text.lazy import lazy
from jdlint.text.stems import Stems

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_TITLE_LABEL = lazy(r"\W*(?:job |position |role )?title\W*", re.IGNORECASE)
_SURE_LABEL = lazy(r"(?:job|position|role|post) ?title\s*[:–—-]\s*(?=\S)", re.IGNORECASE)
_SURE = lazy(r"\b(?:title|name)\b", re.IGNORECASE)
_OPENING = 20  # blocks, of which a line may be the title
_SHORT = 9
_SMALL = frozenset(("a", "an", "and", "of", "the", "for", "in", "to", "with", "de", "du"))
_HEAD = 40  # blocks; what stands further down names no title
_BELOW = 20  # blocks; a "Job title:" after so many stands in an attached description, and the first line is what readers see
_LABEL = lazy(
    joined(r"""
    ^\W*(?:(?:job|position|role|post|posting|vacancy|working|official|functional|class|classification)[ _-]?(?:title|name)
    (?:,? (?:and|&|/) grade)?
    |(?:title|name) of (?:the )?(?:post|position|job|role|vacancy)|title|designation|position|role|job|vacancy
    |post(?: ?(?:no\.? ?)?\d+(?:\s?/\s?\d+)?)?|opening)\s*(?:[:|]|\s[–—-]\s|\n|(?<=title)\s/\s|(?<=grade)\s/\s)
    \s*(?P<value>[^\n|]{2,120}?)\s*(?:\||$)
    """),
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_STEMS = Stems("title", "name", "designation", "position", "role", "job", "vacancy", "post", "opening")  # one stands in each label
# A title that calls people and names no one job: "Now hiring all kitchen positions!"
_CLUTTERED = lazy(
    r"\W*(?:we(?:['’]re| are) )?(?:now |currently |urgently )?(?:hiring|recruiting|help wanted)\b"
    r"[^.?]*\b(?:positions?|roles?|staff|crew|jobs?|shifts?)\b",
    re.IGNORECASE,
)
_DASH = lazy(r"\s+[|–—-]+\s+|\s@\s")
_FIRM = lazy(r"[™®]|,?\s\(?(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|Pty|Corp|Co\.)\b\.?\)?")
_HOUSE = lazy(
    r"The [A-Z][\w’'&-]+(?: [\w’'&-]+){0,4}? (?:Hotel|Inn|Restaurant|Café|Cafe|Pub|Arms|Bakery|School|Academy|College|Hospital|Clinic"
    r"|Museum|Library|Trust|Foundation|Church|Theatre|Company|Group)"
)
_ADDRESS = lazy(r"https?://|\bwww\.|\S@\S")  # "Link: https://…" above a posting names no job
_SITE = lazy(r"\s+[|–—·»:-]{1,2}\s+(?P<rest>[^|–—·»]+)$")
_SENTENCE_END = (".", "!", "?", ":", ";", ",")
_SLOGAN = lazy(
    r"\b(?:we|our|you|your|us|is|are|join|build(?:ing)?|make|help|let['’]s|looking|hiring|seeking|position has|interested)\b",
    re.IGNORECASE,
)


def labelled_title(text: str) -> tuple[int, int] | None:
    """The value of a "Job title:" label in a text."""
    for match in _LABEL.finditer(text):
        value = match["value"]
        label = match.group()[: match.start("value") - match.start()].casefold()
        sure = "title" in label or "name" in label
        if not is_generic(value) and len(value.split()) <= LONGEST and (sure or looks_like_title(value)):
            return match.start("value"), match.end("value")
    return None


def without_site(text: str) -> str:
    """A page's title without the name of its site."""
    match = _SITE.search(text)
    if match is not None and not names_job(match["rest"]):
        return text[: match.start()]
    first, mark, rest = text.partition(" | ")
    return rest if mark and not names_job(first) and names_job(rest) else text


def _from_fields(posting: Posting) -> Iterator[Excerpt]:
    fields = [f for f in fields_of(posting, "title") if not is_generic(f.block.text) and isinstance(f.value, str)]
    exact = [f for f in fields if "title" in key_words(f.key)[-1:][0]]
    for field in (*exact, *(f for f in fields if f not in exact)):
        at = trimmed(field.block)
        label = _SURE_LABEL.match(at.text)  # `title: "Job title: Cook"`
        yield Excerpt(at.block, at.start + label.end(), at.end) if label else at


def _from_labels(posting: Posting) -> Iterator[Excerpt]:
    blocks = posting.blocks[:_HEAD]
    named = set(posting.body_holding(_LABEL_STEMS))
    for at, block in enumerate(blocks):
        if block not in named:
            continue
        found = labelled_title(block.text)
        if found is not None:
            yield cored(Excerpt(block, *found))
        elif block.kind in ("cell", "heading") and _TITLE_LABEL.fullmatch(block.text) and at + 1 < len(blocks):
            yield trimmed(blocks[at + 1])


def _from_headings(posting: Posting) -> Iterator[Excerpt]:
    headings = [b for b in posting.blocks[:_HEAD] if b.kind == "heading" and b.text.strip() and len(b.text.split()) <= LONGEST + 6]
    headings = [b for b in headings if _calls(b.text) or not (is_generic(b.text) or _names_section(posting, b))]
    named = [b for b in headings if looks_like_title(b.text) or _calls(b.text)]
    top = min((b.level for b in headings), default=0)
    best = (
        [b for b in named if b.level == top]
        or named
        or [b for b in headings if b.level == top and b is headings[0] and b.marked in ("markup", "underline", "")]
    )
    return (_without_bar(cored(trimmed(b))) for b in best)


def _without_bar(at: Excerpt) -> Excerpt:
    """The title without a stray bar or dash at its end."""
    return Excerpt(at.block, at.start, at.start + len(at.text.rstrip(" |–—-:")))


def _calls(text: str) -> bool:
    """Whether a line announces a job that it names: "Now hiring: night porter"."""
    if not (CALL.match(text) or CALLED.search(text)):
        return False
    text = text.strip()
    return core(text) != (0, len(text))


_PARTS = ("duties", "responsibilities", "requirements", "qualifications")


def _names_section(posting: Posting, block: Block) -> bool:
    """Whether a heading opens a known part of a posting; sections themselves are read after the title, so not asked."""
    if block.marked in ("plain", "colon"):  # only what it announces made it a heading
        return True
    meaning = classify(block.text, posting.reading)
    if meaning.kinds and block.text.casefold().rstrip(" :*").endswith(_PARTS):
        return True  # "Representative duties"
    return meaning.exact and bool(meaning.kinds) and meaning.kinds[0] != "other"


def _from_page(posting: Posting) -> Iterator[Excerpt]:
    page = posting.document.page_title
    if page is not None:
        cut = without_site(page.text.strip())
        at = page.text.find(cut)
        if looks_like_title(cut):
            yield Excerpt(page, at, at + len(cut))


def _from_first_line(posting: Posting) -> Iterator[Excerpt]:
    for block in posting.blocks[:5]:
        line = block.text.strip().split("\n", 1)[0].strip()
        start, end = core(line)
        called = end - start < len(line)
        if block.kind == "code" or (is_generic(block.text) and not called) or _ADDRESS.search(line):
            continue
        if len(block.text.split()) > LONGEST and not called:
            return
        name = line[start:end]
        if called or (name and not name.endswith(_SENTENCE_END) and looks_like_title(name) and not _SLOGAN.search(name)):
            at = block.text.find(line) + start
            yield _without_bar(Excerpt(block, at, at + len(name)))


def _from_lines(posting: Posting) -> Iterator[Excerpt]:
    """A line that is written like a title and stands below the facts of the posting or a note."""
    for block in posting.blocks[:_OPENING]:
        if block.kind != "paragraph" or block.label_end:
            continue
        at = 0
        for line in block.text.split("\n"):
            name = line.strip()
            if looks_like_title(name) and _is_written_so(name):
                start = at + line.index(name)
                yield cored(Excerpt(block, start, start + len(name)))
            at += len(line) + 1


def _is_written_so(name: str) -> bool:
    """Whether all words of a line but small ones have capitals, and no mark makes it a sentence or a label."""
    said = name.split()
    if not 1 < len(said) <= _SHORT or any(c in name for c in ".:;!?,"):
        return False
    return all(w[:1].isupper() or w in _SMALL or not w[:1].isalpha() for w in said)


def _from_call(posting: Posting) -> Iterator[Excerpt]:
    """What stands in the place of a title and calls people to several jobs; as poor a title as it is, it is the one given."""
    stated = (f.block for f in fields_of(posting, "title") if isinstance(f.value, str))
    headings = (b for b in posting.blocks[:2] if b.kind == "heading")
    return (trimmed(b) for b in (*stated, *headings) if len(b.text.split()) <= LONGEST and _CLUTTERED.match(b.text))


def _named_above(posting: Posting, label: Excerpt) -> Excerpt | None:
    """The title in the first line, which outdoes a label such as "Role:" further down; a "Job title:" is sure if near."""
    sure = _SURE.search(label.block.text, 0, label.start)
    if label.block in posting.blocks[:2] or (sure and label.block in posting.blocks[:_BELOW]):
        return None
    first = next(_from_first_line(posting), None)
    return first if first is not None and first.block is posting.blocks[0] else None


def _without_employer(posting: Posting, at: Excerpt) -> Excerpt:
    """The title without the employer's name behind or before a dash or bar: "Cook — Larkspur Ltd", "The Bay Hotel – Cook"."""
    marks = list(_DASH.finditer(at.text))
    if not marks:
        return at
    before, behind = at.text[: marks[-1].start()], at.text[marks[-1].end() :]
    if names_job(before) and not names_job(behind) and _is_employer(posting, behind):
        return Excerpt(at.block, at.start, at.start + len(before))
    before, behind = at.text[: marks[0].start()], at.text[marks[0].end() :]
    if names_job(behind) and not names_job(before) and (_HOUSE.fullmatch(before) or _is_employer(posting, before)):
        return Excerpt(at.block, at.start + marks[0].end(), at.end)
    return at


def _is_employer(posting: Posting, name: str) -> bool:
    """Whether a name is written as firms write theirs, or the posting calls its employer so."""
    from jdlint.posting.company import company_names  # only where a title has a dash

    bare = _FIRM.sub("", name).strip()
    if _FIRM.search(name) or any(bare.casefold() == _FIRM.sub("", n).strip().casefold() for n in company_names(posting)):
        return True
    said = re.compile(rf"\b(?:About|At|Join|Life at)\s+{re.escape(bare)}\s*(?:[,\n]|$|(?:we|you)\b)")
    return any(said.search(block.text) for block in posting.blocks) or speaks_of(posting, name.strip())


def find_title(posting: Posting) -> Excerpt | None:
    """The title, without the name of the employer."""
    found = _stated_title(posting)
    return None if found is None else _without_employer(posting, found)


def _stated_title(posting: Posting) -> Excerpt | None:
    """The title: of a field, a label, a heading, the page, or the first short line; a heading outdoes a field that names no job."""
    field = next(_from_fields(posting), None)
    if field is not None and looks_like_title(field.text):
        return cored(field)
    label = next(_from_labels(posting), None)
    if label is not None:
        return _named_above(posting, label) or label
    heading = next(_from_headings(posting), None)
    opens = heading is not None and heading.block in posting.blocks[:2]
    if heading is not None and (field is None or (opens and looks_like_title(heading.text))):
        return heading
    others = (_from_page, _from_first_line, _from_call, _from_lines)
    return field or next((found for look in others if (found := next(look(posting), None)) is not None), None)


def find_seniority(posting: Posting) -> str | None:
    """intern, junior, mid, senior, lead, executive or None where nothing says."""
    from jdlint.posting.facts.seniority import find_level

    return find_level(posting)
