"""The places on the page on law (`docs/law.md`), made from rules/jurisdictions/ when the site is built, so that they can't drift.

A hook of mkdocs (`mkdocs.yml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from jdlint.law.model import Jurisdiction, Law
from jdlint.law.store import entries, jurisdiction
from jdlint.report.law import ASKS, OPEN_ENDED

PATH = "law.md"
_MARK = "<!-- places -->"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the places into their page (mkdocs calls this)."""
    del config, files
    return markdown.replace(_MARK, places()) if page.file.src_uri == PATH else markdown


def places() -> str:
    """A table of the places, and each with its laws."""
    found = [jurisdiction(code) for code in entries()]
    rows = ["| id | place | pay in the posting | benefits | more | checked on |", "| --- | --- | --- | --- | --- | --- |"]
    rows += [_row(place) for place in found]
    return "\n".join([*rows, "", *(part for place in found for part in _place(place))])


def _row(place: Jurisdiction) -> str:
    more: dict[str, None] = {}
    for law in _now(place):
        more.update(dict.fromkeys(a.replace("-", " ") for a in law.asks if a not in ("pay", "benefits")))
        more.update(dict.fromkeys(["width of the range"] * (law.width is not None) + ["no pay history"] * law.pay_history))
        more.update(dict.fromkeys(f"no {bar.id.replace('-', ' ')}" for bar in law.bars))
    cells = [f"[{place.id}](#{place.id})", place.name, _since(place, "pay"), _since(place, "benefits"), ", ".join(more) or "–"]
    return f"| {' | '.join([*cells, place.checked_on.isoformat()])} |"


def _now(place: Jurisdiction) -> list[Law]:
    """The laws as of the day on which the place was checked, those to come included."""
    return [law for law in place.laws if law.standing(place.checked_on) != "ended"]


def _since(place: Jurisdiction, ask: str) -> str:
    asking = [law for law in place.laws if ask in law.asks]
    if not asking:
        return "–"
    first = min(asking, key=lambda law: law.start)
    latest = max(asking, key=lambda law: law.start)
    size = f", from {latest.employees} employees" if latest.employees > 1 else ""
    word = "from" if first.start > place.checked_on else "since"
    return f"{word} {first.start.isoformat()}{size}{f', {latest.or_else}' if latest.or_else and ask == 'pay' else ''}"


def _place(place: Jurisdiction) -> Iterator[str]:
    yield f"### {place.name} {{ #{place.id} }}\n"
    for law in place.laws:
        yield f"- **{law.name}** ({law.cite}), {_time(law, place.checked_on)}; binds {_bound(law)}; confidence {law.confidence}."
        yield from (f"    - {line}" for line in _contents(law))
    yield from (f"- {note}" for note in place.notes)
    yield ""


def _time(law: Law, day: date) -> str:
    until = f" to {law.end.isoformat()}" if law.end else ""
    later = ", not yet in force" if law.standing(day) == "coming" else ""
    return f"{'a draft of' if law.draft else 'from'} {law.start.isoformat()}{until}{later}"


def _bound(law: Law) -> str:
    who = f"employers of {law.employees} people or more" if law.employees > 1 else "employers of any size"
    return f"{who} ({law.counted})" if law.counted else who


def _contents(law: Law) -> Iterator[str]:
    for ask in law.asks:
        extra = [law.or_else] if law.or_else and ask == "pay" else []
        extra += [OPEN_ENDED[law.open_ended]] if ask == "pay" and law.open_ended in OPEN_ENDED else []
        yield "; ".join([f"States {ASKS[ask]}" if ask != "neutral-title" else "Has a title that leaves no sex out", *extra])
    if law.width is not None:
        yield (
            f"Range no wider than {law.width.currency} {law.width.most:,.0f} a year"
            if law.width.most
            else f"Spread of at most {law.width.ratio:.0%}"
        )
    if law.pay_history:
        yield "Asks nothing on past pay"
    for bar in law.bars:
        yield f"Has no words on: {bar.says}"
    yield from law.notes
    for source in law.sources:
        yield f"{'Source' if source.seen else 'Not checked at the source'}: [{source.title}]({source.url})"
