"""The workflows: valid, with actions pinned to a commit, with no more rights than needed, and what they call is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.rules.model import RULE_PAGES

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = sorted((ROOT / ".ci").iterdir())


def jobs(file: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    return found


def test_they_follow_githubs_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_actions_are_pinned_to_a_commit_and_named_by_version(file: Path) -> None:
    used = re.findall(r"uses: *(.*)", file.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_they_may_only_read_but_for_who_publishes(file: Path) -> None:
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}
    rights = {name: job["permissions"] for name, job in jobs(file).items() if "permissions" in job}
    assert rights == ({"publish": {"id-token": "write"}} if file.stem == "release" else {})


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_what_they_call_is_there(file: Path) -> None:
    steps = [step for job in jobs(file).values() for step in job["steps"]]
    called = {name for step in steps for name in re.findall(r"\.ci/[\w-]+", step.get("run", ""))}
    assert called
    assert all(os.access(ROOT / name, os.X_OK) for name in called), called


def test_who_publishes_runs_no_code_of_the_repository() -> None:
    steps = jobs(ROOT / ".github" / "workflows" / "release.yml")["publish"]["steps"]
    assert [step["uses"].split("@")[0] for step in steps] == ["actions/download-artifact", "pypa/gh-action-pypi-publish"]
    assert all("run" not in step for step in steps)
    assert steps[-1]["with"] == {"attestations": True}  # and no password: the index trusts the workflow


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_scripts_are_well_formed(script: Path) -> None:
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")


AUDITS = {  # what pip-audit does, and the exit code and the words of .ci/audit
    "nothing known": ('echo "No known vulnerabilities found" >&2; : > "$found"', 0, ""),
    "weaknesses": ('echo "cook 1.0 PYSEC-1 1.1" > "$found"; echo "Found 1 known vulnerability" >&2; exit 1', 1, "cook 1.0 PYSEC-1 1.1"),
    "no answer": ('echo "ERROR: not found" >&2; exit 1', 2, "error: nothing was audited: the service"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("case", AUDITS)
def test_an_audit_that_could_not_be_made_is_told_from_one_that_found_something(case: str, tmp_path: Path) -> None:
    does, code, told = AUDITS[case]
    audit = f'#!/bin/sh\nwhile [ "$#" != 0 ]; do if [ "$1" = --output ]; then found=$2; fi; shift; done\n{does}\n'
    # In the place of Python: `-m venv FOLDER` makes one that holds these.
    make = 'mkdir -p "$3/bin"; cp "$0.audit" "$3/bin/pip-audit"; printf "#!/bin/sh\\n" > "$3/bin/pip"; chmod +x "$3/bin/"*'
    for name, text in (("python3", f"#!/bin/sh\n{make}\n"), ("python3.audit", audit)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(
        [ROOT / ".ci" / "audit"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert told in done.stdout + done.stderr


def test_the_audit_runs_every_week_and_before_each_release() -> None:
    weekly = yaml.safe_load((ROOT / ".github" / "workflows" / "audit.yml").read_text(encoding="utf-8"))
    assert weekly[True]["schedule"]  # YAML 1.1 takes `on` for true
    for name in ("audit", "release"):
        steps = [step for job in jobs(ROOT / ".github" / "workflows" / f"{name}.yml").values() for step in job["steps"]]
        assert any(".ci/audit" in step.get("run", "") for step in steps), name


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize(
    ("page", "code"), [("echo '<h1>TTL002 gendered-title</h1>'", 0), ("echo 'This domain is for sale'", 1), ("exit 22", 1)]
)
def test_a_release_needs_the_pages_that_findings_link_to(page: str, code: int, tmp_path: Path) -> None:
    curl = tmp_path / "curl"
    curl.write_text(f'#!/bin/sh\nfor last; do :; done; echo "$last" >> "$0.asked"\n{page}\n', encoding="utf-8")
    curl.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run([ROOT / ".ci" / "site"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert (tmp_path / "curl.asked").read_text(encoding="utf-8") == f"{RULE_PAGES}TTL002/\n"
    assert ("error: " in done.stderr) == bool(code)
    steps = jobs(ROOT / ".github" / "workflows" / "release.yml")["build"]["steps"]
    assert any(".ci/site" in step.get("run", "") for step in steps)
