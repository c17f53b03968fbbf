"""`jdlint init`: settings, a hook and a gate in CI for the postings of a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

import jdlint
from jdlint.cli.files import note, prepare_output
from jdlint.config.errors import reason_of
from jdlint.config.load import NAMES, find
from jdlint.config.model import FAIL_ON, FailOn
from jdlint.engine.gitignore import repository
from jdlint.hints import get_args
from jdlint.report.frame import safe
from jdlint.report.summary import plural
from jdlint.start import gate, hook
from jdlint.start.plan import Step, fresh, read_text
from jdlint.start.settings import Choice, settings_text
from jdlint.start.survey import Survey, survey
from jdlint.text.record import dataclass

_CI = ("github", "gitlab", "none")
_PROFILES = ("recommended", "strict")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be set up: the settings, whether with a hook, the CI, and where jdlint's repository is."""

    choice: Choice
    hook: bool
    ci: str
    source: str | None


@click.command()
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; take the defaults.")
@click.option("--profile", type=click.Choice(_PROFILES), help="The rules to start from (default: recommended).")
@click.option("--provided", multiple=True, metavar="PARTS", help="Parts that your site adds to every posting, such as application.")
@click.option(
    "--jurisdictions", multiple=True, metavar="CODES", help="Whose law holds, such as us-co (default: that of each posting's places)."
)
@click.option("--hook/--no-hook", default=None, help="Add a pre-commit hook (default: in a git repository).")
@click.option("--ci", type=click.Choice(_CI), help="Write a gate for CI (default: by what the repository has).")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The least severity that fails a check (default: error).")
@click.option("--source", metavar="URL", help="The address of jdlint's repository, for the hook and the action (default: the package).")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option("--force", is_flag=True, help="Overwrite files that are there already.")
def init(  # noqa: PLR0913, PLR0917  # a parameter an option
    yes: bool,
    profile: str | None,
    provided: tuple[str, ...],
    jurisdictions: tuple[str, ...],
    hook: bool | None,
    ci: str | None,
    fail_on: FailOn | None,
    source: str | None,
    dry_run: bool,
    force: bool,
) -> int:
    """Set jdlint up for the postings in the working folder: settings, a pre-commit hook, a gate in CI.

    It looks at what is there, asks (or takes the options), and overwrites nothing without --force.
    """
    prepare_output()
    here = Path()
    top = _top(here)
    found = survey(here)
    _tell(found)
    ask = _Asking(not yes and sys.stdin.isatty())
    choice = Choice(
        profile or ask.choice("Which rules", _PROFILES, "recommended"),
        _listed(provided) or ask.parts(found),
        _listed(jurisdictions),
        fail_on or ask.choice("Which findings fail the check", get_args(FailOn), "error"),
    )
    wanted = ask.yes("Add a pre-commit hook", default=top is not None) if hook is None else hook
    place = ci or ask.choice("A gate in CI", _CI, _ci_of(top or here))
    try:
        steps = list(_steps(here, top or here, _Wish(choice, wanted, place, source), found, force=force))
        for step in steps:
            _do(step, dry_run=dry_run)
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'a file'}: {reason_of(error)}") from error
    _next(steps, found, dry_run=dry_run)
    return 0


class _Asking:
    """Questions on a terminal; elsewhere, and with --yes, the defaults are the answers."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def choice(self, question: str, known: tuple[str, ...], default: str) -> str:
        """One of the known answers."""
        return str(click.prompt(question, type=click.Choice(known), default=default, err=True)) if self._on else default

    def yes(self, question: str, *, default: bool) -> bool:
        """Yes or no."""
        return click.confirm(question, default=default, err=True) if self._on else default

    def parts(self, found: Survey) -> tuple[str, ...]:
        """The parts that the site's template adds, asked for where no posting has them."""
        if not self._on:
            return ()
        asked = [part for part in found.lacking if part != "process"]
        return tuple(p for p in asked if click.confirm(f"No posting has “{p.replace('_', ' ')}”. Does your site add it", err=True))


def _listed(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for text in texts for item in text.split(",") if (part := item.strip()))


def _top(folder: Path) -> Path | None:
    """The top of the git repository, as seen from the working folder; None outside of one."""
    place = folder.resolve()
    top = repository(place)
    return None if top is None else Path(*[".."] * len(place.relative_to(top).parts))


def _ci_of(top: Path) -> str:
    if (top / ".github").is_dir():
        return "github"
    return "gitlab" if (top / gate.GITLAB_MAIN).exists() else "none"


def _tell(found: Survey) -> None:
    if not found.postings:
        note("no job postings here yet; jdlint new writes one to fill in")
        return
    where = f" in {', '.join(found.folders)}" if found.folders else ""
    note(safe(f"found {plural(found.postings, 'posting')}{where}"))


def _steps(here: Path, top: Path, wish: _Wish, found: Survey, *, force: bool) -> Iterator[Step]:
    """All that is to be done, in order."""
    yield _settings(here, wish.choice, found, force=force)
    if wish.hook:
        yield _hook(top, hook.entry(jdlint.__version__, wish.source, _files(here, top, found)))
    if wish.ci == "github":
        yield fresh(top / gate.GITHUB_FILE, gate.github(jdlint.__version__, wish.source), force=force)
    if wish.ci == "gitlab":
        yield fresh(top / gate.GITLAB_FILE, gate.gitlab(jdlint.__version__), force=force)
        yield _include(top / gate.GITLAB_MAIN)


def _settings(here: Path, choice: Choice, found: Survey, *, force: bool) -> Step:
    text = settings_text(choice, found)
    old = find(here)
    if old is not None and old.parent == here.resolve() and old.name == "pyproject.toml" and not force:
        return Step(here / old.name, None, note="holds the settings already (--force writes .jdlint.yaml, which goes before it)")
    name = next((n for n in NAMES[:2] if (here / n).exists()), NAMES[0])
    return fresh(here / name, text, force=force)


def _files(here: Path, top: Path, found: Survey) -> str | None:
    """The hook's pattern for the files where the postings are; None where they are not told apart by their folder."""
    import re

    folder = "" if top == Path() else f"{here.resolve().relative_to(top.resolve()).as_posix()}/"
    names = "|".join(re.escape(f"{folder}{name}").replace("\\-", "-") for name in found.folders)
    endings = "|".join(sorted({ending.lstrip(".") for _, ending in found.places}))
    return f"^({names})/.*\\.({endings})$" if names else None


def _hook(top: Path, lines: list[str]) -> Step:
    path = top / hook.FILE
    before = read_text(path)
    if before is None:
        return Step(path, hook.new_file(lines))
    if hook.has_hook(before):
        return Step(path, None, before, "has a hook of jdlint's already")
    text = hook.added(before, lines)
    advice = "could not be changed safely; add this to `repos`:\n" + "\n".join(f"  {line}" for line in lines)
    return Step(path, text, before, "" if text else advice)


def _include(path: Path) -> Step:
    before = read_text(path)
    if before is None:
        return Step(path, gate.GITLAB_INCLUDE)
    if gate.GITLAB_FILE in before:
        return Step(path, None, before, "includes the job already")
    return Step(path, None, before, f"is left to you; add this, or the second line to its `include`:\n{gate.GITLAB_INCLUDE.rstrip()}")


def _do(step: Step, *, dry_run: bool) -> None:
    name = safe(step.path.as_posix())
    if step.text is None:
        note(f"{name} {safe(step.note)}" if "\n" not in step.note else f"{name} {step.note}")
    elif dry_run:
        click.echo(step.diff(), nl=False)
    else:
        step.write()
        note(f"{'wrote' if step.before is None else 'changed'} {name}")


def _next(steps: list[Step], found: Survey, *, dry_run: bool) -> None:
    if dry_run:
        note("nothing was written")
        return
    if any(step.path.name == hook.FILE and step.text for step in steps):
        note("next: pre-commit install")
    note("next: jdlint check" if found.postings else 'next: jdlint new "Staff nurse" --place Leeds --country gb -o nurse.md')
