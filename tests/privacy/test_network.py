"""Nothing leaves the machine: with default settings no command opens a connection, and none needs one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.main import COMMANDS
from jdlint.report import FORMATS

ROOT = Path(__file__).resolve().parents[2]
WATCHED = Path(__file__).with_name("watched")
MAY_START = {"git", Path(sys.executable).name}  # for --diff-base, and for PDF files, which a process of their own reads
CUT = ["unshare", "--user", "--map-root-user", "--net"]
LINES = [
    *[["check", "examples", "--as-of", "2026-01-15", "--output-format", name] for name in FORMATS],
    ["check", "examples", "--as-of", "2026-01-15", "--select", "ALL", "--jobs", "2", "--no-cache", "--score"],
    ["check", "examples", "--as-of", "2026-01-15", "--diff-base", "HEAD"],
    ["check", "examples/bad/store-supervisor.txt", "--as-of", "2026-01-15", "--fix", "--unsafe-fixes", "--show-fixes"],
    ["check", "examples/bad/staff-nurse.md", "--as-of", "2026-01-15", "--add-ignore=agreed"],
    ["check", "examples", "--as-of", "2026-01-15", "--quiet", "--profile-json", "times.json"],
    ["inspect", "examples", "--as-of", "2026-01-15"],
    ["inspect", "examples", "--as-of", "2026-01-15", "--output-format", "json"],
    ["export", "examples/good/staff-nurse.md", "--as-of", "2026-01-15"],
    ["config", "examples/good/staff-nurse.md"],
    ["config", "--schema"],
    ["rule", "--all"],
    ["rule", "TTL002"],
    ["rule", "pay"],
    ["law"],
    ["law", "Denver, CO", "--as-of", "2026-01-15"],
    ["baseline", "create", "examples", "--as-of", "2026-01-15"],
    ["baseline", "show"],
    ["baseline", "prune", "examples", "--as-of", "2026-01-15"],
    ["init", "--yes", "--ci", "github", "--force"],
    ["new", "Staff nurse", "--place", "Leeds", "--country", "gb", "-o", "new.md"],
    ["completion", "bash"],
    ["clean"],
]


def repository(parent: Path) -> Path:
    """The examples in a git repository, one of them changed."""
    work = parent / "work"
    shutil.copytree(ROOT / "examples", work / "examples", ignore=shutil.ignore_patterns("*.out"))
    subprocess.run(["git", "init", "-q", str(work)], check=True)
    name = ["-c", "user.name=a", "-c", "user.email=a@example.invalid"]
    for command in (["add", "."], [*name, "commit", "-q", "-m", "Postings"]):
        subprocess.run(["git", "-C", str(work), *command], check=True)
    with (work / "examples" / "good" / "staff-nurse.md").open("a", encoding="utf-8") as posting:
        posting.write("\nThe salesman calls at noon.\n")
    return work


def environment(folder: Path) -> dict[str, str]:
    """As a user has it: no settings of ours, a cache folder that is empty."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("JDLINT_", "COV", "_JDLINT"))}
    ours = {"PYTHONPATH": str(WATCHED), "WATCHED": str(folder.parent / "watched.txt"), "XDG_CACHE_HOME": str(folder.parent / "cache")}
    return clean | ours


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Any]]:
    """A folder in which all lines ran, and what came of them."""
    folder = repository(tmp_path_factory.mktemp("driven"))
    return folder, drive(folder)


def drive(folder: Path, *before: str) -> list[Any]:
    """What each line printed, and its exit code."""
    command = [*before, sys.executable, str(WATCHED / "drive.py")]
    done = subprocess.run(
        command, input=json.dumps(LINES), capture_output=True, text=True, check=False, cwd=folder, env=environment(folder)
    )
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout)
    return told


def noted(folder: Path) -> list[str]:
    return (folder.parent / "watched.txt").read_text(encoding="utf-8").splitlines()


def test_every_command_and_every_format_is_watched() -> None:
    assert {line[0] for line in LINES} == set(COMMANDS)
    assert {line[-1] for line in LINES if "--output-format" in line} >= set(FORMATS)


def test_no_command_opens_a_connection(driven: tuple[Path, list[Any]]) -> None:
    folder, told = driven
    assert [(line, code, err) for line, code, _, err in told if code not in (0, 1)] == []
    assert {line[0] for line, code, _, _ in told if code} <= {"check", "export"}  # the others did their work; these two tell what they find
    seen = noted(folder)
    assert seen[0] == "watching"
    assert [line for line in seen if line.startswith("socket")] == []
    started = {Path(line.removeprefix("start ")).name for line in seen if line.startswith("start")}
    assert started <= MAY_START
    assert started  # --diff-base went through the hook


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; s = socket.socket(); s.settimeout(0.1); s.connect_ex(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import os; os.fork() or __import__('socket').socket().connect_ex(('127.0.0.1', 9))",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])",
    ],
)
def test_the_watch_sees_who_tries(tmp_path: Path, code: str) -> None:
    folder = tmp_path / "work"
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=environment(folder))
    assert [line for line in noted(folder) if line.startswith("socket")]


def test_nothing_is_amiss_where_the_network_is_cut_off(driven: tuple[Path, list[Any]], tmp_path: Path) -> None:
    try:
        probe = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
        cut = subprocess.run([*CUT, sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("unshare, which cuts a process off from the network, is not there")
    if "unshare" in cut.stderr:
        pytest.skip(f"this machine lets nobody cut a process off from the network: {cut.stderr.strip()}")
    assert "Network is unreachable" in cut.stderr  # not even the loopback address
    folder, within = driven
    other = repository(tmp_path)
    for left, right in zip(within, drive(other, *CUT), strict=True):
        assert str(left).replace(str(folder.parent), "") == str(right).replace(str(other.parent), "")
