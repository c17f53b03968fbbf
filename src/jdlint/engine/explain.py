"""What holds for a file and why: its settings with the place of each, and every rule with the reason why it runs or does not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jdlint.config.decode import KEYS, defaults
from jdlint.config.errors import At
from jdlint.config.globs import matches
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick, Settings
from jdlint.config.tree import Node
from jdlint.engine.discover import Search, hidden
from jdlint.engine.gitignore import GitIgnore
from jdlint.engine.rulesets import build, ignored_in, rule_index
from jdlint.hints import Any
from jdlint.readers import format_of
from jdlint.rules.index import Entry, RuleIndex
from jdlint.rules.ruleset import RuleSet, weighed
from jdlint.rules.select import FULL, codes, resolve
from jdlint.text.record import NamedTuple


class Said(NamedTuple):
    """A value of the settings and where it was said; None: nowhere, it is the default."""

    key: str
    value: Any
    at: At | None


class Verdict(NamedTuple):
    """Whether a rule runs, how grave its findings are unless a term says otherwise, and why.

    `reason` is a setting (profile stands for `extends`), or one of: always (it is jdlint's own), status (preview, deprecated and
    removed rules run where their own code or name asks for them), unselected. `by` and `severity_by` are what decided, where
    something in the settings did.
    """

    entry: Entry
    runs: bool
    severity: str
    reason: str
    by: Pick | None = None
    severity_by: Pick | None = None


class Explained(NamedTuple):
    """All that holds for a file. `left_out` says why a search of its folder passes it over; "" where it does not."""

    path: str
    file: Path | None
    root: Path
    left_out: str
    said: list[Said]
    rules: list[Verdict]


def explain(path: str, lookup: Lookup) -> Explained:
    """What holds for a file, or for the postings in a folder. ConfigError where settings can't be used."""
    folder = Path(path).is_dir()
    settings = lookup.of(path) if folder else lookup.of_file(path)
    tree = lookup.tree(settings)
    left_out = "" if folder else _left_out(path, settings)
    return Explained(path, settings.file, Path(settings.root), left_out, list(_said(tree)), _verdicts(settings, () if folder else (path,)))


def _said(tree: Node) -> Iterator[Said]:
    fallback = defaults()
    for key in KEYS:
        node = tree.value.get(key)
        if node is None or node.value is None:
            yield Said(key, fallback[key], None)
        else:
            yield from _leaves(key, node)


def _leaves(key: str, node: Node) -> Iterator[Said]:
    """The values in a setting, each item of a list and each key of a mapping on its own."""
    if isinstance(node.value, dict) and node.value:
        for inner, value in node.value.items():
            yield from _leaves(f"{key}.{inner}", value)
    elif isinstance(node.value, list) and node.value:
        yield from (Said(key, _plain(item), item.at) for item in node.value)
    else:
        yield Said(key, node.value, node.at)


def _plain(node: Node) -> Any:  # noqa: ANN401  # whatever a setting holds
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    return [_plain(item) for item in node.value] if isinstance(node.value, list) else node.value


def _left_out(path: str, settings: Settings) -> str:
    """Why a search of the folders passes a file over."""
    if format_of(path) is None and not settings.include:
        return "jdlint reads no files of this kind"
    search = Search(lambda name: format_of(name) is not None, lambda _: settings)
    if search.excluded(path):
        return f"exclude: {next(p for p in settings.exclude if matches((p,), path, settings.root))}"
    if settings.include and not matches(settings.include, path, settings.root):
        return "none of the patterns in include fits"
    try:
        place = Path(os.path.relpath(path))
    except ValueError:  # on another drive
        return ""
    if place.name.startswith("."):
        return "it is hidden"
    if os.pardir in place.parts:  # beside the working folder; nobody knows which folder would be searched
        return ""
    ignored = GitIgnore(os.curdir)
    for above in reversed(place.parents[:-1]):
        if hidden(above) or ignored.leaves_out(above, folder=True):
            return f"the folder {above} is hidden, or left out by .gitignore"
        ignored.enter(str(above))
    return ".gitignore leaves it out" if ignored.leaves_out(place) else ""


def _verdicts(settings: Settings, paths: tuple[str, ...]) -> list[Verdict]:
    index = rule_index(settings)
    here = tuple(pick for path in paths for pick in ignored_in(settings, path))
    ruleset = build(settings, here)
    named = {
        "profile": _heaviest(settings.profiles if settings.select is None else (), index),
        "select": _heaviest(settings.select or (), index),
        "extend-select": _heaviest(settings.extend_select, index),
        "ignore": _heaviest(settings.ignore, index),
        "per-file-ignores": _heaviest(here, index),
    }
    severity = _severities(settings, index)
    provided = {pick.text: pick for pick in settings.provided}
    rows = []
    for code, entry in sorted(index.entries.items()):
        runs, reason, by = _why(entry, ruleset, named, provided)
        grave = ruleset.severity.get(code, entry.raw["severity"])
        rows.append(Verdict(entry, runs, grave, reason, by, severity.get(code)))
    return rows


_Named = Mapping[str, Mapping[str, tuple[int, Pick]]]  # by role, by code: the selector that weighs most, and its weight


def _why(entry: Entry, ruleset: RuleSet, named: _Named, provided: Mapping[str, Pick]) -> tuple[bool, str, Pick | None]:
    """Whether a rule runs, the reason and what decided."""
    if entry.kind == "internal":
        return True, "always", None
    part = entry.raw.get("provided-by")
    if entry.code in ruleset.by_code:
        if part is not None and part in provided:
            return False, "provided", provided[part]
        reason, by = _first(entry.code, named, ("select", "extend-select"), "profile")
        return True, reason if by else "languagetool", by  # which brings a rule that nothing selects
    if entry.status != "stable" and not any(named[role].get(entry.code, (0,))[0] == FULL for role in ("select", "extend-select")):
        return False, "status", None
    return False, *_first(entry.code, named, ("ignore", "per-file-ignores"), "unselected")


def _first(code: str, named: _Named, roles: tuple[str, ...], otherwise: str) -> tuple[str, Pick | None]:
    """Of several settings the one whose selector weighs most."""
    found = [(named[role][code][0], role) for role in roles if code in named[role]]
    role = max(found, key=lambda row: row[0])[1] if found else otherwise
    row = named.get(role, {}).get(code)
    return role, None if row is None else row[1]


def _heaviest(picks: Iterable[Pick], index: RuleIndex) -> dict[str, tuple[int, Pick]]:
    found: dict[str, tuple[int, Pick]] = {}
    for pick in picks:
        for entry, weight in resolve(pick.text, index):
            if weight > found.get(entry.code, (-1,))[0]:
                found[entry.code] = (weight, pick)
    return found


def _severities(settings: Settings, index: RuleIndex) -> dict[str, Pick]:
    """What the severity of a rule comes from, by code."""
    picks = {pick.text: pick for pick, _ in settings.severity}
    found: dict[str, Pick] = {}
    for text in weighed(picks, index):
        found.update(dict.fromkeys(codes(text, index), picks[text]))
    return found
