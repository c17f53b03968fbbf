"""The posting: blocks from a reader, and everything read from them on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from operator import itemgetter

from jdlint.hints import TYPE_CHECKING, Any
from jdlint.posting.concordance import Concordance
from jdlint.posting.model import (
    PROSE,
    Application,
    Block,
    Deadline,
    Degree,
    Document,
    Employment,
    Excerpt,
    Experience,
    Field,
    Pay,
    Place,
    Reading,
    Section,
    Verdict,
    WorkMode,
)  # fmt: skip
from jdlint.text.words import Word, sentences, tokens, words

if TYPE_CHECKING:
    from jdlint.posting.facts.mode_cues import Said
    from jdlint.text.source import Source


class Posting:
    """One posting. Facts are computed on first use, kept, and never change; each is an excerpt or holds one in `at`."""

    def __init__(self, document: Document, reading: Reading | None = None) -> None:
        self.document = document
        self.reading = reading or Reading(as_of=date.today())
        self.asked_for_the_day = False
        self.kept: dict[object, Any] = {}  # what the functions marked by `jdlint.posting.kept.once` found out, by the function
        self._words: dict[Block, list[Word]] = {}
        self._tokens: dict[Block, list[str]] = {}
        self._norms: dict[Block, frozenset[str]] = {}
        self._sentences: dict[Block, list[tuple[int, int]]] = {}
        self._spoken: dict[Block, Mapping[str, int]] = {}

    @property
    def source(self) -> Source:
        """The file's text."""
        return self.document.source

    @property
    def fields(self) -> tuple[Field, ...]:
        """Front matter or record keys with their values."""
        return self.document.fields

    @property
    def as_of(self) -> date:
        """The day on which the posting is judged. Who asks for it may judge otherwise tomorrow, and that is remembered."""
        self.asked_for_the_day = True
        return self.reading.as_of

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The body's blocks in order, headings and labels recognised, each belonging to at most one section."""
        from jdlint.posting.outline import outline

        return outline(self.document, self.reading)

    @cached_property
    def field_kinds(self) -> Mapping[Field, str | None]:
        """What each field holds, by its key and value; None where nobody knows."""
        from jdlint.posting.fields import kind_of

        return {field: kind_of(field, self.reading) for field in self.fields}

    @cached_property
    def visible_fields(self) -> tuple[Field, ...]:
        """The fields that a reader of the page sees."""
        from jdlint.posting.fields import find_visible

        return find_visible(self)

    @cached_property
    def texts(self) -> tuple[Block, ...]:
        """The blocks that wording rules read: fields that a reader of the page sees, then the body without code."""
        return (*(f.block for f in self.visible_fields), *(b for b in self.blocks if b.kind != "code"))

    @cached_property
    def whole(self) -> str:
        """All of the `texts`, a line end between them: what doesn't stand here needs to be looked for in none of them."""
        return "\n".join([b.text for b in self.texts])

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The body's blocks that hold sentences: no headings, and no code."""
        return tuple([b for b in self.blocks if b.kind in PROSE])

    @cached_property
    def header_parts(self) -> tuple[Excerpt, ...]:
        """The parts of the short lines above the text, of which each states one fact."""
        from jdlint.posting.facts.scan import find_header_parts

        return tuple(find_header_parts(self))

    @cached_property
    def inline_labels(self) -> tuple[tuple[str, Excerpt], ...]:
        """Labels that follow a first one in the same line, with their values."""
        from jdlint.posting.facts.scan import find_inline_labels

        return tuple(find_inline_labels(self))

    def words(self, block: Block) -> list[Word]:
        """The words of a block with their places, computed once."""
        found = self._words.get(block)
        if found is None:
            found = self._words[block] = words(block.text)
        return found

    def tokens(self, block: Block) -> list[str]:
        """The folded words of a block in order, without their places: a quarter of the time of `words`, and mostly enough."""
        found = self._tokens.get(block)
        if found is None:
            found = self._tokens[block] = tokens(block.text)
        return found

    def norms(self, block: Block) -> frozenset[str]:
        """The different words of a block, folded: what a cheap test before a costly pattern looks in."""
        found = self._norms.get(block)
        if found is None:
            found = self._norms[block] = frozenset(self.tokens(block))
        return found

    @cached_property
    def concordance(self) -> Concordance:
        """In which of the `texts` each word stands."""
        return Concordance(self.texts, self.norms)

    def holding(self, words: AbstractSet[str]) -> list[Block]:
        """Those of the `texts` in which one of the folded words stands, in order: what a costly pattern is tried on."""
        return self.concordance.blocks(words)

    def body_holding(self, words: AbstractSet[str]) -> list[Block]:
        """Those of `holding` that are no fields."""
        return [block for block in self.concordance.blocks(words) if block.kind != "field"]

    def prose_holding(self, words: AbstractSet[str]) -> list[Block]:
        """Those of `holding` that hold sentences of the body."""
        return [block for block in self.concordance.blocks(words) if block.kind in PROSE]

    def sentences(self, block: Block) -> list[tuple[int, int]]:
        """Plain ranges of a block's sentences, computed once."""
        found = self._sentences.get(block)
        if found is None:
            found = self._sentences[block] = sentences(block.text)
        return found

    def sentence_at(self, at: Excerpt) -> Excerpt:
        """The sentence around an excerpt's start."""
        found = self.sentences(at.block)
        near = bisect_right(found, at.start, key=itemgetter(0)) - 1
        if near >= 0 and at.start < found[near][1]:
            return Excerpt(at.block, *found[near])
        return Excerpt.whole(at.block)

    def spoken(self, block: Block) -> Mapping[str, int]:
        """The section kinds that set phrases of a block speak of, with the index of their first word, computed once."""
        found = self._spoken.get(block)
        if found is None:
            from jdlint.posting.cues import spoken_of

            found = self._spoken[block] = spoken_of(self.tokens(block))
        return found

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections in source order, those of fields first."""
        from jdlint.posting.sections import find_sections

        return find_sections(self)

    @cached_property
    def _section_by_block(self) -> dict[Block, Section]:
        found: dict[Block, Section] = {}
        for section in self.sections:
            if section.heading is not None:
                found[section.heading.block] = section
            found.update(dict.fromkeys(section.blocks, section))
        return found

    def section_of(self, block: Block) -> Section | None:
        """The innermost section that a block (or a heading) belongs to."""
        return self._section_by_block.get(block)

    def sections_of_kind(self, *kinds: str) -> Iterator[Section]:
        """The sections of any of the kinds, those that also cover one included."""
        return (s for s in self.sections if s.kind in kinds or (s.also and any(k in kinds for k in s.also)))

    @cached_property
    def has(self) -> Mapping[str, bool]:
        """Whether the content is there at all, with or without a heading, by section kind."""
        from jdlint.posting.presence import presence

        return presence(self)

    @cached_property
    def title(self) -> Excerpt | None:
        """The job title as stated."""
        from jdlint.posting.facts.title import find_title

        return find_title(self)

    @cached_property
    def seniority(self) -> str | None:
        """intern, junior, mid, senior, lead, executive or None, by the title and the text's plain statement."""
        from jdlint.posting.facts.title import find_seniority

        return find_seniority(self)

    @cached_property
    def work_mode(self) -> WorkMode | None:
        """Remote, hybrid or on site."""
        from jdlint.posting.facts.mode import find_work_mode

        return find_work_mode(self)

    @cached_property
    def said_of_mode(self) -> tuple[tuple[Block, Said], ...]:
        """What is said of the mode, with the blocks that say it; places depend on it, too."""
        from jdlint.posting.facts.mode import evidence

        return tuple(evidence(self))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Places of work, or the regions that remote workers must live in."""
        from jdlint.posting.facts.places import find_places

        return find_places(self)

    @cached_property
    def employment(self) -> tuple[Employment, ...]:
        """Employment types stated."""
        from jdlint.posting.facts.employment import find_employment

        return find_employment(self)

    @cached_property
    def pay(self) -> tuple[Pay, ...]:
        """Pay figures for this job."""
        from jdlint.posting.facts.pay import find_pay

        return find_pay(self)

    @cached_property
    def vague_pay(self) -> tuple[Excerpt, ...]:
        """Words about pay that name no figure."""
        from jdlint.posting.facts.vague_pay import find_vague_pay

        return find_vague_pay(self)

    @cached_property
    def experience(self) -> tuple[Experience, ...]:
        """Years of experience asked for or wished for."""
        from jdlint.posting.facts.experience import find_experience

        return find_experience(self)

    @cached_property
    def degrees(self) -> tuple[Degree, ...]:
        """Degrees asked for or wished for."""
        from jdlint.posting.facts.degrees import find_degrees

        return find_degrees(self)

    @cached_property
    def deadline(self) -> Deadline | None:
        """The closing date for applications."""
        from jdlint.posting.facts.deadline import find_deadline

        return find_deadline(self)

    @cached_property
    def application(self) -> Application | None:
        """How to apply."""
        from jdlint.posting.facts.application import find_application

        return find_application(self)

    @cached_property
    def benefits(self) -> Excerpt | None:
        """The first words that name a benefit."""
        from jdlint.posting.facts.statements import find_benefits

        return find_benefits(self)

    @cached_property
    def equal_opportunity(self) -> Excerpt | None:
        """The equal-opportunity or accommodation statement."""
        from jdlint.posting.facts.statements import find_equal_opportunity

        return find_equal_opportunity(self)

    @cached_property
    def placeholders(self) -> tuple[Excerpt, ...]:
        """Template slots that nobody filled."""
        from jdlint.posting.facts.placeholders import find_placeholders

        return find_placeholders(self)

    @cached_property
    def language(self) -> str:
        """ISO 639-1 code of the text's main language; "en" where the text is too short to tell."""
        from jdlint.posting.facts.language import find_language

        return find_language(self)

    @cached_property
    def verdict(self) -> Verdict:
        """Whether this is a posting at all, and why."""
        from jdlint.posting.facts.verdict import judge

        return judge(self)

    @cached_property
    def company_names(self) -> frozenset[str]:
        """What the employer is called in fields, headings and sentences."""
        from jdlint.posting.company import company_names

        return company_names(self)

    @cached_property
    def traits(self) -> frozenset[str]:
        """What kind of work it is, such as "physical" or "driving"."""
        from jdlint.posting.trades import traits

        return traits(self)

    @cached_property
    def metrics(self) -> Mapping[str, float | int | None]:
        """Counts of the whole posting: words, sentences, items of each section kind and the like."""
        from jdlint.posting.metrics import measure

        return measure(self)
