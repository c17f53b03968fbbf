"""Checks of words that the law of a posting's places bars: local experience, records, pay history, titles for one sex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jdlint.checks.law import law_hit, severity_of
from jdlint.hints import TYPE_CHECKING
from jdlint.law.bound import applied, asking
from jdlint.law.model import Applied, Bar
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import SEVERITIES, Hit, Options, Rule, Severity
from jdlint.rules.patterns import Regex, compile_pattern, flat
from jdlint.text.lazy import lazy
from jdlint.text.words import words

if TYPE_CHECKING:
    from jdlint.rules.kinds.terms import Form
    from jdlint.text.phrases import PhraseIndex

# German names of jobs that mean a man unless something beside them says otherwise.
_MASCULINE = lazy(
    r"\b(?:[A-ZÄÖÜ][\wäöüß-]*(?:verkäufer|entwickler|fahrer|leiter|berater|ingenieur|techniker|mechaniker|elektriker|elektroniker|arbeiter"
    r"|lehrer|erzieher|pfleger|buchhalter|sekretär|helfer|koch|arzt|schlosser|bäcker|metzger|tischler|maler|maurer|monteur|informatiker"
    r"|kaufmann|fachmann|assistent|referent|redakteur|gärtner|friseur|apotheker|psychologe|kellner|trainer|betreuer|planer|führer|bauer)"
    r"|Verkäufer|Entwickler|Fahrer|Leiter|Berater|Ingenieur|Techniker|Mechaniker|Elektriker|Elektroniker|Arbeiter|Lehrer|Erzieher|Pfleger"
    r"|Buchhalter|Sekretär|Helfer|Koch|Arzt|Schlosser|Bäcker|Metzger|Tischler|Maler|Maurer|Monteur|Informatiker|Kaufmann|Fachmann|Referent"
    r"|Redakteur|Gärtner|Friseur|Apotheker|Psychologe|Kellner|Betreuer|Planer|Krankenschwester|Putzfrau|Sekretärin|Verkäuferin)\b"
)
MARKER = lazy(
    r"\(?\b[mwfdxia](?:\s?[/|,]\s?[mwfdxian*]|\s?[/|,]\s?div(?:ers)?)+\b\)?|[a-zäöüß](?:[/:*_]-?in(?:nen)?\b|\(in\)|In(?:nen)?\b)"
    r"|\b(?:all|any|alle) gender(?:s)?\b|\balle geschlechter\b|\bgn\b|\b(?:\w+in (?:und|oder|/) \w+er)\b"
    r"|\b\w+er ?(?:/|und|oder) ?\w+in(?:nen)?\b",
    re.IGNORECASE,
)
_MARKED_LANDS = frozenset({"DE", "AT", "CH"})
_PAY_HISTORY = "PAY009"
_TITLES = "TTL002"


@cache
def _shipped(code: str) -> Rule:
    """A shipped rule, whose phrases say what a law bars as well."""
    from jdlint.rules.index import shipped_rules

    return shipped_rules().entries[code].build()


def _blocks(posting: Posting) -> Iterator[Block]:
    return (b for b in posting.texts if b.kind != "quote" and not b.quoted)


def local_experience(posting: Posting, options: Options) -> Iterator[Hit]:
    """A demand for experience in the country, where a law bars it."""
    yield from _barred(posting, "LAW007")


def barred(posting: Posting, options: Options) -> Iterator[Hit]:
    """Words that a law bars by name."""
    yield from _barred(posting, "LAW010")


def _barred(posting: Posting, code: str) -> Iterator[Hit]:
    found: dict[str, list[tuple[Applied, Bar]]] = {}
    for row in applied(posting):
        for bar in row.law.bars:
            if bar.code == code:
                found.setdefault(bar.id, []).append((row, bar))
    for pairs in found.values():
        bar = pairs[0][1]
        rows = [row for row, _ in pairs]
        for at in phrases(posting, bar):
            severities = [severity_of(row, one.severity) for row, one in pairs]
            yield from law_hit(posting, rows, severities, at, term=bar.id, says=bar.says, use=" or ".join(bar.use))


def phrases(posting: Posting, bar: Bar) -> Iterator[Excerpt]:
    """Where a posting says what a bar is about, its guards heeded."""
    if any((t.removeprefix("~") in posting.traits) != t.startswith("~") for t in bar.unless_trade):
        return
    anchors = _anchors(bar)
    for block in _blocks(posting):
        if anchors.isdisjoint(posting.norms(block)):
            continue
        text = flat(block.text)
        for start, end in compile_pattern(bar.pattern, trusted=True).spans(text):
            at = Excerpt(block, start, end)
            sentence = flat(posting.sentence_at(at).text)
            if not any(next(guard.spans(sentence), None) for guard in _guards(bar)):
                yield at


@cache
def _anchors(bar: Bar) -> frozenset[str]:
    return frozenset(w.norm for anchor in bar.anchors for w in words(anchor))


@cache
def _guards(bar: Bar) -> tuple[Regex, ...]:
    return tuple(compile_pattern(g.removeprefix("/").removesuffix("/"), trusted=True) for g in bar.unless_sentence)


def pay_history(posting: Posting, options: Options) -> Iterator[Hit]:
    """A question about what applicants earn or earned, where a law in force bars it."""
    from jdlint.rules.kinds import regex

    rows = [r for r in applied(posting) if r.law.pay_history and r.standing == "in force"]
    if not rows or posting.language != "en":
        return
    rule = _shipped(_PAY_HISTORY)
    anchors = _history_words()
    for block in posting.texts:
        if anchors.isdisjoint(posting.norms(block)):
            continue
        for hit in regex.hits(rule, list(rule.patterns), block, posting):
            yield from law_hit(posting, rows, ["error"], hit.at)


@cache
def _history_words() -> frozenset[str]:
    return frozenset(w.norm for p in _shipped(_PAY_HISTORY).patterns for form in p.term.forms for w in words(form))


def one_sex_title(posting: Posting, options: Options) -> Iterator[Hit]:
    """A title that names one sex, where a law asks for a neutral one."""
    rows = asking(posting, "neutral-title")
    title = posting.title
    if not rows or title is None:
        return
    asked: list[Severity] = [severity_of(row, row.law.asks["neutral-title"]) for row in rows]
    for hit in _gendered(posting, title):
        told = hit.severity or _shipped(_TITLES).severity
        grave = [min(s, told, key=SEVERITIES.index) if row.standing == "in force" else s for row, s in zip(rows, asked, strict=True)]
        yield from law_hit(posting, rows, grave, hit.at, use=" or ".join(hit.use))
    german = [row for row in rows if row.jurisdiction.id in ("de", "at")]
    match = _MASCULINE.search(title.text) if german else None
    if match is not None and not MARKER.search(title.block.text):
        at = title.part(match)
        severities = [s for row, s in zip(rows, asked, strict=True) if row in german]
        yield from law_hit(posting, german, severities, at, use=f"“{match.group()} (m/w/d)” or both forms")


@cache
def _titles() -> PhraseIndex[Form]:
    from jdlint.rules.kinds import terms
    from jdlint.text.phrases import PhraseIndex

    index: PhraseIndex[Form] = PhraseIndex()
    for parts, form in terms.forms(_shipped(_TITLES)):
        index.add_words(parts, form)
    return index


def _gendered(posting: Posting, title: Excerpt) -> Iterator[Hit]:
    from jdlint.rules.kinds import terms

    if posting.language != "en":
        return
    found = _titles().find(posting.tokens(title.block))
    yield from terms.hits(_shipped(_TITLES), found, title.block, posting)


def no_marker(posting: Posting, options: Options) -> Iterator[Hit]:
    """A German title for one sex without a sign that all are meant, where custom wants one (Germany, Austria, Switzerland)."""
    title = posting.title
    if title is None or not any(p.country in _MARKED_LANDS for p in posting.places):
        return
    match = _MASCULINE.search(title.text)
    if match is not None and not MARKER.search(title.block.text):
        yield Hit(title.part(match))
