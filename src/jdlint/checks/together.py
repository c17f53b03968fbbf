"""What a posting brings to the comparison with the other postings of a run; `jdlint.engine.together` makes it."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.application import is_live
from jdlint.hints import Any
from jdlint.posting.fields import fields_of
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.sketch import packed, shingles
from jdlint.text.words import words

_RUN = 3  # words
_FEWEST_WORDS = 50  # a shorter posting is like any other
_FEWEST_PARAGRAPH = 20
_MOST_PARAGRAPHS = 12
_LEVELS = {"sr": "senior", "jr": "junior", "mgr": "manager", "eng": "engineer", "asst": "assistant", "coord": "coordinator"}
_NO_NAMES = frozenset(
    ("m", "f", "d", "w", "x", "h", "a", "an", "the", "and", "of", "in", "for", "we", "are", "hiring", "wanted", "now", "new")
)
_STANDARD = ("company", "equal_opportunity", "benefits", "process", "application")
_OTHER = "{other}"  # filled in once the other posting is known


def duplicate(posting: Posting, options: Options) -> Iterator[Hit]:
    """Nearly the same text for the same title at the same place."""
    job = _job(posting)
    if job is None or not _is_open(posting):
        return
    texts = [posting.tokens(block) for block in posting.texts]
    if sum(map(len, texts)) < _FEWEST_WORDS:
        return
    kinds = sorted({e.value for e in posting.employment})
    said = {"is": "duplicate", "job": [*job, *kinds], "like": options.number("similar"), "posted": _posted(posting)}
    yield _hit(posting.title, said, "\n".join(map(" ".join, texts)))  # most postings are held against no other


def pay(posting: Posting, options: Options) -> Iterator[Hit]:
    """The pay that is stated for a title at a place, to be held against what another posting of the employer states."""
    job = _job(posting)
    figures = [p for p in posting.pay if not p.market and p.period and p.currency and (p.min or p.max)]
    if job is None or not figures or not _is_open(posting):
        return
    rows = sorted({(p.min or 0.0, p.max or 0.0, p.currency or "", p.period or "") for p in figures})
    kinds = sorted({e.value for e in posting.employment})
    employer = sorted(name.casefold() for name in posting.company_names)
    if employer:
        yield _hit(figures[0].at, {"is": "pay", "job": [*job, *kinds], "pay": rows, "employer": employer, "posted": _posted(posting)})


def boilerplate(posting: Posting, options: Options) -> Iterator[Hit]:
    """The paragraphs that an employer puts into each posting."""
    found = 0
    for section in posting.sections_of_kind(*_STANDARD):
        for block in section.blocks:
            tokens = posting.tokens(block)
            if block.kind != "paragraph" or len(tokens) < _FEWEST_PARAGRAPH or found == _MOST_PARAGRAPHS:
                continue
            found += 1
            said = {"is": "boilerplate", "like": options.number("similar")}
            yield _hit(Excerpt.whole(block), said, packed(shingles([tokens], _RUN)))


def _hit(at: Excerpt | None, said: dict[str, Any], text: str = "") -> Hit:
    return Hit(at, values={"other": _OTHER}, sketch=f"{said!r}\n{text}")  # plain values, and what texts are compared by


def _job(posting: Posting) -> list[str] | None:
    """The title without what changes from posting to posting, and the places; None where there is no title."""
    if posting.title is None:
        return None
    norms = (_LEVELS.get(w.norm, w.norm) for w in words(posting.title.text))
    title = sorted(n for n in norms if n not in _NO_NAMES and not (n.isdigit() and len(n) > 2))  # noqa: PLR2004  # a number of the file
    places = sorted({f"{p.country}/{p.region}/{(p.city or p.at.text).casefold()}" for p in posting.places})
    return [" ".join(title), ", ".join(places)] if title else None


def _posted(posting: Posting) -> str:
    """The day on which the posting says that it was published, as ISO has it; "" where it does not."""
    for field in fields_of(posting, "posted"):
        day = str(field.value)[:10]
        if len(day) == 10 and day[4] == day[7] == "-":  # noqa: PLR2004  # YYYY-MM-DD
            return day
    return ""


def _is_open(posting: Posting) -> bool:
    """Whether candidates may still apply: a posting that is over stays in the folder for the record."""
    closes = posting.deadline.date if posting.deadline else None
    return is_live(posting) and not (closes and closes < posting.as_of.isoformat())
