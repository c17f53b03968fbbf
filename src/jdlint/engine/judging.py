"""Judging one posting: what its rules find, less what its own comments hide."""

from __future__ import annotations

from functools import cache

from jdlint.config.model import Settings
from jdlint.engine.assemble import fingerprint
from jdlint.engine.finding import OWN_NAMES, UNREADABLE, Finding, order
from jdlint.engine.lint import lint
from jdlint.engine.result import Judged, Skipped
from jdlint.engine.rulesets import rule_index
from jdlint.posting.posting import Posting
from jdlint.rules.model import RULE_PAGES
from jdlint.rules.ruleset import RuleSet
from jdlint.rules.select import codes
from jdlint.text.record import replace
from jdlint.text.spans import Span


def judged(posting: Posting, ruleset: RuleSet, settings: Settings, *, whether: bool) -> Judged:
    """What there is to say of a posting; with `whether`, a text that is no posting is passed over."""
    if whether and not posting.verdict.is_posting:
        return Judged(passed_over=posting.verdict.reason)
    found, skipped, apart = lint(posting, ruleset, settings.vocabulary)
    found, hidden = _unsuppressed(found + apart, posting, ruleset, settings, skipped)
    hidden = [f for f in hidden if not f.sketch]
    apart = [f for f in found if f.sketch]
    found = [f for f in found if not f.sketch]
    found += [_unread(posting, page) for page in posting.document.unread]
    return Judged(tuple(found), tuple(hidden), tuple(skipped), apart=tuple(apart))


def _unsuppressed(
    found: list[Finding], posting: Posting, ruleset: RuleSet, settings: Settings, skipped: list[Skipped]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, with those about the suppressions, and the findings that are hidden."""
    if not posting.document.directives:
        return found, []
    from jdlint.engine.suppress import Names, suppress

    index = rule_index(settings)
    names = Names(cache(lambda text: codes(text, index)), frozenset(("ALL", *index.profiles)))
    parted = suppress(found, posting, ruleset, names, {s.code for s in skipped})
    return sorted([*parted.kept, *parted.own], key=order), parted.hidden


def _unread(posting: Posting, page: int) -> Finding:
    """What is told of a page that holds no text."""
    at = posting.source.pages[page - 1]
    line = posting.source.position(at)[0]
    message = f"Page {page} is a picture without text, as a scan makes it, and was not checked"
    made = failure(posting.source.path, UNREADABLE, message, line)
    return replace(made, severity="warning", span=Span(at, at), page=page, fingerprint=fingerprint(made, str(page), 0))


def failure(path: str, code: str, problem: str, line: int = 1) -> Finding:
    """What tools that read nothing but findings are told of a file without a verdict."""
    bare = Finding(
        code=code, name=OWN_NAMES[code], severity="error", confidence="high", message=problem, path=path, span=Span(0, 0),
        line=line, column=1, end_line=line, end_column=1, match="", section=None, fingerprint="", url=f"{RULE_PAGES}{code}",
    )  # fmt: skip
    return replace(bare, fingerprint=fingerprint(bare, "", 0))
