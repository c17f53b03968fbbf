"""What holds for a file, for people and as data: `jdlint config`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.config.errors import At
from jdlint.config.given import PREFIX
from jdlint.config.load import shown
from jdlint.engine.explain import Explained, Said, Verdict
from jdlint.hints import Any
from jdlint.report.frame import safe
from jdlint.report.style import Style

SCHEMA = "jdlint-config/1"
_PLAIN = {
    "always": "always on", "unselected": "no setting selects it", "provided": "the site adds this part to every posting",
    "profile": "the profile", "per-file-ignores": "per-file-ignores",
}  # fmt: skip


def settings_page(found: Explained, style: Style) -> Iterator[str]:
    """Every setting with its value and place, then the rules that run and those that do not, each with the reason."""
    file = "no settings file" if found.file is None else f"settings from {safe(shown(found.file))}"
    yield f"{style.paint(safe(found.path), 'bold')}: {file}\n"
    if found.left_out:
        yield f"{style.paint('Passed over', 'yellow')} unless it is named: {safe(found.left_out)}\n"
    yield f"\n{style.paint('Settings', 'cyan')}\n"
    yield from _table(_settings(found.said), style)
    unset = [row.key for row in found.said if row.at is None and not row.value]
    yield f"  {style.paint('Not set:', 'dim')} {', '.join(unset)}\n" if unset else ""
    for runs, heading in ((True, "run"), (False, "do not run")):
        rows = [row for row in found.rules if row.runs == runs]
        yield f"\n{style.paint(f'Rules that {heading} ({len(rows)})', 'cyan')}\n"
        yield from _table(((f"{row.entry.code} {row.entry.name}", row.severity, _reason(row)) for row in rows), style)


def _settings(said: Iterable[Said]) -> Iterator[tuple[str, str, str]]:
    before = ""
    for row in said:
        if row.at is not None or row.value:
            value = row.value if row.at is None and isinstance(row.value, list) else [row.value]
            yield "" if row.key == before else row.key, ", ".join(_text(v) for v in value), _place(row.at)
            before = row.key


def _text(value: Any) -> str:  # noqa: ANN401  # whatever a setting holds
    if isinstance(value, str):
        return value
    from jdlint.report.json import dump

    return dump(value) if isinstance(value, list | dict | bool) else str(value)


def _place(at: At | None) -> str:
    return "default" if at is None else str(at)


def _table(rows: Iterable[tuple[str, str, str]], style: Style) -> Iterator[str]:
    """Three columns, the first two as wide as they need to be."""
    made = [tuple(safe(cell) for cell in row) for row in rows]
    first, second = (max((len(row[n]) for row in made), default=0) for n in (0, 1))
    for name, value, place in made:
        yield f"  {name:<{first}}  {value:<{second}}  {style.paint(place, 'dim')}".rstrip() + "\n"


def _reason(row: Verdict) -> str:
    why = f"{row.entry.status}; runs where its own code selects it" if row.reason == "status" else _PLAIN.get(row.reason, row.reason)
    if row.by is not None and row.reason != "provided":
        why += f" {row.by.text}"
    if row.by is not None and row.by.at.path != "jdlint":
        why += f" ({row.by.at})"
    return f"{why}; severity: {row.severity_by.text} ({row.severity_by.at})" if row.severity_by else why


def settings_data(found: Explained) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "path": found.path,
        "file": None if found.file is None else shown(found.file),
        "root": str(found.root.absolute()),
        "left_out": found.left_out or None,
        "settings": [{"key": row.key, "value": _json(row.value), "from": _source(row.at)} for row in found.said],
        "rules": [
            {
                "code": row.entry.code, "name": row.entry.name, "runs": row.runs, "severity": row.severity, "reason": row.reason,
                "by": row.by and row.by.text, "from": row.by and _source(row.by.at),
                "severity_from": row.severity_by and _source(row.severity_by.at),
            }
            for row in found.rules
        ],
    }  # fmt: skip


def _json(value: Any) -> Any:  # noqa: ANN401  # whatever a setting holds
    return value if value is None or isinstance(value, str | int | float | list | dict) else str(value)


def _source(at: At | None) -> dict[str, Any]:
    """Where something was said: its kind, and the file (or the option or variable) with the place in it."""
    if at is None or at.path == "jdlint":
        return {"kind": "default", "place": None, "line": None, "column": None}
    kind = "environment" if at.path.startswith(PREFIX) else "command-line" if at.path.startswith("--") else "file"
    return {"kind": kind, "place": at.path, "line": at.line or None, "column": at.column or None}
