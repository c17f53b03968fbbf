"""What the employer is called."""

import pytest

from jdlint.posting.posting import Posting
from jdlint.readers import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# Cook\n\n## About Larkspur\n\nWe cook.", {"Larkspur"}),
        ("# Cook\n\n## About us\n\nWe cook.", set()),
        ("# Cook\n\n## About the role\n\nYou cook.", set()),
        ("---\ncompany: Awesome Soups Ltd\n---\n\n# Cook\n\nYou cook.", {"Awesome Soups Ltd"}),
        ("# Cook\n\nAt Dynamic Dishes we cook soup.", {"Dynamic Dishes"}),
        ("# Cook\n\nPassion Bakery is hiring a cook.", {"Passion Bakery"}),
        ("# Cook\n\nWe are looking for a cook.", set()),
        ("# Cook\n\nThe kitchen is the heart of the house.", set()),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert Posting(read(text.encode(), "p.md")).company_names == names
