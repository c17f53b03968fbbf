"""Pronouns that take the reader's sex for granted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.people import person_before
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_PAIR = lazy(
    r"(?<![\w/])(?:s/he|\(s\)he|he/she|she/he|he or she|she or he|his/hers?|hers?/his|his or hers?|hers? or his|him/her|her/him|him or her"
    r"|her or him|himself/herself|herself/himself|himself or herself|herself or himself)(?![\w/])",
    re.IGNORECASE,
)
_SINGLE = lazy(r"(?<![\w/’'-])(?:he|she|him|his|her|hers|himself|herself)(?![\w/-])(?:[’'](?:s|ll|d))?", re.IGNORECASE)
_FRIENDLY = lazy(
    r"\bpronouns?\b|\bthey/|/they\b|\btheirs?\b.{0,9}/|\bmajesty\b|\bhighness\b|\b(?:her|his) or their\b"
    r"|\b(?:section|article|clause) \d|\bemployer shall\b",
    re.IGNORECASE,
)
_DEMAND = lazy(
    r"(?:he|she) (?:also |then |further |\w+ly )?"
    r"(?:will|must|should|shall|needs?|has to|is|reports|works|can|may|would|knows|has|leads|owns)\b",
    re.IGNORECASE,
)
_SAID = lazy(r"\bsa(?:ys|id)\b")
_INSTEAD = {
    "he": "you, or they", "she": "you, or they", "him": "you, or them", "his": "your, or their", "her": "your, or their",
    "hers": "yours, or theirs", "himself": "yourself, or themselves", "herself": "yourself, or themselves",
}  # fmt: skip


def pronouns(posting: Posting, options: Options) -> Iterator[Hit]:
    """Pronouns of one sex, or both paired, where the candidate is meant."""
    for block in posting.holding(_INSTEAD.keys()):
        if not (block.quoted or block.kind == "quote"):
            yield from _in_block(posting, block)


def _in_block(posting: Posting, block: Block) -> Iterator[Hit]:
    paired = list(_PAIR.finditer(block.text))
    for match in paired:
        at = Excerpt(block, match.start(), match.end())
        if not _FRIENDLY.search(posting.sentence_at(at).text) and person_before(posting, at) != "served":  # nobody known is both
            yield Hit(at, variant="pair", severity="info", values={"instead": "you, or they"})
    for match in _SINGLE.finditer(block.text):
        if any(p.start() < match.end() and match.start() < p.end() for p in paired):
            continue
        at = Excerpt(block, match.start(), match.start() + len(re.split("[’']", match.group())[0]))
        if _means_candidate(posting, at):
            yield Hit(at, values={"instead": _INSTEAD[at.text.casefold()]})


def _means_candidate(posting: Posting, at: Excerpt) -> bool:
    """Whether a pronoun stands for the candidate: their noun leads the sentence, or nobody does and a duty follows."""
    sentence = posting.sentence_at(at).text
    if _FRIENDLY.search(sentence) or (_SAID.search(sentence) and ('"' in sentence or "“" in sentence)):
        return False
    person = person_before(posting, at)
    if person == "candidate":
        return True
    if person is None:
        return _DEMAND.match(at.block.text, at.start) is not None
    return False
