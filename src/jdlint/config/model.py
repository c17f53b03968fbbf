"""The settings of one run, decoded and checked as far as no rule is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping

from jdlint.config.errors import At
from jdlint.hints import TYPE_CHECKING, Any, Literal
from jdlint.readers import DATA_FORMATS
from jdlint.text.record import NamedTuple, dataclass, field

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.posting.model import LanguageTool
    from jdlint.rules.model import Severity, Term

FailOn = Literal["error", "warning", "info", "never"]
MOST_SCORE = 100
MOST_JOBS = 256
MOST_BYTES = 1_000_000_000
MOST_SECONDS = 86_400
MOST_TEXT = 10_000_000
_MOST = {"docx": 50_000_000, "pdf": 50_000_000} | dict.fromkeys(DATA_FORMATS, 200_000_000)
FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "info", "never")


class Pick(NamedTuple):
    """A rule's code, name or prefix (or ALL) as written, and where."""

    text: str
    at: At


class RuleOption(NamedTuple):
    """A value for one option of the rule that a setting names; types are checked once the rules are known."""

    rule: Pick
    option: Pick
    value: Any
    at: At


class RuleWording(NamedTuple):
    """What a setting says of the phrases of the rule it names: terms or phrases to accept, phrases to add, terms weighed otherwise.

    `key` is one of accept, add and term-severity; whether the rule has such phrases and terms is checked once the rules are known.
    """

    rule: Pick
    key: Pick
    accept: tuple[Pick, ...] = ()
    add: tuple[Term, ...] = ()
    severity: tuple[tuple[Pick, Severity], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, in bytes, and how long reading it, and judging it, may take, in seconds of processor time each.

    Without a `size` that of the file's format holds. Tables are read row by row and may be of any size.
    """

    size: int | None = None
    seconds: float = 30

    def most(self, form: str | None) -> int:
        """The bytes that a file of a format may have; None stands for a format that is not known yet."""
        return self.size or _MOST.get(form or "", MOST_TEXT)


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a run. `file` is the settings file, `root` the folder that its globs and paths start from.

    `profiles` hold where nothing more is said; `select` replaces them.
    """

    file: Path | None = None
    root: str = os.curdir
    profiles: tuple[Pick, ...] = (Pick("recommended", At("jdlint")),)
    select: tuple[Pick, ...] | None = None
    extend_select: tuple[Pick, ...] = ()
    ignore: tuple[Pick, ...] = ()
    severity: tuple[tuple[Pick, Severity], ...] = ()
    fail_on: FailOn = "error"
    min_score: int | None = None
    per_file_ignores: tuple[tuple[str, tuple[Pick, ...]], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)  # a heading of the house, casefolded -> section kind
    fields: Mapping[str, str] = field(default_factory=dict)  # a front-matter or record key, casefolded -> fact or section kind
    records: Mapping[str, str] = field(default_factory=dict)  # a fact -> the key, column or JSON pointer that holds it in files of data
    export: Mapping[str, str] = field(default_factory=dict)  # what `jdlint export` adds: organization, url
    provided: tuple[Pick, ...] = ()
    vocabulary: tuple[str, ...] = ()
    ignore_findings: frozenset[str] = frozenset()
    rule_paths: tuple[tuple[Path, At], ...] = ()
    plugins: tuple[Pick, ...] = ()
    options: tuple[RuleOption, ...] = ()
    wording: tuple[RuleWording, ...] = ()
    baseline: Path | None = None
    jobs: int | Literal["auto"] = "auto"  # processes of a run that starts with a posting of these settings
    cache: Path | Literal[False] | None = None  # where findings are kept; None: in the user's cache folder
    languagetool: LanguageTool | None = None
    jurisdictions: tuple[Pick, ...] = (Pick("auto", At("jdlint")),)  # auto: those of the posting's places
    employees: int | None = None
    limits: Limits = Limits()
    spacy_model: str = ""  # a trained pipeline: the name of its package, or its folder

    @property
    def grammar(self) -> LanguageTool | None:
        """What LanguageTool is told; None where it is not asked."""
        return self.languagetool if self.languagetool is not None and self.languagetool.enabled else None

    @property
    def law_places(self) -> tuple[str, ...] | None:
        """The jurisdictions that hold, by their codes; None where each posting's places tell."""
        texts = tuple(p.text for p in self.jurisdictions)
        return None if texts == ("auto",) else texts
