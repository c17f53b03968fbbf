"""A posting's text as it reads, with its findings marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from jdlint.engine.finding import Finding
from jdlint.engine.view import Mark, Passage
from jdlint.report.html.markup import NOTHING, Markup, escape, joined, render
from jdlint.report.html.words import SEVERITY
from jdlint.text.record import NamedTuple, dataclass

_TOP, _DEEPEST = 4, 6  # heading levels that are left for the posting's own headings


class Card(NamedTuple):
    """What stands beside the text: its number in the posting, and the findings behind it, counted from 0."""

    number: int
    findings: tuple[int, ...]


class Text:
    """Renders the passages of one posting. `ids` of passages and marks begin with the posting's own."""

    def __init__(self, posting: str, findings: Sequence[Finding], cards: Iterable[Card]) -> None:
        self._id = posting
        self._findings = findings
        self._cards = {finding: card.number for card in cards for finding in card.findings}
        self._seen: set[int] = set()
        self._badges: Counter[int] = Counter()
        self.places: dict[int, str] = {}  # finding -> the id of its badge in the text
        self._number = 0
        self._ordered: Counter[int] = Counter()
        self._levels = _Levels()

    def render(self, passages: Sequence[Passage]) -> Markup:
        """All passages in order: fields, headings, paragraphs, lists, tables and quotes."""
        parts = [self._together(kind, list(rows)) for kind, rows in groupby(passages, key=_kind)]
        return joined(parts)

    def _together(self, kind: tuple[str, int], rows: list[Passage]) -> Markup:
        name, group = kind
        if name == "field":
            return render("fields", rows=joined(self._field(p) for p in rows))
        if name == "item":
            return self._list(_nested(rows), rows[0].ordered, group)
        if name == "cell":
            return self._table(rows)
        inner = joined(self._block(p) for p in rows)
        return render("quote", inner=inner) if name == "quote" else inner

    def _next(self) -> str:
        self._number += 1
        return f"{self._id}b{self._number - 1}"

    def _block(self, passage: Passage) -> Markup:
        tag = "pre" if passage.kind == "code" else "p"
        kind = passage.kind
        if passage.kind == "heading":
            tag, kind = f"h{self._levels.of(passage.level)}", f"heading l{passage.level or _DEEPEST}"
        return render("block", tag=tag, kind=kind, id=self._next(), text=self._inline(passage))

    def _field(self, passage: Passage) -> Markup:
        key = " ".join(passage.key.replace("_", " ").replace(".", " ").split())
        return render("field", id=self._next(), key=key, text=self._inline(passage))

    def _list(self, items: list[_Item], ordered: bool, group: int, depth: int = 0) -> Markup:
        start = 1
        if depth == 0:
            start += self._ordered[group]
            self._ordered[group] += len(items)
        rows = []
        for item in items:
            text = render("here", id=self._next(), text=self._inline(item.passage))
            inner = self._list(item.inner, item.inner[0].passage.ordered, group, depth + 1) if item.inner else NOTHING
            rows.append(render("item", text=text, inner=inner))
        return render("ol", start=start, items=joined(rows)) if ordered else render("ul", items=joined(rows))

    def _table(self, cells: list[Passage]) -> Markup:
        rows = []
        for _, row in groupby(cells, key=lambda p: p.row):
            parts = (render("cell", tag="th" if c.header else "td", id=self._next(), text=self._inline(c)) for c in row)
            rows.append(render("row", cells=joined(parts)))
        return render("table", rows=joined(rows))

    def _inline(self, passage: Passage) -> Markup:
        """The passage's text, its bold parts and marks around the words, and a badge after each mark."""
        size = len(passage.text)
        cuts = {0, size, *(at for start, end in passage.strong for at in (start, end)), *(at for m in passage.marks for at in m[:2])}
        parts: list[Markup] = []
        for start, end in pairwise(sorted(at for at in cuts if at <= size)):
            text = escape(passage.text[start:end])
            over = sorted((m for m in passage.marks if m.start <= start and end <= m.end), key=lambda m: m.end - m.start)
            if over:
                text = self._marked(text, over)
            if any(low <= start and end <= high for low, high in passage.strong):
                text = render("strong", text=text)
            parts += [text, *self._ending(end, passage.marks)]
        return joined(parts)

    def _marked(self, text: Markup, over: Sequence[Mark]) -> Markup:
        """Words under one or more findings: they look like the closest one, which is named first."""
        cards = dict.fromkeys(self._cards[m.finding] for m in over)
        severity = self._findings[over[0].finding].severity
        return render("mark", severity=severity, cards=" ".join(f"{self._id}c{n}" for n in cards), text=text)

    def _ending(self, at: int, marks: Iterable[Mark]) -> Iterator[Markup]:
        """The badges of the findings whose words end here; one that goes on in another passage has its badge in the first."""
        for mark in marks:
            if mark.end == at and mark.finding not in self._seen:
                self._seen.add(mark.finding)
                finding, number = self._findings[mark.finding], self._cards[mark.finding]
                self._badges[number] += 1
                place = f"{self._id}m{number}-{self._badges[number]}"
                self.places[mark.finding] = place
                card, word = f"{self._id}c{number}", SEVERITY[finding.severity]
                yield render("badge", severity=finding.severity, id=place, card=card, word=word, number=number)


class _Levels:
    """Heading levels without gaps, below those of the report."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def of(self, level: int) -> int:
        """The level to use for a heading of the posting's own level (0 where it has none: below the last one)."""
        if not level:
            return min(_TOP + len(self._open), _DEEPEST)
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(_TOP + len(self._open) - 1, _DEEPEST)


@dataclass(slots=True)
class _Item:
    passage: Passage
    inner: list[_Item]


def _nested(items: Iterable[Passage]) -> list[_Item]:
    """List items by their depth; one that is deeper than the item before it allows stands right below that."""
    found: list[_Item] = []
    path: list[tuple[int, list[_Item]]] = [(0, found)]
    for passage in items:
        level = passage.level or 1
        while len(path) > 1 and path[-1][0] >= level:
            path.pop()
        item = _Item(passage, [])
        path[-1][1].append(item)
        path.append((level, item.inner))
    return found


def _kind(passage: Passage) -> tuple[str, int]:
    """What passages must share to stand in one list, table or quote."""
    if passage.kind in ("item", "cell"):
        return passage.kind, passage.group
    return ("quote", 0) if passage.kind == "quote" or passage.quoted else (passage.kind if passage.kind == "field" else "block", 0)
