"""The Gender Decoder's method, to the word; sentences of our own."""

import pytest

from jdlint.checks.gender_balance import gender_coding


@pytest.mark.parametrize(
    ("text", "masculine", "feminine", "verdict"),
    [
        ("soup and bread", (), (), "empty"),
        ("kind but stubborn", ("stubborn",), ("kind",), "neutral"),
        ("Fearless/analytical;determined\tcook", ("fearless", "analytical", "determined"), (), "masculine-coded"),
        ("lead, fight, decide, persist", ("lead", "fight", "decide", "persist"), (), "strongly masculine-coded"),
        ("warm&gentle", (), ("warm", "gentle"), "feminine-coded"),
        ("warm, gentle, loyal, co-operative", (), ("warm", "gentle", "loyal", "co-operative"), "strongly feminine-coded"),
        ("a dominant cook", ("dominant", "dominant"), (), "masculine-coded"),  # two stems of one root, as published
        ("interpersonal", (), ("interpersonal", "interpersonal"), "feminine-coded"),
        ("team-leader", ("leader",), (), "masculine-coded"),  # a hyphen parts words that are no coded stem
        ("self-confident", ("self-confident",), (), "masculine-coded"),
        ("kind—fearless", ("fearless",), ("kind",), "neutral"),  # what isn't ASCII parts words
        ("wise@lead? (kind)", ("lead",), ("kind",), "neutral"),
    ],
)
def test_coding(text: str, masculine: tuple[str, ...], feminine: tuple[str, ...], verdict: str) -> None:
    coding = gender_coding(text)
    assert (coding.masculine, coding.feminine, coding.verdict) == (masculine, feminine, verdict)


def test_the_bound_of_strongly_lies_above_three() -> None:
    assert gender_coding("lead fight decide").verdict == "masculine-coded"
    assert gender_coding("lead fight decide force").verdict == "strongly masculine-coded"
