"""The sections of a posting: under headings, after labels, in fields, or told by what the lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jdlint.hints import TYPE_CHECKING, cast, get_args
from jdlint.posting.fields import fields_of
from jdlint.posting.headings import UNKNOWN, Meaning, classify
from jdlint.posting.labels import label_of, label_text, labelled, unmarked
from jdlint.posting.lines import is_remark
from jdlint.posting.model import Block, Excerpt, Field, Section, SectionKind, SectionSource
from jdlint.posting.opened import LISTS, MARKUP_RANK, Open, goes_on, is_part, resolved, valued
from jdlint.posting.prose import line_kind
from jdlint.text.lazy import lazy
from jdlint.text.spans import MappedText

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_KINDS = frozenset(get_args(SectionKind))
_FIELD_SECTIONS = {"deadline": "application", "work_mode": "location"}
_LEADS_TO = lazy(r"\b(?:the following|these)(?: \w+)?? (?P<what>[\w’' -]{4,60}):\s*$", re.IGNORECASE)
_INFORMS = lazy(r"\b(?:additional|other|further|more|important|general)\b.*\b(?:information|info|details|notes?)\b", re.IGNORECASE)
_INFORMED = frozenset(("equal_opportunity", "application", "process", "benefits"))
_TOLD_WORDS = 8  # a value of so many words starts a text
_FURTHER = lazy(r"\W*(?:additional|extra|bonus) (?:skills?|experience|qualifications|knowledge|qualities)(?: and \w+)?\W*$", re.IGNORECASE)
_DOCUMENT = lazy(r"\b(?:description|specification|profile)\b", re.IGNORECASE)
_TITLE_WORDS = 8
_VALUE_WORDS = 20
_OF_TEXT = frozenset(("summary", "company", "responsibilities"))
# Sections of running text or lists: what follows their label belongs to them.
_LONG = frozenset((
    "summary", "company", "responsibilities", "requirements", "preferred", "benefits", "application", "process", "success",
    "equal_opportunity",
))  # fmt: skip
_CLOSED = lazy(r"\b(?:closed|filled|expired|no longer (?:open|available|accepting))\b", re.IGNORECASE)
_MODE_AFTER = lazy(r"\s*(?:\([^()\n]{2,40}\)|[–—,-]\s*(?:remote|hybrid|on-?site))\s*$", re.IGNORECASE)
_ROLE = frozenset(("position", "role", "job", "post", "opportunity", "vacancy"))
_SMALL = frozenset(("the", "this", "a", "an", "our", "of", "about", "as", "i", "ii", "iii"))
_THE_EMPLOYER = Meaning(("company",), exact=False)
_OF_EMPLOYER = frozenset(
    ("what", "what's", "who", "who's", "is", "are", "does", "do", "in", "a", "at", "the", "about", "nutshell", "glance", "brief", "today")
)
_SHORT_NAME = 2  # letters
_THE_ROLE = Meaning(("summary",), exact=False, weak=True)
_SENTENCE = 5
_LED_TO = (("responsibilities",), ("requirements",))
_VERBS = frozenset((
    "will", "are", "is", "must", "should", "include", "includes", "we", "we'll", "we're", "you", "you'll", "you're", "have", "need",
    "needs",
))  # fmt: skip
_TURNS = frozenset(("requirements", "preferred", "benefits", "application", "equal_opportunity", "process"))
_ONE_LINE = frozenset(("pay", "location", "employment", "reporting", "application"))


def find_sections(posting: Posting) -> tuple[Section, ...]:
    """All sections, those of fields first, then in source order."""
    return (*_field_sections(posting), *_Body(posting).sections())


def _field_sections(posting: Posting) -> Iterator[Section]:
    """A section for each key that holds a section's content; the entries of a list are one section."""
    source = posting.source

    def belongs(field: Field) -> tuple[object, str | None]:
        return field.key.rpartition(".")[0] or field.key_span, posting.field_kinds[field]

    for (_, named), run in groupby((f for f in posting.fields if f.block.text.strip()), key=belongs):
        fields = list(run)
        kind = _FIELD_SECTIONS.get(named or "", named)
        if kind not in _KINDS:
            continue
        key = Block("field", MappedText.direct(source.text, *fields[0].key_span), key=fields[0].key)
        start = len(key.text) - len(key.text.lstrip("\"'"))
        heading = Excerpt(key, start, len(key.text.rstrip("\"'")))
        yield _section(posting, (cast("SectionKind", kind),), "field", heading, [f.block for f in fields])


def _section(
    posting: Posting, kinds: tuple[SectionKind, ...], source: SectionSource, heading: Excerpt | None, blocks: list[Block]
) -> Section:
    position = posting.source.position
    first = heading.span.start if heading is not None else blocks[0].span.start
    last = blocks[-1].span.end if blocks else heading.span.end if heading is not None else first
    return Section(kinds[0], source, heading, tuple(blocks), position(first)[0], position(max(first, last))[0], kinds[1:])


class _Body:
    """Walks the blocks once and opens a section at each heading and label."""

    def __init__(self, posting: Posting) -> None:
        self._posting = posting
        self._found: list[Open] = []
        self._current: Open | None = None
        title = posting.title
        self._title = title.block if title is not None else None
        self._loose: list[Block] = []
        self._begun = False  # whether a heading has opened a section of a known kind
        headings = (b for b in posting.blocks if b.kind == "heading")
        self._employers: dict[str, list[frozenset[str]]] = {}  # the words of their names, by the first
        for field in fields_of(posting, "employer"):
            name = posting.tokens(field.block)
            if name and len(name[0]) > _SHORT_NAME:
                self._employers.setdefault(name[0], []).append(frozenset(name))
        self._headed = frozenset(k for b in headings for k in classify(b.text, posting.reading).kinds if k in _LONG)

    def sections(self) -> list[Section]:
        """The body's sections in source order."""
        blocks = self._posting.blocks
        at = 0
        while at < len(blocks):
            block, start = blocks[at], at
            at += 1
            if block.kind != "cell":
                self._block(block, blocks[at] if at < len(blocks) else None)
                continue
            while at < len(blocks) and blocks[at].kind == "cell" and blocks[at].group == block.group:
                at += 1
            self._table(blocks[start:at])
        self._flush_loose()
        return self._finish()

    def _block(self, block: Block, following: Block | None) -> None:
        if self._is_title(block):
            self._flush_loose()
            if block.kind == "heading":
                self._current = None
        elif block.kind == "heading" and (self._repeats_title(block) or self._names_document(block, following)):
            self._flush_loose()
            self._current = None
        elif block.kind == "heading":
            rank = block.level if block.marked == "markup" else MARKUP_RANK[block.marked]
            if self._introduces_list(block):
                self._found[-1].blocks.append(block)
                return
            meaning = self._heading_meaning(block)
            if meaning.kinds == ("requirements",) and _FURTHER.match(block.text) and self._has_demanded():
                meaning = Meaning(("preferred",), exact=True)  # what is needed has been said
            if block.marked == "plain" and not meaning.kinds:
                rank = MARKUP_RANK[""]  # "Store Management" stands over a part of the list under "Duties:"
            self._open(label_of(block) if block.label_end else unmarked(block), "heading", meaning, rank)
            if _CLOSED.search(block.text):
                self._current = None  # "Applications are now closed" stands above the posting, not above a part of it
        elif block.label_end and not self._is_item_of_list(block):
            self._label(block, following)
        elif self._current is not None and not (self._ends_label(block) or self._is_beside_value(block)):
            if following is not None and following.kind == "item":
                self._lead_over(block)
            self._current.blocks.append(block)
        else:
            self._loose.append(block)

    def _heading_meaning(self, block: Block) -> Meaning:
        if is_remark(block.text):
            return UNKNOWN
        meaning = classify(label_text(block) if block.label_end else block.text, self._posting.reading)
        if meaning.kinds in ((), ("company",)) and self._names_role(block):
            return _THE_ROLE
        return _THE_EMPLOYER if meaning.kinds in ((), ("summary",)) and self._asks_of_employer(block) else meaning

    def _asks_of_employer(self, block: Block) -> bool:
        """Whether a heading is the employer's name and a few words around it: "What is Larkspur?"."""
        said = self._posting.norms(block)
        around = [said - name for word in said for name in self._employers.get(word, ())]
        return any(words and words <= _OF_EMPLOYER for words in around)

    def _names_role(self, block: Block) -> bool:
        """Whether a heading is the job's title with a word for it: "The Ward Sister Role"."""
        title = self._posting.title
        if title is None or block is title.block:
            return False
        named = self._posting.norms(title.block)
        said = self._posting.norms(block)
        return bool(said & _ROLE) and bool(said - _ROLE - _SMALL) and named.issuperset(said - _ROLE - _SMALL)

    def _introduces_list(self, block: Block) -> bool:
        """Whether a sentence with a colon right under a heading leads to what the heading announced."""
        above = self._current
        if block.marked != "colon" or above is None or above.blocks or above.source != "heading" or above is not self._found[-1]:
            return False
        said = self._posting.tokens(block)
        if len(said) < _SENTENCE or _VERBS.isdisjoint(said):
            return False
        told = classify(block.text, self._posting.reading)
        if above.meaning.weak and above.meaning.kinds == ("summary",) and told.exact and told.kinds[:1] in _LED_TO:
            above.meaning = told  # "The role", and right under it "Your main duties will be:"
        return bool(LISTS.intersection(above.meaning.kinds))

    def _is_beside_value(self, block: Block) -> bool:
        """Whether a paragraph under a label without its value, "Send applications to:", is no value of it but the posting's text."""
        label = self._current
        if label is None or label.blocks or label.heading is None or not label.heading.text.casefold().endswith((" to:", " at:", " via:")):
            return False
        if block.kind != "paragraph" or len(block.text.split()) <= _VALUE_WORDS or self._line_kind(block) not in _OF_TEXT:
            return False
        self._current = None
        return True

    def _lead_over(self, block: Block) -> None:
        """Opens a section of its own where a sentence in another leads to a list: "We train you, but you need the following skills:"."""
        found = _LEADS_TO.search(block.text) if block.kind == "paragraph" and block.text.rstrip().endswith(":") else None
        meaning = UNKNOWN if found is None else classify(found["what"], self._posting.reading)
        now = self._current
        if now is None or not meaning.exact or not LISTS.intersection(meaning.kinds):
            return
        if meaning.kinds[:1] == now.meaning.kinds[:1] and not now.is_spent:
            return
        self._current = Open(None, "inferred", meaning, MARKUP_RANK["colon"], now)
        self._found.append(self._current)

    def _ends_label(self, block: Block) -> bool:
        """Whether a paragraph after a label's text, or after the list that a line led to, turns to something else that has no label.

        Below a heading that holds its value, "### Location: Leeds", the employer and the job may be told as well.
        """
        label = self._current
        if label is None or block.kind != "paragraph":
            return False
        head = label.heading.block if label.heading is not None else None
        told = head is not None and head.kind == "heading" and head.label_end > 0 and not label.blocks
        if not (told or label.source == "label" or label.is_spent):
            return False
        kind = self._line_kind(block)
        if kind is None or kind in label.meaning.kinds or not (kind in _TURNS or (told and kind in _OF_TEXT)):
            return False
        self._current = None
        return True

    def _line_kind(self, block: Block) -> SectionKind | None:
        posting = self._posting
        return line_kind(posting.spoken(block), len(posting.tokens(block)), block, self._headed)

    def _is_title(self, block: Block) -> bool:
        title = self._title
        if title is None or (self._begun and not (block is title and block.kind == "heading" and block.level == 1)):
            return False  # after a heading that opens a section, a title would be a second one, but for the page's main heading
        return block is title or (block.kind == "heading" and title.kind == "field" and _same(block.text, title.text))

    def _repeats_title(self, block: Block) -> bool:
        """Whether a heading says no more than the title and a mode or place: "Ward Cook (Remote)"."""
        title = self._posting.title
        if title is None:
            return False
        found = _MODE_AFTER.search(block.text)
        return found is not None and _same(block.text[: found.start()], title.text)

    def _has_demanded(self) -> bool:
        """Whether a list under a heading has said what is required, and none what is wished for."""
        kinds = [o.meaning.kinds for o in self._found if o.source == "heading" and o.blocks]
        return ("requirements",) in kinds and not any("preferred" in k for k in kinds)

    def _names_document(self, block: Block, following: Block | None) -> bool:
        """Whether "Job description" stands right above the title, as the name of the whole document."""
        if self._begun or following is None or not self._is_title(following):
            return False
        return _DOCUMENT.search(block.text) is not None and classify(block.text, self._posting.reading).kinds == ("summary",)

    def _is_item_of_list(self, block: Block) -> bool:
        """Whether a label only opens an item of a list whose subject is known: "Education: teach patients" among duties."""
        if block.kind != "item" or self._current is None or not LISTS.intersection(self._current.meaning.kinds):
            return False
        kinds = self._label_meaning(block).kinds
        return not _ONE_LINE.intersection(kinds)

    def _label_meaning(self, block: Block) -> Meaning:
        meaning = classify(label_text(block), self._posting.reading)
        value = block.text[block.label_end :].strip()
        if meaning.kinds == ("summary",) and len(value.split()) <= _TITLE_WORDS and (meaning.weak or self._is_the_title(value)):
            return UNKNOWN  # "Position: Ward cook" states the title
        if meaning.kinds in ((), ("other",)) and block.kind != "item":
            return valued(value) or meaning
        return meaning

    def _is_the_title(self, text: str) -> bool:
        title = self._posting.title
        return title is not None and _same(text, title.text)

    def _label(self, block: Block, following: Block | None) -> None:
        meaning = self._label_meaning(block)
        enclosing = self._enclosing()
        self._open(label_of(block), "label", meaning, MARKUP_RANK[""])
        opened = self._found[-1]
        opened.blocks.append(block)
        if block.kind == "item":
            self._current = enclosing
            return
        lasting = bool(_LONG.intersection(meaning.kinds))
        listed = following is not None and following.kind == "item"
        told = len(block.text[block.label_end :].split()) >= _TOLD_WORDS
        if not (lasting and (listed or (told and (enclosing is None or enclosing.source == "label")))):
            self._current = enclosing if enclosing is not None and enclosing.goes_on else None

    def _open(self, heading: Excerpt, source: SectionSource, meaning: Meaning, rank: int) -> None:
        self._flush_loose()
        self._current = Open(heading, source, meaning, rank, self._enclosing())
        self._begun |= source == "heading" and meaning.kinds not in ((), ("other",))
        self._found.append(self._current)

    def _enclosing(self) -> Open | None:
        """The section that goes on after a label; an empty "Job title:" is a label without its value and holds nothing."""
        now = self._current
        while now is not None and not now.blocks and now.heading is not None and now.heading.text.rstrip().endswith(":"):
            if _LONG.intersection(now.meaning.kinds) or not now.meaning.kinds:
                break
            now = now.above
        return now

    def _flush_loose(self) -> None:
        """Blocks under no heading: runs of lines that speak of the same thing."""
        run: Open | None = None
        for block in self._loose:
            kind = None if block.kind == "code" else self._line_kind(block)
            if run is None or (kind is not None and kind != run.meaning.kinds[0]):
                run = Open(None, "inferred", Meaning((kind or "other",), exact=False), 0)
                self._found.append(run)
            run.blocks.append(block)
        self._loose = []

    def _table(self, cells: Sequence[Block]) -> None:
        """Cells that label others open a section each: a row's, or a column's where the whole first row is labels."""
        enclosing = self._current
        first = [c for c in cells if c.row == cells[0].row]
        by_column = len(first) > 1 and all(c.label_end == len(c.text) for c in first)
        taken: set[Block] = set()
        for cell, values in labelled(cells, by_column).items():
            self._open(label_of(cell), "label", self._label_meaning(cell), MARKUP_RANK[""])
            opened = self._found[-1]
            opened.blocks = [cell] if cell.label_end < len(cell.text) else values
            taken.update(opened.blocks, (cell,))
        self._current = enclosing
        for cell in cells:
            if cell not in taken:
                (self._loose if enclosing is None else enclosing.blocks).append(cell)

    def _finish(self) -> list[Section]:
        done: list[tuple[int, Section]] = []
        above: list[tuple[Open, tuple[SectionKind, ...]]] = []  # the headings that a section stands under, with their kinds
        over: Open | None = None  # the last heading with nothing right under it, which is over those marked like it
        for at, opened in enumerate(self._found):
            before = self._found[at - 1] if at else None
            while above and opened.source == "heading" and above[-1][0].rank >= opened.rank:
                top = above[-1][0]
                if top is before and not before.blocks:
                    over = top
                    break  # whatever its level
                if top is over and is_part(opened, above[-1][1]):
                    break
                above.pop()
            parent = above[-1][1] if above and opened.source != "inferred" else ()
            following = self._found[at + 1] if at + 1 < len(self._found) and not opened.blocks else None
            kinds = self._told_of(opened) or resolved(opened, parent, following)
            if kinds == ("requirements",) and done and done[-1][1].kind == "preferred" and goes_on(opened):
                kinds = ("preferred",)
            if opened.source == "heading":
                above.append((opened, kinds))
            of_key = opened.heading is not None and opened.heading.block.kind == "heading" and opened.heading.block.key
            section = _section(self._posting, kinds, "field" if of_key else opened.source, opened.heading, opened.blocks)
            first = opened.heading or Excerpt.whole(opened.blocks[0])
            done.append((first.span.start, section))
        return [section for _, section in sorted(done, key=lambda pair: pair[0])]

    def _told_of(self, opened: Open) -> tuple[SectionKind, ...]:
        """What a heading that announces only information, "Additional information", stands over where it all speaks of one thing."""
        if opened.source != "heading" or opened.meaning.kinds != ("other",) or opened.heading is None:
            return ()
        if not opened.blocks or not _INFORMS.search(opened.heading.text) or any(b.kind != "paragraph" for b in opened.blocks):
            return ()
        kinds = {self._line_kind(b) for b in opened.blocks}
        kind = kinds.pop() if len(kinds) == 1 else None
        return (kind,) if kind is not None and kind in _INFORMED else ()


def _same(left: str, right: str) -> bool:
    return left.strip(" #*:").casefold() == right.strip(" #*:").casefold()
