"""What a folder holds before jdlint is set up in it: where its postings are, and what none of them says."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path, PurePosixPath

from jdlint.config.lookup import Lookup
from jdlint.engine.files import Files
from jdlint.text.record import dataclass, field

_MOST = 300  # so many files tell enough
_ENOUGH = 3  # fewer postings tell nothing about a template
_FOLDERS = 6
# Parts that a site's template often adds to every posting, as the setting `provided` calls them.
PARTS = ("application", "company", "equal_opportunity", "benefits", "process")


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found.

    `places` counts postings by folder (as seen from the surveyed one) and ending; `others` are files that jdlint can read and
    that are no postings; `lacking` are the parts that no posting has, where there are enough to tell.
    """

    places: Counter[tuple[str, str]] = field(default_factory=Counter)
    others: int = 0
    lacking: tuple[str, ...] = ()

    @property
    def postings(self) -> int:
        """How many postings were found."""
        return self.places.total()

    @property
    def folders(self) -> list[str]:
        """The folders that hold them; a folder inside another of them is not named. Empty where one is the surveyed folder."""
        found = sorted({folder for folder, _ in self.places})
        while len(found) > _FOLDERS:
            found = sorted({str(PurePosixPath(folder).parent) for folder in found})
        outer = [f for f in found if not any(PurePosixPath(f) != PurePosixPath(o) and PurePosixPath(f).is_relative_to(o) for o in found)]
        return [] if "." in outer else outer

    @property
    def include(self) -> list[str]:
        """Patterns for the setting `include`; empty where nothing speaks for one."""
        if not self.others:
            return []
        endings = sorted({ending for _, ending in self.places})
        return [f"{folder}/**/*{ending}" for folder in self.folders for ending in endings if self._holds(folder, ending)]

    def _holds(self, folder: str, ending: str) -> bool:
        return any(e == ending and PurePosixPath(f).is_relative_to(folder) for f, e in self.places)


def survey(folder: Path) -> Survey:
    """Read the files of a folder, as many as tell enough."""
    places = Counter[tuple[str, str]]()
    others = 0
    said = Counter[str]()
    for opened in islice(Files(Lookup(isolated=True)).open([str(folder)]), _MOST):
        if opened.posting is None or not opened.posting.verdict.is_posting:
            others += 1
            continue
        path = Path(opened.path)
        places[path.parent.relative_to(folder).as_posix(), path.suffix] += 1
        said.update(part for part in PARTS if opened.posting.has[part])
    lacking = tuple(part for part in PARTS if not said[part]) if places.total() >= _ENOUGH else ()
    return Survey(places, others, lacking)
