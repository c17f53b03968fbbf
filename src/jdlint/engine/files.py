"""From paths to postings: what checking and inspecting have in common. A file that can't be read costs no other its result."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from jdlint.config.errors import unread
from jdlint.config.lookup import Lookup
from jdlint.config.model import Settings
from jdlint.engine.discover import Search, Target, discover
from jdlint.hints import TYPE_CHECKING
from jdlint.text.opening import STDIN, TooLargeError, read_file, too_large
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from jdlint.posting.model import Document
    from jdlint.posting.posting import Posting
    from jdlint.readers.parts import Part

HOW = "; the setting `limits` allows more"


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it was found: its bytes, or the reason why there are none."""

    path: str
    settings: Settings
    named: bool = True
    data: bytes | None = None
    problem: str = ""
    stdin: bool = False
    part: Part | None = None  # of a file that holds many postings, which of them it is
    line: int | None = None  # at which the problem is
    lacking: bool = False  # what would read it is not installed
    late: bool = False  # it took too long to take apart


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's posting, or the reason (and perhaps the line) why there is none; `empty` marks one that nobody named.

    One that nobody named and that a package is lacking for counts as empty, too, with that as its problem.

    `stdin`: it came from standard input, whatever it is called. `late`: reading it took longer than the settings allow.
    """

    path: str
    settings: Settings
    named: bool = True
    posting: Posting | None = None
    problem: str = ""
    line: int | None = None
    empty: bool = False
    stdin: bool = False
    part: Part | None = None
    late: bool = False


def fault(error: Exception) -> str:
    """A fault inside jdlint, in one line; raised instead where JDLINT_TRACEBACK asks for it."""
    if os.environ.get("JDLINT_TRACEBACK"):
        raise error
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"something went wrong inside jdlint ({what}); please report it"


@dataclass(frozen=True, slots=True)
class Files:
    """Opens paths. `stdin` reads standard input, so many bytes at most, for the path `-`, whose name and format `stdin_name` gives.

    `wanted` tells which of the files that can be read are opened at all.
    """

    lookup: Lookup = field(default_factory=Lookup)
    as_of: date = field(default_factory=date.today)
    force_exclude: bool = False
    stdin: Callable[[int], bytes] | None = None
    stdin_name: str = STDIN
    wanted: Callable[[str], bool] | None = None

    def open(self, paths: Iterable[str]) -> Iterator[Opened]:
        """Every file behind the paths, in order."""
        return map(self.parse, self.found(paths))

    def found(self, paths: Iterable[str]) -> Iterator[Raw]:
        """The content of every file behind the paths, in order."""
        search = self._search()
        seen: set[str] = set()
        for path in paths:
            if path == STDIN and self.stdin is not None:
                settings = self.lookup.of_file(self.stdin_name)
                raw = Raw(self.stdin_name, settings, data=self.stdin(settings.limits.most(_format(self.stdin_name)) + 1), stdin=True)
                yield from self._parts(raw)
            else:
                for target in discover([path], search, seen):
                    if self._wants(target):
                        yield from self._parts(self._read(target))

    def targets(self, paths: Iterable[str]) -> Iterator[Target]:
        """What is behind the paths, none of it opened; standard input is nothing to look for."""
        named = [path for path in paths if path != STDIN]
        return (target for target in discover(named, self._search()) if self._wants(target))

    def _search(self) -> Search:
        return Search(_is_readable, self.lookup.of_file, self.force_exclude)

    def open_bytes(self, data: bytes, path: str, *, named: bool = True) -> Opened:
        """The posting in the content of a file."""
        return self.parse(Raw(path, self.lookup.of_file(path), named, data))

    def parse(self, raw: Raw) -> Opened:
        """The posting in a file that was found, or the reason why there is none."""
        path, settings, named = raw.path, raw.settings, raw.named
        if raw.part is None and raw.data is not None and _is_data(path):
            from jdlint.engine.parts import alone

            raw = alone(raw)
        if raw.lacking and not named:
            return Opened(path, settings, named, problem=raw.problem, empty=True)
        if raw.data is None or raw.problem:
            return Opened(path, settings, named, problem=raw.problem, line=raw.line, stdin=raw.stdin, part=raw.part, late=raw.late)
        if not (named or raw.data.strip()):
            return Opened(path, settings, named=False, empty=True)
        most = settings.limits.most(_format(path))
        if len(raw.data) > most:  # of standard input, no more was read
            problem = too_large(len(raw.data), most) + HOW
            return Opened(path, settings, named, problem=problem, stdin=raw.stdin)
        from jdlint.engine.timing import OutOfTimeError, at_most  # a run that finds all its postings unchanged needs no clock
        from jdlint.posting.model import Reading
        from jdlint.posting.posting import Posting
        from jdlint.readers.errors import InputError, LackingError

        law, size, model = settings.law_places, settings.employees, settings.spacy_model
        reading = Reading(self.as_of, settings.headings, settings.fields, law, size, settings.grammar, model)
        try:
            with at_most(settings.limits.seconds):
                document = _document(raw.data, raw)
        except OutOfTimeError as error:
            return Opened(path, settings, named, problem=str(error), stdin=raw.stdin, part=raw.part, late=True)
        except InputError as error:
            if isinstance(error, LackingError) and not named:  # nobody asked for it, and nothing is wrong with it
                return Opened(path, settings, named, problem=error.message, empty=True)
            line = raw.part.line if raw.part is not None else error.line
            return Opened(path, settings, named, problem=error.message, line=line, stdin=raw.stdin, part=raw.part)
        except Exception as error:  # noqa: BLE001  # a fault of ours in one file must not cost the others their results
            return Opened(path, settings, named, problem=fault(error), stdin=raw.stdin, part=raw.part)
        return Opened(path, settings, named, Posting(document, reading), stdin=raw.stdin, part=raw.part)

    def _wants(self, target: Target) -> bool:
        return self.wanted is None or bool(target.problem) or self.wanted(target.path)

    def _parts(self, raw: Raw) -> Iterable[Raw]:
        """What a file holds: itself, or the postings in a file of data."""
        if raw.problem or not _is_data(raw.path):
            return (raw,)
        from jdlint.engine.parts import parts  # only who has such files pays for it

        return parts(raw)

    def _read(self, target: Target) -> Raw:
        """A file's content; tables are opened where they are read."""
        problem, data, settings = target.problem, None, self.lookup.of_file(target.path)
        if not problem and not _is_data(target.path):
            try:
                data = read_file(target.path, settings.limits.most(_format(target.path)))
            except TooLargeError as error:
                problem = error.strerror + HOW
            except OSError as error:
                problem = unread(error)
        return Raw(target.path, settings, target.named, data, problem)


def _document(data: bytes, raw: Raw) -> Document:
    """What the content of a file says, or its part that holds the posting."""
    if raw.part is not None:
        from jdlint.readers.data import read_part

        return read_part(data, raw.path, raw.part, raw.settings.records)
    from jdlint.readers import read

    return read(data, raw.path)


def _is_data(path: str) -> bool:
    """Whether the name is that of a file of data, which may hold many postings."""
    from jdlint.readers import DATA_FORMATS

    return _format(path) in DATA_FORMATS


def _format(name: str) -> str | None:
    from jdlint.readers import format_of

    return format_of(name)


def _is_readable(name: str) -> bool:
    """Whether the name is that of a format that can be read."""
    return _format(name) is not None
