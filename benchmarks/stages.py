"""How long each part of judging a posting takes: reading, each fact, the wording rules, each other rule. Shared by the benchmarks."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from jdlint.config.lookup import Lookup
from jdlint.config.model import Settings
from jdlint.engine import lint as engine
from jdlint.engine.files import Files
from jdlint.engine.rulesets import build
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.ruleset import RuleSet

AS_OF = date(2026, 11, 21)
# The facts that others stand on come first, so that each is charged with its own work.
_BASIS = ("blocks", "texts", "sections", "title", "language", "company", "pay", "places")


def settings() -> Settings:
    """The settings of a run without a settings file: the recommended profile."""
    return next(iter(Files(Lookup(isolated=True), AS_OF).open(["pyproject.toml"]))).settings


def recommended() -> RuleSet:
    """The rules of the recommended profile."""
    return build(settings())


def facts() -> list[str]:
    """The facts of a posting, in the order in which they are measured."""
    every = [n for n, v in vars(Posting).items() if isinstance(v, cached_property) and not n.startswith("_")]
    return [n for n in _BASIS if n in every] + [n for n in every if n not in _BASIS]


class Clock:
    """Adds up processor time by part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Charge a part with what is done inside."""
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def measure(texts: Iterable[tuple[str, str]], ruleset: RuleSet, clock: Clock) -> None:
    """Judge each posting part by part."""
    for name, text in texts:
        data = text.encode()
        with clock.part("read"):
            document = read(data, name)
        posting = Posting(document, Reading(as_of=AS_OF))
        with clock.part("fact blocks"):
            texts_of = posting.texts
        with clock.part("words and sentences"):
            for block in texts_of:
                posting.norms(block)
                posting.sentences(block)
        for fact in facts():
            with clock.part(f"fact {fact}"):
                getattr(posting, fact)
        run = engine._Run(posting, ruleset)  # noqa: SLF001  # the parts of a run are nobody else's business
        with clock.part("wording rules"):
            rows = list(run.worded())
        for rule in run._in_language(ruleset.single):  # noqa: SLF001
            with clock.part(f"rule {rule.code} {rule.name}"):
                rows += run._guarded(rule, ruleset.run_single(rule, posting))  # noqa: SLF001
