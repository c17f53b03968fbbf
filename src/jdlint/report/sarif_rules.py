"""Rules as SARIF describes them, with their help."""

from __future__ import annotations

from jdlint.engine.finding import Finding
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.report.frame import safe
from jdlint.report.markdown import escaped
from jdlint.report.text import one_line
from jdlint.rules.load import unmark
from jdlint.text.words import shortened

if TYPE_CHECKING:
    from jdlint.rules.load import Example, RuleDoc

LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM = {"error": "error", "warning": "warning", "info": "recommendation"}
_LONGEST = 1000  # characters that GitHub takes of a description
_EXAMPLES = 2


def descriptor(finding: Finding, doc: RuleDoc | None) -> dict[str, Any]:
    """The rule behind a finding; only what the finding knows of it where the rule is not documented."""
    if doc is None:
        return {"id": finding.code, "name": finding.name, "helpUri": finding.url}
    rule = doc.rule
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": shortened(one_line(doc.why) or rule.summary, _LONGEST)},
        "help": {"text": _help_text(doc, finding.url), "markdown": _help_markdown(doc, finding.url)},
        "helpUri": finding.url,
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {
            "tags": ["job-posting", _family(rule.code), f"evidence-{rule.evidence}"],
            "precision": rule.confidence,
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def _family(code: str) -> str:
    return code.rstrip("0123456789").lower()


def _help_text(doc: RuleDoc, url: str) -> str:
    lines = [doc.rule.summary, "", doc.why] if doc.why else [doc.rule.summary]
    for example in _examples(doc):
        lines += ["", f"Flagged: {_plain(example.text)}", *([f"Instead: {_plain(example.good)}"] if example.good else [])]
    if doc.sources:
        lines += ["", "Sources:", *(f"- {s.title}{f' ({s.year})' if s.year else ''}{f', {s.url}' if s.url else ''}" for s in doc.sources)]
    return "\n".join([*lines, "", url])


def _help_markdown(doc: RuleDoc, url: str) -> str:
    lines = [f"**{escaped(doc.rule.summary)}**"]
    if doc.why:
        lines += ["", doc.why]
    for example in _examples(doc):
        lines += ["", f"Flagged: {escaped(_plain(example.text))}"]
        lines += ["", f"Instead: {escaped(_plain(example.good))}"] if example.good else []
    if doc.sources:
        lines += ["", "Sources", ""]
    for source in doc.sources:
        title = escaped(source.title)
        year = f" ({source.year})" if source.year else ""
        lines.append(f"- [{title}]({source.url}){year}" if source.url else f"- {title}{year}")
    return "\n".join([*lines, "", f"[{doc.rule.code} {doc.rule.name}]({url})"])


def _examples(doc: RuleDoc) -> list[Example]:
    """Examples of a sentence or two; a whole posting is too long for a help text."""
    return [e for e in doc.examples if e.verdict == "bad" and not e.posting and e.format == "md"][:_EXAMPLES]


def _plain(text: str) -> str:
    return safe(" ".join(unmark(text)[0].split()))
