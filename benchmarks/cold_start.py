"""Cold start: `jdlint check` of one posting against a bare import of click and yaml, in one run.

    python benchmarks/cold_start.py [--runs 15]

Prints the fastest of the runs of each command, and its ratio to the import; the fastest is the least noisy figure.
Also says which heavy modules the check imported (none is expected).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
POSTING = ROOT / "examples" / "good" / "backend-developer.md"
HEAVY = ("spacy", "textstat", "numpy", "nltk", "asyncio", "multiprocessing", "language_tool_python")


def fastest(command: list[str], runs: int, environment: dict[str, str]) -> float:
    """The shortest wall time of the command, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, env=environment)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    jdlint = [sys.executable, "-m", "jdlint"]
    check = [*jdlint, "check", "--isolated", str(POSTING)]
    with tempfile.TemporaryDirectory() as cache:
        # Byte code is written as for everybody, and is there before the first run, as after an installation.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"JDLINT_CACHE_DIR": cache, "PYTHONPYCACHEPREFIX": f"{cache}/bytecode"}
        for package in ("jdlint", "click", "yaml"):
            folder = Path(str(import_module(package).__file__)).parent
            subprocess.run([sys.executable, "-m", "compileall", "-q", str(folder)], check=False, env=environment)
        fastest([sys.executable, "-c", "import click, yaml, inspect, dataclasses, json, html, urllib.parse"], 1, environment)
        start = time.perf_counter()
        subprocess.run(check, capture_output=True, check=False, env=environment)
        first = time.perf_counter() - start
        base = fastest([sys.executable, "-c", "import click, yaml"], runs, environment)
        rows = [
            ("import click, yaml", base),
            ("jdlint --version", fastest([*jdlint, "--version"], runs, environment)),
            ("jdlint check, very first run", first),
            ("jdlint check, index warm", fastest(check, runs, environment)),
        ]
        loaded_modules = f"print([m for m in {HEAVY!r} if m in sys.modules], len(sys.modules), file=sys.stderr)"
        code = f"import atexit, sys; atexit.register(lambda: {loaded_modules}); from jdlint.cli.main import main; main()"
        loaded = subprocess.run([sys.executable, "-c", code, *check[3:]], capture_output=True, text=True, check=False, env=environment)
    for name, seconds in rows:
        print(f"{name:32} {seconds:7.3f} s  {seconds / base:5.2f} x")
    print("heavy modules imported, modules in all:", loaded.stderr.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
