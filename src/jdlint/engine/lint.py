"""Linting one posting: every selected rule's hits as findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property

from jdlint.analysis.needs import MissingError
from jdlint.engine.assemble import absent_span, context, finding, fingerprint
from jdlint.engine.finding import CRASH, OWN_NAMES, Finding, order
from jdlint.engine.ideas import Found, one_per_idea
from jdlint.engine.result import ENGLISH_ONLY, Skipped
from jdlint.engine.timing import check
from jdlint.engine.vocabulary import accepted, is_accepted
from jdlint.posting.model import Block
from jdlint.posting.posting import Posting
from jdlint.readers.includes import included
from jdlint.rules.guards import may_hold
from jdlint.rules.kinds import regex, terms
from jdlint.rules.model import RULE_PAGES, Hit, Pattern, Rule
from jdlint.rules.needles import may_match
from jdlint.rules.patterns import flat
from jdlint.rules.ruleset import RuleSet
from jdlint.text.record import NamedTuple, replace
from jdlint.text.small import lowered
from jdlint.text.spans import Span

_SLOTS = "STR014"  # the rule that reports the slots of a template


class Lint(NamedTuple):
    """The findings in one posting, by place, the rules that could not run on it, and what is a finding if other postings say so."""

    findings: list[Finding]
    skipped: list[Skipped]
    apart: list[Finding]


def lint(posting: Posting, ruleset: RuleSet, vocabulary: tuple[str, ...] = ()) -> Lint:
    """Run the rules on a posting. The same posting and rules give the same findings, in the same order.

    `vocabulary` are the phrases that the house accepts: a finding about nothing but their words stands in no other's way.
    """
    run = _Run(posting, ruleset)
    if not run.readable():
        return Lint(run.crashes, [], [])
    rows = [*run.worded(), *run.single()]
    spans = accepted(posting, vocabulary) if rows else []
    found = _numbered(one_per_idea(r for r in rows if not r.finding.sketch and not is_accepted(r.finding, spans)))
    apart = list(_numbered(r for r in rows if r.finding.sketch))
    skipped = [Skipped(code, reason) for code, reason in ruleset.broken.items()] + run.skipped
    return Lint(sorted([*found, *run.crashes], key=order) if run.crashes else list(found), sorted(set(skipped)), apart)


class _Run:
    """One posting and one rule set. A rule that raises becomes a finding of its own, and the others go on."""

    def __init__(self, posting: Posting, ruleset: RuleSet) -> None:
        self._posting = posting
        self._ruleset = ruleset
        self.skipped: list[Skipped] = []
        self.crashes: list[Finding] = []
        self._crashed: set[str] = set()

    def readable(self) -> bool:
        """Whether the posting's blocks, sections, title and language can be told at all; a crash there is every rule's."""
        try:
            self._posting.texts, self._posting.sections, self._posting.title, self._posting.language  # noqa: B018  # computed on use
        except Exception as error:  # noqa: BLE001  # one posting that can't be read must not cost the others their result
            self.crashes.append(self._crash("", f"this posting could not be read and was not checked: {_told(error)}"))
            return False
        return True

    def single(self) -> Iterator[Found]:
        """Findings of the rules that run one at a time."""
        for rule in self._in_language(self._ruleset.single):
            yield from self._guarded(rule, self._ruleset.run_single(rule, self._posting))

    def worded(self) -> Iterator[Found]:
        """Findings of the wording rules: one pass over the words of each block."""
        every = self._ruleset.worded
        rules = self._ruleset.worded_codes if self._posting.language == "en" else {r.code for r in self._in_language(every)}
        if not rules:
            return
        anchored, free = self._anchored(), self._ruleset.anchors.free
        for number, block in enumerate(self._posting.texts):
            found: list[terms.Match] = []
            tried = anchored.get(number) or set(free)
            for key, first, stop in self._ruleset.phrases.find(self._posting.tokens(block)):
                if isinstance(key, int):
                    tried.add(key)
                elif key.rule.code in rules:
                    found.append((key, first, stop))
            if found:
                yield from self._terms(found, block)
            if tried:
                yield from self._regexes(tried, rules, block)

    def _anchored(self) -> dict[int, set[int]]:
        """By the number of the block the numbers of the patterns that may be tried on it; blocks without an anchor are left out."""
        anchors, concordance = self._ruleset.anchors, self._posting.concordance
        tried: dict[int, set[int]] = {}
        for word in anchors.words & concordance.words:
            patterns = anchors.by_word[word]
            for number in concordance.by_word[word]:
                known = tried.get(number)
                if known is None:
                    tried[number] = {*anchors.free, *patterns}
                else:
                    known.update(patterns)
        return tried

    def _terms(self, found: list[terms.Match], block: Block) -> Iterator[Found]:
        by_rule: dict[str, list[terms.Match]] = {}
        for match in found:
            by_rule.setdefault(match[0].rule.code, []).append(match)
        for matches in by_rule.values():
            rule = matches[0][0].rule
            yield from self._guarded(rule, terms.hits(rule, matches, block, self._posting))

    def _regexes(self, tried: AbstractSet[int], rules: AbstractSet[str], block: Block) -> Iterator[Found]:
        by_rule: dict[str, list[Pattern]] = {}
        low = lowered(flat(block.text)) if tried else None
        held: dict[tuple[str, ...], bool] = {(): True}  # whether the block holds what a rule looks at: many look at the same
        for number in sorted(tried):
            rule, pattern, where = self._ruleset.anchors.patterns[number]
            if rule.code in rules and may_match(pattern.needles, low):
                if where not in held:
                    held[where] = may_hold(where, self._posting, block)
                if held[where]:
                    by_rule.setdefault(rule.code, []).append(pattern)
        for code, patterns in by_rule.items():
            rule = self._ruleset.by_code[code]
            yield from self._guarded(rule, regex.hits(rule, patterns, block, self._posting))

    def _in_language(self, rules: Iterable[Rule]) -> list[Rule]:
        """The rules that can read this posting; the others are noted as skipped."""
        language = self._posting.language
        if language == "en":
            return list(rules)
        rules = list(rules)
        reason = f"{ENGLISH_ONLY}, and the posting's language is {language}"
        self.skipped += [Skipped(r.code, reason) for r in rules if r.language == "en"]
        return [r for r in rules if r.language != "en"]

    def _guarded(self, rule: Rule, hits: Iterator[Hit]) -> list[Found]:
        check()
        done: list[Found] = []
        if rule.code in self._crashed:
            return done
        try:
            for hit in hits:  # what it found before it failed stands
                if rule.provided_by in self._open_parts and (hit.at is None or hit.at.block in self._slots):
                    continue
                if hit.at is None and rule.provided_by in included(self._posting):
                    continue
                around = context(self._posting, hit.at)
                done.append(Found(finding(rule, hit, self._posting, self._ruleset, around), rule, around))
        except MissingError as lack:
            self.skipped.append(Skipped(rule.code, str(lack), lack.fatal))
        except Exception as error:  # noqa: BLE001  # whatever a rule raises is its own failure, and the other rules go on
            self._crashed.add(rule.code)
            message = f"the rule {rule.code} ({rule.name}) failed on this posting and was left out: {_told(error)}"
            self.crashes.append(self._crash(rule.code, message))
        return done

    @cached_property
    def _slots(self) -> frozenset[Block]:
        """The blocks in which a slot of a template waits to be filled. One finding says so; what goes there isn't missing as well."""
        return frozenset(slot.block for slot in self._posting.placeholders) if _SLOTS in self._ruleset.by_code else frozenset()

    @cached_property
    def _open_parts(self) -> frozenset[str]:
        """The kinds of the sections that hold such a slot."""
        return frozenset(kind for block in self._slots if (section := self._posting.section_of(block)) for kind in section.kinds)

    def _crash(self, code: str, message: str) -> Finding:
        try:
            span = absent_span(self._posting)
        except Exception:  # noqa: BLE001  # the title itself can't be read
            span = Span(0, 0)
        line, column, end_line, end_column = self._posting.source.corners(span)
        made = Finding(
            code=CRASH, name=OWN_NAMES[CRASH], severity="error", confidence="high",
            message=message, path=self._posting.source.path, span=span, line=line, column=column, end_line=end_line,
            end_column=end_column, match="", section=None, fingerprint="", url=f"{RULE_PAGES}{CRASH}", term=code,
            page=self._posting.source.page(span.start), row=self._posting.source.row,
        )  # fmt: skip
        return replace(made, fingerprint=fingerprint(replace(made, message=code), "", 0))


def _told(error: Exception) -> str:
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _numbered(rows: Iterable[Found]) -> Iterator[Finding]:
    """The findings in order; the fingerprints of those that read alike are counted up."""
    seen: Counter[str] = Counter()
    for one, _, around in rows:
        before = seen[one.fingerprint]
        seen[one.fingerprint] += 1
        yield replace(one, fingerprint=fingerprint(one, around, before)) if before else one
