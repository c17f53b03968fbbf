"""The baseline: a file that names today's findings, so that only new ones are told."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from jdlint.config.errors import At, ConfigError, reason_of
from jdlint.config.load import shown
from jdlint.config.model import Settings
from jdlint.engine.finding import Finding
from jdlint.hints import Any
from jdlint.text.opening import read_file
from jdlint.text.record import NamedTuple, dataclass, field

SCHEMA = "jdlint-baseline/1"
NAME = ".jdlint-baseline.json"
_MOST_BYTES = 100_000_000
_SHOWN = 80  # characters of a match that are kept, for people who read the file


class Row(NamedTuple):
    """Findings that share a fingerprint."""

    code: str
    match: str
    number: int


Rows = Mapping[str, Row]  # by fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that a file names. Postings are known by their path from its folder, wherever jdlint is called."""

    place: Path
    files: Mapping[str, Rows] = field(default_factory=dict)

    def key(self, path: str) -> str:
        """A posting's name in the baseline."""
        folder = os.path.abspath(self.place.parent)  # noqa: PTH100  # symbolic links stay: the user sees that path
        try:
            return os.path.relpath(path, folder).replace(os.sep, "/")
        except ValueError:  # on another drive
            return path.replace(os.sep, "/")

    def rows(self, path: str, findings: Iterable[Finding]) -> dict[str, Row]:
        """Findings in a posting as the baseline names them."""
        from jdlint.engine.assemble import moved  # here and below: with no baseline, nothing of it is needed

        key = self.key(path)
        found: dict[str, Row] = {}
        for finding in findings:
            mark = moved(finding.fingerprint, key)
            count = found[mark].number + 1 if mark in found else 1
            found[mark] = Row(finding.code, " ".join(finding.match.split())[:_SHOWN], count)
        return found

    def part(self, path: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that are new, and those that the baseline names."""
        from jdlint.engine.assemble import moved

        key = self.key(path)
        left = Counter({mark: row.number for mark, row in self.files.get(key, {}).items()})
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            mark = moved(finding.fingerprint, key)
            (known if left[mark] > 0 else new).append(finding)
            left[mark] -= 1
        return new, known

    def gone(self) -> list[str]:
        """The postings that are no longer there."""
        return [key for key in self.files if not Path(self.place.parent, key).exists()]

    @property
    def total(self) -> int:
        """The number of findings named."""
        return sum(row.number for rows in self.files.values() for row in rows.values())

    def text(self) -> str:
        """The content of the file: one order whatever the run, a line a finding, so that its changes read well."""
        lines = []
        for key, rows in sorted(self.files.items()):
            inner = [_line(mark, row) for mark, row in sorted(rows.items(), key=lambda item: (item[1], item[0]))]
            if inner:
                lines.append(f"  {_dump(key)}: {{\n" + ",\n".join(inner) + "\n  }")
        body = "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
        return f'{{\n "schema": {_dump(SCHEMA)},\n "files": {body}\n}}\n'


def _line(mark: str, row: Row) -> str:
    told = {"code": row.code, "match": row.match, "count": row.number}
    return f"   {_dump(mark)}: {_dump(told)}"


def _dump(data: object) -> str:
    import json

    return json.dumps(data, ensure_ascii=True)


def load(place: Path) -> Baseline:
    """Read a baseline; ConfigError where it is missing or is none."""
    import json  # most runs meet no baseline

    at = At(shown(place))
    try:
        data = json.loads(read_file(str(place), _MOST_BYTES))
    except FileNotFoundError as error:
        raise ConfigError(at, "no such baseline; `jdlint baseline create` makes one") from error
    except OSError as error:
        raise ConfigError(at, f"the baseline can't be read: {reason_of(error)}") from error
    except json.JSONDecodeError as error:
        raise ConfigError(At(shown(place), error.lineno, error.colno), f"the baseline is not valid JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(at, "the baseline is not valid JSON in UTF-8") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ConfigError(at, f'not a baseline of jdlint: expected an object with "schema": "{SCHEMA}"')
    files = data.get("files")
    if not isinstance(files, dict):
        raise ConfigError(at, 'the baseline has no "files"')
    return Baseline(place, {key: _rows(key, rows, at) for key, rows in files.items()})


def _rows(key: str, rows: Any, at: At) -> dict[str, Row]:  # noqa: ANN401  # whatever the file holds
    if not isinstance(rows, dict):
        raise ConfigError(at, f"the baseline names no findings for {_dump(key)}: expected an object by fingerprint")
    return {mark: _row(mark, row, at) for mark, row in rows.items()}


def _row(mark: str, row: Any, at: At) -> Row:  # noqa: ANN401  # as above
    match row:
        case {"code": str(code), "match": str(text), "count": int(count)} if count > 0 and not isinstance(count, bool):
            return Row(code, text, count)
    raise ConfigError(at, f"the baseline can't be used: {_dump(mark)} needs a code, a match and a count")


def place_for(settings: Settings) -> Path:
    """Where the baseline that goes with settings belongs."""
    return settings.baseline or (settings.file.parent if settings.file else Path.cwd()) / NAME


@dataclass(slots=True)
class Baselines:
    """The baselines of a run: the one that is named, else the one of each posting's settings, where there is one."""

    named: Path | None = None
    _by_place: dict[Path, Baseline] = field(default_factory=dict)
    _unmet: dict[tuple[Path, str], int] = field(default_factory=dict)

    def of(self, settings: Settings) -> Baseline | None:
        """The baseline for postings with these settings."""
        if self.named or settings.baseline:
            return self._load(self.named or place_for(settings))
        for place in (place_for(settings), Path.cwd() / NAME):
            if place.is_file():
                return self._load(place)
        return None

    def part(
        self, path: str, findings: Collection[Finding], settings: Settings, ran: Collection[str], *, further: bool = False
    ) -> tuple[Collection[Finding], Collection[Finding]]:
        """The new findings in a posting and the known ones; an entry for a rule that ran and found nothing is stale.

        `further`: it is not the first posting of its file.
        """
        baseline = self.of(settings)
        if baseline is None:
            return findings, ()
        new, known = baseline.part(path, findings)
        at = baseline.place, baseline.key(path)
        expected = self._unmet.get(at) if further else None
        if expected is None:  # the first posting of its file, or the first that can be read
            expected = sum(row.number for row in baseline.files.get(at[1], {}).values() if row.code in ran)
        self._unmet[at] = expected - sum(finding.code in ran for finding in known)
        return new, known

    @property
    def stale(self) -> int:
        """How many findings are named that are found no more, so far as the run can tell."""
        lost = (row.number for b in self._by_place.values() for key in b.gone() for row in b.files[key].values())
        return sum(self._unmet.values()) + sum(lost)

    def _load(self, place: Path) -> Baseline:
        place = Path(os.path.abspath(place))  # noqa: PTH100  # symbolic links stay: the user sees that path
        found = self._by_place.get(place)
        if found is None:
            found = self._by_place[place] = load(place)
        return found


def updated(baseline: Baseline, seen: Mapping[str, Rows], unable: Mapping[str, Collection[str]], *, add: bool) -> Baseline:
    """The baseline after a run: what is found no more is dropped, and with `add` what is new is taken in.

    `seen` holds the postings that were read, by their names in the baseline; `unable`, for each, the rules that could not run
    on it. Postings that the run did not come by stay as they are, as long as they are there.
    """
    gone = set(baseline.gone())
    files = {key: rows for key, rows in baseline.files.items() if key not in gone}
    for key, rows in seen.items():
        old = baseline.files.get(key, {})
        kept = {mark: row for mark, row in old.items() if row.code in unable.get(key, ())}
        for mark, row in rows.items():
            count = row.number if add else min(row.number, old[mark].number if mark in old else 0)
            if count:
                kept[mark] = row._replace(number=count)
        files[key] = kept
    return Baseline(baseline.place, {key: rows for key, rows in files.items() if rows})
