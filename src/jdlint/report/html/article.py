"""One posting's part of the report: score, checklist, text and findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from jdlint.engine.edits import rewritten
from jdlint.engine.finding import Finding
from jdlint.engine.result import Result
from jdlint.engine.score import MOST, Part
from jdlint.engine.view import View
from jdlint.report import Look
from jdlint.report.groups import alike
from jdlint.report.html.markup import NOTHING, Markup, escape, joined, link, render
from jdlint.report.html.posting import Card, Text
from jdlint.report.html.words import SEVERITY, beside, family, number, spoken
from jdlint.report.place import placed
from jdlint.report.summary import plural
from jdlint.report.text import quoting
from jdlint.rules.load import RuleDoc
from jdlint.rules.model import SEVERITIES

_STATES = {"there": "There", "vague": "Vague", "missing": "Missing", "provided": "On your site"}


def article(result: Result, name: str, before: Markup, after: Markup, look: Look) -> Markup:
    """A posting. `name` is its id; `before` and `after` are the links to its neighbours."""
    findings = result.findings
    shown = {m.finding for p in result.view.passages for m in p.marks} if result.view else set()
    absent, present = _cards(findings, shown)
    text = Text(name, findings, [*absent, *present])
    body = text.render(result.view.passages) if result.view else render("unshown")
    aside = _Beside(name, result, text.places, look)
    groups = (("About the posting as a whole", absent), ("In the text", present))
    cards = [render("group", title=title, cards=joined(map(aside.card, rows))) for title, rows in groups if rows]
    return render(
        "article", id=name, previous=before, next=after, title=title_of(result), path=placed(result.path), counts=_counts(findings),
        score=_score(result), checklist=_checklist(result.view, name) if result.view else NOTHING, text=body,
        cards=joined(cards) if cards else render("clean"),
    )  # fmt: skip


def title_of(result: Result) -> str:
    """What a posting is called: its title, else its file's name."""
    return (result.view.title if result.view else "") or PurePath(placed(result.path)).name


def _cards(findings: Sequence[Finding], shown: set[int]) -> tuple[list[Card], list[Card]]:
    """The findings about what is absent, and those with words in the text; each that repeats another shares its card."""
    groups = alike(findings)
    absent = [g for g in groups if shown.isdisjoint(g)]
    present = [g for g in groups if not shown.isdisjoint(g)]
    cards = [Card(n, tuple(g)) for n, g in enumerate([*absent, *present], 1)]
    return cards[: len(absent)], cards[len(absent) :]


def _counts(findings: Sequence[Finding]) -> Markup:
    found = {s: sum(f.severity == s for f in findings) for s in SEVERITIES}
    return joined((render("count", severity=s, text=plural(n, SEVERITY[s])) for s, n in found.items() if n), " ")


class _Beside:
    """The cards beside one posting's text. A rule's reason stands on its first card."""

    def __init__(self, name: str, result: Result, places: dict[int, str], look: Look) -> None:
        self._id = name
        self._result = result
        self._places = places
        self._look = look
        self._told: set[str] = set()

    def card(self, card: Card) -> Markup:
        """A card with all that is said of its findings."""
        first = self._result.findings[card.findings[0]]
        source = self._result.source
        better = rewritten(first, source) if source is not None else None
        return render(
            "card", severity=first.severity, id=f"{self._id}c{card.number}", family=family(first.code), number=card.number,
            title=spoken(first.name), word=SEVERITY[first.severity].capitalize(), rule=f"rule-{first.code}", code=first.code,
            places=joined(self._place(n) for n in card.findings), message=message(first.message),
            quote=self._words(card, first), instead=render("instead", text=better) if better else NOTHING,
            related=joined(render("related", line=r.line, text=beside(r)) for r in first.related), why=self._why(first),
        )  # fmt: skip

    def _place(self, finding: int) -> Markup:
        place = self._places.get(finding)
        found = self._result.findings[finding]
        text = f"line {found.line}" if found.page is None else f"page {found.page}"  # a page is all that people see of a PDF
        return render("place-plain", text=text) if place is None else render("place", id=place, text=text)

    def _words(self, card: Card, first: Finding) -> Markup:
        """The words themselves where the text does not show them."""
        marked = any(n in self._places for n in card.findings)
        return NOTHING if marked or not first.match else render("quoted", text=" ".join(first.match.split()))

    def _why(self, finding: Finding) -> Markup:
        doc = self._look.document(finding) if finding.code not in self._told else None
        self._told.add(finding.code)
        return NOTHING if doc is None else render("why", title=spoken(finding.name), text=paragraphs(doc.why))


def message(text: str) -> Markup:
    """A finding's message, the words of the posting in it as code."""
    return joined(render("code", text=part) if quoted else escape(part) for part, quoted in quoting(text))


def paragraphs(text: str) -> Markup:
    """A rule's prose."""
    return joined(render("paragraph", text=" ".join(part.split())) for part in text.split("\n\n") if part.strip())


def _score(result: Result) -> Markup:
    rating = result.rating
    if rating is None:
        return render("no-score", reason="only postings in English that were checked to their end have one")
    below = NOTHING if result.below is None else render("below", least=result.below)
    rows = joined(_part(part) for part in rating.parts)
    lost = joined(render("losses-of", title=part.title, rows=_losses(part)) for part in rating.parts if part.losses)
    return render(
        "score", points=rating.points, most=MOST, grade=rating.grade, below=below, rows=rows,
        losses=render("losses", rows=lost) if lost else NOTHING,
    )  # fmt: skip


def _part(part: Part) -> Markup:
    share = part.points / part.of
    return render("part", title=part.title, bar=bar([(kind_of(share), share)]), points=part.points, of=part.of)


def _losses(part: Part) -> Markup:
    return joined(
        render("loss", weight=number(loss.weight), name=spoken(loss.name), times=f" ×{loss.findings}" if loss.findings > 1 else "")
        for loss in part.losses
    )


def kind_of(share: float) -> str:
    """How well a share of the points looks."""
    return "good" if share >= _GOOD else "fair" if share >= _FAIR else "poor"


_GOOD, _FAIR = 0.75, 0.4  # the bounds of the grades B and D


def bar(fills: Sequence[tuple[str, float]]) -> Markup:
    """A bar of 100 units with its parts, each a kind and a share from 0 to 1."""
    rows, at = [], 0.0
    for kind, share in fills:
        rows.append(render("fill", kind=kind, x=number(at), width=number(share * 100)))
        at += share * 100
    return render("bar", fills=joined(rows))


def _checklist(view: View, name: str) -> Markup:
    rows = []
    for check in view.checks:
        told = NOTHING
        if check.text:
            told = render("told-plain", text=check.text)
            if check.place is not None:
                told = render("told", id=f"{name}b{check.place}", text=check.text)
        rows.append(render("check", state=check.state, word=_STATES[check.state], label=check.label, place=told))
    there = sum(check.state in ("there", "provided") for check in view.checks)
    return render("checklist", sum=f"{there} of {len(view.checks)} are there.", rows=joined(rows))


def rule_part(finding: Finding, doc: RuleDoc | None) -> Markup:
    """A rule in the list at the end: how strong its evidence is, why it is there, and its sources."""
    if doc is None:
        return render(
            "rule", id=f"rule-{finding.code}", title=spoken(finding.name), code=finding.code, facts="", why=NOTHING, sources=NOTHING
        )
    rule = doc.rule
    facts = joined(
        (escape(f"{SEVERITY[rule.severity].capitalize()}, evidence: {rule.evidence}"), link(finding.url, "the rule's page")), "; "
    )
    rows = [render("source", source=link(s.url, s.title), year=f" ({s.year})" if s.year else "") for s in doc.sources]
    sources = render("sources", rows=joined(rows)) if rows else NOTHING
    return render(
        "rule", id=f"rule-{rule.code}", title=spoken(rule.name), code=rule.code, facts=facts, why=paragraphs(doc.why), sources=sources
    )
