"""Rules as the settings' `accept`, `add` and `term-severity` make them, with errors that name the place in the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jdlint.config.errors import ConfigError
from jdlint.config.model import RuleWording
from jdlint.rules.errors import TermError, UnknownRuleError
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.model import Rule, Severity
from jdlint.rules.ruleset import one_entry
from jdlint.rules.wording import KINDS, check_term, with_terms, without
from jdlint.text.record import dataclass, field


@dataclass(slots=True)
class Tailored:
    """A rule with the house's phrases, and the severities that the settings give to terms."""

    rule: Rule
    severity: dict[str, Severity] = field(default_factory=dict)


def tailored(rows: Iterable[RuleWording], index: RuleIndex) -> Mapping[str, Tailored]:
    """The rules that the rows change, by code. ConfigError where a rule has no phrases, or not the term that a row names."""
    by_code: dict[str, list[RuleWording]] = {}
    for row in rows:
        entry = _entry(row, index)
        if entry.kind in KINDS:
            by_code.setdefault(entry.code, []).append(row)
        elif not _is_option(row, entry):
            message = f'"{row.key.text}" is for rules that look for phrases (of kind terms or regex); {entry.code} is of kind {entry.kind}'
            raise ConfigError(row.key.at, message)
    return {code: _tailor(index.entries[code].build(), mine) for code, mine in by_code.items()}


def accept_options(rows: Iterable[RuleWording], index: RuleIndex) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rules that have an option "accept" of their own, with the texts that the settings give it."""
    for row in rows:
        entry = _entry(row, index)
        if _is_option(row, entry):
            yield entry.code, tuple(p.text for p in row.accept)


def _is_option(row: RuleWording, entry: Entry) -> bool:
    """Whether the rule has no phrases, but an option of that name."""
    return entry.kind not in KINDS and row.key.text in entry.raw.get("options", {})


def _entry(row: RuleWording, index: RuleIndex) -> Entry:
    try:
        return one_entry(row.rule.text, index)
    except UnknownRuleError as error:
        raise ConfigError(row.rule.at, str(error)) from error


def _tailor(rule: Rule, rows: list[RuleWording]) -> Tailored:
    added = [term for row in reversed(rows) for term in row.add]
    rule = with_terms(rule, added)
    found = Tailored(rule, {t.id: t.severity for t in rule.terms[: len(added)] if t.severity})
    for row in rows:
        for pick, severity in row.severity:
            try:
                check_term(rule, pick.text)
            except TermError as error:
                raise ConfigError(pick.at, str(error)) from error
            found.severity[pick.text] = severity
    for pick in (pick for row in rows for pick in row.accept):
        try:
            found.rule = without(found.rule, pick.text)
        except TermError as error:
            raise ConfigError(pick.at, str(error)) from error
    return found
