"""What annotations need of `typing`, without its import, which takes as long as ten modules of this package.

Annotations are never looked at while jdlint runs, so at run time stand-ins serve; for type checkers all is the real thing.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO, Any, Generic, Literal, Never, NoReturn, Protocol, Self, TextIO, TypeVar, cast, get_args
else:

    class _Stand:
        """Stands for a form such as `Any` or `Literal[…]` where an alias is made of it."""

        __slots__ = ("__args__",)

        def __init__(self, args: object = ()) -> None:
            self.__args__ = args if isinstance(args, tuple) else (args,)

        def __getitem__(self, args: object) -> _Stand:
            return _Stand(args)

        def __or__(self, other: object) -> _Stand:
            return self

        __ror__ = __or__

    class Generic:
        """As a base, with or without parameters."""

        def __class_getitem__(cls, _: object) -> type:
            return cls

    class Protocol:
        """As a base."""

    IO = Any = Literal = Never = NoReturn = Self = TextIO = _Stand()

    def TypeVar(_: str, **__: object) -> _Stand:  # noqa: N802  # as it is called there
        """A type variable."""
        return _Stand()

    def cast(_: object, value: object) -> object:
        """The value itself."""
        return value

    def get_args(form: _Stand) -> tuple[object, ...]:
        """The values of a `Literal`."""
        return form.__args__


__all__ = [
    "IO", "TYPE_CHECKING", "Any", "Generic", "Literal", "Never", "NoReturn", "Protocol", "Self", "TextIO", "TypeVar", "cast", "get_args",
]  # fmt: skip
