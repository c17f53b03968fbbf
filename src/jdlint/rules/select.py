"""Which rules run: codes, prefixes, names, profiles and ALL, selected or ignored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.rules.errors import UnknownRuleError, nearest
from jdlint.rules.index import Entry, RuleIndex
from jdlint.text.lazy import lazy
from jdlint.text.record import dataclass

_PREFIX = lazy(r"[A-Za-z]{1,3}\d{0,3}\Z")
_PARTED = lazy(r"[\s,;]")
FULL = 6  # the length of a whole code: a name weighs as much


@dataclass(frozen=True, slots=True)
class Selection:
    """What the settings ask for, as written.

    `default` is what holds where nothing is said (a profile): it gives way to whatever is said. `select` replaces it.
    """

    default: tuple[str, ...] = ("recommended",)
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def resolve(text: str, index: RuleIndex) -> Iterator[tuple[Entry, int]]:
    """The rules that a selector names, each with the weight of the selector: 0 for all and profiles, else a prefix's length.

    UnknownRuleError where it names none.
    """
    if text == "ALL":
        yield from ((e, 0) for e in index.entries.values())
    elif text in index.profiles:
        for pick in index.profiles[text]:
            yield from ((e, 0) for e, _ in resolve(pick, index))
        yield from ((e, 0) for e in index.entries.values() if not e.trusted)
    else:
        yield from _by_code_or_name(text, index)


def _by_code_or_name(text: str, index: RuleIndex) -> Iterator[tuple[Entry, int]]:
    found: list[tuple[Entry, int]] = []
    exact = index.entries.get(text)
    if exact is not None and len(text) == FULL:
        found = [(exact, FULL)]
    elif _PREFIX.match(text):
        prefix = text.upper()
        found = [(e, len(text)) for e in index.entries.values() if e.code.startswith(prefix)]
    if not found:
        name = text.lower()
        found = [(e, FULL) for e in index.entries.values() if e.name == name]
    if not found:
        known = [*index.entries, *(e.name for e in index.entries.values()), *index.profiles, *{c[:3] for c in index.entries}, "ALL"]
        shape = text.upper() if text.isupper() or _PREFIX.match(text) else text.lower()
        several = "; several are a list: [PAY, INC] in the settings, PAY,INC on the command line" if _PARTED.search(text.strip()) else ""
        raise UnknownRuleError(f'no rule, prefix or profile "{text}"{several or nearest(shape, known)}')
    yield from found


def codes(text: str, index: RuleIndex) -> frozenset[str]:
    """The codes that one selector names; UnknownRuleError where it names none."""
    return frozenset(e.code for e, _ in resolve(text, index))


def select(selection: Selection, index: RuleIndex) -> list[Entry]:
    """The rules to run, in order of their codes.

    Explicit beats implicit, then the longest prefix wins; where both are as long, `ignore` does. A rule that is in preview,
    deprecated or removed runs only when its own code or name asks for it. Rules of kind internal always run.
    """
    wanted = _weights(selection.default if selection.select is None else (), index)
    asked = _weights((*(selection.select or ()), *selection.extend_select), index)
    refused = _weights(selection.ignore, index)
    return [e for code, e in sorted(index.entries.items()) if _runs(e, wanted.get(code), asked.get(code), refused.get(code))]


def _weights(texts: Iterable[str], index: RuleIndex) -> dict[str, int]:
    """The greatest weight with which each rule is named."""
    found: dict[str, int] = {}
    for text in texts:
        for entry, weight in resolve(text, index):
            found[entry.code] = max(weight, found.get(entry.code, 0))
    return found


def _runs(entry: Entry, implicit: int | None, explicit: int | None, ignored: int | None) -> bool:
    if entry.kind == "internal":
        return True
    if entry.status != "stable":
        return explicit == FULL and ignored != FULL
    if explicit is not None:
        return ignored is None or explicit > ignored
    return implicit is not None and ignored is None
