"""What textstat and spaCy cost: how many postings of a folder wake them, and a cold check of one posting that wakes each.

    python benchmarks/backends.py [FOLDER] [--runs 5]

The shares are of the postings in FOLDER, for each profile; the times are the fastest of some runs, the index warm, findings not
cached, in ratio to a check that wakes nothing. The postings for the times are of some 600 words.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

import jdlint
from jdlint.analysis import linguistics, readability

EASY = "You cook lunch for our guests and keep the kitchen clean. Two cooks help you every day. "
HARD = (
    "Considerable familiarity with administrative methodologies necessitates interdisciplinary communication and accountability "
    "regarding organisational documentation. "
)
HEAD = "# Cook\n\n## About the job\n\n"


def shares(folder: Path, profile: str) -> None:
    """Print how many postings wake textstat and spaCy."""
    woken: dict[str, set[str]] = {"textstat": set(), "spaCy": set()}
    current = ""
    grade, parse = readability._grade, linguistics.read  # noqa: SLF001  # what wakes them

    def graded(rows):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        woken["textstat"].add(current)
        return grade(rows)

    def parsed(posting, block):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        woken["spaCy"].add(current)
        return parse(posting, block)

    files = sorted(p for p in folder.rglob("*") if p.suffix in (".md", ".html", ".txt"))
    with mock.patch.object(readability, "_grade", graded), mock.patch.object(linguistics, "read", parsed):
        for file in files:
            current = str(file)
            jdlint.lint_text(file.read_bytes(), path=current, select=[profile])
    for name, paths in woken.items():
        print(f"{profile:12} {name:10} wakes for {len(paths):4} of {len(files)} postings ({len(paths) / max(1, len(files)):.0%})")


def fastest(file: Path, profile: str, runs: int, environment: dict[str, str]) -> float:
    """The shortest wall time of a check, in seconds; the first run is not counted."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        command = [sys.executable, "-m", "jdlint", "check", "--isolated", "--no-cache", "--select", profile, str(file)]
        subprocess.run(command, capture_output=True, check=False, env=environment)
        times.append(time.perf_counter() - start)
    return min(times[1:])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if options.folder:
        for profile in ("recommended", "strict"):
            shares(options.folder, profile)
    texts = {
        "neither": (HEAD + EASY * 35, "recommended"),
        "textstat": (HEAD + HARD * 40, "recommended"),
        "spaCy": (HEAD + EASY * 34 + "You make sound decisions.", "strict"),
        "both": (HEAD + HARD * 39 + "You make sound decisions.", "strict"),
    }
    base = 0.0
    with tempfile.TemporaryDirectory() as place:
        environment = {**os.environ, "JDLINT_CACHE_DIR": f"{place}/cache"}
        for name, (text, profile) in texts.items():
            file = Path(place) / f"{name.lower()}.md"
            file.write_text(text, encoding="utf-8")
            seconds = fastest(file, profile, options.runs, environment)
            base = base or seconds
            print(f"wakes {name:10} {profile:12} {seconds:6.3f} s  {seconds / base:5.2f} x")


if __name__ == "__main__":
    main()
