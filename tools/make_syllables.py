"""Writes src/jdlint/analysis/data/syllables.z, the number of syllables of the words in the CMU Pronouncing Dictionary.

    python tools/make_syllables.py path/to/cmudict.dict

`cmudict.dict` is the dictionary itself (https://github.com/cmusphinx/cmudict, a BSD licence: data/CMUDICT-LICENSE stands beside
the table). Its lines are `word PHONE PHONE ...`; a phone that carries a vowel ends in the digit of its stress. Of a word's
pronunciations the first counts, as textstat has it. Words with other characters than letters and apostrophes are left out:
textstat strips those before it looks a word up.

The table is zlib-compressed text, a line a word: the word, a blank and the number, the words in the order of their bytes, so that
a word is found by halving.
"""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/jdlint/analysis/data/syllables.z"
WORD = re.compile(r"[a-z']+")


def table(dictionary: str) -> str:
    """The table of a dictionary's text, uncompressed."""
    counts: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, *phones = line.partition("#")[0].split()
        if WORD.fullmatch(word):  # further pronunciations stand under `word(2)`
            counts.setdefault(word, sum(phone[-1].isdigit() for phone in phones))
    return "\n".join(f"{word} {count}" for word, count in sorted(counts.items()))


def main() -> None:
    """Write the table."""
    OUT.parent.mkdir(exist_ok=True)
    text = table(Path(sys.argv[1]).read_text(encoding="utf-8"))
    OUT.write_bytes(zlib.compress(text.encode("ascii"), 9))
    print(f"{text.count(chr(10)) + 1} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
