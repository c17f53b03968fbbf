"""Words about pay that name no figure."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.pay import own_pay
from jdlint.posting.posting import Posting
from jdlint.readers.includes import included_parts
from jdlint.rules.model import Hit, Options

_EXAMPLES = {
    "GB": "“£31,000–£36,000 a year”",
    "IE": "“€46,000–€58,000 a year”",
    "CA": "“$21.50–$24.00 an hour”",
    "IN": "“₹9–12 lakh a year”",
}
_EURO = frozenset(("AT", "BE", "DE", "ES", "FI", "FR", "GR", "IT", "LU", "NL", "PT"))


def vague(posting: Posting, options: Options) -> Iterator[Hit]:
    """Each such phrase; a note where the figure stands elsewhere."""
    stated = bool(own_pay(posting)) or "pay" in included_parts(posting.source.text)
    country = next((p.country for p in posting.places if p.country), None)
    example = _EXAMPLES.get(country or "", "“€3,100–€3,600 a month”" if country in _EURO else "“$52,000–$61,000 a year”")
    for at in posting.vague_pay:
        if at.block.quoted:
            continue
        yield Hit(at, variant="beside" if stated else "", severity="info" if stated else None, values={"instead": example})
