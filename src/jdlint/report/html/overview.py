"""The page over all postings: sums, the commonest findings as a chart, a table of the postings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from jdlint.engine.finding import Finding
from jdlint.engine.result import Result, Tally
from jdlint.engine.score import GRADES, MOST
from jdlint.report import Look
from jdlint.report.html.article import bar, kind_of, title_of
from jdlint.report.html.markup import NOTHING, Markup, joined, render
from jdlint.report.html.words import FAMILIES, SEVERITY, family, spoken
from jdlint.report.place import placed, placed_sums
from jdlint.report.summary import plural, summary
from jdlint.rules.model import SEVERITIES
from jdlint.text.record import dataclass, field

_MOST_BARS = 12


@dataclass(slots=True)
class Sums:
    """What the overview needs of all results, added up as they pass."""

    rows: list[Markup] = field(default_factory=list)
    rules: dict[str, Counter[str]] = field(default_factory=dict)  # code -> findings by severity
    first: dict[str, Finding] = field(default_factory=dict)  # code -> a finding of the rule
    grades: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result, name: str) -> None:
        """Take in a posting, whose part of the report has this id."""
        counts = Counter(f.severity for f in result.findings)
        rating = result.rating
        if rating is not None:
            self.grades[rating.grade] += 1
        for finding in result.findings:
            self.rules.setdefault(finding.code, Counter())[finding.severity] += 1
            self.first.setdefault(finding.code, finding)
        self.rows.append(
            render(
                "posting", id=name, title=title_of(result), path=placed(result.path), value=rating.points if rating else -1,
                score=rating.points if rating else "–", grade=rating.grade if rating else "",
                errors=counts["error"], no_errors=min(1, counts["error"]), warnings=counts["warning"],
                no_warnings=min(1, counts["warning"]), notes=counts["info"], no_notes=min(1, counts["info"]),
            )
        )  # fmt: skip


def overview(sums: Sums, tally: Tally, title: str, look: Look) -> Markup:
    """The whole section."""
    charts = [_commonest(sums), _grades(sums)] if sums.rules else [_grades(sums)]
    return render(
        "overview", title=title, tiles=joined(_tiles(tally)), charts=joined(charts),
        postings=render("postings", rows=joined(sums.rows)) if sums.rows else NOTHING, notes=_notes(tally, look),
    )  # fmt: skip


def _tiles(tally: Tally) -> Iterator[Markup]:
    counts = tally.by_severity
    counts["error"] -= len(tally.unreadable)  # they are listed with their reasons
    yield render("tile", kind="plain", label="Postings", number=tally.files, of="")
    if tally.scores:
        average = round(sum(tally.scores) / len(tally.scores))
        label = "Average score" if len(tally.scores) > 1 else "Score"
        yield render("tile", kind=kind_of(average / MOST), label=label, number=average, of=f" / {MOST}")
    for severity in SEVERITIES:
        yield render("tile", kind=severity, label=f"{SEVERITY[severity].capitalize()}s", number=counts[severity], of="")


def _commonest(sums: Sums) -> Markup:
    ranked = sorted(sums.rules.items(), key=lambda row: (-row[1].total(), row[0]))[:_MOST_BARS]
    most = ranked[0][1].total()
    rows = []
    for code, counts in ranked:
        fills = [(severity, counts[severity] / most) for severity in SEVERITIES if counts[severity]]
        label = render("rule-link", id=f"rule-{code}", name=spoken(sums.first[code].name), code=code)
        data = render("filtered", severity=" ".join(kind for kind, _ in fills), family=family(code))
        rows.append(render("chart-row", data=data, label=label, bar=bar(fills), number=counts.total()))
    title = "Commonest findings"
    caption = f"The rules with the most findings, {len(ranked)} of {len(sums.rules)}"
    return render("chart", title=title, caption=caption, first="Rule", second="Findings", rows=joined(rows))


def _grades(sums: Sums) -> Markup:
    most = max(sums.grades.values(), default=1)
    rows = [
        render(
            "chart-row", data=NOTHING, label=f"{grade} ({f'from {least}' if least else f'below {above}'})",
            bar=bar([(kind_of(max(least, 1) / MOST), sums.grades[grade] / most)]), number=sums.grades[grade],
        )
        for (least, grade), (above, _) in zip(GRADES, [(MOST, ""), *GRADES], strict=False)
    ]  # fmt: skip
    return render("chart", title="Grades", caption="Postings by grade", first="Grade", second="Postings", rows=joined(rows))


def _notes(tally: Tally, look: Look) -> Markup:
    """What was left out and why, in the words of the other reports."""
    told = [line.strip() for line in summary(placed_sums(tally), Look(score=look.score))]
    rows = [render("note", text=line) for line in told]
    rows += [render("unread", path=placed(r.path), reason=r.reason) for r in tally.unreadable]
    return render("notes", rows=joined(rows)) if rows else NOTHING


def severities(sums: Sums) -> Markup:
    """The filters by severity, with the number of findings behind each."""
    counts = Counter[str]()
    for row in sums.rules.values():
        counts.update(row)
    choices = ((s, f"{SEVERITY[s].capitalize()}s", counts[s]) for s in SEVERITIES)
    return _choices("severity", choices)


def families(sums: Sums) -> Markup:
    """The filters by family."""
    counts = Counter[str]()
    for code, row in sums.rules.items():
        counts[family(code)] += row.total()
    known = [name for name in FAMILIES if counts[name]]
    others = sorted(counts.keys() - FAMILIES.keys())
    return _choices("family", ((name, _called(name, FAMILIES), counts[name]) for name in [*known, *others]))


def _called(name: str, families: Mapping[str, str]) -> str:
    return families.get(name, f"Rules {name}")


def _choices(name: str, rows: Iterable[tuple[str, str, int]]) -> Markup:
    return joined(render("choice", name=name, kind=value, value=value, label=label, number=n) for value, label, n in rows)


def counted(tally: Tally) -> str:
    """The report's title."""
    return f"Report on {plural(tally.files, 'job posting')}"
