"""How the time for a posting grows with the number of phrase rules: from 100 to 1,000 of them, and more.

    python benchmarks/phrase_rules.py [--counts 100,1000,5000] [--postings 60] [--words 600]

Each rule has a term of two forms of two to four words that postings are full of, in an order in which they do not follow each
other, so that the search goes as far as it can without a hit. Processor time, the shortest of five runs, as a ratio to the first.
"""

from __future__ import annotations

import argparse
import random
import time

from generate import postings
from stages import AS_OF

from jdlint.cli.main import steady
from jdlint.engine.lint import lint
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.build import build_rule
from jdlint.rules.ruleset import RuleSet
from jdlint.text.words import tokens

RUNS = 5


def ruleset(count: int, vocabulary: list[str]) -> RuleSet:
    """So many rules of phrases that do not occur."""
    rng = random.Random(count)  # noqa: S311  # the same rules each time
    rules = []
    for number in range(count):
        forms = [" ".join(rng.sample(vocabulary, rng.randint(2, 4))) for _ in range(2)]
        told = {"code": f"ZZZ{number:04d}", "name": f"made-{number}", "summary": "Made.", "message": "Made."}
        rules.append(build_rule({**told, "kind": "terms", "severity": "info", "terms": [{"id": "made", "forms": forms}]}))
    return RuleSet(tuple(rules))


def seconds(texts: list[tuple[str, str]], rules: RuleSet) -> float:
    """Processor time of the rules over all postings; what is read of a posting is read before."""
    best = float("inf")
    for _ in range(RUNS):
        made = [Posting(read(text.encode(), name), Reading(as_of=AS_OF)) for name, text in texts]
        for posting in made:
            lint(posting, ruleset(0, []))
            for block in posting.texts:
                posting.tokens(block)
        start = time.process_time()
        for posting in made:
            lint(posting, rules)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", default="100,1000,5000")
    parser.add_argument("--postings", type=int, default=60)
    parser.add_argument("--words", type=int, default=600)
    options = parser.parse_args()
    steady()
    texts = list(postings(options.postings, options.words))
    vocabulary = sorted({word for _, text in texts for word in tokens(text) if word.isalpha()})
    first = 0.0
    for count in map(int, options.counts.split(",")):
        taken = seconds(texts, ruleset(count, vocabulary))
        first = first or taken
        print(f"{count:>6} rules: {1000 * taken / len(texts):7.3f} ms a posting, {taken / first:5.2f} times the first")


if __name__ == "__main__":
    main()
