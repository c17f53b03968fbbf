"""Where reports go: one to the terminal, others to files beside it, and in GitHub Actions one to the job's summary."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from types import TracebackType

from jdlint.cli.files import failed, note, unwritable, usage
from jdlint.config.errors import reason_of
from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.hints import TYPE_CHECKING, Any, Self
from jdlint.report import FORMATS, Look, report
from jdlint.report.frame import safe
from jdlint.rules.errors import RuleError, nearest
from jdlint.text.record import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.cli.progress import Progress
    from jdlint.config.lookup import Lookup
    from jdlint.engine.files import Files
    from jdlint.rules.load import RuleDoc

_ENDINGS = {
    ".sarif": "sarif", ".sarif.json": "sarif", ".json": "json", ".jsonl": "jsonl", ".xml": "junit", ".md": "markdown",
    ".html": "html", ".htm": "html", ".txt": "full",
}  # fmt: skip
_DEVICES = "/dev/"
_TEXT: Any = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


class Wanted(NamedTuple):
    """A report and the file that it goes to."""

    format: str
    path: str


def wanted(output_format: str | None, output_file: str | None, reports: tuple[str, ...]) -> tuple[str, list[Wanted]]:
    """The report for the terminal, and those for files."""
    files = [_wanted(text) for text in reports]
    if output_file is not None:
        files.append(Wanted(output_format or _by_ending(output_file), output_file))
        output_format = None
    places = [os.path.realpath(file.path) for file in files]
    for number, file in enumerate(files):
        if places[number] in places[:number]:
            raise usage(f"two reports would go to {safe(file.path)}")
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return output_format or ("github" if in_actions else "full"), files


def _wanted(text: str) -> Wanted:
    name, equals, path = text.partition("=")
    if not (equals and path):
        raise usage(f'--report takes a format and a file, such as sarif=jdlint.sarif, not "{safe(text)}"')
    if name not in FORMATS:
        raise usage(f'--report knows no format "{safe(name)}"{nearest(name, FORMATS)} (one of {", ".join(FORMATS)})')
    return Wanted(name, path)


def _by_ending(path: str) -> str:
    found = [ending for ending in _ENDINGS if path.lower().endswith(ending)]
    if not found:
        raise usage(f"name the form of {safe(path)} with --output-format (endings known: {', '.join(_ENDINGS)})")
    return _ENDINGS[max(found, key=len)]


class Draft:
    """A file that takes its place only once it is complete. A device or pipe is written as it stands."""

    def __init__(self, path: str, number: int = 0) -> None:
        from pathlib import Path

        self.path = path
        place = Path(path)
        if place.is_dir():
            raise IsADirectoryError
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError
        self._target = Path(os.path.realpath(place))
        self._beside: Path | None = None
        if _stands(place):
            self._file = place.open("w", **_TEXT)
            return
        self._beside = self._target.parent / f".jdlint-{os.getpid()}-{number}.tmp"
        self._file = self._beside.open("x", **_TEXT)
        if place.exists():
            self._beside.chmod(stat.S_IMODE(place.stat().st_mode))

    def write(self, parts: Iterable[str]) -> None:
        """Write all of a report and put it in its place."""
        with self._file as file:
            file.writelines(parts)
        if self._beside:
            self._beside.replace(self._target)
            self._beside = None

    def drop(self) -> None:
        """Leave nothing behind of a file that was not completed."""
        self._file.close()
        if self._beside:
            self._beside.unlink(missing_ok=True)


def _stands(place: Path) -> bool:
    """Whether a path names something that is there to be written to, and not a file with content of its own."""
    return place.exists() and (str(place).startswith(_DEVICES) or not place.is_file())


class Outputs:
    """The files that reports go to, opened before anything is read, so that a place that can't be written is told at once."""

    def __init__(self, files: list[Wanted], *, job_summary: bool = False) -> None:
        self._summary = os.environ.get("GITHUB_STEP_SUMMARY") if job_summary else None
        self._kept: list[Result] = []
        self._stack = ExitStack()
        self._drafts: list[tuple[str, Draft]] = []
        with self._stack:
            for number, file in enumerate(files):
                try:
                    draft = Draft(file.path, number)
                except OSError as error:
                    raise unwritable(file.path, error) from error
                self._stack.callback(draft.drop)
                self._drafts.append((file.format, draft))
            self._stack = self._stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def keep(self, results: Iterable[Result]) -> Iterator[Result]:
        """Pass the results on; the reports for files are made from them once all are there."""
        for result in results:
            if self._drafts or self._summary:
                self._kept.append(result)
            yield result

    def write(self, tally: Tally, look: Look) -> None:
        """Write every file, and the job's summary."""
        postings = {os.path.realpath(result.path) for result in self._kept}
        for name, draft in self._drafts:
            if os.path.realpath(draft.path) in postings:
                raise failed(f"{safe(draft.path)} is one of the postings; a report would overwrite it")
            try:
                draft.write(report(name)(self._kept, tally, look))
            except OSError as error:
                raise unwritable(draft.path, error) from error
        if self._summary:
            self._append_summary(self._summary, tally, look)

    def _append_summary(self, path: str, tally: Tally, look: Look) -> None:
        from pathlib import Path

        from jdlint.report.github import job_summary

        try:
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write("\n" + job_summary(report("markdown")(self._kept, tally, look)))
        except OSError as error:  # nobody named that file, so the run is none the worse
            note(f"the job summary can't be written: {reason_of(error)}")


def progress(files: Files, paths: tuple[str, ...], *, quiet: bool) -> Progress | None:
    """The bar of a long run, where there is a terminal to show it."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    from jdlint.cli.progress import Progress  # only who looks at a terminal pays for it

    return Progress(lambda: sum(1 for _ in files.targets(paths)))


def documents(lookup: Lookup) -> Callable[[Finding], RuleDoc | None]:
    """How a report finds the documentation of the rule behind a finding, a rule of the house included."""

    def document(finding: Finding) -> RuleDoc | None:
        from jdlint.engine.rulesets import rule_index
        from jdlint.rules.load import documented

        entry = rule_index(lookup.of_file(finding.path)).entries.get(finding.code)
        try:
            return None if entry is None else documented(entry)
        except RuleError:  # its rule runs all the same; what is wrong with its prose, `jdlint rule test` tells
            return None

    return document
