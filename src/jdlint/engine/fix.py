"""Fixes: which edits to make, and making them until there is nothing more to mend."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import pairwise

from jdlint.engine.edits import apply, place
from jdlint.engine.files import Opened
from jdlint.engine.finding import Finding, FixEdit
from jdlint.engine.result import Fixed, Result
from jdlint.engine.run import Linter
from jdlint.text.record import NamedTuple, dataclass, replace
from jdlint.text.source import Source

PASSES = 10
_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


class Plan(NamedTuple):
    """Edits that do not touch each other, in order, and the findings that they mend."""

    edits: list[FixEdit]
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its fixes: the result of linting its new text. `settled` is False where it still changed after the last pass."""

    before: Source
    after: Source
    result: Result
    settled: bool = True

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before.text != self.after.text


def plan(findings: Iterable[Finding], source: Source, *, unsafe: bool = False) -> Plan:
    """The fixes to make in one pass. Where two touch each other the first wins; the other comes in the next pass."""
    rows = [(f, f.fix) for f in findings if f.fix is not None and f.fix.edits and (unsafe or f.fix.safe)]
    edits: list[FixEdit] = []
    mended: list[Finding] = []
    for found, fix in sorted(rows, key=lambda row: min(e.span for e in row[1].edits)):
        mine = sorted(fix.edits, key=place)
        if _changes(mine, source) and not any(_touch(*pair) for pair in pairwise(mine)) and all(_is_free(e, edits) for e in mine):
            for edit in mine:
                insort(edits, edit, key=place)
            mended.append(found)
    return Plan(edits, mended)


def _is_free(edit: FixEdit, taken: list[FixEdit]) -> bool:
    """Whether an edit touches none of the others, which are in order and don't touch each other."""
    at = bisect_left(taken, edit.span, key=place)
    return not any(_touch(edit, near) for near in taken[max(0, at - 1) : at + 1])


def _touch(a: FixEdit, b: FixEdit) -> bool:
    """Whether two edits overlap, or one inserts where the other begins or ends."""
    if a.span.start == a.span.end or b.span.start == b.span.end:
        return a.span.start <= b.span.end and b.span.start <= a.span.end
    return a.span.start < b.span.end and b.span.start < a.span.end


def _changes(edits: list[FixEdit], source: Source) -> bool:
    """Whether edits change the text at all, to something that the file's encoding can hold."""
    try:
        for edit in edits:
            edit.text.encode(source.encoding)
    except UnicodeEncodeError:
        return False
    return any(source.text[slice(*e.span)] != e.text for e in edits)


def encode(source: Source, text: str) -> bytes:
    """A text as bytes in the encoding of a file, with its byte-order mark if it had one."""
    return (_MARKS.get(source.encoding, b"") if source.bom else b"") + text.encode(source.encoding)


def mend(linter: Linter, opened: Opened, *, unsafe: bool = False) -> Mended | Result:
    """Make the fixes of a file, pass by pass, and lint what comes out. A file that was not linted is left as it is."""
    result = linter.judge(opened)
    if opened.posting is None or result.state != "linted":
        return result
    before = now = opened.posting.source
    fixed: list[Fixed] = []
    for number in range(PASSES + 1):
        edits, findings = plan(result.findings, now, unsafe=unsafe)
        if not edits or number == PASSES:
            return Mended(before, now, replace(result, fixed=tuple(fixed)), settled=not edits)
        again = linter.files.open_bytes(encode(now, apply(now.text, edits)), opened.path, named=opened.named)
        judged = linter.judge(again)
        if again.posting is None or judged.state != "linted" or (judged.broken and not result.broken):
            break  # whatever these edits were meant to do, they spoil the file
        fixed += [Fixed(found, now) for found in findings]
        result, now = judged, again.posting.source
    return Mended(before, now, replace(result, fixed=tuple(fixed)))
