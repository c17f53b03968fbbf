"""`jdlint init` in folders of several kinds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from jdlint.cli.main import main
from jdlint.config.load import load
from jdlint.engine.rulesets import build
from jdlint.start import gate
from jdlint.start.settings import Choice, settings_text
from jdlint.start.survey import Survey

ROOT = Path(__file__).resolve().parents[2]
_OURS = "https://github.com/acme/jdlint"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with postings in content/jobs and another page."""
    (tmp_path / ".git").mkdir()
    jobs = tmp_path / "content" / "jobs"
    jobs.mkdir(parents=True)
    for name in ("staff-nurse.md", "benefits-officer.md", "primary-teacher.html"):
        shutil.copy(ROOT / "examples" / "good" / name, jobs)
    (tmp_path / "README.md").write_text("# Our site\n\nHow to build it.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def schema_holds(kind: str, *files: Path) -> None:
    """Hold files against a schema that check-jsonschema brings along."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_all_is_set_up(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(repo)
    assert main(["init", "--yes", "--ci", "github"]) == 0
    assert files(repo) - before == {".jdlint.yaml", ".pre-commit-config.yaml", ".github/workflows/jdlint.yml"}
    settings = load(repo / ".jdlint.yaml")
    assert settings.include == ("content/jobs/**/*.html", "content/jobs/**/*.md")
    assert settings.fail_on == "error"
    hook = yaml.safe_load((repo / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert hook["files"] == r"^(content/jobs)/.*\.(html|md)$"
    schema_holds("vendor.github-workflows", repo / ".github" / "workflows" / "jdlint.yml")
    told = capsys.readouterr().err
    assert told.startswith("found 3 postings in content/jobs\nwrote .jdlint.yaml\n")
    assert told.endswith("next: pre-commit install\nnext: jdlint check\n")
    assert main(["check"]) == 0
    assert "3 postings" in capsys.readouterr().out


def test_a_dry_run_shows_and_writes_nothing(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(repo)
    assert main(["init", "--yes", "--ci", "gitlab", "--dry-run"]) == 0
    assert files(repo) == before
    printed = capsys.readouterr()
    assert "--- /dev/null\n+++ .jdlint.yaml\n" in printed.out
    assert "+++ .gitlab-ci.yml" in printed.out
    assert printed.err.endswith("nothing was written\n")


def test_nothing_is_overwritten_without_force(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repo / ".jdlint.yml").write_text("fail-on: info\n", encoding="utf-8")
    assert main(["init", "--no-hook", "--ci", "none"]) == 0
    assert (repo / ".jdlint.yml").read_text(encoding="utf-8") == "fail-on: info\n"
    assert not (repo / ".jdlint.yaml").exists()
    assert ".jdlint.yml is there already (--force overwrites it)" in capsys.readouterr().err
    assert main(["init", "--no-hook", "--ci", "none", "--force", "--fail-on", "warning"]) == 0
    assert load(repo / ".jdlint.yml").fail_on == "warning"
    (repo / ".jdlint.yml").unlink()
    (repo / "pyproject.toml").write_text("[tool.jdlint]\nfail-on = 'info'\n", encoding="utf-8")
    assert main(["init", "--no-hook", "--ci", "none"]) == 0
    assert not (repo / ".jdlint.yaml").exists()


def test_an_old_list_of_hooks_grows(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = repo / ".pre-commit-config.yaml"
    file.write_text("repos:\n- repo: meta # first\n  hooks:\n  - id: identity\n", encoding="utf-8")
    assert main(["init", "--yes", "--source", _OURS]) == 0
    assert file.read_text(encoding="utf-8").startswith(f"repos:\n- repo: meta # first\n  hooks:\n  - id: identity\n- repo: {_OURS}\n")
    done = file.read_text(encoding="utf-8")
    assert main(["init", "--yes", "--source", _OURS]) == 0
    assert file.read_text(encoding="utf-8") == done
    assert "has a hook of jdlint's already" in capsys.readouterr().err
    file.write_text("repos: []\n", encoding="utf-8")
    assert main(["init", "--yes"]) == 0
    assert file.read_text(encoding="utf-8") == "repos: []\n"
    assert "could not be changed safely; add this to `repos`:\n  - repo: local" in capsys.readouterr().err


def test_gitlab_is_recognised_and_its_main_file_left_alone(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main_file = repo / ".gitlab-ci.yml"
    main_file.write_text("build:\n  script: [make]\n", encoding="utf-8")
    assert main(["init", "--yes"]) == 0
    assert main_file.read_text(encoding="utf-8") == "build:\n  script: [make]\n"
    assert "is left to you; add this" in capsys.readouterr().err
    schema_holds("vendor.gitlab-ci", repo / gate.GITLAB_FILE)
    main_file.unlink()
    assert main(["init", "--yes", "--ci", "gitlab"]) == 0
    assert yaml.safe_load(main_file.read_text(encoding="utf-8")) == {"include": [{"local": gate.GITLAB_FILE}]}


def test_below_the_top_of_the_repository(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo / "content")
    assert main(["init", "--yes", "--ci", "github"]) == 0
    assert (repo / "content" / ".jdlint.yaml").is_file()
    hook = yaml.safe_load((repo / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert hook["files"] == r"^(content/jobs)/.*\.(html|md)$"
    assert (repo / ".github" / "workflows" / "jdlint.yml").is_file()


def test_the_action_is_used_where_its_repository_is_named(repo: Path) -> None:
    assert main(["init", "--yes", "--ci", "github", "--source", f"{_OURS}.git"]) == 0
    workflow = repo / ".github" / "workflows" / "jdlint.yml"
    schema_holds("vendor.github-workflows", workflow)
    steps = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]["jdlint"]["steps"]
    assert steps[1]["uses"].startswith("acme/jdlint@v")


def test_on_a_terminal_it_asks(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def prompt(text: str, **said: object) -> object:
        asked.append(text)
        return {"Which rules": "strict", "Which findings fail the check": "warning"}.get(text, said["default"])

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr(click, "confirm", lambda text, **_: bool(asked.append(text)))
    assert main(["init"]) == 0
    assert asked == ["Which rules", "Which findings fail the check", "Add a pre-commit hook", "A gate in CI"]
    settings = load(repo / ".jdlint.yaml")
    assert [p.text for p in settings.profiles] == ["strict"]
    assert settings.fail_on == "warning"
    assert not (repo / ".pre-commit-config.yaml").exists()


def test_an_empty_folder_outside_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert files(tmp_path) == {".jdlint.yaml"}
    told = capsys.readouterr().err
    assert told.startswith("no job postings here yet")
    assert "next: jdlint new" in told


def test_what_can_not_be_used_is_told(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--yes", "--provided", "aplication"]) == 2
    assert 'no rule looks for a part "aplication"; did you mean "application"' in capsys.readouterr().err
    assert main(["init", "--yes", "--jurisdictions", "us-xx"]) == 2
    assert "us-xx" in capsys.readouterr().err
    assert not (repo / ".jdlint.yaml").exists()


def test_laws_are_chosen(repo: Path) -> None:
    assert main(["init", "--yes", "--no-hook", "--jurisdictions", "us-co,gb"]) == 0
    assert yaml.safe_load((repo / ".jdlint.yaml").read_text(encoding="utf-8"))["jurisdictions"] == ["us-co", "gb"]


def test_what_no_posting_says_is_pointed_out() -> None:
    found = Survey(lacking=("application", "process"))
    assert "none of 0 postings has application: does the template?" in settings_text(Choice(), found)


def test_the_comments_hold_settings_that_work(tmp_path: Path) -> None:
    text = settings_text(Choice(provided=("application",)), Survey())
    head, tail = text.split("# What else", 1)
    live = "\n".join(line.removeprefix("# ") for line in tail.splitlines()[1:])
    file = tmp_path / ".jdlint.yaml"
    file.write_text(head + live, encoding="utf-8")
    settings = load(file)
    assert settings.vocabulary == ("Rockstar Games",)
    assert build(settings)
