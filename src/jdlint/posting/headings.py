"""What the wording of a heading or label announces: its section kinds, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from jdlint.posting.model import Reading, SectionKind
from jdlint.resources import lexicon
from jdlint.text.words import words

_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]+|\d{1,2}(?:\.\d{1,2})+)\s+")
_JOINED = re.compile(r"\s*[&+/]\s*")
_CONTRACTED = {"ll": "will", "re": "are", "ve": "have", "d": "would"}
_WHOLE = {
    "don't": "do not", "won't": "will not", "can't": "can not", "youll": "you will", "youre": "you are", "whats": "what is",
}  # fmt: skip
_ASKED = {"i": "you", "me": "you", "my": "your"}  # "What will I do?"
_IS = frozenset({"what", "here", "it", "who", "that", "where", "this", "there", "how"})
_LONGEST = 6  # words of the longest phrase in the lexicon, and the widest gap of a pattern
_SHORT = 3  # a word of so few letters keeps its s
_NO_OBJECTS = frozenset(("responsibilities", "requirements"))  # "Teaching duties" are duties; "Explaining benefits" is one
_UNKNOWN = 2  # so many unknown words beside a known phrase are let pass in a heading
_COVERED = 0.6  # or this share of known ones


class Meaning(NamedTuple):
    """What a heading announces.

    `kinds` is empty where no word is known; the kind "other" stands for known labels of no section. `exact`: every word of it
    is accounted for, so the text is a heading even without markup. `weak`: what stands beneath may overrule it. `open`: it is
    worded like a heading, but with words of its own, as a sentence might be.
    """

    kinds: tuple[SectionKind, ...]
    exact: bool
    weak: bool = False
    open: bool = False


UNKNOWN = Meaning((), exact=False)


def _meaning(kinds: Sequence[str], *, exact: bool, weak: bool = False) -> Meaning:
    return Meaning(cast("tuple[SectionKind, ...]", tuple(kinds)), exact, weak)


class _Pattern(NamedTuple):
    kinds: tuple[SectionKind, ...]
    parts: tuple[tuple[frozenset[str], bool] | None, ...]  # None is a gap; the flag says that the word may be left out
    veto: frozenset[str]
    weak: bool

    def fits(self, tokens: Sequence[str]) -> bool:
        """Whether a heading of these words is of this wording."""
        return _fits(self.parts, tokens) and not self.veto.intersection(tokens)


class _Lexicon(NamedTuple):
    strong: dict[str, str]
    weak: dict[str, str]
    preferred: frozenset[str]
    lone: frozenset[str]
    neutral: frozenset[str]
    demanded: frozenset[str]
    fillers: frozenset[str]
    titles: frozenset[str]
    early: tuple[_Pattern, ...]
    patterns: tuple[_Pattern, ...]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _stems(text: str) -> str:
    return " ".join(_stem(w) for w in text.split())


def _phrases(text: str) -> list[str]:
    return [_stems(phrase) for phrase in text.split(", ")]


def _pattern(row: Sequence[str]) -> _Pattern:
    name, text, veto = (*row, "")[:3]
    parts: list[tuple[frozenset[str], bool] | None] = []
    for part in text.split():
        options = frozenset(_stem(w) for w in part.rstrip("?").split("|"))
        parts.append(None if part == "*" else (options, part.endswith("?")))
    kinds = cast("tuple[SectionKind, ...]", tuple(name.rstrip("~!").split()))
    return _Pattern(kinds, tuple(parts), frozenset(_stems(veto).split()), name.endswith("~"))


@cache
def _lexicon() -> _Lexicon:
    data = lexicon("headings")
    return _Lexicon(
        strong={p: kind for kind, text in data["strong"].items() for p in _phrases(text)},
        weak={p: kind for kind, text in data["weak"].items() for p in _phrases(text)},
        preferred=frozenset(_phrases(data["preferred"])),
        lone=frozenset(_phrases(data["lone"])),
        neutral=frozenset(_phrases(data["neutral"])),
        demanded=frozenset(_phrases(data["demanded"])),
        fillers=frozenset(_phrases(data["fillers"])),
        titles=frozenset(_phrases(data["titles"])),
        early=tuple(_pattern(row) for row in data["patterns"] if row[0].endswith("!")),
        patterns=tuple(_pattern(row) for row in data["patterns"] if not row[0].endswith("!")),
    )


def normal(text: str) -> tuple[str, ...]:
    """The words of a heading without case, numbering, punctuation and contractions; `&` and `/` are "and", a question's "I" is "you"."""
    text = _JOINED.sub(" and ", _NUMBERING.sub("", text, count=1))
    asked = _ASKED if "?" in text else {}
    found: list[str] = []
    for word in words(text):
        norm = asked.get(word.norm, word.norm)
        if norm in _WHOLE:
            found.extend(_WHOLE[norm].split())
            continue
        head, mark, tail = norm.rpartition("'")
        if mark and tail in _CONTRACTED:
            found.extend((asked.get(head, head), _CONTRACTED[tail]))
        elif mark and tail == "s" and head in _IS:
            found.extend((head, "is"))
        else:
            found.append(head if mark and tail == "s" else norm)
    return tuple(found)


def _fits(parts: Sequence[tuple[frozenset[str], bool] | None], tokens: Sequence[str], at: int = 0, to: int = 0) -> bool:
    """Whether the pattern from part `at` on fits the words from `to` on, to the end."""
    if at == len(parts):
        return to == len(tokens)
    part = parts[at]
    if part is None:
        last = len(tokens) if at + 1 == len(parts) else min(len(tokens), to + _LONGEST)
        return any(_fits(parts, tokens, at + 1, i) for i in range(to, last + 1))
    options, optional = part
    if to < len(tokens) and tokens[to] in options and _fits(parts, tokens, at + 1, to + 1):
        return True
    return optional and _fits(parts, tokens, at + 1, to)


class _Phrase(NamedTuple):
    """A known phrase of a heading: what it names, and where it stands among the words."""

    kind: str
    words: str
    start: int
    stop: int


class _Found(NamedTuple):
    """What the words of a heading are, and how many nothing accounts for."""

    strong: list[_Phrase]
    weak: list[_Phrase]
    wishes: list[int]
    demands: bool
    unknown: int


def _read(tokens: Sequence[str]) -> _Found:
    """The known phrases of a heading, the longest first at each word."""
    lex = _lexicon()
    strong, weak, wishes = [], [], []
    demands = False
    unknown = at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            demands |= phrase in lex.demanded
            if phrase in lex.preferred:
                wishes.append(at)
            elif phrase in lex.strong:
                strong.append(_Phrase(lex.strong[phrase], phrase, at, at + length))
            elif phrase in lex.weak:
                weak.append(_Phrase(lex.weak[phrase], phrase, at, at + length))
            elif phrase in lex.neutral:
                unknown += length
            elif phrase not in lex.fillers:
                continue
            break
        else:
            unknown += not tokens[at].isdigit()
            length = 1
        at += length
    return _Found(strong, weak, wishes, demands, unknown)


def _kinds(found: _Found, tokens: Sequence[str]) -> list[str]:
    """The kinds that the strong phrases of a heading name, in their order."""
    lex = _lexicon()
    others = [p for p in (*found.strong, *found.weak) if p.kind == "other" or p in found.weak]
    alone = not (found.unknown or any(p.words not in lex.fillers for p in others))
    named = [p for p in found.strong if alone or p.kind == "other" or p.words not in lex.lone]
    names = list(dict.fromkeys(p.kind for p in named))
    colour = {n for n in names if all(p.words in lex.fillers for p in named if p.kind == n)}
    real = [n for n in names if n != "other" and not (n in colour and len(names) > len(colour))]
    if found.wishes and not set(real) - {"requirements"}:
        first = found.wishes[0]
        joined = first > 0 and tokens[first - 1] == "and" and any(p.stop < first for p in named)
        return ["requirements", "preferred"] if found.demands or joined else ["preferred"]
    return real or names


def _partly_known(found: _Found, tokens: Sequence[str], first_word: str) -> bool:
    """Whether a heading with unknown words is still one of the kind it names: "Warehouse duties", no "Maintaining benefits"."""
    lex = _lexicon()
    doing = first_word.endswith("ing") and tokens[0] not in lex.fillers and all(p.start for p in found.strong)
    if "year" in tokens or (doing and not all(p.kind in _NO_OBJECTS for p in found.strong)):
        return False
    ends = any(p.stop == len(tokens) for p in found.strong)
    if lex.titles.intersection(tokens) and not ends:
        return False
    return found.unknown <= _UNKNOWN or ends or found.unknown <= len(tokens) * (1 - _COVERED)


@lru_cache(maxsize=4096)
def _classify(text: str) -> Meaning:
    lex = _lexicon()
    plain = normal(text)
    tokens = tuple(map(_stem, plain))
    if not tokens:
        return UNKNOWN
    found = _read(tokens)
    kinds = _kinds(found, tokens)
    patterns = lex.early if kinds and not found.unknown else (*lex.early, *lex.patterns)
    pattern = next((p for p in patterns if p.fits(tokens)), None)
    if pattern is not None:
        return Meaning(pattern.kinds, exact=True, weak=pattern.weak, open=bool(found.unknown))
    if kinds and not found.unknown:
        return _meaning(kinds, exact=True)
    if kinds and kinds != ["other"] and _partly_known(found, tokens, plain[0]):
        return _meaning(kinds, exact=False)
    if found.weak and not found.unknown:
        return _meaning([p.kind for p in found.weak][:1], exact=True, weak=True)
    return UNKNOWN


def classify(text: str, reading: Reading | None = None) -> Meaning:
    """What a heading or a label announces; the settings' own headings come first."""
    if reading is not None and reading.headings:
        own = reading.headings.get(text.strip(" \t\n:*#").casefold()) or reading.headings.get(" ".join(normal(text)))
        if own is not None:
            return Meaning((cast("SectionKind", own),), exact=True)
    return _classify(text)
