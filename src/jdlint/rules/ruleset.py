"""The rules of one run, built once from the settings and used for every posting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType

from jdlint.hints import Any
from jdlint.posting.posting import Posting
from jdlint.rules.errors import UnknownRuleError
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.kinds import terms
from jdlint.rules.model import Hit, Options, Pattern, Rule, Severity
from jdlint.rules.options import resolve_options
from jdlint.rules.select import FULL, codes, resolve
from jdlint.text.phrases import PhraseIndex
from jdlint.text.record import NamedTuple, dataclass, field

_ENGINE = ("terms", "regex", "internal")  # kinds that are not run one rule at a time


class Anchored(NamedTuple):
    """A pattern with its rule, known by its number in the rule set."""

    rule: Rule
    pattern: Pattern
    where: tuple[str, ...]


class Anchors(NamedTuple):
    """The patterns of a rule set, and for each word those that may be tried where it stands."""

    patterns: tuple[Anchored, ...]
    by_word: Mapping[str, tuple[int, ...]]
    longer: tuple[tuple[tuple[str, ...], int], ...]  # anchors of several words, each with the number of its pattern
    words: frozenset[str]
    free: frozenset[int]  # the patterns that are tried on every block


@dataclass(frozen=True)
class RuleSet:
    """Selected rules with their options; `broken` holds the shipped files left out.

    `severity` and, by code and term, `term_severity` hold what the settings say.
    """

    rules: tuple[Rule, ...]
    options: Mapping[str, Options] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    provided: frozenset[str] = frozenset()
    broken: Mapping[str, str] = field(default_factory=dict)
    term_severity: Mapping[tuple[str, str], Severity] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by code."""
        return {r.code: r for r in self.rules}

    @cached_property
    def worded(self) -> tuple[Rule, ...]:
        """The rules about wording (terms and regex), which share one pass over the text."""
        return tuple(r for r in self.rules if r.kind in _ENGINE and r.kind != "internal")

    @cached_property
    def worded_codes(self) -> frozenset[str]:
        """The codes of the rules about wording."""
        return frozenset(r.code for r in self.worded)

    @cached_property
    def single(self) -> tuple[Rule, ...]:
        """The rules that run on their own, without those whose part the site's template provides."""
        return tuple(r for r in self.rules if r.kind not in _ENGINE and r.provided_by not in self.provided)

    @cached_property
    def phrases(self) -> PhraseIndex[terms.Form | int]:
        """All phrases, and the anchors of more than one word, which stand for the numbers of their patterns."""
        index: PhraseIndex[terms.Form | int] = PhraseIndex()
        for rule in self.worded:
            for words, form in terms.forms(rule):
                index.add_words(words, form)
        for parts, number in self.anchors.longer:
            index.add_words(parts, number)
        return index

    @cached_property
    def anchors(self) -> Anchors:
        """All patterns with their anchors of one word, as by far the most are."""
        patterns = tuple(Anchored(r, p, r.where if p.term.where is None else p.term.where) for r in self.worded for p in r.patterns)
        by_word: dict[str, list[int]] = {}
        longer: list[tuple[tuple[str, ...], int]] = []
        for number, (_, pattern, _) in enumerate(patterns):
            for word in pattern.words:
                by_word.setdefault(word, []).append(number)
            longer += [(words, number) for words in pattern.phrases]
        free = frozenset(n for n, (_, p, _) in enumerate(patterns) if not p.term.forms)
        return Anchors(patterns, {w: tuple(ns) for w, ns in by_word.items()}, tuple(longer), frozenset(by_word), free)

    def run_single(self, rule: Rule, posting: Posting) -> Iterator[Hit]:
        """The hits of a rule that runs on its own."""
        kind: Callable[[Rule, Options, Posting], Iterator[Hit]] = _kind(rule.kind).hits
        return kind(rule, self.options[rule.code], posting)


@cache
def _kind(name: str) -> ModuleType:
    """The module of a kind, imported where a rule of it runs."""
    return import_module(f"jdlint.rules.kinds.{name}")


def assemble(
    rules: Iterable[Rule],
    index: RuleIndex,
    options: Mapping[str, Mapping[str, Any]] = {},
    severity: Mapping[str, Severity] = {},
    provided: Iterable[str] = (),
) -> RuleSet:
    """A rule set of given rules; settings for rules that are known but not selected are checked all the same.

    `options` are values by the rule's code or name and the option; `severity` by any selector, of which the longest wins.
    Raises UnknownRuleError for a selector, OptionError for an option.
    """
    rules = tuple(rules)
    mine = {r.code: r for r in rules}
    given: dict[str, Mapping[str, Any]] = {}
    for text, values in options.items():
        entry = one_entry(text, index)
        given[entry.code] = {**given.get(entry.code, {}), **values}
        if entry.code not in mine:
            resolve_options(entry.build(), values)
    resolved = {code: resolve_options(rule, given.get(code, {})) for code, rule in mine.items()}
    return RuleSet(rules, resolved, _severities(severity, index), frozenset(provided), index.broken)


def one_entry(text: str, index: RuleIndex) -> Entry:
    """The one rule that a key of `rules:` names; UnknownRuleError where it names none or several."""
    found = [e for e, _ in resolve(text, index)]
    if len(found) != 1 or text in index.profiles:
        raise UnknownRuleError(f'"{text}" names several rules; options belong to one rule')
    return found[0]


def _severities(given: Mapping[str, Severity], index: RuleIndex) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for text in weighed(given, index):
        found.update(dict.fromkeys(codes(text, index), given[text]))
    return found


def weighed(texts: Iterable[str], index: RuleIndex) -> list[str]:
    """Selectors in the order of their weight: of two that name a rule, the later one decides its severity."""
    return sorted(texts, key=lambda t: 0 if t == "ALL" or t in index.profiles else min(FULL, len(t)))
