"""The rules that settings ask for, with errors that name the place in the settings."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.config.errors import At, ConfigError
from jdlint.config.globs import matches
from jdlint.config.model import Pick, Settings
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.rules.errors import OptionError, RuleError, UnknownRuleError, nearest
from jdlint.rules.index import RuleIndex, shipped_rules
from jdlint.rules.select import Selection, codes, select
from jdlint.text.record import replace

if TYPE_CHECKING:
    from jdlint.rules.ruleset import RuleSet

GRAMMAR = "LNG02"  # how the codes of the rules begin that ask LanguageTool


def ignored_in(settings: Settings, path: str) -> tuple[Pick, ...]:
    """What `per-file-ignores` takes away from a file."""
    return tuple(p for pattern, picks in settings.per_file_ignores if matches((pattern,), path, settings.root) for p in picks)


def build(settings: Settings, ignored: tuple[Pick, ...] = ()) -> RuleSet:
    """The rule set for settings; ConfigError where they name what is not there."""
    from jdlint.engine.tailor import accept_options, tailored  # who looks a rule up needs none of them
    from jdlint.rules.ruleset import assemble

    index = rule_index(settings)
    for pick in _picks(settings):
        _check_pick(pick, index)
    _check_provided(settings, index)
    _check_jurisdictions(settings)
    options: dict[str, dict[str, Any]] = {}
    for row in settings.options:
        options.setdefault(row.rule.text, {})[row.option.text] = row.value
    for code, accepted in accept_options(settings.wording, index):
        options.setdefault(code, {})["accept"] = accepted
    selection = Selection(
        default=(*_texts(settings.profiles), *_languagetool(settings)),
        select=None if settings.select is None else _texts(settings.select),
        extend_select=_texts(settings.extend_select),
        ignore=_texts((*settings.ignore, *ignored)),
    )
    worded = tailored(settings.wording, index)
    rules = [worded[entry.code].rule if entry.code in worded else entry.build() for entry in select(selection, index)]
    try:
        found = assemble(rules, index, options, {p.text: s for p, s in settings.severity}, _texts(settings.provided))
        return replace(found, term_severity={(code, term): s for code, w in worded.items() for term, s in w.severity.items()})
    except OptionError as error:
        at = next(_places(settings, error, index), At("rules"))
        raise ConfigError(at, str(error)) from error
    except UnknownRuleError as error:  # a prefix where one rule is meant
        at = next((r.rule.at for r in settings.options if f'"{r.rule.text}"' in str(error)), At("rules"))
        raise ConfigError(at, str(error)) from error


def _languagetool(settings: Settings) -> tuple[str, ...]:
    """The rules that LanguageTool brings where it is turned on; no profile has them."""
    return (GRAMMAR,) if settings.grammar else ()


def _places(settings: Settings, error: OptionError, index: RuleIndex) -> Iterator[At]:
    """Where the settings speak of the option that can't be used."""
    rows = (*((r.rule, r.option) for r in settings.options), *((r.rule, r.key) for r in settings.wording))
    return (option.at for rule, option in rows if option.text == error.option and codes(rule.text, index) == {error.rule})


def _texts(picks: tuple[Pick, ...]) -> tuple[str, ...]:
    return tuple(p.text for p in picks)


def rule_index(settings: Settings) -> RuleIndex:
    """The shipped rules, and those in the settings' `rule-paths` and `plugins`."""
    for path, at in settings.rule_paths:
        if not (path.is_dir() or path.is_file()):
            raise ConfigError(at, f"no such file or folder of rules: {path}")
    paths = [path for path, _ in settings.rule_paths]
    if settings.plugins:
        from jdlint.engine.plugins import folders  # only who has plugins pays for the look at what is installed

        paths += folders(settings.plugins)
    try:
        return shipped_rules().with_folders(paths)
    except RuleError as error:
        raise ConfigError(At(error.path, error.line, error.column), error.message) from error


def _picks(settings: Settings) -> Iterator[Pick]:
    """Every selector that the settings name."""
    yield from settings.profiles
    yield from settings.select or ()
    yield from settings.extend_select
    yield from settings.ignore
    yield from (pick for pick, _ in settings.severity)
    for _, picks in settings.per_file_ignores:
        yield from picks
    yield from (row.rule for row in settings.options)
    yield from (row.rule for row in settings.wording)


def _check_pick(pick: Pick, index: RuleIndex) -> None:
    try:
        codes(pick.text, index)
    except UnknownRuleError as error:
        raise ConfigError(pick.at, str(error)) from error


def _check_provided(settings: Settings, index: RuleIndex) -> None:
    if not settings.provided:
        return
    known = sorted({part for e in index.entries.values() if (part := e.raw.get("provided-by"))})
    for pick in settings.provided:
        if pick.text not in known:
            near = nearest(pick.text, known)
            raise ConfigError(pick.at, f'no rule looks for a part "{pick.text}"{near} (one of {", ".join(known)})')


def _check_jurisdictions(settings: Settings) -> None:
    if settings.law_places is None:
        return
    from jdlint.law.places import known_codes

    known = known_codes()
    for pick in settings.jurisdictions:
        if pick.text == "auto":
            raise ConfigError(pick.at, "`auto` stands alone: the posting's own places tell, or the list does")
        if pick.text not in known:
            raise ConfigError(pick.at, f'unknown jurisdiction "{pick.text}"{nearest(pick.text, known)} (`jdlint law` lists them)')
