"""What a rule, its terms, examples and hits are. Loading fills these; kinds and checks work on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.hints import TYPE_CHECKING, Any, Literal
from jdlint.text.record import dataclass, field

if TYPE_CHECKING:
    from jdlint.posting.model import Excerpt

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # gravest first
EVIDENCE = ("law", "study", "guidance", "convention")  # on which a rule can rest
TRAINED = frozenset(("pos", "entities"))  # what a rule can need of a trained pipeline
SITE = "https://jdlint.dev/"  # where the documentation is published (mkdocs.yml); a fork changes it here and there
RULE_PAGES = f"{SITE}rules/"  # where every rule has its page, by code


@dataclass(frozen=True, slots=True)
class Guard:
    """A context in which a hit is no finding. Exactly one of `phrase` and `pattern` is set.

    `reach` is "overlap" (the guard's match must overlap the hit) or "sentence" (anywhere in the same sentence) or "block";
    with "trade", `phrase` names a trait of the work, such as "physical", or with `~` one that it lacks.
    """

    phrase: str = ""
    pattern: str = ""
    reach: Literal["overlap", "sentence", "block", "trade"] = "overlap"


@dataclass(frozen=True, slots=True)
class Term:
    """One phrase with its forms. What it leaves out (None) is the rule's."""

    id: str
    forms: tuple[str, ...]
    use: tuple[str, ...] = ()
    severity: Severity | None = None
    unless: tuple[Guard, ...] = ()
    where: tuple[str, ...] | None = None
    message: str | None = None
    case: bool = False  # capitals must stand as in the form


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression of a rule, tried on blocks in which an anchor occurs; without anchors, on every block.

    `term` holds what a pattern shares with a phrase (its `forms` are the anchors). Of each of the sets in
    `needles`, one is part of every match. `words` are the anchors of one word, folded, and `phrases` the words of the longer ones.
    """

    term: Term
    pattern: str
    needles: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TokenPattern:
    """A pattern over spaCy's tokens, or phrases that spaCy looks up; `term` is what it shares with a phrase.

    `tokens` are as spaCy's Matcher takes them, beside `AT` (the tokens that are marked, else all) and `PERSON` (of whom a word
    speaks). A sentence is looked at only if it holds a piece of a word of each set in `literals`. `needs` are the parts of a
    trained pipeline without which this one pattern is left out; `speaks_of` are those of whom the sentence must speak.
    """

    term: Term
    tokens: tuple[Mapping[str, Any], ...] = ()
    phrases: tuple[str, ...] = ()
    attribute: str = "LOWER"
    literals: tuple[frozenset[str], ...] = ()
    needs: tuple[str, ...] = ()
    speaks_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """An option of a rule: its type, default, one line of help, and the bounds of a number."""

    name: str
    type: Literal["number", "integer", "flag", "text", "strings"]
    default: Any
    help: str
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule, without the long prose that only documentation needs (`why`, `sources`, `examples`)."""

    code: str
    name: str
    kind: str
    severity: Severity
    message: str
    status: str = "stable"
    since: str = "0.1.0"
    confidence: Literal["high", "medium", "low"] = "high"
    evidence: Literal["law", "study", "guidance", "convention"] = "convention"
    summary: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)
    where: tuple[str, ...] = ()
    unless: tuple[Guard, ...] = ()
    terms: tuple[Term, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    tokens: tuple[TokenPattern, ...] = ()
    fix: Literal["none", "safe", "unsafe"] = "none"
    provided_by: str | None = None
    supersedes: tuple[str, ...] = ()
    options: tuple[OptionSpec, ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict)  # what only the rule's kind understands
    trusted: bool = True  # shipped with jdlint, not a user's
    language: str = "any"  # "en": only for postings in English
    needs: tuple[str, ...] = ()  # packages, or parts of a trained pipeline, without which it can't run
    wording: bool = False  # judges the words it marks, and gives way to a graver finding on the same words


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source range of an excerpt with new text."""

    at: Excerpt
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a kind or a check reports. `at` None: something is absent, and the finding points at the title.

    `values` fill the fields of the rule's message (`{match}`, `{use}` and `{code}` are filled by the engine);
    `variant` picks one of the rule's `messages`. `related` are further places with a few words each. With a `sketch` it is a finding
    only if another posting of the run says so, for which the sketch holds what is compared (see jdlint.engine.together).
    """

    at: Excerpt | None
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None
    term: str = ""
    use: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[Excerpt, str], ...] = ()
    sketch: str = ""


class Options(Mapping[str, Any]):
    """A rule's options as they hold for one run: defaults overlaid with settings, already validated."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = dict(values)

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401  # options are of several types; the accessors below narrow
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def number(self, key: str) -> float:
        """A numeric option."""
        return float(self._values[key])

    def integer(self, key: str) -> int:
        """A whole-number option."""
        return int(self._values[key])

    def strings(self, key: str) -> tuple[str, ...]:
        """A list-of-strings option."""
        return tuple(self._values[key])
