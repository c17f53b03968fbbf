"""The immutable parts of a posting. Readers make blocks and fields; everything else is read from those."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from jdlint.hints import TYPE_CHECKING, Any, Literal
from jdlint.text.record import dataclass, field
from jdlint.text.source import Source
from jdlint.text.spans import MappedText, Span

if TYPE_CHECKING:
    from jdlint.posting.tree import Node

BlockKind = Literal["heading", "paragraph", "item", "cell", "quote", "code", "field"]
SectionKind = Literal[
    "summary", "company", "responsibilities", "requirements", "preferred", "pay", "benefits", "location", "employment",
    "application", "process", "equal_opportunity", "reporting", "success", "other",
]  # fmt: skip
SectionSource = Literal["heading", "label", "field", "inferred"]
PROSE: frozenset[BlockKind] = frozenset(("paragraph", "item", "cell", "quote"))  # the blocks of the body that hold sentences


@dataclass(frozen=True, slots=True)
class Link:
    """A link over the plain characters [start, end) of its block."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One heading, paragraph, list item, table cell or front-matter value.

    `mapped` is its plain text with the map to the source; a line end in the source, or a `<br>`, is a newline in it.
    `level` is a heading's level (1-6) or an item's depth (1 is outermost). `marked` says how a heading is shown.
    `label_end` is the plain offset where the value after a run-in label ("Salary: ...") starts, else 0.
    `group` numbers the list or table that an item or cell belongs to; cells also have `row` and `column` (from 0).
    """

    kind: BlockKind
    mapped: MappedText
    level: int = 0
    marked: Literal["", "markup", "bold", "caps", "colon", "underline", "plain"] = ""
    links: tuple[Link, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    label_end: int = 0
    group: int = 0
    row: int = 0
    column: int = 0
    ordered: bool = False
    quoted: bool = False
    header: bool = False
    key: str = ""  # a field's dotted key as written, such as "location.city"
    pointer: str | None = None  # the JSON pointer of the value that it was read from

    @property
    def text(self) -> str:
        """The plain text."""
        return self.mapped.plain

    @property
    def span(self) -> Span:
        """The source range from the first character to the last."""
        return self.mapped.span(0, len(self.mapped.plain))


@dataclass(frozen=True, slots=True, eq=False)
class Excerpt:
    """The plain characters [start, end) of a block; every fact and every finding is one, or stands beside one."""

    block: Block
    start: int
    end: int

    @classmethod
    def whole(cls, block: Block) -> Excerpt:
        """All of a block."""
        return cls(block, 0, len(block.text))

    def part(self, match: re.Match[str]) -> Excerpt:
        """What a match in this text is in its block."""
        return Excerpt(self.block, self.start + match.start(), self.start + match.end())

    @property
    def text(self) -> str:
        """The plain characters."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.block.mapped.span(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A key and value of front matter or of a record. Lists give one field an entry, nested keys are dotted.

    `value` is what the format's parser made of it (str, int, bool, date, None); `block` holds its text, `key_span` the key.
    """

    key: str
    value: Any
    block: Block
    key_span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression in the file: a comment, a line of plain text (`line`), or values of the key `jdlint` (`field`).

    One `aside` is a comment beside the text, as Word has them: its span, and that of its codes, is the text that it is anchored to.

    `kind` is "" where it says nothing that jdlint knows. `codes` are the rules it names, as written, each with its place;
    `span` is the whole comment, line or value.
    """

    kind: Literal["ignore", "disable", "enable", "ignore-file", ""]
    codes: tuple[tuple[str, Span], ...]
    span: Span
    form: Literal["comment", "line", "field", "aside"] = "comment"


@dataclass(frozen=True, slots=True, eq=False)
class Structured:
    """Structured data: the JobPosting objects (schema.org) in it, and the places where it can't be read, with the reasons.

    `whole`: the data are the posting itself, and no copy of what its page says.
    """

    postings: tuple[Node, ...] = ()
    broken: tuple[tuple[Excerpt, str], ...] = ()
    whole: bool = False


_NO_DATA = Structured()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What a reader hands on. `blocks` are in source order; `structured` is the structured data that the file carries.

    `directives` are the suppressions, in source order; they are part of no block and of no field. `unread` are the pages that hold
    pictures and no text, counted from 1.
    """

    source: Source
    format: str
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()
    page_title: Block | None = None
    structured: Structured = _NO_DATA
    directives: tuple[Directive, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A part of the posting under one heading, label or field, or inferred from what its lines say.

    `heading` is None for an inferred one; `blocks` are the blocks under it, heading left out; lines are 1-based.
    """

    kind: SectionKind
    source: SectionSource
    heading: Excerpt | None
    blocks: tuple[Block, ...]
    line: int
    end_line: int
    also: tuple[SectionKind, ...] = ()

    @property
    def kinds(self) -> tuple[SectionKind, ...]:
        """The section's kind and those it also covers."""
        return (self.kind, *self.also)

    @property
    def items(self) -> tuple[Block, ...]:
        """The list items in it."""
        return tuple(b for b in self.blocks if b.kind == "item")


@dataclass(frozen=True, slots=True, eq=False)
class Pay:
    """A pay figure for this job. `min` is None after "up to", `max` after "from" or "+"; both None for a bare grade."""

    at: Excerpt
    min: float | None
    max: float | None
    currency: str | None
    period: Literal["hour", "day", "week", "month", "year", "once"] | None
    period_stated: bool = True
    currency_stated: bool = True
    grade: str | None = None
    market: bool = False  # what such jobs pay in general, not what this one pays
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place of work, or the region that remote workers must live in. `country` is ISO 3166-1, `region` ISO 3166-2's part."""

    at: Excerpt
    country: str | None = None
    region: str | None = None
    city: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Employment:
    """An employment type: a value of the JSON contract and the words that state it."""

    at: Excerpt
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Experience:
    """A demand or wish for years of experience. `subject` is what it is experience in, where the text says so."""

    at: Excerpt
    min: float | None
    max: float | None
    subject: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Degree:
    """A degree asked for or wished for, and whether an equivalent will do."""

    at: Excerpt
    required: bool
    equivalent_ok: bool


@dataclass(frozen=True, slots=True, eq=False)
class Deadline:
    """A closing date for applications; `date` is ISO or None where it can't be told ("rolling", ambiguous)."""

    at: Excerpt
    date: str | None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Application:
    """How to apply. `destination` is the link, address or number, None where words alone tell what to do."""

    at: Excerpt
    destination: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class WorkMode:
    """remote, hybrid or onsite, with the words behind it; `conflicts` are excerpts that say otherwise."""

    value: Literal["remote", "hybrid", "onsite"]
    at: Excerpt | None
    conflicts: tuple[Excerpt, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text is a posting at all, and the plain reason."""

    is_posting: bool
    reason: str


@dataclass(frozen=True, slots=True)
class LanguageTool:
    """How LanguageTool is reached: a server by its address, or one of our own from a folder of jars; and what it is asked.

    `timeout` is in seconds, for the start and for each answer. `language` is one of LanguageTool's codes, such as en-GB, or "auto"
    for what the posting's country writes. `cached`: answers may be kept in the cache folder.
    """

    enabled: bool = False
    server: str = ""
    jars: str = ""
    java: str = ""
    timeout: float = 60
    language: str = "auto"
    disabled_rules: tuple[str, ...] = ()
    disabled_categories: tuple[str, ...] = ()
    cached: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What the settings say about how to read: the clock, the house's headings, its front-matter keys, its law, and a pipeline.

    `headings` maps a heading of the house (casefolded) to a section kind, `fields` a key (casefolded) to a fact or section.
    `jurisdictions` are the codes of those that hold, None for those of the posting's own places; `employees` is the employer's
    size, None where it isn't known.
    `languagetool` is None where nobody asks for it.
    """

    as_of: date
    headings: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    jurisdictions: tuple[str, ...] | None = None
    employees: int | None = None
    languagetool: LanguageTool | None = None
    spacy_model: str = ""  # of spaCy: the name of its package or its folder; "" for none
