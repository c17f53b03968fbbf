"""What is put together from lexicons, stored when the package is built, so that a start need not put it together again.

Plain values alone (texts, numbers, tuples, lists, dictionaries, sets), in the form in which Python keeps constants: it lies beside
the byte code and needs no more trust than that. A checkout has none, and puts everything together anew.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable

from jdlint import __version__
from jdlint.hints import TYPE_CHECKING, Any
from jdlint.resources import rules_root

if TYPE_CHECKING:
    from pathlib import Path

_FORM = 4  # of marshal, the same from Python 3.4 on
_FOLDER = "compiled"  # beside the rules, where all lies that was made when the package was built


def assembled(name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  # each has its own shape
    """What `make` returns: as it was stored with the package, else made now."""
    try:
        with open(f"{rules_root()}/{_FOLDER}/{name}.assembled", "rb") as file:  # noqa: PTH123  # pathlib costs time here
            head, _, body = file.read().partition(b"\n")
        if head == _head(body):
            return marshal.loads(body)  # noqa: S302  # see above
    except (OSError, ValueError, TypeError, EOFError):
        pass
    return make()


def prebuild(folder: Path, name: str, value: Any) -> None:  # noqa: ANN401
    """Store a value for `assembled`; ValueError for one that is not plain, OSError where it can't be written."""
    body = marshal.dumps(value, _FORM)
    place = folder / _FOLDER / f"{name}.assembled"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(_head(body) + b"\n" + body)


def _head(body: bytes) -> bytes:
    return f"{__version__} {len(body)}".encode()
