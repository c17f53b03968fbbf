"""Counts of a posting: words, sentences, items, lengths."""

from __future__ import annotations

from jdlint.hints import TYPE_CHECKING
from jdlint.text.words import tokens

if TYPE_CHECKING:
    from jdlint.posting.model import Block, Section
    from jdlint.posting.posting import Posting

_ENTRY_WORDS = 40
_ENTRIES = 3  # fewer short paragraphs are prose


def measure(posting: Posting) -> dict[str, float | int | None]:
    """Counts of the text that a reader of the page sees: the body without code, and prose in fields."""
    body = [b for b in posting.blocks if b.kind != "code"]
    texts = posting.texts
    counted = [len(posting.tokens(b)) for b in texts]
    lengths = [n for b in texts if b.kind != "heading" for n in _sentence_lengths(posting, b)]
    title = posting.title
    return {
        "words": sum(counted),
        "sentences": len(lengths),
        "longest_sentence": max(lengths, default=0),
        "mean_sentence": round(sum(lengths) / len(lengths), 1) if lengths else 0,
        "paragraphs": sum(b.kind == "paragraph" for b in body),
        "longest_paragraph": max((n for b, n in zip(texts, counted, strict=True) if b.kind == "paragraph"), default=0),
        "headings": sum(b.kind == "heading" for b in body),
        "items": sum(b.kind == "item" for b in body),
        "duties": _items(posting, "responsibilities"),
        "requirements": _items(posting, "requirements"),
        "preferred": _items(posting, "preferred"),
        "benefits": _items(posting, "benefits"),
        "title_length": len(title.text) if title is not None else 0,
    }


def _items(posting: Posting, kind: str) -> int:
    """List entries in the sections whose first kind it is."""
    return sum(_entries(posting, s) for s in posting.sections if s.kind == kind)


def _entries(posting: Posting, section: Section) -> int:
    """A section's list items; where it has none, its short paragraphs, which stand for items in plain text."""
    if section.items:
        return len(section.items)
    short = [b for b in section.blocks if b.kind == "paragraph" and len(posting.tokens(b)) <= _ENTRY_WORDS]
    return len(short) if len(short) >= _ENTRIES else 0


def _sentence_lengths(posting: Posting, block: Block) -> list[int]:
    """The number of words of each of a block's sentences."""
    ranges = posting.sentences(block)
    if len(ranges) == 1:
        return [len(posting.tokens(block))]
    text = block.text
    return [len(tokens(text[start:end])) for start, end in ranges]
