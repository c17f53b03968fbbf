"""From a rule's hit to a finding: place, message, severity, fix and fingerprint."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import attrgetter

from jdlint.engine.casing import article_edit, like
from jdlint.engine.finding import Finding, Fix, FixEdit, Related
from jdlint.engine.written import written
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources.digest import digest
from jdlint.rules.model import RULE_PAGES, Hit, Rule
from jdlint.rules.ruleset import RuleSet
from jdlint.text.lazy import lazy
from jdlint.text.spans import Span
from jdlint.text.words import fold, series, shortened

_FIELD = lazy(r"\{([a-z_]+)\}")
_NUMBER = lazy(r"\d[\d.,]*")
_WRAPPED = lazy(r"-[^\S\n]*\n\s*")  # a hyphen at a line's end
_START, _END = attrgetter("start"), attrgetter("end")
_LONGEST_MATCH = 80  # characters of a match that a message shows


def fill(message: str, values: Mapping[str, object]) -> str:
    """A message with its fields filled. Fields are plain names; KeyError for one without a value."""
    parts = list(_parts(message))
    for at in range(1, len(parts), 2):
        parts[at] = str(values[parts[at]])
    return "".join(parts)


@cache
def _parts(message: str) -> tuple[str, ...]:
    """A message's text and the names of its fields in turn."""
    return tuple(_FIELD.split(message))


def finding(rule: Rule, hit: Hit, posting: Posting, ruleset: RuleSet, around: str) -> Finding:
    """The finding that a hit makes, as if it were the first that reads like this; `around` is its `context`."""
    at, source = hit.at, posting.source
    span = absent_span(posting) if at is None else at.span
    match = "" if at is None else at.text
    section = None if at is None else posting.section_of(at.block)
    kind = None if section is None else section.kind
    line, column, end_line, end_column = source.corners(span)
    told = message(rule, hit, match)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=ruleset.term_severity.get((rule.code, hit.term)) or ruleset.severity.get(rule.code) or hit.severity or rule.severity,
        confidence=rule.confidence,
        message=told,
        path=source.path,
        span=span,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        match=match,
        section=kind,
        fingerprint=_mark(source.path, rule.code, around, kind, _absent(match, hit.term, told), 0),
        url=f"{RULE_PAGES}{rule.code}",
        fix=fix(rule, hit, posting),
        term=hit.term,
        related=tuple(_related(e, text, posting) for e, text in hit.related),
        page=source.page(span.start),
        row=source.row,
        pointer=None if at is None else at.block.pointer,
        sketch=hit.sketch,
    )


def message(rule: Rule, hit: Hit, match: str) -> str:
    """The rule's message for a hit."""
    shown = shortened(" ".join((_WRAPPED.sub("-", match) if "\n" in match else match).split()), _LONGEST_MATCH)
    text = rule.messages[hit.variant] if hit.variant else rule.message
    return fill(text, {"match": shown, "use": series(hit.use, "or"), "term": hit.term, "code": rule.code, **hit.values})


def absent_span(posting: Posting) -> Span:
    """Where a finding about what is not there points: at the title, else at the file's first character."""
    if posting.title is not None:
        return posting.title.span
    return Span(0, min(1, len(posting.source.text)))


def fix(rule: Rule, hit: Hit, posting: Posting) -> Fix | None:
    """The edits of a hit: its own, or its first replacement in the place of its words, where no markup stands between them."""
    places = [(e.at, e.text) for e in hit.edits]
    if not hit.edits and rule.fix != "none" and hit.use and hit.at is not None:
        tokens = posting.words(hit.at.block)
        article = article_edit(hit.use[0], hit.at, tokens)
        places = sorted([(hit.at, like(hit.use[0], hit.at, tokens)), *([article] if article else [])], key=lambda p: p[0].start)
    edits = []
    for at, text in places:
        put = written(text, at, posting.document.format)
        if put is None or posting.source.text[slice(*at.span)] != at.text:
            return None
        edits.append(FixEdit(at.span, put))
    return Fix(tuple(edits), safe=rule.fix == "safe") if edits else None


def _related(at: Excerpt, text: str, posting: Posting) -> Related:
    return Related(*posting.source.corners(at.span), at.text, text)


def context(posting: Posting, at: Excerpt | None) -> str:
    """What tells a finding there from others of its rule: the part of the file, and the words around."""
    return f"{posting.source.part}\0{_around(posting, at)}" if posting.source.part else _around(posting, at)


def _around(posting: Posting, at: Excerpt | None) -> str:
    """The folded words of an excerpt between two words on either side: its place in words, whatever the lines do."""
    if at is None:
        return ""
    tokens = posting.words(at.block)
    first, last = bisect_right(tokens, at.start, key=_END), bisect_left(tokens, at.end, key=_START)
    before, after = [w.norm for w in tokens[max(0, first - 2) : first]], [w.norm for w in tokens[last : last + 2]]
    return f"{' '.join(before)}\0{fold(' '.join(at.text.split()))}\0{' '.join(after)}"


def fingerprint(found: Finding, context: str, ordinal: int) -> str:
    """Stable when lines move; two findings that read alike differ by their ordinal."""
    return _mark(found.path, found.code, context, found.section, _absent(found.match, found.term, found.message), ordinal)


def _absent(match: str, term: str, message: str) -> str:
    """What is absent has no words of its own: its term tells it from others of the rule, else its message without the numbers."""
    return "" if match else term or _NUMBER.sub("", message)


def _mark(path: str, code: str, context: str, section: str | None, absent: str, ordinal: int) -> str:  # noqa: PLR0913, PLR0917  # what it tells of
    return _of_path(path) + digest(12, code, context, section or "", absent, str(ordinal))


def moved(mark: str, path: str) -> str:
    """The fingerprint that the same finding has in a file of another path."""
    there = _of_path(path)
    return there + mark[len(there) :]


@lru_cache(maxsize=8)  # one posting has many findings
def _of_path(path: str) -> str:
    """The part of a fingerprint that tells of the file."""
    return digest(4, path.replace("\\", "/"))
