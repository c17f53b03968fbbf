"""The score of a posting: 100 points in five parts, less what its findings weigh. docs/score.md explains it to readers."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

from jdlint.engine.finding import CRASH, Finding
from jdlint.text.record import NamedTuple, dataclass


class PartSpec(NamedTuple):
    """A part: its name for tools, its title for people, the points it holds, and the codes or prefixes of its rules."""

    name: str
    title: str
    of: int
    codes: tuple[str, ...]


# A finding counts where the longest matching prefix stands; rules of the house, and all others, count as "reads-well".
PARTS = (
    PartSpec("complete", "What a candidate needs to know", 35, ("STR", "APP", "SDA", "SET", "RSP001", "LAW003", "LAW006", "LAW008")),
    PartSpec("pay-and-place", "Pay and place", 20, ("PAY", "LOC", "LAW")),
    PartSpec("qualifications", "Qualifications", 10, ("REQ", "STR005", "STR027", "TTL007")),
    PartSpec("open-to-all", "Open to everyone", 20, ("INC", "CUL", "TTL001", "TTL002", "TTL008", "APP004", "LAW007", "LAW010", "LAW011")),
    PartSpec(
        "reads-well", "Reads well", 15,
        ("LNG", "RSP", "TTL", "STR015", "STR016", "STR017", "STR018", "STR019", "STR020", "STR024", "STR025", "APP006"),
    ),
)  # fmt: skip
_REST = PARTS[-1]
_BY_PREFIX = {code: part for part in PARTS for code in part.codes}
_OWN_FAMILY = "LNT"  # about the linter's own work, not about the posting
WEIGHTS = {"error": 12.0, "warning": 3.0, "info": 0.5}  # a single error costs the grade A
PAY_MISSING = 11.0  # no other fact draws more applications; it costs the grade A too, even where it is a warning only
_OWN_WEIGHT = {("PAY001", "warning"): PAY_MISSING, ("LAW001", "warning"): PAY_MISSING}
REPEAT = 0.5  # each further finding of a rule weighs half of the one before, so that all of them weigh less than two
GRADES = ((90, "A"), (75, "B"), (60, "C"), (40, "D"), (0, "E"))
MOST = sum(part.of for part in PARTS)


class Loss(NamedTuple):
    """What the findings of one rule weigh together."""

    code: str
    name: str
    findings: int
    weight: float


@dataclass(frozen=True, slots=True)
class Part:
    """One part's points, at most `of`, and the rules that took the others, heaviest first."""

    name: str
    title: str
    points: int
    of: int
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A posting's score by its parts."""

    parts: tuple[Part, ...]

    @property
    def points(self) -> int:
        """From 0 to 100."""
        return sum(part.points for part in self.parts)

    @property
    def grade(self) -> str:
        """From A to E."""
        return next(grade for least, grade in GRADES if self.points >= least)


def rate(findings: Iterable[Finding]) -> Score | None:
    """The score of a posting with these findings; None where a rule crashed, and nobody knows what it would have found."""
    weights: dict[str, list[float]] = {}
    names: dict[str, str] = {}
    for finding in findings:
        if finding.code == CRASH:
            return None
        if not finding.code.startswith(_OWN_FAMILY):
            own = _OWN_WEIGHT.get((finding.code, finding.severity), WEIGHTS[finding.severity])
            weights.setdefault(finding.code, []).append(own)
            names[finding.code] = finding.name
    losses: dict[str, list[Loss]] = {}
    for code, rows in weights.items():
        total = sum(weight * REPEAT**n for n, weight in enumerate(sorted(rows, reverse=True)))
        losses.setdefault(part_of(code).name, []).append(Loss(code, names[code], len(rows), total))
    return Score(tuple(_part(spec, losses.get(spec.name, [])) for spec in PARTS))


def part_of(code: str) -> PartSpec:
    """The part in which findings of a rule count."""
    return next((_BY_PREFIX[code[:n]] for n in range(len(code), 0, -1) if code[:n] in _BY_PREFIX), _REST)


def _part(spec: PartSpec, losses: list[Loss]) -> Part:
    """Points are whole numbers, rounded down: a part that has them all has no findings."""
    points = max(0, floor(spec.of - sum(loss.weight for loss in losses)))
    return Part(spec.name, spec.title, points, spec.of, tuple(sorted(losses, key=lambda loss: (-loss.weight, loss.code))))
