"""Kind terms: phrases, found for all rules in one pass over a block's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.guards import in_scope, longest, silenced
from jdlint.rules.model import Hit, Rule, Term
from jdlint.text.lazy import lazy
from jdlint.text.phrases import plain_words
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word, words

# What may stand between two words of one phrase: blanks with at most one line end, hyphens, dashes, slashes, quotation marks.
_JOINT = lazy(r"""[^\S\n]*(?:[-‐‑‒–—−/&'’‘"“”]?[^\S\n]*\n?[^\S\n]*[-‐‑‒–—−/'’‘"“”]?)[^\S\n]*\Z""")
_ADDRESS = lazy(r"https?://|www\.|@\w|\w\.(?:com|org|net|io|co|edu|gov|jobs|eu|uk|ca|au|ie|in)\b", re.IGNORECASE)


class Form(NamedTuple):
    """One spelling of a term, as it stands in the phrase index."""

    rule: Rule
    term: Term
    text: str
    joints: tuple[str, ...]  # the punctuation between its words, without blanks


Match = tuple[Form, int, int]  # a form, and the range of its words in the block


def forms(rule: Rule) -> Iterator[tuple[tuple[str, ...], Form]]:
    """The rule's phrases as folded words, each with its form."""
    for term in rule.terms:
        for text in term.forms:
            plain = plain_words(text)
            if plain is not None:
                yield plain, Form(rule, term, text, ("",) * (len(plain) - 1))
                continue
            tokens = words(text)
            joints = tuple(text[a.end : b.start].strip() for a, b in pairwise(tokens))
            yield tuple(w.norm for w in tokens), Form(rule, term, text, joints)


def hits(rule: Rule, found: Sequence[Match], block: Block, posting: Posting) -> Iterator[Hit]:
    """The hits among a rule's phrases that occur in a block: the longest where several overlap."""
    tokens = posting.words(block)
    kept: list[tuple[int, int, Term]] = []
    for form, first, stop in found:
        at = Excerpt(block, tokens[first].start, tokens[stop - 1].end)
        if _joined(form, tokens[first:stop], block.text) and _counts(form, posting, at):
            kept.append((at.start, at.end, form.term))
    for start, end, term in longest(kept):
        at = Excerpt(block, start, end)
        if not silenced((*rule.unless, *term.unless), posting, at, trusted=rule.trusted):
            yield Hit(at, variant=term.message or "", severity=term.severity, term=term.id, use=term.use)


def _counts(form: Form, posting: Posting, at: Excerpt) -> bool:
    term = form.term
    where = form.rule.where if term.where is None else term.where
    if where and not in_scope(where, posting, at):
        return False
    if term.case and not _same_case(form.text, at.text):
        return False
    return not in_address(at)


def _same_case(form: str, text: str) -> bool:
    return [w for w in re.split(r"\W+", form) if w] == [w for w in re.split(r"\W+", text) if w]


def _joined(form: Form, tokens: Sequence[Word], text: str) -> bool:
    """Whether nothing parts the words of a match that doesn't part those of its form: no comma, bracket or sentence end."""
    for joint, left, right in zip(form.joints, tokens, tokens[1:], strict=False):
        between = text[left.end : right.start]
        if between == " " or (joint and between.strip() == joint and between.count("\n") <= 1) or _JOINT.match(between):
            continue
        return False
    return True


def in_address(at: Excerpt) -> bool:
    """Whether an excerpt is part of a web or mail address, which nobody can reword."""
    text = at.block.text
    start, end = at.start, at.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return (start, end) != (at.start, at.end) and _ADDRESS.search(text, start, end) is not None
