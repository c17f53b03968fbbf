"""Whole commands from a built wheel, in an environment of their own: what a user waits for.

    python benchmarks/commands.py [--runs 20]

Builds the wheel of this checkout, installs it with its dependencies, and prints the fastest of the runs of each command with its
ratio to `python -c "import click, yaml"`, by the clock and in processor time, which says more on a busy machine. The commands run by
turns. `valgrind --tool=callgrind` in front of two of them tells their instructions, which no other work changes.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
POSTING = ROOT / "examples" / "good" / "backend-developer.md"
BASE = "import click, yaml"
GOALS = {"--version": 1.3, "rule PAY001": 1.3, "completion": 1.3, "check": 2.0, "check, very first run": 2.2, "check, unchanged": 1.3}


class Times(NamedTuple):
    """Seconds by the clock, and of processor time."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Installed:
    """A wheel of this checkout in an environment of its own."""

    python: str
    jdlint: str
    package: Path
    environment: dict[str, str]
    cache: Path


def install(folder: Path) -> Installed:
    """Build the wheel and install it."""
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder / "wheel"), str(ROOT)], check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    binaries = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = str(binaries / "python")
    wheel = str(next((folder / "wheel").glob("*.whl")))
    subprocess.run([python, "-m", "pip", "-q", "--disable-pip-version-check", "install", wheel], check=True)
    where = subprocess.run([python, "-c", "import jdlint; print(jdlint.__path__[0])"], capture_output=True, text=True, check=True)
    unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONPATH", "JDLINT_NO_CACHE")
    environment = {k: v for k, v in os.environ.items() if k not in unwanted} | {"JDLINT_CACHE_DIR": str(folder / "cache")}
    return Installed(python, str(binaries / "jdlint"), Path(where.stdout.strip()), environment, folder / "cache")


def by_turns(commands: dict[str, tuple[list[str], dict[str, str]]], runs: int) -> dict[str, Times]:
    """The shortest times of commands with their environments, run by turns, so that a busy minute is everyone's."""
    times: dict[str, list[Times]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, (command, environment) in commands.items():
            took = _once(command, environment)
            if number:  # the first round fills caches
                times[name].append(took)
    return {name: _least(rows) for name, rows in times.items()}


def _least(times: list[Times]) -> Times:
    return Times(min(t.clock for t in times), min(t.processor for t in times))


def _once(command: list[str], environment: dict[str, str]) -> Times:
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Times(time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def first(at: Installed, command: list[str], runs: int) -> Times:
    """The shortest times of a very first run: nothing compiled or kept by an earlier one, but the byte code that pip writes."""
    times = []
    for _ in range(runs):
        for file in at.package.rglob("*.patterns"):
            file.unlink()
        shutil.rmtree(at.cache, ignore_errors=True)
        times.append(_once(command, at.environment))
    return _least(times)


def measure(at: Installed, runs: int) -> list[tuple[str, Times]]:
    """The times of each command; the first is the import that the others are compared with."""
    check = [at.jdlint, "check", "--isolated", str(POSTING)]
    commands = {
        BASE: [at.python, "-c", BASE],
        "--version": [at.jdlint, "--version"],
        "rule PAY001": [at.jdlint, "rule", "PAY001"],
        "check": [*check, "--no-cache"],
        "check, unchanged": check,
    }
    completion = dict(at.environment) | {"_JDLINT_COMPLETE": "bash_complete", "COMP_WORDS": "jdlint che", "COMP_CWORD": "1"}
    lines = {name: (line, at.environment) for name, line in commands.items()} | {"completion": ([at.jdlint], completion)}
    rows = list(by_turns(lines, runs).items())
    rows.append(("check, very first run", first(at, check, max(2, runs // 2))))
    return rows


def loaded(at: Installed) -> int:
    """The number of modules that a check loads."""
    code = "import sys; from jdlint.cli.main import main; main(sys.argv[1:]); print(len(sys.modules), file=sys.stderr)"
    command = [at.python, "-c", code, "check", "--isolated", "--no-cache", str(POSTING)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=at.environment)
    return int(done.stderr.split()[-1])


def table(rows: list[tuple[str, Times]]) -> list[str]:
    """Rows of a Markdown table."""
    base = rows[0][1]
    lines = ["| command | seconds | ratio | processor seconds | ratio | goal |", "|---|---|---|---|---|---|"]
    for name, (clock, processor) in rows:
        ratios = clock / base.clock, processor / base.processor
        lines.append(f"| {name} | {clock:.3f} | {ratios[0]:.2f} | {processor:.3f} | {ratios[1]:.2f} | {GOALS.get(name, '')} |")
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        at = install(Path(folder))
        print("\n".join(table(measure(at, runs))))
        print(f"modules loaded by a check: {loaded(at)}")


if __name__ == "__main__":
    main()
