"""Rules explained: the page of one, the list of several, and their data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.hints import Any
from jdlint.report.frame import safe
from jdlint.report.style import Style
from jdlint.report.text import wrapped
from jdlint.rules.load import Example, RuleDoc, unmark
from jdlint.rules.model import RULE_PAGES, Rule
from jdlint.rules.wording import all_terms

_INDENT = "  "


def rule_list(rules: Iterable[Rule], style: Style) -> str:
    """A line a rule."""
    rows = [(r.code, r.name, r.severity, r.summary) for r in rules]
    names = max(len(row[1]) for row in rows)
    return "".join(
        f"{style.paint(code, 'bold')}  {name:<{names}}  {style.severity(f'{severity:<7}', severity)}  {summary}\n"
        for code, name, severity, summary in rows
    )


def rule_page(doc: RuleDoc, profiles: Sequence[str], style: Style) -> str:
    """All that a rule's file says of it, and the profiles that it is in, for people."""
    rule = doc.rule
    facts = [rule.severity, f"confidence {rule.confidence}", f"evidence: {rule.evidence}", f"since {rule.since}"]
    facts.append("always on" if rule.kind == "internal" else f"in {' and '.join(profiles)}" if profiles else "in no profile")
    if rule.status != "stable":
        facts.append(rule.status)
    if rule.fix != "none":
        facts.append(f"{rule.fix} fix")
    if rule.needs:
        facts.append(f"needs {' and '.join(rule.needs)}")
    lines = [f"{style.paint(rule.code, 'bold')} {style.paint(rule.name, 'bold')}  {style.paint(', '.join(facts), 'dim')}"]
    lines += ["", *wrapped(rule.summary, _INDENT)]
    parts = (
        ("Why", _paragraphs(doc.why)),
        ("Options", _options(rule)),
        ("Terms", _terms(rule)),
        ("Examples", _examples(doc.examples, style)),
    )
    for heading, rows in parts:
        found = list(rows)
        if found:
            lines += ["", style.paint(heading, "cyan"), *found]
    if doc.sources:
        lines += ["", style.paint("Sources", "cyan")]
        for source in doc.sources:
            told = f"- {source.title}{f' ({source.year})' if source.year else ''}{f': {source.supports}' if source.supports else ''}"
            lines += wrapped(told, _INDENT, _INDENT)
            lines += [f"    {source.url}"] if source.url else []
    return "\n".join([*lines, ""])


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        yield from ([""] if number else [])
        yield from wrapped(" ".join(paragraph.split()), _INDENT)


def _options(rule: Rule) -> Iterator[str]:
    for option in rule.options:
        default = ", ".join(option.default) if isinstance(option.default, list | tuple) else str(option.default)
        yield from wrapped(f"{option.name} ({option.type}, default {default or 'none'}): {option.help}", _INDENT)


def _terms(rule: Rule) -> list[str]:
    """The ids that `accept` and `term-severity` go by; of one that weighs more or less than the rule, its severity too."""
    ids = [f"{t.id} ({t.severity})" if t.severity not in (None, rule.severity) else t.id for t in all_terms(rule)]
    return wrapped(", ".join(ids), _INDENT)


_SHOWN = 3  # examples of each verdict; whole postings are too long for a page


def _examples(examples: tuple[Example, ...], style: Style) -> Iterator[str]:
    short = [e for e in examples if not e.posting and e.format == "md"]
    for example in [e for e in short if e.verdict == "bad"][:_SHOWN]:
        yield from _sample("flagged", example.text, "red", style)
        if example.good is not None:
            yield from _sample("instead", example.good, "green", style)
    for example in [e for e in short if e.verdict == "ok"][:_SHOWN]:
        yield from _sample("fine", example.text, "green", style)


def _sample(label: str, text: str, color: str, style: Style) -> Iterator[str]:
    first, *rest = unmark(text)[0].strip().split("\n")
    yield f"  {style.paint(f'{label:<8}', color)} {safe(first)}"
    yield from (f"           {safe(line)}".rstrip() for line in rest)


def rule_data(doc: RuleDoc, profiles: Sequence[str]) -> dict[str, Any]:
    """A rule with its documentation as plain data."""
    rule = doc.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "kind": rule.kind,
        "status": rule.status,
        "since": rule.since,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "evidence": rule.evidence,
        "summary": rule.summary,
        "message": rule.message,
        "fix": rule.fix,
        "needs": list(rule.needs),
        "supersedes": list(rule.supersedes),
        "provided_by": rule.provided_by,
        "profiles": list(profiles),
        "terms": [{"id": t.id, "severity": t.severity or rule.severity, "use": list(t.use)} for t in all_terms(rule)],
        "options": [{"name": o.name, "type": o.type, "default": o.default, "help": o.help} for o in rule.options],
        "why": doc.why,
        "sources": [{"title": s.title, "url": s.url or None, "year": s.year} for s in doc.sources],
        "examples": [
            {"verdict": e.verdict, "text": e.text, "good": e.good, "posting": e.posting, "format": e.format} for e in doc.examples
        ],
        "url": f"{RULE_PAGES}{rule.code}",
    }
