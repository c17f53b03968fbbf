"""Checks of the list of duties: how many, how long, and how each begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from jdlint.checks.bullets import (
    VERB_FORMS,
    Form,
    Opening,
    base_of_s,
    duty_lists,
    ing_form,
    is_sure,
    opening,
    require_tags,
    third_person,
    topic,
    worded_lists,
)
from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Edit, Hit, Options
from jdlint.text.lazy import lazy

_PLAIN_END = lazy(r"[^\W_]['’)]?\.?\s*$")
_PROSE_WORDS = 40  # a paragraph of this many words tells duties as well as two bullets do


def too_few(posting: Posting, options: Options) -> Iterator[Hit]:
    """A list of duties that names hardly any, with no prose beside it that names more."""
    lists = list(duty_lists(posting))
    count = sum(len(items) for items in lists)
    if not 0 < count < options.integer("min-items"):
        return
    prose = (b for s in posting.sections_of_kind("responsibilities") for b in s.blocks if b.kind in ("paragraph", "cell"))
    if sum(len(posting.tokens(block)) for block in prose) >= _PROSE_WORDS:
        return
    inner = sum(len(s.items) for s in posting.sections_of_kind("responsibilities"))
    if inner >= options.integer("min-items"):
        return
    yield Hit(Excerpt.whole(lists[0][0]), {"count": count, "duties": "duty" if count == 1 else "duties"})


def too_many(posting: Posting, options: Options) -> Iterator[Hit]:
    """More duties than a reader keeps in mind."""
    lists = list(duty_lists(posting))
    count, limit = sum(len(items) for items in lists), options.integer("max-items")
    if count <= limit:
        return
    section = next(s for s in posting.sections_of_kind("responsibilities") if s.items)
    yield Hit(section.heading or Excerpt.whole(lists[0][0]), {"count": count, "limit": limit})


def long_bullets(posting: Posting, options: Options) -> Iterator[Hit]:
    """Duties that take more words than one glance; several short sentences may take half as many again."""
    limit = options.integer("max-words")
    for items in worded_lists(posting):
        for item in items:
            words = posting.words(item)
            if len(words) <= limit:
                continue
            longest = max(sum(1 for word in words if start <= word.start < end) for start, end in posting.sentences(item))
            if longest > limit or len(words) > limit * 1.5:
                yield Hit(Excerpt.whole(item), {"count": len(words), "limit": limit})


def without_verb(posting: Posting, options: Options) -> Iterator[Hit]:
    """Duties that name a topic instead of an action, and requirements among the duties: one hit each a list."""
    for items in worded_lists(posting):
        openings = [(item, opening(posting, item)) for item in items]
        topics = [(item, start) for item, start in openings if start.form == "noun"]
        skills = [(item, start) for item, start in openings if start.form == "skill"]
        if len(skills) * 3 > len(items):
            continue  # a list of requirements, whatever stands above it
        for found, variant in ((topics, "several" if len(topics) > 1 else ""), (skills, "skill")):
            if found:
                (first, start), rest = found[0], found[1:]
                values = {"count": len(found), "total": len(items)}
                related = tuple((Excerpt(item, o.start, o.end), "here too") for item, o in rest)
                at = Excerpt(first, start.start, start.end) if variant == "skill" else topic(posting, first, start)
                yield Hit(at, values, variant=variant, related=related)
    require_tags(posting)


_FORM_NAMES: dict[Form, str] = {"base": "a plain verb", "ing": "an -ing form", "s": "a verb in -s"}


def mixed_forms(posting: Posting, options: Options) -> Iterator[Hit]:
    """A list in which a few bullets break the form of verb that the others keep."""
    for items in worded_lists(posting):
        openings = [(item, start) for item in items if (start := opening(posting, item)).form in VERB_FORMS]
        counts = Counter(start.form for _, start in openings)
        if not counts:
            continue
        usual, many = max(counts.items(), key=itemgetter(1))
        odd = [(item, start) for item, start in openings if start.form != usual and is_sure(posting, item, start)]
        odd = [(item, start) for item, start in odd if start.form != "ing" or not _leads_in(posting, item, usual)]
        if not odd or many < options.integer("min-pattern") or len(odd) * 3 > many:
            continue
        model = next(start for _, start in openings if start.form == usual)
        model_item = next(item for item, start in openings if start is model)
        (first, start), rest = odd[0], odd[1:]
        better = _as_form(first, start, usual)
        values = {"usual": _FORM_NAMES[usual], "like": model_item.text[model.start : model.end], "better": better}
        related = tuple((Excerpt(item, o.start, o.end), f"write “{_as_form(item, o, usual)}”") for item, o in rest)
        yield Hit(Excerpt(first, start.start, start.end), values, use=(better,), related=related)
    require_tags(posting)


def _leads_in(posting: Posting, item: Block, usual: Form) -> bool:
    """Whether an -ing form opens a phrase before the verb itself, which stands after a comma: "Using the till, serves guests"."""
    if usual != "s":
        return False  # "Using the till, serve guests" can't be told from "Baking bread, order and stock"
    first = next((word for word in posting.words(item) if item.text[: word.start].rstrip().endswith(",")), None)
    return first is not None and base_of_s(first.norm) != ""


def _as_form(item: Block, start: Opening, form: Form) -> str:
    """A bullet's verb in another form, with the capital that it has."""
    verb = {"ing": ing_form, "s": third_person}.get(form, str)(start.base)
    return verb.capitalize() if item.text[start.start].isupper() else verb


def mixed_punctuation(posting: Posting, options: Options) -> Iterator[Hit]:
    """A list in which some bullets end with a full stop and some do not; bullets of several sentences don't count."""
    for items in worded_lists(posting):
        single = [item for item in items if len(posting.sentences(item)) == 1 and _PLAIN_END.search(item.text)]
        stopped = [item for item in single if item.text.rstrip().endswith(".")]
        bare = [item for item in single if item not in stopped]
        if len(single) < options.integer("min-items") or not stopped or not bare or stopped == [items[-1]]:
            continue  # a full stop after the last item alone closes the list as one sentence
        add = len(bare) <= len(stopped)
        odd: Sequence[Block] = bare if add else stopped
        edits = tuple(edit for item in odd if (edit := _stop_edit(item, add=add)))
        last = odd[0].text.rstrip()
        at = Excerpt(odd[0], len(last) - len(last.split()[-1]), len(last))
        values = {"with": len(stopped), "total": len(single)}
        related = tuple((Excerpt.whole(item), "the same") for item in odd[1:])
        yield Hit(at, values, variant="" if add else "drop", edits=edits, related=related)


def _stop_edit(item: Block, *, add: bool) -> Edit | None:
    text = item.text.rstrip()
    if add:
        return Edit(Excerpt(item, len(text), len(text)), ".")
    if text.endswith(".") and not text.endswith(("..", "etc.", "e.g.", "i.e.")):
        return Edit(Excerpt(item, len(text) - 1, len(text)), "")
    return None
