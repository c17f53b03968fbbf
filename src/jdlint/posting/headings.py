"""What the wording of a heading or label announces: its section kinds, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from jdlint.hints import Any, cast
from jdlint.posting.model import Reading, SectionKind
from jdlint.posting.wordings import Wordings, parts_of
from jdlint.resources import lexicon
from jdlint.resources.assembled import assembled
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import words

_NUMBERING = lazy(r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]+|\d{1,2}(?:\.\d{1,2})+)\s+")
# Of four words or more, or of small letters alone: "(we teach you those)", "(not limited to)".
_REMARK = lazy(r"\s*\((?:(?:[^()\s]+\s+){3,}[^()\s]+|(?!not all)[a-z]+(?:[ ,/]+[a-z]+){1,3})\)(?=[\s:：]*$)")
_ACRONYM = lazy(r"(?:[-–—]\s*[A-Z]{2,6}s?|\([A-Z]{2,6}s?\))(?=[\s:：*]*$)")  # of the words before it: "Core Qualifications (CQs)"
_JOINED = lazy(r"&(?:amp\b;?)?|[+/]")
_PLURAL = lazy(r"\s?\(e?s\)")  # "Interview date(s)"
_CONTRACTED = {"ll": "will", "re": "are", "ve": "have", "d": "would"}
_WHOLE = {
    "don't": "do not", "won't": "will not", "can't": "can not", "youll": "you will", "youre": "you are", "whats": "what is",
}  # fmt: skip
_ASKED = {"i": "you", "me": "you", "my": "your"}  # "What will I do?"
_IS = frozenset({"what", "here", "it", "who", "that", "where", "this", "there", "how"})
_LONGEST = 6  # words of the longest phrase in the lexicon
_SHORT = 3  # a word of so few letters keeps its s
_NO_OBJECTS = frozenset(("responsibilities", "requirements"))  # "Teaching duties" are duties; "Explaining benefits" is one
_BOARDS = frozenset(("jobs", "careers", "vacancies", "openings", "opportunities"))  # alone they head a page with postings on it
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


class _Wording(NamedTuple):
    """What headings of a wording announce."""

    kinds: tuple[SectionKind, ...]
    weak: bool


class _Lexicon(NamedTuple):
    strong: dict[str, str]
    weak: dict[str, str]
    preferred: frozenset[str]
    lone: frozenset[str]
    neutral: frozenset[str]
    demanded: frozenset[str]
    fillers: frozenset[str]
    titles: frozenset[str]
    early: Wordings[_Wording]
    wordings: Wordings[_Wording]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _stems(text: str) -> str:
    return " ".join(_stem(w) for w in text.split())


def _phrases(text: str) -> list[str]:
    return [_stems(phrase) for phrase in text.split(", ")]


def _wordings(rows: Sequence[Sequence[str]], *, early: bool) -> Wordings[tuple[tuple[str, ...], bool]]:
    """The lexicon's patterns with what a `_Wording` holds: those tried before the phrases are marked with an exclamation mark."""
    found: Wordings[tuple[tuple[str, ...], bool]] = Wordings()
    for name, text, *veto in rows:
        if name.endswith("!") == early:
            parts = tuple(p and (frozenset(map(_stem, p[0])), p[1]) for p in parts_of(text))
            kinds = tuple(name.rstrip("~!").split())
            found.add(parts, frozenset(map(_stem, " ".join(veto).split())), (kinds, name.endswith("~")))
    return found


@cache
def _lexicon() -> _Lexicon:
    *phrases, early, late = assembled("headings", assemble)
    return _Lexicon(*phrases, *(Wordings.of_plain(state, lambda row: _Wording(*row)) for state in (early, late)))


def assemble() -> tuple[Any, ...]:
    """What the lexicon is made of, in the order of its parts, as plain values."""
    data = lexicon("headings")
    kinds = [{p: kind for kind, text in data[part].items() for p in _phrases(text)} for part in ("strong", "weak")]
    sets = [frozenset(_phrases(data[part])) for part in ("preferred", "lone", "neutral", "demanded", "fillers", "titles")]
    return (*kinds, *sets, *(_wordings(data["patterns"], early=early).plain() for early in (True, False)))


def normal(text: str) -> tuple[str, ...]:
    """The words of a heading without case, numbering, punctuation and contractions; `&` and `/` are "and", a question's "I" is "you"."""
    text = _JOINED.sub(" and ", _NUMBERING.sub("", text, count=1))
    if "s)" in text:
        text = _PLURAL.sub("", text)
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
    ends = any(p.stop == len(tokens) for p in found.strong)
    if "year" in tokens or (doing and not (ends and all(p.kind in _NO_OBJECTS for p in found.strong))):
        return False
    if lex.titles.intersection(tokens) and not ends:
        return False
    return found.unknown <= _UNKNOWN or ends or found.unknown <= len(tokens) * (1 - _COVERED)


def without_remark(text: str) -> str:
    """A heading without the remark in brackets at its end: "Extra skills (we can teach you those):"."""
    return _REMARK.sub("", text) if "(" in text else text


@lru_cache(maxsize=4096)
def _classify(text: str) -> Meaning:
    """What all words of a heading announce, or else those before a remark in brackets."""
    found = _of_words(text)
    bare = without_remark(text)
    if not found.exact and bare == text:
        bare = _ACRONYM.sub("", text)
        told = _of_words(bare) if bare != text else found
        return told if told.kinds else found
    if bare == text or "preferred" in found.kinds:
        return found
    told = _of_words(bare)
    return told if told.exact and told.kinds else found


def _of_words(text: str) -> Meaning:
    lex = _lexicon()
    plain = normal(text)
    tokens = tuple(map(_stem, plain))
    if not tokens:
        return UNKNOWN
    if len(plain) == 1 and plain[0] in _BOARDS:
        return _meaning(("other",), exact=True)
    found = _read(tokens)
    kinds = _kinds(found, tokens)
    known = bool(kinds) and not found.unknown
    wording = lex.early.find(tokens) or (None if known else lex.wordings.find(tokens))
    if wording is not None:
        return Meaning(wording.kinds, exact=True, weak=wording.weak, open=bool(found.unknown))
    if known:
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
