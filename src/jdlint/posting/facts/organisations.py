"""Places that are named only as part of another name: "the University of Leeds", "Boston Globe"."""

from __future__ import annotations

from jdlint.posting.facts.geography import Spot
from jdlint.posting.facts.patterns import joined
from jdlint.text.lazy import lazy

_NEAR = 50  # characters before the place
_BEFORE = lazy(
    joined(r"""
    \b(?:University|College|Universities|Church|Bank|School|Port|Institute|Museum|Diocese|Archdiocese|Society|Museums|Chamber|Government
    |Foundation) (?:of|for)(?: the)?\s+(?:\w+ )?$
    """)
)
_AFTER = lazy(
    joined(r"""
    \s+(?:University|College|Post\b|Times\b|Globe|Tribune|Herald|Foundation|Bank\b|Inc\b|LLC|Ltd|Corporation|Institute|Symphony
    |Board|Electoral|Commission|Authority|Police|Act\b|Code\b|Law\b|Constitution|Association|Council\b|Alliance|Department
    |Election Code|Secretary|Community College|Public|State University|School|Standard Time|Time\b|Statutes?|Clinic\b|Museum|Zoo\b|Opera\b
    |Orchestra|Aquarium|(?:Train |Railway |Bus |Tube )?Station\b)|['’]s\b(?! (?:office
    |campus|location))
    """)
)


def of_organisation(text: str, spot: Spot) -> bool:
    """Whether the name is part of an organisation's, a newspaper's or a law's."""
    return bool(_BEFORE.search(text, max(0, spot.start - _NEAR), spot.start) or _AFTER.match(text, spot.end))
