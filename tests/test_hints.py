"""What stands in for `typing` at run time."""

from __future__ import annotations

import typing

from jdlint import hints
from jdlint.hints import Any, Generic, Literal, TypeVar, cast, get_args

K = TypeVar("K")
Row = dict[str, Any | None]
Named = None | Any
Side = Literal["left", "right"]
One = Literal["left"]


class Holder(Generic[K]):
    """A class with a parameter."""

    def __init__(self, held: K) -> None:
        self.held = held


def test_aliases_can_be_made_and_values_are_kept() -> None:
    assert (get_args(Side), get_args(One)) == (("left", "right"), ("left",))
    assert Row == dict[str, Any | None]
    assert Named is not None


def test_a_class_can_have_a_parameter() -> None:
    assert Holder[int] is Holder
    assert issubclass(Holder, Generic)
    assert Holder(3).held == 3


def test_a_cast_is_the_value() -> None:
    value = object()
    assert cast("str", value) is value


def test_all_names_are_those_of_typing() -> None:
    assert set(hints.__all__) <= set(typing.__all__)
