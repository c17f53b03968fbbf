"""From the checked content of a rule file to a `Rule`."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.hints import Any, Literal
from jdlint.rules.literals import literals, phrase_literals
from jdlint.rules.model import Guard, OptionSpec, Pattern, Rule, Term, TokenPattern
from jdlint.rules.needles import needles
from jdlint.rules.wording import KINDS
from jdlint.text.phrases import folded

_REACH: tuple[tuple[str, Literal["overlap", "sentence", "block", "trade"]], ...] = (
    ("unless", "overlap"),
    ("unless-sentence", "sentence"),
    ("unless-block", "block"),
    ("unless-trade", "trade"),
)
_BODY = ("requires", "absent", "unless-any", "unless-has", "metric", "above", "below", "of", "note-within", "check")


def build_rule(raw: Mapping[str, Any], *, trusted: bool = True) -> Rule:
    """The rule that a checked file describes."""
    kind = raw["kind"]
    worded = kind in KINDS
    return Rule(
        code=raw["code"],
        name=raw["name"],
        kind=kind,
        severity=raw["severity"],
        message=raw.get("message", ""),
        status=raw.get("status", "stable"),
        since=raw.get("since", "0.1.0"),
        confidence=raw.get("confidence", "high"),
        evidence=raw.get("evidence", "convention"),
        summary=raw["summary"],
        messages=raw.get("messages", {}),
        where=tuple(raw.get("where", ())),
        unless=_guards(raw),
        terms=tuple(_term(t, i, t["forms"]) for i, t in enumerate(raw.get("terms", ()))),
        patterns=tuple(_pattern(p, i) for i, p in enumerate(raw.get("patterns", ()))) if kind == "regex" else (),
        tokens=tuple(_tokens(p, i) for i, p in enumerate(raw["patterns"])) if kind == "tokens" else (),
        fix=raw.get("fix", "none"),
        provided_by=raw.get("provided-by"),
        supersedes=tuple(raw.get("supersedes", ())),
        options=tuple(_option(name, spec) for name, spec in raw.get("options", {}).items()),
        body={k: raw[k] for k in _BODY if k in raw},
        trusted=trusted,
        language=raw.get("language", "en" if worded else "any"),
        needs=tuple(raw.get("needs", ())),
        wording=worded or raw.get("wording", False),
    )


def prepared(raw: Mapping[str, Any]) -> dict[str, Any]:
    """A pattern's row with what can be told of it beforehand: its needles, and the words of its anchors."""
    anchors = [folded(anchor) for anchor in raw["anchors"]]
    words, phrases = [a[0] for a in anchors if len(a) == 1], [a for a in anchors if len(a) > 1]
    return {**raw, "needles": needles(raw["pattern"]), "words": words, "phrases": phrases}


def _pattern(raw: Mapping[str, Any], number: int) -> Pattern:
    if "needles" not in raw:
        raw = prepared(raw)
    term, phrases = _term(raw, number, raw["anchors"]), tuple(map(tuple, raw["phrases"]))
    return Pattern(term, raw["pattern"], tuple(map(tuple, raw["needles"])), tuple(raw["words"]), phrases)


def _tokens(raw: Mapping[str, Any], number: int) -> TokenPattern:
    phrases = tuple(raw.get("phrases", ()))
    found = phrase_literals(phrases) if phrases else literals(raw["tokens"])
    return TokenPattern(
        _term(raw, number, list(phrases)),
        tuple(raw.get("tokens", ())),
        phrases,
        raw.get("attribute", "LOWER"),
        tuple(frozenset(pieces) for pieces in found),
        tuple(raw.get("needs", ())),
        tuple(raw.get("speaks-of", ())),
    )


def _term(raw: Mapping[str, Any], number: int, forms: list[str]) -> Term:
    where = raw.get("where")
    return Term(
        id=raw.get("id", f"{number + 1}"),
        forms=tuple(forms),
        use=tuple(raw.get("use", ())),
        severity=raw.get("severity"),
        unless=_guards(raw),
        where=None if where is None else tuple(where),
        message=raw.get("message"),
        case=raw.get("case", False),
    )


def _guards(raw: Mapping[str, Any]) -> tuple[Guard, ...]:
    found = []
    for key, reach in _REACH:
        for text in raw.get(key, ()):
            pattern = text[1:-1] if len(text) > 1 and text[0] == text[-1] == "/" else ""
            found.append(Guard(phrase="" if pattern else text, pattern=pattern, reach=reach))
    return tuple(found)


def _option(name: str, raw: Mapping[str, Any]) -> OptionSpec:
    return OptionSpec(name, raw["type"], raw["default"], raw["help"], raw.get("minimum"), raw.get("maximum"))
