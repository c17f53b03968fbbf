"""In which blocks each word of a posting stands, so that whoever looks for certain words sees no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from jdlint.posting.model import Block
from jdlint.text.stems import meet


class Concordance:
    """Built in one pass over the words; a question costs a few set look-ups, not one for every block."""

    __slots__ = ("_blocks", "by_word", "words")

    def __init__(self, blocks: Sequence[Block], words_of: Callable[[Block], Iterable[str]]) -> None:
        self._blocks = blocks
        numbers: dict[str, list[int]] = {}
        for number, block in enumerate(blocks):
            for word in words_of(block):
                there = numbers.get(word)
                if there is None:
                    numbers[word] = [number]
                else:
                    there.append(number)
        self.by_word = numbers  # the numbers of the blocks, in order
        self.words = frozenset(numbers)  # all different words, folded
        meet(self.words)

    def numbers(self, words: AbstractSet[str]) -> list[int]:
        """The numbers of the blocks in which one of the folded words stands, in order."""
        there = self.words & words
        if len(there) == 1:
            return self.by_word[next(iter(there))]
        return sorted(set().union(*map(self.by_word.__getitem__, there)))

    def blocks(self, words: AbstractSet[str]) -> list[Block]:
        """The blocks in which one of the folded words stands, in order."""
        return [self._blocks[n] for n in self.numbers(words)]
