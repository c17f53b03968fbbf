"""From the tree of a settings file to `Settings`: each key has one decoder, and what it can't use is an error with its place."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path

from jdlint.config.errors import At, ConfigError
from jdlint.config.model import FAIL_ON, MOST_BYTES, MOST_JOBS, MOST_SCORE, MOST_SECONDS, Limits, Pick, RuleOption, RuleWording, Settings
from jdlint.config.tree import Node
from jdlint.hints import Any, Literal, cast, get_args
from jdlint.posting.model import LanguageTool, SectionKind
from jdlint.rules import wording
from jdlint.rules.errors import nearest
from jdlint.rules.model import SEVERITIES, Severity, Term
from jdlint.text.lazy import lazy
from jdlint.text.words import words

SECTION_KINDS: tuple[str, ...] = get_args(SectionKind)
# What a key of front matter or of a record can hold beside the content of a section (posting.fields reads them).
FACT_KINDS = ("title", "employer", "work_mode", "deadline", "posted", "draft", "status", "meta")
_EMPTY: dict[str, Any] = {"list": [], "mapping": {}, "value": None}


def text_of(node: Node) -> str:
    """A text that says something; ConfigError for all else."""
    if isinstance(node.value, str) and node.value.strip():
        return node.value
    raise ConfigError(node.at, "expected a text")


def _texts(node: Node) -> list[Node]:
    """The texts of a list; a single one needs no list."""
    items = node.value if isinstance(node.value, list) else [node]
    for item in items:
        text_of(item)
    return items


def _mapping(node: Node, what: str) -> dict[str, Node]:
    if not isinstance(node.value, dict):
        raise ConfigError(node.at, f"expected {what}")
    return node.value


def refuse_others(node: Node, known: tuple[str, ...], lead: str) -> None:
    """Raise ConfigError at the first key of a mapping that is not known: a lead, and the nearest known name or else all of them."""
    for key in node.value:
        if key not in known:
            near = nearest(key, known) or f" (known: {', '.join(known)})"
            raise ConfigError(node.keys[key], f'{lead} "{key}"{near}')


def is_number(value: Any) -> bool:  # noqa: ANN401  # whatever the file holds, here and below
    """Whether a value is a number; to Python, true and false are, too."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: Any, least: int, most: float) -> bool:  # noqa: ANN401
    return is_number(value) and isinstance(value, int) and least <= value <= most


def _choice(node: Node, known: tuple[str, ...], what: str) -> str:
    value = text_of(node)
    if value not in known:
        raise ConfigError(node.at, f'unknown {what} "{value}"{nearest(value, known)} (one of {", ".join(known)})')
    return value


def _picks(node: Node) -> tuple[Pick, ...]:
    return tuple(Pick(item.value, item.at) for item in _texts(node))


def _strings(node: Node) -> tuple[str, ...]:
    return tuple(item.value for item in _texts(node))


def _phrases(node: Node) -> tuple[str, ...]:
    for item in _texts(node):
        if not words(item.value):
            raise ConfigError(item.at, "expected a word or several")
    return _strings(node)


def _severity(node: Node) -> tuple[tuple[Pick, str], ...]:
    rows = _mapping(node, "rules with their severity, such as `PAY001: error`")
    return tuple((Pick(key, node.keys[key]), _choice(value, SEVERITIES, "severity")) for key, value in rows.items())


def _fail_on(node: Node) -> str:
    return _choice(node, FAIL_ON, "value")


def _min_score(node: Node) -> int:
    if _is_whole(node.value, 0, MOST_SCORE):
        return cast("int", node.value)
    raise ConfigError(node.at, f"expected a whole number from 0 to {MOST_SCORE}")


def _jobs(node: Node) -> int | str:
    if node.value == "auto" or _is_whole(node.value, 1, MOST_JOBS):
        return cast("int | str", node.value)
    raise ConfigError(node.at, f"expected a number of processes from 1 to {MOST_JOBS}, or auto")


def _per_file_ignores(node: Node) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    rows = _mapping(node, "file patterns with the rules to leave out, such as `internal/*.md: [PAY]`")
    return tuple((key, _picks(value)) for key, value in rows.items())


def _by_name(node: Node, known: tuple[str, ...], what: str, example: str) -> dict[str, str]:
    """`kind: [names]` turned round, names casefolded."""
    rows = _mapping(node, f"{what}s with a list of names each, such as `{example}`")
    refuse_others(node, known, f"unknown {what}")
    return {name.value.strip().casefold(): kind for kind, names in rows.items() for name in _texts(names)}


def _sections(node: Node) -> dict[str, str]:
    return _by_name(node, SECTION_KINDS, "section", "responsibilities: [Your mission]")


def _fields(node: Node) -> dict[str, str]:
    return _by_name(node, (*FACT_KINDS, *SECTION_KINDS), "fact", "pay: [remuneration]")


RECORD_KEYS = ("items", "description", *dict.fromkeys((*FACT_KINDS, *SECTION_KINDS)))


def _records(node: Node) -> dict[str, str]:
    """Where files of data hold what: a key, a column's head, or a JSON pointer from the record."""
    rows = _mapping(node, "facts with the key that holds each, such as `title: /job/name`")
    refuse_others(node, RECORD_KEYS, "unknown fact")
    if rows and "title" not in rows:
        raise ConfigError(node.at, "`records` needs `title:`, the key that holds the job's title")
    return {key: text_of(value).strip() for key, value in rows.items()}


EXPORT_KEYS = ("organization", "url")


def _export(node: Node) -> dict[str, str]:
    """What structured data say of the employer where a posting does not."""
    rows = _mapping(node, "what the data say of the employer, such as `organization: Tide Yard`")
    refuse_others(node, EXPORT_KEYS, "export has no")
    return {key: text_of(value).strip() for key, value in rows.items()}


def _rule_paths(node: Node) -> tuple[tuple[Path, At], ...]:
    return tuple((Path(item.at.path).parent / Path(item.value).expanduser(), item.at) for item in _texts(node))


def _plain(node: Node) -> Any:  # noqa: ANN401  # whatever the file holds
    if isinstance(node.value, list):
        return [_plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {key: _plain(item) for key, item in node.value.items()}
    return node.value


def _rules(node: Node) -> tuple[RuleOption, ...]:
    found = []
    for rule, options in _mapping(node, "rules with their options, such as `RSP002: {max-items: 15}`").items():
        for option, value in _mapping(options, "options with their values").items():
            if option in wording.KEYS:
                continue
            pick = Pick(option, options.keys[option])
            found.append(RuleOption(Pick(rule, node.keys[rule]), pick, _plain(value), value.at))
    return tuple(found)


def _wording(node: Node) -> tuple[RuleWording, ...]:
    """What stands beside the options of rules that look for phrases."""
    found = []
    for rule, options in node.value.items():
        for key, value in options.value.items():
            if key in wording.KEYS and value.value is not None:
                row = RuleWording(Pick(rule, node.keys[rule]), Pick(key, options.keys[key]))
                found.append(row._replace(**_WORDING[key](value)))
    return tuple(found)


def _accepted(node: Node) -> dict[str, Any]:
    _phrases(node)
    return {"accept": _picks(node)}


def _added(node: Node) -> dict[str, Any]:
    items = node.value if isinstance(node.value, list) else [node]
    return {"add": tuple(_added_term(item) for item in items)}


ADDED_KEYS = ("forms", "use", "severity")


def _added_term(node: Node) -> Term:
    """A phrase of the house: its text alone, or its forms with what to write instead and how grave it is."""
    if not isinstance(node.value, dict):
        return Term("", _phrases(node))
    refuse_others(node, ADDED_KEYS, "a phrase has no")
    if "forms" not in node.value or not node.value["forms"].value:
        raise ConfigError(node.at, "a phrase needs `forms:`, the ways it is written")
    use, severity = node.value.get("use"), node.value.get("severity")
    return Term(
        id="",
        forms=_phrases(node.value["forms"]),
        use=() if use is None else _strings(use),
        severity=None if severity is None else cast("Severity", _choice(severity, SEVERITIES, "severity")),
    )


def _weighed(node: Node) -> dict[str, Any]:
    rows = _mapping(node, "terms with their severity, such as `synergy: warning`")
    return {"severity": tuple((Pick(key, node.keys[key]), _choice(value, SEVERITIES, "severity")) for key, value in rows.items())}


_WORDING: dict[str, Callable[[Node], dict[str, Any]]] = {"accept": _accepted, "add": _added, "term-severity": _weighed}


def _beside(node: Node) -> Path:
    """A path as seen from the settings file."""
    return Path(node.at.path).parent / Path(text_of(node)).expanduser()


def _cache(node: Node) -> Path | bool | None:
    """A folder, or false for none; true stands for the usual one."""
    if isinstance(node.value, bool):
        return None if node.value else False
    if isinstance(node.value, str) and node.value.strip():
        return _beside(node)
    raise ConfigError(node.at, "expected a folder, or false for no cache")


def _model(node: Node) -> str:
    """A package's name as it is, a folder as seen from the settings file."""
    text = text_of(node)
    return str(_beside(node)) if "/" in text or "\\" in text else text


def _fingerprints(node: Node) -> frozenset[str]:
    return frozenset(_strings(node))


LAW_KEYS = ("employees",)


def _law(node: Node) -> int | None:
    """What the settings tell of the employer, on which laws depend."""
    rows = _mapping(node, "what the law depends on, such as `employees: 40`")
    refuse_others(node, LAW_KEYS, "law has no")
    size = rows.get("employees")
    if size is None or size.value is None:
        return None
    if not _is_whole(size.value, 1, math.inf):
        raise ConfigError(size.at, "expected the number of employees, a whole number from 1")
    return cast("int", size.value)


_SIZE = lazy(r"\s*(\d{1,12})\s*([kMG]?)B?\s*\Z", re.IGNORECASE)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
LIMIT_KEYS = ("size", "seconds")


def _limits(node: Node) -> Limits:
    """What a single file may cost; what is left out keeps its default."""
    found: dict[str, Any] = {}
    rows = _mapping(node, "what a file may cost, such as `size: 20MB`")
    refuse_others(node, LIMIT_KEYS, "limits has no")
    for key, value in rows.items():
        if value.value is not None:
            found[key] = _bytes(value) if key == "size" else _seconds(value)
    return Limits(**found)


def _bytes(node: Node) -> int:
    said = None if isinstance(node.value, bool) else _SIZE.match(str(node.value))
    size = int(said[1]) * _TIMES[said[2].lower()] if said else 0
    if not 0 < size <= MOST_BYTES:
        raise ConfigError(node.at, f"expected a size up to {MOST_BYTES // _TIMES['m']}MB, such as 500kB or 20MB")
    return size


def _seconds(node: Node) -> float:
    if is_number(node.value) and 0 < node.value <= MOST_SECONDS:
        return float(node.value)
    raise ConfigError(node.at, f"expected a number of seconds, above 0 and up to {MOST_SECONDS}")


def _languagetool(node: Node) -> LanguageTool:
    from jdlint.config.languagetool import languagetool  # few settings have it

    return languagetool(node)


# Key in the file -> fields of Settings with their decoders. Of `extends`, only the profiles are left when decoding starts.
_DECODERS: dict[str, tuple[tuple[str, Callable[[Node], Any]], ...]] = {
    "extends": (("profiles", _picks),),
    "select": (("select", _picks),),
    "extend-select": (("extend_select", _picks),),
    "ignore": (("ignore", _picks),),
    "severity": (("severity", _severity),),
    "fail-on": (("fail_on", _fail_on),),
    "min-score": (("min_score", _min_score),),
    "per-file-ignores": (("per_file_ignores", _per_file_ignores),),
    "include": (("include", _strings),),
    "exclude": (("exclude", _strings),),
    "sections": (("headings", _sections),),
    "fields": (("fields", _fields),),
    "records": (("records", _records),),
    "export": (("export", _export),),
    "provided": (("provided", _picks),),
    "vocabulary": (("vocabulary", _phrases),),
    "ignore-findings": (("ignore_findings", _fingerprints),),
    "baseline": (("baseline", _beside),),
    "jurisdictions": (("jurisdictions", _picks),),
    "law": (("employees", _law),),
    "cache": (("cache", _cache),),
    "jobs": (("jobs", _jobs),),
    "spacy-model": (("spacy_model", _model),),
    "rule-paths": (("rule_paths", _rule_paths),),
    "plugins": (("plugins", _picks),),
    "rules": (("options", _rules), ("wording", _wording)),
    "languagetool": (("languagetool", _languagetool),),
    "limits": (("limits", _limits),),
}
KEYS = tuple(_DECODERS)
_OF_LISTS = (_picks, _strings, _phrases, _rule_paths, _fingerprints)
_OF_MAPPINGS = (_severity, _per_file_ignores, _sections, _fields, _records, _export, _rules, _law, _languagetool, _limits)


def form(key: str) -> Literal["list", "mapping", "value"]:
    """What a setting holds."""
    decoder = _DECODERS[key][0][1]
    return "list" if decoder in _OF_LISTS else "mapping" if decoder in _OF_MAPPINGS else "value"


def defaults() -> dict[str, Any]:
    """What holds where a setting is left out, in plain values."""
    bare = Settings()
    found = {key: getattr(bare, rows[0][0]) for key, rows in _DECODERS.items()}
    found["limits"] = {key: getattr(bare.limits, key) for key in LIMIT_KEYS}
    plain = {key: [p.text for p in value] for key, value in found.items() if value and isinstance(value, tuple)}
    return {key: plain.get(key, value or _EMPTY[form(key)]) for key, value in found.items()}


def check_keys(root: Node) -> None:
    """Raise ConfigError for a tree that is no mapping or has an unknown key."""
    _mapping(root, "settings, such as `fail-on: warning`")
    refuse_others(root, KEYS, "unknown setting")


def decode(root: Node) -> dict[str, Any]:
    """The values that a checked tree sets, by the fields of `Settings`. A key without a value counts as left out."""
    found: dict[str, Any] = {}
    for key, node in root.value.items():
        if key in _DECODERS and node.value is not None:
            found |= {name: decoder(node) for name, decoder in _DECODERS[key]}
    return found
