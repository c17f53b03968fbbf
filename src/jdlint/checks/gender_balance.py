"""The balance of gender-coded words: the Gender Decoder's published method, and a guarded form of it.

Gaucher, Friesen and Kay (2011) made the lists; Kat Matfield's Gender Decoder made the method that people know.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.phrases import PhraseIndex
from jdlint.text.record import dataclass

_PARTS = lazy(r"[\s.,“”‘’<>*?!\"\[\]@':;()/&]")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Coding:
    """Coded words in the order of the text, a word once for every stem it starts with, and the verdict in the Gender Decoder's words."""

    masculine: tuple[str, ...]
    feminine: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """empty, neutral, or (strongly) masculine- or feminine-coded; strongly means more than three words apart."""
        score = len(self.feminine) - len(self.masculine)
        if score == 0:
            return "neutral" if self.feminine else "empty"
        side = "feminine" if score > 0 else "masculine"
        return f"strongly {side}-coded" if abs(score) > 3 else f"{side}-coded"  # noqa: PLR2004  # the published bound


def gender_coding(text: str) -> Coding:
    """The Gender Decoder's reading of a text, to the word: its way to part words, its stems, its double counts."""
    plain = "".join(c if ord(c) < 128 else " " for c in text)  # noqa: PLR2004  # so the method has it
    found = [part for word in _PARTS.split(plain) if word for part in _dehyphenated(word.lower()) if part]
    masculine, feminine = (tuple(w for w in found for stem in stems if w.startswith(stem)) for stems in _stems())
    return Coding(masculine, feminine)


def _dehyphenated(word: str) -> list[str]:
    """The word as it is where it starts with a hyphenated stem, else its parts."""
    if "-" not in word or any(word.startswith(s) for stems in _stems() for s in stems if "-" in s):
        return [word]
    return word.split("-")


@cache
def _stems() -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = lexicon("gender-coded")
    return tuple(data["masculine"]), tuple(data["feminine"])


@cache
def _guards() -> PhraseIndex[None]:
    return PhraseIndex((phrase, None) for phrase in lexicon("gender-coded")["guarded"]["phrases"])


def guarded_coding(posting: Posting) -> Coding:
    """The same stems over the posting's text, each word once, without its title, headings, quotes and set phrases."""
    masculine: list[str] = []
    feminine: list[str] = []
    for block in posting.texts:
        if block.kind == "heading" or block.quoted or (posting.title and posting.title.block is block):
            continue
        tokens = posting.tokens(block)
        barred = {i for _, first, stop in _guards().find(tokens) for i in range(first, stop)}
        for i, word in enumerate(tokens):
            if i in barred:
                continue
            for stems, side in zip(_stems(), (masculine, feminine), strict=True):
                if word.startswith(stems):
                    side.append(word)
    return Coding(tuple(masculine), tuple(feminine))


def balance(posting: Posting, options: Options) -> Iterator[Hit]:
    """One hit on the title where one side outweighs the other; the guarded form weighs the difference against the length."""
    if options["method"] == "gender-decoder":
        coding = gender_coding("\n".join(block.text for block in posting.texts))
        if coding.verdict in ("empty", "neutral"):
            return
    else:
        coding = guarded_coding(posting)
        length = max(100, int(posting.metrics["words"] or 0))
        if 100 * abs(len(coding.feminine) - len(coding.masculine)) / length < options.number("per-hundred"):
            return
    yield Hit(None, values={"verdict": coding.verdict, "masculine": _shown(coding.masculine), "feminine": _shown(coding.feminine)})


def _shown(found: tuple[str, ...]) -> str:
    """How many, and the commonest few."""
    if not found:
        return "none"
    few = sorted(set(found), key=lambda w: (-found.count(w), w))[:_SHOWN]
    return f"{len(found)}: {', '.join(few)}"
