"""What the keys of front matter and of records hold, whatever their spelling, and which of their values a reader sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from jdlint.hints import TYPE_CHECKING
from jdlint.posting.model import Field, Reading
from jdlint.resources import lexicon
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

# Kinds of facts about the file or the record, which no reader of the page sees as text.
_UNSEEN = frozenset({"meta", "posted", "draft", "status", "employer"})
_HUMP = lazy(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ABOUT = frozenset(("summary", "company"))  # what a record tells of its employer beyond the name
_PROSE_WORDS = 6  # an unknown key's value of so many words is a sentence
_SORT_PREFIX = 2
_NOT_LETTERS = lazy(r"[^a-z]+")
_EMPLOYMENT = lazy(
    r"\b(?:full|part)[ _-]?time\b|\b(?:permanent|temporary|temp|contract(?:or)?|freelance|intern(?:ship)?|casual|seasonal"
    r"|volunteer(?:ing)?|per[ _-]diem|fixed[ _-]term|apprenticeship)\b",
    re.IGNORECASE,
)
# A word or two that are no kind of employment.
_OF_TRADE = lazy(
    r"(?!.*(?:time|perm|temp|contract|freelance|intern|casual|season|volunt|diem|fixed|appren|regular|hour|salar|exempt|w-?2|1099|c2c"
    r"|shift|day|week|month|year|term|relief|bank|agency|self|zero|open|student|trainee|fellow|ongoing|indefinite|definite|\bft\b|\bpt\b))"
    r"[^\W\d_]+(?:[ /-][^\W\d_]+)?",
    re.IGNORECASE,
)
# What has links and times of its own beside the job's.
_ASIDE = frozenset(
    ("session", "sessions", "event", "events", "webinar", "webinars", "resources", "related", "social", "author", "video", "news", "blog")
)
# An address of a page below a site's front page, or of a person.
_DESTINATION = lazy(r"(?:https?://|www\.)[^\s/]+/[^\s]*\w|mailto:\S+|\S+@\S+\.\w+", re.IGNORECASE)
# A page of a board or a form on which people apply, whatever the key is called.
_BOARD = lazy(
    r"https?://(?:[\w-]+\.)*(?:lever\.co|greenhouse\.io|workable\.com|ashbyhq\.com|bamboohr\.com|breezy\.hr|teamtailor\.com|smartrecruiters\.com"
    r"|recruitee\.com|jobvite\.com|myworkdayjobs\.com|icims\.com|personio\.(?:de|com)|applytojob\.com|forms\.gle|typeform\.com|jotform\.com"
    r"|docs\.google\.com/forms|forms\.office\.com)/\S*\w\S*",
    re.IGNORECASE,
)
_MODE = lazy(r"\b(?:remote|hybrid|on-?site|telecommute|in[ -]office)\b", re.IGNORECASE)
_LOOKS_LIKE = {"employment": _EMPLOYMENT, "application": _DESTINATION, "work_mode": _MODE}
_ADDRESS = lazy(r"^(?:https?:|mailto:|www\.|/|\.\.?/|#)\S*$|^\S+@\S+$|^[\w.-]+\.(?:png|jpe?g|svg|webp|pdf|html?)$", re.IGNORECASE)


class _Keys(NamedTuple):
    kinds: Mapping[str, str]
    weak: Mapping[str, tuple[str, ...]]
    wrappers: frozenset[str]


@cache
def _keys() -> _Keys:
    data = lexicon("fields")
    weak: dict[str, tuple[str, ...]] = {}
    for kind, names in data["weak"].items():
        for name in names.split(", "):
            weak[name] = (*weak.get(name, ()), kind)
    kinds = {name: kind for kind, names in data["keys"].items() for name in names.split(", ")}
    return _Keys(kinds, weak, frozenset(data["wrappers"].split(", ")))


@cache
def key_words(key: str) -> tuple[str, ...]:
    """Each dotted part of a key as plain lower-case words: `a_jobType.0` is ("job type",)."""
    parts = []
    for part in key.split("."):
        names = [w for w in _NOT_LETTERS.split(_HUMP.sub(" ", part).casefold()) if w]
        while len(names) > 1 and len(names[0]) <= _SORT_PREFIX and names[0] == names[0][0] * len(names[0]):
            del names[0]  # a prefix that sorts: a_, b_, aa_
        if names:
            parts.append(" ".join(names))
    return tuple(parts)


@cache
def _shipped_kind(key: str) -> str | None:
    keys, parts = _keys(), key_words(key)
    if not parts:
        return None
    whole = keys.kinds.get(" ".join(parts))
    if whole is not None:
        return whole
    for part in parts[:-1]:  # what holds the value decides: `location.name` is a place, `seo.title` no job title
        kind = keys.kinds.get(part)
        if kind is not None and part not in keys.wrappers:
            return "company" if kind == "employer" and keys.kinds.get(parts[-1]) in _ABOUT else kind
    last = parts[-1]
    return keys.kinds.get(last) or keys.kinds.get(last.replace(" ", ""))


def field_kind(key: str, reading: Reading | None = None) -> str | None:
    """The fact or section kind that a key holds by its name, or None for an unknown one.

    Facts beside the section kinds: title, employer (the organisation's name), work_mode, deadline, posted, draft, status, and
    meta for what only the site's machinery reads. The settings' own names come first.
    """
    if reading is not None and reading.fields:
        own = reading.fields.get(key.casefold()) or reading.fields.get(key.rpartition(".")[2].casefold())
        if own is not None:
            return own
    return _shipped_kind(key)


def kind_of(field: Field, reading: Reading | None = None) -> str | None:
    """The kind of a field, by its key and, where the key alone says little, by its value."""
    kind = field_kind(field.key, reading)
    parts = key_words(field.key)
    if kind == "employment" and parts[-1].endswith("type") and _OF_TRADE.fullmatch(field.block.text.strip()):
        return None  # "job_type: software"
    if kind in (None, "meta") and _BOARD.fullmatch(field.block.text.strip()):
        return "application"
    if kind in (None, "meta", "status") and parts and _ASIDE.isdisjoint(w for part in parts[:-1] for w in part.split()):
        for weak in _keys().weak.get(parts[-1], ()):
            if _LOOKS_LIKE[weak].search(field.block.text):
                return weak
    return kind


def fields_of(posting: Posting, *kinds: str) -> tuple[Field, ...]:
    """The fields with a value that hold a fact or a section of any of the kinds, in source order."""
    return tuple([f for f, kind in posting.field_kinds.items() if kind in kinds and f.block.text.strip()])


def is_prose(field: Field) -> bool:
    """Whether a value is text to read, and no number, date, flag, address or file name."""
    text = field.block.text.strip()
    return isinstance(field.value, str) and any(c.isalpha() for c in text) and not _ADDRESS.match(text)


def find_visible(posting: Posting) -> tuple[Field, ...]:
    """The fields whose text a reader of the page sees: known facts and sections, and unknown keys that hold a sentence."""
    seen = []
    for field, kind in posting.field_kinds.items():
        if kind in _UNSEEN or not is_prose(field):
            continue
        if kind is not None or len(field.block.text.split()) >= _PROSE_WORDS:
            seen.append(field)
    return tuple(seen)
