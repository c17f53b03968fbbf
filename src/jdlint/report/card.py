"""The card of `jdlint inspect`: what the linter understood of a posting, and what it did not find."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from jdlint.hints import Any
from jdlint.report.frame import safe
from jdlint.report.style import Style
from jdlint.report.summary import plural

Entry = Mapping[str, Any]
_NAME = 15
_WIDTH = 100
# What a posting should hold, by the key of the entry: the words for it where it is not there.
_PARTS = {
    "summary": "a summary of the role", "company": "who the employer is", "responsibilities": "duties", "requirements": "requirements",
    "benefits": "benefits", "application": "how to apply", "equal_opportunity": "an equal-opportunity statement",
}  # fmt: skip
_FACTS = {
    "title": "a job title", "work_mode": "remote, hybrid or on site", "locations": "a place",
    "employment_types": "an employment type", "pay": "pay figures",
}  # fmt: skip


def card(entry: Entry, style: Style) -> str:
    """All that the entry of one file says, a line a fact, with line numbers of the file."""
    lines = [f"{style.paint(safe(entry['path']), 'bold')}  {style.paint(_file_line(entry), 'dim')}"]
    if not entry["is_posting"]:
        lines.append(f"  {style.paint('Not a posting', 'yellow')}: {safe(entry['reason'])}")
    lines += [f"  {style.paint(name.ljust(_NAME), 'cyan')}{safe(value)}" for name, value in _facts(entry) if value]
    sections = list(_sections(entry))
    if sections:
        lines += [f"  {style.paint('Sections', 'cyan')}", *(f"    {row}" for row in sections)]
    missing = _missing(entry)
    if missing:
        rows = textwrap.wrap(", ".join(missing), _WIDTH - _NAME, break_on_hyphens=False)
        lines += [f"  {style.paint(name.ljust(_NAME), 'yellow')}{row}" for name, row in zip_longest(["Not found"], rows, fillvalue="")]
    return "\n".join([*lines, "", ""])


def _file_line(entry: Entry) -> str:
    words = entry["metrics"].get("words")
    language = "" if entry["language"] == "en" else f", language {entry['language']}"
    count = "" if words is None else f", {plural(words, 'word')}"
    return f"{entry['format']}{count}{language}"


def _with_line(item: Entry | None, extra: str = "") -> str:
    return "" if item is None else f"{item['text']}{extra} (line {item['line']})"


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "Title", _with_line(entry["title"])
    yield "Level", entry["seniority"] or ""
    yield "Mode", entry["work_mode"] or ""
    yield from _several("Place", entry["locations"], lambda p: "-".join(x for x in (p["country"], p["region"]) if x))
    yield from _several("Employment", entry["employment_types"], lambda e: e["value"])
    yield from _several("Pay", entry["pay"], _amount)
    yield from _several("Vague on pay", entry["vague_pay"], lambda _: "")
    yield from _several("Experience", entry["experience"], lambda e: _range(e["min"], e["max"]) + " years")
    yield from _several("Degree", entry["degrees"], _degree)
    yield "How to apply", _with_line(entry["application"])
    deadline = entry["deadline"]
    yield "Deadline", _with_line(deadline, f" = {deadline['date']}" if deadline and deadline["date"] else "")
    yield from _several("Placeholder", entry["placeholders"], lambda _: "")
    yield "Jurisdiction", ", ".join(entry["jurisdictions"])


def _several(name: str, items: list[Entry], read: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # a small function of an item
    for number, item in enumerate(items):
        value = read(item)
        yield ("" if number else name), _with_line(item, f" = {value}" if value else "")


def _degree(degree: Entry) -> str:
    return ("required" if degree["required"] else "wished for") + (", or equivalent" if degree["equivalent_ok"] else "")


def _amount(pay: Entry) -> str:
    figures = _range(pay["min"], pay["max"])
    return " ".join(x for x in (figures, pay["currency"] or "", f"per {pay['period']}" if pay["period"] else "") if x)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}".removesuffix(".00")


def _range(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {_number(high)}"
    if high is None:
        return f"{_number(low)} or more"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _sections(entry: Entry) -> Iterator[str]:
    for section in entry["sections"]:
        kinds = " + ".join([section["kind"], *section["also"]])
        lines = f"{section['line']}-{section['end_line']}" if section["end_line"] > section["line"] else str(section["line"])
        heading = "without a heading" if section["heading"] is None else f'"{section["heading"]}"'
        items = f", {section['items']} items" if section["items"] else ""
        yield safe(f"{lines:>9}  {kinds}: {heading}{items}")


def _missing(entry: Entry) -> list[str]:
    facts = [words for key, words in _FACTS.items() if not entry[key]]
    return facts + [words for kind, words in _PARTS.items() if not entry["has"].get(kind)]
