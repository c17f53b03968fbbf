"""What kind of work a posting is about: traits such as physical or driving, from its title and words."""

from __future__ import annotations

from functools import cache

from jdlint.hints import TYPE_CHECKING
from jdlint.resources import lexicon
from jdlint.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting


@cache
def _index() -> tuple[PhraseIndex[tuple[str, str, str]], dict[str, int]]:
    """All words of the lexicon, each with its trait and the list it stands in; and how many of the text's are enough."""
    rows = []
    enough = {}
    for trait, row in lexicon("trades").items():
        rows += [(phrase, (trait, where, phrase)) for where in ("title", "not-title", "text", "against") for phrase in row.get(where, ())]
        enough[trait] = row["enough"]
    return PhraseIndex(rows), enough


def trait_names() -> tuple[str, ...]:
    """The traits that a posting can have."""
    return tuple(lexicon("trades"))


def traits(posting: Posting) -> frozenset[str]:
    """The traits of the work. A posting may have several, or none; a title such as "Library Technician" tells no more than its text."""
    index, enough = _index()
    found: dict[str, set[str]] = {}
    certain: set[str] = set()
    unsure: set[str] = set()
    against: set[str] = set()
    for block in posting.holding(index.anchors):
        title = posting.title is not None and posting.title.block is block
        for (trait, where, phrase), _, _ in index.find(posting.tokens(block)):
            if where == "text":
                found.setdefault(trait, set()).add(phrase)
            elif where == "against":
                against.add(trait)
            elif title:
                (certain if where == "title" else unsure).add(trait)
    return frozenset((certain - unsure) | {trait for trait, words in found.items() if len(words) >= enough[trait] and trait not in against})
