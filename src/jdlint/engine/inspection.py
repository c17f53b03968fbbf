"""How the linter reads a posting, as plain data: the contract `jdlint-inspect/1`."""

from __future__ import annotations

from jdlint.hints import Any
from jdlint.posting.model import Excerpt, Section
from jdlint.posting.posting import Posting

SCHEMA = "jdlint-inspect/1"


def inspect(posting: Posting, path: str) -> dict[str, Any]:
    """One file's entry; every key of the contract is there, null or empty where the posting says nothing."""
    verdict, mode, deadline, application = posting.verdict, posting.work_mode, posting.deadline, posting.application
    return {
        "path": path,
        "format": posting.document.format,
        "is_posting": verdict.is_posting,
        "reason": verdict.reason,
        "title": _title(posting),
        "seniority": posting.seniority,
        "work_mode": mode.value if mode else None,
        "locations": [{**_at(posting, p.at), "country": p.country, "region": p.region} for p in posting.places],
        "employment_types": [{"value": e.value, **_at(posting, e.at)} for e in posting.employment],
        "pay": [{**_at(posting, p.at), "min": p.min, "max": p.max, "currency": p.currency, "period": p.period} for p in posting.pay],
        "vague_pay": [_at(posting, at) for at in posting.vague_pay],
        "benefits": _maybe(posting, posting.benefits),
        "language": posting.language,
        "sections": [_section(s) for s in posting.sections],
        "has": dict(posting.has),
        "experience": [{**_at(posting, e.at), "min": e.min, "max": e.max} for e in posting.experience],
        "degrees": [{**_at(posting, d.at), "required": d.required, "equivalent_ok": d.equivalent_ok} for d in posting.degrees],
        "application": _maybe(posting, application.at if application else None),
        "deadline": {**_at(posting, deadline.at), "date": deadline.date} if deadline else None,
        "equal_opportunity": _maybe(posting, posting.equal_opportunity),
        "placeholders": [_at(posting, at) for at in posting.placeholders],
        "jurisdictions": _jurisdictions(posting),
        "metrics": {**posting.metrics, "reading_grade": _reading_grade(posting)},
    }


def _line(posting: Posting, at: Excerpt) -> int:
    return posting.source.position(at.span.start)[0]


def _at(posting: Posting, at: Excerpt) -> dict[str, Any]:
    return {"text": " ".join(at.text.split()), "line": _line(posting, at)}


def _maybe(posting: Posting, at: Excerpt | None) -> dict[str, Any] | None:
    return None if at is None else _at(posting, at)


def _title(posting: Posting) -> dict[str, Any] | None:
    title = posting.title
    if title is None:
        return None
    return {**_at(posting, title), "column": posting.source.position(title.span.start)[1]}


def _section(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind,
        "also": list(section.also),
        "heading": section.heading.text if section.heading else None,
        "source": section.source,
        "line": section.line,
        "end_line": section.end_line,
        "items": len(section.items),
    }


def _reading_grade(posting: Posting) -> float | None:
    from jdlint.analysis.needs import MissingError
    from jdlint.analysis.readability import reading_grade

    try:
        return reading_grade(posting)
    except MissingError:  # textstat is not installed
        return None


def _jurisdictions(posting: Posting) -> list[str]:
    from jdlint.law.places import ids

    return list(ids(posting))
