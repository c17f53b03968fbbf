"""What holds of every input, whatever is in it; each function raises AssertionError where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from jdlint.config.errors import At
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine.cache import Caches
from jdlint.engine.edits import apply
from jdlint.engine.files import Files, Opened, Raw
from jdlint.engine.finding import Finding, FixEdit
from jdlint.engine.fix import Mended, encode, mend
from jdlint.engine.ignores import add_ignores
from jdlint.engine.removal import removal
from jdlint.engine.result import Result
from jdlint.engine.run import Linter, RuleSets
from jdlint.posting.model import Block, Document
from jdlint.readers import DATA_FORMATS, format_of, read
from jdlint.readers.errors import InputError
from jdlint.text.record import replace

AS_OF = date(2026, 1, 15)
LOOKUP = Lookup(isolated=True, override={"select": (Pick("ALL", At("fuzz")),), "ignore": (Pick("LNG02", At("fuzz")),)})
REASON = "by the fuzzing"  # beside the comments that it writes
_SPACES = re.compile(r"\s+")


_FILES = Files(LOOKUP, AS_OF)
_RULES = RuleSets()


def linter(caches: Caches | None = None) -> Linter:
    """A linter with every rule, which has seen no other posting."""
    return Linter(_FILES, _RULES, caches=caches)


# --- reading


def documents(content: bytes, path: str) -> list[Document]:
    """The documents of a file, none where it can't be read, for which the one declared error gives one line and a place inside the file."""
    if format_of(path) not in DATA_FORMATS:
        try:
            return [read(content, path)]
        except InputError as error:
            refused(error.message, error.line, content)
            return []
    found = []
    for opened in _opened(content, path):
        if opened.posting is None:
            refused(opened.problem, opened.line, content)
        else:
            found.append(opened.posting.document)
    return found


def _opened(content: bytes, path: str) -> Iterator[Opened]:
    return map(_FILES.parse, _raws(content, path))


def _raws(content: bytes, path: str) -> Iterator[Raw]:
    return iter(_FILES._parts(Raw(path, LOOKUP.of_file(path), data=content)))


def refused(message: str, line: int | None, content: bytes) -> None:
    """What is said of a file that can't be read is one line, no fault of jdlint's, and names no line that the file has not."""
    assert message
    assert "went wrong" not in message, message
    assert len(message.splitlines()) == 1, message
    if line is not None:
        most = content.count(b"\n") + content.count(b"\r") + 2  # of UTF-16 the bytes, too, hold one a line end
        assert 1 <= line <= max(most, _rows(content)), (line, most)


def _rows(content: bytes) -> int:
    """Of a table that has no lines its rows are counted; the most that the fuzzing makes."""
    return 10_000 if content.startswith(b"PAR1") else 0


def reads(content: bytes, path: str, *, again: bool = True) -> bool:
    """A reader gives documents whose every character has its place in the text, or says why not; `again`: and the same a second time."""
    found = documents(content, path)
    for document in found:
        exact(document)
    if again:
        assert [_told(d) for d in found] == [_told(d) for d in documents(content, path)]
    return bool(found)


def all_blocks(document: Document) -> list[Block]:
    """The blocks of a document and of its fields."""
    title = [document.page_title] if document.page_title else []
    return [*(field.block for field in document.fields), *title, *document.blocks]


def exact(document: Document) -> None:
    """Every piece points at what it was read from, and the blocks come in order."""
    text = document.source.text
    for block in all_blocks(document):
        _exact(block, text)
    last = 0
    for block in document.blocks:
        assert block.text
        assert block.span.start >= last, block.text
        last = block.span.start if document.format in DATA_FORMATS else block.span.end  # a value's blocks share its place
    for spot in (*(f.key_span for f in document.fields), *(s for d in document.directives for s in (d.span, *(c[1] for c in d.codes)))):
        assert 0 <= spot.start <= spot.end <= len(text)


def _exact(block: Block, text: str) -> None:
    at = 0
    for piece in block.mapped.pieces:
        assert piece.plain == at
        assert piece.length > 0
        assert 0 <= piece.start <= piece.end <= len(text)
        at += piece.length
        if piece.length == piece.end - piece.start:
            plain, source = block.text[piece.plain : at], text[piece.start : piece.end]
            assert plain == source or all(a == b or a.isspace() for a, b in zip(plain, source, strict=True)), (
                plain
            )  # a space may stand for code
    assert at == len(block.text)
    assert block.text == block.text.strip()
    for link in block.links:
        assert 0 <= link.start < link.end <= len(block.text)
    for low, high in block.bold:
        assert 0 <= low < high <= len(block.text)


def _told(document: Document) -> tuple[Any, ...]:
    """All that a document says, to be compared."""
    blocks = [(b.kind, b.text, b.mapped.pieces, b.level, b.group, b.row, b.column, b.links, b.bold, b.key) for b in all_blocks(document)]
    return document.source.text, document.format, blocks, [(f.key, repr(f.value), f.key_span) for f in document.fields], document.directives


# --- judging


def judged(content: bytes, path: str, caches: Caches | None = None) -> list[Result]:
    """Every posting has a result: no fault of jdlint's, each span inside the text and holding what the finding says."""
    found = list(linter(caches).results(_raws(content, path)))
    for result in found:
        assert "went wrong" not in result.reason, result.reason
        for finding in (*result.findings, *result.suppressed):
            assert finding.code != "LNT900", finding.message
            if result.source is not None:
                _placed(finding, result)
    return found


def _placed(finding: Finding, result: Result) -> None:
    source, span = result.source, finding.span
    assert source is not None
    assert 0 <= span.start <= span.end <= len(source.text)
    assert span.end > span.start or not finding.match, finding
    assert source.corners(span) == (finding.line, finding.column, finding.end_line, finding.end_column), finding


def holds(content: bytes, path: str) -> None:
    """Every finding's match is what the blocks show at its place."""
    for opened in _opened(content, path):
        if opened.posting is None:
            continue
        posting = opened.posting
        data = [node.block() for top in posting.document.structured.postings for node in top.walk() if node.is_leaf]
        blocks = [*all_blocks(posting.document), *posting.blocks, *posting.texts, *data]
        for finding in linter().judge(opened).findings:
            if finding.match and not finding.code.startswith("LNT"):
                shown = {_SPACES.sub(" ", b.text[slice(*at)]) for b in blocks if (at := b.mapped.plain_range(finding.span))}
                shown.add(_SPACES.sub(" ", posting.source.text[slice(*finding.span)]))  # such as a key
                match = _SPACES.sub(" ", finding.match)
                assert any(match in text for text in shown), (finding.code, finding.match, shown)


def repeats(content: bytes, path: str) -> None:
    """The second time says the same."""
    assert [r.findings for r in judged(content, path)] == [r.findings for r in judged(content, path)]


def mends(content: bytes, path: str) -> None:
    """Fixes come to an end, leave nothing to fix, and change nothing the second time."""
    mended = mend(linter(), _FILES.open_bytes(content, path), unsafe=True)
    if not isinstance(mended, Mended):
        return
    assert mended.settled, [f.finding.code for f in mended.result.fixed]
    again = mend(linter(), _FILES.open_bytes(encode(mended.after, mended.after.text), path), unsafe=True)
    assert isinstance(again, Mended)
    assert again.after.text == mended.after.text
    assert again.result.findings == mended.result.findings


def hides(content: bytes, path: str) -> None:
    """Comments that hide the findings bring no fault; and taken out again, they leave the text, and so the findings, as before."""
    hidden = add_ignores(linter(), _FILES.open_bytes(content, path), REASON)
    if not isinstance(hidden, Mended):
        return
    assert not [f for f in hidden.result.findings if f.code == "LNT900"]
    posting = _FILES.open_bytes(encode(hidden.after, hidden.after.text), path).posting
    assert posting is not None
    text = posting.source.text
    ours = [d for d in posting.document.directives if REASON in text[slice(*d.span)]]
    found = [removal(replace(d, codes=d.codes[:1]), 0, text) for d in ours]
    edits = [FixEdit(*f) for f in found if f is not None]
    assert len(edits) == len(ours)
    assert apply(text, edits) == hidden.before.text, [text[slice(*d.span)] for d in ours]


def keeps(content: bytes, path: str, folder: Path) -> None:
    """What the cache tells is what was found."""
    fresh = judged(content, path, Caches(AS_OF, folder))
    kept = judged(content, path, Caches(AS_OF, folder))
    assert [(r.findings, r.skipped, r.state, r.reason) for r in fresh] == [(r.findings, r.skipped, r.state, r.reason) for r in kept]
    assert [r.findings for r in fresh] == [r.findings for r in judged(content, path)]


def same_with_many(contents: list[tuple[str, bytes]]) -> None:
    """Two processes say what one says."""
    raws = [part for path, content in contents for part in _raws(content, path)]
    one, two = (list(linter().results(iter(raws), jobs)) for jobs in (1, 2))
    assert [(r.path, r.findings, r.reason) for r in one] == [(r.path, r.findings, r.reason) for r in two]


def all_hold(content: bytes, path: str, folder: Path, *, text: bool) -> None:
    """All that holds of a file and its judgement; `folder` is for the cache, `text`: comments and fixes can be written in it."""
    repeats(content, path)
    holds(content, path)
    keeps(content, path, folder)
    if text:
        mends(content, path)
        hides(content, path)
