"""One spelling throughout: compounds written two ways, and British beside American."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from jdlint.checks.nearby import after, before
from jdlint.posting.legal import is_boilerplate, is_legal
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word

_HOME = {"GB": 0, "IE": 0, "AU": 0, "NZ": 0, "IN": 0, "ZA": 0, "US": 1}  # the spelling at home, where the posting names a country
# "On the back end" beside "a back-end team" is one writing; "a back end team" beside it is another.
_OPEN = 2
_DESCRIBED = frozenset(
    {"developer", "developers", "engineer", "engineers", "team", "teams", "application", "applications", "services", "systems"}
)
# "Center for Bread", "Labor Department"; but "Organise Tours" in a list is no name.
_NAMED = lazy(
    r"[ ](?:(for|of)[ ](?:the[ ])?(?=[A-Z])"
    r"|(?:Act|Department|Office|Party|Board|Bureau|Council|Commission|Institute|Foundation|Trust)\b)"
)


class _Use(NamedTuple):
    """One writing of a word: where, as which variant, and its text in each variant of the group."""

    at: Excerpt
    variant: int
    forms: tuple[str, ...]


@cache
def _compounds() -> dict[str, tuple[str, tuple[str, ...]]]:
    """By joined word: the group and its writings: with a hyphen, closed, and open."""
    data = lexicon("variants")
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for open_form in (*data["compounds"].split(), *data["hyphened"].split()):
        joined = open_form.replace("-", "")
        found[joined] = (joined, (open_form, joined, open_form.replace("-", " ")))
    return found


@cache
def _hyphened() -> frozenset[str]:
    return frozenset(form.replace("-", "") for form in lexicon("variants")["hyphened"].split())


@cache
def _heads() -> frozenset[str]:
    return frozenset(open_form.split("-")[0] for _, (open_form, *_) in _compounds().values())


@cache
def _dialects() -> dict[str, tuple[int, tuple[str, str]]]:
    """By word: 0 for British, 1 for American, and the word in both."""
    found: dict[str, tuple[int, tuple[str, str]]] = {}
    for pair in lexicon("variants")["dialects"]:
        british, american = pair.split("/")
        found[british], found[american] = (0, (british, american)), (1, (british, american))
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset((*_dialects(), *_compounds(), *_heads()))


def mixed_spelling(posting: Posting, options: Options) -> Iterator[Hit]:
    """Each word that the posting writes in two ways, and a British word in an American text or the other way round."""
    groups: dict[str, list[_Use]] = {}
    for block in posting.body_holding(_known()):
        if block.kind == "quote" or is_legal(posting, block):
            continue
        for group, use in _uses(block, posting.words(block)):
            if not _is_name(use.at) and not _in_address(use.at) and not _is_quoted(posting, use.at):
                groups.setdefault(group, []).append(use)
    endings, dialect = groups.pop(_ENDING, []), groups.pop(_DIALECT, [])
    both = len({use.variant for use in endings}) > 1
    spoken = [*dialect, *(use for use in endings if both or use.variant == 0)]
    if len({use.variant for use in spoken}) > 1:
        country = next((place.country for place in posting.places if place.country), None)
        if country != "CA":  # where "centre" and "program" are both at home
            yield from _mixed(spoken, "dialect", _HOME.get(country or ""))
    for uses in groups.values():
        yield from _mixed(uses, "")


_DIALECT, _ENDING = " ", "-ise"  # no compound's names


def _uses(block: Block, tokens: Sequence[Word]) -> Iterator[tuple[str, _Use]]:
    """The words of a block that are written in several ways, by group."""
    dialects, compounds, known = _dialects(), _compounds(), _known()
    for i, word in enumerate(tokens):
        if word.norm not in known:
            continue
        if word.norm in dialects:
            variant, forms = dialects[word.norm]
            either = forms[1].replace("z", "s") == forms[0]  # Oxford and Canada write organize and analyze beside colour
            yield _ENDING if either else _DIALECT, _Use(Excerpt(block, word.start, word.end), variant, forms)
        elif word.norm in compounds:
            group, writings = compounds[word.norm]
            yield group, _Use(Excerpt(block, word.start, word.end), 1, writings)
        elif i + 1 < len(tokens):
            joined, gap = word.norm + tokens[i + 1].norm, block.text[word.end : tokens[i + 1].start]
            if joined in compounds and (gap in "-‑" or (gap == " " and joined not in _hyphened())):
                noun = tokens[i + 2].norm if i + 2 < len(tokens) else ""
                variant = _OPEN if gap == " " and noun in _DESCRIBED else 0
                yield joined, _Use(Excerpt(block, word.start, tokens[i + 1].end), variant, compounds[joined][1])


def _mixed(uses: list[_Use], kind: str, home: int | None = None) -> Iterator[Hit]:
    counts = Counter(use.variant for use in uses)
    if len(counts) == 1 or not uses:
        return
    usual = max(counts, key=lambda variant: counts[variant]) if home is None else home  # the first written, where two are as frequent
    changed = [(use, _cased(use.forms[usual], use.at.text)) for use in uses if use.variant != usual]
    odd = [(use, better) for use, better in changed if better.casefold() != use.at.text.casefold()]
    if not odd:
        return
    sample = next(use for use in uses if use.variant == usual)
    (first, better), rest = odd[0], odd[1:]
    edits = tuple(Edit(use.at, new) for use, new in odd)
    related = ((sample.at, "written this way here"), *((use.at, "the same") for use, _ in rest))
    variant = ("british", "american")[usual] if kind else ""
    yield Hit(first.at, {"other": sample.at.text, "count": len(odd)}, variant=variant, use=(better,), edits=edits, related=related)


def _cased(new: str, old: str) -> str:
    """A word with the capitals of the one it replaces: none, the first, one a part (Back-End), or all."""
    if len(old) > 1 and old.isupper():
        return new.upper()
    if "-" in new and all(part[:1].isupper() for part in re.split(r"[\s-]", old)) and re.search(r"[\s-]", old):
        return new.title()
    return new[0].upper() + new[1:] if old[:1].isupper() else new


def _is_name(at: Excerpt) -> bool:
    """Whether a word with a capital is part of a name, such as Department of Labor; in a heading, capitals alone tell nothing."""
    if not at.text[0].isupper():
        return False
    following = _NAMED.match(at.block.text, at.end)
    if following is not None and (following[1] or at.block.kind != "heading"):
        return True
    lead = before(at.block.text, at.start).rstrip(" \"'“‘(*")
    opens = not lead or lead[-1] in ".!?:\n•"
    return not opens and at.block.kind != "heading"


def _is_quoted(posting: Posting, at: Excerpt) -> bool:
    """Whether a word stands between quotation marks, or in a sentence that a lawyer wrote."""
    sentence = posting.sentence_at(at)
    lead, rest = before(at.block.text, at.start), after(at.block.text, at.end)
    opened = lead.rfind("“") > lead.rfind("”") and "”" in rest
    straight = lead.count('"') % 2 == 1 and '"' in rest and len(lead) == at.start
    return opened or straight or is_boilerplate(sentence.text)


def _in_address(at: Excerpt) -> bool:
    """Whether a word is part of a link, an e-mail address, a hashtag or a longer compound such as front-end-heavy."""
    text = at.block.text
    mark, tail = text[max(0, at.start - 1) : at.start], text[at.end : at.end + 2]
    return mark in ("/", "@", "#", "_", ".", "=", "-") or tail[:1] in ("@", "_") or (tail[:1] in ("/", ".") and tail[1:].isalnum())
