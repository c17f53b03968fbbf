"""What settings change in the phrases of one rule: phrases added, phrases and terms accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.rules.errors import TermError, nearest
from jdlint.rules.model import Guard, Rule, Term
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.words import words

KINDS = ("terms", "regex", "tokens")  # the kinds of rules that have phrases
KEYS = ("accept", "add", "term-severity")  # what settings say of them, beside the rule's options
_ADDED = "settings:added"  # the message of a phrase that says nothing of what to write instead; no variant of a rule file's own
_ID = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_WORD = lazy(r"[^\W\d_]+")


def all_terms(rule: Rule) -> Iterator[Term]:
    """The terms of a rule, and what its patterns share with terms."""
    yield from rule.terms
    yield from (p.term for p in rule.patterns)
    yield from (p.term for p in rule.tokens)


def slug(phrase: str) -> str:
    """The id of an added phrase: its words with hyphens between them."""
    return "-".join(w.norm for w in words(phrase))


def with_terms(rule: Rule, added: Iterable[Term]) -> Rule:
    """The rule with further phrases, which stand before its own and go by their first forms.

    A phrase takes the rule's message. Where that tells what to write instead and the settings don't, it says what the rule is about.
    """
    taken = {t.id for t in all_terms(rule)}
    terms = []
    for term in added:
        says = "{use}" not in rule.message or term.use
        name = slug(term.forms[0])
        while name in taken:
            name += "-added"
        taken.add(name)
        terms.append(replace(term, id=name, message=None if says else _ADDED))
    if not terms:
        return rule
    fallback = f"`{{match}}` is one of the phrases that your settings add to this rule: {rule.summary}"
    return replace(rule, terms=(*terms, *rule.terms), messages={**rule.messages, _ADDED: fallback})


def without(rule: Rule, accepted: str) -> Rule:
    """The rule without a term, or with a phrase that explains away every hit it overlaps.

    TermError for what is neither a term's id nor a phrase that holds words of the rule.
    """
    if any(t.id == accepted for t in all_terms(rule)):
        terms = tuple(t for t in rule.terms if t.id != accepted)
        patterns = tuple(p for p in rule.patterns if p.term.id != accepted)
        return replace(rule, terms=terms, patterns=patterns, tokens=tuple(p for p in rule.tokens if p.term.id != accepted))
    if not _speaks_of(rule, accepted):
        raise _unknown(rule, accepted)
    return replace(rule, unless=(*rule.unless, Guard(phrase=accepted)))


def check_term(rule: Rule, name: str) -> None:
    """Raise TermError for a name that no term of the rule has."""
    if all(t.id != name for t in all_terms(rule)):
        raise _unknown(rule, name)


def _unknown(rule: Rule, name: str) -> TermError:
    known = [t.id for t in all_terms(rule)]
    return TermError(f'{rule.code} has no term "{name}"{nearest(name, known)} (jdlint rule {rule.code} lists them)')


def _speaks_of(rule: Rule, phrase: str) -> bool:
    """Whether a phrase can have to do with a rule: it holds words of it. What is written like an id must hold no others."""
    known = {w.norm for t in all_terms(rule) for form in t.forms for w in words(form)}
    known |= {word.lower() for p in rule.patterns for word in _WORD.findall(p.pattern)}
    known |= {piece for p in rule.tokens for pieces in p.literals for piece in pieces}
    parts = [w.norm for w in words(phrase)]
    return (all if _ID.match(phrase) else any)(part in known for part in parts)
