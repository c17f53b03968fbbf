"""`--fix` and `--diff`: postings mended on disk, or shown as they would be."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator

import click

from jdlint.cli.files import note
from jdlint.config.errors import reason_of
from jdlint.engine.atomic import overwrite
from jdlint.engine.edits import rewritten
from jdlint.engine.files import Opened
from jdlint.engine.fix import PASSES, Mended, encode, mend
from jdlint.engine.ignores import add_ignores
from jdlint.engine.result import Fixed, Result
from jdlint.engine.run import Linter
from jdlint.report.frame import safe
from jdlint.report.style import Style
from jdlint.report.summary import plural
from jdlint.text.record import dataclass, replace
from jdlint.text.source import Source

Change = Callable[[Linter, Opened], Mended | Result]


@dataclass(slots=True)
class Mending:
    """How files are changed, and what came of it. `diff`: nothing is written, the changes are shown."""

    change: Change
    style: Style
    diff: bool = False
    show: bool = False
    hides: bool = False  # with comments, instead of mending
    changed: int = 0
    fixed: int = 0

    def run(self, linter: Linter, paths: Iterable[str]) -> Iterator[Result]:
        """Change the files behind the paths; the results of linting them afterwards."""
        for opened in linter.files.open(paths):
            if opened.posting is not None and not opened.posting.source.writable:
                note(safe(f"{opened.path}: nothing is written to a {opened.posting.document.format} file; change it where you wrote it"))
                yield linter.judge(opened)
                continue
            outcome = self.change(linter, opened)
            if isinstance(outcome, Result):
                yield outcome
                continue
            if not outcome.settled:
                note(safe(f"{opened.path}: still changing after {PASSES} passes; run it again to go on"))
            problem = _write(opened.path, outcome) if outcome.changed and not (opened.stdin or self.diff) else ""
            if problem:
                note(safe(f"error: {opened.path}: can't be written: {problem}"))
                yield replace(linter.judge(opened), broken=True)
            else:
                yield self._told(opened, outcome)

    def close(self, *, quiet: bool) -> None:
        """Tell on standard error what was changed."""
        if quiet:
            return
        if self.changed:
            note(f"{self._verb()} {plural(self.fixed, 'finding')} in {plural(self.changed, 'posting')}.")
        elif self.diff:
            note("Nothing to change.")

    def _verb(self) -> str:
        if self.diff:
            return "Would hide" if self.hides else "Would fix"
        return "Hid" if self.hides else "Fixed"

    def _told(self, opened: Opened, mended: Mended) -> Result:
        """Count and show what was changed in a file."""
        result = mended.result
        if mended.changed:
            self.changed += 1
            self.fixed += len(result.fixed)
        if self.diff:
            for line in unified(mended.before, mended.after):
                click.echo(_painted(line, self.style), nl=False, color=self.style.colored)
        elif opened.stdin:
            click.echo(encode(mended.after, mended.after.text), nl=False)
        for row in result.fixed if self.show else ():
            note(f"{self._verb().lower()} {_line(row)}")
        return result


def mending(*, unsafe: bool) -> Change:
    """The change that makes fixes."""
    return lambda linter, opened: mend(linter, opened, unsafe=unsafe)


def ignoring(reason: str) -> Change:
    """The change that hides findings."""
    return lambda linter, opened: add_ignores(linter, opened, reason)


def _write(path: str, mended: Mended) -> str:
    """Write a file's new text; why that failed, or ""."""
    try:
        overwrite(path, encode(mended.before, mended.after.text), encode(mended.before, mended.before.text))
    except OSError as error:
        return reason_of(error)
    return ""


def unified(before: Source, after: Source) -> Iterator[str]:
    """The difference as `patch` and `git apply` read it."""
    old, new = (source.text.split("\n") for source in (before, after))
    lines = difflib.unified_diff(_ended(old), _ended(new), safe(before.path), safe(before.path))
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _ended(lines: list[str]) -> list[str]:
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _painted(line: str, style: Style) -> str:
    color = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    text = line.removesuffix("\n")
    return style.paint(text, color) + line[len(text) :] if color else line


def _line(row: Fixed) -> str:
    """A mended finding in one line."""
    found, new = row.finding, rewritten(row.finding, row.source)
    what = f": `{' '.join(found.match.split())}`" if found.match else ""
    if what and new:
        what += f" -> `{new}`"
    return safe(f"{found.path}:{found.line}:{found.column}: {found.code} {found.name}{what}")
