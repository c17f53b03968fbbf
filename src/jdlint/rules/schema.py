"""What a rule file may hold: every key, its type, and the checks that need more than one key."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from jdlint.hints import Any, get_args
from jdlint.posting.model import SectionKind
from jdlint.posting.trades import trait_names
from jdlint.resources import rules_dir
from jdlint.rules import wording
from jdlint.rules.document import RuleDocument, Trail
from jdlint.rules.errors import OptionError, nearest
from jdlint.rules.literals import literals, phrase_literals
from jdlint.rules.model import EVIDENCE, SEVERITIES, OptionSpec
from jdlint.rules.options import check_option
from jdlint.rules.parts import expanded
from jdlint.rules.patterns import PatternError, compile_pattern
from jdlint.rules.tokens import PEOPLE, check_tokens
from jdlint.text.lazy import lazy
from jdlint.text.words import words

SECTIONS: tuple[str, ...] = get_args(SectionKind)
CONTENTS = tuple(kind for kind in SECTIONS if kind != "other")  # what a posting has or lacks; anything may be other
SCOPES = (*SECTIONS, "title", "heading", "item", "paragraph", "cell", "field", "quote", "body")
KINDS = ("terms", "regex", "tokens", "section", "fact", "metric", "python", "internal")
OPTION_TYPES = ("number", "integer", "flag", "text", "strings")
DOC_KEYS = ("why", "sources", "examples")
COMMON_KEYS = (
    "code", "name", "kind", "status", "since", "severity", "confidence", "evidence", "language", "summary", "message", "messages",
    "fix", "provided-by", "supersedes", "options", "needs", *DOC_KEYS,
)  # fmt: skip
UNLESS = ("unless", "unless-sentence", "unless-block", "unless-trade")
BODY_KEYS: dict[str, tuple[str, ...]] = {
    "terms": ("terms", "lexicon", "where", *UNLESS),
    "regex": ("patterns", "parts", "where", *UNLESS),
    "tokens": ("patterns", "where", *UNLESS),
    "section": ("requires", "unless-any", "unless-has"),
    "fact": ("absent", "unless-any", "unless-has"),
    "metric": ("metric", "above", "below", "of", "note-within"),
    "python": ("check", "wording"),
    "internal": (),
}
NEEDED = {
    "terms": "terms", "regex": "patterns", "tokens": "patterns", "section": "requires", "fact": "absent", "metric": "metric",
    "python": "check",
}  # fmt: skip
_SHARED = ("id", "use", "severity", "where", "message", *UNLESS)
TERM_KEYS = (*_SHARED, "forms", "case")
PATTERN_KEYS = (*_SHARED, "pattern", "anchors")
NEEDS = ("textstat", "spacy", "pos", "entities", "languagetool")
TOKEN_KEYS = (*_SHARED, "tokens", "phrases", "attribute", "needs", "speaks-of", "costly")
OPTION_KEYS = ("type", "default", "help", "minimum", "maximum")
FIELD = lazy(r"\{([a-z_]+)\}")
_CODE = lazy(r"[A-Z]{3}\d{3}\Z")
_NAME = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_CHECK = lazy(r"[a-z_]+:[a-z_]+\Z")
_FIELDS: dict[str, tuple[str, ...]] = {
    "terms": ("match", "use", "term"), "regex": ("match", "use", "term"), "tokens": ("match", "use", "term"),
    "section": (), "fact": (), "metric": ("value", "limit"),
}  # fmt: skip
# Of a rule that is not shipped: beyond these it is a data set, not a rule, and every run would pay for it.
MOST_ROWS = {"terms": 10_000, "patterns": 500}
CHOICES = {
    "kind": KINDS, "status": ("preview", "stable", "deprecated", "removed"), "severity": SEVERITIES,
    "confidence": ("high", "medium", "low"), "evidence": EVIDENCE,
    "language": ("en", "any"), "fix": ("none", "safe", "unsafe"),
}  # fmt: skip


def check(doc: RuleDocument, *, trusted: bool = True) -> dict[str, Any]:
    """The content of a valid rule file; RuleError names the first thing that is wrong with it, and where."""
    return _Checker(doc, trusted).run()


class _Checker:
    """One pass over one rule file."""

    def __init__(self, doc: RuleDocument, trusted: bool) -> None:
        self._doc = doc
        self._data: Any = doc.data
        self._trusted = trusted

    def run(self) -> dict[str, Any]:
        if not isinstance(self._data, dict):
            raise self._doc.error((), "expected a rule: keys such as `code:` and `name:`")
        kind = self._data.get("kind")
        if kind is None:
            raise self._doc.error((), f'"kind:" is missing (one of {", ".join(KINDS)})')
        if kind not in KINDS:
            raise self._doc.error(("kind",), f'unknown kind "{kind}"{nearest(str(kind), KINDS)} (one of {", ".join(KINDS)})')
        self._doc.keys((), self._data, (*COMMON_KEYS, *BODY_KEYS[kind]), f"a rule of kind {kind}")
        if kind == "regex":
            self._data = expanded(self._doc, self._data)
        main = [] if kind == "internal" else ["message", "lexicon" if "lexicon" in self._data else NEEDED[kind]]
        needed = ["code", "name", "severity", "summary", *main]
        for key in needed:
            if key not in self._data:
                raise self._doc.error((), f'"{key}:" is missing')
        self._top()
        self._options()
        self._messages()
        if kind == "python" and not self._trusted:
            raise self._doc.error(("kind",), "a rule of kind python runs code, so it can only come with jdlint itself")
        body: Callable[[], None] = getattr(self, f"_{kind}")
        body()
        if "lexicon" not in self._data:
            return dict(self._data)
        return {**self._data, "terms": [*self._lexicon_terms(), *self._data.get("terms", ())]}

    def _lexicon_terms(self) -> list[dict[str, Any]]:
        """The terms that several rules share, checked as if they stood in this rule's file."""
        name = self._doc.text(("lexicon",), self._data["lexicon"])
        path = rules_dir() / "lexicons" / f"{name}.yaml"
        if not re.fullmatch(r"[a-z-]+", name) or not path.is_file():
            raise self._doc.error(("lexicon",), f'there is no lexicon "{name}"')
        shared = _Checker(RuleDocument(path), self._trusted)
        if not isinstance(shared._doc.data, dict) or "terms" not in shared._doc.data:
            raise self._doc.error(("lexicon",), f'the lexicon "{name}" holds no terms')
        shared._data = {k: self._data.get(k, {}) for k in ("message", "messages")} | {"terms": shared._doc.data["terms"]}
        shared._terms()
        return list(shared._data["terms"])

    # Pieces that many keys share

    def _match(self, key: str, form: re.Pattern[str], example: str) -> None:
        if not form.match(self._doc.text((key,), self._data[key])):
            raise self._doc.error((key,), f"expected something like {example}")

    def _pattern(self, trail: Trail, pattern: str) -> None:
        try:
            compile_pattern(pattern, trusted=self._trusted)
        except PatternError as error:
            raise self._doc.error(trail, str(error)) from error

    # The parts of a file

    def _top(self) -> None:
        data = self._data
        self._match("code", _CODE, "ABC001: three capitals and three digits")
        self._match("name", _NAME, "missing-pay: lower-case words joined by hyphens")
        self._doc.text(("summary",), data["summary"])
        for key, known in CHOICES.items():
            if key in data:
                self._doc.choice((key,), data[key], known)
        for key in ("since", "provided-by"):
            if data.get(key) is not None:
                self._doc.text((key,), data[key])
        self._needs((), data)
        for code in self._doc.texts(("supersedes",), data.get("supersedes", [])):
            if not _CODE.match(code):
                raise self._doc.error(("supersedes",), f'"{code}" is no rule code')
        if data.get("fix", "none") != "none" and data["kind"] not in ("terms", "regex", "tokens", "python", "internal"):
            raise self._doc.error(("fix",), f"a rule of kind {data['kind']} has nothing to put in the place of what is missing")
        self._scopes((), data)
        self._guards((), data)

    def _scopes(self, trail: Trail, owner: dict[str, Any]) -> None:
        for i, scope in enumerate(self._doc.texts((*trail, "where"), owner.get("where", []))):
            self._doc.choice((*trail, "where", i), scope.removeprefix("~"), SCOPES)

    def _guards(self, trail: Trail, owner: dict[str, Any]) -> None:
        for key in UNLESS:
            for i, guard in enumerate(self._doc.texts((*trail, key), owner.get(key, []))):
                at = (*trail, key, i)
                if key == "unless-trade":
                    self._doc.choice(at, guard.removeprefix("~"), trait_names())
                elif len(guard) > 1 and guard.startswith("/") and guard.endswith("/"):
                    self._pattern(at, guard[1:-1])
                elif not words(guard):
                    raise self._doc.error(at, "a guard needs a word, or a regular expression between slashes")

    def _options(self) -> None:
        options = self._data.get("options", {})
        if not isinstance(options, dict):
            raise self._doc.error(("options",), "expected options by name")
        for name, spec in options.items():
            at = ("options", name)
            if name in wording.KEYS and (name != "accept" or self._data["kind"] in wording.KINDS):
                raise self._doc.error(at, f'the settings mean something else by "{name}"; give the option another name', key=True)
            self._doc.keys(at, spec, OPTION_KEYS, "an option")
            for key in ("type", "default", "help"):
                if key not in spec:
                    raise self._doc.error(at, f'the option "{name}" lacks "{key}:"')
            self._doc.choice((*at, "type"), spec["type"], OPTION_TYPES)
            self._doc.text((*at, "help"), spec["help"])
            self._bounds(at, spec)

    def _bounds(self, at: Trail, spec: dict[str, Any]) -> None:
        """The bounds of an option, and its default within them."""
        for key in ("minimum", "maximum"):
            if key in spec and spec["type"] not in ("integer", "number"):
                raise self._doc.error((*at, key), "only a number has bounds", key=True)
            if key in spec and (isinstance(spec[key], bool) or not isinstance(spec[key], int | float)):
                raise self._doc.error((*at, key), "expected a number")
        try:
            check_option(
                OptionSpec(str(at[-1]), spec["type"], spec["default"], "", spec.get("minimum"), spec.get("maximum")), spec["default"]
            )
        except OptionError as error:
            raise self._doc.error((*at, "default"), str(error)) from error

    def _messages(self) -> None:
        messages = self._data.get("messages", {})
        if not isinstance(messages, dict):
            raise self._doc.error(("messages",), "expected texts by name")
        for trail, text in ((("messages", k), v) for k, v in messages.items()):
            self._fields(trail, self._doc.text(trail, text))
        if "message" in self._data:
            self._fields(("message",), self._doc.text(("message",), self._data["message"]))

    def _fields(self, trail: Trail, message: str) -> None:
        known = _FIELDS.get(self._data["kind"])
        if known is None:
            return
        for field in FIELD.findall(message):
            if field not in known:
                have = ", ".join(f"{{{k}}}" for k in known) or "none"
                raise self._doc.error(trail, f"a message of kind {self._data['kind']} can't fill {{{field}}} (it has {have})")

    def _shared(self, trail: Trail, term: dict[str, Any]) -> None:
        """What terms and patterns have in common."""
        if "severity" in term:
            self._doc.choice((*trail, "severity"), term["severity"], SEVERITIES)
        self._doc.texts((*trail, "use"), term.get("use", []))
        self._scopes(trail, term)
        self._guards(trail, term)
        if "id" in term:
            self._doc.text((*trail, "id"), term["id"])
        variant = self._doc.text((*trail, "message"), term["message"]) if "message" in term else None
        messages = self._data.get("messages", {})
        if variant is not None and variant not in messages:
            raise self._doc.error((*trail, "message"), f'no text "{variant}" in messages{nearest(variant, messages)}')
        if "{use}" in messages.get(variant, self._data["message"]) and not term.get("use"):
            raise self._doc.error(trail, "the message says {use}, but there is nothing in `use:`; add it, or give it another message")

    def _list(self, key: str, known: tuple[str, ...], what: str) -> list[tuple[Trail, dict[str, Any]]]:
        rows = self._data[key]
        if not isinstance(rows, list) or not rows:
            raise self._doc.error((key,), f"expected a list of {what}s")
        if not self._trusted and len(rows) > MOST_ROWS[key]:
            raise self._doc.error((key,), f"a rule takes {MOST_ROWS[key]:,} {what}s at most, not {len(rows):,}")
        ids: set[str] = set()
        for i, row in enumerate(rows):
            self._doc.keys((key, i), row, known, f"a {what}")
            self._shared((key, i), row)
            if row.get("id") in ids:
                raise self._doc.error((key, i, "id"), f'the id "{row["id"]}" is taken')
            ids.update([row["id"]] if "id" in row else [])
        return [((key, i), row) for i, row in enumerate(rows)]

    def _terms(self) -> None:
        if "terms" not in self._data:
            return
        seen: dict[tuple[tuple[str, ...], object], str] = {}
        for trail, term in self._list("terms", TERM_KEYS, "term"):
            if not self._doc.texts((*trail, "forms"), term.get("forms")):
                raise self._doc.error(trail, "a term needs at least one form")
            self._doc.flag((*trail, "case"), term.get("case", False))
            for i, form in enumerate(term["forms"]):
                parts = tuple(w.norm for w in words(form))
                if not parts:
                    raise self._doc.error((*trail, "forms", i), "a form needs a word")
                key = (parts, form if term.get("case") else tuple(term.get("where", ())))
                if key in seen:
                    raise self._doc.error((*trail, "forms", i), f'"{form}" stands here twice (before as "{seen[key]}")')
                seen[key] = form

    def _regex(self) -> None:
        for trail, row in self._list("patterns", PATTERN_KEYS, "pattern"):
            self._pattern((*trail, "pattern"), self._doc.text((*trail, "pattern"), row.get("pattern")))
            if "anchors" not in row:
                raise self._doc.error(trail, "a pattern needs `anchors:`, words of which one must occur; [] tries it on every block")
            for i, anchor in enumerate(self._doc.texts((*trail, "anchors"), row["anchors"])):
                if not words(anchor):
                    raise self._doc.error((*trail, "anchors", i), "an anchor needs a word")

    def _needs(self, trail: Trail, owner: dict[str, Any]) -> list[str]:
        found = self._doc.texts((*trail, "needs"), owner.get("needs", []))
        for i, need in enumerate(found):
            self._doc.choice((*trail, "needs", i), need, NEEDS)
        return found

    def _tokens(self) -> None:
        for trail, row in self._list("patterns", TOKEN_KEYS, "pattern"):
            needs = [*self._data.get("needs", []), *self._needs(trail, row)]
            for i, person in enumerate(self._doc.texts((*trail, "speaks-of"), row.get("speaks-of", []))):
                self._doc.choice((*trail, "speaks-of", i), person, PEOPLE)
            if ("tokens" in row) == ("phrases" in row):
                raise self._doc.error(trail, "a pattern has either `tokens:` or `phrases:`")
            if "tokens" in row:
                check_tokens(self._doc, (*trail, "tokens"), row["tokens"], needs, trusted=self._trusted)
                telling = literals(row["tokens"])
            else:
                telling = self._phrases(trail, row)
            if not telling and row.get("costly") is not True:
                message = (
                    "no word must occur for this pattern to match, so spaCy would read every sentence; say `costly: true` if that is meant"
                )
                raise self._doc.error(trail, message)

    def _phrases(self, trail: Trail, row: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
        phrases = self._doc.texts((*trail, "phrases"), row["phrases"])
        if not phrases:
            raise self._doc.error((*trail, "phrases"), "expected a list of texts, such as [one, two]")
        self._doc.choice((*trail, "attribute"), row.get("attribute", "LOWER"), ("LOWER", "ORTH"))
        return phrase_literals(phrases)

    def _presence(self) -> None:
        for i, name in enumerate(self._doc.texts(("unless-any",), self._data.get("unless-any", []))):
            self._attribute(("unless-any", i), name)
        for i, kind in enumerate(self._doc.texts(("unless-has",), self._data.get("unless-has", []))):
            self._doc.choice(("unless-has", i), kind, CONTENTS)

    def _attribute(self, trail: Trail, name: str) -> None:
        from jdlint.posting.posting import Posting

        known = [n for n, member in vars(Posting).items() if isinstance(member, cached_property) and not n.startswith("_")]
        if name not in known:
            raise self._doc.error(trail, f'a posting has no fact "{name}"{nearest(name, known)}')

    def _section(self) -> None:
        self._doc.choice(("requires",), self._data["requires"], CONTENTS)
        self._presence()

    def _fact(self) -> None:
        self._attribute(("absent",), self._doc.text(("absent",), self._data["absent"]))
        self._presence()

    def _metric(self) -> None:
        self._doc.text(("metric",), self._data["metric"])
        bounds = [k for k in ("above", "below") if k in self._data]
        if len(bounds) != 1:
            raise self._doc.error((), "a metric needs either `above:` or `below:`")
        options = self._data.get("options", {})
        name = self._doc.text((bounds[0],), self._data[bounds[0]])
        if name not in options or options[name]["type"] not in ("integer", "number"):
            raise self._doc.error((bounds[0],), f'"{name}" is no numeric option of this rule{nearest(name, options)}')
        if "of" in self._data:
            self._doc.choice(("of",), self._data["of"], SECTIONS)
        share = self._data.get("note-within", 0)
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
            raise self._doc.error(("note-within",), "expected a share of the bound, from 0 to 1")

    def _python(self) -> None:
        self._match("check", _CHECK, "pay:open_ended, that is jdlint.checks.pay and its function")
        self._doc.flag(("wording",), self._data.get("wording", False))

    def _internal(self) -> None:
        """Nothing but documentation."""
