"""What earlier runs found, kept by all that it depends on: a posting that did not change is not judged again.

An entry is a small file of JSON for one posting and one way to look at it: named by the posting's path and the settings, and valid
for one content, one jdlint, one Python and its packages. Where a rule asked for the day, it is valid on that day only. What is
accepted, known from a baseline or below a wanted score is decided anew in each run, and not part of it. A file that is damaged or
was tampered with is as good as none; a folder that can't be written to costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from jdlint import __version__
from jdlint.engine.finding import CRASH, Finding, Fix, FixEdit, Related
from jdlint.engine.result import Judged, Skipped
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.resources.digest import blake2b, digest
from jdlint.text.opening import read_file
from jdlint.text.record import dataclass, field
from jdlint.text.spans import Span

if TYPE_CHECKING:
    from jdlint.config.model import Settings
    from jdlint.engine.files import Raw
    from jdlint.posting.posting import Posting
    from jdlint.text.source import Source

_FORM = 5  # of an entry; raise it when that changes
TAG = "CACHEDIR.TAG"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is jdlint's cache; `jdlint clean` removes it.\n"
_ENDING = ".json"
_SIZE = 20  # bytes of a digest
_NAME = 2 * _SIZE  # the characters of an entry's name, the first two of which are its folder's
MOST_ENTRIES = 50_000
MOST_BYTES = 100_000_000
_DAY = 86_400  # seconds
_UNUSED = 30 * _DAY
_SEVERITIES = ("error", "warning", "info")
# The settings on which no finding depends: what is done with findings, and which files are looked at.
_BESIDE = frozenset(
    ("file", "fail_on", "min_score", "include", "exclude", "ignore_findings", "baseline", "cache", "jobs", "export", "limits")
)


@dataclass(slots=True)
class Caches:
    """The entries of a run.

    `folder` holds them all, else the one that goes with the settings. Where the settings ask for LanguageTool nothing is kept: what a
    server says is the server's, and may be otherwise tomorrow.
    """

    as_of: date
    folder: Path | None = None
    _run: str = ""
    _by_settings: dict[int, tuple[Settings, Path | None, str]] = field(default_factory=dict)

    def bare(self) -> Caches:
        """As another process gets it: settings are known there by other objects."""
        return Caches(self.as_of, self.folder, self._run)

    def place(self, raw: Raw, *, whether: bool) -> Place | None:
        """Where the findings in a file are kept; None where they are not. `whether`: it is passed over if it is no posting."""
        known = self._by_settings.get(id(raw.settings))
        if known is None:
            folder = None if raw.settings.grammar else self.folder or folder_for(raw.settings)
            said = "" if folder is None else digest(_SIZE, *_said(raw.settings))
            known = self._by_settings[id(raw.settings)] = (raw.settings, folder, said)
        _, folder, said = known
        if folder is None or raw.data is None or (raw.part is not None and raw.part.row is not None):
            return None  # of the rows of a table, each would take a file, and more time than it saves
        if not self._run:
            self._run = digest(_SIZE, str(_FORM), __version__, sys.version, *_installed())
        name = digest(_SIZE, os.path.abspath(raw.path), raw.path, str(whether), said, repr(raw.part))  # noqa: PTH100  # no link is followed
        key = digest(_SIZE, self._run, name, blake2b(raw.data, digest_size=_SIZE).hexdigest())
        return Place(folder, name, key, self.as_of.isoformat(), raw)


def folder_for(settings: Settings) -> Path | None:
    """The folder that settings name, else the one in the user's cache folder; None where they want none, or there is none."""
    if settings.cache is not None:
        return settings.cache or None
    return default_folder()


def default_folder() -> Path | None:
    """The folder in the user's cache folder; None where there is no such folder."""
    from jdlint.resources.store import cache_dir

    try:
        return cache_dir() / "findings"
    except RuntimeError:  # no home folder
        return None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the findings in one file are kept."""

    folder: Path
    name: str
    key: str
    day: str
    raw: Raw

    def read(self) -> tuple[Judged, Source] | None:
        """What was found in the file, with its text; None where that is not known."""
        place = self._path()
        try:
            entry = json.loads(read_file(place, MOST_BYTES))
            age = time.time() - os.stat(place).st_mtime  # noqa: PTH116  # pathlib takes twice the time, and this is done for every posting
            if entry["key"] != self.key or entry["day"] not in (None, self.day):
                return None
            source = self._source(entry["taken"])
            found = _judged(entry["judged"], source)
        except Exception:  # noqa: BLE001  # whatever is wrong with it, the posting itself is at hand
            return None
        if age > _DAY:
            with suppress(OSError):
                os.utime(place)  # used: not among those to go
        return found, source

    def write(self, found: Judged, posting: Posting) -> None:
        """Keep what was found in the file, where it can be kept."""
        if any(s.fatal for s in found.skipped) or any(f.code == CRASH for f in found.findings):
            return  # what was lacking or broke may be there next time
        with suppress(Exception):  # a folder that can't be written to, a full disk
            taken = [posting.source.text, list(posting.source.pages)] if posting.source.extracted else None
            source = self._source(taken)
            if (source.text, source.encoding, source.bom) != (posting.source.text, posting.source.encoding, posting.source.bom):
                return
            day = self.day if posting.asked_for_the_day else None
            entry = {"key": self.key, "day": day, "taken": taken, "judged": _plain(found)}
            if self._path().encode("utf-8", "surrogateescape") and _judged(json.loads(json.dumps(entry["judged"])), source) == found:
                self._put(json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode())

    def _source(self, taken: Any) -> Source:  # noqa: ANN401  # whatever the entry holds
        """The file's text: decoded, or as it was taken out of a document, with the offsets of the pages."""
        if taken is not None:
            from jdlint.text.source import Source

            text, pages = taken
            return Source(self.raw.path, _text(text), extracted=True, pages=tuple(_offset(at, len(text)) for at in pages))
        if self.raw.part is not None:
            from jdlint.readers.parts import source_of

            return source_of(self.raw.path, self.raw.data or b"", self.raw.part)
        from jdlint.readers.decode import decode

        return decode(self.raw.data or b"", self.raw.path)

    def _path(self) -> str:
        return os.path.join(self.folder, self.name[:2], self.name[2:] + _ENDING)  # noqa: PTH118  # as above

    def _put(self, content: bytes) -> None:
        path = self._path()
        _prepare(self.folder, os.path.dirname(path))  # noqa: PTH120
        beside = f"{path}.{os.getpid()}.tmp"
        with open(beside, "wb") as file:  # noqa: PTH123
            file.write(content)
        os.replace(beside, path)  # noqa: PTH105


def _prepare(folder: Path, inner: str) -> None:
    """Make the folders of an entry, and once a day look which entries are to go."""
    if not os.path.isdir(inner):  # noqa: PTH112
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(inner).mkdir(exist_ok=True)
    tag = folder / TAG
    try:
        fresh = time.time() - tag.stat().st_mtime < _DAY
    except FileNotFoundError:
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        tag.write_text(_TAG, encoding="utf-8")
        return
    if not fresh:
        os.utime(tag)
        prune(folder)


def prune(folder: Path) -> None:
    """Remove entries that nobody used for a month, and beyond the bounds those that were not used for the longest time."""
    rows = sorted(_entries(folder), reverse=True)
    oldest = time.time() - _UNUSED
    size = 0
    for number, (used, length, path) in enumerate(rows, 1):
        size += length
        if used < oldest or number > MOST_ENTRIES or size > MOST_BYTES or path.endswith(".tmp"):
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108


def _entries(folder: Path) -> Iterator[tuple[float, int, str]]:
    """When each entry was last used, its size and its path; what a run that was killed left behind as well."""
    for inner in _folders(folder):
        with os.scandir(inner) as found:
            for entry in found:
                if _is_ours(entry.name):
                    with suppress(OSError):
                        info = entry.stat(follow_symlinks=False)
                        yield info.st_mtime, info.st_size, entry.path


def _folders(folder: Path) -> list[Path]:
    return [place for n in range(256) if (place := folder / f"{n:02x}").is_dir() and not place.is_symlink()]


def _is_ours(name: str) -> bool:
    stem, ending, rest = name.partition(_ENDING)
    return bool(ending) and len(stem) == _NAME - 2 and (not rest or rest.endswith(".tmp"))


def clean(folder: Path) -> bool:
    """Remove a folder of entries with what jdlint put there, and nothing else; False where there is none."""
    try:
        if not read_file(str(folder / TAG), MOST_BYTES).decode().startswith(_TAG.splitlines()[0]):
            return False
    except (OSError, ValueError):
        return False
    for inner in _folders(folder):
        for entry in list(inner.iterdir()):
            if _is_ours(entry.name):
                entry.unlink()
        with suppress(OSError):
            inner.rmdir()
    for name in (".gitignore", TAG):
        (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
    return True


def _installed() -> Iterator[str]:
    """What changes when jdlint, its rules, or any package of this Python does."""
    package = Path(__file__).resolve().parent.parent
    built = package / "_rules" / "compiled" / "rules.entries"
    places = [built] if built.is_file() else [*package.rglob("*.py"), *(package.parent.parent / "rules").rglob("*.yaml")]
    yield from _stamps(places)
    yield from _stamps(Path(place) for place in sys.path if place.endswith("-packages"))


def _stamps(places: Iterable[Path]) -> Iterator[str]:
    for place in sorted(places):
        with suppress(OSError):
            info = place.stat()
            yield f"{place} {info.st_mtime_ns} {info.st_size}"


def _said(settings: Settings) -> Iterator[str]:
    """What the settings say, and the state of the rules that they name."""
    for name in type(settings).__match_args__:
        if name not in _BESIDE:
            yield f"{name}={_stable(getattr(settings, name))}"
    places = [path for path, _ in settings.rule_paths]
    if settings.plugins:
        from jdlint.engine.plugins import folders

        places += folders(settings.plugins)
    if places:
        from jdlint.resources.store import yaml_files

        yield from _stamps(file for place in places for file in yaml_files(place))


def _stable(value: Any) -> str:  # noqa: ANN401  # of any type
    """A value as a text that is the same in every run."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{_stable(k)}: {_stable(v)}' for k, v in value.items()))}}}"
    if isinstance(value, frozenset | set):
        return f"{{{', '.join(sorted(map(_stable, value)))}}}"
    if isinstance(value, tuple | list):
        return f"({', '.join(map(_stable, value))})"
    return repr(value)


def _plain(found: Judged) -> list[Any]:
    """What was found as JSON holds it."""
    return [
        [_row(f) for f in found.findings],
        [_row(f) for f in found.hidden],
        [[s.code, s.reason] for s in found.skipped],
        found.passed_over,
        [_row(f) for f in found.apart],
    ]


_TEXTS = ("code", "name", "severity", "confidence", "message", "path", "match", "section", "fingerprint", "url", "term", "sketch")


def _row(found: Finding) -> list[Any]:
    fix = found.fix and [[[*e.span, e.text] for e in found.fix.edits], found.fix.safe]
    related = [[r.line, r.column, r.end_line, r.end_column, r.text, r.message] for r in found.related]
    return [*found.span, [getattr(found, name) for name in _TEXTS], fix, related, found.pointer]


def _judged(raw: Any, source: Source) -> Judged:  # noqa: ANN401  # whatever the file holds
    """What an entry holds; an exception of some kind where it is not as it should be."""
    findings, hidden, skipped, passed_over, apart = raw
    return Judged(
        tuple(_finding(row, source) for row in findings),
        tuple(_finding(row, source) for row in hidden),
        tuple(Skipped(_text(code), _text(reason)) for code, reason in skipped),
        _text(passed_over),
        tuple(_finding(row, source) for row in apart),
    )


def _finding(row: Any, source: Source) -> Finding:  # noqa: ANN401  # as above
    start, end, texts, fix, related, pointer = row
    code, name, severity, confidence, message, path, match, section, mark, url, term, sketch = texts
    for text in (code, name, confidence, message, path, match, mark, url, term, sketch, section or ""):
        _text(text)
    if severity not in _SEVERITIES or path != source.path:
        raise ValueError("no finding in this file")
    span = _span(start, end, source)
    line, column, end_line, end_column = source.corners(span)
    return Finding(
        code, name, severity, confidence, message, path, span, line, column, end_line, end_column, match, section, mark, url,
        fix=None if fix is None else Fix(tuple(FixEdit(_span(a, b, source), _text(put)) for a, b, put in fix[0]), fix[1] is True),
        term=term,
        page=source.page(span.start),
        row=source.row,
        pointer=None if pointer is None else _text(pointer),
        sketch=sketch,
        related=tuple(_related(*row) for row in related),
    )  # fmt: skip


def _related(line: Any, column: Any, end_line: Any, end_column: Any, text: Any, message: Any) -> Related:  # noqa: ANN401, PLR0913, PLR0917  # as above
    return Related(_place(line), _place(column), _place(end_line), _place(end_column), _text(text), _text(message))


def _text(value: Any) -> str:  # noqa: ANN401  # as above
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _place(value: Any) -> int:  # noqa: ANN401  # as above
    if type(value) is not int or value < 1:
        raise ValueError("no place")
    return value


def _offset(value: Any, most: int) -> int:  # noqa: ANN401  # as above
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError("no place in the text")
    return value


def _span(start: Any, end: Any, source: Source) -> Span:  # noqa: ANN401  # as above
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= len(source.text):
        raise ValueError("no place in the text")
    return Span(start, end)
