"""Which English a posting is written in: that of the country it hires in."""

from __future__ import annotations

from jdlint.posting.posting import Posting

MIXED = "en-US"  # where no country tells; spellings of other countries then pass
# The variants of LanguageTool that are kept up best, each for the countries that spell as it does, or nearly so.
_BY_COUNTRY = {
    "US": "en-US", "PR": "en-US", "PH": "en-US", "CA": "en-CA", "AU": "en-AU", "NZ": "en-AU",
    "GB": "en-GB", "IE": "en-GB", "IN": "en-GB", "ZA": "en-GB", "PK": "en-GB", "BD": "en-GB", "LK": "en-GB", "NG": "en-GB", "KE": "en-GB",
    "GH": "en-GB", "UG": "en-GB", "ZW": "en-GB", "MT": "en-GB", "SG": "en-GB", "MY": "en-GB", "HK": "en-GB", "JM": "en-GB", "TT": "en-GB",
    "GG": "en-GB", "JE": "en-GB", "IM": "en-GB", "GI": "en-GB",
}  # fmt: skip


def variant(posting: Posting) -> str | None:
    """LanguageTool's code for the English of the posting's country; None where there is none, or several that spell otherwise."""
    found = {_BY_COUNTRY.get(place.country, "") for place in posting.places if place.country}
    return found.pop() or None if len(found) == 1 else None


def also(variant: str | None) -> str | None:
    """What else passes as correct: where no country tells, either spelling; and where a country writes both."""
    return {None: "en-GB", "en-CA": "en-US", "en-AU": "en-GB"}.get(variant)
