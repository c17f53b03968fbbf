"""Text that stands twice in one posting, whole or in part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

_SHINGLE = 8  # words in a row; fewer recur by chance ("years of experience in a similar role or")
_RUN = "x" * (_SHINGLE - 1)  # the pairs of words in it
_WHOLE = 5  # words of a list item or paragraph that stands twice from first word to last
_READ = frozenset({"paragraph", "item", "quote"})
_FORM = lazy(r"\b(?:supplemental|screening|application|required) question|questionnaire|^\s*0[1-9]\s*$", re.IGNORECASE)
_CALL = lazy(r"\bapply\b|@|\d[\d\s()./-]{5,}\d")  # how to apply, and whom to call, may stand at the top and at the end
_CALL_WORDS = 15
_FORM_WORDS = 6
_DISTINCT = 6  # different words: a row of dashes or of one word is no text
_SENTENCE = 12  # words that no heading has
_CLOSING = frozenset(".!?…”\"')]:;")
_GROUNDS = {"race", "religion"}  # equal-opportunity notices share their list of grounds
_LEGAL_RUN = 40


class _Copy(NamedTuple):
    """The words [first, last) of a block that stand earlier too, and where."""

    block: int
    first: int
    last: int
    origin: int
    origin_first: int


def _marks(rows: Iterable[Hashable], known: AbstractSet[Hashable]) -> str:
    """For each row an x where it is known, else a full stop."""
    return "".join(["x" if row in known else "." for row in rows])


class _Index:
    """Runs of words by the first place they stand at; one look-up a word.

    A run that stands twice has only words that stand twice, and few blocks hold so many of those in a row; of those blocks, fewer
    still hold so many pairs of words in a row that stand twice.
    """

    def __init__(self, posting: Posting, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.norms = [tuple(posting.tokens(b)) for b in blocks]
        counted = Counter(chain.from_iterable(self.norms))
        again = {word for word, count in counted.items() if count > 1}
        near = [norms if len(norms) >= _SHINGLE and "x" * _SHINGLE in _marks(norms, again) else () for norms in self.norms]
        pairs = Counter(chain.from_iterable(map(pairwise, near)))
        twice = {pair for pair, count in pairs.items() if count > 1}
        # for each pair of words of a block whether it stands twice, as a text to search in
        self._again = [_marks(pairwise(norms), twice) for norms in near]
        self._posting = posting
        self._shingles: dict[tuple[str, ...], tuple[int, int]] = {}
        self._wholes: dict[tuple[str, ...], int] = {}

    @property
    def repeats(self) -> bool:
        """Whether anything stands twice at all: a quick answer for most postings."""
        wholes = [n for n in self.norms if len(n) >= _WHOLE]
        return len(set(wholes)) < len(wholes) or any(_RUN in marks for marks in self._again)

    def copies(self, number: int, shortest: int) -> Iterator[_Copy]:
        """What of a block stands earlier; then the block itself becomes something to compare with."""
        norms = self.norms[number]
        origin = self._wholes.get(norms)
        if origin is not None and self._same_role(origin, number):
            yield _Copy(number, 0, len(norms), origin, 0)
            return
        self._wholes.setdefault(norms, number)
        if origin is not None and len(norms) < _SENTENCE:
            return
        mine, marks = self._shingles, self._again[number]
        at = marks.find(_RUN)
        while at >= 0:
            key = norms[at : at + _SHINGLE]
            place = mine.get(key)
            if place is not None and (place[0] != number or place[1] + _SHINGLE <= at):
                end = self._extend(number, at, place)
                if len(set(norms[at:end])) >= _DISTINCT and (end - at >= shortest or self._covers(number, at, end)):
                    yield _Copy(number, at, end, *place)
                at = marks.find(_RUN, end)
                continue
            mine.setdefault(key, (number, at))
            at = marks.find(_RUN, at + 1)

    def _same_role(self, origin: int, number: int) -> bool:
        """Whether a repeated block is a copy, and not an entry of a list of contents and the heading that it announces."""
        here, there = self.blocks[number], self.blocks[origin]
        count = len(self.norms[number])
        return count >= _WHOLE and (here.kind == there.kind or count >= _SENTENCE or here.text.rstrip().endswith("."))

    def _extend(self, number: int, at: int, place: tuple[int, int]) -> int:
        """The index after the last word that both places share."""
        here, there = self.norms[number], self.norms[place[0]]
        end, other = at + _SHINGLE, place[1] + _SHINGLE
        while end < len(here) and other < len(there) and here[end] == there[other]:
            end, other = end + 1, other + 1
        return end

    def _covers(self, number: int, first: int, last: int) -> bool:
        """Whether a sentence lies wholly in the words [first, last)."""
        words, at = self._posting.words(self.blocks[number]), 0
        for _, end in self._posting.sentences(self.blocks[number]):
            start = at
            while at < len(words) and words[at].start < end:
                at += 1
            if first <= start < at <= last:
                return True
        return False


def duplicate_text(posting: Posting, options: Options) -> Iterator[Hit]:
    """Paragraphs, list items and long runs of words that stand twice; neighbouring copies make one hit."""
    blocks = [b for b in _before_questionnaire(posting) if b.kind in _READ]
    index = _Index(posting, blocks)
    run: list[_Copy] = []
    for number in range(len(blocks) if index.repeats else 0):
        legal = _GROUNDS.issubset(index.norms[number])
        shortest = _LEGAL_RUN if legal else options.integer("min-words")
        for copy in index.copies(number, shortest):
            if run and not (copy.block == run[-1].block + 1 and copy.origin == run[-1].origin + 1):
                yield _hit(posting, index, run)
                run = []
            run.append(copy)
    if run:
        yield _hit(posting, index, run)


def _before_questionnaire(posting: Posting) -> Iterator[Block]:
    """The blocks up to an application form, whose questions and answers repeat each other by design.

    Calls to apply and the title are left out.
    """
    title = posting.title.block if posting.title is not None else None
    titled = posting.tokens(title) if title is not None else None
    for block in posting.blocks:
        tokens = posting.tokens(block)
        if tokens == titled and block is not title and block.kind != "item":
            continue  # the title again, above a further part
        if len(tokens) > _CALL_WORDS:
            yield block
            continue
        low = block.text.lower()
        if len(tokens) <= _FORM_WORDS and ("question" in low or "0" in low) and _FORM.search(block.text):
            return
        if not _CALL.search(low):
            yield block


def _excerpt(posting: Posting, block: Block, first: int, last: int) -> Excerpt:
    words = posting.words(block)
    end = words[last - 1].end
    while end < len(block.text) and block.text[end] in _CLOSING:
        end += 1
    return Excerpt(block, words[first].start, end)


def _hit(posting: Posting, index: _Index, run: list[_Copy]) -> Hit:
    """One hit for a run of copies, at its first; the rest and the originals are related."""
    head, *rest = run
    origins = [_excerpt(posting, index.blocks[c.origin], c.origin_first, c.origin_first + c.last - c.first) for c in run]
    line = posting.source.position(origins[0].span.start)[0]
    related = [(origins[0], "stands here first")]
    for copy, origin in zip(rest, origins[1:], strict=True):
        related += [(_excerpt(posting, index.blocks[copy.block], copy.first, copy.last), "repeated too"), (origin, "stands here first")]
    at = _excerpt(posting, index.blocks[head.block], head.first, head.last)
    return Hit(at, {"line": line, "more": len(rest)}, variant="run" if rest else "", related=tuple(related))
