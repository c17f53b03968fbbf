"""All figures in one run, as Markdown.

    python benchmarks/run.py [--quick] [--peers FOLDER]

`--quick` is the size that CI runs: every part once, with few postings, to see that it works. `peers.py` installs the peers.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import commands
import peers
from generate import postings

HERE = Path(__file__).resolve().parent
_STREAM = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from generate import postings
import jdlint
found = sum(len(r.findings) for r in jdlint.lint_records(postings(int(sys.argv[2]), 600), jobs=int(sys.argv[3])))
size = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(size // (1024 if sys.platform != "darwin" else 1024 * 1024), found)
"""


@dataclass(frozen=True)
class Sizes:
    """How much of everything."""

    runs: int
    single: int  # postings for one process, and for the peers
    many: int  # for one process against two
    stream: int
    growth: str


FULL = Sizes(20, 200, 5000, 100_000, "10,100,1000,5000")
QUICK = Sizes(2, 6, 60, 200, "5,10")


def say(*lines: str) -> None:
    """Print at once, so that a long run can be watched."""
    print("\n".join(lines), flush=True)


def write(folder: Path, count: int, forms: tuple[str, ...] = ("md", "html", "txt")) -> Path:
    """A folder of postings."""
    folder.mkdir()
    for name, text in postings(count, forms=forms):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def check(at: commands.Installed, folder: Path, *options: str) -> float:
    """The wall time of a check of a folder."""
    start = time.perf_counter()
    command = [at.jdlint, "check", "--isolated", "--no-cache", "--output-format", "concise", *options, str(folder)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, env=at.environment)
    if done.returncode > 1:
        sys.exit(f"the check failed: {done.stderr}")
    return time.perf_counter() - start


def processes(at: commands.Installed, folder: Path, count: int) -> None:
    """One process against two."""
    one, two = check(at, folder, "--jobs=1"), check(at, folder, "--jobs=2")
    say("", f"{count} postings: {count / one:.0f} a second in one process, {count / two:.0f} in two: {one / two:.2f} times (goal 1.7)")


def memory(at: commands.Installed, count: int) -> None:
    """The memory that a stream of postings needs."""
    for jobs in (1, 2):
        command = [at.python, "-c", _STREAM, str(HERE), str(count), str(jobs)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=at.environment)
        say("", f"{count} postings through lint_records, {jobs} at a time: {done.stdout.split()[0]} MB at most a process (goal 400)")


def beside_peers(at: commands.Installed, folder: Path, count: int, where: Path | None) -> None:
    """Postings a second of processor time, each tool over the same Markdown files in one call."""
    files = sorted(str(p) for p in folder.iterdir())
    ours = count / peers.processor_seconds([at.jdlint, "check", "--isolated", "--no-cache", "--jobs=1", *files], folder)
    say("", "| tool | postings a second of processor time | jdlint's is so many times |", "|---|---|---|", f"| jdlint | {ours:.0f} | 1 |")
    for name, command in (peers.commands(where) if where else {}).items():
        rate = count / peers.processor_seconds([*command, *files], where or folder)
        say(f"| {name} | {rate:.1f} | {ours / rate:.1f} |")


def script(name: str, *arguments: str) -> None:
    """Another benchmark's output."""
    say("", f"`{name} {' '.join(arguments)}`", "", "```")
    done = subprocess.run([sys.executable, str(HERE / name), *arguments], capture_output=True, text=True, check=True)
    say(done.stdout.rstrip(), "```")


def main() -> None:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--peers", type=Path)
    options = parser.parse_args()
    sizes = QUICK if options.quick else FULL
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    say(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} processors{load}", "")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        at = commands.install(folder)
        say(*commands.table(commands.measure(at, sizes.runs)), "", f"A check loads {commands.loaded(at)} modules.")
        script("throughput.py", "--count", str(sizes.single), "--runs", "1" if options.quick else "3", "--parts", "15")
        beside_peers(at, write(folder / "md", sizes.single, ("md",)), sizes.single, options.peers and options.peers.resolve())
        processes(at, write(folder / "many", sizes.many), sizes.many)
        script("growth.py", "--sizes", sizes.growth, "--parts", "10")
        memory(at, sizes.stream)  # last: it takes most of the time, and other work beside it makes no difference
    say("", f"Measured in {resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime:.0f} s of processor time.")


if __name__ == "__main__":
    main()
