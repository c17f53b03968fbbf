"""What stands at the ends of a title and is no part of the job's name: the employer, the number of the post, the pay."""

from __future__ import annotations

import re
from collections.abc import Callable

from jdlint.hints import TYPE_CHECKING
from jdlint.text.lazy import lazy

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_CODE = lazy(r"\s*[(\[](?=[\w/.-]*\d{3})(?=[\w/.-]*[A-Z])[A-Z0-9][\w/.-]{3,20}[)\]]\W*$")  # "(POS25232)": letters and three figures or more
# "Driver £14 an hour", "Driver $1,500 bonus"
_PAID = lazy(r"\s+(?:up to |from |earn )?(?:A|C|US|NZ|AU|CA)?[$£€₹]\s?\d", re.IGNORECASE)
_ORGANISATION = lazy(
    r"\b(?:college|university|academy|school|institute|library|libraries|museum|gallery|hospital|hospice|council|trust|foundation|society"
    r"|association|company|corporation|ministry|agency|authority|church|cathedral|theat(?:re|er)|inc|ltd|llc|llp"
    r"|plc|gmbh|limited|pty|co)\b\.?",
    re.IGNORECASE,
)
# What part of an employer a job may be in, or which kind of one: part of the job's name.
_UNIT = lazy(
    r"\b(?:school|college|department|faculty|library|academy) of\b"
    r"|^(?:the |our )?(?:(?:elementary|primary|secondary|middle|high|upper|lower|junior|senior|infant|nursery|boarding|special|public"
    r"|private|main|central|law|medical|business|graduate|community|local|day|night|art|music|children['’]s|young people['’]s)\s+)*\w+$",
    re.IGNORECASE,
)


def without_code(text: str) -> str:
    """A title without the code of the post in brackets at its end."""
    return text[: found.start()] if (found := _CODE.search(text)) else text


def without_pay(text: str, names_job: Callable[[str], bool]) -> str:
    """A title without the pay, and what stands behind it, where the job is named before."""
    found = _PAID.search(text)
    if found is None:
        return text
    name = text[: found.start()].rstrip(" |–—-:(,")
    return name if names_job(name) else text


def speaks_of(posting: Posting, name: str) -> bool:
    """Whether the text speaks of an organisation of that name, and not of a part of one: "Elm College", no "School of Nursing"."""
    if _UNIT.search(name) and not name.isupper():
        return False
    escaped = re.escape(name)
    said = rf"(?<!\w){escaped}(?!\w)"
    if _ORGANISATION.search(name) is None:
        said = rf"\b(?:[Tt]he|[Aa]t|[Jj]oin) {escaped}(?:['’]s\b|,? (?:is|are|seeks|has|invites|offers|needs)\b)|^{escaped} (?:is|seeks)\b"
    pattern = re.compile(said, re.MULTILINE)
    return any(pattern.search(block.text) for block in posting.blocks if block.kind != "heading")
