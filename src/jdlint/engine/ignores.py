"""`--add-ignore`: comments that hide today's findings, each written beside what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jdlint.engine.assemble import absent_span
from jdlint.engine.edits import apply
from jdlint.engine.files import Opened
from jdlint.engine.finding import Finding, FixEdit
from jdlint.engine.fix import Mended, encode
from jdlint.engine.reach import Blocks
from jdlint.engine.result import Fixed, Result
from jdlint.engine.run import Linter
from jdlint.posting.model import Block
from jdlint.posting.posting import Posting
from jdlint.text.lazy import lazy
from jdlint.text.record import replace
from jdlint.text.spans import Span

_LINE_END = lazy(r"\r\n|\n|\r")
_SPACE = lazy(r"[^\S\r\n]+\Z")

_Place = Callable[[Posting, Block], tuple[int, str, str]]  # where, what comes before the comment and what after it


def add_ignores(linter: Linter, opened: Opened, reason: str = "") -> Mended | Result:
    """Write a comment for every finding that one can hide. A file that was not linted is left as it is.

    Where a comment in the first place tried hides nothing (in code, in a template), the next is tried, in the end the whole file.
    """
    first = result = linter.judge(opened)
    if opened.posting is None or result.state != "linted":
        return result
    now = opened
    for place in _ways(opened.posting):
        wanted = [f for f in result.findings if not f.code.startswith("LNT")]
        while wanted:
            tried = _judged(linter, now, wanted, place, reason)
            known = {f.fingerprint for f in tried[1].suppressed}
            hidden = [f for f in wanted if f.fingerprint in known]
            if hidden == wanted and _shown(tried[0]) == _shown(now):
                now, result = tried
            wanted = hidden if hidden != wanted else []  # once more, without the comments that hide nothing
    if now.posting is None:
        return first
    left = {f.fingerprint for f in result.findings}
    before = opened.posting.source
    fixed = tuple(Fixed(f, before) for f in first.findings if f.fingerprint not in left)
    return Mended(before, now.posting.source, replace(result, fixed=fixed))


def _judged(linter: Linter, opened: Opened, findings: Iterable[Finding], place: _Place | None, reason: str) -> tuple[Opened, Result]:
    """A file with comments for the findings, and what the linter then says of it."""
    if opened.posting is None:
        return opened, linter.judge(opened)
    source = opened.posting.source
    text = apply(source.text, _edits(opened.posting, findings, place, reason))
    again = linter.files.open_bytes(encode(source, text), opened.path, named=opened.named)
    return again, linter.judge(again)


def _shown(opened: Opened) -> list[str]:
    """What a reader sees of a file: no comment may change it, as one does that closes another which was left open."""
    return [] if opened.posting is None else [block.text for block in opened.posting.document.blocks]


def _ways(posting: Posting) -> tuple[_Place | None, ...]:
    if posting.document.format == "txt":
        return (_line_before, None)
    if posting.document.format == "html":
        return (_after_text, None)
    return (_end_of_line, _after_text, None) if posting.document.format == "md" else ()


def _edits(posting: Posting, findings: Iterable[Finding], place: _Place | None, reason: str) -> Iterator[FixEdit]:
    """The comments, one a place."""
    blocks = Blocks(posting)
    absent = absent_span(posting)
    by_place: dict[tuple[str, tuple[int, str, str]], set[str]] = {}
    for found in findings:
        block = blocks.at(found.span.start)
        if block is None and found.span == absent and posting.title is None and blocks.all:
            block = blocks.all[0]
        if place is None or block is None:
            kind, at = "ignore-file", _start_of_body(posting)
        else:
            kind, at = "ignore", place(posting, block)
        by_place.setdefault((kind, at), set()).add(found.code)
    for (kind, (start, before, after)), codes in sorted(by_place.items(), key=lambda row: row[0][1]):
        yield FixEdit(Span(start, start), f"{before}{_comment(posting, kind, sorted(codes), reason)}{after}")


def _comment(posting: Posting, kind: str, codes: list[str], reason: str) -> str:
    said = " ".join(reason.replace("--", "-").replace("*/", "").replace(">", "").split())
    body = f"jdlint: {kind}[{', '.join(codes)}]{f' {said}' if said else ''}"
    if posting.document.format == "txt":
        return f"#{body}"
    return f"{{/* {body} */}}" if posting.source.path.lower().endswith(".mdx") else f"<!-- {body} -->"


def _end_of_line(posting: Posting, block: Block) -> tuple[int, str, str]:
    if block.kind == "cell":
        return _after_text(posting, block)
    text, end = posting.source.text, block.span.end
    stop = _LINE_END.search(text, end)
    line = text[end : stop.start() if stop else len(text)]
    blank = _SPACE.search(line)
    return end + (blank.start() if blank else len(line)), " ", ""


def _after_text(posting: Posting, block: Block) -> tuple[int, str, str]:
    del posting
    return block.span.end, " ", ""


def _line_before(posting: Posting, block: Block) -> tuple[int, str, str]:
    return _start_of_line(posting, block.span.start)


def _start_of_body(posting: Posting) -> tuple[int, str, str]:
    """Before the first block; in HTML after it, since a line there may begin inside a tag."""
    blocks = posting.blocks
    text = posting.source.text
    if not blocks:
        return (len(text), "", _ending(text)) if text.endswith(("\n", "\r")) else (len(text), _ending(text), "")
    if posting.document.format == "html":
        return _after_text(posting, blocks[0])
    return _start_of_line(posting, blocks[0].span.start)


def _start_of_line(posting: Posting, at: int) -> tuple[int, str, str]:
    source = posting.source
    return source.line_starts[source.position(at)[0] - 1], "", _ending(source.text)


def _ending(text: str) -> str:
    """The line end that a file uses."""
    found = _LINE_END.search(text)
    return found.group() if found else "\n"
