"""jdlint as a library: `lint_text` for one posting, `lint_paths` for files, `lint_records` for any number. Nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from os import PathLike, fspath
from pathlib import Path

from jdlint.config.errors import At, ConfigError
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine.files import Files, Raw
from jdlint.engine.finding import Finding
from jdlint.engine.result import Result
from jdlint.engine.run import Linter
from jdlint.hints import Any

__all__ = ["ConfigError", "Finding", "Result", "lint_paths", "lint_records", "lint_text"]


def _linter(  # noqa: PLR0913, PLR0917  # what both functions take
    config: str | PathLike[str] | None,
    isolated: bool,
    select: Iterable[str] | None,
    extend_select: Iterable[str],
    ignore: Iterable[str],
    as_of: date | None,
) -> Linter:
    said: dict[str, Any] = {}
    for name, texts in (("select", select), ("extend_select", extend_select), ("ignore", ignore)):
        if isinstance(texts, str):
            message = f"{name} takes a list of rules, such as [{texts!r}]"
            raise TypeError(message)
        picks = None if texts is None else tuple(Pick(text, At(name)) for text in texts)
        if picks:
            said[name] = picks
    lookup = Lookup(file=None if config is None else Path(config), isolated=isolated, override=said)
    return Linter(Files(lookup, as_of or date.today()))


def lint_text(  # noqa: PLR0913  # each has its default
    text: str | bytes,
    *,
    path: str = "posting.md",
    config: str | PathLike[str] | None = None,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: date | None = None,
) -> Result:
    """Lint one posting. The ending of `path` tells the format; no file is read, save for the settings in `config`.

    Raises ConfigError where settings can't be used or a rule is not known. A text that can't be read is no exception: the
    result says so.
    """
    linter = _linter(config, config is None, select, extend_select, ignore, as_of)
    return linter.judge(linter.files.open_bytes(_data(text), path))


def lint_paths(  # noqa: PLR0913  # each has its default
    paths: Iterable[str | PathLike[str]],
    *,
    config: str | PathLike[str] | None = None,
    isolated: bool = False,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: date | None = None,
    jobs: int | None = 1,
) -> Iterator[Result]:
    """Lint files and folders as the command line does, one result at a time.

    Without `config`, the nearest settings file upwards of each posting holds. Raises ConfigError where settings can't be used.
    `jobs` is the number of processes; None: what the settings say, or as many as there are processors, once there is enough to do.
    """
    yield from _linter(config, isolated, select, extend_select, ignore, as_of).run((fspath(p) for p in paths), jobs)


def lint_records(  # noqa: PLR0913  # each has its default
    records: Iterable[tuple[str, str | bytes]],
    *,
    config: str | PathLike[str] | None = None,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: date | None = None,
    jobs: int | None = 1,
) -> Iterator[Result]:
    """Lint postings from anywhere, as names with their texts, one result at a time and in their order; memory stays flat.

    The ending of a name tells the format. No file is read, save for the settings in `config`. `jobs` as for `lint_paths`; with
    more than one process, some records are read ahead.
    """
    linter = _linter(config, config is None, select, extend_select, ignore, as_of)
    of_file = linter.files.lookup.of_file
    yield from linter.results((Raw(name, of_file(name), data=_data(text)) for name, text in records), jobs)


def _data(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
