"""Kind fact: a fact of the posting that is absent."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options, Rule


def hits(rule: Rule, options: Options, posting: Posting) -> Iterator[Hit]:  # noqa: ARG001  # every kind is called alike
    """One hit where the fact is None or empty."""
    if not getattr(posting, rule.body["absent"]) and not excused(rule, posting):
        yield Hit(None)


def excused(rule: Rule, posting: Posting) -> bool:
    """Whether another fact or section stands in for what is missing (`unless-any`, `unless-has`)."""
    if any(getattr(posting, name) for name in rule.body.get("unless-any", ())):
        return True
    return any(posting.has[kind] for kind in rule.body.get("unless-has", ()))
