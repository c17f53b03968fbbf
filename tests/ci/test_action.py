"""The action's script in a real git repository, with the environment that GitHub gives it; and the files of CI by their schemas."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "src" / "jdlint" / "start" / "data" / "gitlab.yml"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A git repository with a flawed posting and a good one, jdlint installed where the action puts it."""
    top = tmp_path / "repo"
    (top / "jobs").mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "good" / "staff-nurse.md", top / "jobs")
    shutil.copy(ROOT / "examples" / "bad" / "store-supervisor.txt", top / "jobs")
    subprocess.run(["git", "init", "-q", str(top)], check=True)
    home = tmp_path / "temp" / "jdlint-action" / "bin"
    home.mkdir(parents=True)
    (home / "jdlint").symlink_to(Path(sys.executable).parent / "jdlint")
    return top


def act(repo: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the script's check."""
    temp = repo.parent / "temp"
    faked = {
        "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(repo), "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "GITHUB_OUTPUT": str(temp / "output"), "RUNNER_TEMP": str(temp),
    }  # fmt: skip
    said = {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("INPUT_", "JDLINT_"))}
    script = ROOT / "tools" / "action.sh"
    return subprocess.run(["bash", script, "check"], cwd=repo, env=clean | faked | said, capture_output=True, text=True, check=False)


def output(repo: Path) -> dict[str, str]:
    lines = (repo.parent / "temp" / "output").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_findings_are_annotated_summed_up_and_uploaded(repo: Path) -> None:
    done = act(repo, sarif="true", paths="jobs\n")
    assert done.returncode == 1, done.stderr
    assert "::error file=jobs/store-supervisor.txt,line=5," in done.stdout
    assert "staff-nurse" not in done.stdout
    summary = (repo.parent / "temp" / "summary.md").read_text(encoding="utf-8")
    assert "store-supervisor.txt" in summary
    assert output(repo)["exit-code"] == "1"
    sarif = json.loads(Path(output(repo)["sarif"]).read_text(encoding="utf-8"))
    places = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in sarif["runs"][0]["results"]}
    assert places == {"jobs/store-supervisor.txt"}


def test_inputs_reach_the_check(repo: Path) -> None:
    assert act(repo, paths="jobs/staff-nurse.md").returncode == 0
    assert output(repo) == {"exit-code": "0"}
    assert act(repo, paths="jobs", fail_on="never").returncode == 0
    assert act(repo, paths="jobs/store-supervisor.txt", fail_on="never", min_score="99").returncode == 1
    only = act(repo, args='--select "TTL, INC104" --statistics')
    assert only.returncode == 1
    assert "title=TTL" in only.stdout
    assert "INC801" not in only.stdout


def test_several_paths_and_names_with_spaces(repo: Path) -> None:
    (repo / "new jobs").mkdir()
    (repo / "jobs" / "store-supervisor.txt").rename(repo / "new jobs" / "store supervisor.txt")
    done = act(repo, paths="jobs\nnew jobs")
    assert done.returncode == 1
    assert "file=new jobs/store supervisor.txt" in done.stdout


@pytest.mark.parametrize("inputs", [{"paths": "nope"}, {"args": "--nope"}, {"args": "'open"}, {"fail_on": "maybe"}])
def test_what_can_not_be_used_fails_with_2(repo: Path, inputs: dict[str, str]) -> None:
    done = act(repo, **inputs)
    assert done.returncode == 2
    assert "error" in done.stderr + done.stdout


def test_every_input_is_passed_on() -> None:
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    passed = {name for step in steps for name in step.get("env", {}) if name.startswith("INPUT_")}
    script = (ROOT / "tools" / "action.sh").read_text(encoding="utf-8")
    assert passed == {f"INPUT_{name.upper().replace('-', '_')}" for name in action["inputs"] if name != "python-version"}
    assert all(name in script for name in passed)


@pytest.mark.parametrize(("kind", "file"), [("vendor.github-actions", ACTION), ("vendor.gitlab-ci", GITLAB)], ids=["action", "gitlab"])
def test_files_fit_their_schemas(kind: str, file: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_gitlab_job_runs(repo: Path) -> None:
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["jdlint"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = (
        os.environ | job["variables"] | {"PATH": path, "CI_PROJECT_DIR": str(repo), "POSTINGS": "jobs", "POSTINGS_ARGS": "--ignore INC801"}
    )
    done = subprocess.run(["bash", "-e"], input="\n".join(job["script"]), cwd=repo, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    report = json.loads((repo / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {row["location"]["path"] for row in report} == {"jobs/store-supervisor.txt"}
    assert not any(row["check_name"] == "INC801" for row in report)
