"""Settings and rule files nobody would write, and what must hold of them.

They are used, or refused in one line with the place; they run no code, and no expression of theirs goes astray.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import invariants
import mutations
import records
import yaml
from mutations import chance

from jdlint.config.decode import ADDED_KEYS, EXPORT_KEYS, KEYS, LIMIT_KEYS
from jdlint.config.errors import ConfigError
from jdlint.config.load import load
from jdlint.config.lookup import Lookup
from jdlint.engine.files import Files
from jdlint.engine.rulesets import build
from jdlint.engine.run import Linter
from jdlint.rules.errors import RuleError
from jdlint.rules.load import load_file
from jdlint.rules.schema import BODY_KEYS, CHOICES, COMMON_KEYS, NEEDED, PATTERN_KEYS, SCOPES, SECTIONS, TERM_KEYS, TOKEN_KEYS

FORMS = ("settings", "rules")
_LEFT_OUT = ("spacy-model", "languagetool", "plugins")  # they ask for what is installed
_PICKS = (
    "PAY", "PAY001", "LOC", "ALL", "recommended", "strict", "INC102", "gendered-title", "X", "LNT", "LNT101", "PAY9", "pay", "", "*", "RSP002", "-", "HSE001",
)  # fmt: skip
_SCALARS: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 40, 100, 101, 1e9, float("nan"), float("inf"), 10**30, 10**400, 10**4000, "", " ", "error", "warning", "info", "never", "always", "*.md", "[", "**/", "\0", "\u202e", "20MB", "9e9MB", "٣MB",
    "auto", "us-co", "gb", "zz", "company", "title", "pay", "summary", "~", "{match}", "{use}", "{x}", "en", "any", "synergy", "cook", "a\nb", "None", "1.0", "2026-02-30", "../..", "/dev/null", "http://x.example",
)  # fmt: skip
# The third, fourth … are those that a backtracking engine never comes back from.
PATTERNS = (
    r"\bcook\b", r"a|b", r"(a+)+$", r"(a|a)*b", r"(.*)*x", r"([a-zA-Z]+)*!", r"(?:a?){30}a{30}", r"(x+x+)+y", r"(?i)COOK", r"\w+@\w+", r"(?=x)", r"(?<!a)b", r"(?P<n>a)(?P=n)", r"\1", "(", "[", "*", "a{1000}", "a{1001}",
    "(a{1000}){1000}", r"\p{L}+", r"\bâge\b", r"[\w]é", r"(?&money)", "(?&nothing)", r"\d{1,3}(,\d{3})*", "^", "$", "", "(?s).*", r"\C", r"\z", "(?:" * 500 + ")" * 500, "a" * 6000, "|" * 100, r"[[:alpha:]]+", r"\x{10FFFF}", "\\", "😀+", "\u0000",
)  # fmt: skip
_SHEETS: tuple[Any, ...] = (
    *("cook", "cooks", "team player", "é", "C++", "work  hard", "a" * 500, "日本", "rockstar", "a", "x", "bake bread", "£30,000") * 2,
    "",
    " ",
    "!",
)
_SIGNS = (
    "- ", ": ", "*a", "&a ", "!!python/object/apply:os.system [id]", "!!python/name:os.system ", "!!binary x", "<<: *a\n", "{", "}", "[", "]", "'", '"', "\t", "# x",
    "? ", "|\n", "\n---\n", "%TAG ! x\n", "\u0085", "\ufeff",
)  # fmt: skip
_SIDE_EFFECTS = (
    "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "subprocess.Popen", "socket.connect", "socket.getaddrinfo", "ctypes.dlopen",
)  # fmt: skip
POSTING = (  # with what expressions go astray over
    f"# Cook\n\nWe want a cook who cooks {'a' * 3000}! {'x' * 3000} {'ab' * 1000}\n\n## Duties\n\n- Bake bread\n- {'a, ' * 500}\n\nPay: £30,000 a year\n".encode()
)


class _Dumper(yaml.SafeDumper):
    """Writes numbers in base 16 that Python can't write in base 10."""


_Dumper.add_representer(
    int, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:int", hex(number) if number > 10**20 else str(number))
)


def data(rng: Random, form: str) -> bytes:
    """A settings file or a rule file, now and then as no YAML at all."""
    found = settings(rng) if form == "settings" else rule(rng)
    if chance(rng, 0.7):
        whole = yaml.dump(found, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    elif chance(rng, 0.8):
        whole = records.yaml_text(rng, found)
    else:
        whole = repr(found)
    if chance(rng, 0.15):
        whole = mutations.text(rng, whole, _SIGNS, rng.choice((1, 2, 4)))
    made = whole.encode("utf-8", "replace")
    return mutations.damaged(rng, made) if chance(rng, 0.03) else made


def _tree(rng: Random, depth: int = 0) -> Any:  # noqa: ANN401  # whatever YAML can hold
    kind = rng.random()
    if kind < 0.6 or depth > 2:  # noqa: PLR2004
        return rng.choice(_SCALARS)
    if kind < 0.8:  # noqa: PLR2004
        return [_tree(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {rng.choice((*_PICKS, "size", "seconds", "title", "forms", "use", "id")): _tree(rng, depth + 1) for _ in range(rng.randrange(3))}


def _some(rng: Random, known: tuple[Any, ...], most: int = 3) -> Any:  # noqa: ANN401  # as above
    """A few of what is known, as a list or one alone; now and then something else."""
    if chance(rng, 0.05):
        return _tree(rng)
    return rng.choice(known) if chance(rng, 0.05) else rng.choices(known, k=rng.randrange(most + 1))


def _one(rng: Random, known: tuple[Any, ...]) -> Any:  # noqa: ANN401  # as above
    return rng.choice(known) if chance(rng, 0.9) else _tree(rng)


def settings(rng: Random) -> dict[str, Any]:
    """Settings, most of whose values are of the kind that their key takes."""
    keys = [key for key in KEYS if key not in _LEFT_OUT]
    found = {key: _setting(rng, key) for key in rng.sample(keys, rng.randrange(1, 5))}
    if chance(rng, 0.05):
        found[rng.choice(("selekt", "", "rule", "x", "title"))] = _tree(rng)
    return found


def _setting(rng: Random, key: str) -> Any:  # noqa: ANN401  # as above
    if chance(rng, 0.15):
        return _tree(rng)
    severities = ("error", "warning", "info")
    values: dict[str, Any] = {
        "severity": lambda: {rng.choice(_PICKS): _one(rng, severities) for _ in range(2)},
        "fail-on": lambda: _one(rng, (*severities, "never")),
        "min-score": lambda: _one(rng, (0, 80, 100, 101)),
        "per-file-ignores": lambda: {rng.choice(("*.md", "**/x", "[", "a/../b", "")): _some(rng, _PICKS)},
        "sections": lambda: {_one_key(rng, SECTIONS): _some(rng, _SHEETS)},
        "fields": lambda: {_one_key(rng, ("title", "employer", *SECTIONS)): _some(rng, ("remuneration", "x.y", "", "é"))},
        "records": lambda: {_one_key(rng, ("title", "description", "items", "pay")): _one(rng, ("title", "/a/b", "/", "/" + "9" * 5000, "/~2", "", "text"))},
        "export": lambda: {_one_key(rng, EXPORT_KEYS): _one(rng, ("Bay & Sons", ""))},
        "law": lambda: {"employees": _one(rng, (1, 50, 0, -1, 10**20))},
        "limits": lambda: {_one_key(rng, LIMIT_KEYS): _one(rng, ("20MB", "1kB", "0", 1, 30, 0.5, -1, "9" * 13))},
        "rules": lambda: {rng.choice(_PICKS): _options(rng) for _ in range(2)},
        "cache": lambda: _one(rng, (False, True, "cache")),
        "baseline": lambda: "baseline.json",
        "rule-paths": lambda: _some(rng, (".", "nowhere", "/dev/null")),
        "extends": lambda: _some(rng, ("recommended", "strict", "nowhere.yaml", ".jdlint.yaml", "x")),
        "vocabulary": lambda: _some(rng, _SHEETS),
        "jurisdictions": lambda: _some(rng, ("auto", "us-co", "gb", "ie", "zz")),
        "provided": lambda: _some(rng, ("company", "equal_opportunity", "application", "x")),
        "include": lambda: _some(rng, ("*.md", "[", "**")), "exclude": lambda: _some(rng, ("*.md", "!x", "\\")),
        "ignore-findings": lambda: _some(rng, ("abc", "0" * 40)),
    }  # fmt: skip
    return values.get(key, lambda: _some(rng, _PICKS))()


def _one_key(rng: Random, known: tuple[str, ...]) -> str:
    return rng.choice(known) if chance(rng, 0.9) else rng.choice(("", "x", "titel"))


def _options(rng: Random) -> Any:  # noqa: ANN401  # as above
    if chance(rng, 0.1):
        return _tree(rng)
    added = [{_one_key(rng, ADDED_KEYS): _some(rng, _SHEETS) for _ in range(3)}, "house word", *rng.choices(_SHEETS, k=1)]
    values = {
        "accept": _some(rng, _SHEETS),
        "add": added[: rng.randrange(4)],
        "term-severity": {_one_key(rng, ("synergy", "rockstar")): "warning"},
        "max-items": _one(rng, (15, 0, -1, 10**9, 1.5, "1")),
    }
    return {key: values[key] for key in rng.sample(sorted(values), rng.randrange(1, 3))}


def rule(rng: Random) -> dict[str, Any]:
    """A rule file, whole but for a few keys that are missing, foreign or hold something else."""
    kind = rng.choice(tuple(BODY_KEYS))
    found: dict[str, Any] = {
        "code": "HSE001",
        "name": "x-y",
        "kind": kind,
        "severity": "warning",
        "summary": "Says so.",
        "message": rng.choice(("m", "m", "m", "m", "`{match}` is {use}", "{x}")),
    }
    if kind in NEEDED:
        found[NEEDED[kind]] = _body(rng, NEEDED[kind], kind)
    for key in rng.sample((*COMMON_KEYS, *BODY_KEYS[kind]), rng.choice((0, 0, 1, 2, 4))):
        if key != "kind" and (key not in found or chance(rng, 0.1)):
            found[key] = _body(rng, key, kind)
    for key in list(found):
        if chance(rng, 0.01):
            del found[key]
    return found


def _body(rng: Random, key: str, kind: str) -> Any:  # noqa: ANN401  # as above
    if chance(rng, 0.1):
        return _tree(rng)
    if key in CHOICES:
        return rng.choice(CHOICES[key])
    if key == "terms":
        return [_row(rng, TERM_KEYS) | {"forms": _some(rng, _SHEETS)} for _ in range(rng.randrange(1, 4))]
    if key == "patterns":
        return [_row(rng, TOKEN_KEYS if kind == "tokens" else PATTERN_KEYS) for _ in range(rng.randrange(1, 3))]
    if key.startswith("unless"):
        return _some(rng, (*_SHEETS, *(f"/{p}/" for p in PATTERNS), "physical", *SECTIONS))
    if key == "where":
        return _some(rng, (*SCOPES, "~quote", "x"))
    if key == "options":
        return {
            rng.choice(("max", "accept", "")): {
                "type": rng.choice(("integer", "number", "flag", "text", "strings", "x")),
                "default": rng.choice(_SCALARS),
                "help": "h",
                rng.choice(("minimum", "x")): rng.choice(_SCALARS),
            }
        }
    if key == "parts":
        return {rng.choice(("n", "nothing", "")): rng.choice(PATTERNS)}
    if key == "examples":
        return [
            {
                rng.choice(("bad", "ok", "todo", "good")): rng.choice(("We want a >>cook<<.", ">>", "x", "")),
                rng.choice(("posting", "as-of", "format", "x")): rng.choice(_SCALARS),
            }
        ]
    if key == "lexicon":
        return rng.choice(("trades", "../x", "", "nowhere", "frames"))
    if key == "requires":
        return rng.choice((*SECTIONS, "x"))
    return rng.choice((*_SCALARS, "pay", "words", "max", "os:system", ["x"]))


def _row(rng: Random, keys: tuple[str, ...]) -> dict[str, Any]:
    """A term or a pattern."""
    values: dict[str, Any] = {
        "id": rng.choice(("a", "b", "", 1)), "use": _some(rng, _SHEETS), "severity": rng.choice(("error", "x")), "where": _some(rng, SCOPES), "message": rng.choice(("x", "m")),
        "unless": _some(rng, (*_SHEETS, *(f"/{p}/" for p in PATTERNS))), "case": chance(rng, 0.5), "pattern": rng.choice(PATTERNS[:10] if chance(rng, 0.7) else PATTERNS),
        "anchors": rng.choice(([], ["cook"], ["a", "x"], _some(rng, ("cook", "", "!")))),
        "tokens": [rng.choice(({"LOWER": "cook"}, {"LOWER": {"REGEX": rng.choice(PATTERNS)}}, {"OP": "*"}, {"TEXT": {"IN": ["a", 1]}}, {"_": {"x": 1}}, {}, "cook")) for _ in range(rng.randrange(3))],
        "phrases": _some(rng, _SHEETS), "attribute": rng.choice(("LOWER", "ORTH", "x")), "needs": [], "costly": chance(rng, 0.5), "speaks-of": [rng.choice(("you", "x"))],
    }  # fmt: skip
    needed = [key for key in ("pattern", "anchors", "tokens") if key in keys]
    return {key: values[key] for key in (*needed, *rng.sample(keys, rng.randrange(2))) if key in values}


# --- what must hold


@cache
def _watch() -> list[str]:
    """What this process did of what no settings and no rule may make it do, from now on."""
    seen: list[str] = []
    sys.addaudithook(lambda event, _: seen.append(event) if event in _SIDE_EFFECTS else None)
    return seen


def holds(form: str, content: bytes, folder: Path, *, deep: bool) -> bool:
    """Used, or refused in one line; and nothing done. True where they are used. `deep`: a posting is judged with them."""
    seen = _watch()
    seen.clear()
    file = folder / (".jdlint.yaml" if form == "settings" else "HSE001-x-y.yaml")
    file.write_bytes(content)
    try:
        found = _settings_hold(file, deep=deep) if form == "settings" else _rule_holds(file, deep=deep)
    finally:
        file.unlink()
    assert not seen, seen
    return found


def _in_one_line(error: Exception, file: Path) -> None:
    assert len(str(error).splitlines()) == 1, str(error)
    assert str(error).startswith(str(file)), str(error)
    at = error.at if isinstance(error, ConfigError) else error
    assert 0 <= at.line <= file.read_bytes().count(b"\n") + file.read_bytes().count(b"\r") + 3, str(error)  # type: ignore[attr-defined]


def _settings_hold(file: Path, *, deep: bool) -> bool:
    try:
        found = load(file)
        build(found)
    except ConfigError as error:
        _in_one_line(error, file)
        return False
    if deep:
        _judges(Lookup(file=file))
    return True


def _rule_holds(file: Path, *, deep: bool) -> bool:
    try:
        load_file(file, trusted=False)
    except RuleError as error:
        _in_one_line(error, file)
        return False
    if deep:
        beside = file.parent / "with-rules.yaml"
        beside.write_text(f"rule-paths: [{file.name}]\nselect: [HSE001]\n", encoding="utf-8")
        _judges(Lookup(file=beside))
    return True


def _judges(lookup: Lookup) -> None:
    """A posting judged with them has its result, whatever that is."""
    own = Linter(Files(lookup, invariants.AS_OF))
    try:
        result = own.judge(own.files.open_bytes(POSTING, str(Path(__file__).parent / "posting.md")))
    except ConfigError as error:
        assert len(str(error).splitlines()) == 1, str(error)
        return
    assert "went wrong" not in result.reason, result.reason
    assert not [f for f in result.findings if f.code in {"LNT900", "LNT002"}], [f.message for f in result.findings]
