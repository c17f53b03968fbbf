"""What holds of every posting, whatever is in it; each function raises AssertionError where it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jdlint.config.errors import At
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine.cache import Caches
from jdlint.engine.files import Files, Raw
from jdlint.engine.fix import Mended, mend
from jdlint.engine.ignores import add_ignores
from jdlint.engine.result import Result
from jdlint.engine.run import Linter
from jdlint.readers import read
from jdlint.readers.errors import InputError

AS_OF = date(2026, 1, 15)
LOOKUP = Lookup(isolated=True, override={"select": (Pick("ALL", At("fuzz")),), "ignore": (Pick("LNG02", At("fuzz")),)})


def linter(caches: Caches | None = None) -> Linter:
    """A linter with every rule."""
    return Linter(Files(LOOKUP, AS_OF), caches=caches)


LINTER = linter()


def reads(content: bytes, path: str) -> bool:
    """A reader gives a document whose every character has its place in the text, or says why not. True where it read one."""
    try:
        document = read(content, path)
    except InputError as error:
        assert error.message
        assert "\n" not in error.message
        return False
    size, last = len(document.source.text), 0
    for block in document.blocks:
        for at in {0, len(block.text) // 2, max(0, len(block.text) - 1)}:
            span = block.mapped.span(at, min(len(block.text), at + 1))
            assert 0 <= span.start <= span.end <= size, (block, span)
        last = block.mapped.span(0, len(block.text)).start
    assert 0 <= last <= size
    return True


def judged(content: bytes, path: str, own: Linter = LINTER) -> list[Result]:
    """Every posting has a result: no fault of jdlint's, each span inside the text, and the same the second time."""
    found = list(own.results(own.files._parts(Raw(path, LOOKUP.of_file(path), data=content))))
    for result in found:
        assert "went wrong" not in result.reason, result.reason
        for finding in result.findings:
            assert finding.code != "LNT900", finding.message
            if result.source is not None:
                assert 0 <= finding.span.start <= finding.span.end <= len(result.source.text)
                assert finding.span.end > finding.span.start or not finding.match, finding
                assert result.source.position(finding.span.start) == (finding.line, finding.column) or finding.row is not None
    return found


def repeats(content: bytes, path: str) -> None:
    """The second time says the same."""
    assert [r.findings for r in judged(content, path)] == [r.findings for r in judged(content, path, linter())]


def mends(content: bytes, path: str) -> None:
    """Fixes leave nothing to fix, and change nothing the second time."""
    mended = mend(LINTER, LINTER.files.open_bytes(content, path), unsafe=True)
    if not isinstance(mended, Mended) or not mended.settled:
        return
    from jdlint.engine.fix import encode

    again = mend(LINTER, LINTER.files.open_bytes(encode(mended.after, mended.after.text), path), unsafe=True)
    assert isinstance(again, Mended)
    assert again.after.text == mended.after.text


def hides(content: bytes, path: str) -> None:
    """Comments that hide the findings hide them, and bring no fault."""
    hidden = add_ignores(LINTER, LINTER.files.open_bytes(content, path))
    if isinstance(hidden, Mended):
        assert not [f for f in hidden.result.findings if f.code == "LNT900"]


def keeps(content: bytes, path: str, folder: Path) -> None:
    """What the cache tells is what was found."""
    own = linter(Caches(AS_OF, folder))
    fresh = judged(content, path, own)
    kept = judged(content, path, linter(Caches(AS_OF, folder)))
    assert [(r.findings, r.skipped, r.state, r.reason) for r in fresh] == [(r.findings, r.skipped, r.state, r.reason) for r in kept]


def same_with_many(contents: list[tuple[str, bytes]]) -> None:
    """Two processes say what one says."""
    raws = [Raw(path, LOOKUP.of_file(path), data=content) for path, content in contents]
    one, two = (list(linter().results(iter(raws), jobs)) for jobs in (1, 2))
    assert [(r.path, r.findings, r.reason) for r in one] == [(r.path, r.findings, r.reason) for r in two]
