"""A posting's text as LanguageTool is to read it: passages without line ends, each a part of a block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jdlint.posting.facts.language import language_of
from jdlint.posting.facts.wraps import unwrap
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy

# A line that goes on: a long one, without an end to its sentence.
_GOES_ON = lazy(r"(?<=[^\n]{60})(?<=[^\s.:;!?])\n(?=[^\W_])")
_LINE = lazy(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LETTERS = lazy(r"[^\W\d_]{2}")
_FEW = 12  # words that are enough to tell a language


class Passage(NamedTuple):
    """The plain characters [start, start + len(text)) of a block; `text` differs from them in white space only."""

    block: Block
    start: int
    text: str

    def excerpt(self, start: int, end: int) -> Excerpt:
        """The characters [start, end) of the passage."""
        return Excerpt(self.block, self.start + start, self.start + end)


def passages(posting: Posting) -> Iterator[Passage]:
    """Every passage in English, in order. A line end that only wraps is a space; any other one ends the passage."""
    for block in posting.texts:
        text = unwrap(block.text)
        if "\n" in text:
            text = _GOES_ON.sub(" ", text)
        for line in _LINE.finditer(text.replace("\r\n", "\n\n")):
            part = line.group()
            start = line.start() + len(part) - len(part.lstrip())
            part = part.strip()
            if _LETTERS.search(part) and _is_english(posting, block, start, start + len(part)):
                yield Passage(block, start, part)


def _is_english(posting: Posting, block: Block, start: int, end: int) -> bool:
    """Whether a passage is not plainly in another language, as one of several in a posting may be."""
    norms = [word.norm for word in posting.words(block) if start <= word.start < end]
    return len(norms) < _FEW or language_of(norms) == "en"
