"""What kind of work a posting is about: traits such as physical or driving, from its title and words."""

from __future__ import annotations

from functools import cache

from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.text.phrases import PhraseIndex


@cache
def _index() -> tuple[PhraseIndex[tuple[str, bool, str]], dict[str, int]]:
    """All words of the lexicon, each with its trait and whether it speaks in the title alone; and how many of the text's are enough."""
    rows = []
    enough = {}
    for trait, row in lexicon("trades").items():
        rows += [(phrase, (trait, True, phrase)) for phrase in row["title"]]
        rows += [(phrase, (trait, False, phrase)) for phrase in row["text"]]
        enough[trait] = row["enough"]
    return PhraseIndex(rows), enough


def trait_names() -> tuple[str, ...]:
    """The traits that a posting can have."""
    return tuple(lexicon("trades"))


def traits(posting: Posting) -> frozenset[str]:
    """The traits of the work. A posting may have several, or none."""
    index, enough = _index()
    found: dict[str, set[str]] = {}
    certain: set[str] = set()
    for block in posting.holding(index.openers):
        title = posting.title is not None and posting.title.block is block
        for (trait, in_title, phrase), _, _ in index.find(posting.tokens(block)):
            if in_title and title:
                certain.add(trait)
            elif not in_title:
                found.setdefault(trait, set()).add(phrase)
    return frozenset(certain | {trait for trait, words in found.items() if len(words) >= enough[trait]})
