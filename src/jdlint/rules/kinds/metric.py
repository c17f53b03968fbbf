"""Kind metric: a count of the posting above or below a bound."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options, Rule


def hits(rule: Rule, options: Options, posting: Posting) -> Iterator[Hit]:
    """One hit where the metric is out of bounds, a note where it is only slightly; none where it can't be told."""
    value = _measured(rule.body["metric"], posting)
    if value is None:
        return
    if "above" in rule.body:
        limit = options.number(rule.body["above"])
        out = value > limit
    else:
        limit = options.number(rule.body["below"])
        out = value < limit
    if out:
        slight = abs(value - limit) <= rule.body.get("note-within", 0) * limit
        values = {"value": _plain(value), "limit": _plain(limit)}
        yield Hit(_place(rule, posting), values=values, severity="info" if slight else None)


def _measured(name: str, posting: Posting) -> float | None:
    if name != "reading_grade":
        return posting.metrics[name]
    from jdlint.analysis.readability import reading_grade  # only who asks for it pays for it

    return reading_grade(posting)


def _plain(number: float) -> str:
    return f"{number:g}" if number == int(number) else f"{number:.1f}"


def _place(rule: Rule, posting: Posting) -> Excerpt | None:
    """The heading (else the first block) of the section that the rule counts in; None for the whole posting."""
    if "of" in rule.body:
        for section in posting.sections_of_kind(rule.body["of"]):
            if section.heading is not None:
                return section.heading
            if section.blocks:
                return Excerpt.whole(section.blocks[0])
    return None
