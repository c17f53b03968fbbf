"""`--diff-base`: what has changed since a revision, as git tells it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from jdlint.config.errors import At, ConfigError
from jdlint.engine.finding import Finding
from jdlint.engine.gitignore import repository
from jdlint.posting.posting import Posting
from jdlint.text.record import NamedTuple, dataclass, field
from jdlint.text.source import Source
from jdlint.text.spans import Span

_SECONDS = 60  # that git may take
_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all", "-M", "--inter-hunk-context=0")
_PREFIXES = ("--src-prefix=", "--dst-prefix=")
_AT = At("--diff-base")


class Lines(NamedTuple):
    """The changed lines of a file, as 1-based ranges with their last line, lines ending where git ends them; or all of it."""

    ranges: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, span: Span, source: Source) -> bool:
        """Whether a range of the text stands on a changed line."""
        if self.whole:
            return True
        text = source.text
        first = text.count("\n", 0, span.start) + source.first_line
        last = first + text.count("\n", span.start, max(span.start, span.end - 1))
        return any(low <= last and first <= high for low, high in self.ranges)


@dataclass(slots=True)
class Changes:
    """The postings that changed since a revision, in whatever repository each stands."""

    base: str
    _by_top: dict[str, _Tree] = field(default_factory=dict)
    _tops: dict[str, str] = field(default_factory=dict)

    def check(self, paths: Iterable[str]) -> None:
        """Raise ConfigError if there is no such revision where the paths are."""
        for path in paths:
            folder = path if Path(path).is_dir() else os.path.dirname(path)  # noqa: PTH120  # a pattern is no path yet
            while folder and not Path(folder).is_dir():
                folder = os.path.dirname(folder)  # noqa: PTH120  # as above
            self._tree(folder or ".")

    def has(self, path: str) -> bool:
        """Whether a file changed at all."""
        return self._lines(path) is not None

    def part(self, path: str, findings: Iterable[Finding], posting: Posting) -> list[Finding]:
        """The findings on changed lines, and those about what is absent. One about a whole section needs a change anywhere in it."""
        lines = self._lines(path)
        if lines is None:
            return []
        source = posting.source
        headings = {
            s.heading.span: Span(source.offset(s.line), _end_of_line(posting, s.end_line))
            for s in posting.sections
            if s.heading is not None
        }
        return [f for f in findings if not f.match or any(lines.touch(span, source) for span in _places(f, posting, headings))]

    def _lines(self, path: str) -> Lines | None:
        folder, name = os.path.split(path)
        tree = self._tree(folder or ".")
        where = os.path.relpath(os.path.join(os.path.realpath(folder or "."), name), tree.top)  # noqa: PTH118  # a link stays a link
        return tree.lines(where.replace(os.sep, "/"))

    def _tree(self, folder: str) -> _Tree:
        top = self._tops.get(folder)
        if top is None:
            root = repository(Path(os.path.realpath(folder)))
            if root is None:
                raise ConfigError(_AT, f"{folder} is not in a git repository")
            top = self._tops[folder] = str(root)
        if top not in self._by_top:
            self._by_top[top] = _read(top, self.base)
        return self._by_top[top]


def _end_of_line(posting: Posting, line: int) -> int:
    source = posting.source
    starts, local = source.line_starts, line - source.first_line + 1
    return starts[local] if local < len(starts) else len(source.text)


def _places(found: Finding, posting: Posting, headings: dict[Span, Span]) -> list[Span]:
    """Where a finding stands: at its words, or in the section whose heading it marks; and at whatever else it speaks of."""
    offset = posting.source.offset
    related = [Span(offset(r.line, r.column), offset(r.end_line, r.end_column)) for r in found.related if not r.path]
    return [headings.get(found.span, found.span), *related]


@dataclass(frozen=True, slots=True)
class _Tree:
    """What git says of one repository: the files that it knows, and the lines of those that changed."""

    top: str
    known: frozenset[str]
    changed: dict[str, Lines]

    def lines(self, name: str) -> Lines | None:
        if name in self.known:
            return self.changed.get(name)
        return Lines(whole=True)


def _read(top: str, base: str) -> _Tree:
    """Ask git about the repository at a folder.

    A branch is compared with the point where the work left it, so that what others did there since is no change here.
    """
    top = os.fsdecode(_git(top, "rev-parse", "--show-toplevel")).removesuffix("\n")
    found = ""
    if not base.startswith("-"):  # which git would take for an option
        found = _git(top, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}", may_fail=True).decode().strip()
    if not found:
        raise ConfigError(_AT, f'there is no revision "{base}"')
    since = _git(top, "merge-base", found, "HEAD", may_fail=True).decode().split() or [found]
    known = _git(top, "ls-files", "-z", "--full-name").split(b"\0")
    changed = _numbers(_git(top, *_DIFF, "--numstat", "-z", since[0], "--"))
    changed |= _hunks(_git(top, *_DIFF, *_PREFIXES, "-U0", since[0], "--"))
    return _Tree(top, frozenset(os.fsdecode(n) for n in known if n), changed)


def _git(top: str, *arguments: str, may_fail: bool = False) -> bytes:
    """What a git command prints, or nothing where it fails and may."""
    import subprocess  # costs much to import, and most runs ask git nothing

    command = ["git", "-C", top, "-c", "core.quotePath=false", *arguments]
    env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, env=env, stdin=subprocess.DEVNULL)  # noqa: S603
    except FileNotFoundError as error:
        raise ConfigError(_AT, "git is not installed, or not on the PATH") from error
    except subprocess.TimeoutExpired as error:
        raise ConfigError(_AT, f"git took longer than {_SECONDS} seconds") from error
    if done.returncode and not may_fail:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
        raise ConfigError(_AT, f"git says: {said or f'exit code {done.returncode}'}")
    return b"" if done.returncode else done.stdout


def _numbers(output: bytes) -> dict[str, Lines]:
    """The changed files by their present names; one without lines has changed as a whole, and the others have theirs from elsewhere."""
    found: dict[str, Lines] = {}
    parts = iter(output.split(b"\0"))
    for part in parts:
        if not part:
            continue
        added, _, name = part.split(b"\t", 2)
        if not name:  # renamed: the old and the new name follow
            next(parts)
            name = next(parts)
        if added == b"-":
            found[os.fsdecode(name)] = Lines(whole=True)
    return found


def _hunks(output: bytes) -> dict[str, Lines]:
    """The changed lines of each file in a patch without context."""
    found: dict[str, Lines] = {}
    for patch in re.split(rb"^diff --git ", output, flags=re.MULTILINE)[1:]:
        start = patch.find(b"\n@@ ")
        head = patch[:start].rpartition(b"\n+++ ")[2] if start >= 0 else b""
        if head and head != b"/dev/null":
            rows = ((int(m[1]), 1 if m[2] is None else int(m[2])) for m in _HUNK.finditer(patch, start + 1))
            found[_name(head)] = Lines(tuple((first, first + count - 1) for first, count in rows if count))
    return found


def _name(written: bytes) -> str:
    """A file's name as a patch writes it: in quotes where it holds odd characters, else with a tab after one that holds spaces."""
    if not written.startswith(b'"'):
        return os.fsdecode(written.removesuffix(b"\t"))
    inner = written[1 : written.rindex(b'"')]
    return os.fsdecode(_ESCAPE.sub(lambda m: bytes([int(m[1], 8)]) if m[1].isdigit() else _PLAIN.get(m[1], m[1]), inner))
