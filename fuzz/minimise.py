"""Makes an input that breaks something smaller: `python fuzz/minimise.py fuzz/failed/1-123.md [--deep]` writes it beside, with `.least` after its name."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import run


def fault(reader: str, content: bytes, *, deep: bool) -> str:
    """What goes wrong with an input, without the particulars; "" where nothing does."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            run.one(reader, content, Path(folder), deep=deep)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is to stay
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        return f"{type(error).__name__} {trace.tb_frame.f_code.co_qualname if trace else ''} {trace.tb_lineno if trace else 0}"
    return ""


def least(content: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """The content without all that can be left out, piece by piece, and the pieces halved until they are single bytes."""
    size = max(1, len(content) // 2)
    while size:
        at = 0
        while at < len(content):
            less = content[:at] + content[at + size :]
            if less and fails(less):
                content = less
            else:
                at += size
        size //= 2
    return content


def main() -> int:
    """Make each file smaller."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--deep", action="store_true", help="what breaks is a rule, a fix or a comment, not the reader")
    args = parser.parse_args()
    for file in args.files:
        reader = file.suffix.removeprefix(".")
        content = file.read_bytes()
        if reader in run.APART:
            import_module(run.APART[reader]).read_here()
        wanted = fault(reader, content, deep=args.deep)
        if not wanted:
            print(f"{file}: nothing breaks")
            continue
        found = least(content, lambda less, reader=reader, wanted=wanted: fault(reader, less, deep=args.deep) == wanted)  # type: ignore[misc]
        file.with_name(f"{file.name}.least").write_bytes(found)
        print(f"{file}: {wanted}: {found!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
