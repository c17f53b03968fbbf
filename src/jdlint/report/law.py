"""What the law of a place asks of a posting: a page for people, a list of all places, and the data of both."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jdlint.hints import Any
from jdlint.law.model import Jurisdiction, Law
from jdlint.posting.facts.dates import spelled
from jdlint.report.style import Style
from jdlint.report.text import WIDTH, wrapped

SCHEMA = "jdlint-law/1"
LIMITS = (
    "This is no legal advice: a reading of public sources on the day named, with gaps. Where jdlint is silent, no problem was found by"
    " its rules as of that day, and no more."
)
ASKS = {
    "pay": "pay, as a range with both ends or as one fixed figure",
    "benefits": "benefits, in general terms",
    "other-compensation": "bonus, commission and other pay, in general terms",
    "deadline": "the day on which you expect to stop taking applications, unless you take them all the time and say so",
    "vacancy-status": "whether the posting is for a vacancy that exists now",
    "ai-disclosure": "that artificial intelligence screens, assesses or selects applicants, where it does",
    "ai-notice": "notice of automated tools in hiring, for which the posting is one place",
    "neutral-title": "a title that leaves no sex out",
}
OPEN_ENDED = {
    "named": "“up to” and “and up” are named as wrong",
    "definition": "both ends are needed by the law's own words",
    "unclear": "both ends seem to be needed; no example of the regulator's was seen",
    "allowed": "the minimum is enough",
}
_EXEMPT = {"commission-only": "work paid by commission alone, where the posting says so", "internal": "postings inside the firm"}
_STANDING = {"in force": "In force since {start}", "coming": "In force from {start}", "draft": "A draft of {start}", "ended": "Until {end}"}


def law_data(places: Iterable[tuple[Jurisdiction, bool]], place: str | None, day: date, employees: int | None) -> dict[str, Any]:
    """The laws of places as data; a bool beside each says whether the place itself was named."""
    return {
        "schema": SCHEMA,
        "as_of": day.isoformat(),
        "employees": employees,
        "place": place,
        "note": LIMITS,
        "jurisdictions": [_place_data(one, sure, day, employees) for one, sure in places],
    }


def _place_data(one: Jurisdiction, sure: bool, day: date, employees: int | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "within": one.within or None,
        "named": sure,
        "checked_on": one.checked_on.isoformat(),
        "notes": list(one.notes),
        "laws": [_law_data(law, day, employees) for law in one.laws],
    }


def _law_data(law: Law, day: date, employees: int | None) -> dict[str, Any]:
    return {
        "name": law.name,
        "cite": law.cite,
        "standing": law.standing(day).replace(" ", "-"),
        "from": law.start.isoformat(),
        "until": law.end.isoformat() if law.end else None,
        "confidence": law.confidence,
        "binds": {"employees": law.employees, "counted": law.counted or None, "you": law.binds(employees)},
        "remote": law.remote,
        "asks": [{"what": ask, "severity": severity, "text": ASKS[ask]} for ask, severity in law.asks.items()],
        "or_else": law.or_else or None,
        "open_ended": law.open_ended,
        "width": law.width._asdict() if law.width else None,
        "pay_history_barred": law.pay_history,
        "bars": [{"id": b.id, "says": b.says, "examples": [_example(t) for t in b.bad]} for b in law.bars],
        "exempt": [_EXEMPT[e] for e in law.exempt],
        "notes": list(law.notes),
        "sources": [{"title": s.title, "url": s.url, "seen": s.seen} for s in law.sources],
    }


def _example(text: str) -> str:
    return text.rpartition("\n")[2].removeprefix("- ")


def law_list(places: Sequence[Jurisdiction], day: date, style: Style) -> str:
    """A line a jurisdiction: what its laws in force on a day ask for."""
    ids, names = max(len(p.id) for p in places), max(len(p.name) for p in places)
    rows = [f"{style.paint(f'{p.id:<{ids}}', 'bold')}  {p.name:<{names}}  {', '.join(short(p, day)) or '-'}\n" for p in places]
    return "".join([*rows, "\n", *(f"{line}\n" for line in textwrap.wrap(f"As of {spelled(day)}. {LIMITS}", WIDTH))])


def short(place: Jurisdiction, day: date) -> list[str]:
    """What a place's laws ask for or bar, in a word or two each; with the date where it is not in force yet."""
    found: dict[str, str] = {}
    for law in place.laws:
        standing = law.standing(day)
        if standing == "ended":
            continue
        later = f" (from {law.start.isoformat()})" if standing == "coming" else " (draft)" if standing == "draft" else ""
        what = [ask.replace("-", " ") for ask in law.asks] + ["width of the range"] * (law.width is not None)
        what += ["no pay history"] * law.pay_history + [f"no {b.id.replace('-', ' ')}" for b in law.bars]
        for name in what:
            found.setdefault(name, later)
    return [name + later for name, later in found.items()]


def law_page(places: Iterable[tuple[Jurisdiction, bool]], day: date, employees: int | None, style: Style) -> str:
    """What a posting at some places needs, for people."""
    lines: list[str] = []
    for one, sure in places:
        lines += _page(one, sure, day, employees, style)
    return "\n".join([*lines, *textwrap.wrap(f"As of {spelled(day)}. {LIMITS}", WIDTH), ""])


def _page(place: Jurisdiction, sure: bool, day: date, employees: int | None, style: Style) -> Iterator[str]:
    inferred = "" if sure else ", if the work can be done there"
    yield f"{style.paint(place.name, 'bold')} ({place.id}){inferred}; checked on {spelled(place.checked_on)}"
    for law in place.laws:
        if law.standing(day) != "ended" and (sure or law.remote):
            yield from _law(law, day, employees, style)
    yield from (line for note in place.notes for line in _wrapped(f"Note: {note}", "  "))
    yield ""


def _law(law: Law, day: date, employees: int | None, style: Style) -> Iterator[str]:
    standing = law.standing(day)
    told = _STANDING[standing].format(start=spelled(law.start), end=spelled(law.end) if law.end else "")
    color = {"in force": "green", "draft": "dim"}.get(standing, "yellow")
    yield f"  {style.paint(told, color)}: {law.name} ({law.cite})"
    yield from _wrapped(f"Binds {_bound(law, employees)}.")
    for ask in law.asks:
        extra = f"; {law.or_else}" if law.or_else and ask == "pay" else ""
        if ask == "pay" and law.open_ended in OPEN_ENDED:
            extra += f"; {OPEN_ENDED[law.open_ended]}"
        yield from _wrapped(f"- {ASKS[ask]}{extra}")
    if law.width is not None and law.width.most is not None:
        free = f", unless the top passes {law.width.free_above:,.0f}" if law.width.free_above else ""
        yield from _wrapped(f"- a range no wider than {law.width.currency} {law.width.most:,.0f} a year{free}")
    elif law.width is not None:
        yield from _wrapped(f"- a range no wider than {law.width.ratio or 0:.0%} of its bottom")
    if law.pay_history:
        yield from _wrapped("- no question on what applicants earn or earned")
    for bar in law.bars:
        yield from _wrapped(f"- no words such as {', '.join(f'“{_example(t)}”' for t in bar.bad)} ({bar.says})")
    if law.exempt:
        yield from _wrapped(f"Not for {' and '.join(_EXEMPT[e] for e in law.exempt)}.")
    yield from (line for note in law.notes for line in _wrapped(note))
    for source in law.sources:
        yield from _wrapped(f"{'Source' if source.seen else 'Not checked at the source'}: {source.title}, {source.url}")


def _bound(law: Law, employees: int | None) -> str:
    bound = law.binds(employees)
    who = f"employers of {law.employees:.0f} people or more" if law.employees > 1 else "employers of any size"
    where = f" ({law.counted})" if law.counted else ""
    if law.employees <= 1:
        return who + where
    yours = "yours may be one" if bound is None else "with your number, you are one" if bound else "with your number, you are none"
    return f"{who}{where}; {yours}"


def _wrapped(text: str, indent: str = "    ") -> list[str]:
    return wrapped(text, indent, "  " if text.startswith("- ") else "")
