"""A long run of the fuzzing: `python fuzz/run.py --reader md --inputs 200000 [--seed 1] [--deep-every 1000] [--log FILE]`.

Each input is read; each so-manieth is judged by all rules, mended, hidden and kept as well. What breaks an invariant, takes longer than
a posting may, or brings the process down is printed with its number and written to `fuzz/failed/`; the exit code is then 1. With a log,
a run that was stopped goes on where it was. The last line is for the record in fuzz/README.md.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import house
import invariants
import postings

FAILED = Path(__file__).parent / "failed"
CHUNK = 5_000  # inputs a process
SLOW = 5.0  # seconds of the processor that reading and checking one input may take
HUNG = 300.0  # seconds without a sign of life
AGAIN = 10  # each so-manieth is read twice
MANY = 6  # of the inputs judged, how many go through two processes as well
APART = {"pdf": "papers", "parquet": "parquets"}  # what jdlint reads in processes of their own; here in the one that is watched anyway
READERS = (*postings.FORMS, *house.FORMS)


def made(reader: str, seed: int, number: int) -> bytes:
    """The content of one input: the same for the same numbers."""
    rng = Random(f"{seed}/{reader}/{number}")  # noqa: S311
    return house.data(rng, reader) if reader in house.FORMS else postings.data(rng, reader)


def one(reader: str, content: bytes, folder: Path, *, deep: bool, again: bool = True) -> bool:
    """Try one input, `again` a second time; True where it was read."""
    if reader in house.FORMS:
        return house.holds(reader, content, folder, deep=deep)
    path = postings.path(reader)
    found = invariants.reads(content, path, again=again)
    if deep:
        invariants.all_hold(content, path, folder, text=reader in postings.TEXTS)
    return found


def kept(reader: str, seed: int, number: int, content: bytes) -> Path:
    """The file into which an input is written that broke something."""
    FAILED.mkdir(exist_ok=True)
    file = FAILED / f"{seed}-{number}.{reader}"
    file.write_bytes(content)
    return file


def chunk(args: argparse.Namespace, first: int, last: int, sign: Any, answer: Any) -> None:  # noqa: ANN401  # shared memory and a pipe
    """What one process does: the inputs from `first` to before `last`. `sign` holds the number of the one it is at."""
    if args.reader in APART:
        import_module(APART[args.reader]).read_here()
    read = deep = failed = 0
    slowest = (0.0, 0)
    sample: list[tuple[str, bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, last):
            sign.value = number
            content = made(args.reader, args.seed, number)
            is_deep = number % args.deep_every == 0
            deep += is_deep
            started = time.process_time()
            try:
                read += one(args.reader, content, Path(folder), deep=is_deep, again=number % AGAIN == 0)
                taken = time.process_time() - started
                assert is_deep or taken < SLOW, f"took {taken:.1f} seconds"
                slowest = slowest if is_deep else max(slowest, (round(taken, 3), number))
            except BaseException:  # noqa: BLE001  # whatever it is, it is what this looks for
                failed += 1
                print(f"--- input {number} of seed {args.seed}: {kept(args.reader, args.seed, number, content)}")
                traceback.print_exc(file=sys.stdout)
            if is_deep and len(sample) < MANY and args.reader in postings.FORMS:
                sample.append((f"{len(sample)}-{postings.path(args.reader)}", content))
        try:
            if args.reader not in APART:
                invariants.same_with_many(sample)
        except Exception:  # noqa: BLE001  # as above
            failed += 1
            print(f"--- the inputs judged from {first} of seed {args.seed}, by two processes")
            traceback.print_exc(file=sys.stdout)
    sys.stdout.flush()
    answer.send({"read": read, "deep": deep, "failed": failed, "slowest": slowest, "seconds": round(time.process_time(), 1)})
    os._exit(0)


def watched(args: argparse.Namespace, first: int, last: int) -> dict[str, Any]:
    """Go through inputs in a process of their own. One that brings it down, or that it does not come back from, is a failure of its own."""
    total: dict[str, Any] = {"read": 0, "deep": 0, "failed": 0, "slowest": (0.0, 0), "seconds": 0.0}
    context = multiprocessing.get_context("fork")
    at = first
    while at < last:
        sign = context.Value("q", at, lock=False)
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=chunk, args=(args, at, last, sign, there))
        process.start()
        there.close()
        seen, since = at, time.monotonic()
        while not here.poll(0.2) and process.is_alive() and time.monotonic() - since < HUNG:
            if sign.value != seen:
                seen, since = sign.value, time.monotonic()
        try:
            found = here.recv() if here.poll(0.2) else None
        except EOFError:
            found = None
        if found is None:
            process.kill()
            process.join()
            number = int(sign.value)
            print(f"--- input {number}: the process ended or hung ({process.exitcode}): "
                  f"{kept(args.reader, args.seed, number, made(args.reader, args.seed, number))}", flush=True)  # fmt: skip
            total["failed"] += 1
            at = number + 1
            continue
        process.join()
        for key in ("read", "deep", "failed", "seconds"):
            total[key] += found[key]
        total["slowest"] = max(tuple(total["slowest"]), tuple(found["slowest"]))
        break
    return total


def main() -> int:
    """Run, and tell how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", choices=READERS, default="md")
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deep-every", type=int, default=1000)
    parser.add_argument("--log", type=Path)
    args = parser.parse_args()
    if args.reader == "parquet":
        import parquets

        parquets.warm()
    key = {"reader": args.reader, "seed": args.seed}
    lines = args.log.read_text().splitlines() if args.log and args.log.exists() else []
    done = {row["first"]: row for row in map(json.loads, lines) if row["reader"] == args.reader and row["seed"] == args.seed}
    for first in range(0, args.inputs, CHUNK):
        if first not in done:
            last = min(args.inputs, first + CHUNK)
            done[first] = key | {"first": first, "count": last - first} | watched(args, first, last)
            if args.log:
                with args.log.open("a") as file:
                    file.write(json.dumps(done[first]) + "\n")
    sums = {name: sum(row[name] for row in done.values()) for name in ("count", "read", "deep", "failed", "seconds")}
    slowest = max(tuple(row["slowest"]) for row in done.values())
    print(f"{args.reader}: seed {args.seed}, {sums['count']:,} inputs, {sums['read']:,} read, {sums['deep']:,} judged, {sums['failed']} failed, "
          f"{sums['seconds']:.0f} s of the processor, the slowest {slowest[0]} s (input {slowest[1]})")  # fmt: skip
    return 1 if sums["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
