"""All shipped rules in compiled form, and the rules of other folders beside them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial

from jdlint.hints import TYPE_CHECKING, Any
from jdlint.resources import compile_lexicons, rules_dir, rules_root
from jdlint.resources.entries import COMPILED, plain, prebuild, prebuilt
from jdlint.rules.build import build_rule, prepared
from jdlint.rules.errors import RuleError
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.rules.model import Rule

_FORM = "9"  # of the compiled entries; raise it when they, or the checks of rules.schema, change
_NO_RULES = ("lexicons", "profiles", "jurisdictions", COMPILED)
_NAME, _INDEX = "rules", "index"  # of the compiled set, and of the entry in it that tells what rules there are
_STATUS = "stable"  # of a rule that says nothing of it
_DOC = ("why", "sources", "examples")


@dataclass(frozen=True)
class Entry:
    """A rule that is known but not yet built. `read` returns its checked content, of which a run needs that of its own rules."""

    code: str
    name: str
    kind: str
    status: str
    file: str
    read: Callable[[], Mapping[str, Any]]
    trusted: bool

    @property
    def path(self) -> Path:
        """The rule's file."""
        from pathlib import Path

        return Path(self.file)

    @cached_property
    def raw(self) -> Mapping[str, Any]:
        """The checked content of its file, without what only its documentation needs."""
        return self.read()

    def build(self) -> Rule:
        """The rule itself."""
        return build_rule(self.raw, trusted=self.trusted)


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """Every known rule by code, the profiles by name, and the shipped files that could not be used."""

    entries: Mapping[str, Entry]
    profiles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    broken: Mapping[str, str] = field(default_factory=dict)

    def with_folders(self, paths: Iterable[Path]) -> RuleIndex:
        """This index and the rules in other folders or files, which are data and never code. RuleError where one is wrong."""
        entries = dict(self.entries)
        names = {e.name: e for e in entries.values()}
        for file, raw in _user_rules(_user_files(paths)):
            twin = entries.get(raw["code"]) or names.get(raw["name"])
            if twin is not None:
                taken = "code" if twin.code == raw["code"] else "name"
                raise RuleError(f'the {taken} "{raw[taken]}" is taken by {twin.path}', str(file))
            names[raw["name"]] = entries[raw["code"]] = _entry(raw, file, trusted=False)
        return RuleIndex(entries, self.profiles, self.broken)


def compile_file(path: Path, *, trusted: bool = True) -> dict[str, Any]:
    """The checked content of a rule file, without what only its documentation needs."""
    from jdlint.rules.document import RuleDocument
    from jdlint.rules.schema import check

    raw = check(RuleDocument(path), trusted=trusted)
    found = {k: v for k, v in raw.items() if k not in _DOC}
    if found["kind"] == "regex":
        found["patterns"] = [prepared(row) for row in found["patterns"]]
    return found


def rule_files() -> list[tuple[Path, os.stat_result]]:
    """The shipped rule files in order of their codes."""
    from jdlint.resources.store import scan

    root = rules_dir()
    folders = sorted(p for p in root.iterdir() if p.is_dir() and p.name not in _NO_RULES) if root.is_dir() else []
    return sorted((row for folder in folders for row in scan(folder)), key=lambda row: row[0].name)


@cache
def shipped_rules() -> RuleIndex:
    """The rules that come with jdlint. A file that can't be used is left out and named in `broken`."""
    if built := prebuilt(rules_root(), _NAME):
        rows, profiles = built.get(_INDEX)
        shipped = {
            code: Entry(code, name, kind, status, f"{rules_root()}{os.sep}{file}", partial(built.get, code), trusted=True)
            for code, name, kind, status, file in rows
        }
        return RuleIndex(shipped, profiles)
    from pathlib import Path

    root = rules_dir()
    known = _stored(root)
    entries, broken = {}, {}
    for file, raw in known["rules"]:
        if "code" in raw:
            entries[raw["code"]] = _entry(raw, root / file, trusted=True)
        else:
            broken[Path(file).stem] = raw["error"]
    return RuleIndex(entries, {k: tuple(v) for k, v in known["profiles"].items()}, broken)


def _stored(root: Path) -> Any:  # noqa: ANN401  # what `_compile` returns, as JSON keeps it
    """The compiled rules of a checkout, kept in the cache folder."""
    from jdlint.resources.store import cached, scan, stamp

    files, profiles, lexicons = rule_files(), scan(root / "profiles"), scan(root / "lexicons")
    key = stamp(((str(p), s) for p, s in (*files, *profiles, *lexicons)), _FORM)
    return cached("rules", key, lambda: _compile(files, profiles)).get("all")


def prebuild_all(folder: Path) -> None:
    """Compile the shipped rules and lexicons into a folder, for the package that is being built. RuleError where one is wrong."""
    from jdlint.resources.store import scan

    entries, complete = _compile(rule_files(), scan(rules_dir() / "profiles"))
    if not complete:
        raise RuleError(next(raw["error"] for _, raw in entries["all"]["rules"] if "error" in raw), str(rules_dir()))
    known = plain(entries["all"])
    rows = [(raw["code"], raw["name"], raw["kind"], raw.get("status", _STATUS), file) for file, raw in known["rules"]]
    profiles = {name: tuple(codes) for name, codes in known["profiles"].items()}
    prebuild(folder, _NAME, {_INDEX: (rows, profiles)} | {raw["code"]: raw for _, raw in known["rules"]})
    lexicons, complete = compile_lexicons([path for path, _ in scan(rules_dir() / "lexicons")])
    if not complete:
        raise RuleError("a lexicon is not valid YAML", str(rules_dir() / "lexicons"))
    prebuild(folder, "lexicons", plain(lexicons))


def _compile(files: list[tuple[Path, os.stat_result]], profiles: list[tuple[Path, os.stat_result]]) -> tuple[dict[str, Any], bool]:
    from jdlint.rules.document import RuleDocument

    rows, complete = [], True
    for path, _ in files:
        try:
            raw = compile_file(path)
        except RuleError as error:
            raw, complete = {"error": str(error)}, False
        rows.append((path.relative_to(rules_dir()).as_posix(), raw))
    picks = {path.stem: list(RuleDocument(path).data.get("select", ())) for path, _ in profiles}
    return {"all": {"rules": rows, "profiles": picks}}, complete


def _entry(raw: Mapping[str, Any], path: Path, *, trusted: bool) -> Entry:
    return Entry(raw["code"], raw["name"], raw["kind"], raw.get("status", _STATUS), str(path), lambda: raw, trusted)


def _user_rules(files: list[Path]) -> list[tuple[Path, dict[str, Any]]]:
    """The compiled content of other people's rule files, kept in the cache folder like that of the shipped ones."""
    if not files:
        return []
    from jdlint.resources.store import cached, scan, stamp

    names = [str(f.absolute()) for f in files]
    shared = ((str(p), s) for p, s in scan(rules_dir() / "lexicons"))
    key = stamp([*((n, f.stat()) for n, f in zip(names, files, strict=True)), *shared], _FORM)
    store = cached("house-rules", key, lambda: ({n: compile_file(f, trusted=False) for n, f in zip(names, files, strict=True)}, True))
    return [(file, store.get(name)) for name, file in zip(names, files, strict=True)]


def _user_files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise RuleError("no such file or folder of rules", str(path))
        from jdlint.resources.store import yaml_files  # few have rules of their own

        found += yaml_files(path)
    return list(dict.fromkeys(found))
