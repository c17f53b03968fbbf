"""Where a rule looks, and what explains a hit away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.posting.model import Excerpt, Section
from jdlint.posting.posting import Posting
from jdlint.rules.guards import in_scope, longest, may_hold, silenced
from jdlint.rules.model import Guard

MakePosting = Callable[..., Posting]


def place(posting: Posting, text: str) -> Excerpt:
    """The first place of a text."""
    block = next(b for b in posting.texts if text in b.text)
    start = block.text.index(text)
    return Excerpt(block, start, start + len(text))


@pytest.fixture
def posting(make_posting: MakePosting) -> Posting:
    made = make_posting(
        ("heading", "Nurse, Leeds"), ("heading", "Duties"), ("item", "Care for wards"), ("field", "full-time"), ("quote", "So kind!"), "Bye"
    )
    heading, duties, item, *_ = made.texts
    title = Excerpt(heading, 0, 5)
    section = Section("responsibilities", "heading", Excerpt.whole(duties), (item,), 3, 5, also=("success",))
    vars(made).update(title=title, sections=(section,))
    return made


@pytest.mark.parametrize(
    ("where", "inside"),
    [
        (["title"], "Nurse"), (["heading"], "Nurse Leeds Duties"), (["item"], "Care"), (["responsibilities"], "Duties Care"),
        (["success"], "Duties Care"), (["field"], "full-time"), (["body"], "Nurse Leeds Duties Care kind Bye"), (["quote"], "kind"),
        (["~quote"], "Nurse Leeds Duties Care full-time Bye"), (["~title", "~quote"], "Leeds Duties Care full-time Bye"),
        (["heading", "~title"], "Leeds Duties"), (["responsibilities", "~heading"], "Care"), (["title", "item"], "Nurse Care"),
        (["benefits"], ""), (["paragraph", "cell"], "Bye"), ([], "Nurse Leeds Duties Care full-time kind Bye"),
    ],
)  # fmt: skip
def test_places(posting: Posting, where: list[str], inside: str) -> None:
    every = ["Nurse", "Leeds", "Duties", "Care", "full-time", "kind", "Bye"]
    assert [w for w in every if in_scope(where, posting, place(posting, w))] == inside.split()


TEXT = "Ninja needed. We sponsor the Ninja Turtles film, a master’s\ndegree and more. A ninja for scrum."


@pytest.mark.parametrize(
    ("guard", "hit", "silent"),
    [
        (Guard("ninja turtles"), "Ninja Turtles", True),
        (Guard("ninja-turtles"), "Ninja", False),  # the first one is another
        (Guard("the ninja"), "Ninja Turtles", True),
        (Guard("turtles film"), "Ninja Turtles", True),
        (Guard("film"), "Ninja Turtles", False),
        (Guard("film", reach="sentence"), "Ninja Turtles", True),
        (Guard("scrum", reach="sentence"), "Ninja Turtles", False),
        (Guard("scrum", reach="block"), "Ninja Turtles", True),
        (Guard("basketball", reach="block"), "Ninja Turtles", False),
        (Guard(pattern=r"\bmaster'?s? degree"), "degree", True),
        (Guard(pattern=r"\bmaster'?s? degree"), "film", False),
        (Guard(pattern=r"SPONSOR", reach="sentence"), "film", True),
        (Guard(pattern=r"(?-i:SPONSOR)", reach="sentence"), "film", False),
        (Guard(pattern=r"scrum", reach="block"), "film", True),
    ],
)
@pytest.mark.parametrize("trusted", [True, False])
def test_guards(make_posting: MakePosting, guard: Guard, hit: str, silent: bool, trusted: bool) -> None:
    posting = make_posting(TEXT)
    assert silenced([guard], posting, place(posting, hit), trusted=trusted) is silent


def test_any_guard_will_do(make_posting: MakePosting) -> None:
    posting = make_posting(TEXT)
    assert silenced([Guard("basketball"), Guard("ninja turtles")], posting, place(posting, "Turtles"), trusted=True)
    assert not silenced([], posting, place(posting, "Turtles"), trusted=True)


def test_of_ranges_that_overlap_the_longest_stays() -> None:
    assert longest([(0, 4, "a"), (2, 9, "b"), (9, 12, "c")]) == [(2, 9, "b"), (9, 12, "c")]
    assert longest([(0, 4, "a"), (0, 4, "b")]) == [(0, 4, "a")]
    assert longest([]) == []


PLACES = [["title"], ["~title"], ["heading", "~title"], ["responsibilities"], ["~quote"], ["item", "~responsibilities"]]


@pytest.mark.parametrize("where", PLACES)
def test_a_block_that_may_not_hold_a_hit_holds_none(posting: Posting, where: list[str]) -> None:
    for block in posting.texts:
        inside = any(in_scope(where, posting, Excerpt(block, i, i + 1)) for i in range(len(block.text)))
        assert may_hold(where, posting, block) or not inside
    assert may_hold(["title"], posting, posting.texts[0])
    assert not may_hold(["title"], posting, posting.texts[1])
    assert may_hold(["~title"], posting, posting.texts[0])
