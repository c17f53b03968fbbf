"""What kind of work a posting is about."""

import pytest

from jdlint.posting.posting import Posting
from jdlint.readers import read


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("# Warehouse Picker\n\nYou pick.", {"physical"}),
        ("# Payroll Clerk\n\nYou file.", {"desk", "finance", "people"}),
        ("# Helper\n\nYou visit the warehouse once a year.", set()),  # one word in the text is not enough
        ("# Helper\n\nYou unload pallets in the warehouse.", {"physical"}),
        ("# Helper\n\nYou count pallets and boxes of the warehouse in an office setting.", set()),
        ("# Helper\n\nThis is a classified position of the county.", set()),
        ("# Delivery Driver\n\nYou drive.", {"physical", "driving"}),
        ("# Analyst\n\nAn active security clearance is needed.", {"cleared", "desk"}),
        ("# Branch Helper\n\nYou do the courier run and deliveries, and snow removal.", {"physical"}),
        ("# Branch Helper\n\nYou lend the courier a key.", set()),
        ("# Parish Secretary\n\nYou type.", {"religious", "desk"}),
    ],
)
def test_traits(text: str, traits: set[str]) -> None:
    assert Posting(read(text.encode(), "p.md")).traits == traits
