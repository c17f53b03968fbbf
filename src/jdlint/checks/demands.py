"""Checks that compare demands with each other: the same thing twice, or as must-have and as wish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jdlint.checks.requirements import demands, entry_with_years, is_wish, wishes
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_CHOICE = lazy(r"\b(?:or|such as|e\.g|one of|like|any of|including|examples?|etc|at least one)\b|/", re.IGNORECASE)
_MORE = lazy(
    r"\b(?:advanced|deep|deeper|expert|extensive|strong|stronger|significant|proven|further|additional|prior|previous|certified"
    r"|certification|certificate"
    r"|commercial|professional|production|hands-on|fluent|fluency|native|years?|more|multiple|several|management|at scale)\b|\d",
    re.IGNORECASE,
)
_LONGEST_LIST = 60  # no person writes a longer one; a table of thousands must not be compared row by row


@cache
def _filler() -> frozenset[str]:
    return frozenset(lexicon("demand-filler")["words"].split())


def content(posting: Posting, item: Block) -> frozenset[str]:
    """The words of a demand that say what is asked for, in a form without plural or -ing endings."""
    return frozenset(_stem(word.norm) for word in posting.words(item) if word.norm not in _filler())


_STEM = 4  # letters that must stay, or "bed" and "being" lose what they mean


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "s", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def contradictions(posting: Posting, options: Options) -> Iterator[Hit]:
    """What can't hold at once: a must-have that is also a wish, and a beginner's job that asks for years."""
    yield from _must_and_wish(posting)
    yield from entry_with_years(posting, options)


_FEW = 5  # words: a longer wish says more than the must-have does, even in its words


def _must_and_wish(posting: Posting) -> Iterator[Hit]:
    """Something asked for as a must-have and, in the same words or fewer, again as nice to have."""
    wished = wishes(posting)
    if not wished:
        return
    musts = [(item, content(posting, item)) for items in demands(posting) for item in items if not is_wish(item.text)]
    for wish in wished:
        wanted = content(posting, wish)
        if not wanted or _MORE.search(wish.text) or _CHOICE.search(wish.text) or len(wanted) > _FEW:
            continue
        for must, asked in musts:
            if (
                wanted <= asked
                and len(asked) <= len(wanted) * 2 + 1
                and not _CHOICE.search(must.text)
                and _stands_alone(posting, must, wanted)
            ):
                yield Hit(Excerpt.whole(wish), {}, related=((Excerpt.whole(must), "asked for here as a must-have"),))
                break


def _stands_alone(posting: Posting, must: Block, wanted: frozenset[str]) -> bool:
    """Whether a single word is one of the things that a must-have names, not part of one: a degree is less than a nursing degree."""
    if len(wanted) > 1:
        return True
    tokens, text = posting.words(must), must.text
    for i, word in enumerate(tokens):
        if _stem(word.norm) not in wanted:
            continue
        before = i == 0 or tokens[i - 1].norm in _filler() or "," in text[tokens[i - 1].end : word.start]
        after = i + 1 == len(tokens) or tokens[i + 1].norm in _filler() or "," in text[word.end : tokens[i + 1].start]
        if before and after:
            return True
    return False


def duplicates(posting: Posting, options: Options) -> Iterator[Hit]:
    """Two must-haves that ask for the same thing in other words; the same words are STR015's."""
    seen: list[tuple[Block, frozenset[str], str]] = []
    for items in demands(posting):
        for item in items:
            words, folded = content(posting, item), " ".join(w.norm for w in posting.words(item))
            for other, others, text in seen[-_LONGEST_LIST:]:
                if text != folded and _alike(words, others):
                    values = {"other": _short(other.text)}
                    yield Hit(Excerpt.whole(item), values, related=((Excerpt.whole(other), "asks for the same"),))
                    break
            seen.append((item, words, folded))


_TWO, _MOST = 2, 0.8


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two demands name the same things: the same words, or four in five of at least five."""
    small, large = sorted((len(one), len(other)))
    if small < _TWO or small < large * _MOST:
        return False
    return one == other or (large >= _FEW and len(one & other) >= large * _MOST)


def _short(text: str) -> str:
    first = " ".join(text.split()[:8])
    return first if len(first) == len(" ".join(text.split())) else first + " …"


def repeats_duty(posting: Posting, options: Options) -> Iterator[Hit]:
    """A must-have that says again what a duty says."""
    duties = [(item, content(posting, item)) for s in posting.sections_of_kind("responsibilities") for item in s.items][:_LONGEST_LIST]
    for items in demands(posting):
        for item in items:
            words = content(posting, item)
            if len(words) < options.integer("min-words"):
                continue
            for duty, others in duties:
                if item is not duty and len(words & others) * 4 >= max(len(words), len(others)) * 3:
                    yield Hit(Excerpt.whole(item), {"other": _short(duty.text)}, related=((Excerpt.whole(duty), "the duty"),))
                    break
