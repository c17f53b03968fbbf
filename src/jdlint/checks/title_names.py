"""One job under two names: what the title calls it, and what the text does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.facts.patterns import listed
from jdlint.posting.model import Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy
from jdlint.text.words import words

# Names that candidates take for different jobs or different levels, though an employer may mean one.
_RIVALS = tuple(
    frozenset(names.split())
    for names in (
        "developer engineer programmer", "manager director coordinator supervisor", "analyst scientist", "assistant associate",
        "specialist generalist", "teacher tutor lecturer", "technician engineer", "secretary receptionist", "consultant adviser advisor",
    )
)  # fmt: skip
_ALL = frozenset[str]().union(*_RIVALS)
_HEAD = "|".join(sorted(_ALL))
_SAYS = lazy(
    rf"(?<!also )\b(?:(?:looking|searching) for|seek(?:s|ing)?|hiring|recruiting|need|(?:to join us|join us|join our team) as)"
    rf" (?:an?|our(?: next| first)?) (?P<called>(?:[\w/+#.-]+ ){{1,5}}?(?:{_HEAD}))\b(?! or\b)"
    rf"|(?:^|(?<=[.!?]\s))As an? (?P<as>(?:[\w/+#.-]+ ){{1,5}}?(?:{_HEAD})),? you\b",
    re.IGNORECASE,
)
_NEEDED = frozenset(("looking", "searching", "seeking", "seek", "seeks", "hiring", "recruiting", "need", "join", "as"))
_COLOUR = listed(
    "a an the and or of for to in at senior junior lead principal staff experienced skilled talented new full time part level mid"
)


def inconsistent(posting: Posting, options: Options) -> Iterator[Hit]:
    """The text seeks somebody by a name that rivals the title's: developer above, engineer below."""
    title = posting.title
    names = [w.norm for w in words(title.text)] if title else []
    heads = _ALL.intersection(names)
    if title is None or len(heads) != 1:
        return
    (head,) = heads
    rivals = frozenset[str]().union(*(names for names in _RIVALS if head in names)) - {head}
    about = set(names) - heads - _COLOUR
    for block in posting.body_holding(_NEEDED):
        if block.kind == "heading":
            continue
        for found in _SAYS.finditer(block.text):
            group = "called" if found["called"] else "as"
            said = [w.norm for w in words(found[group])]
            if said[-1] in rivals and head not in said and about.intersection(said[:-1]) and " or " not in f" {found[group]} ":
                at = Excerpt(block, found.start(group), found.end(group))
                yield Hit(at, values={"title": " ".join(title.text.split())}, related=((title, "the title"),))
                return
