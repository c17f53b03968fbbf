"""`dataclass`, `field`, `replace` and `NamedTuple` as the standard library has them, made in a fraction of the time.

A check of one posting defines some hundred such classes, and the library's makers took a sixth of the whole run for them. Here
only the constructor is compiled; all else that a class needs is shared. Supported is what this package uses: frozen or not, slots
or not, with or without `eq`, defaults and factories, no inheritance of fields. The functions of `dataclasses` (fields, asdict …)
understand the classes, and their objects can be pickled and copied.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from _collections import _tuplegetter  # type: ignore[import-not-found]  # what collections.namedtuple takes, too
from _frozen_importlib_external import MAGIC_NUMBER  # importlib.util would bring more with it
from collections.abc import Callable, Sequence
from operator import attrgetter
from types import CodeType, FunctionType

from jdlint.hints import TYPE_CHECKING, Any

_NONE: Any = object()  # no default
_FORM = 2  # of marshal, the last that writes the same values in the same way whatever else refers to them
_Spec = tuple[str, Any, Any]  # a field's name, annotation and default


class _Factory:
    """A default that is made anew for each object."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def _field(*, default: Any = _NONE, default_factory: Callable[[], Any] | None = None) -> Any:  # noqa: ANN401  # of the field's type
    return default if default_factory is None else _Factory(default_factory)


def _dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:  # noqa: ANN401  # the class, or what makes it
    if cls is None:
        return lambda found: _made(found, frozen, slots, eq)
    return _made(cls, frozen, slots, eq)


def _replace(made: Any, /, **changes: Any) -> Any:  # noqa: ANN401  # any object of such a class
    cls = type(made)
    values = [changes.pop(name) if name in changes else getattr(made, name) for name in cls.__match_args__]
    if changes:
        raise TypeError(f"{cls.__name__} has no field {next(iter(changes))!r}")
    return cls(*values)


class _Fields:
    """Answers for what `dataclasses` keeps on a class, when it is first asked for."""

    __slots__ = ("_found", "_specs")

    def __init__(self, specs: list[_Spec]) -> None:
        self._specs = specs
        self._found: Any = None

    def __get__(self, made: object, cls: type) -> Any:  # noqa: ANN401  # what the library keeps
        if self._found is None:
            import dataclasses

            rows = [(name, annotation, _library_field(default)) for name, annotation, default in self._specs]
            library: Any = dataclasses.make_dataclass(cls.__name__, rows)
            self._found = library.__dataclass_fields__
        return self._found


def _library_field(default: Any) -> Any:  # noqa: ANN401  # of any type
    import dataclasses

    if isinstance(default, _Factory):
        return dataclasses.field(default_factory=default.make)
    return dataclasses.field() if default is _NONE else dataclasses.field(default=default)


def _made(cls: type, frozen: bool, slots: bool, eq: bool) -> type:
    annotations = cls.__annotations__
    space = {name: value for name, value in cls.__dict__.items() if name not in annotations and name not in ("__dict__", "__weakref__")}
    names = tuple(annotations)
    specs = [(name, annotations[name], cls.__dict__.get(name, _NONE)) for name in names]
    space |= {"__match_args__": names, "__dataclass_fields__": _Fields(specs)}
    space.setdefault("__repr__", _repr)
    if eq:
        values = _reader(names)
        space.setdefault("__eq__", _equal(values))
        space["__hash__"] = (lambda self: hash(values(self))) if frozen else None
    if frozen:
        space |= {"__setattr__": _no_set, "__delattr__": _no_delete}
    if slots:
        space["__slots__"] = names
    if slots and frozen:
        space |= {"__getstate__": _state, "__setstate__": _set_state}
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _constructor(made, specs, frozen, slots)  # type: ignore[misc]
    return made


def _shipped_place() -> str:
    """The file of constructors that comes with a built package: byte code, of use to the Python that made it alone."""
    return f"{__file__.rpartition('text')[0]}_rules/compiled/{shipped_name()}"


def shipped_name() -> str:
    """Its name for this Python."""
    return f"constructors.{sys.implementation.cache_tag}"


def _shipped() -> dict[tuple[bool, ...] | int, CodeType]:
    try:
        with open(_shipped_place(), "rb") as file:  # noqa: PTH123  # pathlib costs time here
            magic, codes = marshal.loads(file.read())  # noqa: S302  # as far to be trusted as the byte code beside it
    except (OSError, ValueError, TypeError, EOFError):
        return {}
    return codes if magic == MAGIC_NUMBER else {}


def ship(place: str) -> None:
    """Write the code of all constructors made so far as the file that comes with the package. OSError where that is not possible."""
    with open(place, "wb") as file:  # noqa: PTH123  # as above
        marshal.dump((MAGIC_NUMBER, _codes), file, _FORM)


_codes = _shipped()  # the code of constructors by their shape, or by the length of the tuple


def _constructor(cls: type, specs: list[_Spec], frozen: bool, slots: bool) -> Any:  # noqa: ANN401  # a function
    """The one method that is worth a compilation, since it runs for every object.

    Classes of one shape share the compiled code, in which fields are numbered; each class has a copy with its own names.
    """
    factories = [isinstance(default, _Factory) for _, _, default in specs]
    code = _codes.get((frozen, slots, *factories)) or _init_code(factories, frozen, slots)
    space: dict[str, Any] = {"_set": object.__setattr__, "__builtins__": builtins}  # by which `date.today`, as others in C, imports
    for number, (name, _, default) in enumerate(specs):
        if isinstance(default, _Factory):
            space[f"_default{number}"], space[f"_make{number}"] = default, default.make
        if frozen and slots:
            space[f"_set{number}"] = getattr(cls, name).__set__
        elif frozen:
            space[f"_name{number}"] = name
    defaults = tuple(default for _, _, default in specs if default is not _NONE)
    return _named(code, [name for name, _, _ in specs], space, defaults, f"{cls.__qualname__}.__init__", cls.__module__)


def _init_code(factories: list[bool], frozen: bool, slots: bool) -> CodeType:
    store = "_set{0}(self, {1})" if frozen and slots else "_set(self, _name{0}, {1})" if frozen else "self._{0} = {1}"
    lines = [" pass"]
    for number, factory in enumerate(factories):
        value = f"_make{number}() if _{number} is _default{number} else _{number}" if factory else f"_{number}"
        lines.append(f" {store.format(number, value)}")
    space: dict[str, Any] = {}
    arguments = ", ".join(["self", *(f"_{number}" for number in range(len(factories)))])
    exec(f"def __init__({arguments}):\n" + "\n".join(lines), space)  # noqa: S102  # of numbers alone
    code: CodeType = space["__init__"].__code__
    _codes[frozen, slots, *factories] = code
    return code


def _named(  # noqa: PLR0913, PLR0917  # what a function consists of
    code: CodeType, names: Sequence[str], space: dict[str, Any], defaults: tuple[Any, ...], qualname: str, module: str
) -> Any:  # noqa: ANN401  # a function
    """A function of numbered arguments (`_0`, `_1` … after the first) under their names."""
    known = {f"_{number}": name for number, name in enumerate(names)}
    name = qualname.rpartition(".")[2]
    mine = code.replace(
        co_varnames=(code.co_varnames[0], *names),
        co_names=tuple(known.get(text, text) for text in code.co_names),
        co_name=name,
        co_qualname=qualname,
    )
    made = FunctionType(mine, space, name, defaults)
    made.__module__ = module
    return made


def _reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What reads all fields of an object as one tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda made: tuple(getattr(made, name) for name in names)


def _equal(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], Any]:
    return lambda self, other: values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented


def _repr(self: Any) -> str:  # noqa: ANN401  # any object of such a class, here and below
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({inside})"


def _no_set(_: object, name: str, value: object) -> None:
    del value
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delete(_: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:  # noqa: ANN401
    return [getattr(self, name) for name in self.__match_args__]


def _set_state(self: Any, state: list[Any]) -> None:  # noqa: ANN401
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


class _Tuple(tuple[Any, ...]):
    """What all named tuples share."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()

    @classmethod
    def _make(cls, values: Any) -> Any:  # noqa: ANN401  # an iterable of values of any type
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes: Any) -> Any:  # noqa: ANN401
        made = self._make(changes.pop(name, value) for name, value in zip(self._fields, self, strict=True))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{self.__class__.__name__}({inside})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


def _new_code(length: int) -> CodeType:
    fields = "".join(f"_{number}, " for number in range(length))
    new = eval(f"lambda _cls, {fields}: _new(_cls, ({fields}))")  # noqa: S307  # of numbers alone
    _codes[length] = new.__code__
    return _codes[length]


class _TupleMaker(type):
    """Makes the classes that name `NamedTuple` as their base."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:  # noqa: ANN401  # a class of named tuples
        del bases
        annotations = space.get("__annotations__")
        if annotations is None:  # later Pythons make them on demand
            annotations = type.__new__(type, name, (), {k: v for k, v in space.items() if k.startswith("__annot")}).__annotations__
        names = tuple(annotations)
        defaults = {name: space.pop(name) for name in names if name in space}
        code = _codes.get(len(names)) or _new_code(len(names))
        new = _named(code, names, {"_new": tuple.__new__}, tuple(defaults.values()), f"{name}.__new__", space.get("__module__", ""))
        getters = {field: _tuplegetter(number, None) for number, field in enumerate(names)}
        own = {"__slots__": (), "__new__": new, "_fields": names, "__match_args__": names, "_field_defaults": defaults}
        return type(name, (_Tuple,), {**space, **getters, **own})


class _Base:
    """Stands where a class names its base."""

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return (_HEAD,)


_HEAD = type.__new__(_TupleMaker, "NamedTuple", (), {})

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple
else:
    dataclass, field, replace, NamedTuple = _dataclass, _field, _replace, _Base()

__all__ = ["NamedTuple", "dataclass", "field", "replace"]
