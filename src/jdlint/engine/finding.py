"""A finding: what every report is made from."""

from __future__ import annotations

from jdlint.rules.model import Severity
from jdlint.text.record import dataclass
from jdlint.text.spans import Span

# The codes of findings about jdlint's own work.
UNREADABLE = "LNT001"  # a file that can't be read
LATE = "LNT002"  # one that took longer than the settings allow
CRASH = "LNT900"  # a rule, or all of jdlint, that failed on a file
OWN_NAMES = {UNREADABLE: "unreadable-input", LATE: "out-of-time", CRASH: "rule-crash"}


@dataclass(frozen=True, slots=True)
class FixEdit:
    """Replace the source range with text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; unsafe ones may change the meaning."""

    edits: tuple[FixEdit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Related:
    """A further place that a finding speaks of; line and column are 1-based."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    message: str
    path: str = ""  # of another file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a careful editor would change.

    Lines and columns are 1-based and count code points; `end_column` is exclusive; `span` is in source offsets. `match` is
    the posting's plain text, "" where something is absent. `fingerprint` stays the same when lines move. One with a `sketch` waits
    for what the other postings say.
    """

    code: str
    name: str
    severity: Severity
    confidence: str
    message: str
    path: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    match: str
    section: str | None
    fingerprint: str
    url: str
    fix: Fix | None = None
    term: str = ""
    related: tuple[Related, ...] = ()
    pointer: str | None = None
    row: int | None = None
    page: int | None = None
    sketch: str = ""


def order(found: Finding) -> tuple[Span, str, str]:
    """The order of findings: by place."""
    return found.span, found.code, found.message
