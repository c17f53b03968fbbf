"""Sets of words that grow: of all words met so far, those that hold one of some stems.

To look for stems in every block costs more than everything else that is done there. Words recur, so that each is looked at once
in a run, and the question whether a text holds a stem becomes one of sets.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

_MOST = 200_000  # words met, beyond which all are forgotten, so that a long run needs no more memory than a short one
_met: set[str] = set()
_all: list[Stems] = []


class Stems(set[str]):
    """The words met so far in which one of the stems stands; a stem is a run of small letters, and digits, as words hold them.

    Ask it only of words that were met.
    """

    def __init__(self, *stems: str) -> None:
        super().__init__()
        self._stems = stems
        self._learn(_met)
        _all.append(self)

    def stand_in(self, text: str) -> bool:
        """Whether a text, whose words need not have been met, holds a stem."""
        folded = text.casefold()
        return any(stem in folded for stem in self._stems)

    def _learn(self, words: AbstractSet[str]) -> None:
        every = " ".join(words)
        there = [stem for stem in self._stems if stem in every]
        if there:
            self.update(word for word in words if any(stem in word for stem in there))


def meet(words: AbstractSet[str]) -> None:
    """Take note of the folded words of a text."""
    new = words - _met
    if not new:
        return
    if len(_met) > _MOST:
        _met.clear()
        for stems in _all:
            stems.clear()
        new = words
    _met.update(new)
    for stems in _all:
        stems._learn(new)  # noqa: SLF001  # of this module
