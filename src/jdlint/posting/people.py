"""Whom a sentence speaks of at a word: the candidate, those whom the work serves, or somebody in particular."""

from __future__ import annotations

import re
from functools import cache

from jdlint.hints import Literal
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.text.lazy import lazy

Person = Literal["candidate", "served", "particular", "superior"]

_NAME = lazy(r"\b[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?(?: (?:van|de|di|von|al|O’|O'))? ?[A-Z][\wà-ÿ’'-]+")
_HONORIFIC = lazy(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|St|Saint|Prof|Professor|Rev|Father|Sister|Brother|King|Queen)\b\.? [A-Z]")
# "You assist the surgeon with her list" and "He was the first gardener here" speak of somebody who is there, or was.
_BESIDE = lazy(
    r"\byou(?:['’]ll| will| would)?\b[^.;]{0,40}"
    r"\b(?:assist|support|help|accompany|shadow|replace|report to|work (?:closely )?(?:with|for|under|alongside))\b",
    re.IGNORECASE,
)
_PAST = lazy(r"\b(?:was|were|died|founded|named after|planted|built)\b", re.IGNORECASE)
_SHORT = 3  # words of a title up to this length, such as "and" or "II", name nobody


@cache
def _nouns() -> dict[str, Person]:
    """Folded singular and plural nouns; of words with several parts, the last one speaks."""
    found: dict[str, Person] = {}
    people = lexicon("people")
    for kind in ("candidate", "served", "particular", "superior"):
        for noun in people[kind]:
            last = noun.split()[-1].casefold()
            for form in (last, f"{last}s", f"{last}es"):
                found.setdefault(form, kind)
    found.update(children="served", women="served", wives="served", people="served", babies="served")
    return found


@cache
def _no_names() -> frozenset[str]:
    """Words that postings write with a capital and that are no part of anybody's name."""
    return frozenset(lexicon("people")["no-name"])


def person_of(norm: str, posting: Posting | None = None) -> Person | None:
    """Whom a folded word names. The words of the posting's own title count as the candidate."""
    kind = _nouns().get(norm)
    if kind is not None or posting is None or len(norm) <= _SHORT:
        return kind
    return "candidate" if norm in _title_words(posting) else None


def _is_plural(norm: str) -> bool:
    return norm.endswith("s") and (norm[:-1] in _nouns() or norm.removesuffix("es") in _nouns())


def _title_words(posting: Posting) -> set[str]:
    return {w.norm for w in posting.words(posting.title.block)} if posting.title else set()


def person_before(posting: Posting, at: Excerpt) -> Person | None:
    """Whom the nearest sentence with a person in it, up to `at`, speaks of; its subject, that is the first person named, decides.

    Looks at the excerpt's sentence up to the excerpt, then at the two sentences before it in the block. A proper name, also one
    after the subject, makes it somebody in particular. The words of the posting's own title count as the candidate.
    """
    block = at.block
    title = _title_words(posting)
    nearest = [(start, end) for start, end in posting.sentences(block) if start < at.end][-3:]
    for first, end in reversed(nearest):
        start, stop = max(first, block.label_end), min(end, at.start)  # "Special Skills:" is nobody's name
        if _names_somebody(block.text[start:stop], title):
            return "particular"
        for word in posting.words(block):
            if start <= word.start < stop:
                kind = _nouns().get(word.norm) or ("candidate" if word.norm in title and len(word.norm) > _SHORT else None)
                if kind == "candidate" and _is_plural(word.norm):
                    continue  # no pronoun of one person stands for several
                if kind == "candidate" and (_BESIDE.search(block.text, start, word.start) or _PAST.search(block.text, start, stop)):
                    return "particular"
                if kind:
                    return kind
    return None


def _names_somebody(text: str, title: set[str]) -> bool:
    """Whether a first and last name, or a name with an honorific, stands in the text; titles of jobs are no names."""
    if _HONORIFIC.search(text):
        return True
    for match in _NAME.finditer(text):
        parts = [p.casefold() for p in re.split(r"[^\w]+", match.group()) if p]
        if not any(p in title or p in _nouns() or p in _no_names() for p in parts):
            return True
    return False
