"""What changed since a revision, in real repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from jdlint.cli.main import main
from jdlint.config.errors import At, ConfigError
from jdlint.config.lookup import Lookup
from jdlint.config.model import Pick
from jdlint.engine import changes as module
from jdlint.engine.changes import Changes, Lines
from jdlint.engine.files import Files
from jdlint.engine.run import Linter
from jdlint.text.source import Source
from jdlint.text.spans import Span

POSTING = """# Cook

Full-time in Leeds, £26,000 a year.

## Duties

- Report to the salesman
- Cook soup for the chairman

## Requirements

- Two years as a cook

## How to apply

Write to jobs@example.org by 1 March 2026.
"""
RULES = tuple(Pick(text, At("--select")) for text in ("INC102", "STR009", "RSP002"))


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def put(folder: Path, name: str, text: str = POSTING) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode())


def commit(folder: Path, message: str = "x") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    top = tmp_path / "repo"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    put(top, "jobs/a.md")
    put(top, "jobs/b.md")
    commit(top)
    monkeypatch.chdir(top)
    return top


def told(*paths: str, base: str = "main", **options: object) -> dict[str, list[str]]:
    """What is found in each posting that changed: the words, or the code of what is absent."""
    changes = Changes(base)
    changes.check(paths)
    lookup = Lookup(isolated=True, override={"select": RULES, **options})
    linter = Linter(Files(lookup, date(2026, 1, 15), wanted=changes.has), changes=changes)
    return {r.path: [f.match or f.code for f in r.findings] for r in linter.run(paths)}


@pytest.mark.usefixtures("folder")
def test_nothing_changed() -> None:
    assert told("jobs") == {}


def test_changed_lines_and_what_is_absent(folder: Path) -> None:
    put(folder, "jobs/a.md", POSTING.replace("soup", "stew"))
    assert told("jobs") == {"jobs/a.md": ["STR009", "chairman"]}
    commit(folder)
    assert told("jobs", base="HEAD") == {}
    assert told("jobs", base="HEAD~1") == {"jobs/a.md": ["STR009", "chairman"]}


def test_lines_taken_out_leave_a_posting_that_may_lack_something(folder: Path) -> None:
    put(folder, "jobs/a.md", POSTING.replace("- Two years as a cook\n", ""))
    assert told("jobs") == {"jobs/a.md": ["STR009"]}


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_lines_put_in_move_the_others(folder: Path, ends: str) -> None:
    put(folder, "jobs/a.md", POSTING.replace("\n", ends))
    commit(folder)
    put(folder, "jobs/a.md", POSTING.replace("# Cook\n", "# Cook\n\nGreet each fireman.\n\nSoup.\n").replace("\n", ends))
    assert told("jobs", base="HEAD") == {"jobs/a.md": ["STR009", "fireman"]}


def test_new_files(folder: Path) -> None:
    put(folder, "jobs/untracked.md")
    put(folder, "jobs/staged.md")
    git(folder, "add", "jobs/staged.md")
    assert told("jobs") == {
        "jobs/staged.md": ["STR009", "salesman", "chairman"],
        "jobs/untracked.md": ["STR009", "salesman", "chairman"],
    }


def test_a_renamed_file_has_changed_only_where_its_text_has(folder: Path) -> None:
    git(folder, "mv", "jobs/a.md", "jobs/c.md")
    git(folder, "mv", "jobs/b.md", "jobs/d.md")
    put(folder, "jobs/c.md", POSTING.replace("soup", "stew"))
    git(folder, "add", "-A")
    assert told("jobs") == {"jobs/c.md": ["STR009", "chairman"]}


def test_what_others_did_on_the_branch_one_started_from_is_no_change(folder: Path) -> None:
    git(folder, "checkout", "-qb", "mine")
    put(folder, "jobs/a.md", POSTING.replace("soup", "stew"))
    commit(folder)
    git(folder, "checkout", "-q", "main")
    put(folder, "jobs/b.md", POSTING.replace("Report to", "Write to"))
    commit(folder)
    git(folder, "checkout", "-q", "mine")
    assert told("jobs") == {"jobs/a.md": ["STR009", "chairman"]}


@pytest.mark.parametrize(
    "name", ["jobs/two words.md", "jobs/köchin.md", 'jobs/a "b".md', "jobs/tab\there.md", "jobs/-n.md", "jobs/@@ -1 +1 @@.md"]
)
@pytest.mark.parametrize("quoted", ["true", "false"])
def test_odd_names_and_settings_of_git(folder: Path, name: str, quoted: str) -> None:
    for key, value in {
        "core.quotePath": quoted, "diff.mnemonicPrefix": "true", "diff.noprefix": quoted, "diff.interHunkContext": "9",
        "diff.renames": "false",
        "color.ui": "always", "diff.external": "false", "diff.context": "4",
    }.items():  # fmt: skip
        git(folder, "config", key, value)
    put(folder, name)
    commit(folder)
    put(folder, name, POSTING.replace("# Cook\n", "# Cook\n\n++ a/x\n").replace("Two", "Ten"))
    assert told("jobs", base="HEAD") == {name: ["STR009"]}


def test_a_file_that_git_takes_for_binary_has_changed_as_a_whole(folder: Path) -> None:
    put(folder, ".gitattributes", "*.md -diff\n")
    put(folder, "jobs/a.md", POSTING.replace("Two", "Ten"))
    assert told("jobs") == {"jobs/a.md": ["STR009", "salesman", "chairman"]}


def test_a_finding_about_a_section_needs_a_change_in_the_section(folder: Path) -> None:
    duties = "".join(
        f"- Clean kitchen number {n}\n"
        for n in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
    )
    text = POSTING.replace("## Requirements", f"{duties}\n## Requirements")
    put(folder, "jobs/a.md", text)
    commit(folder)
    put(folder, "jobs/a.md", text.replace("Two", "Ten"))
    assert told("jobs", base="HEAD") == {"jobs/a.md": ["STR009"]}
    put(folder, "jobs/a.md", text.replace("number ten", "number 10"))
    assert told("jobs", base="HEAD") == {"jobs/a.md": ["STR009", "Duties"]}


def test_from_wherever_it_is_called(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put(folder, "jobs/a.md", POSTING.replace("soup", "stew"))
    found = ["STR009", "chairman"]
    assert told(str(folder / "jobs")) == {str(folder / "jobs" / "a.md"): found}
    assert told("jobs/*.md") == {"jobs/a.md": found}
    monkeypatch.chdir(folder / "jobs")
    assert told(".") == {"a.md": found}
    assert told("a.md") == {"a.md": found}
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    assert told("link/jobs") == {"link/jobs/a.md": found}


@pytest.mark.parametrize("base", ["nope", "-p", "--output=x", "", "main:jobs/a.md", "a b"])
def test_an_unknown_revision(folder: Path, base: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Changes(base).check(["jobs"])
    assert str(caught.value) == f'--diff-base: there is no revision "{base}"'
    assert not (folder / "x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jobs" / "new").mkdir(parents=True)
    with pytest.raises(ConfigError, match=r"^--diff-base: jobs/new is not in a git repository$"):
        Changes("main").check(["jobs/new"])


def test_no_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(ConfigError, match=r"^--diff-base: git is not installed, or not on the PATH$"):
        Changes("main").check(["jobs"])


def test_a_git_that_hangs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = folder / "bin" / "git"
    put(folder, "bin/git", "#!/bin/sh\nexec /bin/sleep 20\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:/bin")
    monkeypatch.setattr(module, "_SECONDS", 0.1)
    with pytest.raises(ConfigError, match=r"^--diff-base: git took longer than 0\.1 seconds$"):
        Changes("main").check(["jobs"])


def test_the_exit_code_goes_by_what_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["check", "jobs", "--isolated", "--fail-on", "warning", "--select", "INC102", "--output-format", "concise"]
    assert main(call) == 1
    assert main([*call, "--diff-base", "main"]) == 0
    assert capsys.readouterr().err == "no job postings changed since main\n"
    put(folder, "jobs/a.md", POSTING.replace("Two years", "Two years, also as a fireman,"))
    assert main([*call, "--diff-base", "main"]) == 1
    assert "fireman" in capsys.readouterr().out


def test_fixes_are_made_on_changed_lines_only(folder: Path) -> None:
    text = POSTING.replace("- Two years as a cook", "- Knows Javascript well\n- Likes Javascript a lot")
    put(folder, "jobs/a.md", text)
    put(folder, "jobs/b.md", text)
    commit(folder)
    put(folder, "jobs/a.md", text.replace("Likes", "Loves"))
    main(["check", "jobs", "--isolated", "--select", "LNG010", "--fix", "--unsafe-fixes", "--diff-base", "HEAD"])
    assert (folder / "jobs" / "a.md").read_text(encoding="utf-8") == text.replace("Likes Javascript", "Loves JavaScript")
    assert (folder / "jobs" / "b.md").read_text(encoding="utf-8") == text


def test_lines() -> None:
    lines = Lines(((2, 3), (5, 5)))
    text = Source("a.md", "a\nb\nc\nd\ne")
    assert [lines.touch(Span(i, i + 1), text) for i in (0, 2, 4, 6, 8)] == [False, True, True, False, True]
    assert [lines.touch(Span(*s), text) for s in ((0, 2), (0, 3), (6, 9), (8, 8))] == [False, True, True, True]
