"""One spelling throughout."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.checks.variants import mixed_spelling
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.resources import lexicon
from jdlint.rules.model import Options


def hits(text: str) -> list[tuple[str, str, str, int]]:
    posting = Posting(read(f"# Baker\n\n{text}\n".encode(), "posting.md"), Reading(as_of=date(2026, 1, 15)))
    return [(hit.at.text, hit.use[0], hit.variant, len(hit.edits)) for hit in mixed_spelling(posting, Options({})) if hit.at]


def test_the_pairs_are_sound() -> None:
    pairs = [pair.split("/") for pair in lexicon("variants")["dialects"]]
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    words = [word for pair in pairs for word in pair]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Email us, email them, no e-mail.", [("e-mail", "email", "", 1)]),
        ("Non-profit and nonprofit and nonprofit.", [("Non-profit", "Nonprofit", "", 1)]),
        ("On the back end, a back-end baker.", []),
        ("Backend on the back end and at the back-end.", [("Backend", "Back-end", "", 1)]),
        ("A back-end team and a back end team.", [("back end", "back-end", "", 1)]),
        ("A back end team works on the back end.", []),
        ("Back End Developer and back-end baker, back-end cook.", [("Back End", "Back-End", "", 1)]),
        ("Work on site or onsite.", []),
        ("Work on-site or onsite.", [("onsite", "on-site", "", 1)]),
        ("We organise colour and organize flavour.", [("organize", "organise", "british", 1)]),
        ("We organize colour and analyze flavour.", []),
        ("We analyse, organise and like color.", [("color", "colour", "british", 1)]),
        ("We like colour at the Center for Rolls.", []),
        ("We like colour.\n\nOrganization for Rolls and Buns: we like flavour, too. Labor Department rules hold. We organise.", []),
        ("We like colour.\n\n## Center for Rolls\n\nAnd flavour.", []),
        ("We like colour and write “no color of bread” on the wall.", []),
        ('We like colour and write "no color of bread" on the wall.', []),
        ('We like "colour" and not color.', []),
        ("We like colour.\n\nWe hire without regard to race, color or sex.", []),
        ("We like colour.\n\n## Equal opportunity\n\nAll are equal here, whatever their color.", []),
        ("We like colour and flavour.\n\n## Our center\n\nBread.", [("center", "centre", "british", 1)]),
        ("A cancelled tour is no behavior.", []),
        ("We like colour in front-end.js and e-mail@x.example, and email.", []),
        ("BEHAVIOUR at the center, color of bread.", [("BEHAVIOUR", "BEHAVIOR", "american", 1)]),
    ],
)
def test_mixed(text: str, found: list[tuple[str, str, str, int]]) -> None:
    assert hits(text) == found
