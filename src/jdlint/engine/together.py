"""Postings held against each other, as they come: what each brings is small, and is compared with those before it that are alike.

Only what shares a key is compared at all, and with so many at most, so that the time grows with the number of postings and not with
its square. A finding stands in the later posting and names the earlier one; the order of the files makes the order of the findings.
"""

from __future__ import annotations

from array import array
from ast import literal_eval
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePath

from jdlint.engine.finding import Finding, Related
from jdlint.hints import Any
from jdlint.text.record import NamedTuple, dataclass, field, replace
from jdlint.text.sketch import alike, bands, shingles, unpacked

_MOST = 50  # postings that one is held against
_REPOST = 45  # days after which a posting of the same job is a new one
_MOST_KEPT = 20_000  # so that memory is bounded
_NO_RUNS = array("I")
_RUN = 4  # words of a whole posting that are compared as one


class _Seen(NamedTuple):
    """A place in an earlier posting, and what it brought."""

    path: str
    place: tuple[int, int, int, int]
    match: str
    said: dict[str, Any]
    text: array[int]
    words: str = ""  # of a posting of which nothing was asked yet: its `text` is told from them then


@dataclass(slots=True)
class _Version:
    """A wording of a standard paragraph: where it stands first, and in how many postings."""

    first: _Seen
    count: int = 1
    told: bool = False
    family: list[_Version] = field(default_factory=list)  # all wordings that are nearly this one, itself among them


@dataclass(slots=True)
class Together:
    """The postings of a run so far, or those of one table."""

    _table: tuple[str, Together] | None = None
    _keyed: dict[tuple[Any, ...], list[_Seen]] = field(default_factory=dict)
    _alone: dict[tuple[str, ...], _Seen | None] = field(default_factory=dict)  # by job its only posting; None once there are more
    _exact: dict[bytes, _Version] = field(default_factory=dict)
    _versions: dict[tuple[int, ...], list[_Version]] = field(default_factory=dict)
    _kept: int = 0

    def findings(self, path: str, apart: Iterable[Finding], row: int | None = None) -> list[Finding]:
        """What a posting and those before it make of what it brings. A `row` of a table is held against the rows above it alone.

        The rows of a table come one after another, so that only those of the last one are kept.
        """
        if row is not None:
            if self._table is None or self._table[0] != path:
                self._table = (path, Together())
            return [_in_table(f) for f in self._table[1].findings(f"row {row}", apart)]
        found = []
        for waiting in apart:
            head, _, text = waiting.sketch.partition("\n")
            said = literal_eval(head)
            place = (waiting.line, waiting.column, waiting.end_line, waiting.end_column)
            if said["is"] == "boilerplate":
                other = self._boilerplate(_Seen(path, place, waiting.match, said, unpacked(text)))
            else:
                other = self._job(_Seen(path, place, waiting.match, said, _NO_RUNS, text))
            if other is not None:
                found.append(_told(waiting, other))
        return found

    def _job(self, mine: _Seen) -> _Seen | None:
        """The earlier posting of the same job that is nearly the same, or that pays otherwise."""
        if mine.said["is"] == "duplicate":
            job = tuple(mine.said["job"])
            if job not in self._alone:
                if self._kept < _MOST_KEPT:
                    self._alone[job] = mine
                self._kept += 1
                return None
            first, self._alone[job] = self._alone[job], None
            if first is not None:
                self._keep(_read(first))
            mine = _read(mine)
        near = (other for key in _keys(mine) for other in self._keyed.get(key, ()))
        other = next((o for o in _few(near) if not _same_file(o.path, mine.path) and _is_about(mine, o)), None)
        if self._kept < _MOST_KEPT:
            self._keep(mine)
        self._kept += 1
        return other

    def _keep(self, mine: _Seen) -> None:
        for key in _keys(mine):
            row = self._keyed.setdefault(key, [])
            if len(row) < _MOST:
                row.append(mine)

    def _boilerplate(self, mine: _Seen) -> _Seen | None:
        """Another wording of the same standard paragraph; each wording is told once, and only where one of the two recurs."""
        key = mine.text.tobytes()
        version = self._exact.get(key)
        if version is None:
            version = _Version(mine)
            near = _few(v for band in bands(mine.text) for v in self._versions.get(band, ()))
            twin = next((v for v in near if v.first.path != mine.path and alike(v.first.text, mine.text) >= mine.said["like"]), None)
            version.family = twin.family if twin else version.family
            version.family.append(version)
            if self._kept < _MOST_KEPT:
                self._exact[key] = version
                for band in bands(mine.text):
                    self._versions.setdefault(band, []).append(version)
            self._kept += 1
        elif version.first.path != mine.path:
            version.count += 1
        return _untold(version)


def _read(mine: _Seen) -> _Seen:
    """A whole posting with the runs of its words, which are only told once another one of the same job is there."""
    return mine._replace(text=shingles(map(str.split, mine.words.split("\n")), _RUN), words="")


def _keys(mine: _Seen) -> list[tuple[Any, ...]]:
    """What two postings share that are held against each other."""
    kind, job = mine.said["is"], tuple(mine.said["job"])
    return [(kind, job, band) for band in bands(mine.text)] if kind == "duplicate" else [(kind, job)]


def _untold(version: _Version) -> _Seen | None:
    """The other wording that a finding about this one names, if it was not told before."""
    others = [v for v in version.family if v is not version]
    usual = max(others, key=lambda v: v.count, default=None)
    if usual is None:
        return None
    if version.count == 1 and usual.count > 1 and not version.told:
        version.told = usual.told = True  # this one is new beside one that recurs
        return usual.first
    odd = next((v for v in others if not v.told), None)
    if version.count == 2 and odd is not None and not version.told:  # noqa: PLR2004  # now this one recurs
        version.told = odd.told = True
        return odd.first
    return None


def _few(rows: Iterable[Any]) -> Iterator[Any]:
    """The first so many, each once."""
    seen: set[int] = set()
    for row in rows:
        if id(row) not in seen:
            seen.add(id(row))
            yield row
            if len(seen) == _MOST:
                return


def _is_about(mine: _Seen, other: _Seen) -> bool:
    if _apart(mine.said["posted"], other.said["posted"]):
        return False
    if mine.said["is"] == "duplicate":
        return bool(alike(mine.text, other.text) >= mine.said["like"])
    same_units = {tuple(p[2:]) for p in mine.said["pay"]} == {tuple(p[2:]) for p in other.said["pay"]}
    return bool(same_units and mine.said["pay"] != other.said["pay"] and not set(mine.said["employer"]).isdisjoint(other.said["employer"]))


def _apart(one: str, two: str) -> bool:
    """Whether two days lie so far apart that the later posting is a new one."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(two)).days) > _REPOST
    except ValueError:
        return False


def _same_file(one: str, two: str) -> bool:
    """Whether two paths are one posting, perhaps in two formats."""
    a, b = PurePath(one), PurePath(two)
    return one == two or (a.stem == b.stem and a.suffix != b.suffix)


def _in_table(found: Finding) -> Finding:
    """A finding that names a row, which is in the same file."""
    return replace(found, related=tuple(replace(r, path="", message=f"{r.message}, {r.path}") for r in found.related))


def _told(waiting: Finding, other: _Seen) -> Finding:
    """The finding, with the name of the other posting."""
    line, column, end_line, end_column = other.place
    related = Related(line, column, end_line, end_column, other.match, "the other one", other.path)
    return replace(waiting, message=waiting.message.replace("{other}", other.path), related=(related,), sketch="")
