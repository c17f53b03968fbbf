"""Which rules `jdlint rule` is asked for: by code, name or prefix, by words, and by what they are."""

from __future__ import annotations

from jdlint.rules.errors import UnknownRuleError, nearest
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.select import resolve
from jdlint.text.record import NamedTuple


class Filters(NamedTuple):
    """What rules must be like. A filter that says nothing lets every rule pass; of several values, one is enough."""

    search: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    fixable: bool = False

    def passes(self, entry: Entry) -> bool:
        """Whether a rule is like that."""
        raw = entry.raw
        return (
            all(_speaks_of(entry, text.split()) for text in self.search)
            and (not self.family or entry.code[:3] in {family.upper() for family in self.family})
            and (not self.severity or raw["severity"] in self.severity)
            and (not self.evidence or raw.get("evidence", "convention") in self.evidence)
            and (not self.fixable or raw.get("fix", "none") != "none")
        )


def find_rules(words: tuple[str, ...], filters: Filters, index: RuleIndex) -> list[Entry]:
    """The rules that are named (all, where none is) and are as the filters say, in order of their codes.

    Where a word names none, they are those that speak of all the words. UnknownRuleError where none is left.
    """
    known = {code[:3] for code in index.entries}
    for family in filters.family:
        if family.upper() not in known:
            raise UnknownRuleError(f'no family of rules "{family}"{nearest(family.upper(), known)} (one of {", ".join(sorted(known))})')
    named = _named(words, index) if words else [index.entries[code] for code in sorted(index.entries)]
    found = [entry for entry in named if filters.passes(entry)]
    if not found:
        raise UnknownRuleError("no rule is like that; `jdlint rule --all` lists all of them")
    return found


def _named(words: tuple[str, ...], index: RuleIndex) -> list[Entry]:
    found: dict[str, Entry] = {}
    for word in words:
        try:
            found |= {entry.code: entry for entry, _ in resolve(word, index)}
        except UnknownRuleError:
            spoken = [index.entries[code] for code in sorted(index.entries) if _speaks_of(index.entries[code], words)]
            if not spoken:
                raise
            return spoken
    return list(found.values())


def _speaks_of(entry: Entry, words: tuple[str, ...] | list[str]) -> bool:
    """Whether a rule's code, name, summary, messages and phrases together hold all the words."""
    raw = entry.raw
    forms = (form for term in raw.get("terms", ()) for form in term["forms"])
    said = [entry.code, entry.name, raw["summary"], raw.get("message", ""), *raw.get("messages", {}).values(), *forms]
    text = " ".join(said).casefold()
    return all(word.casefold() in text for word in words)
