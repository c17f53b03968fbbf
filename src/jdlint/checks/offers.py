"""Checks of what the employer offers besides the pay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.posting.model import Block, Excerpt
from jdlint.posting.posting import Posting
from jdlint.rules.model import Hit, Options
from jdlint.text.lazy import lazy

_PRAISED = lazy(
    r"\b(?:(?:great|good|excellent|competitive|generous|attractive|amazing|awesome|fantastic|full|comprehensive|top|outstanding|superb"
    r"|lots of|many|robust|rich)(?:,? (?:and |& )?(?:great|good|excellent|competitive|generous|attractive|comprehensive))? )+"
    r"(?:employee |company |staff |fringe |other )?(?:benefits?|perks)(?: packages?)?\b",
    re.IGNORECASE,
)
_CONCRETE = lazy(
    r"\b(?:insurance|medical|dental|vision|health ?care|health (?:cover|plan)|401|403|pension|retirement|superannuation|provident|leave"
    r"|holidays?|pto|paid time off|vacation|days off|parental|maternity|paternity|childcare|tuition|training|bonus\w*|commission"
    r"|discount\w*|gym|meals?|lunch|parking|transit|bike|bicycle|laptop|stock|equity|shares|options|flex\w*|sick|disability"
    r"|life assurance|allowance|relocation|sabbatical|overtime|uniform|housing|tips)\b",
    re.IGNORECASE,
)
_WORDS = frozenset({"benefits", "benefit", "perks"})
_ASKED = frozenset({"responsibilities", "requirements", "preferred"})


def vague(posting: Posting, options: Options) -> Iterator[Hit]:
    """Benefits that are praised, with none of them named anywhere."""
    found = list(_praised(posting))
    if found and not any(_names_one(posting, at) for at in found):
        yield from (Hit(at) for at in found)


def _praised(posting: Posting) -> Iterator[Excerpt]:
    for block in posting.texts:
        if block.kind == "heading" or _WORDS.isdisjoint(posting.norms(block)):
            continue
        if not block.links and not _asks(posting, block):  # a link leads to what they are
            yield from (Excerpt(block, m.start(), m.end()) for m in _PRAISED.finditer(block.text))


def _names_one(posting: Posting, at: Excerpt) -> bool:
    """Whether a benefit is named in the block of the words, under a heading for benefits, or beside other praise of them."""
    if _CONCRETE.search(at.block.text):
        return True
    blocks = [b for s in posting.sections_of_kind("benefits") for b in s.blocks]
    if len([b for b in blocks if b.kind in ("item", "cell")]) > 1:
        return True
    return any(_CONCRETE.search(b.text) for b in posting.texts if not _asks(posting, b))


def _asks(posting: Posting, block: Block) -> bool:
    """Whether a block stands under a heading for duties or demands."""
    section = posting.section_of(block)
    return section is not None and section.source != "inferred" and section.kind in _ASKED
