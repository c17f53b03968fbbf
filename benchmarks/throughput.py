"""Postings judged in a second, in one process with the recommended profile and no cache, and where the time goes.

    python benchmarks/throughput.py [--count 300] [--words 600] [--runs 3] [--parts 25] [FOLDER]

Without a folder, the postings come from generate.py. The figure is of processor time, the fastest of the runs; wall time is given
beside it. The rules are built, and every expression is compiled, before the clock starts.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from pathlib import Path

from generate import postings
from stages import AS_OF, Clock, measure, recommended

from jdlint.cli.main import steady
from jdlint.config.lookup import Lookup
from jdlint.engine.files import Files
from jdlint.engine.run import Linter
from jdlint.engine.together import Together
from jdlint.text.record import replace


def once(linter: Linter, paths: list[str]) -> tuple[float, float]:
    """Processor and wall time of judging every file."""
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in replace(linter, together=Together()).run(paths):  # each run meets the postings for the first time
        pass
    return time.process_time() - cpu, time.perf_counter() - wall


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--parts", type=int, default=25)
    options = parser.parse_args()
    steady()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if options.folder is None:
            for name, text in postings(options.count, options.words):
                (folder / name).write_text(text, encoding="utf-8")
        files = sorted(p for p in folder.iterdir() if p.suffix in (".md", ".html", ".txt"))
        texts = [(p.name, p.read_text(encoding="utf-8", errors="replace")) for p in files]
        linter = Linter(Files(Lookup(isolated=True), AS_OF))
        once(linter, [str(p) for p in files])
        times = [once(linter, [str(p) for p in files]) for _ in range(options.runs)]
    cpu, wall = min(t[0] for t in times), min(t[1] for t in times)
    size = sum(len(text.split()) for _, text in texts) / len(files)
    print(f"{len(files)} postings of {size:.0f} words: {len(files) / cpu:.0f} a second (processor), {len(files) / wall:.0f} (wall)")
    ruleset = recommended()
    measure(texts, ruleset, Clock())
    clocks = [Clock() for _ in range(options.runs)]
    for clock in clocks:
        measure(texts, ruleset, clock)
    best = {part: min(c.seconds[part] for c in clocks) for part in clocks[0].seconds}
    total = sum(best.values())
    print(f"\nms a posting by part, {1000 * total / len(files):.2f} in all; a part is not charged with the facts measured before it")
    for family in ("read", "words", "fact", "wording", "rule"):
        print(f"{1000 * sum(s for part, s in best.items() if part.startswith(family)) / len(files):8.3f}  all of {family}")
    for part, seconds in sorted(best.items(), key=lambda row: -row[1])[: options.parts]:
        print(f"{1000 * seconds / len(files):8.3f}  {part}")


if __name__ == "__main__":
    main()
