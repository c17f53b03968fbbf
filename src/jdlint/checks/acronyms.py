"""Abbreviations and certificates that not every reader knows by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jdlint.checks.nearby import neighbours
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_ACRONYM = lazy(r"[A-Z](?<![\w&@#$/.-].)(?:&?[A-Z]){2,5}(?=s?(?![\w&@-]|\.\w))")
_VOWEL = lazy(r"[AEIOUY]")
_PROSE = ("paragraph", "item", "cell")
_WORDLIKE = 4  # letters: from here on, capitals with vowels may be a shouted word
_NAME_BEFORE = lazy(r",[ ](?:[A-Z][\w.&'’-]*[ ])*[A-Z][a-z]+,[ ]\Z")
_NAME_AFTER = lazy(r",[ ](?:and[ ])?[A-Z][a-z]")
# What stands before and after an abbreviation in brackets, and after one that is explained.
_OPENED = lazy(r"\w\W?\s?\(\W?\Z")
_CLOSED = lazy(r"s?\W?\)")
_TOLD = lazy(r"s?\s*(?:\(|[–—=:-]\s)(?=\w+ \w)")
_INITIAL = lazy(r"[^\W\d_]+(?:['’]\w+)?")


@cache
def _known() -> frozenset[str]:
    """What every reader knows, or takes for no abbreviation."""
    data = lexicon("acronyms")
    return frozenset(data["known"].split()) | frozenset(data["words"].split()) | frozenset(data["certifications"])


@cache
def _of_any_trade() -> frozenset[str]:
    return frozenset(" ".join(lexicon("acronyms")["trades"].values()).split())


def _known_in_trade(posting: Posting) -> frozenset[str]:
    """What people in the posting's trades know; with no trade to be told, what people in any know."""
    data = lexicon("acronyms")
    by_trade, together = data["trades"], frozenset(data["together"])
    found = posting.traits & (by_trade.keys() | together)
    if found & together:
        found |= together
    return frozenset(word for trade, words in by_trade.items() if trade in found or not found for word in words.split())


@cache
def _certifications() -> dict[str, str]:
    return dict(lexicon("acronyms")["certifications"])


def undefined(posting: Posting, options: Options) -> Iterator[Hit]:
    """Abbreviations that are neither common nor spelled out anywhere: one hit a posting, at the first."""
    accepted = _known() | frozenset(options.strings("accept"))
    found: dict[str, Excerpt] = {}
    for block in posting.blocks:
        if block.kind not in _PROSE or block.text.isupper():
            continue
        for match in _ACRONYM.finditer(block.text):
            if match.group() not in accepted and match.group() not in found and not _is_word(match) and not _among_names(match):
                found[match.group()] = Excerpt(block, match.start(), match.end())
    if not found:
        return
    explained = _Explanations(posting)
    known = _names(posting) | _known_in_trade(posting)
    rest = [at for acronym, at in found.items() if acronym not in known and not explained.of(acronym)]
    if rest:
        listed = ", ".join(at.text for at in rest)
        yield Hit(rest[0], {"listed": listed, "count": len(rest)}, related=tuple((at, "not spelled out either") for at in rest[1:]))


def _is_word(match: re.Match[str]) -> bool:
    """Whether capitals may be a shouted word: they could be read aloud, or a neighbour is in capitals too."""
    text, acronym = match.string, match.group()
    if len(acronym) >= _WORDLIKE and _VOWEL.search(acronym) and acronym not in _of_any_trade():
        return True
    beside = [word.strip(".,;:()") for word in neighbours(text, match.start(), match.end()) if len(word) > 1]
    return any(word.isupper() and word not in _known() and word not in _of_any_trade() for word in beside)


def _among_names(match: re.Match[str]) -> bool:
    """Whether capitals stand between two names in a list of them: "Nestor, QBX, Hartmann"."""
    return _NAME_BEFORE.search(match.string, 0, match.start()) is not None and _NAME_AFTER.match(match.string, match.end()) is not None


class _Explanations:
    """What the posting spells out: beside brackets, or as words with the letters as their initials."""

    def __init__(self, posting: Posting) -> None:
        texts = [*(block.text for block in posting.blocks), *(field.block.text for field in posting.fields)]
        self._text = "\n".join(texts)
        initials = (word[0] if word[0].isupper() else "." for text in texts for word in (*_INITIAL.findall(text), "|"))
        self._initials = "".join(initials)

    def of(self, acronym: str) -> bool:
        """Whether an abbreviation is spelled out."""
        return any(self._beside_brackets(at, at + len(acronym)) for at in _places(acronym, self._text)) or self._as_initials(acronym)

    def _beside_brackets(self, start: int, end: int) -> bool:
        if _OPENED.search(self._text, max(0, start - 5), start) and _CLOSED.match(self._text, end):
            return True
        return not _is_letter(self._text[start - 1 : start]) and _TOLD.match(self._text, end) is not None

    def _as_initials(self, acronym: str) -> bool:
        """Whether the letters start words of a row, with at most two small words between two of them."""
        letters = acronym.replace("&", "")
        for place in _places(letters[0], self._initials):
            at = place + 1
            for letter in letters[1:]:
                at += len(self._initials[at : at + 2]) - len(self._initials[at : at + 2].lstrip("."))
                if self._initials[at : at + 1] != letter:
                    break
                at += 1
            else:
                return True
        return False


def _places(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _is_letter(text: str) -> bool:
    return text == "_" or text.isalnum()


def _names(posting: Posting) -> frozenset[str]:
    """What the employer and its parts are called: capitals in headings, in front matter, and where the company speaks of itself."""
    texts = [b.text for b in posting.blocks if b.kind == "heading"]
    texts += [f.block.text for f in posting.fields]
    texts += [b.text for s in posting.sections_of_kind("company") for b in s.blocks]
    return frozenset(match.group() for text in texts for match in _ACRONYM.finditer(text))


def certifications(posting: Posting, options: Options) -> Iterator[Hit]:
    """Certificates named by their letters alone, each where it stands first."""
    seen: set[str] = set()
    folded = ""
    for block in (b for s in posting.sections_of_kind("requirements", "preferred") for b in s.blocks):
        for word in posting.words(block):
            letters = block.text[word.start : word.end]
            full = _certifications().get(letters)
            if full is None or letters in seen:
                continue
            seen.add(letters)
            folded = folded or " ".join(b.text.casefold() for b in posting.blocks)
            if full.casefold() not in folded and " ".join(full.casefold().split()[:2]) not in folded:
                at = Excerpt(block, word.start, word.end)
                yield Hit(at, {"full": full}, use=(f"{full} ({letters})",))
