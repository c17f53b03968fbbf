"""How the bullets of a list begin: what the duty rules stand on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jdlint.analysis.needs import MissingError
from jdlint.hints import Literal
from jdlint.posting.kept import once
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.resources import lexicon
from jdlint.text.lazy import lazy
from jdlint.text.record import NamedTuple
from jdlint.text.words import Word

Form = Literal["base", "ing", "s", "noun", "skill", "label", "other"]
_TOPIC_WORDS = 6  # of an entry that only heads a list beneath it
VERB_FORMS: frozenset[Form] = frozenset({"base", "ing", "s"})
_TOPIC_WORDS = 3
_ARTICLES = frozenset({"the", "a", "an"})
_MODALS = frozenset({"will", "shall", "must", "should", "can", "may"})
_AFTER_VERBS = frozenset({"with", "to", "on", "in", "up", "out", "at", "from", "as"})
_SURE = frozenset(
    {"be", "have", "do", "make", "take", "keep", "give", "get", "hold", "bring", "teach", "ensure", "provide", "maintain", "prepare"}
)
_PREFIXES = frozenset({"co", "de", "re", "cross", "fine", "hand", "mis"})
# "Georeference field notes"
_JOINED = ("geo", "re", "co", "pre", "over", "under", "out", "inter", "auto", "micro", "de", "dis", "mis", "un")
_AFTER_NOUNS = frozenset({"of", "at", "in", "for", "and", "with", "across", "within", "to"})


class Opening(NamedTuple):
    """How a bullet starts: the form of its first telling word, that word's range, and the verb's base form."""

    form: Form
    start: int
    end: int
    base: str = ""


class _Lexicon(NamedTuple):
    verbs: frozenset[str]
    not_verbs: frozenset[str]
    skills: frozenset[str]
    clause_starts: frozenset[str]
    doubling: frozenset[str]
    lead_ins: frozenset[str]
    determiners: frozenset[str]
    noun_endings: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    data = lexicon("verbs")
    verbs = frozenset(verb for group in data["verbs"].values() for verb in group.split()) | frozenset(data["not-nouns"].split())
    return _Lexicon(
        verbs,
        frozenset(data["not-verbs"].split()),
        frozenset(data["skills"].split()),
        frozenset(data["clause-starts"].split()),
        frozenset(data["doubling"].split()),
        frozenset(data["lead-ins"].split()),
        frozenset(data["determiners"].split()),
        tuple(data["noun-endings"]),
    )


def duty_lists(posting: Posting) -> Iterator[tuple[Block, ...]]:
    """The lists of duties, one tuple of outermost items each."""
    for section in posting.sections_of_kind("responsibilities"):
        yield from item_lists(section.items)


def worded_lists(posting: Posting) -> Iterator[tuple[Block, ...]]:
    """The lists of duties, where an outer list only names topics ("1. Stock", "2. Till") the lists beneath them."""
    for section in posting.sections_of_kind("responsibilities"):
        items = section.items
        beneath = _beneath(items)
        for outer in item_lists(items):
            topics = len(outer) > 1 and all(i in beneath and _names_topic(i.text) for i in outer)
            yield from (tuple(beneath[i]) for i in outer) if topics else (outer,)


def _beneath(items: tuple[Block, ...]) -> dict[Block, list[Block]]:
    """The items right beneath each of the outermost."""
    outermost = min((item.level for item in items), default=0)
    found: dict[Block, list[Block]] = {}
    head: Block | None = None
    for item in items:
        if item.level == outermost:
            head = item if item.text.strip() else None
        elif head is not None and item.level == outermost + 1:
            found.setdefault(head, []).append(item)
    return found


def _names_topic(text: str) -> bool:
    return len(text.split()) <= _TOPIC_WORDS and not text.rstrip().endswith((".", ","))


def item_lists(items: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """A section's items split by the list they belong to, inner ones left out."""
    if not items:
        return []
    outermost = min(item.level for item in items)
    groups: dict[int, list[Block]] = {}
    for item in items:
        if item.level == outermost and item.text.strip():
            groups.setdefault(item.group, []).append(item)
    return [tuple(group) for group in groups.values()]


def base_of_ing(word: str) -> str:
    """The base form of an -ing form of a known verb, or ""."""
    verbs = _lexicon().verbs
    stem = word.removesuffix("ing")
    if stem in (word, ""):
        return ""
    candidates = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else "", stem[:-1] + "ie" if stem.endswith("y") else "")
    return next((c for c in candidates if c in verbs), "")


def base_of_s(word: str) -> str:
    """The base form of a third-person form of a known verb, or ""."""
    verbs = _lexicon().verbs
    if word == "has":
        return "have"
    if not word.endswith("s") or word.endswith("ss"):
        return ""
    candidates = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else "")
    return next((c for c in candidates if c in verbs), "")


def opening(posting: Posting, item: Block) -> Opening:
    """How a bullet starts. "other" where it can't be told: the writer has the benefit of the doubt."""
    words = posting.words(item)
    if not words:
        return Opening("other", 0, 0)
    if item.label_end or _has_label(item.text):
        return Opening("label", words[0].start, words[0].end)
    known = _lexicon()
    at = 0
    while at < len(words) - 1 and _is_lead_in(words[at].norm, known):
        at += 1
    first, text = words[at], item.text
    if first.norm in known.skills:
        return Opening("skill", first.start, first.end)
    if first.norm in _ARTICLES and at + 1 < len(words) and words[at + 1].norm in known.skills:  # "The ability to lift crates"
        return Opening("skill", first.start, words[at + 1].end)
    modal = at > 0 and words[at - 1].norm in _MODALS
    start, end, norm = words[at - 1].start if modal else first.start, first.end, first.norm  # "Will work" turns into "Works"
    following = words[at + 1].norm if at + 1 < len(words) else ""
    if following and text[end : words[at + 1].start] == "-":  # De-escalate, co-ordinate; but also "Server-side development"
        joined = f"{norm}-{following}"
        if joined in known.verbs or (following in known.verbs and norm in _PREFIXES):
            return Opening("base", start, words[at + 1].end, joined)
        ing = base_of_ing(following) if norm in _PREFIXES else ""
        if ing:
            return Opening("ing", start, words[at + 1].end, f"{norm}-{ing}")
        noun = at == 0 and _is_noun([word.norm for word in words], known)
        return Opening("noun" if noun else "other", start, words[at + 1].end)
    form, base = _form(norm, known)
    if form == "other" and at == 0 and _is_noun([word.norm for word in words], known):
        form = "noun"
    if form == "other" and posting.reading.spacy_model:
        form, base = _as_tagged(posting, item, first)
    return Opening(form, start, end, base)


def _as_tagged(posting: Posting, item: Block, first: Word) -> tuple[Form, str]:
    """What the trained pipeline that the settings name makes of a first word that no list knows."""
    from jdlint.analysis.linguistics import tags

    try:
        found = tags(posting, item)
    except MissingError as lack:
        _lacks(posting).append(lack)
        return "other", ""
    tag = next((tag for start, tag in found if start == first.start), "")
    if tag in ("VB", "VBP"):
        return "base", first.norm
    if tag in ("NN", "NNS") and not any(other.startswith(("VB", "MD")) for _, other in found):
        return "noun", ""
    return "other", ""


@once
def _lacks(_: Posting) -> list[MissingError]:
    return []


def require_tags(posting: Posting) -> None:
    """Raise MissingError where the settings name a pipeline that could not be asked about an `opening`.

    For the end of a rule: what the lists of words tell stands.
    """
    for lack in _lacks(posting):
        raise lack.in_part()


def topic(posting: Posting, item: Block, start: Opening) -> Excerpt:
    """The noun phrase that a bullet without a verb starts with: "Future product planning", "Maintenance" (of the fleet)."""
    end = start.end
    following = [word for word in posting.words(item) if word.start >= start.end]
    for word in following[:_TOPIC_WORDS]:
        if word.norm in _AFTER_NOUNS or item.text[end : word.start] not in (" ", "-"):
            break
        end = word.end
    return Excerpt(item, start.start, end)


def is_sure(posting: Posting, item: Block, start: Opening) -> bool:
    """Whether a first word is a verb beyond doubt: "Stock control" and "Orders and bills" may be nouns, "Stock the shelves" is not."""
    if start.form == "ing":
        return True
    following = next((word.norm for word in posting.words(item) if word.start >= start.end), "")
    return following in _lexicon().determiners or following in _AFTER_VERBS or following.endswith(("s", "ly")) or start.base in _SURE


def _form(norm: str, known: _Lexicon) -> tuple[Form, str]:
    if norm in known.verbs:
        return "base", norm
    if norm.endswith("ing") and norm not in known.not_verbs:
        base = base_of_ing(norm)
        if base:
            return "ing", base
    base = base_of_s(norm)
    return ("s", base) if base else ("other", "")


_SHORT = 5  # letters of a word that ends like a noun by chance; words of a bullet that holds no clause


def _is_noun(norms: list[str], known: _Lexicon) -> bool:
    """Whether a bullet that starts with no verb surely starts with a noun phrase."""
    first, following = norms[0], norms[1] if len(norms) > 1 else ""
    if first in known.clause_starts or following in known.determiners or not first.isalpha() or first.endswith("ing"):
        return False
    if following != "of" and any(first.startswith(p) and first.removeprefix(p) in known.verbs for p in _JOINED):
        return False
    if first.endswith(known.noun_endings) and len(first) > _SHORT:
        return True
    if len(norms) <= _SHORT and norms[-1].endswith((*known.noun_endings, "ing")) and first not in known.lead_ins:
        return True
    third = norms[2] if len(norms) > 2 else "of"  # noqa: PLR2004  # the third word
    if following.endswith((*known.noun_endings, "ing")) and len(following) > _SHORT and third in _AFTER_NOUNS:
        return True  # "Software testing at all stages"
    return following == "of" and not first.endswith(("ed", "ing"))


def _is_lead_in(norm: str, known: _Lexicon) -> bool:
    return norm in known.lead_ins or (norm.endswith("ly") and norm not in known.verbs)


_LABEL = lazy(r"[^.!?]{1,58}?(?::(?:\s|$)|\s[–—-]\s)")


def _has_label(text: str) -> bool:
    """Whether a bullet begins with a short heading and a colon or dash: "Patient care: ..."."""
    return _LABEL.match(text) is not None


def ing_form(base: str) -> str:
    """The -ing form of a verb in its base form."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    if base in _lexicon().doubling:
        return base + base[-1] + "ing"
    return base + "ing"


def third_person(base: str) -> str:
    """The third-person form of a verb in its base form."""
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
