"""A long run of the fuzzing: `python fuzz/run.py --reader md --inputs 200000 [--seed 1] [--judge-every 50]`.

Each input is read; each so-manieth is judged by all rules, mended, hidden and kept as well. What breaks an invariant is printed with
its seed and written to `fuzz/failed/`; the exit code is then 1. The last line is for the record in docs/safety.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
import invariants
import postings

FAILED = Path(__file__).parent / "failed"


def one(number: int, seed: int, form: str, folder: Path | None) -> bool:
    """Try one input; True where it was read."""
    content = postings.data(Random(f"{seed}/{form}/{number}"), form)  # noqa: S311
    path = f"posting.{form}"
    try:
        found = invariants.reads(content, path) if form in {"md", "html", "txt"} else bool(invariants.judged(content, path))
        if folder is not None:
            invariants.repeats(content, path)
            if form in {"md", "html", "txt"}:
                invariants.mends(content, path)
                invariants.hides(content, path)
                invariants.keeps(content, path, folder)
    except Exception:
        FAILED.mkdir(exist_ok=True)
        (FAILED / f"{seed}-{number}.{form}").write_bytes(content)
        raise
    return found


def main() -> int:
    """Run, and tell how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", choices=postings.FORMS, default="md")
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--judge-every", type=int, default=50)
    args = parser.parse_args()
    read = judged = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(args.inputs):
            deep = number % args.judge_every == 0
            judged += deep
            try:
                read += one(number, args.seed, args.reader, Path(folder) if deep else None)
            except Exception:  # noqa: BLE001  # whatever it is, it is what this looks for
                failed += 1
                print(f"--- input {number} of seed {args.seed}, {args.reader}")
                traceback.print_exc(file=sys.stdout)
    print(f"{args.reader}: seed {args.seed}, {args.inputs:,} inputs, {read:,} read, {judged:,} judged, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
