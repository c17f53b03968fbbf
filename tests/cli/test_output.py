"""Reports in files: complete or not there at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import click
import pytest

from jdlint.cli.main import main
from jdlint.cli.output import Draft, Outputs, Wanted, wanted
from jdlint.engine.result import Result, Tally
from jdlint.report import FORMATS, Look

GOOD = Result("a.md")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


@pytest.mark.parametrize(
    ("given", "shown", "files"),
    [
        ((None, None, ()), "full", []),
        (("json", None, ()), "json", []),
        (("sarif", "x", ()), "full", [Wanted("sarif", "x")]),
        ((None, "x.sarif", ()), "full", [Wanted("sarif", "x.sarif")]),
        ((None, "x.sarif.json", ()), "full", [Wanted("sarif", "x.sarif.json")]),
        ((None, "x.MD", ()), "full", [Wanted("markdown", "x.MD")]),
        (("concise", None, ("junit=a=b.xml", "sarif=c")), "concise", [Wanted("junit", "a=b.xml"), Wanted("sarif", "c")]),
    ],
)
def test_what_goes_where(given: tuple[str | None, str | None, tuple[str, ...]], shown: str, files: list[Wanted]) -> None:
    assert wanted(*given) == (shown, files)


def test_annotations_are_the_default_in_github_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert wanted(None, None, ())[0] == "github"
    assert wanted("sarif", "x", ())[0] == "github"
    assert wanted("full", None, ())[0] == "full"
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert wanted(None, None, ())[0] == "full"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((None, None, ("sarif",)), "takes a format and a file"),
        ((None, None, ("sarif=",)), "takes a format and a file"),
        ((None, None, ("sarf=x",)), 'no format "sarf"; did you mean "sarif"?'),
        ((None, "report", ()), "--output-format"),
        (("json", "x", ("sarif=./x",)), "two reports"),
    ],
)
def test_what_makes_no_sense(given: tuple[str | None, str | None, tuple[str, ...]], told: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        wanted(*given)
    assert told in caught.value.message


def test_a_file_appears_when_it_is_complete(here: Path) -> None:
    draft = Draft("x.txt")
    assert not (here / "x.txt").exists()
    draft.write(["caf\udce9", "\n"])
    assert (here / "x.txt").read_bytes() == b"caf\\udce9\n"
    assert names(here) == ["x.txt"]


def test_a_run_that_breaks_leaves_the_old_file(here: Path) -> None:
    (here / "x.txt").write_text("old")
    with pytest.raises(KeyError), Outputs([Wanted("json", "x.txt"), Wanted("sarif", "y.sarif")]):
        raise KeyError
    assert (here / "x.txt").read_text() == "old"
    assert names(here) == ["x.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_permissions_and_links_stay(here: Path) -> None:
    (here / "x.txt").write_text("old")
    (here / "x.txt").chmod(0o640)
    (here / "link.txt").symlink_to("x.txt")
    Draft("link.txt").write(["new"])
    assert (here / "link.txt").is_symlink()
    assert ((here / "x.txt").read_text(), stat.S_IMODE((here / "x.txt").stat().st_mode)) == ("new", 0o640)
    mask = os.umask(0o022)
    try:
        Draft("y.txt").write([""])
    finally:
        os.umask(mask)
    assert stat.S_IMODE((here / "y.txt").stat().st_mode) == 0o644


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX devices")
def test_a_device_is_written_not_replaced() -> None:
    Draft(os.devnull).write(["text"])
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("path", ["no/such/x.json", ".", ""])
def test_a_place_that_cannot_be_written(path: str, here: Path) -> None:
    with pytest.raises(click.ClickException, match="can't be written"):
        Outputs([Wanted("sarif", "first.sarif"), Wanted("json", path)])
    assert names(here) == []


def test_a_report_never_overwrites_a_posting(here: Path) -> None:
    (here / "a.md").write_text("# Cook\n")
    with Outputs([Wanted("markdown", "./a.md")]) as outputs:
        list(outputs.keep([GOOD]))
        with pytest.raises(click.ClickException, match="one of the postings"):
            outputs.write(Tally(), Look())
    assert (here / "a.md").read_text() == "# Cook\n"
    assert names(here) == ["a.md"]


def test_a_job_summary_that_cannot_be_written_costs_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "no" / "such"))
    with Outputs([], job_summary=True) as outputs:
        outputs.write(Tally(), Look())
    assert "the job summary can't be written" in capsys.readouterr().err


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("posting", "code"), [("# Cook\n", 0), ("# Salesman\n", 1), (None, 2)])
def test_the_exit_code_is_the_same_for_every_format(
    name: str, posting: str | None, code: int, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if posting is not None:
        (here / "a.md").write_text(posting)
    arguments = ["check", "--isolated", "--select", "TTL002", "--fail-on", "info", "--output-format", name]
    assert main([*arguments, "a.md"]) == code
    printed = capsys.readouterr().out
    assert main([*arguments, "--output-file", "report", "a.md"]) == code
    assert (here / "report").read_text(encoding="utf-8") == printed
    assert main([*arguments, "--exit-zero", "a.md"]) == (2 if code == 2 else 0)
